"""Find pauses in the sources and map them onto the timeline."""

from collections.abc import Callable, Mapping
from math import ceil, floor, sqrt

from mock_server.media.probe import Media, Pauses
from mock_server.timeline.edits import Span, speeds, united
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
        shortest = round(longer_than * _slowest(segment))
        found = listen(clip.hearing(segment.get("audio_track")), shortest, below_db)
        threshold = found.threshold_db if threshold is None else threshold
        for start, end in found.ranges:
            spans += _span(segment, start, end, longer_than, keep, clip.fps)
    return spans, threshold


def _span(
    segment: Segment, start: int, end: int, longer_than: int, keep: int, fps: float
) -> list[Span]:
    """The pause of the source, on the timeline, if enough of it lies within the segment."""
    low, high = max(start, segment["in"]), min(end, segment["out"])
    if low >= high:
        return []
    begins, ends = sorted(_time_of(segment, moment) for moment in (low, high))
    if ends - begins < longer_than - SLACK_MS or ends - begins <= 2 * keep:
        return []
    left = sorted(_moment_at(segment, time) for time in (begins + keep, ends - keep))
    first, last = _on_frames(left[0], left[1], fps)
    if last <= first:
        return []
    begins, ends = sorted(_time_of(segment, moment) for moment in (first, last))
    return [(segment["s"] + round(begins), segment["s"] + round(ends))]


def _slowest(segment: Segment) -> float:
    """How many ms of its source a segment plays in a ms, where it is slowest."""
    first, last = speeds(segment)
    return (segment["out"] - segment["in"]) / segment["d"] * 2 * min(first, last) / (first + last)


def _time_of(segment: Segment, moment: float) -> float:
    """When (ms from its start) a segment plays a moment (ms) of its source."""
    share = (moment - segment["in"]) / (segment["out"] - segment["in"])
    share = 1 - share if segment.get("reverse") else share
    first, last = speeds(segment)
    if first != last:
        share = (sqrt(first**2 + (last**2 - first**2) * share) - first) / (last - first)
    return share * float(segment["d"])


def _moment_at(segment: Segment, time: float) -> float:
    """The moment (ms) of its source that a segment plays so many ms from its start."""
    share = time / segment["d"]
    first, last = speeds(segment)
    share *= (2 * first + (last - first) * share) / (first + last)
    share = 1 - share if segment.get("reverse") else share
    return float(segment["in"] + (segment["out"] - segment["in"]) * share)


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
