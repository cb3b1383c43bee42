"""Sources as paths and URLs, as published drafts have them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from mock_server.draft_dialects.segments import Segment, each_segment

FOLDER = "/mnt/userdata/nemo_agent/me"


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Footage by its path at the service, other files by their cdn_url with a query."""
    return each_segment(draft, partial(_spelled, files))


def _spelled(files: Mapping[str, Mapping[str, Any]], segment: Segment) -> Segment:
    name = segment.get("src")
    if name is None:
        return segment
    if segment.get("role") == "clip" or name not in files:
        return segment | {"src": f"{FOLDER}/{name}"}
    return segment | {"src": f"{files[name]['cdn_url']}?v=1"}
