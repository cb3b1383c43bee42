"""Downloads that are anything but the video: nothing else is ever delivered, and nothing is paid twice."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path

import pytest
from support.chaos import Bill, Ended, Project, Service, bill
from support.hostile_front import (
    Answer,
    Front,
    altered,
    closed_early,
    elsewhere,
    front_of,
    giving,
    status,
)

from nemo_spec.conformance.world import clip as make_clip
from nemo_spec.media.probe import NotMedia, measure_video

OTHER = make_clip()
LUCK = random.Random(7)
HOSTILE: dict[str, Answer] = {
    "nothing": giving(b""),
    "text": giving(b"not yet"),
    "script": giving(b"ffconcat version 1.0\nfile a.mp4\n"),
    "playlist": giving(b"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\na.mp4\n#EXT-X-ENDLIST\n"),
    "page": giving(b"<html></html>", content_type="text/html"),
    "code": giving(b'{"code":1002}', content_type="application/json"),
    "noise": giving(LUCK.randbytes(50_000)),
    "head": altered(lambda real: real[:4000] + LUCK.randbytes(len(real) - 4000)),
    "other video": giving(OTHER),
    "half": closed_early,
    "encoded": giving(b"x" * 100, content_encoding="gzip"),
    "too large": giving(b"", content_length=str(10**13)),
    "gone": status(410),
    "metadata": elsewhere("http://169.254.169.254/latest/meta-data"),
    "file": elsewhere("file:///etc/passwd"),
    "right": altered(lambda real: real),
}


@pytest.fixture
def front(mock: Service) -> Iterator[Front]:
    with front_of(mock.url) as found:
        yield found


def behind(front: Front, mock: Service, folder: Path) -> Project:
    """A project that knows the service by the address of the front."""
    service = copy(mock)
    service.url = front.url
    return Project(service, folder)


def is_true(project: Project, ended: Ended, undisturbed: Bill) -> None:
    """The video is at its place or nothing is, and success means that it is there."""
    assert ended.code in (0, 1, 3), ended
    assert "Traceback" not in ended.err, ended
    out = project.work / "out.mp4"
    try:
        made = measure_video(out) if out.exists() else None
    except NotMedia as reason:
        raise AssertionError(f"{reason}: {ended}") from None
    found = made and (made.width, made.height, made.length)
    assert found in (None, undisturbed.file), (found, ended)
    assert (ended.code == 0) == out.exists(), ended
    assert not list(project.work.glob(".out.mp4.part*")) or ended.code == 3, ended


def endure(project: Project, front: Front, names: list[str], undisturbed: Bill) -> None:
    front.answers = [HOSTILE[name] for name in names]
    ended = project.apply().wait()
    is_true(project, ended, undisturbed)
    front.answers = []
    if ended.code == 3:
        project.finish()
    elif ended.code == 1:
        ended = project.apply().wait()
        is_true(project, ended, undisturbed)
        assert ended.code == 0, ended
    now = bill(project)
    assert (now.applied, now.charged, now.file) == (
        undisturbed.applied,
        undisturbed.charged,
        undisturbed.file,
    ), names
    assert len(project.sessions()) == 1, names


@pytest.mark.parametrize("seed", range(4))
def test_hostile_downloads(
    seed: int, mock: Service, front: Front, tmp_path: Path, undisturbed: tuple[Bill, int]
):
    names = random.Random(seed).choices(list(HOSTILE), k=6)
    endure(behind(front, mock, tmp_path / "0"), front, names, undisturbed[0])


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100, 200))
def test_a_hundred_rounds_of_hostile_downloads(
    seed: int, mock: Service, front: Front, tmp_path: Path, undisturbed: tuple[Bill, int]
):
    luck = random.Random(seed)
    names = luck.choices(list(HOSTILE), k=luck.randrange(1, 12))
    endure(behind(front, mock, tmp_path / "0"), front, names, undisturbed[0])


def test_every_hostile_answer_is_no_video(
    mock: Service,
    front: Front,
    tmp_path: Path,
    project: Callable[[], Project],
    undisturbed: tuple[Bill, int],
):
    """The sieve of this test lets nothing through that is not the video."""
    assert set(HOSTILE) - {"right"}
    one = project()
    assert one.apply().wait().code == 0
    is_true(one, Ended(0, "", ""), undisturbed[0])
    (one.work / "out.mp4").write_bytes(OTHER)
    with pytest.raises(AssertionError):
        is_true(one, Ended(0, "", ""), undisturbed[0])
