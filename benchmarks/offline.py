"""A whole `apply --offline`, and the smallest things that a command can be asked for, by processor time.

Processor time of all processes is counted: the machine may do other things beside it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.again import world
from benchmarks.clips import ffmpeg
from benchmarks.figure import AtMost, Figure, Pairs
from benchmarks.process import PRODUCT, ROOT, cpu, in_turns, run
from benchmarks.startup import IMPORTS, TEN_LINES
from benchmarks.trials import FEWER, recipes

INTERVIEW = ROOT / "specs" / "media" / "interview.mp4"
FONT = ROOT / "mock_server" / "assets" / "fonts" / "NotoSans-Bold.ttf"
INTRO = """trim pauses; title 0-3s 'Intro'; music "lo-fi" volume 35%
export {size} mp4
"""
WHOLE, SHORT = 41, 30
"""Seconds of the interview. At 1080p, with nine times as many pixels, fewer are enough: start-up is less of
what is measured there than it is of the whole clip at 360p."""
ROUNDS = 5
SMALL_ROUNDS = 15


def by_hand(size: str, clip: Path, folder: Path) -> Callable[[], None]:
    """One command of ffmpeg that selects, draws and mixes the same, with the preset of the mock."""
    pauses = json.loads(INTERVIEW.with_suffix(".pauses.json").read_text("utf-8"))["pauses"]
    silent = "+".join(
        f"between(t,{(a + 200) / 1000},{(b - 200) / 1000})" for a, b in pauses if b - a > 600
    )
    music = folder / "music.wav"
    ffmpeg("-f", "lavfi", "-i", "sine=f=220:r=48000:d=60", "-ac", "2", str(music))
    width = {"360p": 640, "1080p": 1920}[size]
    text = (
        f"drawtext=fontfile={FONT}:text=Intro:fontsize=h/15:fontcolor=white:x=(w-tw)/2:y=(h-th)/2"
    )
    graph = (
        f"[0:v]select='not({silent})',setpts=N/FRAME_RATE/TB,scale={width}:-2,"
        f"{text}:enable='lt(t,3)'[v];"
        f"[0:a]aselect='not({silent})',asetpts=N/SR/TB[a];[1:a]volume=0.35[m];"
        "[a][m]amix=inputs=2:normalize=0:duration=first[s]"
    )
    coded = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "20", "-pix_fmt", "yuv420p"]
    sound = ["-c:a", "aac", "-b:a", "192k", "-ar", "48000", "-movflags", "+faststart"]
    sources = ["-i", str(clip), "-i", str(music), "-filter_complex", graph]
    target = ["-map", "[v]", "-map", "[s]", *coded, *sound, str(folder / "theirs.mp4")]
    return lambda: ffmpeg(*sources, *target)


def intro(size: str, seconds: int) -> Callable[[], Pairs]:
    """So much of the interview, from its beginning. What is read for the first time is read before, for
    pictures of the clip's own size."""

    def measure() -> Pairs:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folder = Path(name)
            clip = folder / "clip.mp4"
            ffmpeg("-i", str(INTERVIEW), "-t", str(seconds), "-c", "copy", str(clip))
            theirs = by_hand(size, clip, folder)
            yield from in_turns(
                lambda: cpu(lambda: ours(size, clip)),
                lambda: cpu(theirs),
                ROUNDS,
                untimed=lambda: ours("360p", clip),
            )

    return measure


def ours(size: str, clip: Path) -> None:
    """Apply the intro to a clip, in the clip's folder."""
    folder = clip.parent
    (folder / "intro.edit").write_text(INTRO.format(size=size), encoding="utf-8")
    command = [PRODUCT, "apply", "intro.edit", clip, "--offline", "-o", "ours.mp4"]
    run(command, {"HOME": str(folder)}, folder)


def nothing_to_do() -> Pairs:
    """The mock runs in this process, and is not counted."""
    with world() as here:
        project = here.project("done", 10)
        httpx = [sys.executable, "-c", "import httpx"]
        yield from in_turns(project.apply, lambda: cpu(lambda: run(httpx)), SMALL_ROUNDS)


@contextmanager
def planned() -> Iterator[Path]:
    """A folder with the recipe of the intro."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        (Path(name) / "intro.edit").write_text(INTRO.format(size="1080p"), encoding="utf-8")
        yield Path(name)


def fresh_plan() -> Pairs:
    with planned() as folder:
        home = {"HOME": str(folder)}
        plan = [PRODUCT, "plan", "intro.edit", INTERVIEW, "--fresh"]
        check = [PRODUCT, "check", "intro.edit"]
        yield from in_turns(
            lambda: cpu(lambda: run(plan, home, folder)),
            lambda: cpu(lambda: run(check, home, folder)),
            SMALL_ROUNDS,
        )


def check() -> Pairs:
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        recipe = Path(name, "ten.edit")
        recipe.write_text(TEN_LINES, encoding="utf-8")
        imports = [sys.executable, "-c", IMPORTS]
        yield from in_turns(
            lambda: cpu(lambda: run([PRODUCT, "check", recipe])),
            lambda: cpu(lambda: run(imports)),
            SMALL_ROUNDS,
        )


def per_recipe() -> Pairs:
    with recipes(FEWER) as specs:
        for _ in range(ROUNDS):
            yield cpu(lambda: run([PRODUCT, "test", specs])) / FEWER, 1.0


BY_HAND = "one ffmpeg command by hand: select, drawtext, a music file, the same preset"
FIGURES = [
    Figure("offline-intro",
           f"`apply --offline` of the intro, a clip of {WHOLE} s at 360p, which is its size",
           BY_HAND, AtMost(1.35), intro("360p", WHOLE)),
    Figure("offline-intro-1080p",
           f"`apply --offline` of the intro, the first {SHORT} s of that clip at 1080p", BY_HAND,
           AtMost(1.12), intro("1080p", SHORT)),
    Figure("apply-nothing", "`apply` with nothing to do, ten captions",
           '`python -c "import httpx"`', AtMost(2.5), nothing_to_do),
    Figure("plan-fresh", "`plan` of the intro, whose clip was listened to before", "`check` of it",
           AtMost(1.3), fresh_plan),
    Figure("check-cpu", "`check` on 10 lines",
           '`python -c "import lark, pydantic"` plus one model class', AtMost(1.25), check),
    Figure("trial", f"`nemo-spec test` of {FEWER} recipes without export, per recipe", "–",
           AtMost(0.10, unit="s"), per_recipe),
]  # fmt: skip
