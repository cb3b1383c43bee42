"""Frames about one more clip: put in at a time, between others, or a part of it at the end."""

from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import file_name, need
from mock_server.agent.frames.slots import Slots
from mock_server.agent.values.files import is_picture, is_sound
from mock_server.agent.values.ranges import Clip, Range, Within

_PUTS = ("put", "place", "放", "放到", "放在", "放入", "放进")
_AFTER = ("after", "后", "之后", "以后", "后面")


def insert(s: Slots) -> op.Operation | None:
    """A clip at a time, in the middle, or before or behind another."""
    puts = any(one.words.lower() in _PUTS for one in s.tokens)
    need(s.take("splice", "add") or (puts and s.take("show")))
    s.all("splice", "add", "show")
    if (part := _beginning(s)) is not None:
        return part
    name = file_name(s)
    need(name is not None and not is_sound(name))
    length = s.row("for time")
    need(length or not is_picture(str(name)))
    if (gone := s.row("inplace range")) is not None:
        need(isinstance(gone["range"], Range) and not is_picture(str(name)))
        return op.Insert(str(name), 0, instead=gone["range"])
    at = _where(s)
    need(at is not None)
    lasts = None if length is None else int(length["time"].ms)
    behind = s.said("behind")
    return op.Insert(str(name), at, behind, lasts) if at is not None else None


def _beginning(s: Slots) -> op.Insert | None:
    """How much of a clip goes in at a time: "the first 5 s of b.mp4 at 30 s"."""
    if (inner := s.one("portion")) is not None:
        need(isinstance(inner, Within))
        name, part = inner.clip.name, inner.part
    elif (found := s.copy().row("range ^file")) is not None and _leads(found["range"]):
        part = s.row("range ^file") and found["range"]
        name = file_name(s)
    else:
        return None
    need(name is not None and not (is_sound(name) or is_picture(name)) and _leads(part))
    at = s.row("at|to time")
    need(at is not None)
    return op.Insert(str(name), int(at["time"].ms), length=int(part.end)) if at else None


def _leads(part: object) -> bool:
    """Whether a range is the beginning of something."""
    return isinstance(part, Range) and part.start == 0 and bool(part.end)


def _where(s: Slots) -> int | Fraction | Clip | None:
    if (joint := s.row("joint|behind nth")) is not None:
        clip: Clip = joint["nth"]
        return clip
    if (found := s.row("at|to time")) is not None:
        return int(found["time"].ms)
    if s.take("middle"):
        return Fraction(1, 2)
    if (two := next((one for one in s.tokens if one.is_a("cutpoint")), None)) is not None:
        need("clips" in two.words.lower() or "两" in two.words)
        s.take("cutpoint")
        return Clip(1, of=2)
    span = s.one("range")
    if not isinstance(span, Range) or span.end is not None or span.start < 0:
        return None
    words = next(one.words.lower() for one in s.tokens if one.is_a("range"))
    need(words.startswith(_AFTER[0]) or words.endswith(_AFTER[1:]))
    return span.start
