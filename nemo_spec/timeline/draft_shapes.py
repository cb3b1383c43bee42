"""Drafts of other shapes, brought to the documented one: nothing is read here, only put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemo_spec.timeline.draft_fields import SPELLINGS
from nemo_spec.timeline.draft_v3 import from_v3, is_v3
from nemo_spec.timeline.materials import with_materials

Fields = Mapping[str, Any]

_OF_TIME = frozenset(
    spelled.partition(".")[0]
    for what in ("start", "duration", "end")
    for spelled in SPELLINGS[what]
    if not spelled.startswith("m.")
)
_MOVED = {"in": "s", "out": "end", "source-start": "in", "source-end": "out"}
"""Draft Protocol V3 in segments: `in` and `out` are times on the timeline."""


def as_documented(draft: Fields) -> Fields:
    """The draft with tracks `t` of segments `sg`; itself where it has that shape."""
    if draft.get("t") is None and is_v3(draft):
        return from_v3(draft)
    draft = with_materials(draft)
    tracks = draft.get("t")
    if not isinstance(tracks, list) or not _counts_in_and_out(tracks):
        return draft
    return {**draft, "t": [_track_moved(track) for track in tracks]}


def _counts_in_and_out(tracks: list[Any]) -> bool:
    """Whether no segment has any time but `in` and `out`, and one says what plays of its file."""
    found = False
    for track in tracks:
        segments = track.get("sg") if isinstance(track, dict) else None
        for one in segments if isinstance(segments, list) else ():
            if not isinstance(one, dict) or "in" not in one or any(key in one for key in _OF_TIME):
                return False
            found = True
    return found


def _track_moved(track: Any) -> Any:
    segments = track.get("sg") if isinstance(track, dict) else None
    if not isinstance(segments, list):
        return track
    return {**track, "sg": [{_MOVED.get(k, k): v for k, v in one.items()} for one in segments]}
