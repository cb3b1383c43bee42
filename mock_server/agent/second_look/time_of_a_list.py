"""A time, or a part, that is said before several things, and that not all of them keep to."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_N = "[0-9一二两三四五六七八九十半.:]+"
_SPAN = f"(?:从|在)?第?{_N}(?:秒钟?|分钟?)?[到至]第?{_N}(?:秒钟?|分钟?)"
_END = f"(?:最后|最前|[前后]|开头|结尾|片头|片尾)(?:的|面)?{_N}(?:秒钟?|分钟?)"
_TIME = f"(?:把|让|给)?(?:{_SPAN}|{_END}|从第?{_N}秒(?:开始|起)|[前后]半段|[前后]一半)"
_PART = f"(?:{_TIME}|(?:把|让|给)?(?:第{_N}段|最[前后]一段| *[这那]一?段))"
_FOR_ALL = Regex(f"{_TIME}(?:之?间|里|内|的时候)? *[,，:：]|{_TIME}[^,，。;；]*、")
_THEN_TOO = Regex(f"{_PART}[^,，。;；]*[,，]([^,，。;；]*也[^,，。;；]*)[。!！ ]*\\Z")
_EVERYWHERE = words("整|全|所有|始终|一直|另外|其[他余它]|都|然后|再(?!见)")
_ANOTHER_TIME = Regex(f"{_N}(?:秒|分)|开头|结尾|第{_N}段|[前后]半|片[头尾]")
_SHOWN = ("vol", "color", "speed", "reverse", "rotate")
_CLAUSE = Regex("[,，、:：]")
_TWO = 2


def _whole_ones(edit: Edit) -> list[Segment]:
    """The layers that were there all along, and are gone, or at another level, as a whole."""
    if edit.ends[0] != edit.ends[1]:
        return []
    now = {one.get("id"): one for one in edit.after[1]}
    parts = [(one.get("role"), one.get("src"), one.get("name")) for one in edit.after[1]]
    return [
        one
        for one in edit.before[1]
        if one["s"] == 0 and edit.lasted(one)
        if (
            (one.get("role"), one.get("src"), one.get("name")) not in parts
            if (other := now.get(one.get("id"))) is None
            else end_of(other) == end_of(one)
            and any(one.get(key) != other.get(key) for key in ("vol", "scale", "opacity"))
        )
    ]


def _all_clips_told(edit: Edit) -> bool:
    """Whether all clips have got something that not all of them had."""
    was, now = edit.before[0], edit.after[0]
    return bool(now) and any(
        all(one.get(key) is not None for one in now) and not all(key in one for one in was)
        for key in _SHOWN
    )


def _reaches_beyond_its_time(plain: str, edit: Edit) -> bool:
    """ "10秒到20秒，画面黑白，静音", and all of the video is so."""
    said = plain.strip(" 。!！")
    front = _FOR_ALL.match(said)
    if not front or re.search("[。;；\n]", said):
        return False
    behind = re.sub(f"\\A{_TIME}", "", said)
    if _EVERYWHERE.search(behind) or _ANOTHER_TIME.search(behind):
        return False
    several = len([one for one in _CLAUSE.split(behind) if one.strip()]) > 1
    return several and (_all_clips_told(edit) or bool(_whole_ones(edit)))


def _takes_all_of_another_too(plain: str, edit: Edit) -> bool:
    """ "最后10秒静音，logo也去掉", and the logo is gone from all of the video."""
    said = _THEN_TOO.match(plain.strip())
    if said:
        return not _EVERYWHERE.search(said[1]) and bool(_whole_ones(edit))
    silent = _ALL_SILENT.search(plain) and any(one.get("vol") != 0 for one in edit.after[0])
    return bool(silent) and any(key == "vol" for key, _ in edit.values)


def _tells_all_of_it_behind_a_time(plain: str, edit: Edit) -> bool:
    """ "10到20秒音乐调到80%，画面静音", and all of the video is silent."""
    said = plain.strip(" 。!！")
    told = _THEN_A_LOOK.fullmatch(said) and not _EVERYWHERE.search(said)
    return bool(told) and not edit.added and edit.ends[0] == edit.ends[1] and _all_clips_told(edit)


_THEN_A_LOOK = Regex(f"{_TIME}[^,，。;；]+[,，](?:画面|原声)?(?:静音|黑白)")
_ALL_SILENT = words("(?:全部|全都|通通)静音[,，][^,，]*也")
_AN_ITEM_FIRST = Regex(
    f"{_PART}|(?:在)?{_N}秒(?:处|时|的时候)?定格|[^,，]*(?:接|插入)[^,，]*[,，]|{_N}秒[^,，]*加"
)
_DRAWN_NEAR = words("[,，](?:画面|镜头)?(?:推近|放大|拉近|推进|缩放)")
_SILENT_BEHIND = words("定格[^,，]*[,，](?:并|同时)?静音")


def _draws_all_of_it_near(plain: str, edit: Edit) -> bool:
    """ "第二段黑白，推近1.5倍", and that is done to all of the video."""
    said = plain.strip()
    first = _AN_ITEM_FIRST.match(said) or _AN_ITEM_FIRST.match(f" {said}")
    if not first or _EVERYWHERE.search(said):
        return False
    zoomed = any(one.get("role") == "effect" and edit.lasts(one) for one in edit.added)
    if zoomed and _DRAWN_NEAR.search(said):
        return True
    silent = edit.frozen > 0 and all(one.get("vol") == 0 for one in edit.after[0])
    return silent and bool(_SILENT_BEHIND.search(said))


_ADDED_THERE = Regex(
    f"(?:在|从|第)*{_N}(?:分{_N})?秒(?:处|时|的时候|那里)?[^,，]*[加放插配响来打写]"
)
_ANOTHER_PLACE = Regex("开头|片头|开始|最|前|从|在|整|全|一直|0秒")


def _puts_a_text_at_the_beginning(plain: str, edit: Edit) -> bool:
    """ "20秒加标题“一”，字幕“二”", and the caption stands at the beginning."""
    first, *behind = re.split("[,，]", plain.strip())
    if not _ADDED_THERE.match(first) or len(edit.added) < 2:
        return False
    at_zero = [one for one in edit.added if one["s"] == 0 and "text" in one]
    later = any(one["s"] > 0 for one in edit.added)
    texts = LAYERS["title"].pattern + "|" + LAYERS["caption"].pattern
    told = [one for one in behind if re.search(texts, one) and not _ANOTHER_PLACE.search(one)]
    return bool(at_zero and told) and later


_LASTS = words("(?:降|调|音量|减|升)[^,，]*[,，](?:持续|维持|保持)")


def _ends_the_music(plain: str, edit: Edit) -> bool:
    """ "从20秒开始音乐降到两成，持续10秒", and there is no music before and behind."""
    heard = [
        sum(end_of(one) - one["s"] for one in side[1] if one.get("role") == "music")
        for side in (edit.before, edit.after)
    ]
    return edit.ends[0] == edit.ends[1] and heard[1] < heard[0] and bool(_LASTS.search(plain))


_SENTENCES = Regex("[;；。]|\\.(?= )")
_AT_ONCE = words(
    "都|也|同时|一起|跟着|期间|这时", r"\b(?:both|too|also|same|meanwhile|then|while|all)\b"
)


def _leaks_into_the_next(plain: str, edit: Edit) -> bool:
    """ "1到5秒加标题“开箱”，红色；logo.png放右下角", and the logo is there for these seconds only."""
    said = [one for one in _SENTENCES.split(plain) if one.strip()]
    if len(said) < _TWO or _AT_ONCE.search(plain) or re.search("[0-9]", "".join(said[1:])):
        return False
    spans = [(one["s"], one["d"], str(one.get("role"))) for one in edit.added]
    return any(
        role == "overlay"
        and start + length < edit.ends[1]
        and (start, length) in [one[:2] for one in spans if one[2] != role]
        for start, length, role in spans
    )


CHECKS = (
    _leaks_into_the_next,
    _reaches_beyond_its_time, _takes_all_of_another_too, _draws_all_of_it_near,
    _puts_a_text_at_the_beginning, _ends_the_music, _tells_all_of_it_behind_a_time,
)  # fmt: skip
