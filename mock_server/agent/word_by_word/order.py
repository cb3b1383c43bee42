"""What one clause asks for: its parts and things, and what the orders make of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mock_server.agent import operations as op
from mock_server.agent.values.ranges import Clip, Middle, Portion, Range, Stretch, all_but
from mock_server.agent.word_by_word.parts import Clause, Part, Thing
from mock_server.agent.word_by_word.things import LAYERS, Draft, targets

Found = list[op.Operation]


HEARD = ("music", "sound", "voiceover")


TIMES = ("range", "from", "until", "at", "shift", "long", "whole", "untilend", "longer", "totime")


TWO = 2


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
    said: list[str] = field(default_factory=list)  # the words of its parts
    names_first: bool = False  # whether a thing stands before all else

    def read(self, orders: Sequence[Callable[["Order"], Found | None]]) -> Found:
        """The operations; Unknown where the parts make no order, or one is left over."""
        clause = self.clause
        need(clause.parts and not clause.has("unclear", "it") and clause.parts[-1].kind != "to")
        need(not _on_another(clause.parts))
        self.said = [one.words for one in clause.parts]
        self.names_first = clause.parts[0].kind == "thing"
        self.things = [one for one in clause.all("thing") if isinstance(one, Thing)]
        need(len({*self.things}) == len(self.things))
        spans = [one.value for one in clause.parts if one.kind == "range"]
        need(all(spans.count(one) == 1 for one in spans))
        if clause.has(*TIMES, "text", "file"):
            self.drop("shown")
        self.drop("also")
        _told_by_what_it_is(clause, heard=self.about(*HEARD, "own") or clause.has("volume"))
        for order in orders:
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

    def bare_time(self) -> None:
        """Take a bare number for the time that it can only be here: "a ding at 10"."""
        self.clause.parts = [
            Part("at", one.value, one.words) if one.kind == "bare at" else one
            for one in self.clause.parts
        ]

    def middle_time(self) -> None:
        """Take the middle for the time that it can only be here: "视频正中间定格两秒"."""
        middle = round(500 * self.draft.there.seconds)
        self.clause.parts = [
            Part("at", middle, one.words)
            if one.value == "center" and "中间" in one.words and "画面" not in one.words
            else one
            for one in self.clause.parts
        ]

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
        each = any(one.many for one in self.things) and not self.clause.has("except")
        need(all(one.role in ("video", "clip") for one in self.things))
        self.things = []
        times = self.times()
        need(not (times and (clips or each)))
        if clips:
            return [Clip(one.which[0]) for one in clips]
        return list(times) or [op.WHOLE]

    def times(self) -> list[Stretch]:
        """The stretches of the video that are told; taken out."""
        kinds = [one.kind for one in self.clause.parts]
        found: list[Stretch] = [
            one for one in self.clause.all("range") if isinstance(one, Range | Portion | Middle)
        ]
        if "except" in kinds:
            before = kinds[: kinds.index("except")].count("range")
            need(found and before < len(found))
            need(not self.clause.has("from", "until", "whole", "only"))
            self.drop("except")
            rest = cut_out(found[:before], found[before:]) if before else all_but(found)
            need(rest)
            return list(rest or ())
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


def _told_by_what_it_is(clause: Clause, *, heard: bool) -> None:
    """Chinese has one word for louder and bigger, and one for quieter and smaller."""
    kinds = {"grow": "louder" if heard else "bigger", "shrink": "quieter" if heard else "smaller"}
    clause.parts = [
        Part(kinds.get(one.kind, one.kind), one.value, one.words) for one in clause.parts
    ]


def _on_another(parts: Sequence[Part]) -> bool:
    """Whether one thing is told by another: "the logo on the title"."""
    kinds = [one.kind for one in parts]
    return any(kinds[i : i + 3] == ["thing", "to", "thing"] for i in range(len(kinds)))


def cut_out(stretches: Sequence[Stretch], spared: Sequence[Stretch]) -> list[Stretch]:
    """Stretches without those within them that are spared."""
    left: list[tuple[int, int]] = []
    for one in stretches:
        need(isinstance(one, Range) and one.end is not None and one.start >= 0)
        assert isinstance(one, Range)
        left.append((one.start, one.end or 0))
    for one in spared:
        need(isinstance(one, Range) and one.end is not None and one.start >= 0)
        assert isinstance(one, Range)
        a, b = one.start, one.end or 0
        within = [(start, end) for start, end in left if start <= a < b <= end]
        need(len(within) == 1 and within[0] != (a, b))
        start, end = within[0]
        left.remove(within[0])
        left += [each for each in ((start, a), (b, end)) if each[0] < each[1]]
    return [Range(a, b) for a, b in sorted(left)]


def whole_ms(value: object) -> int:
    need(isinstance(value, int))
    return int(str(value))


def only_when(clause: Clause) -> tuple[str, ...]:
    """The word "only" where it is said of a time: it adds nothing then."""
    return ("only",) if clause.has(*TIMES) else ()


def changed(order: Order, things: list[Thing], values: dict[str, Any], **more: Any) -> Found:
    return [
        op.Change(target, values, **more)
        for thing in things
        for target in targets(thing, order.draft)
    ]


def roles_of(things: Sequence[Thing], draft: Draft) -> set[str]:
    return {draft.there.roles[i] for one in things for i in one.which}


def whens(order: Order) -> list[tuple[Stretch | None, int | None]]:
    """As `when`, for each of several times."""
    clause = order.clause
    for kind in ("range", "at"):
        if clause.count(kind) > 1:
            need(not clause.has(*(one for one in (*TIMES, "atstart") if one != kind)))
            values = clause.all(kind)
            if kind == "at":
                return [(None, whole_ms(one)) for one in values]
            spans = [one for one in values if isinstance(one, Range) and one.end is not None]
            need(len(spans) == len(values))
            return [(one, None) for one in spans]
    return [when(order)]


def when(order: Order) -> tuple[Stretch | None, int | None]:
    """From when to when something new is there, or from when; as `AddLayer` has it."""
    clause = order.clause
    said = [kind for kind in (*TIMES, "atstart") if clause.has(kind)]
    need(all(clause.count(kind) == 1 for kind in said))
    value = {kind: clause.take(kind) for kind in said}
    match sorted(said):
        case []:
            return None, None
        case ["range"]:
            span = value["range"]
            need(isinstance(span, Range | Portion))
            return (span, None) if isinstance(span, Range | Portion) else (None, None)
        case ["at"]:
            return None, whole_ms(value["at"])
        case ["at", "long"]:
            return Range(
                whole_ms(value["at"]), whole_ms(value["at"]) + whole_ms(value["long"])
            ), None
        case ["atstart", "long"]:
            return Range(0, whole_ms(value["long"])), None
        case ["at", "untilend"]:
            return Range(whole_ms(value["at"]), round(1_000 * order.draft.there.seconds)), None
        case ["from"] | ["from", "untilend"]:
            return Range(whole_ms(value["from"]), None), None
        case ["from", "until"]:
            return Range(whole_ms(value["from"]), whole_ms(value["until"])), None
        case ["from", "long"]:
            return Range(
                whole_ms(value["from"]), whole_ms(value["from"]) + whole_ms(value["long"])
            ), None
        case ["until"]:
            return Range(0, whole_ms(value["until"])), None
        case ["whole"]:
            return op.WHOLE, None
    raise Unknown
