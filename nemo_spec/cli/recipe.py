"""What every command on a recipe begins with: read it, plan it, say what is wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.diagnostics import SHOWN, Diagnostic, render

__all__ = ["Opened", "add_recipe_arguments", "count", "open_recipe", "print_diagnostics"]


def add_recipe_arguments(parser: argparse.ArgumentParser) -> None:
    """RECIPE [CLIP …] [--set NAME=VALUE]."""
    parser.add_argument("recipe", type=Path, metavar="RECIPE", help="an .edit file")
    parser.add_argument("clips", nargs="*", metavar="CLIP", help="clips, in the recipe's order")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another value for a `let` of the recipe",
    )


def print_diagnostics(diagnostics: Sequence[Diagnostic]) -> None:
    """The first fifty on standard error, and how many there are beyond."""
    for diagnostic in diagnostics[:SHOWN]:
        print(render(diagnostic), file=sys.stderr)
    if len(diagnostics) > SHOWN:
        print(f"… and {len(diagnostics) - SHOWN} more", file=sys.stderr)


def count(diagnostics: Iterable[Diagnostic], severity: str) -> int:
    return sum(diagnostic.severity == severity for diagnostic in diagnostics)
