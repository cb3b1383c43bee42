"""Recipe text → the same recipe in canonical form.

One statement per line, continuations by four spaces, at most one blank line in a row, texts in double
quotes, two spaces before a comment behind a statement. Line breaks inside a statement, the order and
the spelling of values stay as the author wrote them, and so does every comment.

A recipe with a piece that is no token (an unterminated text, a typographic quote) is not formatted
but refused with the diagnostics of those pieces: nobody knows where such a piece was meant to end.
Unknown verbs and misplaced values are no hindrance; variables and files are not looked up.
"""

from __future__ import annotations

import re

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Recipe, end_of, parse, start_of
from nemo_spec.language.source import Source
from nemo_spec.language.typos import broken_text, junk

INDENT = "    "
_BEFORE_COMMENT = "  "


def format_source(source: Source) -> str | list[Diagnostic]:
    """The recipe in canonical form, or why it cannot be told what its parts are."""
    recipe = parse(source)
    return _unreadable(recipe) or _formatted(recipe)


def _unreadable(recipe: Recipe) -> list[Diagnostic]:
    found = []
    for statement in recipe.statements:
        before: Token | None = None
        for token in statement.tokens:
            if before and end_of(before) == start_of(token) and token.type != "COMMA":
                found.append(broken_text(before, statement.span_of(token)))
                break
            if token.type in ("JUNK", "UNTERMINATED"):
                found.append(junk(token, statement.span_of(token)))
            before = token if token.type == "TEXT" else None
    return found


def _formatted(recipe: Recipe) -> str:
    text = recipe.source.text
    pieces: list[str] = []
    position = 0
    for statement in recipe.statements:
        first = statement.tokens[0]
        for token in statement.tokens:
            gap = text[position : token.start_pos]
            if token is first:
                pieces.append(_between(gap) if pieces else _above(gap))
            elif "\n" in gap:
                pieces.append(_inside(gap))
            elif token.type != "COMMA":
                pieces.append(" ")
            pieces.append(_double_quoted(token.value) if token.type == "TEXT" else token.value)
            position = token.end_pos or 0
    pieces.append(_between(text[position:]) if pieces else _above(text))
    return _tidy("".join(pieces))


# ---- What stands between two tokens: line ends, `;`, comments ------------------------------------


def _above(gap: str) -> str:
    """What stands above the first statement."""
    *lines, last = gap.split("\n")
    return _own_lines(lines, last, indented=False)


def _between(gap: str) -> str:
    """What stands behind a statement, on its line and below it, up to the next one."""
    if gap == "\n":
        return gap
    behind, *below = gap.split("\n")
    last = below.pop() if below else ""
    return f"{_behind(behind)}\n{_own_lines(below, last, indented=not _ends(behind))}"


def _inside(gap: str) -> str:
    """What stands between two lines of one statement."""
    behind, *below = gap.split("\n")
    lines = [_comment(line) for line in below[:-1]]
    shown = "".join(f"{INDENT}{line}\n" if line else "\n" for line in lines)
    return f"{_behind(behind)}\n{shown}{INDENT}"


def _own_lines(lines: list[str], last: str, *, indented: bool) -> str:
    """Blank lines and comments between statements; the next one begins on the last line.

    A comment that is indented below a statement stays indented, as the continuation that it may once
    have been, unless a `;` has ended the statement.
    """
    shown = []
    for line in (*lines, last) if _comment(last) else lines:
        comment, ends = _comment(line), _ends(line)
        indented = indented and not ends and line[:1] != "#"
        if comment or not ends:
            shown.append(INDENT + comment if indented and comment else comment)
    return "".join(f"{line}\n" for line in shown)


def _ends(line: str) -> bool:
    """Whether a `;` stands on the line, outside its comment."""
    return ";" in line and ";" in line.partition("#")[0]


def _behind(line: str) -> str:
    comment = _comment(line)
    return _BEFORE_COMMENT + comment if comment else ""


def _comment(line: str) -> str:
    _, hash_, comment = line.partition("#")
    return (hash_ + comment).rstrip(" \t\r")


def _tidy(text: str) -> str:
    """At most one blank line in a row, none at either end. No token holds a line end."""
    text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return f"{text}\n" if text else ""


# ---- Texts ---------------------------------------------------------------------------------------

_QUOTE_OR_ESCAPE = re.compile(r"""\\.|\"""")


def _double_quoted(written: str) -> str:
    """The text as it is written, but in double quotes."""
    if written[0] == '"':
        return written
    return f'"{_QUOTE_OR_ESCAPE.sub(_requoted, written[1:-1])}"'


def _requoted(match: re.Match[str]) -> str:
    return {'"': '\\"', "\\'": "'"}.get(match[0], match[0])
