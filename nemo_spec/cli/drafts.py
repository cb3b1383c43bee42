"""Drafts in files: the object itself, or a whole answer about a session's state that holds one."""

from __future__ import annotations

import argparse
import errno
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nemo_spec.cli.process import standard_input
from nemo_spec.safe_files import TooLong, read_bounded
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline

MAX_DRAFT = 64_000_000
"""Bytes. That of a video of an hour with a thousand segments has about one million."""

_PLACES = ((), ("draft",), ("state", "draft"), ("data", "draft"), ("data", "state", "draft"))
"""Where a draft stands in the known answers."""


class NoDraft(Exception):
    """A file that holds no draft; the text says why."""


def add_draft_argument(parser: argparse.ArgumentParser) -> None:
    """DRAFT"""
    parser.add_argument(
        "draft", metavar="DRAFT", help="a draft, or an answer that holds one, as JSON; - is stdin"
    )


def open_draft(name: str) -> Timeline:
    """The timeline of the draft in a file, `-` for standard input. Raises NoDraft."""
    try:
        found = json.loads(_content(name).decode("utf-8-sig"))
    except OSError as error:
        raise NoDraft(f"{name}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise NoDraft(f"{name}: not UTF-8 text") from None
    except json.JSONDecodeError as error:
        reason = error.msg.partition(":")[0].lower()  # what follows quotes the file
        raise NoDraft(f"{name}:{error.lineno}:{error.colno}: not JSON: {reason}") from None
    except (ValueError, RecursionError):
        raise NoDraft(f"{name}: not JSON that can be read") from None
    return read_draft(draft_in(found, name))


def _content(name: str) -> bytes:
    """Raises OSError, also for what is no file or too large."""
    if name != "-":
        return read_bounded(Path(name), MAX_DRAFT)
    content = standard_input(MAX_DRAFT)
    if len(content) > MAX_DRAFT:
        raise TooLong(errno.EFBIG, f"it is larger than {MAX_DRAFT // 10**6} MB")
    return content


def draft_in(found: object, name: str = "it") -> Mapping[str, Any]:
    """The draft in what was read: an object with tracks `t`. Raises NoDraft."""
    for place in _PLACES:
        value = found
        for key in place:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, dict) and isinstance(value.get("t"), list):
            return value
    raise NoDraft(f"{name}: no draft in it – a draft is an object with a list of tracks `t`")
