"""The frame and quality of a render, from the draft's canvas and the request's `output`."""

from __future__ import annotations

import re
from typing import Any

from mock_server.api.errors import ApiError

LONG_SIDE, SHORT_SIDE = 1920, 1080
SHARPEST = {20: "high", 26: "medium", 51: "low"}  # the highest crf of each quality (assumed)


def frame(draft: dict[str, Any], output: dict[str, Any]) -> dict[str, Any]:
    """Width, height, frame rate and quality to render with. Raises ApiError 422.

    `1080p` is the largest frame of the canvas's shape inside 1920x1080 or its turn (assumed); so
    is a canvas that is larger than that.
    """
    wide, high = _canvas(draft)
    asked = output.get("resolution")
    if asked is None:
        width, height = _as_it_is(wide, high)
    elif found := re.fullmatch(r"([0-9]{2,4})p", asked):
        width, height = _fit(wide, high, round(int(found[1]) * 16 / 9))
    elif found := re.fullmatch(r"([0-9]{2,4})[x×*]([0-9]{2,4})", asked):
        width, height = int(found[1]), int(found[2])
    else:
        raise ApiError(422, 'output.resolution must look like "1080p" or "1920x1080"')
    if max(width, height) > LONG_SIDE or min(width, height) > SHORT_SIDE:
        raise ApiError(422, f"output up to {SHORT_SIDE}x{LONG_SIDE}, not {width}x{height}")
    quality = _quality(output)
    return {"width": width, "height": height, "fps": output.get("fps"), "quality": quality}


def _canvas(draft: dict[str, Any]) -> tuple[int, int]:
    meta = draft.get("m", {})
    sides = (meta.get("width", LONG_SIDE), meta.get("height", SHORT_SIDE))
    if any(type(side) is not int or not 16 <= side <= 16_384 for side in sides):
        raise ApiError(422, "draft.m.width and draft.m.height must be whole pixels, 16 to 16384")
    return sides


def _as_it_is(wide: int, high: int) -> tuple[int, int]:
    if max(wide, high) > LONG_SIDE or min(wide, high) > SHORT_SIDE:
        return _fit(wide, high, LONG_SIDE)
    return wide // 2 * 2, high // 2 * 2


def _fit(wide: int, high: int, long_side: int) -> tuple[int, int]:
    """The canvas's shape inside `long_side` by 9/16 of it, or its turn; even sides."""
    short_side = round(long_side * 9 / 16)
    box = (long_side, short_side) if wide >= high else (short_side, long_side)
    scale = min(box[0] / wide, box[1] / high)
    return max(16, round(wide * scale / 2) * 2), max(16, round(high * scale / 2) * 2)


def _quality(output: dict[str, Any]) -> str:
    """The quality by name; a `crf` maps to the nearest name."""
    crf = output.get("crf")
    if crf is None:
        return output.get("quality", "high")
    return next(name for highest, name in SHARPEST.items() if crf <= highest)
