"""Small instruments: arrays of samples at TONE_RATE, made with the standard library only."""

from __future__ import annotations

import math
import random
from array import array
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from itertools import accumulate, repeat
from operator import add, mul, sub

TONE_RATE = 24000
Samples = array  # of type "f"
# A share of the frequency: 2 cents, less than anybody hears.
IN_TUNE = 0.0012


def pitch(note: float) -> float:
    """The frequency of a MIDI note."""
    return float(440 * 2 ** ((note - 69) / 12))


@cache
def cycle(note: float, harmonics: tuple[float, ...]) -> Samples[float]:
    """A few periods of a tone that can be repeated without a seam.

    As many periods as bring their length close enough to whole samples to be in tune.
    """
    period = TONE_RATE / pitch(note)
    errors = [abs(k * period - round(k * period)) / k / period for k in range(1, 17)]
    count = next((k for k, error in enumerate(errors, 1) if error < IN_TUNE), 16)
    size = round(count * period)
    step = 2 * math.pi * count / size
    return array("f", (
        sum(h * math.sin((k + 1) * step * i) for k, h in enumerate(harmonics)) for i in range(size)
    ))  # fmt: skip


@cache
def envelope(size: int, attack: float, decay: float, release: float) -> Samples[float]:
    """Rising for `attack` seconds, falling with the time constant `decay` (0: not at all), and
    silent after `size` samples by a `release` in seconds."""
    up, down = max(int(attack * TONE_RATE), 1), max(int(release * TONE_RATE), 1)
    up, down = min(up, size), min(down, size)
    fall = math.exp(-1 / (decay * TONE_RATE)) if decay else 1.0
    values = array("f", accumulate(repeat(fall, size - 1), mul, initial=1.0))
    for i in range(up):
        values[i] *= i / up
    for i in range(down):
        values[size - 1 - i] *= i / down
    return values


def tone(
    note: float,
    seconds: float,
    harmonics: tuple[float, ...],
    attack: float = 0.005,
    decay: float = 0.0,
    release: float = 0.02,
) -> Samples[float]:
    """A note with an envelope. The harmonics' strengths are its level."""
    return chord((note,), seconds, harmonics, attack, decay, release)


@lru_cache(maxsize=256)
def chord(
    notes: tuple[float, ...],
    seconds: float,
    harmonics: tuple[float, ...],
    attack: float,
    decay: float,
    release: float,
) -> Samples[float]:
    """Several notes at once."""
    size = int(seconds * TONE_RATE)
    waves = [cycle(note, harmonics) for note in notes]
    first, *others = (wave * (size // len(wave) + 1) for wave in waves)
    mix: Iterable[float] = first
    for other in others:
        mix = map(add, mix, other)
    return array("f", map(mul, mix, envelope(size, attack, decay, release)))


@cache
def noise(seconds: float, bright: bool, seed: int = 1) -> Samples[float]:
    """White noise, or only its upper half."""
    chance = random.Random(seed)
    white = array("f", (chance.uniform(-1, 1) for _ in range(int(seconds * TONE_RATE) + 1)))
    return array("f", map(sub, white[1:], white)) if bright else white[:-1]


@cache
def kick() -> Samples[float]:
    """A bass drum."""
    return shaped(0.28, lambda t: math.sin(2 * math.pi * (48 * t + 4.2 * (1 - math.exp(-t * 28))))
                  * math.exp(-t * 11) * min(t * 900, 1))  # fmt: skip


@cache
def snare() -> Samples[float]:
    """A soft snare."""
    rattle = map(mul, noise(0.2, bright=False), envelope(int(0.2 * TONE_RATE), 0.001, 0.05, 0.02))
    body = tone(54, 0.2, (0.5,), 0.001, 0.04)
    return array("f", (0.45 * r + b for r, b in zip(rattle, body, strict=True)))


@cache
def hat() -> Samples[float]:
    """A closed hi-hat."""
    return array("f", map(mul, noise(0.06, bright=True),
                          envelope(int(0.06 * TONE_RATE), 0.001, 0.018, 0.01)))  # fmt: skip


def shaped(seconds: float, wave: Callable[[float], float]) -> Samples[float]:
    """A sound given by its formula in seconds."""
    return array("f", (wave(i / TONE_RATE) for i in range(int(seconds * TONE_RATE))))


def scaled(sound: Samples[float], gain: float) -> Samples[float]:
    """The sound at another level."""
    return array("f", [gain * value for value in sound])


def mix_into(target: Samples[float], at: int, sound: Samples[float]) -> None:
    """Add a sound; what reaches past the end goes on at the start, so that loops have no seam."""
    at %= len(target)
    fits = min(len(sound), len(target) - at)
    target[at : at + fits] = array("f", map(add, target[at : at + fits], sound))
    if fits < len(sound):
        mix_into(target, 0, sound[fits:])
