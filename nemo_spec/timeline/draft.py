"""Draft JSON → Timeline: the one adapter that knows how a draft may be spelled.

Documented are `t`, `tt`, `sg`, `d` (ms) and `m`; how a segment carries its start, its text or its level
is not. What cannot be read is noted, never assumed.
"""

from __future__ import annotations

import marshal
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from nemo_spec.timeline.draft_fields import find, is_off, read_properties, unknown_keys
from nemo_spec.timeline.model import KINDS, Kind, Role, Segment, Timeline, exactly
from nemo_spec.timeline.readers import number, text, whole, words

_TRACK_KINDS: dict[int, Kind] = {0: "video", 1: "audio", 7: "text"}
_DEFAULT_ROLES: dict[Kind, Role] = {"video": "overlay", "audio": "music", "text": "title"}
_OTHER_NAMES: dict[str, Role] = {
    "bgm": "music", "voice-over": "voiceover", "sfx": "sound", "lower third": "lower-third",
    "lower_third": "lower-third", "captions": "caption", "subtitle": "caption", "subtitles": "caption",
}  # fmt: skip
"""What tracks and segments may call a role beside its own name."""


Known = dict[tuple[str, bytes | str], Segment]
"""Segments that were read, by the track that they were on and by what the draft said of them."""


class DraftReader:
    """Reads drafts that follow one another: what a draft has in common with the one before it is not read
    again."""

    def __init__(self) -> None:
        self._known: Known = {}

    def read(self, draft: Mapping[str, Any]) -> Timeline:
        """The timeline of a draft, as of `read_draft`. Never raises."""
        before, self._known = self._known, {}
        return _read(draft, before, self._known)


def read_draft(draft: Mapping[str, Any]) -> Timeline:
    """The timeline of a draft; an empty draft is an empty timeline. Never raises."""
    return DraftReader().read(draft)


def _read(draft: Mapping[str, Any], before: Known, now: Known) -> Timeline:
    timeline = Timeline(canvas=_canvas(draft))
    if draft.get("t") is None:
        lists = [key for key, value in draft.items() if _are_groups(value)]
        timeline.unreadable += [f"whether {key} are tracks" for key in lists]
    main, layers = list[Segment](), list[Segment]()
    for place, track, segments in _tracks(draft.get("t"), timeline.unreadable):
        timeline.tracks += 1
        is_main, found = _read_track(track, segments, place, before, now, has_main=bool(main))
        (main if is_main else layers).extend(found)
    timeline.main, timeline.layers = sorted(main, key=lambda piece: piece.start), layers
    timeline.length = exactly(max((piece.end.hi for piece in timeline.main), default=0))
    timeline.said = whole(draft.get("d"))
    return timeline


def _tracks(
    tracks: object, unreadable: list[str]
) -> list[tuple[str, Mapping[str, Any], Sequence[Any]]]:
    """The tracks that hold segments, with their places."""
    if tracks is None:
        return []
    if not isinstance(tracks, list):
        unreadable.append("the tracks")
        return []
    found = []
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


def _read_track(
    track: Mapping[str, Any], segments: Sequence[Any], place: str, before: Known, now: Known,
    *, has_main: bool,
) -> tuple[bool, list[Segment]]:  # fmt: skip
    """Whether it is the main track, and its segments."""
    number_ = track.get("tt")
    kind = _TRACK_KINDS.get(number_) if type(number_) is int else None
    is_main = kind == "video" and not has_main and not all(map(_is_overlay, segments))
    what = repr((kind, is_main, {key: value for key, value in track.items() if key != "sg"}))
    position, found = 0, list[Segment]()
    for index, raw in enumerate(segments):
        where, content = f"{place}.sg[{index}]", (what, _content(raw))
        segment = before.get(content)
        is_known = segment is not None
        if segment is None:
            segment = _read_segment(raw, kind, track, is_main, position, where)
        elif segment.place != where:
            segment = replace(segment, place=where)
        if is_known or _says_where(raw):
            now[content] = segment
        position = segment.end.hi
        found.append(segment)
    return is_main, found


def _content(segment: Any) -> bytes | str:
    """What a draft says of a segment, to the letter."""
    try:
        return marshal.dumps(
            segment, 2
        )  # a third of what `repr` takes; this version has no references
    except ValueError:
        return repr(segment)  # nested deeper than marshal goes


def _says_where(segment: object) -> bool:
    """Whether it is read alike whatever comes before it."""
    return isinstance(segment, dict) and whole(find(segment, "start")) is not None


def _is_overlay(segment: object) -> bool:
    return isinstance(segment, dict) and _named(find(segment, "role")) == "overlay"


def _read_segment(
    raw: object, kind: Kind | None, track: Mapping[str, Any], is_main: bool, position: int, place: str
) -> Segment:  # fmt: skip
    fields = raw if isinstance(raw, dict) else {}
    role = _role(fields, kind or _own_kind(fields), track, is_main)
    properties, unreadable = read_properties(fields)
    properties |= {"hidden": True} if is_off(track) else {}
    unreadable += [] if kind else ["track type"]
    unknown = unknown_keys(fields)
    start, duration = (find(fields, what) for what in ("start", "duration"))
    begin, lasts = whole(start), whole(duration)
    end = whole(find(fields, "end"))
    if duration is None and begin is not None and end is not None:
        lasts = max(0, end - begin)
    if lasts is None:
        unreadable.append("duration")
    if begin is None and not (is_main and start is None and "number" not in unknown.values()):
        unreadable.append("start")
    texts = tuple(filter(None, (text(find(fields, what)) for what in ("text", "sub"))))
    name = words(find(fields, "name")) or ""
    if KINDS[role] == "text" or role == "voiceover":
        name = "" if texts else name
        unreadable += [] if _are_texts(fields) else ["text"]
    else:
        texts = () if name else texts
        unreadable += [] if name or role == "generated" else ["name"]
    begin = position if begin is None else begin
    return Segment(
        role=role,
        start=exactly(begin),
        end=exactly(begin + (lasts or 0)),
        name=name,
        texts=texts,
        source=_source(fields),
        properties=properties,
        place=place,
        unreadable=tuple(unreadable),
        unknown=tuple(sorted(unknown.items())),
    )


def _own_kind(fields: Mapping[str, Any]) -> Kind:
    """Where the type of a track makes no sense, what its segments say they are."""
    own = _named(find(fields, "role"))
    return KINDS[own] if own else "video"


def _are_texts(fields: Mapping[str, Any]) -> bool:
    sub = find(fields, "sub")
    return text(find(fields, "text")) is not None and (sub is None or text(sub) is not None)


def _named(value: object) -> Role | None:
    if not isinstance(value, str):
        return None
    name = value.strip().lower()
    return name if name in KINDS else _OTHER_NAMES.get(name)


def _role(fields: Mapping[str, Any], kind: Kind, track: Mapping[str, Any], is_main: bool) -> Role:
    own = _named(find(fields, "role"))
    if own and KINDS[own] == kind:
        return own
    if is_main:
        return "clip"
    by_track = _named(track.get("name"))
    return by_track if by_track and KINDS[by_track] == kind else _DEFAULT_ROLES[kind]


def _source(fields: Mapping[str, Any]) -> tuple[int, int] | None:
    first = whole(find(fields, "in"))
    last = whole(find(fields, "out"))
    length = whole(find(fields, "source_duration"))
    if first is not None and last is None and length is not None:
        last = first + length
    return (first, last) if first is not None and last is not None and first <= last else None


def _canvas(draft: Mapping[str, Any]) -> dict[str, object]:
    """Width, height and frame rate where they are numbers, `fill` where it is a word."""
    metadata = draft.get("m")
    fields = metadata if isinstance(metadata, dict) else {}
    size = {key: whole(fields.get(key)) for key in ("width", "height")}
    others = {"fps": number(fields.get("fps")), "fill": words(fields.get("fill"))}
    return {key: value for key, value in (size | others).items() if value}
