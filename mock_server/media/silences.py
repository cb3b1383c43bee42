"""Find the pauses in the sound of a file."""

from __future__ import annotations

import array
import math
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul
from pathlib import Path

from mock_server.media.children import started
from mock_server.media.ffmpeg import ffmpeg_exe, input_options

LEVEL_MS = 20
LEVEL_RATE = 16000
# Power can be estimated from every fourth sample: what folds over keeps its power.
LEVEL_STRIDE = 4
SILENT_DB = -90.0
BLIP_MS = 60
SLACK_MS = 20
# Ten hours of sound take about one minute.
SOUND_SECONDS = 600.0
MIN_CONTRAST_DB = 8.0
THRESHOLD_DB = (-50.0, -26.0)


@dataclass(frozen=True)
class Pauses:
    """Ranges without speech in source time (ms), and the level that separated them (dB)."""

    ranges: list[tuple[int, int]]
    threshold_db: float | None


def pauses(path: Path, *, longer_than_ms: int = 600, below_db: float | None = None) -> Pauses:
    """Find the pauses that last at least `longer_than_ms` (within 20 ms).

    By default the threshold lies between the clip's noise floor and its speech (dB).
    A file without sound, or without contrast between the two, has no pauses. Raises TooSlow when
    it takes longer than ten minutes.
    """
    levels = array.array("f", _levels(path))
    threshold = below_db if below_db is not None else _threshold(levels)
    if threshold is None:
        return Pauses([], None)
    least = (longer_than_ms - SLACK_MS) / LEVEL_MS
    quiet = _without_blips(_quiet_runs(levels, threshold))
    ranges = [(a * LEVEL_MS, b * LEVEL_MS) for a, b in quiet if b - a >= least]
    return Pauses(ranges, round(threshold, 1))


def _levels(path: Path) -> Iterator[float]:
    """The level of every 20 ms of sound, in dB of full scale."""
    per_level = LEVEL_RATE * LEVEL_MS // 1000
    full = 10 * math.log10(per_level / LEVEL_STRIDE * 32768**2)
    for block in _sound(path, per_level * 500):
        for at in range(0, len(block) - per_level + 1, per_level):
            part = block[at : at + per_level : LEVEL_STRIDE]
            power = sum(map(mul, part, part))
            yield max(10 * math.log10(power) - full, SILENT_DB) if power else SILENT_DB


def _sound(path: Path, samples: int) -> Iterator[array.array[int]]:
    """The sound from the start of the file, mono at LEVEL_RATE, in blocks."""
    rate = f"aresample={LEVEL_RATE}:async=1:first_pts=0:filter_size=8"
    one = "aformat=sample_fmts=s16:channel_layouts=mono"
    # Small packets would wake this process up thousands of times.
    command = [ffmpeg_exe(), "-v", "quiet", "-nostdin", *input_options(path), "-vn", "-sn", "-dn",
               "-map", "0:a:0?", "-af", f"{rate},{one},asetnsamples=n={LEVEL_RATE}:p=0",
               "-f", "s16le", "-"]  # fmt: skip
    with started(command, SOUND_SECONDS, stdout=subprocess.PIPE, pipesize=1 << 20) as process:
        assert process.stdout
        while data := process.stdout.read(samples * 2):
            block = array.array("h")
            block.frombytes(data[: len(data) // 2 * 2])
            yield block


def _threshold(levels: array.array[float]) -> float | None:
    """Between floor and speech, or None when there are no two such things."""
    if not levels:
        return None
    ranked = sorted(levels)
    floor, speech = ranked[len(ranked) // 10], ranked[len(ranked) * 9 // 10]
    if speech - floor < MIN_CONTRAST_DB:
        return None
    lowest, highest = THRESHOLD_DB
    return min(max(floor + 0.4 * (speech - floor), lowest), highest)


def _quiet_runs(levels: array.array[float], threshold: float) -> list[tuple[int, int]]:
    runs, start = [], None
    for i, level in enumerate(levels):
        if level < threshold:
            start = i if start is None else start
        elif start is not None:
            runs.append((start, i))
            start = None
    return [*runs, (start, len(levels))] if start is not None else runs


def _without_blips(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join pauses that only a click or a breath of under 60 ms separates."""
    joined: list[tuple[int, int]] = []
    for start, end in runs:
        if joined and (start - joined[-1][1]) * LEVEL_MS < BLIP_MS:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
