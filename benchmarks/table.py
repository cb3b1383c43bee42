"""The table of results: on the terminal, and kept in RESULTS.md."""

import os
import platform
from pathlib import Path

from benchmarks.figure import Figure, Outcome

RESULTS = Path(__file__).parent / "RESULTS.md"
COLUMNS = [
    "figure", "what", "yardstick", "limit", "median", "quartile", "spread, rounds", "verdict",
]  # fmt: skip
INTRODUCTION = """# Figures

Written by `make bench`, which measures each figure once. In a round the candidate and its yardstick
run in turns on the same machine. Of the ratios of all rounds stand here the median; the quartile on the
side of the limit, the upper one of `≤` and the lower one of `≥`; the lowest and the highest. A limit is
**reached** only when this quartile keeps it: three quarters of the rounds do, not just half.
"""


def machine() -> str:
    """What these figures were measured on; rows of two machines never share a table."""
    return (
        f"Machine: {os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}."
    )


def line(outcome: Outcome) -> str:
    """One row for the terminal."""
    name, _, yardstick, limit, median, quartile, spread, verdict = outcome.cells()
    measured = f"{median:>9}  quartile {quartile}  {limit}"
    return f"{name:<24} {measured} ({spread})  {verdict}  – against {yardstick}"


def save(outcomes: list[Outcome], figures: list[Figure], path: Path = RESULTS) -> None:
    """Replace the rows of these outcomes. Others are kept when they were measured on this machine,
    by these rules, and are still of the same figure."""
    rows = _kept(path, figures)
    for outcome in outcomes:
        rows[outcome.figure.name] = _row(outcome.cells())
    lines = [rows[figure.name] for figure in figures if figure.name in rows]
    head = [_row(COLUMNS), _row(["---"] * len(COLUMNS))]
    path.write_text("\n".join([INTRODUCTION, machine(), "", *head, *lines, ""]), encoding="utf-8")


def _kept(path: Path, figures: list[Figure]) -> dict[str, str]:
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    if not text.startswith("\n".join([INTRODUCTION, machine(), ""])):
        return {}
    begun = {_row(figure.cells()): figure.name for figure in figures}
    found = {}
    for row in text.splitlines():
        beginning = "|".join(row.split("|")[:5]) + "|"
        if beginning in begun:
            found[begun[beginning]] = row
    return found


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"
