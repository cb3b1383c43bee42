"""A sound as the only clip: with a cover it is a video like any other."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image, ImageStat
from support.commands import Call
from support.paths import INTERVIEW
from support.render import ffmpeg

from mock_server.server import MockHandle
from nemo_spec.media import probe
from nemo_spec.media.clip import cover_size, covered_length
from nemo_spec.media.probe import NotMedia, measure, measure_video


@pytest.fixture
def talk(project: Path) -> Path:
    """Some seconds of speech, and a cover."""
    path = project / "talk.mp3"
    ffmpeg("-t", "5", "-i", str(INTERVIEW), "-vn", str(path))
    Image.new("RGB", (301, 200), "#2040c0").save(project / "cover.png")
    return path


@pytest.mark.usefixtures("talk")
def test_pauses_and_cuts_act_on_the_video_of_a_sound(call: Call, project: Path):
    recipe = 'cover "cover.png"\ntrim pauses\ncut first 1s\nexport 90p mp4 10fps\n'
    (project / "a.edit").write_text(recipe, "utf-8")
    assert "sent as a video of this sound and cover.png" in call("plan", "a.edit", "talk.mp3").out
    outcome = call("apply", "a.edit", "talk.mp3")
    assert outcome.code == 0, outcome.out
    assert "3 of 3 lines met" in outcome.out
    made = project / "out" / "a-90p.mp4"
    clip = measure(made)
    assert 2000 < clip.length < 4000
    assert clip.sounds == 1
    data = ffmpeg("-i", str(made), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    seen = ImageStat.Stat(Image.frombytes("RGB", (clip.width, clip.height), data)).mean
    assert all(abs(a - b) < 6 for a, b in zip(seen, (0x20, 0x40, 0xC0), strict=True))


def test_the_video_is_as_long_as_the_sound_and_as_large_as_the_cover(talk: Path, tmp_path: Path):
    length, size = covered_length(measure(talk).length), cover_size(301, 200)
    target = tmp_path / "video.mp4"
    probe.cover_sound(talk, talk.with_name("cover.png"), size, length, target)
    made = measure_video(target)
    assert (made.length, made.width, made.height, made.rate) == (length, 300, 200, "25")
    pauses, original = (probe.listen(path).pauses for path in (target, talk))
    apart = [
        abs(a - b)
        for pair in zip(pauses, original, strict=True)
        for a, b in zip(*pair, strict=True)
    ]
    assert max(apart) <= 30


def test_what_is_larger_than_a_render_is_made_smaller():
    assert cover_size(3000, 3000) == (1080, 1080)
    assert cover_size(4000, 1000) == (1920, 480)
    assert cover_size(1000, 4000) == (480, 1920)
    assert cover_size(1, 1) == (2, 2)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [("trim pauses\n", "E243", 'write `cover "picture.png"`'),
     ('cover "talk.mp3"\n', "E243", "name a picture"),
     ('cover "cover.png"\ncover "cover.png"\n', "E221", "one cover"),
     ('cover "cover.png"\nclip a "talk.mp3" for 3s\n', "E242", "only a picture is shown"),
     ('clip a "talk.mp3" audio 2\ncover "cover.png"\n', "E244", "one sound track"),
     ('trim pauses\ncover "cover.png"\n', "E220", "before the edits"),
     ('cover "covr.png"\n', "E231", "did you mean `cover.png`")],
)  # fmt: skip
@pytest.mark.usefixtures("talk")
def test_a_sound_without_a_cover_and_other_mistakes_are_refused(
    call: Call, project: Path, service: MockHandle, text: str, code: str, said: str
):
    (project / "a.edit").write_text(f"{text}export 90p mp4\n", "utf-8")
    outcome = call("apply", "a.edit", *(() if "clip" in text else ("talk.mp3",)))
    assert outcome.code == 2
    assert code in outcome.err
    assert said in outcome.err
    assert not service.requests()


def test_a_cover_that_is_damaged_by_then_is_named(talk: Path, tmp_path: Path):
    cover = talk.with_name("cover.png")
    cover.write_bytes(cover.read_bytes()[:40])
    with pytest.raises(NotMedia, match="damaged picture"):
        probe.cover_sound(talk, cover, (300, 200), 7000, tmp_path / "video.mp4")
