"""What Chinese goes on with, and what of it was lost: "不够，再剪5秒", and less is cut; "模糊那段剪掉", and
the blur is gone; "第一个标题删掉，后面的标题跟着往前", and those stay where they are."""

import re

from mock_server.agent.second_look.edit import Edit, differs, shown
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.properties import MAIN
from mock_server.timeline.tracks import Segment

_N = "[0-9.一二两三四五六七八九十半]+ ?秒"
_VALUE = "[0-9.一二两三四五六七八九十半]+ ?(?:秒|%|倍|号)"
_FURTHER = Regex(
    f"[ ,，]*(?:[^,，。]{{0,6}}不够[^,，。]{{0,3}}[,，。!！ ]+)?(?:还要|还得|还)?再(?:多|往[前后])?"
    f"(?:剪|删|去|砍|裁|剪短|缩短)(?:掉|去|除)?{_N}钟?[^,，。]{{0,4}}"
)
_ONLY_SO_MUCH = Regex("[ ,，]*(?:(?:还是|还)?不够)[^,，。]{0,3}[,，。!！ ]+再")


def _cuts_less(plain: str, edit: Edit) -> bool:
    """ "剪掉前10秒", "不够，再剪5秒", and no more than five are gone."""
    return shown(edit.after[0]) > shown(edit.before[0]) and bool(
        _FURTHER.fullmatch(plain) or _ONLY_SO_MUCH.match(plain)
    )


_THAT_STRETCH = words(
    "(?:模糊|马赛克|放大|推近|慢动作|慢放|快进|加速|静音|黑白|倒放|定格|标题|字幕|logo|音乐|特效)(?:的|了的)?"
    "(?:那|这)(?:一)?[段块部](?:分|视频|画面|时间)?(?:都|全)?(?:给我|帮我)?(?:剪|裁|切)(?:掉|了|去)"
)


def _takes_the_layer_for_its_stretch(plain: str, edit: Edit) -> bool:
    """ "模糊那段剪掉", and the picture is all there without the blur."""
    gone = any(was and not now for was, now in edit.layers)
    uncut = shown(edit.after[0]) >= shown(edit.before[0])
    return gone and uncut and bool(_THAT_STRETCH.search(plain))


_FOLLOWS = Regex(
    "(?:后面|之后|后边|剩下|其他|其余)的?(?P<what>[^,，。]{0,6}?)(?:都|全|也|就|再)*"
    "(?:跟着|顺着|依次|相应|自动|随之)(?:地)?(?:都|也|再)*(?:往?前|提前|往?后|推后|补|顶|挪|移|上)"
)


def _stays_behind(plain: str, edit: Edit) -> bool:
    """ "第一个标题删掉，后面的标题跟着往前", and the others are where they were."""
    found = _FOLLOWS.search(plain)
    if found is None or not edit.values:
        return False
    kinds = {role for role, one in LAYERS.items() if one.search(found["what"])}
    moved = {str(was["role"]) for was, now in edit.altered if differs(was, now, "s")}
    return bool(kinds) and kinds.isdisjoint(moved)


_NO_OWN = words(
    "(?:不用|不要|不需要|去掉|关掉|别用|用不着)(?:视频)?(?:的)?(?:原声|原来的声音|原音)"
)


def _plays_over_the_sound(plain: str, edit: Edit) -> bool:
    """ "不用原声，配jazz", and the video is heard all the same."""
    plays = any(one.get("role") == "music" for one in edit.added)
    mute = [sum(one.get("vol") == 0 for one in side[0]) for side in (edit.before, edit.after)]
    heard = mute[1] <= mute[0] and any(one.get("vol", 1) for one in edit.after[0])
    return plays and heard and bool(_NO_OWN.search(plain)) and not _KEPT.search(plain)


_KEPT = words("原声.{0,8}(?:调|降|小|低|轻|[0-9]|一半|保留)|不要(?:动|去|关|静)")


_THEN = f"了?[,，。 ]+(?:就|要)?(?:改[成为]|[调开设放]到|到)?{_VALUE}[^,，。;；]{{0,4}}\\Z"
_NOT_ENOUGH = (
    (words(f"(?:不够[久长]|太短){_THEN}"), ("d", "fade_in", "fade_out")),
    (words(f"(?:不够大|太小){_THEN}"), ("scale", "size", "zoom", "vol")),
    (words(f"(?:不够响|不够大声|太轻|太小声){_THEN}"), ("vol",)),
    (words(f"(?:不够快|太慢){_THEN}"), ("speed",)),
)


def _is_even_less(plain: str, edit: Edit) -> bool:
    """ "标题不够长，5秒", and it was there for eight."""
    pairs = [*edit.altered, *edit.clips]
    return any(
        said.search(plain) and any(_less(was, now, key) for key in keys for was, now in pairs)
        for said, keys in _NOT_ENOUGH
        if edit.values
    )


def _less(was: Segment, now: Segment, key: str) -> bool:
    """Whether a figure of something is smaller than it was; that of a clip's time is no such figure."""
    if key == "d" and was.get("role", "clip") in MAIN and not was.get("freeze"):
        return False
    old, new = (one.get(key, 1 if key in ("vol", "speed") else None) for one in (was, now))
    plain = all(isinstance(one, int | float) for one in (old, new))
    return plain and float(new) < float(old)  # type: ignore[arg-type]


def _colors_what_is_called_so(plain: str, edit: Edit) -> bool:
    """ "标题是蓝色不是红色", and "红色" is what the title says."""
    called = [
        str(was["text"])
        for was, now in edit.altered
        if "text" in was and differs(was, now, "color")
    ]
    return any(one and f"不是{one}" in plain for one in called)


def is_so_all_along(message: str, made: Edit, edit: Edit) -> bool:
    """ "10到20秒加速2倍", "加速不要了，静音就行", and all of the video is mute."""
    a_part = len(made.before[0]) != len(made.after[0]) or (
        len(made.after[0]) > 1 and made.before[0] != made.after[0] and not made.alike
    )
    cut = shown(made.after[0]) < shown(made.before[0])
    if not (a_part or cut) or not _INSTEAD.fullmatch(message) or _WHERE.search(message):
        return False
    now = edit.after[0]
    return any(
        all(one.get(key) is not None and one.get(key) == now[0].get(key) for one in now)
        and edit.has_another(key)
        for key in ("vol", "color", "speed", "reverse")
        if now
    )


_DEED = "[^,，。]{1,10}"
_INSTEAD = Regex(
    f"[ ,，]*(?:(?:(?:算了|还是)[,，]?)?(?:不用|不要|别|不){_DEED}[,，]{_DEED}"
    f"|{_DEED}(?:不要|不用|算|取消)了[,，]{_DEED}|{_DEED}[,，](?:不用|不要|别|不){_DEED})[ 。.!！]*"
)
_WHERE = re.compile("[0-9一二三四五六七八九十]|全|整|都|视频|片|开头|结尾|最后")

CHECKS = (
    _colors_what_is_called_so,
    _cuts_less,
    _is_even_less,
    _takes_the_layer_for_its_stretch,
    _stays_behind,
    _plays_over_the_sound,
)
_SIDES = ("crop_top", "crop_bottom", "crop_left", "crop_right")
_CROPS_ON = words("再(?:多)?(?:裁|切)")


def crops_all_around(message: str, made: Edit, edit: Edit) -> bool:
    """ "裁掉左边10%", "不够，再裁5%", and that is off every side."""
    one_side = made.has_another(*_SIDES) and not made.has_another("crop")
    return one_side and edit.has_another("crop") and bool(_CROPS_ON.search(message))


LEANING = (crops_all_around, is_so_all_along)
