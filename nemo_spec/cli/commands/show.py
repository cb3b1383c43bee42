"""nemo-spec show DRAFT – the timeline of a draft, drawn to scale."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from nemo_spec.api.outputs import not_replaceable
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import (
    add_draft_argument,
    draft_from,
    known_dialect,
)
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OK
from nemo_spec.cli.recipe import add_format_argument
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.library import overwritten
from nemo_spec.report.color import is_colored
from nemo_spec.report.timeline import drawn
from nemo_spec.report.timeline_json import timeline_json
from nemo_spec.safe_files import write_named
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.summary import summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Brackets are cuts, / and \\ are fades, ~ is a transition."
    add_draft_argument(parser)
    add_dialect_argument(parser)
    add_format_argument(parser)
    parser.add_argument("--png", type=Path, metavar="FILE", help="also draw it as a picture")


def run(options: argparse.Namespace) -> int:
    """Raises CommandError, NoDraft."""
    timeline = draft_from(options.draft or options.named, known_dialect(options))
    if options.png is not None:
        _draw(timeline, options)
    if options.format == "json":
        print(timeline_json(timeline))
        return OK
    width = shutil.get_terminal_size((100, 24)).columns
    for line in drawn(timeline, width, color=is_colored(sys.stdout)):
        print(line)
    print(visible(summary(timeline)))
    for part in timeline.unreadable:
        print(f"{visible(part)} cannot be read", file=sys.stderr)
    for segment in timeline.segments:
        if segment.unreadable:
            unread = ", ".join(segment.unreadable)
            print(f"{segment.place}: {visible(unread)} cannot be read", file=sys.stderr)
    return OK


def _draw(timeline: Timeline, options: argparse.Namespace) -> None:
    """Raises CommandError, where the picture would take the place of the draft, too."""
    from nemo_spec.harness.bundled_mock import font_pieces
    from nemo_spec.report.timeline_png import timeline_png

    path, draft = options.png, Path(options.draft or options.named)
    reason = not_replaceable(path, "png")
    if overwritten([path], [draft]):
        reason = "the draft is read from it"
    if path.suffix.lower() != ".png":
        reason = "a picture ends in .png"
    if reason:
        raise CommandError(visible(f"cannot write {path}: {reason}"))
    try:
        write_named(path, timeline_png(timeline, font_pieces))
    except OSError as error:
        raise CommandError(visible(f"cannot write {path}: {error.strerror}"), FAILED) from None
