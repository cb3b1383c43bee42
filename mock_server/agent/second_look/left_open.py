"""What a message leaves open: how much is enough, which of two it means, what takes the place of a part."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words

_NOT_ENOUGH = words(
    r"(?:[0-9.]+ ?x|times)(?: speed)?,? (?:is|was) (?:still )?(?:not|too little)"
    r"|\b(?:isn't|is not|not) (?:fast |slow )?enough",
    "[0-9.]+倍(?:速)?(?:还|都)?不够",
)
_THOSE_AND_ONE_KEPT = words(
    r"\bthe (?:titles|captions)\b[^.;]{2,20},? (?:but )?keep the (?:first|second|third|last)\b"
    r"(?! (?:in|at|for|until))"
)
_ONE_OF_TWO = words(r"\bthe (?:former|latter)\b")


def _leaves_a_figure_open(plain: str, edit: Edit) -> bool:
    """ "1.5x isn't enough": how much is?"""
    paces = edit.of_clips("speed")
    return paces[0] != paces[1] and bool(_NOT_ENOUGH.search(plain))


def _changes_what_is_kept(plain: str, edit: Edit) -> bool:
    """ "Make the titles red, keep the second one": those are the others. "The former in red": of which
    the message before spoke first, which only it tells."""
    one = len(edit.altered) == 1
    return one and (bool(_THOSE_AND_ONE_KEPT.search(plain)) or len(_ONE_OF_TWO.findall(plain)) == 1)


_A_PART_REPLACED = words(
    r"\breplace (?:from )?[0-9][0-9:. s]*(?:to|-|–|until)\s*[0-9][0-9:.]*(?:"
    r" ?s(?:ec(?:onds?)?)?)?\s+(?:with|by)\s*(?:\W|\Z)",
    "[0-9]+(?:秒)?[到至-]第?[0-9]+秒(?:这段|那段|的部分|的画面|画面)?(?:换成|替换成|替换为|换为"
    "|改成)\\s*(?:[,，。.!]|\\Z)",
)


def _only_sounds_otherwise(plain: str, edit: Edit) -> bool:
    """ "10到20秒换成song.mp3": in the place of what is seen there, or heard?"""
    heard = any(one["role"] in ("music", "sound") for one in edit.added)
    return heard and bool(_A_PART_REPLACED.search(plain))


_A_CLIP_AND_ALL = words(
    "第[一二三四五]段[^,，。；;]{1,10}[,，。；;](?:然后|同时|并且?|再)?(?:整个|全部)?(?:画面|视频"
    "|全片)[^,，。；;]{0,4}"
    "(?:(?P<color>黑白|复古|怀旧|暖色|冷色|鲜艳)|(?P<vol>静音)|(?P<reverse>倒放)|(?P<rotate>旋转))"
)


def _stops_at_that_clip(plain: str, edit: Edit) -> bool:
    """ "第一段黑白，画面黑白": the picture is that of all clips."""
    found = _A_CLIP_AND_ALL.search(plain)
    key = found.lastgroup if found else None
    return key is not None and not all(key in one for one in edit.after[0])


_ALL_ALONG = words(r"\A[ ,，]*(?:让它|它)?一直(?:放|停|显示)到(?:最后|结尾|结束)")


def _starts_otherwise(plain: str, edit: Edit) -> bool:
    """ "一直放到最后": from where it is, and not there."""
    return bool(_ALL_ALONG.search(plain)) and any(was["s"] != now["s"] for was, now in edit.altered)


CHECKS = (
    _starts_otherwise,
    _stops_at_that_clip,
    _leaves_a_figure_open,
    _changes_what_is_kept,
    _only_sounds_otherwise,
)
