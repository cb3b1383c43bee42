"""Chapters in a finished video: read back, and picture and sound as they were."""

from __future__ import annotations

from pathlib import Path

import av
import pytest
from support.render import make_clock

from nemo_spec.media.probe import NotMedia, measure_video, write_chapters

MARKS = [(0, 'Start; or "so"'), (1500, "中 = 间\n2"), (2750, "Últim ½")]


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_clock(tmp_path_factory.mktemp("chapters") / "clock.mp4", 4)


def packets(path: Path) -> list[tuple[str, bytes]]:
    with av.open(str(path)) as file:
        kept = [one for one in file.streams if one.type in ("video", "audio")]
        found = [(one.stream.type, bytes(one)) for one in file.demux(kept) if one.size]
    return sorted(found)


def test_chapters_are_written_beside_the_same_picture_and_sound(
    video: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.mp4"
    write_chapters(video, copy, MARKS)
    with av.open(str(copy)) as file:
        found = [(one["start"] * one["time_base"] * 1000, one["metadata"]["title"])
                 for one in file.chapters()]  # fmt: skip
        ends = [float(one["end"] * one["time_base"]) for one in file.chapters()]
    assert found == MARKS
    assert ends == pytest.approx([1.5, 2.75, 4], abs=0.05)
    assert packets(copy) == packets(video)
    before, after = measure_video(video), measure_video(copy)
    assert (before.length, before.width, before.sounds) == (after.length, after.width, after.sounds)
    data = copy.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat"), "it plays while it loads"


@pytest.mark.parametrize("marks", [[(1, "A")], [(500, "A"), (1500, "B")], [(3999, "A")]])
def test_a_first_chapter_that_begins_later_is_not_moved_to_the_start(
    video: Path, tmp_path: Path, marks: list[tuple[int, str]]
) -> None:
    copy = tmp_path / "copy.mp4"
    write_chapters(video, copy, marks)
    with av.open(str(copy)) as file:
        found = [(one["start"] * one["time_base"] * 1000, one["metadata"]["title"])
                 for one in file.chapters()]  # fmt: skip
    assert found == [(0, ""), *marks]


def test_a_chapter_after_the_end_is_refused(video: Path, tmp_path: Path) -> None:
    with pytest.raises(NotMedia, match="ends before the chapter 'Late'"):
        write_chapters(video, tmp_path / "copy.mp4", [(0, "A"), (9000, "Late")])
