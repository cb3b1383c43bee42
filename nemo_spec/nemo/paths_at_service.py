"""Paths such as `/mnt/userdata/…/talk.mp4` in a draft: the second gateway renders addresses only."""

import json
import re
from collections.abc import Callable, Mapping

_FOLDER = b"/mnt/userdata/"
_PATH = re.compile(rb'"/mnt/userdata/(?:[^"\\]|\\.)*"')


def with_addresses(draft_json: bytes, files: Callable[[], Mapping[str, str]]) -> bytes:
    """The draft with the addresses of its files, by name; `files` is asked only where there is a path.
    Every other byte stays, and so does a path of which no address is known."""
    if _FOLDER not in draft_json:
        return draft_json
    known = files()

    def address(match: re.Match[bytes]) -> bytes:
        name = str(json.loads(match[0])).rpartition("/")[2]
        return json.dumps(known[name]).encode() if name in known else match[0]

    return _PATH.sub(address, draft_json)
