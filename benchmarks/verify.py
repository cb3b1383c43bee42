"""`verify` of a draft against a recipe, from their files to the report: how it grows with the segments.

The whole command runs in this process, once untimed: what is measured is processor time, without the
start of the program, which would make the two sizes look alike.
"""

import json
import random
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.figure import AtMost, Figure
from benchmarks.internals import command
from benchmarks.process import interleaved

FEW, MANY = 500, 2000
DIFFERS = 1
"""The exit code for a draft that is not what the recipe says; anything else measures something else."""


def recipe(count: int, text: str) -> str:
    lines = (f'caption {n}-{n}.9s "{text.format(n)}"' for n in range(count))
    return "\n".join([*lines, ""])


def captions(count: int, text: str) -> list[dict[str, Any]]:
    """The captions of a draft: each a little off, one gone, one too many, shuffled."""
    chance = random.Random(count)
    found = [
        {"role": "caption", "s": 1000 * n + chance.randint(0, 90), "d": 900, "text": text.format(n)}
        for n in range(count)
    ]
    found.append({**found[count // 2], "s": 1000 * (count // 2) + 300})
    del found[count // 4]
    chance.shuffle(found)
    return found


def draft(
    captions: list[dict[str, Any]], pieces: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """A draft with these pieces of video below its captions; with one long clip, if not told."""
    length = max(caption["s"] + caption["d"] for caption in captions) + 1000
    clip = {"role": "clip", "s": 0, "d": length, "src": "talk.mp4", "in": 0, "out": length}
    tracks = [("Video", 0, pieces or [clip]), ("Captions", 7, captions)]
    if pieces:
        length = pieces[-1]["s"] + pieces[-1]["d"]
    return {
        "m": {"width": 1280, "height": 720, "fps": 30},
        "d": length,
        "t": [
            {"id": f"tr_{tt}", "tt": tt, "name": name, "sg": [
                {"id": f"sg_{tt}_{number}", **segment} for number, segment in enumerate(segments)
            ]}
            for name, tt, segments in tracks
        ],
    }  # fmt: skip


def verifying(folder: Path, count: int, asked: str, there: str) -> Callable[[], None]:
    """`nemo-spec verify` of so many captions that say one thing, where the draft says another."""
    recipe_file, draft_file = folder / f"{count}.edit", folder / f"{count}.json"
    recipe_file.write_text(recipe(count, asked), encoding="utf-8")
    draft_file.write_text(json.dumps(draft(captions(count, there))), encoding="utf-8")

    def work() -> None:
        code = command("verify", recipe_file, "--draft", draft_file)
        if code != DIFFERS:
            raise ValueError(f"`verify` of the benchmark ended with {code}, not with {DIFFERS}")

    return work


def _growth(asked: str, there: str) -> Callable[[], Iterator[tuple[float, float]]]:
    def measure() -> Iterator[tuple[float, float]]:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            many, few = (verifying(Path(name), count, asked, there) for count in (MANY, FEW))
            yield from interleaved(many, few, 9, process_time)

    return measure


def _figure(name: str, what: str, asked: str, there: str) -> Figure:
    what = f"`verify` of {MANY:,} captions{what}, a draft in which each is a little off"
    return Figure(name, what, f"{FEW} of them", AtMost(6), _growth(asked, there))


FIGURES = [
    _figure("matching", "", "Line {}", "Line {}"),
    _figure("matching-same", " that all say the same", "Again", "Again"),
    _figure(
        "matching-texts", " of which every text was changed", "Said in line {}", "Said in line {}!"
    ),
]
