"""What a message says of all that its orders leave as it is: "play it backwards, same speed",
"10到20秒放大，别处不动". It asks for nothing; it is taken out to be held against the draft afterwards."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mock_server.agent.values.lazily import Regex

LONGEST = 1_000  # characters of a message that is looked through
_THE = r"(?:(?:the|its|my|our|their|all(?: (?:of )?the)?|any|that|this|any of the) )?"
# What stays, in both languages, by what is looked at afterwards.
_THINGS: Mapping[str, tuple[str, str]] = {
    "speed": (r"(?:playback |normal )?(?:speed|pace|tempo)", "(?:播放)?(?:速度|语速|节奏)"),
    "length": (
        r"(?:total |overall |whole |same )?(?:length|duration|running time|run ?time)"
        r"(?: of (?:it|the (?:video|clip|title|whole thing)))?",
        "(?:(?:视频|总|整体|整个)的?)?(?:时长|长度|总长)",
    ),
    "sound": (
        r"(?:original |own |video's )?(?:sound|audio|speech|voice)(?: of the (?:video|clip))?"
        r"|my (?:own )?(?:voice|speech)",
        "(?:(?:视频|片子)的?)?(?:声音|原声|人声|音频|说话声|配声)",
    ),
    "level": (r"(?:volume|loudness|level)(?: of it)?", "音量"),
    "picture": (
        r"(?:picture|image|visuals|video|footage|clip)(?: itself)?", "(?:视频的?)?(?:画面|图像|影像)"
    ),
    "look": (r"colou?rs?|look|filter", "颜色|色调|滤镜"),
    "size": (r"size", "大小|字号|尺寸"),
    "place": (r"(?:position|place|spot|corner)", "位置"),
    "times": (r"(?:times|timings?)", "(?:(?:开始和结束|出现|显示)的?)?时间"),
    "words": (r"(?:text|wording|words)", "文字|内容(?=不变)|文本"),
    "music": (r"(?:background )?(?:music|song|track|bgm)", "(?:背景)?(?:音乐|配乐|歌曲?)"),
    "texts": (r"texts|titles and captions", "所有文字"),
    "one title": (r"(?:intro|opening|closing|main) title", "(?!)"),
    "title": (r"titles?", "标题"),
    "caption": (r"(?:captions?|subtitles?)", "字幕"),
    "lower-third": (r"lower[- ]thirds?", "人名条"),
    "overlay": (r"(?:logo|watermark|overlay|picture[- ]in[- ]picture)", "logo|水印|贴图"),
    "voiceover": (r"(?:voice-?over|narration)", "旁白|配音"),
    "rest": (
        r"(?:rest(?: of (?:it|the (?:video|clip|film)))?"
        r"|everything else|anything else|(?:other|remaining) (?:parts?|clips?|things?|stuff|layers?"
        r"|places?))",
        "(?:其他|其余|其它|别的|剩下|剩余|余下)的?(?:部分|地方|内容|东西|时候|时间|画面|段落|片段|都|全)?"
        "|别处|它处|别的地方|其他的|两头|两边|前后",
    ),
}  # fmt: skip
_KEEP = r"(?:keep(?:ing)?|leav(?:e|ing))"
_AS_IS = (
    r"(?:(?:exactly |just )?(?:as|how|where|the way) (?:it|they)(?: already)? (?:is|are|was|were|has been)"
    r"(?: now| before)?|as is|alone|untouched|unchanged|the same|intact|in place|put|normal)"
)
_LOSE = (
    r"(?:los(?:e|ing)|remov(?:e|ing)|delet(?:e|ing)|cut(?:ting)?(?: off| out)?|drop(?:ping)?"
    r"|hid(?:e|ing)|shorten(?:ing)?)"
)
_GONE = r"(?:disappear|vanish|go(?: away| missing)?|be (?:lost|removed|deleted|cut|gone|touched|changed))"
_CHANGE = r"(?:touch|chang|alter|affect|modify|mov|edit|mess(?:ing)? with)(?:e|ing)?"
_NOT = r"(?:(?:please )?(?:do not|don't|dont|never|not|without|no need to))"
_ALSO = (
    "(?:的话|也|都|全都?|要|就|还是|还|仍然|仍|依然|得|请|一律|一点儿?|完全|统统|可以|先|保持"
    "|维持|继续){0,4}"
)
_STAYS = (
    "(?:不变|不动|别动|不要动|不用动|别变|不改|别改|不用改|不要变|不要改|照旧|照常|照原样|如常|如旧"
    "|如故|保留|留着"
    "|留下|保持|原样|原状|原来的?样子?|不受影响|没变化|不用管|别管|别碰|不要碰"
    "|不碰)(?:就行|就好|即可)?"
)
_DONT = "(?:不要|别|不用|不必|无需|请勿|勿)(?:再)?(?:去)?"
_ONLY = (
    r"(?:(?:and |but )?(?:nowhere|nothing|not anything|not anywhere) else(?: (?:changes|is changed"
    r"|at all))?"
    r"|(?:and |but )?only (?:there|then|that (?:part|bit|one)|this (?:part|bit))|no other changes?"
    r"(?: (?:please|needed|at all))?|no (?:further|more) changes?|not(?:hing)? in any other place"
    r"|that's (?:it|all)|that is (?:it|all)"
    r"|nothing more)"
)
_ONLY_ZH = (
    "就?只(?:要|有|在|动|改|是|做|限)?(?:这|那)(?:几秒|一段|段|里|一处|处|个地方|部分|一点|一下|时候"
    "|段时间)?(?:就行|就好|就够了?)?"
    "|(?:别的|其他|其余|其它)(?:的)?(?:地方|部分|时候|时间|都|就)?(?:不要|不用|不)(?:弄|加|做|这样|处理)"
    "|其[他余它]的?(?:时候|时间|地方|部分|画面)?(?:都|是)?(?:清楚|清晰|正常|正常播放|没有|原速|彩色"
    "|有声)的?"
    "|仅此而已|就这(?:样|些)|没别的了?|不做其他(?:改动|修改|处理)|不要(?:做)?(?:其他|别的)(?:改动"
    "|修改|处理)"
)
# What is not to be done, by what must not have come of it.
_DENIED: Mapping[str, tuple[str, str]] = {
    "uncut": (
        rf"{_NOT} (?:cut|trim|remov|delet|los|chop|shorten|drop)(?:e|ing|ting|ming|ping)?(?: out| off)?"
        r" (?:anything|any of it|any (?:of the )?(?:content|footage|part)s?|it|the (?:video|clip|length)"
        r"|a thing)(?: out| off| away)?|without (?:any )?(?:cuts|trimming|cutting)|no (?:cuts"
        r"|cutting|trimming)"
        r"|no cropping in time",
        f"(?:(?:一点|任何|什么|一秒|一帧)(?:的)?(?:内容|画面|东西)?(?:都|也)?)?{_DONT}(?:剪|删|裁|丢|少)"
        "(?:掉|去|短)?(?:任何)?(?:内容|东西|画面|片段|时长)?",
    ),
    "forwards": (
        rf"{_NOT} (?:play(?:ing)? (?:it|the video|that) (?:backwards?|in reverse)|revers(?:e"
        rf"|ing)(?: it| the video)?)",
        f"{_DONT}(?:倒放|倒着放|反着放|倒过来放)",
    ),
    "unhurried": (
        rf"{_NOT} speed(?:ing)? (?:it |the video |that |anything )?up|not (?:any )?faster",
        f"{_DONT}(?:加速|快放|快进)",
    ),
    "unslowed": (
        rf"{_NOT} slow(?:ing)? (?:it |the video |that |anything )?down|not (?:any )?slower"
        r"|no slow[- ]motion",
        f"{_DONT}(?:放慢|减速|慢放)",
    ),
    "unmirrored": (
        rf"{_NOT} (?:mirror|flip)(?:p?ing)?(?: it| the (?:picture|video))?|no (?:mirroring|flipping)",
        f"{_DONT}(?:镜像|翻转)",
    ),
    "heard": (rf"{_NOT} mut(?:e|ing) (?:it|anything|the (?:video|sound"
    rf"|speech))", f"{_DONT}(?:真的?|把视频|把声音)?静音"),
    "unfaded": (
        r"(?:the )?(?:picture|video|image)(?: itself)? (?:should|must|does|do|is|may)(?:n't| not) (?:to )?"
        rf"(?:be )?fade[ds]?|{_NOT} fad(?:e|ing) (?:the )?(?:picture|video|image)",
        f"(?:画面|视频){_DONT}(?:淡[入出]|渐[黑变])",
    ),
    "no title": (r"(?:and |but )?(?:no|not a|without (?:a|any)) titles?", f"{_DONT}(?:加|做成|放)?标题"),
    "no captions": (
        r"no (?:automatic |auto )?(?:captions|subtitles)|not (?:the )?automatic (?:captions|ones"
        r"|subtitles)|no automatic ones",
        f"{_DONT}(?:加|开|生成)?(?:自动(?:生成)?(?:的)?)?字幕",
    ),
}  # fmt: skip
_LEAD = r"(?:(?:and|but|while|though|just|please|so|with|also|only|make sure(?: that)?)\b,? ){0,4}"
_LEAD_ZH = "(?:但是?|不过|而且?|并且?|请|只|就|可是?|同时|让|把|其中){0,3}"
_TAIL = r"(?: please| though| at all| too| either| as well){0,3}"
_AT = (
    r"(?P<at>\A|[,;，；、。!！\n]{1,3}+|[.](?=\s)|(?= (?:and|but|while|though|without) )|(?= (?:at"
    r"|with) the same ))\s{0,3}+"
)
_MAY = Regex(
    r"keep|leav|same|stay|remain|touch|chang|alone|\bas (?:it|they|is)|intact|n't|dont|\bno|never|without"
    r"|only|that's|that is|s on\b|[不别保留原照只其仅就没勿请一相如]",
    re.IGNORECASE,
)
ALIKE = frozenset(("speed", "length", "level", "look", "size", "place", "times", "words"))
"""What is said to be the same as something else, too."""

LAYERS_KEPT = ("texts", "one title", "title", "caption", "lower-third", "overlay")
"""What may lie within a part that is cut, and is to be there still."""

_SAME = Regex(r"\bsame\b|一样|相同", re.IGNORECASE)
_IT = Regex(r"\b(?:its?|them|their)\b|[它]", re.IGNORECASE)
_BUT = Regex(r"\A\s?but\b,? ", re.IGNORECASE)
_TOO = Regex(r"\b(?:too|as well)(?=\W*(?:\Z|[,;.]))|\balso\b|也", re.IGNORECASE)
_MOVES = Regex(r"\bmov", re.IGNORECASE)
_AHEAD = Regex(f"{_DONT}")  # "不要静音，倒放，黑白" may deny all of them
_KEPT, _SO = Regex("留|keep", re.IGNORECASE), Regex(_AS_IS, re.IGNORECASE)
_LOST = Regex(
    r"\b(?:los[ei]|remov|delet|cut|drop|hid|gone)|disappear|vanish|\bgo\b|[删丢剪]", re.IGNORECASE
)
_WHERE = Regex(r"\bwhere (?:it|they)\b|\bin place\b|\bput\b", re.IGNORECASE)
_STOP = r"\s{0,3}+(?=(?<=\s)but\s|[,;，；。!！\n]|[.](?:\s|\Z)|\Z)"


@dataclass(frozen=True)
class Assurance:
    """Where one stands in a text, and what it says that stays."""

    start: int
    end: int
    key: str
    how: str  # "there" still, at its "place", "unmoved", the "same", or as it was in all: ""


def assurances(text: str) -> Iterator[Assurance]:
    """What a text says to stay as it is, one after the other."""
    may = len(text) <= LONGEST and _MAY.search(text)  # who writes more lists orders
    at = 0 if may else len(text)
    while match := _PATTERN().search(text, at):
        told = next(name for name, found in match.groupdict().items() if found and name != "at")
        denied = match.start() == 0 and _AHEAD.match(match[told]) and _name(told) in _DENIED
        if not (denied or _goes_on(_name(told), match[told], text, match.end())):
            yield Assurance(match.start(), match.end(), _name(told), _how(_name(told), match[told]))
        at = max(match.end(), at + 1)


def _goes_on(key: str, said: str, text: str, end: int) -> bool:
    """Whether more is said of it: "don't remove anything but the end", "keep the title but make it red"."""
    if not _BUT.match(text[end - 1 :]):
        return False
    return key in _DENIED or key == "rest" or bool(_KEPT.match(said) and _IT.search(text[end:]))


def _how(key: str, said: str) -> str:
    if _MOVES.search(said):
        return "unmoved"
    if _WHERE.search(said):
        return "place"
    if key in ALIKE and _SAME.search(said):
        return "same"
    if key in LAYERS_KEPT and _LOST.search(said):
        return "there"
    return "there" if _KEPT.search(said) and not _SO.search(said) else ""


def without_assurances(text: str) -> str:
    """A text without them; empty where nothing else is said.

    "Fade the music as well, same length" is no assurance: it is as long as the fade before.
    """
    too = bool(_TOO.search(text))
    found = [
        one
        for one in assurances(text)
        if not ((too and one.how == "same") or _is_spoken_of(one, text))
    ]
    for one in reversed(found):
        text = text[: one.start] + text[one.end :]
    left = text.lstrip(" ,;，；、。.!！\n") if found else text
    return _BUT.sub("", left) if found and not found[0].start else left


def _is_spoken_of(one: Assurance, text: str) -> bool:
    """Whether what is not to go is changed by a pronoun behind: "don't delete the title, make it red"."""
    lost = one.key in LAYERS_KEPT and _LOST.search(text[one.start : one.end])
    return bool((lost or _BUT.match(text[one.end - 1 :])) and _IT.search(text[one.end :]))


@cache
def _PATTERN() -> Regex:
    ways = [
        *(f"(?P<{_group(key)}>{_said(key, *words)})" for key, words in _THINGS.items()),
        *(f"(?P<{_group(key)}>{en}|{zh})" for key, (en, zh) in _DENIED.items()),
        f"(?P<only>{_ONLY}|{_ONLY_ZH})",
    ]
    source = rf"{_AT}(?:{_LEAD}|{_LEAD_ZH})(?:{'|'.join(ways)}){_TAIL}[吧哦哈呀啊]{{0,2}}{_STOP}"
    return Regex(source, re.IGNORECASE)


def _said(key: str, thing: str, han: str) -> str:
    """All ways to say that one thing stays."""
    thing = f"(?:{thing})"
    alike = "|一样|相同" if key in ALIKE else ""  # "音乐也一样" is to be changed, too
    return (_still_there(thing, han) if key in LAYERS_KEPT else "") + (
        rf"(?:(?:at|with|for|keep(?:ing)?|in) )?(?:the |exactly the )?same {thing}(?: as (?:before"
        rf"|now|it is))?"
        rf"|{_KEEP} {_THE}{thing}(?: {_AS_IS})|keep(?:ing)? {_THE}{thing}(?: at full volume)?"
        rf"|{_THE}{thing} (?:itself |just |simply )?(?:(?:should|must|has to|have to|to|is to|are to) )?"
        rf"(?:(?:runs?|goes|plays?|carries|carry) on|(?:stays?|remains?|be(?: kept| left)?"
        rf"|staying) {_AS_IS}|stays?|remains?)"
        rf"|{_THE}{thing} (?:itself )?(?:(?:is|are)(?: kept| left| to stay"
        rf"| to remain)? )?{_AS_IS}(?<! the same)"
        rf"|{_THE}{thing} (?:is|are) (?:kept |left )?the same"
        rf"|leave {_THE}{thing}(?: in| on| there)?|{_NOT} {_CHANGE} {_THE}{thing}"
        rf"|no changes? to {_THE}{thing}|leave {_THE}{thing} {_AS_IS}"
        rf"|(?:{han})的?{_ALSO}(?:{_STAYS}{alike})|{_DONT}(?:动|改|碰|变|改变|改动|影响|管)(?:到"
        rf"|了)?(?:{han})"
        rf"|(?:保留|保持|维持|留着|留下)(?:{han})(?:不变|原样|不动)?"
        rf"|(?:{han})(?:要|得|都|还是|仍然|仍|也){0, 2}保持(?:原来的?|不变的?)?(?:样子|状态)?"
    )


def _still_there(thing: str, han: str) -> str:
    """The ways to say that a layer is not to go with what is cut: "without losing the title"."""
    return (
        rf"(?:{_NOT} {_LOSE}|not) {_THE}{thing}(?!  )"  # (two spaces: it is told by its words)
        rf"|{_THE}{thing} (?:must|should|may|shall|can|will)(?: not|n't|not) {_GONE}"
        rf"|(?:{han})(?:也|都|可)?(?:不要|别|不能|不准|不许)(?:被)?(?:删|丢|剪)(?:掉|除|了)?"
        rf"|(?:不要|别)(?:删|丢)(?:掉|除|了)?(?:{han})|"
    )


def _group(key: str) -> str:
    return key.replace(" ", "__").replace("-", "_1_")


def _name(group: str) -> str:
    return group.replace("__", " ").replace("_1_", "-")
