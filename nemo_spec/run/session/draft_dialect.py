"""The file that holds what was learned of how a service spells its drafts: `.nemo-spec/draft-dialect.json`.

It decides what is called met, so that it is only taken from this machine: one that a repository brings
along is ignored, and so is one about another service.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from nemo_spec.nemo.errors import BadSetting
from nemo_spec.project_root import FOLDER
from nemo_spec.safe_files import make_own_folder, read_bounded, read_own, write_own
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect, dialect_of

_FILE = "draft-dialect.json"
_VERSION = 1
_MAX_BYTES = 1_000_000
_MAX_INDEX = 256_000_000
_CURE = "`nemo-spec conformance --server URL --spend` writes one"


def dialect_path(root: Path) -> Path:
    return root / FOLDER / _FILE


def load_dialect(
    root: Path, api_url: str, named: Path | None, tell: Callable[[str], object]
) -> Dialect:
    """What is known of the drafts of a service; `named` takes the place of the project's file. `tell` hears
    why a file is ignored. Raises BadSetting for a named one."""
    if named is not None:
        return _named(named, api_url)
    path = dialect_path(root)
    if not path.exists() and not path.is_symlink():
        return DOCUMENTED
    if is_tracked(path):
        tell(f"{FOLDER}/{_FILE} is ignored: it is tracked by git, and should not be committed")
        return DOCUMENTED
    try:
        found = json.loads(read_own(path, _MAX_BYTES))
    except (OSError, ValueError, RecursionError) as error:
        tell(f"{FOLDER}/{_FILE} is ignored: {_why(error)}")
        return DOCUMENTED
    return dialect_of(found) if _is_about(found, api_url) else DOCUMENTED


def _named(path: Path, api_url: str) -> Dialect:
    try:
        found = json.loads(read_bounded(path, _MAX_BYTES))
    except (OSError, ValueError, RecursionError) as error:
        raise BadSetting(f"{path}: {_why(error)}", _CURE) from None
    if not _is_about(found, api_url):
        raise BadSetting(f"{path}: it is about another service than {api_url}", _CURE)
    return dialect_of(found)


def _why(error: Exception) -> str:
    return (error.strerror or "unreadable") if isinstance(error, OSError) else "not JSON"


def _is_about(found: object, api_url: str) -> bool:
    return isinstance(found, dict) and found.get("api_url") == api_url


def save_dialect(root: Path, api_url: str, dialect: Dialect, evidence: Sequence[object]) -> Path:
    """Write what was learned, with the evidence beside it. Raises OSError, also for links."""
    path = dialect_path(root)
    content = {
        "version": _VERSION,
        "api_url": api_url,
        "spelled": dict(dialect.spelled),
        "track_types": dict(dialect.track_types),
        "bookkeeping": sorted(dialect.bookkeeping),
        "evidence": evidence,
    }
    make_own_folder(path.parent)
    write_own(path, (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode())
    return path


# ---- Git -----------------------------------------------------------------------------------------


def is_tracked(path: Path) -> bool:
    """Whether a repository above holds the file. Git itself is not asked: in a repository of somebody
    else's its settings run programs."""
    for folder in path.resolve().parents:
        if (folder / ".git").exists():
            index = _index_of(folder / ".git")
            name = path.resolve().relative_to(folder).as_posix().encode()
            # the fourth version of the index leaves out what two names begin with
            ending = name if index[4:8] != b"\0\0\0\4" else _FILE[6:].encode()
            return ending + b"\0" in index
    return False


def _index_of(git: Path) -> bytes:
    """The content of the index; nothing where there is none."""
    try:
        if git.is_file():
            told = read_bounded(git, 4096).decode().removeprefix("gitdir:").strip()
            git = git.parent / told
        return read_bounded(git / "index", _MAX_INDEX)
    except (OSError, ValueError):
        return b""
