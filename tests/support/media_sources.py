"""Sound and pictures for test files, made without ffmpeg."""

from __future__ import annotations

import math
import random
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw

RATE = 16_000


def voice(path: Path, pauses: Sequence[tuple[int, int]], length: int) -> None:
    """A buzz in syllables, as loud as speech, with these pauses; 16 kHz, mono."""
    chance = random.Random(1)
    samples = array("h", (chance.randint(-3, 3) for _ in range(length * RATE // 1000)))
    speaks = [edge for pause in pauses for edge in pause]
    for start, end in zip([0, *speaks[1::2]], [*speaks[::2], length], strict=True):
        first, last = start * RATE // 1000, end * RATE // 1000
        for n in range(first, last):
            edge = min(1.0, (n - first) / 80, (last - n) / 80)
            level = 5000 * edge * (0.7 + 0.3 * math.sin(2 * math.pi * 4 * n / RATE))
            phase = 2 * math.pi * 130 * n / RATE
            samples[n] += int(level * (math.sin(phase) + math.sin(3 * phase) / 2))
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(samples.tobytes())


def _frames(count: int) -> list[Image.Image]:
    frames = [Image.new("RGB", (320, 180), "navy") for _ in range(count)]
    for number, frame in enumerate(frames):
        ImageDraw.Draw(frame).rectangle((number * 12, 40, number * 12 + 60, 140), fill="gold")
    return frames


def image(path: Path, count: int = 1, **options: object) -> None:
    first, *rest = _frames(count)
    moving = {"save_all": True, "append_images": rest, "duration": 100, "loop": 0} if rest else {}
    first.save(path, **moving, **options)  # type: ignore[arg-type]


def turned_photo(path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    image(path, exif=exif)
