"""Nothing that a recipe reads is ever written over: refused before anything is sent."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from support.apply_world import RECIPE, World
from support.commands import Call

from mock_server.server import MockHandle

SRT = "1\n00:00:00,000 --> 00:00:01,000\nHello\n"


@pytest.fixture
def read(world: World, project: Path) -> World:
    """A recipe that reads a clip, a recipe, subtitles, a sound and a picture."""
    (project / ".nemo-spec").mkdir()
    (project / "brand.edit").write_text('title 0-1s "x"\n')
    (project / "words.srt").write_text(SRT)
    files = Path(__file__).parents[1] / "cases" / "files"
    for name in ("theme.mp3", "logo.png"):
        (project / name).write_bytes((files / name).read_bytes())
    world.path.write_text(
        'use "brand.edit"\ncaptions from "words.srt"\nmusic from "theme.mp3"\n'
        'overlay 0-1s "logo.png"\nexport 90p mp4 10fps low\n'
    )
    return world


def by_name(path: Path, project: Path) -> str:
    return path.name


def by_another_spelling(path: Path, project: Path) -> str:
    (project / "sub").mkdir()
    return f"sub/../{path.name}"


def by_hard_link(path: Path, project: Path) -> str:
    os.link(path, project / "hard.mp4")
    return "hard.mp4"


def by_link(path: Path, project: Path) -> str:
    (project / "soft.mp4").symlink_to(path)
    return "soft.mp4"


def by_folder(path: Path, project: Path) -> str:
    (project / "here").symlink_to(project)
    return f"here/{path.name}"


WAYS = [by_name, by_another_spelling, by_hard_link, by_link, by_folder]
FILES = ["clip.mp4", "a.edit", "brand.edit", "words.srt", "theme.mp3", "logo.png"]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", FILES)
def test_apply_does_not_export_over_a_file_that_it_reads(
    read: World, project: Path, name: str, way: Callable[[Path, Path], str]
):
    before = (project / name).read_bytes()
    outcome = read.apply("-o", way(project / name, project))
    assert outcome.code == 2
    assert "error[E255]" in outcome.err
    assert "nothing was sent" in outcome.err
    assert read.requests("create_session") == []
    assert (project / name).read_bytes() == before


@pytest.mark.parametrize("command", ["check", "plan", "apply", "verify"])
@pytest.mark.parametrize("written", ["{clip}.mp4", "./clip.mp4", "sub/../clip.mp4"])
def test_every_command_refuses_such_a_recipe(
    world: World, call: Call, project: Path, command: str, written: str
):
    (project / "sub").mkdir()
    world.path.write_text(f'clip a "clip.mp4"\ncut first 1s\nexport 90p mp4 to "{written}"\n')
    if "{" in written:
        world.path.write_text(f'cut first 1s\nexport 90p mp4 to "{written}"\n')
    clips = [world.clip] if "{" in written and command != "check" else []
    (project / "d.json").write_text('{"t": []}')
    draft = ["--draft", "d.json"] if command == "verify" else []
    outcome = call(command, "a.edit", *clips, *draft)
    if "{" in written and command == "check":  # without its clip nobody knows
        assert outcome.code == 0
        return
    assert outcome.code == 2
    assert "error[E255]: the recipe reads clip.mp4: it would be overwritten" in outcome.err
    assert "a.edit:" in outcome.err


@pytest.mark.parametrize("name", FILES)
def test_neither_a_plan_nor_a_report_is_written_over_them(
    read: World, call: Call, project: Path, name: str
):
    before = (project / name).read_bytes()
    (project / "d.json").write_text('{"t": []}')
    for outcome in (
        read.plan("-o", name),
        read.apply("--report", f"json:{name}"),
        call("verify", "a.edit", read.clip, "--draft", "d.json", "--report", f"junit:./{name}"),
    ):
        assert outcome.code == 2
        why = (
            "a recipe is there already"
            if name.endswith(".edit")
            else "was not written by nemo-spec"
        )
        assert why in outcome.err
    assert (project / name).read_bytes() == before
    assert read.requests("create_session") == []


def test_a_draft_or_a_saved_plan_is_read_too(world: World, call: Call, project: Path):
    (project / "d.json").write_text('{"t": []}')
    drafted = call("verify", "a.edit", world.clip, "--draft", "d.json", "--save-draft", "d.json")
    assert "error[E255]" in drafted.err
    assert json.loads((project / "d.json").read_text()) == {"t": []}
    assert world.plan("-o", "p.mp4").code == 0
    for flags in (["-o", "p.mp4"], ["--save-draft", "p.mp4"]):
        assert "error[E255]" in call("apply", "p.mp4", *flags).err
    assert world.requests("create_session") == []


def test_a_report_does_not_go_where_an_export_goes(world: World):
    outcome = world.apply("-o", "x.mp4", "--report", "json:./x.mp4")
    assert outcome.code == 2
    assert "an export goes to x.mp4" in outcome.err


def test_two_reports_do_not_go_to_one_file(world: World):
    outcome = world.apply("--report", "json:r", "--report", "junit:./r")
    assert outcome.code == 2
    assert "two reports would go to r" in outcome.err


@pytest.mark.parametrize("other", ["./x.mp4", "sub/../x.mp4", "here/x.mp4"])
def test_two_exports_to_one_file_that_is_written_differently(
    world: World, call: Call, project: Path, other: str
):
    (project / "sub").mkdir()
    (project / "here").symlink_to(".")
    world.path.write_text(f'export 90p mp4 to "x.mp4"\nexport 90p mp4 low to "{other}"\n')
    outcome = call("check", "a.edit")
    assert outcome.code == 2
    assert outcome.err.count("error[") == 1
    assert "error[E251]" in outcome.err


def test_what_lies_where_a_download_lies_is_not_written(world: World, project: Path):
    hidden = project / ".x.mp4.part.edit"
    hidden.write_text('title 0-1s "x"\n')
    world.path.write_text(f'use "{hidden.name}"\nexport 90p mp4 10fps\n')
    assert "error[E255]" in world.apply("-o", "x.mp4").err


@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_an_export_replaces_no_pipe_and_no_device(world: World, project: Path, kind: str):
    path = project / "x.mp4"
    if kind == "pipe":
        os.mkfifo(path)
    outcome = world.apply("-o", str(path if kind == "pipe" else "/dev/null"))
    assert outcome.code == 2
    assert f"it is a {kind}" in outcome.err


@pytest.mark.parametrize("place", ["own", "plan", "report"])
def test_what_is_ours_is_not_written_over(world: World, project: Path, place: str):
    (project / ".nemo-spec").mkdir()
    path = ".nemo-spec/journal.db"
    if place == "own":
        outcome = world.apply("-o", path)
    elif place == "plan":
        outcome = world.plan("-o", path)
    else:
        outcome = world.apply("--report", f"json:{path}")
    assert outcome.code == 2
    assert "this folder is reserved for nemo-spec" in outcome.err
    assert not (project / path).exists()


@pytest.mark.parametrize("option", ["plan", "--report", "--save-draft", "test"])
def test_a_recipe_is_not_written_over_by_a_slip(world: World, project: Path, option: str):
    other = project / "other.edit"
    other.write_text("# by hand\n", "utf-8")
    if option == "plan":
        outcome = world.plan("-o", "other.edit")
    elif option == "test":
        outcome = world.call("test", world.path, "--report", "json:other.edit")
    else:
        name = "json:other.edit" if option == "--report" else "other.edit"
        outcome = world.apply(option, name)
    assert (outcome.code, "a recipe is there already" in outcome.err) == (2, True)
    assert other.read_text("utf-8") == "# by hand\n"


def test_what_is_git_s_own_is_not_written_to(world: World, project: Path):
    (project / ".git").mkdir()
    outcome = world.apply("-o", ".git/x.mp4")
    assert (outcome.code, list((project / ".git").iterdir())) == (2, [])
    assert "this folder is git's own" in outcome.err


@pytest.mark.parametrize("dangling", [False, True])
def test_plans_and_reports_do_not_go_through_links(world: World, project: Path, dangling: bool):
    victim = project.parent / "victim"
    if not dangling:
        victim.write_text("mine")
    (project / "link").symlink_to(victim)
    for outcome in (world.plan("-o", "link"), world.apply("--report", "json:link")):
        assert outcome.code == 2
        assert "symbolic link" in outcome.err
    assert victim.exists() != dangling
    assert dangling or victim.read_text() == "mine"


def test_a_report_goes_into_a_pipe_or_a_device(world: World, call: Call, project: Path):
    (project / "d.json").write_text('{"t": []}')
    command = ("verify", "a.edit", world.clip, "--draft", "d.json", "--report")
    assert call(*command, "json:/dev/null").code == 1
    ends = os.pipe()
    assert call(*command, f"json:/dev/fd/{ends[1]}").code == 1
    os.close(ends[1])
    with os.fdopen(ends[0]) as pipe:
        assert json.load(pipe)


def test_an_export_by_hand_spares_clips_and_what_is_no_video(
    world: World, call: Call, project: Path, service: MockHandle
):
    assert call("upload", world.clip).code == 0
    assert call("chat", "Place the clip clip.mp4 on the video track.").code == 0
    before = world.clip.read_bytes()
    for name in ("clip.mp4", "a.edit"):
        outcome = call("export", "-o", name)
        assert outcome.code == 2
        assert f"cannot write {name}" in outcome.err
    assert world.clip.read_bytes() == before
    assert world.path.read_text().startswith(RECIPE)
    assert service.requests(call="render") == []


def test_a_link_in_the_place_of_the_last_session_is_refused(call: Call, project: Path, clip: Path):
    victim = project.parent / "victim"
    victim.write_text('{"sessions": []}')
    (project / ".nemo-spec").mkdir()
    (project / ".nemo-spec" / "session.json").symlink_to(victim)
    outcome = call("upload", clip)
    assert outcome.code != 0
    assert "symbolic link" in outcome.err
    assert "remove it" in outcome.err
    assert victim.read_text() == '{"sessions": []}'


def test_parts_of_a_download_are_not_written_through_links(world: World, project: Path):
    victims = [project.parent / "one", project.parent / "two"]
    for victim, name in zip(victims, (".x.mp4.part", ".x.mp4.part.json"), strict=True):
        victim.write_text('{"total": 4, "validator": ""}')
        (project / name).symlink_to(victim)
    outcome = world.apply("-o", "x.mp4")
    assert [victim.read_text() for victim in victims] == ['{"total": 4, "validator": ""}'] * 2
    assert outcome.code == 0, outcome.err
    assert (project / "x.mp4").stat().st_mode & 0o044  # a file of the user, not one of ours


def test_a_part_that_is_a_link_is_not_continued(world: World, project: Path):
    victim = project.parent / "victim"
    victim.write_text("mine")
    (project / ".x.mp4.part").symlink_to(victim)
    (project / ".x.mp4.part.json").write_text('{"total": 40000, "validator": "\\"a\\""}')
    outcome = world.apply("-o", "x.mp4")
    assert outcome.code == 0, outcome.err
    assert victim.read_text() == "mine"


WRITING = {
    "plan": ("plan", "a.edit", "clip.mp4", "-o", "{}"),
    "json": ("verify", "a.edit", "clip.mp4", "--draft", "d.json", "--report", "json:{}"),
    "junit": ("verify", "a.edit", "clip.mp4", "--draft", "d.json", "--report", "junit:{}"),
    "html": ("verify", "a.edit", "clip.mp4", "--draft", "d.json", "--report", "html:{}"),
    "github": ("verify", "a.edit", "clip.mp4", "--draft", "d.json", "--report", "github:{}"),
    "draft": ("apply", "a.edit", "clip.mp4", "--offline", "--save-draft", "{}"),
    "test": ("test", "a.edit", "--report", "json:{}"),
    "otio": ("handoff", "d.json", "--media-root", ".", "-o", "{}.otio"),
    "fcpxml": ("handoff", "d.json", "--media-root", ".", "-o", "{}.fcpxml"),
    "edl": ("handoff", "d.json", "--media-root", ".", "-o", "{}.edl"),
    "png": ("show", "d.json", "--png", "{}.png"),
    "mp4": ("apply", "a.edit", "clip.mp4", "--offline", "-o", "{}.mp4"),
}
"""By the kind of file."""
DRAFT = {
    "d": 1000,
    "t": [{"tt": 0, "sg": [{"role": "clip", "s": 0, "d": 1000, "src": "clip.mp4", "in": 0, "out": 1000}]}],
}  # fmt: skip
OTHERS = {
    "film": b"\0\0\0\x18ftypisom" + bytes(100),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "words": SRT.encode(),
    "notes": b"# My notes\n",
    "site": b"<!DOCTYPE html><title>Mine</title>",
    "package": b'{"name": "mine", "version": 1}',
    "edited": b'<?xml version="1.0" encoding="utf-8"?>\n<mlt producer="main_bin"></mlt>\n',
}
ALIKE = {
    "film": ["mp4"],
    "picture": ["png"],
    "words": ["github", "edl"],
    "notes": ["github", "edl"],
    "site": ["github", "edl"],
    "package": ["draft", "otio", "github", "edl"],
    "edited": ["github", "edl"],
}
"""What cannot be told from what an earlier run has made: a file is written where a user says."""


@pytest.fixture
def place(world: World, project: Path) -> Path:
    world.path.write_text("cut first 0.1s\nexport 90p mp4 10fps low\n")
    (project / "d.json").write_text(json.dumps(DRAFT))
    return project


def written(call: Call, kind: str, name: str) -> tuple[int, str]:
    outcome = call(*[part.replace("{}", name) for part in WRITING[kind]])
    return outcome.code, outcome.err


def named(kind: str, name: str) -> str:
    return WRITING[kind][-1].replace("{}", name).rpartition(":")[2]


@pytest.mark.parametrize("kind", WRITING)
def test_nothing_takes_the_place_of_another_kind_of_file(call: Call, place: Path, kind: str):
    for name, content in OTHERS.items():
        path = place / named(kind, name)
        path.write_bytes(content)
        if kind not in ALIKE[name]:
            code, err = written(call, kind, name)
            assert (code, "was not written by nemo-spec" in err) == (2, True), (name, err)
            assert path.read_bytes() == content


@pytest.mark.parametrize("kind", sorted(WRITING.keys() - {"mp4", "draft", "test"}))
def test_what_an_earlier_run_has_made_is_replaced_and_so_is_an_empty_file(
    call: Call, place: Path, kind: str
):
    path = place / named(kind, "new")
    path.touch()
    for _ in range(2):
        code, err = written(call, kind, "new")
        assert code in (0, 1), err
        assert kind == "github" or path.stat().st_size


@pytest.mark.parametrize("name", [".git/config", ".GIT/config", ".nemo-spec", ".Nemo-Spec/x"])
@pytest.mark.parametrize("kind", WRITING)
def test_nothing_is_written_into_folders_that_are_others_own(
    call: Call, place: Path, kind: str, name: str
):
    if kind in ("otio", "fcpxml", "edl", "png", "mp4") and name == ".nemo-spec":
        return  # another ending, another name
    folder = place / name.partition("/")[0]
    if "/" in name:
        folder.mkdir()
    code, err = written(call, kind, name)
    assert (code, "this folder is" in err) == (2, True), err
    assert not folder.exists() or list(folder.iterdir()) == []


def test_a_recipe_is_one_however_its_ending_is_written(call: Call, place: Path):
    (place / "B.EDIT").write_text("# by hand\n")
    assert "a recipe is there already" in call("plan", "a.edit", "clip.mp4", "-o", "B.EDIT").err


def test_pages_of_many_runs_do_not_take_the_place_of_a_site(call: Call, place: Path):
    site = place / "site" / "index.html"
    site.parent.mkdir()
    site.write_bytes(OTHERS["site"])
    outcome = call("batch", "a.edit", "clip.mp4", "--offline", "--report", "html:site")
    assert "was not written by nemo-spec" in outcome.err
    assert site.read_bytes() == OTHERS["site"]
