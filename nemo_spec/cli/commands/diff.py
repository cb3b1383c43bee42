"""nemo-spec diff A B – what two drafts or recipes differ in, by what their segments are."""

from __future__ import annotations

import argparse
import sys

from nemo_spec.api.drafts import NoDraft
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import draft_from, known_dialect
from nemo_spec.cli.exit_codes import NOT_MET, OK
from nemo_spec.language.diagnostics import visible
from nemo_spec.report.color import is_colored
from nemo_spec.report.difference import differences, totals
from nemo_spec.timeline.dialect import Dialect
from nemo_spec.timeline.model import Timeline

_COLORS = {"+": "32", "-": "31", "~": "33"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    help_text = "a draft as JSON (- is stdin), or an .edit file: the draft it predicts"
    parser.add_argument("before", metavar="A", help=help_text)
    after = parser.add_mutually_exclusive_group(required=True)
    after.add_argument("after", nargs="?", metavar="B", help=help_text)
    after.add_argument("--draft", dest="named", metavar="FILE", help="a draft in the place of B")
    parser.add_argument(
        "--tolerance", type=_milliseconds, default=100, metavar="MS",
        help="ignore differences of up to so many milliseconds (default 100)",
    )  # fmt: skip
    add_dialect_argument(parser)


def run(options: argparse.Namespace) -> int:
    dialect = known_dialect(options)
    before = _opened(options.before, dialect)
    after = _opened(options.after or options.named, dialect)
    changes = differences(before, after, options.tolerance)
    colored = is_colored(sys.stdout)
    for change in changes:
        line = f"{change.sign} {visible(change.text)}"
        print(f"\x1b[{_COLORS[change.sign]}m{line}\x1b[0m" if colored else line)
    print(totals(changes))
    return NOT_MET if changes else OK


def _opened(name: str, dialect: Dialect) -> Timeline:
    """Raises NoDraft, also for a recipe with errors; these are printed."""
    if not name.endswith(".edit"):
        return draft_from(name, dialect)
    from pathlib import Path

    from nemo_spec.cli.recipe import print_diagnostics
    from nemo_spec.compile.loader import open_recipe

    opened = open_recipe(Path(name), measure_pauses=True)
    print_diagnostics(opened.diagnostics)
    if not opened.is_good or opened.program is None:
        raise NoDraft(f"{name}: the recipe has errors")
    return opened.program.predicted


def _milliseconds(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of milliseconds")
    return int(text)
