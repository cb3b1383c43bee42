"""What one clause of a list says of a thing that another clause names: "the title 'A' and the lower third
'B' from 5 to 10, then make A red", "cut the first 5 seconds of b.mp4, then mute it", "mute the rest"."""

import re

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import SHOWN, Edit, differs, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_REST = words(
    r"\b(?:the rest|everything else|what(?:'s| is) left|the remainder)\b",
    "其余|其他部分|剩下|余下|剩余",
)
_ALL_BUT = Regex(r"[ ,，]*(?:请|把)?除了?[^,，静黑冷暖复加速慢快倒降淡剪删]{1,24}(?:[,，]|外)")
_ALL = words(
    r"\b(?:all|both|whole|entire|everything|video|film|clips|also|too)\b",
    "都|全|整|视频|画面|也|片段",
)


def _takes_no_rest(plain: str, edit: Edit) -> bool:
    """ "make the first 20 seconds 2x faster, and mute the rest", and those 20 s are silent."""
    was, now = edit.before[0], edit.after[0]
    all_but = _ALL_BUT.match(plain)
    if len(now) < _TWO or not (_REST.search(plain) or all_but):
        return False
    keys = (*SHOWN, "denoise", "stabilize", "normalize") if all_but else SHOWN
    new = [
        {(key, str(one[key])) for key in keys if key in one and not has(was, key)} for one in now
    ]
    told = [len(one) for one in new]
    if all_but:  # of what is not excepted, all of it is done
        return len({frozenset(one) for one in new if one}) > 1
    alike = bool(set.intersection(*new)) and len(set(told)) > 1
    return alike or (max(told) > 1 and not min(told))


_AND_THEN_AT = Regex(
    r"(?<![0-9.:到至-])([0-9]+)秒(?:处)?(?:再|又|也)+(?:[来加放](?:上)?)(?:一|个)", re.ASCII
)


def _misses_the_second_time(plain: str, edit: Edit) -> bool:
    """ "10秒加掌声音效，30秒再加一次", and the applause goes on for 30 seconds."""
    starts = {one["s"] for one in edit.added}
    sounds = any(one.get("role") == "sound" for one in edit.added)
    return sounds and any(int(one) * 1_000 not in starts for one in _AND_THEN_AT.findall(plain))


_TWO = 2
_USUAL = 3_000  # ms a text is there where nobody says how long
_PART_OF_A_CLIP = Regex(
    r"\b(?:seconds?|s|minutes?|half|third|end|start|beginning) (?:of|from|off) (?: |the (?:first|second"
    r"|third"
    r"|last) clip)[^.;]{0,40}?(?:,|;|\.|\band\b|\bthen\b)"
    r"|(?: 的?|第[一二三四]段的?)(?:最?[前后]|开头|结尾|剪到|缩[短到])[^,，。;；]{0,16}[,，。;；]",
    re.IGNORECASE,
)


def _goes_on_with_every_clip(plain: str, edit: Edit) -> bool:
    """ "cut the first 5 seconds of b.mp4, then mute it", and the other clip is silent, too."""
    was, now = edit.before[0], edit.after[0]
    told = _PART_OF_A_CLIP.search(plain)
    if len(was) < _TWO or told is None or _ALL.search(plain, told.end()):
        return False
    return len(was) == len(now) and all(differs(*pair, *SHOWN) for pair in edit.clips)


_INSET = words(r"\b(?:picture[- ]in[- ]picture|pip|inset)\b", "画中画|小窗")
_OF_THE_VIDEO = words(r"\b(?:original|main|video|clip|talk)\b", "原声|视频|主|整|全")


def _mutes_what_lies_below(plain: str, edit: Edit) -> bool:
    """ "把画中画移到左下角，静音", and it is the video that is silent."""
    muted = any(one.get("vol") == 0 for one in edit.after[0]) and not has(edit.before[0], "vol")
    return muted and bool(_INSET.search(plain)) and not _OF_THE_VIDEO.search(plain)


_COLOR_ZH = "[红蓝绿黄白黑橙紫粉金]色?"
_OF_ONE = Regex(
    rf"[,，;；](标题|字幕|人名条)(?:的?颜色)?(?:用|改成|改为|换成|是|为"
    rf"|变成)?{_COLOR_ZH}(?![^,，。]*[和与跟])"
    r"|\bmake (?:the )?(title|caption|lower third) [a-z]+\b|\b(?:the )?(title|caption"
    r"|lower third) in [a-z]+\b",
    re.IGNORECASE,
)
_ROLES = {"标题": "title", "字幕": "caption", "人名条": "lower-third"}


def _colors_the_other(plain: str, edit: Edit) -> bool:
    """ "标题“甲”和人名条“乙”都从2到6秒，标题用红色", and both are red; "… make A red", and B is."""
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    colored = [one for one in texts if "color" in one]
    if len(texts) < _TWO or not colored or len({str(one["color"]) for one in colored}) > 1:
        return False
    told = [next(filter(None, one.groups())).lower() for one in _OF_ONE.finditer(plain)]
    roles = {_ROLES.get(one, one.replace(" ", "-")) for one in told}
    if roles and any(one.get("role") not in roles for one in colored):
        return True
    names = {str(one["text"]) for one in texts if "color" not in one}
    return any(re.search(rf"\bmake {re.escape(one)} \w", plain) for one in names)


def _writes_another_under_it(_: str, edit: Edit) -> bool:
    """ "标题“你好”和人名条“小王”，“你好”放顶部", and that is the second line of the lower third."""
    there = (*edit.added, *edit.before[1])
    return any(
        str(one["sub"]) == str(other.get("text"))
        for one in edit.added
        if "sub" in one
        for other in there
        if other is not one
    )


_AGAIN = words(
    r"\b(?:again|twice|both|each|every|also|another|once more|too|repeat\w*|same)\b",
    "再|又|每|都|两次|也|重复",
)


def _writes_it_twice(plain: str, edit: Edit) -> bool:
    """ "标题“一”放顶部，“二”放底部；“一”从0到3秒，…", and each of them is there twice."""
    texts = [(one["role"], str(one["text"])) for one in edit.added if one.get("role") in op.TEXTS]
    texts = [one for one in texts if not one[1].startswith("[")]  # captions of what is heard
    return len(texts) > len(set(texts)) and not _AGAIN.search(plain)


_SUBTITLED = words(r"\blower[- ]third\b[^.;]{0,24}\bsubtitle\b")


def _captions_a_second_line(plain: str, edit: Edit) -> bool:
    """ "the lower third 'Ann', subtitle 'CEO'", and there is a caption."""
    return bool(_SUBTITLED.search(plain)) and any(
        one.get("role") == "caption" for one in edit.added
    )


_N = r"(?:\d+:\d\d|\d+(?:\.\d+)?)"
_BARE = r"(?:(?:the|an?|my) )?(?: |\w+(?: \w+)?)(?: *)?"
_SHARED = Regex(
    rf"\b(?:add|show|put|place|play|display) {_BARE} and {_BARE} ?(?:from"
    rf"|between) {_N} ?\w{{0,7}} ?(?:to|and|-"
    rf"|until) {_N}(?! ?\w{{0,7}} (?:and|,) (?:from|between))",
    re.IGNORECASE,
)


def _serves_the_last_alone(plain: str, edit: Edit) -> bool:
    """ "add the title 'A' and the logo from 5 to 10", and one of them is there all along."""
    told = _SHARED.search(plain)
    if told is None or not edit.added:
        return False
    times = {_when(one) for one in edit.added}
    return (
        any(map(edit.lasts, edit.added))
        or len(times) > 1
        or (len(edit.added) == 1 and times == {(0, _USUAL)})
    )


def _when(one: Segment) -> tuple[int, int]:
    return one["s"], one["d"]


_ALL_AT = words(r"\ball (?:of them )?at \d", "都[是设调用]?(?:到|为|成)?[0-9.]+ ?%")


def _levels_the_video_too(plain: str, edit: Edit) -> bool:
    """ "a whoosh at 5 s and a ding at 15 s, all at 50 %", and the video is as loud."""
    sounds = sum("vol" in one for one in edit.added)
    return sounds > 1 and bool(_ALL_AT.search(plain)) and has(edit.after[0], "vol")


_IT_FADES = Regex(
    r"\band the (title|caption|logo|music|song|voice-?over|lower third) (?:should |must "
    r"|to )?fades? (?:in|out)\b",
    re.IGNORECASE,
)
_ROLE_OF = {
    "logo": "overlay", "song": "music", "lower third": "lower-third", "voice-over": "voiceover",
}  # fmt: skip


def _fades_with_the_other(plain: str, edit: Edit) -> bool:
    """ "shrink the title and the caption fades in", and both are smaller and fade."""
    told = _IT_FADES.search(plain)
    if told is None:
        return False
    role = _ROLE_OF.get(told[1].lower(), told[1].lower())
    return any(
        now.get("role") != role
        and any(now.get(key) != was.get(key) for key in ("fade_in", "fade_out"))
        for was, now in edit.layers
        if now
    )


CHECKS = (
    _fades_with_the_other,
    _misses_the_second_time,
    _takes_no_rest, _goes_on_with_every_clip, _mutes_what_lies_below, _colors_the_other,
    _writes_another_under_it, _writes_it_twice, _captions_a_second_line, _serves_the_last_alone,
    _levels_the_video_too,
)  # fmt: skip
