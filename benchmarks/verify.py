"""A draft held against what was expected: how the cost grows with the segments."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from benchmarks.figure import AtMost, Figure
from benchmarks.process import interleaved
from nemo_spec.timeline.model import Segment, exactly
from nemo_spec.verify.matching import match

Pair = tuple[list[Segment], list[Segment]]


def captions(count: int, text: str) -> Pair:
    """Expected captions and those of a draft: each a little off, one gone, one too many, shuffled."""
    chance = random.Random(count)
    wanted = [_caption(1000 * number, text.format(number)) for number in range(count)]
    there = [_shifted(caption, chance.randint(0, 90)) for caption in wanted]
    there.append(_shifted(there[count // 2], 300))
    del there[count // 4]
    chance.shuffle(there)
    return wanted, there


def others(count: int) -> Pair:
    """As above, and every text has been changed."""
    wanted, there = captions(count, "What is said in line {}")
    return wanted, [replace(caption, texts=(caption.texts[0] + "!",)) for caption in there]


def _caption(start: int, text: str) -> Segment:
    return Segment("caption", exactly(start), exactly(start + 900), texts=(text,))


def _shifted(caption: Segment, by: int) -> Segment:
    return caption.moved(exactly(caption.start.lo + by), exactly(caption.end.lo + by))


def _growth(pair: Callable[[int], Pair]) -> Callable[[], Iterator[tuple[float, float]]]:
    def measure() -> Iterator[tuple[float, float]]:
        few, many = pair(500), pair(2000)
        yield from interleaved(lambda: match(*many), lambda: match(*few), 9)

    return measure


FIGURES = [
    Figure(
        "matching",
        "2,000 expected captions find theirs in a draft",
        "500 of them",
        AtMost(6),
        _growth(lambda count: captions(count, "Line {}")),
    ),
    Figure(
        "matching-same",
        "2,000 captions that all say the same find theirs in a draft",
        "500 of them",
        AtMost(6),
        _growth(lambda count: captions(count, "Again")),
    ),
    Figure(
        "matching-texts",
        "2,000 captions of which every text was changed find theirs in a draft",
        "500 of them",
        AtMost(6),
        _growth(others),
    ),
]
