"""A whole `apply --offline` of long clips: what it costs beside one plain encoding, and its peak memory.

The sample interview, over and over: speech with pauses that both sides find. Every run has a home folder of
its own, so that nothing was looked at or listened to before.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from benchmarks import internals
from benchmarks.clips import encoded_again, ffmpeg
from benchmarks.figure import AtMost, Figure, Pairs
from benchmarks.offline import INTERVIEW
from benchmarks.peers import cached
from benchmarks.process import MB, PRODUCT, cpu, script

PRESET = "veryfast"
"""The one that `apply --offline` renders with."""
# Processor seconds of a command and all of its children, and the peak memory of the largest of them.
WATCHED = """
import resource, subprocess, sys
subprocess.run(sys.argv[2:], cwd=sys.argv[1], check=True, stdout=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("used", used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
"""


class Applied(NamedTuple):
    """Processor seconds, peak memory of the largest process in bytes, seconds of the result."""

    seconds: float
    peak: int
    lasts: float


@dataclass(frozen=True)
class Job:
    """The interview so many times in that size, and what is made of it."""

    loops: int
    size: str
    recipe: str

    def clip(self) -> Path:
        def make(path: Path) -> None:
            looped = ["-stream_loop", f"{self.loops - 1}", "-i", str(INTERVIEW)]
            picture = ["-vf", f"scale={self.size}", "-c:v", "libx264", "-preset", PRESET]
            ffmpeg(*looped, *picture, "-c:a", "copy", str(path))

        return cached(f"interview-{self.loops}-{self.size.replace(':', 'x')}.mp4", make)

    def apply(self) -> Applied:
        clip = self.clip()
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            Path(name, "long.edit").write_text(self.recipe, encoding="utf-8")
            own = {"HOME": name, "XDG_CACHE_HOME": str(Path(name, "cache"))}
            command = [PRODUCT, "apply", "long.edit", clip, "--offline", "-o", "ours.mp4"]
            said = script(WATCHED, name, *command, env=own).output
            lasts = internals.probe(Path(name, "ours.mp4")).duration_ms / 1000
        seconds, peak = said.rpartition("used ")[2].split()
        return Applied(float(seconds), int(peak), lasts)

    def encode(self, lasts: float) -> float:
        """Processor seconds of one plain encoding of so many seconds."""
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            out = Path(name, "theirs.mp4")
            return cpu(lambda: encoded_again(self.clip(), lasts, PRESET, out))


MINUTES = Job(17, "1920:1080", """trim pauses longer than 1.5s; title 0-3s 'Intro'; music "lo-fi" volume 35%
export 1080p mp4
""")  # fmt: skip
HOUR = Job(88, "640:360", "trim pauses longer than 1.3s\nexport 360p mp4\n")
SHORT = replace(HOUR, loops=9)


def cost(job: Job) -> Callable[[], Pairs]:
    def measure() -> Pairs:
        ours = job.apply()
        yield ours.seconds, job.encode(ours.lasts)

    return measure


def peak() -> Pairs:
    yield MINUTES.apply().peak / MB, 1.0


def flat() -> Pairs:
    yield float(HOUR.apply().peak), float(SHORT.apply().peak)


PLAIN = f"one plain encoding of the same length and preset ({PRESET}), by processor time"
FIGURES = [
    Figure("long-1080p", "`apply --offline`: ten minutes of 1080p, 50 cuts, title, music", PLAIN,
           AtMost(1.15), cost(MINUTES), long=True),
    Figure("long-1080p-memory", "the same: peak memory of its largest process", "–",
           AtMost(400, unit="MB"), peak, long=True),
    Figure("long-hour", "`apply --offline`: one hour of talk at 360p, 440 pauses cut", PLAIN,
           AtMost(1.2), cost(HOUR), long=True),
    # What grows is the index of an mp4: to copy an hour holds 36 MB more than to copy six minutes.
    Figure("long-hour-memory", "the same: peak memory of its largest process",
           "six minutes of the same talk, 45 pauses", AtMost(1.5), flat, long=True),
]  # fmt: skip
