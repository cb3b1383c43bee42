"""The parts of the documentation that are made from the code, as Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from nemo_spec.language.codes import CODES, Code
from nemo_spec.report.help import broken
from nemo_spec.timeline.properties import PROPERTIES, spellings_of
from nemo_spec.timeline.switches import known_words
from nemo_spec.timeline.v3_styles import known_declarations
from nemo_spec.verbs import reference
from nemo_spec.verbs.base import Slot
from nemo_spec.verbs.reference import Entry, default_of
from nemo_spec.verbs.value_types import KINDS, Kind

TEXT_OPTIONS = "Text options"

CODE_GROUPS = {
    "E1": "How a recipe is written",
    "W1": "How a recipe is written",
    "E2": "What a recipe says",
    "W2": "What a recipe says",
}
"""Headings of the codes by their first two characters."""


def filled(page: str, parts: Mapping[str, Callable[[], Iterable[str]]] | None = None) -> str:
    """A page with everything between `<!-- NAME -->` and `<!-- /NAME -->` made anew; by default the
    parts of the language page. Raises ValueError where a part is not there once."""
    for name, make in (PARTS if parts is None else parts).items():
        pattern = rf"(?s)(<!-- {name} -->\n).*?(<!-- /{name} -->)"
        made = "\n".join(make())
        page, count = re.subn(pattern, lambda match: f"{match[1]}{made}\n{match[2]}", page)  # noqa: B023
        if count != 1:
            raise ValueError(f"the page has {count} parts <!-- {name} -->")
    return page


def values() -> Iterator[str]:
    """A table of the kinds of values."""
    yield "| in usage lines | what may be written |"
    yield "|---|---|"
    for kind in KINDS:
        yield f"| `{_cell(kind.sample)}` | {_cell(kind.about)} |"
    yield "| `$name` | the value of `let name = …`, wherever a value may stand |"


def statements() -> Iterator[str]:
    """Every verb, by group."""
    for title, entries in reference.groups():
        yield from (f"## {title}", "")
        for entry in entries:
            yield from _statement(entry)
        if any(entry.shared for entry in entries):
            yield from (
                f"### {TEXT_OPTIONS}",
                "",
                "How a text looks, and how it comes and goes.",
                "",
            )
            yield from _table(reference.text_options())


def summary() -> Iterator[str]:
    """Every verb in one line, with a link to its part of the page."""
    for title, entries in reference.groups():
        links = " · ".join(f"[{entry.verb}](#{_anchor(entry.verb)})" for entry in entries)
        yield f"- {title}: {links}"


def properties() -> Iterator[str]:
    """A table of what a segment may look and sound like."""
    yield "| key | on | value | without it | meaning |"
    yield "|---|---|---|---|---|"
    for key, row in PROPERTIES.items():
        if row.compared:
            neutral = "" if row.neutral is None else str(row.neutral)
            where = row.on.replace(" ", ", ")
            cells = (f"`{spellings_of(key)[0]}`", where, row.unit.about, neutral, row.about)
            yield f"| {' | '.join(cells)} |"


def switches() -> Iterator[str]:
    """A table of the words that are read wherever they stand."""
    yield from _words("what it says", "words", known_words())


def styles() -> Iterator[str]:
    """A table of what a text in Draft Protocol V3 may be styled with."""
    yield from _words("what becomes of it", "declarations", known_declarations())


def _words(what: str, words: str, rows: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    yield from (f"| {what} | {words} |", "|---|---|")
    for said, found in rows:
        yield f"| {said} | {' '.join(f'`{one}`' for one in found)} |"


def errors(outputs: Mapping[str, str]) -> Iterator[str]:
    """The page of codes; `outputs` is what each code's example prints."""
    yield from _ERRORS_INTRO
    for heading, codes in groupby(CODES, lambda name: CODE_GROUPS[name[:2]]):
        yield from (f"## {heading}", "")
        for name in codes:
            yield from _code(name, CODES[name], outputs[name])


def _statement(entry: Entry) -> Iterator[str]:
    yield from (f"### {entry.verb}", "", "```edit", *broken(_usage(entry)), "```", "")
    yield from (" ".join([entry.summary, *entry.details]), "")
    if entry.slots:
        yield from _table(tuple(slot for slot in entry.slots if slot not in entry.shared))
    if entry.shared:
        link = f"[{TEXT_OPTIONS.lower()}](#{_anchor(TEXT_OPTIONS)})"
        yield from (f"All {link} may follow.", "")
    if entry.afterwards:
        yield from (f"**Afterwards:** {entry.afterwards}", "")
    if entry.example != entry.usage:
        yield from (f"Example: `{entry.example}`", "")


def _usage(entry: Entry) -> str:
    """The usage with one name for the options that all texts share."""
    if not entry.shared:
        return entry.usage
    own = [slot.shown for slot in entry.slots if slot not in entry.shared]
    return " ".join([entry.verb, *own, f"[{TEXT_OPTIONS.lower()}]"])


def _table(slots: tuple[Slot, ...]) -> Iterator[str]:
    with_defaults = any(default_of(slot) for slot in slots)
    yield "| | |" + (" without it |" if with_defaults else "")
    yield "|---|---|" + ("---|" if with_defaults else "")
    for slot in slots:
        default = default_of(slot)
        shown = (f" `{_cell(default)}` |" if default else " |") if with_defaults else ""
        yield f"| `{_cell(slot.plain)}` | {_cell(_meaning(slot))} |{shown}"
    yield ""


def _meaning(slot: Slot) -> str:
    words = slot.kind.words if isinstance(slot.kind, Kind) and slot.kind not in KINDS else ()
    if len(words) < 2 or slot.kind is None:
        return slot.about
    return f"{slot.about}: {slot.kind.about}"


def _code(name: str, code: Code, output: str) -> Iterator[str]:
    yield from (f"### {name}: {code.title}", "", f"{code.why} {code.cure}", "")
    if code.example:
        yield from ("```edit", code.example.rstrip("\n"), "```")
    yield from ("```console", f"$ nemo-spec {code.command}", output.rstrip("\n"), "```", "")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")


PARTS: dict[str, Callable[[], Iterable[str]]] = {
    "verbs": summary,
    "values": values,
    "statements": statements,
}
"""What the language page is made of, by the name of the part."""

_ERRORS_INTRO = (
    "# Errors and warnings",
    "",
    "Every problem of a recipe has a code: `E…` is an error, and nothing is sent; `W…` is a warning,",
    "and the recipe runs. All problems of all files are reported in one run, each with its line, the",
    "exact place under carets, and the way out. `nemo-spec help E102` prints one of the entries below,",
    "`nemo-spec check --format json` all problems for tools.",
    "",
    "Each example is a test: what is printed below it is what the program prints. It is called",
    "`example.edit` and lies beside a ten-second clip `talk.mp4`.",
    "",
    "## For tools",
    "",
    "`nemo-spec check --format json RECIPE …` prints one JSON object and exits with 2 when there is an",
    "error, else with 0:",
    "",
    "| key | |",
    "|---|---|",
    "| `version` | 1; raised when the meaning of a key changes |",
    "| `files` | the recipes that were checked |",
    "| `errors`, `warnings` | how many there are |",
    "| `problems` | all of them, each once, with the keys below |",
    "",
    "| key of a problem | |",
    "|---|---|",
    "| `code`, `severity` | `E102` and `error`, or `W204` and `warning` |",
    "| `message`, `cure` | what is wrong, and what to do; the cure may be empty |",
    "| `file` | the recipe, or the file that it uses |",
    "| `line`, `column` | where it begins, both from 1; columns are characters of the file as written |",
    "| `end_line`, `end_column` | where it ends: the column behind its last character |",
    "",
    "Line and column are `null` for a problem of the command line.",
    "",
)
