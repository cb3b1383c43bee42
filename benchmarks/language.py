"""Recipe text → the steps that are carried out, against what the bare parser costs.

All in one process and without waiting for anything: processor time is measured.
"""

import gc
import random
from collections.abc import Iterator
from pathlib import PurePath
from time import process_time

from lark import Lark

from benchmarks.figure import AtMost, Figure
from benchmarks.process import interleaved, seconds
from nemo_spec.compile import compile_plan
from nemo_spec.edits.material import Cue, Material
from nemo_spec.edits.plan import make_plan
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.formatter import format_source
from nemo_spec.language.grammar import grammar_text
from nemo_spec.language.parser import parse
from nemo_spec.language.source import Source

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


class NoFiles:
    """A library without a disk: one clip, and no other file."""

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        return Material(path, path, LENGTH * 1000, width=1920, height=1080)

    def recipe(self, path: str, source: Source) -> Source | Diagnostic:
        return Diagnostic("E101", "no files here")

    def file(self, path: str, source: Source) -> PurePath | Diagnostic:
        return Diagnostic("E101", "no files here")

    def cues(self, path: str, source: Source) -> tuple[Cue, ...] | Diagnostic:
        return Diagnostic("E101", "no files here")


def recipe(statements: int) -> str:
    """So many statements, at most twenty of which change the duration."""
    lines = ['let speaker = "Grace Hopper"']
    moving = min(20, statements // 50)
    for number in range(moving):
        at = 100 * (number + 1)
        lines.append(MOVING[number % len(MOVING)].format(at=at, to=at + 2))
    parts = random.Random(8)
    for n in range(statements - len(lines)):
        shape = EVERYDAY[n % len(EVERYDAY)]
        start = 3000 + n + parts.randrange(9) / 10
        lines.append(shape.format(n=n, at=start, to=round(start + 0.5, 1), title=n // 10 * 10))
    return "\n".join(lines) + "\n"


def steps(text: str) -> None:
    """Parse, bind, plan, predict, and the sentences; a recipe with an error measures nothing."""
    planned = make_plan(Source("bench.edit", text), NoFiles(), clips=["talk.mp4"])
    program = compile_plan(planned.plan)
    wrong: list[object] = [d for d in planned.diagnostics if d.severity == "error"]
    wrong += [problem for _, problem in program.problems if problem.is_error]
    if wrong:
        raise ValueError(f"the recipe of the benchmark is refused: {wrong[0]}")


def bare_lark() -> Lark:
    return Lark(grammar_text(), parser="lalr", start="recipe")


def plan_and_compile() -> Iterator[tuple[float, float]]:
    text, lark = recipe(2000), bare_lark()
    yield from interleaved(lambda: steps(text), lambda: lark.parse(text), 9, process_time)


def growth() -> Iterator[tuple[float, float]]:
    short, long = recipe(1000), recipe(50_000)
    steps(short)
    for _ in range(5):
        gc.collect()
        yield seconds(lambda: steps(long), process_time) / 50_000, _middle(short) / 1000


def _middle(text: str) -> float:
    """The middle of five: one run of a thousand statements is too short to be measured alone."""
    return sorted(seconds(lambda: steps(text), process_time) for _ in range(5))[2]


def formatting() -> Iterator[tuple[float, float]]:
    source = Source("bench.edit", recipe(50_000))
    yield from interleaved(lambda: format_source(source), lambda: parse(source), 5, process_time)


FIGURES = [
    Figure(
        "steps",
        "text → steps (parse, bind, plan, predict, sentences), 2,000 statements",
        "bare Lark LALR parse of the same text with the same grammar",
        AtMost(2.5),
        plan_and_compile,
    ),
    Figure(
        "steps-growth",
        "text → steps, per statement of 50,000 (20 of them change the duration)",
        "per statement of 1,000",
        AtMost(1.3),
        growth,
    ),
    Figure(
        "fmt",
        "`fmt` of 50,000 statements",
        "the parse alone",
        AtMost(1.6),
        formatting,
    ),
]
