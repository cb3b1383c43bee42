"""Bringing pictures onto the main track: uploads in order, joins, generated clips."""

from collections.abc import Mapping, Sequence

from mock_server.media import Media
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, end_of

PICTURE_MS = 5_000
LARGEST = (1920, 1080)


def unplaced(
    timeline: Timeline, media: Mapping[str, Media], *, pictures: bool = False
) -> list[str]:
    """Uploads that no segment uses, in the order of their upload.

    Only videos, as a picture beside them may be a logo; `pictures`, or no video, takes pictures.
    """
    used = {one.get("src") for one in (*timeline.main, *timeline.layers)}
    left = {name: one.kind for name, one in media.items() if name not in used}
    videos = [name for name, kind in left.items() if kind == "video"]
    if videos and not pictures:
        return videos
    return [name for name, kind in left.items() if kind != "audio"]


def place(
    timeline: Timeline,
    clips: Sequence[Media],
    durations: Sequence[int | None] = (),
) -> list[Segment]:
    """Append the clips; `durations` (ms) are how long pictures stay and where videos end."""
    placed = []
    for i, clip in enumerate(clips):
        asked = durations[i] if i < len(durations) else None
        segment = _segment(timeline, clip, asked)
        _canvas_from(timeline, clip)
        timeline.main.append(segment)
        placed.append(segment)
    return placed


def _segment(timeline: Timeline, clip: Media, asked: int | None) -> Segment:
    start = timeline.duration if timeline.main else 0
    if clip.kind == "audio":
        raise CannotEdit("no_picture", name=clip.name)
    if clip.kind == "image":
        length = asked or PICTURE_MS
        return timeline.segment(
            "clip", start, length, src=clip.name, **{"in": 0, "out": 0, "still": True}
        )
    length = min(asked or clip.duration_ms, clip.duration_ms)
    return timeline.segment("clip", start, length, src=clip.name, **{"in": 0, "out": length})


def join(timeline: Timeline, clips: Sequence[Media], fade: int) -> None:
    """Only these clips, in this order, neighbours sharing `fade` ms."""
    have = {one["src"]: one for one in timeline.main if one.get("role") == "clip"}
    placed = place(Timeline(meta=timeline.meta), clips)
    timeline.main = []
    for fresh, clip in zip(placed, clips, strict=True):
        segment = have.pop(clip.name, fresh)
        segment.pop("tr", None)
        timeline.main.append(segment)
    _overlap(timeline, fade)


def _overlap(timeline: Timeline, fade: int) -> None:
    at = 0
    for i, segment in enumerate(timeline.main):
        if i and fade:
            shorter = min(segment["d"], timeline.main[i - 1]["d"])
            if 2 * fade > shorter:
                raise CannotEdit("fade_too_long", length=fade)
            segment["tr"] = {"type": "fade", "d": fade, "overlap": True}
            at -= fade
        segment["s"] = at
        at = end_of(segment)


def generate(timeline: Timeline, length: int, prompt: str) -> Segment:
    """Append a generated clip of `length` ms."""
    start = timeline.duration if timeline.main else 0
    segment = timeline.segment(
        "generated", start, length, prompt=prompt, **{"in": 0, "out": length}
    )
    timeline.main.append(segment)
    _default_canvas(timeline, *LARGEST, 30)
    return segment


def _canvas_from(timeline: Timeline, clip: Media) -> None:
    width, height = within(clip.width, clip.height)
    _default_canvas(timeline, width, height, round(clip.fps, 3) or 30)


def _default_canvas(timeline: Timeline, width: int, height: int, fps: float) -> None:
    meta = timeline.meta
    meta.setdefault("title", "project")
    if "width" not in meta:
        meta |= {"width": width, "height": height, "fps": _plain(fps)}


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else value


def within(width: int, height: int) -> tuple[int, int]:
    """The size, made even, and shrunk to fit into 1920x1080 or its turn."""
    limit = LARGEST if width >= height else LARGEST[::-1]
    scale = min(1.0, limit[0] / max(width, 1), limit[1] / max(height, 1))
    return even(width * scale), even(height * scale)


def even(value: float) -> int:
    """The nearest even number, at least 2."""
    return max(2, 2 * round(value / 2))
