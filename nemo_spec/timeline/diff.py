"""The one diff of two timelines: typed changes, segment by segment, whatever order and spelling their
drafts have. `track_diff` compares two main tracks moment by moment instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from nemo_spec.timeline.main_track import merged
from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.matching.pieces import in_order, pair_pieces
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.timeline.properties import PropertyChange, property_changes
from nemo_spec.timeline.summary import called


@dataclass(frozen=True, slots=True)
class Added:
    """Only the second timeline has this segment; an `uncertain` one stands for material anywhere."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Removed:
    """Only the first timeline has this segment."""

    segment: Segment


@dataclass(frozen=True, slots=True)
class Changed:
    """Both timelines have this segment, and not the same.

    `details` are properties, and attributes of the segment: `role`, `texts`, `name`, `source`,
    `length`, `moved` and `retimed` (the segments themselves), `unreadable`.
    """

    before: Segment
    after: Segment
    details: tuple[PropertyChange, ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """Anything may be there (None), or any number of segments of a kind, in only one of the two."""

    role: Role | None
    is_open: bool


TimelineChange = Added | Removed | Changed | Opened | PropertyChange
"""A bare PropertyChange is about the whole: `frame`, `fps`, `fill`, `length`."""


def diff(before: Timeline, after: Timeline, tolerance: int) -> list[TimelineChange]:
    """Every change from the first to the second; times may be off by `tolerance` ms.

    A segment is the same one when it is of one kind and content, or nearly so. A piece of video that
    only makes room for another has not moved.
    """
    return [
        *_canvas(before, after),
        *_whole(before, after, tolerance),
        *_main(before, after, tolerance),
        *_layers(before, after, tolerance),
    ]


def _canvas(before: Timeline, after: Timeline) -> Iterator[PropertyChange]:
    values = (("frame", before.frame, after.frame), *(
        (key, before.canvas.get(key), after.canvas.get(key)) for key in ("fps", "fill", "background")
    ))  # fmt: skip
    for key, was, now in values:
        if was != now and (key != "fill" or {was, now} != {None, "fit"}):
            yield PropertyChange(key, was, now)


def _whole(before: Timeline, after: Timeline, tolerance: int) -> Iterator[TimelineChange]:
    if not before.length.is_near(after.length, tolerance):
        yield PropertyChange("length", before.length, after.length)
    if before.unknown != after.unknown:
        yield Opened(None, after.unknown)
    for role in sorted(before.open_roles.keys() ^ after.open_roles.keys()):
        yield Opened(role, role in after.open_roles)


# ---- The main track ------------------------------------------------------------------------------


def _main(before: Timeline, after: Timeline, tolerance: int) -> Iterator[TimelineChange]:
    old, new = before.main, after.main
    if any(piece.uncertain for piece in old) != any(piece.uncertain for piece in new):
        yield from _materials(old, new)
        return
    rows = (old, new), (merged(old), merged(new))
    yield from min((_row(one, other, tolerance) for one, other in rows), key=len)


def _row(old: Sequence[Segment], new: Sequence[Segment], tolerance: int) -> list[TimelineChange]:
    """Pieces divided where nothing is gone are the same pieces: the shorter list is right."""
    found: list[TimelineChange] = []
    pairs = pair_pieces(old, new)
    kept = in_order([pairs[index] for index in sorted(pairs)])
    for index, one in enumerate(old):
        if index not in pairs:
            found.append(Removed(one))
            continue
        other = new[pairs[index]]
        moved = [] if pairs[index] in kept else [PropertyChange("moved", one, other)]
        if details := (*moved, *_piece_details(one, other, tolerance)):
            found.append(Changed(one, other, details))
    known = set(pairs.values())
    return found + [Added(other) for index, other in enumerate(new) if index not in known]


def _materials(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[TimelineChange]:
    """Where pauses will go nobody knows the pieces, but what they are made from."""
    was, now = (
        {called(piece): replace(piece, uncertain=True) for piece in pieces} for pieces in (old, new)
    )
    yield from (Removed(piece) for name, piece in was.items() if name not in now)
    yield from (Added(piece) for name, piece in now.items() if name not in was)


def _piece_details(one: Segment, other: Segment, tolerance: int) -> Iterator[PropertyChange]:
    ends = zip(one.source or (), other.source or (), strict=False)
    if any(abs(was - now) > tolerance for was, now in ends):
        yield PropertyChange("source", one.source, other.source)
    elif not one.length.is_near(other.length, tolerance):
        yield PropertyChange("length", one.length, other.length)
    yield from _property_details(one, other, tolerance)


# ---- Layers --------------------------------------------------------------------------------------


def _layers(before: Timeline, after: Timeline, tolerance: int) -> Iterator[TimelineChange]:
    old, new = (sorted(t.layers, key=lambda layer: layer.start) for t in (before, after))
    matches = match([replace(layer, owner=None) for layer in old], new)
    for one, other in matches.pairs:
        if other is None:
            yield Removed(one)
        elif details := tuple(_layer_details(one, other, tolerance)):
            yield Changed(one, other, details)
    yield from map(Added, matches.extra)


def _layer_details(one: Segment, other: Segment, tolerance: int) -> Iterator[PropertyChange]:
    for key in ("role", "texts", "name"):
        if getattr(one, key) != getattr(other, key):
            yield PropertyChange(key, getattr(one, key), getattr(other, key))
    if not (one.start.is_near(other.start, tolerance) and one.end.is_near(other.end, tolerance)):
        keeps_length = one.length.is_near(other.length, tolerance)
        yield PropertyChange("moved" if keeps_length else "retimed", one, other)
    yield from _property_details(one, other, tolerance)


def _property_details(one: Segment, other: Segment, tolerance: int) -> Iterator[PropertyChange]:
    yield from property_changes(one.properties, other.properties, tolerance)
    for what in sorted(set(one.unreadable) ^ set(other.unreadable)):
        was, now = (what if what in piece.unreadable else None for piece in (one, other))
        yield PropertyChange("unreadable", was, now)
