"""A run is killed in the middle of a picture, a sound or a subtitle file that it makes of the video."""

from __future__ import annotations

import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from support.chaos import Project

from nemo_spec.media.probe import measure
from nemo_spec.media.subtitles import read_subtitles

EXPORTS = """
caption 0-0.3s "One"
keep 0-0.5s
export 90p mp4 10fps low to "out.mp4"
export frame 0.2s png to "x.png"
export frame end jpg to "x.jpg"
export audio wav to "x.wav"
export captions srt to "x.srt"
"""


def is_whole(path: Path) -> bool:
    if path.suffix == ".srt":
        return [cue.text for cue in read_subtitles(path.read_bytes()).cues] == ["One"]
    if path.suffix == ".wav":
        return 400 < measure(path).length < 600
    with Image.open(path) as picture:
        picture.load()
        return picture.height == 90


@pytest.mark.parametrize(
    "ending",
    [".srt", *(pytest.param(one, marks=pytest.mark.slow) for one in (".png", ".jpg", ".wav"))],
)
def test_nothing_half_written_has_its_name_and_the_next_run_makes_it(
    ending: str, project: Callable[[], Project]
) -> None:
    made = project()
    (made.work / "work.edit").write_text(EXPORTS, "utf-8")
    ended = made.apply(half=[ending]).wait()
    assert ended.code == -signal.SIGKILL, ended
    assert not (made.work / f"x{ending}").exists()
    assert made.finish()[-1].code == 0
    names = {path.name for path in made.work.iterdir()} - {".nemo-spec"}
    assert names == {"work.edit", "a.mp4", "out.mp4", "x.png", "x.jpg", "x.wav", "x.srt"}
    assert all(is_whole(path) for path in made.work.glob("x.*"))
