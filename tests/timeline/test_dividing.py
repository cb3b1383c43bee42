"""Looking only at the segments that an edit touches gives what looking at all of them gives."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.plain_fold import carry_out

from nemo_spec.timeline import deltas, time_map, track
from nemo_spec.timeline.model import ANY_LENGTH, Interval, Role, Segment, Timeline, exactly

TIMES = st.integers(0, 9).map(lambda second: 1000 * second) | st.integers(0, 9000)
"""Often the same, so that edits meet."""
ROLES: list[Role] = ["title", "music", "overlay", "sound"]


@pytest.fixture(autouse=True)
def short_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a few segments already stand in several runs."""
    monkeypatch.setattr(track, "_RUN", 2)
    monkeypatch.setattr(time_map, "_RUN", 2)


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


@st.composite
def cuts(draw: st.DrawFn) -> deltas.Cut:
    edges = sorted(draw(st.lists(TIMES, min_size=2, max_size=6, unique=True)))
    return deltas.Cut(tuple(zip(edges[::2], edges[1::2], strict=False)))


@st.composite
def laid(draw: st.DrawFn) -> deltas.AddLayer:
    start, end = draw(stretches())
    over = Interval(end, end + draw(st.sampled_from([0, 0, 2000])))
    return deltas.AddLayer(Segment(draw(st.sampled_from(ROLES)), exactly(start), over, name="x"))


DELTAS = st.one_of(
    st.builds(lambda part: deltas.SetProperties(*part, {"volume": 0.5}), stretches()),
    st.just(deltas.SetProperties(0, 86_400_000, {"color": "warm", "volume": 0.2})),
    st.just(deltas.SetProperties(0, 86_400_000, {"volume": None})),
    st.builds(deltas.Split, TIMES),
    cuts(),
    st.builds(lambda part, factor: deltas.Retime(*part, factor), stretches(), st.just(1500)),
    st.builds(lambda part, upto: deltas.Retime(*part, 1000, upto), stretches(), st.just(3000)),
    st.builds(deltas.FreezeFrame, TIMES | st.just("end"), st.integers(1, 2000)),
    st.just(deltas.Reverse()),
    st.just(deltas.RotateBy(90)),
    st.builds(deltas.FadeVideo, st.sampled_from(["fade_in", "fade_out"]), st.just(700)),
    st.builds(
        deltas.Transition, TIMES, st.integers(100, 800), st.sampled_from(("fade", "dip-white"))
    ),
    st.builds(deltas.Append, clips()),
    st.builds(lambda hi: deltas.RemoveUnknown("pauses", Interval(0, hi)), st.integers(0, 3000)),
    st.just(deltas.RemoveUnknown("fillers")),
    laid(),
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
@example(
    [Segment("clip", exactly(0), exactly(5000), name="a", source=(0, 5000))],
    0,
    [
        deltas.AddLayer(Segment("title", exactly(2000), exactly(3000), texts=("Hi",))),
        deltas.AddLayer(Segment("title", exactly(1000), exactly(2000), texts=("Ho",))),
        deltas.FreezeFrame(2000, 500),
    ],
)
@given(
    st.lists(clips(), min_size=1, max_size=4),
    st.sampled_from([0, 300]),
    st.lists(DELTAS, max_size=20),
)
def test_the_segments_that_are_touched_are_enough(
    pieces: list[Segment], fade: int, edits: list[deltas.Delta]
):
    near, plain = Timeline(), Timeline(main=[], layers=[])
    for edit in (deltas.Assemble(tuple(pieces), fade), *edits):
        carry_out(edit, plain)
        edit.apply(near)
        assert near.main == plain.main
        assert near.length == plain.length
        assert near.has_uncertain == plain.has_uncertain
    assert near == plain
