"""Options about drafts, apart from what reads drafts from files: most commands that have them read none."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from nemo_spec.report.record import Record


def add_dialect_argument(parser: argparse.ArgumentParser) -> None:
    """--draft-dialect FILE"""
    parser.add_argument(
        "--draft-dialect", type=Path, metavar="FILE",
        help="how the service spells drafts (default .nemo-spec/draft-dialect.json)",
    )  # fmt: skip


def add_explain_argument(parser: argparse.ArgumentParser) -> None:
    """--explain"""
    parser.add_argument(
        "--explain", action="store_true",
        help="show every finding as it should be beside what the draft says",
    )  # fmt: skip


def print_explained(record: Record, out: TextIO) -> None:
    """Everything in a run that was not met, beside what was expected."""
    from nemo_spec.report.side_by_side import explained_record

    for line in explained_record(record):
        print(line, file=out)
