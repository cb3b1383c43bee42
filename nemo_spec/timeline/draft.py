"""Draft JSON → Timeline: the one adapter that knows how a draft may be spelled.

Documented are `t`, `tt`, `sg`, `d` (ms) and `m`; how a segment carries its start, its text or its level
is not. What cannot be read is noted, never assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from nemo_spec.timeline.dialect import DOCUMENTED, Dialect, respelled
from nemo_spec.timeline.draft_content import content_of, material, role_of, source_of, word
from nemo_spec.timeline.draft_fields import (
    OfTrack,
    Reading,
    doubts,
    find,
    read_properties,
    read_track,
    skipped,
    unknown_keys,
    unknown_leaves,
    unknown_on_track,
)
from nemo_spec.timeline.draft_runs import NOTHING_READ, ReadTrack, read_by_runs
from nemo_spec.timeline.draft_shapes import as_documented
from nemo_spec.timeline.draft_v3 import is_v3
from nemo_spec.timeline.joins import laid_over
from nemo_spec.timeline.model import (
    ANY_LENGTH,
    KINDS,
    Interval,
    Role,
    Segment,
    Timeline,
    exactly,
)
from nemo_spec.timeline.readers import number, whole, words
from nemo_spec.timeline.switches import doubts_of_draft, read_switches
from nemo_spec.timeline.track_types import NAMES, TrackType, track_type
from nemo_spec.timeline.units import MILLISECONDS, Played, Unit, fills_in_frames, unit_of
from nemo_spec.timeline.unknown_keys import alike
from nemo_spec.timeline.uploads import NO_UPLOADS, Uploads

_SLACK = 2
"""Milliseconds by which rounding may part an end from start and duration."""
_LONGEST_FRAME = 100
"""Milliseconds."""
_UNLIKELY = 4
"""A draft that says it lasts so many times as long as its video, or as short, may count in other units."""

Fields = Mapping[str, Any]
Tracks = list[tuple[str, Fields, Sequence[Any]]]

Known = dict[str, ReadTrack]
"""The tracks that were read, by what the draft said of them beside their segments."""


class DraftReader:
    """Reads drafts that follow one another: what a draft has in common with the one before it is not read
    again, as long as it is to be read in the same way."""

    def __init__(self) -> None:
        self._known: Known = {}
        self._how = Reading()

    def read(
        self, draft: Fields, uploads: Uploads = NO_UPLOADS, dialect: Dialect = DOCUMENTED
    ) -> Timeline:
        """The timeline of a draft, as of `read_draft`. Never raises."""
        touch = draft.get("t") is None and is_v3(draft)
        draft = respelled(as_documented(draft), dialect)
        timeline = Timeline(canvas=_canvas(draft), said=whole(draft.get("d")))
        if draft.get("t") is None:
            lists = [key for key, value in draft.items() if _are_groups(value)]
            timeline.unreadable += [f"whether {key} are tracks" for key in lists]
        timeline.unreadable += doubts_of_draft(draft)
        tracks = _tracks(draft.get("t"), timeline.unreadable)
        reading = Reading(uploads, 1, _usual(tracks), dialect.bookkeeping)
        self._read_tracks(timeline, tracks, reading)
        unit = _unit(draft, timeline, tracks, uploads)
        if unit is not MILLISECONDS:
            timeline.unreadable += [unit.why] if unit.why else []
            self._read_tracks(timeline, tracks, reading._replace(unit=unit.ms))
            timeline.main = _closed_up(timeline.main, unit.ms or 0)
        if not timeline.main and any("track type" in one.unreadable for one in timeline.layers):
            timeline.unreadable.append("which track is the video")
        if touch:
            timeline.main = laid_over(timeline.main, lambda piece: "overlap" in piece.properties)
        return timeline

    def _read_tracks(self, timeline: Timeline, tracks: Tracks, reading: Reading) -> None:
        before, now = self._known if reading == self._how else Known(), Known()
        main, layers = list[Segment](), list[Segment]()
        for place, track, segments in tracks:
            one = _Track(track, place, track_type(track, segments), read_track(track, reading))
            is_main, found = _read_track(one, segments, reading, before, now, has_main=bool(main))
            (main if is_main else layers).extend(found)
        self._known, self._how = now, reading
        timeline.main, timeline.layers = sorted(main, key=lambda piece: piece.start), layers
        timeline.tracks = len(tracks)
        timeline.length = _length(main, timeline.said)


def _closed_up(main: Sequence[Segment], unit: float) -> list[Segment]:
    """Pieces that were counted in whole frames, of so many ms: one beside its neighbour touches it."""
    found = list(main)
    for at in range(1, len(found)):
        end, piece = found[at - 1].end, found[at]
        if unit < _LONGEST_FRAME and 0 < abs(piece.start.lo - end.lo) <= unit + 1:
            found[at] = replace(piece, start=end) if end.lo < piece.end.lo else piece
    return found


def _length(main: Sequence[Segment], said: int | None) -> Interval:
    """Of the video; where a piece of it has none that can be read, no longer than the draft says."""
    end = max((piece.end.hi for piece in main), default=0)
    if not any(what in piece.unreadable for piece in main for what in ("start", "duration")):
        return exactly(end)
    return Interval(end, max(end, ANY_LENGTH.hi if said is None else said))


def read_draft(
    draft: Fields, uploads: Uploads = NO_UPLOADS, dialect: Dialect = DOCUMENTED
) -> Timeline:
    """The timeline of a draft; an empty draft is an empty timeline. Never raises.

    `uploads` are the files of its session, `dialect` what was learned of how the service spells.
    """
    return DraftReader().read(draft, uploads, dialect)


def _usual(tracks: Tracks) -> frozenset[Any]:
    """The values of unknown keys that all segments have alike, or all tracks."""
    segments = (one if isinstance(one, dict) else {} for _, _, found in tracks for one in found)
    return alike(map(unknown_leaves, segments)) | alike(
        unknown_on_track(track) for _, track, _ in tracks
    )


def _tracks(tracks: object, unreadable: list[str]) -> Tracks:
    """The tracks that hold segments, with their places."""
    if tracks is None:
        return []
    if not isinstance(tracks, list):
        unreadable.append("the tracks")
        return []
    found: Tracks = []
    for index, track in enumerate(tracks):
        segments = track.get("sg", []) if isinstance(track, dict) else track
        if isinstance(track, dict) and "sg" not in track and any(map(_are_groups, track.values())):
            unreadable.append(f"the segments of track t[{index}]")
        elif isinstance(track, dict) and isinstance(segments, list | None):
            found.append((f"t[{index}]", track, segments or []))
        else:
            unreadable.append(f"track t[{index}]")
    return [entry for entry in found if entry[2]]


def _are_groups(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


# ---- Units ---------------------------------------------------------------------------------------


def _unit(draft: Fields, timeline: Timeline, tracks: Tracks, uploads: Uploads) -> Unit:
    """The unit of the times; looked for only where milliseconds are unlikely."""
    fps = number(timeline.canvas.get("fps"))
    if not any(_is_unlikely(piece, timeline, uploads, fps) for piece in timeline.main):
        return MILLISECONDS
    on_main = {piece.place for piece in timeline.main}
    pieces = [
        _played(one, uploads)
        for place, _, segments in tracks
        for index, one in enumerate(segments)
        if f"{place}.sg[{index}]" in on_main and isinstance(one, dict)
    ]
    return unit_of(number(draft.get("d")), pieces, fps)


def _is_unlikely(piece: Segment, timeline: Timeline, uploads: Uploads, fps: float | None) -> bool:
    said, length = timeline.said, max(1, timeline.length.lo)
    if said and not 1 / _UNLIKELY < said / length < _UNLIKELY:
        return True
    first, last = piece.source or (0, piece.length.lo)
    whole = uploads.duration(piece.name)
    if piece.source and last > first and not _is_near(last - first, piece.length.lo):
        return True
    least = 250 if said else (whole or 0) // 20
    if whole is None:
        return False
    return not least < last <= whole + 250 or fills_in_frames(last, whole, fps)


def _is_near(plays: int, length: int) -> bool:
    """Speed is at most 10x, in either direction."""
    return plays < 20 * max(1, length) and length < 20 * plays


def _played(fields: Fields, uploads: Uploads) -> Played:
    start, duration, end, first, last, length, speed = (
        number(find(fields, what))
        for what in ("start", "duration", "end", "in", "out", "source_duration", "speed")
    )
    start = start or 0
    lasts = duration if duration is not None else max(0, (end or 0) - start)
    if first is not None and last is None and length is not None:
        last = first + length
    source = (first, last) if first is not None and last is not None else None
    name = material(fields, uploads)[0]
    return Played(start + lasts, lasts, speed or 1, source, uploads.duration(name))


# ---- Tracks and segments -------------------------------------------------------------------------


class _Track(NamedTuple):
    fields: Fields
    place: str
    type_: TrackType
    says: OfTrack


def _read_track(
    track: _Track, segments: Sequence[Any], reading: Reading, before: Known, now: Known,
    *, has_main: bool,
) -> tuple[bool, Sequence[Segment]]:  # fmt: skip
    """Whether it is the main track, and its segments."""
    is_main = track.type_.may_be_main and not has_main and not all(map(_is_overlay, segments))
    rest = {key: value for key, value in track.fields.items() if key != "sg"}
    as_, all_say_where = repr((track.type_, is_main, rest)), True

    def read(raw: Any, position: int, place: str) -> Segment:
        nonlocal all_say_where
        all_say_where = all_say_where and _says_where(raw)
        return _read_segment(raw, track, is_main, position, place, reading)

    found = read_by_runs(segments, track.place, before.get(as_, NOTHING_READ), read)
    if all_say_where:
        now[as_] = found
    return is_main, found.segments


def _says_where(segment: object) -> bool:
    """Whether it is read alike whatever comes before it."""
    return isinstance(segment, dict) and whole(find(segment, "start")) is not None


def _is_overlay(segment: object) -> bool:
    role = NAMES.get(word(find(segment, "role"))) if isinstance(segment, dict) else None
    return role in ("overlay", "effect")


def _read_segment(
    raw: object, track: _Track, is_main: bool, position: int, place: str, reading: Reading
) -> Segment:  # fmt: skip
    fields = raw if isinstance(raw, dict) else {}
    found, says = unknown_leaves(fields), track.says
    switches = read_switches(found)
    role = role_of(fields, track.type_, is_main)
    properties, unreadable = read_properties(fields, KINDS[role], reading, switches)
    if role == "overlay":
        properties |= skipped(fields, reading)
    silent = switches.silent or says.switches.silent
    _switch(properties, role, says, silent=silent)
    if role == "overlay":
        unreadable = _own_sound(properties, unreadable, 0 if silent else says.volume)
    unreadable += [] if track.type_.is_known else ["track type"]
    start, lasts, unread = _times(fields, reading, is_main, position, found)
    name, texts, unnamed = content_of(fields, role, reading.uploads)
    end = start + lasts
    source = source_of(fields, role, reading, name, lasts, properties)
    return Segment(
        role=role,
        start=exactly(start),
        end=exactly(end),
        name=name,
        texts=texts,
        source=source,
        properties=properties,
        place=place,
        unreadable=(*unreadable, *unread, *unnamed),
        unknown=tuple(sorted(unknown_keys(found).items())),
        doubts=(*doubts(found, switches, reading), *says.doubts),
    )


def _switch(properties: dict[str, object], role: Role, track: OfTrack, *, silent: bool) -> None:
    """What a track switches, its segments have; an overlay and a text have no sound."""
    if track.switches.hidden:
        properties["hidden"] = True
    if track.switches.opacity not in (None, 1) and KINDS[role] != "audio":
        own = properties.get("opacity", 1)
        share = track.switches.opacity or 0
        properties["opacity"] = share * own if isinstance(own, int | float) else share
    if role in ("overlay", "effect") or KINDS[role] == "text":
        return
    own = properties.get("volume", 1)
    if silent:
        properties["volume"] = 0
    elif track.volume != 1 and isinstance(own, int | float):
        properties["volume"] = own * track.volume


def _own_sound(properties: dict[str, object], unreadable: list[str], share: float) -> list[str]:
    """Read how loud an overlay is, which is silent unless that is said. A volume of 1 may be what a service
    writes everywhere, so that nobody knows whether it is heard. Returns what cannot be read."""
    volume, sound = properties.pop("volume", None), properties.pop("sound", None)
    unreadable = ["sound" if what == "volume" else what for what in unreadable]
    level = volume if sound is None else sound
    if share and (volume == 1 if sound is None else volume not in (None, 1, sound)):
        unreadable.append("sound")
    elif isinstance(level, int | float) and level * share:
        properties["sound"] = level * share
    return unreadable


def _times(
    fields: Fields, reading: Reading, is_main: bool, position: int, unknown: Sequence[Any]
) -> tuple[int, int, list[str]]:
    """Start and duration (ms), 0 where they cannot be read, and which of them that are."""
    start, duration, end = (find(fields, what) for what in ("start", "duration", "end"))
    begin, lasts, stop = (whole(reading.ms(value)) for value in (start, duration, end))
    unreadable = []
    if duration is None and begin is not None and stop is not None:
        lasts = max(0, stop - begin)
    elif stop is not None and begin is not None and lasts is not None:
        lasts = lasts if abs(begin + lasts - stop) <= _SLACK else None
    if lasts is None:
        unreadable.append("duration")
    in_order = is_main and start is None and reading.unit is not None
    if begin is None and not (in_order and "number" not in unknown_keys(list(unknown)).values()):
        unreadable.append("start")
    return position if begin is None else begin, lasts or 0, unreadable


def _canvas(draft: Fields) -> dict[str, object]:
    """Width, height and frame rate where they are numbers, `fill` and `background` where they are words."""
    metadata = draft.get("m")
    fields = metadata if isinstance(metadata, dict) else {}
    size = {key: whole(fields.get(key)) for key in ("width", "height")}
    others: dict[str, object] = {
        "fps": number(fields.get("fps")),
        "fill": words(fields.get("fill")),
    }
    others["background"] = words(fields.get("background"))
    return {key: value for key, value in (size | others).items() if value}


def segments_of(draft: Fields) -> Iterator[tuple[str, Fields, Fields]]:
    """The segments of a draft as they are written: the place of each, its track, itself."""
    for place, track, segments in _tracks(as_documented(draft).get("t"), []):
        for index, one in enumerate(segments):
            if isinstance(one, dict):
                yield f"{place}.sg[{index}]", track, one
