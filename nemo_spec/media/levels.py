"""How loud a sound is, by the loudest of its channels: a mono mix would lose what is in opposite phase,
and what one side says under the noise of the other. Runs in the child process that `probe` starts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import hypot, sqrt
from typing import Any, Literal

from av.audio.fifo import AudioFifo
from av.audio.frame import AudioFrame

from nemo_spec.media.silences import FRAME_MS

_RATE = 1500
"""Samples a second of which levels are made: power folds over, but is not lost."""
_PER_SECOND = 1000 // FRAME_MS
_GAP = FRAME_MS / 1000
_LONGEST_S = 24 * 3600
_Kind = Literal["B", "h", "i", "f", "d", "q"]
_TYPES: dict[str, _Kind] = {"u8": "B", "s16": "h", "s32": "i", "flt": "f", "dbl": "d", "s64": "q"}
_FULL: dict[_Kind, float] = {
    "B": 128.0, "h": 2.0**15, "i": 2.0**31, "f": 1.0, "d": 1.0, "q": 2.0**63,
}  # fmt: skip


class Levels:
    """The level of every 20 ms of a sound, on the clock of the container.

    `all` has one for each 20 ms since `origin` (s), 0 where no sound lies; `measured` those of sound.
    """

    def __init__(self, origin: float) -> None:
        self.all = array("f")
        self.measured = array("f")
        self._waiting = AudioFifo()
        self._rate = 0
        self._origin = self._next = origin

    def add(self, frame: AudioFrame) -> None:
        """Take one decoded frame, whose time is taken from it; where none lies between it and the last
        one there is silence."""
        time = frame.time
        if time is not None and time - self._next >= _GAP:
            self.flush()
            self._fill_to(time - self._origin)
            self._next = time
        frame.pts = None  # the clock is kept here
        try:
            self._waiting.write(frame)
        except ValueError:  # from here on it has another rate, or other channels
            self.flush()
            self._waiting = AudioFifo()
            self._waiting.write(frame)
        self._rate = frame.sample_rate
        self._next += frame.samples / self._rate
        while self._waiting.samples >= self._rate:
            self._measure(self._waiting.read(self._rate))

    def end_at(self, second: float) -> None:
        """The sound is over; nothing is heard from here to the end of the file."""
        self.flush()
        self._fill_to(second)

    def flush(self) -> None:
        """Measure what waits, but for a rest shorter than one level."""
        if self._waiting.samples:
            self._measure(self._waiting.read(self._waiting.samples))

    def _fill_to(self, second: float) -> None:
        missing = round(min(second, _LONGEST_S) * _PER_SECOND) - len(self.all)
        self.all.extend([0.0] * missing)

    def _measure(self, frame: AudioFrame | None) -> None:
        """The levels of a second at most."""
        assert frame
        count = frame.samples * _PER_SECOND // frame.sample_rate
        channels = list(_channels(frame, max(1, frame.sample_rate // _RATE)))
        edges = _edges(count, len(channels[0]) * frame.sample_rate / (frame.samples * _PER_SECOND))
        powers = [[hypot(*samples[a:b]) for a, b in edges] for samples in channels]
        loudest = powers[0] if len(powers) == 1 else map(max, *powers)
        levels = [power / sqrt(b - a) for power, (a, b) in zip(loudest, edges, strict=True)]
        self.all.extend(levels)
        self.measured.extend(levels)


@lru_cache(8)
def _edges(count: int, per_level: float) -> list[tuple[int, int]]:
    """Between which samples each level lies."""
    return list(pairwise([round(number * per_level) for number in range(count + 1)]))


def _channels(frame: AudioFrame, step: int) -> Iterator[list[float]]:
    """Every `step`-th sample of each channel, 0–1."""
    kind = _TYPES[frame.format.packed.name]
    full, count = _FULL[kind], len(frame.layout.channels)
    width = 1 if frame.format.is_planar else count
    for plane in frame.planes:
        # what follows the samples is padding
        raw = memoryview(plane).cast("B")[: frame.samples * frame.format.bytes * width]
        samples: Any = raw.cast(kind)
        for channel in range(width):
            taken: Any = samples[channel :: step * width].tolist()
            middle = full if kind == "B" else 0.0
            yield taken if kind == "f" else [(sample - middle) / full for sample in taken]
