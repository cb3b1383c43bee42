"""Orders on what lies on top of the picture: texts, captions, pictures."""

import re
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Portion, Range
from mock_server.agent.word_by_word.order import (
    TIMES,
    TWO,
    Found,
    Order,
    changed,
    need,
    only_when,
    roles_of,
    whens,
    whole_ms,
)
from mock_server.agent.word_by_word.orders_on_fades import fade_lengths
from mock_server.agent.word_by_word.parts import Clause, Part, Thing
from mock_server.agent.word_by_word.things import TEXTS, is_file_of

_SIZE = Regex(
    "字号|大小|尺寸|缩|放大|[半倍]大|大一倍|size|as (?:big|large|wide|small)|(?:bigg|larg)er"
)


def styles(order: Order) -> Found | None:
    """How a text or a picture on top is to look, and where it is to be."""
    clause = order.clause
    values: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for kind, key in (
        ("color", "color"),
        ("place", "pos"),
        ("points", "size"),
        ("opaque", "opacity"),
        ("backing", "background"),
        ("outline", "outline"),
    ):
        told = [one for one in clause.all(kind) if one is not None]
        need(len(told) < TWO)
        if told:
            values[key] = told[0]
    if order.about("overlay"):
        if clause.says("opacity", None):
            values["opacity"] = clause.take("level", "amount")
        sized = clause.says("size", None)
        scale = clause.take("scale", *(("level", "amount", "decimal") if sized else ()))
        if scale is not None:
            values["scale"] = scale
    shrunk = clause.count("level") == 1 and clause.has("bigger", "smaller")
    if shrunk and order.things and all(one.role in (*TEXTS, "text") for one in order.things):
        clause.parts = [
            Part("scaled", one.value, one.words) if one.kind == "level" else one
            for one in clause.parts
        ]
    if clause.count("times") + clause.count("scaled") == 1:
        factor = float(str(clause.take("times", "scaled")))
        need(factor > 0 and not (clause.has("bigger") and factor < 1))
        need(not (clause.has("smaller") and factor > 1) and not order.about("sound"))
        need(clause.has("bigger", "smaller", "size") or _SIZE.search("".join(order.said)))
        order.drop("bigger", "smaller", "lessen", "down")
        more["bigger"] = factor
    elif order.things and not order.about("sound", "music", "voiceover", "own", "video", "clip"):
        _by_a_share(clause, more)
    if {"size", "scale"} & values.keys() and not clause.has("bit"):
        order.drop("bigger", "smaller")  # "放大到字号150"
    for kind in ("bigger", "smaller"):
        if said := clause.all(kind):
            need("bigger" not in more)
            more["bigger"] = STEPS[kind][clause.has("bit") or "bit" in said]
            order.drop("bit")
    need((values or more) and all(one is not None and one != 0 for one in values.values()))
    need(values.get("opacity", 1) <= 1 and values.get("scale", 1) <= 1)
    timed, moved = clause.has(*TIMES), clause.has("move")
    if timed:
        need(not clause.has("add", "text", "file", "insert", "also"))
        need(not any(one.told for one in order.things))
    order.drop("make", "change", "move", "size", "add", "only", "instead")
    need(order.things and all(one.role in (*TEXTS, "text", "overlay") for one in order.things))
    things = order.layers()
    seen = roles_of(things, order.draft)
    need(seen <= {*TEXTS} or not {"color", "size", "background", "outline"} & values.keys())
    if timed:
        need(len(things) == 1 and not things[0].many)
        more |= _timing(order, seen, moved=moved)
    return changed(order, things, values, **more)


def _by_a_share(clause: Clause, more: dict[str, Any]) -> None:
    """ "Enlarge the logo by half", "reduce the title by a third"."""
    if clause.count("by") + clause.count("half") != 1:
        return
    grows = clause.has("bigger", "raise")
    halved = clause.has("half") and bool(_SIZE.search("".join(one.words for one in clause.parts)))
    need(
        grows != (clause.has("smaller", "lessen") or halved)
        and not clause.has("opaque", "opacity", "scale")
    )
    han = any(HAN.search(one.words) for one in clause.parts)
    need(grows or han or not clause.has("half"))  # half as wide, or of the area?
    by = float(str(clause.take("by") or 0.5))
    clause.all("half")
    need(0 < by < 1)
    clause.all("bigger"), clause.all("smaller"), clause.all("raise"), clause.all("lessen")
    more["bigger"] = 1 + by if grows else 1 - by


def _timing(order: Order, seen: set[str], *, moved: bool) -> dict[str, Any]:
    """When something is to be there, as values of a Change."""
    clause = order.clause
    said = [kind for kind in TIMES if clause.has(kind)]
    need(len(said) == 1 and clause.count(said[0]) == 1)
    kind, value = said[0], clause.take(said[0])
    need(not moved or kind in ("at", "shift", "totime"))
    if kind == "range":
        need(isinstance(value, Range) and (value.end is not None or seen <= {"music", "overlay"}))
        assert isinstance(value, Range)
        need(seen <= {"music", "overlay"} or value.start >= 0)
        return {"range": value}
    if kind == "from":
        need(seen <= {"music", "overlay"} and not moved)
        return {"range": Range(whole_ms(value), None)}
    if kind == "totime":
        need(moved)
        return {"at": whole_ms(value)}
    if kind in ("whole", "untilend"):
        return {"range": op.WHOLE} if kind == "whole" else {"until_end": True}
    key = {"until": "end", "at": "at", "shift": "shift", "long": "length", "longer": "stretch"}[
        kind
    ]
    return {key: whole_ms(value)}


def lengths(order: Order) -> Found | None:
    """How long a layer is there, by how long that is now: "标题停留时间减半"."""
    clause = order.clause
    need(clause.all("length"))
    twice = clause.take("times") == 2
    half = bool(clause.all("half"))
    need(half != twice)
    order.drop("make", "change", "longer")
    things = order.layers(*TEXTS, "text", "overlay")
    need(len(things) == 1 and len(things[0].which) == 1)
    start, end = order.draft.there.spans[things[0].which[0]]
    long = round(1_000 * (end - start) * (0.5 if half else 2))
    return changed(order, things, {}, length=long)


def times(order: Order) -> Found | None:
    """When a layer is to be there."""
    clause = order.clause
    need(order.things and clause.has(*TIMES))
    need(not order.about("sound") or clause.has("move", "shift"))  # or once more?
    need(not (clause.has("whole") and clause.has("only")))
    moved = clause.has("move")
    _in_seconds(order)
    order.drop("length")
    need(not (clause.has("add") and clause.has("from")))
    once_more = clause.has("add") and not clause.has("only", "until", "untilend")
    need(not (once_more and any(one.told for one in order.things)))
    only = clause.has("only", "until", "untilend")
    order.drop("make", "change", "move", "add", "only", *(("keep",) if only else ()))
    things = order.layers()
    return changed(order, things, {}, **_timing(order, roles_of(things, order.draft), moved=moved))


def jobs(order: Order) -> Found | None:
    """What stands under somebody's name: "change the job under her name to 'Chef'"."""
    clause = order.clause
    if not clause.all("sub"):
        return None
    there = order.draft.of("lower-third")
    order.layers("lower-third") if order.about("lower-third") else None
    need(len(there) == 1 and clause.count("text") == 1)
    need(clause.has("change", "replace", "make", "to"))
    text = clause.take("text")
    order.drop("make", "change", "replace", "with", "under his name", "of")
    return changed(order, [Thing("lower-third", tuple(there))], {"sub": text})


_THERE = Regex("[放有播]|显示|出现")


def _in_seconds(order: Order) -> None:
    """ "音乐只在后半段放": a share of the video as from when to when it is."""
    clause = order.clause
    shares = [one for one in clause.parts if isinstance(one.value, Portion)]
    leads = order.names_first and any(map(_THERE.search, order.said))
    need(not shares or clause.has("only") or leads)
    clause.parts = [
        Part(one.kind, order.draft.stretch(one.value), one.words)
        if isinstance(one.value, Portion)
        else one
        for one in clause.parts
    ]


def texts(order: Order) -> Found | None:
    """Another text."""
    clause = order.clause
    need(clause.count("text") == 1 and len(order.things) == 1 and order.things[0].which)
    need(order.about(*TEXTS, "text", "voiceover"))
    need(clause.has("change", "replace", "respell"))
    text = clause.take("text")
    was = [order.draft.there.texts[i] for i in order.things[0].which]
    if clause.all("respell"):
        need([len(one.split()) for one in was] == [len(str(text).split())])
    order.drop("make", "change", "replace", "with")
    return changed(order, order.layers(), {"text": text})


def captions(order: Order) -> Found | None:
    clause = order.clause
    need(
        order.about("caption")
        and (clause.has("auto") or (clause.has("add") and order.things[0].many))
    )
    need(not clause.has("text", *TIMES))
    need(len(order.things) == 1 and not order.things[0].which)
    order.things = []
    order.drop("auto")
    order.drop("add", "make", "whole")
    return [op.HeardCaptions()]


def adds_text(order: Order) -> Found | None:
    """A title, a caption, a lower third: with its text and its time."""
    clause = order.clause
    need(clause.has("add", "make", "insert") or not any(map(_SAYS.match, order.said)))
    if not order.things and _is_written(order):
        order.things = [Thing("title")]
    need(clause.count("text") in (1, TWO) and order.things)
    role = "title" if order.things[0].role == "text" else order.things[0].role
    need(role in (*TEXTS, "voiceover") and not clause.has("replace", "instead", "move", "change"))
    told = clause.all("text")
    need(role != "lower-third" or clause.has("add", "insert") or not order.draft.of(role))
    if role == "lower-third" and len(order.things) == TWO:
        need(order.things[1].role == "caption" and len(told) == TWO)  # its subtitle
    else:
        need(len(order.things) == 1 and (len(told) == 1 or role == "lower-third"))
    need(not any(order.draft.called(str(one)) for one in told))
    need(clause.has("add", "insert") or not order.draft.of(role) or not clause.has("make"))
    need(all(str(one).strip() for one in told))
    values: dict[str, Any] = {"text": told[0]}
    if len(told) > 1:
        values["sub"] = told[1]
        order.drop("below it", "under")
    order.things = []
    for kind, key in (
        ("color", "color"),
        ("place", "pos"),
        ("points", "size"),
        ("backing", "background"),
        ("outline", "outline"),
    ):
        found = [one for one in clause.all(kind) if one is not None]
        need(len(found) < TWO)
        need("center" not in found)
        if found:
            values[key] = found[0]
    if clause.has("fadein", "fadeout"):
        values |= fade_lengths(order)
        order.drop("fade")
    order.drop("add", "make", "insert", "with", "laid over", "shown", *only_when(clause))
    order.bare_time()
    times = whens(order)
    for span, at in times:
        need(
            at is not None
            or (isinstance(span, Range) and (span.end is not None or span.start <= 0))
        )
    return [op.AddLayer(role, span, at, values) for span, at in times]


_SAYS = Regex(r"(?:says?|reads?)\b", re.IGNORECASE)
_WRITES = Regex(r"(?:write|show|display)s?\b", re.IGNORECASE)
_PUTS = Regex(r"(?:put|add|have|place|stick|get)\b", re.IGNORECASE)


def _is_written(order: Order) -> bool:
    """Whether a text that is not said to be a title can be nothing else: "write 'Hello' at the top"."""
    clause = order.clause
    words = [one.words for one in clause.parts if one.kind in ("add", "make")]
    seen = clause.has("place", "color", "shown")
    return clause.count("text") == 1 and (
        any(_WRITES.match(one) for one in words)
        or (seen and any(_PUTS.match(one) for one in words))
    )


_MOVED = Regex("[移挪搬换]|改到|调到")


def adds_picture(order: Order) -> Found | None:
    """A picture on top, or a video."""
    clause = order.clause
    named = any(one.kind == "file" and one.words.isalpha() for one in clause.parts)
    need(
        not named or clause.has("add", "make", "place", "range", "whole", "from", "until", "shown")
    )
    need(not named or not any(map(_MOVED.search, order.said)))  # it is not there
    file = clause.take("file")
    on_top = order.about("overlay") or clause.has("laid over")
    need(file is not None and not is_file_of("sound", str(file)))
    need(is_file_of("picture", str(file)) or on_top)
    need(not clause.has("remove", "replace", "instead", "atend", "atstart", "change", "insert"))
    need(all(not one.which for one in order.things))
    order.without("overlay")
    values: dict[str, Any] = {"src": file}
    if (place := clause.take("place")) is not None:
        values["pos"] = place
    sized = clause.says("size", None)
    scale = clause.take("scale", *(("level", "amount") if sized else ()))
    if scale is not None:
        need(isinstance(scale, float) and 0 < scale <= 1)
        values["scale"] = scale
    if (opacity := clause.take("opaque")) is not None:
        values["opacity"] = opacity
    order.drop("add", "make", "with", "laid over", *only_when(clause))
    if (
        clause.has("from")
        and not clause.has("until", "untilend", "long")
        and not is_file_of("picture", str(file))
    ):
        return [op.AddLayer("overlay", None, whole_ms(clause.take("from")), values)]
    return [op.AddLayer("overlay", span, at, values) for span, at in whens(order)]


def swaps(order: Order) -> Found | None:
    """ "Swap the colours of the two titles": each has what the other had."""
    clause = order.clause
    need(clause.all("swap") and order.things)
    kinds = [kind for kind in ("color", "position") if clause.says(kind, None)]
    need(len(kinds) == 1)
    order.drop("of", "with", "and")
    which = [i for one in order.layers() for i in one.which]
    need(len(which) == TWO and not clause.parts)
    there = order.draft.there
    told = {"color": there.colors, "position": there.places}[kinds[0]]
    one, other = which
    need(told[one] and told[other] and told[one] != told[other])
    key = "color" if kinds[0] == "color" else "pos"
    need(key == "pos" or roles_of([Thing("text", (one, other))], order.draft) <= {*TEXTS})
    return [
        *changed(order, [Thing(there.roles[one], (one,))], {key: told[other]}),
        *changed(order, [Thing(there.roles[other], (other,))], {key: told[one]}),
    ]
