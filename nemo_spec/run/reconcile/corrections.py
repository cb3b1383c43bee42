"""The words of a correction: what is missing is asked for again where it belongs now, what is wrong goes.

What has been cut wrongly cannot be brought back by saying so; then there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from nemo_spec.compile import Instruction
from nemo_spec.language.values import Point, Range
from nemo_spec.media.cues import Cue
from nemo_spec.timeline.deltas import AddUnknownLayers, Delta
from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verbs.base import Edit, places_of
from nemo_spec.verbs.correction import Correction, can_go
from nemo_spec.verbs.text import Captions
from nemo_spec.verdict.differences import layer_differences
from nemo_spec.verdict.findings import Finding


class _NowhereKnown(Exception):
    """A time of a line has no known place in the draft as it is now."""


def correction(
    step: Instruction,
    finding: Finding,
    wanted: Timeline,
    now: Timeline,
    since: Sequence[Instruction],
    language: str,
) -> Instruction | None:
    """An instruction that puts a line right, or None.

    `wanted` holds the segments as they should be and `now` as they are, each given to its statement.
    `since` were carried out after the line: its times are mapped to where they lie now.
    """
    later = [delta for other in since for delta in other.deltas]
    gone: tuple[Segment, ...] = ()
    edit: Edit | None = None
    if any(delta.on == "layers" for delta in step.deltas):
        if any(isinstance(delta, AddUnknownLayers) for delta in step.deltas):
            theirs = (layer for layer in now.layers if layer.owner == step.owner)
            gone = tuple(sorted(theirs, key=lambda layer: layer.start.lo))
            edit = step.edit  # what is heard is heard where it is now
        else:
            wrong = _wrong(step, wanted, now)
            gone = tuple(segment for _, segment in wrong if segment is not None)
            edit = _laid_again(step.edit, [segment for segment, _ in wrong], now, bool(since))
    elif finding.status == "missing" or _is_repeatable(step):
        with suppress(_NowhereKnown):
            edit = moved(step.edit, later)
    if edit is None or not all(map(can_go, gone)):
        return None
    return _instruct(Correction(gone=gone, again=edit), step.owner, step.tolerance, language)


def removal(
    extras: Sequence[Segment], owner: int | None, tolerance: int, language: str
) -> Instruction | None:
    """An instruction that takes segments away which nobody asked for, or with an `owner` the second
    one of what that statement asked for once; None when they cannot be named."""
    if not extras or not all(map(can_go, extras)):
        return None
    edit = Correction(gone=tuple(extras), one_of_two=owner is not None)
    return _instruct(edit, owner, tolerance, language)


def _wrong(
    step: Instruction, wanted: Timeline, now: Timeline
) -> list[tuple[Segment, Segment | None]]:
    """The segments of a line that are not as they should be, with what is there instead."""
    theirs = [layer for layer in wanted.layers if layer.owner == step.owner]
    found = [layer for layer in now.layers if layer.owner == step.owner]
    return [pair for pair in match(theirs, found).pairs if not _is_met(*pair, step.tolerance)]


def _is_repeatable(step: Instruction) -> bool:
    return all(delta.repeatable for delta in step.deltas)


def _is_met(wanted: Segment, found: Segment | None, tolerance: int) -> bool:
    return found is not None and not list(layer_differences(wanted, found, tolerance))


def _instruct(edit: Edit, owner: int | None, tolerance: int, language: str) -> Instruction:
    return Instruction(owner, edit.instruct(language), (), tolerance, edit)


def _laid_again(edit: Edit, missing: Sequence[Segment], now: Timeline, later: bool) -> Edit | None:
    """The edit with what is missing of it, at the places where that belongs now."""
    if not missing:
        return edit
    if isinstance(edit, Captions) and edit.cues:
        texts = [segment.texts[0] for segment in missing]
        cues = [
            cue._replace(start=segment.start.lo, end=segment.end.lo)
            for cue, segment in zip(_cues(edit, texts), missing, strict=True)
        ]
        return edit.model_copy(update={"cues": tuple(cues)})
    if not later or len(missing) != 1:
        return None if later else edit
    segment = missing[0]
    if not (segment.start.is_exact and segment.end.is_exact):
        return None
    place = next(iter(places_of(type(edit))), None)
    if place and place.kind and place.kind.place == "point":
        return edit.model_copy(update={place.field: segment.start.lo})
    whole = segment.start.lo == 0 and segment.end.lo >= now.length.lo
    if (whole or segment.role == "voiceover") and not (place and getattr(edit, place.field)):
        return edit
    if place is None:
        return None
    return edit.model_copy(update={place.field: Range(segment.start.lo, segment.end.lo)})


def _cues(edit: Captions, texts: Iterable[str]) -> list[Cue]:
    left = list(edit.cues)
    found = []
    for text in texts:
        cue = next(cue for cue in left if cue.text == text)
        left.remove(cue)
        found.append(cue)
    return found


def moved(edit: Edit, since: Sequence[Delta]) -> Edit:
    """The edit with its times where they lie after further edits. Raises _NowhereKnown."""
    if not since:
        return edit
    update: dict[str, object] = {}
    for slot in places_of(type(edit)):
        content = getattr(edit, slot.field)
        if slot.many:
            update[slot.field] = tuple(_moved_place(place, since) for place in content)
        elif content is not None:
            update[slot.field] = _moved_place(content, since)
    return edit.model_copy(update=update)


def _moved_place(place: Range | Point, since: Sequence[Delta]) -> Range | Point:
    return _moved_range(place, since) if isinstance(place, Range) else _moved_point(place, since)


def _moved_range(range_: Range, since: Sequence[Delta]) -> Range:
    if range_.start < 0:
        _moved_point(0, since)
        return range_
    start = _moved_point(range_.start, since)
    end = _moved_point(range_.end, since)
    if start == end or start == "end":
        raise _NowhereKnown
    return Range(start, end)


def _moved_point(point: Point, since: Sequence[Delta]) -> Point:
    for delta in since:
        if not delta.maps_time:
            raise _NowhereKnown
        if point != "end" and point >= 0:
            moved = delta.moved(point)
            assert moved is not None
            point = moved
    return point
