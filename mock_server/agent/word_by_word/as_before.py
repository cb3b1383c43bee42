"""A message that says only what is to be otherwise than in the one before ("no, at the beginning"), or of
what the same holds ("same for the other one")."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mock_server.agent import operations as op
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.as_before_added import (
    added_to,
    at_that_edge,
    at_the_other_edge,
    not_but,
    once_more,
    told_anew,
    until_then,
)
from mock_server.agent.word_by_word.as_before_chinese import plainly, said_of_it
from mock_server.agent.word_by_word.as_before_english import more_of_it, only_those
from mock_server.agent.word_by_word.as_before_of_it import of_what_was_put_in, same_words
from mock_server.agent.word_by_word.as_before_told import Told
from mock_server.agent.word_by_word.as_before_words import (
    ALSO_SAID,
    ANEW,
    ANOTHER,
    AS_IT_WAS,
    AS_WELL,
    AT_AN_END,
    BARE_RANGE,
    ENOUGH,
    FINE,
    HOLD_ON,
    LASTS,
    MEANT,
    MIDST,
    NEXT,
    PUT_BACK,
    RATHER,
    RIGHT,
    SAME,
    STILL,
    STRONG,
    TAIL,
    names_another_kind,
)
from mock_server.agent.word_by_word.bare_figures import with_its_unit
from mock_server.agent.word_by_word.english_figures import with_units
from mock_server.agent.word_by_word.message_parts import parts_of
from mock_server.agent.word_by_word.only_a_part import of_a_part
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.reader import told_by
from mock_server.agent.word_by_word.things import Draft
from mock_server.agent.word_by_word.told import FADES, VERBS
from mock_server.agent.wording.named_by_draft import There

_SAYS_NOTHING = {
    "that stretch",
    "make",
    "change",
    "to",
    "it",
    "instead",
    "comma",
    "only",
    "with",
    "all",
}
_GROUPS = (
    {"place"}, {"color"}, {"lookname"}, {"factor"}, {"degrees"}, {"points"}, {"ratio"},
    {"level", "amount", "decimal"}, {"scale"}, {"opaque"}, {"at", "bare at"}, {"atstart", "atend"},
    {"long"}, {"range"}, {"style"}, {"fadein", "fadeout"}, {"shift"}, {"longer"}, {"total"},
    {"join", "transition"}, {"from"}, {"until"},
    {"mute", "cut", "remove", "faster", "slower", "reverse", "blur it", "zoom in", "freeze", "rotate"},
    {"louder", "quieter"}, {"bigger", "smaller"}, {"grow", "shrink"}, {"up", "down"},
)  # fmt: skip
_TIMES = {"range", "at", "bare at", "from", "until", "atstart", "atend"}
_TOLD_AT = ("totime", "from")
_MOVES = {"cut", "remove", "only", "all but", "insert", "faster", "slower", "factor"}


@dataclass(frozen=True)
class Said:
    """A message, and what was there when it was said."""

    message: str
    there: There


def read_as_before(message: str, last: Said, now: There, names: tuple[str, ...]) -> Reading | None:
    """The reading of a message by the one before; None where it is not certain what it is to be."""
    former_draft = Draft(last.there, files=names)
    before = parts_of(last.message, former_draft, names)
    if before and (more := more_of_it(message, before, Draft(now, files=names), names)):
        return Reading("en", [Understood(one, message) for one in more], [])
    if not before or ANOTHER.search(message):
        return None
    if HAN.search(message):
        former = Told(last.message, before, last.there, now)
        parse = lambda text: parts_of(text, former_draft, names)  # noqa: E731
        plain = plainly(message, former, parse)
        if (of_it := said_of_it(message, former, parse, names)) is not None:
            return _reading_of_it(of_it, message, last)
        message = plain
    message = once_more(message, before)
    if found := _same_of(message):
        return _of_another(found, before, message, last.there, now, names)
    one_order = not kinds(before[:-1]) & {"comma", "and", "stop"}
    if AS_IT_WAS.fullmatch(message) or (one_order and PUT_BACK.fullmatch(message)):
        return Reading(_language(message), [Understood(op.Undo(), message)], [])
    if again := same_words(message, before):
        told = _asked(again, former_draft, message)
        return Reading(_language(message), told, []) if told else None
    merged = (
        of_what_was_put_in(message, before, former_draft, names)
        or of_a_part(message, before, former_draft, names)
        or only_those(message, before, former_draft, names)
        or _put_right(not_but(message, last.message), before, last.there, names)
    )
    if merged is None:
        return None
    told = _asked(merged, former_draft, message)
    return (
        Reading(_language(message), [Understood(op.Undo(), message), *told], []) if told else None
    )


def _reading_of_it(
    found: Sequence[op.Operation] | Sequence[Part], message: str, last: Said
) -> Reading | None:
    parts = [one for one in found if isinstance(one, Part)]
    deeds = [Understood(one, message) for one in found if not isinstance(one, Part)]
    if parts and (asked := _asked(parts, Draft(last.there), message)):
        deeds = [Understood(op.Undo(), message), *asked]
    return Reading(_language(message), deeds, []) if deeds else None


def read_put_right(
    message: str, there: There, names: tuple[str, ...], *, follows: bool
) -> tuple[str, Reading] | None:
    """What a message that puts itself right says, in words and read: "double speed, or rather 1.5x"."""
    message = with_units(HOLD_ON.sub("，不对，", message))
    for found in MIDST.finditer(message):
        before = parts_of(message[: found.start()], Draft(there, follows, names), names)
        rest = message[found.start() :]
        if STILL.match(rest):
            continue  # "and still at the bottom"
        rest = not_but(rest.lstrip(" ,;."), message[: found.start()])
        merged = _put_right(rest, before, there, names) if before else None
        if merged and before and _deeds(merged) != _deeds(before):
            return None  # that of it, or something else?
        told = _asked(merged, Draft(there, follows, names), message) if merged else []
        if merged and told:
            return _in_words(merged, message), Reading(_language(message), told, [])
    return None


def _deeds(parts: Sequence[Part]) -> set[str]:
    return {"add" if one in ("append", "insert") else one for one in kinds(parts) & VERBS}


def _in_words(parts: Sequence[Part], message: str) -> str:
    return ("" if HAN.search(message) else " ").join(one.words.strip() for one in parts)


def _put_right(
    message: str, before: list[Part], there: There, names: tuple[str, ...]
) -> list[Part] | None:
    """The parts of what was said before, with those of a message that puts it right."""
    rather = RATHER.match(message)
    anew = ANEW.match(message, rather.end() if rather else 0)
    start = anew.end() if anew else rather.end() if rather else 0
    then = "freeze" in kinds(before) and "改到" in message  # to that time, or for so long?
    if then or FINE.search(message) or LASTS.match(message, start):
        return None
    meant = MEANT.search(message, start)
    rest = TAIL.sub("", message[start : meant.start() if meant else None])
    rest = AT_AN_END.sub(lambda m: f"最{m[0]}", rest)
    rest = BARE_RANGE.sub(r"\1秒\2\3秒", rest) if HAN.search(message) else rest
    other = _the_other(rest, before, there, there) if rather or meant else None
    figure = "" if other else told_anew(rest, before)
    rest = with_its_unit(figure or rest, before)
    new = [other] if other else parts_of(rest, Draft(there, files=names), names)
    if not new:
        return None
    strong = bool(meant or STRONG.search(message))
    return _replaced(
        before,
        new,
        certain=bool(figure or rather or meant or RIGHT.search(message)),
        put=bool(anew),
        strong=strong,
        enough=bool(ENOUGH.search(message)),
    )


def _asked(parts: Sequence[Part], draft: Draft, message: str) -> list[Understood]:
    clauses = told_by(parts, draft)
    return [Understood(each, message) for one in clauses for each in one.operations]


def _same_of(message: str) -> str:
    """Of what the same holds, by a message that says so; else empty."""
    if HAN.search(message):
        return ALSO_SAID.sub("", message) if SAME.match(message) else ""
    lead = SAME.match(message)
    told = AS_WELL.sub("", message[lead.end() :] if lead else message)
    if lead or told != message:
        return told
    told = NEXT.sub("", message)
    return told if told != message and _OTHER.fullmatch(told) else ""


def _language(message: str) -> str:
    return "zh" if HAN.search(message) else "en"


def _group(kind: str) -> set[str]:
    return next((one for one in _GROUPS if kind in one), set())


def _replaced(
    before: list[Part], new: Sequence[Part], *, certain: bool, put: bool, strong: bool, enough: bool
) -> list[Part] | None:
    """The parts of the message before with those of the new one in the place of their like."""
    there = {(one.kind, one.value) for one in before}
    said = [
        one
        for one in new
        if one.kind not in _SAYS_NOTHING | {"stop"} and (one.kind, one.value) not in there
    ]
    moves = certain or put or bool(kinds(new) & {"instead"})
    if (more := added_to(before, said, moves=moves)) is not None:
        return more
    if "that stretch" in kinds(new) and [one.kind for one in before].count("range") != 1:
        return None
    if not said or len({one.kind for one in said}) < len(said):
        return None
    if len(said) > 1 and any(_is_one_of(one, before) for one in said):
        return None  # the others stay as they are now
    told, there_kinds = {one.kind for one in said}, kinds(before)
    longer = told == {"until"} and "range" in there_kinds and "一直" in said[0].words
    if not (certain or put or longer) and told & {*_TIMES, "factor", "amount", "level"}:
        return None  # that instead, or as well, or of what it is now?
    verbs = {one.kind for one in new} & VERBS - _SAYS_NOTHING
    if verbs and told & {"amount", "level", "by"}:
        return None  # to that, or by that?
    takes_away = verbs or there_kinds & {"cut", "remove"}
    if takes_away and told & _TIMES and not strong:
        return None
    if told & VERBS and not {one.kind for one in new} & {"it", "instead"}:
        return None
    named = any(
        (one.kind, one.value) in there and one.kind not in _SAYS_NOTHING | {"stop"} for one in new
    )
    if named and kinds(before[:-1]) & {"comma", "and", "stop"}:
        return None  # of which clause?
    if (
        not (named or put or enough)
        and "long" in there_kinds
        and there_kinds & _TIMES - {"range"}
        and said[0].kind == "long"
    ):
        return None  # at that time, or so long?
    merged = [*before]
    for one in said:
        if one.kind in VERBS | FADES | {"thing"} and not certain:
            return None
        place = _place_of(one, merged)
        if place is None:
            return None
        i, part = place
        if part.kind == "range" != one.kind and not (certain or longer):
            return None
        merged[i] = part
    return merged


def _is_one_of(part: Part, before: Sequence[Part]) -> bool:
    """Whether a part is one of several things that were named."""
    one = part.value
    return isinstance(one, Thing) and any(
        isinstance(each.value, Thing) and {*one.which} < {*each.value.which} for each in before
    )


def _place_of(one: Part, before: Sequence[Part]) -> tuple[int, Part] | None:
    """Where a part of the same kind stands, of which there has to be one; and what comes there."""
    if one.kind == "thing":
        like = [i for i, each in enumerate(before) if each.kind == "thing"]
        return (like[0], one) if len(like) == 1 else None
    group = _group("at" if one.kind in _TOLD_AT else one.kind)
    like = [i for i, each in enumerate(before) if each.kind in group]
    if len(like) == 1:
        old = before[like[0]]
        if one.kind == "place" and len(str(one.value).split("-")) != len(str(old.value).split("-")):
            return None  # "to the right" of a corner
        kind = (
            old.kind
            if one.kind != old.kind and one.kind in ("totime", "from", "amount")
            else one.kind
        )
        return like[0], Part(kind, one.value, one.words)
    if one.kind in ("until", "untilend") and not like:
        ranges = [i for i, each in enumerate(before) if each.kind == "range"]
        longer = until_then(before[ranges[0]].value, one.value) if len(ranges) == 1 else None
        return (ranges[0], Part("range", longer, one.words)) if longer else None
    if one.kind == "long" and not like and isinstance(one.value, int):
        ranges = [i for i, each in enumerate(before) if each.kind == "range"]
        if len(ranges) == 1 and (edge := at_that_edge(before[ranges[0]].value, one.value)):
            return ranges[0], Part("range", edge, one.words)
    return None


_OTHER = Regex(
    r"(?:the )?(?:other(?: one| title| caption| logo| text| clip| song| part)?|(?P<at>left|right"
    r"|top|bottom)(?: one)?"
    r"|(?P<n>first|second|last)(?: one)?)[ .!]*"
    r"|(?:另外?一?[个条段张首]|(?P<where>左|右|上|下)[边面](?:那|的)?那?[个条张]?|(?P<which>前"
    r"|后)面?(?:那|的)?那?[个条段张首]"
    r"|(?P<k>第[一二]|最后一?)[个条段张首])[ 。！!]*",
    re.IGNORECASE,
)
_TWO = 2
_ANY_OTHER = Regex(r"other|另", re.IGNORECASE)
_SIDES = {"左": "left", "右": "right", "上": "top", "下": "bottom"}


def _the_other(text: str, before: Sequence[Part], then: There, now: There) -> Part | None:
    """ "The other one": that of the two which the message before has not named."""
    found = _OTHER.fullmatch(text.strip(" ,，"))
    named = [one.value for one in before if isinstance(one.value, Thing)]
    if found is None or len(named) != 1 or len(named[0].which) != 1:
        return None
    was = named[0].which[0]
    if named[0].role == "clip":
        two = len(now.clips) == _TWO and [*then.clips] == [*now.clips]
        first = bool(re.search(r"first|第一|前", text, re.IGNORECASE))
        fits = _ANY_OTHER.search(text) or (1 - was == 0) == first
        return Part("thing", Thing("clip", (1 - was,)), text) if two and fits else None
    if names_another_kind(text, then.roles[was]):
        return None
    same = [*then.roles] == [*now.roles]
    alike = [i for i, role in enumerate(now.roles) if role == then.roles[was]]
    others = [i for i in alike if i != was or not same]
    if len(others) != 1:
        return None
    other = others[0]
    side = _SIDES.get(found["where"] or "", (found["at"] or "").lower())
    if side and not (now.places[other] == side or now.places[other].split("-")[-1] == side):
        return None
    first = found["which"] == "前" or (found["n"] or "").lower() == "first" or found["k"] == "第一"
    last = found["which"] == "后" or found["n"] or found["k"]
    if (first and other > was) or (last and not first and other < was):
        return None
    return Part("thing", Thing(now.roles[other], (other,)), text)


def _of_another(
    text: str,
    before: Sequence[Part],
    message: str,
    then: There,
    now: There,
    names: tuple[str, ...],
) -> Reading | None:
    """The same of another thing, or at another time."""
    other = _the_other(text, before, then, now)
    new = [other] if other else parts_of(text, Draft(now, files=names), names)
    if not new:
        return None
    said = [one for one in new if one.kind not in _SAYS_NOTHING | {"stop", "also", "add"}]
    if len(said) != 1 or any(one.kind == "stop" for one in before[:-1]):
        return None
    if said[0].kind not in _TIMES | {"thing", *_TOLD_AT}:
        return None
    named = [one.value for one in before if isinstance(one.value, Thing)]
    if (
        said[0].kind != "thing"
        and any(one.which for one in named)
        and [*then.roles] != [*now.roles]
    ):
        return None  # that is another now
    moves = kinds(before) & _MOVES
    if said[0].kind != "thing" and moves and not at_the_other_edge(said[0], before):
        return None  # at that time of the video as it was?
    place = _place_of(said[0], before)
    if place is None or before[place[0]].value == place[1].value:
        return None
    if (
        isinstance(said[0].value, Thing)
        and not said[0].value.which
        and said[0].value.role not in ("clip", *(["video"] if kinds(before) & FADES else []))
    ):
        return None
    merged = [*before[: place[0]], place[1], *before[place[0] + 1 :]]
    told = _asked(merged, Draft(now, files=names), message)
    return Reading(_language(message), told, []) if told else None
