"""Texts, sounds and overlays above the picture: add, find and retime them."""

from collections.abc import Mapping, Sequence

from mock_server.timeline.properties import NAMES
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, end_of


def add(
    timeline: Timeline, role: str, start: int, end: int, values: Mapping[str, object]
) -> Segment:
    """Add a layer over that time (ms), clipped to the timeline. Raises CannotEdit outside it."""
    duration = timeline.duration
    if start >= duration:
        raise CannotEdit("outside", at=start, duration=duration)
    if end <= start:
        raise CannotEdit("empty_range", start=start, end=end)
    layer = timeline.segment(role, start, min(end, duration) - start, **values)
    timeline.layers.append(layer)
    return layer


def find(
    timeline: Timeline, roles: Sequence[str], text: str | None, at: tuple[int, int] | None
) -> list[Segment]:
    """Layers of these roles in time order, filtered by text or name, and by time (ms).

    When several overlap the time `at`, only those that start nearest to it count.
    """
    found = [one for one in timeline.layers if one["role"] in roles]
    if text is not None:
        found = [one for one in found if _named(one, text)]
    if at is not None:
        found = [one for one in found if one["s"] < at[1] and at[0] < end_of(one)]
        nearest = min((distance(one, at) for one in found), default=0)
        found = [one for one in found if distance(one, at) == nearest]
    return sorted(found, key=lambda one: one["s"])


def distance(segment: Segment, at: tuple[int, int]) -> int:
    """The distance of a segment's edges from a span, ms."""
    late = abs(end_of(segment) - at[1]) if at[1] - at[0] > 1 else 0
    return abs(int(segment["s"]) - at[0]) + late


def _named(segment: Segment, text: str) -> bool:
    names = [str(segment[key]) for key in NAMES if key in segment]
    folded = text.strip().casefold()
    return text in names or folded in (name.strip().casefold() for name in names)


def retime(timeline: Timeline, layer: Segment, start: int, end: int) -> None:
    """Move a layer to that time (ms), clipped to the timeline. Raises CannotEdit outside it."""
    duration = timeline.duration
    if start >= duration:
        raise CannotEdit("outside", at=start, duration=duration)
    if end <= start:
        raise CannotEdit("empty_range", start=start, end=end)
    layer |= {"s": start, "d": min(end, duration) - start}
