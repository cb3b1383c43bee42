"""nemo-spec status – what a session holds, and whether it can be exported."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from nemo_spec.cli.drafts import add_dialect_argument, known_dialect, timeline_of
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.service_options import (
    add_session_arguments,
    opened_service,
    read_state,
    required_session,
)
from nemo_spec.nemo.text import clean_line
from nemo_spec.run.session.environment import environment
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.summary import summary

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State, UploadedFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_session_arguments(parser)
    add_dialect_argument(parser)


def run(options: argparse.Namespace) -> int:
    settings = environment()
    dialect, session = known_dialect(options), required_session(settings, options)
    with opened_service(settings) as service:
        state = read_state(service, session)
    print(f"session {clean_line(session.session_id)}")
    show_state(state, dialect)
    return OK


def show_state(state: State, dialect: Dialect) -> None:
    """The uploads, the documented Timeline line, and whether an export is possible."""
    for file in state.video_infos:
        print(f"file    {described(file)}")
    print(clean_line(summary(timeline_of(state, dialect)), 2000))
    print("ready for export" if is_ready(state) else "nothing to export yet")


def is_ready(state: State) -> bool:
    """Documented: at least one track with a segment."""
    return timeline_of(state, DOCUMENTED).tracks > 0


def described(file: UploadedFile) -> str:
    """`interview.mp4  video, 42.3 s, 1280x720`, as far as the service says."""
    facts = [clean_line(file.file_type, 20)]
    if file.duration:
        facts.append(f"{file.duration:.1f} s")
    if file.width and file.height:
        facts.append(f"{file.width}x{file.height}")
    return f"{clean_line(file.filename)}  {', '.join(filter(None, facts))}"
