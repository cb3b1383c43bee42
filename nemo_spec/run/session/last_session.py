"""The latest session of a project, with which the next command goes on.

`.nemo-spec/session.json` holds one session per service, and the sessions that recipes were applied in. It
never holds a token, and an address in it is only compared: nothing is sent there.
"""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from nemo_spec.nemo.errors import BadSetting
from nemo_spec.project_root import FOLDER as FOLDER
from nemo_spec.safe_files import LinkFound, make_own_folder, read_own, refuse_link, write_own

_FILE = "session.json"
_MAX_BYTES = 1_000_000
_MOST_APPLIED = 5_000
"""Recipes with their clips that are noted, the latest ones: a file that is too long would hold none."""
_turn = threading.Lock()
"""Threads of one process add to the same file."""


class Remembered(NamedTuple):
    """A session of a service. A claim link needs the task id, which may be empty."""

    session_id: str
    task_id: str
    api_url: str


def last_session(project: Path, api_url: str) -> Remembered | None:
    """The latest session with a service; a damaged file holds none.

    Raises BadSetting where the file is a link.
    """
    return next((r for r in _sessions(_content(project)) if r.api_url == api_url), None)


def has_sessions(project: Path) -> bool:
    return (project / FOLDER / _FILE).is_file()


def applied_session(project: Path, key: str) -> str:
    """The latest session of a recipe with its clips, empty where none is known."""
    with suppress(BadSetting):
        return _applied(_content(project)).get(key, "")
    return ""


def remember(project: Path, session: Remembered, key: str = "") -> None:
    """Make this the latest session of its service and, with a key, of the recipe that is applied in it.
    Raises OSError, also where the file is a link."""
    with _turn:
        _remember(project, session, key)


def _remember(project: Path, session: Remembered, key: str) -> None:
    folder = project / FOLDER
    make_own_folder(folder)
    refuse_link(folder / _FILE)
    known = _content(project)
    applied = _applied(known)
    if key:
        applied.pop(key, "")
        applied = dict([*applied.items(), (key, session.session_id)][-_MOST_APPLIED:])
    others = [r for r in _sessions(known) if r.api_url != session.api_url]
    content = {"sessions": [r._asdict() for r in (session, *others)], "applied": applied}
    write_own(folder / _FILE, (json.dumps(content) + "\n").encode())


def _content(project: Path) -> Any:
    """What the file holds, None where it is missing or damaged. Raises BadSetting where it is a link."""
    try:
        refuse_link(project / FOLDER)
        return json.loads(read_own(project / FOLDER / _FILE, _MAX_BYTES))
    except LinkFound as error:
        raise BadSetting(f"{error.filename}: {error.strerror}", "remove it") from None
    except (OSError, ValueError, RecursionError):
        return None


def _sessions(content: Any) -> list[Remembered]:
    try:
        entries = content["sessions"]
        found = [Remembered(e["session_id"], e["task_id"], e["api_url"]) for e in entries]
    except (KeyError, TypeError):
        return []
    texts = [text for r in found for text in (r.session_id, r.task_id, r.api_url)]
    return found if all(isinstance(text, str) for text in texts) else []


def _applied(content: Any) -> dict[str, str]:
    """Sessions by the keys of recipes; earlier versions noted none."""
    try:
        found = content["applied"]
        return {key: name for key, name in found.items() if isinstance(name, str)}
    except (KeyError, TypeError, AttributeError):
        return {}
