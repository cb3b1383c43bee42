"""The styles of a text in Draft Protocol V3: single-class rules, and declarations on the element itself.

Published are `left`, `top`, `width` and `height` in percent, `color`, and `font-size` in em; of what is
not, so that no size can be read. Nor can a place near the border of two regions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Rules = Mapping[str, Mapping[str, str]]
"""Declarations by the name of their class; under ANY those of which nobody knows whom they are about."""

ANY = ""
UNCLEAR = ("unclear",)
"""In the place of a value that cannot be known: no reader takes it for one."""
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_PERCENT = re.compile(r"(-?\d{1,6}(?:\.\d{1,6})?)%")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?")
_BOX = ("left", "top", "width", "height", "right", "bottom", "transform", "inset", "translate")
_HIDING = ("display", "visibility")
_LOOKS = {"color": "color", "font-size": "size", "font-family": "font"}


def known_declarations() -> Iterator[tuple[str, Iterable[str]]]:
    """What becomes of declarations, and of which."""
    in_percent, others = _BOX[:4], _BOX[4:]
    yield (
        "the place: the third of the frame in which the middle of the box lies, all four in percent",
        in_percent,
    )
    yield "a place that cannot be read", others
    for key in dict.fromkeys(_LOOKS.values()):
        said = (
            "the size, which cannot be read: of what an em is, nobody says"
            if key == "size"
            else f"the {key}"
        )
        yield said, (name for name, other in _LOOKS.items() if other == key)
    yield "switched off where it is `none`, `hidden` or `collapse`", _HIDING
    yield "how opaque it is, as a number or in percent", ("opacity",)


def rules_of(styles: object) -> Rules:
    """The rules of a `<styles>`, or of the same in JSON."""
    if isinstance(styles, str):
        found: dict[str, dict[str, str]] = {}
        for rule in _without_comments(styles).split("}"):
            selectors, _, body = rule.partition("{")
            for selector in selectors.split(","):
                known = _CLASS.fullmatch(selector.strip())
                found.setdefault(known[1] if known else ANY, {}).update(_declared(body))
        return found
    rules = styles.items() if isinstance(styles, Mapping) else ()
    return {str(name).strip().removeprefix("."): _declared(body) for name, body in rules}


def _without_comments(styles: str) -> str:
    first, *others = styles.split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _declared(body: object) -> dict[str, str]:
    if isinstance(body, str):
        pairs = [part.partition(":") for part in _without_comments(body).split(";")]
        body = {key: value for key, colon, value in pairs if colon}
    items = body.items() if isinstance(body, Mapping) else ()
    return {
        str(key).strip().lower(): str(value).replace("!important", "").strip()
        for key, value in items
    }


def looks_of(rules: Rules, media: Mapping[str, Any]) -> dict[str, object]:
    """What the rules for its classes, and its own declarations, say of a text, under the keys of a
    documented draft."""
    classes, own = str(media.get("class") or "").split(), media.get("style")
    said: dict[str, str] = {}
    for name in classes:
        said |= rules.get(name, {})
    said |= _declared(own) if is_declared(own) else {}
    return dict(_looks(said)) | {
        key: UNCLEAR for declared in rules.get(ANY, ()) if (key := _key_of(declared))
    }


def is_declared(style: object) -> bool:
    """Whether a `style` holds declarations; else it is a word."""
    return isinstance(style, Mapping) or (isinstance(style, str) and ":" in style)


def _key_of(declared: str) -> str:
    if declared in _BOX:
        return "pos"
    if declared in _HIDING:
        return "hidden"
    return declared if declared == "opacity" else _LOOKS.get(declared, "")


def _looks(said: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    if any(key in said for key in _BOX):
        yield "pos", _place(said)
    if "color" in said:
        yield "color", said["color"] if "var(" not in said["color"] else UNCLEAR
    if "font-family" in said:
        yield "font", said["font-family"].partition(",")[0].strip().strip("\"'")
    if "font-size" in said:
        yield "size", UNCLEAR
    if said.get("display") == "none" or said.get("visibility") in ("hidden", "collapse"):
        yield "hidden", True
    if "opacity" in said:
        yield "opacity", _share(said["opacity"])


def _share(written: str) -> object:
    number = float(written) if _NUMBER.fullmatch(written) else None
    percent = _percent(written)
    return percent / 100 if percent is not None else UNCLEAR if number is None else number


def _percent(written: str | None) -> float | None:
    found = _PERCENT.fullmatch(written or "")
    return float(found[1]) if found else None


def _place(said: Mapping[str, str]) -> object:
    """The region of the frame in which the middle of the box lies."""
    across = _third(_percent(said.get("left")), _percent(said.get("width")), ("left", "", "right"))
    down = _third(_percent(said.get("top")), _percent(said.get("height")), ("top", "", "bottom"))
    moved = any(key in said for key in ("right", "bottom", "transform", "inset", "translate"))
    if across is None or down is None or moved:
        return UNCLEAR
    return "-".join(filter(None, (down, across))) or "center"


def _third(start: float | None, size: float | None, names: tuple[str, str, str]) -> str | None:
    """In which third of the frame the middle of a stretch lies; None too near to the border of two."""
    if start is None or size is None:
        return None
    middle = start + size / 2
    off = min(abs(middle - 100 / 3), abs(middle - 200 / 3))
    return names[min(2, max(0, int(middle * 3 // 100)))] if off >= 5 else None
