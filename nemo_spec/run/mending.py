"""What to say so that a line which is not met becomes met: one targeted instruction.

What has been cut wrongly cannot be brought back by saying so; then there is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from nemo_spec.compile import Instruct, Program
from nemo_spec.edits.base import Edit
from nemo_spec.edits.material import Cue
from nemo_spec.edits.remedy import Remedy, can_go
from nemo_spec.edits.speech import quoted
from nemo_spec.edits.text import Captions
from nemo_spec.language.values import Point, Range
from nemo_spec.run.batches import batches
from nemo_spec.run.journal import Journal
from nemo_spec.run.policy import Policy
from nemo_spec.run.standing import Standing
from nemo_spec.timeline.delta import (
    Arrange,
    Canvas,
    Cut,
    Delta,
    FadeVideo,
    Hold,
    Lay,
    LayMany,
    Lift,
    Loosen,
    Mark,
    Reverse,
    Stretch,
    Transition,
    Unpredictable,
    fold,
)
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verify.differences import layer_differences
from nemo_spec.verify.findings import Finding
from nemo_spec.verify.matching import match
from nemo_spec.verify.whole import verify_whole

SURE = ("missing", "different", "duplicated")
"""What is not met whatever else may be put right; the rest may only be unreadable because of that."""
_ABOVE = (Lay, LayMany)
_HOPELESS = 1000
_REPEATABLE = (Mark, FadeVideo, Transition, Canvas)
"""What may be said again over a wrong one: it replaces, and adds nothing to what is there."""
_UNMAPPED = (Arrange, Loosen, Reverse, Unpredictable)
"""Edits after which nobody can say where a moment of the video lies now."""


class _NowhereKnown(Exception):
    """A time of a line has no known place in the draft as it is now."""


@dataclass(frozen=True, slots=True)
class Mender:
    """`dropped` are messages of this session that the recipe does not lead to any more."""

    program: Program
    policy: Policy
    dropped: Sequence[str]

    def fix(
        self,
        finding: Finding,
        extra: Segment | None,
        wanted: Timeline,
        now: Timeline,
        done: int,
    ) -> Instruct | None:
        """What to say about a finding, or None. `extra` is the segment that a finding about something
        more is about, `done` counts the instructions that were carried out."""
        steps, language = self.program.instructions, self.program.plan.language
        if finding.status in ("duplicated", "unrequested"):
            owner = finding.owner if finding.status == "duplicated" else None
            there = extra and _still(extra, now)
            if not there or not (owner is not None or self._is_to_go(there)):
                return None
            return removal([there], owner, _tolerance(self.program), language)
        number = next((n for n, step in enumerate(steps) if step.owner == finding.owner), done)
        if number >= done:
            return None
        return remedy(steps[number], finding, wanted, now, steps[number + 1 : done], language)

    def fixes(self, found: Standing) -> list[tuple[Finding, Instruct | None]]:
        """What to say about every finding on where a session stands. Everything that nobody asks for
        goes with one message."""
        todo = batches(self.program.instructions, self.policy.per)
        done = todo[found.done - 1].last if found.done else 0
        extras = [segment_at(found.timeline, finding.place) for finding in found.findings]
        going = [
            extra
            for finding, extra in zip(found.findings, extras, strict=True)
            if finding.status == "unrequested" and extra and self._is_to_go(extra)
        ]
        clearance = removal(going, None, _tolerance(self.program), self.program.plan.language)
        return [
            (finding, clearance if extra in going else None)
            if finding.status == "unrequested"
            else (finding, self._helpful(finding, extra, found, done))
            for finding, extra in zip(found.findings, extras, strict=True)
        ]

    def _helpful(
        self, finding: Finding, extra: Segment | None, found: Standing, done: int
    ) -> Instruct | None:
        """A fix of which it can be foreseen that it does not make the video worse: what is said late
        does not always do what it would have done in its place."""
        step = self.fix(finding, extra, found.wanted, found.timeline, done)
        deltas = () if step is None else step.on(found.timeline)
        if step is None or all(isinstance(delta, (Lift, *_ABOVE)) for delta in deltas):
            return step
        after = fold(found.timeline, deltas)
        if not after.is_exact:
            return step
        foreseen = verify_whole(self.program.up_to(done), after).findings
        return step if self._wrong(foreseen) < self._wrong(found.findings) else None

    def _wrong(self, findings: Sequence[Finding]) -> int:
        """How many lines about the video itself are not met."""
        above = {
            step.owner
            for step in self.program.instructions
            if all(isinstance(delta, _ABOVE) for delta in step.deltas)
        }
        return sum(finding.is_failure and finding.owner not in above for finding in findings)

    def work_left(self, found: Standing) -> int:
        """How many messages are to be sent yet. What cannot be put right counts as very many."""
        todo = batches(self.program.instructions, self.policy.per)
        fixes = self.fixes(found)
        hopeless = sum(finding.is_failure and step is None for finding, step in fixes)
        sent = len({id(step) for _, step in fixes if step is not None})
        return hopeless * _HOPELESS + sent + len(todo) - found.done

    def _is_to_go(self, extra: Segment) -> bool:
        """Whether to remove what nobody asks for: by the policy, or because a line that is no longer
        in the recipe had asked for it."""
        content = quoted((*extra.texts, extra.name)[0])
        told = self.policy.unrequested == "remove" or any(content in one for one in self.dropped)
        return told and can_go(extra)


def _tolerance(program: Program) -> int:
    return program.instructions[0].tolerance if program.instructions else 0


def no_longer_said(program: Program, policy: Policy, journal: Journal, session: str) -> list[str]:
    """The messages of a session that its recipe, which has changed since, does not lead to."""
    said = {batch.sentence for batch in batches(program.instructions, policy.per)}
    steps = journal.steps(session)
    told = (step.subject for step in steps if step.kind in ("instruct", "repair"))
    return [subject for subject in told if subject not in said]


def segment_at(timeline: Timeline, place: str) -> Segment | None:
    """What stands at a place of the draft above the video."""
    return next((layer for layer in timeline.layers if place and layer.place == place), None)


def _still(extra: Segment, now: Timeline) -> Segment | None:
    """The segment in the draft as it is now, where its place may be another."""
    alike = [layer for layer in now.layers if _key(layer) == _key(extra)]
    return alike[-1] if alike else None


def _key(segment: Segment) -> tuple[object, ...]:
    return segment.role, segment.name, segment.texts, segment.start, segment.owner


def remedy(
    step: Instruct,
    finding: Finding,
    wanted: Timeline,
    now: Timeline,
    since: Sequence[Instruct],
    language: str,
) -> Instruct | None:
    """An instruction that puts a line right, or None.

    `wanted` holds the segments as they should be and `now` as they are, each given to its statement.
    `since` were carried out after the line: its times are mapped to where they lie now.
    """
    if finding.status not in ("missing", "different"):
        return None
    later = [delta for other in since for delta in other.deltas]
    gone: tuple[Segment, ...] = ()
    edit: Edit | None = None
    if any(isinstance(delta, _ABOVE) for delta in step.deltas):
        wrong = _wrong(step, wanted, now)
        gone = tuple(segment for _, segment in wrong if segment is not None)
        edit = _laid_again(step.edit, [segment for segment, _ in wrong], now, bool(since))
    elif finding.status == "missing" or _is_repeatable(step):
        with suppress(_NowhereKnown):
            edit = moved(step.edit, later)
    if edit is None or not all(map(can_go, gone)):
        return None
    return _instruct(Remedy(gone=gone, again=edit), step.owner, step.tolerance, language)


def removal(
    extras: Sequence[Segment], owner: int | None, tolerance: int, language: str
) -> Instruct | None:
    """An instruction that takes segments away which nobody asked for, or with an `owner` the second
    one of what that statement asked for once; None when they cannot be named."""
    if not extras or not all(map(can_go, extras)):
        return None
    edit = Remedy(gone=tuple(extras), one_of_two=owner is not None)
    return _instruct(edit, owner, tolerance, language)


def _wrong(step: Instruct, wanted: Timeline, now: Timeline) -> list[tuple[Segment, Segment | None]]:
    """The segments of a line that are not as they should be, with what is there instead."""
    theirs = [layer for layer in wanted.layers if layer.owner == step.owner]
    found = [layer for layer in now.layers if layer.owner == step.owner]
    return [pair for pair in match(theirs, found).pairs if not _is_met(*pair, step.tolerance)]


def _is_repeatable(step: Instruct) -> bool:
    return all(isinstance(delta, _REPEATABLE) for delta in step.deltas)


def _is_met(wanted: Segment, found: Segment | None, tolerance: int) -> bool:
    return found is not None and not list(layer_differences(wanted, found, tolerance))


def _instruct(edit: Edit, owner: int | None, tolerance: int, language: str) -> Instruct:
    return Instruct(owner, edit.instruct(language), (), tolerance, edit)


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
    if getattr(edit, "at", None) is not None and segment.role == "sound":
        return edit.model_copy(update={"at": segment.start.lo})
    whole = segment.start.lo == 0 and segment.end.lo >= now.length.lo
    if getattr(edit, "range", None) is None and (whole or segment.role == "voiceover"):
        return edit
    return edit.model_copy(update={"range": Range(segment.start.lo, segment.end.lo)})


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
    for field in type(edit).model_fields:
        content = getattr(edit, field)
        if isinstance(content, Range):
            update[field] = _moved_range(content, since)
        elif field == "ranges":
            update[field] = tuple(_moved_range(range_, since) for range_ in content)
        elif field == "at":
            update[field] = _moved_point(content, since)
    return edit.model_copy(update=update)


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
        if isinstance(delta, _UNMAPPED):
            raise _NowhereKnown
        if point == "end" or point < 0:
            continue
        match delta:
            case Cut() | Stretch():
                point = delta.moved(point)
            case Hold(at, duration) if at != "end" and point > at:
                point += duration
    return point
