"""No room for what is written: it is said where and what to do, and nothing is sent twice later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.chaos import Bill, Ended, Project, Service, bill

KB = 1024


def limited(project: Project, most: int) -> Ended:
    """A run whose files cannot become larger than so many bytes."""
    return project.apply(limits={"RLIMIT_FSIZE": most}).wait()


@pytest.mark.parametrize("most", [KB, 6 * KB, 20 * KB])
def test_files_that_cannot_grow(
    most: int, project: Callable[[], Project], undisturbed: tuple[Bill, int]
):
    one = project()
    ended = limited(one, most)
    assert ended.code in (2, 3), ended
    assert "Traceback" not in ended.err, ended
    assert str(one.work) in ended.err or "out.mp4" in ended.err, ended
    if ended.code == 2:
        assert "nothing was sent" in ended.err
        assert one.sessions() == []
    one.finish()
    assert bill(one) == undisturbed[0]


def test_a_download_for_which_there_is_no_room(mock: Service, tmp_path: Path):
    one = Project(mock, tmp_path / "0", 'cut 0-0.5s\nexport 720p mp4 high to "out.mp4"\n')
    assert one.apply().wait().code == 0
    paid = bill(one)
    most = max(path.stat().st_size for path in one.work.glob(".nemo-spec/*")) + 8 * KB
    video = one.work / "out.mp4"
    assert video.stat().st_size > most
    video.unlink()
    ended = limited(one, most)
    assert ended.code == 3, ended
    assert "out.mp4 cannot be written" in ended.err, ended
    assert "make room" in ended.err, ended
    assert not video.exists()
    assert not list(one.work.glob(".out*"))
    one.finish()
    assert bill(one) == paid
