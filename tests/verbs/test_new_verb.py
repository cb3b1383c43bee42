"""CONTRIBUTING.md, "Add a verb", followed: one class, and the whole program knows it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from support.throwaway import throwaway

from nemo_spec.cli.main import main
from nemo_spec.language.values import Range
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.report.help import nearest
from nemo_spec.report.pages import filled
from nemo_spec.timeline.deltas import Delta, SetProperties
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import Edit, Statement, option, place_range, value
from nemo_spec.verbs.value_types import Share, TimeRange

PAGE = Path(__file__).parents[2] / "docs" / "language.md"
RECIPE = 'clip a "a.mp4"\nposterize 1-3s steps 40%; expect duration > 1s\n'
Said = Callable[..., str]


def define() -> type[Statement]:
    class Posterize(Edit):
        """The picture keeps a few colours.

        Afterwards: that range marked as posterized, and the same duration.
        """

        group = "Picture"
        synonyms = ("reduce-colors",)
        example = "posterize 1-3s steps 40%"
        note = "looks best on flat pictures"
        verb: Literal["posterize"] = "posterize"
        range: TimeRange = value(..., "which part")
        strength: Share | None = option("steps", None, "how few colours are left")

        def english(self) -> str:
            return f"Posterize the video {phrasing.over(self.range)} by {self.strength}%."

        def chinese(self) -> str:
            return f"将视频{phrasing.zh_over(self.range)}色调分离{self.strength}%。"

        def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
            start, end = place_range(self.range, timeline.length)
            return (SetProperties(start.lo, end.hi, {"posterize": True}),)

    return Posterize


@pytest.fixture
def verb() -> Iterator[type[Statement]]:
    with throwaway(define) as cls:
        yield cls


@pytest.fixture
def recipe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.mp4").write_bytes(
        (Path(__file__).parents[1] / "cases/files/talk.mp4").read_bytes()
    )
    path = tmp_path / "a.edit"
    path.write_text(RECIPE, encoding="utf-8")
    return path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def run(*arguments: str, code: int = 0) -> str:
        assert main(list(arguments)) == code
        printed = capsys.readouterr()
        return printed.out + printed.err

    return run


def test_one_class_is_parsed_and_formatted(verb: Any, recipe: Path, said: Said) -> None:
    assert said("check", "a.edit") == "a.edit: ok, 3 statements\n"
    said("fmt", "a.edit")
    assert recipe.read_text("utf-8") == RECIPE.replace("; ", "\n")
    recipe.write_text("posterize 1-3s step 40%\nreduce-colors 1-2s\n", encoding="utf-8")
    wrong = said("check", "a.edit", code=2)
    assert "did you mean `steps`?" in wrong
    assert "did you mean `posterize`?" in wrong


def test_one_class_is_planned(verb: Any, recipe: Path, said: Said) -> None:
    shown = said("plan", "a.edit")
    assert "send         Posterize the video from 1 to 3 seconds by 40.0%." in shown
    assert "note       looks best on flat pictures" in shown
    plan = json.loads(said("plan", "a.edit", "--json"))
    expected = {"verb": "posterize", "range": {"start": 1000, "end": 3000}, "strength": 40.0}
    assert expected in plan["statements"]
    read = EditPlan.model_validate(plan, strict=False)
    assert verb(range=Range(1000, 3000), strength=40) in read.statements


def test_one_class_is_in_help_schema_and_reference(verb: Any, recipe: Path, said: Said) -> None:
    overview = said("help")
    assert overview.index("\n  transition ") < overview.index("\n  posterize ")
    assert overview.index("\n  posterize ") < overview.index("Music and sound")
    shown = said("help", "posterize")
    assert "posterize RANGE [steps N%]" in shown
    assert "Afterwards: that range marked as posterized" in shown
    assert nearest("reduce-colors") == "posterize"
    schema = json.loads(said("schema"))
    assert schema["$defs"]["statement-posterize"]["required"] == ["verb", "range"]
    page = filled(PAGE.read_text("utf-8"))
    assert "### posterize\n\n```edit\nposterize RANGE [steps N%]\n```" in page
    assert "[posterize](#posterize)" in page


def test_afterwards_nothing_of_it_is_left(recipe: Path, said: Said) -> None:
    schema, page = said("schema"), filled(PAGE.read_text("utf-8"))
    with throwaway(define):
        assert said("schema") != schema
    assert said("schema") == schema
    assert filled(PAGE.read_text("utf-8")) == page == PAGE.read_text("utf-8")
    assert "unknown verb `posterize`" in said("check", "a.edit", code=2)
    assert "posterize" not in said("help")


def test_a_verb_is_one_class() -> None:
    with throwaway(define), pytest.raises(TypeError, match="`posterize` is two classes"):
        define()
