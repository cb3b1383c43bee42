"""The session that was used last, remembered in the project's folder so that the next command goes on
with it.

`.nemo-spec/session.json` holds one session for each service. It never holds a token, and nothing is
sent anywhere because of what stands in it: an address in it is only compared.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path

from nemo_spec.project_root import FOLDER as FOLDER

_FILE = "session.json"


@dataclass(frozen=True, slots=True)
class Remembered:
    """A session of a service. The task id, where it is known, is what a claim link needs."""

    session_id: str
    task_id: str
    api_url: str


def last_session(project: Path, api_url: str) -> Remembered | None:
    """The session that was used last with a service; a damaged file holds none."""
    return next((r for r in _load(project) if r.api_url == api_url), None)


def remember(project: Path, session: Remembered) -> None:
    """Make this the last session of its service. Raises OSError."""
    others = [r for r in _load(project) if r.api_url != session.api_url]
    folder = project / FOLDER
    folder.mkdir(exist_ok=True)
    temporary = folder / f".{_FILE}.{uuid.uuid4().hex}"
    try:
        content = {"sessions": [asdict(r) for r in (session, *others)]}
        temporary.write_text(json.dumps(content, indent=1) + "\n", "utf-8")
        temporary.replace(folder / _FILE)
    finally:
        temporary.unlink(missing_ok=True)


def _load(project: Path) -> list[Remembered]:
    try:
        entries = json.loads((project / FOLDER / _FILE).read_text("utf-8"))["sessions"]
        found = [Remembered(e["session_id"], e["task_id"], e["api_url"]) for e in entries]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return []
    texts = [text for r in found for text in (r.session_id, r.task_id, r.api_url)]
    return found if all(isinstance(text, str) for text in texts) else []
