"""Frames for what is done to the picture over a time: zooms and blurred regions."""

import re
from itertools import pairwise
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.changes import timed
from mock_server.agent.frames.layers import scale
from mock_server.agent.frames.looks import place
from mock_server.agent.frames.phrasing import need, ranges
from mock_server.agent.frames.slots import Slots
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex

ZOOM = 1.2  # a zoom without a size (assumed)
_INWARDS = ("zoom in", "push in", "punch in", "放大画面", "画面放大", "推近")
_OUTWARDS = Regex(r"% (?:down|back)\b|缩[小到回]|拉远", re.IGNORECASE)
_INWARDS_TO = Regex(r"\b(?:zoom|push|punch)\w* in\b|% up\b|推近|放大到|放大画面", re.IGNORECASE)
REGION = 0.25  # the size of a blurred region without one (assumed)


def zoom(s: Slots) -> op.Operation | None:
    """To a size, or slowly from one to another. "By 20 %" is to 120 %."""
    larger = s.take("larger") and s.has(
        "range", "whole", *(("video", "picture") if s.chinese else ())
    )
    need(s.take("zoom") or (larger and not s.said("it")) or s.has("sweep"))
    need(not s.has("remove", "no", "file", "text", "ratio", "overlay"))
    need(not s.has("keep") or s.has("video", "picture", "wholeframe"))
    s.all("zoom", "scaleword", "wholeframe", "image", "by", "keep", "set", "add", "show")
    start, end = _sizes(s, slowly=s.take("slowly"))
    ways = " ".join(one.words for one in s.tokens if one.is_a("zoom") or one.is_a("sweep"))
    s.take("up")
    need(not (s.take("out") or _OUTWARDS.search(ways)) or start > end)
    need(start <= end or not _INWARDS_TO.search(ways))
    values = {"zoom": start, "zoom_to": end if end != start else None}
    return _lay(s, "zoom", values, place(s) or "center")


def another_time(s: Slots) -> op.Operation | None:
    """When a zoom, or a blur, that is there is shown: "move the zoom to 20-25 s"."""
    name = "zoom" if s.has("zoom") else "blur"
    need(s.has("zoom", "blur") and s.said("move", "later", "earlier"))
    need(not s.has("remove", "no", "percent", "factor", "sweep", "bit"))
    s.all("zoom", "blur", "place")
    wanted = op.Change(op.Target(("effect",), name))
    found = timed(s, wanted)
    need(found != wanted)
    s.all("move", "begin", "last")
    return found


def _sizes(s: Slots, *, slowly: bool) -> tuple[float, float]:
    """The first and the last size; "slowly to 120 %" begins at the whole picture."""
    sweep, levels = s.one("sweep"), [float(one) for one in s.all("percent", "factor")]
    need(not s.said("factor") or min(levels) > 1)
    inwards = any(token.words.lower() in _INWARDS for token in s.tokens) and s.has("range")
    levels = levels or ([ZOOM] if inwards and not sweep else [])
    need(len(levels) == (0 if sweep else 1))
    need(not slowly or s.has("range"))
    need(not any(_is_reached(a, b) for a, b in pairwise(s.tokens)))
    need(not sweep or (min(sweep) >= 1) == (max(sweep) >= 1))  # smaller than the frame?
    start, end = sweep or (1.0 if slowly else levels[0], levels[0])
    return start if start >= 1 else 1 + start, end if end >= 1 else 1 + end


def _is_reached(one: Token, level: Token) -> bool:
    """Whether a size below that of the frame is the one that it is to have: "zoom to 80 %"."""
    to = one.is_a("to") or one.words.endswith(("到", "至", "为"))
    return to and 0.5 < float(level.readings.get("percent", 1)) < 1


def blur(s: Slots) -> op.Operation | None:
    """A region, or the whole picture."""
    need(
        s.take("blur")
        and not s.has("remove", "no", "file", "text", "ratio", "overlay")
        and not any(one.is_a("shapeword") and not one.is_a("scaleword") for one in s.tokens)
    )
    need(not _is_blurred(s))
    s.all("add", "show", "set", "blur")
    whole, region = s.take("wholeframe"), s.all("region")
    where, size = place(s), scale(s)
    whole = whole or (not (region or where or size) and s.has("range") and _all_of_it(s))
    need(whole or region or where)
    need(not whole or (where is None and size is None))
    values = {"scale": 1.0 if whole else size or REGION}
    return _lay(s, "blur", values, where or "center")


def _is_blurred(s: Slots) -> bool:
    """Whether it is said how it looks: "the picture is blurry", "画面是模糊的"."""
    if any(one.words == "是" and after.is_a("blur") for one, after in pairwise(s.tokens)):
        return True
    return any(one.words.lower() == "blurry" for one in s.tokens) and not s.said("set", "must")


def _all_of_it(s: Slots) -> bool:
    """Whether the picture itself is meant: "blur it from 3 to 5 s"."""
    return s.take("video", "picture", "all") or (s.it == "video" and s.take("it")) or s.said("add")


def _lay(s: Slots, name: str, values: dict[str, Any], where: Any) -> op.Operation:
    spans = ranges(s)
    need(len(spans) <= 1)
    s.all("whole")
    kept = {key: value for key, value in values.items() if value is not None}
    return op.AddLayer(
        "effect", spans[0] if spans else op.WHOLE, None, {"name": name, "pos": where} | kept
    )
