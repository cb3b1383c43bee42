"""How the values of a segment may be spelled in a draft, and which of them make sense.

Only `d` is documented. Of several spellings the first that is there counts. A reader gives None for
what is no such value: that is then not taken for granted, but noted as unreadable.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

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


def find(fields: Mapping[str, Any], what: str) -> Any:
    """The value of the first spelling that is there; None when there is none."""
    for spelling in SPELLINGS[what]:
        value: Any = fields
        for key in spelling.split("."):
            value = value.get(key) if isinstance(value, dict) else None
        if value is not None:
            return value
    return None


def read_look(fields: Mapping[str, Any]) -> tuple[dict[str, object], list[str]]:
    """What is known of how a segment looks and sounds, and the keys of what cannot be read."""
    found: dict[str, object | None] = {}
    given = {what: fields[key] for key, (what, _) in LOOK.items() if fields.get(key) is not None}
    readers = dict(LOOK.values())
    color = given.get("color")
    if isinstance(color, dict):
        given |= {"color": color.get("name"), "amount": color.get("amount", 1)}
    level = find(fields, "volume")
    if level is not None:
        given["volume"] = level
    readers |= {"volume": _level, "amount": number}
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
