"""--report FORMAT[:FILE]: what a program reads of a run, beside what a person reads."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TextIO

from nemo_spec.api.outputs import not_replaceable
from nemo_spec.cli.process import write_xml
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.library import place_of
from nemo_spec.report.record import Record
from nemo_spec.safe_files import write_named

FORMATS = ("json", "junit", "github")
"""Each is a module of `report/` with `report(record)` and `report_all(records)`."""


@dataclass(frozen=True, slots=True)
class ReportSpec:
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
            write_named(self.path, text.encode("utf-8", "replace"))


def add_report_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--report",
        action="append",
        default=[],
        type=_wanted,
        metavar="FORMAT[:FILE]",
        help="also write a json, junit or github report; without FILE to standard output, and everything "
        "else to standard error",
    )


def console_stream(wanted: Sequence[ReportSpec]) -> TextIO:
    """Standard output, unless a report takes it."""
    return sys.stderr if any(report.path is None for report in wanted) else sys.stdout


def refuse_reports(wanted: Sequence[ReportSpec]) -> bool:
    """Whether the reports that are asked for cannot be written; then it is said why."""
    refused = []
    if sum(report.path is None for report in wanted) > 1:
        refused.append("only one report can go to standard output: give the others a file")
    places: set[str] = set()
    for path in files_of(wanted):
        if reason := not_replaceable(path):
            refused.append(f"cannot write {path}: {reason}")
        elif place_of(path) in places and not _is_stream(path):
            refused.append(f"two reports would go to {path}: give each its own file")
        places.add(place_of(path))
    for reason in refused:
        print(f"error: {visible(reason)}", file=sys.stderr)
    return bool(refused)


def files_of(wanted: Sequence[ReportSpec]) -> list[Path]:
    """The files that reports go to."""
    return [report.path for report in wanted if report.path is not None]


def write_reports(wanted: Sequence[ReportSpec], runs: Record | Sequence[Record]) -> bool:
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


def _is_stream(path: Path) -> bool:
    """A pipe or device, which takes more than one report."""
    return path.exists() and not path.is_file()


def _wanted(text: str) -> ReportSpec:
    name, colon, path = text.partition(":")
    if name not in FORMATS or (colon and not path):
        raise argparse.ArgumentTypeError(f"{text!r}: write {', '.join(FORMATS)} or FORMAT:FILE")
    return ReportSpec(name, Path(path) if path else None)
