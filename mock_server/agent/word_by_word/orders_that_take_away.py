"""Orders that take something away, or leave it as it is."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Clip, Range
from mock_server.agent.word_by_word.order import TIMES, Found, Order, changed, need, whole_ms
from mock_server.agent.word_by_word.orders_on_fades import faded
from mock_server.agent.word_by_word.parts import Clause, Part, Thing
from mock_server.agent.word_by_word.things import LAYERS, targets


def undo(order: Order) -> Found | None:
    if not order.clause.says("undo", None):
        return None
    need(order.draft.there.last)
    return [op.Undo()]


_PROPERTIES = (
    "speed", "volume", "fadein", "fadeout", "look", "zoom", "blur", "size", "color", "lookname", "opacity",
    "transition", "less noise", "steadiness", "evenness", "position", "ground",
    "length", "start time",
)  # fmt: skip


def stays(order: Order) -> Found | None:
    """ "Keep the music", "the title stays": nothing is to be done."""
    if not order.clause.has("keep"):
        return None
    told = [one.kind for one in order.clause.parts]
    need(("to", "color") not in pairwise(told))  # "in colour", not "the colour"
    looks = [one.value for one in order.clause.parts if one.kind == "lookname"]
    if looks and {*looks} <= {*order.draft.there.looks}:
        order.drop("lookname")
        need(order.clause.has("look") or len(looks) == 1)
        order.clause.parts = [*order.clause.parts, Part("look", None, "")]
    if order.clause.has("to black", "from black") and order.clause.count("keep") == 1:
        order.clause.parts = [
            Part(
                {"to black": "fadeout", "from black": "fadein"}.get(one.kind, one.kind),
                one.value,
                one.words,
            )
            for one in order.clause.parts
        ]
    order.drop("keep", "make", "change", "shown")
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
    need(len(clause.parts) > 1 or not order.names_first)  # "the title not"
    only_named = clause.parts[0].words.lower() in ("no", "without", "without any")
    need(
        not (
            only_named
            and any(one.which for one in order.things)
            and not clause.has(*_PROPERTIES, "fade")
        )
    )
    there = order.draft.there
    need(
        not (
            only_named
            and (clause.has("zoom", "blur") or (clause.has("transition") and there.joins))
        )
    )
    need((len(clause.parts) > 1 or order.things) and not clause.has("only"))
    need(not (clause.has("mute") and 0 in there.levels))
    need(not (clause.has("faster", "slower", "speed") and {*there.speeds} != {1.0}))
    need(not (clause.has("lookname", "look") and any(there.looks)))
    need(
        not clause.has(
            "text",
            "file",
            "style",
            *TIMES,
            "level",
            "amount",
            "factor",
            "color",
            "outline",
            "place",
            "half",
            "by",
            "bit",
        )
    )
    clause.parts, order.things = [], []
    return []


def keeps_only(order: Order) -> Found | None:
    if not order.clause.has("all but"):
        if not order.clause.has("only"):
            need(_keeps(order.clause.parts))
        need(order.clause.has("keep"))
    order.drop("all but", "only", "keep", "make")
    order.of_video()
    spans = order.times()
    need(spans and op.WHOLE not in spans)
    return [op.Keep(tuple(spans))]


_GOES = Regex(r"remove|delete|drop|lose|get rid of|throw", re.IGNORECASE)


def removes_others(order: Order) -> Found | None:
    """ "Remove everything except the logo", of what lies above the picture."""
    clause = order.clause
    need(order.things and [one.kind for one in clause.parts] == ["all but"])
    need(_GOES.match(clause.parts[0].words))
    kept = {i for one in order.layers() for i in one.which}
    clause.parts = []
    there = order.draft.there.roles
    gone = [i for i in range(len(there)) if i not in kept]
    need(gone)
    return [
        op.Remove(one)
        for i in reversed(gone)
        for one in targets(Thing(there[i], (i,)), order.draft)
    ]


_KEEPS = Regex(r"keep\Z", re.IGNORECASE)


def _keeps(parts: Sequence[Part]) -> bool:
    """ "Keep the first 10 seconds": and nothing else."""
    said = [one.kind for one in parts]
    return said[:1] == ["keep"] and {*said[1:]} == {"range"} and bool(_KEEPS.match(parts[0].words))


def cuts(order: Order) -> Found | None:
    """A stretch of the video that is taken out, or to which it is cut."""
    clause = order.clause
    need(not any(one.words.lower().startswith("ending") for one in clause.parts))  # since when?
    need(clause.has("remove", "cut", "gone") and clause.has("range", "from", "until", "totime"))
    if not clause.has("remove", "cut"):
        need(order.things or clause.parts[0].kind in ("range", "from", "until"))
    down_to = _is_cut_down(clause.parts)
    order.drop("cut", "remove", "gone", "only")
    clause.parts = [one for one in clause.parts if not _IS_DONE.match(one.words)]
    of_it = order.of_video()
    if clause.has("totime"):
        need(down_to and of_it)
        return [op.Keep((Range(0, whole_ms(clause.take("totime"))),))]
    spans = order.times()
    need(spans and op.WHOLE not in spans)
    return [op.Keep(tuple(spans)) if down_to else op.Cut(tuple(spans))]


_IS_DONE = Regex(r"(?:(?:should|must|to|needs? to|has to|ought to) )?be\Z", re.IGNORECASE)


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
    "crop": ("crop", "crop_left", "crop_right", "crop_top", "crop_bottom"),
}  # fmt: skip


def removes(order: Order) -> Found | None:
    clause = order.clause
    if not clause.has("remove", "cut", "gone"):
        return None
    removed = clause.has("remove", "gone")
    order.drop("cut", "remove", "gone", "make", "change", "only")
    need(removed or order.about("music"))
    if clause.has("from black", "to black"):
        gone = {"fadein": clause.has("from black"), "fadeout": clause.has("to black")}
        order.drop("from black", "to black", "atstart" if gone["fadein"] else "atend")
        order.of_video()
        return _unfaded(order, gone)
    if {one.role for one in order.things} == {"own"}:
        order.things = []
        return [op.Level(to=0.0, ranges=tuple(order.times()) or (op.WHOLE,))]
    fading = {key: clause.has(key) for key in ("fadein", "fadeout")}
    if any(fading.values()):
        order.drop("fadein", "fadeout", "fade")
        order.drop("atstart" if fading["fadein"] else "atend")
        return _unfaded(order, fading)
    if clause.says("color", None) or clause.says("ground", None):
        return _plain_again(order)
    found: Found = []
    clips = [one for one in order.things if one.role == "clip"]
    need(len(clips) <= 1)
    order.without("clip")
    flags = [one.kind for one in clause.parts if one.kind in _FLAGS]
    if clips and not flags:
        found.append(op.RemoveClip(None, which=clips[0].which[0]))
    if clips and flags:  # "去掉第一段的暖色"
        need(not order.things and any(HAN.search(one.words) for one in clause.parts))
    names = [one.value for one in clause.parts if one.kind == "lookname"]
    looks = order.draft.there.looks
    there = {looks[clips[0].which[0]]} if clips else {*looks}
    need(all(there == {one} for one in names))
    order.drop(*flags)
    for values in dict.fromkeys(_FLAGS[kind] for kind in flags):
        order.of_video() if not order.about(*LAYERS, "text") else order.without("video")
        span = Clip(clips[0].which[0]) if clips else op.WHOLE
        found.append(op.Picture(dict.fromkeys(values), span))
    if clause.has("transition"):
        order.drop("transition", "join", "between")
        need(len(order.draft.there.joins) == 1)
        found.append(op.RemoveTransitions())
    for name in ("zoom", "blur"):
        if clause.says(name, None) or clause.says(
            {"zoom": "zoom in", "blur": "blur it"}[name], None
        ):
            at = [i for i, one in enumerate(order.draft.there.names) if one == name]
            need(len(at) == 1)
            found += [op.Remove(one) for one in targets(Thing("effect", tuple(at)), order.draft)]
    if clause.says("duck", None):
        found.append(op.Change(op.Target(("music",)), {"duck": None}))
    for thing in order.layers():
        found += reversed([op.Remove(one) for one in targets(thing, order.draft)])
    need(found)
    return found


def gone_from(order: Order) -> Found | None:
    """ "After 20 seconds, remove the logo", "the title gone from 0:10": it ends then."""
    clause = order.clause
    need(not any(one.lower().startswith("after") for one in order.said[1:]))  # after that, or then?
    need(
        clause.has("remove", "gone", "not", "mute")
        and clause.count("range") + clause.count("from") == 1
    )
    need(not clause.has("not") or clause.parts[0].words.lower() in ("no", "without"))
    muted = clause.has("mute")
    words = [one.words.lower() for one in clause.parts if one.kind == "gone"]
    need(clause.has("remove", "not") or not {"off", "out", "away"} & {*words})
    order.drop("remove", "gone", "mute", "not", "make", "change")
    things = order.layers()
    need(len(things) == 1 and len(things[0].which) == 1)
    need(not muted or things[0].role in ("music", "voiceover", "sound"))
    since = clause.take("from")
    if since is None:
        span = clause.take("range")
        need(isinstance(span, Range) and span.end is None and span.start)
        since = span.start if isinstance(span, Range) else 0
        since += round(1_000 * order.draft.there.seconds) if since < 0 else 0
    start, end = order.draft.there.spans[things[0].which[0]]
    need(1_000 * start < whole_ms(since) < 1_000 * end)
    return changed(order, things, {}, end=whole_ms(since))


def begins_later(order: Order) -> Found | None:
    """ "音乐前30秒不要": it begins then."""
    clause = order.clause
    need(clause.all("remove") and clause.count("range") == 1 and order.names_first)
    span, things = clause.take("range"), order.layers("music", "overlay")
    need(len(things) == 1 and len(things[0].which) == 1 and isinstance(span, Range))
    assert isinstance(span, Range)
    start, end = order.draft.there.spans[things[0].which[0]]
    need(start == 0 and span.start == 0 and span.end and span.end < 1_000 * end)
    lasting = order.draft.there.lasting[things[0].which[0]]
    rest = Range(whole_ms(span.end), None if lasting else round(1_000 * end))
    return changed(order, things, {}, range=rest)


_GROUND = Regex(r"底|背景|box|back", re.IGNORECASE)


def _plain_again(order: Order) -> Found:
    """ "底色不要了", of the one text that there is."""
    ground = any(_GROUND.search(one) for one in order.said)
    there = order.draft.there
    texts = order.draft.of("text")
    things = order.layers() or [Thing("text", tuple(texts))]
    need(len(things) == 1 and len(things[0].which) == 1 and not order.things)
    need(ground or (len(texts) == 1 and there.colors[texts[0]] and not any(there.looks)))
    return changed(order, things, {"background" if ground else "color": None})


def _unfaded(order: Order, fading: dict[str, bool]) -> Found:
    keys = {"fadein": "fade_in", "fadeout": "fade_out"}
    gone = {keys[key]: None for key, said in fading.items() if said}
    if not order.things and (one := faded(order, gone)):
        return changed(order, [one], gone)
    if not order.about(*LAYERS, "text"):
        order.of_video()
        return [op.FadeVideo(0 if fading["fadein"] else None, 0 if fading["fadeout"] else None)]
    return changed(order, order.layers(), gone)


def lasts(order: Order) -> Found | None:
    """How long the video is to be, by a cut at its end or by its speed."""
    clause = order.clause
    if not clause.has("total"):
        return None
    said = [one.words for one in clause.parts if one.kind == "total"]
    long = whole_ms(clause.take("total"))
    faster, slower = clause.has("faster"), clause.has("slower")
    cut = clause.has("cut", "remove")
    cut |= any("砍到" in one or "剪到" in one for one in said)
    need(cut != (faster or slower))
    first, last = bool(clause.all("atstart")), bool(clause.all("atend"))
    need(not (first and last) and (cut or not (first or last)))
    order.drop(
        "cut", "remove", "faster", "slower", "change", "make", "up", "down", "at end", "end", "to"
    )
    order.of_video()
    if cut:
        whole = round(1_000 * order.draft.there.seconds)
        need(long < whole)
        return [op.Cut((Range(0, whole - long),))] if first else [op.Keep((Range(0, long),))]
    return [op.Speed(Fraction(1), length=long, longer=slower)]


def _after_is_at(clause: Clause) -> bool:
    """Whether it is told when something stops with "after", as with "at" then."""
    spans = [one for one in clause.parts if one.kind == "range"]
    span = spans[0].value if len(spans) == 1 else None
    if not isinstance(span, Range) or span.end is not None or span.start <= 0:
        return False
    if not spans[0].words.lower().startswith("after"):
        return False
    clause.parts = [
        Part("at", span.start, one.words) if one is spans[0] else one for one in clause.parts
    ]
    return True


def edges(order: Order) -> Found | None:
    """When the video is to begin or to end; or a layer to end."""
    clause = order.clause
    starts, ends = clause.has("start"), clause.has("end")
    order.drop("instead", "cut")
    if starts and ends:
        need([one.kind for one in clause.parts if one.kind in ("start", "end", "at")]
            == ["start", "at", "end", "at"])  # fmt: skip
        since, until = (whole_ms(one) for one in clause.all("at"))
        order.drop("start", "end", "make", "change", "to")
        need(order.of_video() and since < until)
        return [op.Keep((Range(since, until),))]
    after = ends and _after_is_at(clause)
    need(starts != ends and clause.count("at") == 1)
    at = whole_ms(clause.take("at"))
    order.drop("start", "end", "make", "change")
    if order.about(*LAYERS, "text"):
        things = order.layers()
        spans = [order.draft.there.spans[i] for one in things for i in one.which]
        need(not after or all(a == 0 or at > 1_000 * (b - a) for a, b in spans))  # or so long?
        return changed(order, things, {}, **({"end": at} if ends else {"at": at}))
    need(order.of_video())
    return [op.Cut((Range(at, None) if ends else Range(0, at),))]
