"""Drafts in files: the object itself, or a whole response about a session's state that holds one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from nemo_spec.run.session.draft_dialect import load_dialect
from nemo_spec.run.session.environment import environment
from nemo_spec.safe_files import read_bounded
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_v3 import NotADraft, is_v3, parse_v3
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import SourceFile, Uploads, together, uploads_of

MAX_DRAFT = 64_000_000
"""Bytes. That of a video of an hour with a thousand segments has about one million."""

_PLACES = ((), ("draft",), ("state", "draft"), ("data", "draft"), ("data", "state", "draft"))
"""Where the known responses hold a draft."""


class Known(NamedTuple):
    """What is known of a draft beforehand: files that it may hold, and how its service spells."""

    files: tuple[SourceFile, ...] = ()
    dialect: Dialect = DOCUMENTED


UNKNOWN = Known()


class NoDraft(Exception):
    """A file that holds no draft; the text says why."""


def dialect_of_project(root: Path) -> Dialect:
    """What a project has learned of how its service spells drafts. Raises BadSetting."""
    return load_dialect(root, environment().api_url, None, lambda _: None)


def open_draft(file: Path, known: Known = UNKNOWN) -> Timeline:
    """The timeline of the draft in a file. Raises NoDraft."""
    return parse_draft(draft_bytes(file), str(file), known)


def draft_bytes(file: Path) -> bytes:
    """All of a file that should hold a draft. Raises NoDraft."""
    try:
        return read_bounded(file, MAX_DRAFT)
    except OSError as error:
        raise NoDraft(f"{file}: {error.strerror or error}") from None


def parse_draft(content: bytes, name: str, known: Known = UNKNOWN) -> Timeline:
    """The timeline of a draft in JSON, or in XML of Draft Protocol V3; `name` is for messages. Raises
    NoDraft."""
    return draft_in(load_draft(content, name), name).read(known)


def load_draft(content: bytes, name: str) -> object:
    """What a file holds, be it JSON or XML. Raises NoDraft."""
    if len(content) > MAX_DRAFT:
        raise NoDraft(f"{name}: it is larger than {MAX_DRAFT // 10**6} MB")
    try:
        text = content.decode("utf-8-sig")
        found: object = parse_v3(text) if text.lstrip().startswith("<") else json.loads(text)
    except UnicodeDecodeError:
        raise NoDraft(f"{name}: not UTF-8 text") from None
    except NotADraft as error:
        raise NoDraft(f"{name}: {error}") from None
    except json.JSONDecodeError as error:
        if name.endswith(".edit"):
            raise NoDraft(f"{name}: a recipe, not a draft; `plan` shows what it leads to") from None
        reason = error.msg.partition(":")[0].lower()  # what follows quotes the file
        raise NoDraft(f"{name}:{error.lineno}:{error.colno}: not JSON: {reason}") from None
    except (ValueError, RecursionError):
        raise NoDraft(f"{name}: not JSON that can be read") from None
    return found


class Draft(NamedTuple):
    """A draft as it stands in a file or an answer, and the uploads beside it. `draft` is the object
    itself."""

    draft: Mapping[str, Any]
    uploads: Uploads
    session: str = ""
    """The id of its session, where the file says."""

    @classmethod
    def load(cls, file: str | Path) -> Draft:
        """The draft in a file: JSON, a response that holds one, or XML of Draft Protocol V3. Raises
        NoDraft."""
        return draft_in(load_draft(draft_bytes(Path(file)), str(file)), str(file))

    def read(self, known: Known = UNKNOWN) -> Timeline:
        """Its timeline; all times are in ms."""
        return read_draft(self.draft, together(self.uploads, known.files), known.dialect)


def draft_in(found: object, name: str = "it") -> Draft:
    """The draft in what was read, with the uploads beside it. Raises NoDraft."""
    for place in _PLACES:
        value: Any = found
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict) and (isinstance(value.get("t"), list) or is_v3(value)):
            return Draft(value, uploads_of(_beside(found, place)), _session(found))
    raise NoDraft(f"{name}: no draft in it – a draft is an object with a list of tracks `t`")


def _session(found: object) -> str:
    said = found.get("session_id") if isinstance(found, dict) else None
    return said if isinstance(said, str) else ""


def _beside(found: object, place: tuple[str, ...]) -> object:
    """The uploads in the answer that holds the draft."""
    for key in place[:-1]:
        found = found.get(key) if isinstance(found, dict) else None
    return found.get("video_infos") if isinstance(found, dict) else None
