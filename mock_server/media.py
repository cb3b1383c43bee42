"""What an uploaded file holds, and where the pauses in its sound are.

Only the ffmpeg inside the imageio-ffmpeg wheel is used; it has no ffprobe, so facts are read from
what `ffmpeg -i` prints and from the packets themselves.
"""

from __future__ import annotations

import array
import math
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from operator import mul
from pathlib import Path
from typing import Literal

import imageio_ffmpeg

Kind = Literal["video", "audio", "image"]

# The first bytes of a picture, and the demuxer to read it with: the one that ffmpeg takes by the
# file's extension would read `%d` in a name as a sequence of files.
PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png_pipe"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg_pipe"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp_pipe"),
)
# Containers that may be opened: playlists and scripts, which name other files, are not among them.
CONTAINERS = "mov,mp4,m4a,3gp,matroska,webm,avi,mp3,wav,aac,ogg,flac,mpegts"
WITH_INDEX = ("mov", "matroska", "avi")
MAX_PIXELS = 64_000_000

LEVEL_MS = 20
LEVEL_RATE = 16000
# Power can be estimated from every fourth sample: what folds over keeps its power.
LEVEL_STRIDE = 4
SILENT_DB = -90.0
BLIP_MS = 60
SLACK_MS = 20
MIN_CONTRAST_DB = 8.0
THRESHOLD_DB = (-50.0, -26.0)


class MediaError(ValueError):
    """The file holds nothing that can be used; the message is one sentence."""


@dataclass(frozen=True)
class Media:
    """One usable file. Width and height are as shown: turned and with square pixels.

    `duration_ms` is 0 for pictures, `fps` is 0 for anything but video, `size` is in bytes,
    `copyable` says that the picture can go into an mp4 as it is (H.264, 4:2:0, square pixels),
    `mono` that its sound has one channel, `tagged` that the file names its colour matrix.
    """

    name: str
    path: Path
    kind: Kind
    duration_ms: int
    width: int
    height: int
    fps: float
    has_audio: bool
    size: int
    copyable: bool = False
    mono: bool = False
    tagged: bool = False


@dataclass(frozen=True)
class Pauses:
    """Ranges without speech in source time (ms), and the level that separated them (dB)."""

    ranges: list[tuple[int, int]]
    threshold_db: float | None


@cache
def ffmpeg_exe() -> str:
    """The path of the bundled ffmpeg."""
    return imageio_ffmpeg.get_ffmpeg_exe()


def input_options(path: Path) -> list[str]:
    """The arguments that open a file as what its content is, and as a file only."""
    demuxer = _picture_demuxer(path)
    kind = ["-f", demuxer] if demuxer else ["-format_whitelist", CONTAINERS]
    return [*kind, "-protocol_whitelist", "file,pipe", "-i", f"file:{path}"]


def probe(path: Path, name: str | None = None) -> Media:
    """Read what a file holds, by its content and not by its name.

    Raises MediaError for a file that is empty, damaged, cut off or no media at all.
    """
    name = name or path.name
    size = path.stat().st_size if path.is_file() else 0
    if not size:
        raise MediaError(f"{name} is empty" if path.is_file() else f"{name} is not there")
    listing = _listing(path)
    video, audio = _streams(listing)
    if _picture_demuxer(path):
        return _picture(path, name, size, video)
    if not video and not audio:
        raise MediaError(f"{name} holds neither picture nor sound that can be read")
    duration = _duration(path, name, listing, everything=not video)
    width, height = _shown_size(video, name) if video else (0, 0)
    kind: Kind = "video" if video else "audio"
    fps = _fps(video) if video else 0.0
    copyable = bool(video) and _copyable(video or "", listing)
    mono = ", mono," in audio if audio else False
    tagged = bool(video and re.search(r"\([^()]*(bt709|smpte170m|bt470bg|bt2020)", video))
    return Media(name, path, kind, duration, width, height, fps, bool(audio), size, copyable, mono,
                 tagged)  # fmt: skip


def pauses(path: Path, *, longer_than_ms: int = 600, below_db: float | None = None) -> Pauses:
    """Find the pauses that last at least `longer_than_ms` (within 20 ms).

    The threshold lies between the clip's own floor and its speech unless `below_db` gives one.
    A file without sound, or without contrast between the two, has no pauses.
    """
    levels = array.array("f", _levels(path))
    threshold = below_db if below_db is not None else _threshold(levels)
    if threshold is None:
        return Pauses([], None)
    least = (longer_than_ms - SLACK_MS) / LEVEL_MS
    quiet = _without_blips(_quiet_runs(levels, threshold))
    ranges = [(a * LEVEL_MS, b * LEVEL_MS) for a, b in quiet if b - a >= least]
    return Pauses(ranges, round(threshold, 1))


def _picture_demuxer(path: Path) -> str | None:
    with path.open("rb") as file:
        start = file.read(16)
    return next((demuxer for magic, demuxer in PICTURES if magic.match(start)), None)


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ffmpeg_exe(), "-hide_banner", "-nostdin", *args],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip


def _listing(path: Path) -> str:
    return _run(*input_options(path)).stderr


def _streams(listing: str) -> tuple[str | None, str | None]:
    """The lines about the first moving picture and about the first sound.

    Stream lines are indented by two spaces; what a file says about itself is indented by more.
    """
    blocks = re.split(r"^  (?=Stream #0:)", listing, flags=re.MULTILINE)[1:]
    pictures = [b for b in blocks if re.match(r"[^\n]*: Video: ", b) and "(attached pic)" not in b]
    sounds = [b for b in blocks if re.match(r"[^\n]*: Audio: (?!none)", b)]
    return next(iter(pictures), None), next(iter(sounds), None)


def _picture(path: Path, name: str, size: int, video: str | None) -> Media:
    if not video:
        raise MediaError(f"{name} is a damaged picture")
    width, height = _shown_size(video, name)
    decoded = _run("-v", "error", "-xerror", *input_options(path), "-frames:v", "1",
                   "-f", "null", "-")  # fmt: skip
    if decoded.returncode or "overread" in decoded.stderr:
        raise MediaError(f"{name} is a damaged picture")
    return Media(name, path, "image", 0, width, height, 0.0, False, size)


def _shown_size(video: str, name: str) -> tuple[int, int]:
    found = re.search(r", (\d+)x(\d+)(?: \[SAR (\d+):(\d+))?", video)
    if not found or not int(found[1]) or not int(found[2]):
        raise MediaError(f"the picture in {name} cannot be read")
    width, height = int(found[1]), int(found[2])
    if width * height > MAX_PIXELS:
        raise MediaError(f"the picture in {name} is too large: {width}x{height}")
    if found[3] and int(found[3]) and int(found[4]):
        width = round(width * int(found[3]) / int(found[4]))
    turned = re.search(r"display ?matrix: rotation of (-?\d+)", video, re.IGNORECASE)
    if turned and round(int(turned[1]) / 90) % 2:
        width, height = height, width
    return width, height


def _copyable(video: str, listing: str) -> bool:
    encoded = re.match(r"[^\n]*: Video: h264 [^\n]*, yuv420p[(,]", video)
    square = re.search(r", \d+x\d+(?: \[SAR 1:1 |,)", video)
    starts = re.search(r", start: (-?[\d.]+)", listing)
    return bool(encoded and square and starts and abs(float(starts[1])) < 0.01)


def _fps(video: str) -> float:
    """The average rate; where it is within 1.5 % of the clock's rate, that is what was meant."""
    rates = {unit: float(n) * (1000 if k else 1)
             for n, k, unit in re.findall(r", ([\d.]+)(k?) (fps|tbr)", video)}  # fmt: skip
    rate = rates.get("fps") or rates.get("tbr") or 25.0
    clock = rates.get("tbr", rate)
    rate = clock if abs(clock - rate) < 0.015 * rate else rate
    ntsc = round(rate) * 1000 / 1001
    return ntsc if abs(rate - ntsc) < 0.006 else rate


def _duration(path: Path, name: str, listing: str, *, everything: bool) -> int:
    """The time at which the last packet ends, in ms.

    The header says it in hundredths only, and still says it when the file is cut off.
    """
    found = re.search(r"^  Duration: (\d+):(\d\d):(\d\d\.\d+), start: (-?[\d.]+)", listing, re.M)
    said = int(found[1]) * 3600 + int(found[2]) * 60 + float(found[3]) if found else None
    start = float(found[4]) if found else 0.0
    _check_boxes(path, name)
    tail = said - 2 if said and said > 4 and not everything else None
    end = _last_packet(path, None if tail is None else tail + start)
    if end is None:
        raise MediaError(f"{name} is cut off or damaged")
    indexed = re.search(rf"^Input #0, ({'|'.join(WITH_INDEX)})", listing, re.M)
    lasts = end - max(start, 0.0)
    if said is not None and indexed and lasts < said - max(0.5, said * 0.01):
        raise MediaError(f"{name} is cut off: its end is missing")
    return round(lasts * 1000)


def _check_boxes(path: Path, name: str) -> None:
    """The boxes of an mp4 say how long the file has to be."""
    size, at = path.stat().st_size, 0
    with path.open("rb") as file:
        while at < size:
            file.seek(at)
            head = file.read(16)
            if not re.match(rb"....[a-z]{4}", head, re.DOTALL):
                return
            length = int.from_bytes(head[:4], "big")
            length = int.from_bytes(head[8:16], "big") if length == 1 else length
            if length < 8:
                return
            at += length
    if at > size:
        raise MediaError(f"{name} is cut off: {at - size} bytes are missing")


def _last_packet(path: Path, seek: float | None) -> float | None:
    """When the last packet of picture or sound ends (s)."""
    at = [] if seek is None else ["-ss", f"{seek:.3f}"]
    done = _run("-v", "error", *at, "-copyts", *input_options(path), "-map", "0:V?", "-map", "0:a?",
                "-c", "copy", "-f", "framecrc", "-")  # fmt: skip
    bases = {
        stream: int(num) / int(den)
        for stream, num, den in re.findall(r"^#tb (\d+): (\d+)/(\d+)", done.stdout, re.M)
    }
    rows = re.findall(r"^(\d+), +-?\d+, +(-?\d+), +(\d+),", done.stdout, re.M)
    ends = [(int(pts) + int(lasts)) * bases[stream] for stream, pts, lasts in rows]
    return max(ends, default=None)


def _levels(path: Path) -> Iterator[float]:
    """The level of every 20 ms of sound, in dB of full scale."""
    per_level = LEVEL_RATE * LEVEL_MS // 1000
    full = 10 * math.log10(per_level / LEVEL_STRIDE * 32768**2)
    for block in _sound(path, per_level * 500):
        for at in range(0, len(block) - per_level + 1, per_level):
            part = block[at : at + per_level : LEVEL_STRIDE]
            power = sum(map(mul, part, part))
            yield max(10 * math.log10(power) - full, SILENT_DB) if power else SILENT_DB


def _sound(path: Path, samples: int) -> Iterator[array.array[int]]:
    """The sound from the start of the file, mono at LEVEL_RATE, in blocks."""
    command = [ffmpeg_exe(), "-v", "quiet", "-nostdin", *input_options(path), "-vn", "-sn", "-dn",
               "-map", "0:a:0?", "-af", f"aresample={LEVEL_RATE}:async=1:first_pts=0:filter_size=8",
               "-ac", "1", "-f", "s16le", "-"]  # fmt: skip
    with subprocess.Popen(command, stdout=subprocess.PIPE, pipesize=1 << 20) as process:
        assert process.stdout
        while data := process.stdout.read(samples * 2):
            block = array.array("h")
            block.frombytes(data[: len(data) // 2 * 2])
            yield block


def _threshold(levels: array.array[float]) -> float | None:
    """Between floor and speech, or None when there are no two such things."""
    if not levels:
        return None
    ranked = sorted(levels)
    floor, speech = ranked[len(ranked) // 10], ranked[len(ranked) * 9 // 10]
    if speech - floor < MIN_CONTRAST_DB:
        return None
    lowest, highest = THRESHOLD_DB
    return min(max(floor + 0.4 * (speech - floor), lowest), highest)


def _quiet_runs(levels: array.array[float], threshold: float) -> list[tuple[int, int]]:
    runs, start = [], None
    for i, level in enumerate(levels):
        if level < threshold:
            start = i if start is None else start
        elif start is not None:
            runs.append((start, i))
            start = None
    return [*runs, (start, len(levels))] if start is not None else runs


def _without_blips(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pauses that only a click or a breath of under 60 ms separates."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and (start - joined[-1][1]) * LEVEL_MS < BLIP_MS:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
