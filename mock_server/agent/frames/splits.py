"""Frames that cut without loss."""

from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import need
from mock_server.agent.frames.slots import Slots

_IN_HALF = ("in half", "split in half", "一分为二")


def split(s: Slots) -> list[op.Operation] | None:
    """A cut without loss at each of the times."""
    if not (s.take("split") or (s.chinese and s.has("equal"))):
        return None
    halved = any(token.words.lower() in _IN_HALF for token in s.tokens) and not s.has("cut")
    s.all("split", "cut", "set")
    need(s.row("to ^time") is None)  # "into 10 second pieces"
    if s.take("spaced"):
        each = s.all("time")
        need(len(each) == 1 and each[0].ms >= 1_000)
        return [op.Split(int(each[0].ms), again=True)]
    if s.take("middle") or (halved and not s.has("time", "range")):
        return [op.Split(Fraction(1, 2))]
    if s.take("equal"):
        return _equal_parts(s)
    times = [int(one.ms) for one in s.all("time")]
    need(times and not s.has("range") and not s.said("each"))
    need(len(times) == 1 or not any("两段" in token.words for token in s.tokens))
    s.all("number")
    return [op.Split(at) for at in times]


_COUNTED = ("one", "two", "three", "four", "five", "six")
_PARTS = ("一段", "两段", "三段", "四段", "五段", "六段")


def _equal_parts(s: Slots) -> list[op.Operation]:
    """A cut without loss between parts that are equally long, at most six."""
    words = [one.words.lower() for one in s.tokens if one.is_a("count") or one.is_a("number")]
    need(len(words) == 1)
    spelled = next((one for one in (_COUNTED, _PARTS) if words[0] in one), None)
    parts = spelled.index(words[0]) + 1 if spelled else int(words[0].isdigit() and words[0])
    need(2 <= parts <= len(_COUNTED))
    s.all("count", "number", "each")
    each = s.one("time")
    return [
        op.Split(Fraction(i, parts), None if each is None else i * int(each.ms))
        for i in range(1, parts)
    ]
