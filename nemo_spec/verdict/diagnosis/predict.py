"""Predict the video of a draft after some instructions, without the drafts in between."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import Append, Delta, FreezeFrame, RemoveUnknown, Retime, Split
from nemo_spec.timeline.main_track import (
    OF_A_STILL,
    cut_starts,
    has_cut,
    is_unmoved,
    speeds_over,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.properties import ARRANGING, AT_THE_HEAD, AT_THE_TAIL, LINKS
from nemo_spec.timeline.ramps import speeds_of
from nemo_spec.timeline.track_diff import MATERIAL, Part, diff_main_tracks
from nemo_spec.verdict.diagnosis.parts_later import hides, is_part, lengths_before, parts_later
from nemo_spec.verdict.differences import contradictions, main_differences
from nemo_spec.verdict.speech import longest_lost, lost_speech

_UNSETTLED = 10_000_000
"""What a problem weighs while the pieces are unknown: more than three hours of wrong video, so that a
prediction with fewer such problems is always nearer."""
_EDGE = 500
"""What a missing fade or cut weighs, in milliseconds: it has no length of its own."""
_MATERIAL_WEIGHT = 8
"""Other material weighs more than another level or colour of it, even of several at once."""


class Acted(NamedTuple):
    """What one instruction did in a prediction: its deltas, and the length of the video before and
    after them."""

    deltas: Sequence[Delta]
    before: Interval
    after: Interval


class Snapshot(NamedTuple):
    """A timeline after so many instructions, nothing in it uncertain."""

    number: int
    timeline: Timeline


_EVERY = 16
"""Instructions between two snapshots: a copy costs about as much as they do."""


@dataclass(frozen=True, slots=True)
class Predicted:
    """The timeline after some instructions, and the problems of the draft's video with it.

    `acted` is what the instructions from the one after the snapshot on did.
    """

    timeline: Timeline
    problems: list[str] = field(default_factory=list)
    acted: list[Acted] = field(default_factory=list)


def acts_on_video(step: Instruction) -> bool:
    """Whether an instruction does anything to the main track."""
    return any(delta.on == "video" for delta in step.deltas)


def predict(
    steps: Sequence[Instruction],
    actual: Timeline,
    since: Snapshot | None = None,
    snapshots: list[Snapshot] | None = None,
) -> Predicted:
    """Fold every step. After the last one that moves time, take what only the service knows from the
    draft, so that later changes to the picture are exact.

    Goes on from the snapshot `since`, which the same first steps left behind in `snapshots`.
    """
    count, begun = since or Snapshot(0, Timeline(silences=actual.silences))
    timeline, acted = begun.copy(), list[Acted]()
    unsure, vague = list[Delta](), False
    origins: Timeline | None = None
    settled, tolerance = last_in_time(steps), tolerance_of(steps)
    for number in range(count, len(steps)):
        vague = vague or not timeline.is_exact
        if snapshots is not None and number % _EVERY == 0 and not vague:
            snapshots.append(Snapshot(number, timeline.copy()))
        before, deltas = timeline.length, steps[number].on(timeline)
        if vague and timeline.is_uncertain:
            unsure += [delta for delta in deltas if delta.trace]
        for delta in deltas:
            if not (is_part(delta) and timeline.is_uncertain):
                delta.apply(timeline)
            if origins and _leaves_whole(delta):
                delta.apply(origins)
        if origins is None and timeline.is_uncertain:
            origins = timeline.copy()
        vague = vague or any(isinstance(delta, RemoveUnknown) for delta in deltas)
        acted.append(Acted(deltas, before, timeline.length))
        if number != settled or origins is None or not timeline.is_uncertain:
            continue
        done = [delta for step in acted for delta in step.deltas]
        problems = [
            *main_differences(_settled(timeline), _settled(actual), tolerance),
            *lost_speech(timeline, actual, longest_lost(done)),
            *_not_seen(unsure, origins, actual, tolerance),
        ]
        if problems:
            _go_on(timeline, steps[number + 1 :], acted)
            return Predicted(timeline, problems, acted)
        later, unplaced = parts_later(steps[count:], acted, actual.length.lo)
        anywhere = [*unsure, *(delta for delta in done if isinstance(delta, RemoveUnknown))]
        kept = {key for delta in anywhere for key in delta.sets} | unplaced
        if removed := _removed_by_length(acted, actual.length.lo, tolerance):
            timeline.layers = _layers_without(removed, begun, acted)
        timeline.main = _adopted(origins.main, actual.main, kept)
        timeline.length = actual.length
        for one in later:
            one.apply(timeline)
        vague, snapshots = False, None
    return Predicted(timeline, _problems(timeline, actual, tolerance), acted)


def _layers_without(
    removed: Interval, begun: Timeline, acted: Sequence[Acted]
) -> Sequence[Segment]:
    """The layers where so much (ms) was removed where only the service knows."""
    timeline = begun.copy()
    for delta in (delta for one in acted for delta in one.deltas):
        if isinstance(delta, RemoveUnknown) and not delta.left:
            delta = replace(delta, removed=removed)
        if delta.on == "layers" or delta.moves_time:
            delta.apply(timeline)
    return timeline.layers


def _removed_by_length(acted: Sequence[Acted], length: int, tolerance: int) -> Interval | None:
    """How much (ms) was removed where only the service knows; None where a length does not tell."""
    hiding = [n for n, one in enumerate(acted) if hides(one.deltas)]
    if len(hiding) != 1:
        return None
    before = acted[hiding[0]].before
    left = next(iter(lengths_before(acted[hiding[0] + 1 :], length)), length)
    if left is None:
        return None
    return Interval(max(0, before.lo - left - tolerance), max(0, before.hi - left + tolerance))


def _problems(timeline: Timeline, actual: Timeline, tolerance: int) -> list[str]:
    unread = unread_properties(actual)
    wanted, found = (
        _with_only(one, lambda key: key not in unread) if unread else one
        for one in (timeline, actual)
    )
    problems = [*main_differences(wanted, found, tolerance), *contradictions(actual, tolerance)]
    return problems or list(_lost_cuts(timeline, actual, tolerance))


def _go_on(timeline: Timeline, steps: Sequence[Instruction], acted: list[Acted]) -> None:
    for step in steps:
        before, deltas = timeline.length, step.on(timeline)
        for delta in deltas:
            delta.apply(timeline)
        acted.append(Acted(deltas, before, timeline.length))


def unread_properties(actual: Timeline) -> list[str]:
    """What of the picture and its sound cannot be read somewhere in the video."""
    return sorted({what for piece in actual.main for what in piece.unreadable})


def last_in_time(steps: Sequence[Instruction]) -> int:
    """The number of the last step that moves time; -1 where none does."""
    moving = (n for n, s in enumerate(steps) if any(d.moves_time for d in s.deltas))
    return max(moving, default=-1)


def tolerance_of(steps: Sequence[Instruction]) -> int:
    """The largest tolerance (ms) of the instructions on the video."""
    return max((step.tolerance for step in steps if acts_on_video(step)), default=0)


def _with_only(timeline: Timeline, keeps: Callable[[str], bool]) -> Timeline:
    """The timeline with only some properties of its main track."""
    kept = [{k: v for k, v in p.properties.items() if keeps(k)} for p in timeline.main]
    main = zip(timeline.main, kept, strict=True)
    return replace(timeline, main=[p.remade(p.start, p.end, p.source, some) for p, some in main])


def _settled(timeline: Timeline) -> Timeline:
    """Without what a later line may yet change: levels, colours, fades."""
    return _with_only(timeline, ARRANGING.__contains__)


def _leaves_whole(delta: Delta) -> bool:
    """Whether it divides no piece of which only the service knows what became."""
    at_the_end = isinstance(delta, FreezeFrame) and delta.at == "end"
    moves = delta.moves_time or isinstance(delta, Split) or is_part(delta)
    return at_the_end or isinstance(delta, Append) or not moves


def _not_seen(
    unsure: Sequence[Delta], origins: Timeline, actual: Timeline, tolerance: int
) -> Iterator[str]:
    """What should be somewhere in the video, nobody knows where exactly, and is nowhere."""
    is_even = all(speeds_of(piece.properties) == (1, 1) for piece in origins.main)
    for delta in unsure:
        if isinstance(delta, Retime) and not is_even:
            continue  # how fast it plays then depends on the place
        if not any(delta.has_left(piece, tolerance) for piece in actual.main):
            yield f"no {delta.trace}"


def _adopted(
    predicted: Sequence[Segment], actual: Sequence[Segment], kept: Collection[str]
) -> list[Segment]:
    """The pieces of the draft with the properties that they should have; `kept` are as they are there."""
    pairs = list(zip(actual, _origins(predicted, actual), strict=True))
    ends = dict[int, tuple[Segment, Segment]]()
    for piece, origin in pairs:
        first, _ = ends.get(id(origin), (piece, piece))
        ends[id(origin)] = first, piece
    return [
        _part(piece, origin, ends[id(origin)], kept) if origin else piece for piece, origin in pairs
    ]


def _origins(predicted: Sequence[Segment], actual: Sequence[Segment]) -> Iterator[Segment | None]:
    """Of which predicted piece each one is a part: the next that shows it, else any that does; first of
    all one that is held as it is, or moves as it does."""
    pieces, since = list(predicted), 0
    for piece in actual:
        order = (*range(since, len(pieces)), *range(since))
        shown = [index for index in order if _shows(pieces[index], piece)]
        alike = (index for index in shown if is_unmoved(pieces[index]) == is_unmoved(piece))
        found = next(alike, shown[0] if shown else None)
        since = since if found is None else found
        yield None if found is None else pieces[found]


def _part(
    piece: Segment, origin: Segment, ends: tuple[Segment, Segment], kept: Collection[str]
) -> Segment:
    """One of the pieces that an origin was cut into; `ends` are the first and the last of them."""
    inside = AT_THE_HEAD if piece is not ends[0] else frozenset[str]()
    if piece is not ends[1]:
        inside |= AT_THE_TAIL
    inside |= set(kept)
    if is_unmoved(piece) and not is_unmoved(origin):
        inside |= OF_A_STILL
    properties = {key: value for key, value in origin.properties.items() if key not in inside}
    if "speed_to" in properties and piece.source:
        ramp = speeds_over(origin, piece.source)
        properties |= {key: value for key, value in ramp.items() if value is not None}
    properties |= {key: piece.properties[key] for key in kept if key in piece.properties}
    return replace(piece, properties=properties, owner=origin.owner)


def _shows(origin: Segment, piece: Segment) -> bool:
    if origin.name != piece.name or origin.role != piece.role:
        return False
    if not origin.source or not piece.source:
        return True
    middle = sum(piece.source) / 2
    return origin.source[0] <= middle <= origin.source[1]


def _lost_cuts(expected: Timeline, actual: Timeline, tolerance: int) -> Iterator[str]:
    times = cut_starts(actual.main)
    for piece in expected.main:
        if piece.properties.get("cut") and not has_cut(times, piece.start.lo, tolerance):
            yield f"no cut at {piece.start.lo / 1000:g} s"


def distance(predicted: Predicted, actual: Timeline) -> int:
    """How far the draft's video is from a predicted one, in weighted milliseconds; 0 for the same."""
    if not predicted.problems:
        return 0
    expected = predicted.timeline
    off = max(0, expected.length.lo - actual.length.lo, actual.length.lo - expected.length.hi)
    if expected.is_uncertain:
        return 1 + off + _UNSETTLED * len(predicted.problems)
    parts = diff_main_tracks(expected.main, actual.main, 1)
    return 1 + off + sum(map(weight, parts))


def weight(part: Part) -> int:
    """What one part adds to the distance."""
    is_other = part.key == MATERIAL or part.key in ARRANGING - LINKS
    return max(_EDGE, part.end - part.start) * (_MATERIAL_WEIGHT if is_other else 1)
