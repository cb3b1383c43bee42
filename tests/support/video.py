"""What a video shows and how loud it is."""

from __future__ import annotations

import subprocess
from array import array
from pathlib import Path

import imageio_ffmpeg


def ffmpeg(*arguments: object) -> bytes:
    """Run ffmpeg; return its standard output."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-nostdin", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout


def frame_at(video: Path, second: float, size: str = "64x36") -> bytes:
    """One frame as grey bytes, scaled to `size`."""
    filters = f"scale={size.replace('x', ':')},format=gray"
    return ffmpeg("-ss", second, "-i", video, "-frames:v", 1, "-vf", filters, "-f", "rawvideo", "-")


def loudness(video: Path, start: float, length: float) -> float:
    """Root mean square of the sound, 0–32768; times in seconds."""
    raw = ffmpeg("-ss", start, "-t", length, "-i", video, "-vn", "-ac", 1, "-f", "s16le", "-")
    samples = array("h", raw)
    return (sum(sample * sample for sample in samples) / max(1, len(samples))) ** 0.5
