"""What a project remembers: `.nemo-spec/` beside the recipes, or a journal that machines share."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.compile import Program
from nemo_spec.project_root import FOLDER
from nemo_spec.run.session.claims import Claim, LocalClaims
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.storage import JournalError
from nemo_spec.safe_files import open_regular

if TYPE_CHECKING:
    from nemo_spec.run.session.leases import Leases

_SHARED, _PROJECT = "NEMO_JOURNAL", "NEMO_PROJECT"
_SCHEMES = ("postgresql://", "postgres://")


def shared_journal() -> str:
    """The address in NEMO_JOURNAL, empty where there is none. Raises JournalError."""
    address = os.environ.get(_SHARED, "").strip()
    if address and not address.startswith(_SCHEMES):
        cure = f"write postgresql://USER@HOST/DATABASE, or unset it to keep the journal in {FOLDER}"
        raise JournalError(f"{_SHARED} is no address of a PostgreSQL database – {cure}")
    return address


def project_name(root: Path) -> str:
    """What a project is called in a shared journal, on every machine: NEMO_PROJECT, else the name of its
    folder. Bytes of it that are no text stand there escaped."""
    name = os.environ.get(_PROJECT, "").strip() or root.resolve().name or "project"
    return name.encode("utf-8", "backslashreplace").decode()


def claims_of(
    home: Path, api_url: str, root: Path, on_wait: Callable[[str], None]
) -> AbstractContextManager[LocalClaims | Leases]:
    """Claims that all see who share the journal; arguments as for LocalClaims. Raises JournalError."""
    if not (address := shared_journal()):
        return LocalClaims(home, api_url, root, on_wait)
    from nemo_spec.run.session.leases import Leases
    from nemo_spec.run.session.postgres import Server

    return Leases(Server(address), api_url, root, on_wait)


def journal_of(root: Path, claims: LocalClaims | Leases | None = None) -> Journal:
    """The journal of the project at `root`: that which machines share where NEMO_JOURNAL names one, else
    a file. With `claims`, that to which they belong. Raises JournalError."""
    if isinstance(claims, LocalClaims) or not (address := shared_journal()):
        return Journal.open(root / FOLDER)
    from nemo_spec.run.session.postgres import Server, SharedDatabase

    return Journal(
        SharedDatabase(Server(address), project_name(root), claims.check if claims else None)
    )


def has_journal(root: Path) -> bool:
    """Whether anything was noted for the project. Makes nothing. Raises JournalError."""
    if not (address := shared_journal()):
        return Journal.path_in(root / FOLDER).is_file()
    from nemo_spec.run.session.postgres import Server, is_made

    with closing(Server(address)) as server:
        return is_made(server, project_name(root))


def journal_place(root: Path) -> str:
    """Where the journal is, for users. Raises JournalError."""
    if not (address := shared_journal()):
        return str(Journal.path_in(root / FOLDER))
    from nemo_spec.run.session.postgres import place_of

    return f"the journal at {place_of(address)}"


def run_claim(root: Path, number: int) -> Claim:
    """The claim that a run holds from beginning to end. Raises JournalError."""
    place = project_name(root) if shared_journal() else root.resolve()
    return Claim("run", f"{place}\n{number}")


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
    for run in journal.runs(key) if found else ():
        if run.session:
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
    known = {run.session for run in journal.runs(key)}
    return next((session for session in noted if session and session not in known), "")
