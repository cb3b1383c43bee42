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


CHECKS = (_is_another_level,)
