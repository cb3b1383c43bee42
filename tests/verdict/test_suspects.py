"""Where a moment of the video was before an edit moved it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.timeline.deltas import Cut, Delta, FreezeFrame, Retime
from nemo_spec.verdict.diagnosis.suspects import _origin

TIME = st.integers(0, 2000)
FACTOR = st.integers(100, 10_000)


@st.composite
def cuts(draw: st.DrawFn) -> Cut:
    edges = sorted(draw(st.lists(TIME, min_size=2, max_size=6, unique=True)))
    return Cut(tuple(zip(edges[::2], edges[1::2], strict=False)))


MOVING = st.one_of(
    cuts(),
    st.builds(lambda a, b, f: Retime(min(a, b), max(a, b), f), TIME, TIME, FACTOR),
    st.builds(FreezeFrame, TIME, st.integers(1, 500)),
)


@given(MOVING, TIME)
def test_what_lay_there_is_between_the_first_and_the_last_moment_that_may_have(
    delta: Delta, time: int
):
    after = delta.moved(time)
    assert after is not None
    first, last = _origin(delta, after, late=False), _origin(delta, after, late=True)
    assert first <= time <= last + 1, "rounded to a whole millisecond"


@pytest.mark.parametrize(("late", "origin"), [(False, 1000), (True, 3000)])
def test_at_a_cut_lies_all_that_it_removed(late: bool, origin: int):
    assert _origin(Cut(((1000, 3000),)), 1000, late=late) == origin
