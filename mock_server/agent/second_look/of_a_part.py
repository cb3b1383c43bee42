"""What is said of a part, and was done to all, or to a part that another clause is about: "不要剪前10秒，
音量调到50%"."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, has, new_sources
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER

_N_ZH = "[0-9.一二两三四五六七八九十半]+"
_RANGE_ZH = f"(?:最?[前后]|开头|结尾|第)?{_N_ZH}秒?(?:[到至-]第?{_N_ZH}秒)?(?:以[前后]|之[前后])?"
_SPARED = Regex(
    f"[ ,，]*(?:请|先)?(?:别|不要|不用|不必|不许"
    f"|请勿)[剪删裁切]掉?{_RANGE_ZH}[^,，。]{{0,4}}[,，](?![^。]*(?:[它那这]"
    "|其|[前后]|只|秒|倒|就行|静音))"
)
_SPARED_BEHIND = Regex(
    f"[ ,，]*{_RANGE_ZH}(?:别|不要|不用|不必)[剪删裁切]掉?[,，][^,，]{{1,6}}就(?:行|好|够|可以)"
)


def _reaches_the_spared_part_alone(plain: str, edit: Edit) -> bool:
    """ "别剪前10秒，把音量调到50%", and only those are at 50 %."""
    return (
        len(edit.after[0]) > len(edit.before[0])
        and bool(_SPARED.match(plain))
        and bool(edit.gained(*SHOWN))
    )


def _reaches_beyond_the_spared_part(plain: str, edit: Edit) -> bool:
    """ "前10秒别剪，静音就行，最后10秒剪掉", and all of it is silent."""
    if not _SPARED_BEHIND.match(plain):
        return False
    return any(all(key in one for one in edit.after[0]) for key in edit.gained(*SHOWN))


_STAYS = Regex(
    f"(?!.*[删剪去扔])[ ,，]*(?:把)?{_RANGE_ZH}(?:的?(?:画面|部分|内容))?(?:先|应该|一定要|得|可以"
    f"|最好|还是"
    f"|要)?(?:留着|保留着|要?留下来?|(?<=应该)保留)[ 。.!,，]*"
    f"|[^。]*[,，]{_RANGE_ZH}(?:留着|保留着)[ 。.!]*"
    f"|[ ,，]*(?:保留|留着){_RANGE_ZH}的画面[,，]",
)


def _loses_all_the_rest(plain: str, edit: Edit) -> bool:
    """ "前10秒先留着", and nothing else is left."""
    return edit.ends[1] < edit.ends[0] and bool(_STAYS.match(plain))


_COLORLESS = words("(?:没有|不要|无|去掉)颜色", r"\bno colou?rs?\b")


def _only_splits(plain: str, edit: Edit) -> bool:
    """ "后10秒没有颜色", and it is only cut in two there."""
    return (
        len(edit.after[0]) > len(edit.before[0])
        and edit.ends[0] == edit.ends[1]
        and bool(_COLORLESS.search(plain))
        and not has(edit.after[0], "color")
    )


_EXCEPT = Regex(
    rf"\bexcept (?:for )?(?P<a>{NUMBER})[^,.;\d]*(?P<b>\d[\d.:]*)[^.;]*\b(?P=a)\D{{1,6}}(?P=b)\b",
    re.IGNORECASE,
)


def _takes_its_times_for_later_ones(plain: str, edit: Edit) -> bool:
    """ "Double speed except for 20–30, and make 20–30 black and white": those of the video before it."""
    return edit.ends[0] != edit.ends[1] and bool(_EXCEPT.search(plain))


_OF_IT = Regex(
    rf"\b(?:first|last|opening|final|second|middle|closing) (?:{NUMBER} ?(?:s|secs?|seconds?)|half"
    rf"|third|quarter|bit"
    r"|second)? ?of (?:it|that|this|them)\b"
    "|(?:它|其|这段|那段|这一段|那一段)(?:中|里|里面)?的?(?:最?[前后]|开头|结尾)",
    re.IGNORECASE,
)


def _is_of_all_the_video(message: str, made: Edit, edit: Edit) -> bool:
    """ "Mute 10 to 20", "unmute the last two seconds of it", and it is the end of the
    video."""
    parts = len(made.after[0]) > len(made.before[0]) and not new_sources(made)
    split = len(edit.after[0]) != len(edit.before[0]) or edit.ends[0] != edit.ends[1]
    return parts and split and bool(_OF_IT.search(message))


_HALF_OF_IT = Regex(
    "[ ,，]*(?:就|还是)?只?要(?:它的)?[前后]半(?:段|部分|首)?(?:就行|就好|吧)?[ 。.!！]*"
)


def _is_there_for_half(message: str, made: Edit, edit: Edit) -> bool:
    """ "加song.mp3", "只要前半段", and it plays in the first half of the video: is it that of the song?"""
    files = any("src" in one for one in made.added)
    return files and bool(edit.layers) and bool(_HALF_OF_IT.fullmatch(message))


LEANING = (_is_of_all_the_video, _is_there_for_half)
CHECKS = (
    _reaches_the_spared_part_alone, _reaches_beyond_the_spared_part, _loses_all_the_rest,
    _only_splits,
    _takes_its_times_for_later_ones,
)  # fmt: skip
