"""One instruction: what the draft says about it, and what else has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruct
from nemo_spec.timeline.delta import Canvas, Split, fold
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import seconds
from nemo_spec.verify.differences import (
    layer_differences,
    main_differences,
    unreadable,
)
from nemo_spec.verify.findings import Finding, called, span
from nemo_spec.verify.matching import match


def verify_step(
    step: Instruct, before: Timeline, after: Timeline
) -> tuple[list[Finding], Timeline]:
    """The findings, and the draft with every known segment given back to its statement.

    The first finding is about the instruction itself.
    """
    expected = fold(before, step.deltas)
    if expected.unknown:
        return [_anything(step, before, after)], after
    matches = match(expected.layers, after.layers)
    many, extra = _of_open_roles(expected, matches.extra)
    owned = replace(after, layers=[*_owned(matches.pairs), *many, *extra])
    main = list(main_differences(expected, after, step.tolerance))
    own = [pair for pair in matches.pairs if pair[0].owner == step.owner is not None]
    others = [pair for pair in matches.pairs if pair[0].owner != step.owner or step.owner is None]
    own += [(segment, segment) for segment in many]
    main += [f"no {role} in the draft" for role in expected.open_roles if not many]
    findings = [_own_finding(step, before, after, own, main)]
    findings += _others(step, others)
    findings += [_extra(step, segment, expected.layers) for segment in extra]
    return findings, owned


def _of_open_roles(expected: Timeline, extra: list[Segment]) -> tuple[list[Segment], list[Segment]]:
    """The segments of kinds of which any number was asked for, given to their statement; the others."""
    roles = expected.open_roles
    many = [
        replace(segment, owner=roles[segment.role]) for segment in extra if segment.role in roles
    ]
    return many, [segment for segment in extra if segment.role not in roles]


def changed(before: Timeline, after: Timeline) -> bool:
    """Whether the draft differs at all in what can be read from it."""
    return _as_read(before) != _as_read(after)


def _as_read(timeline: Timeline) -> tuple[list[Segment], dict[str, object]]:
    """What the draft says, without whose statement it is."""
    in_order = sorted(timeline.segments, key=lambda segment: segment.place)
    return [replace(segment, owner=None) for segment in in_order], timeline.canvas


def _owned(pairs: list[tuple[Segment, Segment | None]]) -> Iterator[Segment]:
    for wanted, found in pairs:
        if found is not None:
            yield replace(found, owner=wanted.owner)


def _anything(step: Instruct, before: Timeline, after: Timeline) -> Finding:
    if changed(before, after):
        return Finding("met", step.owner, "the draft has changed", "", step.sentence)
    return Finding("missing", step.owner, "the draft is unchanged", "", step.sentence)


def _own_finding(
    step: Instruct,
    before: Timeline,
    after: Timeline,
    pairs: list[tuple[Segment, Segment | None]],
    main: list[str],
) -> Finding:
    def finding(status: str, message: str, place: str = "") -> Finding:
        return Finding(status, step.owner, message, place, step.sentence)  # type: ignore[arg-type]

    for wanted, found in pairs:
        if found is None:
            return finding("missing", f"no {called(wanted)} in the draft")
        if unknown := unreadable(wanted, found):
            return finding("unreadable", f"cannot be read: {', '.join(unknown)}", found.place)
        if different := list(layer_differences(wanted, found, step.tolerance)):
            return finding("different", "; ".join(different), found.place)
    if problems := [*main, *_structure(step, after), *canvas_problems(step, after)]:
        nothing = not changed(before, after)
        shown = "; ".join(problems[:3])
        return finding("missing" if nothing else "different", shown)
    place = pairs[0][1].place if len(pairs) == 1 and pairs[0][1] else ""
    return finding("met", _what_is_there(before, after, pairs), place)


def _what_is_there(
    before: Timeline, after: Timeline, pairs: list[tuple[Segment, Segment | None]]
) -> str:
    if len(pairs) == 1 and pairs[0][1]:
        found = pairs[0][1]
        volume = found.look.get("volume")
        level = f", {round(volume * 100)}%" if isinstance(volume, int | float) else ""
        return span(found) + (level if found.kind == "audio" else "")
    if pairs:
        return f"{len(pairs)} segments"
    if before.length == after.length:
        return f"{seconds(after.length)} s, as before"
    if not before.main:
        return f"{seconds(after.length)} s"
    return f"{seconds(before.length)} s → {seconds(after.length)} s"


def _structure(step: Instruct, after: Timeline) -> Iterator[str]:
    for delta in step.deltas:
        if isinstance(delta, Split) and not any(
            abs(piece.start.lo - delta.at) <= step.tolerance for piece in after.main[1:]
        ):
            yield f"no cut at {delta.at / 1000:g} s"


def canvas_problems(step: Instruct, after: Timeline) -> Iterator[str]:
    """How the canvas is unlike the one that the instruction asks for."""
    for delta in step.deltas:
        if not isinstance(delta, Canvas):
            continue
        wide, _, high = str(delta.look.get("ratio")).partition(":")
        width, height = after.canvas.get("width"), after.canvas.get("height")
        if not isinstance(width, int) or not isinstance(height, int) or not height:
            yield "the size of the canvas cannot be read"
        elif abs(width / height - int(wide) / int(high)) > 0.02:
            yield f"the canvas is {width}x{height} instead of {wide}:{high}"
        elif after.canvas.get("fill", "fit") != delta.look.get("fill"):
            yield f"pictures {after.canvas.get('fill', 'fit')} instead of {delta.look.get('fill')}"


def _others(step: Instruct, pairs: list[tuple[Segment, Segment | None]]) -> Iterator[Finding]:
    """What stood there before and was to stay, or to move with the cut."""
    for wanted, found in pairs:
        if found is None:
            message = f"{called(wanted)} is gone since this instruction"
            yield Finding("missing", wanted.owner, message, "", step.sentence)
        elif different := list(layer_differences(wanted, found, step.tolerance)):
            message = f"since a later instruction {'; '.join(different)}"
            yield Finding("different", wanted.owner, message, found.place, step.sentence)


def _extra(step: Instruct, segment: Segment, known: Sequence[Segment]) -> Finding:
    """Something more: a second one of what the recipe asks for, or something of its own."""
    for other in known:
        if (other.role, other.name, other.texts) == (segment.role, segment.name, segment.texts):
            message = f"{called(segment)} is there twice, again at {span(segment)}"
            return Finding("duplicated", other.owner, message, segment.place, step.sentence)
    message = f"{called(segment)} at {span(segment)} was not asked for"
    return Finding("unrequested", step.owner, message, segment.place, step.sentence)
