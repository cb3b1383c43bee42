"""What editors type out of habit, and the cure that each line gets: `cures*.txt`, `line  =>  cure`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.language import FakeLibrary

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import source_of
from nemo_spec.recipe.habits import cure_of
from nemo_spec.recipe.plan import make_plan
from nemo_spec.verbs.base import VERBS

ROWS = [
    tuple(line.split("  =>  "))
    for file in sorted(Path(__file__).parent.glob("cures*.txt"))
    for line in file.read_text("utf-8").splitlines()
    if not line.startswith("#")
]
CLIPS = 'clip a "a.mp4"\nclip b "b.mp4"\n'


def problems(line: str) -> list[Diagnostic]:
    """What is wrong with a line in a recipe of two clips."""
    text = line if line.startswith("clip") else CLIPS + line
    return make_plan(source_of("x.edit", text.encode()), FakeLibrary()).diagnostics


@pytest.mark.parametrize(("line", "cure"), ROWS, ids=lambda text: text[:40])
def test_a_line_gets_the_cure_that_an_editor_needs(line: str, cure: str):
    found = problems(line)
    assert [problem.cure for problem in found] == [cure]
    assert found[0].severity == "error"


@pytest.mark.parametrize(("line", "cure"), ROWS, ids=lambda text: text[:40])
def test_what_a_cure_tells_to_write_is_right(line: str, cure: str):
    shown = [line for line in re.findall("`([^`]+)`", cure) if "…" not in line]
    statements = [line for line in shown if " " in line or line in VERBS]
    assert shown == statements or "did you mean" in cure or cure.endswith("`mp4`")
    for statement in statements if "did you mean" not in cure else ():
        assert [
            problem.message for problem in problems(statement) if problem.severity == "error"
        ] == []


def test_there_are_enough_of_them():
    assert len(ROWS) >= 40
    assert len({line for line, _ in ROWS}) == len(ROWS)


@given(st.text(st.sampled_from("cut from 3s to-5.:$\"'x(ade) %\\"), max_size=200))
def test_any_text_has_a_cure_or_none(text: str):
    assert isinstance(cure_of(text, Diagnostic("E102", "unknown verb", None)), str)


@pytest.mark.parametrize("word", ["cross", "chroma", "saturation", "keyframe", "repeat"])
def test_a_word_that_is_only_a_little_alike_is_not_suggested(word: str):
    assert "did you mean" not in problems(word)[0].cure


@pytest.mark.parametrize(("word", "verb"), [("titel", "title"), ("spedd", "speed"), ("musci", "music"),
                                            ("captoins", "captions"), ("fadeout", "fade out"),
                                            ("splitscreen", "split-screen")])  # fmt: skip
def test_a_slip_is(word: str, verb: str):
    assert problems(word)[0].cure == f"did you mean `{verb}`?"
