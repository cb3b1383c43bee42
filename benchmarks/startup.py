"""How soon a command begins to work."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import peers
from benchmarks.figure import AtMost, Figure
from benchmarks.process import PRODUCT, interleaved, run

ROUNDS = 25
TEN_LINES = """trim pauses
keep first 30s
cut 2-4s
title 0-3s "Jane Doe" at bottom size 48
captions
music "calm" volume 20% fade out 2s
expect title "Jane Doe"
expect music
expect duration 10-30s
export 720p mp4
"""
IMPORTS = """
import lark, pydantic
class Point(pydantic.BaseModel):
    x: int
    y: int
"""


def version() -> Iterator[tuple[float, float]]:
    click = peers.python("click==8.1.8")
    yield from interleaved(
        lambda: run([PRODUCT, "--version"]),
        lambda: run([click, "-c", "import click"]),
        ROUNDS,
    )


def check() -> Iterator[tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        recipe = Path(folder, "ten.edit")
        recipe.write_text(TEN_LINES, encoding="utf-8")
        yield from interleaved(
            lambda: run([PRODUCT, "check", recipe]),
            lambda: run([sys.executable, "-c", IMPORTS]),
            ROUNDS,
        )


FIGURES = [
    Figure("version", "`nemo-spec --version`", '`python -c "import click"`', AtMost(1.2), version),
    Figure(
        "check",
        "`nemo-spec check` on 10 lines",
        '`python -c "import lark, pydantic"` plus one model class',
        AtMost(1.5),
        check,
    ),
]
