"""What is wrong with a recipe, where, and what to do about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from nemo_spec.language.source import Span

Severity = Literal["error", "warning"]

SHOWN = 50
"""So many diagnostics of one run are printed; all are counted."""

LONGEST = 120
"""So many characters of a line are shown before, under and behind the carets."""


class Diagnostic(NamedTuple):
    """One problem. `code` begins with E for an error and W for a warning.

    `message` says what is wrong, `cure` what to write instead; a problem of no particular place in a
    recipe (a missing clip on the command line) has no span.
    """

    code: str
    message: str
    span: Span | None = None
    cure: str = ""

    @property
    def severity(self) -> Severity:
        """`error` or `warning`, by the first letter of the code."""
        return "error" if self.code.startswith("E") else "warning"


class Invalid(Exception):
    """A value that is written wrong. `at` narrows the place, in characters from its start."""

    def __init__(
        self, message: str, cure: str = "", code: str = "E106", at: tuple[int, int] | None = None
    ) -> None:
        super().__init__(message)
        self.message, self.cure, self.code, self.at = message, cure, code, at


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error; warnings let a recipe run."""
    return any(diagnostic.severity == "error" for diagnostic in diagnostics)


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """By file and place, each once."""
    return sorted(set(diagnostics), key=_place)


def _place(diagnostic: Diagnostic) -> tuple[str, int, int, str, str]:
    span = diagnostic.span
    where = (span.source.name, span.start, span.end) if span else ("", 0, 0)
    return (*where, diagnostic.code, diagnostic.message)


def rendered(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """The first of the diagnostics as a person reads them, and how many there are beyond."""
    for diagnostic in diagnostics[:SHOWN]:
        yield render(diagnostic)
    if len(diagnostics) > SHOWN:
        yield f"… and {len(diagnostics) - SHOWN} more"


def render(diagnostic: Diagnostic) -> str:
    """The diagnostic as a person reads it, the recipe line under it, carets under the span."""
    head = f"{diagnostic.severity}[{diagnostic.code}]: {_said(diagnostic.message)}"
    if diagnostic.span is None:
        return f"{head}\n  {_said(diagnostic.cure)}" if diagnostic.cure else head
    return f"{head}\n{excerpt(diagnostic.span, diagnostic.cure)}"


def excerpt(span: Span, note: str = "") -> str:
    """Place, line and carets of a span, with a note behind the carets."""
    line, column = span.source.locate(span.start)
    last_line, last_column = span.source.locate(span.end)
    content = span.source.lines[line]
    end = last_column if last_line == line else len(content)
    number = str(line + 1)
    before, marked, behind = _window(content, column, end)
    indent = " " * display_width(before)
    carets = "^" * max(1, display_width(marked))
    under = f"{' ' * len(number)} | {indent}{carets} {_said(note)}".rstrip()
    return (
        f"  --> {visible(span.source.name)}:{number}:{column + 1}\n"
        f"{number} | {before}{marked}{behind}\n{under}"
    )


def _window(content: str, column: int, end: int) -> tuple[str, str, str]:
    """A line in three parts, the middle one marked, with what is far away from it left out."""
    before, marked, behind = content[:column], content[column:end], content[end:]
    if len(before) > LONGEST:
        before = "…" + before[-LONGEST:]
    if len(marked) > LONGEST:
        marked, behind = marked[:LONGEST] + "…", ""
    if len(behind) > LONGEST:
        behind = behind[:LONGEST] + "…"
    return visible(before), visible(marked), visible(behind)


def _said(text: str) -> str:
    """A message at a length that can be read, whatever of the file it quotes."""
    return visible(text if len(text) <= 3 * LONGEST else text[: 3 * LONGEST] + "…")


def visible(text: str) -> str:
    """Text that cannot drive the terminal: tabs become a space, control characters are written out."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible_character(character) for character in text)


def is_utf8(text: str) -> bool:
    """Whether a text can be sent and stored: names and arguments that are not UTF-8 come as lone
    surrogates."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


def _visible_character(character: str) -> str:
    if character == "\t":
        return " "
    if (
        unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
        and character != "\u200d"
    ):
        return f"<U+{ord(character):04X}>"
    return character


def display_width(text: str) -> int:
    """Columns that a terminal gives the text: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if "\u1160" <= character <= "\u11ff":  # vowels and finals that join a Korean syllable
        return 0
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
