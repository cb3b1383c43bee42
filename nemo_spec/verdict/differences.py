"""How a layer or the main track differs from the prediction, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from nemo_spec.timeline.colours import is_transparent
from nemo_spec.timeline.main_track import is_unmoved, merged
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.properties import (
    NOT_COMPARED,
    PropertyChange,
    label,
    property_changes,
    property_of,
    shown,
)
from nemo_spec.timeline.ramps import speeds_of
from nemo_spec.timeline.summary import normal, seconds, span
from nemo_spec.timeline.unknown_keys import is_bookkeeping

_TOO_LOW = {"heard": 0.01, "seen": 0.04}
"""The level (40 dB below what was recorded) and the opacity or size at which nothing is left."""
_ROUNDING = 1
"""Milliseconds by which a gap or an overlap may come from rounding: service and prediction round the
time of a cut once for either side."""


def layer_differences(expected: Segment, actual: Segment, tolerance: int) -> Iterator[str]:
    """Role, text, material, time and properties; `tolerance` in ms."""
    if expected.role != actual.role:
        yield f"a {actual.role} instead of a {expected.role}"
    if normal(expected.texts) != normal(actual.texts):
        yield f"text {_quoted(actual.texts)} instead of {_quoted(expected.texts)}"
    if expected.name and expected.name != actual.name:
        yield f"{actual.name or 'nothing'} instead of {expected.name}"
    times = (actual.start, expected.start), (actual.end, expected.end)
    if not all(time.within(wanted, tolerance) for time, wanted in times):
        yield f"at {span(actual)} instead of {span(expected)}"
    elif actual.end.hi <= actual.start.lo and expected.length.hi > tolerance:
        yield "its duration is zero"
    if expected.role == "music":
        yield from _other_beginning(expected, actual, tolerance)
    yield from property_differences(expected, actual, tolerance)
    if expected.owner is not None:
        yield from _unasked(expected, actual)


def _other_beginning(expected: Segment, actual: Segment, tolerance: int) -> Iterator[str]:
    """Material that does not play from where it should; from its start unless something else is said."""
    asked, begins = ((one.source or (0, 0))[0] for one in (expected, actual))
    if abs(begins - asked) > tolerance:
        instead = f" instead of {asked / 1000:g} s" if asked else ""
        yield f"it begins at {begins / 1000:g} s of its file{instead}"


def _unasked(expected: Segment, actual: Segment) -> Iterator[str]:
    """What is never left to the service, whether or not the recipe says anything of it."""
    asked = expected.properties.keys()
    for change in property_changes({}, actual.properties, 0, asked | NOT_COMPARED):
        key, _, value = change
        unasked = property_of(key).unasked
        if key == "hidden":
            yield "it is switched off"
        elif key == "color" and isinstance(value, str) and is_transparent(value):
            yield f"it cannot be seen: {label(key)} {shown(key, value)}"
        elif unasked == "never" or (key == "opacity" and expected.role == "effect"):
            yield _instead(change)
        elif isinstance(value, int | float) and value <= _TOO_LOW.get(unasked, -1):
            yield f"it cannot be {unasked}: {label(key)} {shown(key, value)}"


def unreadable(expected: Segment, actual: Segment) -> list[str]:
    """What the recipe asks for and the draft does not tell, or tells in an unknown way."""
    needed = ["start", "duration", "track type"]
    needed += ["text"] if expected.texts else []
    needed += ["name"] if expected.name else []
    found = [what for what in actual.unreadable if what in needed or what in expected.properties]
    return found + unknown_properties(expected.properties, [actual])


def doubts(expected: Segment, actual: Segment) -> list[str]:
    """The keys that nobody knows on what the recipe asks for."""
    return list(actual.doubts) if expected.owner is not None else []


def unknown_properties(wanted: Mapping[str, object], actual: Sequence[Segment]) -> list[str]:
    """The wanted properties that none of these segments has, while one has an unknown key that may be
    just that."""
    unknown = [one for segment in actual for one in segment.unknown]
    rows = ((key, value, property_of(key)) for key, value in wanted.items())
    return [
        f"{key} (perhaps {perhaps})"
        for key, value, row in rows
        if value != row.neutral
        and row.compared
        and not any(key in (*segment.properties, *segment.unreadable) for segment in actual)
        and (perhaps := _perhaps(key, row.unit.kind, unknown))
    ]


def _perhaps(key: str, kind: str, unknown: Sequence[tuple[str, str]]) -> str:
    """The first key, of those that nobody knows, that may be this property. What goes by a name that an
    editor keeps for itself is none, unless it is called like the property: `font_id`."""
    kinds = (kind, "number") if key == "position" else (kind,)
    fitting = (
        name
        for one in kinds
        for name, other in unknown
        if other == one and (key in name or not is_bookkeeping(tuple(name.split("."))))
    )
    return next(fitting, "")


def property_differences(expected: Segment, actual: Segment, tolerance: int) -> Iterator[str]:
    """Levels, fades, positions. What belongs to a statement may have more than that asks for."""
    without = NOT_COMPARED.union(actual.unreadable)
    if expected.owner is not None:
        without |= actual.properties.keys() - expected.properties.keys()
    for change in property_changes(expected.properties, actual.properties, tolerance, without):
        yield _instead(change)


def _instead(change: PropertyChange) -> str:
    key, wanted, found = change
    return f"{label(key)} {shown(key, found)} instead of {shown(key, wanted)}"


_SLIVER = 2
"""Milliseconds of a piece that rounding left: how it looks and plays cannot be seen, nor told exactly."""


def main_differences(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    """The main track: its length, its material, the order of it, its properties."""
    if not actual.length.within(expected.length, tolerance):
        yield f"the video lasts {seconds(actual.length)} s instead of {seconds(expected.length)} s"
        return
    if expected.main and not actual.main:
        yield "nothing is left of the video"
    yield from _gaps(actual.main)
    if any(piece.uncertain for piece in expected.main):
        yield from _strange(expected.main, actual.main, tolerance)
        yield from _disorder(expected.main, actual.main, tolerance)
    else:
        yield from _piece_differences(expected, actual, tolerance)


def _piece_differences(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    wanted, found = merged(expected.main), merged(actual.main)
    if len(wanted) != len(found):
        yield f"{len(found)} video segments instead of {len(wanted)}"
        return
    for one, other in zip(wanted, found, strict=True):
        if (one.name, one.role) != (other.name, other.role):
            shown = other.name if other.name != one.name else ""
            yield f"{shown or other.role} at {span(other)} instead of {(shown and one.name) or one.role}"
        elif not other.start.within(one.start, tolerance):
            yield f"video at {span(other)} instead of {span(one)}"
        elif one.source and other.source and not _near(one.source, other.source, tolerance):
            plays, asked = _range(other.source), _range(one.source)
            yield f"{one.name} {plays} instead of {asked} at {span(other)}"
        elif one.length.hi > _SLIVER:
            yield from (
                f"{text} at {span(other)}" for text in property_differences(one, other, tolerance)
            )


def _strange(
    expected: Sequence[Segment], actual: Sequence[Segment], tolerance: int
) -> Iterator[str]:
    """Material that none of the expected pieces plays."""
    sources: dict[tuple[str, str], list[tuple[int, int] | None]] = {}
    for piece in expected:
        sources.setdefault((piece.role, piece.name), []).append(piece.source)
    for piece in actual:
        known = sources.get((piece.role, piece.name), ())
        if not any(_lies_in(piece.source, source, tolerance) for source in known):
            part = f" {_range(piece.source)}" if known and piece.source else ""
            yield f"{piece.name or piece.role}{part} at {span(piece)} does not belong there"


def _range(source: tuple[int, int]) -> str:
    return f"{source[0] / 1000:g}-{source[1] / 1000:g}s"


def _lies_in(part: tuple[int, int] | None, whole: tuple[int, int] | None, tolerance: int) -> bool:
    return part is None or whole is None or Interval(*part).within(Interval(*whole), tolerance)


def _disorder(
    expected: Sequence[Segment], actual: Sequence[Segment], tolerance: int
) -> Iterator[str]:
    """Material that plays again, unless it was asked for several times; each generated scene is new."""
    once = {p.name for p in expected} - {name for name, _ in _jumps_back(expected, tolerance)}
    known = [one for one in actual if one.name in once and one.role != "generated"]
    for _, piece in _jumps_back(known, tolerance):
        yield f"the material is out of order at {span(piece)}"
        return


def _jumps_back(pieces: Sequence[Segment], tolerance: int) -> Iterator[tuple[str, Segment]]:
    """The pieces that play again what the one before them has played, by the name of that."""
    for one, other in pairwise(pieces):
        forward = one.name == other.name and not one.properties.get("reverse")
        if forward and one.source and other.source and other.source[0] + tolerance < one.source[1]:
            yield one.name, other


def impossible(draft: Timeline, tolerance: int) -> Iterator[str]:
    """What is wrong with a draft whatever the recipe says; `tolerance` in ms."""
    yield from _gaps(draft.main)
    yield from contradictions(draft, tolerance)


def contradictions(draft: Timeline, tolerance: int) -> Iterator[str]:
    """What a draft says that cannot be: it ends before its video does, or a piece plays more or less of
    its material than fits into it."""
    if draft.said is not None and draft.said + tolerance < draft.length.lo:
        yield f"the draft ends at {draft.said / 1000:g} s, its video at {seconds(draft.length)} s"
    for piece in draft.main:
        if not piece.length.hi and "duration" not in piece.unreadable:
            yield f"{piece.name or piece.role} at {span(piece)} has no length"
        if piece.source is None or is_unmoved(piece):
            continue
        plays = 2 * (piece.source[1] - piece.source[0]) / sum(speeds_of(piece.properties))
        is_known = not {"speed", "speed_to"} & {*piece.unreadable}
        if is_known and abs(plays - piece.length.lo) > tolerance:
            room = f"{piece.length.lo / 1000:g} s at {span(piece)}"
            yield f"{plays / 1000:g} s of {piece.name} do not fit into {room}"


def _gaps(pieces: Sequence[Segment]) -> Iterator[str]:
    position = 0
    for piece in pieces:
        if piece.start.lo > position + _ROUNDING:
            yield f"a gap of {(piece.start.lo - position) / 1000:g} s at {position / 1000:g} s"
        overlap = piece.properties.get("transition") if piece.properties.get("overlap") else 0
        if piece.start.lo < position - _ROUNDING - (overlap if isinstance(overlap, int) else 0):
            yield f"video overlaps at {piece.start.lo / 1000:g} s"
        position = piece.end.lo


def _near(one: tuple[int, int], other: tuple[int, int], tolerance: int) -> bool:
    return abs(one[0] - other[0]) <= tolerance and abs(one[1] - other[1]) <= tolerance


def _quoted(texts: Sequence[str]) -> str:
    return " ".join(f'"{text}"' for text in texts) or "(none)"
