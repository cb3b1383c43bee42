"""The reference of the language, read off the verb classes: what help and the page are made of."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from nemo_spec.verbs.base import VERBS, Group, Slot, Statement, syntax_of, usage, verb_of
from nemo_spec.verbs.registry import completions
from nemo_spec.verbs.text import TextEdit


@dataclass(frozen=True, slots=True)
class Entry:
    """One verb as it is explained.

    `slots` are its values in order, then its options; `shared` those that all texts have.
    """

    verb: str
    usage: str
    summary: str
    details: tuple[str, ...]
    afterwards: str
    slots: tuple[Slot, ...]
    shared: tuple[Slot, ...]
    example: str


def entry_of(statement: type[Statement]) -> Entry:
    """The docstring is split into its first sentence, its paragraphs and what is expected."""
    paragraphs = [
        " ".join(part.split()) for part in (inspect.getdoc(statement) or "").split("\n\n")
    ]
    summary, *details = paragraphs
    afterwards = ""
    if details and details[-1].startswith("Afterwards: "):
        afterwards = details.pop().removeprefix("Afterwards: ")
    return Entry(
        verb=verb_of(statement),
        usage=usage(statement),
        summary=summary,
        details=tuple(details),
        afterwards=afterwards,
        slots=syntax_of(statement).slots,
        shared=text_options() if issubclass(statement, TextEdit) else (),
        example=statement.example,
    )


def text_options() -> tuple[Slot, ...]:
    """The options that titles, lower thirds and captions share."""
    return syntax_of(TextEdit).slots


def entry(verb: str) -> Entry | None:
    """The entry of a verb, None where there is no such verb."""
    statement = VERBS.get(verb)
    return entry_of(statement) if statement else None


def groups() -> Iterator[tuple[str, list[Entry]]]:
    """All verbs by what an editor wants, in the order of the page."""
    for group in get_args(Group):
        yield group, [entry_of(cls) for cls in VERBS.values() if cls.group == group]


def beginning_with(words: str) -> list[Entry]:
    """The entries of the verbs that begin with these words and go on."""
    return [entry_of(VERBS[verb]) for verb in completions(words)]


def default_of(slot: Slot) -> str:
    """What holds where it is left out, as it would be written; empty where the class says it."""
    if slot.required or slot.kind is None or slot.default in (None, ()):
        return ""
    return slot.kind.show(slot.default)
