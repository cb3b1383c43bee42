"""A draft as tracks to scale: lanes, boxes and ticks for the template."""

from __future__ import annotations

from itertools import count, islice
from typing import Any

from mock_server.timeline.properties import NAMES, PROPERTIES, ROLES
from mock_server.timeline.shape import lanes, length

STEPS_MS = (100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000)
MOST_TICKS = 12
THIN, NARROW = 2.5, 7.0  # percent of the width below which a box has no text, and no second line
LAST = 97  # percent from which a tick's text stands to its left
SHOWN = 2000  # boxes of one lane


def draw(draft: dict[str, Any]) -> dict[str, Any]:
    """Lanes, all their boxes, and ticks; every position is a percentage of the duration."""
    whole = length(draft)
    if not whole:
        return {}
    numbers = count()
    rows: list[dict[str, Any]] = []
    for row, (name, main, segments) in enumerate(lanes(draft)):
        boxes = [_box(one, whole, next(numbers)) for one in islice(segments, SHOWN)]
        rows.append({"name": name, "main": main and row == 0, "boxes": boxes})
    return {
        "ticks": _ticks(whole),
        "lanes": rows,
        "boxes": [box for lane in rows for box in lane["boxes"]],
    }


def _ticks(whole: int) -> list[dict[str, Any]]:
    step = next((one for one in STEPS_MS if whole / one <= MOST_TICKS), whole)
    lefts = [(at, 100 * at / whole) for at in range(0, whole + 1, step)]
    return [
        {"left": f"{left:.3f}", "text": f"{seconds(at)}s", "last": left > LAST}
        for at, left in lefts
    ]


def _box(segment: dict[str, Any], whole: int, number: int) -> dict[str, Any]:
    start, lasts = segment["s"], segment["d"]
    width, head, foot = 100 * lasts / whole, label(segment), detail(segment)
    return {
        "number": number,
        "left": f"{100 * start / whole:.3f}",
        "width": f"{width:.3f}",
        "role": segment.get("role") if segment.get("role") in ROLES else "other",
        "tip": f"{head} · {seconds(start)}–{seconds(start + lasts)} s · {foot}",
        "head": head,
        "foot": foot,
        "thin": width < THIN,
        "wide": width > NARROW,
    }


def seconds(ms: float) -> str:
    """`1.5`, without a needless fraction."""
    return f"{ms / 1000:.2f}".rstrip("0").rstrip(".")


def label(segment: dict[str, Any]) -> str:
    """What a segment shows or plays, in a few words."""
    names = (segment[key][:120] for key in NAMES if isinstance(segment.get(key), str))
    return next(names, str(segment.get("role", "segment")))


def detail(segment: dict[str, Any]) -> str:
    """Its range in the source, its speed, its level."""
    first, last = segment.get("in"), segment.get("out")
    parts = []
    if isinstance(first, int | float) and isinstance(last, int | float):
        parts.append(f"{seconds(first)}–{seconds(last)} s")
    for row in PROPERTIES:
        if row.shown and isinstance(segment.get(row.key), row.kinds):
            parts.append(row.shown(segment[row.key]))
    return " · ".join(parts)


def summary(draft: dict[str, Any]) -> str:
    """The documented line: `Timeline (2 tracks): 1. Video: a.mp4 (0-10s) 2. …`."""
    found = lanes(draft)
    parts = [f"{n}. {_summary(*one)}" for n, one in enumerate(found, 1)]
    plural = "" if len(found) == 1 else "s"
    return f"Timeline ({len(found)} track{plural}): {' '.join(parts)}"


def _summary(name: str, _: bool, segments: list[dict[str, Any]]) -> str:
    first, last = segments[0], segments[-1]
    what = f'"{label(first)}"' if isinstance(first.get("text"), str) else label(first)
    span = f"{seconds(first['s'])}-{seconds(last['s'] + last['d'])}s"
    level = first.get("vol")
    loud = f", {level * 100:.0f}%" if isinstance(level, int | float) else ""
    more = f" +{len(segments) - 1}" if len(segments) > 1 else ""
    return f"{name}: {what}{more} ({span}{loud})"
