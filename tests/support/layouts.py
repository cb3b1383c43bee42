"""The same statements in every layout the language allows, and an independent reader for them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import strategies as st

from nemo_spec.language.parser import parse
from nemo_spec.language.source import Source
from nemo_spec.verbs.base import Statement, written

comments = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=12
).map(lambda text: "#" + text.rstrip(" \t"))
blanks = st.sampled_from([" ", "  ", "\t", " \t "])


@dataclass(frozen=True)
class Written:
    """A recipe file, its comments, and how many lines each statement takes."""

    file: bytes
    comments: list[str]
    heights: list[int]


@st.composite
def written_somehow(draw: st.DrawFn, statements: list[Statement]) -> Written:
    """The statements in a file: continued, commented, joined by `;`, indented, in either quotes."""
    said: list[str] = []
    heights: list[int] = []

    def comment() -> str:
        said.append(draw(comments))
        return said[-1]

    def own_lines() -> str:
        """Blank lines and comment lines, each with its line end."""
        lines = draw(st.lists(st.booleans(), max_size=2))
        return "".join(
            draw(blanks | st.just("")) + (comment() if line else "") + "\n" for line in lines
        )

    def line_end() -> str:
        return (
            draw(blanks) + comment() if draw(st.booleans()) else draw(blanks | st.just(""))
        ) + "\n"

    text = own_lines()
    for index, statement in enumerate(statements):
        height = 1
        for position, token in enumerate(
            parse(Source("", written(statement))).statements[0].tokens
        ):
            if position and draw(st.integers(0, 3)) == 0:
                text += line_end() + own_lines() + draw(blanks)
                height += 1
            elif position:
                text += draw(blanks | st.just("")) if token.type == "COMMA" else draw(blanks)
            text += _requoted(token.value) if draw(st.booleans()) else token.value
        heights.append(height)
        last = index == len(statements) - 1
        ways = ["\n", ";", ";\n"] + ["", "\n "] * last
        way = draw(st.sampled_from(ways))
        if way == "\n":
            text += line_end() + own_lines()
        elif way == ";":
            text += draw(blanks | st.just("")) + ";" + draw(blanks | st.just(""))
        elif way == ";\n":
            text += ";" + line_end() + own_lines() + draw(blanks | st.just(""))
        else:
            text += way
    return Written(_as_file(draw, text), said, heights)


def _as_file(draw: st.DrawFn, text: str) -> bytes:
    indent = draw(st.sampled_from(["", "", "  ", "\t"]))
    lines = [indent + line for line in text.split("\n")]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + end.join(lines)).encode()


def _requoted(token: str) -> str:
    """Rewrite a double-quoted text in single quotes."""
    if not token.startswith('"'):
        return token
    parts = re.findall(r"\\.|.", token[1:-1], re.DOTALL)
    return "'" + "".join({'\\"': '"', "'": "\\'"}.get(part, part) for part in parts) + "'"


@dataclass(frozen=True)
class Seen:
    """What a reader sees who only knows quotes and `#`."""

    comments: list[str]
    code: list[str]
    """The lines without comments, every text replaced by `""`."""


def look_at(text: str) -> Seen:
    """Comments and bare code of a recipe, found character by character."""
    seen = Seen([], [])
    for line in text.split("\n"):
        code, quote, skip = "", "", False
        for index, character in enumerate(line):
            if skip or (quote and character == "\\"):
                skip = not skip
            elif quote:
                quote = "" if character == quote else quote
                code += "" if quote else character
            elif character in "\"'":
                quote = character
                code += character
            elif character == "#" and (not index or line[index - 1] in " \t"):
                seen.comments.append(line[index:].rstrip(" \t\r"))
                break
            else:
                code += character
        seen.code.append(code)
    return seen
