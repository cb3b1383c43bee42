"""What is answered by "I leave that as it is", although a part of it asks for something: "A不变，B变红",
"不是红色，是蓝色"."""

import re
from collections.abc import Sequence

from mock_server.agent import operations as op
from mock_server.agent.reading.message import read
from mock_server.agent.reading.understood import Reading
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values
from mock_server.agent.values.quotes import take_quotes, whole_characters
from mock_server.agent.wording.shown import Shown

_STOPS = Regex(r"[,，。;；!！\n]|(?<![0-9])\.(?=\s|\Z)")
_RATHER = Regex(r"(?:而|应该?|其实)?(?:就|只)?(?:是|要)(?!不是|的$|我|因为|为了|谁|什么)")
# "第一段不动，…": what else is said is no reason.
_STAYS = Regex("(?:不变|不动|别动|不要动|不用动)\\Z|不(?:模糊|放大)了\\Z")
_REASON = Regex("我|你|他|因为|等|还|想|看|说|喜欢|用|好|行|辛苦|谢|先|以后|时候")
# "But not the second clip" behind "make everything black and white" is no leave to let it be.
_NOT_THAT = Regex(
    r"\W*(?:(?:but|no|and|just|oh|well|please)[, ]+)*not (?:(?:for |on )?the [a-z0-9 ]{3,30}|(?:fade )?in"
    r"|(?:fade )?out|bold|italic)(?: please| though)?[ .!]*",
    re.IGNORECASE,
)
# "Make the title red without making it bigger", "don't change the title, but the caption should be red".
_BESIDE = Regex(r"\b(?:without|but|and (?:please )?(?=do not|don't))\b", re.IGNORECASE)
_MOST = 8  # parts: who says more tells something


def asks_beside(
    message: str,
    reading: Reading,
    names: Sequence[str],
    shown: Sequence[Shown],
    *,
    behind_an_edit: bool,
) -> bool:
    """Whether all of a message is answered by that something stays as it is, and a part behind that is an
    order, or tells what is meant; or takes a part of what was done out of it."""
    if behind_an_edit and _NOT_THAT.fullmatch(message):
        return True
    if reading.misunderstood or not _leaves_all(reading):
        return False
    plain = take_quotes(whole_characters(message), Values())
    parts = [one.strip() for one in _STOPS.split(plain) if one.strip()][:_MOST]
    if not parts:
        return False
    if _STAYS.search(parts[0]) and not all(_REASON.search(one) or _stays(one) for one in parts[1:]):
        return True
    if any(_RATHER.match(one) or _asks(one, names, shown) for one in parts[1:]):
        return True
    beside = [one.strip() for part in parts for one in _BESIDE.split(part) if _BESIDE.search(part)]
    return any(_asks(one, names, shown) for one in beside[:_MOST] if one)


def _stays(part: str) -> bool:
    return bool(_STAYS.search(part))


def _asks(part: str, names: Sequence[str], shown: Sequence[Shown]) -> bool:
    found = read(part, names, first=False, shown=shown)
    return not all(isinstance(one, op.Answer) for one in found.operations)


def _leaves_all(reading: Reading) -> bool:
    """Whether nothing is asked for, and something is to stay as it is."""
    told = [one.topic if isinstance(one, op.Answer) else "" for one in reading.operations]
    return "ignored" in told and set(told) <= {"ignored", "greeting"}
