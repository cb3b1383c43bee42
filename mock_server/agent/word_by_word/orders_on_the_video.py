"""Orders on the picture and its clips."""

import re
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Clip
from mock_server.agent.word_by_word.order import (
    TIMES,
    TWO,
    Found,
    Order,
    changed,
    need,
    whens,
    whole_ms,
)
from mock_server.agent.word_by_word.parts import Thing

_OF_SOUND = Regex(r"volume|level|loud|音量|响")


def _stands_alone(order: Order) -> bool:
    """Whether a Chinese message may leave the video unsaid."""
    return not order.draft.follows and any(HAN.search(one.words) for one in order.clause.parts)


def looks(order: Order) -> Found | None:
    clause = order.clause
    if clause.count("lookname") != 1:
        return None
    alone = _stands_alone(order)
    name = clause.take("lookname")
    need(order.things or clause.parts or alone)
    order.drop("only") if clause.has("range", "from", "until") or order.about("clip") else None
    order.without("own") if clause.has("range") else None  # "for the speech from 20 to 40"
    order.drop("make", "change", "look", "add", "color", "with")
    color: dict[str, object] = {"name": name}
    amounts = [one for one in clause.parts if one.kind in ("level", "amount")]
    if amounts:
        need(len(amounts) == 1 and not _OF_SOUND.search(amounts[0].words))
        color["amount"] = amounts[0].value
        need(0 < float(str(clause.take("level", "amount"))) <= 1)
    return [op.Picture({"color": color}, span) for span in order.spans()[::-1]]


def plain_colors(order: Order) -> Found | None:
    """The colours as they were recorded."""
    clause = order.clause
    if not clause.all("plain look"):
        return None
    rest = clause.has("rest", "keep")
    order.drop("make", "change", "keep", "look", "rest")
    styled = any(order.draft.there.looks)
    if rest:
        need(not styled and not order.things)
        return []
    need(styled)
    return [op.Picture({"color": None}, span) for span in order.spans()[::-1]]


_PLAYS = Regex(r"\bplay|播|放$", re.IGNORECASE)  # of what is fast already, that is not certain


def speeds(order: Order) -> Found | None:
    clause = order.clause
    alone = _stands_alone(order) and not clause.has("change")
    plays = any(_PLAYS.search(one.words) for one in clause.parts)
    factor = clause.take("factor")
    if clause.has("twice"):
        need(factor is None and {*order.draft.there.speeds} == {1.0})
        words = "".join(one.words for one in clause.parts if one.kind == "twice").lower()
        clause.take("twice")
        factor = Fraction(2) if words == "twice as fast" else Fraction(1, 2)
        need(words in ("twice as fast", "half as fast"))
    fast, slow = clause.has("faster"), clause.has("slower")
    if factor is None and fast != slow and clause.count("scaled") == 1:
        factor = Fraction(str(clause.take("scaled")))
    bit = clause.has("bit") or any(one.value == "bit" for one in clause.parts)
    named = clause.has("speed")
    if named:
        fast, slow = fast or bool(clause.all("bigger")), slow or bool(clause.all("smaller"))
    order.drop("faster", "slower", "speed", "make", "change", "add")
    order.drop("only") if clause.has("range", "from", "until") or order.about("clip") else None
    need(factor is not None or fast != slow)
    order.drop("down") if slow else order.drop("up") if fast else None
    if factor is None:
        need(order.things or clause.has("range", "from", "until") or alone)
        need({*order.draft.there.speeds} == {1.0})
        factor = Fraction(STEPS["faster" if fast else "slower"][bit]).limit_denominator(100)
        order.drop("bit")
        return [op.Speed(factor, span) for span in order.spans()[::-1]]
    assert isinstance(factor, Fraction)
    need(not (fast and factor <= 1) and not (slow and factor >= 1))
    timed = clause.has("range", "from", "until")
    alone |= factor == 1 and {*order.draft.there.speeds} != {1.0} and not order.draft.there.roles
    need(named or fast or slow or order.things or timed or alone)
    if factor == 1:
        need(order.things or timed or not order.draft.follows)
        spans = order.spans()
        return (
            [op.NormalSpeed()]
            if spans == [op.WHOLE]
            else [op.Speed(factor, spans[0], instead=True)]
        )
    need({*order.draft.there.speeds} == {1.0} or not (fast or slow or plays))
    return [op.Speed(factor, span, instead=True) for span in order.spans()[::-1]]


_DONE = {
    "denoise": "denoise", "less noise": "denoise", "stabilize": "stabilize", "steadiness": "stabilize",
    "normalize": "normalize", "evenness": "normalize", "reverse": "reverse",
}  # fmt: skip


def flags(order: Order) -> Found | None:
    """What is done to the whole picture or its sound."""
    said = [one.kind for one in order.clause.parts if one.kind in _DONE]
    if not said:
        return None
    need(not (order.clause.has("change") and {*said} & {"less noise", "steadiness", "evenness"}))
    order.drop(*said, "make", "change", "add")
    order.without("own")
    return [
        op.Reverse(span) if kind == "reverse" else op.Picture({_DONE[kind]: True}, span)
        for span in order.spans()[::-1]
        for kind in dict.fromkeys(said)
    ]


def rotates(order: Order) -> Found | None:
    clause = order.clause
    turned = any(one.kind == "degrees" and re.search("转|时针", one.words) for one in clause.parts)
    need(clause.count("degrees") == 1 and (clause.has("rotate") or order.things or turned))
    degrees = whole_ms(clause.take("degrees"))
    need(not clause.has("to"))
    order.drop("rotate", "make", "change")
    return [op.Rotate(degrees, span) for span in order.spans()]


def shapes(order: Order) -> Found | None:
    ratio, fill = order.clause.take("ratio"), order.clause.take("fill")
    if ratio is None and fill is None:
        return None
    order.drop("make", "change", *(("instead", "with") if fill else ()))
    order.of_video()
    if ratio is None:
        return [op.Canvas(fill=str(fill))]
    assert isinstance(ratio, tuple)
    return [op.Canvas(ratio, fill=None if fill is None else str(fill))]


def freezes(order: Order) -> Found | None:
    clause = order.clause
    if not clause.says("freeze", None):
        need(clause.has("frame"))
    order.bare_time()
    order.middle_time()
    last, long, at = clause.has("frame", "atend"), clause.take("long"), clause.take("at")
    order.drop("frame", "make", "atend", *(("of",) if last else ()))
    clips = len(order.draft.there.clips)
    if last and order.things == [Thing("clip", (clips - 1,))]:
        order.things = []  # it is the last frame of the video
    order.of_video()
    need(isinstance(long, int) and last != (at is not None))
    return [op.Freeze(at if isinstance(at, int) else None, whole_ms(long))]


def effect_times(order: Order) -> Found | None:
    """Until when the zoom, or the blur, that is there is to last."""
    clause = order.clause
    name = "zoom" if clause.has("zoom", "zoom in") else "blur"
    need(clause.has("zoom", "zoom in", "blur", "blur it") and not order.things)
    need(clause.has("keep", "change", "make", "end"))
    there = [i for i, one in enumerate(order.draft.there.names) if one == name]
    need(len(there) == 1)
    ends = clause.has("end")
    order.drop("zoom", "zoom in", "blur", "blur it", "keep", "change", "make", "end")
    need(clause.has("at") if ends else clause.has("until", "longer"))
    thing = Thing("effect", tuple(there))
    if (stretch := clause.take("longer")) is not None:
        return changed(order, [thing], {}, stretch=whole_ms(stretch))
    until = whole_ms(clause.take("at", "until"))
    need(until > 1_000 * order.draft.there.spans[there[0]][0])
    return changed(order, [thing], {}, end=until)


def effects(order: Order) -> Found | None:
    """A zoom into the picture, or a blur of it."""
    clause = order.clause
    zoomed, blurred = clause.has("zoom in", "zoom"), clause.has("blur it", "blur")
    need(zoomed != blurred)
    there = [
        i for i, one in enumerate(order.draft.there.names) if one == ("zoom" if zoomed else "blur")
    ]
    if there:
        need(zoomed and clause.has("zoom", "change") and not clause.has(*TIMES) and len(there) == 1)
        factor = clause.take("factor", "scaled")
        order.drop("zoom", "zoom in", "make", "change")
        thing = Thing("effect", tuple(there))
        return changed(order, [thing], {"zoom": _zoom(factor)})
    values: dict[str, object] = {"name": "zoom" if zoomed else "blur", "pos": "center"}
    values |= {"zoom": _zoom(clause.take("factor", "scaled"))} if zoomed else {"scale": 1.0}
    order.drop("zoom in", "zoom", "blur it", "blur", "add", "make", "to")
    need(order.of_video() or zoomed)  # a face, or all of it?
    times = whens(order)
    need(all(at is None and (span is not None or blurred) for span, at in times))
    return [op.AddLayer("effect", span or op.WHOLE, None, values) for span, _ in times]


def _zoom(factor: object) -> float:
    need(isinstance(factor, Fraction | float) and factor > 1)
    return float(factor) if isinstance(factor, Fraction | float) else 1.0


def arranges(order: Order) -> Found | None:
    """Another order of the clips."""
    clause = order.clause
    clips = [one for one in order.things if one.role == "clip"]
    if clause.has("swap"):
        need(len(order.draft.there.clips) == TWO)
        order.drop("swap", "around", "with", "to")
        order.things = []
        return [op.Arrange()]
    need(len(clips) == 1 and len(order.things) == 1 and clause.has("atstart", "atend"))
    first = clause.has("atstart")
    order.drop("atstart", "atend", "move", "make")
    order.things = []
    return [op.Arrange(Clip(clips[0].which[0]), first=first)]
