"""nemo-spec check RECIPE … – everything that is wrong, nothing is sent."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nemo_spec.cli.exit_codes import OK, REFUSED
from nemo_spec.cli.outputs import refused_exports
from nemo_spec.cli.process import standard_input
from nemo_spec.cli.recipe import Opened, count, open_recipe, print_diagnostics
from nemo_spec.language.diagnostics import in_order, visible
from nemo_spec.language.parser import MAX_BYTES, source_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "recipes", nargs="+", type=Path, metavar="RECIPE", help="an .edit file; - is stdin"
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another value for a `let` of the recipes",
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json: for other tools"
    )


def run(options: argparse.Namespace) -> int:
    """0 when no recipe has an error, else 2."""
    all_opened = [_opened(path, options.set) for path in options.recipes]
    if options.format == "json":
        _print_json(all_opened)
    else:
        for opened in all_opened:
            _print_text(opened)
    return OK if all(opened.is_good for opened in all_opened) else REFUSED


def _opened(path: Path, settings: Sequence[str]) -> Opened:
    source = source_of("<stdin>", standard_input(MAX_BYTES)) if path == Path("-") else None
    opened = open_recipe(path, (), settings, source=source)
    return replace(opened, diagnostics=in_order([*opened.diagnostics, *refused_exports(opened)]))


def _print_text(opened: Opened) -> None:
    print_diagnostics(opened.diagnostics)
    path = visible(str(opened.path))
    errors, warnings = (count(opened.diagnostics, kind) for kind in ("error", "warning"))
    if errors or warnings:
        print(f"{path}: {_plural(errors, 'error')}, {_plural(warnings, 'warning')}")
    elif opened.planned:
        print(f"{path}: ok, {_plural(len(opened.planned.plan.statements), 'statement')}")


def _print_json(all_opened: list[Opened]) -> None:
    from nemo_spec.report.problems import listing, problems

    found = [p for opened in all_opened for p in problems(str(opened.path), opened.diagnostics)]
    files = [str(opened.path) for opened in all_opened]
    print(json.dumps(listing(files, found), indent=2))


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
