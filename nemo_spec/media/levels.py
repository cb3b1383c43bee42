"""How loud a sound is, by the loudest of its channels: a mono mix would lose what is in opposite phase,
and what one side says under the noise of the other. Runs in the child process that `probe` starts.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from itertools import pairwise
from math import hypot, sqrt
from typing import Any, Literal

from av.audio.frame import AudioFrame

from nemo_spec.media.silences import FRAME_MS

LEVEL_RATE = 4000
"""Samples a second of which levels are made: power folds over, but is not lost."""
_BATCH = LEVEL_RATE
_LONGEST_S = 24 * 3600
_Kind = Literal["B", "h", "i", "f", "d", "q"]
_TYPES: dict[str, _Kind] = {"u8": "B", "s16": "h", "s32": "i", "flt": "f", "dbl": "d", "s64": "q"}
_FULL: dict[_Kind, float] = {
    "B": 128.0,
    "h": 2.0**15,
    "i": 2.0**31,
    "f": 1.0,
    "d": 1.0,
    "q": 2.0**63,
}


class Levels:
    """The level of every 20 ms of a sound, on the clock of the container.

    `all` has one for each 20 ms since `origin` (s), 0 where no sound lies; `measured` those of sound.
    """

    def __init__(self, origin: float, rate: int) -> None:
        self.all = array("f")
        self.measured = array("f")
        self._origin, self._rate = origin, rate
        self._step = max(1, rate // LEVEL_RATE)
        self._per_level = rate / self._step * FRAME_MS / 1000
        self._waiting: list[list[float]] = []
        self._phase = self._taken = 0

    def add(self, frame: AudioFrame) -> None:
        """Take one decoded frame; where none lies between it and the last one there is silence."""
        if frame.time is not None:
            self._fill_to(frame.time - self._origin)
        channels = list(_channels(frame, self._phase, self._step))
        self._phase = (self._phase - frame.samples) % self._step
        if len(channels) != len(self._waiting):
            self.flush()
            self._waiting = [[] for _ in channels]
        for waiting, samples in zip(self._waiting, channels, strict=True):
            waiting += samples
        if self._waiting and len(self._waiting[0]) >= _BATCH:
            self._measure()

    def end_at(self, second: float) -> None:
        """The sound is over; nothing is heard from here to the end of the file."""
        self.flush()
        self._fill_to(second)

    def _fill_to(self, second: float) -> None:
        """Nothing is heard until then, if it is later than what was heard last."""
        ahead = len(self._waiting[0]) / self._rate * self._step if self._waiting else 0.0
        missing = (
            min(second, _LONGEST_S) * 1000 / FRAME_MS - len(self.all) - ahead * 1000 / FRAME_MS
        )
        if missing >= 1:
            self.flush()
            self.all.extend([0.0] * round(missing))

    def _measure(self) -> None:
        count = int(len(self._waiting[0]) / self._per_level)
        edges = [round(number * self._per_level) for number in range(count + 1)]
        for first, last in pairwise(edges):
            power = max(hypot(*samples[first:last]) for samples in self._waiting)
            level = power / sqrt(last - first)
            self.all.append(level)
            self.measured.append(level)
        for samples in self._waiting:
            del samples[: edges[-1]]

    def flush(self) -> None:
        """Measure what waits, but for a rest shorter than one level."""
        if self._waiting:
            self._measure()
            for samples in self._waiting:
                samples.clear()


def _channels(frame: AudioFrame, phase: int, step: int) -> Iterator[list[float]]:
    """Every `step`-th sample of each channel, 0–1."""
    kind = _TYPES[frame.format.packed.name]
    full, count = _FULL[kind], len(frame.layout.channels)
    width = 1 if frame.format.is_planar else count
    for plane in frame.planes:
        # what follows the samples is padding
        raw = memoryview(plane).cast("B")[: frame.samples * frame.format.bytes * width]
        samples: Any = raw.cast(kind)
        for channel in range(width):
            taken: Any = samples[channel + phase * width :: step * width].tolist()
            middle = full if kind == "B" else 0.0
            yield taken if kind == "f" else [(sample - middle) / full for sample in taken]
