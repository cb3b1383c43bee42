"""Orders on what fades in and out, and on the transitions between clips."""

from collections.abc import Mapping

from mock_server.agent import operations as op
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.order import TWO, Found, Order, changed, need, whole_ms
from mock_server.agent.word_by_word.parts import Part, Thing
from mock_server.agent.word_by_word.things import LAYERS


def to_black(order: Order) -> Found | None:
    """A fade of the picture from black, or to black."""
    clause = order.clause
    if not clause.has("from black", "to black"):
        return None
    for one, way in (("from black", "fadein"), ("to black", "fadeout")):
        clause.parts = [
            Part(way, None, each.words) if each.kind == one else each for each in clause.parts
        ]
    order.of_video()
    values = fade_lengths(order, of_order=True)
    for edge, way in (("start", "fade_in"), ("end", "fade_out")):
        order.drop(edge) if way in values and order.clause.has("with") else None
    order.drop("add", "make", "with")
    return [op.FadeVideo(values.get("fade_in"), values.get("fade_out"))]


def fades(order: Order) -> Found | None:
    if not order.clause.has("fadein", "fadeout"):
        return None
    values = fade_lengths(order, of_order=True)
    for edge, way in (("start", "fade_in"), ("end", "fade_out")):
        order.drop(edge) if way in values and order.clause.has("with") else None
    order.drop("fade", "add", "make", "change", "with")
    if not order.things and (one := faded(order, values)):
        order.things = [one]
    if order.about(*LAYERS, "text"):
        found: Found = []
        if order.without("video"):
            found.append(op.FadeVideo(values.get("fade_in"), values.get("fade_out")))
        return found + changed(order, order.layers(), values)
    order.of_video()
    return [op.FadeVideo(values.get("fade_in"), values.get("fade_out"))]


def faded(order: Order, values: Mapping[str, object]) -> Thing | None:
    """The one layer that fades so now, where nothing is named: "make the fade-out 2 seconds"."""
    there = order.draft.there
    roles = {
        one.rpartition(" ")[0] for one in there.fades if f"fade_{one.rpartition(' ')[2]}" in values
    }
    if not roles or roles & {"clip", "video", "main"}:
        need(len(roles) < TWO)
        return None
    need(len(roles) == 1)
    found = order.draft.of(roles.pop())
    need(len(found) == 1)
    return Thing(there.roles[found[0]], tuple(found))


_USUAL = 1_000  # ms
_WAYS = {"fadein": "fade_in", "fadeout": "fade_out"}


def fade_lengths(order: Order, *, of_order: bool = False) -> dict[str, int]:
    """How long what fades in and out, ms: each length stands beside its fade, always on the same side."""
    clause = order.clause
    parts = [
        one
        for one in clause.parts
        if one.kind not in ("to", "make", "change", "add", "with", "fade")
    ]
    found: dict[str, int] = {}
    spare: list[Part] = []
    fading = [i for i, one in enumerate(parts) if one.kind in _WAYS]
    need(len({parts[i].kind for i in fading}) == len(fading))
    for side in (-1, 1):
        beside = [parts[i + side] if 0 <= i + side < len(parts) else None for i in fading]
        lengths = [
            _length(parts[i].kind, one, of_order=of_order)
            for i, one in zip(fading, beside, strict=True)
        ]
        if all(lengths) and len({id(one) for one in beside}) == len(beside):
            found = {_WAYS[parts[i].kind]: one or 0 for i, one in zip(fading, lengths, strict=True)}
            spare = [parts[i] for i in fading] + [one for one in beside if one]
            break
    else:
        lasting = [one for one in parts if one.kind == "long"]
        if (
            of_order
            and not lasting
            and not any(one.kind == "range" or HAN.search(one.words) for one in clause.parts)
        ):
            lasting = [Part("long", _USUAL, "")]
        need(of_order and len(lasting) == 1 and isinstance(lasting[0].value, int))
        found = {_WAYS[parts[i].kind]: whole_ms(lasting[0].value) for i in fading}
        spare = [parts[i] for i in fading] + lasting
    need(all(0 < one < 1_000 * order.draft.there.seconds for one in found.values()))
    clause.parts = [one for one in clause.parts if not any(one is gone for gone in spare)]
    if of_order:
        order.drop(
            *(["atstart"] if "fade_in" in found else []),
            *(["atend"] if "fade_out" in found else []),
        )
    return found


def _length(fade: str, one: Part | None, *, of_order: bool) -> int | None:
    if one is None:
        return None
    if one.kind == "long":
        return whole_ms(one.value)
    if of_order and isinstance(span := one.value, Range):
        if fade == "fadein" and span.start == 0:
            return span.end
        if fade == "fadeout" and span.start < 0 and span.end is None:
            return -span.start
    return None


def transitions(order: Order) -> Found | None:
    clause = order.clause
    kinds = clause.all("join")
    clause.says("place", "center")  # 中间
    named = clause.has("transition")
    need((named or kinds) and len(kinds) < TWO)
    if clause.has("length") and clause.has("half", "times") and len(order.draft.there.joins) == 1:
        factor = 0.5 if clause.all("half") else float(str(clause.take("times")))
        order.drop("transition", "between", "length")
        order.of_video()
        return [op.Transition(None, times=factor)]
    long = clause.take("long", "totime")
    need(isinstance(long, int) and 0 < int(str(long)) < 1_000 * order.draft.there.seconds / TWO)
    clips = len(order.draft.there.clips)
    joins = order.draft.there.joins
    need((clips == TWO) if not joins else len(joins) == 1)
    order.drop("transition", "between", "add", "make", "change", "with", "of")
    order.of_video()
    return (
        [op.Transition(whole_ms(long), None, str(kinds[0]) if kinds else "fade")]
        if kinds or not joins
        else [op.Transition(whole_ms(long))]
    )
