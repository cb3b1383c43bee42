"""The times of segments in seconds; the draft's own `d` stays in milliseconds, as documented."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mock_server.draft_dialects.segments import each_segment, times


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Times of segments in seconds; `d` of the draft in milliseconds."""
    return each_segment(draft, lambda segment: times(segment, lambda time: time / 1000))
