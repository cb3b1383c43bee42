"""The pieces of a video that one sentence splits, and of which it says something: "split at 30 s and mute
the second half"."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from mock_server.agent import operations as op
from mock_server.agent.clauses.sentences import Clause
from mock_server.agent.values.ranges import Clip, Portion, Stretch

_HALVES = {
    Portion(Fraction(0), Fraction(1, 2)): Clip(0, of=2),
    Portion(Fraction(1, 2), Fraction(1)): Clip(1, of=2),
}


def of_pieces(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, where splits come first: of their pieces, if the video was in one before.

    A half is the piece that it is, if that is a half: else neither is certain.
    """
    asked = [one for clause in clauses for one in clause.operations]
    if any(isinstance(one, op.Split) and one.again for one in asked):
        return list(clauses)
    splits = next((i for i, one in enumerate(asked) if not isinstance(one, op.Split)), len(asked))
    behind = asked[splits:]
    if not splits or not behind or any(isinstance(one, op.Split) for one in behind):
        return list(clauses)
    halves = splits == 1 and any(span in _HALVES for one in behind for span in spans_of(one))
    return [
        replace(clause, operations=tuple(_of(one, splits + 1, halves) for one in clause.operations))
        for clause in clauses
    ]


def spans_of(one: op.Operation) -> Sequence[Stretch | None]:
    """Where an operation does what it does."""
    return getattr(one, "ranges", ()) or (getattr(one, "range", None),)


def is_of_clips(one: op.Operation) -> bool:
    """Whether it is of whole clips by their numbers."""
    if isinstance(one, op.RemoveClip):
        return one.which is not None
    return all(isinstance(span, Clip) for span in spans_of(one))


def is_of_last(one: op.Operation) -> bool:
    """Whether it is of the last clip, whatever comes before that."""
    if isinstance(one, op.RemoveClip):
        return one.which == -1
    return all(isinstance(span, Clip) and span.number == -1 for span in spans_of(one))


def is_of_pieces(one: op.Operation) -> bool:
    """Whether it is of clips of which there is a certain number: no other timeline is meant."""
    if isinstance(one, op.RemoveClip):
        return one.of is not None
    spans = [span for span in spans_of(one) if isinstance(span, Clip)]
    return bool(spans) and all(span.of is not None or span.piece for span in spans)


def _of(one: op.Operation, count: int, halves: bool) -> op.Operation:
    if isinstance(one, op.Split):
        return replace(one, halves=True) if halves else one
    if isinstance(one, op.RemoveClip):
        return one if one.which is None or one.of else replace(one, of=count)
    if isinstance(one, op.Transition) and one.into is not None:
        return one if one.into.of else replace(one, into=replace(one.into, of=count))
    if isinstance(one, op.Level | op.Cut):
        return replace(one, ranges=tuple(_piece(span, count) for span in one.ranges))
    if isinstance(one, op.Picture | op.Speed | op.Reverse | op.Rotate):
        return replace(one, range=_piece(one.range, count))
    return one


def _piece(span: Stretch, count: int) -> Stretch:
    if isinstance(span, Portion):
        return _HALVES.get(span, span) if count == len(_HALVES) else span
    numbered = isinstance(span, Clip) and span == Clip(span.number, piece=span.piece)
    return replace(span, of=count) if isinstance(span, Clip) and numbered else span
