"""An English message that asks for as much once more, elsewhere: "and the same off the bottom", "another
five", or for the other way round: "the other direction"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.order import Found
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import Draft

_LEAD = r"\W*(?:(?:and|also|now|then|plus|oh|ok|okay|please|but)\b[ ,.!…:-]*)*"
_TAIL = r"(?:[ ,]*(?:please|too|as well|also|thanks))*[ .!]*"
_SIDE = r"(?:the )?(?P<side>top|bottom|left|right|other side|opposite side)(?: (?:side|edge))?"
_OFF = r"(?:off of|off|from|on|at|for|to|with)"
_SAME_THERE = Regex(
    rf"{_LEAD}"
    rf"(?:(?:do |crop |cut |take )?(?:the |exactly the )?same(?: amount| thing| again)? {_OFF} {_SIDE}"
    rf"|(?:crop |cut |take )?(?P<twice>twice|half) (?:that|as much) {_OFF} {_SIDE.replace('side>', 'at>')}"
    rf"|(?:crop |cut |take )?(?P<share>{NUMBER}) ?(?:%|percent) {_OFF} {_SIDE.replace('side>', 'on>')}"
    rf"|{_SIDE.replace('side>', 'bare>')}(?:,? (?:too|as well|also))){_TAIL}",
    re.IGNORECASE,
)
_OPPOSITE = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
_CROPS = {
    "crop",
    "cut",
    "remove",
    "amount",
    "by",
    "off side",
    "place",
    "thing",
    "stop",
    "make",
    "only",
    "to",
}
_PERCENT = 100


def more_beside(
    message: str, before: Sequence[Part], now: Draft, names: tuple[str, ...]
) -> Found | None:
    """What is to be done beside what was done before."""
    return (
        _cropped_there(message, before)
        or _so_much_again(message, before, now, names)
        or _turned_again(message, before)
    )


def _cropped_there(message: str, before: Sequence[Part]) -> Found | None:
    """As much of the picture, or so much, off another side as well."""
    found = _SAME_THERE.fullmatch(message)
    shares = [float(str(one.value)) for one in before if one.kind in ("amount", "by")]
    sides = [str(one.value) for one in before if one.kind in ("off side", "place")]
    if found is None or len(shares) != 1 or len(sides) != 1 or not kinds(before) <= _CROPS:
        return None
    if not kinds(before) & {"crop", "off side"} or sides[0] not in _OPPOSITE:
        return None
    if any(isinstance(one.value, Thing) and one.value.role != "video" for one in before):
        return None
    told = next(found[one] for one in ("side", "at", "on", "bare") if found[one]).lower()
    side = _OPPOSITE[sides[0]] if " " in told else told
    share = shares[0] * {"twice": 2.0, "half": 0.5}.get((found["twice"] or "").lower(), 1.0)
    share = float(number(found["share"])) / _PERCENT if found["share"] else share
    if side == sides[0] or not 0 < share < 1:
        return None
    return [op.Picture({f"crop_{side}": round(share, 6)}, op.WHOLE)]


_LONG = rf"(?P<n>{NUMBER})(?: (?:more|other))?(?: ?(?:seconds?|secs?|s))?(?: more)?"
_AGAIN = Regex(
    rf"{_LEAD}(?:(?:cut|trim|take|remove|chop|lose|drop)(?: off| out)? )?"
    rf"(?=(?:another|[^,.]* more\b|[^,.]*more\b))(?:another )?{_LONG}(?: off| away)?(?: too| as well)?"
    r"(?:,? (?:off|from|at) (?:the )?(?:very )?(?P<edge>end|back|start|beginning|front))?"
    rf"(?:,? this time)?{_TAIL}",
    re.IGNORECASE,
)
_CUTS = {
    "cut", "remove", "range", "stop", "make", "gone", "long", "off start", "off end", "atstart", "atend",
    "so long more", "to", "thing",
}  # fmt: skip


def _so_much_again(
    message: str, before: Sequence[Part], now: Draft, names: tuple[str, ...]
) -> Found | None:
    """So many seconds more off an edge of the video, that of the cut before where it is not told."""
    found = _AGAIN.fullmatch(message)
    edges = [one for one in map(_edge, before) if one]
    if any(isinstance(one.value, Thing) and one.value.role != "video" for one in before):
        return None
    known = _CUTS | ({"keep", "only", "all but"} if found and found["edge"] else set())
    if (
        found is None
        or not kinds(before) <= known
        or not kinds(before) & {"cut", "remove", "gone", "make", "keep", "all but"}
    ):
        return None
    told = (found["edge"] or "").lower()
    if not told and len(edges) != 1:
        return None
    if not edges and not any(isinstance(one.value, Range) for one in before):
        return None
    parts = parts_of(f"for {found['n']} seconds", now, names)
    if not parts or [one.kind for one in parts] != ["long"]:
        return None
    long = int(str(parts[0].value))
    at_end = told in ("end", "back") if told else edges[0] == "end"
    if not 0 < long < round(1_000 * now.there.seconds):
        return None
    return [op.Cut((Range(-long, None) if at_end else Range(0, long),))]


def _edge(one: Part) -> str:
    """The edge of the video from which a part says that something goes."""
    if one.kind in ("off start", "atstart"):
        return "start"
    if one.kind in ("off end", "atend"):
        return "end"
    span = one.value
    if not isinstance(span, Range):
        return ""
    if span.start == 0 and span.end is not None and span.end > 0:
        return "start"
    return "end" if span.start < 0 and span.end is None else ""


_TURN_AGAIN = Regex(
    rf"{_LEAD}(?:(?:rotate|turn) (?:it |that )?(?:by )?)?"
    rf"(?:another (?P<n>{NUMBER})(?: degrees|°)?|(?P<m>{NUMBER})(?: degrees|°)? more"
    rf"|(?:another|one more) quarter(?: turn)?)(?: (?:the same|in the same) (?:way|direction))?{_TAIL}",
    re.IGNORECASE,
)
_QUARTER = 90
_TURNS = {"rotate", "degrees", "it", "thing", "stop", "to", "make", "by", "change"}


def _turned_again(message: str, before: Sequence[Part]) -> Found | None:
    """The video turned so far once more, the same way."""
    found = _TURN_AGAIN.fullmatch(message)
    turns = [one.value for one in before if one.kind == "degrees"]
    things = [one.value for one in before if isinstance(one.value, Thing)]
    if found is None or len(turns) != 1 or not kinds(before) <= _TURNS:
        return None
    if any(one.role != "video" for one in things) or turns[0] not in _TURNED:
        return None
    told = found["n"] or found["m"]
    if (float(number(told)) if told else _QUARTER) != _QUARTER:
        return None
    return [op.Rotate(int(str(turns[0])))]


_OTHER_WAY = Regex(
    r"\W*(?:(?:no|oh|sorry|oops|wait|please|ok|now|actually|make (?:it|that)|turn it|rotate it|and)\b"
    r"[ ,.!…:-]*)*"
    r"(?:(?:in |into )?(?:the )?(?:other|opposite|wrong) (?:way|direction)(?: (?:a?round|please))?"
    r"|(?:the )?(?:other|wrong) way (?:a?round))"
    r"(?:[ ,]*(?:please|instead|sorry|thanks|i (?:mean|meant)))*[ .!]*",
    re.IGNORECASE,
)
_TURNED = {90: 270, 270: 90}
_DIRECTION = Regex(r"clockwise|left|right", re.IGNORECASE)


def other_way(message: str, before: Sequence[Part]) -> list[Part] | None:
    """The parts with a turn the other way: "the other direction, please"."""
    turns = [i for i, one in enumerate(before) if one.kind == "degrees"]
    if (
        not _OTHER_WAY.fullmatch(message)
        or len(turns) != 1
        or kinds(before[:-1]) & {"and", "comma"}
    ):
        return None
    was = before[turns[0]]
    if was.value not in _TURNED or not _DIRECTION.search(was.words):
        return None
    turned = Part("degrees", _TURNED[int(str(was.value))], was.words)
    return [*before[: turns[0]], turned, *before[turns[0] + 1 :]]
