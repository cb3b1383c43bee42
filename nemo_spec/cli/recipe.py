"""What commands on a recipe share: their arguments, and how they print what is wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from nemo_spec.language.diagnostics import SHOWN, Diagnostic, render


def add_recipe_arguments(parser: argparse.ArgumentParser) -> None:
    """RECIPE [CLIP …] [--set NAME=VALUE]."""
    parser.add_argument("recipe", type=Path, metavar="RECIPE", help="an .edit file")
    parser.add_argument("clips", nargs="*", metavar="CLIP", help="clips, in the recipe's order")
    add_set_argument(parser)


def add_set_argument(parser: argparse.ArgumentParser) -> None:
    """--set NAME=VALUE, also several times."""
    parser.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE",
        help="override a `let` of the recipe",
    )  # fmt: skip


def add_format_argument(parser: argparse.ArgumentParser) -> None:
    """--format text|json"""
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json: for other tools"
    )


def print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """Print the first fifty on standard error, and how many more there are."""
    for diagnostic in diagnostics[:SHOWN]:
        print(render(diagnostic), file=sys.stderr)
    if len(diagnostics) > SHOWN:
        print(f"… and {len(diagnostics) - SHOWN} more", file=sys.stderr)


def count(diagnostics: Iterable[Diagnostic], severity: str) -> int:
    return sum(diagnostic.severity == severity for diagnostic in diagnostics)
