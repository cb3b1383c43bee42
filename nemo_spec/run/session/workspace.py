"""What a project remembers: `.nemo-spec/` beside the recipes."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from nemo_spec.compile import Program
from nemo_spec.project_root import FOLDER
from nemo_spec.run.session.journal import Journal
from nemo_spec.safe_files import open_regular


def journal_of(root: Path) -> Journal:
    """The journal of the project at `root`. Raises JournalError."""
    return Journal.open(root / FOLDER)


def has_journal(root: Path) -> bool:
    return Journal.path_in(root / FOLDER).is_file()


def key_of(
    api_url: str, recipe: Path, root: Path, program: Program, settings: Sequence[str]
) -> str:
    """The key of a session: service, recipe, the content of all files, the values of --set. Raises
    OSError when a file cannot be read."""
    files = [
        (upload.name, *(fingerprint(Path(path)) for path in upload.files))
        for upload in program.uploads
    ]
    place = os.path.relpath(recipe.resolve(), root)
    return _hash([api_url, Path(place).as_posix(), files, sorted(settings)])


def key_together(api_url: str, recipe: Path, root: Path) -> str:
    """The key of the session that the clips of a recipe share: service and recipe."""
    place = os.path.relpath(recipe.resolve(), root)
    return _hash([api_url, Path(place).as_posix(), "one session"])


def sessions_of(journal: Journal, key: str) -> list[tuple[str, str]]:
    """The sessions that a key may go on with and their tasks, the latest first, back to the last
    `--fresh`. Another account may know only an earlier one."""
    latest = journal.session_of(key)
    found = {} if latest is None else {latest[0]: latest[1]}
    for run in journal.runs() if found else ():
        if run.key == key and run.session:
            found.setdefault(run.session, "")
            if run.arguments.get("fresh"):
                break
    return list(found.items())


def text_of(program: Program) -> str:
    """A hash of everything that a recipe sends, expects and renders."""
    return _hash(
        [
            [(step.owner, step.text, step.tolerance) for step in program.instructions],
            [(owner, repr(one), tolerance) for owner, one, tolerance in program.expectations],
            [(render.owner, render.export.model_dump()) for render in program.exports],
        ]
    )


def fingerprint(file: Path) -> str:
    with open_regular(file) as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _hash(content: object) -> str:
    return hashlib.sha256(
        json.dumps(content, ensure_ascii=False).encode("utf-8", "surrogatepass")
    ).hexdigest()


def unknown_session(journal: Journal, key: str, noted: Sequence[str]) -> str:
    """A session that is noted elsewhere for a recipe but not in its journal, which then is empty or older
    than the session. Empty where there is none."""
    known = {run.session for run in journal.runs() if run.key == key}
    return next((session for session in noted if session and session not in known), "")
