"""Files that would lead ffmpeg to other files or to the network are no media, on either side."""

from __future__ import annotations

import random
import socket
import subprocess
from pathlib import Path

import av
import pytest
from support.reading import clip_of, sound_of, video_of

from mock_server.media.media import Media, MediaError
from mock_server.media.silences import pauses
from mock_server.media.worker import read
from nemo_spec.conformance.world import clip as make_clip
from nemo_spec.media.ffmpeg import ffmpeg
from nemo_spec.media.probe import NotMedia, measure, measure_video

NAMES = ["a.mp4", "a.mkv", "a.gif", "a.mp3", "a%d.png", "a.m3u8", "a.sdp", "a.ffconcat"]


def scripts(folder: Path, port: int) -> dict[str, str]:
    """Contents that ffmpeg would follow, to a video beside them or to a port of this machine."""
    address = f"http://127.0.0.1:{port}/clip.mp4"
    return {
        "concat": f"ffconcat version 1.0\nfile {folder / 'clip.mp4'}\n",
        "concat of an address": f"ffconcat version 1.0\nfile {address}\n",
        "hls": f"#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\n{address}\n#EXT-X-ENDLIST\n",
        "sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
        f"m=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n",
        "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
        f"<Period><AdaptationSet><Representation><BaseURL>{address}</BaseURL>"
        "</Representation></AdaptationSet></Period></MPD>",
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{address}"/></svg>',
        "srt": "1\n00:00:00,000 --> 00:00:02,000\nhello\n",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "clip.mp4").write_bytes(make_clip())
    return tmp_path


@pytest.mark.parametrize("kind", list(scripts(Path(), 0)))
def test_what_names_other_files_is_not_opened(kind: str, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        content = scripts(folder, server.getsockname()[1])[kind]
        for name in NAMES:
            path = folder / name
            path.write_text(content, "utf-8")
            with pytest.raises(NotMedia):
                clip_of(path)
            with pytest.raises(NotMedia):
                video_of(path)
            with pytest.raises(NotMedia):
                sound_of(path)
            with pytest.raises(MediaError):
                read(path, name)
            believed = Media(name, path, "video", 2000, 64, 36, 30.0, True, 1)
            assert pauses(believed).ranges == []
        with pytest.raises(BlockingIOError):  # nobody has come
            server.accept()


def made(source: Path, name: str, *options: str) -> Path:
    out = source.with_name(name)
    subprocess.run(
        [ffmpeg(), "-v", "error", "-nostdin", "-y", "-i", str(source), *options, str(out)],
        check=True,
    )
    return out


def test_a_finished_video_has_its_picture_from_start_to_end(folder: Path) -> None:
    clip = folder / "clip.mp4"
    assert measure_video(clip).length == 2000
    content = clip.read_bytes()
    at = content.index(b"mdat") + 4
    size = int.from_bytes(content[at - 8 : at - 4], "big") - 8
    noise = random.Random(1).randbytes(size - size // 2)
    wrong = {
        "empty.mp4": b"",
        "half.mp4": content[: len(content) // 2],
        "almost.mp4": content[:-200],
        "zeros.mp4": content[:at] + bytes(size) + content[at + size :],
        "noise.mp4": content[: at + size // 2] + noise + content[at + size :],
    }
    for name, data in wrong.items():
        (folder / name).write_bytes(data)
    others = [
        made(clip, "sound.mp4", "-vn", "-c", "copy"),
        made(clip, "other.mkv", "-c", "copy"),
        made(clip, "still.png", "-frames:v", "1", "-update", "1"),
        made(clip, "early.mp4", "-c:a", "copy", "-vf", "trim=end=0.5"),
        made(clip, "fast.mp4", "-c", "copy", "-movflags", "+faststart"),
    ]
    fast = others.pop()
    assert video_of(fast).length == 2000
    (folder / "fast-half.mp4").write_bytes(fast.read_bytes()[:-3000])
    for path in [*others, *(folder / name for name in wrong), folder / "fast-half.mp4"]:
        with pytest.raises(NotMedia):
            video_of(path)
    with pytest.raises(NotMedia):
        measure_video(folder)


def test_damage_between_key_frames_is_looked_for_unless_the_file_is_proven(folder: Path) -> None:
    clip = made(folder / "clip.mp4", "one-key-frame.mp4", "-an", "-g", "250", "-crf", "10")
    with av.open(str(clip)) as container:
        largest = max(
            (one for one in container.demux() if not one.is_keyframe), key=lambda one: one.size
        )
        at, size = largest.pos, largest.size
    content = bytearray(clip.read_bytes())
    content[at + 16 : at + size] = random.Random(1).randbytes(size - 16)
    clip.write_bytes(content)
    with pytest.raises(NotMedia, match="damaged"):
        measure_video(clip)
    assert measure_video(clip, is_proven=True).length == 2000


def test_a_clip_of_half_a_second_that_is_cut_off_is_noticed(folder: Path) -> None:
    short = made(folder / "clip.mp4", "short.mp4", "-t", "0.5", "-movflags", "+faststart")
    assert measure(short).length == pytest.approx(500, abs=100)
    short.write_bytes(short.read_bytes()[:-3000])
    with pytest.raises(NotMedia):
        measure(short)
