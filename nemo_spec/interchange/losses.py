"""What of a timeline does not survive in a format, by the table of formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nemo_spec.interchange.formats import Format
from nemo_spec.interchange.sequence import Media
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import label, property_of, shown
from nemo_spec.timeline.summary import called, span

_CANVAS_ALONE = ("last_id", "touched")
"""The mock's own bookkeeping."""
_FRAME = 50
"""Milliseconds by which a sound may end early and nobody hears it."""


@dataclass(frozen=True, slots=True)
class Loss:
    """`what` does not survive: all of a segment, some of its properties, or something of the canvas (no
    segment)."""

    segment: Segment | None
    what: str

    def __str__(self) -> str:
        if self.segment is None:
            return self.what
        return f"{called(self.segment)} at {span(self.segment)}: {self.what}"


def losses(timeline: Timeline, format_: Format, files: Mapping[str, Media]) -> Iterator[Loss]:
    """Segment by segment. `files` are those that were found, by name."""
    for key, value in _lost_of_canvas(timeline.canvas, format_):
        yield Loss(None, f"the canvas's {key} {value}")
    for segment in (one for one in timeline.segments if one.kind in format_.kinds):
        if reason := _left_out(segment, format_, files):
            yield Loss(segment, reason)
        elif lost := [*_lost(segment, format_), *_too_short(segment, files.get(segment.name))]:
            yield Loss(segment, ", ".join(lost))


def _lost_of_canvas(canvas: Mapping[str, object], format_: Format) -> Iterator[tuple[str, object]]:
    for key, value in canvas.items():
        if key not in format_.canvas and key not in _CANVAS_ALONE and value and key != "title":
            yield key, value


def _left_out(segment: Segment, format_: Format, files: Mapping[str, Media]) -> str:
    """Why a segment cannot be handed over at all."""
    if segment.role not in format_.roles:
        return "left out, the format has no place for it"
    if segment.kind != "text" and segment.name not in files and not format_.nameless:
        return "left out, there is no file of it here (see --media-root)"
    return ""


def _too_short(segment: Segment, media: Media | None) -> Iterator[str]:
    """The service plays music from its beginning again; no other format says so."""
    if segment.kind != "audio" or media is None:
        return
    left = media.clip.length - int(str(segment.properties.get("skip", 0)))
    if left < segment.length.lo - _FRAME:
        yield f"its file lasts {left / 1000:.1f} s and is not repeated"


def _carries(format_: Format, segment: Segment, key: str) -> bool:
    held = format_.properties
    return held is None or key in held or f"{segment.kind}:{key}" in held


def _lost(segment: Segment, format_: Format) -> Iterator[str]:
    for key, value in sorted(segment.properties.items()):
        is_plain = value == property_of(key).neutral
        if not is_plain and not _carries(format_, segment, key):
            yield f"{label(key)} {shown(key, value)}"
    for key, _ in segment.unknown:
        yield f"`{key}`, which nobody documents"
