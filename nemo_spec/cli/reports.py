"""--report FORMAT[:FILE]: what a program reads of a run, beside what a person reads."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TextIO

from nemo_spec.cli.process import write_xml
from nemo_spec.language.diagnostics import visible
from nemo_spec.report.record import Record

FORMATS = ("json", "junit", "github")
"""Each is a module of `report/` with `report(record)` and `report_all(records)`."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A report in a format, to a file or to standard output."""

    format: str
    path: Path | None

    def write(self, runs: Record | Sequence[Record]) -> None:
        """One run, or several together. Raises OSError."""
        module = import_module(f"nemo_spec.report.{self.format}")
        text: str = module.report(runs) if isinstance(runs, Record) else module.report_all(runs)
        if self.path is None and self.format == "junit":
            write_xml(text)
        elif self.path is None:
            sys.stdout.write(text)
        else:
            self.path.write_text(text, "utf-8", errors="replace")


def add_report_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        type=_wanted,
        metavar="FORMAT[:FILE]",
        help="also report as json, junit or github; without FILE on standard output, and what a "
        "person reads goes to standard error",
    )


def stream_for_people(wanted: Sequence[Wanted]) -> TextIO:
    """Standard output, unless a report takes it."""
    return sys.stderr if any(report.path is None for report in wanted) else sys.stdout


def refuse_reports(wanted: Sequence[Wanted]) -> bool:
    """Whether the reports that are asked for cannot be written; then it is said why."""
    refused = []
    if sum(report.path is None for report in wanted) > 1:
        refused.append("only one report goes to standard output: give the others a file")
    for report in wanted:
        if report.path and (report.path.is_dir() or not report.path.parent.is_dir()):
            refused.append(f"cannot write {report.path}: not a file in an existing folder")
    for reason in refused:
        print(f"error: {visible(reason)}", file=sys.stderr)
    return bool(refused)


def write_reports(wanted: Sequence[Wanted], runs: Record | Sequence[Record]) -> bool:
    """Whether all could be written; if not, it is said why."""
    good = True
    for report in wanted:
        try:
            report.write(runs)
        except OSError as error:
            place = visible(str(report.path))
            print(f"error: cannot write {place}: {error.strerror}", file=sys.stderr)
            good = False
    return good


def _wanted(text: str) -> Wanted:
    name, colon, path = text.partition(":")
    if name not in FORMATS or (colon and not path):
        raise argparse.ArgumentTypeError(f"{text!r}: write {', '.join(FORMATS)} or FORMAT:FILE")
    return Wanted(name, Path(path) if path else None)
