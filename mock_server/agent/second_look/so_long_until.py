"""How long a thing lasts and when that is over: "the five seconds up to 0:20" begin at 0:15."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms
from mock_server.timeline.tracks import end_of

_S = r" ?-?(?:s|secs?|seconds?)\b"
_SO_LONG = Regex(
    rf"(?:\bfor|\bthe|\blasts?|,) (?:the )?(?P<long>{NUMBER}){_S},?"
    r" (?:(?:and )?(?:right |leading )?up to|(?:and )?until|till|(?:and )?end(?:ing|s)? (?:at|by)|to end at"
    rf"|before) (?:the )?(?P<end>\d+:\d\d|{NUMBER})(?:{_S})?(?: mark)?(?! ?%)"
    r"(?! (?:before|after|of|the|is|are|more)\b)",
    re.IGNORECASE,
)


def _begins_elsewhere(plain: str, edit: Edit) -> bool:
    """ "Show the logo for ten seconds up to 0:30", and it comes at 10 s."""
    if not (found := _SO_LONG.search(plain)):
        return False
    start = clock_ms(found["end"]) - clock_ms(found["long"])
    fades = {end_of(one) - int(one.get("fade_out", 0)) for _, one in edit.layers if one}
    return bool(edit.values) and start not in _starts(edit) | fades


def _starts(edit: Edit) -> set[int]:
    """When what has changed begins, and where a clip of the video or of its file does or ends, in ms."""
    found = {one["s"] for _, one in edit.layers if one}
    if edit.before[0] != edit.after[0]:
        found |= {one[key] for one in edit.after[0] for key in ("s", "in", "out") if key in one}
    return found


_BEFORE_THE_END = Regex(
    rf"\b(?:from|starting at) (?:second )?(?P<start>\d+:\d\d|{NUMBER})(?:{_S})?"
    rf" (?:until|till|up to|up until) (?P<rest>{NUMBER}){_S} before the (?:very )?end\b",
    re.IGNORECASE,
)


def _begins_before_the_end(plain: str, edit: Edit) -> bool:
    """ "Mute the clip from 10 until 5 seconds before the end", and it is mute from 50 s on."""
    if not (found := _BEFORE_THE_END.search(plain)):
        return False
    start = clock_ms(found["start"])
    return bool(edit.values) and start not in _starts(edit)


CHECKS = (_begins_elsewhere, _begins_before_the_end)
