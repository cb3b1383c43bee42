"""A program before it is run: what will be sent, and what is expected of it."""

from __future__ import annotations

from collections.abc import Iterator

from nemo_spec.compile import Extract, Instruction, Program, frames_of
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.plan import Origin, Planned
from nemo_spec.timeline.deltas import AddLayer, fold
from nemo_spec.timeline.model import NOTHING, Timeline
from nemo_spec.timeline.summary import seconds, span, summary
from nemo_spec.verbs.chapter import listed
from nemo_spec.verbs.overlays import Overlay
from nemo_spec.verbs.pauses import TrimPauses
from nemo_spec.verbs.sound import Music


def show_plan(planned: Planned, program: Program) -> Iterator[str]:
    """Lines for the terminal."""
    remarks = {material.path: material.remarks for material in program.plan.materials}
    for upload in program.uploads:
        yield f"upload       {visible(upload.path)}"
        yield from (f"  note       {remark}" for remark in remarks.get(upload.path, ()))
    timeline = Timeline(silences=program.predicted.silences)
    for step in program.instructions:
        after = fold(timeline, step.deltas)
        yield f"send         {visible(step.text)}"
        yield f"  expect     {_expected(step, timeline, after)}{_where(planned, step.owner)}"
        by_itself = isinstance(step.edit, TrimPauses) and step.edit.below is None
        if heard := _heard(program) if by_itself else "":
            yield f"  note       {heard}"
        if isinstance(step.edit, Music | Overlay) and (shorter := step.edit.forecast(timeline)):
            yield f"  note       {shorter}"
        if step.edit.note:
            yield f"  note       {step.edit.note}"
        timeline = after
    for owner, expectation, tolerance in program.expectations:
        text = visible(" ".join(planned.origins[owner].span.text.split()))
        within = "" if getattr(expectation, "within", None) else f" (±{tolerance} ms)"
        yield f"check        {text}{within}{_where(planned, owner)}"
    yield from _deliveries(planned, program)
    for line in listed(program.chapters):
        yield f"chapter      {visible(line)}"
    yield ""
    yield f"predicted: {visible(summary(program.predicted))}"


def _deliveries(planned: Planned, program: Program) -> Iterator[str]:
    frames = {owner: f", {wide}x{high}" for owner, (wide, high) in frames_of(program).items()}
    if not program.renders:
        yield from (
            f"render       the video that the files below are made of{frames.get(video.owner, '')}"
            for video in program.videos
        )
    for one in program.exports:
        text = visible(" ".join(planned.origins[one.owner].span.text.split()))
        if isinstance(one, Extract):
            yield f"make         {text}{_where(planned, one.owner)}"
        else:
            yield f"render       {text}{frames.get(one.owner, '')}{_where(planned, one.owner)}"


def _heard(program: Program) -> str:
    """How the pauses of the clips were found."""
    ways = {material.heard_by for material in program.plan.materials}
    if "voice" in ways:
        return "pauses are found by voice"
    if "level" in ways:
        return "pauses are found by level, which the extra `nemo-spec[speech]` does by voice"
    return ""


def _where(planned: Planned, owner: int | None) -> str:
    if owner is None:
        return ""
    origin: Origin = planned.origins[owner]
    return f"  [{visible(origin.span.source.name)}:{origin.span.line}]"


def _expected(step: Instruction, before: Timeline, after: Timeline) -> str:
    if after.unknown:
        return "the draft changes"
    laid = (delta for delta in step.deltas if isinstance(delta, AddLayer))
    layers = [delta.laid(after.length) for delta in laid]
    if len(layers) == 1:
        texts = " ".join(f'"{visible(text)}"' for text in layers[0].texts)
        content = texts or visible(layers[0].name)
        return f"{layers[0].role} {content} at {span(layers[0])}"
    if layers:
        return f"{len(layers)} segments of {layers[0].role}"
    change = f"{seconds(before.length)} s → {seconds(after.length)} s"
    if forecast := step.edit.forecast(before):
        return f"{forecast}: {change}"
    return (
        f"video {change}"
        if before.length != NOTHING or before.main
        else f"video {seconds(after.length)} s"
    )
