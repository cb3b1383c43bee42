"""`name.expected.json`: what it holds is what is compared, whatever spelling the draft has."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support.drafts import DRAFT, changed
from support.recipes import recipe, written
from support.short_recipes import carried_out, program_of

from nemo_spec.cli.main import main
from nemo_spec.harness import expected
from nemo_spec.timeline.draft import read_draft

EVERYTHING = """\
speed 2x; trim pauses; aspect 9:16 blur; color "cinematic" 40%
title 0-3s "Grüße, 城市" at top size 50 fade in 0.5s
lower-third 1-2s "Ada"; music "lo-fi" volume 35% duck; sound "hit" at 2s; voiceover 3-5s "Hello."
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, good=recipe("Good"))
    return tmp_path


@pytest.mark.parametrize("draft", [DRAFT, carried_out(program_of(EVERYTHING)), {}], ids=range(3))
def test_what_is_written_is_what_is_read(draft: dict[str, object], tmp_path: Path):
    timeline = read_draft(draft)
    path = tmp_path / "x.expected.json"
    assert expected.update(path, timeline)
    assert not expected.update(path, timeline)
    assert expected.compare(path, timeline, 0) == []
    content = json.loads(path.read_text("utf-8"))
    assert content["version"] == expected.VERSION
    assert len(path.read_text("utf-8").splitlines()) < 60


def test_tracks_may_be_packed_and_ordered_in_any_way(tmp_path: Path):
    path = tmp_path / "x.expected.json"
    expected.update(path, read_draft(DRAFT))
    other = changed()
    titles = other["t"][1]["sg"]
    other["t"] = [other["t"][0], other["t"][3], other["t"][2]]
    other["t"] += [{"tt": 7, "name": "Title", "sg": [title]} for title in reversed(titles)]
    assert expected.compare(path, read_draft(other), 0) == []
    assert not expected.update(path, read_draft(other))


def test_times_within_the_tolerance_and_beyond(tmp_path: Path):
    path = tmp_path / "x.expected.json"
    expected.update(path, read_draft(DRAFT))
    other = changed()
    other["t"][1]["sg"][0]["s"] = 90
    assert expected.compare(path, read_draft(other), 100) == []
    found = expected.compare(path, read_draft(other), 80)
    assert [(change.sign, "Intro" in change.text) for change in found] == [("~", True)]


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2}', '{"version": 1, "canvas": {}, "length": 0}',
             '{"version":1,"canvas":{},"length":0,"tracks":[{"role":"x","segments":[]}]}', "[" * 9000],
    ids=range(7),
)  # fmt: skip
def test_files_that_hold_no_timeline(text: str, tmp_path: Path):
    path = tmp_path / "x.expected.json"
    path.write_text(text)
    with pytest.raises(expected.Unreadable):
        expected.compare(path, read_draft(DRAFT), 0)


def test_a_draft_is_held_to_it(project: Path, capsys: pytest.CaptureFixture[str]):
    path = project / "specs" / "good.expected.json"
    assert main(["test", "specs", "--update"]) == 0
    assert "good.expected.json written" in capsys.readouterr().out
    assert main(["test", "specs", "--update"]) == 0
    assert "written" not in capsys.readouterr().out
    assert main(["test", "specs"]) == 0
    path.write_text(path.read_text("utf-8").replace("Good", "Gone"), "utf-8")
    capsys.readouterr()
    assert main(["test", "specs", "--report", "json:r.json", "--report", "junit:r.xml"]) == 1
    out = capsys.readouterr().out
    assert "1 of 1 lines met, 1 difference" in out
    assert 'this differs from specs/good.expected.json:\n  ~ title "Gone"' in out
    found = json.loads((project / "r.json").read_text("utf-8"))["recipes"][0]
    assert (found["result"], found["differences"][0]["sign"]) == ("not met", "~")
    assert 'failures="1"' in (project / "r.xml").read_text("utf-8")


def test_a_recipe_that_is_not_met_is_not_written_down(project: Path):
    written(project, good=recipe("Good") + "expect duration 1-2s\n")
    assert main(["test", "specs", "--update"]) != 0
    assert not (project / "specs" / "good.expected.json").exists()


def test_a_damaged_one_is_no_pass(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "specs" / "good.expected.json").write_text("{}")
    assert main(["test", "specs"]) == 3
    assert "not a timeline" in capsys.readouterr().out
