"""What is no file, or has no end, is refused at once; what cannot be read is never quoted."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import Call
from support.waiting import PROCESSOR

from nemo_spec.media.subtitles import read_subtitles

SECRET = "root:x:0:0:root:/root:/bin/bash\n"
KINDS = ["pipe", "zero", "device", "folder", "huge"]


def make(path: Path, kind: str) -> Path:
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind == "huge":
        with path.open("wb") as file:
            file.truncate(3_000_000_000)
    else:
        path.symlink_to("/dev/zero" if kind == "zero" else "/dev/null")
    return path


@pytest.fixture(autouse=True)
def root(project: Path) -> None:
    """Links may lead out of a project, which is then no matter of links."""
    (project / ".nemo-spec").mkdir()


def said_of(kind: str) -> str:
    return {
        "pipe": "is a pipe",
        "zero": "is a device",
        "device": "is a device",
        "folder": "is a folder",
    }.get(kind, "large")


USES: dict[str, Callable[[str], str]] = {
    "x.mp4": lambda name: f'clip a "{name}"\ntrim pauses\n',
    "x.srt": lambda name: f'captions from "{name}"\n',
    "x.mp3": lambda name: f'music from "{name}"\n',
    "x.png": lambda name: f'overlay 0-1s "{name}"\n',
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", USES)
def test_what_a_recipe_names(call: Call, project: Path, name: str, kind: str):
    make(project / name, kind)
    (project / "a.edit").write_text(USES[name](name))
    began = time.process_time()
    outcome = call("check", "a.edit")
    assert time.process_time() - began < PROCESSOR
    assert outcome.code == 2
    assert said_of(kind) in outcome.err
    assert "a.edit:" in outcome.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "command", [["check", "x.edit"], ["fmt", "x.edit"], ["plan", "x.edit"], ["apply", "x.edit"],
                ["show", "x"], ["diff", "x", "x"], ["diff", "x.edit", "x.edit"],
                ["verify", "a.edit", "--draft", "x"], ["apply", "x", "--offline"],
                ["apply", "a.edit", "x.mp4"], ["upload", "x.mp4"], ["check", "u.edit"]],
    ids=" ".join,
)  # fmt: skip
def test_what_a_command_names(call: Call, project: Path, command: list[str], kind: str):
    (project / "a.edit").write_text("trim pauses\n")
    (project / "u.edit").write_text('use "x.edit"\n')
    for name in ("x", "x.edit", "x.mp4"):
        make(project / name, kind)
    began = time.process_time()
    outcome = call(*command)
    assert time.process_time() - began < PROCESSOR
    assert outcome.code == 2 or (command[0] == "fmt" and kind == "folder")
    assert "error" in outcome.err or outcome.code == 0


@pytest.mark.parametrize("suffix", ["srt", "json", "expected.json", "edit"])
def test_the_file_of_another_is_never_quoted(call: Call, project: Path, suffix: str):
    outside = project.parent / "passwd"
    outside.write_text(SECRET)
    (project / f"x.{suffix}").symlink_to(outside)
    (project / "a.edit").write_text(
        f'use "x.{suffix}"\n' if suffix == "edit" else f'captions from "x.{suffix}"\n'
    )
    (project / "b.edit").write_text("trim pauses\n")
    for command in (
        ["check", "a.edit"],
        ["check", f"x.{suffix}"],
        ["test", f"x.{suffix}"],
        ["test", "."],
        ["fmt", "--diff", f"x.{suffix}"],
        ["fmt", "."],
        ["show", f"x.{suffix}"],
        ["apply", f"x.{suffix}"],
        ["verify", "b.edit", "--draft", f"x.{suffix}"],
    ):
        outcome = call(*command)
        if suffix == "edit" or command[0] in ("show", "verify") or command[-1] == "a.edit":
            assert "root:x" not in outcome.out + outcome.err, command
    assert outside.read_text() == SECRET


def test_a_link_to_a_file_that_is_no_recipe_is_not_read(call: Call, project: Path):
    (project / ".env").write_text(SECRET)
    (project / "x.edit").symlink_to(".env")
    (project / "a.edit").write_text('use ".env"\n')
    (project / "b.edit").write_text('use "x.edit"\n')
    for name in ("x.edit", "a.edit", "b.edit"):
        outcome = call("check", name)
        assert outcome.code == 2
        assert "error[E101]" in outcome.err
        assert "root:x" not in outcome.err


def test_a_recipe_that_is_a_link_inside_the_project_is_read(call: Call, project: Path):
    (project / "a.edit").write_text("trim  pauses\n")
    (project / "b.edit").symlink_to("a.edit")
    assert call("check", "b.edit").code == 0
    assert call("fmt", "b.edit").code == 0
    assert (project / "a.edit").read_text() == "trim pauses\n"
    assert (project / "b.edit").is_symlink()


def test_a_recipe_outside_is_not_formatted_through_a_link(call: Call, project: Path):
    outside = project.parent / "outside.edit"
    outside.write_text("trim  pauses\n")
    (project / "x.edit").symlink_to(outside)
    assert call("fmt", ".").code == 2
    assert outside.read_text() == "trim  pauses\n"


def test_links_in_a_circle_are_an_error(call: Call, project: Path):
    (project / "x.edit").symlink_to("x.edit")
    (project / "a.edit").write_text('use "x.edit"\n')
    for command in (
        ["check", "x.edit"],
        ["check", "a.edit"],
        ["fmt", "x.edit"],
        ["show", "x.edit"],
    ):
        outcome = call(*command)
        assert outcome.code == 2
        assert "error" in outcome.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SECRET, "it holds no times of SRT"),
        (f"1\n00:00:00,000 --> 00:00:01,000\nok\n\n2\n0:0 --> {SECRET}", "cue 2 on line 6"),
        (f"\n\n1\n00:00:02,000 --> 00:00:01,000\n{SECRET}", "cue 1 on line 4 ends before"),
        (f"1\n{'9' * 5000}:00:00,000 --> 00:00:01,000\n{SECRET}", "the times of cue 1 on line 2"),
    ],
)
def test_a_cue_is_told_by_its_number(call: Call, project: Path, text: str, said: str):
    (project / "x.srt").write_text(text)
    (project / "a.edit").write_text('captions from "x.srt"\n')
    outcome = call("check", "a.edit")
    assert outcome.code == 2
    assert said in outcome.err
    assert "root:x" not in outcome.err


def test_hostile_markup_is_read_in_no_time():
    began = time.process_time()
    read_subtitles(b"1\n00:00:00,000 --> 00:00:01,000\n" + b"<a" * 2_000_000 + b"{\\" * 500_000)
    assert time.process_time() - began < PROCESSOR


def test_what_json_complains_about_is_not_quoted(call: Call, project: Path):
    (project / "x.json").write_text('{"t": "\\z"}')
    outcome = call("show", "x.json")
    assert outcome.err == "error: x.json:1:8: not JSON: invalid \\escape\n"
