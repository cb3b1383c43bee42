"""Check the shape of drafts from outside before anything relies on it."""

from __future__ import annotations

from typing import Any

from mock_server.api.errors import ApiError
from mock_server.timeline.properties import PROPERTIES

DAY_MS = 24 * 3600 * 1000
NAMES = {0: "Video", 1: "Audio", 7: "Text"}


def check_shape(draft: dict[str, Any]) -> None:
    """Raises ApiError 422 unless tracks are objects with lists of segments and sane times."""
    meta = draft.get("m", {})
    _need(isinstance(meta, dict), "draft.m must be an object")
    _need(all(map(_scalar, meta.values())), "draft.m must hold texts and numbers")
    _need(_time(draft.get("d", 0)), f"draft.d must be milliseconds up to {DAY_MS}")
    tracks = draft.get("t", [])
    _need(isinstance(tracks, list), "draft.t must be an array")
    for number, track in enumerate(tracks):
        place = f"draft.t[{number}]"
        _need(isinstance(track, dict), f"{place} must be an object")
        own = (value for key, value in track.items() if key != "sg")
        _need(all(map(_scalar, own)), f"{place} must hold texts and numbers")
        _need(isinstance(track.get("sg", []), list), f"{place}.sg must be an array")
        for index, segment in enumerate(track.get("sg", [])):
            _need(isinstance(segment, dict), f"{place}.sg[{index}] must be an object")
            _check_segment(segment, f"{place}.sg[{index}]")


def _check_segment(segment: dict[str, Any], place: str) -> None:
    times = (segment.get("s", 0), segment.get("d", 0))
    _need(all(map(_time, times)), f"{place}: s and d must be milliseconds")
    for row in PROPERTIES:
        value = segment.get(row.key)
        fits = value is None or (isinstance(value, row.kinds) and not isinstance(value, bool))
        if isinstance(value, dict) and row.kinds:
            fits = fits and all(map(_scalar, value.values()))
        _need(fits or not row.kinds, f"{place}.{row.key} has the wrong type")


def check_ready(draft: dict[str, Any]) -> None:
    """Raises ApiError 422 unless the draft is ready for export: one track with segments."""
    check_shape(draft)
    _need(any(track.get("sg") for track in draft.get("t", [])), "no track of the draft is filled")


def _need(true: bool, why: str) -> None:
    if not true:
        raise ApiError(422, why)


def _scalar(value: object) -> bool:
    return not isinstance(value, dict | list)


def _time(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= DAY_MS


def lanes(draft: dict[str, Any]) -> list[tuple[str, bool, list[dict[str, Any]]]]:
    """The filled tracks that can be drawn: name, whether it is a picture track, its segments."""
    out = []
    for track in draft.get("t", []):
        segments = [one for one in track.get("sg", []) if "s" in one and one.get("d")]
        if segments:
            kind = track.get("tt")
            usual = NAMES.get(kind, "Track") if isinstance(kind, int) else "Track"
            out.append((str(track.get("name") or usual)[:60], kind == 0, segments))
    return out


def length(draft: dict[str, Any]) -> int:
    """Milliseconds to the end of the last segment."""
    ends = [one["s"] + one["d"] for _, _, segments in lanes(draft) for one in segments]
    return round(max([*ends, draft.get("d", 0)], default=0))
