"""What stands in a stretch that is no order: a negation, a doubt, a question."""

import re
from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.clauses.blocked import BLOCKING, is_of_another
from mock_server.agent.clauses.heads import head_of, is_layer
from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.lazily import Regex


def unread(found: Sequence[Token], *, negated: bool) -> Sequence[Token]:
    """Of a stretch that is no order, what may be one all the same: a doubt with a verb or a value, or
    what stands behind a negation."""
    if head_of(found) and any(token.words.endswith(_WHEN) for token in found):
        return found  # "没人说话的时候大声一点"
    denial = next((i for i, one in enumerate(found) if one.is_a("not") or one.is_a("no")), 0)
    lead = found[:denial] if negated else ()
    if orders_in(lead) and head_of(found[denial:]) and not any(one.words == "的" for one in lead):
        return found  # "再静音不要加别的"
    edges = (i for i, token in enumerate(found) if token.is_a("stop") or token.is_a("and"))
    if (
        negated
        and any(one.is_a("show") for one in found)
        and any(one.is_a("range") for one in found)
    ):
        return found  # until when is it to be seen?
    behind = found[next(edges, len(found)) + 1 :] if negated else found
    told = any(token.is_a(kind) for token in behind for kind in (*TOLD, *_ORDERED))
    return behind if told or head_of(behind) else ()


_WHEN = ("时", "时候", "之后", "以后", "之前", "以前")


def is_timed_order(found: Sequence[Token]) -> bool:
    """Whether there is a text or a range in what is no order, and a verb: no mere question."""
    told = any(token.is_a("range") or token.is_a("text") for token in found)
    return told and bool(head_of(found)) and not any(token.is_a("question") for token in found)


def orders_in(found: Sequence[Token]) -> bool:
    """Whether there is a verb that is more than the beginning or the end of something."""
    return any(not (one.is_a("begin") or one.is_a("finish")) for one in head_of(found)[:1])


_ORDERED = (
    "music", "title", "caption", "captions", "overlay", "voiceover", "look", "heard", "fill", "shape",
    "denoise", "stabilize", "mood", "normalize", "reverse", "color", "pos", "style", "fade",
)  # fmt: skip
TOLD = (
    "time",
    "range",
    "portion",
    "nth",
    "percent",
    "factor",
    "level",
    "number",
    "half",
    "double",
    "ratio",
    "size",
)

_VALUES = frozenset((*TOLD, "color", "pos", "style", "look", "angle"))

# Words that name nothing, so that they can only be about the order before them.
_NAMELESS = frozenset(
    (
        *BLOCKING, "", "nevermind", "no", "it", "but", "stop", "and", "then", "to", "at", "for", "in",
        "by", "all", "must", "have", "says", "again", "bit", "much", "there", "something", "exists",
        "set", "keep", "cut", "remove", "add", "show", "each",
    )
)  # fmt: skip
# It says how things are: "…, nothing happens there yet", "…, it was too long".
_STATES = Regex(
    r"\W*(?:(?:because|since|cause|so|and|as) )*(?:the|an?|my|our|his|her|their|this|that|there|it|he"
    r"|she|they|we|i|you|some\w+|people|no ?body|nothing|none|no one|neither|every\w+|which|who)\b"
    r"|.*(?:没|还不|太|不好意思)|.*不(?:好看|好听|清楚|需要|喜欢|对劲|合适|太)",
    re.IGNORECASE,
)
# … but not these: they say how the order was meant.
_NOT_MEANT = Regex(
    r"\b(?:jok(?:e|es|ing)|kidding|serious(?:ly)?|mean|meant|sure|certain|agree|approve|allow(?:ed)?"
    r"|nobody ever|mistaken)\b"
    r"|\b(?:rather not|not to|(?:should|would|must|could)n't)(?: though)?\W*\Z"
    r"|\bi (?:do not|don't) (?:know|think so)\b"
    r"|没(?:必要|同意|说|想|让|叫|要)|没有必要|不(?:同意|认真|确定|知道|该)",
    re.IGNORECASE,
)
_HARMLESS = Regex(
    r"\bworr|\brush\b|\bhurry|\bpanic|\bforget\b|\bproblem\b|\boverdo\b|\btoo\b|\belse\b"
    r"|(?<!never )\bmind\b"
    r"|\bbig deal|\burgent|\basap\b|\bdelet|\bgaps?\b|不(?:急|着急|客气|多|好意思|错|然)"
    r"|别(?:急|忘|客气|担心)|[识特分区级类]别|没(?:关系|问题|事)|\bhow (?!about\b)[a-z]+\W*\Z",
    re.IGNORECASE,
)
_PUTS_OFF = Regex(
    r"\b(?:maybe|perhaps|possibly|later|someday|eventually|sometime|soon|tomorrow|not sure|unsure"
    r"|probably|next (?:time|week|month)|(?:another|some other) time|what do you think|thoughts"
    r"|i guess|i think)\b|以后|也许|可能|或许|待会|等[一会]?下|稍后|回头|想想|改天|明天|下次"
    r"|下周|过几天|后天",
    re.IGNORECASE,
)


def takes_back(found: Sequence[Token]) -> bool:
    """Whether a stretch that is no order is about nothing but the order before it, or ends so: "…, please
    don't", "…, maybe later", "…, not the video, but not yet"."""
    stops = [i for i, one in enumerate(found) if one.is_a("stop")]
    behind = [found[a + 1 : b] for a, b in pairwise((*stops, len(found)))]
    return _is_all_taken_back(found) or any(
        one and (one[0].is_a("cond") or _is_all_taken_back(one)) for one in behind
    )


def _is_all_taken_back(found: Sequence[Token]) -> bool:
    if not _is_nameless(found) or head_of(found):
        return False
    said = _words(found)
    if _HARMLESS.search(said) or not any(BLOCKING & token.readings.keys() for token in found):
        return False
    if any(token.is_a("not") for token in found):
        return not _STATES.match(said) or bool(_NOT_MEANT.search(said))
    return bool(_PUTS_OFF.search(said) or _NOT_MEANT.search(said))


def _is_nameless(found: Sequence[Token]) -> bool:
    return all(not token.readings or _NAMELESS & token.readings.keys() for token in found)


def _words(found: Sequence[Token]) -> str:
    """Words as they were written, Chinese without spaces."""
    said = " ".join(token.words for token in found)
    return re.sub(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])", "", said)


# What a verb does, as an order in front of it may do: "cut 5-8 s, but don't remove anything".
_DEEDS: tuple[tuple[str, tuple[type, ...]], ...] = (
    ("cut", (op.Cut, op.Keep, op.Remove, op.RemoveClip)),
    ("remove", (op.Cut, op.Keep, op.Remove, op.RemoveClip)),
    ("add", (op.AddLayer, op.AddCaptions, op.HeardCaptions, op.Append)),
    ("show", (op.AddLayer, op.AddCaptions, op.HeardCaptions)),
)


def forbids(found: Sequence[Token], asked: Sequence[op.Operation]) -> bool:
    """Whether a negated verb without an object of its own is about what was ordered."""
    if not _is_nameless(found) or _HARMLESS.search(_words(found)):
        return False
    verb = head_of(found)[:1]
    if any(one.is_a("set") for one in verb):
        return any(not isinstance(one, op.ADDS) for one in asked)
    kinds = [deeds for kind, deeds in _DEEDS if any(one.is_a(kind) for one in verb)]
    return any(isinstance(one, deeds) for one in asked for deeds in kinds)


def ordered_from(found: Sequence[Token], edges: Sequence[int], blocked: int) -> int:
    """Where an order follows a negation: "don't cut it, just mute it"."""
    kinds = {kind for token in found[blocked:] for kind in token.readings if kind in BLOCKING}
    later = [at for at in edges if blocked < at < len(found)] if kinds <= {"not"} else []
    ends = dict(pairwise((*later, len(found))))
    return next(
        (
            at
            for at in later
            if found[at].words.lower() in ("just", "instead")
            or (head_of(found[at : at + 1]) and found[ends[at] - 1].words.lower() == "instead")
        ),
        len(found),
    )


_PLACES = ("range", "portion", "nth", "text", "file", "which", "it")
_IN_PLACE = ("改", "换", "还是", "也", "又", "和", "或")
_DENIES = frozenset(("不要", "别", "不", "不用", "无需", "先别", "千万别", "不必"))


def turns(denied: Sequence[Token], orders: Sequence[Token]) -> bool:
    """Whether what follows a denied order in Chinese may be one that says all of it on its own: not a part
    or a thing that only the denied one names, nor what is there now and is to be changed."""
    said = [one for one in denied if not (one.carries_nothing or one.is_a("ba"))]
    if not said or not (head_of(said) and said[0].words in _DENIES):
        return False
    if any(one.words in ("了", "是") or not one.readings for one in denied):
        return False  # "别静音了": it is silent now
    named = any(one.is_a(kind) for one in said for kind in _PLACES)
    tells = any(one.is_a(kind) for one in orders for kind in _PLACES)
    begins = next((one.words for one in orders if one.words not in ("就", "只", "是")), "")
    return tells >= named and bool(head_of(orders)) and not begins.startswith(_IN_PLACE)


def same_at_a_time(orders: Sequence[Token], denied: Sequence[Token]) -> bool:
    """Whether what is ordered is denied for one moment: "静音前5秒,第3秒不静音"."""
    same = {kind for one in head_of(orders) for kind in one.readings}
    alike = any(same & set(one.readings) for one in head_of(denied))
    return alike and any(one.is_a("time") for one in denied)


def says_again(orders: Sequence[Token], denied: Sequence[Token]) -> bool:
    """Whether the very value that is ordered is denied: "make the title red and not red"."""
    values = {one.words.lower() for one in orders if not one.tags.isdisjoint(_VALUES)}
    return any(one.words.lower() in values for one in denied)


def speaks_of(denied: Sequence[Token], orders: Sequence[Token]) -> bool:
    """Whether orders may be about what was only named to be spared: "don't cut 5-8 s, mute it", "don't
    remove the music, make it quieter instead"."""
    return any(one.is_a("range") or is_layer(one) for one in denied) and any(
        (one.is_a("it") or "it" in one.words.lower().split()) and not one.is_a("range")
        for one in orders
    )


def shares_a_verb(orders: Sequence[Token], denied: Sequence[Token]) -> bool:
    """Whether what is denied goes on with the order in front: "cut 3-5 s and 7-9 s? No", where "cut 3-5 s
    and not 7-9 s" does not."""
    said = [one for one in denied if not (one.carries_nothing or one.is_a("and"))]
    on = orders[-1].is_a("and") or denied[0].is_a("and")
    return on and said[0].is_a("range") and not head_of(said)


def may_be_of(orders: Sequence[Token], denied: Sequence[Token]) -> bool:
    """Whether what is denied, and cannot be read, may be what is ordered: "fade in and out, but no fade at
    the end", "show the logo, except don't show it from 5 to 8 s"."""
    verbs = {kind for token in head_of(orders) for kind in token.readings} - {""}
    verbs |= {"fade", "fades"} if verbs & {"fade", "fades"} else set()
    if any(token.is_a("rest") or token.words.lower() in ("else", "other") for token in denied):
        return False
    return not is_of_another(orders, denied) and any(
        token.words.isascii() and (token.is_a("it") or not verbs.isdisjoint(token.readings))
        for token in denied
    )


def sets_a_bound(denied: Sequence[Token], *, chinese: bool) -> bool:
    """Whether what is denied bounds an order: "再大一点，别超过画面四分之一", "前后各留5秒不放"."""
    bounds = ("atleast", "there", "time") if chinese else ("atleast",)
    return any(token.is_a(kind) for token in denied for kind in bounds)
