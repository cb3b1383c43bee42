"""The reference of the language, read off the verb classes: what help and the page are made of."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass

from nemo_spec.verbs.base import Slot, Statement, syntax_of, usage, verb_of
from nemo_spec.verbs.registry import BY_VERB, STATEMENTS
from nemo_spec.verbs.text import TextEdit

GROUPS: dict[str, tuple[str, ...]] = {
    "Names and files": ("let", "use", "clip", "language"),
    "Cuts and time": (
        "join", "trim pauses", "trim fillers", "cut", "keep", "split", "speed", "reverse", "freeze",
        "generate",
    ),
    "Texts": ("title", "lower-third", "caption", "captions"),
    "Picture": (
        "overlay", "aspect", "rotate", "crop", "color", "stabilize", "fade in", "fade out",
        "transition fade",
    ),
    "Music and sound": ("music", "voiceover", "sound", "volume", "mute", "denoise", "normalize"),
    "Anything else": ("say",),
    "Checks": (
        "expect duration", "expect", "expect no", "expect video segments", "expect tracks",
        "expect no unrequested changes", "tolerance",
    ),
    "Delivery": ("export",),
}  # fmt: skip
"""The verbs by what an editor wants, in the order of the page."""


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
    statement = BY_VERB.get(verb)
    return entry_of(statement) if statement else None


def groups() -> Iterator[tuple[str, list[Entry]]]:
    """All verbs, by group."""
    for title, verbs in GROUPS.items():
        yield title, [entry_of(BY_VERB[verb]) for verb in verbs]


def beginning_with(words: str) -> list[Entry]:
    """The entries of the verbs that begin with these words and go on."""
    return [entry_of(s) for s in STATEMENTS if verb_of(s).startswith(f"{words} ")]


def default_of(slot: Slot) -> str:
    """What holds where it is left out, as it would be written; empty where the class says it."""
    if slot.required or slot.kind is None or slot.default in (None, ()):
        return ""
    return slot.kind.show(slot.default)
