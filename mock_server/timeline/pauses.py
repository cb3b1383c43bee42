"""Find pauses in the sources and map them onto the timeline."""

from collections.abc import Callable, Mapping
from math import ceil, floor

from mock_server.media.probe import Media, Pauses
from mock_server.timeline.edits import Span, united
from mock_server.timeline.tracks import Segment, Timeline, end_of

Listen = Callable[[Media, int, float | None], Pauses]
SLACK_MS = 20


def pauses_on(
    timeline: Timeline,
    media: Mapping[str, Media],
    listen: Listen,
    longer_than: int,
    keep: int,
    below_db: float | None,
) -> tuple[list[Span], float | None]:
    """Spans of the timeline to cut (ms), with `keep` ms left at either side, and the threshold (dB).

    `listen` finds the pauses of one file, in source time (ms).
    """
    spans: list[Span] = []
    threshold: float | None = None
    for segment in timeline.main:
        clip = media.get(str(segment.get("src")))
        if clip is None or not clip.has_audio or segment.get("freeze") or segment.get("still"):
            continue
        rate = (segment["out"] - segment["in"]) / segment["d"]
        found = listen(
            clip.hearing(segment.get("audio_track")), round(longer_than * rate), below_db
        )
        threshold = found.threshold_db if threshold is None else threshold
        for start, end in found.ranges:
            spans += _span(segment, start, end, rate, longer_than, keep, clip.fps)
    return spans, threshold


def _span(
    segment: Segment, start: int, end: int, rate: float, longer_than: int, keep: int, fps: float
) -> list[Span]:
    """The pause of the source, on the timeline, if enough of it lies within the segment."""
    low, high = max(start, segment["in"]), min(end, segment["out"])
    if high - low < (longer_than - SLACK_MS) * rate:
        return []
    first, last = _on_frames(low + keep * rate, high - keep * rate, fps)
    if segment.get("reverse"):
        first, last = segment["out"] - last, segment["out"] - first
    else:
        first, last = first - segment["in"], last - segment["in"]
    if last <= first:
        return []
    return [(segment["s"] + round(first / rate), segment["s"] + round(last / rate))]


def _on_frames(start: float, end: float, fps: float) -> tuple[float, float]:
    """Shrink the span to whole frames, so that no cut leaves part of one."""
    if not fps:
        return start, end
    frame = 1_000 / fps
    return ceil(start / frame - 1e-6) * frame, floor(end / frame + 1e-6) * frame


def speech_on(timeline: Timeline, media: Mapping[str, Media], listen: Listen) -> list[Span]:
    """The spans of the timeline (ms) between pauses, of clips with sound."""
    silent, _ = pauses_on(timeline, media, listen, 300, 50, None)
    found: list[Span] = []
    for segment in timeline.main:
        clip = media.get(str(segment.get("src")))
        if clip is not None and clip.has_audio and not segment.get("still"):
            here = (segment["s"], end_of(segment))
            inside = [(max(a, here[0]), min(b, here[1])) for a, b in silent]
            gaps = united([(a, b) for a, b in inside if a < b], timeline.duration)
            edges = [here[0], *(edge for gap in gaps for edge in gap), here[1]]
            found += [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b - a >= 300]
    return found
