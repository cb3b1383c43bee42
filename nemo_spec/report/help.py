"""What `nemo-spec help` prints: verbs, kinds of values, codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from textwrap import wrap

from nemo_spec.language.codes import CODES, Code
from nemo_spec.verbs import reference
from nemo_spec.verbs.base import VERBS, Slot
from nemo_spec.verbs.reference import Entry, default_of
from nemo_spec.verbs.registry import other_words
from nemo_spec.verbs.value_types import KINDS, Kind

WIDTH = 88


def help_on(topic: str) -> list[str] | None:
    """The lines about a verb, the first word of verbs, a code, or `values`; None when unknown."""
    if not topic:
        return list(overview())
    if topic == "values":
        return list(values())
    if code := CODES.get(topic.upper()):
        return list(on_code(topic.upper(), code))
    entry, longer = reference.entry(topic), reference.beginning_with(topic)
    if entry is None and len(longer) == 1:
        entry, longer = longer[0], []
    if entry is None:
        return list(_listed(longer)) if longer else None
    also = ["", "Also:", *_listed(longer)] if longer else []
    return [*on_verb(entry), *also]


def nearest(topic: str) -> str:
    """The known topic that is meant, or nothing."""
    if other := other_words().get(topic.lower()):
        return other
    return next(iter(get_close_matches(topic.lower(), [*VERBS, "values"], 1, 0.5)), "")


def overview() -> Iterator[str]:
    """Every verb with one line."""
    yield "A recipe is one statement per line, or several with `;` between them:"
    yield ""
    yield "    trim pauses; title 0-3s 'Intro'; export 1080p mp4"
    for title, entries in reference.groups():
        yield ""
        yield title
        yield from _listed(entries)
    yield ""
    yield "nemo-spec help VERB     what a verb takes, and what is checked afterwards"
    yield "nemo-spec help values   how times, ranges and texts are written"
    yield "nemo-spec help E102     what a code means"


def values() -> Iterator[str]:
    """Every kind of value with what may be written."""
    for kind in KINDS:
        yield from _paragraph(f"{kind.sample:<14}{kind.about}", 2, 14)
    yield from _paragraph(
        f"{'$name':<14}the value of `let name = …`, wherever a value may stand", 2, 14
    )


def on_verb(entry: Entry) -> Iterator[str]:
    yield from broken(entry.usage)
    for paragraph in (entry.summary, *entry.details):
        yield ""
        yield from _paragraph(paragraph)
    if entry.slots:
        yield ""
        yield from _slots(entry.slots)
    if entry.afterwards:
        yield ""
        yield from _paragraph(f"Afterwards: {entry.afterwards}")
    yield ""
    yield f"Example: {entry.example}"


def on_code(name: str, code: Code) -> Iterator[str]:
    yield f"{name}: {code.title}"
    for paragraph in (code.why, code.cure):
        yield ""
        yield from _paragraph(paragraph)
    yield ""
    yield "For example:"
    yield from (f"    {line}".rstrip() for line in code.example.splitlines())


def _listed(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from _paragraph(f"{entry.verb:<31}{entry.summary}", 2, 31)


def broken(usage: str) -> Iterator[str]:
    """A usage line, broken between options as a recipe may be."""
    unbroken = re.sub(r"\[[^\]]*\]", lambda match: match[0].replace(" ", "\0"), usage)
    for line in wrap(unbroken, WIDTH, subsequent_indent="    ", break_on_hyphens=False):
        yield line.replace("\0", " ")


def _slots(slots: tuple[Slot, ...]) -> Iterator[str]:
    """One line for each; what may be written is said where a kind comes up first."""
    column = min(max(len(slot.plain) for slot in slots), 24) + 2
    seen: set[Kind] = set()
    for slot in slots:
        yield from _paragraph(f"{slot.plain:<{column}}{_meaning(slot)}", 2, column)
        if slot.kind and slot.kind not in seen:
            seen.add(slot.kind)
            yield from _paragraph(" " * column + slot.kind.about, 2, column)


def _meaning(slot: Slot) -> str:
    default = default_of(slot)
    return f"{slot.about}; without it, `{default}`" if default else slot.about


def _paragraph(text: str, left: int = 0, hanging: int = 0) -> list[str]:
    indent, rest = " " * left, " " * (left + hanging)
    lead = len(text) - len(text.lstrip())
    return wrap(
        text.lstrip(),
        WIDTH,
        initial_indent=indent + " " * lead,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
        drop_whitespace=True,
    )
