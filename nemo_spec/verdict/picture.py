"""The video after an instruction: what of it cannot be read, and how it differs from the prediction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from nemo_spec.compile import Instruction
from nemo_spec.timeline.colours import same_colour
from nemo_spec.timeline.deltas import Canvas, Cut, Delta, RemoveUnknown, Split, fold
from nemo_spec.timeline.main_track import cut_starts, has_cut, is_unmoved
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.verdict.diagnosis.cut_inference import removed_ranges
from nemo_spec.verdict.differences import contradictions, main_differences, unknown_properties
from nemo_spec.verdict.speech import longest_lost, lost_speech

_RATIO_SLACK = 0.02
"""Sizes are rounded to even pixels: 607 of 1080 is 9:16 as well as 608."""


class StepDiff(NamedTuple):
    """`expected` is the timeline that everything else is compared with."""

    expected: Timeline
    unreadable: list[str]
    different: list[str]
    doubts: list[str]


def see(
    step: Instruction,
    deltas: Sequence[Delta],
    before: Timeline,
    expected: Timeline,
    after: Timeline,
) -> StepDiff:
    """The video of the draft after a step, beside the one that its deltas lead to."""
    unknown = list(dict.fromkeys(_unreadable(expected, after)))
    speech: list[str] = []
    if any(isinstance(delta, RemoveUnknown) for delta in deltas):
        gone = removed_ranges(before.main, after.main)
        speech = list(lost_speech(expected, after, longest_lost(deltas)))
        if gone is not None and after.length.within(expected.length, step.tolerance):
            expected = fold(before, [Cut(gone)])
    problems = [
        *main_differences(expected, after, step.tolerance),
        *contradictions(after, step.tolerance),
        *speech,
        *_cuts(step, deltas, before, after),
        *canvas_problems(step, after),
        *_canvas_lost(step, before, after),
    ]
    return StepDiff(expected, unknown, problems, video_doubts(before, after))


def _unreadable(expected: Timeline, after: Timeline) -> Iterator[str]:
    yield from after.unreadable
    for piece in after.main:
        yield from piece.unreadable
    yield from hidden_material(expected.main, after)
    yield from unknown_properties(properties_of(expected.main), after.main)


def video_doubts(before: Timeline, after: Timeline) -> list[str]:
    """The keys that nobody knows on the video, each once; those of the draft before were named then."""
    named = {key for piece in before.main for key in piece.doubts}
    return [
        key for key in dict.fromkeys(k for p in after.main for k in p.doubts) if key not in named
    ]


def hidden_material(wanted: Iterable[Segment], after: Timeline) -> Iterator[str]:
    """Clips of which it is known which range should play, and not which one does."""
    told = {piece.name for piece in wanted if piece.source and not is_unmoved(piece)}
    for piece in after.main:
        if piece.name in told and piece.source is None and not is_unmoved(piece):
            yield f"which part of {piece.name} plays"


def properties_of(pieces: Sequence[Segment]) -> dict[str, object]:
    """Every property that some piece has."""
    return {key: value for piece in pieces for key, value in piece.properties.items()}


def _cuts(
    step: Instruction, deltas: Sequence[Delta], before: Timeline, after: Timeline
) -> Iterator[str]:
    for delta in deltas:
        if not isinstance(delta, Split):
            continue
        if not has_cut(cut_starts(after.main), delta.at, step.tolerance):
            yield f"no cut at {delta.at / 1000:g} s"
        elif len(after.main) <= len(before.main):
            yield f"no more cuts than before at {delta.at / 1000:g} s"


def canvas_problems(step: Instruction, after: Timeline) -> Iterator[str]:
    """How the canvas differs from what an instruction asks for."""
    for delta in step.deltas:
        if not isinstance(delta, Canvas):
            continue
        wide, _, high = str(delta.properties.get("ratio")).partition(":")
        width, height = after.canvas.get("width"), after.canvas.get("height")
        if not isinstance(width, int) or not isinstance(height, int):
            yield "the size of the canvas cannot be read"
        elif not has_shape(after, int(wide), int(high)):
            yield f"the canvas is {width}x{height} instead of {wide}:{high}"
        elif _fill(after) != delta.properties.get("fill"):
            yield f"pictures {_fill(after)} instead of {delta.properties.get('fill')}"
        elif _fill(after) == "fit" and not _alike(_bars(after), _bars_of(delta.properties)):
            yield f"bars {_bars(after)} instead of {_bars_of(delta.properties)}"


def has_shape(timeline: Timeline, wide: int, high: int) -> bool:
    """Whether the canvas has the shape of so many by so many pixels."""
    width, height = timeline.canvas.get("width"), timeline.canvas.get("height")
    if not isinstance(width, int) or not isinstance(height, int):
        return False
    return abs(width / height - wide / high) <= _RATIO_SLACK


def _canvas_lost(step: Instruction, before: Timeline, after: Timeline) -> Iterator[str]:
    """A canvas that has changed although the instruction is about something else."""
    if not before.main or any(delta.on == "canvas" for delta in step.deltas):
        return
    if before.frame and before.frame != after.frame:
        yield f"the canvas is {after.frame or 'of an unknown size'} instead of {before.frame}"
    elif _fill(before) != _fill(after):
        yield f"pictures {_fill(after)} instead of {_fill(before)}"
    elif not _alike(_bars(before), _bars(after)):
        yield f"bars {_bars(after)} instead of {_bars(before)}"


def unusual_frame(after: Timeline) -> str:
    """How pictures of another shape than the canvas are fitted in, where that is not as usual."""
    fill, bars = _fill(after), _bars(after)
    if fill != "fit":
        return f"pictures {fill}"
    return "" if _alike(bars, "black") else f"bars {bars}"


def _fill(timeline: Timeline) -> object:
    return timeline.canvas.get("fill", "fit")


def _bars(timeline: Timeline) -> str:
    return _bars_of(timeline.canvas)


def _alike(bars: str, others: str) -> bool:
    return bars == others or same_colour(bars, others)


def _bars_of(canvas: Mapping[str, object]) -> str:
    """The colour of bars; capitals make no difference."""
    return str(canvas.get("background", "black")).casefold()
