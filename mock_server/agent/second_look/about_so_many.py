"""Chinese: "两三秒" is two or three seconds, and no 23; "音量+10" no 10 %; "一倍速" no double speed."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex

_ABOUT = Regex(
    "(?<![零〇一二两三四五六七八九点第百])(?:一两|[二两]三|三四|三五|四五|五六|六七|七八|八九)"
    "(?=十?个?(?:多|来)?(?:秒|分钟|倍|成|格|帧|号|遍|次))"
)
_MORE_BY = Regex(
    r"[+＋加] ?(?P<n>[0-9]{1,3})(?![0-9.:]| ?(?:%|秒|倍|个|分|db|号|px))", re.IGNORECASE
)
_SINGLE = Regex("(?<![快慢高大零〇一二两三四五六七八九十百0-9.])[一1]倍速")


def _is_exactly_so_many(plain: str, edit: Edit) -> bool:
    """ "剪掉前两三秒", and 23 seconds are gone."""
    return bool(edit.values or edit.layers) and bool(_ABOUT.search(plain))


def _is_that_level(plain: str, edit: Edit) -> bool:
    """ "音量+10", and that is all that is left of it."""
    told = {int(one["n"]) / 100 for one in _MORE_BY.finditer(plain)}
    return any(
        key == "vol" and re.fullmatch(r"[0-9.]+", value) and float(value) in told
        for key, value in edit.values
    )


def _is_twice_as_fast(plain: str, edit: Edit) -> bool:
    """ "一倍速", and it is at double speed."""
    return (
        bool(_SINGLE.search(plain))
        and ("speed", "2.0") in edit.values
        and any(str(one.get("speed")) == "2.0" for one in edit.after[0])
    )


CHECKS = (_is_exactly_so_many, _is_that_level, _is_twice_as_fast)
