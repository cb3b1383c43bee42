"""Uploads are known by their content: kind, length, shape; and damage is noticed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from support.render import ffmpeg

from mock_server.media.media import Media
from mock_server.media.probe import MediaError, probe
from mock_server.media.reader import read_footage
from mock_server.media.worker import read


def facts_of(path: Path, name: str = "") -> Media:
    return read(path, name or path.name)


def test_kinds_come_from_content(footage: dict[str, Path], tmp_path: Path) -> None:
    cover = tmp_path / "song.mp4"
    ffmpeg("-i", str(footage["hum.mp3"]), "-i", str(footage["white.png"]), "-map", "0", "-map", "1",
           "-c:v", "mjpeg", "-disposition:v", "attached_pic", "-f", "mp3", str(cover))  # fmt: skip
    gif, webp, jpg = (tmp_path / n for n in ("a.gif", "a.webp", "a.mp3"))
    for path, kind in ((gif, "gif"), (webp, "webp")):
        ffmpeg("-i", str(footage["white.png"]), "-f", kind, str(path))
    ffmpeg("-i", str(footage["white.png"]), "-f", "mjpeg", str(jpg))
    kinds = [facts_of(p).kind for p in (*footage.values(), cover, gif, webp, jpg)]
    assert kinds == [
        "video",
        "video",
        "image",
        "audio",
        "video",
        "audio",
        "image",
        "image",
        "image",
    ]


def test_facts(footage: dict[str, Path], tmp_path: Path) -> None:
    clock = facts_of(footage["clock.mp4"], "my clip")
    assert (clock.name, clock.width, clock.height, clock.fps) == ("my clip", 160, 90, 10.0)
    assert (clock.duration_ms, clock.has_audio, clock.tracks.copyable) == (6000, True, True)
    assert clock.size == footage["clock.mp4"].stat().st_size
    assert not facts_of(footage["mute.mp4"]).has_audio
    picture = facts_of(footage["white.png"])
    assert (picture.duration_ms, picture.width, picture.height) == (0, 60, 120)
    wide = tmp_path / "wide.mkv"
    ffmpeg("-f", "lavfi", "-i", "color=s=80x90:r=30000/1001:d=1.2,setsar=2", "-c:v", "libx264",
           "-pix_fmt", "yuv420p", str(wide))  # fmt: skip
    made = facts_of(wide)
    assert (made.width, made.height, made.tracks.copyable) == (160, 90, False)
    assert made.fps == pytest.approx(30000 / 1001)
    turned = tmp_path / "turned.mp4"
    ffmpeg("-display_rotation", "-90", "-i", str(footage["clock.mp4"]), "-c", "copy", str(turned))
    assert (facts_of(turned).width, facts_of(turned).height) == (90, 160)


@pytest.mark.parametrize("share", [0.02, 0.5, 0.97, 0.999])
def test_a_cut_off_file_is_refused(footage: dict[str, Path], tmp_path: Path, share: float) -> None:
    whole = tmp_path / "whole.mp4"
    ffmpeg("-i", str(footage["clock.mp4"]), "-c", "copy", "-movflags", "+faststart", str(whole))
    for source in (whole, footage["clock.mp4"]):
        data = source.read_bytes()
        part = tmp_path / "part.mp4"
        part.write_bytes(data[: int(len(data) * share)])
        with pytest.raises(MediaError):
            facts_of(part)


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"#EXTM3U\n#EXTINF:1,\nclock.mp4\n", b"ffconcat version 1.0\nfile clock.mp4\n",
     b"\x89PNG\r\n\x1a\n rubbish", b"\xff\xd8\xff\xe0 rubbish", b"GIF89a", bytes(5000),
     b"1\n00:00:01,000 --> 00:00:02,000\nHi\n", b"RIFF\0\0\0\0WEBPVP8 "],
)  # fmt: skip
@pytest.mark.parametrize("name", ["x.mp4", "x.txt", "x.png", "x.m3u8"])
def test_what_is_no_media_is_refused(tmp_path: Path, content: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(MediaError, match=name):
        facts_of(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MediaError, match="not there"):
        probe(tmp_path / "gone.mp4")


class Counted(io.BytesIO):
    """A file that counts what is read of it."""

    taken = 0

    def read(self, size: int | None = -1) -> bytes:
        content = super().read(size)
        self.taken += len(content)
        return content


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi"])
def test_only_the_ends_of_a_long_file_are_read(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"long.{ending}"
    ffmpeg("-f", "lavfi", "-i", "color=black:s=64x36:r=5:d=300", "-f", "lavfi", "-i",
           "anoisesrc=r=16000:d=300", "-c:v", "mpeg4", "-c:a", "mp3", str(path))  # fmt: skip
    file = Counted(path.read_bytes())
    assert read_footage(file, path, "long").duration_ms == pytest.approx(300_000, abs=200)
    assert file.taken < 0.4 * path.stat().st_size
