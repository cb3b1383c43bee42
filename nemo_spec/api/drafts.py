"""Drafts in files: the object itself, or a whole response about a session's state that holds one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nemo_spec.safe_files import read_bounded
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline

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
        found = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NoDraft(f"{name}: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        reason = error.msg.partition(":")[0].lower()  # what follows quotes the file
        raise NoDraft(f"{name}:{error.lineno}:{error.colno}: not JSON: {reason}") from None
    except (ValueError, RecursionError):
        raise NoDraft(f"{name}: not JSON that can be read") from None
    return read_draft(draft_in(found, name))


def draft_in(found: object, name: str = "it") -> Mapping[str, Any]:
    """The draft in what was read: an object with tracks `t`. Raises NoDraft."""
    for place in _PLACES:
        value = found
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict) and isinstance(value.get("t"), list):
            return value
    raise NoDraft(f"{name}: no draft in it – a draft is an object with a list of tracks `t`")
