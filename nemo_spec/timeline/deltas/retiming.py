"""Move what stands on a timeline to its new time, and keep at its ends what lies there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from nemo_spec.language.values import DAY
from nemo_spec.timeline.layers import Layers
from nemo_spec.timeline.main_track import HEADS, clipped_fade, mended
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.timeline.properties import AT_THE_TAIL
from nemo_spec.timeline.time_map import Moved, TimeMap
from nemo_spec.timeline.track import LooseTrack, MainTrack

_ENDS = ((0, HEADS), (-1, AT_THE_TAIL))
"""What lies at the ends of a video, with the index of the segment there."""


def retime(
    timeline: Timeline, maps: Sequence[TimeMap], divided: Callable[[MainTrack], MainTrack]
) -> None:
    """Move everything to its new time. `divided` is what becomes of a main track of which it is known how
    long it is; pieces of any other only move."""
    loose = None if timeline.is_exact else LooseTrack.loosened(timeline.main)
    if loose is not None:
        timeline.main = loose.moved(tuple(maps), timeline.length)
        retime_layers(timeline, maps)
        return
    with fades_at_the_ends(timeline) as track:
        timeline.main = divided(track)
        retime_layers(timeline, maps)


def retime_layers(timeline: Timeline, maps: Sequence[TimeMap]) -> None:
    """Move the end of the video, and all that stands above it."""
    length = timeline.length
    for one in maps:
        length = Interval(one.moved(length.lo), one.moved(length.hi))
    timeline.length = length
    timeline.layers = Layers.of(timeline.layers).moved(tuple(maps), length)


def retimed(pieces: Iterable[Segment], moved: Moved, is_first: bool) -> list[Segment]:
    """The pieces of the main track at their new times."""
    return mended([_retimed(piece, moved) for piece in pieces], is_first)


def _retimed(piece: Segment, moved: Moved) -> Segment:
    (start, begun), (end, over) = piece.start, piece.end
    return piece.moved(Interval(moved(start), moved(begun)), Interval(moved(end), moved(over)))


def earlier(time: Interval, most: int, longest: int = DAY, later: int = 0) -> Interval:
    """Up to `most` ms earlier or `later` ms later, at the latest at `longest` ms."""
    return Interval(max(0, time.lo - most), min(time.hi + later, longest))


@contextmanager
def fades_at_the_ends(timeline: Timeline) -> Iterator[MainTrack]:
    """The fades from and to black lie on the video, whatever segment is first or last after an edit.

    Gives the main track without them.
    """
    track, fades = MainTrack.of(timeline.main), list[tuple[int, dict[str, object]]]()
    for index, keys in _ENDS:
        track, taken = _take(track, index, keys)
        fades.append((index, taken))
    timeline.main = track
    yield track
    for index, taken in fades:
        if timeline.main and taken:
            clipped = {key: clipped_fade(fade, timeline.length) for key, fade in taken.items()}
            track = MainTrack.of(timeline.main)
            timeline.main = track.put(index, track[index].with_properties(**clipped))


def _take(track: MainTrack, index: int, keys: Iterable[str]) -> tuple[MainTrack, dict[str, object]]:
    """The track without some properties of one of its segments, and these."""
    piece = track[index] if track else None
    taken = {key: piece.properties[key] for key in keys if key in piece.properties} if piece else {}
    if piece and taken:
        track = track.put(index, piece.with_properties(**dict.fromkeys(taken)))
    return track, taken
