"""What Chinese sets apart from what it asks for, and was done as well: "第一段暖色，而不是第二段", and
that is warm, too; "第一段倒放，第二段不要", and the second is gone."""

import re

from mock_server.agent.second_look.edit import Edit, changed_keys, shown, spelled
from mock_server.agent.second_look.words import DIGITS_ZH, LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_NOT_THAT = Regex("而不是(?:把|给)?([^,，。;；]{1,12})[ 。.!！]*(?=\\Z|[,，。;；])")
_WHICH = Regex("(?:(倒数)?第([一二三四五六])[段个]|(最后)一段)")
_PLACES = ("s", "d", "in", "out", "src", "text")


def _so_is_what_is_not_meant(plain: str, edit: Edit) -> bool:
    """ "第一段冷色，而不是第三段", and that is as cool as the first."""
    denied = [one[1] for one in _NOT_THAT.finditer(plain)]
    new = {pair for pair in edit.values if pair[0] not in _PLACES}
    return bool(new) and any(
        new & set(spelled([one])) for words_of in denied for one in _named(words_of, edit)
    )


def _named(said: str, edit: Edit) -> list[Segment]:
    """The clip, or the layers, that are called so."""
    clips = edit.after[0]
    found = [
        one
        for one in edit.after[1]
        if (layer := LAYERS.get(str(one.get("role")))) and layer.search(said)
    ]
    if (told := _WHICH.search(said)) and len(clips) == len(edit.before[0]):
        number = DIGITS_ZH.index(told[2]) if told[2] else 1
        if number <= len(clips):
            found.append(clips[-number] if told[1] or told[3] else clips[number - 1])
    return found


_CUTS = words("[剪删去留]|裁(?!掉?[上下左右顶底])|只要")
_THAT_CLIP = "(?:第[一二三四五六]段|[前后]一段|最后一段)"
_NOT = "(?:不要|不用|不需要|别)"
_NOT_THE_OTHER = words(
    f"{_THAT_CLIP}[^,，。;；]{{2,14}}[,，;；。] ?(?:而|但|可是?|但是)?{_THAT_CLIP}(?:就|则|可以)?{_NOT}"
    "[ 。.!！]*\\Z",
    "(?:不对|不是|不不|错了|等等|哦不|啊不)[,，。! ]+"
    f"(?:{_THAT_CLIP}|[前后][0-9一二三五十]+秒)(?:就)?{_NOT}了?[ 。.!！]*\\Z",
)


def _takes_the_other_away(plain: str, edit: Edit) -> bool:
    """ "第一段旋转90度，第二段不要": the clip, or that it is turned?"""
    gone = shown(edit.after[0]) < shown(edit.before[0])
    told = _NOT_THE_OTHER.search(plain) if gone else None
    return told is not None and not _CUTS.search(plain)


_STAYS_BUT = words(
    "(?:logo|水印|标题|字幕|音乐|旁白|贴纸)(?:不动|不变|别动|留着)[,，](?:只要|只留|只保留|只)[前后最]"
)


def _cuts_for_a_layer(plain: str, edit: Edit) -> bool:
    """ "logo不动，只要前10秒", and the video is cut."""
    return shown(edit.after[0]) < shown(edit.before[0]) and bool(_STAYS_BUT.search(plain))


_IN_ADDITION = Regex("除了[^,，。]{1,20}[,，](?!其[他它余]|别的|剩)[^,，。都]{1,20}也")


def _spares_what_is_so_too(plain: str, edit: Edit) -> bool:
    """ "除了前10秒静音，后10秒也静音", and the first ten seconds are not: that is said of both."""
    return bool(edit.values) and bool(_IN_ADDITION.search(plain))


_GOES = Regex(
    r"(?:\A|[,，。;； ])(?:我|请|就)?不要(?:那|这)?第[一二三四五六0-9]+"
    r"(?P<what>[段个条张句首](?:标题|字幕|文字|片段|音乐|歌)?)了?[,，。]"
)


def _leaves_what_is_not_wanted(plain: str, edit: Edit) -> bool:
    """ "不要第二段了，第三段静音", and the second one is still there."""
    if not edit.values or not (found := _GOES.search(plain)):
        return False
    if found["what"] in ("段", "段片段"):
        return shown(edit.after[0]) >= shown(edit.before[0])
    return all(now for _, now in edit.layers)


_BUT_THAT = Regex(
    r"[ ,，]*不是(?:要|让)?[^,，。]*[0-9一二三四五六七八九十][^,，。]*[,，](?:而)?是"
    r"(?:要)?(?P<that>[^,，。]{1,8})[ 。.!！]*"
)
_FIGURE = Regex("[0-9一二三四五六七八九十]")


def _is_so_all_along(plain: str, edit: Edit) -> bool:
    """ "不是删掉10到20秒，是静音", and all of it is mute."""
    found = _BUT_THAT.fullmatch(plain)
    return found is not None and edit.alike and not _FIGURE.search(found["that"])


_RATHER_THAT = Regex("不要[^,，。]{0,8}[,，](?:只)?要|\\bnot\\b[^.;]{0,30}\\bbut\\b", re.IGNORECASE)


def _is_called_like_the_other(plain: str, edit: Edit) -> bool:
    """ "不要“片头”，要“结尾”", and there are two titles "结尾"."""
    renamed = {now.get("text") for was, now in edit.altered if was.get("text") != now.get("text")}
    return not renamed.isdisjoint(edit.texts[0]) and bool(_RATHER_THAT.search(plain))


_ONE_AND_THE_OTHER = Regex(
    "前一个(?P<one>[^,，。;；]{1,12})[,，]后一个(?P<other>[^,，。;；]{1,12})"
)


def _is_like_both(plain: str, edit: Edit) -> bool:
    """ "两个标题，前一个淡入1秒，后一个淡出2秒", and one does both."""
    if not _ONE_AND_THE_OTHER.search(plain):
        return False
    keys = [changed_keys(*pair) for pair in edit.altered]
    told_of_both = set.intersection(*keys) if "都" in plain and keys else set()
    return len(keys) > 1 and any(len(one - told_of_both) > 1 for one in keys)


CHECKS = (
    _is_called_like_the_other,
    _is_like_both,
    _is_so_all_along,
    _spares_what_is_so_too,
    _leaves_what_is_not_wanted,
    _so_is_what_is_not_meant,
    _takes_the_other_away,
    _cuts_for_a_layer,
)
