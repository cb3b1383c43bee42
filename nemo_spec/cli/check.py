"""nemo-spec check RECIPE … – everything that is wrong, nothing is sent."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec import cli
from nemo_spec.cli.recipe import count, open_recipe, print_diagnostics


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recipes", nargs="+", type=Path, metavar="RECIPE", help="an .edit file")
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE")


def run(options: argparse.Namespace) -> int:
    """0 when no recipe has an error, else 2."""
    good = True
    for path in options.recipes:
        opened = open_recipe(path, (), options.set)
        print_diagnostics(opened.diagnostics)
        good &= opened.is_good
        errors, warnings = (count(opened.diagnostics, kind) for kind in ("error", "warning"))
        if errors or warnings:
            print(f"{path}: {_plural(errors, 'error')}, {_plural(warnings, 'warning')}")
        elif opened.planned:
            print(f"{path}: ok, {_plural(len(opened.planned.plan.statements), 'statement')}")
    return cli.OK if good else cli.REFUSED


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
