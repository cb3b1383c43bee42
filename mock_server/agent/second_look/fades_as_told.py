"""Whether each fade that is told is there, with its length: "Fade out 2. Mute.", "a two second fade out for
picture and music"."""

import re

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, clock_ms

_BARE = Regex(
    r"\b(?:fade(?:[- ](?:in|out))?|crossfade|dissolve)(?: the \w+)? (?P<n>\d+(?:\.\d+)?)"
    r"(?=[,;!]|\.(?!\d)|\s*\Z|\s+and\b)",
    re.IGNORECASE,
)
_PICTURE = r"(?:the |my )?(?:picture|video|image|clip|footage)"
_SOUND = r"(?:the |my )?(?:music|song|track|  )"
_OF_BOTH = Regex(
    rf"\bfad(?:e|es|ing)\b[^.;:]*(?:{_PICTURE} and {_SOUND}|{_SOUND} and {_PICTURE})(?! (?:in|out|over)\b)",
    re.IGNORECASE,
)
_LENGTH = Regex(rf"(?P<n>{NUMBER})[ -]?(?:s|secs?|seconds?)\b", re.IGNORECASE)
_ON_CLIPS = words(r"\bfade[- ](?:in|out)s? (?:on|for|of|to) [^,.;]* and\b")
_BETWEEN = words(r"\b(?:transition|cross\w*|between|dissolve|wipe|into|dip)\b")
_FADES = ("fade_in", "fade_out")


def _lasts_otherwise(plain: str, edit: Edit) -> bool:
    """ "Music: fade out 4. Title: fade in 1.", and they fade for as long as fades do."""
    told = {clock_ms(one["n"]) for one in _BARE.finditer(plain)}
    if not told:
        return False
    sides = [*edit.after[0], *edit.after[1]]
    there = {one[key] for one in sides for key in _FADES if key in one}
    there |= {one["tr"].get("d") for one in edit.after[0] if isinstance(one.get("tr"), dict)}
    return bool(edit.values) and not told <= there


def _fades_one_of_both(plain: str, edit: Edit) -> bool:
    """ "A two second fade out for picture and music", and the music fades for one second, or not at all."""
    if not _OF_BOTH.search(plain):
        return False
    music = [one for one in edit.after[1] if one["role"] == "music"]
    if not music or not edit.after[0]:
        return False
    lengths = {one["n"].lower() for one in _LENGTH.finditer(plain)}
    picture = {
        key: side.get(key)
        for key, side in zip(_FADES, (edit.after[0][0], edit.after[0][-1]), strict=True)
    }
    changed = [
        key for key in _FADES
        if edit.has_another(key) or any(key in one and one not in edit.before[1] for one in music)
    ]  # fmt: skip
    for key in changed:
        of_music = {one.get(key) for one in music}
        if None in of_music or picture[key] is None:
            return True
        if len(lengths) == 1 and of_music != {picture[key]}:
            return True
    return False


def _joins_them(plain: str, edit: Edit) -> bool:
    """ "A two second fade in on talk and b", and one goes over into the other."""
    joined = has(edit.after[0], "tr") and not has(edit.before[0], "tr")
    return joined and bool(_ON_CLIPS.search(plain)) and not _BETWEEN.search(plain)


_THEN_THAT_TOO = Regex(
    "(?P<first>[^,，。;；]*(?:淡[入出]|渐[黑显隐])[^,，。;；]{0,4})[,，] ?(?:音乐|歌曲?|配乐|bgm)"
    "(?:也|跟着|同时)",
    re.IGNORECASE,
)
_OF_A_LAYER = words("音乐|歌|配乐|标题|字幕|人名|文字|logo|水印|旁白|配音|它")
_WITH_THE_PICTURE = words("(?:跟着|随着|随|和|跟)(?:画面|视频)(?:一起|同步)?(?:淡|渐)")


def _fades_the_music_alone(plain: str, edit: Edit) -> bool:
    """ "结尾淡出，音乐也淡出", and the picture does not; "加爵士，跟着画面淡出", and only that does."""
    gained = edit.has_another(*_FADES)
    sounds = [now for _, now in edit.layers if now and now["role"] == "music"]
    if sounds and gained and _WITH_THE_PICTURE.search(plain):
        return not has(sounds, *_FADES)
    said = _THEN_THAT_TOO.search(plain)
    if not said or _OF_A_LAYER.search(said["first"]):
        return False
    return has(sounds, *_FADES) and not gained


_IN_AND_OUT = words(
    r"\bfade in [^.;,]+ and [^.;,]+ (?:over|for|in) [^.;,]+,? (?:and )?out (?:over|for|in)\b"
)


def _fades_one_in_only(plain: str, edit: Edit) -> bool:
    """ "Fade in logo and title over 1 second, out over 2", and the logo is there up to its end."""
    if not _IN_AND_OUT.search(plain):
        return False
    changed = [now for _, now in edit.layers if now]
    picture = [*edit.after[0][:1], *edit.after[0][-1:]] if edit.has_another(*_FADES) else []
    one_way = any((_FADES[0] in one) != (_FADES[1] in one) for one in changed)
    return one_way or (bool(picture) and (_FADES[0] in picture[0]) != (_FADES[1] in picture[-1]))


CHECKS = (
    _fades_one_in_only,
    _lasts_otherwise,
    _fades_one_of_both,
    _joins_them,
    _fades_the_music_alone,
)
