"""What is said of things together: "the titles and the last one", "A and B at 12", "first 5 s: …"."""

import re
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.second_look.edit import Edit, differs, has
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.timeline.tracks import Segment, end_of

_ROLES = {
    "title": words(
        r"\b(?:the|all|both|my) (?:\w+ )?titles\b", "(?:所有|全部|两个)的?标题|标题(?:都|全)"
    ),
    "caption": words(
        r"\b(?:the|all|both|my) (?:\w+ )?(?:captions|subtitles)\b",
        "(?:所有|全部|两条)的?字幕|字幕(?:都|全)",
    ),
}
_NTH = words(r"\b(?:first|second|third|last)(?: one)?\b", "第[一二三四五]|最后一")
_SOME = words(
    r"\b(?:except|but|not|other|others|rest|than|first (?:two|three|2|3)|last (?:two|three|2|3)|same"
    r"|from|between|keep|leave"
    r"|after|before|(?:longer|shorter|bigger|smaller) one|besides|over)\b",
    "[除别不留]|其[他余]|前[两二三]|后[两二三]|一样",
)


def _tells_them_apart(plain: str, edit: Edit) -> bool:
    """ "fade in the titles and make the last one bigger", and only the last one fades."""
    for role, plural in _ROLES.items():
        alike = [one for one in edit.before[1] if one.get("role") == role]
        pairs = [(was, now) for was, now in edit.layers if was.get("role") == role]
        if len(alike) == 1 or not pairs or not plural.search(plain) or _SOME.search(plain):
            continue
        if len(pairs) < len(alike):
            return True
        keys = [
            frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))
            for was, now in pairs
        ]
        if (
            len(keys[0]) > 1
            and len({*keys}) == 1
            and all(now for _, now in pairs)
            and _NTH.search(plain)
        ):
            return True
    return False


_ONLY_THAT_ONE = words(
    r"\b(?:only|just)\b[^,.;]{0,24}\bthe (?:first|second|third|last|other)(?: one| title| caption)?\b"
    r"(?! (?:\d|\w+ s))",
    "只[^,，。]{0,8}(?:第[一二三四]|最后一)[个条]",
)
_ALL_OF_THEM = words(r"\b(?:both|all|every|each)\b", "都|全|所有|两[个条]")


def _serves_all_with_what_is_for_one(plain: str, edit: Edit) -> bool:
    """ "Make both titles fade in, and only the last one fade out", and both of them fade out."""
    keys = [
        frozenset(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))
        for was, now in edit.altered
    ]
    alike = len(keys) > 1 and len({*keys}) == 1 and len(keys[0]) > 1
    return alike and bool(_ALL_OF_THEM.search(plain) and _ONLY_THAT_ONE.search(plain))


_A_RANGE = words(r"\d[\d:.]*(?: ?s| seconds?)? ?(?:to|-|–|until) ?\d", "\\d秒?[到至-]\\d")
_AT_THE_SAME_TIME = words(
    r"\b(?:same|both|too|also|together|as well|all)\b", "[都也同]|一起|一样|跟着"
)


def _is_there_with_what_is_new(plain: str, edit: Edit) -> bool:
    """ "2到7秒放人名条“甲”，“第一集”放到顶部", and the title is there from 2 to 7, too."""
    new = [(one["s"], one["d"]) for one in edit.added if one.get("role") not in ("music", "effect")]
    moved = [
        now for was, now in edit.altered if differs(was, now, "s") and (now["s"], now["d"]) in new
    ]
    once = len(_A_RANGE.findall(plain)) == 1
    return bool(moved) and once and not _AT_THE_SAME_TIME.search(plain)


_LAYER = r"(?:titles?|captions?|logo|music|song|lower thirds?|subtitles?)"
_KEPT_WITH_A_RANGE = words(
    r"\bkeep(?:ing)? (?:only )?(?:the )?(?:(?:first|last|opening|final)\b[^,.;]*|\d[\d:.]* ?(?:-|–"
    r"|to) ?\d[\d:.]*[^,.;]*?),?"
    rf" (?:only,? )?and (?:keep )?(?:the |both |my )?(?:\w+ )?{_LAYER}\b",
    rf"\bkeep (?:only )?(?:the )?{_LAYER} and (?:the )?(?:first|last|\d)",
    "留下?(?:最?[前后]|第)?[0-9一二两三四五六七八九十]+秒?(?:[到至-][0-9]+)?秒?[和与跟及、](?:音乐|标题"
    "|字幕|logo|第)",
)
_ONLY_MUSIC = words(r"\b(?:just|only) (?:the )?music\b", "只(?:留|要|有|保留|放)音乐")


def _times_what_is_kept(plain: str, edit: Edit) -> bool:
    """ "keep the first 30 seconds and the music", and it is the music that ends; "20到30秒只留音乐"."""
    timed = any(differs(was, now, "s", "d") for was, now in edit.altered)
    same = edit.before[0] == edit.after[0]
    return timed and same and bool(_KEPT_WITH_A_RANGE.search(plain) or _ONLY_MUSIC.search(plain))


_LEFT_ALONE = words(
    rf"\b(?:but |and )?(?:leave|don't touch|do not touch|without touching|keep) the {_LAYER}"
    r"(?: (?:alone|as (?:it is|they are)|untouched|unchanged|the same))?\W*\Z"
)
_INCLUDED = words(rf"\b{_LAYER} included\b|\bincluding (?:the )?{_LAYER}\b")


def _touches_what_is_left(plain: str, edit: Edit) -> bool:
    """ "at half speed, but leave the title alone", and it lasts twice as long."""
    if edit.added and _INCLUDED.search(plain):
        return True
    if edit.ends[0] == edit.ends[1] or not _LEFT_ALONE.search(plain):
        return False
    texts = [(was, now) for was, now in edit.layers if was.get("role") in (*op.TEXTS, "overlay")]
    return any(not now or differs(was, now, "s", "d") for was, now in texts)


_HEADER = Regex(
    rf"\A\W*(?:(?:for |in |during )?the )?(?:(?P<first>first|opening)|(?P<last>last"
    rf"|final)) (?P<n>{NUMBER}) ?(?:s|sec\w*)?\s*[:：]"
    rf"|\A\W*(?:(?P<zh_first>最?前)|(?P<zh_last>最后|后))(?P<zh_n>{NUMBER})秒\s*[:：]"
    r"|\A\W*(?:from )?(?P<from>\d+(?:\.\d+)?) ?s? ?(?:-|–|to|到|至) ?(?P<to>\d+(?:\.\d+)?) ?(?:s|sec\w*"
    r"|秒)?\s*[:：]",
    re.IGNORECASE,
)


def _leaves_the_header(plain: str, edit: Edit) -> bool:
    """ "前5秒：logo放中间，静音", and all of the video is silent."""
    found = _HEADER.match(plain)
    if found is None or edit.ends[0] != edit.ends[1]:
        return False
    end = edit.ends[1]
    if found["from"]:
        span = float(found["from"]) * 1_000, float(found["to"]) * 1_000
    else:
        long = float(number(found["n"] or found["zh_n"])) * 1_000
        span = (0.0, long) if found["first"] or found["zh_first"] else (end - long, float(end))
    beyond = [one for one in edit.added if one["s"] < span[0] - 1 or end_of(one) > span[1] + 1]
    keys = ("vol", "color", "speed", "reverse", "rotate")
    new = [key for key in keys if not has(edit.before[0], key)]
    wide = [one for one in edit.after[0] if one["s"] < span[0] - 1 or end_of(one) > span[1] + 1]
    return bool(beyond) or has(wide, *new)


_BOTH = Regex(
    r"\bboth (?P<how>until|till|for|from|at) (?P<n>\d+(?:\.\d+)?)(?! ?(?:%|percent)|\d|\.\d)",
    re.IGNORECASE,
)
_JOINED = Regex(
    r"(?P<zh>(?:加|放|显示|写)[^,，。；;]*?[和与跟][^,，。；;]*)(?:[,，](?:都)?(?:持续"
    r"|显示)(?P<long>\d+(?:\.\d+)?)秒)?[ 。.!！]*\Z"
    r"|\b(?:add|put|show|place)\b(?P<en>[^,.;]*\band\b(?! one\b|[^,.;]*\b(?:add|put|show|place|make"
    r"|move)\b)[^,.;]*)\W*\Z",
    re.IGNORECASE,
)
_TIME_AT_LAST = words("[^0-9秒][,，](?:最?前|最后)[0-9]+秒[ 。.!！]*\\Z")
_BARE_PAIR = words(
    r"\b(?:add|put|show|place) (?:the |a |an )?(?:logo|title|caption|watermark|\s)+and (?:the |a "
    r"|an )?(?:logo|title|caption|watermark)"
    r"\s+(?:at|in|on) the (?:top|bottom|left|right|upper|lower|center|middle)"
)


def _serves_one_of_a_pair(plain: str, edit: Edit) -> bool:
    """ "add a title 'A' and a whoosh at 12", and the title is at 0; "…, both until 20", and none ends."""
    both = _BOTH.search(plain)
    if both and len(edit.added) > 1:
        at = round(float(both["n"]) * 1_000)
        edges = {"for": "d", "from": "s", "at": "s"}
        key = edges.get(both["how"].lower())
        if any((one[key] if key else end_of(one)) != at for one in edit.added):
            return True
    brief = [one for one in edit.added if one.get("role") != "music"]
    if len({(one["s"], one["d"]) for one in brief}) > 1 and _TIME_AT_LAST.search(plain):
        return True
    joined = _JOINED.search(plain)
    if len(brief) < _TWO or joined is None:
        return False
    if joined["long"] and any(one["d"] != round(float(joined["long"]) * 1_000) for one in brief):
        return True
    starts = {one["s"] for one in brief}
    once = len(re.findall(r"\d+(?:[.:]\d+)?", plain)) == 1
    if once and 0 in starts and len(starts) > 1:
        return True
    placed = sum("pos" in one for one in brief)
    return 0 < placed < len(brief) and bool(_BARE_PAIR.search(plain))


_TWO = 2
_AT_THE_START = words(r"\b(?:start|begin\w*|open\w*|first)\b", "开头|开场|片头|开始|(?<![0-9.])0")
_WITH = words(r"\bwith\b|\bshow\b", "配|并|显示|加")


def _misses_the_frame(plain: str, edit: Edit) -> bool:
    """ "freeze at 20 for 3 seconds, with the caption 'Wow'", and it stands at 0."""
    kept = {one.get("id") for one in edit.before[0]}
    held = [one for one in edit.after[0] if "freeze" in one and one.get("id") not in kept]
    if not held or held[0]["s"] == 0 or _AT_THE_START.search(plain):
        return False
    early = [one for one in edit.added if one["s"] == 0 and one.get("role") in op.TEXTS]
    long = [one for one in edit.added if one.get("role") == "overlay" and edit.lasts(one)]
    return bool(early) or (bool(long) and bool(_WITH.search(plain)))


_FIRST_THEN = words("先[^。；;]*(?:再|然后|接着)", r"\bfirst (?:show|add|put|play)\b[^.;]*\bthen\b")
_THEN_MUSIC = words(r"\bthen\b|\bafter (?:that|it)\b|\bafterwards\b", "然后|接着|之后|再")


def _comes_too_early(plain: str, edit: Edit) -> bool:
    """ "先放logo 3秒，再放标题2秒", and both begin at 0; "jazz for 10 seconds, then piano", over it."""
    music = sorted(
        (one for one in edit.added if one.get("role") == "music"), key=lambda one: int(one["s"])
    )
    if _THEN_MUSIC.search(plain) and any(
        end_of(one) > other["s"] for one, other in pairwise(music)
    ):
        return True
    shown = sorted(
        (one for one in edit.added if one.get("role") in (*op.TEXTS, "overlay")),
        key=lambda one: int(one["s"]),
    )
    if len(shown) < _TWO or not _FIRST_THEN.search(plain):
        return False
    late = shown[0]["s"] == 0 and re.match(r"\W*(?:从第?|from )[1-9]", plain)
    return bool(late) or any(one["s"] == other["s"] for one, other in pairwise(shown))


_OF_THE_SONG = words(
    r"\s的第?\d+(?:\.\d+)?秒?[到至-]第?\d+(?:\.\d+)?秒",
    r"\b(?:seconds? )?\d+ (?:to"
    r"|-) \d+(?: ?s\w*)? (?:of|from)\s+(?:as|for|under)\b",
)
_MOVES_A_FADE = words(r"\b(?:move|shift|push|delay) the fade\b")
_FINE = words(
    r"\b(?:is|are|was)(?:n't| not) too \w+\W*\Z",
    "(?:不太|不是很|没那么)(?:大声|吵|响)[ 。.!！]*\\Z",
)
_HIDES = words(r"\bhide the (?:picture|video|image|footage)\b", "(?:隐藏|不显示)(?:画面|视频)")
_HIDDEN_FOR = words(
    r"\bhide\b[^.;]*\b(?:first|last|final) \w+ (?:s|sec\w*)",
    "(?:最?[前后])[0-9一二两三四五六七八九十]+秒(?:隐藏|不显示|藏)",
)
_STEP_FADES = words(
    r"(?:^|[\s,，。;；])\d\s*[、.)）]\s*(?:结尾|片尾|最后|开头)?(?:淡[入出]|fade (?:in|out))",
)
_AND_A_FADE = words(
    r"\bcaptions?\b[^.;]*\b(?:and|plus) (?:a |an )?(?:\w+[- ])?fade\b",
    "字幕[,，][^,，。]*加[^,，。]*淡[入出]",
)


def _song(one: Segment) -> str:
    return str(one.get("src", one.get("name")))


_ADDS = words(r"\b(?:add|lay|put|insert|another|second)\b", "[加配铺添放]")


def _is_of_the_other(plain: str, edit: Edit) -> bool:
    """ "seconds 30 to 60 of song.mp3", which is there from 30 to 60; "the music is not too loud", and it
    is quieter; "auto captions and a fade out", and they fade."""
    music = [one for one in edit.added if one.get("role") == "music"]
    if any(not one.get("in") for one in music) and _OF_THE_SONG.search(plain):
        return True
    there = [_song(one) for one in edit.before[1] if one.get("role") == "music"]
    still = [_song(one) for one in edit.after[1] if one.get("role") == "music"]
    again = [_song(one) for one in music if _song(one) in there and still.count(_song(one)) > 1]
    if again and not _ADDS.search(plain):
        return True
    if _MOVES_A_FADE.search(plain) or _FINE.search(plain):
        return True
    if edit.ends[1] < edit.ends[0] and _HIDES.search(plain):
        return True
    if any(was and not now for was, now in edit.layers) and _HIDDEN_FOR.search(plain):
        return True
    faded = [one for one in edit.added if "fade_in" in one or "fade_out" in one]
    if faded and _STEP_FADES.search(plain) and not has(edit.after[0], "fade_in", "fade_out"):
        return True
    return any(one.get("role") == "caption" for one in faded) and bool(_AND_A_FADE.search(plain))


CHECKS = (
    _is_there_with_what_is_new, _serves_all_with_what_is_for_one,
    _tells_them_apart, _times_what_is_kept, _touches_what_is_left, _leaves_the_header,
    _serves_one_of_a_pair, _misses_the_frame, _comes_too_early, _is_of_the_other,
)  # fmt: skip
