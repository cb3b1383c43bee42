"""The plain fold: every edit looks at every segment. Slow, and the referee of the one that is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import singledispatch

from nemo_spec.compile import Program
from nemo_spec.language.values import DAY
from nemo_spec.timeline import deltas
from nemo_spec.timeline.main_track import (
    HEADS,
    clipped_fade,
    cuts_of,
    divided,
    held,
    is_unmoved,
    mended,
    turned,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly
from nemo_spec.timeline.properties import AT_THE_TAIL

Moved = Callable[[int], int]


def plainly_folded(program: Program) -> Timeline:
    """The timeline after all instructions of a program."""
    timeline = Timeline(silences=program.predicted.silences)
    for step in program.instructions:
        timeline = plain_fold(timeline, step.deltas)
    return timeline


def plain_fold(timeline: Timeline, edits: Iterable[deltas.Delta]) -> Timeline:
    """The timeline after the deltas; the given one stays as it is."""
    after = replace(timeline.copy(), main=[*timeline.main], layers=[*timeline.layers])
    for edit in edits:
        carry_out(edit, after)
    return after


@singledispatch
def carry_out(edit: deltas.Delta, timeline: Timeline) -> None:
    """Change the timeline as the edit would. What concerns no more than the canvas is the delta's own."""
    edit.apply(timeline)


@carry_out.register
def _(edit: deltas.AddLayer, timeline: Timeline) -> None:
    timeline.layers = [*timeline.layers, trimmed(edit.layer, timeline.length)]


@carry_out.register
def _(edit: deltas.Assemble, timeline: Timeline) -> None:
    main, position = list[Segment](), exactly(0)
    for index, piece in enumerate(edit.pieces):
        if index and edit.fade:
            position = position.shifted(-edit.fade)
            piece = piece.with_properties(transition=edit.fade, overlap=True)
            piece = of_kind(piece, edit.kind)
        end = position.plus(piece.length)
        main.append(piece.moved(position, end))
        position = end
    timeline.main, timeline.length = main, position


@carry_out.register
def _(edit: deltas.Append, timeline: Timeline) -> None:
    end = timeline.length.plus(edit.piece.length)
    timeline.main = [*timeline.main, edit.piece.moved(timeline.length, end)]
    timeline.length = end


@carry_out.register
def _(edit: deltas.Cut, timeline: Timeline) -> None:
    def moved(time: int) -> int:
        return time - sum(min(time, end) - start for start, end in edit.ranges if start < time)

    with fades_at_the_ends(timeline):
        if timeline.is_exact:
            parts = divided(timeline.main, [edge for cut in edit.ranges for edge in cut])
            timeline.main = [p for p in parts if moved(p.end.lo) > moved(p.start.lo)]
        retime(timeline, moved)


@carry_out.register
def _(edit: deltas.Split, timeline: Timeline) -> None:
    with fades_at_the_ends(timeline):
        timeline.main = divided(timeline.main, [edit.at], "cut")


@carry_out.register
def _(edit: deltas.Retime, timeline: Timeline) -> None:
    def moved(time: int) -> int:
        if time <= edit.start:
            return time
        inside = min(time, edit.end) - edit.start
        lasts = (inside * 2000 + edit.factor) // (2 * edit.factor)
        if edit.upto:
            lasts = ramped(edit, inside)
        return edit.start + lasts + max(0, time - edit.end)

    def faster(piece: Segment) -> Segment:
        inside = edit.start <= piece.start.lo and piece.end.lo <= edit.end
        speed = piece.properties.get("speed", 1)
        if not inside or piece.uncertain or is_unmoved(piece) or not isinstance(speed, int | float):
            return piece
        if edit.upto or "speed_to" in piece.properties:
            return edit._faster(piece)
        return piece.with_properties(speed=round(speed * edit.factor / 1000, 6))

    with fades_at_the_ends(timeline):
        if timeline.is_exact:
            parts = divided(timeline.main, [edit.start, edit.end])
            timeline.main = [faster(part) for part in parts]
        retime(timeline, moved)


def ramped(edit: deltas.Retime, inside: int) -> int:
    """The time of a part of a ramp: its way over the mean of the speeds at its ends."""
    length = edit.end - edit.start
    squares = (edit.factor / 1000) ** 2, (edit.upto / 1000) ** 2
    now = (squares[0] + (squares[1] - squares[0]) * inside / length) ** 0.5
    both = edit.factor + edit.upto
    if inside == length:
        return (4000 * length + both) // (2 * both)
    return int(2 * inside / (edit.factor / 1000 + now) + 0.5)


@carry_out.register
def _(edit: deltas.FreezeFrame, timeline: Timeline) -> None:
    if not timeline.main:
        return
    with fades_at_the_ends(timeline):
        end, duration = timeline.length, edit.duration
        if edit.at == "end" or (end.is_exact and edit.at >= end.lo):
            timeline.main = [*timeline.main, held(timeline.main[-1], end, duration)]
            timeline.length = end.plus(exactly(duration))
        else:
            _hold(timeline, edit.at, duration)


def _hold(timeline: Timeline, at: int, duration: int) -> None:
    pieces = divided(timeline.main, [at])
    before = [piece for piece in pieces if piece.end.hi <= at]
    after = [piece for piece in pieces if piece.end.hi > at]
    frozen = held((after or before[-1:])[0], exactly(at), duration)
    retime(
        timeline,
        lambda time: time if time <= at else time + duration,
        lambda time: time if time < at else time + duration,
    )
    later = [p.moved(p.start.shifted(duration), p.end.shifted(duration)) for p in after]
    timeline.main = mended([*before, frozen, *later])


@carry_out.register
def _(edit: deltas.Reverse, timeline: Timeline) -> None:
    if timeline.is_exact:
        with fades_at_the_ends(timeline):
            timeline.main = turned(timeline.main, timeline.length.lo)


@carry_out.register
def _(edit: deltas.RemoveUnknown, timeline: Timeline) -> None:
    before = timeline.length
    lo, hi = edit.removed or Interval(0, before.hi - (edit.left.lo if edit.left else 0))
    timeline.length = edit.left or Interval(max(0, before.lo - hi), max(0, before.hi - lo))
    most, longest = min(max(0, hi), before.hi), timeline.length.hi
    later = max(0, longest - before.hi)
    timeline.main = [
        replace(
            piece,
            start=earlier(piece.start, most, longest, later),
            end=earlier(piece.end, most, longest, later),
            uncertain=True,
        )
        for piece in timeline.main
    ]
    timeline.layers = [
        trimmed(layer, timeline.length)
        if layer.role == "music"
        else layer.moved(
            earlier(layer.start, most, later=later), earlier(layer.end, most, later=later)
        )
        for layer in timeline.layers
    ]


@carry_out.register
def _(edit: deltas.SetProperties, timeline: Timeline) -> None:
    whole = edit.start == 0 and edit.end >= timeline.length.hi
    with fades_at_the_ends(timeline):
        if timeline.is_exact and not whole:
            timeline.main = divided(timeline.main, [edit.start, edit.end])
        timeline.main = [
            piece.with_properties(**edit.properties)
            if whole or (edit.start <= piece.start.lo and piece.end.hi <= edit.end)
            else piece
            for piece in timeline.main
        ]


@carry_out.register
def _(edit: deltas.RotateBy, timeline: Timeline) -> None:
    def turned_further(piece: Segment) -> Segment:
        before = piece.properties.get("rotate", 0)
        degrees = edit.degrees + (before if isinstance(before, int | float) else 0)
        return piece.with_properties(rotate=degrees % 360 or None)

    timeline.main = [turned_further(piece) for piece in timeline.main]


@carry_out.register
def _(edit: deltas.FadeVideo, timeline: Timeline) -> None:
    if timeline.main:
        index = 0 if edit.key == "fade_in" else len(timeline.main) - 1
        clipped = clipped_fade(edit.duration, timeline.length)
        put(timeline, index, **{edit.key: clipped})


@carry_out.register
def _(edit: deltas.Transition, timeline: Timeline) -> None:
    cuts = dict(cuts_of(timeline.main))
    nearest = min(cuts, key=lambda index: abs(cuts[index] - edit.at), default=None)
    if nearest is not None and abs(cuts[nearest] - edit.at) <= 250:
        put(timeline, nearest, transition=edit.duration, transition_kind=None)
        timeline.main[nearest] = of_kind(timeline.main[nearest], edit.kind)


def of_kind(piece: Segment, kind: str) -> Segment:
    return piece if kind == "fade" else piece.with_properties(transition_kind=kind)


def put(timeline: Timeline, index: int, **properties: object) -> None:
    main = [*timeline.main]
    main[index] = main[index].with_properties(**properties)
    timeline.main = main


def retime(timeline: Timeline, moved: Moved, begun: Moved | None = None) -> None:
    timeline.length = mapped(timeline.length, moved)
    timeline.main = mended(
        [p.moved(mapped(p.start, moved), mapped(p.end, moved)) for p in timeline.main]
    )
    begun, length = begun or moved, timeline.length
    layers = [
        trimmed(layer, length)
        if layer.role == "music"
        else layer.moved(mapped(layer.start, begun), mapped(layer.end, moved))
        for layer in timeline.layers
    ]
    timeline.layers = [layer for layer in layers if layer.end.hi > layer.start.lo]


def mapped(time: Interval, moved: Moved) -> Interval:
    return Interval(moved(time.lo), moved(time.hi))


def trimmed(layer: Segment, length: Interval) -> Segment:
    earliest = max(layer.start.lo, min(layer.end.lo, length.lo))
    end = Interval(earliest, min(layer.end.hi, length.hi))
    return layer if end == layer.end else layer.moved(layer.start, end)


def earlier(time: Interval, most: int, longest: int = DAY, later: int = 0) -> Interval:
    return Interval(max(0, time.lo - most), min(time.hi + later, longest))


@contextmanager
def fades_at_the_ends(timeline: Timeline) -> Iterator[None]:
    fades = []
    for index, keys in ((0, HEADS), (-1, AT_THE_TAIL)):
        properties = timeline.main[index].properties if timeline.main else {}
        taken = {key: properties[key] for key in keys if key in properties}
        if taken:
            put(timeline, index, **dict.fromkeys(taken))
        fades.append((index, taken))
    yield
    for index, taken in fades:
        if timeline.main and taken:
            clipped = {key: clipped_fade(fade, timeline.length) for key, fade in taken.items()}
            put(timeline, index, **clipped)


@contextmanager
def plainly() -> Iterator[None]:
    """Within this, every edit is folded plainly, whoever folds it."""
    fast = {kind: kind.apply for kind in carry_out.registry if kind not in (object, deltas.Delta)}
    for kind in fast:
        kind.apply = carry_out
    try:
        yield
    finally:
        for kind, apply in fast.items():
            kind.apply = apply
