"""A level of a sound that is there, without a verb: "whoosh at 40 %", "ding a bit quieter"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.placeholders import HAN, pattern
from mock_server.agent.wording.shown import Shown

_END = r"(?= ?,| and\b|[ .!]*\Z)"


def levelled(text: str, shown: Sequence[Shown]) -> str:
    """A marked sentence in which such a level is an order about the sound that is on the timeline."""
    names = [one.name for one in shown if one.role == "sound" and one.name]
    for name in {one.casefold() for one in names if one.casefold() in text.casefold()}:
        if sum(one.casefold() == name for one in names) == 1:
            text = _of(text, re.escape(name), alone=len(names) == 1)
    return text


def _of(text: str, name: str, *, alone: bool) -> str:
    lead = rf"(\A|,|\band\b)[ ,]*(?:and )?(?:the )?({name})"
    text = pattern(
        rf"{lead}(?: volume| sound)? (?:at|to|down to|up to) (<:percent>)(?: volume)?(?: please)?{_END}"
    ).sub(r"\1 set the volume of the \2 to \3", text)
    text = pattern(
        rf"{lead} ((?:a bit |a little |much |slightly |a lot )?(?:louder|quieter|softer))(?: please)?{_END}"
    ).sub(r"\1 make the \2 \3", text)
    if not (alone and HAN.search(text)):
        return text
    return pattern(
        rf"(\A|,) ?{name}的?(?:音量|声音)(?:调)?(?:到|为|是|成)?(<:percent>)(?=[ .!。]*\Z|,)"
    ).sub(r"\1把音效的音量调到\2", text)
