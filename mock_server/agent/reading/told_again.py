"""The message before, told again with one of its words or figures another one: "no, 2 seconds earlier",
"说反了，小声点", "start at 12 instead", "6 seconds, not 5", "后5秒也剪掉"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Within

_STOP = r"[ ,，。.!！:：;；-]"
_BUT = (
    r"(?:no|nope|nah|sorry|oops|whoops|wait)(?= *[,.!:;-]| +(?:[0-9]|no\b|wait\b|sorry\b|i mean|actually))"
    r"|i (?:mean|meant)(?: to say)?|(?:the |that's the )?(?:wrong|other) way(?: a?round)?|correction"
    r"|不对|不是(?=[ ,，。!！])|不(?=[ ,，。!！])|(?:[我说搞弄]*)(?:反了?|错了)|我是说|我的意思是|更正"
    "|应该是?|是(?![的否不])"
)
_FILLS = "oh|ah|hm+|ok|okay|well|argh|actually|rather|it should be|哦|啊|呃|应该是|应该|要|而是|是"
_CORRECTS = Regex(
    rf"\A{_STOP}*(?:(?:{_FILLS}){_STOP}+)*(?:(?:{_BUT})(?:{_STOP}+|(?<=[\u4e00-\u9fff])))+"
    rf"(?:(?:{_FILLS})(?:{_STOP}+|(?<=[\u4e00-\u9fff])))*",
    re.IGNORECASE,
)
_BEHIND = Regex(
    r"(?:,? (?:instead|please|rather|though))+[ .!]*\Z|[ ,.!?，。！]+\Z|(?:吧|才对|就好)[ 。！!]*\Z",
    re.I,
)

# One way and the other; a word of the right side stands in the place of one of the left, or the reverse.
_WAYS = (
    ("later", "earlier|sooner"),
    ("longer", "shorter"),
    ("bigger|larger", "smaller"),
    ("louder", "quieter|softer"),
    ("faster", "slower"),
    ("up", "down"),
    ("higher", "lower"),
    ("brighter", "darker"),
    ("推迟|延后|推后|晚", "提前|早"),
    ("延长|加长", "缩短"),
    ("大声|响亮|响", "小声|轻"),
    ("调大|开大|变大|放大", "调小|关小|变小|缩小"),
    ("加速|加快|快放|快", "放慢|减速|慢放|慢"),
    ("亮", "暗"),
    ("调高|提高|升高", "调低|降低"),
    ("长", "短"),
    ("大", "小"),
    ("淡入|渐入|渐显", "淡出|渐出|渐隐"),
)
_FIGURE = r"(?:[0-9]+(?:\.[0-9]+)?|an?|one|two|three|four|five|half a|[一二两三四五六七八九十半]+)"
_AMOUNT = rf"{_FIGURE}(?: ?(?:seconds?|secs?|s|%|percent|percents)|秒钟?|%|倍)"
_LITTLE = r"(?:(?:a (?:bit|little|lot)|much|slightly|way) )?"


@dataclass(frozen=True)
class Again:
    """The message before in other words; `undoes` says that it takes the place of that one."""

    text: str
    undoes: bool = True


_INSTEAD = Regex(r"\w instead[ .!]*\Z", re.IGNORECASE)
_LONGEST = 200  # characters


def correction_in(message: str) -> str | None:
    """What a message says behind its words of correction; None where it has none."""
    found = _CORRECTS.match(message) if len(message) <= _LONGEST else None
    return _bare(message[found.end() :]) if found else None


def told_again(message: str, before: str, were: Sequence[op.Operation]) -> Again | None:
    """What the message before, which asked for `were`, has to be for this one; None where that is not
    sure."""
    rest = correction_in(message)
    if rest is None and _INSTEAD.search(message):
        text = _the_other_way(_bare(message), before)
        if text is not None:
            return Again(text)
    for change in (_the_other_way, _by_so_much, _by_or_to, _another_thing):
        if rest is not None and (text := change(rest, before)) is not None:
            return Again(text)
    for put_right in (_not_that_figure, _of_the_zoom):
        if (text := put_right(message, before)) is not None:
            return Again(text)
    if (text := _of_another_kind(message, before)) is not None:
        return Again(text)
    if (text := _another_one_too(message, before, were)) is not None:
        return Again(text, undoes=False)
    if (other := _of_that_clip(message, rest, before, were)) is not None:
        return other
    instead = rest is not None or bool(re.search(r"\binstead\b|改", message))
    if (text := _with_another_edge(_bare(rest or message), before, were, instead)) is not None:
        return Again(text)
    return None


def _bare(text: str) -> str:
    while (shorter := _BEHIND.sub("", text)) != text:
        text = shorter
    return text.strip(" ,，。.!！")


def _the_other_way(rest: str, before: str) -> str | None:
    for pair in _WAYS:
        for said, opposite in (pair, pair[::-1]):
            chinese = bool(HAN.search(said))
            told = re.fullmatch(_one_way(said, chinese), rest, re.IGNORECASE)
            found = list(re.finditer(_one_way(opposite, chinese), before, re.IGNORECASE))
            if not told or len(found) != 1 or not _whole_words(found[0], before, chinese):
                continue
            return _turned(told, found[0], before)
    return None


def _one_way(said: str, chinese: bool) -> str:
    if chinese:
        return rf"(?:稍微|再)?(?P<way>{said})(?P<by>{_AMOUNT})?(?P<bit>一?[点些])?"
    return (
        rf"(?:(?:make|turn|move) (?:it|that) )?(?:by )?(?:(?P<by>{_AMOUNT}) )?{_LITTLE}\b(?P<way>{said})\b"
        rf"(?: by (?P<by_en>{_AMOUNT}))?"
    )


def _whole_words(found: re.Match[str], before: str, chinese: bool) -> bool:
    """Whether a word of one letter is not a part of another one: 大 in 大声."""
    behind = before[found.end() : found.end() + 1]
    return not (chinese and len(found["way"]) == 1 and behind in ("声", "家", "小", "标", "片"))


def _turned(told: re.Match[str], found: re.Match[str], before: str) -> str:
    by = told["by"] or told.groupdict().get("by_en")
    was = found["by"] or found.groupdict().get("by_en")
    start, end = found.span("way")
    if not by or not was:
        way = told["way"]
        spaced = by and not HAN.search(way)
        return before[:start] + (f"{by} {way}" if spaced else f"{way}{by or ''}") + before[end:]
    name = "by" if found["by"] else "by_en"
    spans = sorted([(*found.span(name), by), (start, end, told["way"])], reverse=True)
    for first, last, new in spans:
        before = before[:first] + new + before[last:]
    return before


_OF_SECONDS = Regex(rf"(?P<n>{_FIGURE})(?: (?:seconds?|secs?|s)|s|秒钟?)(?![a-z])", re.IGNORECASE)
_SHIFTS = Regex(
    r"\b(?:later|earlier|longer|shorter|fad(?:e|es|ing))\b|推迟|延后|提前|延长|缩短|淡[入出]|晚|早",
    re.IGNORECASE,
)


def _by_so_much(rest: str, before: str) -> str | None:
    """ "No, 3 seconds" behind "2 seconds later", or behind a fade."""
    told, found = _OF_SECONDS.fullmatch(rest), list(_OF_SECONDS.finditer(before))
    figures = re.findall(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?", before.replace(".mp", ""))
    if not told or len(found) != 1 or len(figures) > 1 or not _SHIFTS.search(before):
        return None
    return before[: found[0].start()] + told[0] + before[found[0].end() :]


_FACTOR = r"[0-9]+(?:\.[0-9]+)? ?(?:x\b|times\b|%)"
_ONLY_A_FACTOR = Regex(
    rf"(?:no, |rather )?(?:(?:make|set) (?:that|it)(?: to)? )?"
    rf"(?P<factor>{_FACTOR})(?: instead| please)*[ .!]*",
    re.IGNORECASE,
)
_ZOOM = Regex(r"\bzoom(?: in)?\b(?!.*\bzoom)", re.IGNORECASE)


def _of_the_zoom(message: str, before: str) -> str | None:
    """ "Make that 1.2x", or "2x", behind a zoom: it is no speed."""
    told, found = _ONLY_A_FACTOR.fullmatch(message), list(re.finditer(_FACTOR, before, re.I))
    zoom = _ZOOM.search(before)
    if not told or len(found) > 1 or not zoom:
        return None
    if not found:
        return f"{before[: zoom.end()]} {told['factor']}{before[zoom.end() :]}"
    return before[: found[0].start()] + told["factor"] + before[found[0].end() :]


_TRANSITION = (
    r"(?:(?:dip|fade) (?:to|through) (?:black|white)|cross-?fade|(?:cross )?dissolve|wipe|slide)"
)
_ANOTHER_TRANSITION = Regex(
    rf"(?:(?:no|actually|hm+|or|rather|better)[, ]+)*(?:(?:make (?:it|that)|use|try|do|take) )?"
    rf"(?:an? |the )?(?P<kind>{_TRANSITION})(?: transition)?,?(?: instead| rather)(?: please)?[ .!]*",
    re.IGNORECASE,
)


def _of_another_kind(message: str, before: str) -> str | None:
    """ "Dip to black instead" behind "a 2 second crossfade between the clips": it lasts as long."""
    told = _ANOTHER_TRANSITION.fullmatch(message)
    found = list(re.finditer(_TRANSITION, before, re.IGNORECASE))
    if not told or len(found) != 1 or told["kind"].lower() == found[0][0].lower():
        return None
    kind = re.sub("fade (?:to|through)|dip through", "dip to", told["kind"], flags=re.IGNORECASE)
    return before[: found[0].start()] + kind + before[found[0].end() :]


_NTH = r"(?:first|second|third|fourth|last|middle)"
_THE_NTH = Regex(
    rf"\bthe (?P<nth>{_NTH})(?= (?:part|piece|clip|section|segment|shot|scene)\b)", re.IGNORECASE
)
_THAT_ONE_TOO = Regex(
    rf"\W*(?:(?:and|also|now|then|please|same (?:for|with))\W+)*the (?P<nth>{_NTH})"
    r"(?: (?:one|part|piece|clip|section|segment|shot|scene))?"
    r"(?:,? (?:too|as well|also|please))*[ .!]*",
    re.IGNORECASE,
)


def _another_one_too(message: str, before: str, were: Sequence[op.Operation]) -> str | None:
    """ "The first one too" behind "mute the middle part": no seconds."""
    told, found = _THAT_ONE_TOO.fullmatch(message), list(_THE_NTH.finditer(before))
    also = re.search(r"\b(?:too|as well|also|same|and)\b", message, re.IGNORECASE)
    if not (told and also) or len(found) != 1:
        return None
    nth, was = told["nth"].lower(), found[0]["nth"].lower()
    cut = any(isinstance(one, op.RemoveClip | op.Cut) for one in were)
    if cut and (nth not in ("first", "last") or nth == was):
        return None  # the numbers of those behind it are others now
    return before[: found[0].start("nth")] + nth + before[found[0].end("nth") :]


_PERCENT = r"[0-9]+(?:\.[0-9]+)? ?(?:%|percent\b)"
_BY_OR_TO = Regex(
    rf"(?P<word>\b(?:by|to)) {_PERCENT}|(?:降低|降到|减到|提高到|提高|增加|调到|加到)(?:了)?{_PERCENT}",
    re.IGNORECASE,
)


def _by_or_to(rest: str, before: str) -> str | None:
    """ "No, by 20%" behind "down to 50%"."""
    told, found = _BY_OR_TO.fullmatch(rest), list(_BY_OR_TO.finditer(before))
    if not told or len(found) != 1 or bool(told["word"]) != bool(found[0]["word"]):
        return None
    return before[: found[0].start()] + told[0] + before[found[0].end() :]


_THINGS = (("标题", "字幕", "人名条"), ("title", "caption", "lower third"))


def _another_thing(rest: str, before: str) -> str | None:
    """ "不对，加字幕" behind a title: those words, but as a caption."""
    for things in _THINGS:
        told = re.fullmatch(
            rf"(?:加|用|做成|要|改成|as an?|an?|make it an?)? ?(?:个|条)?(?P<one>{'|'.join(things)})",
            rest,
            re.I,
        )
        found = list(re.finditer("|".join(things), before, re.I))
        if told and len(found) == 1 and found[0][0].lower() != told["one"].lower():
            return before[: found[0].start()] + told["one"] + before[found[0].end() :]
    return None


_SECONDS = r"(?: ?(?:seconds?|secs?|s)\b| ?秒钟?)?"
_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_NOT_THAT = Regex(
    rf"{_STOP}*(?:(?:no|sorry|oops|wait|it's|it is|make it|at|should be|应该|是|从|在|第)[ ,]*)*"
    rf"(?P<new>{_NUMBER}){_SECONDS},?，? ?(?:and )?(?:not|instead of|rather than|而?不是)"
    rf"(?: at| from)? ?(?:第)?(?P<old>{_NUMBER}){_SECONDS}{_STOP}*"
    rf"|{_STOP}*(?:no, )?(?:not|不是)(?: at)? ?(?:第)?(?P<was>{_NUMBER}){_SECONDS}[,，;]? ?(?:but|而?是)"
    rf"(?: at)? ?(?:第)?(?P<now>{_NUMBER}){_SECONDS}{_STOP}*",
    re.IGNORECASE,
)


def _not_that_figure(message: str, before: str) -> str | None:
    said = _NOT_THAT.fullmatch(message)
    if said is None:
        return None
    new, old = said["new"] or said["now"], said["old"] or said["was"]
    found = list(re.finditer(rf"(?<![0-9.]){re.escape(old)}(?![0-9.]*[0-9])", before))
    if len(found) != 1:
        return None
    return before[: found[0].start()] + new + before[found[0].end() :]


_EDGE_ZH = r"(?P<edge>最?[前后]|开头|结尾|最后)的?(?P<n>[0-9]+(?:\.[0-9]+)?|[一二两三四五六七八九十]+)秒钟?"
_EDGE = (
    r"(?:the )?(?P<edge>first|last|final) (?P<n>[0-9]+(?:\.[0-9]+)?|[a-z]+(?= s))"
    r"(?: (?:s|secs?|seconds?)\b)?"
)
_TOO_ZH = Regex(
    rf"{_STOP}*(?:还有)?(?:把)?{_EDGE_ZH}(?:也|同样)(?:要|得|给我)?(?:[剪删去][掉除了]?|不要|切掉|一样"
    rf"|同样)?"
    rf"(?:处理)?(?:了|吧)*{_STOP}*"
)
_TOO = Regex(
    rf"\W*(?:(?:and|now|then|also|please|same|for|with|do|likewise|cut|trim|remove|delete|take|off"
    rf"|out)\W+)*"
    rf"{_EDGE}(?: off| out)?(?P<too>(?: (?:too|as well|also))+)?(?: please)?\W*",
    re.IGNORECASE,
)
_CUTS_EDGE = Regex(rf"{_EDGE}|{_EDGE_ZH.replace('edge', 'edge_zh').replace('<n>', '<n_zh>')}", re.I)


def _of_that_clip(
    message: str, rest: str | None, before: str, were: Sequence[op.Operation]
) -> Again | None:
    """Another edge of the clip that was cut, too, or instead."""
    if len(were) != 1 or not isinstance(were[0], op.Cut):
        return None
    if not any(isinstance(one, Within) for one in were[0].ranges):
        return None
    chinese = bool(HAN.search(message))
    also = (_TOO_ZH if chinese else _TOO).fullmatch(message) if rest is None else None
    if also and not (chinese or also["too"] or re.search(r"\b(?:also|same)\b", message, re.I)):
        also = None
    other = re.fullmatch(_EDGE_ZH if chinese else _EDGE, rest, re.I) if rest else None
    told, found = also or other, list(_CUTS_EDGE.finditer(before))
    if told is None or len(found) != 1:
        return None
    said = f"{told['edge']}{told['n']}秒" if chinese else f"the {told['edge']} {told['n']} seconds"
    return Again(before[: found[0].start()] + said + before[found[0].end() :], other is not None)


_START = Regex(
    r"(?:(?:it |that )?(?:should )?(?:be |make it )?(?:start(?:s|ing)?|begin(?:s|ning)?)"
    r"(?: at| from| only at)?|from)"
    rf" (?P<at>{_NUMBER}){_SECONDS}(?: on(?:wards)?)?"
    r"|(?:[改应该要是从]*从第?|(?:开始|起点)(?:时间)?(?:改成|改为|改到|是|应该是|在))"
    rf"(?P<zh>{_NUMBER})秒(?:开始|起)?"
    rf"|(?:[改应该要是]*)?第?(?P<zh2>{_NUMBER})秒(?:开始|起)",
    re.IGNORECASE,
)
_END = Regex(
    r"(?:(?:it |that )?(?:should )?(?:end|stop|finish)(?:s|ing)?(?: at| only at)?|until|till|up to|to)"
    rf" (?P<at>{_NUMBER}){_SECONDS}"
    r"|(?:[改应该要是]*到第?|(?:结束|终点)(?:时间)?(?:改成|改为|改到|是|应该是|在))"
    rf"(?P<zh>{_NUMBER})秒(?:结束|为止|停)?"
    rf"|(?:[改应该要是]*)?第?(?P<zh2>{_NUMBER})秒(?:结束|为止)",
    re.IGNORECASE,
)
_RANGE = Regex(
    rf"(?P<start>{_NUMBER}){_SECONDS} ?(?:to|until|till|and|-|–|到|至) ?(?:第)?"
    rf"(?P<end>{_NUMBER})(?= ?(?:s|sec|秒)|\b)",
    re.IGNORECASE,
)
_ON_A_PART = (op.Cut, op.Keep, op.Level, op.Picture, op.Speed, op.Reverse)


def _with_another_edge(
    rest: str, before: str, were: Sequence[op.Operation], instead: bool
) -> str | None:
    """The one range of the message before with another start, or end."""
    start, end = _START.fullmatch(rest), _END.fullmatch(rest)
    ranges = list(_RANGE.finditer(before))
    told = start or end
    if told is None or len(ranges) != 1 or len(were) != 1:
        return None
    layer = isinstance(were[0], op.AddLayer | op.AddCaptions)
    if not (isinstance(were[0], _ON_A_PART) or (layer and instead)):
        return None
    at = float(told["at"] or told["zh"] or told["zh2"])
    first, last = float(ranges[0]["start"]), float(ranges[0]["end"])
    if start:
        # what is added is as long as it was where it starts behind its end
        first, last = at, (last + at - first if layer and at >= last else last)
    else:
        last = at
    if first >= last:
        return None
    new = ranges[0]
    text = before[: new.start("end")] + f"{last:g}" + before[new.end("end") :]
    return text[: new.start("start")] + f"{first:g}" + text[new.end("start") :]
