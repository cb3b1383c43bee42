"""Read one value of a draft. None means that it is no such value: the caller notes it as unreadable."""

from __future__ import annotations

import json

_MOST = 10**12
"""Greater numbers are damage: thirty years in milliseconds."""


def number(value: object) -> float | int | None:
    """A finite number of a sane size; JSON as Python reads it also has NaN and Infinity."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if -_MOST < value < _MOST else None


def whole(value: object) -> int | None:
    """Milliseconds or pixels: rounded, not negative."""
    found = number(value)
    return round(found) if found is not None and found >= 0 else None


def positive(value: object) -> float | None:
    found = number(value)
    return found if found is not None and found > 0 else None


def level(value: object) -> float | None:
    """0–2, also where the draft counts in percent."""
    found = number(value)
    if found is None or not 0 <= found <= 200:
        return None
    return found / 100 if found > 2 else found


def degrees(value: object) -> float | None:
    """0–360, clockwise."""
    found = number(value)
    return None if found is None else found % 360


def flag(value: object) -> bool | None:
    return bool(value) if isinstance(value, int) and value in (0, 1) else None


def words(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def corner(value: object) -> str | None:
    """`top-left`, also where the draft writes `top_left` or `Top Left`."""
    found = words(value)
    return found and found.strip().lower().replace("_", "-").replace(" ", "-")


_TRANSITIONS = {
    "wipeleft": "wipe-left", "wiperight": "wipe-right",
    "slideleft": "slide-left", "slideright": "slide-right",
    **dict.fromkeys(("dipblack", "diptoblack", "fadeblack", "fadetoblack"), "dip-black"),
    **dict.fromkeys(("dipwhite", "diptowhite", "fadewhite", "fadetowhite"), "dip-white"),
}  # fmt: skip
"""The names that editors and ffmpeg's `xfade` have for the transitions of the language."""


def transition(value: object) -> str | None:
    """A kind of transition by the word of the language, where it is one; however it is spelled."""
    found = corner(value)
    return found and _TRANSITIONS.get(found.replace("-", ""), found)


def text(value: object) -> str | None:
    """A text, also where it comes in parts: as lines, or as runs with a style of their own.

    Assumed: a list of plain strings are its lines, unless there is white space at their edges; a list
    of objects are runs of one line. An empty text is a text. One that is JSON with a text in it is that
    text (JianYing and CapCut).
    """
    if isinstance(value, str):
        return _from_json(value)
    parts = value if isinstance(value, list) else [value]
    strings = [_part(part) for part in parts]
    found = [string for string in strings if string is not None]
    if not found or len(found) < len(strings):
        return None
    lines = all(isinstance(part, str) and part == part.strip() for part in parts)
    return ("\n" if lines else "").join(found) or None


def _from_json(written: str) -> str:
    if written.startswith("{"):
        try:
            found = _part(json.loads(written))
        except (ValueError, RecursionError):
            found = None
        return written if found is None else found
    return written


def _part(part: object) -> str | None:
    if isinstance(part, dict):
        part = part.get("text", part.get("content"))
    return part if isinstance(part, str) else None
