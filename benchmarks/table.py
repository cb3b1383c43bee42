"""The table of results: on the terminal, and kept in RESULTS.md."""

import os
import platform
from pathlib import Path

from benchmarks.figure import Outcome

RESULTS = Path(__file__).parent / "RESULTS.md"
COLUMNS = ["figure", "what", "yardstick", "limit", "measured", "spread, rounds", "verdict"]
INTRODUCTION = """# Figures

Written by `make bench`. Each figure is the median of the ratios of its rounds; in a round the candidate
and its yardstick run in turns on the same machine. The spread is the lowest and the highest ratio.
"""


def machine() -> str:
    """What these figures were measured on; rows of two machines never share a table."""
    return (
        f"Machine: {os.cpu_count()} cores ({platform.machine()}), {platform.system()}, "
        f"{platform.python_implementation()} {platform.python_version()}."
    )


def line(outcome: Outcome) -> str:
    """One row for the terminal."""
    name, _, yardstick, limit, measured, spread, verdict = outcome.cells()
    return f"{name:<24} {measured:>9}  {limit:<10} ({spread})  {verdict}  – against {yardstick}"


def save(outcomes: list[Outcome], order: list[str], path: Path = RESULTS) -> None:
    """Replace the rows of these outcomes, and keep the others when the machine is the same."""
    rows = _kept(path)
    for outcome in outcomes:
        rows[outcome.figure.name] = _row(outcome.cells())
    lines = [rows[name] for name in order if name in rows]
    head = [_row(COLUMNS), _row(["---"] * len(COLUMNS))]
    path.write_text("\n".join([INTRODUCTION, machine(), "", *head, *lines, ""]), encoding="utf-8")


def _kept(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    if machine() not in lines:
        return {}
    rows = [line for line in lines if line.startswith("| ")]
    return {row.split("|")[1].strip(): row for row in rows[2:]}


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |"
