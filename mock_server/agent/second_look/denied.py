"""What a message denies although the video is so: "不要静音，倒放" of a silent video."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import effect
from mock_server.agent.values.lazily import Regex

_One = Mapping[str, Any]


def _has(*keys: str) -> Callable[[_One], bool]:
    return lambda one: any(one.get(key) for key in keys)


def _is_effect(name: str) -> Callable[[_One], bool]:
    return lambda one: effect(one) == name


# What is so, by which words it is denied, and what changes it.
_STATES: tuple[tuple[str, Callable[[_One], bool], tuple[type, ...]], ...] = (
    ("静音|消音|mute|silence", lambda one: one.get("vol") == 0, (op.Level,)),
    ("倒放|倒着放|reverse|backwards", _has("reverse"), (op.Reverse, op.Picture)),
    ("黑白|复古|怀旧|滤镜|black and white", _has("color"), (op.Picture,)),
    (
        "加速|快放|慢放|减速|变速|speed up|slow down",
        lambda one: one.get("speed", 1) != 1,
        (op.Speed, op.NormalSpeed),
    ),
    ("旋转|转(?!场)|rotate", _has("rotate"), (op.Rotate, op.Picture)),
)
# "No fade, …" may be of what is added; so these count where all is to stay as it is, or is an order of its
# own.
_MORE_STATES: tuple[tuple[str, Callable[[_One], bool]], ...] = (
    ("降噪|denois", _has("denoise")),
    ("稳定|防抖|stabili[sz]", _has("stabilize")),
    ("淡入|fade[- ]in", _has("fade_in")),
    ("淡出|fade[- ]out", _has("fade_out")),
    ("裁|crop", _has("crop", "crop_top", "crop_bottom", "crop_left", "crop_right")),
    ("模糊|blur", _is_effect("blur")),
    ("放大|zoom", _is_effect("zoom")),
    ("叠化|转场|过渡|cross-?fade", _has("tr")),
    ("显示|出现", lambda one: one.get("role") in (*op.TEXTS, "overlay")),
)
_NOT = Regex(r"(?:别|不要|不用|don't |do not |no |not )(?:再|给我|把它|视频|整个|be |it )*\Z", re.I)
_NOT_SO = Regex(
    r"(?:别|不要|不用|不(?!是|如|会|能|敢|想)|no need to |don't |do not |no |not )(?:要|用|去|给我|把它|再"
    r"|视频|整个|be |it )*\Z",
    re.I,
)
_MORE_OF_IT = Regex(r"再|更|太|那么|这么|过[于快慢头]|too|any ?more|further|so ", re.IGNORECASE)
_NTH = ("第一|\\bfirst clip", "第二|\\bsecond clip", "第三|\\bthird clip")


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


def lets_be_what_is_denied(
    said: Iterable[str], main: Sequence[_One], layers: Sequence[_One]
) -> bool:
    """Whether words that were taken for a wish that something stays deny what is there: "第二段不稳定"."""
    return any(_denies(words, main, layers) for words in said)


def _denies(words: str, main: Sequence[_One], layers: Sequence[_One]) -> bool:
    if _MORE_OF_IT.search(words):
        return False
    clips = [one for i, one in enumerate(main) if i < len(_NTH) and re.search(_NTH[i], words, re.I)]
    there = clips or [*main, *layers]
    for said, is_so in (*((one[0], one[1]) for one in _STATES), *_MORE_STATES):
        found = re.finditer(said, words, re.IGNORECASE)
        denied = any(_NOT_SO.search(words, 0, one.start()) for one in found)
        if denied and any(map(is_so, there)):
            return True
    return False
