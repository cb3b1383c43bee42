"""Probe an uploaded file.

The imageio-ffmpeg wheel has no ffprobe, so facts come from what `ffmpeg -i` prints and from the
packets themselves.
"""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from mock_server.media.children import TooSlow, started
from mock_server.media.ffmpeg import ffmpeg_exe, input_options, picture_demuxer
from mock_server.media.silences import Pauses, pauses

__all__ = ["Media", "MediaError", "Pauses", "ffmpeg_exe", "input_options", "pauses", "probe"]

Kind = Literal["video", "audio", "image"]

WITH_INDEX = ("mov", "matroska", "avi")
MAX_PIXELS = 64_000_000
# Half a gigabyte of sound, the longest there is to read, takes some seconds.
PROBE_SECONDS = 120.0


class MediaError(ValueError):
    """The file has no usable stream; the message is one sentence."""


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
    if picture_demuxer(path):
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


def _run(*args: str) -> subprocess.CompletedProcess[str]:
    command = [ffmpeg_exe(), "-hide_banner", "-nostdin", *args]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        with started(command, PROBE_SECONDS, **pipes, encoding="utf-8", errors="replace") as job:
            out, err = job.communicate()
    except TooSlow as error:
        raise MediaError(str(error)) from None
    return subprocess.CompletedProcess(command, job.returncode, out, err)


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
    """The average rate, or the clock's rate when the two differ by less than 1.5 %."""
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
