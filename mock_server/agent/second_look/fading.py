"""Which fades change: one of two, all of them, one in place of another, as long as is said."""

import re

from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_KEYS = ("fade_in", "fade_out")
_USUAL = 1_000  # ms


def _every(edit: Edit, side: int) -> list[Segment]:
    return [*(edit.before, edit.after)[side][0], *(edit.before, edit.after)[side][1]]


_ALL_FADES = words(
    r"\b(?:remove|delete|drop|lose|kill|clear|strip|take off|take out|get rid of|turn off|no more)"
    r" (?:all|both|every|each|any)(?: of)?(?: the)? fad(?:e|es|ing)(?:[ -](ins?|outs?))?\b",
    r"\b(?:all|both)(?: of)? the fad(?:e|es|ing)(?:[ -](?:ins?|outs?))? (?:off|out|away|should go"
    r"|must go)\b",
    "(?:所有|全部|一切|两个|每个)的?(?:淡[入出]|淡入淡出|渐变|渐[隐显入出])(?:效果)?(?:都|全部"
    "|全)?(?:去掉|删|取消|不要|移除|关)",
    "(?:去掉|删掉|删除|取消|移除|不要|清除)(?:所有|全部|一切|两个|每个)的?(?:淡[入出]|淡入淡出|渐变)",
    "淡(?:入淡出|[入出])(?:效果)?(?:全部|都|全)(?:去掉|删|取消|不要|移除)",
)


def _leaves_one_of_all(plain: str, edit: Edit) -> bool:
    """ "remove all fades", and the music fades out as before."""
    found = _ALL_FADES.search(plain)
    if found is None:
        return False
    ways = [
        key
        for key, way in zip(_KEYS, ("入|in", "出|out"), strict=True)
        if re.search(f"(?:{way})", found[0])
    ]
    return has(_every(edit, 1), *(ways if len(ways) == 1 else _KEYS))


_ONE_ONLY = words(
    r"\b(?:only|just)(?: a| the)? fade[ -]?(?:in|out)\b(?! (?:the|my|it))",
    r"\bfade[ -]?(?:in|out) only\b",
    "只(?:要|留|保留|用|做)?淡[入出]",
)
_INSTEAD = words(
    r"\bfad\w*\b[^.;]*\binstead\b(?! of [0-9])",
    r"\b(?:change|turn|make|switch) (?:it|that|this)(?: in)?(?:to)? (?:a )?fade[ -](?:in|out)\b",
    r"\bfad\w*\b[^.;]*,? (?:and |but )?not the (?:picture|video|image|music|song|title|sound)\b",
    r"\b(?:don't|do not) fade\b[^.;]*,? (?:just|only|but)\b",
    "(?:改成|改为|换成|换为|变成)(?:画面|视频|音乐|标题)?淡[入出]",
    "淡[入出][^。；]*[,，]?(?:而)?不是(?:画面|视频|音乐|标题)",
)


def _keeps_the_other_fade(plain: str, edit: Edit) -> bool:
    """ "only fade out", "fade the music out instead", where another fade was, and is."""
    new = {
        key
        for key in _KEYS
        for one in _every(edit, 1)
        if key in one
        and not any(other.get("id") == one.get("id") and key in other for other in _every(edit, 0))
    }
    told = _INSTEAD.search(plain) or _ONE_ONLY.search(plain)
    if not told or not (new or edit.values):
        return False
    left = [(one.get("id"), key) for one in _every(edit, 0) for key in _KEYS if key in one]
    return any(
        one.get("id") == ident and key in one for one in _every(edit, 1) for ident, key in left
    )


_BETWEEN = words(
    r"\bfad\w* (?:it |them )?(?:in|out)?(?: it)? ?(?:from|between|starting (?:at|from)) (?:second )?\d",
    "(?:从)?[0-9.]+秒?[到至-][0-9.]+秒(?:之间)?(?:内)?淡[入出](?![0-9])",
    "从(?:第)?[0-9.]+秒(?:开始)?淡[入出](?![0-9])",
)


_ONE_SECOND = words(r"\b(?:1|one)[ -]?(?:s|sec\w*)\b", "[1一]秒")


def _takes_its_time_for_a_place(plain: str, edit: Edit) -> bool:
    """ "song.mp3 with a fade out from 55 to 60", and the song plays from 55 to 60."""
    usual = any(
        now.get(key) == _USUAL != was.get(key) for was, now in edit.layers for key in _KEYS if now
    )
    return usual and bool(_BETWEEN.search(plain)) and not _ONE_SECOND.search(plain)


_TRAILING = words(r"\A\W*and (?:back )?(?:in|out) (?:over|for|in|within) ")


def _lasts_as_long_as_it_fades(plain: str, edit: Edit) -> bool:
    """ "and in over 2" behind a fade out, and the song lasts 2 s."""
    return bool(_TRAILING.search(plain)) and any(was["d"] != now["d"] for was, now in edit.altered)


_BOTH_AT_ONCE = Regex(
    r"\bfad\w* (?:in|out) (?:the |my )?\w+(?: \w+)? and (?:the |my )?\w+(?: \w+)?,? (?:over |for "
    r"|in )?[\d.]+ ?s\w*\W*\Z"
    r"|\b(?:first|last|final) [\w.]+ (?:s|sec\w*),? fad\w* (?:in|out) (?:the |my )?\w+ and (?:the "
    r"|my )?\w+\W*\Z"
    r"|[和与跟、][^,，。]*淡[入出][,，][ ]?(?:时长|时间|持续)?[0-9.]+秒\W*\Z",
    re.IGNORECASE,
)


def _fades_two_unlike(plain: str, edit: Edit) -> bool:
    """ "fade out the video and the music, 2 seconds", and one of them fades 1 s, or lasts 2."""
    if not _BOTH_AT_ONCE.search(plain):
        return False
    if any(was["d"] != now["d"] for was, now in edit.altered):
        return True
    return any(len({one[key] for one in _faded(edit) if key in one}) > 1 for key in _KEYS)


def _faded(edit: Edit) -> list[Segment]:
    changed = [now for _, now in edit.layers if now]
    return [*changed, *(one for one in edit.after[0] if one not in edit.before[0])]


_FADES_IT = words(r"\badd\b.*\bfade it (?:in|out)\b", r"加[^。]*(?:让|把|使)它淡[入出]")


def _fades_another(plain: str, edit: Edit) -> bool:
    """ "… add song.mp3 at 30 percent and fade it out", and it is the picture that does."""
    faded = has(edit.after[0], *_KEYS) and not has(edit.before[0], *_KEYS)
    return faded and bool(_FADES_IT.search(plain))


_OUTLASTS = words(r"\bmake\b[^.;]*\band fade it (?:in|out)\b")


def _fades_beside_the_part(plain: str, edit: Edit) -> bool:
    """ "make 10 to 20 black and white and fade it in", and the video fades in at 0."""
    faded = has(edit.after[0][:1], "fade_in") or has(edit.after[0][-1:], "fade_out")
    part = len(edit.after[0]) > len(edit.before[0]) and "color" not in edit.after[0][0]
    return faded and part and bool(_OUTLASTS.search(plain))


_AT_AN_END = words(
    "[,，](?:结尾|片尾|最后|开头|片头)(?:处)?(?:加)?淡[入出]",
    r", (?:and )?(?:a )?(?:[\w.]+ )?fade[- ](?:in|out)\b",
)


def _fades_a_voice(plain: str, edit: Edit) -> bool:
    """ "配音“再见”，结尾淡出1秒", and it is the voice that fades."""
    voices = [one for one in edit.added if one.get("role") in ("voiceover", "sound")]
    return has(voices, *_KEYS) and bool(_AT_AN_END.search(plain))


_PICTURE_FADES = words(
    "(?:画面|视频|片子)(?:从|由|最后|结尾|开头|在结尾|在开头|末尾)?(?:黑场|黑屏|黑)?(?:慢慢|缓缓|再"
    "|也)?(?:淡|渐)[入出]",
    r"\bfor the (?:video|picture|film|footage), (?:an? )?[^,.;]{0,24}\bfade",
    r"\b(?:picture|video|footage) (?:should |to )?fades? (?:in|out|to|from)\b",
)


def _fades_a_layer_for_the_picture(plain: str, edit: Edit) -> bool:
    """ "0到4秒标题“出发”，画面从黑场淡入2秒", and it is the title that fades."""
    layers = any(
        now and any(now.get(key) != was.get(key) for key in _KEYS) for was, now in edit.layers
    )
    was, now = edit.of_clips(*_KEYS)
    return layers and was == now and bool(_PICTURE_FADES.search(plain))


_SOFTER = words("(?<!画面)(?<!视频)渐[弱强]")
_AT_ITS_END = words("[,，]并?在?最后的?(?:[0-9.一二两三半]+秒)?(?:渐|淡)[入出隐显]")
_PICTURE = words(r"\b(?:picture|video|footage|black|screen)\b", "画面|视频|片|黑|原声")


def _fades_the_picture_for_a_layer(plain: str, edit: Edit) -> bool:
    """ "音乐音量20%，最后渐弱3秒", "logo淡入1秒，最后淡出1秒", and it is the picture that fades."""
    was, now = edit.of_clips(*_KEYS)
    if was == now or not any(now):
        return False
    if _SOFTER.search(plain):
        return True
    plainer = [
        [{key: value for key, value in one.items() if key not in _KEYS} for one in side[0]]
        for side in (edit.before, edit.after)
    ]
    alone = len(edit.layers) == 1 and plainer[0] == plainer[1]
    return alone and bool(_AT_ITS_END.search(plain)) and not _PICTURE.search(plain)


_AT_A_TIME = Regex(
    r"[在到]第?([0-9]+(?:\.[0-9]+)?)秒(?:处|时|的时候|钟)?(?:开始)?(?:慢慢|逐渐)?[淡渐][入出隐显]"
    r"|\bfad\w* (?:the |it )?(?:\w+ )?(?:in|out)?(?: \w+)? ?at (?:second )?([0-9]+(?:\.[0-9]+)?)"
    r"|\bat (?:second )?(?:0:)?([0-9]+(?:\.[0-9]+)?)[^,.;]{0,24}\bfad",
    re.IGNORECASE | re.ASCII,
)


def _takes_a_place_for_its_time(plain: str, edit: Edit) -> bool:
    """ "画面在58秒淡出", and it fades for 58 s."""
    told = _AT_A_TIME.search(plain)
    if told is None:
        return False
    ms = 1_000 * float(told[1] or told[2] or told[3])
    return any(one.get(key) == ms for one in _faded(edit) for key in _KEYS)


_IN_AND_OUT = words(
    r"\bfade in (?:the |  )[^,.;]*\band (?:the )?(?:picture|video|music|song|title|logo|sound"
    r"|caption|image) out\b"
)


def _fades_both_ways(plain: str, edit: Edit) -> bool:
    """ "fade in the music over 2 seconds and the picture out over 3", and the picture fades in, too."""
    if not _IN_AND_OUT.search(plain):
        return False
    both = [all(key in one for key in _KEYS) for one in _faded(edit)]
    ways = [key for key in _KEYS for one in _faded(edit) if key in one]
    return any(both) or len(ways) > len(_KEYS)


_OVER = Regex(r"\bfad\w*\b[^,.;]* over (\d+(?:\.\d+)?) ?s", re.IGNORECASE)


_FROM_TO = words(r"\bfrom [0-9.]+ to [0-9.]+ seconds?\b")


def _plays_as_long_as_it_fades(plain: str, edit: Edit) -> bool:
    """ "fade in song.mp3 over 2 seconds", and it is heard for 2 s."""
    told = _OVER.search(plain)
    return (
        told is not None
        and not _FROM_TO.search(plain)
        and any(
            one["d"] == 1_000 * float(told[1]) and one.get("role") == "music" for one in edit.added
        )
    )


_TO_BLACK_AND = words(
    r"\bfad\w*\b[^.;]*\bover the last [\w.]+(?: seconds?| secs?| ?s)?,? (?:and )?"
    r"(?:of )?the (?:music|song|titles?) over\b"
)


def _is_there_as_long_as_it_fades(plain: str, edit: Edit) -> bool:
    """ "Fade the picture to black over the last 2 seconds and the music over the last 4", and the music is
    heard at the end only."""
    timed = any(differs(was, now, "s", "d") for was, now in edit.altered)
    return timed and bool(_TO_BLACK_AND.search(plain))


_ENDS_TOGETHER = Regex(
    r"[ ,，]*(?:最后|结尾|片尾)[0-9.一二两三四五六七八九十半]+秒[^,，。]*(?:[淡渐][出隐弱黑])"
    r"[^。]*[,，][^,，。]*(?:[淡渐][出隐弱黑])"
)


def _ends_unlike(plain: str, edit: Edit) -> bool:
    """ "最后3秒渐黑，音乐同时渐弱", and one of them fades for 1 s."""
    if not _ENDS_TOGETHER.match(plain):
        return False
    return len({one["fade_out"] for one in _faded(edit) if "fade_out" in one}) > 1


_A_FADES_LENGTH = words(
    "淡[入出](?:淡出)?的?(?:时间|时长|效果)?(?:减半|减少|缩短|加长|延长|加倍|翻倍|缩到|减到)",
    r"\b(?:halve|double|shorten|lengthen|extend)\b[^,.;]*\bfade",
)


def _changes_more_than_the_fade(plain: str, edit: Edit) -> bool:
    """ "halve the music's fade-out", and its volume is another one."""
    return bool(_A_FADES_LENGTH.search(plain)) and any(
        was.get(key) != now.get(key) for was, now in edit.changes for key in ("vol", "size", "d")
    )


_UNNAMED = Regex(
    r"(?:\A|[,，.。;；\n]|\b(?:and|then)\b|然后|再)(?P<fade>[^,，.。;；\n]*?(?:\bfade[ -]?(?:in|out)"
    r"|淡[入出]"
    r"|渐[入出隐显])[^,，.。;；\n]*)",
    re.IGNORECASE,
)
_NAMED = words(
    r"\b(?:music|song|track|bgm|soundtrack|tune|jazz|piano|beat|lo-?fi|logo|watermark|title|captions?"
    r"|texts?|words|it|them|they|lower|tag|name|voice|narration|with|which|that|both|all|overlay|image"
    r"|whoosh|ding)\b|  ",
    "音乐|歌|配乐|曲|爵士|乐|标题|字幕|文字|人名|它|旁白|带|都|两|图|音效|有|(?<=[^ ]) (?=[淡渐])",
)


_REPLACES_SOUND = words(
    r"\b(?:replace|swap|exchange)\b[^.;]{0,20}\b(?:sound|audio|soundtrack)\b"
    r"|\binstead of\b[^.;]{0,20}\b(?:sound|audio)\b",
    "(?:代替|替换|替代|换掉|换成|取代)[^,，。]{0,6}(?:原声|声音)|(?:原声|声音)[^,，。]{0,4}(?:换成|替换"
    "|改成|换为)",
)
_NOT_THAT_FADE = Regex(r"(?:而不是|不是)(音乐|标题|logo|字幕)(?:的)?淡([入出])", re.IGNORECASE)
_OF_ROLE = {"音乐": "music", "标题": "title", "logo": "overlay", "字幕": "caption"}


def _fades_for_the_song(plain: str, edit: Edit) -> bool:
    """ "replace the sound with song.mp3, fade it in", and it is the picture, or the title, that does;
    "画面淡入，而不是音乐淡入", and the music does."""
    if told := _NOT_THAT_FADE.search(plain):
        key = "fade_in" if told[2] == "入" else "fade_out"
        return any(
            now.get("role") == _OF_ROLE[told[1].lower()] and now.get(key) != was.get(key)
            for was, now in edit.layers
        )
    if not _REPLACES_SOUND.search(plain):
        return False
    new = [one for one in edit.added if has((one,), *_KEYS)]
    faded = has(edit.after[0], *_KEYS) and not has(edit.before[0], *_KEYS)
    other = faded or any(one.get("role") != "music" for one in new)
    clauses = re.split(r"[,，.。;；]|\band\b|\bthen\b", plain)
    return other and any(_A_FADE.search(one) and not _NAMES_IT.search(one) for one in clauses)


_A_FADE = words(r"\bfad(?:e|es|ing)\b", "[淡渐][入出隐显]")
_NAMES_IT = words(
    r"\b(?:picture|video|footage|film|screen|black|title|caption|logo|image)\b",
    "画面|视频|片|黑|标题|字幕|图",
)
_FADES_FIRST = words(r"\bfade (?:in|out) and (?:show|add|put|play|display)\b")


def _may_be_that_of_the_picture(plain: str, edit: Edit) -> bool:
    """ "原声静音，配爵士乐，结尾淡出2秒，…", and it is the music that fades: who knows?"""
    faded = any(now.get(key) != was.get(key) for was, now in edit.layers if now for key in _KEYS)
    if not faded or has(edit.after[0], *_KEYS):
        return False
    if _FADES_FIRST.search(plain):
        return True
    if edit.before[0] == edit.after[0]:
        return False
    told = _SENTENCE.split(plain)
    if len(told) > 1 and all(_NAMED.search(one) for one in told if _UNNAMED.search(one)):
        return False  # what is done to the picture is told apart
    return any(not _NAMED.search(one["fade"]) for one in _UNNAMED.finditer(plain))


_SENTENCE = Regex(r"[。;；\n]|\.\s")


_OF_SOUND = words(
    r"\bfad\w*\b[^,.;\n]*\b(?:the|its) (?:sound|audio)\b",
    r"\b(?:sound|audio)\b[^,.;\n]*\bfad",
    "(?:声音|原声|音频)[^,，。;；]{0,10}[淡渐][入出隐显]",
)


def _fades_no_sound(plain: str, edit: Edit) -> bool:
    """ "声音和画面都在最后3秒渐隐", and the sound of the video cannot."""
    was, now = edit.of_clips(*_KEYS)
    return was != now and bool(_OF_SOUND.search(plain))


_ANOTHER_SO_LONG = words(
    r"\ba (?:[\w.]+[- ])(?:s|secs?|second)[- ]one\b",
    r"\bfad\w*\b[^.;]*\bfor (?:one|two|three|four|five|[\d.]+) ?(?:s|secs?"
    r"|seconds?)? and [^.;]*\bfor (?:one"
    r"|two|three|four|five|[\d.]+)\W*\Z",
    "[淡渐][入出隐显][^。]*[,，、][^,，。]*[0-9.一二两三四五六七八九十半]+秒的[ 。.!]*\\Z",
)


def _takes_a_fade_for_a_length(plain: str, edit: Edit) -> bool:
    """ "Give the video a one-second fade in and the music a two-second one", and that lasts 2 s."""
    lasts = not all(map(edit.lasts, edit.added)) or any(
        differs(was, now, "s", "d") for was, now in edit.altered
    )
    return lasts and bool(_ANOTHER_SO_LONG.search(plain))


CHECKS = (
    _takes_a_fade_for_a_length,
    _fades_for_the_song, _may_be_that_of_the_picture, _fades_no_sound,
    _fades_the_picture_for_a_layer, _takes_a_place_for_its_time, _ends_unlike,
    _changes_more_than_the_fade, _fades_both_ways, _plays_as_long_as_it_fades,
    _is_there_as_long_as_it_fades,
    _fades_a_layer_for_the_picture,
    _fades_a_voice,
    _leaves_one_of_all, _keeps_the_other_fade, _takes_its_time_for_a_place, _fades_beside_the_part,
    _lasts_as_long_as_it_fades, _fades_two_unlike, _fades_another,
)  # fmt: skip
