"""Files into a session, and the video out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.media.probe import measure
from nemo_spec.nemo.client import Nemo


def refused(project: Path) -> list[Path]:
    text, fake, empty = (project / name for name in ("notes.txt", "fake.mp4", "empty.mp4"))
    text.write_text("hello", "utf-8")
    fake.write_text("no video", "utf-8")
    empty.touch()
    return [text, fake, empty, project / "missing.mp4"]


def test_one_file_that_cannot_be_accepted_stops_all(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    outcome = call("upload", clip, *refused(project))
    assert outcome.code == 2
    reasons = outcome.err.splitlines()
    assert len(reasons) == 4
    for reason, said in zip(
        reasons, ("not supported", "not what its name says", "is empty", "not exist"), strict=True
    ):
        assert said in reason
    assert service.requests() == []


def test_addresses_are_fetched_by_the_service(call: Call, service: MockHandle, clip: Path):
    call("upload", clip)
    row = service.mock.store.one("select file from uploads")
    assert row is not None
    outcome = call("upload", f"{service.url}/files/uploads/{row['file']}")
    assert outcome.code == 0
    assert outcome.lines[0].endswith("video, 2.0 s, 320x180")


def test_an_export_lies_where_it_was_asked_for_and_is_what_was_asked_for(
    call: Call, project: Path, clip: Path
):
    call("upload", clip)
    assert "nothing to export yet" in call("export").err
    call("chat", "keep the first 1 second")
    assert call("status").lines[-1] == "ready for export"
    outcome = call("export", "--size", "90p", "--fps", "10", "--quality", "low", "-o", "a/b.mp4")
    assert outcome.code == 0, outcome.err
    made = measure(project / "a" / "b.mp4")
    assert (made.width, made.height, made.length) == (160, 90, pytest.approx(1000, abs=60))
    size = (project / "a" / "b.mp4").stat().st_size
    assert outcome.lines == [f"a/b.mp4  160x90, {made.length / 1000:.1f} s, {size / 1000:.1f} kB"]
    refused = call("export", "-o", "a/b.mov")
    assert (refused.code, "write `-o b.mp4`" in refused.err) == (2, True)
    assert call("export").code == 0
    assert [path.name for path in (project / "out").iterdir()] == ["project.mp4"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--size", "huge"], "write it like 1080p"),
        (["--size", "2160p"], "larger than what is rendered"),
        (["--size", "２４p"], "write it like 1080p"),
        (["--fps", "0"], "a number from 1 to 60"),
        (["--fps", "nan"], "a number from 1 to 60"),
        (["--fps", "fast"], "a number from 1 to 60"),
        (["--quality", "best"], "invalid choice"),
    ],
)
def test_what_cannot_be_rendered_is_refused_at_once(
    call: Call, service: MockHandle, arguments: list[str], said: str
):
    outcome = call("export", *arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert service.requests() == []


def test_an_output_that_cannot_be_written_is_refused_before_rendering(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    call("upload", clip)
    call("chat", "keep the first 1 second")
    outcome = call("export", "-o", project)
    assert outcome.code == 2
    assert "cannot write" in outcome.err
    assert service.requests(call="render") == []


@pytest.mark.parametrize("fault", ["render_failed", "duplicate_render", "output_unreachable"])
def test_what_goes_wrong_once_is_tried_once_more(
    call: Call, service: MockHandle, clip: Path, fault: str
):
    call("upload", clip)
    call("chat", "keep the first 1 second")
    service.fault(fault, times=1)
    outcome = call("export", "--size", "90p")
    assert outcome.code == 0, outcome.err


def test_a_render_that_fails_twice_leaves_nothing(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    call("upload", clip)
    call("chat", "keep the first 1 second")
    service.fault("render_failed", times=2, message="\x1b[2Jno memory")
    outcome = call("export")
    assert outcome.code == 3
    assert "the render failed" in outcome.err
    assert "\x1b" not in outcome.err
    assert list((project / "out").iterdir()) == []


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Pauses are noted, not made; renders are asked for without one."""
    slept: list[float] = []
    monkeypatch.setattr("nemo_spec.run.clock.Clock.sleep", lambda self, s: slept.append(s))
    return slept


def put(content: bytes) -> Callable[..., None]:
    """A renderer that makes the same of everything."""

    def render(draft: Any, media: Any, out: Path, **options: Any) -> None:
        out.write_bytes(content)

    return render


def test_a_download_goes_on_where_it_broke_off(
    call: Call,
    service: MockHandle,
    clip: Path,
    clip_bytes: bytes,
    no_waiting: list[float],
    monkeypatch: pytest.MonkeyPatch,
):
    had: list[int] = []
    download = Nemo.download

    def watched(nemo: Nemo, url: str, part: Path, *rest: Any, **options: Any) -> int:
        had.append(part.stat().st_size if part.exists() else 0)
        return download(nemo, url, part, *rest, **options)

    monkeypatch.setattr(Nemo, "download", watched)
    service.change(render=put(clip_bytes))
    call("upload", clip)
    call("chat", "keep the first 1999ms")
    service.fault("download_cut", after=1000, times=2)
    outcome = call("export")
    assert outcome.code == 0, outcome.err
    assert had == [0, 1000, 2000]
    assert service.requests(call="download") == []
    assert [pause for pause in no_waiting if pause >= 1] == [1.0, 3.0]


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize(
    ("fault", "times", "code"), [("download_cut", 5, 0), ("download_cut", 50, 3)]
)
def test_a_download_that_never_ends_well_is_given_up_and_leaves_nothing(
    call: Call,
    service: MockHandle,
    project: Path,
    clip: Path,
    clip_bytes: bytes,
    fault: str,
    times: int,
    code: int,
):
    service.change(render=put(clip_bytes))
    call("upload", clip)
    call("chat", "keep the first 1999ms")
    service.fault(fault, after=0, times=times)
    assert call("export").code == code
    left = [path.name for path in (project / "out").iterdir()]
    assert left == (["project.mp4"] if code == 0 else [])


def test_what_is_no_video_is_not_delivered(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    service.change(render=put(b"\0" * 5000))
    call("upload", clip)
    call("chat", "keep the first 1 second")
    (project / "out").mkdir()
    before = b"\0\0\0\x18ftypisom, the one before"
    (project / "out" / "project.mp4").write_bytes(before)
    outcome = call("export")
    assert outcome.code == 3
    assert "not a video" in outcome.err
    assert [path.read_bytes() for path in (project / "out").iterdir()] == [before]


def test_a_video_that_is_not_as_asked_is_named(
    call: Call, service: MockHandle, project: Path, clip: Path, clip_bytes: bytes
):
    service.change(render=put(clip_bytes))
    call("upload", clip)
    call("chat", "keep the first 1 second")
    for size, wanted in (("90p", "160x90"), ("180p", "320x180")):
        outcome = call("export", "--size", size)
        assert outcome.code == 1
        said = f"not as asked: the render is 320x180, 2.0 s, 0.1 MB instead of {wanted}, 1.0 s; "
        assert outcome.err.startswith(said + "out/project.mp4 was not written")
        assert not (project / "out" / "project.mp4").exists()


def test_a_blocked_export_speaks_of_the_plan(call: Call, service: MockHandle, clip: Path):
    call("upload", clip)
    call("chat", "keep the first 1 second")
    service.fault("error", code=402, call="render")
    outcome = call("export")
    assert outcome.code == 3
    assert "not about credits" in outcome.err
