"""How large a text is without a size of its own, in points on a 1080-high canvas."""

from collections.abc import Mapping
from typing import Any

SIZES = {"title": 112, "lower-third": 60, "caption": 54}


def default_size(role: str, meta: Mapping[str, Any]) -> float:
    """The size that the renderer uses, smaller on a canvas that is narrower than 16:9."""
    width, height = meta.get("width", 1920), meta.get("height", 1080)
    return SIZES[role] * narrowing(1080 * width / max(height, 1))


def narrowing(page_width: float) -> float:
    """By how much texts shrink on a page of this width, which is 1080 high."""
    return min(1.0, 0.6 + 0.4 * page_width / 1920)
