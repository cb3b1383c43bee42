"""nemo-spec check RECIPE … – find everything that is wrong; nothing is sent."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from nemo_spec.api.check import Checked, check
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK, REFUSED
from nemo_spec.cli.process import standard_input
from nemo_spec.cli.recipe import add_format_argument, add_set_argument, count, print_diagnostics
from nemo_spec.cli.watch import add_watch_argument, watch
from nemo_spec.compile.loader import files_read
from nemo_spec.language.diagnostics import visible
from nemo_spec.language.parser import MAX_BYTES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "recipes", nargs="+", type=Path, metavar="RECIPE", help="an .edit file; - is stdin"
    )
    add_set_argument(parser)
    add_format_argument(parser)
    add_watch_argument(parser)


def run(options: argparse.Namespace) -> int:
    """0 when no recipe has an error, else 2. Raises CommandError."""
    if not options.watch:
        return _check(options)
    if Path("-") in options.recipes:
        raise CommandError("--watch needs files, and - is none")
    return watch(lambda: _check(options), lambda: _read(options))


def _read(options: argparse.Namespace) -> list[Path]:
    return [file for path in options.recipes for file in files_read(path, (), options.set)]


def _check(options: argparse.Namespace) -> int:
    found = [_checked(path, options.set) for path in options.recipes]
    if options.format == "json":
        _print_json(found)
    else:
        for checked in found:
            _print_text(checked)
    return OK if all(checked.ok for checked in found) else REFUSED


def _checked(path: Path, values: Sequence[str]) -> Checked:
    text = standard_input(MAX_BYTES) if path == Path("-") else None
    return check(path, values=values, text=text)


def _print_text(checked: Checked) -> None:
    print_diagnostics(checked.diagnostics)
    path = visible(str(checked.path))
    errors, warnings = (count(checked.diagnostics, kind) for kind in ("error", "warning"))
    if errors or warnings:
        print(f"{path}: {_plural(errors, 'error')}, {_plural(warnings, 'warning')}")
    else:
        print(f"{path}: ok, {_plural(checked.statements, 'statement')}")
    for line, wide, high in checked.frames if checked.ok else ():
        print(f"{path}:{line}: the export is {wide}x{high}")


def _print_json(found: list[Checked]) -> None:
    from nemo_spec.report.problems import listing, problems

    rows = [p for checked in found for p in problems(str(checked.path), checked.diagnostics)]
    print(json.dumps(listing([str(checked.path) for checked in found], rows), indent=2))


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
