"""Texts, sounds and overlays above the picture: adding, finding, changing, removing."""

from collections.abc import Mapping, Sequence

from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, end_of


def add(
    timeline: Timeline, role: str, start: int, end: int, values: Mapping[str, object]
) -> Segment:
    """A new layer over that time (ms), clipped to the timeline; starting after it is an error."""
    duration = timeline.duration
    if start >= duration:
        raise CannotEdit("outside", at=start, duration=duration)
    if end <= start:
        raise CannotEdit("empty_range", start=start, end=end)
    layer = timeline.segment(role, start, min(end, duration) - start, **_told(values))
    timeline.layers.append(layer)
    return layer


def _told(values: Mapping[str, object]) -> dict[str, object]:
    """Without what only says the default."""
    return {key: value for key, value in values.items() if not is_default(key, value)}


def is_default(key: str, value: object) -> bool:
    """Whether the draft leaves this value out."""
    return value is None or (key in ("vol", "opacity") and value == 1) or value is False


def set_values(segment: Segment, values: Mapping[str, object]) -> None:
    """Write the values; defaults and None remove their key."""
    for key, value in values.items():
        if is_default(key, value):
            segment.pop(key, None)
        else:
            segment[key] = value


def find(
    timeline: Timeline, roles: Sequence[str], text: str | None, at: tuple[int, int] | None
) -> list[Segment]:
    """Layers of these roles in time order, narrowed by their text or name, and by time.

    When several overlap the time `at`, those that start nearest to it are meant.
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
    """How far the edges of a segment are from a span, ms."""
    late = abs(end_of(segment) - at[1]) if at[1] - at[0] > 1 else 0
    return abs(int(segment["s"]) - at[0]) + late


def _named(segment: Segment, text: str) -> bool:
    names = [str(segment[key]) for key in ("text", "name", "src", "sub") if key in segment]
    folded = text.strip().casefold()
    return text in names or folded in (name.strip().casefold() for name in names)


def retime(timeline: Timeline, layer: Segment, start: int, end: int) -> None:
    """Move a layer to that time (ms), clipped to the timeline."""
    duration = timeline.duration
    if start >= duration:
        raise CannotEdit("outside", at=start, duration=duration)
    if end <= start:
        raise CannotEdit("empty_range", start=start, end=end)
    layer |= {"s": start, "d": min(end, duration) - start}
