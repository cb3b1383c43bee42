"""Colours as people name them."""

from __future__ import annotations

import re

NAMES = {
    "white": "ffffff", "black": "000000", "red": "e53935", "green": "43a047", "blue": "1e88e5",
    "yellow": "fdd835", "orange": "fb8c00", "purple": "8e24aa", "pink": "ec407a", "cyan": "26c6da",
    "teal": "00897b", "grey": "9e9e9e", "gray": "9e9e9e", "silver": "cfd8dc", "gold": "ffc83d",
    "golden": "ffc83d", "brown": "795548", "navy": "1a2a5e", "lime": "c0ca33", "magenta": "d81b60",
    "violet": "7e57c2", "turquoise": "2ec4b6", "cream": "fff3d6", "beige": "f0e2c4",
    "白": "ffffff", "黑": "000000", "红": "e53935", "绿": "43a047", "蓝": "1e88e5", "黄": "fdd835",
    "橙": "fb8c00", "紫": "8e24aa", "粉": "ec407a", "金": "ffc83d", "灰": "9e9e9e",
}  # fmt: skip


def color(name: str, default: str = "ffffff") -> str:
    """`rrggbb` for a name or a hex colour; the default when it is unknown."""
    low = name.strip().lower()
    found = re.fullmatch(r"#?([0-9a-f]{6})(?:[0-9a-f]{2})?", low)
    if found:
        return found[1]
    short = re.fullmatch(r"#([0-9a-f])([0-9a-f])([0-9a-f])", low)
    if short:
        return "".join(c * 2 for c in short.groups())
    return next((value for word, value in NAMES.items() if word in low), default)


def see_through(name: str) -> int:
    """How much shows through a colour with eight digits, 0 to 255; nothing through any other."""
    found = re.fullmatch(r"#?[0-9a-f]{6}([0-9a-f]{2})", name.strip().lower())
    return 255 - int(found[1], 16) if found else 0
