"""A change that was taken for what it changes to, or for a new thing: "转场延长1秒", of 1 s, "暖色再加20%",
"logo透明度再加20%", "音量减0.2", "速度增加0.5倍", in Chinese."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_N = "[0-9]+(?:\\.[0-9]+)?|半|[一二两三四五六七八九十]"
_MORE = (
    "(?:再(?:多|各)?(?:加|裁掉?|剪掉?|增加|延长|放|长|多|减|降|缩短)|(?:各|都)?(?:增加|延长|加长|拉长|增大"
    "|加大|提升|提高|上调|缩短|减短|减少|减小|降低|下调|调[高低大小短长])|多)"
)
_BY = Regex(
    rf"{_MORE}了?(?![到成为至])[^,，。;；0-9到成为至]{{0,3}}?(?P<n>{_N}) ?(?P<unit>秒|%|倍)"
)
_TIMES = ("fade_in", "fade_out")
_SHARES = (
    "crop", "crop_top", "crop_bottom", "crop_left", "crop_right", "opacity", "scale",
)  # fmt: skip
_CLOSE = 1e-6
_LESS = words("缩短|减|降|下调|调[低小短]")
_JOINS = words("转场|过渡|叠化")
_SEVERAL = words("[,，。;；、]")
_DIGITS = {one: at for at, one in enumerate("零一二三四五六七八九十")} | {"两": 2, "半": 0.5}
_SAYS = Regex("转场|过渡|叠化|黑场|白场|淡|[色黑冷暖]|复古|怀旧|鲜艳|电影|裁|透明|大小|速|快|慢|倍")


def _is_that_much_now(plain: str, edit: Edit) -> bool:
    """ "叠化增加1秒", and it lasts for 1 s; "顶部再裁掉5%", and it is less than it was."""
    told = _BY.search(plain)
    if told is None or not edit.values or not _SAYS.search(plain):
        return False
    figure = _figure(told["n"])
    step = -figure if _LESS.search(told[0]) else figure
    pairs = [*edit.altered, *(edit.clips if _as_many(edit) else ())]
    one_order, joins = not _SEVERAL.search(plain), bool(_JOINS.search(plain))
    for pair in pairs:
        for unit, old, new in _values(*pair):
            if unit != told["unit"] or old is None or abs(old + step - new) < _CLOSE:
                continue
            if old == new and not joins:
                continue  # another thing of it was changed
            if abs(new - figure) < _CLOSE or (one_order and (new - old) * step < 0):
                return True
    return False


def _figure(said: str) -> float:
    return float(_DIGITS.get(said) or said)


def _as_many(edit: Edit) -> bool:
    return len(edit.before[0]) == len(edit.after[0])


def _values(was: Segment, now: Segment) -> list[tuple[str, float | None, float]]:
    """What something is like before and after, each with its unit; in s, % and times."""
    found = [("秒", _in(was, key, 1_000), _in(now, key, 1_000)) for key in _TIMES]
    found += [("%", _in(was, key, 0.01), _in(now, key, 0.01)) for key in _SHARES]
    for key, name, unit, one in (("tr", "d", "秒", 1_000), ("color", "amount", "%", 0.01)):
        old, new = (_in(_inner(side, key), name, one) for side in (was, now))
        found.append((unit, old, new))
    found.append(("倍", float(was.get("speed", 1)), float(now.get("speed", 1))))
    return [(unit, old, now_is) for unit, old, now_is in found if now_is is not None]


def _inner(one: Segment, key: str) -> Segment:
    value = one.get(key)
    return value if isinstance(value, dict) else {}


def _in(one: Segment, key: str, unit: float) -> float | None:
    value = one.get(key)
    return value / unit if isinstance(value, int | float) else None


_LEVEL_OF = Regex(
    "(?:logo|水印|字幕|标题|音乐|贴纸|人名条)的?(?:不?透明度|大小|字号|音量|尺寸|亮度)"
    "(?:再|又|也|要)*(?:加|减|增|降|提|调|升|放|缩)",
    re.IGNORECASE,
)


def _adds_another(plain: str, edit: Edit) -> bool:
    """ "字幕字号加10", and there is one more."""
    there = {one.get("role") for one in edit.before[1]}
    return any(one.get("role") in there for one in edit.added) and bool(_LEVEL_OF.search(plain))


_OF_SOUND = Regex(
    r"(?:音量|声音)(?:再)?(?P<way>加|减|降|升|增加|减少|提高|降低|调高|调低|上调|下调)了?"
    r"(?P<n>0?\.[0-9]+)(?! ?[%倍秒0-9])"
)


def _is_a_share_of_it(plain: str, edit: Edit) -> bool:
    """ "音量减0.2", of a half, and it is 0.4."""
    told = _OF_SOUND.search(plain)
    if told is None:
        return False
    step = float(told["n"]) * (
        -1 if told["way"] in ("减", "降", "减少", "降低", "调低", "下调") else 1
    )
    pairs = [*edit.altered, *(edit.clips if _as_many(edit) else ())]
    levels = [(float(was.get("vol", 1)), float(now.get("vol", 1))) for was, now in pairs]
    return any(one != other and abs(one + step - other) > _CLOSE for one, other in levels)


_TO_NORMAL = Regex(r"(?:速|快|慢|放)[到成为至](?:1|一|1\.0)倍")
_BEFORE_IT = r"\A[ ,，]*(?:速度)?(?:再|要|给我)*"
_BEHIND_IT = r"倍(?:的?速度?)?(?:吧|了)?[ 。.!！]*\Z"
_FASTER = Regex(
    rf"{_BEFORE_IT}(?:加|增加|提升|提高|上调|快)(?P<n>{_N}){_BEHIND_IT}"
    rf"|{_BEFORE_IT}(?:减|减少|降低|下调|慢)(?P<less>{_N}){_BEHIND_IT}"
)


def _is_at_another_pace(plain: str, edit: Edit) -> bool:
    """ "放慢到1倍", of a fast one, and it is slow; "再加0.5倍", and it is half as fast."""
    paces = [
        (float(was.get("speed", 1)), float(now.get("speed", 1)))
        for was, now in (edit.clips if _as_many(edit) else ())
    ]
    paces = [pair for pair in paces if pair[0] != pair[1]]
    if _TO_NORMAL.search(plain) and any(now != 1 for _, now in paces):
        return True
    if not (told := _FASTER.match(plain)):
        return False
    step = _figure(told["n"] or told["less"])
    if told["less"]:
        return any(abs(was - step - now) > _CLOSE for was, now in paces)
    return any(
        abs(was + step - now) > _CLOSE and abs(was * (1 + step) - now) > _CLOSE
        for was, now in paces
    )


_FAST = Regex("不要慢[放速]?[,，](?:而?是|要)(?:快放|加速|快)")


def _is_still_slow(plain: str, edit: Edit) -> bool:
    """ "不要慢放，要快放", and it is only less slow."""
    return any(float(one.get("speed", 1)) < 1 for one in edit.after[0]) and bool(
        _FAST.search(plain)
    )


_LONGER = Regex(
    r"再(?:多)?(?:留|加|放|显示|待|停留?|延长|长)(?:个)?(?P<n>[0-9]+"
    r"(?:\.[0-9]+)?|[一二两三四五六七八九十])秒"
)
_OF_A_FADE = Regex(
    r"(?:音乐|标题|字幕|logo|画面|视频|人名条|歌)的(?:也)?(?:改成|改为|换成|变成|要)"
    r"(?:[0-9.]+|[一二两三四五六七八九十])秒",
    re.IGNORECASE,
)


def _lasts_only_that(plain: str, edit: Edit) -> bool:
    """ "标题再留2秒", and it is there for 2 s."""
    told = _LONGER.search(plain)
    if told is None:
        return False
    ms = round(1_000 * _figure(told["n"]))
    return any(was["d"] != now["d"] == ms for was, now in edit.altered)


def _is_cut_for_its_fade(plain: str, edit: Edit) -> bool:
    """ "音乐的改成3秒", of fades, and the music is there for 3 s."""
    if not _OF_A_FADE.search(plain):
        return False
    return any(
        was["d"] != now["d"] and ("fade_in" in was or "fade_out" in was)
        for was, now in edit.altered
    )


CHECKS = (
    _lasts_only_that, _is_cut_for_its_fade, _is_that_much_now, _adds_another, _is_a_share_of_it,
    _is_at_another_pace, _is_still_slow,
)  # fmt: skip
