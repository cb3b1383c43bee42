"""What the lists by text, start and end leave out is nothing that an expectation could be about."""

from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.compile.prediction import Prediction, _may_fit, is_certain
from nemo_spec.language.values import Range
from nemo_spec.timeline.model import Interval, Segment, Timeline
from nemo_spec.verbs.expect import Expect

TIMES = st.integers(0, 60)
TEXTS = st.sampled_from(["", "a", "b"])


@st.composite
def intervals(draw: st.DrawFn, earliest: int = 0) -> Interval:
    lo = earliest + draw(TIMES)
    return Interval(lo, lo + draw(st.sampled_from([0, 0, 3, 40])))


@st.composite
def segments(draw: st.DrawFn) -> Segment:
    start = draw(intervals())
    role = draw(st.sampled_from(["title", "music"]))
    texts = tuple(draw(st.lists(TEXTS, max_size=2)))
    return Segment(role, start, draw(intervals(start.lo)), name=draw(TEXTS), texts=texts)


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    return Range(draw(st.integers(-60, 60)), draw(st.one_of(TIMES, st.just("end"))))


expectations = st.builds(
    Expect,
    what=st.sampled_from(["title", "music", "caption"]),
    text=st.none() | TEXTS,
    range=st.none() | ranges(),
)


@given(st.lists(segments(), max_size=12), st.lists(expectations, max_size=4), st.integers(0, 9))
def test_every_segment_that_may_fit_is_found(
    laid: list[Segment], wanted: list[Expect], tolerance: int
):
    timeline = Timeline(layers=laid, length=Interval(100, 120))
    predicted = Prediction(timeline)
    for expectation in wanted:
        all_that_fit = [
            segment
            for segment in laid
            if segment.role == expectation.role
            and expectation.text in (None, segment.name, *segment.texts)
            and _may_fit(expectation, segment, timeline.length, tolerance)
        ]
        assert predicted.fitting(expectation, tolerance).possible == all_that_fit


@given(st.lists(segments(), max_size=12), st.integers(-1, 150))
def test_the_first_that_ends_after_a_time_is_found(laid: list[Segment], time: int):
    predicted = Prediction(Timeline(layers=laid))
    later = (s for s in laid if s.role == "title" and is_certain(s) and s.end.lo > time)
    assert predicted.first_after("title", time) == next(later, None)
