"""Draft JSON → Timeline: the one adapter that knows how segments may be spelled.

Documented are `t`, `tt`, `sg`, `d` (milliseconds) and `m`; how a segment carries its start, its text
or its level is not. Every spelling is in `SPELLINGS`, first match wins. What cannot be read is noted
on the segment and never taken for granted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from nemo_spec.timeline.model import KINDS, Kind, Role, Segment, Timeline, exactly

SPELLINGS: dict[str, tuple[str, ...]] = {
    "start": ("s", "st", "start", "start_ms", "startTime", "start_time", "target_timerange.start"),
    "duration": ("d", "duration", "dur", "duration_ms", "target_timerange.duration"),
    "role": ("role", "type", "m.role"),
    "text": ("text", "txt", "content", "m.text", "m.content"),
    "sub": ("sub", "subtitle", "m.sub"),
    "name": ("src", "name", "file", "filename", "material", "m.name", "m.title"),
    "in": ("in", "source_start", "ss", "source_timerange.start"),
    "out": ("out", "source_end", "se"),
    "source_duration": ("source_duration", "sd", "source_timerange.duration"),
    "volume": ("vol", "volume", "gain", "m.volume"),
}

LOOK: dict[str, str] = {
    "speed": "speed",
    "reverse": "reverse",
    "freeze": "freeze",
    "still": "still",
    "fade_in": "fade_in",
    "fade_out": "fade_out",
    "rotate": "rotate",
    "crop": "crop",
    "color": "color",
    "stabilize": "stabilize",
    "denoise": "denoise",
    "normalize": "normalize",
    "pos": "position",
    "scale": "scale",
    "opacity": "opacity",
    "duck": "duck",
    "voice": "voice",
    "style": "style",
    "font": "font",
    "size": "size",
    "prompt": "prompt",
}
"""Key in the draft → key in `Segment.look`."""

_TRACK_KINDS: dict[int, Kind] = {0: "video", 1: "audio", 7: "text"}
_DEFAULT_ROLES: dict[Kind, Role] = {"video": "overlay", "audio": "music", "text": "title"}
_TRACK_NAMES: dict[str, Role] = {
    "bgm": "music",
    "music": "music",
    "voice-over": "voiceover",
    "voiceover": "voiceover",
    "sound": "sound",
    "sfx": "sound",
    "title": "title",
    "lower third": "lower-third",
    "lower-third": "lower-third",
    "captions": "caption",
    "subtitles": "caption",
    "overlay": "overlay",
}


def read_draft(draft: Mapping[str, Any]) -> Timeline:
    """The timeline of a draft; an empty draft is an empty timeline. Never raises."""
    timeline = Timeline(canvas=_canvas(draft))
    tracks = draft.get("t")
    for index, track in enumerate(tracks if isinstance(tracks, list) else []):
        segments = track.get("sg") if isinstance(track, dict) else None
        if not isinstance(segments, list) or not segments:
            continue
        timeline.tracks += 1
        _read_track(timeline, track, segments, f"t[{index}]")
    timeline.length = exactly(max((piece.end.hi for piece in timeline.main), default=0))
    return timeline


def _read_track(
    timeline: Timeline, track: Mapping[str, Any], segments: Sequence[Any], place: str
) -> None:
    kind = _TRACK_KINDS.get(track.get("tt", -1)) if isinstance(track.get("tt"), int) else None
    is_main = kind == "video" and not timeline.main
    position = 0
    for index, raw in enumerate(segments):
        segment = _read_segment(raw, kind, track, is_main, position, f"{place}.sg[{index}]")
        position = segment.end.hi
        (timeline.main if is_main else timeline.layers).append(segment)


def _read_segment(
    raw: object,
    kind: Kind | None,
    track: Mapping[str, Any],
    is_main: bool,
    position: int,
    place: str,
) -> Segment:
    fields = raw if isinstance(raw, dict) else {}
    unreadable = [] if kind else ["track type"]
    role = _role(fields, kind or "video", track, is_main)
    duration = _milliseconds(_find(fields, "duration"))
    start = _milliseconds(_find(fields, "start"))
    if duration is None:
        unreadable.append("duration")
    if start is None and not is_main:
        unreadable.append("start")
    begin = position if start is None else start
    texts = _texts(fields) if KINDS[role] == "text" or role == "voiceover" else ()
    if KINDS[role] == "text" and not texts:
        unreadable.append("text")
    return Segment(
        role=role,
        start=exactly(begin),
        end=exactly(begin + (duration or 0)),
        name="" if KINDS[role] == "text" else str(_find(fields, "name") or ""),
        texts=texts,
        source=_source(fields),
        look=_look(fields),
        place=place,
        unreadable=tuple(unreadable),
    )


def _find(fields: Mapping[str, Any], what: str) -> Any:
    for spelling in SPELLINGS[what]:
        value: Any = fields
        for key in spelling.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def _milliseconds(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 10**12:
        return None
    return round(value)


def _role(fields: Mapping[str, Any], kind: Kind, track: Mapping[str, Any], is_main: bool) -> Role:
    named = _find(fields, "role")
    if isinstance(named, str) and named in KINDS and KINDS[named] == kind:
        return named
    if is_main:
        return "clip"
    by_track = _TRACK_NAMES.get(str(track.get("name", "")).strip().lower())
    return by_track if by_track and KINDS[by_track] == kind else _DEFAULT_ROLES[kind]


def _texts(fields: Mapping[str, Any]) -> tuple[str, ...]:
    found = (_find(fields, "text"), _find(fields, "sub"))
    return tuple(text for text in found if isinstance(text, str) and text)


def _source(fields: Mapping[str, Any]) -> tuple[int, int] | None:
    first = _milliseconds(_find(fields, "in"))
    last = _milliseconds(_find(fields, "out"))
    length = _milliseconds(_find(fields, "source_duration"))
    if first is None or (last is None and length is None):
        return None
    return first, last if last is not None else first + (length or 0)


def _look(fields: Mapping[str, Any]) -> dict[str, object]:
    look: dict[str, object] = {
        LOOK[key]: value for key, value in fields.items() if key in LOOK and value is not None
    }
    color = fields.get("color")
    if isinstance(color, dict):
        look["color"] = str(color.get("name", ""))
        look["amount"] = color.get("amount", 1)
    volume = _find(fields, "volume")
    if isinstance(volume, int | float) and not isinstance(volume, bool):
        look["volume"] = volume / 100 if volume > 2 else volume
    transition = fields.get("tr")
    if isinstance(transition, dict):
        look["transition"] = transition.get("d")
        look["overlap"] = True if transition.get("overlap") else None
    return {key: value for key, value in look.items() if value is not None and value is not False}


def _canvas(draft: Mapping[str, Any]) -> dict[str, object]:
    metadata = draft.get("m")
    fields = metadata if isinstance(metadata, dict) else {}
    return {key: fields[key] for key in ("width", "height", "fps", "fill") if key in fields}
