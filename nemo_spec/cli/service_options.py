"""What commands on the service share: which service and which session."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.cli.elsewhere import projects_elsewhere
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.process import utf8_text
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import SessionNotFound
from nemo_spec.nemo.settings import Settings
from nemo_spec.project_root import FOLDER, project_root
from nemo_spec.run.service import Service
from nemo_spec.run.session.environment import open_service
from nemo_spec.run.session.last_session import Remembered, last_session, remember

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

EPILOG = f"""NEMO_API_URL names the service. To try things without it, run `nemo-spec mock --port 8765` in
another terminal and set NEMO_API_URL=http://127.0.0.1:8765. The session is the last one of this project,
kept in {FOLDER}/session.json. Exit code: 0 done, 1 the service asks something, 2 refused and nothing was
sent, 3 failed, 4 the outcome of an instruction is unknown."""


def note(text: str) -> None:
    """Print something that the user should know besides the result."""
    print(f"note: {visible(text)}", file=sys.stderr)


def opened_service(settings: Settings) -> AbstractContextManager[Service]:
    """The service with a token, for as long as a command takes; notes go to standard error."""
    return open_service(settings, note)


def add_session_arguments(parser: argparse.ArgumentParser, *, begins: bool = False) -> None:
    """--session ID, and --new for commands that may begin a session."""
    parser.epilog = EPILOG
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--session", metavar="ID", type=utf8_text, help="use this session instead of the last one",
    )  # fmt: skip
    if begins:
        choice.add_argument("--new", action="store_true", help="start a new session")


def where_is(root: Path) -> str:
    """What to say behind a command on a project that would not find it from the current folder."""
    return "" if project_root(Path()) == root else f" in {visible(os.path.relpath(root))}"


def known_session(settings: Settings, options: argparse.Namespace) -> Remembered | None:
    """The session that is meant: the one of --session, else the last one of this project."""
    if options.session is not None:
        return Remembered(options.session, "", settings.api_url)
    if getattr(options, "new", False):
        return None
    return last_session(project_root(Path()), settings.api_url)


def required_session(settings: Settings, options: argparse.Namespace) -> Remembered:
    """The session that is meant. Raises CommandError if there is none."""
    if session := known_session(settings, options):
        return session
    cure = "start one with `nemo-spec upload FILE` or `nemo-spec chat`, or name one with --session"
    raise CommandError(f"there is no session yet – {cure}{projects_elsewhere()}")


def begun_session(
    service: Service, options: argparse.Namespace, language: str
) -> tuple[Remembered, State]:
    """The session that is meant and its state; a new one where there is none, or none any more."""
    settings = service.nemo.settings
    session = known_session(settings, options)
    if session is not None:
        try:
            return session, read_state(service, session)
        except SessionNotFound:
            if options.session is not None:
                raise
            print("the last session no longer exists: starting a new one", file=sys.stderr)
    created = service.call(lambda: service.nemo.create_session("project", language))
    session = Remembered(created.session_id, created.task_id, settings.api_url)
    try:
        remember(project_root(Path()), session)
    except OSError as error:
        print(
            f"the session cannot be saved ({error.strerror}): continue with "
            f"--session {visible(session.session_id)}",
            file=sys.stderr,
        )
    return session, read_state(service, session)


def read_state(service: Service, session: Remembered) -> State:
    return service.call(lambda: service.nemo.state(session.session_id))
