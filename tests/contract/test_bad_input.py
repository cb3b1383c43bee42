"""Input that is bad is refused before anything is sent, and nothing is half written."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.commands import Outcome
from support.paths import INTERVIEW

from mock_server import start

Run = Callable[..., Outcome]
Write = Callable[..., Path]


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Callable[[], int]]:
    """A running mock in the place of the service; gives how many requests have reached it."""
    with start() as mock:
        monkeypatch.setenv("NEMO_API_URL", mock.url)
        monkeypatch.setenv("HOME", str(tmp_path / "home"))
        yield lambda: len(mock.requests())


def make(path: Path, kind: str) -> Path:
    if kind == "missing.mp4":
        return path / kind
    if kind == "empty.mp4":
        (path / kind).touch()
    elif kind == "text.mp4":
        (path / kind).write_text("this is not a video\n" * 100)
    elif kind == "notes.docx":
        (path / kind).write_bytes(b"PK\x03\x04" + bytes(1000))
    elif kind == "renamed.mkv":
        shutil.copy(INTERVIEW, path / kind)
    elif kind == "huge.mp4":
        shutil.copy(INTERVIEW, path / kind)
        with (path / kind).open("r+b") as file:
            file.truncate(501 * 1024 * 1024)
    elif kind == "cut.mp4":
        (path / kind).write_bytes(INTERVIEW.read_bytes()[:20_000])
    return path / kind


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("missing.mp4", "error[E231]: no file"),
        ("empty.mp4", "is empty"),
        ("text.mp4", "error[E243]"),
        ("notes.docx", "accepted are mp4 mov"),
        ("renamed.mkv", "error[E243]"),
        ("huge.mp4", "525 MB"),
        ("cut.mp4", "error[E243]"),
    ],
)
def test_a_bad_clip_is_refused_before_a_byte_is_sent(
    nemo_spec: Run, recipe: Write, tmp_path: Path, service: Callable[[], int], kind: str, said: str
):
    out = tmp_path / "out.mp4"
    clip = make(tmp_path, kind)
    outcome = nemo_spec("apply", recipe("trim pauses\nexport 720p mp4\n"), clip, "-o", out)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.err.count("error[") == 1
    assert "nothing was sent" in outcome.err
    assert service() == 0
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["apply", "{recipe}"], "no file for clip `clip`"),
        (["apply", "nothere.edit", "{clip}"], "cannot read nothere.edit"),
        (["apply", "{recipe}", "{clip}", "-o", "{folder}"], "it is a folder"),
        (["apply", "{recipe}", "{clip}", "-o", "/proc/nothing/out.mp4"], "cannot write"),
        (["apply", "{recipe}", "{clip}", "--set", "x=1"], "--set x: unknown variable"),
        (["apply", "{recipe}", "{clip}", "--fault", "silent"], "--fault needs --offline"),
    ],
)
def test_a_bad_command_is_refused(
    nemo_spec: Run,
    recipe: Write,
    tmp_path: Path,
    service: Callable[[], int],
    arguments: list[str],
    said: str,
):
    path = recipe("trim pauses\nexport 720p mp4\n")
    given = [a.format(recipe=path, clip=INTERVIEW, folder=tmp_path) for a in arguments]
    outcome = nemo_spec(*given)
    assert outcome.code == 2
    assert said in outcome.err
    assert service() == 0


def test_a_recipe_with_errors_is_refused_with_all_of_them(
    nemo_spec: Run, recipe: Write, service: Callable[[], int]
):
    path = recipe('titel 0-3s "a"\ntrim pauses\nmusic volum 3%\nexport 4k mp4\n')
    outcome = nemo_spec("apply", path, INTERVIEW)
    assert outcome.code == 2
    assert [line[:11] for line in outcome.err.splitlines() if line.startswith("error")] == [
        "error[E102]",
        "error[E103]",
        "error[E250]",
    ]
    assert service() == 0


def test_a_service_out_of_reach_is_one_sentence(
    nemo_spec: Run, recipe: Write, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("NEMO_API_URL", "http://127.0.0.1:9")
    monkeypatch.setenv("HOME", str(tmp_path))
    outcome = nemo_spec("apply", recipe("trim pauses\nexport 720p mp4\n"), INTERVIEW)
    assert outcome.code == 3
    assert "error: the service cannot be reached" in outcome.err
    assert "Traceback" not in outcome.err
