"""Find the pauses in the sound of a file."""

from __future__ import annotations

import array
import math
import subprocess
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from mock_server.media.answers import answered
from mock_server.media.children import started
from mock_server.media.ffmpeg import ffmpeg_exe, input_options
from mock_server.media.media import Media

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
# There is no speech below the first, and no silence above the second.
THRESHOLD_DB = (-50.0, -26.0)
# A word fades below the threshold for a quarter of a second at most. What is left of it stands out from
# the background of the pause, and is not much quieter than the words.
TAIL_MS = 240
OUT_OF_BACKGROUND_DB, BELOW_SPEECH_DB = 4.0, 40.0


@dataclass(frozen=True)
class Pauses:
    """Ranges without speech in source time (ms), and the level that separated them (dB)."""

    ranges: list[tuple[int, int]]
    threshold_db: float | None


def pauses(media: Media, *, longer_than_ms: int = 600, below_db: float | None = None) -> Pauses:
    """Find the pauses that last at least `longer_than_ms` (within 20 ms), in the sound that is heard.

    By default the threshold lies between the clip's noise floor and its speech (dB). Where it has
    no sound, before it begins and after it ends, is a pause. A file without anything to hear has no
    pauses. Raises TooSlow when it takes longer than ten minutes.
    """
    heard = replace(media, name="", path=Path())
    question = f"{longer_than_ms} {below_db} {heard} {ffmpeg_exe()}"
    said = answered(media.path, question, lambda: asdict(found(media, longer_than_ms, below_db)))
    return Pauses([(start, end) for start, end in said["ranges"]], said["threshold_db"])


def found(media: Media, longer_than_ms: int, below_db: float | None) -> Pauses:
    """The same, listened to now."""
    levels = array.array("f", _levels(media) if media.has_audio else ())
    if max(levels, default=SILENT_DB) < THRESHOLD_DB[0] and below_db is None:
        return Pauses([], None)
    threshold = below_db if below_db is not None else _threshold(levels)
    missing = media.duration_ms // LEVEL_MS - len(levels)
    levels.extend([SILENT_DB] * (missing if levels else 0))
    least = (longer_than_ms - SLACK_MS) / LEVEL_MS
    quiet = _without_blips(_quiet_runs(levels, SILENT_DB if threshold is None else threshold))
    if below_db is None and threshold is not None:
        faintest = sorted(levels)[len(levels) * 9 // 10] - BELOW_SPEECH_DB
        quiet = [_between_words(levels, *run, faintest) for run in quiet]
    ranges = [(a * LEVEL_MS, b * LEVEL_MS) for a, b in quiet if b - a >= least]
    return Pauses(ranges, None if threshold is None else round(threshold, 1))


def _levels(media: Media) -> Iterator[float]:
    """The level of every 20 ms, in dB of full scale: that of the loudest channel.

    A mix of the channels would lose what is in opposite phase, and lower what one side says alone.
    """
    channels = media.sound.channels
    per_level = LEVEL_RATE * LEVEL_MS // 1000 * channels
    full = 10 * math.log10(per_level / channels / LEVEL_STRIDE * 32768**2)
    for block in _sound(media, per_level * 500):
        for at in range(0, len(block) - per_level + 1, per_level):
            starts = range(at, at + channels)
            parts = (block[one : at + per_level : LEVEL_STRIDE * channels] for one in starts)
            # The root of their squares: half the time of a sum of products.
            loudest = max(math.hypot(*part) for part in parts)
            yield max(20 * math.log10(loudest) - full, SILENT_DB) if loudest else SILENT_DB


def _sound(media: Media, samples: int) -> Iterator[array.array[int]]:
    """The sound that is heard from the file's zero, at LEVEL_RATE, channels in turns, in blocks."""
    rate = f"aresample={LEVEL_RATE}:async=1:first_pts=0:filter_size=8,aformat=sample_fmts=s16"
    # Small packets would wake this process up thousands of times.
    command = [ffmpeg_exe(), "-v", "quiet", "-nostdin", *input_options(media),
               "-map", f"0:{media.sound.stream}", "-ac", str(media.sound.channels),
               "-af", f"{rate},asetnsamples=n={LEVEL_RATE}:p=0", "-f", "s16le", "-"]  # fmt: skip
    with started(command, SOUND_SECONDS, stdout=subprocess.PIPE, pipesize=1 << 20) as process:
        assert process.stdout
        while data := process.stdout.read(samples * 2):
            block = array.array("h")
            block.frombytes(data[: len(data) // 2 * 2])
            yield block


def _threshold(levels: array.array[float]) -> float | None:
    """Between floor and speech, or None when there are no two such things.

    Where there is no sound at all says nothing about the noise of a room.
    """
    ranked = sorted(level for level in levels if level > SILENT_DB)
    if not ranked:
        return None
    floor, speech = ranked[len(ranked) // 10], ranked[len(ranked) * 9 // 10]
    if speech - floor < MIN_CONTRAST_DB:
        return None
    lowest, highest = THRESHOLD_DB
    return min(max(floor + 0.4 * (speech - floor), lowest), highest)


def _between_words(
    levels: array.array[float], start: int, end: int, faintest: float
) -> tuple[int, int]:
    """A run of quiet levels without what fades out of the word before it and into the one behind."""
    background = sorted(levels[start:end])[(end - start) // 2]
    faint = max(background + OUT_OF_BACKGROUND_DB, faintest)
    fading = range(start, min(end, start + TAIL_MS // LEVEL_MS)) if start else ()
    first = max((i + 1 for i in fading if levels[i] >= faint), default=start)
    last = max((i + 1 for i in range(first, end) if levels[i] < faint), default=first)
    return first, last


def _quiet_runs(levels: array.array[float], threshold: float) -> list[tuple[int, int]]:
    runs, start = [], None
    for i, level in enumerate(levels):
        if level < threshold or level <= SILENT_DB:
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
