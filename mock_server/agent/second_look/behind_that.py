"""What comes behind another thing, "then" or "after that", and is told no time of its own."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.timeline.tracks import end_of

_THEN = Regex(
    r"(?P<first>\A[^;]*?)(?:[,.;] ?(?:and )?|\band )(?:then|after that|afterwards|followed by)\b,?"
    r" (?P<rest>[^;.]*)",
    re.IGNORECASE,
)
_LASTS = Regex(
    rf"\b(?:from|until|till|for|at|first|last|between|over|to) (?:the )?(?:first |last )?(?:\d|{NUMBER})"
    r"|\bfade to black\b|\bfirst \w+ seconds\b",
    re.IGNORECASE,
)
_OWN_TIME = Regex(
    r"\b(?:at|from|until|till|between|start|end|beginning|whole|throughout|last|first|top of)\b"
    r"|\d ?[-–] ?\d",
    re.IGNORECASE,
)
_ORDERS = Regex(
    r"\b(?:cut|trim|remove|delete|split|reverse|crop|rotate|export|change|move|set)\b",
    re.IGNORECASE,
)
_A_LAYER = Regex(
    r"\b(?:titles?|texts?|captions?|music|song|logo|voice-?over|sound)\b|  ", re.IGNORECASE
)
_ADDS = Regex(
    r"(?:please |also |just )*(?:add|put|insert|place|make|give|turn|lay|use)\b", re.IGNORECASE
)
_THEN_AT = Regex(
    rf"\bthen (?:at|to|down to|up to) (?:{NUMBER}) ?(?:%|percent)|\bthen (?:quieter|louder|lower)\b",
    re.IGNORECASE,
)


def _begins_the_video(plain: str, edit: Edit) -> bool:
    """ "Logo from 5 to 10, then a title 'Hi' for 3 seconds", and it stands there from 0 to 3."""
    if not edit.added or not (found := _THEN.match(plain)):
        return False
    if _ADDS.match(found["rest"]) or not _A_LAYER.search(found["rest"]):
        return False  # the next order, and not when
    if (
        not _LASTS.search(found["first"])
        or _OWN_TIME.search(found["rest"])
        or _ORDERS.search(found["first"])
    ):
        return False
    early = [one for one in edit.added if one["s"] == 0]
    if len(edit.added) > 1:
        starts = sorted((int(one["s"]), end_of(one)) for one in edit.added)
        return bool(early) and (len(early) > 1 or starts[0][1] != starts[1][0])
    return bool(early) and edit.before != edit.after


def _is_one_of_two_levels(plain: str, edit: Edit) -> bool:
    """ "song.mp3 at full volume for the first 5 seconds, then at 20 percent", and it stops after five."""
    return bool(_THEN_AT.search(plain)) and any(
        not edit.lasts(one) for one in edit.added if one["role"] == "music"
    )


CHECKS = (_begins_the_video, _is_one_of_two_levels)
