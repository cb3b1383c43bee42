"""Tiny clips whose picture and sound tell the time, and readings of a render.

Frame k of the clock clip is k·3 brighter than the first, and sounds 40 Hz higher with each frame.
"""

from __future__ import annotations

import array
import math
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mock_server.media.probe import ffmpeg_exe
from mock_server.media.worker import read
from mock_server.render import render

FPS = 10
DARK, PER_FRAME = 30, 3
LOW, PER_TONE = 400, 40
RATE = 48000


def ffmpeg(*args: str) -> bytes:
    """Run ffmpeg and return what it writes to its standard output."""
    command = [ffmpeg_exe(), "-v", "error", "-nostdin", "-y", *args]
    return subprocess.run(command, check=True, capture_output=True).stdout


def make_clock(path: Path, seconds: int = 6, size: str = "160x90") -> Path:
    """The clip that tells the time."""
    picture = (
        f"color=black:s={size}:r={FPS}:d={seconds},geq=lum='{DARK}+{PER_FRAME}*N':cb=128:cr=128"
    )
    tone = f"0.4*sin(2*PI*({LOW}+{PER_TONE}*floor(t*{FPS}))*t)"
    ffmpeg("-f", "lavfi", "-i", picture, "-f", "lavfi", "-i",
           f"aevalsrc='{tone}':s={RATE}:d={seconds}", "-c:v", "libx264", "-preset", "ultrafast",
           "-crf", "4", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "160k", str(path))  # fmt: skip
    return path


@dataclass
class Seen:
    """A rendered file, decoded."""

    width: int
    height: int
    frames: list[bytes]
    samples: array.array[int]

    def brightness(self, frame: int) -> float:
        return sum(self.frames[frame]) / len(self.frames[frame])

    def picture_clock(self, frame: int) -> float:
        """Which frame of the clock clip the picture shows."""
        return (self.brightness(frame) - DARK) / PER_FRAME

    def sound_clock(self, frame: int, fps: float = FPS) -> float:
        """Which frame of the clock clip is heard during a frame of the output."""
        return (self.tone(frame / fps, (frame + 1) / fps) - LOW) / PER_TONE

    def tone(self, start: float, end: float) -> float:
        """The frequency (Hz), by counting upward crossings of zero."""
        part = self.samples[int(start * RATE) : int(end * RATE)]
        ups = [i - part[i] / (part[i] - part[i - 1]) for i in range(1, len(part))
               if part[i - 1] < 0 <= part[i]]  # fmt: skip
        return RATE * (len(ups) - 1) / (ups[-1] - ups[0]) if len(ups) > 1 else 0.0

    def loudness(self, start: float, end: float) -> float:
        """RMS in dB of full scale."""
        part = self.samples[int(start * RATE) : int(end * RATE)]
        power = sum(v * v for v in part) / max(len(part), 1)
        return 10 * math.log10(power / 32768**2) if power else -120.0

    def pixel(self, frame: int, x: float, y: float) -> int:
        """Brightness at a share of width and height."""
        return self.frames[frame][int(y * self.height) * self.width + int(x * self.width)]


def look(path: Path) -> Seen:
    """Decode a file: grey frames and mono sound."""
    facts = read(path, path.name)
    data = ffmpeg("-i", str(path), "-f", "rawvideo", "-pix_fmt", "yuv420p", "-")
    size = facts.width * facts.height
    # The brightness only: the first plane as it is stored.
    frames = [data[i : i + size] for i in range(0, len(data), size * 3 // 2)]
    sound = ffmpeg("-i", str(path), "-f", "s16le", "-ac", "1", "-ar", "48000", "-")
    samples = array.array("h", sound)
    return Seen(facts.width, facts.height, frames, samples)


def clip(start: int, duration: int, begin: int, **more: Any) -> dict[str, Any]:
    """A main-track segment of the clock clip."""
    out = begin + round(duration * more.get("speed", 1))
    return {
        "role": "clip",
        "s": start,
        "d": duration,
        "src": "clock.mp4",
        "in": begin,
        "out": out,
    } | more


def draft(*tracks: tuple[int, list[dict[str, Any]]], **canvas: Any) -> dict[str, Any]:
    """A draft of (track type, segments) pairs."""
    m = {"width": 160, "height": 90, "fps": FPS} | canvas
    return {"m": m, "t": [{"tt": kind, "sg": segments} for kind, segments in tracks]}


Render = Callable[..., Seen]


def renderer(files: dict[str, Path], folder: Path) -> Render:
    """A function that renders a draft with these files and decodes the result."""
    media = {name: read(path, name) for name, path in files.items()}

    def go(made: dict[str, Any], **options: Any) -> Seen:
        out = folder / "out.mp4"
        render(made, media, out, preset="ultrafast", **options)
        return look(out)

    return go


def make_footage(folder: Path) -> dict[str, Path]:
    """The clock clip, a grey clip that hums, a white tall picture, a hum alone, a mute clip."""
    files = {n: folder / n for n in ("clock.mp4", "grey.mp4", "white.png", "hum.mp3", "mute.mp4")}
    make_clock(files["clock.mp4"])
    hum = ["-f", "lavfi", "-i", "sine=f=300:r=48000:d=4"]
    grey = ["-f", "lavfi", "-i", "color=0x808080:s=160x90:r=10:d=4"]
    fast = ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]
    ffmpeg(*grey, *hum, *fast, "-c:a", "aac", str(files["grey.mp4"]))
    ffmpeg(*grey, *fast, str(files["mute.mp4"]))
    ffmpeg("-f", "lavfi", "-i", "color=white:s=60x120", "-frames:v", "1", str(files["white.png"]))
    ffmpeg(*hum, str(files["hum.mp3"]))
    return files
