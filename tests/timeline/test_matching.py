"""Expected and actual segments find one another: at the least cost in all, by identity before place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemo_spec.timeline.matching import match as matching
from nemo_spec.timeline.matching.assignment import assignment
from nemo_spec.timeline.matching.match import Matches, distance, match
from nemo_spec.timeline.model import Segment, exactly

LIMIT = 8
COSTS = st.lists(
    st.dictionaries(st.integers(0, 4), st.integers(0, 12), max_size=5), min_size=0, max_size=4
)


def least(costs: Sequence[Mapping[int, int]]) -> int:
    """By trying everything: each row gets a column, or none for LIMIT."""
    columns = [*range(5), *(-1 - row for row in range(len(costs)))]
    return min(
        sum(min(LIMIT, row.get(column, LIMIT)) for row, column in zip(costs, order, strict=True))
        for order in permutations(columns, len(costs))
    )


@settings(deadline=None)
@given(COSTS)
def test_no_assignment_costs_less(costs: list[dict[int, int]]):
    found = assignment(costs, LIMIT)
    given_away = [column for column in found if column is not None]
    assert len(set(given_away)) == len(given_away)
    paid = [LIMIT if c is None else row[c] for row, c in zip(costs, found, strict=True)]
    assert sum(paid) == least(costs)


def caption(start: int, text: str = "Again", length: int = 900, **look: object) -> Segment:
    texts = (text,)
    return Segment(
        "caption", exactly(start), exactly(start + length), texts=texts, properties=dict(look)
    )


STARTS = st.lists(st.integers(0, 40).map(lambda n: n * 250), max_size=5)


@settings(deadline=None)
@given(STARTS, STARTS)
def test_of_one_identity_no_pairs_are_nearer(wanted: list[int], there: list[int]):
    matches = match([caption(start) for start in wanted], [caption(start) for start in there])
    assert len(matches.extra) == max(0, len(there) - len(wanted))
    found = [distance(one, other) for one, other in matches.pairs if other]
    few, many = sorted((wanted, there), key=len)
    best = min(
        sum(distance(caption(a), caption(b)) for a, b in zip(few, order, strict=True))
        for order in permutations(many, len(few))
    )
    assert abs(sum(found) - best) < 1e-6


def pairs(matches: Matches) -> dict[int, int | None]:
    return {one.start.lo: other and other.start.lo for one, other in matches.pairs}


def test_one_more_in_front_is_one_finding():
    wanted = [caption(1000 * n, f"Line {n}") for n in range(20)]
    there = [caption(0, "New"), *(replace(c, start=exactly(c.start.lo + 50)) for c in wanted)]
    matches = match(wanted, there)
    assert pairs(matches) == {1000 * n: 1000 * n + 50 for n in range(20)}
    assert matches.extra == there[:1]


def test_one_more_among_the_same_is_the_one_in_between():
    wanted = [caption(1000 * n) for n in range(200)]
    there = [caption(1000 * n + 30) for n in range(200)]
    there.insert(77, caption(76_500))
    matches = match(wanted, there)
    assert matches.extra == [caption(76_500)]
    assert all(other and other.start.lo - one.start.lo == 30 for one, other in matches.pairs)


def test_texts_that_have_changed_places_are_known_again():
    wanted = [caption(0, "One"), caption(5000, "Two")]
    matches = match(wanted, [caption(0, "Two"), caption(5000, "One")])
    assert pairs(matches) == {0: 5000, 5000: 0}


def test_another_text_in_the_same_place_is_the_same_segment_changed():
    wanted = [caption(5000 * n, f"The {n}. line of it") for n in range(100)]
    there = [replace(one, texts=(one.texts[0] + " and more",)) for one in wanted]
    matches = match(wanted, there)
    assert pairs(matches) == {5000 * n: 5000 * n for n in range(100)}


def test_another_text_in_another_place_is_another_segment():
    gone, new = caption(0, "Line 125"), caption(60_000, "Line 250")
    assert match([gone], [new]) == Matches([(gone, None)], [new])


def test_of_two_in_one_place_each_has_its_own_look():
    loud, low = caption(0, volume=1.0), caption(0, volume=0.2)
    matches = match([loud, low], [low, loud])
    assert matches.pairs == [(loud, loud), (low, low)]


TEXTS = ["Line 1, 2 times", "Line 1, 1 times", "Line 2, 1 times", "So it was.", "Quiet!"]
LAYERS = st.lists(
    st.builds(
        lambda start, text, length, role: replace(caption(start * 1500, text, length), role=role),
        st.integers(0, 20),
        st.sampled_from(TEXTS),
        st.sampled_from([900, 3000, 9000]),
        st.sampled_from(["caption", "caption", "title", "voiceover"]),
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=300)
@given(LAYERS, LAYERS)
def test_who_surely_belong_together_need_no_other_look(wanted: list[Segment], there: list[Segment]):
    """What else they could be is not looked at, and the outcome is the same."""
    found = match(wanted, there)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "_SURE", -1.0)
        plain = match(wanted, there)
    assert found == plain
