"""`plan`, and `verify` of the right draft, of a recipe with cuts as every second line: how both grow with
its lines; and `verify` where the cuts follow a `trim pauses` of a clip that is not at hand.

Each size runs in processes of its own, the whole command in them, once untimed: what is measured is
processor time, without the start of the program, which would make all sizes look alike.
"""

import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.clips import ffmpeg
from benchmarks.figure import AtMost, Figure
from benchmarks.internals import command
from benchmarks.process import script, seconds
from benchmarks.verify import draft

LINES = (300, 1000, 3000)
TRIMMED = (100, 1000)
ROUNDS = 5
IN_DOUBT = 4
"""The exit code for a draft that does not tell whether it is what the recipe says."""
GONE = 400
"""Milliseconds that each cut takes away."""


def recipe(lines: int) -> str:
    """Cuts from the end of the video to its beginning, so that each moves all that stands above it, and
    behind each cut a caption."""
    text = ['clip talk "talk.mp4"']
    for n in reversed(range(lines // 2)):
        text.append(f"cut {2 * n + 1}-{2 * n + 1 + GONE / 1000}s")
        text.append(f'caption {2 * n + 2}-{2 * n + 2.5}s "Line {n}"')
    return "\n".join([*text, ""])


def right_draft(lines: int) -> dict[str, Any]:
    """The draft that the recipe asks for, worked out from what its cuts leave."""
    cuts = lines // 2
    starts = [0, *(2000 * n + 1000 for n in range(cuts))]
    ends = [*starts[1:], length(lines) * 1000]
    pieces, captions = list[dict[str, Any]](), list[dict[str, Any]]()
    for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
        first = start + (GONE if n else 0)
        pieces.append({
            "role": "clip", "s": start - max(0, n - 1) * GONE, "d": end - first,
            "src": "talk.mp4", "in": first, "out": end,
        })  # fmt: skip
    captions += [
        {"role": "caption", "s": 2000 * n + 2000 - n * GONE, "d": 500, "text": f"Line {n}"}
        for n in range(cuts)
    ]
    return draft(captions, pieces)


def length(lines: int) -> int:
    """Seconds of the clip."""
    return lines + 10


MEASURE = """
import sys
from benchmarks.growth import measured
print(measured(*sys.argv[1:]))
"""


def measured(end: str, *arguments: str) -> float:
    """Processor seconds of one command in this process that ends with that exit code: the middle of three,
    after one untimed."""
    return statistics.median([_once(int(end), arguments) for _ in range(4)][1:])


def _once(end: int, arguments: tuple[str, ...]) -> float:
    def work() -> None:
        if (code := command(*arguments)) != end:
            sys.exit(f"`{arguments[0]}` of the benchmark ended with {code}, not with {end}")

    return seconds(work, process_time)


def write(folder: Path, lines: int) -> None:
    """A clip, the recipe of so many lines on it, and its right draft, in a new folder."""
    folder.mkdir()
    picture = f"color=size=32x18:rate=1:duration={length(lines)}"
    ffmpeg("-f", "lavfi", "-i", picture, "-preset", "ultrafast", str(folder / "talk.mp4"))
    (folder / "long.edit").write_text(recipe(lines), encoding="utf-8")
    (folder / "draft.json").write_text(json.dumps(right_draft(lines)), encoding="utf-8")


def write_trimmed(folder: Path, lines: int) -> None:
    """The same without the clip, and its pauses gone first: no draft tells for sure what was cut then."""
    folder.mkdir()
    _, *cuts = recipe(lines).splitlines()
    (folder / "long.edit").write_text("\n".join(["trim pauses", *cuts, ""]), encoding="utf-8")
    (folder / "draft.json").write_text(json.dumps(right_draft(lines)), encoding="utf-8")


def _growth(
    sizes: Sequence[int], make: Callable[[Path, int], None], *arguments: str
) -> Callable[[], Iterator[tuple[float, float]]]:
    def measure() -> Iterator[tuple[float, float]]:
        with tempfile.TemporaryDirectory(prefix="bench-") as name:
            folders = {lines: Path(name, str(lines)) for lines in sizes}
            for lines, folder in folders.items():
                make(folder, lines)
            for _ in range(ROUNDS):
                few, *more = [
                    float(script(MEASURE, *(a.format(folder) for a in arguments)).output) / lines
                    for lines, folder in folders.items()
                ]
                yield max(more), few

    return measure


def _figure(name: str, what: str, *arguments: str) -> Figure:
    few, *_ = LINES
    what = f"{what} with cuts as every second line, per line of {' and '.join(map(str, LINES[1:]))}"
    measure = _growth(LINES, write, "0", *arguments)
    return Figure(name, f"{what}, the dearer", f"per line of {few}", AtMost(1.5), measure)


VERIFY = ("verify", "{}/long.edit", "--draft", "{}/draft.json")
FIGURES = [
    _figure("plan-growth", "`plan`", "plan", "{}/long.edit"),
    _figure("verify-growth", "`verify` of the right draft of a recipe", *VERIFY),
    Figure(
        "verify-trimmed",
        f"`verify` with cuts behind `trim pauses`, without the clip, per line of {TRIMMED[1]:,}",
        f"per line of {TRIMMED[0]}",
        AtMost(1.5),
        _growth(TRIMMED, write_trimmed, str(IN_DOUBT), *VERIFY),
    ),
]
