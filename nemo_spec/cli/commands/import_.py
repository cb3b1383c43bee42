"""nemo-spec import FILE -o RECIPE – a recipe that leads to the timeline of another editor."""

from __future__ import annotations

import argparse
import sys
from fractions import Fraction
from pathlib import Path

from nemo_spec.api.import_timeline import READS, import_timeline
from nemo_spec.api.outputs import not_replaceable
from nemo_spec.cli.commands.handoff import visible_lines
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import known_dialect
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OK
from nemo_spec.interchange.formats import NotInstalled
from nemo_spec.interchange.imported import NotImported
from nemo_spec.interchange.sequence import rate_of
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.library import overwritten
from nemo_spec.safe_files import write_named

_USUAL_RATE = "25"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "What no verb says stands in the recipe as a comment, and is printed. Look at the result with "
        "`nemo-spec plan`."
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=f"ends in {', '.join(READS)}")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="RECIPE", help="the .edit file to write"
    )
    parser.add_argument(
        "--media-root", action="append", default=[], type=Path, metavar="DIR",
        help="also look for clips below this folder",
    )  # fmt: skip
    parser.add_argument(
        "--fps", type=_rate, default=_rate(_USUAL_RATE), metavar="N",
        help=f"frames per second of an EDL, which does not say (default {_USUAL_RATE})",
    )  # fmt: skip
    add_dialect_argument(parser)
    parser.add_argument(
        "--force", action="store_true", help="replace a recipe that is there already"
    )
    parser.add_argument(
        "--partial", action="store_true", help="leave out what of a draft cannot be read"
    )


def run(options: argparse.Namespace) -> int:
    """Raises CommandError, NoDraft, BadSetting."""
    output = options.output
    if output.suffix != ".edit":
        raise CommandError(visible(f"{output}: a recipe ends in .edit"))
    reason = not_replaceable(output, "edit", recipes_too=True)
    if not reason and output.exists() and not options.force:
        reason = "it is there already – use another name, or replace it with --force"
    if reason:
        raise CommandError(visible(f"cannot write {output}: {reason}"))
    try:
        recipe = import_timeline(
            options.file, output,
            rate=options.fps, folders=options.media_root, partial=options.partial,
            dialect=known_dialect(options),
        )  # fmt: skip
    except (NotImported, NotInstalled) as error:
        lines = visible_lines(f"{options.file}: {error}")
        raise CommandError(f"{lines}\nnothing was written") from None
    read = [options.file, *(media.path for media in recipe.media.values())]
    for path in overwritten([output], read).values():
        raise CommandError(visible(f"{output} is {path}, which is read"))
    try:
        write_named(output, recipe.text.encode())
    except OSError as error:
        raise CommandError(visible(f"cannot write {output}: {error.strerror}"), FAILED) from None
    for what in recipe.unsaid:
        print(f"not said  {visible(what)}", file=sys.stderr)
    print(visible(str(output)))
    return OK


def _rate(text: str) -> Fraction:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 1 <= number <= 240:
        raise argparse.ArgumentTypeError("write frames per second such as 25 or 29.97")
    return rate_of(number)
