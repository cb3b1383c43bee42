"""Whether a level that is told by its figure is the level that it has now: "太多了，0.6就好"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_LEVEL = Regex(
    r"(?<![\d.:/-])(?:0?\.\d+)(?![\d.]"
    r"| ?(?:to\b|until\b|till\b|-|–|~|到|至|%|percent|s\b|secs?\b|seconds?\b|秒|x\b|倍|分|db\b))",
    re.I,
)
_BY = words(
    r"\b(?:by|minus|plus|less|more|lower|add|subtract|down|up|second|half)\b",
    "[再降减增加]|[高低大小]0|往[上下]",
)
_LEVELS = ("vol", "opacity", "scale")
_NEAR = 0.0015


def _is_another_level(plain: str, edit: Edit) -> bool:
    told = [float(one[0]) for one in _LEVEL.finditer(plain)]
    if len(told) != 1 or _BY.search(plain):
        return False
    found = [
        float(value) for key, value in edit.values if key in _LEVELS and value not in ("", "None")
    ]
    return bool(found) and not any(abs(one - told[0]) < _NEAR for one in found)


_UP_TO = Regex(
    r"\b(?:volume|sound|audio|voice|speech|music|song|it|clip|louder|level|video)\b[^.;\d]{0,16}? up to"
    r" (?P<n>\d(?:\.\d+)?)(?![\d:/]|\.\d| ?(?:s\b|sec|%|percent|min|x\b))",
    re.IGNORECASE,
)
_OF_SPEED = words(r"\b(?:speed|faster|mute|silent|silence|cut|only|just)\b")


def _lasts_up_to_it(plain: str, edit: Edit) -> bool:
    """ "Crank the volume up to 2", and it is at 150 % for two seconds."""
    told = [float(one["n"]) for one in _UP_TO.finditer(plain) if not _OF_SPEED.search(one[0])]
    levels = [float(value) for key, value in edit.values if key == "vol"]
    return bool(told and edit.values) and not all(
        any(abs(one - level) < _NEAR for level in levels) for one in told
    )


_HALF = words(
    r"\b(?:at |to )?half (?:the |its |of the )?(?:volume|loudness|level)\b",
    "音量(?:要|调成|调到|调|设成|设为|为|是|用)?一半|一半的?音量",
)


def _is_not_half_as_loud(plain: str, edit: Edit) -> bool:
    """ "只在30秒到50秒之间放song.mp3，音量一半", and it is as loud as it is."""
    if not edit.added or not _HALF.search(plain):
        return False
    return not any(key == "vol" and value for key, value in edit.values)


CHECKS = (_is_another_level, _lasts_up_to_it, _is_not_half_as_loud)
