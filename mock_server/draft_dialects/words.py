"""The types of tracks as words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mock_server.draft_dialects.segments import tracks_of

WORDS = {0: "video", 1: "audio", 7: "text"}


def speak(draft: dict[str, Any], files: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Track types as words: video, audio, text."""
    tracks = [track | {"tt": WORDS.get(track["tt"], track["tt"])} for track in tracks_of(draft)]
    return draft | {"t": tracks}
