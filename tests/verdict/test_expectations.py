"""An expectation looks at the few segments that it may be about, and finds what all of them would say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.language.values import Range
from nemo_spec.timeline.model import Segment, Timeline, exactly
from nemo_spec.verbs.expect import Expect, ExpectNone
from nemo_spec.verdict.expectations import Drawn, _fits, verify_expectation

TIMES = st.integers(0, 40)
TEXTS = st.sampled_from(
    ["a", "caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe\N{COMBINING ACUTE ACCENT}"]
)
SEGMENTS = st.builds(
    lambda role, at, length, text, unread: Segment(
        role, exactly(at), exactly(at + length), texts=(text,), unreadable=unread
    ),
    st.sampled_from(["title", "caption"]),
    *(TIMES, TIMES, TEXTS, st.sampled_from([(), (), ("start",), ("text",), ("track type",)])),
)
RANGES = st.builds(lambda at, length: Range(at, at + length), TIMES, st.integers(1, 40))
EXPECTED = st.builds(
    Expect, what=st.sampled_from(["title", "caption"]), text=st.none() | TEXTS, range=st.none() | RANGES,
    count=st.none() | st.integers(0, 3),
)  # fmt: skip


@given(st.lists(SEGMENTS, max_size=10), EXPECTED, st.integers(0, 9))
def test_what_is_expected_is_found_wherever_it_is(
    laid: list[Segment], expectation: Expect, tolerance: int
):
    drawn = Drawn(Timeline(layers=laid, length=exactly(80)))
    status = verify_expectation(0, expectation, drawn, tolerance, []).status
    of_kind = [one for one in laid if one.role == expectation.role]
    fitting = [one for one in of_kind if _fits(expectation, one, drawn.timeline, tolerance)]
    wanted = len(fitting) == expectation.count if expectation.count is not None else bool(fitting)
    if status != "unreadable":
        assert (status == "met") == wanted
        assert (status == "missing") == (expectation.count is None and not of_kind)


@given(st.lists(SEGMENTS, max_size=10), st.none() | TIMES)
def test_none_is_none_of_all(laid: list[Segment], after: int | None):
    drawn = Drawn(Timeline(layers=laid, length=exactly(80)))
    finding = verify_expectation(0, ExpectNone(what="title", after=after), drawn, 5, [])
    late = [
        one for one in laid if one.role == "title" and (after is None or one.end.hi > after + 5)
    ]
    if finding.status != "unreadable":
        assert (finding.status == "met") == (not late)
