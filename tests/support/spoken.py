"""Speech with known pauses, spoken by espeak-ng, alone or with what else microphones hear."""

from __future__ import annotations

import io
import random
import subprocess
import wave
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import pi, sin
from pathlib import Path

RATE = 22_050
"""Samples a second that espeak-ng makes."""
_AUDIBLE = 120
"""Of 32768: what is quieter at either end of a sentence belongs to the pause."""
VOICES = {
    "en-us+f2": (
        "We measured every clip before we cut it",
        "The second take was better than the first",
        "Nobody noticed that the light had changed",
        "Please keep the last sentence as it is",
    ),
    "en-gb+m3": (
        "My name is Ada and I write programs",
        "This machine follows the pattern that you give it",
        "It has no power of anticipating any truth",
        "That is all I wanted to say about it",
    ),
    "de": (
        "Wir haben das Interview gestern aufgenommen",
        "Danach wurde der Ton noch einmal geprüft",
        "Am Ende fehlte nur ein einziges Wort",
        "Das war eine lange aber gute Woche",
    ),
    "fr": (
        "Nous avons tourné cette scène au printemps",
        "Le son était clair et la salle était calme",
        "Personne ne voulait recommencer la prise",
        "Il ne reste que la musique à choisir",
    ),
}
PAUSES = {
    "usual": (0, 900, 1400, 750, 0),
    "edges": (1200, 800, 1000, 700, 1500),
    "limit": (0, 560, 640, 1100, 0),
    "none": (0, 0, 0, 0, 0),
}
"""Milliseconds before each of four sentences and after the last."""
ROOMS = ("clean", "noise-45", "noise-35", "noise-25", "hum-35", "music-35", "music-25")
EVERY = tuple(
    (voice, room, pauses, side)
    for voice, room, pauses, side in (
        [(voice, room, "usual", "both") for voice in VOICES for room in ROOMS]
        + [(voice, "noise-45", "edges", "both") for voice in VOICES]
        + [(voice, "noise-45", "limit", "both") for voice in VOICES]
        + [(voice, "clean", "none", "both") for voice in list(VOICES)[:2]]
        + [(voice, "noise-35", "usual", "left") for voice in list(VOICES)[2:]]
    )
)
"""Forty clips: who speaks, in which room, with which pauses, on which side."""


@dataclass(frozen=True)
class Spoken:
    """A sound file and where it is silent, in milliseconds."""

    path: Path
    pauses: tuple[tuple[int, int], ...]
    length: int

    def removed(self, longer_than: int, keep: int) -> int:
        """What `trim pauses` takes out (ms)."""
        lengths = [end - start for start, end in self.pauses]
        return sum(length - 2 * keep for length in lengths if length >= longer_than)


def spoken(path: Path, voice: str, room: str, pauses: str, side: str) -> Spoken:
    """Write a wav file of one clip."""
    samples, spans = array("h"), []
    for lasts, sentence in zip(PAUSES[pauses], (*VOICES[voice], ""), strict=True):
        start = len(samples)
        samples.extend([0] * (lasts * RATE // 1000))
        if lasts:
            spans.append((round(start * 1000 / RATE), round(len(samples) * 1000 / RATE)))
        if sentence:
            samples.extend(_sentence(voice, sentence))
    sides = [_mixed(samples, room, 1)]
    if side == "left":
        sides.append(_mixed(array("h", bytes(2 * len(samples))), "noise-45", 2))
    with wave.open(str(path), "wb") as file:
        file.setparams((len(sides), 2, RATE, 0, "NONE", ""))
        file.writeframes(
            array("h", [s for both in zip(*sides, strict=True) for s in both]).tobytes()
        )
    return Spoken(path, tuple(spans), round(len(samples) * 1000 / RATE))


@cache
def _sentence(voice: str, text: str) -> array[int]:
    command = ["espeak-ng", "-v", voice, "-s", "150", "--stdout", text]
    spoken = subprocess.run(command, check=True, capture_output=True).stdout
    with wave.open(io.BytesIO(spoken)) as source:
        sound = array("h", source.readframes(source.getnframes()))
    loud = [number for number, value in enumerate(sound) if abs(value) > _AUDIBLE]
    return sound[loud[0] : loud[-1] + 1]


def _mixed(samples: Sequence[int], room: str, seed: int) -> list[int]:
    kind, _, decibels = room.partition("-")
    if not decibels:
        return list(samples)
    level = 32768 * 10 ** (-int(decibels) / 20)
    other = {"noise": _noise, "hum": _hum, "music": _music}[kind](len(samples), seed)
    power = (sum(value * value for value in other) / len(other)) ** 0.5
    return [_limited(one + level * two / power) for one, two in zip(samples, other, strict=True)]


def _limited(value: float) -> int:
    return max(-32768, min(32767, round(value)))


def _noise(count: int, seed: int) -> list[float]:
    """Pink noise, nearly: white noise through three one-pole filters (Paul Kellet's economy filter)."""
    chance, made = random.Random(seed), []
    low = middle = high = 0.0
    for _ in range(count):
        white = chance.uniform(-1, 1)
        low = 0.99765 * low + white * 0.0990460
        middle = 0.96300 * middle + white * 0.2965164
        high = 0.57000 * high + white * 1.0526913
        made.append(low + middle + high + white * 0.1848)
    return made


def _hum(count: int, seed: int) -> list[float]:
    steps = (2 * pi * 50 * number / RATE for number in range(count))
    return [sin(step) + sin(2 * step) / 2 + sin(3 * step) / 3 for step in steps]


def _music(count: int, seed: int) -> list[float]:
    """A plucked chord each half second."""
    made, chance = [], random.Random(seed)
    beat = RATE // 2
    for number in range(count):
        if number % beat == 0:
            notes = [110 * 2 ** (chance.choice((0, 3, 5, 7, 10, 12)) / 12) * k for k in (1, 2, 3)]
        fade = 1 - 0.8 * (number % beat) / beat
        made.append(fade * sum(sin(2 * pi * note * number / RATE) for note in notes))
    return made
