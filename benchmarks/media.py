"""Pauses found and videos rendered, against ffmpeg alone and against other programs."""

import json
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from imageio_ffmpeg import get_ffmpeg_exe

from benchmarks import internals, peers
from benchmarks.clips import MUSIC, PAUSES, TITLE, Job, encoded_again, ffmpeg, job, talk
from benchmarks.figure import AtLeast, AtMost, Figure
from benchmarks.process import MB, ROOT, Clock, cpu, in_turns, interleaved, run, script, spent

Pairs = Iterator[tuple[float, float]]
MOVIEPY = "moviepy==2.2.1"
# The last version in Python, with the oldest decoder that can be had; later ones fetch a program.
AUTO_EDITOR = ("--no-deps", "auto-editor==23.32.1", "av==12.3.0", "numpy==1.26.4", "pillow==10.4.0")
PRESET = "ultrafast"
SECONDS = 40
"""Of the short talk."""


def long_talk() -> Path:
    return talk(600, "640x360", 3.0, 0.9)


def many_cuts() -> Path:
    return talk(120, "640x360", 1.0, 0.7)


def short_talk() -> Path:
    return talk(SECONDS, "1280x720", 4.3, 1.2)


# Pauses ------------------------------------------------------------------------------------------


def silencedetect() -> None:
    detect = "silencedetect=noise=-35dB:d=0.6"
    ffmpeg("-i", str(long_talk()), "-vn", "-af", detect, "-f", "null", "-")


def found_by_mock() -> Pairs:
    """Of a file that was looked at, as it is when it is uploaded; by processor time of all that runs."""
    media = internals.probe(long_talk())
    yield from interleaved(lambda: internals.pauses_of_mock(media), silencedetect, 5, spent)


DECODE = """
import sys, av
with av.open(sys.argv[1]) as container:
    for frame in container.decode(audio=0):
        pass
"""


def found_by_client() -> Pairs:
    file = str(long_talk())
    yield from interleaved(
        lambda: internals.pauses_of_client(Path(file)), lambda: script(DECODE, file), 5
    )


# Renders -----------------------------------------------------------------------------------------

RENDER = """
import json, sys
from pathlib import Path
from benchmarks.clips import media_of
from benchmarks.internals import render
file, draft, out, preset = sys.argv[1:]
render(json.loads(draft), media_of(Path(file)), Path(out), preset)
"""


def render(work: Job, out: Path, preset: str = PRESET) -> None:
    """A render of the mock from the start of its process, as the other side's is: the draft is
    given, and the file was looked at before."""
    script(RENDER, work.file, json.dumps(work.draft), out, preset)


def rendered(
    make: Callable[[], Path], *instructions: str, preset: str = PRESET, rounds: int = 5
) -> Callable[[], Pairs]:
    """A render against one plain encoding of as many seconds."""

    def measure() -> Pairs:
        work = job(make(), *instructions)
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            out = Path(folder, "out.mp4")
            yield from interleaved(
                lambda: render(work, out, preset),
                lambda: encoded_again(work.file, work.seconds, preset, out),
                rounds,
            )

    return measure


MEMORY = f"""{RENDER}
import resource
from benchmarks.process import peak
children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print("peak", peak() + children * 1024)
"""


def memory() -> Pairs:
    """Peak memory of the renderer and its ffmpeg together, in MB."""
    work = job(many_cuts(), PAUSES, TITLE, MUSIC)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        out = Path(folder, "out.mp4")
        for _ in range(5):
            said = script(MEMORY, work.file, json.dumps(work.draft), out, PRESET).output
            yield int(said.rpartition("peak ")[2]) / MB, 1.0


# Other programs ----------------------------------------------------------------------------------

MOVIEPY_SCRIPT = """
import json, sys
from moviepy import (AudioFileClip, CompositeAudioClip, CompositeVideoClip, TextClip,
                     VideoFileClip, concatenate_videoclips)
file, music, font, pieces, out = sys.argv[1:]
source = VideoFileClip(file)
talk = concatenate_videoclips([source.subclipped(a, b) for a, b in json.loads(pieces)])
title = TextClip(text="Intro", font=font, font_size=72, color="white")
video = CompositeVideoClip([talk, title.with_duration(3).with_position("center")])
song = AudioFileClip(music).with_duration(talk.duration).with_volume_scaled(0.35)
video = video.with_audio(CompositeAudioClip([talk.audio, song]))
video.write_videofile(out, codec="libx264", preset="ultrafast", audio_codec="aac", logger=None,
                      ffmpeg_params=["-crf", "20"])
"""


def against_moviepy() -> Pairs:
    """Cuts, title and music, both from the start of the program; the pauses are given to both."""
    python = peers.python(MOVIEPY)
    work = job(talk(12, "1280x720", 4.3, 1.2), PAUSES, TITLE, MUSIC)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        music = folder / "music.wav"
        ffmpeg("-f", "lavfi", "-i", "sine=f=220:r=48000:d=30", "-ac", "2", str(music))
        arguments = [work.file, music, _font(), _as_json(work), folder / "theirs.mp4"]
        yield from interleaved(
            lambda: render(work, folder / "ours.mp4"),
            lambda: run([python, "-c", MOVIEPY_SCRIPT, *arguments]),
            5,
        )


def _font() -> Path:
    return ROOT / "mock_server" / "assets" / "fonts" / "NotoSans-Regular.ttf"


def _as_json(work: Job) -> str:
    return json.dumps(work.pieces)


CUT = """
import sys
from pathlib import Path
from benchmarks.clips import job, media_of
from benchmarks.internals import render
work = job(Path(sys.argv[1]), sys.argv[3])
render(work.draft, media_of(work.file), Path(sys.argv[2]), "ultrafast")
"""


# Its ffmpeg takes no preset from the command line, and what ffprobe knows is told it.
THEIR_FFMPEG = """#!/bin/sh
case "$*" in *h264*)
  left=$#
  for argument; do
    shift; left=$((left - 1))
    [ $left = 0 ] && set -- "$@" -preset ultrafast
    set -- "$@" "$argument"
  done
esac
exec {ffmpeg} "$@"
"""
THEIR_FFPROBE = """#!/bin/sh
cat <<END
{"streams": [
  {"index": 0, "codec_type": "video", "codec_name": "h264", "pix_fmt": "yuv420p", "width": 1280,
   "height": 720, "sample_aspect_ratio": "1:1", "r_frame_rate": "30/1", "time_base": "1/15360",
   "duration": "SECONDS"},
  {"index": 1, "codec_type": "audio", "codec_name": "aac", "sample_rate": "48000", "channels": 1,
   "duration": "SECONDS"}],
 "format": {"duration": "SECONDS", "bit_rate": "5000000"}}
END
"""


@contextmanager
def auto_editor() -> Iterator[tuple[Clock, Clock]]:
    """Processor seconds of pauses found and cut, ours and theirs, each from the start of its program."""
    program = peers.python(*AUTO_EDITOR).with_name("auto-editor")
    file = short_talk()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        for tool, text in (("ffmpeg", THEIR_FFMPEG), ("ffprobe", THEIR_FFPROBE)):
            text = text.replace("{ffmpeg}", get_ffmpeg_exe()).replace("SECONDS", f"{SECONDS}.0")
            (folder / tool).write_text(text, encoding="ascii")
            (folder / tool).chmod(0o755)
        quiet = ["--no-open", "--progress", "none", "--ffmpeg-location", folder / "ffmpeg"]
        theirs = [program, file, *quiet, "-c:v", "h264", "-o", folder / "theirs.mp4"]
        ours = [file, folder / "ours.mp4", PAUSES]
        yield (
            lambda: cpu(lambda: script(CUT, *ours, env=_unknown(folder))),
            lambda: cpu(lambda: run(theirs, {"HOME": name})),
        )


@contextmanager
def plain_encoding() -> Iterator[Clock]:
    """Processor seconds of one plain encoding of what is left, which neither can do without."""
    left = job(short_talk(), PAUSES)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        out = Path(name, "plain.mp4")
        yield lambda: cpu(lambda: encoded_again(left.file, left.seconds, PRESET, out))


def beyond_the_encoder() -> Pairs:
    """What both need beyond it: with it, no program could be 1.5 times as fast as this one."""
    with auto_editor() as sides, plain_encoding() as plain:
        for ours, theirs in in_turns(*sides, 5):
            encoded = plain()
            yield ours - encoded, theirs - encoded


def with_the_encoder() -> Pairs:
    with auto_editor() as (ours, _), plain_encoding() as plain:
        yield from in_turns(ours, plain, 5)


def _unknown(folder: Path) -> dict[str, str]:
    """An empty cache folder: no file was listened to before."""
    return {"XDG_CACHE_HOME": tempfile.mkdtemp(dir=folder)}


SHORT, LONG = f"{SECONDS} s of 720p, 9 cuts", "120 s of 360p, 120 cuts"
PLAIN = "one plain encoding of the same length and preset (ultrafast), each in a fresh process"
FIGURES = [
    Figure("pauses-mock", "pauses of an upload of 10 min, found by the mock",
           "`ffmpeg -vn -af silencedetect`, by processor time", AtMost(1.2), found_by_mock),
    Figure("pauses-client", "the same, found by `plan` by level",
           "its sound decoded with PyAV, each in a fresh process", AtMost(1.15), found_by_client),
    Figure("render-short", f"pauses cut, title, music: {SHORT}", PLAIN, AtMost(1.3),
           rendered(short_talk, PAUSES, TITLE, MUSIC)),
    Figure("render-long", f"pauses cut, title, music: {LONG}", PLAIN, AtMost(1.3),
           rendered(many_cuts, PAUSES, TITLE, MUSIC)),
    Figure("render-memory", f"peak memory of a render and its ffmpeg: {LONG}", "–",
           AtMost(300, unit="MB"), memory),
    Figure("music-only", "music added to 20 s of 720p (the picture is copied)",
           "a full encoding of the same clip, preset veryfast", AtLeast(5),
           rendered(lambda: talk(20, "1280x720", 4.3, 1.2), MUSIC, preset="veryfast")),
    Figure("moviepy", "pauses cut, title, music: 12 s of 720p",
           "MoviePy 2.2.1, the same cuts and preset, each in a fresh process", AtLeast(8), against_moviepy),
    Figure("auto-editor-net",
           f"pauses found and cut: {SHORT}, processor time beyond one plain encoding of what is left",
           "auto-editor 23.32.1, the same preset, beyond the same encoding", AtLeast(1.5),
           beyond_the_encoder),
    Figure("auto-editor-encoder", "the same with that encoding", "that encoding alone", AtMost(1.3),
           with_the_encoder),
]  # fmt: skip
