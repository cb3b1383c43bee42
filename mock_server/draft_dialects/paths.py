"""Sources as paths and URLs, as published drafts have them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from mock_server.draft_dialects.segments import Segment, each_segment

FOLDER = "/mnt/userdata/nemo_agent/me"


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Footage by its path at the service, other files by their cdn_url with a query."""
    return each_segment(draft, partial(_spelled, files))


def with_addresses(draft: str, infos: Iterable[Mapping[str, Any]]) -> str:
    """The JSON of a draft as the vendor's tool sends it to render: paths are the uploads' addresses."""
    for info in infos:
        path = json.dumps(f"{FOLDER}/{info['filename']}", ensure_ascii=False)
        draft = draft.replace(path, json.dumps(info["cdn_url"]))
    return draft


def _spelled(files: Mapping[str, Mapping[str, Any]], segment: Segment) -> Segment:
    name = segment.get("src")
    if name is None:
        return segment
    if segment.get("role") == "clip" or name not in files:
        return segment | {"src": f"{FOLDER}/{name}"}
    return segment | {"src": f"{files[name]['cdn_url']}?v=1"}
