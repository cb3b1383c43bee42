"""nemo-spec handoff and import, as a person calls them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import opentimelineio as otio
import pytest
from support.commands import Call
from support.gallery import opened
from support.short_recipes import MEDIA

from nemo_spec.api.handoff import NoHandoff, hand_over, handoff, source_of_prediction
from nemo_spec.api.verify import verify
from nemo_spec.run.session.environment import environment

CUT = 'keep 0.5-1.5s\ntitle 0-0.5s "Hi" style "bold"\n'
ALL = ("otio", "mlt", "kdenlive", "xml", "fcpxml", "edl", "v3.xml", "srt", "vtt", "ass")


@pytest.fixture
def recipe(project: Path) -> Path:
    path = project / "cut.edit"
    path.write_text(CUT, "utf-8")
    return path


@pytest.fixture
def saved(call: Call, project: Path, recipe: Path, clip: Path) -> Path:
    assert call("apply", recipe, clip, "--save-draft", "draft.json").code == 0
    return project / "draft.json"


@pytest.mark.parametrize("ending", ALL)
def test_a_recipe_is_handed_over(call: Call, project: Path, recipe: Path, clip: Path, ending: str):
    outcome = call("handoff", recipe, clip, "-o", f"cut.{ending}")
    assert outcome.code == 0, outcome.err
    assert outcome.lines[-1].startswith(f"cut.{ending}  ")
    assert (project / f"cut.{ending}").stat().st_size > 30


def test_clips_below_the_output_are_named_relative_to_it(
    call: Call, project: Path, recipe: Path, clip: Path
):
    call("handoff", recipe, clip, "-o", "cut.otio")
    (project / "away").mkdir()
    call("handoff", recipe, clip, "-o", "away/cut.otio")
    places = []
    for file in ("cut.otio", "away/cut.otio"):
        timeline = otio.adapters.read_from_file(str(project / file))
        places.append(timeline.tracks[0][0].media_reference.target_url)
    assert places == ["clip.mp4", clip.resolve().as_posix()]


def test_what_does_not_survive_is_named_and_strict_refuses_it(
    call: Call, project: Path, recipe: Path, clip: Path
):
    outcome = call("handoff", recipe, clip, "-o", "cut.xml")
    assert outcome.lines[0] == 'does not survive  title "Hi" at 0-0.5s: style "bold"'
    (project / "cut.xml").unlink()
    outcome = call("handoff", recipe, clip, "-o", "cut.xml", "--strict")
    assert (outcome.code, 'style "bold"' in outcome.err) == (2, True)
    assert not (project / "cut.xml").exists()


def test_a_session_is_handed_over_with_the_files_that_the_journal_knows(
    call: Call, project: Path, saved: Path
):
    session = json.loads(saved.read_text("utf-8"))["session_id"]
    outcome = call("handoff", "--session", session, "-o", "cut.mlt")
    assert outcome.code == 0, outcome.err
    assert "clip.mp4" in (project / "cut.mlt").read_text("utf-8")


def test_media_that_moved_is_found_by_name_and_length(
    call: Call, project: Path, tmp_path: Path, saved: Path, clip: Path
):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.move(clip, elsewhere / clip.name)
    outcome = call("handoff", saved, "-o", "cut.edl", "--media-root", elsewhere)
    assert (outcome.code, "no file of it" in outcome.out) == (0, False)
    assert str(elsewhere / clip.name) in (project / "cut.edl").read_text("utf-8")
    shutil.copy(MEDIA / "product.mp4", elsewhere / clip.name)
    outcome = call("handoff", saved, "-o", "cut.edl", "--media-root", elsewhere)
    assert "not as long as the upload" in outcome.err


@pytest.mark.parametrize("name", ["clip.mp4", "cut.edit", "draft.json", "folder.otio", "no/x.otio"])
def test_nothing_that_matters_is_written_over(
    call: Call, project: Path, saved: Path, recipe: Path, clip: Path, name: str
):
    (project / "folder.otio").mkdir()
    link = project / "link.otio"
    link.symlink_to(clip)
    before = {path: path.read_bytes() for path in (saved, recipe, clip)}
    for output in (name, "link.otio"):
        outcome = call("handoff", recipe, clip, "--draft", saved, "-o", output)
        assert outcome.code == 2, outcome.err
    assert {path: path.read_bytes() for path in before} == before


def test_a_draft_that_cannot_be_read_in_part_needs_partial(call: Call, project: Path, saved: Path):
    content = json.loads(saved.read_text("utf-8"))
    titles = [t for t in content["state"]["draft"]["t"] if t.get("tt") == 7]
    titles[0]["sg"][0]["d"] = "soon"
    saved.write_text(json.dumps(content), "utf-8")
    outcome = call("handoff", saved, "-o", "cut.otio")
    assert (outcome.code, "--partial" in outcome.err) == (2, True)
    assert not (project / "cut.otio").exists()
    outcome = call("handoff", saved, "-o", "cut.otio", "--partial")
    assert (outcome.code, "left out, it cannot be read" in outcome.err) == (0, True)


def test_a_recipe_whose_length_the_material_decides_needs_its_draft(
    call: Call, project: Path, clip: Path
):
    (project / "talk.edit").write_text("trim fillers\n", "utf-8")
    outcome = call("handoff", "talk.edit", clip, "-o", "cut.otio")
    assert (outcome.code, "`trim fillers` leaves" in outcome.err) == (2, True)
    assert "--draft FILE" in outcome.err


def test_pauses_are_cut_where_they_are_heard_here(tmp_path: Path):
    source = source_of_prediction(opened("podcast-episode"))
    handed = hand_over(source, tmp_path / "cut.otio")
    assert "the pauses are cut where they were heard here" in handed.notes[0]
    timeline = otio.adapters.read_from_file(str(tmp_path / "cut.otio"))
    assert len(timeline.tracks[0]) > 3


@pytest.mark.parametrize(
    ("recipe", "code", "said"),
    [
        ("keep 0-1s\n", 2, "there are no captions or other texts"),
        ('title 0-1s "Hi"\n', 0, "there are no captions on this timeline: only its titles"),
        ("captions\n", 2, "its captions are there"),
        ('caption 0-1s "Hi"\n', 0, ""),
    ],
)
def test_subtitles_of_a_video_without_captions_say_so(
    call: Call, project: Path, clip: Path, recipe: str, code: int, said: str
):
    (project / "talk.edit").write_text(recipe, "utf-8")
    outcome = call("handoff", "talk.edit", clip, "-o", "talk.srt")
    assert (outcome.code, (project / "talk.srt").exists()) == (code, code == 0)
    assert said in outcome.err
    assert bool(outcome.err) == bool(said)


def test_a_template_of_the_vendor_is_verified(
    call: Call, project: Path, recipe: Path, saved: Path, clip: Path
):
    assert call("handoff", recipe, clip, "--draft", saved, "-o", "cut.v3.xml").code == 0
    outcome = call("verify", recipe, clip, "--draft", "cut.v3.xml")
    assert outcome.code == 0, outcome.out


def test_a_timeline_comes_back_as_a_recipe(
    call: Call, project: Path, recipe: Path, saved: Path, clip: Path
):
    call("handoff", recipe, clip, "-o", "cut.otio")
    outcome = call("import", "cut.otio", "-o", "back.edit")
    assert (outcome.code, outcome.err) == (0, "")
    assert call("diff", "back.edit", recipe).code in (0, 1)
    outcome = call("verify", "back.edit", "--draft", saved)
    assert outcome.code == 0, outcome.out


@pytest.mark.parametrize(
    ("file", "output"),
    [
        ("cut.otio", "cut.otio"), ("cut.otio", "clip.mp4"), ("none.otio", "x.edit"),
        ("clip.mp4", "x.edit"), ("cut.edit", "x.edit"), ("bad.xml", "x.edit"),
    ],
)  # fmt: skip
def test_an_import_that_makes_no_sense_writes_nothing(
    call: Call, project: Path, recipe: Path, clip: Path, file: str, output: str
):
    call("handoff", recipe, clip, "-o", "cut.otio")
    (project / "bad.xml").write_text('<!DOCTYPE x [<!ENTITY a "b">]><xmeml>&a;</xmeml>', "utf-8")
    before = sorted(path.name for path in project.iterdir())
    outcome = call("import", file, "-o", output)
    assert outcome.code == 2
    assert outcome.err.startswith("error: ")
    assert sorted(path.name for path in project.iterdir()) == before


def test_a_recipe_that_is_there_is_replaced_only_when_told(
    call: Call, project: Path, recipe: Path, clip: Path
):
    call("handoff", recipe, clip, "-o", "cut.otio")
    written = project / "mine.edit"
    written.write_text("# by hand\n", "utf-8")
    outcome = call("import", "cut.otio", "-o", written)
    assert (outcome.code, "--force" in outcome.err) == (2, True)
    assert written.read_text("utf-8") == "# by hand\n"
    assert call("import", "cut.otio", "-o", written, "--force").code == 0
    assert "clip clip" in written.read_text("utf-8")


def test_a_draft_is_read_as_its_service_spells_it(call: Call, project: Path, clip: Path):
    segment = {"from_ms": 0, "d": 1000, "src": clip.name, "in": 0, "out": 1000}
    draft = {"t": [{"tt": 0, "sg": [segment]}]}
    (project / "draft.json").write_text(json.dumps(draft), "utf-8")
    spelled = {"spelled": {"start": "from_ms"}}
    named = {"api_url": environment().api_url, **spelled}
    (project / "d.json").write_text(json.dumps(named), "utf-8")
    assert call("handoff", "draft.json", "-o", "cut.otio", "--media-root", ".").code == 2
    command = ("handoff", "draft.json", "-o", "cut.otio", "--media-root", ".")
    outcome = call(*command, "--draft-dialect", "d.json")
    assert outcome.code == 0, outcome.err
    timeline = otio.adapters.read_from_file(str(project / "cut.otio"))
    assert timeline.duration().to_seconds() == 1
    assert call("import", "draft.json", "-o", "back.edit").code == 2
    assert call("import", "draft.json", "-o", "back.edit", "--draft-dialect", "d.json").code == 0
    assert "keep 0-1s" in (project / "back.edit").read_text("utf-8")


def test_python_reads_drafts_as_the_project_has_learned(
    project: Path, clip: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(project)
    segment = {"from_ms": 0, "d": 1000, "src": clip.name, "in": 0, "out": 1000}
    (project / "draft.json").write_text(json.dumps({"t": [{"tt": 0, "sg": [segment]}]}), "utf-8")
    with pytest.raises(NoHandoff, match="cannot be read"):
        handoff("draft.json", output="cut.otio", folders=["."])
    (project / ".nemo-spec").mkdir(exist_ok=True)
    learned = {"api_url": environment().api_url, "spelled": {"start": "from_ms"}}
    (project / ".nemo-spec" / "draft-dialect.json").write_text(json.dumps(learned), "utf-8")
    assert handoff("draft.json", output="cut.otio", folders=["."]).unread == []
    (project / "keep.edit").write_text("keep 0-1s\n", "utf-8")
    assert verify("keep.edit", clip, draft="draft.json").met


def test_a_draft_that_does_not_say_what_plays_needs_partial(call: Call, project: Path, clip: Path):
    said = {"s": 0, "d": 500, "src": clip.name, "in": 500, "out": 1000}
    unsaid = {"s": 500, "d": 500, "src": clip.name}
    draft = {"t": [{"tt": 0, "sg": [said, unsaid]}]}
    (project / "draft.json").write_text(json.dumps(draft), "utf-8")
    for command in (
        ("handoff", "draft.json", "-o", "x.otio"),
        ("import", "draft.json", "-o", "x.edit"),
    ):
        outcome = call(*command)
        assert (outcome.code, "which part of clip.mp4 plays" in outcome.err) == (2, True)
        assert call(*command, "--partial").code == 0
    assert "keep 0.5s-1s" in (project / "x.edit").read_text("utf-8")


def test_a_file_that_a_draft_alone_names_is_looked_for_nowhere_else(call: Call, project: Path):
    segment = {"s": 0, "d": 500, "src": "../../etc/secret.mp4", "in": 0, "out": 500}
    (project / "draft.json").write_text(json.dumps({"t": [{"tt": 0, "sg": [segment]}]}), "utf-8")
    assert call("import", "draft.json", "-o", "back.edit").code == 0
    assert 'clip secret "secret.mp4"' in (project / "back.edit").read_text("utf-8")
