"""All checks, and how they are run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from nemo_spec.conformance import accounts, forms, gateway, renders, sessions, streams
from nemo_spec.conformance.facts import CHECKS, UNTESTABLE
from nemo_spec.conformance.verdicts import NotMet, NotTestable
from nemo_spec.conformance.world import World
from nemo_spec.nemo.errors import NemoError, Unreachable
from nemo_spec.nemo.text import clean_line

Status = Literal["met", "not met", "not testable"]

_DECLARED_IN = (accounts, sessions, streams, renders, forms, gateway)


@dataclass(frozen=True, slots=True)
class Result:
    """The verdict on one fact; `note` is a remark or the reason, fit for a terminal."""

    fact: str
    status: Status
    note: str = ""


def checked_facts() -> set[str]:
    """The facts that are known here, testable or not."""
    return {*CHECKS, *UNTESTABLE}


def check_all(world: World, facts: Iterable[str]) -> Iterator[Result]:
    """Check each fact. Raises Unreachable when the server cannot be reached any more."""
    for name in facts:
        yield _check(world, name)


def _check(world: World, name: str) -> Result:
    check = CHECKS.get(name)
    if check is None:
        return Result(name, "not testable", UNTESTABLE.get(name, "no check is known"))
    if check.spends and not world.spend:
        return Result(name, "not testable", "writes or spends: use --spend")
    try:
        return Result(name, "met", clean_line(check.look(world)))
    except NotTestable as reason:
        return Result(name, "not testable", clean_line(str(reason)))
    except NotMet as reason:
        return Result(name, "not met", clean_line(str(reason)))
    except Unreachable:
        raise
    except NemoError as error:
        return Result(name, "not met", error.message)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        # The checks read answers as they should be; one of another shape ends up here.
        shape = f"the answer has an unexpected shape ({clean_line(str(error), 60)})"
        return Result(name, "not met", shape)
