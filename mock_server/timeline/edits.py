"""Edits of the main track: cut, keep, split, speed, reverse, freeze, insert."""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from mock_server.timeline.properties import PROPERTIES, at_edge, set_values
from mock_server.timeline.timemap import Piece, TimeMap, moved
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, checked_length, end_of

Span = tuple[int, int]
_LASTING = ("title", "last_id")


def cut(timeline: Timeline, spans: Iterable[Span]) -> int:
    """Remove the spans (ms) and close the gaps. Returns how many ms that removed."""
    gone = united(spans, timeline.duration)
    before = timeline.duration
    pieces = [Piece(a, b, b - a) for a, b in between(gone, before)]
    if not pieces:
        raise CannotEdit("nothing_left")
    _rebuild(timeline, pieces)
    return before - timeline.duration


def keep(timeline: Timeline, spans: Iterable[Span]) -> int:
    """Keep only the spans (ms). Returns how many ms that removed."""
    return cut(timeline, between(united(spans, timeline.duration), timeline.duration))


def empty(timeline: Timeline) -> None:
    """Remove everything. The canvas is that of the next clip (assumed); ids are never given again."""
    timeline.main, timeline.layers = [], []
    timeline.meta = {key: timeline.meta[key] for key in _LASTING if key in timeline.meta}


def split(timeline: Timeline, at: int) -> None:
    """Split the segment at `at` (ms). Raises CannotEdit where there already is a cut."""
    if not 0 < at < timeline.duration or any(segment["s"] == at for segment in timeline.main):
        raise CannotEdit("no_split", at=at)
    divide(timeline, (at,))


def speed(timeline: Timeline, factor: Fraction, span: Span, to: Fraction | None = None) -> None:
    """Play the span (ms) `factor` times as fast, or evenly faster or slower up `to` another factor; its
    duration is rounded half up. Raises CannotEdit."""
    start, end = span
    upto = factor if to is None else to
    for one in (factor, upto):
        if not Fraction(1, 10) <= one <= 10:
            raise CannotEdit("speed_limits", factor=float(one))
    length = int(Fraction(2 * (end - start)) / (factor + upto) + Fraction(1, 2))
    ramp = None if factor == upto else (float(factor), float(upto))
    checked_length(timeline.duration - (end - start) + checked_length(length))
    duration = timeline.duration
    _rebuild(
        timeline,
        [
            Piece(0, start, start),
            Piece(start, end, length, ramp),
            Piece(end, duration, duration - end),
        ],
        factor,
        span,
    )


def normal_speed(timeline: Timeline) -> None:
    """Play every segment at the speed at which it was recorded. Raises CannotEdit.

    A ramp plays as much of its file as its average speed does."""
    for index in range(len(timeline.main)):
        segment = timeline.main[index]
        first, last = (Fraction(str(end)) for end in speeds(segment))
        factor = (first + last) / 2
        if first != last:
            _set_speeds(segment, float(factor), float(factor))
        if factor != 1:
            speed(timeline, 1 / factor, (segment["s"], end_of(segment)))


def reverse(timeline: Timeline, span: Span) -> None:
    """Play the span (ms) backwards: its segments in reverse order, each of them reversed."""
    start, end = span
    fades = _taken_fades(timeline)
    divide(timeline, (start, end))
    inside = [one for one in timeline.main if start <= one["s"] and end_of(one) <= end]
    first = timeline.main.index(inside[0])
    links = [one.pop("tr", None) for one in inside]
    entrance = links[0]
    turned = [_turned(one, start + end - end_of(one)) for one in reversed(inside)]
    for one, link in zip(turned[1:], reversed(links[1:]), strict=True):
        set_values(one, {"tr": link})
    set_values(turned[0], {"tr": entrance})
    timeline.main[first : first + len(inside)] = turned
    _give_fades(timeline, fades)


def freeze(timeline: Timeline, at: int, length: int) -> None:
    """Hold the frame at `at` (ms) for `length` ms and shift what follows. Raises CannotEdit."""
    _need_room(timeline, at, length)
    fades = _taken_fades(timeline)
    divide(timeline, (at,))
    showing = next((one for one in timeline.main if end_of(one) > at), timeline.main[-1])
    _put_in(timeline, _held(timeline, showing, at, length))
    _give_fades(timeline, fades)


def insert(timeline: Timeline, segment: Segment) -> None:
    """Put a segment where it begins, and shift what follows. Raises CannotEdit, also where there is a
    transition."""
    at = segment["s"]
    _need_room(timeline, at, segment["d"])
    if any("tr" in one and one["s"] <= at <= one["s"] + one["tr"]["d"] for one in timeline.main):
        raise CannotEdit("has_transition", at=at)
    fades = _taken_fades(timeline)
    divide(timeline, (at,))
    _put_in(timeline, segment)
    _give_fades(timeline, fades)


def _need_room(timeline: Timeline, at: int, length: int) -> None:
    duration = timeline.duration
    checked_length(duration + checked_length(length))
    if not 0 <= at <= duration:
        raise CannotEdit("outside", at=at, duration=duration)


def _put_in(timeline: Timeline, segment: Segment) -> None:
    """Shift what follows the beginning of a segment, at which the main track is divided."""
    at, length, duration = segment["s"], segment["d"], timeline.duration
    before = [one for one in timeline.main if end_of(one) <= at]
    after = [one | {"s": one["s"] + length} for one in timeline.main if one["s"] >= at]
    timeline.main = [*before, segment, *after]
    pieces = [Piece(0, at, at), Piece(at, at, length), Piece(at, duration, duration - at)]
    timeline.layers = moved(timeline.layers, TimeMap(pieces))


def united(spans: Iterable[Span], duration: int) -> list[Span]:
    """The spans sorted, clipped to the timeline, touching ones joined."""
    found: list[Span] = []
    for start, end in sorted((max(0, a), min(b, duration)) for a, b in spans):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def between(spans: list[Span], duration: int) -> list[Span]:
    """The gaps between the (united) spans, ms."""
    edges = [0, *(edge for span in spans for edge in span), duration]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(start, end) for start, end in pairs if end > start]


def slice_of(segment: Segment, start: int, end: int) -> Segment:
    """The part of a segment between two of its own times (ms from its start)."""
    piece = segment | {"d": end - start}
    low, high = segment.get("in", 0), segment.get("out", 0)
    if high <= low:
        return piece
    first, last = (_played(segment, high - low, time) for time in (start, end))
    if "speed_to" in segment:
        begins, ends = speeds(segment)
        slope = (ends - begins) / segment["d"]
        _set_speeds(piece, begins + slope * start, begins + slope * end)
    if segment.get("reverse"):
        first, last = high - low - last, high - low - first
    if last <= first:
        first, last = (first, first + 1) if first < high - low else (first - 1, first)
    return piece | {"in": low + first, "out": low + last}


def _played(segment: Segment, whole: int, time: int) -> int:
    """How much of its material (ms) a segment has played after so many ms."""
    first, last = speeds(segment)
    if first == last:
        return _part(whole, time, segment["d"])
    now = first + (last - first) * time / segment["d"]
    return round(whole * time * (first + now) / (segment["d"] * (first + last)))


def _part(whole: int, time: int, duration: int) -> int:
    return (2 * whole * time + duration) // (2 * duration)


def divide(timeline: Timeline, times: Iterable[int]) -> None:
    edges = [0, *sorted(times), timeline.duration]
    _rebuild(timeline, [Piece(a, b, b - a) for a, b in pairwise(edges) if b > a])


def _rebuild(
    timeline: Timeline,
    pieces: list[Piece],
    factor: Fraction = Fraction(1),
    scaled: Span | None = None,
) -> None:
    """Put the pieces of the main track one after another and move the layers along."""
    fades = _taken_fades(timeline)
    _settle(timeline, pieces)
    times = TimeMap(pieces)
    seen: set[str] = set()
    main: list[Segment] = []
    for piece, offset in zip(times.pieces, times.offsets, strict=True):
        by = factor if scaled == (piece.start, piece.end) else Fraction(1)
        for segment in timeline.main:
            part = _placed(segment, piece, offset, by)
            if part is not None:
                if part["id"] in seen:
                    part["id"] = timeline.new_id("sg")
                seen.add(part["id"])
                main.append(part)
    timeline.main = main
    timeline.layers = moved(timeline.layers, times)
    _mend(timeline)
    _give_fades(timeline, fades)


def _placed(segment: Segment, piece: Piece, offset: int, factor: Fraction) -> Segment | None:
    start, end = max(segment["s"], piece.start), min(end_of(segment), piece.end)
    if start >= end:
        return None
    new_start, new_end = piece.at(start), piece.at(end)
    if new_end <= new_start:
        return None
    part = slice_of(segment, start - segment["s"], end - segment["s"])
    part |= {"s": offset + new_start, "d": new_end - new_start}
    if start > segment["s"]:
        part = _without(part, at_edge("start"))
    if end < end_of(segment):
        part = _without(part, at_edge("end"))
    if (factor != 1 or piece.ramp) and part.get("out", 0) > part.get("in", 0):
        first, last = speeds(part)
        if piece.ramp:
            _set_speeds(part, first * piece.speed(start), last * piece.speed(end))
        else:
            _set_speeds(part, first * float(factor), last * float(factor))
    return part


def speeds(segment: Segment) -> tuple[float, float]:
    """How fast it plays at its start and its end."""
    first: float = segment.get("speed", 1)
    return first, segment.get("speed_to", first)


def _set_speeds(segment: Segment, first: float, last: float) -> None:
    first, last = round(first, 6), round(last, 6)
    set_values(segment, {"speed": first, "speed_to": None if first == last else last})


def _settle(timeline: Timeline, pieces: list[Piece]) -> None:
    """Turn joined fades that an edge of a piece falls into into cuts."""
    for before, after in pairwise(timeline.main):
        start, end = after["s"], end_of(before)
        inside = any(piece.start <= start and end <= piece.end for piece in pieces)
        if end > start and not inside:
            before.update(slice_of(before, 0, start - before["s"]))
            after.pop("tr", None)


def _mend(timeline: Timeline) -> None:
    """Close rounding gaps, and update the duration of joined fades."""
    at = 0
    for segment in timeline.main:
        link = segment.get("tr")
        if at == 0:
            segment.pop("tr", None)
        elif link and link.get("overlap") and segment["s"] < at:
            segment["tr"] = link | {"d": at - segment["s"]}
        at = end_of(segment)


def _turned(segment: Segment, start: int) -> Segment:
    turned = segment | {"s": start}
    set_values(turned, {row.key: segment.get(row.mirror) for row in PROPERTIES if row.mirror})
    if segment.get("out", 0) > segment.get("in", 0):
        set_values(turned, {"reverse": not segment.get("reverse")})
        if "speed_to" in segment:
            _set_speeds(turned, *reversed(speeds(segment)))
    return turned


def _held(timeline: Timeline, showing: Segment, at: int, length: int) -> Segment:
    """A segment that holds the frame which `showing` shows at the time `at`."""
    part = slice_of(showing, 0, max(1, min(at - showing["s"], showing["d"])))
    frame = part.get("in", 0) if showing.get("reverse") else part.get("out", 0)
    if at <= showing["s"]:
        frame = showing.get("out" if showing.get("reverse") else "in", 0)
    moving = tuple(row.key for row in PROPERTIES if row.motion)
    held = _without(showing, (*moving, *at_edge("start")))
    held |= {"id": timeline.new_id("sg"), "s": at, "d": length}
    if showing.get("still"):
        return held
    return held | {"in": frame, "out": frame, "freeze": True}


def _taken_fades(timeline: Timeline) -> tuple[int | None, int | None]:
    """Remove and return the fades of the whole video."""
    if not timeline.main:
        return None, None
    return timeline.main[0].pop("fade_in", None), timeline.main[-1].pop("fade_out", None)


def _give_fades(timeline: Timeline, fades: tuple[int | None, int | None]) -> None:
    for segment, key, value in (
        (timeline.main[0], "fade_in", fades[0]),
        (timeline.main[-1], "fade_out", fades[1]),
    ):
        if value is not None:
            set_values(segment, {key: min(value, timeline.duration)})


def _without(segment: Segment, keys: Iterable[str]) -> Segment:
    return {key: value for key, value in segment.items() if key not in keys}
