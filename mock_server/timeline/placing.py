"""Put clips onto the main track: uploads in order, joins, generated clips."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mock_server.media.probe import Media
from mock_server.timeline import edits
from mock_server.timeline.properties import set_values
from mock_server.timeline.timemap import Piece, TimeMap, moved
from mock_server.timeline.tracks import CannotEdit, Segment, Timeline, checked_length, end_of

PICTURE_MS = 5_000
LARGEST = (1920, 1080)


def unplaced(
    timeline: Timeline, media: Mapping[str, Media], *, pictures: bool = False
) -> list[str]:
    """Uploads that no segment uses, in the order of their upload.

    Only videos, since a picture may be a logo; with `pictures`, or without videos, pictures too.
    """
    shown = (*timeline.main, *timeline.layers)
    used = {one.get(key) for one in shown for key in ("src", "beside")}
    left = {name: one.kind for name, one in media.items() if name not in used}
    videos = [name for name, kind in left.items() if kind == "video"]
    if videos and not pictures:
        return videos
    return [name for name, kind in left.items() if kind != "audio"]


def place(
    timeline: Timeline, clips: Sequence[Media], durations: Sequence[int | None] = ()
) -> list[Segment]:
    """Append the clips; `durations` (ms) limit pictures and videos. Raises CannotEdit."""
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
    if not clip.moves:
        length = checked_length(PICTURE_MS if asked is None else asked)
        checked_length(start + length)
        return timeline.segment(
            "clip", start, length, src=clip.name, **{"in": 0, "out": 0, "still": True}
        )
    length = min(clip.duration_ms if asked is None else checked_length(asked), clip.duration_ms)
    segment = timeline.segment("clip", start, length, src=clip.name, **{"in": 0, "out": length})
    set_values(segment, {"audio_track": clip.track})
    return segment


def join(
    timeline: Timeline,
    clips: Sequence[Media],
    fade: int,
    durations: Sequence[int | None] = (),
    kind: str = "fade",
) -> None:
    """Put these clips in this order, overlapping by `fade` ms in a transition of that kind; behind
    what is there, when none of them is. Raises CannotEdit, also when only some of what is there is named.

    Clips already on the timeline keep their cuts; layers end where the picture ends.
    """
    named = {clip.name for clip in clips}
    before = [] if named & _sources(timeline) else timeline.main
    if not before and not _sources(timeline) <= named:
        raise CannotEdit("whole_order")
    groups: list[list[Segment]] = []
    for clip, length in zip(clips, durations or [None] * len(clips), strict=True):
        there = [one for one in timeline.main if one.get("src") == clip.name]
        timeline.main = [one for one in timeline.main if one.get("src") != clip.name]
        for one in there if clip.track else ():
            set_values(one, {"audio_track": clip.track})
        groups.append(there or place(Timeline(meta=timeline.meta), [clip], [length]))
    timeline.main = before
    for number, group in enumerate(groups):
        _append(timeline, group, fade if number else 0, kind)
    end = timeline.duration
    timeline.layers = moved(timeline.layers, TimeMap([Piece(0, end, end)]))


def _sources(timeline: Timeline) -> set[str]:
    return {one["src"] for one in timeline.main if "src" in one}


def split_screen(timeline: Timeline, first: Media, second: Media, layout: str) -> None:
    """The first clip with the second one beside it, as long as the shorter one. Raises CannotEdit."""
    for clip in (first, second):
        if not clip.moves:
            raise CannotEdit("no_picture", name=clip.name)
    if not _sources(timeline) <= {first.name, second.name}:
        raise CannotEdit("whole_order")  # what else is there would be lost
    length = min(first.duration_ms, second.duration_ms)
    placed = place(Timeline(meta=timeline.meta), [first], [length])
    set_values(placed[0], {"beside": second.name, "layout": layout})
    timeline.main = placed
    timeline.layers = moved(timeline.layers, TimeMap([Piece(0, length, length)]))


def append(timeline: Timeline, clip: Media, fade: int, kind: str) -> None:
    """Put one more clip at the end, overlapping what is there by `fade` ms. Raises CannotEdit."""
    _append(timeline, place(Timeline(meta=timeline.meta), [clip]), fade, kind)


def insert(
    timeline: Timeline, clip: Media, at: int, length: int | None = None, since: int = 0
) -> None:
    """Put one more clip at a time (ms), from `since` of it on (before its end where that is below 0), and
    shift what follows. Raises CannotEdit."""
    start = since if since >= 0 else clip.duration_ms + since
    if clip.moves and length is not None and not 0 <= start <= clip.duration_ms - length:
        raise CannotEdit("too_short", name=clip.name, duration=clip.duration_ms)
    (placed,) = place(Timeline(meta=timeline.meta), [clip], [length])
    if start and clip.moves:
        placed |= {"in": start, "out": start + placed["d"]}
    edits.insert(timeline, placed | {"s": at})


def _append(timeline: Timeline, group: list[Segment], fade: int, kind: str) -> None:
    """Append the segments of one clip, the first one overlapping by `fade` ms."""
    at = timeline.duration if timeline.main else 0
    group[0].pop("tr", None)
    if fade and timeline.main:
        link = timeline.main[-1].get("tr") or {}
        shared = link["d"] if link.get("overlap") else 0
        if fade > min(group[0]["d"], timeline.main[-1]["d"] - shared):
            raise CannotEdit("fade_too_long", length=fade)
        group[0]["tr"] = {"type": kind, "d": fade, "overlap": True}
        at -= fade
    shift = at - group[0]["s"]
    for segment in group:
        segment["s"] += shift
        timeline.main.append(segment)
    _close_up(group)


def _close_up(group: list[Segment]) -> None:
    """Close the gaps between segments of one clip."""
    stood = [one["s"] for one in group]
    ended = [end_of(one) for one in group]
    for i, (before, after) in enumerate(pairwise(group)):
        shared = max(0, ended[i] - stood[i + 1])
        if stood[i + 1] > ended[i]:
            after.pop("tr", None)
        after["s"] = end_of(before) - shared


def generate(timeline: Timeline, length: int, prompt: str) -> Segment:
    """Append a generated clip of `length` ms."""
    start = timeline.duration if timeline.main else 0
    checked_length(start + checked_length(length))
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
    """The size in even pixels, shrunk to fit into 1920x1080 or 1080x1920."""
    limit = LARGEST if width >= height else LARGEST[::-1]
    scale = min(1.0, limit[0] / max(width, 1), limit[1] / max(height, 1))
    return even(width * scale), even(height * scale)


def even(value: float) -> int:
    """The nearest even number, at least 2."""
    return max(2, 2 * round(value / 2))
