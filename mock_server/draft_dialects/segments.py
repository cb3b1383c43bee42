"""Rewrite every segment of a draft; the draft itself is not touched."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Segment = dict[str, Any]
Track = dict[str, Any]

_ROLES = {1: "music", 7: "title"}


def tracks_of(draft: dict[str, Any]) -> list[Track]:
    """Copies of the tracks and their segments. A draft from outside may lack what the mock always
    writes; that is added. What is null is as good as lacking."""
    return [_complete(_given(track)) for track in draft.get("t") or []]


def _complete(track: Track) -> Track:
    usual = {"role": _ROLES.get(track.get("tt", 0), "clip"), "s": 0, "d": 0, "id": ""}
    return (
        {"id": "", "tt": 0} | track | {"sg": [usual | _given(one) for one in track.get("sg", [])]}
    )


def _given(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def fade_of(segment: Segment) -> float:
    """How long (ms) the transition into a segment lasts; 0 where that is no number."""
    length = segment.get("tr", {}).get("d", 0)
    return length if isinstance(length, int | float) else 0


def each_segment(draft: dict[str, Any], rewrite: Callable[[Segment], Segment]) -> dict[str, Any]:
    """The draft with every segment rewritten."""
    tracks = tracks_of(draft)
    return draft | {"t": [track | {"sg": [*map(rewrite, track["sg"])]} for track in tracks]}


def times(segment: Segment, scale: Callable[[float], float]) -> Segment:
    """The segment with all its times (ms) scaled, that of its transition as well."""
    keys = ("s", "d", "in", "out", "fade_in", "fade_out")
    scaled = {key: scale(segment[key]) for key in keys if key in segment}
    if "tr" in segment:
        scaled["tr"] = segment["tr"] | {"d": scale(fade_of(segment))}
    return segment | scaled
