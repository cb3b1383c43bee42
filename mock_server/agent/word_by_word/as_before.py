"""A message that says only what is to be otherwise than in the one before ("no, at the beginning"), or of
what the same holds ("same for the other one")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.bare_figures import with_its_unit
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.reader import parts_of, told_by
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import FADES, VERBS
from mock_server.agent.wording.named_by_draft import There

_RATHER = re.compile(
    r"(?:[ ,.!…-]*(?:no(?:pe|,? wait)?(?= ?[,.!–-]| (?:make|put|at|to|in|from|the|only|just))"
    r"|wait(?= ?[,.!–-])|oops|oh|hm+"
    r"|or rather|sorry|actually|wrong|not that(?: one)?|not quite|on second thought|i (?:meant?"
    r"|said|wanted)|rather|better"
    r"|that was wrong"
    r"|that's wrong|my mistake|scratch that|(?:that|it) (?:should|was supposed to) be|should be"
    r"|correction"
    r"|(?:too (?:much|many|little|long|short|late|early|far|fast|slow|strong|big|small)"
    r"|not enough)(?=[,.;:!] ?)"
    r")\b)+[ ,.:;!…–-]*(?:(?:that|it) should be|i meant|make (?:it|that)|it's)?"
    r"|[ ,，。!！…]*(?:(?:哦|呃|哎|啊|哎呀|等等|等一下|抱歉|对不起|不好意思)?[ ,，。!！…]*"
    r"(?:不对|算了|还是|哦不|啊不|不够|不是[0-9.]+秒?(?=[,，])|不是|错了"
    r"|[说弄搞写转放加剪插做删改调选打]错了?|搞反了|[剪加放调]多了|[剪加放调]少了"
    r"|太[多少快慢长短早晚大小]了"
    r"|我(?:是说|的意思是|说的是|要的是)|改一下|更正|应该)[ ,，。!！…:：]*)+(?:应该是|应该|而是|是"
    r"|改成|改为|换成)?",
    re.IGNORECASE,
)
_ANEW = re.compile(
    r"\W*(?:i(?:'d| would) (?:prefer|rather have|rather)|(?:please |can you |could you )?(?:make"
    r"|change|turn|set|put|have|use|try|take"
    r"|let's (?:make|try|do"
    r"|use))(?: (?:it|that|this)(?: (?:in)?to| be| at)?)?) |[ ,，。]*(?:还是)?(?:把它?)?(?:改成"
    r"|改为|换成|换为|改到|改用"
    r"|调成|变成|还是用|还是)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\W*(?:and |now |please |then )*(?:(?:do |apply |make )?(?:the )?same (?:thing )?(?:for|to"
    r"|with|on|at|goes for"
    r"|again (?:for|at|from)) |(?:also|and) )"
    r"|[ ,，。]*(?=.*(?:也|一样|同样))",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"[上下前后]一[个条段张首步次]|\b(?:previous|next|before that|one before)\b", re.IGNORECASE
)
_NEXT = re.compile(r"\A\W*(?:(?:and|now|then|please) )+", re.IGNORECASE)
_AS_WELL = re.compile(
    r"(?:,? (?:too|as well|also|again|the same)(?: please)?)+[ .!]*\Z", re.IGNORECASE
)
_ALSO_SAID = re.compile(r"也|一样|同样(?:的)?(?:处理|操作)?|再来|(?<!原)来|一声|一次|这样|要|做")
_TAIL = re.compile(
    r"(?:[ ,]*(?:instead|please|though|rather|sorry|after all|is enough|will do|should do|would be better"
    r"|is better))+"
    r"[ .!]*\Z|(?:[ ,，]*(?:就好|就行|就够了?|够了|才对|好了|吧|更好|比较好|那里|那儿"
    r"|的位置))+[ 。!！]*\Z",
    re.IGNORECASE,
)
_FINE = re.compile(
    r"\b(?:fine|ok|okay|good|great|perfect|nice)\b|没事|挺好|可以的"
    r"|很好",
    re.IGNORECASE,
)
_LASTS = re.compile(r"last\b", re.IGNORECASE)
_MEANT = re.compile(r",? i (?:mean|meant)[ .!]*\Z", re.IGNORECASE)
_ENOUGH = re.compile(
    r"就?(?:足?够)了?[ 。!！]*\Z|\bis (?:enough|plenty)\b"
    r"|\bwill do\b",
    re.IGNORECASE,
)
_AT_AN_END = re.compile(r"(?:(?<=\A)|(?<=[放接插移挪到在]))[前后](?:面|头|边)(?=\Z)")
_AS_IT_WAS = re.compile(
    r"\W*(?:(?:and |now |please |no,? )*back to (?:what|how|where"
    r"|the way) it was(?: before)?(?: please)?)\W*"
    r"|[ ,，]*(?:还是)?(?:把它)?换回(?:来|去)(?:吧|了)?[ 。!！]*",
    re.IGNORECASE,
)
_MIDST = re.compile(
    r"[,;.…–-]+ ?(?=(?:or rather|i meant?|no wait|no make|make that|scratch that|actually no)\b"
    r"|(?:no|sorry|wait),)"
    r"|[,，。；;…—–-]+ ?(?=(?:不对|算了|还是|哦不|啊不|说错|错了|我是说|应该是|不不))",
    re.IGNORECASE,
)
_STILL = re.compile("[,，] ?还是(?:在)?[上下左右]")
_BARE_RANGE = re.compile(r"\A([0-9.]+)(?:秒)?(到|至|-)([0-9.]+)(?=[ 。.!！]*\Z)")
_RIGHT = re.compile(r"才对[ 。.!！]*\Z")
_SAYS_NOTHING = {"make", "change", "to", "it", "instead", "comma", "only", "with"}
_STRONG = re.compile(
    r"\bno\b|\bnope\b|\bmeant?\b|too (?:much|many|long|little)|不对|错了|不是|多了|我(?:是说"
    r"|的意思|说的|要的)",
    re.I,
)
_GROUPS = (
    {"place"}, {"color"}, {"lookname"}, {"factor"}, {"degrees"}, {"join"}, {"points"}, {"ratio"},
    {"level", "amount", "decimal"}, {"scale"}, {"opaque"}, {"at", "bare at"}, {"atstart", "atend"},
    {"long"}, {"range"}, {"style"}, {"fadein", "fadeout"}, {"shift"}, {"longer"}, {"total"},
    {"join", "transition"}, {"from"}, {"until"},
    {"mute", "cut", "remove", "faster", "slower", "reverse", "blur it", "zoom in", "freeze", "rotate"},
    {"louder", "quieter"}, {"bigger", "smaller"}, {"grow", "shrink"}, {"up", "down"},
)  # fmt: skip
_TIMES = {"range", "at", "bare at", "from", "until", "atstart", "atend"}
_TOLD_AT = ("totime", "from")
_MOVES = {"cut", "remove", "only", "all but", "insert", "faster", "slower", "factor"}


@dataclass(frozen=True)
class Said:
    """A message, and what was there when it was said."""

    message: str
    there: There


def read_as_before(message: str, last: Said, now: There, names: tuple[str, ...]) -> Reading | None:
    """The reading of a message by the one before; None where it is not certain what it is to be."""
    if _ANOTHER.search(message):
        return None
    before = parts_of(last.message, Draft(last.there, files=names), names)
    if not before:
        return None
    if found := _same_of(message):
        return _of_another(found, before, message, last.there, now, names)
    if _AS_IT_WAS.fullmatch(message):
        return Reading(_language(message), [Understood(op.Undo(), message)], [])
    merged = _put_right(message, before, last.there, names)
    if merged is None:
        return None
    told = _asked(merged, Draft(last.there, files=names), message)
    return (
        Reading(_language(message), [Understood(op.Undo(), message), *told], []) if told else None
    )


def read_put_right(
    message: str, there: There, names: tuple[str, ...], *, follows: bool
) -> tuple[str, Reading] | None:
    """What a message that puts itself right says, in words and read: "double speed, or rather 1.5x"."""
    for found in _MIDST.finditer(message):
        before = parts_of(message[: found.start()], Draft(there, follows, names), names)
        rest = message[found.start() :]
        if _STILL.match(rest):
            continue  # "and still at the bottom"
        merged = _put_right(rest, before, there, names) if before else None
        if merged and before and kinds(merged) & VERBS != kinds(before) & VERBS:
            return None  # that of it, or something else?
        told = _asked(merged, Draft(there, follows, names), message) if merged else []
        if merged and told:
            return _in_words(merged, message), Reading(_language(message), told, [])
    return None


def _in_words(parts: Sequence[Part], message: str) -> str:
    return ("" if HAN.search(message) else " ").join(one.words.strip() for one in parts)


def _put_right(
    message: str, before: list[Part], there: There, names: tuple[str, ...]
) -> list[Part] | None:
    """The parts of what was said before, with those of a message that puts it right."""
    rather = _RATHER.match(message)
    anew = _ANEW.match(message, rather.end() if rather else 0)
    start = anew.end() if anew else rather.end() if rather else 0
    if _FINE.search(message) or _LASTS.match(message, start):
        return None
    meant = _MEANT.search(message, start)
    rest = _TAIL.sub("", message[start : meant.start() if meant else None])
    rest = _AT_AN_END.sub(lambda m: f"最{m[0]}", rest)
    rest = _BARE_RANGE.sub(r"\1秒\2\3秒", rest) if HAN.search(message) else rest
    other = _the_other(rest, before, there, there) if rather or meant else None
    new = (
        [other]
        if other
        else parts_of(with_its_unit(rest, before), Draft(there, files=names), names)
    )
    if not new:
        return None
    strong = bool(meant or _STRONG.search(message))
    return _replaced(
        before,
        new,
        certain=bool(rather or meant or _RIGHT.search(message)),
        put=bool(anew),
        strong=strong,
        enough=bool(_ENOUGH.search(message)),
    )


def _asked(parts: Sequence[Part], draft: Draft, message: str) -> list[Understood]:
    clauses = told_by(parts, draft)
    return [Understood(each, message) for one in clauses for each in one.operations]


def _same_of(message: str) -> str:
    """Of what the same holds, by a message that says so; else empty."""
    if HAN.search(message):
        return _ALSO_SAID.sub("", message) if _SAME.match(message) else ""
    lead = _SAME.match(message)
    told = _AS_WELL.sub("", message[lead.end() :] if lead else message)
    if lead or told != message:
        return told
    told = _NEXT.sub("", message)
    return told if told != message and _OTHER.fullmatch(told) else ""


def _language(message: str) -> str:
    return "zh" if HAN.search(message) else "en"


def _group(kind: str) -> set[str]:
    return next((one for one in _GROUPS if kind in one), set())


def _replaced(
    before: list[Part], new: Sequence[Part], *, certain: bool, put: bool, strong: bool, enough: bool
) -> list[Part] | None:
    """The parts of the message before with those of the new one in the place of their like."""
    there = {(one.kind, one.value) for one in before}
    said = [
        one
        for one in new
        if one.kind not in _SAYS_NOTHING | {"stop"} and (one.kind, one.value) not in there
    ]
    if not said or len({one.kind for one in said}) < len(said):
        return None
    told, there_kinds = {one.kind for one in said}, kinds(before)
    if not (certain or put) and told & {*_TIMES, "factor", "amount", "level"}:
        return None  # that instead, or as well, or of what it is now?
    verbs = {one.kind for one in new} & VERBS - _SAYS_NOTHING
    if verbs and told & {"amount", "level", "by"}:
        return None  # to that, or by that?
    takes_away = verbs or there_kinds & {"cut", "remove"}
    if takes_away and told & _TIMES and not strong:
        return None
    if told & VERBS and not {one.kind for one in new} & {"it", "instead"}:
        return None
    named = any(
        (one.kind, one.value) in there and one.kind not in _SAYS_NOTHING | {"stop"} for one in new
    )
    if named and kinds(before[:-1]) & {"comma", "and", "stop"}:
        return None  # of which clause?
    if (
        not (named or put or enough)
        and "long" in there_kinds
        and there_kinds & _TIMES - {"range"}
        and said[0].kind == "long"
    ):
        return None  # at that time, or so long?
    merged = [*before]
    for one in said:
        if one.kind in VERBS | FADES | {"thing"} and not certain:
            return None
        place = _place_of(one, merged)
        if place is None:
            return None
        i, part = place
        if part.kind == "range" != one.kind and not certain:
            return None
        merged[i] = part
    return merged


def _place_of(one: Part, before: Sequence[Part]) -> tuple[int, Part] | None:
    """Where a part of the same kind stands, of which there has to be one; and what comes there."""
    if one.kind == "thing":
        like = [i for i, each in enumerate(before) if each.kind == "thing"]
        return (like[0], one) if len(like) == 1 else None
    group = _group("at" if one.kind in _TOLD_AT else one.kind)
    like = [i for i, each in enumerate(before) if each.kind in group]
    if len(like) == 1:
        old = before[like[0]]
        if one.kind == "place" and len(str(one.value).split("-")) != len(str(old.value).split("-")):
            return None  # "to the right" of a corner
        kind = (
            old.kind
            if one.kind != old.kind and one.kind in ("totime", "from", "amount")
            else one.kind
        )
        return like[0], Part(kind, one.value, one.words)
    if one.kind == "long" and not like and isinstance(one.value, int):
        ranges = [i for i, each in enumerate(before) if each.kind == "range"]
        if len(ranges) == 1 and (edge := _edge(before[ranges[0]].value, one.value)):
            return ranges[0], Part("range", edge, one.words)
    return None


def _edge(was: object, long: int) -> Range | None:
    """The first, or the last, so many seconds in the place of others."""
    if not isinstance(was, Range):
        return None
    if was.start == 0 and was.end is not None and was.end > 0:
        return Range(0, long)
    return Range(-long, None) if was.start < 0 and was.end is None else None


_OTHER = re.compile(
    r"(?:the )?(?:other(?: one| title| caption| logo| text| clip| song| part)?|(?P<at>left|right"
    r"|top|bottom)(?: one)?"
    r"|(?P<n>first|second|last)(?: one)?)[ .!]*"
    r"|(?:另外?一?[个条段张首]|(?P<where>左|右|上|下)[边面](?:那|的)?那?[个条张]?|(?P<which>前"
    r"|后)面?(?:那|的)?那?[个条段张首]"
    r"|(?P<k>第[一二]|最后一?)[个条段张首])[ 。！!]*",
    re.IGNORECASE,
)
_TWO = 2
_ANY_OTHER = re.compile(r"other|另", re.IGNORECASE)
_SIDES = {"左": "left", "右": "right", "上": "top", "下": "bottom"}


def _the_other(text: str, before: Sequence[Part], then: There, now: There) -> Part | None:
    """ "The other one": that of the two which the message before has not named."""
    found = _OTHER.fullmatch(text.strip(" ,，"))
    named = [one.value for one in before if isinstance(one.value, Thing)]
    if found is None or len(named) != 1 or len(named[0].which) != 1:
        return None
    was = named[0].which[0]
    if named[0].role == "clip":
        two = len(now.clips) == _TWO and [*then.clips] == [*now.clips]
        first = bool(re.search(r"first|第一|前", text, re.IGNORECASE))
        fits = _ANY_OTHER.search(text) or (1 - was == 0) == first
        return Part("thing", Thing("clip", (1 - was,)), text) if two and fits else None
    same = [*then.roles] == [*now.roles]
    alike = [i for i, role in enumerate(now.roles) if role == then.roles[was]]
    others = [i for i in alike if i != was or not same]
    if len(others) != 1:
        return None
    other = others[0]
    side = _SIDES.get(found["where"] or "", (found["at"] or "").lower())
    if side and not (now.places[other] == side or now.places[other].split("-")[-1] == side):
        return None
    first = found["which"] == "前" or (found["n"] or "").lower() == "first" or found["k"] == "第一"
    last = found["which"] == "后" or found["n"] or found["k"]
    if (first and other > was) or (last and not first and other < was):
        return None
    return Part("thing", Thing(now.roles[other], (other,)), text)


def _of_another(
    text: str,
    before: Sequence[Part],
    message: str,
    then: There,
    now: There,
    names: tuple[str, ...],
) -> Reading | None:
    """The same of another thing, or at another time."""
    other = _the_other(text, before, then, now)
    new = [other] if other else parts_of(text, Draft(now, files=names), names)
    if not new:
        return None
    said = [one for one in new if one.kind not in _SAYS_NOTHING | {"stop", "also", "add"}]
    if len(said) != 1 or any(one.kind == "stop" for one in before[:-1]):
        return None
    if said[0].kind not in _TIMES | {"thing", *_TOLD_AT}:
        return None
    named = [one.value for one in before if isinstance(one.value, Thing)]
    if (
        said[0].kind != "thing"
        and any(one.which for one in named)
        and [*then.roles] != [*now.roles]
    ):
        return None  # that is another now
    moves = kinds(before) & _MOVES
    if said[0].kind != "thing" and moves:
        return None  # at that time of the video as it was?
    place = _place_of(said[0], before)
    if place is None or before[place[0]].value == place[1].value:
        return None
    if (
        isinstance(said[0].value, Thing)
        and not said[0].value.which
        and said[0].value.role != "clip"
    ):
        return None
    merged = [*before[: place[0]], place[1], *before[place[0] + 1 :]]
    told = _asked(merged, Draft(now, files=names), message)
    return Reading(_language(message), told, []) if told else None
