"""Pictures, sounds and subtitle files of a finished video: right, made anew, never half."""

from __future__ import annotations

import array
import math
import os
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageStat
from support.commands import Call
from support.render import RATE, ffmpeg, look

from mock_server.server import MockHandle
from nemo_spec.media import probe
from nemo_spec.media.probe import NotMedia, measure
from nemo_spec.media.subtitles import read_subtitles
from nemo_spec.run.exports import extracts as run_extracts

CUES = 'keep first 0.4s\ncaption 0-0.15s "One & <two>"\ncaption 0.2-0.4s "Three\\n\\nfour"\n'
"""Two captions."""


def written(project: Path, text: str) -> None:
    (project / "a.edit").write_text(text, "utf-8")


def files(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "out").iterdir())


@pytest.mark.parametrize(
    ("video", "size"),
    [
        ("export 90p mp4 10fps\n", (160, 90)),
        pytest.param("", (1920, 1080), id="that nobody asked for", marks=pytest.mark.slow),
    ],
)
@pytest.mark.usefixtures("clip")
def test_all_kinds_are_made_of_one_video(
    call: Call, project: Path, service: MockHandle, video: str, size: tuple[int, int]
):
    kinds = ("frame 0.2s png", "frame end jpg", "audio mp3", "audio wav", "audio m4a")
    exports = "\n".join(f"export {kind}" for kind in (*kinds, "captions srt", "captions vtt"))
    written(project, f"{CUES}{video}{exports}\n")
    outcome = call("apply", "a.edit", "clip.mp4")
    assert outcome.code == 0, outcome.out
    made = ["a-0.2s.png", "a-end.jpg", "a.m4a", "a.mp3", "a.srt", "a.vtt", "a.wav"]
    assert files(project) == sorted([*made, *(["a-90p.mp4"] if video else [])])
    assert len(service.requests(call="render")) == 1
    assert all(f"out{os.sep}{name}" in outcome.out for name in made)
    with Image.open(project / "out" / "a-0.2s.png") as picture:
        assert picture.size == size
    for kind in ("srt", "vtt"):
        found = read_subtitles((project / "out" / f"a.{kind}").read_bytes()).cues
        assert [(cue.start, cue.end) for cue in found] == [(0, 150), (200, 400)]
    assert [cue.text for cue in found] == ["One & <two>", "Three\nfour"]


@pytest.mark.usefixtures("clip")
def test_captions_alone_need_no_video(call: Call, project: Path, service: MockHandle):
    written(project, f"{CUES}export captions vtt\n")
    assert call("apply", "a.edit", "clip.mp4").code == 0
    assert not service.requests(call="render")


@pytest.mark.parametrize(("at", "frame"), [("start", 0), ("0.4s", 4), ("0.49s", 4), ("end", 19)])
def test_the_picture_is_the_frame_that_is_shown_then(
    finished: Path, tmp_path: Path, at: str, frame: int
):
    milliseconds = {"start": "0", "end": "end", "0.4s": "400", "0.49s": "490"}[at]
    for kind, most in (("png", 1.5), ("jpg", 2.5)):
        picture = tmp_path / f"x.{kind}"
        assert probe.take_frame(finished, milliseconds, kind, picture).width == 320
        data = ffmpeg("-i", str(finished), "-vf", f"select=eq(n\\,{frame})", "-frames:v", "1",
                      "-f", "rawvideo", "-pix_fmt", "rgb24", "-")  # fmt: skip
        seen = Image.frombytes("RGB", (320, 180), data)
        with Image.open(picture) as taken:
            apart = ImageStat.Stat(ImageChops.difference(seen, taken.convert("RGB"))).mean
        assert max(apart) < most, kind


@pytest.mark.parametrize("kind", ["mp3", "wav", "m4a"])
def test_the_sound_is_as_long_and_as_loud_as_in_the_video(
    finished: Path, tmp_path: Path, kind: str
):
    sound = tmp_path / f"x.{kind}"
    answer = probe.take_sound(finished, kind, sound)
    assert abs(answer.length - 2000) <= 60
    assert abs(measure(sound).length - 2000) <= 60
    heard, original = (_samples(path) for path in (sound, finished))
    assert abs(heard - original) < 0.1


def _samples(path: Path) -> float:
    """The loudness (dB) in the middle of a file."""
    data = array.array(
        "h", ffmpeg("-i", str(path), "-f", "s16le", "-ac", "1", "-ar", str(RATE), "-")
    )
    part = data[RATE // 2 : RATE * 3 // 2]
    return 10 * math.log10(sum(v * v for v in part) / len(part) / 32768**2)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of a moving picture at ten frames a second, with a tone."""
    path = tmp_path_factory.mktemp("finished") / "video.mp4"
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=2", "-f", "lavfi", "-i",
           "sine=frequency=440:duration=2:r=48000", "-crf", "8", "-pix_fmt", "yuv420p",
           str(path))  # fmt: skip
    assert len(look(path).frames) == 20
    return path


@pytest.mark.usefixtures("clip")
def test_a_picture_follows_the_video_and_a_failed_one_leaves_the_last(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
):
    export = "export 90p mp4 10fps\nexport frame 0.2s png\n"
    written(project, f'keep first 0.4s\ntitle 0-0.4s "A"\n{export}')
    assert call("apply", "a.edit", "clip.mp4").code == 0
    first = (project / "out" / "a-0.2s.png").read_bytes()
    written(project, f'keep first 0.4s\ntitle 0-0.4s "A longer one"\n{export}')

    def breaks(video: Path, at: Any, kind: str, target: Path) -> Any:
        target.write_bytes(b"half")
        raise NotMedia("it breaks")

    with monkeypatch.context() as patch:
        patch.setattr(run_extracts, "take_frame", breaks)
        outcome = call("apply", "a.edit", "clip.mp4")
    assert (outcome.code, "not made: it breaks" in outcome.out) == (1, True)
    assert (project / "out" / "a-0.2s.png").read_bytes() == first
    assert files(project) == ["a-0.2s.png", "a-90p.mp4"]
    (project / "out" / ".a-0.2s.png.part").write_bytes(b"half, of a run that was killed")
    assert call("apply", "a.edit", "clip.mp4").code == 0
    assert files(project) == ["a-0.2s.png", "a-90p.mp4"]
    assert (project / "out" / "a-0.2s.png").read_bytes() != first


@pytest.mark.parametrize(
    ("export", "output", "cure"),
    [("1080p mp4", "x.mov", "-o x.mp4"), ("1080p mp4", "x.gif", "-o x.mp4"),
     ("frame 0s png", "x.jpg", "-o x.png"), ("audio mp3", "x.mp4", "-o x.mp3"),
     ("captions srt", "x.vtt", "-o x.srt")],
)  # fmt: skip
@pytest.mark.usefixtures("clip")
def test_another_ending_is_refused_before_anything_is_sent(
    call: Call, project: Path, service: MockHandle, export: str, output: str, cure: str
):
    written(project, f"{CUES}export {export}\n")
    outcome = call("apply", "a.edit", "clip.mp4", "-o", output)
    assert outcome.code == 2
    assert "E250" in outcome.err
    assert cure in outcome.err
    assert not service.requests()


def test_a_frame_of_nothing_and_a_link_in_the_way_are_refused(finished: Path, tmp_path: Path):
    sound, link = tmp_path / "x.wav", tmp_path / "link.png"
    probe.take_sound(finished, "wav", sound)
    with pytest.raises(NotMedia, match="no picture"):
        probe.take_frame(sound, 0, "png", tmp_path / "y.png")
    link.symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(NotMedia):
        probe.take_frame(finished, 0, "png", link)
    assert not (tmp_path / "elsewhere.png").exists()


def test_check_and_plan_say_how_large_the_video_will_be(call: Call, project: Path):
    Image.new("RGB", (1500, 1000), "navy").save(project / "wide.png")
    written(project, 'clip a "wide.png"\nexport 1080p mp4\nexport 720p mp4 to "small.mp4"\n')
    shown = call("check", "a.edit").out
    assert "a.edit:2: the export is 1620x1080" in shown
    assert "a.edit:3: the export is 1080x720" in shown
    assert "export 1080p mp4, 1620x1080" in call("plan", "a.edit", "--fresh").out
