"""Check one instruction against the draft, and what else has changed with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import Assemble, fold
from nemo_spec.timeline.joins import told_as
from nemo_spec.timeline.matching.match import match
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import called, level, seconds, span
from nemo_spec.verdict.differences import doubts, layer_differences, unreadable
from nemo_spec.verdict.findings import Finding, Status, about, cannot_read, half_read
from nemo_spec.verdict.layers import (
    Pairs,
    extra_layers,
    first_problem,
    may_be_gone,
    of_open_roles,
    open_pairs,
    owned,
)
from nemo_spec.verdict.picture import StepDiff, see


def verify_step(
    step: Instruction, before: Timeline, after: Timeline
) -> tuple[list[Finding], Timeline]:
    """The findings, the first one about the instruction itself, and the draft with every known segment
    given back to its statement."""
    deltas = step.on(before)
    expected = fold(before, deltas)
    after = told_as(before if expected.unknown else expected, after)
    if expected.unknown:
        return [_anything(step, before, after)], _given_back(step, before, after)
    seen = see(step, deltas, before, expected, after)
    expected = replace(seen.expected, open_roles=expected.open_roles)
    matches = match(expected.layers, after.layers)
    many, extra = of_open_roles(expected, matches.extra)
    own = [pair for pair in matches.pairs if pair[0].owner == step.owner is not None]
    others = [pair for pair in matches.pairs if pair[0].owner != step.owner or step.owner is None]
    own += open_pairs(deltas, many)
    absent = [f"no {role} in the draft" for role in expected.open_roles if not many]
    seen = seen._replace(different=seen.different + absent)
    findings = [_own_finding(step, before, after, own, seen)]
    findings += _others(step, others)
    findings += _extras(step, extra, expected.layers)
    findings = half_read(findings, after.unreadable)
    main = _with_whole_clips(deltas[0], after) if deltas else after.main
    return findings, replace(after, main=main, layers=[*owned(matches.pairs), *many, *extra])


def verify_later(
    step: Instruction, before: Timeline, after: Timeline
) -> tuple[list[Finding], Timeline]:
    """How the draft has changed some time after the last step, without any instruction."""
    after = told_as(before, after)
    seen = see(step._replace(deltas=()), (), before, before, after)
    matches = match(before.layers, after.layers)
    findings = [*_others(step, matches.pairs), *_extras(step, matches.extra, before.layers)]
    if problems := seen.unreadable or seen.different or seen.doubts:
        is_decided = problems is seen.different
        status: Status = "different" if is_decided else "unreadable"
        findings.append(about(step, status, f"some time after this {'; '.join(problems[:3])}"))
    return findings, replace(after, layers=[*owned(matches.pairs), *matches.extra])


def changed(before: Timeline, after: Timeline) -> bool:
    """Whether anything differs that can be read from the draft."""
    return _as_read(before) != _as_read(after)


def _as_read(timeline: Timeline) -> tuple[list[Segment], dict[str, object]]:
    """What the draft itself says: not whose statement it is, nor what was inferred."""
    in_order = sorted(timeline.segments, key=lambda segment: segment.place)
    return [replace(segment, owner=None, source=None) for segment in in_order], timeline.canvas


def _given_back(step: Instruction, before: Timeline, after: Timeline) -> Timeline:
    """After an instruction that may do anything: what was there keeps its owner, the rest is new."""
    pairs, extra = match(before.layers, after.layers)
    new = [replace(segment, owner=step.owner) for segment in extra]
    return replace(after, layers=[*owned(pairs), *new])


def _with_whole_clips(delta: object, after: Timeline) -> Sequence[Segment]:
    """A clip that was just placed plays from start to end, also where the draft says nothing of it."""
    if not isinstance(delta, Assemble) or len(delta.pieces) != len(after.main):
        return after.main
    return [
        replace(piece, source=placed.source) if piece.source is None else piece
        for piece, placed in zip(after.main, delta.pieces, strict=True)
    ]


def _anything(step: Instruction, before: Timeline, after: Timeline) -> Finding:
    if changed(before, after):
        return about(step, "met", "the draft has changed")
    return about(step, "missing", "the draft is unchanged")


def _own_finding(
    step: Instruction, before: Timeline, after: Timeline, pairs: Pairs, seen: StepDiff
) -> Finding:
    if after.unreadable:
        return about(step, "unreadable", cannot_read(after.unreadable))
    if problem := first_problem(step, pairs):
        return problem
    if seen.unreadable:
        return about(step, "unreadable", cannot_read(seen.unreadable))
    if seen.different:
        status: Status = "different" if changed(before, after) else "missing"
        return about(step, status, "; ".join(seen.different[:3]))
    if seen.doubts:
        return about(step, "unreadable", cannot_read(seen.doubts))
    place = pairs[0][1].place if len(pairs) == 1 and pairs[0][1] else ""
    return about(step, "met", _what_is_there(before, after, pairs), place)


def _what_is_there(before: Timeline, after: Timeline, pairs: Pairs) -> str:
    if len(pairs) == 1 and pairs[0][1]:
        found = pairs[0][1]
        heard = level(found) if found.kind == "audio" else ""
        return ", ".join(filter(None, (span(found), heard)))
    if pairs:
        return f"{len(pairs)} segments"
    if before.length == after.length:
        return f"{seconds(after.length)} s, as before"
    if not before.main:
        return f"{seconds(after.length)} s"
    return f"{seconds(before.length)} s → {seconds(after.length)} s"


def _others(step: Instruction, pairs: Pairs) -> Iterator[Finding]:
    """What was there before and should stay, or move with the cut. What nobody asked for may go."""
    for wanted, found in pairs:
        status: Status = "missing" if found is None else "different"
        owner = wanted.owner
        if owner is None:
            status, owner = "unrequested", step.owner
        if found is None:
            if not may_be_gone(wanted, step.tolerance):
                message = f"{called(wanted)} is gone since this instruction"
                yield Finding(status, owner, message, "", step.text)
        elif unknown := _no_longer_read(wanted, found):
            message = f"since a later instruction it cannot be read: {', '.join(unknown)}"
            yield Finding("unreadable", owner, message, found.place, step.text)
        elif different := list(layer_differences(wanted, found, step.tolerance)):
            message = f"since a later instruction {'; '.join(different)}"
            yield Finding(status, owner, message, found.place, step.text)
        elif new := [key for key in doubts(wanted, found) if key not in wanted.doubts]:
            message = f"since a later instruction {cannot_read(new)}"
            yield Finding("unreadable", owner, message, found.place, step.text)


def _no_longer_read(before: Segment, after: Segment) -> list[str]:
    return [what for what in unreadable(before, after) if what not in before.unreadable]


def _extras(step: Instruction, extra: Sequence[Segment], known: Sequence[Segment]) -> list[Finding]:
    found = extra_layers(extra, known)
    return [
        replace(one, owner=one.owner if one.is_failure else step.owner, instruction=step.text)
        for one in found
    ]
