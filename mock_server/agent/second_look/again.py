"""What is there already, and was made once more: "给“开场”加淡入", and there are two of that name."""

import re

from mock_server.agent.second_look.edit import Edit, effect
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import end_of

# A text with the word of a layer beside it may be a second one: "add the title 'One' at 30 s".
_NOUN = (
    r"(?:titles?|captions?|subtitles?|text|words|lower[- ]thirds?|name ?tags?|voice-?overs?|narration"
    r"|say\w*"
    r"|标题|字幕|文字|字|人名条|名字|旁白|配音|音乐|歌|说|念|写)"
)
_BESIDE = Regex(
    rf"{_NOUN}[^,，。;；]{{0,8}}? {{2}}| {{2,}}[^,，。;；]{{0,6}}?{_NOUN}", re.IGNORECASE
)
_QUOTE = Regex(" {2,}")
_SAYS_WHAT = words(
    rf"\b(?:add|create|insert|write|put)\b[^.;]{{0,20}}{_NOUN}",
    rf"加(?:上|一?[个条段])*{_NOUN}",
    r"\b(?:again|another|also|once more|copy|copies|duplicate\w*|repeat\w*)\b",
    "再|又|也|还要|还有|复制|重复",
)


def _texts(edit: Edit) -> set[str]:
    """What the texts that were there say."""
    return {str(one["text"]) for one in edit.before[1] if one.get("text")}


_HEARD = ("sound", "music")
_IS_HEARD = words(
    r"\b(?:sound effect|music|song) {2}|\badd {2,}(?:background )?music\b",
    "(?:音效|音乐|配乐) |加 +(?:背景)?音乐",
)


def _makes_again(plain: str, edit: Edit) -> bool:
    there = _texts(edit)
    seen = [one for one in edit.added if not (_IS_HEARD.search(plain) and one["role"] in _HEARD)]
    made = {str(one[key]) for one in seen for key in ("text", "name", "src") if one.get(key)}
    quotes = len(_QUOTE.findall(plain))  # where a text stood
    if not quotes or there.isdisjoint(made) or _SAYS_WHAT.search(plain):
        return False
    return len(_BESIDE.findall(plain)) < quotes


def _plays_a_text(plain: str, edit: Edit) -> bool:
    """Whether music is called like a text that is there: "音乐淡出，“Two”淡入"."""
    if _IS_HEARD.search(plain):
        return False
    there = _texts(edit)
    heard = {
        str(one.get("name", "")) for one in edit.added if one.get("role") in ("music", "sound")
    }
    return not there.isdisjoint(heard)


_THE_ONE = words(
    r"(?<!add )(?<!put )(?<!show )(?<!insert )\bthe (?:title|caption|lower[- ]third) {2}"
)
_THE_CAPTION = words(r"\bthe caption\b")
_THE_MUSIC = words(r"\bthe (?:background )?(?:music|song)\b")


_BACK_TO = words(r"\bafter all\b", "还是(?:用|换成?|放)")
_INSTEAD = words(
    r"\b(?:in its place|instead|rather|in place of|to replace)\b", "代替|替换|取代|换成|换掉|而不是"
)
_PLAYS_ON = words(
    r"\b(?:play|run|last|go)\w* (?:on )?to the (?:very )?end\b",
    "[放播响](?:到|至)(?:最后|结尾|片尾|结束)",
)
_FROM = words(r"\b(?:from|start\w*|begin\w*)\b", "从|开始")


def plays_twice(plain: str, edit: Edit) -> bool:
    """ "use song.mp3 after all", and there are two; "let it play to the end", and it begins there."""
    there = [one for one in edit.after[1] if one.get("role") == "music"]
    new = any(one.get("role") == "music" for one in edit.added)
    again = (_BACK_TO, _PLAYS_ON, _INSTEAD)
    if new and len(there) > 1 and any(one.search(plain) for one in again):
        return True
    later = any(was["role"] == "music" and was["s"] < now["s"] for was, now in edit.altered)
    return later and bool(_PLAYS_ON.search(plain)) and not _FROM.search(plain)


def _takes_a_text_for_a_look(_: str, edit: Edit) -> bool:
    """ "“开场”字体加粗，“结尾”加阴影", and that is the font's name."""
    there = _texts(edit)
    return any(
        now.get(key) in there and was.get(key) != now.get(key)
        for was, now in edit.layers
        for key in ("font", "outline", "background")
    )


_A_LOOK = words(
    "(?:[大小]一?[号点些]|[大小]字|粗体|斜体)[^,，。]*|更?[大小]的(?:字体?|标题)?"
    "|.*[红黄蓝绿白黑橙紫粉灰金]色?字"
)


def _takes_a_look_for_a_text(plain: str, edit: Edit) -> bool:
    """ "片名改成大号一点的红字", and that is what it says now."""
    was, now = edit.texts
    return any(text not in was and text in plain and bool(_A_LOOK.fullmatch(text)) for text in now)


def _makes_what_is_meant(plain: str, edit: Edit) -> bool:
    """ "have the title 'One' fade in", and there is another one; "the music at 20%", and there are two."""
    if any(not now for _, now in edit.layers):
        return False  # what is gone is made anew
    there = {str(one.get("text")) for one in edit.before[1]}
    if _THE_ONE.search(plain) and any(str(one.get("text")) in there for one in edit.added):
        return True
    heard = any(str(one.get("text", "")).startswith("[") for one in edit.added)
    if heard and any(one.get("role") == "caption" for one in edit.before[1]):
        return bool(_THE_CAPTION.search(plain))
    played = any(one.get("role") == "music" for one in edit.before[1])
    made = [one for one in edit.added if one.get("role") == "music" and "src" not in one]
    named = any(str(one.get("name")) in plain.lower() for one in made)
    return played and bool(made) and not named and bool(_THE_MUSIC.search(plain))


_THAT_MUSIC = words(
    r"\b(?:put|set|bring|turn|get) (?:the|that) (?P<name>[a-z-]+) (?:music|track|tune|song)"
    r" (?:back |down |up )?(?:at|to) (?:0?\.)?[0-9]"
)


def _plays_beside_itself(plain: str, edit: Edit) -> bool:
    """ "Put the calm music at 0.3", and there are two of it."""
    played = {str(one.get("name")) for one in edit.before[1] if one.get("role") == "music"}
    made = {str(one.get("name")) for one in edit.added if one.get("role") == "music"}
    told = _THAT_MUSIC.search(plain)
    return told is not None and told["name"].lower() in played & made


_ANOTHER = words(r"\b(?:another|again|also|second|more|add)\b", "[再又也加]|另")


def _zooms_twice(plain: str, edit: Edit) -> bool:
    """ "shift the zoom 3 seconds later and zoom in to 200 %", and there is one upon the other."""
    zooms = [one for one in edit.after[1] if one.get("role") == "effect" and "zoom" in one]
    new = [one for one in edit.added if one in zooms]
    upon = any(
        one is not other and one["s"] < end_of(other) and other["s"] < end_of(one)
        for one in new
        for other in zooms
    )
    return upon and not _ANOTHER.search(plain) and not _TELLS_ALL.search(plain)


# How much, when and where: that is a zoom of its own.
_TELLS_ALL = words(
    r"\bzoom (?:in|slowly from [0-9.]+%) to [0-9.]+% (?:from|for|over) [^,;]+, (?:(?:in|at|on) the [a-z -]+"
    r"|cent(?:er|r)ed [0-9.]+% from the left and [0-9.]+% from the top)\W*\Z",
    "画面(?:放大到|缩放从[0-9.]+%缓慢变为)[0-9.]+%[，,][^,，]+[，,][^,，]+",
)
_CHANGES_IT = words(r"\b(?:chang|mov|shift|adjust|mak|set|postpon|delay)", "[改挪移调]|推迟|提前")


def _makes_another_effect(plain: str, edit: Edit) -> bool:
    """ "放大改成2倍，时间改到30到40秒", and there is another zoom."""
    here = [effect(one) for one in edit.before[1] if one in edit.after[1]]
    more = any(effect(one) and effect(one) in here for one in edit.added)
    return more and bool(_CHANGES_IT.search(plain)) and not _ANOTHER.search(plain)


_ONCE_MORE = words(
    r"\b(?:once more|once again|one more time|a second time)\b", "再[^,，。]{0,6}一[次遍]"
)


def _moves_what_comes_again(plain: str, edit: Edit) -> bool:
    """ "The song once more from 40 to 50", and it plays there alone."""
    moved = any(was["s"] != now["s"] for was, now in edit.altered)
    return moved and not edit.added and bool(_ONCE_MORE.search(plain))


_GIVE_IT = words(
    r"\bgive (?:the|that|this|my) (?:logo|watermark|picture|image)\b", "给(?:logo|水印|图片)"
)


def _gives_it_to_another(plain: str, edit: Edit) -> bool:
    """ "Give the logo a fade in of 1 second", and there are two."""
    there = {one.get("src") for one in edit.before[1] if "src" in one}
    return any(one.get("src") in there for one in edit.added) and bool(_GIVE_IT.search(plain))


_SO_LONG_ALONE = Regex(
    r"[,，] ?(?:持续|显示|时长|停留)?(?P<n>[0-9]{1,3}(?:\.[0-9]+)?)秒钟?(?=[ 。.!！,，]*(?:\Z|[,，]))"
)
_AT_THE_START = words("前|开头|片头|开始|(?<![0-9])0(?:秒|到|-)", r"\b(?:first|start|beginning)\b")


def _adds_for_a_length(plain: str, edit: Edit) -> bool:
    """ "20秒加b.mp4画中画，5秒", and something else is there for the first 5 s."""
    told = {round(float(one["n"]) * 1_000) for one in _SO_LONG_ALONE.finditer(plain)}
    if not told or _AT_THE_START.search(plain):
        return False
    early = [one for one in edit.added if one["s"] == 0 and one["d"] in told]
    return bool(early) and len(edit.layers) > len(early)


CHECKS = (
    _plays_beside_itself,
    _adds_for_a_length,
    _gives_it_to_another,
    _zooms_twice,
    _makes_another_effect,
    _moves_what_comes_again,
    _makes_again,
    _plays_a_text,
    plays_twice,
    _takes_a_text_for_a_look,
    _takes_a_look_for_a_text,
    _makes_what_is_meant,
)
