"""Orders on stretches of the video that are told by where they begin, or how long they are."""

import re
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.ranges import Clip, Range
from mock_server.agent.word_by_word.order import TIMES, Found, Order, need, whens, whole_ms
from mock_server.agent.word_by_word.parts import Part


def cuts_at_an_edge(order: Order) -> Found | None:
    """So much taken off the beginning, or the end; or so much from a time on."""
    clause = order.clause
    need(clause.has("cut", "remove", "off start", "off end"))
    edges = {"off start": "atstart", "off end": "atend"}
    clause.parts = [
        Part(edges.get(one.kind, one.kind), one.value, one.words) for one in clause.parts
    ]
    need(clause.count("long") + clause.count("so long more") == 1)
    said = [one for one in ("atstart", "atend", "from") if clause.has(one)]
    need(len(said) == 1 and not clause.has(*(one for one in TIMES if one not in (*said, "long"))))
    since = "".join(one.words for one in clause.parts if one.kind == "from")
    need(said != ["from"] or "起" in since or "开始" in since)
    value, long = clause.take(said[0]), whole_ms(clause.take("long", "so long more"))
    need(0 < long < 1_000 * order.draft.there.seconds)
    order.drop("cut", "remove", *(("make",) if said != ["from"] else ()))
    order.of_video()
    start = value if isinstance(value, int) else 0
    span = Range(-long, None) if said == ["atend"] else Range(start, start + long)
    return [op.Cut((span,))]


def keeps_a_stretch(order: Order) -> Found | None:
    """ "保留前20秒": no more than that of the video."""
    clause = order.clause
    need("保留" in "".join(one.words for one in clause.parts if one.kind == "keep"))
    need(clause.parts[0].kind == "keep")
    order.drop("keep")
    need(clause.has("range", "from"))
    order.of_video()
    spans = order.times()
    need(spans and op.WHOLE not in spans)
    return [op.Keep(tuple(spans))]


def begins_or_ends(order: Order) -> Found | None:
    """ "视频从第6秒开始": what is before it goes."""
    clause = order.clause
    need([one.kind for one in clause.parts if one.kind != "thing"] in (["from"], ["until"]))
    words = "".join(one.words for one in clause.parts)
    need(order.of_video() and ("开始" in words or "结束" in words))
    if clause.has("from"):
        return [op.Cut((Range(0, whole_ms(clause.take("from"))),))]
    return [op.Cut((Range(whole_ms(clause.take("until")), None),))]


def paces(order: Order) -> Found | None:
    """A speed that is told as a share: "速度提高20%", "速度调到150%"."""
    clause = order.clause
    need(clause.all("speed"))
    more = bool(clause.all("bigger")) + bool(clause.all("faster"))
    less = bool(clause.all("smaller")) + bool(clause.all("slower"))
    need(more + less < 2)
    level, amount = clause.take("level"), clause.take("amount")
    order.drop("make", "change")
    need((level is None) != (amount is None))
    share = Fraction(str(amount if level is None else level))
    if amount is not None:
        need(more + less and {*order.draft.there.speeds} == {1.0})
        share = 1 + share if more else 1 - share
    need(0 < share != 1 and not (level is not None and (share < 1 if more else share > 1 and less)))
    return [op.Speed(share, span, instead=True) for span in order.spans()[::-1]]


_SPEED = Regex(r"speed\Z", re.IGNORECASE)


def shares_of_speed(order: Order) -> Found | None:
    """ "Speed it up by 20%", "30% slower", "at 80% speed", "reduce the speed by a quarter"."""
    clause = order.clause
    named = any(one.kind == "faster" and _SPEED.match(one.words) for one in clause.parts)
    told = [one for one in clause.parts if one.kind == "faster" and not _SPEED.match(one.words)]
    need(named or told or clause.has("slower"))
    more, less = bool(told), clause.has("slower")
    need(not clause.has("quieter", "louder", "bit", "volume", "size", "factor", "total"))
    need(not any("volume" in one.words or "loud" in one.words for one in clause.parts))
    more |= clause.has("up", "raise")
    less |= clause.has("down", "lessen")
    need(not (more and less))
    level, by = clause.take("level"), clause.take("by", "amount")
    half = bool(clause.all("half"))
    need(sum(one is not None for one in (level, by)) + half == 1)
    order.drop("faster", "slower", "up", "down", "raise", "lessen", "make", "change", "add")
    order.drop("only") if clause.has("range", "from", "until") else None
    need({*order.draft.there.speeds} == {1.0})
    if half:
        by = 0.5
    if by is not None:
        need(more or less)
        share = 1 + Fraction(str(by)) * (1 if more else -1)
    else:
        share = Fraction(str(level))
        need(named and not (share < 1 if more else share > 1 and less))
    need(share > 0 and share != 1)
    return [op.Speed(share, span, instead=by is None) for span in order.spans()[::-1]]


def zooms_by_a_share(order: Order) -> Found | None:
    """ "10到15秒画面放大到150%"."""
    clause = order.clause
    need(clause.has("range"))
    need(clause.has("zoom in") or (clause.has("bigger") and order.about("video")))
    order.of_video()
    share = clause.take("level", "scaled")
    order.drop("bigger", "zoom in")
    spans = [span for span, _ in whens(order)]
    need(isinstance(share, float) and share > 1)
    values = {"name": "zoom", "pos": "center", "zoom": share}
    return [op.AddLayer("effect", one, None, values) for one in spans if isinstance(one, Range)]


def crops_a_side(order: Order) -> Found | None:
    """A share of the picture that is cut off at one side."""
    clause = order.clause
    need(clause.all("crop") and clause.count("place") == 1)
    side, share = str(clause.take("place")), clause.take("amount", "level", "decimal")
    need(side in ("top", "bottom", "left", "right"))
    need(isinstance(share, float) and 0 < share < 1)
    return [op.Picture({f"crop_{side}": share}, span) for span in order.spans()[::-1]]


def other_sound(order: Order) -> Found | None:
    """Something else in place of the video's own sound."""
    clause = order.clause
    need(order.without("own") and clause.has("change", "replace"))
    file = clause.take("file")
    need(file is not None and str(file).lower().endswith((".mp3", ".wav", ".m4a")))
    order.drop("change", "replace", "with", "add")
    need(not order.draft.of("music"))
    return [op.ReplaceSound(str(file))]


_MOVED = Regex("[移挪搬]|调到")


def moves_a_stretch(order: Order) -> Found | None:
    """ "10到20秒那段挪到最后去", of the one clip."""
    clause = order.clause
    need([one.kind for one in clause.parts if one.kind not in ("to", "move")] in _WHERE)
    need(clause.has("move") or any(map(_MOVED.search, order.said)))
    need(any(HAN.search(one) for one in order.said) and len(order.draft.there.clips) == 1)
    span, first = clause.take("range"), clause.has("atstart")
    order.drop("move", "atstart", "atend")
    whole = round(1_000 * order.draft.there.seconds)
    need(isinstance(span, Range))
    assert isinstance(span, Range)
    start, end = span.on(whole)
    need(0 <= start < end <= whole and (start > 0 if first else end < whole))
    cuts: Found = [op.Split(at) for at in (start, end) if 0 < at < whole]
    return [*cuts, op.Arrange(Clip(0 if start == 0 else 1), first=first)]


_WHERE = (["range", "atend"], ["range", "atstart"])
