"""Explain a video that plays the wrong files at the right times: whoever placed the clips is to blame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nemo_spec.compile import Instruction
from nemo_spec.timeline.deltas import Assemble
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import span


def placing(steps: Sequence[Instruction]) -> Instruction:
    """The instruction that puts the clips on the main track."""
    found = (one for one in reversed(steps) if any(isinstance(d, Assemble) for d in one.deltas))
    return next(found, steps[0])


def named_as_expected(expected: Timeline, actual: Timeline) -> Iterator[Timeline]:
    """The draft with other names of its files, in every way that may be meant."""
    names = list(dict.fromkeys(piece.name for piece in expected.main if piece.name))
    found = list(dict.fromkeys(piece.name for piece in actual.main if piece.name))
    if not expected.is_uncertain:
        yield _renamed(actual, [_name_at(expected.main, piece) for piece in actual.main])
    if len(names) == len(found):
        other = dict(zip(found, names, strict=True))
        yield _renamed(actual, [other.get(piece.name, "") for piece in actual.main])
    yield _renamed(actual, list(_beside_strangers(actual.main, names)))


def _renamed(timeline: Timeline, names: Sequence[str]) -> Timeline:
    pieces = zip(timeline.main, names, strict=True)
    return replace(timeline, main=[replace(piece, name=name) for piece, name in pieces])


def _name_at(expected: Sequence[Segment], piece: Segment) -> str:
    """The file that should play in the middle of a piece."""
    middle = (piece.start.lo + piece.end.lo) // 2
    there = (one for one in expected if one.start.lo <= middle < one.end.lo)
    return next((one.name for one in there if one.role == piece.role), piece.name)


def _beside_strangers(pieces: Sequence[Segment], known: Sequence[str]) -> Iterator[str]:
    """The names of the pieces, where one is of no clip that of the clip before it."""
    last = next((piece.name for piece in pieces if piece.name in known), known[0] if known else "")
    for piece in pieces:
        last = piece.name if piece.name in known else last
        yield last if piece.name else ""


def other_names(actual: Timeline, meant: Timeline) -> list[str]:
    """Where another file plays than the one that is meant."""
    pairs = zip(actual.main, meant.main, strict=True)
    return [
        f"{one.name or one.role} at {span(one)} instead of {other.name}"
        for one, other in pairs
        if one.name != other.name
    ]
