"""How Chinese puts clauses together: times before them, a rest behind them, what was said wrong."""

from collections.abc import Sequence
from itertools import pairwise

from mock_server.agent.values.ranges import Portion, Range, all_but
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.told import VERBS

_APART = Part("shown", None, "")  # says nothing beside a time
_VALUES = ("color", "place", "level", "amount", "factor", "degrees", "ratio", "lookname", "join")


_SAID = {"thing", "text", "file", "range", "at", "from", "until", "long"}
_OF_SPANS = {"cut", "remove", "all but", "keep"}


def put_together(parts: Sequence[Part]) -> list[Part] | None:
    """The parts with what each clause leaves to another; None where that cannot be told."""
    pieces: list[list[Part]] = [[]]
    for one in parts:
        if one.kind in ("comma", "and", "stop"):
            pieces.append([])
        else:
            pieces[-1].append(one)
    pieces = [one for one in pieces if one]
    told = rest_told(several_times(not_the_other([[*one] for one in pieces])))
    if told is None:
        return None
    if told == pieces:
        return [*parts]
    comma = Part("comma", None, ",")
    return [one for piece in told for one in (*piece, comma)][:-1]


def several_times(pieces: Sequence[list[Part]]) -> list[list[Part]]:
    """The pieces with stretches that stand alone put into the clause behind: "3到6秒、30到33秒都剪掉"."""
    found: list[list[Part]] = []
    waiting: list[Part] = []
    for piece in pieces:
        if [one.kind for one in piece] == ["range"]:
            last = found[-1] if found and not waiting else []
            taken = [one.value for one in last if one.kind == "range"]
            if taken and kinds(last) & _OF_SPANS and _in_order([*taken, piece[0].value]):
                last += [_APART, *piece]
            else:
                waiting += piece
            continue
        if waiting and piece[0].kind == "range" and len(piece) > 1:
            spans = [*waiting, piece[0]]
            told = [one.value for one in spans]
            if _in_order(told) and sum(one.kind == "range" for one in piece) == 1:
                piece = _apart(spans, piece[1:])
                waiting = []
        found += [[one] for one in waiting]
        waiting = []
        found.append(piece)
    return found + [[one] for one in waiting]


def _in_order(spans: Sequence[object]) -> bool:
    ranges = [one for one in spans if isinstance(one, Range)]
    return len(ranges) == len(spans) and all(
        one.end is not None and (other.start < 0 or one.end <= other.start)
        for one, other in pairwise(ranges)
    )


def _apart(spans: Sequence[Part], others: Sequence[Part]) -> list[Part]:
    """The spans with what is done to them between, as no span is one of another."""
    found: list[Part] = []
    for one in spans[:-1]:
        found += [one, _APART]
    return [*found, spans[-1], *others]


def rest_told(pieces: Sequence[list[Part]]) -> list[list[Part]] | None:
    """The pieces with the rest of the video as what it is; None where that cannot be told."""
    found: list[list[Part]] = []
    for piece in pieces:
        if "rest" not in kinds(piece) or not kinds(piece) & (
            VERBS | {"factor", "level", "lookname"}
        ):
            found.append(piece)
            continue
        if kinds(piece) <= {"rest", "keep", "change", "make", "not", "to"}:
            found.append(piece)
            continue
        before = found[-1] if found else []
        if muted := _heard_only(before, piece):
            found[-1] = muted
            continue
        if _cut_at_an_edge(before) and len(found) == 1 and not kinds(piece) & {*_SAID, *_OF_SPANS}:
            found.append([one for one in piece if one.kind != "rest"])
            continue
        spans = [one.value for one in before if one.kind == "range"]
        if kinds(piece) <= {"rest", "remove", "cut", "to"} and _kept(before):
            if spans and "all but" not in kinds(before):
                kept = [one for one in before if one.kind in ("range", "shown")]
                found[-1] = [Part("all but", None, "只留"), *kept]
            continue
        if kinds(piece) & {"thing", "text", "file"} or kinds(before) & {
            "cut",
            "remove",
            "all but",
            "factor",
        }:
            return None
        others = all_but([one for one in spans if isinstance(one, Range)])
        if len(found) != 1 or not spans or not others or len(others) > 1:
            return None
        if kinds(before) & {"faster", "slower"} or {"thing"} & kinds(before):
            return None
        found.append([Part("range", others[0], "") if one.kind == "rest" else one for one in piece])
    return found


def _heard_only(before: Sequence[Part], piece: Sequence[Part]) -> list[Part]:
    """ "只有20到30秒保留原声，别处静音": what is muted; empty where it is no such clause."""
    spans = [one.value for one in before if one.kind == "range"]
    own = [one for one in before if isinstance(one.value, Thing)]
    heard = kinds(before) <= {"only", "all but", "keep", "range", "thing", "add"}
    if not heard or len(spans) != 1 or not kinds(before) & {"only", "all but", "keep"}:
        return []
    if not kinds(piece) <= {"rest", "mute", "to"} or "mute" not in kinds(piece):
        return []
    if [isinstance(one.value, Thing) and one.value.role == "own" for one in own] != [True]:
        return []
    others = all_but([one for one in spans if isinstance(one, Range | Portion)])
    return _apart([Part("range", one, "") for one in others or ()], piece[1:]) if others else []


def _cut_at_an_edge(piece: Sequence[Part]) -> bool:
    """Whether a piece cuts off the beginning, or the end, so that the rest is one stretch."""
    spans = [one.value for one in piece if one.kind == "range"]
    if not kinds(piece) <= {"cut", "remove", "range"} or len(spans) != 1:
        return False
    span = spans[0]
    return isinstance(span, Range) and (span.start == 0 or (span.start < 0 and span.end is None))


def _kept(piece: Sequence[Part]) -> bool:
    """Whether a piece says what is kept of the video, and nothing else."""
    return bool(kinds(piece) & {"all but", "keep"}) and kinds(piece) <= {
        "all but", "keep", "range", "from", "to", "only", "shown",
    }  # fmt: skip


def not_the_other(pieces: Sequence[list[Part]]) -> list[list[Part]]:
    """The pieces without those that deny one value beside another of its kind: "80%，不是50%"."""
    found: list[list[Part]] = []
    for i, piece in enumerate(pieces):
        said = [one for one in piece if one.kind not in ("to", "make", "change", "not")]
        beside = [*pieces[max(i - 1, 0) : i], *pieces[i + 1 : i + 2]]
        denies = "not" in kinds(piece) and len(said) == 1 and said[0].kind in _VALUES
        if denies and any(
            [one.value for one in other if one.kind == said[0].kind] not in ([], [said[0].value])
            and "not" not in kinds(other)
            for other in beside
        ):
            continue
        found.append(piece)
    return found
