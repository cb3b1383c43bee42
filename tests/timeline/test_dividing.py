"""Looking only at the pieces that an edit touches gives what looking at all of them gives."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nemo_spec.timeline import deltas
from nemo_spec.timeline.model import ANY_LENGTH, Interval, Segment, Timeline, exactly

TIMES = st.integers(0, 9000)


@st.composite
def clips(draw: st.DrawFn) -> Segment:
    length = draw(st.integers(200, 5000))
    is_known = draw(st.integers(0, 5)) > 0
    whole = (0, length) if is_known else None
    end = exactly(length) if is_known else ANY_LENGTH
    return Segment("clip", exactly(0), end, name="a", source=whole)


@st.composite
def stretches(draw: st.DrawFn) -> tuple[int, int]:
    start = draw(TIMES)
    return start, start + draw(st.integers(1, 4000))


DELTAS = st.one_of(
    st.builds(lambda part: deltas.SetProperties(*part, {"volume": 0.5}), stretches()),
    st.builds(deltas.Split, TIMES),
    st.builds(lambda part: deltas.Cut((part,)), stretches()),
    st.builds(lambda part, factor: deltas.Retime(*part, factor), stretches(), st.just(1500)),
    st.builds(deltas.FreezeFrame, TIMES | st.just("end"), st.integers(1, 2000)),
    st.just(deltas.Reverse()),
    st.builds(deltas.Transition, TIMES, st.integers(100, 800)),
    st.builds(deltas.Append, clips()),
    st.builds(lambda hi: deltas.RemoveUnknown("pauses", Interval(0, hi)), st.integers(0, 3000)),
)


@settings(max_examples=400, deadline=None)
@example(
    [Segment("clip", exactly(0), exactly(200), name="a", source=(0, 200))],
    0,
    [
        deltas.SetProperties(0, 1, {"volume": 0.5}),
        deltas.RemoveUnknown("pauses", Interval(0, 1)),
        deltas.FreezeFrame(200, 4),
        deltas.RemoveUnknown("pauses", Interval(0, 0)),
        deltas.FreezeFrame(201, 1),
        deltas.Split(203),
    ],
)
@given(st.lists(clips(), min_size=1, max_size=4), st.sampled_from([0, 300]), st.lists(DELTAS))
def test_the_pieces_that_are_touched_are_enough(
    pieces: list[Segment], fade: int, edits: list[deltas.Delta]
):
    near, all_of_them = Timeline(), Timeline()
    for edit in (deltas.Assemble(tuple(pieces), fade), *edits):
        all_of_them.in_order = False
        edit.apply(all_of_them)
        edit.apply(near)
        assert near == all_of_them
