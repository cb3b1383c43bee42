"""A speed that changes evenly over the time of a clip: filters for its picture and its sound."""

from __future__ import annotations

import math
from fractions import Fraction

from mock_server.render.composition import Clip

# The sound keeps its speed for so many seconds of its source; it changes by less than anybody hears.
STEP_SECONDS = 0.04
# Half a millisecond: a frame that begins with the clip is not lost to rounding.
EARLY = 0.0005
# One tempo filter at most doubles or halves, or sound is dropped.
MOST = 2.0


def picture(clip: Clip, opened: float, fps: Fraction) -> str:
    """Filters that retime the frames of an input that was opened at `opened` (ms)."""
    first, last = clip.speed, clip.speed_to or clip.speed
    length = _source_seconds(clip)
    begin = (clip.begin - opened) / 1000
    now = f"sqrt(max({first**2:.9f}+{(last**2 - first**2) / length:.9f}*max(T-{begin:.6f},0),0))"
    time = f"2*max(T-{begin:.6f},0)/({first:.6f}+{now})"
    return (
        f"fps={fps * 2}:start_time=0,trim=start={max(begin - EARLY, 0):.6f}:end={begin + length:.6f},"
        f"setpts='({time})/TB',fps={fps}:start_time=0"
    )


def sound(clip: Clip, opened: float, name: str) -> list[str]:
    """Filters that retime the sound likewise, at its own pitch; `name` tells them from those of others."""
    begin, length = (clip.begin - opened) / 1000, _source_seconds(clip)
    ends = (clip.speed, clip.speed_to or clip.speed)
    count = max(1, math.ceil(max(abs(math.log2(end)) for end in ends) / math.log2(MOST)))
    filters = [f"atempo@r{name}x{i}" for i in range(count)]
    changes = ";".join(
        f"{at:.4f} " + ",".join(f"{one} tempo {tempo ** (1 / count):.6f}" for one in filters)
        for at, tempo in _tempos(clip, length)
    )
    start = ends[0] ** (1 / count)
    return [
        f"atrim=start={max(begin, 0):.6f}:duration={length:.6f}", "asetpts=PTS-STARTPTS",
        "asetnsamples=n=160:p=0", f"asendcmd=c='{changes}'", *(f"{f}={start:.6f}" for f in filters),
    ]  # fmt: skip


def _tempos(clip: Clip, length: float) -> list[tuple[float, float]]:
    """When in its source (s) which tempo begins: the mean over each step, so that nothing drifts."""
    count = max(1, round(length / STEP_SECONDS))
    steps = [length * i / count for i in range(count + 1)]
    plays = [_played_at(clip, length, at) for at in steps]
    return [
        (steps[i], (steps[i + 1] - steps[i]) / max(plays[i + 1] - plays[i], 1e-6))
        for i in range(count)
    ]


def _played_at(clip: Clip, length: float, at: float) -> float:
    """When (s) a second of the source plays: its way over the mean of the speeds at its ends."""
    first, last = clip.speed, clip.speed_to or clip.speed
    now = math.sqrt(first**2 + (last**2 - first**2) * at / length)
    return 2 * at / (first + now)


def _source_seconds(clip: Clip) -> float:
    return max(clip.duration * clip.mean_speed / 1000, 0.001)
