"""What is said of one thing and has happened to another: whose fade, whose first seconds, whose length."""

import re

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.words import CLAUSE, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

_LOOKS = (
    "color", "size", "scale", "pos", "style", "vol", "opacity", "font", "background", "outline",
)  # fmt: skip

_THE_FADE = Regex(
    r"\bthe fade[- ]?(in|out)\b(?! (?:of|from) the (?:video|picture|clip))"
    r"|(?:\A|[,，。])(?:把|将)?淡([入出])(?:时间|时长)?(?:改|设|调|变|延|缩)",
    re.IGNORECASE,
)
_SIDES = {"入": "in", "出": "out"}


def _fades_the_picture(plain: str, edit: Edit) -> bool:
    """ "make the fade-in 4 seconds", where it is a layer that fades in."""
    found = _THE_FADE.finditer(plain)
    keys = {f"fade_{one[1].lower() if one[1] else _SIDES[one[2]]}" for one in found}
    return any(
        not has(edit.before[0], key) and has(edit.after[0], key) and has(edit.before[1], key)
        for key in keys
    )


_TWICE = words(r"\b(?:too|as well|also)\W*\Z", r"\b(?:duplicate|copy)\b")
_MOVES = words(r"\b(?:move|shift|bring|push|nudge)\b")


def _moves_what_is_doubled(plain: str, edit: Edit) -> bool:
    """ "and in the bottom left too": one more of it, not the same elsewhere."""
    moved = any(differs(*pair, "s", "pos") for pair in edit.altered)
    return moved and not edit.added and bool(_TWICE.search(plain)) and not _MOVES.search(plain)


_SHOWS = words(r"\b(?:only|show|display|until|end|shorten|trim)\b")


def _shortens_what_is_moved(plain: str, edit: Edit) -> bool:
    """ "move the logo to the left for the last 10 seconds": it is still there before."""
    moves = bool(_MOVES.search(plain)) and not _SHOWS.search(plain)
    return moves and any(
        differs(was, now, "pos") and now["d"] < was["d"] and now["s"] >= was["s"]
        for was, now in edit.altered
    )


_AT_AN_END = Regex(
    r"\bat the (?:very )?(?:(end)|start|beginning)\b|(结尾|末尾)[处时]|(?:开头|片头)[处时]",
    re.IGNORECASE,
)


def _changes_at_an_end(plain: str, edit: Edit) -> bool:
    """ "make the title red at the end", where it stands elsewhere, or is longer."""
    found = _AT_AN_END.search(plain)
    fades = "fad" in plain.lower() or "淡" in plain
    if found is None or fades or edit.added or edit.ends[0] != edit.ends[1]:
        return False
    for was, now in edit.altered:
        if differs(was, now, *_LOOKS):
            there = end_of(was) >= edit.ends[0] if found[1] or found[2] else not was["s"]
            if not there or was["d"] * 2 >= edit.ends[0] or differs(was, now, "s", "d"):
                return True
    return False


_LEVELS = words(
    r"\b(?:quieter|softer|louder|(?:turn|bring|take|dial)\b[^,;.]* (?:up|down)|lower|raise)\b",
    "[小大]声|调[低高小大]|[轻响]一?点",
)


def _levels_at_an_end(plain: str, edit: Edit) -> bool:
    """ "Cut the last ten seconds and turn the music down at the end", and it is quieter all along."""
    clauses = [one for one in CLAUSE.split(plain) if _AT_AN_END.search(one)]
    told = any(_LEVELS.search(one) and not _FADES.search(one) for one in clauses)
    return told and any(
        differs(was, now, "vol") and now["d"] * 2 >= edit.ends[1] for was, now in edit.altered
    )


_FADES = words("fad", "淡")
_WHILE = words(r"\bonly (?:when|while|as long as)\b")


def _misses_the_while(plain: str, edit: Edit) -> bool:
    """ "play the music only when the title is shown"."""
    others = {end_of(one) for one in edit.after[1] if one not in [now for _, now in edit.altered]}
    spans = [now for was, now in edit.altered if differs(was, now, "s", "d")]
    return bool(_WHILE.search(plain)) and any(end_of(now) not in others for now in spans)


_COLORS = "red|blue|green|yellow|white|black|orange|purple|pink|gr[ae]y|gold"
_WHERE_IT_IS = words(
    r"\b(?:titles?|captions?|logo|texts?) (?:that (?:is|are) )?at the (?:top|bottom|left|right)"
    rf" (?:{_COLORS}|bigger|smaller|larger|bold)\b"
)


def _moves_what_is_described(plain: str, edit: Edit) -> bool:
    """ "make the titles at the top yellow"."""
    moved = any(differs(*pair, "pos") for pair in edit.altered)
    return moved and bool(_WHERE_IT_IS.search(plain))


_FIRST_OF_ALL = words(r"\b(?:remove|delete|drop|lose|cut) the (?:first|second|last)(?: one)?\W*\Z")
_OTHER = words(r"\bthe other (?:title|caption|logo|song|text)\b")


def _takes_the_wrong_one(plain: str, edit: Edit) -> bool:
    """ "remove the first one" of a song and a title; "the other title" where there is one."""
    kinds = {one.get("role") in op.TEXTS or one.get("role") for one in edit.before[1]}
    if _FIRST_OF_ALL.search(plain) and len(kinds) > 1:
        return bool(edit.layers)
    roles = [one.get("role") for one in edit.before[1]]
    changed = {was.get("role") for was, _ in edit.layers if was}
    return bool(_OTHER.search(plain)) and any(roles.count(role) == 1 for role in changed)


_TWO_TEXTS = Regex(
    r"\b(?:titles|captions)\s+and\s|\S\s{2,}(?:at the \w+ )?and\s{2,}|(?:标题|字幕)\s+[和与跟、]\s",
    re.IGNORECASE,
)


def _times_one_of_two(plain: str, edit: Edit) -> bool:
    """ "add the titles 'One' and 'Two' at 10 seconds"."""
    starts = [one["s"] for one in edit.added if one.get("role") in op.TEXTS]
    told = re.findall(r"\d+(?::\d+)?", plain)
    return (
        len(starts) > 1
        and len(told) == 1
        and bool(_TWO_TEXTS.search(plain))
        and min(starts) == 0 < max(starts)
    )


_ANIMATED = words(
    r"\b(?:slid(?:e|es|ing)|fl(?:y|ies|ying)|bounc(?:e|es|ing)|swoop|spin|roll)(?![- ](?:left|right))\b"
    r"[^.]*\b(?:in|out)\b",
    r"\b(?:make|let|have) [^.]*\bpop (?:in|up|out)\b",
)


def _does_not_animate(plain: str, edit: Edit) -> bool:
    """ "slide the title in from the left": no text can do that."""
    of_it = any((now or was).get("role") in (*op.TEXTS, "overlay") for was, now in edit.layers)
    return of_it and bool(_ANIMATED.search(plain))


_SHAKES = words(
    r"\A\W*shake\b",
    r"\b(?:make|add|give|get)\b[^.]*\b(?:shak\w+|wobbl\w+)",
    "(?:抖动?|摇晃|晃动)(?:一下|起来|效果)",
)
_STEADIES = words(
    r"\b(?:less|stop|fix|remove|reduce|not|no|stabil\w+|steady|smooth|without)\b",
    "[去防消减稳别不除]",
)
_NOISE = words(
    r"\badd\b(?![^.]*\b(?:remove|reduce|less|without|clean|no)\b)[^.]*\b(?:noise|grain)\b",
    "加(?:一?点|些)?(?:噪|颗粒)",
)
_ORIGINAL = words(
    r"\breplace\b[^.]*\bwith (?:the |its )?original (?:sound|audio)\b",
    "用原声(?:来)?(?:代替|替换|取代|换掉)",
)


def _does_the_opposite(plain: str, edit: Edit) -> bool:
    """ "make it shaky", "add noise", "replace the song with the original sound"."""
    keys = {key for key, _ in edit.values}
    if "stabilize" in keys and _SHAKES.search(plain) and not _STEADIES.search(plain):
        return True
    if "denoise" in keys and _NOISE.search(plain):
        return True
    silent = any(one.get("vol") == 0 for one in edit.after[0])
    return silent and bool(_ORIGINAL.search(plain))


_AS_IT_IS = words(
    r"\A\W*(?:please )?(?:keep|leave) (?!the rest|every|all|the other)[^.;,]*\bas (?:it is|they are|is)\b"
    r" (?:and|but)\b(?!.*\b(?:cut|remove|delete|trim|drop)\b)"
)
_WHERE = Regex(
    r"\b(?:keep|leave) (?:the )?(title|logo|caption|music|text)[^.;]*\bwhere (?:it|they) (?:is|are|was)\b",
    re.IGNORECASE,
)
_STAYS = words(
    r"\b(?:titles?|captions?|logo|lower thirds?) (?:should |must )?stays? (?:where|put|in place)\b",
    "(?:标题|字幕|人名条|logo)的?(?:位置|时间|速度)?(?:都|也)?(?:不变|不动|别动|别变|保持不动|保持不变)",
)
_SPARED = words(
    "画面(?:加速|减速|放慢|快放|慢放)[^。]*(?:声音|原声)(?:不变|别变|不动|保持)",
    r"\bnot the (?:titles?|captions?)\b",
    r"\bpicture,? (?:but |and )?(?:not|leave) the (?:sound|audio)\b",
)


def _touches_what_is_kept(plain: str, edit: Edit) -> bool:
    """ "leave the first 10 seconds as they are and …", "… but keep the title where it is", "speed up the
    picture, not the sound"."""
    if _AS_IT_IS.search(plain) and edit.ends[1] < edit.ends[0]:
        return True
    if _WHERE.search(plain) and any(differs(*pair, "s") for pair in edit.altered):
        return True
    shifted = edit.ends[0] != edit.ends[1]
    if shifted and _STAYS.search(plain) and any(differs(*pair, "s", "d") for pair in edit.altered):
        return True
    return bool(_SPARED.search(plain)) and any(key == "speed" for key, _ in edit.values)


_GREETINGS = ("Hi", "Hello", "Hey", "Thanks", "Please", "OK", "Okay", "Now", "Well", "So", "Right")


def _takes_a_name_for_a_greeting(plain: str, edit: Edit) -> bool:
    """ "fade Hi out", where a title reads so."""
    changed = {was.get("text") for was, _ in edit.layers}
    for said in {str(one.get("text")) for one in edit.before[1]} & {*_GREETINGS}:
        named = re.search(rf"(?<=\w )\b{said}\b(?!\s*[,!])|\A{said} (?:should|must|has)\b", plain)
        if named and (edit.before[0] != edit.after[0] or said not in changed):
            return True
    return False


_N_SECONDS = r"(?:the )?(?:first|last|final|opening) [\w.]+ ?(?:s|secs?|seconds?)\b"
_A_LAYER = r"(?:titles?|captions?|logo|music|song|text|lower[- ]third|voice-?over)"
_REMOVES = r"\b(?:remove|delete|cut|drop|take out|lose|trim|shorten)\b"
_LAYER_AND_RANGE = words(
    rf"{_REMOVES} (?:the )?(?:\w+ )?{_A_LAYER} and {_N_SECONDS}",
    rf"{_N_SECONDS} of the (?:video|clip|picture) and (?:of )?the {_A_LAYER}",
    rf"{_N_SECONDS},? also of the",
    r"\bthe (?:sound|audio) and the picture from\b",
)
_AROUND_IT = words(
    r"\band everything (?:before|after) (?:it|that)\b",
    "[删去剪]掉?(?:标题|字幕|logo|水印|音乐|人名条)[和与跟及](?:视频的?)?(?:最后|前|开头"
    "|结尾)[^的]{1,4}秒(?!的)",
    "[和与跟及]它之[前后]的?(?:所有|全部|一切)?(?:内容|部分)",
)


def _takes_a_range_for_a_layer(plain: str, edit: Edit) -> bool:
    """ "remove the logo and the first 5 seconds": of the logo, or of the video?"""
    if _AROUND_IT.search(plain) and edit.ends[0] == edit.ends[1]:
        return True
    return bool(_LAYER_AND_RANGE.search(plain))


_TIMES = words(r"\b(?:shorten|trim|lengthen|extend|make|set|move|shift|resize)\b")
_GOES = words(
    r"\b(?:remov\w*|delet\w*|drop|lose|tak(?:e|ing)|without|no|not|rid|clear|kill|ditch|replac\w*|instead"
    r"|swap\w*|undo|only|just|keep\w*|hide|gone|go|goes|cut\w*|strip|off|out|away|erase|scrap"
    r"|bin|empty|reset|start over|don't|except|but|apart|chang\w*|use|forget|cancel"
    r"|scratch|nothing|none|throw|toss)\b"
)


def _loses_a_layer(plain: str, edit: Edit) -> bool:
    """ "shorten the title and the music to 2 seconds", and the title is gone."""
    gone = [was for was, now in edit.layers if not now]
    timed = bool(_TIMES.search(plain)) and not _GOES.search(plain)
    return bool(gone) and edit.before[0] == edit.after[0] and timed


_ALL_BUT = words(
    r"\beverything (?:but|except|apart from|other than) the (?:first |second |third |last )?"
    r"(?:title|caption|logo|lower[- ]third)\b(?![^.]*\band\b)"
)


def _leaves_more(plain: str, edit: Edit) -> bool:
    """ "remove everything but the second title", and a logo is still there."""
    return bool(_ALL_BUT.search(plain)) and len(edit.after[1]) > 1


_THOSE = words(
    r"\b(?:for|in|over|during|make|mute|slow|speed) (?:these|those) (?:\w+ )?seconds?\b",
    "(?<![就只秒])这(?:[0-9]+|[一二三四五六七八九十两几]+)秒",
)
_THEM = words(r"\b(?:mute|slow|speed|make|turn|reverse) them\b")
_ITEM = r"[\w:%.-]+(?: [\w-]+)?"
_IN_A_RANGE = words(
    rf"\bmake it {_ITEM}(?:, {_ITEM})*(?:,? and {_ITEM})+,?"
    r" (?:from \d|between \d|in the (?:first|last)|during|over the (?:first|last))"
)


def _reaches_too_far(plain: str, edit: Edit) -> bool:
    """ "make it 2x and muted between 10 and 20", "… from 10 to 15 and make these seconds red"."""
    if _THOSE.search(plain):
        return True
    whole = any(
        all(has([one], key) for one in edit.after[0]) and not has(edit.before[0], key)
        for key in ("vol", "speed", "color", "reverse")
    )
    ranged = re.search(r"\d", plain)
    return whole and bool(ranged) and bool(_THEM.search(plain) or _IN_A_RANGE.search(plain))


_NOT_BUT = words(r"\bnot (?:at|in|on|to) the \w+,? but (?:at|in|on|to) the\b")
_NOT_TOO = words(r"\badd\b[^.]*\bnot too (?:big|small)\b")
_MUTES_MUSIC = words(r"\bmute\b[^.;]*\band the (?:music|song)\b", "静音[^,，。]*[和与跟及]音乐")
_PART_OF_A_SONG = words(
    r"\s的(?:最后|后面?|末尾)[^,，。]{1,4}秒\W*\Z",
    r"\blast [\w. ]{1,14}(?:s|seconds?) of\s+(?:at|from|in|over|as|the song|the music)\b",
)
_NO_COLOR = words(r"\b(?:remove|reset|clear) the colou?r\b", r"\A\W*(?:去掉|取消|恢复)颜色\W*\Z")


def _adds_otherwise(plain: str, edit: Edit) -> bool:
    """ "add the logo, not at the top but at the bottom"; "mute … and the music", which is added."""
    if _NOT_BUT.search(plain) and not any(key.startswith("pos") for key, _ in edit.values):
        return True
    if _NOT_TOO.search(plain):
        return bool(edit.added)
    music = [one for one in edit.added if one.get("role") == "music"]
    if music and _MUTES_MUSIC.search(plain):
        return True
    if _PART_OF_A_SONG.search(plain) and any(not one.get("in") for one in music):
        return True
    of_video = edit.before[0] != edit.after[0]
    grey = of_video and any(key.startswith("color") for key, _ in edit.values)
    return grey and bool(_NO_COLOR.search(plain)) and has(edit.before[1], "color")


def _takes_a_shape_for_a_time(plain: str, edit: Edit) -> bool:
    """ "9:16" as a time, in a video that is shorter."""
    told = not edit.reshaped and _UPRIGHT.search(plain)
    return bool(told) and max(edit.ends) < (9 * 60 + 16) * 1_000


_UPRIGHT = Regex(r"(?<![\d:.])9:16(?![\d:])")


_VANISHES = words("秒[后前](?:就)?消失")
_LATER = words("秒(?:后|之后)(?:再)?(?:加|开始|来|放)")
_ALSO = words("也(?:显示|要|放|来|加|出现)")
_SPARED_TOO = words("但是?(?:标题|字幕|logo|音乐|人名条)(?:不要|别|不)(?:删|动|剪)")
_EACH = Regex(r"([0-9]+(?:[、,，][0-9]+)+)秒?各")
_INSET = words("(?:改成|变成|换成)画中画")


def _times_otherwise(plain: str, edit: Edit) -> bool:
    """ "logo 5秒后消失", "10秒后加whoosh", "片尾也显示这个标题", "5、10、15秒各加一个…"."""
    if _VANISHES.search(plain) and any(differs(*pair, "s") for pair in edit.altered):
        return True
    heard = [one for one in edit.added if one.get("role") in ("sound", "voiceover")]
    if _LATER.search(plain) and any(end_of(one) >= edit.ends[1] for one in heard):
        return True
    moved = any(differs(*pair, "s", "d") for pair in edit.altered)
    if moved and not edit.added and _ALSO.search(plain) and edit.ends[0] == edit.ends[1]:
        return True
    if _SPARED_TOO.search(plain) and any(was and not now for was, now in edit.layers):
        return True
    each = _EACH.search(plain)
    if each and edit.added and len(edit.added) < len(re.findall("[0-9]+", each[1])):
        return True
    placed = {one.get("src") for one in edit.after[0]}
    return bool(_INSET.search(plain)) and any(one.get("src") in placed for one in edit.added)


CHECKS = (
    _fades_the_picture, _moves_what_is_doubled, _shortens_what_is_moved, _changes_at_an_end,
    _levels_at_an_end,
    _misses_the_while, _moves_what_is_described, _takes_the_wrong_one, _times_one_of_two,
    _does_not_animate, _does_the_opposite, _touches_what_is_kept, _takes_a_name_for_a_greeting,
    _takes_a_range_for_a_layer, _loses_a_layer, _leaves_more, _reaches_too_far, _adds_otherwise,
    _times_otherwise, _takes_a_shape_for_a_time,
)  # fmt: skip
