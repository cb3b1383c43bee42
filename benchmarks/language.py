"""Recipe text → the steps that are carried out, against what the bare parser costs.

All in one process and without waiting for anything: processor time is measured.
"""

import gc
import random
from collections.abc import Iterator
from time import process_time

from lark import Lark

from benchmarks import internals
from benchmarks.figure import AtMost, Figure
from benchmarks.process import ROOT, interleaved, seconds

LENGTH = 20 * 60 * 60
"""Seconds of the clip: room for fifty thousand layers."""

EVERYDAY = (
    'title {at}-{to}s "Part {n}" at top size 48',
    'caption {at}-{to}s "What is said at {at}"',
    'lower-third {at}-{to}s "Ada Lovelace {n}" "Engineer"',
    'title {at}-{to}s "{{speaker}} {n}" at bottom color "navy" fade in 0.4s fade out 0.4s',
    'music {at}-{to}s "calm" volume 20% fade out 1s',
    "volume {at}-{to}s 60%",
    'voiceover {at}-{to}s "And now part {n}."',
    'sound "whoosh" at {at}s',
    'caption {at}-{to}s "Take {n}"  # as the script has it',
    'expect title "Part {title}"',
)
MOVING = ("cut {at}-{to}s", "speed {at}-{to}s 1.5x", "freeze {at}s for 1s", "split at {at}s")


def recipe(statements: int) -> str:
    """So many statements, at most twenty of which change the duration."""
    moving = min(20, statements // 50)
    times = [100 * (number + 1) for number in range(moving)]
    shapes = [MOVING[number % len(MOVING)] for number in range(moving)]
    lines = [shape.format(at=at, to=at + 2) for shape, at in zip(shapes, times, strict=True)]
    return with_layers(lines, statements, 3000)


def half_cuts(statements: int) -> str:
    """So many statements, every second one of which is a cut; the cuts come first, as is advised."""
    cuts = [f"cut {2 * n + 1}-{2 * n + 1.4}s" for n in range(statements // 2)]
    return with_layers(cuts, statements, 2 * len(cuts) + 10)


def with_layers(lines: list[str], statements: int, first: int) -> str:
    """These lines, and layers from a second of the video on until it is so many statements."""
    text = ['let speaker = "Grace Hopper"', *lines]
    parts = random.Random(8)
    for n in range(statements - len(text)):
        shape = EVERYDAY[n % len(EVERYDAY)]
        start = first + n + parts.randrange(9) / 10
        text.append(shape.format(n=n, at=start, to=round(start + 0.5, 1), title=n // 10 * 10))
    return "\n".join(text) + "\n"


def steps(text: str) -> None:
    internals.steps(text, LENGTH)


def bare_lark() -> Lark:
    grammar = (ROOT / "grammar" / "edit.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", start="recipe")


def plan_and_compile() -> Iterator[tuple[float, float]]:
    text, lark = recipe(2000), bare_lark()
    yield from interleaved(lambda: steps(text), lambda: lark.parse(text), 9, process_time)


FEW, MANY = 300, 3000


def growth() -> Iterator[tuple[float, float]]:
    few, many = half_cuts(FEW), half_cuts(MANY)
    steps(few)
    for _ in range(5):
        gc.collect()
        yield seconds(lambda: steps(many), process_time) / MANY, _middle(few) / FEW


def _middle(text: str) -> float:
    """The middle of five: one run of a few hundred statements is too short to be measured alone."""
    return sorted(seconds(lambda: steps(text), process_time) for _ in range(5))[2]


FORMATTED = 20_000


def formatting() -> Iterator[tuple[float, float]]:
    text, lark = recipe(FORMATTED), bare_lark()
    yield from interleaved(
        lambda: internals.formatted(text), lambda: lark.parse(text), 5, process_time
    )


BARE_PARSE = "bare Lark LALR parse of the same text with the same grammar"

FIGURES = [
    Figure(
        "steps",
        "text → steps (parse, bind, plan, predict, sentences), 2,000 statements",
        BARE_PARSE,
        AtMost(2.5),
        plan_and_compile,
    ),
    Figure(
        "steps-growth",
        f"text → steps, per statement of {MANY:,}, half of them cuts",
        f"per statement of {FEW}, half of them cuts",
        AtMost(1.3),
        growth,
    ),
    Figure(
        "fmt",
        f"`fmt` of {FORMATTED:,} statements",
        BARE_PARSE,
        AtMost(1.6),
        formatting,
    ),
]
