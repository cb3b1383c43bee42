"""What is said of how many, or of which of several, that is not so in what has changed."""

import re
from itertools import pairwise

from mock_server.agent.second_look.edit import Edit, changed_keys, has
from mock_server.agent.second_look.words import LAYERS, PUT_RIGHT, words
from mock_server.agent.values.files import is_picture
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_AGAIN = words(
    r"\b(?:another|again|also|more|duplicate|cop(?:y|ies)|same|twice|repeat|each|every|both|too|add"
    r"|show|put"
    r"|place|second|and)\b",
    r"[又再另也加放打]|显示|重复|复制|同样|一样|每|都|还",
)
_ONE_CLIP = words(
    r"\b(?:that|this|one|the other) (?:clip|segment|shot|one of the clips)\b",
    "其中一段|[那这某另]一?段(?!时间|话|音乐)",
)
_ONE_CUT = words(
    r"\b(?:that|this|the|a) (?:cut|joint|join|edit point)\b"
    r"|\b(?:that|this|the) (?:transition|crossfade|cross-fade|dissolve)\b(?! effects)"
)


# One clip by its number, and what speaks of more of them.
_NTH = "(?:first|second|third|last)"


_NUMBERED = Regex(rf"\A(?:(?!{_NTH}).)*\b{_NTH} clip\b(?!.*{_NTH})", re.IGNORECASE | re.DOTALL)
_FURTHER = words(r"\b(?:rest|others?|clips|remaining|too|also|as well|swap)\b")


_LISTED = Regex(
    r"\A[^;\n]*\b(?:titles|captions|subtitles|lower[- ]thirds)\b[^;\n]*\Z", re.IGNORECASE
)
_ONE_OF_THEM = words(r"\b(?:first|second|third|last|latter|one|only|but|other)\b")


_LOOKS = ("color", "background", "outline", "pos", "style", "size", "font")
_ANOTHER = words(
    r"\b(?:another|one more)\b(?! (?:\d|second|sec\b|minute|half|bit|little|few|couple|colou?r|font|look"
    r"|style|place|position|way|spot|corner|side))"
)
_SWAPS = words(r"\b(?:replac|swap|instead|exchang|chang|switch)")


def _adds_no_other(plain: str, edit: Edit) -> bool:
    """Whether another one is asked for, and only what is there has changed: "another one at 16 s"."""
    same = len(edit.after[0]) <= len(edit.before[0]) and edit.ends[1] >= edit.ends[0]
    return same and not edit.added and bool(_ANOTHER.search(plain)) and not _SWAPS.search(plain)


def _says_twice(plain: str, edit: Edit) -> bool:
    """Whether a text is added that is there already, and no word asks for one more."""
    new = {(one["role"], one["text"]) for one in edit.added if "text" in one}
    twice = any((one.get("role"), one.get("text")) in new for one in edit.before[1])
    return twice and edit.before[0] == edit.after[0] and not _AGAIN.search(plain)


def _joins_every_cut(plain: str, edit: Edit) -> bool:
    """Whether one cut is spoken of, or one transition, and there is another one at several."""
    was, now = ([one.get("tr") for one in side[0]] for side in (edit.before, edit.after))
    other = sum(one != two for one, two in zip(was, now, strict=False))
    return (
        len(was) == len(now)
        and other > 1
        and bool(_ONE_CUT.search(plain))
        and not EVERY_CLIP.search(plain)
    )


# The name of a file is a space, in what is held against an edit.
_A_FILE_AS_WELL = words(
    r"\b[a-z]+  +(?:and|then|,|to|at)|\band [a-z]+  ", "[ ,，和并把]  +[^ ,，]{1,6}[,，]"
)


def _takes_every_clip(plain: str, edit: Edit) -> bool:
    """Whether one clip is spoken of, and every clip has changed."""
    one = _ONE_CLIP.search(plain) or (_NUMBERED.search(plain) and not _FURTHER.search(plain))
    if len(edit.before[0]) < _TWO or not one or EVERY_CLIP.search(plain):
        return False
    kept, found = ([{**one, "s": 0} for one in side[0]] for side in (edit.before, edit.after))
    if _A_FILE_AS_WELL.search(plain) and len(kept) == len(found):
        changed = [changed_keys(*pair) for pair in zip(kept, found, strict=True)]
        return not any(one.isdisjoint(other) for one, other in pairwise(changed))
    return all(one not in kept for one in found)


def _tells_the_last_alone(plain: str, edit: Edit) -> bool:
    """Whether of several texts in one list the last alone looks as is said behind all of them: "captions
    'A' 0-2 s, 'B' 2-4 s, yellow"."""
    texts = sorted((one for one in edit.added if "text" in one), key=lambda one: int(one["s"]))
    if len(texts) < _TWO or not _LISTED.search(plain) or _ONE_OF_THEM.search(plain):
        return False
    looks = [{key: one[key] for key in _LOOKS if key in one} for one in texts]
    return bool(looks[-1]) and not any(looks[:-1])


def _takes_several_for_one(plain: str, edit: Edit) -> bool:
    """Whether a layer has gone with its clip, and for it another one: "第二段删了,标题也删了"."""
    if edit.before[0] == edit.after[0] or EVERY_CLIP.search(plain):
        return False
    gone = [was["role"] for was, now in edit.layers if not now]
    return any(gone.count(role) > 1 and LAYERS[role].search(plain) for role in LAYERS)


_TWO = 2


EVERY_CLIP = words(
    r"\b(?:all|both|every|each|whole|everything|video)\b", "都|全|所有|整|两段|视频|每"
)


def _leaves_the_layers(plain: str, edit: Edit) -> bool:
    """Whether all is to be so, and only the one clip is, or one text of several: "都静音", "都改红色"."""
    one = len(edit.before[0]) == len(edit.after[0]) == 1
    if "都" not in plain or (edit.before[1] and not edit.layers):
        heard = any(was["role"] in ("music", "voiceover", "sound") for was in edit.before[1])
        return bool((one and _ALL_OF_IT.match(plain)) or (heard and "声音都" in plain))
    if len(edit.layers) != 1 or PUT_RIGHT.search(plain):
        return False
    was, now = edit.layers[0]
    keys = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
    alike = [one for one in edit.before[1] if one["role"] == was.get("role") and one != was]
    return len(keys) == 1 and any(one.get(key) != now.get(key) for one in alike for key in keys)


_ALL_OF_IT = Regex(r"[ ,，]*(?:全都|都|统统)(?!不)")


def _changes_what_differs(plain: str, edit: Edit) -> bool:
    """Whether a part was made unlike the rest, and a word for more has changed both: "再快一点"."""
    if len(edit.before[0]) != len(edit.after[0]) or EVERY_CLIP.search(plain):
        return False
    if edit.ends[1] < edit.ends[0] and has(edit.before[0], "speed_to"):
        return False  # what a cut leaves of a ramp
    pairs = list(zip(edit.before[0], edit.after[0], strict=True))
    same = all(was.get("src") == now.get("src") for was, now in pairs)
    return same and any(
        all(was.get(key) != now.get(key) for was, now in pairs)
        and _differs([was for was, _ in pairs], key)
        and (key != "speed" or _differs([now for _, now in pairs], key))
        for key in ("speed", "vol", "color")
    )


def _differs(clips: list[Segment], key: str) -> bool:
    return any(one.get(key) != clips[0].get(key) for one in clips)


_NOUN = words(
    r"\b(?:title|caption|subtitle|lower[- ]third|logo|watermark|music|song|voice-?over|narration)s?\b",
    "标题|字幕|人名条|水印|音乐|配乐|旁白",
)
_TOGETHER = words(
    rf"\b(?:the|my) (?:{_NOUN.pattern}) and (?:the |my )?(?:{_NOUN.pattern})",
    r"\bthe (?:first|second|third) and (?:the )?(?:second|third|last)\b",
    f"(?:{_NOUN.pattern})[和跟与、](?:{_NOUN.pattern})(?:都|一起|同时)",
)


def _serves_one_of_two(plain: str, edit: Edit) -> bool:
    """Whether of two layers that are told together one has got less than the other:
    "标题和人名条都改成白色，再大一点"."""
    told = _TOGETHER.search(plain)
    pairs = edit.altered
    if told is None or len(pairs) != _TWO or len(edit.layers) != _TWO:
        return False
    if len(_NOUN.findall(plain)) > (len(_NOUN.findall(told[0])) or 1):
        return False
    (was, one), (once, other) = (
        [{"size" if key == "scale" else key: value for key, value in side.items()} for side in pair]
        for pair in pairs
    )
    kinds = {*was, *one, *once, *other} - {"s", "d", "in", "out", "id"}
    return any(
        (was.get(key) != one.get(key)) != (once.get(key) != other.get(key))
        and one.get(key) != other.get(key)
        for key in kinds
    )


def _is_of_another_clip(plain: str, edit: Edit) -> bool:
    """Whether a layer is told by the clip that it is above, and lies elsewhere: "删掉第一段的音乐"."""
    clips, found = edit.before[0], _OF_A_CLIP.search(plain)
    if found is None or len(clips) == 1:
        return False
    number = "一二三四五".find(found[1])
    clip = clips[min(number, len(clips) - 1)]
    return any(
        was and not clip["s"] <= was["s"] < end_of(was) <= end_of(clip) for was, _ in edit.layers
    )


_OF_A_CLIP = Regex("第([一二三四五])段(?:视频)?的(?:背景)?(?:音乐|标题|字幕|水印|旁白|logo|文字)")
_THIS_PART = words(
    r"\b(?:this|that) clip\b",
    "(?:\\A|[,，。;；把让给在])[ ]?这一?段(?!时间|话|音乐|配乐|旁白|配音|歌|声音|文字|字|标题|bgm)",
)


def _leaves_the_part(plain: str, edit: Edit) -> bool:
    """Whether a part is spoken of, and a song has changed, or what is added is where the video begins."""
    if len(edit.layers) == 0 or edit.before[0] != edit.after[0] or not _THIS_PART.search(plain):
        return False
    heard = any(was["role"] == "music" for was, _ in edit.altered) and not _SOUND.search(plain)
    return heard or (len(edit.before[0]) > 1 and any(one["s"] == 0 for one in edit.added))


_SOUND = words(r"\b(?:music|song)\b", "音乐|配乐|歌|曲")


def _may_be_the_picture(plain: str, edit: Edit) -> bool:
    """Whether "the image" may be the picture that lies over the video, and the video has changed."""
    laid = any(
        one.get("role") == "overlay" and is_picture(str(one["src"])) for one in edit.before[1]
    )
    return laid and edit.before[0] != edit.after[0] and bool(_IMAGE.search(plain))


_IMAGE = words(r"\b(?:the|this|that) (?:image|photo|pic)\b", "图片|照片|图像")
_ANOTHER_CLIP = words(
    r"\bthe (?:second|third|fourth) (?:clip|segment|shot)\b",
    "第[二三四]段(?!话|时间|音乐|配乐|文字|旁白)",
)
_THE_LAST_ONE = words(r"\b(?:reverse|mute|rotate|silence) the last one\b")
_MADE_SEVERAL = words(
    r"\b(?:split|cut|append|add|insert|join|divide|attach|put|place)\b|\bb\b",
    "[切分接拼插加剪断放]",
)


def _finds_no_second_clip(plain: str, edit: Edit) -> bool:
    """ "for the second clip, make it red" where there is only one."""
    if len(edit.before[0]) > 1 or _MADE_SEVERAL.search(plain):
        return False
    alone = edit.before[0] != edit.after[0] and not edit.layers
    return bool(_ANOTHER_CLIP.search(plain) or (alone and _THE_LAST_ONE.search(plain)))


CHECKS = (
    _finds_no_second_clip, _may_be_the_picture, _adds_no_other, _says_twice, _joins_every_cut,
    _takes_every_clip,
    _tells_the_last_alone,
    _takes_several_for_one, _leaves_the_layers, _changes_what_differs, _serves_one_of_two,
    _is_of_another_clip, _leaves_the_part,
)  # fmt: skip
