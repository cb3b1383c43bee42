"""Which of several orders a correction is about: "cut 5 s, add jazz, no wait, add piano"."""

from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import part_of
from mock_server.agent.clauses.contradictions import overlap
from mock_server.agent.values.ranges import Range

_BY_VALUES = (op.Change, op.Picture)


def without_the_one_meant(
    done: Sequence[op.Operation], asked: Sequence[op.Operation]
) -> list[op.Operation | None] | None:
    """What is left of each order when the one that what is asked for stands in the place of is gone; None
    where nobody knows which."""
    if len(asked) != 1:
        return None
    left: list[op.Operation | None] = [*done]
    alike = [i for i, one in enumerate(done) if _about(one) == _about(asked[0])]
    if len(alike) > 1:
        alike = [i for i in alike if _share_a_time(done[i], asked[0])]
    if len(alike) == 1:
        left[alike[0]] = None
        return left
    parts = [_without(one, asked[0]) for one in done]
    if alike or sum(part is not None for part in parts) != 1:
        return None
    return [part or one for part, one in zip(parts, left, strict=True)]


def _share_a_time(one: op.Operation, other: op.Operation) -> bool:
    span, its = part_of(one), part_of(other)
    return isinstance(span, Range) and isinstance(its, Range) and overlap(span, its)


def _without(one: op.Operation, asked: op.Operation) -> op.Operation | None:
    """An order without what is asked for otherwise; None where that is not a part of it."""
    if isinstance(one, op.FadeVideo) and isinstance(asked, op.FadeVideo):
        both = one.fade_in is not None and one.fade_out is not None
        if not both or (asked.fade_in is None) == (asked.fade_out is None):
            return None
        starts = asked.fade_out is None
        return replace(one, fade_in=None) if starts else replace(one, fade_out=None)
    if isinstance(one, op.Picture) and isinstance(asked, op.Picture) and one.range == asked.range:
        rest = {key: value for key, value in one.values.items() if key not in asked.values}
        return replace(one, values=rest) if asked.values.keys() < one.values.keys() else None
    return None


def _about(one: op.Operation) -> tuple[object, ...]:
    """What an order is about, without how far it goes."""
    added = one.otherwise or one if isinstance(one, op.Change) else one
    if isinstance(added, op.AddLayer):
        return op.AddLayer, added.role
    if isinstance(one, op.FadeVideo):
        return op.FadeVideo, one.fade_in is None, one.fade_out is None
    about: tuple[object, ...] = (type(one),)
    if isinstance(one, op.Change | op.Remove):
        about += one.target.roles, one.target.text, one.target.which
    if isinstance(one, _BY_VALUES):
        about += tuple(sorted(one.values))
    if isinstance(one, op.Change):
        told = (
            one.louder,
            one.bigger,
            one.shift,
            one.stretch,
            one.times,
            one.length,
            one.range,
            one.at,
        )
        about += tuple(value is None or value == 0 for value in told)
    return about
