"""Drafts in files: the object itself, or a whole response about a session's state that holds one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nemo_spec.safe_files import read_bounded
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_v3 import NotADraft, is_v3, parse_v3
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import uploads_of

MAX_DRAFT = 64_000_000
"""Bytes. That of a video of an hour with a thousand segments has about one million."""

_PLACES = ((), ("draft",), ("state", "draft"), ("data", "draft"), ("data", "state", "draft"))
"""Where the known responses hold a draft."""


class NoDraft(Exception):
    """A file that holds no draft; the text says why."""


def open_draft(file: Path) -> Timeline:
    """The timeline of the draft in a file. Raises NoDraft."""
    try:
        content = read_bounded(file, MAX_DRAFT)
    except OSError as error:
        raise NoDraft(f"{file}: {error.strerror or error}") from None
    return parse_draft(content, str(file))


def parse_draft(content: bytes, name: str) -> Timeline:
    """The timeline of a draft in JSON; `name` is for messages. Raises NoDraft."""
    if len(content) > MAX_DRAFT:
        raise NoDraft(f"{name}: it is larger than {MAX_DRAFT // 10**6} MB")
    try:
        text = content.decode("utf-8-sig")
        found = parse_v3(text) if text.lstrip().startswith("<") else json.loads(text)
    except UnicodeDecodeError:
        raise NoDraft(f"{name}: not UTF-8 text") from None
    except NotADraft as error:
        raise NoDraft(f"{name}: {error}") from None
    except json.JSONDecodeError as error:
        reason = error.msg.partition(":")[0].lower()  # what follows quotes the file
        raise NoDraft(f"{name}:{error.lineno}:{error.colno}: not JSON: {reason}") from None
    except (ValueError, RecursionError):
        raise NoDraft(f"{name}: not JSON that can be read") from None
    return read_found(found, name)


def read_found(found: object, name: str = "it") -> Timeline:
    """The timeline of the draft in what was read, with the uploads beside it. Raises NoDraft."""
    for place in _PLACES:
        value: Any = found
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict) and (isinstance(value.get("t"), list) or is_v3(value)):
            return read_draft(value, uploads_of(_beside(found, place)))
    raise NoDraft(f"{name}: no draft in it – a draft is an object with a list of tracks `t`")


def _beside(found: object, place: tuple[str, ...]) -> object:
    """The uploads in the answer that holds the draft."""
    for key in place[:-1]:
        found = found.get(key) if isinstance(found, dict) else None
    return found.get("video_infos") if isinstance(found, dict) else None
