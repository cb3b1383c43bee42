"""A timeline drawn to scale: one row per track, from left to right as time goes."""

from __future__ import annotations

from collections.abc import Iterator

from nemo_spec.language.diagnostics import display_width, visible
from nemo_spec.report.columns import fitted
from nemo_spec.timeline.model import Role, Segment, Timeline
from nemo_spec.timeline.summary import TRACK_NAMES, by_track, content_of, seconds, span

_SHADES: dict[Role, tuple[str, str]] = {
    "clip": ("97;44", "30;104"), "generated": ("97;45", "30;105"),
    "overlay": ("30;46", "30;106"), "effect": ("97;100", "30;47"),
    "music": ("30;42", "30;102"), "voiceover": ("30;102", "30;42"), "sound": ("30;106", "30;42"),
    "title": ("30;43", "30;103"), "lower-third": ("30;103", "30;43"), "caption": ("30;107", "30;47"),
}  # fmt: skip
"""Two colours per role, so that neighbours differ."""

_STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 21600)
"""Seconds between two marks of the ruler."""

NARROWEST = 20
"""So many columns are drawn at least, however long the names of the tracks are."""


def drawn(timeline: Timeline, width: int, *, color: bool = False) -> Iterator[str]:
    """The lines of the drawing, at most `width` columns wide (but see NARROWEST).

    An empty timeline has none. Brackets stand at the ends of a segment, `/` and `\\` where it fades, `~`
    where the one before becomes it; one that is too short for two of them is a bar. What has no room
    between its brackets is left out.
    """
    tracks = by_track(timeline)
    total = max((segment.end.hi for track in tracks for segment in track), default=0)
    if not total:
        return
    labels = [_label(track) for track in tracks]
    margin = max(map(display_width, labels)) + 2
    room = max(width - margin, NARROWEST)
    yield " " * margin + _ruler(total, room)
    for label, track in zip(labels, tracks, strict=True):
        padding = " " * (margin - display_width(label))
        yield f"{label}{padding}{_row(track, total, room, color)}".rstrip()


def _label(track: list[Segment]) -> str:
    """`Video  0-31.3s`: the kind of the track, and from when to when something is on it."""
    lo = min(segment.start for segment in track)
    hi = max(segment.end for segment in track)
    return f"{TRACK_NAMES[track[0].role]:<11} {seconds(lo)}-{seconds(hi)}s"


def _ruler(total: int, room: int) -> str:
    """Times above the columns where they are; as many as have room."""
    step = next((s for s in _STEPS if s * 1000 * room >= 8 * total), total // 1000 + 1)
    line = ""
    for second in range(0, total // 1000 + 1, step):
        mark, column = _clock(second), second * 1000 * room // total
        if column >= len(line) + (1 if line else 0) and column + len(mark) <= room:
            line = line.ljust(column) + mark
    return line


def _clock(second: int) -> str:
    if second < 60:
        return f"{second}s"
    hours, minutes = second // 3600, second // 60 % 60
    head = f"{hours}:{minutes:02}" if hours else str(minutes)
    return f"{head}:{second % 60:02}"


def _row(track: list[Segment], total: int, room: int, color: bool) -> str:
    row, position = "", 0
    in_order = sorted(track, key=lambda segment: segment.start)
    for number, segment in enumerate(in_order):
        begin = min(segment.start.lo * room // total, room - 1)
        first, last = max(position, begin), max(segment.end.hi * room // total, begin + 1)
        if last <= first:
            continue  # its columns are taken by one that is as short
        block = _block(segment, last - first)
        if color:
            block = f"\x1b[{_SHADES[segment.role][number % 2]}m{block}\x1b[0m"
        row += " " * (first - position) + block
        position = last
    return row


def _block(segment: Segment, columns: int) -> str:
    """The content in brackets, with its times if they fit, in exactly so many columns."""
    if columns < 2:
        return "|"
    content = visible(content_of(segment) or segment.role)
    both = f"{content} {span(segment)}"
    text = both if display_width(both) <= columns - 2 else fitted(content, columns - 2)
    told = segment.properties
    first = "~" if told.get("transition") else "/" if told.get("fade_in") else "["
    last = "\\" if told.get("fade_out") else "]"
    return f"{first}{text}{' ' * (columns - 2 - display_width(text))}{last}"
