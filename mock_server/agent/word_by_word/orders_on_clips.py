"""Orders on the clips of the main track: one more of them, a cut without loss, what is cropped."""

from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.values.ranges import Clip, Range
from mock_server.agent.word_by_word.order import TWO, Found, Order, need, whole_ms
from mock_server.agent.word_by_word.parts import Part
from mock_server.agent.word_by_word.things import is_file_of


def splits(order: Order) -> Found | None:
    """A cut without loss."""
    clause = order.clause
    if not clause.all("split"):
        return None
    order.drop("make")
    order.of_video()
    if clause.all("in the middle"):
        return [op.Split(Fraction(1, TWO))]
    order.bare_time()
    order.middle_time()
    if clause.has("at"):
        times = [whole_ms(one) for kind in ("at", "clock", "long") for one in clause.all(kind)]
        need(len({*times}) == len(times) and times == sorted(times))
        need(all(0 < one < 1_000 * order.draft.there.seconds for one in times))
        return [op.Split(at) for at in times]
    return None


_SIDES = ("top", "bottom", "left", "right")


def crops(order: Order) -> Found | None:
    """A share of the picture that goes, from some of its sides or from all of them."""
    clause = order.clause
    cropped = bool(clause.all("crop"))
    off = clause.has("off side")
    need(cropped or (off and clause.has("cut", "remove")))
    if not cropped:
        order.drop("cut", "remove")
    order.drop("only", "every")
    sides: list[tuple[str, float | None]] = []
    shares: list[float] = []
    for one in list(clause.parts):
        if one.kind in ("off side", "place", "both sides"):
            sides += [(each, None) for each in str(one.value).split()]
        elif one.kind in ("amount", "by"):
            shares.append(float(str(one.value)))
    order.drop("off side", "place", "both sides", "amount", "by")
    need(shares and all(0 < one < 1 for one in shares))
    order.of_video()
    need(all(side in _SIDES for side, _ in sides) and len({*sides}) == len(sides))
    if not sides:
        need(len(shares) == 1)
        return [op.Picture({"crop": shares[0]}, span) for span in order.spans()]
    need(len(shares) in (1, len(sides)))
    told = shares * len(sides) if len(shares) == 1 else shares
    values = {f"crop_{side}": share for (side, _), share in zip(sides, told, strict=True)}
    return [op.Picture(values, op.WHOLE)]


def adds_clip(order: Order) -> Found | None:
    """One more clip: at a time, before or behind what is there, with how it is joined."""
    clause = order.clause
    if clause.has("start", "end"):
        return _starts_with(order)
    appended = clause.has("append")
    part = clause.take("range") if clause.has("of") else None
    clause.all("of")
    file = clause.take("file")
    need(file is not None and is_file_of("video", str(file)))
    order.bare_time()
    if clause.has("insert"):
        clause.parts = [
            Part("at", one.value, one.words) if one.kind == "totime" else one
            for one in clause.parts
        ]
    order.drop("add", "make", "insert", "append", "with", "only" if part is not None else "add")
    if part is not None:
        since, length = _part_of_it(part)
        if clause.has("before", "behind"):
            _at_an_edge(order)
        if clause.has("atstart", "atend") or (appended and not clause.has("at")):
            end = round(1_000 * order.draft.there.seconds)
            first = bool(clause.all("atstart"))
            need(not (first and (appended or clause.all("atend"))))
            clause.all("atend")
            return [op.Insert(str(file), 0 if first else end, length=length, since=since)]
        need(clause.has("at"))
        return [op.Insert(str(file), whole_ms(clause.take("at")), length=length, since=since)]
    behind, before = clause.all("behind"), clause.all("before")
    if behind or before:
        need(len([*behind, *before]) == len(order.things) == 1 and not (appended and before))
        return _beside(order, str(file), behind=bool(behind))
    if clause.all("atstart"):
        need(not appended)
        return [op.Insert(str(file), 0)]
    if clause.all("atend") or (appended and not clause.has("at")):
        fade, kind = _joined(order)
        return [op.Append(str(file), fade, kind)]
    return [op.Insert(str(file), whole_ms(clause.take("at")))]


def _part_of_it(part: object) -> tuple[int, int]:
    """From when on, and how long, a clip is shown, ms."""
    need(isinstance(part, Range))
    assert isinstance(part, Range)
    if part.end is None:
        need(part.start < 0)
        return part.start, -part.start
    need(0 <= part.start < part.end)
    return part.start, part.end - part.start


def _at_an_edge(order: Order) -> None:
    """Take "before the clip" for the start, and "after the clip" for the end, where there is one clip."""
    need(len(order.draft.there.clips) == 1 and [one.role for one in order.things] == ["video"])
    order.things = []
    edges = {"before": "atstart", "behind": "atend"}
    order.clause.parts = [
        Part(edges.get(one.kind, one.kind), one.value, one.words) for one in order.clause.parts
    ]


def _beside(order: Order, file: str, *, behind: bool) -> Found:
    clips = order.draft.there.clips
    thing = order.things.pop()
    need(thing.role in ("video", "clip") and not thing.many)
    if thing.role == "video" or len(clips) == 1:
        need(not order.clause.parts or behind)
        if not behind:
            return [op.Insert(file, 0)]
        fade, kind = _joined(order)
        return [op.Append(file, fade, kind)]
    return [op.Insert(file, Clip(thing.which[0]), behind=behind)]


def _joined(order: Order) -> tuple[int, str]:
    """How long a new clip overlaps with what is before it, and as what."""
    clause = order.clause
    if not clause.has("transition", "join"):
        return 0, "fade"
    kinds = clause.all("join")
    crossed = any("dissolve" in one.words or "cross" in one.words for one in clause.parts)
    need(len(kinds) < TWO and (kinds or crossed))
    order.drop("transition", "between")
    return whole_ms(clause.take("long")), str(kinds[0]) if kinds else "fade"


def _starts_with(order: Order) -> Found:
    """ "Start with b.mp4"."""
    clause = order.clause
    need(len(order.draft.there.clips) >= 1 and [one.kind for one in clause.parts] in (
        ["start", "with", "file"], ["end", "with", "file"],
    ))  # fmt: skip
    first, file = clause.has("start"), str(clause.take("file"))
    need(is_file_of("video", file))
    order.drop("start", "end", "with")
    order.of_video()
    return [op.Insert(file, 0)] if first else [op.Append(file)]


def puts_in_place(order: Order) -> Found | None:
    """A clip in the place of a stretch."""
    clause = order.clause
    need(clause.all("replace") and clause.count("range") == 1)
    file, span = clause.take("file"), clause.take("range")
    need(file is not None and is_file_of("video", str(file)) and isinstance(span, Range))
    order.drop("with")
    order.of_video()
    return [op.Insert(str(file), 0, instead=span if isinstance(span, Range) else None)]
