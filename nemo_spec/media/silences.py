"""Where a sound is silent, by its levels."""

from __future__ import annotations

import re
from array import array

from nemo_spec.media.clip import Spans

FRAME_MS = 20
"""Milliseconds over which one level is taken."""
SHORTEST_MS = 200
_BLIP_MS = 60
_MIN_CONTRAST_DB = 8.0
_ABOVE_FLOOR, _BELOW_SPEECH = 1.6, 0.01
"""What is audible: 4 dB above the noise, and no more than 40 dB below the speech."""
_TAIL_FRAMES = 12
"""A word fades for a quarter of a second at most."""
_SAME_PAUSE_MS = 150
_CLEAN_DB = 30.0
_QUIETEST, _LOUDEST = 10 ** (-50 / 20), 10 ** (-26 / 20)
"""Between which a threshold lies: there is no speech below, and no silence above."""


def is_heard(levels: array[float]) -> bool:
    """Whether anything is loud enough to be speech."""
    return max(levels, default=0.0) >= _QUIETEST


def is_clean(measured: array[float]) -> bool:
    """Whether the background is so far below the speech that it hides no end of a word."""
    floor, speech = floor_and_speech(measured)
    return speech >= floor * 10 ** (_CLEAN_DB / 20)


def quiet_spans(levels: array[float], measured: array[float]) -> Spans:
    """The stretches (ms) of at least 200 ms that are silent; levels are amplitudes of 0–1.

    The threshold lies between the clip's own floor and its speech: floor + 0.4 × (speech − floor), from
    the 10th and 90th percentile of the levels that were `measured`, within -50 to -26 dB. Without a
    contrast of 8 dB only those stretches are silent that have no sound at all.
    """
    floor, speech = floor_and_speech(measured)
    has_contrast = speech >= floor * 10 ** (_MIN_CONTRAST_DB / 20)
    threshold = _between(floor, speech) if has_contrast else 1e-9
    runs = without_blips(_runs_below(levels, threshold), _BLIP_MS)
    edged = [_at_the_words(levels, start, end, speech) for start, end in runs]
    return tuple((start, end) for start, end in edged if end - start >= SHORTEST_MS)


def spans_below(levels: array[float], decibels: float) -> Spans:
    """The stretches (ms) of at least 200 ms that are quieter than a level (dB, 0 is full scale)."""
    runs = without_blips(_runs_below(levels, 10 ** (decibels / 20)), _BLIP_MS)
    return tuple((start, end) for start, end in runs if end - start >= SHORTEST_MS)


def _at_the_words(levels: array[float], start: int, end: int, speech: float) -> tuple[int, int]:
    """A pause (ms) without the quiet ends of the words on either side: they are below the threshold, but
    above what is heard between words."""
    first, last = start // FRAME_MS, end // FRAME_MS
    floor = sorted(levels[first:last])[(last - first) // 2]
    audible = max(floor * _ABOVE_FLOOR, speech * _BELOW_SPEECH)
    tail = levels[first : min(last, first + _TAIL_FRAMES)] if first else ()
    first += max((n + 1 for n, level in enumerate(tail) if level >= audible), default=0)
    while last > first and levels[last - 1] >= audible:
        last -= 1
    return first * FRAME_MS, last * FRAME_MS


def at_the_levels(pauses: Spans, quiet: Spans) -> Spans:
    """Pauses that were found by voice (ms), each with the ends of the quiet stretch that is the same pause,
    where there is one: a level is exact to one frame, a voice to two windows."""
    found = []
    for start, end in pauses:
        near = (
            span
            for span in quiet
            if abs(span[0] - start) <= _SAME_PAUSE_MS and abs(span[1] - end) <= _SAME_PAUSE_MS
        )
        found.append(next(near, (start, end)))
    return tuple(found)


def floor_and_speech(levels: array[float]) -> tuple[float, float]:
    """The level of the background and that of the speech."""
    ordered = sorted(levels)
    return ordered[len(ordered) // 10], ordered[len(ordered) * 9 // 10]


def _between(floor: float, speech: float) -> float:
    """On the scale of decibels."""
    low, high = max(floor, 1e-5), max(speech, 1e-5)
    between: float = low * (high / low) ** 0.4
    return min(max(between, _QUIETEST), _LOUDEST)


def _runs_below(levels: array[float], threshold: float) -> list[tuple[int, int]]:
    below = bytes(map(threshold.__gt__, levels))
    runs = (run.span() for run in re.finditer(b"\x01+", below))
    return [(start * FRAME_MS, end * FRAME_MS) for start, end in runs]


def without_blips(runs: list[tuple[int, int]], shortest: int) -> list[tuple[int, int]]:
    """The runs (ms), joined where less than `shortest` lies between them."""
    closed: list[tuple[int, int]] = []
    for start, end in runs:
        if closed and start - closed[-1][1] < shortest:
            closed[-1] = (closed[-1][0], end)
        else:
            closed.append((start, end))
    return closed
