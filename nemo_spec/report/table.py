"""Rows in columns: as plain lines for a pipe, as a table that fits on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import TextIO

from nemo_spec.language.diagnostics import visible
from nemo_spec.report.color import is_colored, is_live
from nemo_spec.report.columns import padded


def print_table(
    out: TextIO, headers: Sequence[str], widths: Sequence[int], rows: Sequence[Sequence[str]]
) -> None:
    """Print the rows. `widths` are the columns of a pipe, whose last one is as long as it is; a terminal
    gets headers, and cells that wrap."""
    if is_live(out):
        _print_rich(out, headers, rows)
        return
    for row in rows:
        cells = [padded(visible(cell), width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join(cells).rstrip(), file=out)


def _print_rich(out: TextIO, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))  # Text: markup is not read
    Console(
        file=out, width=shutil.get_terminal_size().columns, force_terminal=True,
        color_system="auto" if is_colored(out) else None,
    ).print(table)  # fmt: skip
