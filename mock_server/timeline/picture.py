"""Properties of the picture: canvas, values of its segments, levels, transitions."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from itertools import pairwise

from mock_server.timeline.edits import Span, divide
from mock_server.timeline.placing import LARGEST, even
from mock_server.timeline.properties import set_values
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, end_of

NEAR_MS = 250  # how far from a cut a given time may be (assumed)
TRANSITION_MS = 500  # without a length (assumed)


def set_picture(timeline: Timeline, values: Mapping[str, object], span: Span) -> None:
    """Set values on the segments of the span (ms); those that reach beyond it are split."""
    for segment in _inside(timeline, span):
        set_values(segment, values)


def set_level(timeline: Timeline, span: Span, level: Callable[[float], float]) -> None:
    """Change the level (0–2) of the picture's own sound within the span (ms)."""
    for segment in _inside(timeline, span):
        set_values(segment, {"vol": round(min(2.0, max(0.0, level(segment.get("vol", 1)))), 6)})


def _inside(timeline: Timeline, span: Span) -> list[Segment]:
    if span != (0, timeline.duration):
        divide(timeline, span)
    return [one for one in timeline.main if span[0] <= one["s"] and end_of(one) <= span[1]]


_CLOCKWISE = ("crop_top", "crop_right", "crop_bottom", "crop_left")


def rotate(timeline: Timeline, degrees: int, span: Span) -> None:
    """Rotate every picture of the span (ms) clockwise by so many degrees, on top of its rotation so far.

    What is cropped at one side then is at the next one.
    """
    turned = (*_CLOCKWISE[-(degrees // 90 % 4) :], *_CLOCKWISE[: -(degrees // 90 % 4)])
    for segment in _inside(timeline, span):
        set_values(segment, dict(zip(_CLOCKWISE, map(segment.get, turned), strict=True)))
        set_values(segment, {"rotate": (segment.get("rotate", 0) + degrees) % 360})


def fade_video(timeline: Timeline, fade_in: int | None, fade_out: int | None) -> None:
    """Fade the whole video in from black and out to black (ms).

    A fade may be longer than the segment that carries it. CannotEdit when it is longer than the video.
    """
    for length in (fade_in, fade_out):
        if (length or 0) > timeline.duration:
            raise CannotEdit("fade_too_long", length=length)
    if fade_in is not None:
        set_values(timeline.main[0], {"fade_in": fade_in})
    if fade_out is not None:
        set_values(timeline.main[-1], {"fade_out": fade_out})


def shape(width: int, height: int, ratio: tuple[int, int]) -> tuple[int, int]:
    """The largest even frame of that shape which fits into `width` x `height` or its turn.

    640x360 and 9:16 give 360x640; 1:1 gives 360x360; 4:5 gives 360x450.
    """
    wide, high = ratio
    long_side, short_side = max(width, height), min(width, height)
    box = (long_side, short_side) if wide >= high else (short_side, long_side)
    scale = min(Fraction(box[0], wide), Fraction(box[1], high))
    return even(float(wide * scale)), even(float(high * scale))


def set_canvas(
    timeline: Timeline, size: tuple[int, int], fill: str | None, background: str | None = None
) -> None:
    """Set the canvas size in pixels; `fill` is fit, fill or blur, `background` the colour of bars. Raises
    CannotEdit."""
    width, height = size
    if max(size) > LARGEST[0] or min(size) > LARGEST[1] or min(size) < 2:
        raise CannotEdit("too_large", width=width, height=height)
    timeline.meta |= {"width": even(width), "height": even(height)}
    if fill is not None:
        timeline.meta["fill"] = fill
    if background is not None:
        timeline.meta["background"] = background


def cuts(timeline: Timeline) -> list[Segment]:
    """The segments that a cut leads into: all but the first and those that share time."""
    return [
        segment for before, segment in pairwise(timeline.main) if end_of(before) == segment["s"]
    ]


def transition(timeline: Timeline, length: int | None, at: int | None, kind: str = "fade") -> int:
    """Put a transition of `length` ms at the cut nearest to `at` (ms), or at every cut; count them.

    Without a length it is as long as the one that is there, or TRANSITION_MS.

    Raises CannotEdit when there is no cut.
    """
    found = cuts(timeline)
    if at is not None:
        found = sorted(found, key=lambda one: abs(one["s"] - at))[:1]
        if not found or abs(found[0]["s"] - at) > NEAR_MS:
            raise CannotEdit("no_cut", at=at)
    if not found:
        raise CannotEdit("no_cut", at=at or 0)
    for segment in found:
        lasts = segment.get("tr", {}).get("d", TRANSITION_MS) if length is None else length
        segment["tr"] = {"type": kind, "d": lasts}
    return len(found)


def remove_transitions(timeline: Timeline, at: int | None) -> int:
    """Remove the fades at cuts near `at` (ms), or at every cut; count them."""
    found = [one for one in cuts(timeline) if "tr" in one]
    found = [one for one in found if at is None or abs(one["s"] - at) <= NEAR_MS]
    for segment in found:
        del segment["tr"]
    return len(found)
