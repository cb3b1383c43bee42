"""How the values of a segment may be spelled in a draft, and which of them make sense.

Only `d` is documented. Of several spellings the first that is there counts. A reader gives None for
what is no such value: that is then not taken for granted, but noted as unreadable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

SPELLINGS: dict[str, tuple[str, ...]] = {
    "start": (
        *("s", "st", "start", "start_ms", "startMs", "startTime", "start_time", "begin", "from"),
        *("timeline_start", "target_start", "target_timerange.start", "m.start"),
    ),
    "duration": (
        *("d", "duration", "dur", "duration_ms", "durationMs", "length", "len"),
        *("target_timerange.duration", "m.duration"),
    ),
    "end": ("e", "end", "end_ms", "endMs", "endTime", "end_time", "to", "timeline_end", "m.end"),
    "role": ("role", "type", "kind", "m.role", "m.type"),
    "text": (
        *("text", "txt", "content", "words", "caption", "text.content", "text.text"),
        *("content.text", "m.text", "m.content", "m.txt"),
    ),
    "sub": ("sub", "subtitle", "subtext", "second_line", "m.sub", "m.subtitle"),
    "name": (
        *("src", "name", "file", "filename", "file_name", "material", "material_name", "source"),
        *("material.name", "material.filename", "m.src", "m.name", "m.title", "m.filename"),
    ),
    "in": ("in", "source_start", "ss", "in_ms", "clip_start", "source_timerange.start", "m.in"),
    "out": ("out", "source_end", "se", "out_ms", "clip_end", "m.out"),
    "source_duration": ("source_duration", "sd", "source_timerange.duration"),
    "volume": (
        *("vol", "volume", "gain", "level", "audio_volume", "audio.volume", "audio.level"),
        *("m.vol", "m.volume"),
    ),
}

_MOST = 10**12


def whole(value: object) -> int | None:
    """Milliseconds, pixels: not below zero, rounded."""
    found = number(value)
    return round(found) if found is not None and found >= 0 else None


def number(value: object) -> float | int | None:
    """A finite number of a sane size; JSON as Python reads it also has NaN and Infinity."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -_MOST < value < _MOST else None


def words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def text(value: object) -> str | None:
    """A text, also where it comes in parts: as lines, or as stretches with a style of their own.

    Assumed: a list of plain strings are its lines, unless there is white space at their edges; a list
    of objects are stretches that belong together.
    """
    parts = value if isinstance(value, list) else [value]
    strings = [_part(part) for part in parts]
    found = [string for string in strings if string is not None]
    if not found or len(found) < len(strings):
        return None
    lines = all(isinstance(part, str) and part == part.strip() for part in parts)
    return ("\n" if lines else "").join(found) or None


def _part(part: object) -> str | None:
    if isinstance(part, dict):
        part = part.get("text", part.get("content"))
    return part if isinstance(part, str) else None


def _flag(value: object) -> bool | None:
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


def _level(value: object) -> float | None:
    """0–2, also where the draft counts in percent."""
    found = number(value)
    if found is None or not 0 <= found <= 200:
        return None
    return found / 100 if found > 2 else found


def _positive(value: object) -> float | None:
    found = number(value)
    return found if found is not None and found > 0 else None


def _quarter(value: object) -> float | None:
    found = number(value)
    return None if found is None else found % 360


def _corner(value: object) -> str | None:
    """`top-left`, also where the draft writes `top_left` or `Top Left`."""
    found = words(value)
    return found and found.strip().lower().replace("_", "-").replace(" ", "-")


LOOK: dict[str, tuple[str, Callable[[object], object | None]]] = {
    "speed": ("speed", _positive),
    "reverse": ("reverse", _flag),
    "freeze": ("freeze", _flag),
    "still": ("still", _flag),
    "fade_in": ("fade_in", whole),
    "fade_out": ("fade_out", whole),
    "rotate": ("rotate", _quarter),
    "crop": ("crop", number),
    "color": ("color", words),
    "stabilize": ("stabilize", _flag),
    "denoise": ("denoise", _flag),
    "normalize": ("normalize", _flag),
    "pos": ("position", _corner),
    "scale": ("scale", number),
    "opacity": ("opacity", number),
    "duck": ("duck", _flag),
    "voice": ("voice", words),
    "style": ("style", words),
    "font": ("font", words),
    "size": ("size", number),
    "prompt": ("prompt", words),
}
"""Key in the draft → key in `Segment.look`, and how its value is read."""


_NUMBERS = ("start", "duration", "volume", "in", "out", "source_duration")
_PATHS = {
    what: tuple(tuple(spelling.split(".")) for spelling in spellings)
    for what, spellings in SPELLINGS.items()
}
_KNOWN = {path for paths in _PATHS.values() for path in paths} | {
    *((key,) for key in LOOK),
    *((key,) for key in ("id", "tr", "hidden", "muted", "disabled", "deleted")),
    *((key,) for key in ("visible", "enabled", "active")),
}


def find(fields: Mapping[str, Any], what: str) -> Any:
    """The value of the first spelling that is there; None when there is none.

    A group such as `text: {content: …}` is looked into, it is no value itself. Numbers that
    contradict each other are all of them, which no reader takes for a value.
    """
    values = [value for path in _PATHS[what] if (value := _at(fields, path)) is not None]
    if what in _NUMBERS and any(value != values[0] for value in values):
        return values
    return values[0] if values else None


def is_off(fields: Mapping[str, Any]) -> bool:
    """Whether a segment or a track is there and yet neither seen nor heard."""
    off = any(fields.get(key) in (True, 1) for key in ("hidden", "muted", "disabled", "deleted"))
    return off or any(fields.get(key) in (False, 0) for key in ("visible", "enabled", "active"))


def _at(fields: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = fields
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return None if isinstance(value, dict) else value


def unknown_keys(fields: Mapping[str, Any]) -> dict[str, str]:
    """The keys that nobody knows, each with what kind of value it holds: number, words or flag."""
    found = {}
    for key, value in fields.items():
        nested = value.items() if isinstance(value, dict) and (key,) not in _KNOWN else ()
        for path, content in (((key,), value), *(((key, inner), deep) for inner, deep in nested)):
            kind = _kind(content)
            if kind and path not in _KNOWN:
                found[".".join(path)] = kind
    return found


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number"
    return "words" if isinstance(value, str) and value else ""


def kind_of(what: str) -> str:
    """What kind of value a key of a look has: number, words or flag."""
    reader = dict(LOOK.values()).get(what)
    return "flag" if reader is _flag else "words" if reader in (words, _corner) else "number"


def read_look(fields: Mapping[str, Any]) -> tuple[dict[str, object], list[str]]:
    """What is known of how a segment looks and sounds, and the keys of what cannot be read."""
    found: dict[str, object | None] = {}
    given = {what: fields[key] for key, (what, _) in LOOK.items() if fields.get(key) is not None}
    readers = dict(LOOK.values())
    color = given.get("color")
    if isinstance(color, dict):
        given |= {"color": color.get("name"), "amount": color.get("amount", 1)}
    if is_off(fields):
        given["hidden"] = True
    level = find(fields, "volume")
    if level is not None:
        given["volume"] = level
    readers |= {"volume": _level, "amount": number, "hidden": _flag}
    for what, value in given.items():
        found[what] = readers[what](value)
    link = fields.get("tr")
    if link is not None:
        found |= _link(link)
    unreadable = [what for what, value in found.items() if value is None]
    return {k: v for k, v in found.items() if v is not None and v is not False}, unreadable


def _link(link: object) -> dict[str, object | None]:
    """The transition into a segment; any other kind than a fade is named."""
    if not isinstance(link, dict):
        return {"transition": None}
    found: dict[str, object | None] = {"transition": whole(link.get("d"))}
    kind = link.get("type", "fade")
    if kind != "fade":
        found["transition_kind"] = words(kind)
    if link.get("overlap") is not None:
        found["overlap"] = _flag(link.get("overlap"))
    return found
