"""--report FORMAT[:FILE]: reports of a run for programs."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from nemo_spec.api.outputs import not_replaceable
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED
from nemo_spec.cli.process import write_xml
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.library import place_of
from nemo_spec.report.record import Record
from nemo_spec.safe_files import write_named

FORMATS = ("json", "junit", "github", "html")
"""Each is a module of `report/` with `report(record)` and `report_all(records)`."""

INDEX = "index.html"
"""The page of a folder that leads to the others."""
DRAFT = "draft"
"""The module that writes the draft itself, for --save-draft."""


class ReportSpec(NamedTuple):
    """A report in a format, to a file or to standard output."""

    format: str
    path: Path | None
    is_folder: bool = False
    """Whether a page is written for every run, and an index."""

    @property
    def refusal(self) -> str:
        """Why it cannot be written, or nothing."""
        path = self.path
        if path is None:
            return ""
        if self.is_folder and path.is_dir():
            path /= INDEX
        elif self.is_folder and path.suffix == ".html":
            return f"cannot write {path}: pages of several runs need a folder – name one"
        elif self.is_folder and not path.exists() and path.parent.is_dir():
            return ""
        reason = not_replaceable(path, self.format)
        return reason and f"cannot write {path}: {reason}"

    def write(self, runs: Record | Sequence[Record]) -> None:
        """One run, or several together. Raises OSError."""
        module = import_module(f"nemo_spec.report.{self.format}")
        if self.path is not None and self.is_folder and not isinstance(runs, Record):
            self.path.mkdir(exist_ok=True)
            for name, page in module.pages(runs, self.path):
                write_named(self.path / name, page.encode("utf-8", "replace"))
            return
        text: str = self._one(module, runs) if isinstance(runs, Record) else module.report_all(runs)
        if self.path is None and self.format == "junit":
            write_xml(text)
        elif self.path is None:
            sys.stdout.write(text)
        else:
            write_named(self.path, text.encode("utf-8", "replace"))

    def _one(self, module: Any, run: Record) -> str:
        """A page links the video as seen from where it lies."""
        folder = (self.path.parent,) if self.path and self.format == "html" else ()
        return str(module.report(run, *folder))


class Reports(NamedTuple):
    """All that --report asks for."""

    specs: Sequence[ReportSpec] = ()

    @property
    def files(self) -> list[Path]:
        """The files that reports go to."""
        return [spec.path for spec in self.specs if spec.path is not None]

    @property
    def saves_draft(self) -> bool:
        """Whether one of them is the draft of a single run."""
        return any(spec.format == DRAFT for spec in self.specs)

    @property
    def console(self) -> TextIO:
        """Where a person reads: standard output, unless a report takes it."""
        return sys.stderr if len(self.files) < len(self.specs) else sys.stdout

    def in_folders(self) -> Reports:
        """The same, with pages of several runs in folders."""
        return Reports([s._replace(is_folder=s.format == "html") for s in self.specs])

    def check(self) -> None:
        """Raises CommandError when they cannot be written."""
        refused = []
        if len(self.specs) - len(self.files) > 1:
            refused.append("only one report can go to standard output: give the others a file")
        places: set[str] = set()
        for spec in self.specs:
            if reason := spec.refusal:
                refused.append(reason)
            elif spec.path is not None and not _is_stream(spec.path):
                if place_of(spec.path) in places:
                    refused.append(f"two reports would go to {spec.path}: give each its own file")
                places.add(place_of(spec.path))
        if refused:
            raise CommandError("\nerror: ".join(map(visible, refused)))

    def write(self, runs: Record | Sequence[Record], code: int) -> int:
        """The exit code: `code`, or FAILED if a report cannot be written."""
        for spec in self.specs:
            try:
                spec.write(runs)
            except OSError as error:
                place = visible(str(spec.path))
                print(f"error: cannot write {place}: {error.strerror}", file=sys.stderr)
                code = FAILED
        return code


def add_report_argument(parser: argparse.ArgumentParser) -> None:
    """--report FORMAT[:FILE], also several times, and --save-draft FILE."""
    parser.add_argument(
        "--report", action="append", default=[], type=_spec, metavar="FORMAT[:FILE]",
        help="also write a json, junit, github or html report; without FILE to standard output, and "
        "everything else to standard error",
    )  # fmt: skip
    parser.add_argument(
        "--save-draft", dest="report", action="append", type=_draft, metavar="FILE",
        help="also write the draft at the end, for `verify`, `show`, `diff` and `handoff`",
    )  # fmt: skip


def _is_stream(path: Path) -> bool:
    """A pipe or device, which takes more than one report."""
    return path.exists() and not path.is_file()


def _draft(file: str) -> ReportSpec:
    if not file:
        raise argparse.ArgumentTypeError("name a file")
    return ReportSpec(DRAFT, Path(file))


def _spec(text: str) -> ReportSpec:
    name, colon, path = text.partition(":")
    if name not in FORMATS or (colon and not path):
        raise argparse.ArgumentTypeError(f"{text!r}: write {', '.join(FORMATS)} or FORMAT:FILE")
    return ReportSpec(name, Path(path) if path else None)
