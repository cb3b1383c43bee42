"""`verify` of a draft that is not what its recipe says, against `verify` of the right one.

Each run is the whole command in a process of its own, and its processor time is measured: to say what is
wrong must not cost more than to see that nothing is, however long the recipe.
"""

import copy
import json
import os
import random
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import internals
from benchmarks.clips import ffmpeg
from benchmarks.figure import AtMost, Figure, Pairs
from benchmarks.peers import cached
from benchmarks.process import PRODUCT, environment, in_turns

Draft = dict[str, Any]
Damage = Callable[[Draft, random.Random], None]

SIZES = (50, 300, 1000)
EACH = 6
"""Seconds of the clip for each line of the recipe."""
LINES = (
    'caption {at}-{to}s "What is said at {at}"',
    "volume {level}% {at}-{to}s",
    'caption {at}-{to}s "Take {at}"',
    "cut {at}-{to}s",
    'title {at}-{to}s "Part {at}" at top size 48',
    'caption {at}-{to}s "Then {at}"',
    "mute {at}-{to}s",
    "speed 1.5x {at}-{to}s",
    'sound "whoosh" at {at}s',
    "split at {at}s",
)


def recipe(count: int) -> list[str]:
    """So many lines of all sorts, one after another in the video as well."""
    starts = [EACH * n + 1 for n in range(count)]
    return [
        LINES[n % len(LINES)].format(at=at, to=at + 2, level=20 + n % 70)
        for n, at in enumerate(starts)
    ]


def clip() -> Path:
    """A long one with hardly a picture and no sound, which takes no time to look at."""

    def make(path: Path) -> None:
        picture = f"color=s=64x36:r=1:d={EACH * (max(SIZES) + 50)}"
        ffmpeg("-f", "lavfi", "-i", picture, "-preset", "ultrafast", str(path))

    return cached("long.mp4", make)


# ---- What is wrong -------------------------------------------------------------------------------


def segments(draft: Draft, role: str) -> list[dict[str, Any]]:
    return [one for track in draft["t"] for one in track["sg"] if one["role"] == role]


def volume_and_captions(draft: Draft, chance: random.Random) -> None:
    """The level of one clip, and the text of 2 % of the captions."""
    chance.choice(segments(draft, "clip"))["vol"] = 1.77
    captions = segments(draft, "caption")
    for caption in chance.sample(captions, max(1, len(captions) // 50)):
        caption["text"] += " or so"


def captions_moved(draft: Draft, chance: random.Random) -> None:
    captions = segments(draft, "caption")
    for caption in chance.sample(captions, len(captions) // 50):
        caption["s"] += 700


def other_speed(draft: Draft, chance: random.Random) -> None:
    piece = chance.choice([one for one in segments(draft, "clip") if "speed" in one])
    piece["speed"] = 1.2


def many_layers(draft: Draft, chance: random.Random) -> None:
    """500 titles that nobody asked for."""
    titles = [
        {"id": f"x{n}", "role": "title", "s": 1000 * n, "d": 800, "text": f"Surprise {n}"}
        for n in range(500)
    ]
    draft["t"].append({"id": "x", "tt": 7, "name": "title", "sg": titles})


def empty(draft: Draft, chance: random.Random) -> None:
    draft.update(d=0, t=[])


def damaged(lines: list[str], damage: Damage) -> Draft:
    draft = copy.deepcopy(internals.predicted_draft("\n".join(lines), clip().name, length()))
    damage(draft, random.Random(14))
    return draft


def followed(lines: list[str]) -> Draft:
    """The draft of other lines than were asked for."""
    return internals.predicted_draft("\n".join(lines), clip().name, length())


def length() -> int:
    """Seconds of the clip."""
    return EACH * (max(SIZES) + 50)


def without(lines: list[str], verb: str) -> list[str]:
    """All lines but the one of a verb that is in the middle."""
    index = [n for n, line in enumerate(lines) if line.startswith(verb)]
    middle = index[len(index) // 2]
    return [*lines[:middle], *lines[middle + 1 :]]


def twice(lines: list[str], verb: str) -> list[str]:
    """All lines, and the one of a verb that is in the middle once more."""
    index = [n for n, line in enumerate(lines) if line.startswith(verb)]
    middle = index[len(index) // 2]
    return [*lines[: middle + 1], *lines[middle:]]


WRONG: dict[str, tuple[str, Callable[[list[str]], Draft]]] = {
    "cut": ("one cut not made", lambda lines: followed(without(lines, "cut"))),
    "caption": ("one caption missing", lambda lines: followed(without(lines, "caption"))),
    "moved": ("2 % of the captions moved", lambda lines: damaged(lines, captions_moved)),
    "twice": ("one cut made twice", lambda lines: followed(twice(lines, "cut"))),
    "speed": ("one speed another", lambda lines: damaged(lines, other_speed)),
    "layers": ("500 titles too many", lambda lines: damaged(lines, many_layers)),
    "broken-off": ("a third of it not done", lambda lines: followed(lines[: len(lines) * 2 // 3])),
    "empty": ("nothing in it", lambda lines: damaged(lines, empty)),
    "other": ("made for another recipe", lambda lines: followed(lines[::-2])),
}


# ---- Measuring -----------------------------------------------------------------------------------


def processor_time(arguments: list[str | Path], codes: tuple[int, ...]) -> float:
    """Seconds of one command in a process of its own. Raises ValueError for another exit code."""
    before = os.times()
    done = subprocess.run(
        [PRODUCT, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
        check=False,
    )
    after = os.times()
    if done.returncode not in codes:
        raise ValueError(f"`{arguments[0]}` of the benchmark ended with {done.returncode}")
    return (
        after.children_user + after.children_system - before.children_user - before.children_system
    )


def against_the_right_one(
    count: int, wrong: Callable[[list[str]], Draft], rounds: int = 5
) -> Pairs:
    lines = recipe(count)
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        asked = Path(name, "recipe.edit")
        asked.write_text("\n".join(lines) + "\n", encoding="utf-8")
        sides = []
        for number, draft in enumerate((wrong(lines), followed(lines))):
            file = Path(name, f"{number}.json")
            file.write_text(json.dumps(draft), encoding="utf-8")
            sides.append(_verifying(asked, file, (0,) if number else (0, 1)))
        yield from in_turns(sides[0], sides[1], rounds)


def _verifying(asked: Path, draft: Path, codes: tuple[int, ...]) -> Callable[[], float]:
    command: list[str | Path] = ["verify", asked, clip(), "--draft", draft]
    return lambda: processor_time(command, codes)


def _level_and_captions(count: int) -> Figure:
    def measure() -> Iterator[tuple[float, float]]:
        wrong = lambda lines: damaged(lines, volume_and_captions)  # noqa: E731
        yield from against_the_right_one(count, wrong, 7)

    what = f"`verify` of {count:,} lines, a clip at another level and 2 % of the captions changed"
    return Figure(f"wrong-draft-{count}", what, "`verify` of the right draft", AtMost(1.5), measure)


def _other_damage(name: str) -> Figure:
    what, wrong = WRONG[name]

    def measure() -> Iterator[tuple[float, float]]:
        yield from against_the_right_one(SIZES[1], wrong)

    what = f"`verify` of {SIZES[1]} lines, in the draft {what}"
    return Figure(f"wrong-{name}", what, "`verify` of the right draft", AtMost(3), measure)


FIGURES = [*map(_level_and_captions, SIZES), *map(_other_damage, WRONG)]
