"""A verb for the time of a test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from nemo_spec.recipe.plan import EditPlan
from nemo_spec.verbs.base import VERBS, Statement
from nemo_spec.verbs.registry import is_option


@contextmanager
def throwaway(define: Callable[[], type[Statement]]) -> Iterator[type[Statement]]:
    """The language with the verb whose class `define` makes; afterwards without it again."""
    before = dict(VERBS)
    try:
        cls = define()
        _look_again()
        yield cls
    finally:
        VERBS.clear()
        VERBS.update(before)
        _look_again()


def _look_again() -> None:
    is_option.cache_clear()
    EditPlan.model_rebuild(force=True)
