"""`verify --explain`: what should be there beside what is, and the keys that were read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.apply_world import World
from support.commands import Call
from support.paths import ROOT

from mock_server import draft_dialects

FOREIGN = ROOT / "tests" / "verdict" / "foreign"
CLIP = ROOT / "specs" / "media" / "camera-a.mp4"
RECIPE = 'title 0-3s "Intro" at top\nmusic "lo-fi" volume 35%\n'


def explained(call: Call, project: Path, name: str, *flags: str) -> tuple[int, list[str]]:
    recipe = project / "a.edit"
    recipe.write_text(RECIPE, "utf-8")
    draft = FOREIGN / f"{name}.json"
    found = call("verify", "a.edit", CLIP, "--draft", draft, "--explain", *flags)
    return found.code, [" ".join(line.split()) for line in found.out.splitlines()]


def test_what_differs_is_marked_beside_the_keys(call: Call, project: Path):
    code, lines = explained(call, project, "microseconds-title-late")
    assert code == 1
    assert "~ at 0-3s 2-5s" in lines
    assert 'position "top" "top"' in lines
    assert 't[1].sg[0]: s=2000000, d=3000000, text="Intro", pos="top"' in lines


def test_a_doubt_names_its_key(call: Call, project: Path):
    code, lines = explained(call, project, "unknown-flag")
    assert code == 4
    assert "cannot be read: glow" in lines
    assert not any(line.startswith("~") for line in lines)


def test_what_is_met_is_not_explained(call: Call, project: Path):
    code, lines = explained(call, project, "capcut")
    assert code == 0
    assert not any("expected" in line for line in lines)


def test_text_from_outside_does_not_drive_the_terminal(call: Call, project: Path):
    recipe = project / "a.edit"
    recipe.write_text(RECIPE, "utf-8")
    answer = json.loads((FOREIGN / "unknown-flag.json").read_text("utf-8"))
    title = answer["state"]["draft"]["t"][1]["sg"][0]
    title |= {"glow\x1b[2J": True, "note": "\x1b]0;x\x07"}
    (project / "draft.json").write_text(json.dumps(answer))
    for flag in ("--explain", "--explain-draft"):
        found = call("verify", "a.edit", CLIP, "--draft", "draft.json", flag)
        assert found.code == 4
        assert "\x1b" not in found.out + found.err


def test_a_run_is_explained_as_well(world: World, monkeypatch: pytest.MonkeyPatch):
    def spoken(draft: dict[str, Any], files: object) -> dict[str, Any]:
        for one in (one for track in draft.get("t", ()) for one in track["sg"]):
            one |= {"glow": True} if one.get("text") == "Later" else {}
        return draft

    world.service.change(speak="words")
    monkeypatch.setitem(draft_dialects.DRAFT_DIALECTS, "words", spoken)  # type: ignore[arg-type]
    for found in (world.apply("--explain"), world.call("resume", "--explain")):
        assert found.code == 4, found.out + found.err
        lines = [" ".join(line.split()) for line in found.out.splitlines()]
        assert "at 2-3s 2-3s" in lines
        assert "cannot be read: glow" in lines
    assert "expected draft" not in " ".join(world.apply().out.split())


def test_a_tested_recipe_is_explained_as_well(call: Call, project: Path):
    (project / "a.edit").write_text('# nemo-spec apply a.edit\ntitle 0-2s "Intro"\n', "utf-8")
    for flag, shown in (("--explain", True), ("--repairs=0", False)):
        found = call("test", "a.edit", "--fault", "claimed_not_applied:skip=1", flag)
        assert found.code == 1, found.out + found.err
        assert ("expected draft" in " ".join(found.out.split())) == shown
