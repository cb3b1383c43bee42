"""Orders on what is heard: the video's own sound, music, sounds."""

import re
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.order import (
    HEARD,
    TWO,
    Found,
    Order,
    changed,
    need,
    only_when,
    when,
    whens,
)
from mock_server.agent.word_by_word.orders_on_fades import fade_lengths
from mock_server.agent.word_by_word.parts import Part, Thing
from mock_server.agent.word_by_word.things import LAYERS, is_file_of
from mock_server.agent.wording.chinese.sound_names import SOUNDS

_VOLUME = Regex(r"volume|loudness", re.IGNORECASE)


def mutes(order: Order) -> Found | None:
    if not order.clause.has("mute"):
        return None
    order.drop("mute", "make", "change", "add")
    timed = order.clause.has("range", "from", "until")
    order.drop("only") if timed or order.about("clip") else None
    own = order.without("own")
    if order.about(*LAYERS, "text"):
        need(not own and not order.clause.has("range", "from", "until"))
        things = order.layers(*HEARD, "overlay")
        shown = [i for one in things if one.role == "overlay" for i in one.which]
        need(all(is_file_of("video", order.draft.there.names[i]) for i in shown))
        return changed(order, things, {"vol": 0.0})
    return [op.Level(to=0.0, ranges=tuple(order.spans()))]


def unmutes(order: Order) -> Found | None:
    if not order.clause.all("unmute"):
        return None
    order.without("own")
    return [op.Level(to=1.0, ranges=tuple(order.spans()))]


def doubles(order: Order) -> Found | None:
    """ "Twice as loud"."""
    clause = order.clause
    factor = clause.take("times")
    if not isinstance(factor, float):
        return None
    named = bool(clause.all("volume"))
    order.drop("make", "change")
    if factor > 1:
        order.drop("louder", "raise", "up")
    else:
        order.drop("quieter", "lessen", "down", "to")
    if order.about(*HEARD):
        return changed(order, order.layers(*HEARD), {}, louder=factor)
    need(order.without("own") or (named and (order.things or not order.draft.there.roles)))
    return [op.Level(by=factor, ranges=tuple(order.spans()))]


def _too_loud(order: Order) -> None:
    """ "Too loud, 15% is enough": down to that."""
    clause = order.clause
    for kind, way in (("too loud", "quieter"), ("too quiet", "louder")):
        if not clause.has(kind):
            continue
        need(clause.count("amount") + clause.count("level") == 1 and clause.count(kind) == 1)
        need(not clause.has("louder", "quieter", "raise", "lessen", "up", "down", "by", "half"))
        said = [
            Part("level", one.value, one.words)
            for one in clause.parts
            if one.kind in ("amount", "level")
        ]
        clause.parts = [one for one in clause.parts if one.kind not in ("amount", "level", kind)]
        clause.parts = [Part(way, None, kind), *clause.parts, *said]


def levels(order: Order) -> Found | None:
    """How loud something is to be."""
    clause = order.clause
    _too_loud(order)
    kinds = [one.kind for one in clause.parts]
    told = [i for i, one in enumerate(kinds) if one in ("louder", "quieter")]
    need(
        not told or "level" not in kinds or told[0] < kinds.index("level")
    )  # "to 50 %, a bit louder"
    wanted, by, amount = clause.take("level"), clause.take("by"), clause.take("amount")
    named = clause.has("volume") or any(
        one.kind == "level" and _VOLUME.search(one.words) for one in clause.parts
    )
    order.drop("volume")
    bit = clause.has("bit") or any(one.value == "bit" for one in clause.parts)
    order.drop("bit")
    decimal = clause.take("decimal")
    ways: list[str] = [kind for kind in ("louder", "quieter") if clause.all(kind)]
    said = len(ways)
    ways += [
        kind for kind, word in (("louder", "raise"), ("quieter", "lessen")) if clause.all(word)
    ]
    need(not clause.has("raise", "lessen"))
    vague = len(ways) > said
    turned = [kind for kind, word in (("louder", "up"), ("quieter", "down")) if clause.all(word)]
    need(not (turned or vague) or order.about(*HEARD, "own") or named)
    ways += turned
    half = clause.has("half")
    order.drop("half", "make", "change")
    need(len(ways) < TWO and sum(one is not None for one in (wanted, by, amount)) + half < TWO)
    if decimal is not None:
        need(not ways and wanted is None)
        wanted = decimal
    if amount is not None:
        wanted, by = (None, amount) if ways else (amount, by)
    need(wanted is not None or ways or half)
    need(by is None or ways)
    need(order.about(*HEARD, "own") or named or ways or order.about("video", "clip"))
    way = 0 if not ways else 1 if ways[0] == "louder" else -1
    factor = (1.5 if way > 0 else 0.5) if half else STEPS[ways[0]][bit] if ways else 1.0
    need(not bit or (ways and not half and by is None and wanted is None))
    if by is not None:
        need(isinstance(by, float) and 0 < by < 1)
        factor = 1 + way * float(str(by))
    own = order.without("own")
    if order.about(*HEARD):
        need(not own and not clause.has("range", "from", "until"))
        things = order.layers(*HEARD)
        if wanted is not None:
            return changed(order, things, {"vol": wanted}, way=way)
        return changed(order, things, {}, louder=factor)
    need(own or order.things or not {*HEARD} & {*order.draft.there.roles})
    spans = tuple(order.spans())
    if isinstance(wanted, float | int):
        return [op.Level(to=float(wanted), ranges=spans, way=way)]
    return [op.Level(by=factor, ranges=spans)]


def other_music(order: Order) -> Found | None:
    clause = order.clause
    need(clause.has("replace", "instead", "change") and not clause.has("add"))
    need(clause.count("style") + clause.count("file") + clause.count("text") == 1)
    need(order.draft.there.roles.count("music") == 1 and (order.things or clause.has("instead")))
    values = song(order)
    order.drop("make", "change", "replace", "with", "instead")
    need(all(one.role == "music" for one in order.things))
    order.things = []
    if (level := clause.take("level")) is not None:
        values["vol"] = level
    return changed(order, [Thing("music", tuple(order.draft.of("music")))], values)


def song(order: Order) -> dict[str, Any]:
    clause = order.clause
    style, file, text = clause.take("style"), clause.take("file"), clause.take("text")
    if file is not None:
        need(is_file_of("sound", str(file)))
        return {"src": file}
    named = str(style if style is not None else text)
    return {"name": {"lofi": "lo-fi"}.get(named.lower(), named)}


def adds_music(order: Order) -> Found | None:
    clause = order.clause
    need(not clause.has("replace", "instead", "remove", "change"))
    need(not clause.has("text") or order.about("music") or clause.has("under"))
    need(clause.count("style") + clause.count("file") + clause.count("text") == 1)
    need(
        clause.has("file", "under")
        or order.about("music")
        or (clause.has("style") and clause.has("add"))
    )
    need(not order.draft.of("music") or clause.has("add"))
    need(all(one.role in ("music", "video") and not one.which for one in order.things))
    need(
        all(one.many for one in order.things if one.role == "video")
        or not clause.has("fadein", "fadeout")
    )
    order.things = []
    values = song(order)
    if clause.has("fadein", "fadeout"):
        values |= fade_lengths(order)
        order.drop("fade")
    order.drop("add", "make", "insert", "under", "laid over", "with", *only_when(clause))
    if clause.all("half level"):
        need(not clause.has("level", "amount", "decimal"))
        values["vol"] = 0.5
    if (level := clause.take("level", "amount", "decimal")) is not None:
        values["vol"] = level
    return [op.AddLayer("music", *when(order), values)]


def sounds(order: Order) -> Found | None:
    clause = order.clause
    name = clause.take("sound effect")
    if name is None and order.about("sound") and not any(one.which for one in order.things):
        name = clause.take("text")
        order.without("sound")
    if (
        name is None
        and not order.things
        and any(re.search("[来响].?声", one) for one in order.said)
    ):
        name = clause.take("text")
        need(re.fullmatch(f"{SOUNDS}声?", str(name)))
    if name is None and not order.things and clause.count("text") == 1 and clause.has("add"):
        name = clause.take("text")
        need(_A_SOUND.fullmatch(str(name)) and not clause.has("shown", "place", "color"))
    order.bare_time()
    order.middle_time()
    han = any(HAN.search(one) for one in order.said)
    need(name is not None and (clause.count("at") == 1 or (han and clause.has("at", "range"))))
    need(not clause.has("long") or (not han and _LASTS.search(_lasting(order))))
    order.drop("add", "make", "insert", "shown")
    return [op.AddLayer("sound", span, at, {"name": name}) for span, at in whens(order)]


_A_SOUND = Regex(r"ding|whoosh|swoosh|beep|click|boom|applause|chime|pop", re.IGNORECASE)
_LASTS = Regex(r"(?:\A|\b(?:former|latter) )for |\Alasting | long\Z", re.IGNORECASE)


def _lasting(order: Order) -> str:
    return next((one.words for one in order.clause.parts if one.kind == "long"), "").strip()


def named_sounds(order: Order) -> Found | None:
    """ "Add the sound effect 'Magic Sparkle' from 21 to 22 seconds"."""
    clause = order.clause
    need(clause.all("effect sound") and clause.count("text") == 1)
    name = str(clause.take("text"))
    order.bare_time()
    need(name.strip() and not order.draft.called(name) and clause.has("at", "range"))
    order.drop("add", "make", "insert")
    return [op.AddLayer("sound", *when(order), {"name": name})]


def ducks(order: Order) -> Found | None:
    if order.clause.all("no duck"):
        need(order.about("music") or len(order.draft.of("music")) == 1)
        things = order.layers("music") or [Thing("music", tuple(order.draft.of("music")))]
        return changed(order, things, {"duck": None})
    if not order.clause.has("ducks"):
        return None
    off = bool(order.clause.all("remove"))
    order.drop("ducks", "make", "change", "to")
    order.without("own")
    if not order.things and len(there := order.draft.of("music")) == 1:
        return changed(order, [Thing("music", tuple(there))], {"duck": None if off else True})
    need(order.about("music"))
    return changed(order, order.layers("music"), {"duck": None if off else True})


def skips(order: Order) -> Found | None:
    """The first seconds of a song that are not played."""
    clause = order.clause
    need(clause.has("skip") and clause.has("of") and order.about("music"))
    span = clause.take("range")
    order.drop("skip", "of")
    need(isinstance(span, Range) and span.start == 0 and span.end)
    assert isinstance(span, Range)
    return changed(order, order.layers("music"), {"in": span.end})
