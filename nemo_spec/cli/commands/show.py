"""nemo-spec show DRAFT – the timeline of a draft, drawn to scale."""

from __future__ import annotations

import argparse
import shutil
import sys

from nemo_spec.cli.drafts import (
    add_dialect_argument,
    add_draft_argument,
    draft_from,
    known_dialect,
)
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.recipe import add_format_argument
from nemo_spec.language.diagnostics import visible
from nemo_spec.report.color import is_colored
from nemo_spec.report.timeline import drawn
from nemo_spec.report.timeline_json import timeline_json
from nemo_spec.timeline.summary import summary


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_draft_argument(parser)
    add_dialect_argument(parser)
    add_format_argument(parser)


def run(options: argparse.Namespace) -> int:
    timeline = draft_from(options.draft or options.named, known_dialect(options))
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
