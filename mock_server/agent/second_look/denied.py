"""What a message denies although the video is so: "不要静音，倒放" of a silent video."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from mock_server.agent import operations as op

_STATES: tuple[tuple[str, Callable[[Mapping[str, Any]], bool], tuple[type, ...]], ...] = (
    ("静音|消音|mute|silence", lambda one: one.get("vol") == 0, (op.Level,)),
    (
        "倒放|倒着放|reverse|backwards",
        lambda one: bool(one.get("reverse")),
        (op.Reverse, op.Picture),
    ),
    ("黑白|复古|怀旧|滤镜|black and white", lambda one: "color" in one, (op.Picture,)),
    (
        "加速|快放|慢放|减速|变速|speed up|slow down",
        lambda one: one.get("speed", 1) != 1,
        (op.Speed, op.NormalSpeed),
    ),
    ("旋转|rotate", lambda one: "rotate" in one, (op.Rotate, op.Picture)),
)
_NOT = re.compile(
    r"(?:别|不要|不用|don't |do not |no |not )(?:再|给我|把它|视频|整个|be |it )*\Z", re.I
)


def denies_what_is(
    message: str, main: Sequence[Mapping[str, Any]], asked: Sequence[op.Operation]
) -> bool:
    """Whether something is not wanted that is there, and nothing that is asked for changes it."""
    for words, is_so, deeds in _STATES:
        if any(isinstance(one, (*deeds, op.Undo)) for one in asked) or not any(map(is_so, main)):
            continue
        found = re.finditer(words, message, re.IGNORECASE)
        if any(_NOT.search(message, 0, one.start()) for one in found):
            return True
    return False
