"""nemo-spec status – what a session holds, and whether it can be exported."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.api.handoff import files_of_session
from nemo_spec.api.outputs import not_replaceable
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import known_dialect, timeline_of
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OK
from nemo_spec.cli.recipe import add_format_argument
from nemo_spec.cli.service_options import (
    add_session_arguments,
    opened_service,
    read_state,
    required_session,
)
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.text import clean_line
from nemo_spec.project_root import project_root
from nemo_spec.recipe.library import overwritten
from nemo_spec.report.draft import of_state
from nemo_spec.report.timeline_json import timeline_json
from nemo_spec.run.session.environment import environment
from nemo_spec.safe_files import write_named
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.summary import summary

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State, UploadedFile


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_session_arguments(parser)
    add_dialect_argument(parser)
    add_format_argument(parser)
    parser.add_argument(
        "--save-draft", type=Path, metavar="FILE", help="also write the draft to this file"
    )


def run(options: argparse.Namespace) -> int:
    """Raises CommandError, NemoError."""
    if options.save_draft and (reason := not_replaceable(options.save_draft, "draft")):
        raise CommandError(visible(f"cannot write {options.save_draft}: {reason}"))
    settings = environment()
    dialect, session = known_dialect(options), required_session(settings, options)
    with opened_service(settings) as service:
        state = read_state(service, session)
    if options.save_draft:
        _save(state, options.save_draft, files_of_session(project_root(Path()), state.session_id))
    if options.format == "json":
        print(_as_json(state, dialect))
    else:
        print(f"session {clean_line(session.session_id)}")
        show_state(state, dialect)
    return OK


def _save(state: State, path: Path, files: Mapping[str, Path]) -> None:
    for source in overwritten([path], files.values()).values():
        raise CommandError(visible(f"{path} is {source}, which the session plays"))
    try:
        write_named(path, of_state(state).encode())
    except OSError as error:
        raise CommandError(visible(f"cannot write {path}: {error.strerror}"), FAILED) from None


def _as_json(state: State, dialect: Dialect) -> str:
    files = [file.model_dump(mode="json") for file in state.video_infos]
    timeline = timeline_of(state, dialect)
    return timeline_json(timeline, session=state.session_id, files=files, ready=is_ready(state))


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
