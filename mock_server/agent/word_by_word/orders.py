"""The orders that a clause gives, by the parts that it has."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.ranges import Clip, Middle, Portion, Range, Stretch
from mock_server.agent.word_by_word.parts import Clause, Part, Thing
from mock_server.agent.word_by_word.things import LAYERS, TEXTS, Draft, is_file_of, targets

HEARD = ("music", "sound", "voiceover")
_TWO = 2
Found = list[op.Operation]


class Unknown(Exception):
    """A clause is not known as an order."""


def need(so: object) -> None:
    """Raise Unknown unless it is so."""
    if not so:
        raise Unknown


@dataclass
class Order:
    """What one clause asks for."""

    clause: Clause
    draft: Draft
    things: list[Thing] = field(default_factory=list)

    def read(self) -> Found:
        """The operations; Unknown where the parts make no order, or one is left over."""
        clause = self.clause
        need(clause.parts and not clause.has("unclear", "it") and clause.parts[-1].kind != "to")
        need(not _on_another(clause.parts) and not _one_behind_another(clause.parts, "range"))
        self.things = [one for one in clause.all("thing") if isinstance(one, Thing)]
        need(len({*self.things}) == len(self.things))
        if clause.has(*_TIMES, "text", "file"):
            self.drop("shown")
        self.drop("also")
        _told_by_what_it_is(clause, heard=self.about(*HEARD, "own") or clause.has("volume"))
        for order in _ORDERS:
            saved, things = list(clause.parts), list(self.things)
            try:
                found = order(self)
                if found is not None:
                    need(all(one.kind == "to" for one in clause.parts) and not self.things)
                    return found
            except Unknown:
                pass
            clause.parts, self.things = saved, things
        raise Unknown

    def drop(self, *kinds: str) -> None:
        """Leave out parts that say no more than the order itself."""
        for kind in kinds:
            self.clause.all(kind)

    # --- what is meant

    def layers(self, *roles: str) -> list[Thing]:
        """The things that are layers, which have to be there and told apart; taken out."""
        found = [one for one in self.things if one.role in (roles or (*LAYERS, "text"))]
        self.things = [one for one in self.things if one not in found]
        for one in found:
            need(one.which and (len(one.which) == 1 or one.many))
        return found

    def about(self, *roles: str) -> bool:
        return any(one.role in roles for one in self.things)

    def of_video(self) -> bool:
        """Whether the video is all that is meant, said or not; taken out."""
        need(all(one.role == "video" for one in self.things))
        said = bool(self.things)
        self.things = []
        return said

    def without(self, *roles: str) -> bool:
        """Whether there were things of these roles; taken out."""
        found = self.about(*roles)
        self.things = [one for one in self.things if one.role not in roles]
        return found

    def spans(self) -> list[Stretch]:
        """The parts of the video that are meant: clips, stretches of time, or all of it; taken out."""
        clips = [one for one in self.things if one.role == "clip"]
        each = any(one.many for one in self.things)
        need(all(one.role in ("video", "clip") for one in self.things))
        self.things = []
        times = self.times()
        need(not (times and (clips or each)))
        if clips:
            return [Clip(one.which[0]) for one in clips]
        return list(times) or [op.WHOLE]

    def times(self) -> list[Stretch]:
        """The stretches of the video that are told; taken out."""
        found: list[Stretch] = [one for one in self.clause.all("range") if _is_stretch(one)]
        since, until = self.clause.take("from"), self.clause.take("until")
        if since is not None:
            self.drop("untilend")
        if since is not None or until is not None:
            need(not found)
            start = since if isinstance(since, int) else 0
            found = [Range(start, until if isinstance(until, int) else None)]
        if self.clause.has("whole"):
            self.drop("whole")
            need(not found)
            return [op.WHOLE]
        return found


def _is_stretch(one: object) -> bool:
    return isinstance(one, Range | Portion | Middle)


def _told_by_what_it_is(clause: Clause, *, heard: bool) -> None:
    """Chinese has one word for louder and bigger, and one for quieter and smaller."""
    kinds = {"grow": "louder" if heard else "bigger", "shrink": "quieter" if heard else "smaller"}
    clause.parts = [Part(kinds.get(one.kind, one.kind), one.value, one.words) for one in clause.parts]


def _on_another(parts: Sequence[Part]) -> bool:
    """Whether one thing is told by another: "the logo on the title"."""
    kinds = [one.kind for one in parts]
    return any(kinds[i : i + 3] == ["thing", "to", "thing"] for i in range(len(kinds)))


def _one_behind_another(parts: Sequence[Part], kind: str) -> bool:
    """Whether a value is told by another: "the first half of the first half"."""
    found = [one.kind for one in parts]
    return any(found[i : i + 2] == [kind, kind] for i in range(len(found)))


# --- orders that take something away, or leave it


def undo(order: Order) -> Found | None:
    return [op.Undo()] if order.clause.says("undo", None) else None


_PROPERTIES = (
    "speed", "volume", "fadein", "fadeout", "look", "zoom", "blur", "size", "color", "lookname", "opacity",
    "transition", "less noise", "steadiness", "evenness",
)  # fmt: skip


def stays(order: Order) -> Found | None:
    """ "Keep the music", "the title stays": nothing is to be done."""
    if not order.clause.has("keep"):
        return None
    order.drop("keep", "make", "change")
    need(order.things or order.clause.has(*_PROPERTIES, "rest"))
    need(all(one.value is None for one in order.clause.parts))
    order.things = []
    order.drop(*_PROPERTIES, "rest")
    return []


def is_not_to_be(order: Order) -> Found | None:
    """ "Don't move it", "not the music": nothing is to be done. "No music" takes away what is there."""
    clause = order.clause
    while clause.parts and clause.parts[0].kind in ("with", "to"):
        del clause.parts[0]
    if not clause.parts or clause.parts[0].kind != "not":
        return None
    only_named = clause.parts[0].words.lower() in ("no", "without", "without any")
    need(not (only_named and any(one.which for one in order.things) and not clause.has(*_PROPERTIES, "fade")))
    need(not (only_named and clause.has("transition", "zoom", "blur")))
    need((len(clause.parts) > 1 or order.things) and not clause.has("only"))
    there = order.draft.there
    need(not (clause.has("mute") and 0 in there.levels))
    need(not (clause.has("faster", "slower", "speed") and {*there.speeds} != {1.0}))
    need(not (clause.has("lookname", "look") and any(there.looks)))
    need(not clause.has("text", "file", "style", *_TIMES, "level", "amount", "factor", "color", "place"))
    clause.parts, order.things = [], []
    return []


def keeps_only(order: Order) -> Found | None:
    if not order.clause.has("all but"):
        if not order.clause.has("only"):
            return None
        need(order.clause.has("keep"))
    order.drop("all but", "only", "keep", "make")
    order.of_video()
    spans = order.times()
    need(spans and op.WHOLE not in spans)
    return [op.Keep(tuple(spans))]


def cuts(order: Order) -> Found | None:
    """A stretch of the video that is taken out, or to which it is cut."""
    clause = order.clause
    need(clause.has("remove", "cut", "gone") and clause.has("range", "from", "until", "totime"))
    if not clause.has("remove", "cut"):
        need(order.things or clause.parts[0].kind in ("range", "from", "until"))
    down_to = _is_cut_down(clause.parts)
    order.drop("cut", "remove", "gone", "only")
    of_it = order.of_video()
    if clause.has("totime"):
        need(down_to and of_it)
        return [op.Keep((Range(0, _ms(clause.take("totime"))),))]
    spans = order.times()
    need(spans and op.WHOLE not in spans)
    return [op.Keep(tuple(spans)) if down_to else op.Cut(tuple(spans))]


def _is_cut_down(parts: Sequence[Part]) -> bool:
    """ "Trim it to the first 30 seconds"."""
    kinds = [one.kind for one in parts]
    if "cut" not in kinds:
        return False
    return "totime" in kinds or any(kinds[i : i + 2] == ["to", "range"] for i in range(len(kinds)))


_FLAGS = {
    "look": ("color",), "lookname": ("color",), "denoise": ("denoise",), "less noise": ("denoise",),
    "stabilize": ("stabilize",), "steadiness": ("stabilize",), "evenness": ("normalize", "loudness"),
    "reverse": ("reverse",), "rotate": ("rotate",),
}  # fmt: skip


def removes(order: Order) -> Found | None:
    clause = order.clause
    if not clause.has("remove", "cut", "gone"):
        return None
    removed = clause.has("remove", "gone")
    order.drop("cut", "remove", "gone", "make", "change", "only")
    need(removed or order.about("music"))
    fading = {key: clause.has(key) for key in ("fadein", "fadeout")}
    if any(fading.values()):
        order.drop("fadein", "fadeout", "fade")
        return _unfaded(order, fading)
    found: Found = []
    clips = [one for one in order.things if one.role == "clip"]
    if clips:
        need(len(clips) == 1)
        order.without("clip")
        found.append(op.RemoveClip(None, which=clips[0].which[0]))
    flags = [one.kind for one in clause.parts if one.kind in _FLAGS]
    names = [one.value for one in clause.parts if one.kind == "lookname"]
    need(all({*order.draft.there.looks} == {one} for one in names))
    for kind in flags:
        clause.all(kind)
        order.of_video() if not order.about(*LAYERS, "text") else order.without("video")
        found.append(op.Picture(dict.fromkeys(_FLAGS[kind]), op.WHOLE))
    if clause.has("transition"):
        order.drop("transition", "join")
        need(len(order.draft.there.joins) == 1)
        found.append(op.RemoveTransitions())
    for name in ("zoom", "blur"):
        if clause.says(name, None) or clause.says({"zoom": "zoom in", "blur": "blur it"}[name], None):
            at = [i for i, one in enumerate(order.draft.there.names) if one == name]
            need(len(at) == 1)
            found += [op.Remove(one) for one in targets(Thing("effect", tuple(at)), order.draft)]
    if clause.says("duck", None):
        found.append(op.Change(op.Target(("music",)), {"duck": None}))
    for thing in order.layers():
        found += reversed([op.Remove(one) for one in targets(thing, order.draft)])
    need(found)
    return found


def _unfaded(order: Order, fading: dict[str, bool]) -> Found:
    keys = {"fadein": "fade_in", "fadeout": "fade_out"}
    gone = {keys[key]: None for key, said in fading.items() if said}
    if not order.things and (faded := _faded(order, gone)):
        return _changed(order, [faded], gone)
    if not order.about(*LAYERS, "text"):
        order.of_video()
        return [op.FadeVideo(0 if fading["fadein"] else None, 0 if fading["fadeout"] else None)]
    return _changed(order, order.layers(), gone)


def lasts(order: Order) -> Found | None:
    """How long the video is to be, by a cut at its end or by its speed."""
    clause = order.clause
    if not clause.has("total"):
        return None
    long = _ms(clause.take("total"))
    faster, slower = clause.has("faster"), clause.has("slower")
    cut = clause.has("cut")
    need(cut != (faster or slower))
    order.drop("cut", "faster", "slower", "change", "make", "up", "down", "at end", "end", "to")
    order.of_video()
    if cut:
        need(long < 1_000 * order.draft.there.seconds)
        return [op.Keep((Range(0, long),))]
    return [op.Speed(Fraction(1), length=long, longer=slower)]


def edges(order: Order) -> Found | None:
    """When the video is to begin or to end; or a layer to end."""
    clause = order.clause
    starts, ends = clause.has("start"), clause.has("end")
    need(starts != ends and clause.count("at") == 1)
    at = _ms(clause.take("at"))
    order.drop("start", "end", "make", "change")
    if order.about(*LAYERS, "text"):
        return _changed(order, order.layers(), {}, **({"end": at} if ends else {"at": at}))
    need(order.of_video())
    return [op.Cut((Range(at, None) if ends else Range(0, at),))]


# --- orders that change what is there


def _changed(order: Order, things: list[Thing], values: dict[str, Any], **more: Any) -> Found:
    return [
        op.Change(target, values, **more) for thing in things for target in targets(thing, order.draft)
    ]


def mutes(order: Order) -> Found | None:
    if not order.clause.has("mute"):
        return None
    order.drop("mute", "make", "change")
    order.drop("only") if order.clause.has("range", "from", "until") else None
    own = order.without("own")
    if order.about(*LAYERS, "text"):
        need(not own and not order.clause.has("range", "from", "until"))
        return _changed(order, order.layers(*HEARD), {"vol": 0.0})
    return [op.Level(to=0.0, ranges=tuple(order.spans()))]


def unmutes(order: Order) -> Found | None:
    if not order.clause.all("unmute"):
        return None
    order.without("own")
    return [op.Level(to=1.0, ranges=tuple(order.spans()))]


def levels(order: Order) -> Found | None:
    """How loud something is to be."""
    clause = order.clause
    kinds = [one.kind for one in clause.parts]
    told = [i for i, one in enumerate(kinds) if one in ("louder", "quieter")]
    need(not told or "level" not in kinds or told[0] < kinds.index("level"))  # "to 50 %, a bit louder"
    wanted, by, amount = clause.take("level"), clause.take("by"), clause.take("amount")
    named = clause.has("volume")
    order.drop("volume")
    bit = clause.has("bit") or any(one.value == "bit" for one in clause.parts)
    order.drop("bit")
    decimal = clause.take("decimal")
    ways: list[str] = [kind for kind in ("louder", "quieter") if clause.all(kind)]
    said = len(ways)
    ways += [kind for kind, word in (("louder", "raise"), ("quieter", "lessen")) if clause.all(word)]
    need(not clause.has("raise", "lessen"))
    vague = len(ways) > said
    turned = [kind for kind, word in (("louder", "up"), ("quieter", "down")) if clause.all(word)]
    need(not (turned or vague) or order.about(*HEARD, "own") or named)
    ways += turned
    half = clause.has("half")
    order.drop("half", "make", "change")
    need(len(ways) < _TWO and sum(one is not None for one in (wanted, by, amount)) + half < _TWO)
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
            return _changed(order, things, {"vol": wanted}, way=way)
        return _changed(order, things, {}, louder=factor)
    need(own or order.things or not {*HEARD} & {*order.draft.there.roles})
    spans = tuple(order.spans())
    if isinstance(wanted, float | int):
        return [op.Level(to=float(wanted), ranges=spans, way=way)]
    return [op.Level(by=factor, ranges=spans)]


def to_black(order: Order) -> Found | None:
    """A fade of the picture from black, or to black."""
    clause = order.clause
    if not clause.has("from black", "to black"):
        return None
    for one, way in (("from black", "fadein"), ("to black", "fadeout")):
        clause.parts = [Part(way, None, each.words) if each.kind == one else each for each in clause.parts]
    order.of_video()
    values = _fades(order, of_order=True)
    order.drop("add", "make", "with")
    return [op.FadeVideo(values.get("fade_in"), values.get("fade_out"))]


def fades(order: Order) -> Found | None:
    if not order.clause.has("fadein", "fadeout"):
        return None
    values = _fades(order, of_order=True)
    order.drop("fade", "add", "make", "change", "with")
    if not order.things and (faded := _faded(order, values)):
        order.things = [faded]
    if order.about(*LAYERS, "text"):
        found: Found = []
        if order.without("video"):
            found.append(op.FadeVideo(values.get("fade_in"), values.get("fade_out")))
        return found + _changed(order, order.layers(), values)
    order.of_video()
    return [op.FadeVideo(values.get("fade_in"), values.get("fade_out"))]


def _faded(order: Order, values: Mapping[str, object]) -> Thing | None:
    """The one layer that fades so now, where nothing is named: "make the fade-out 2 seconds"."""
    there = order.draft.there
    roles = {one.rpartition(" ")[0] for one in there.fades if f"fade_{one.rpartition(' ')[2]}" in values}
    if not roles or roles & {"clip", "video", "main"}:
        need(len(roles) < _TWO)
        return None
    need(len(roles) == 1)
    found = order.draft.of(roles.pop())
    need(len(found) == 1)
    return Thing(there.roles[found[0]], tuple(found))


_WAYS = {"fadein": "fade_in", "fadeout": "fade_out"}


def _fades(order: Order, *, of_order: bool = False) -> dict[str, int]:
    """How long what fades in and out, ms: each length stands beside its fade, always on the same side."""
    clause = order.clause
    parts = [one for one in clause.parts if one.kind not in ("to", "make", "change", "add", "with", "fade")]
    found: dict[str, int] = {}
    spare: list[Part] = []
    fading = [i for i, one in enumerate(parts) if one.kind in _WAYS]
    need(len({parts[i].kind for i in fading}) == len(fading))
    for side in (-1, 1):
        beside = [parts[i + side] if 0 <= i + side < len(parts) else None for i in fading]
        lengths = [_length(parts[i].kind, one, of_order=of_order) for i, one in zip(fading, beside, strict=True)]
        if all(lengths) and len({id(one) for one in beside}) == len(beside):
            found = {_WAYS[parts[i].kind]: one or 0 for i, one in zip(fading, lengths, strict=True)}
            spare = [parts[i] for i in fading] + [one for one in beside if one]
            break
    else:
        lasting = [one for one in parts if one.kind == "long"]
        need(of_order and len(lasting) == 1 and isinstance(lasting[0].value, int))
        found = {_WAYS[parts[i].kind]: _ms(lasting[0].value) for i in fading}
        spare = [parts[i] for i in fading] + lasting
    need(all(0 < one < 1_000 * order.draft.there.seconds for one in found.values()))
    clause.parts = [one for one in clause.parts if not any(one is gone for gone in spare)]
    if of_order:
        order.drop(*(["atstart"] if "fade_in" in found else []), *(["atend"] if "fade_out" in found else []))
    return found


def _length(fade: str, one: Part | None, *, of_order: bool) -> int | None:
    if one is None:
        return None
    if one.kind == "long":
        return _ms(one.value)
    if of_order and isinstance(span := one.value, Range):
        if fade == "fadein" and span.start == 0:
            return span.end
        if fade == "fadeout" and span.start < 0 and span.end is None:
            return -span.start
    return None


def looks(order: Order) -> Found | None:
    clause = order.clause
    if clause.count("lookname") != 1:
        return None
    name = clause.take("lookname")
    need(order.things or clause.parts)
    order.drop("only") if clause.has("range", "from", "until") else None
    order.drop("make", "change", "look", "add", "color", "with")
    color: dict[str, object] = {"name": name}
    return [op.Picture({"color": color}, span) for span in order.spans()[::-1]]


def speeds(order: Order) -> Found | None:
    clause = order.clause
    factor = clause.take("factor")
    fast, slow = clause.has("faster"), clause.has("slower")
    bit = clause.has("bit") or any(one.value == "bit" for one in clause.parts)
    named = clause.has("speed")
    order.drop("faster", "slower", "speed", "make", "change", "add")
    order.drop("only") if clause.has("range", "from", "until") else None
    need(factor is not None or fast != slow)
    order.drop("down") if slow else order.drop("up") if fast else None
    if factor is None:
        need(order.things or clause.has("range", "from", "until"))
        need({*order.draft.there.speeds} == {1.0})
        factor = Fraction(STEPS["faster" if fast else "slower"][bit]).limit_denominator(100)
        order.drop("bit")
        return [op.Speed(factor, span) for span in order.spans()[::-1]]
    assert isinstance(factor, Fraction)
    need(not (fast and factor <= 1) and not (slow and factor >= 1))
    need(named or fast or slow or order.things or clause.has("range", "from", "until"))
    if factor == 1:
        spans = order.spans()
        return [op.NormalSpeed()] if spans == [op.WHOLE] else [op.Speed(factor, spans[0], instead=True)]
    need({*order.draft.there.speeds} == {1.0} or not (fast or slow))
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
    need(clause.count("degrees") == 1 and (clause.has("rotate") or order.things))
    degrees = _ms(clause.take("degrees"))
    need(not clause.has("to"))
    order.drop("rotate", "make", "change")
    return [op.Rotate(degrees, span) for span in order.spans()]


def shapes(order: Order) -> Found | None:
    ratio = order.clause.take("ratio")
    if ratio is None:
        return None
    order.drop("make", "change")
    order.of_video()
    assert isinstance(ratio, tuple)
    return [op.Canvas(ratio)]


def freezes(order: Order) -> Found | None:
    clause = order.clause
    if not clause.says("freeze", None):
        return None
    last, long, at = clause.has("frame"), clause.take("long"), clause.take("at")
    order.drop("frame", "make")
    order.of_video()
    need(isinstance(long, int) and last != (at is not None))
    return [op.Freeze(at if isinstance(at, int) else None, _ms(long))]


_TIMES = ("range", "from", "until", "at", "shift", "long", "whole", "untilend", "longer", "totime")


def styles(order: Order) -> Found | None:
    """How a text or a picture on top is to look, and where it is to be."""
    clause = order.clause
    values: dict[str, Any] = {}
    more: dict[str, Any] = {}
    for kind, key in (("color", "color"), ("place", "pos"), ("points", "size"), ("opaque", "opacity")):
        told = [one for one in clause.all(kind) if one is not None]
        need(len(told) < _TWO)
        if told:
            values[key] = told[0]
    if order.about("overlay"):
        if clause.says("opacity", None):
            values["opacity"] = clause.take("level", "amount")
        sized = clause.says("size", None)
        scale = clause.take("scale", *(("level", "amount") if sized else ()))
        if scale is not None:
            values["scale"] = scale
    for kind in ("bigger", "smaller"):
        if said := clause.all(kind):
            need("bigger" not in more)
            more["bigger"] = STEPS[kind][clause.has("bit") or "bit" in said]
            order.drop("bit")
    need((values or more) and all(one is not None and one != 0 for one in values.values()))
    need(values.get("opacity", 1) <= 1 and values.get("scale", 1) <= 1)
    order.drop("make", "change", "move", "size", "add", "only")
    need(order.things and all(one.role in (*TEXTS, "text", "overlay") for one in order.things))
    things = order.layers()
    seen = _roles(things, order.draft)
    need(seen <= {*TEXTS} or not {"color", "size"} & values.keys())
    return _changed(order, things, values, **more)


def _roles(things: Sequence[Thing], draft: Draft) -> set[str]:
    return {draft.there.roles[i] for one in things for i in one.which}


def _timing(order: Order, seen: set[str], *, moved: bool) -> dict[str, Any]:
    """When something is to be there, as values of a Change."""
    clause = order.clause
    said = [kind for kind in _TIMES if clause.has(kind)]
    need(len(said) == 1 and clause.count(said[0]) == 1)
    kind, value = said[0], clause.take(said[0])
    need(not moved or kind in ("at", "shift", "totime"))
    if kind == "range":
        need(isinstance(value, Range) and (value.end is not None or seen <= {"music", "overlay"}))
        assert isinstance(value, Range)
        need((seen <= {"music", "overlay"} or value.start >= 0))
        return {"range": value}
    if kind == "from":
        need(seen <= {"music", "overlay"} and not moved)
        return {"range": Range(_ms(value), None)}
    if kind == "totime":
        need(moved)
        return {"at": _ms(value)}
    if kind in ("whole", "untilend"):
        return {"range": op.WHOLE} if kind == "whole" else {"until_end": True}
    key = {"until": "end", "at": "at", "shift": "shift", "long": "length", "longer": "stretch"}[kind]
    return {key: _ms(value)}


def _ms(value: object) -> int:
    need(isinstance(value, int))
    return int(str(value))


def times(order: Order) -> Found | None:
    """When a layer is to be there."""
    clause = order.clause
    need(order.things and clause.has(*_TIMES))
    moved = clause.has("move")
    need(not (clause.has("add") and clause.has("from")))
    only = clause.has("only", "until", "untilend")
    order.drop("make", "change", "move", "add", "only", *(("keep",) if only else ()))
    things = order.layers()
    return _changed(order, things, {}, **_timing(order, _roles(things, order.draft), moved=moved))


def texts(order: Order) -> Found | None:
    """Another text."""
    clause = order.clause
    need(clause.count("text") == 1 and len(order.things) == 1 and order.things[0].which)
    need(order.about(*TEXTS, "text", "voiceover") and clause.has("change", "replace"))
    text = clause.take("text")
    order.drop("make", "change", "replace", "with")
    return _changed(order, order.layers(), {"text": text})


def other_music(order: Order) -> Found | None:
    clause = order.clause
    need(clause.has("replace", "instead", "change") and not clause.has("add"))
    need(clause.count("style") + clause.count("file") + clause.count("text") == 1)
    need(order.draft.there.roles.count("music") == 1 and (order.things or clause.has("instead")))
    values = _song(order)
    order.drop("make", "change", "replace", "with", "instead")
    need(all(one.role == "music" for one in order.things))
    order.things = []
    if (level := clause.take("level")) is not None:
        values["vol"] = level
    return _changed(order, [Thing("music", tuple(order.draft.of("music")))], values)


def _song(order: Order) -> dict[str, Any]:
    clause = order.clause
    style, file, text = clause.take("style"), clause.take("file"), clause.take("text")
    if file is not None:
        need(is_file_of("sound", str(file)))
        return {"src": file}
    named = str(style if style is not None else text)
    return {"name": {"lofi": "lo-fi"}.get(named.lower(), named)}


# --- orders that add something


def captions(order: Order) -> Found | None:
    clause = order.clause
    need(order.about("caption") and (clause.has("auto") or (clause.has("add") and order.things[0].many)))
    need( not clause.has("text", *_TIMES))
    need(len(order.things) == 1 and not order.things[0].which)
    order.things = []
    order.drop("auto")
    order.drop("add", "make", "whole")
    return [op.HeardCaptions()]


def adds_text(order: Order) -> Found | None:
    """A title, a caption, a lower third: with its text and its time."""
    clause = order.clause
    need(clause.count("text") in (1, _TWO) and order.things)
    role = "title" if order.things[0].role == "text" else order.things[0].role
    need(role in (*TEXTS, "voiceover") and not clause.has("replace", "instead", "move", "change"))
    told = clause.all("text")
    if role == "lower-third" and len(order.things) == _TWO:
        need(order.things[1].role == "caption" and len(told) == _TWO)  # its subtitle
    else:
        need(len(order.things) == 1 and (len(told) == 1 or role == "lower-third"))
    need(not any(order.draft.called(str(one)) for one in told))
    need(clause.has("add", "insert") or not order.draft.of(role) or not clause.has("make"))
    need(all(str(one).strip() for one in told))
    values: dict[str, Any] = {"text": told[0]}
    if len(told) > 1:
        values["sub"] = told[1]
    order.things = []
    for kind, key in (("color", "color"), ("place", "pos"), ("points", "size")):
        found = [one for one in clause.all(kind) if one is not None]
        need(len(found) < _TWO)
        need("center" not in found)
        if found:
            values[key] = found[0]
    if clause.has("fadein", "fadeout"):
        values |= _fades(order)
        order.drop("fade")
    order.drop("add", "make", "insert", "with")
    span, at = _when(order)
    need(at is not None or (isinstance(span, Range) and (span.end is not None or span.start <= 0)))
    return [op.AddLayer(role, span, at, values)]


def _when(order: Order) -> tuple[Stretch | None, int | None]:
    """From when to when something new is there, or from when; as `AddLayer` has it."""
    clause = order.clause
    said = [kind for kind in (*_TIMES, "atstart") if clause.has(kind)]
    need(all(clause.count(kind) == 1 for kind in said))
    value = {kind: clause.take(kind) for kind in said}
    match sorted(said):
        case []:
            return None, None
        case ["range"]:
            need(isinstance(value["range"], Range))
            return value["range"], None  # type: ignore[return-value]
        case ["at"]:
            return None, _ms(value["at"])
        case ["at", "long"]:
            return Range(_ms(value["at"]), _ms(value["at"]) + _ms(value["long"])), None
        case ["atstart", "long"]:
            return Range(0, _ms(value["long"])), None
        case ["from"] | ["from", "untilend"]:
            return Range(_ms(value["from"]), None), None
        case ["from", "until"]:
            return Range(_ms(value["from"]), _ms(value["until"])), None
        case ["from", "long"]:
            return Range(_ms(value["from"]), _ms(value["from"]) + _ms(value["long"])), None
        case ["until"]:
            return Range(0, _ms(value["until"])), None
        case ["whole"]:
            return op.WHOLE, None
    raise Unknown


def adds_music(order: Order) -> Found | None:
    clause = order.clause
    need(not clause.has("replace", "instead", "remove", "change"))
    need(not clause.has("text") or order.about("music") or clause.has("under"))
    need(clause.count("style") + clause.count("file") + clause.count("text") == 1)
    need(clause.has("file", "under") or order.about("music") or (clause.has("style") and clause.has("add")))
    need(not order.draft.of("music") or clause.has("add"))
    need(all(one.role in ("music", "video") and not one.which for one in order.things))
    need(all(one.many for one in order.things if one.role == "video") or not clause.has("fadein", "fadeout"))
    order.things = []
    values = _song(order)
    if clause.has("fadein", "fadeout"):
        values |= _fades(order)
        order.drop("fade")
    order.drop("add", "make", "insert", "under", "with")
    if (level := clause.take("level", "amount", "decimal")) is not None:
        values["vol"] = level
    return [op.AddLayer("music", *_when(order), values)]


def adds_picture(order: Order) -> Found | None:
    """A picture on top, or a video."""
    clause = order.clause
    file = clause.take("file")
    on_top = order.about("overlay")
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
    order.drop("add", "make", "with")
    if clause.has("from") and not clause.has("until", "untilend", "long") and not is_file_of("picture", str(file)):
        return [op.AddLayer("overlay", None, _ms(clause.take("from")), values)]
    return [op.AddLayer("overlay", *_when(order), values)]


def adds_clip(order: Order) -> Found | None:
    clause = order.clause
    file = clause.take("file")
    need(file is not None and is_file_of("video", str(file)))
    order.drop("add", "make", "insert")
    if clause.says("atstart", None):
        return [op.Insert(str(file), 0)]
    if clause.says("atend", None):
        return [op.Append(str(file))]
    return [op.Insert(str(file), _ms(clause.take("at")))]


def effects(order: Order) -> Found | None:
    """A zoom into the picture, or a blur of it."""
    clause = order.clause
    zoomed, blurred = clause.has("zoom in", "zoom"), clause.has("blur it", "blur")
    need(zoomed != blurred)
    there = [i for i, one in enumerate(order.draft.there.names) if one == ("zoom" if zoomed else "blur")]
    if there:
        need(zoomed and clause.has("zoom", "change") and not clause.has(*_TIMES) and len(there) == 1)
        factor = clause.take("factor")
        order.drop("zoom", "zoom in", "make", "change")
        need(isinstance(factor, Fraction) and factor > 1)
        thing = Thing("effect", tuple(there))
        return _changed(order, [thing], {"zoom": float(str(float(factor)))})  # type: ignore[arg-type]
    factor = clause.take("factor") if zoomed else None
    need(not zoomed or (isinstance(factor, Fraction) and factor > 1))
    order.drop("zoom in", "zoom", "blur it", "blur", "add", "make", "to")
    order.of_video()
    span, at = _when(order)
    need(at is None and (span is not None or blurred))
    more = {"zoom": float(factor)} if isinstance(factor, Fraction) else {"scale": 1.0}
    name = {"name": "zoom" if zoomed else "blur", "pos": "center"}
    return [op.AddLayer("effect", span or op.WHOLE, None, name | more)]


def sounds(order: Order) -> Found | None:
    clause = order.clause
    name = clause.take("sound effect")
    need(name is not None and clause.count("at") == 1)
    order.drop("add", "make", "insert")
    return [op.AddLayer("sound", None, _ms(clause.take("at")), {"name": name})]


def ducks(order: Order) -> Found | None:
    if not order.clause.has("ducks"):
        return None
    order.drop("ducks", "make", "change", "to")
    order.without("own")
    need(order.about("music"))
    return _changed(order, order.layers("music"), {"duck": True})


def skips(order: Order) -> Found | None:
    """The first seconds of a song that are not played."""
    clause = order.clause
    need(clause.has("skip") and clause.has("of") and order.about("music"))
    span = clause.take("range")
    order.drop("skip", "of")
    need(isinstance(span, Range) and span.start == 0 and span.end)
    assert isinstance(span, Range)
    return _changed(order, order.layers("music"), {"in": span.end})


def arranges(order: Order) -> Found | None:
    """Another order of the clips."""
    clause = order.clause
    clips = [one for one in order.things if one.role == "clip"]
    if clause.has("swap"):
        need(len(order.draft.there.clips) == _TWO)
        order.drop("swap", "around", "with", "to")
        order.things = []
        return [op.Arrange()]
    need(len(clips) == 1 and len(order.things) == 1 and clause.has("atstart", "atend"))
    first = clause.has("atstart")
    order.drop("atstart", "atend", "move", "make")
    order.things = []
    return [op.Arrange(Clip(clips[0].which[0]), first=first)]


def transitions(order: Order) -> Found | None:
    clause = order.clause
    kinds = clause.all("join")
    named = clause.has("transition")
    need((named or kinds) and len(kinds) < _TWO)
    long = clause.take("long", "totime")
    need(isinstance(long, int) and 0 < int(str(long)) < 1_000 * order.draft.there.seconds / _TWO)
    clips = len(order.draft.there.clips)
    joins = order.draft.there.joins
    need((clips == _TWO) if not joins else len(joins) == 1)
    order.drop("transition", "between", "add", "make", "change", "with")
    order.of_video()
    return [op.Transition(_ms(long), None, str(kinds[0]) if kinds else "fade")] if kinds or not joins else [
        op.Transition(_ms(long))
    ]


_ORDERS: tuple[Callable[[Order], Found | None], ...] = (
    undo, is_not_to_be, keeps_only, stays, lasts, edges, arranges, skips, ducks, sounds, effects, cuts, removes, mutes, unmutes, captions, looks, freezes, shapes, rotates,
    texts, other_music, styles, times, adds_text, adds_music, adds_picture, adds_clip, fades, levels,
    transitions, speeds, flags,
    to_black,
)  # fmt: skip


def orders_of(parts: Sequence[Part], draft: Draft) -> Found:
    """The operations that the parts of a clause ask for. Raises Unknown."""
    return Order(Clause([one for one in parts if one.kind not in ("comma", "and", "stop")]), draft).read()
