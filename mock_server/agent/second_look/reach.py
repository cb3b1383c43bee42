"""How far a change reaches: "only there", "the rest", "over it", "without sound"."""

import re
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, has, new_sources
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment, end_of

_EDGES = ("id", "s", "d", "in", "out")
_WHOLE = words(
    r"\b(?:all|whole|entire|everything|both|every|each|video|film|movie|throughout|overall)\b",
    "整|全|视频|都|画面|所有",
)
_SPLITS = words(
    r"\b(?:split\w*|cuts?|cutting|blade|slic\w+|divid\w+|razor|separat\w+|break|chop\w*)\b",
    "[切分拆剪断裁]",
)


def _is_cut_for_nothing(plain: str, edit: Edit) -> bool:
    """ "black and white for 10 seconds, then sepia", and both parts are sepia."""
    now = edit.after[0]
    there = {(one.get("src"), one.get("in")) for one in edit.before[0]}
    alike = len(now) > 1 and all(_told(one) == _told(now[0]) for one in now)
    again = alike and "vol" in now[0] and not _NO_MORE_THAN.search(plain)
    if again and any(_told(one) == _told(now[0]) for one in edit.before[0]):
        return False  # it is told of a part what all of it is like
    if not alike or any(one.search(plain) for one in (_SPLITS, _AS_IT_WAS, _OF_ALL)):
        return False
    return any(
        one.get("out") == other.get("in") and (other.get("src"), other.get("in")) not in there
        for one, other in pairwise(now)
    )


_AS_IT_WAS = words(
    r"\b0 ?db\b|\b100 ?(?:%|percent)|\b1(?:\.0)?x\b", "(?<![0-9])1倍|100 ?%|原来的?音量"
)
_NO_MORE_THAN = words(r"\b(?:only|just|nothing but)\b", "[只仅]")
_OF_ALL = words(
    r"\bfrom 0 seconds to the end\b",
    r"\bfrom 0 to [0-9.]+ seconds?(?:, from [0-9.]+ to [0-9.]+ seconds)*,? and from [0-9.]+ seconds?"
    r" to the end\b"
    r"|\bfrom [0-9.]+ seconds? to the end and from 0 to [0-9.]+ seconds?\b",
    "(?<![0-9.])0秒到结尾",
    r"(?<![0-9.])0秒到[0-9.]+秒(?:、从[0-9.]+秒到[0-9.]+秒)*[、和以及]*从?[0-9.]+秒到结尾",
    r"[0-9.]+秒到结尾[、和以及]*从?(?<![0-9.])0秒到[0-9.]+秒",
)


def _told(one: Segment) -> dict[str, object]:
    return {key: value for key, value in one.items() if key not in _EDGES}


_ONLY = words(
    r"\b(?:only|just)\b[^.;\n]{0,16}(?:\d|\bfirst\b"
    r"|\blast\b)",
    r"\d[^.;\n]{0,16}\bonly\b",
    "[只仅][^。；\n]{0,8}(?:[0-9]|[前后]|第)",
)
_FLIPPED = ("rotate", "reverse")


def _turns_the_rest(plain: str, edit: Edit) -> bool:
    """ "upside down only in the first 20 seconds" of what is so everywhere."""
    was, now = edit.before[0], edit.after[0]
    if new_sources(edit) or not _ONLY.search(plain):
        return False
    return any(
        all(key in one for one in was) and any(key not in one for one in now) for key in _FLIPPED
    )


_OVER_IT = words(
    r"\b(?:over|under|above|across|beneath|beside|on|during|behind) (?:it|that|them|this"
    r"|these)\b(?! (?:all|video|clip))",
    r"\b(?:put|add|lay|play|use) [^,.;]*\bthere\b",
    "(?:在|到)?(?:它|这|那)(?:段|里|儿)?(?:的)?(?:上面|下面|里)|(?:[,，并且]|然后)[ ]?(?:在)?(?:上面"
    "|下面)(?:加|放|盖|配|叠)",
)


def _covers_more_than_it(plain: str, edit: Edit) -> bool:
    """ "add b.mp4 at the end and put a title over it", and it is over all of the video."""
    was, now = edit.before[0], edit.after[0]
    all_along = list(filter(edit.lasts, edit.added))
    if not all_along or not _OVER_IT.search(plain) or _ALL_THE_TIME.search(plain):
        return False
    part = len(now) > len(was) or bool(new_sources(edit))
    one_of = len(was) > 1 and was == now
    seen = any(one.get("role") in ("title", "lower-third") for one in all_along)
    return part or (seen and (one_of or bool(_OF_A_PART.search(plain))))


_ALL_THE_TIME = words(
    r"\b(?:whole|entire|throughout|full)\b|\ball (?:the|along|of it)\b", "全程|整个|一直|始终"
)
_OF_A_PART = words(
    r"\b(?:insert|append|freeze|hold|goes from|runs from|at the (?:end|beginning|start))\b|\d",
    "[接插]|定格",
)


# A look that is an order of its own, before a frame is spoken of, is that of the video.
_LOOK_FIRST = Regex(
    r"(?:please )?(?:make|turn|give) (?:it|the (?:whole )?(?:video|clip|picture))\b[^,.;]*(?:[,.;]| and)"
    r"(?: and| then)* (?:freeze|hold|pause)\b",
    re.IGNORECASE,
)


def _is_more_than_the_frame(plain: str, edit: Edit) -> bool:
    """ "freeze at 10 for 3 seconds, in black and white", and all of the video is."""
    was, now = edit.before[0], edit.after[0]
    alike = any(
        all(key in one for one in now) and not has(was, key) for key in ("color", "opacity")
    )
    return edit.frozen > 0 and alike and not (_WHOLE.search(plain) or _LOOK_FIRST.match(plain))


_NO_SOUND = words(
    r"\b(?:without(?: any)?|with no|no|minus) (?:sound|audio)\b|\bsilent(?:ly)?\b|\bsoundless\b",
    "不[要带用]声音?|无声|没有?声音|去掉?声音|不出声",
)


def _silences_the_rest(plain: str, edit: Edit) -> bool:
    """ "add b.mp4 at the end, but without sound", and all of the video is silent."""
    was, now = edit.before[0], edit.after[0]
    muted = all(one.get("vol") == 0 for one in now) and not all(one.get("vol") == 0 for one in was)
    other = len(now) > 1 or any(one.get("role") == "overlay" for one in edit.added)
    beside = other or bool(
        re.search(r"\b(?:insert|append|overlay|put it back)\b|\d to \d", plain, re.I)
    )
    named = re.sub(r"\b(?:over|on) (?:the |my )?(?:video|clip)\b|视频上", "", plain)
    return muted and beside and bool(_NO_SOUND.search(plain)) and not _WHOLE.search(named)


_REST = words(r"\bthe (?:rest|remainder)\b|\beverything else\b", "其余|其他部分|剩下|余下")


def _takes_all_for_the_rest(plain: str, edit: Edit) -> bool:
    """ "cut 10 to 18, and mute the rest", and only the second is done, to all of it."""
    was, now = edit.before[0], edit.after[0]
    keys = ("vol", "color", "speed", "reverse")
    all_of_it = len(now) == 1 and any(key in now[0] and not has(was, key) for key in keys)
    return all_of_it and edit.ends[0] == edit.ends[1] and bool(_REST.search(plain))


_RANGE = (
    r"(?:\d[\d:.]* ?(?:s|sec\w*)? ?(?:to|-|–|until|till) ?\d[\d:.]*"
    r"|(?:first|last|final|opening) [\w.]+ (?:s\b|sec\w*)"
    r"|(?:first|second|last) (?:half|third|quarter))"
)
_THEN_MORE = Regex(
    rf"\A[^,;.]*{_RANGE}[^,;.]*(?:, (?:and )?make it [^,;.]+ and\b|\band make it [^,;.]+ and\b"
    rf"|,(?! (?:then|and then)) ?)",
    re.IGNORECASE,
)


def _reaches_beyond_the_range(plain: str, edit: Edit) -> bool:
    """ "mute 10 to 20, make it sepia and half speed", and all of it is at half speed."""
    was, now = edit.before[0], edit.after[0]
    if len(now) < _TWO or _WHOLE.search(plain) or not _THEN_MORE.match(plain):
        return False
    keys = [key for key in ("vol", "color", "speed", "reverse", "rotate") if not has(was, key)]
    told = [sum(key in one for one in now) for key in keys]
    if len(re.findall(r"\d[\d:.]*", plain)) > _RANGED and re.search(
        r"\bcut|\bremov|\bdelet", plain, re.I
    ):
        return False
    return len(now) in told and any(0 < one < len(now) for one in told)


_TWO, _RANGED = 2, 2
_ALL_ALONG = words(
    r"\b(?:for|over|during|across) the (?:whole|entire|full) (?:video|clip|time|film|length)\b"
    r"|\bthroughout\b",
    "(?<!不要)(?<!段)(?:全程|一直)(?:显示|播放|放|出现|保留)(?!到)",
)


def _is_there_for_a_part(plain: str, edit: Edit) -> bool:
    """ "title for the whole video, red from 10 to 20", and it is there from 10 to 20."""
    changed = [now for _, now in edit.layers if now]
    partly = edit.added and not any(map(edit.lasts, changed))
    same = edit.before[0] == edit.after[0]
    return bool(partly and same) and bool(_ALL_ALONG.search(plain))


_SILENCE = words(
    r"\bno (?:sound|audio) (?:at all|whatsoever|anywhere)\b|\b(?:complete|total|absolute) silence\b"
    r"|\bsilence it all\b",
    "(?:所有|全部|一切)(?:的)?声音(?:都|全)?(?:关|静|去|不要|没)|完全(?:静音|无声)|一点声音都(?:不要|没有)",
)
_NORMAL_LEVELS = words(
    r"\b(?:everything|all)\b[^,;.]*\bnormal (?:volume|level)\b|\ball (?:the )?(?:volumes"
    r"|levels)\b[^,;.]*\bnormal\b",
    "(?:所有|全部)(?:的)?(?:音量|声音)(?:都|全)?(?:恢复|还原|调回|回到)",
)


def _leaves_a_sound(plain: str, edit: Edit) -> bool:
    """ "no sound at all", and the music plays; "all volumes back to normal", and its is another one."""
    heard = [one for one in edit.after[1] if one.get("role") in ("music", "voiceover", "sound")]
    silent = "not at all" in plain and any(key == "vol" for key, _ in edit.values)
    if silent and not any(one.get("vol") == 0 for one in (*heard, *edit.after[0])):
        return True
    if _SILENCE.search(plain):
        return any(one.get("vol") != 0 for one in heard)
    levels = [one.get("vol", 1) for one in (*heard, *edit.after[0])]
    return bool(_NORMAL_LEVELS.search(plain)) and any(one != 1 for one in levels)


_USES_A_PART = words(
    r"\b(?:add|append|insert|attach|put)\b[^;.]*\b(?:only|just)\b[^;.]*\b(?:first|last|opening|final)\b",
    r"(?:接|加|插入|拼)[^。；;]*[只仅](?:要|用|取|保留|留|放)?(?:它的?|其)?(?:最?[前后]|开头|结尾)",
)


def _keeps_another_clip(plain: str, edit: Edit) -> bool:
    """ "add b.mp4 at the end and only use its first 5 seconds", and it is the video that is cut."""
    shorter = edit.ends[1] < edit.ends[0] and not new_sources(edit) and not edit.added
    return shorter and bool(_USES_A_PART.search(plain))


_NOW_AND_THEN = words(
    r"\bat first,? (?:and )?then\b|\bto begin with,? then\b",
    r"\b\d+ ?(?:%|percent)[^.;]*,? (?:and )?then (?:at|to|up to|down to) \d+ ?(?:%|percent)",
    "(?:先|一开始)[^,，。]*(?:小声|大声|轻|响)[^。]*[,，]?(?:再|然后|后来|之后)(?:变|调)?(?:大声|小声"
    "|大|小|响|轻)",
)
_THEN_A_TEXT = Regex(
    r"\b(?:then|followed by|after (?:that|it)|afterwards)(?: (?:for )?[\w.]+ sec\w*(?: of)?)?"
    r"(?: the)?(?: title| caption)?\s{2,}"
    r"|(?:然后|接着|随后|之后|紧接着)(?:再)?(?:是|放|显示|加)?(?:标题|字幕)?\s{2,}",
    re.IGNORECASE,
)
_AT_ZERO = Regex(
    r"\b(?:first|start|begin\w*|open\w*)\b|(?<![\d.])0(?![\d.]*[1-9])|开头|开始|片头", re.IGNORECASE
)


def _is_one_level_of_two(plain: str, edit: Edit) -> bool:
    """ "song.mp3 at 20% for the first 10 seconds, then at 60%"; "'Hi' at 5, then 'Ho'", at 0."""
    changed = [now for _, now in edit.layers if now and now.get("role") == "music"]
    if len(changed) == 1 and _NOW_AND_THEN.search(plain):
        return True
    texts = [one for one in edit.added if one.get("role") in op.TEXTS]
    if not texts or not _THEN_A_TEXT.search(plain):
        return False
    texts.sort(key=lambda one: int(one["s"]))
    at_once = any(end_of(one) > other["s"] for one, other in pairwise(texts))
    return at_once or (texts[0]["s"] == 0 and not _AT_ZERO.search(plain))


_SPOKEN_PARTS = words(
    "(?<!把)(?:[前后]|开头|结尾)[0-9一二两三四五六七八九十]+秒钟?(?:就|都)?"
    "(?:不要|去掉|不用|除外|免了)了?吧?[ 。.!！]*\\Z",
    r"[,;.] (?:and |but |just )*(?:drop|skip|leave out|lose|without) the (?:first|last|opening|final)"
    r" [\w.]+ s(?:ec\w*)?\W*\Z",
)


def _cuts_what_has_no_captions(plain: str, edit: Edit) -> bool:
    """ "加自动字幕，前10秒不要", and the first 10 seconds are gone."""
    texts = any(one.get("role") == "caption" for one in edit.added)
    return texts and edit.ends[1] < edit.ends[0] and bool(_SPOKEN_PARTS.search(plain))


_LOOK = words(
    r"\b(?:sepia|warm\w*|cool\w*|vintage|vivid|cinematic|black and white|filter)\b",
    "暖色|冷色|复古|怀旧|黑白|电影感|鲜艳|滤镜|色调",
)
_STRENGTH = words(r"\d ?(?:%|percent)|\bhalf (?:the )?(?:strength|intensity)", "强度|程度|浓度|%")
_WHEN = words(
    r"\b(?:first|last|opening|final|from|until|till|after|before|between|to \d)\b|\d ?s\b",
    "[秒段]|分之|一半",
)


def _colors_no_more_than_the_part(plain: str, edit: Edit) -> bool:
    """ "全片暖色，最后10秒强度50%", and nothing else has the look."""
    now = [one for one in edit.after[0] if "freeze" not in one]
    partly = 0 < sum("color" in one for one in now) < len(now) and not has(edit.before[0], "color")
    if not partly:
        return False
    clauses = [one for one in re.split("[,，。;；]", plain) if one.strip()]
    for clause, behind in pairwise(clauses):
        looks = bool(_LOOK.search(clause)) and not _WHEN.search(_NO_PART.sub("", clause))
        looks = looks and bool(_ALL_OF_IT.search(clause) or _SO_STRONG.match(behind))
        if looks and _STRENGTH.search(behind) and _WHEN.search(behind) and not _LOOK.search(behind):
            return True
    return False


_ALL_OF_IT = words(r"\b(?:whole|entire|throughout|everything|everywhere|all)\b", "全|整")
_SO_STRONG = Regex(
    r"\W*(?:and |but |with |only |at )*[\d.]+ ?(?:%|percent)|[^,，]*(?:强度|程度|浓度)",
    re.IGNORECASE,
)
_NO_PART = Regex("[整全]段|这段视频")


CHECKS = (
    _cuts_what_has_no_captions, _colors_no_more_than_the_part,
    _is_cut_for_nothing, _turns_the_rest, _covers_more_than_it, _is_more_than_the_frame,
    _silences_the_rest, _takes_all_for_the_rest, _reaches_beyond_the_range, _is_there_for_a_part,
    _leaves_a_sound, _keeps_another_clip, _is_one_level_of_two,
)  # fmt: skip
