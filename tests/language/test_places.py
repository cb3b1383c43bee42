"""Carets point at what is meant, in the file as it was written."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.language import check, source

from nemo_spec.language.diagnostics import LONGEST, Diagnostic, render
from nemo_spec.language.source import Span

BAD = "wröng"
"""A word that no statement takes."""

inside_texts = st.text(
    st.sampled_from("ab #;'日本🎬e\u0301\u00a0\tñ한\u200b\u1112\u1161")
    | st.characters(codec="utf-8"),
    max_size=12,
).map(lambda text: re.sub(r"[\"\\{}\n\r\0\u200d]", "", text))


@st.composite
def files_with_one_mistake(draw: st.DrawFn) -> tuple[str, int]:
    """A recipe in which `BAD` stands where it does not belong, and where it stands in the file."""
    end = draw(st.sampled_from(["\n", "\r\n"]))
    indent = draw(st.sampled_from(["", "  ", "\t", " \t "]))
    above = draw(
        st.lists(st.sampled_from(["", "# 日本", "denoise", 'title 0-1s "🎬"']), max_size=3)
    )
    title = f'title 2-3s "{draw(inside_texts)}x"'
    gap = draw(st.sampled_from([" ", "\t", f" # 日{end}{indent}  ", f"{end}{indent}\t"]))
    behind = draw(
        st.sampled_from(["", " # behind", " at top", "; normalize", f"{end}{indent}normalize"])
    )
    before = end.join(indent + line for line in [*above, title]) + gap
    if draw(st.booleans()):
        before = "\ufeff" + before
    return before + BAD + behind + end, len(before)


@given(files_with_one_mistake())
def test_a_place_is_a_line_and_column_of_the_file(drawn: tuple[str, int]):
    text, at = drawn
    (problem,) = [d for d in check(text).diagnostics if d.severity == "error"]
    line = text.count("\n", 0, at)
    column = at - text.rfind("\n", 0, at) - 1 - (line == 0 and text.startswith("\ufeff"))
    head, place, shown, under = render(problem).split("\n")
    assert head == f"error[E103]: `{BAD}` does not belong to `title`"
    assert place == f"  --> x.edit:{line + 1}:{column + 1}"
    assert _under_carets(shown, under) == BAD
    number, _, content = shown.partition(" | ")
    assert int(number) == line + 1
    assert content.replace(" ", "") == _shown(text.split("\n")[line]).replace(" ", "")


def _shown(line: str) -> str:
    """The line with tabs as spaces and what nobody sees written out."""
    line = line.removeprefix("\ufeff").removesuffix("\r").replace("\t", " ")
    return "".join(
        f"<U+{ord(c):04X}>" if unicodedata.category(c) in ("Cc", "Cf", "Co", "Zl", "Zp") else c
        for c in line
    )


def _under_carets(shown: str, under: str) -> str:
    """What a terminal shows in the columns above the carets."""
    cells: list[str] = []
    for character in shown:
        if unicodedata.category(character) in ("Mn", "Me") or "\u1160" <= character <= "\u11ff":
            cells[-1] += character
        else:
            wide = unicodedata.east_asian_width(character) in ("W", "F")
            cells += [character, ""] if wide else [character]
    first = under.index("^")
    return "".join(cells[first : first + under.count("^")])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("cut 3q", "1 | cut 3q\n  |     ^^"),
        ("  cut 3q", "1 |   cut 3q\n  |       ^^"),
        ("\tcut\t3q", "1 |  cut 3q\n  |      ^^"),
        ("\ufeffcut 3q\r\n", "1 | cut 3q\n  |     ^^"),
        ("say '日本' 3q", "1 | say '日本' 3q\n  |            ^^"),
        ("say 'e\u0301' 3q", "1 | say 'e\u0301' 3q\n  |         ^^"),
        ("say '\u1112\u1161' 3q", "1 | say '\u1112\u1161' 3q\n  |          ^^"),
        ("say '\x1b[31m' 3q", "1 | say '<U+001B>[31m' 3q\n  |                    ^^"),
        ("say '\u202e' 3q", "1 | say '<U+202E>' 3q\n  |                ^^"),
        ("\n" * 98 + "cut 3q", "99 | cut 3q\n   |     ^^"),
        ("say “日本”", "1 | say “日本”\n  |     ^^^^^^"),
        ("say 'a\r", "1 | say 'a\n  |     ^^"),
        ("say {日}", "1 | say {日}\n  |     ^^^^"),
    ],
)
def test_carets(text: str, shown: str):
    (problem,) = [d for d in check(text).diagnostics if d.severity == "error"]
    assert shown in render(problem)


def test_a_span_over_several_lines_is_marked_on_its_first():
    read = source(b"  title\n    0-3s\n  denoise")
    shown = render(Diagnostic("E100", "so", Span(read, 0, 12), "do"))
    assert shown == "error[E100]: so\n  --> x.edit:1:3\n1 |   title\n  |   ^^^^^ do"


def test_a_place_at_the_end_of_a_file_has_one_caret():
    read = source(b"  a\n")
    for at, place in [(1, "1:4"), (2, "2:1")]:
        shown = render(Diagnostic("E100", "so", Span(read, at, at)))
        assert f"--> x.edit:{place}\n" in shown
        assert shown.count("^") == 1


@pytest.mark.parametrize("filler", ["x", "日", "e\u0301", "\u202e"])
def test_long_lines_are_shown_around_the_carets(filler: str):
    text = f"say '{filler * 100_000}' 3q  # {filler * 100_000}"
    (problem,) = [d for d in check(text).diagnostics if d.severity == "error"]
    _, place, shown, under = render(problem).split("\n")
    assert place == "  --> x.edit:1:" + str(len(f"say '{filler * 100_000}' ") + 1)
    assert len(shown) < 20 * LONGEST
    assert _under_carets(shown, under) == "3q"
    assert shown.count("…") == 2


def test_long_mistakes_are_cut_short():
    for text in (
        "9" * 100_000,
        "x" * 100_000,
        "'" + "日" * 100_000,
        "aspect " + "9" * 100_000 + ":1",
    ):
        for problem in check(text).diagnostics:
            assert len(render(problem)) < 20 * LONGEST
