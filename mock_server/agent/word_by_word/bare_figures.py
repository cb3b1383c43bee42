"""A figure alone ("no, four"), with the unit of the one in the message before whose place it takes."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.parts import Part

_MOST_OF_A_SHARE = 2  # from there on, it is percent
_BARE = Regex(rf"(?:to |just |only )?(?P<n>{NUMBER})", re.IGNORECASE)
_AS_FAST = Regex(rf"double|triple|twice|(?P<n>{NUMBER}) times", re.IGNORECASE)
_FASTER = {"double": "2x", "twice": "2x", "triple": "3x"}
_OF_AN_EDGE = Regex(rf"(?:(?:just|only) )?(?:the )?(?:first|last) {NUMBER}", re.IGNORECASE)
_UNITS = {
    "long": ("{} seconds", "{}秒"), "range": ("{} seconds", "{}秒"), "level": ("to {}%", "{}%"),
    "factor": ("{}x", "{}倍"), "degrees": ("{} degrees", "{}度"), "at": ("at {} seconds", "在{}秒"),
}  # fmt: skip


def with_its_unit(text: str, before: Sequence[Part]) -> str:
    """A bare figure with the unit of the one that it takes the place of: "over 2 seconds", "no, four"."""
    text = text.strip(" ,.!。，") if _OF_AN_EDGE.fullmatch(text.strip(" ,.!。，")) else text
    if _OF_AN_EDGE.fullmatch(text) and [one.kind for one in before].count("range") == 1:
        return f"{text} seconds"
    if (times := _AS_FAST.fullmatch(text.strip(" ,.!"))) and any(
        one.kind == "factor" for one in before
    ):
        return _FASTER.get(text.strip(" ,.!").lower()) or f"{float(number(times['n'])):g}x"
    found = _BARE.fullmatch(text.strip(" ,.!。，"))
    told = [one.kind for one in before if one.kind in _UNITS]
    if found is None or len(told) != 1 or any(one.kind == "text" for one in before):
        return text
    figure = float(number(found["n"]))
    if told[0] == "level" and figure <= _MOST_OF_A_SHARE:
        return text
    return _UNITS[told[0]][bool(HAN.search("".join(one.words for one in before)))].format(
        f"{figure:g}"
    )
