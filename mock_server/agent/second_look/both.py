"""Two things that one verb is said of: "取消标题的淡入和音乐的淡出", "删除10到20秒的画面和声音"; neither is
passed over, and neither is done in place of the other."""

from mock_server.agent.second_look.edit import Edit, shown
from mock_server.agent.second_look.words import LAYERS, words

_GO = "(?:取消|去掉|去除|删除|删掉|移除|拿掉|撤掉|不要|剪掉|关掉)"
_AND = "(?:和|以及|还有|及|、|与|跟|连同)"
_REMOVE = (
    r"\b(?:remove|delete|drop|lose|get rid of|take (?:out|off|away)|cancel|clear|no|without)\b"
)
_STOPS = words(
    f"{_GO}[^,，。;；]{{0,20}}(?:淡[入出]|渐[入出显隐])",
    rf"{_REMOVE}[^.;]{{0,60}}\bfad(?:e|es|ing)\b",
)
_SETS = words(
    "加|设|改|调|换|变|延|缩|用|[0-9一二两三四五六半] ?秒",
    r"\b(?:add|set|change|make|put|use|give|shorten|extend|turn|fade (?:the|it|in|out) )\b|\d",
    r"\b(?:fade (?:the|it)|and fade|, fade|then fade)\b",
)
_FADES = ("fade_in", "fade_out")


def _fades(edit: Edit, side: int) -> list[tuple[str, float]]:
    both = (edit.before, edit.after)[side]
    return [(key, one[key]) for part in both for one in part for key in _FADES if one.get(key)]


def _fades_what_was_to_stop(plain: str, edit: Edit) -> bool:
    """ "去掉转场和淡出", "remove the music and video fade out", and something has another fade."""
    if not _STOPS.search(plain) or _SETS.search(plain):
        return False
    was, now = _fades(edit, 0), _fades(edit, 1)
    return any(now.count(one) > was.count(one) for one in now)


_TWO_FADES = words(
    rf"{_GO}[^,，。;；0-9]{{0,12}}(?:淡[入出])?[^,，。;；0-9]{{0,6}}{_AND}[^,，。;；]{{1,12}}的淡[入出]",
    rf"{_REMOVE} [^.;,0-9]{{1,30}} and (?:the )?[^.;,0-9]{{1,20}}'s fade[- ]?(?:in|out)\b",
)


def _leaves_a_fade(plain: str, edit: Edit) -> bool:
    """ "取消标题的淡入和音乐的淡出", and one of them is left, or the music is gone."""
    if not _TWO_FADES.search(plain):
        return False
    taken = any(not now for _, now in edit.layers)
    return taken or len(_fades(edit, 0)) - len(_fades(edit, 1)) == 1


_SOUND = "(?:声音|音频|原声|音轨)"
_PICTURE = "(?:画面|视频|影像|图像)"
_SEEN_TOO = words(
    f"{_GO}[^,，。;；]{{0,18}}{_SOUND}{_AND}[^,，。;；]{{0,12}}{_PICTURE}[ 。.!！]*\\Z",
    f"{_GO}[^,，。;；]{{0,18}}{_PICTURE}{_AND}[^,，。;；]{{0,12}}{_SOUND}[ 。.!！]*\\Z",
    f"[把将][^,，。;；]{{0,18}}(?:{_SOUND}{_AND}{_PICTURE}|{_PICTURE}{_AND}{_SOUND})(?:都|全|一起"
    f"|一并)*{_GO}",
    rf"{_REMOVE} (?:both )?(?:the )?(?:(?:picture|video|image|footage) and (?:the )?(?:sound|audio)"
    r"|(?:sound|audio) and (?:the )?(?:picture|video|image|footage))\b(?! fade)",
    rf"{_REMOVE}[^.;]{{1,40}},? (?:both )?(?:the )?(?:picture and (?:the )?(?:sound|audio)|(?:sound"
    rf"|audio) and"
    r" (?:the )?picture)\b[ .!]*\Z",
    rf"{_REMOVE} (?:the )?(?:sound|audio) [^.;]{{1,40}}\band (?:the )?(?:picture|image|footage) (?:of"
    rf"|from|in)\b",
)


def _leaves_the_picture(plain: str, edit: Edit) -> bool:
    """ "删除10到20秒的画面和声音", "delete the picture and sound from 10 to 20 s", and it is only silent;
    or the picture of one part and the sound of another are to go."""
    if not edit.values or not _SEEN_TOO.search(plain):
        return False
    silent = [sum(one.get("vol") == 0 for one in side[0]) for side in (edit.before, edit.after)]
    return silent[1] > silent[0]


_UNHEARD = words(
    f"[,，](?:且|并且?|但)?(?:不|没|无)[^,，。;；0-9变动改]{{0,4}}{_SOUND}[ 。.!！]*\\Z",
)


def _is_heard(plain: str, edit: Edit) -> bool:
    """ "在末尾添加b.mp4，不包含声音", and it is heard."""
    if not edit.values or not _UNHEARD.search(plain):
        return False
    return not any(one.get("vol") == 0 for side in edit.after for one in side)


_ONLY_SEEN = words(
    f"{_GO}[^,，。;；]{{0,18}}{_PICTURE}[,，](?:但|而|并)?(?:不(?:要|能)?|别"
    f"|勿)[删去剪动][^,，。;；]{{0,4}}{_SOUND}",
    f"{_GO}[^,，。;；]{{0,18}}{_PICTURE}[,，](?:但|而|并|只)?(?:要)?(?:保留|留下|留着"
    f"|留)[^,，。;；]{{0,4}}{_SOUND}",
    rf"{_REMOVE} (?:the |only the |just the )?(?:picture|image|footage|visuals?"
    rf"|video)\b[^.;]{{0,30}}\b(?:not"
    r"(?: the)?|keep(?:ing)?(?: the| its)?|leave(?: the| its)?|leaving(?: the| its)?) (?:sound|audio)\b",
)


def _takes_the_sound(plain: str, edit: Edit) -> bool:
    """ "删除10到20秒的画面，不删除声音", "remove the picture from 10 to 20 s, keep the sound", and both are
    gone."""
    return shown(edit.before[0]) > shown(edit.after[0]) and bool(_ONLY_SEEN.search(plain))


_AND_FOOTAGE = words(
    f"{_GO}[^,，。;；]{{1,10}}{_AND}[^,，。;；]{{0,12}}"
    "(?:画面|那段视频|这段视频|[那这](?:一)?段(?:内容|时间)?|片段|部分的?视频)"
    "(?:都|全)?[ 。.!！]*\\Z",
    rf"{_REMOVE} [^.;,]{{1,24}} and (?:also )?(?:(?:the )?(?:footage|part|picture|section|clip|bit)\b"
    r"|that (?:part|section|bit)|[^.;,]{0,12}\d[^.;,]{0,16} of the (?:video|footage|picture))[^.;,]{0,30}"
    r"[ .!]*\Z",
)


def _passes_over_footage(plain: str, edit: Edit) -> bool:
    """ "删除标题和10到15秒的画面", "remove the title and that part", and only the title is gone."""
    gone = any(not now for _, now in edit.layers)
    cut = shown(edit.before[0]) > shown(edit.after[0])
    return gone and not cut and bool(_AND_FOOTAGE.search(plain))


_VOICES = words(
    "(?:人声|说话声|讲话声)[^,，。;；]{0,6}[,，](?:但|只|仅)?(?:保留|留下|留)[^,，。;；]{0,3}(?:音乐"
    "|配乐|伴奏)",
    r"\b(?:remove|mute|delete|drop|silence) (?:the |all )?(?:voices?|vocals|speech|talking|speaking)\b"
    r"[^.;]{0,20}\b(?:keep|leave|leaving|keeping|not)\b[^.;]{0,20}\bmusic\b",
)


def _silences_the_music_in_it(plain: str, edit: Edit) -> bool:
    """ "去掉人声，保留背景音乐", where the music can only be that of the video itself."""
    if any(one.get("role") == "music" for one in edit.before[1]):
        return False
    return bool(edit.values) and bool(_VOICES.search(plain))


_LEVELS_OF_TWO = words(f"{_GO}所有[^,，。;；]{{1,6}}{_AND}[^,，。;；]{{1,6}}的")


def _takes_all_of_one_kind(plain: str, edit: Edit) -> bool:
    """ "删除所有标题和音乐的淡出": the titles, or their fades?"""
    gone = any(not now for _, now in edit.layers)
    named = any(one.search(plain) for one in LAYERS.values())
    return gone and named and bool(_LEVELS_OF_TWO.search(plain))


_FIRST_ONE = words(
    r"\b(?:take|remove|delete|drop|lose|cut|scrap) (?:off |out |away )?(?:the )?(?:first|second|last"
    r"|former|latter)"
    r"(?: one)?(?: of (?:those|these|them)(?: two)?)?(?: off| out| away)?(?: again| please)?[ .!]*\Z",
    "\\A[ ,，]*(?:把|将)?(?:前|后|第)[一二]个(?:去掉|删掉|删除|不要)[了吧 。.!！]*\\Z",
)


def _removes_one_of_two_kinds(plain: str, edit: Edit) -> bool:
    """ "Take the first one off again", behind a logo and a title, and it is the first title."""
    gone = any(not now for _, now in edit.layers)
    first = min((one["s"] for one in edit.before[1]), default=0)
    kinds = {one["role"] for one in edit.before[1] if one["s"] == first}
    return gone and len(kinds) > 1 and bool(_FIRST_ONE.search(plain))


_BOTH_THEN = words(
    "(?:两个|两条|二者)(?:标题|字幕|文字|人名条)?都(?:是|在|从|放|显示)?第?[0-9]",
    r"\bboth(?: titles| captions)? (?:from|between) \d",
)


def _has_one_range_for_both(plain: str, edit: Edit) -> bool:
    """ "左上写“前”，右上写“后”，两个标题都是10到15秒", and one of them is there from 0 to 3."""
    texts = {(one["s"], one["d"]) for one in edit.added if "text" in one}
    return len(texts) > 1 and bool(_BOTH_THEN.search(plain))


_SUBTITLE = words(r"\bsubtitle\b")
_ITS_NAME = words(r"\b(?:lower[- ]third|name (?:strap|tag|bar)|banner)\b")
_CAPTION = words(r"\bcaptions?\b|\bsubtitles\b")


def _writes_what_stands_below(plain: str, edit: Edit) -> bool:
    """ "Name strap for 'Anna', subtitle 'Designer'", and that is a caption."""
    roles = [one["role"] for one in edit.added]
    both = "lower-third" in roles and "caption" in roles
    below = _SUBTITLE.search(plain) and _ITS_NAME.search(plain) and not _CAPTION.search(plain)
    return both and bool(below)


CHECKS = (
    _removes_one_of_two_kinds,
    _has_one_range_for_both,
    _writes_what_stands_below,
    _fades_what_was_to_stop,
    _leaves_a_fade,
    _leaves_the_picture,
    _is_heard,
    _takes_the_sound,
    _passes_over_footage,
    _silences_the_music_in_it,
    _takes_all_of_one_kind,
)
