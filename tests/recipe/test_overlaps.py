"""W214 and W215: layers that certainly share time and place; what may or may not is no warning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.recipe.overlaps import Overlaps
from nemo_spec.timeline.deltas import (
    AddLayer,
    Append,
    Cut,
    Delta,
    FreezeFrame,
    RemoveUnknown,
    Retime,
)
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly

TIMES = st.integers(0, 60)


@st.composite
def layers(draw: st.DrawFn) -> Segment:
    """A title or music; where it begins and ends may be uncertain."""
    first, second, third, fourth = sorted(draw(st.tuples(TIMES, TIMES, TIMES, TIMES)))
    role = draw(st.sampled_from(("title", "music")))
    if draw(st.booleans()):
        return Segment(role, exactly(first), exactly(fourth))
    return Segment(role, Interval(first, second), Interval(third, fourth))


@given(st.lists(layers(), max_size=8))
def test_a_layer_is_warned_of_when_its_certain_time_was_covered(found: list[Segment]) -> None:
    overlaps = Overlaps()
    covered: dict[str, set[int]] = {"title": set(), "music": set()}
    for layer in found:
        own = set(range(layer.start.hi, layer.end.lo))
        problems = list(overlaps.note([AddLayer(layer)], exactly(60)))
        assert bool(problems) == bool(own & covered[layer.role])
        covered[layer.role] |= own


CLIP = Segment("clip", exactly(0), exactly(60), name="a", source=(0, 60))
EVEN = st.integers(0, 29).map(lambda half: 2 * half)
CUTS = st.builds(lambda at, length: Cut(((at, at + length),)), EVEN, st.sampled_from([2, 6, 10]))
LAID = st.builds(
    lambda role, at, length: AddLayer(Segment(role, exactly(at), exactly(at + length))),
    *(st.sampled_from(("title", "music")), EVEN, st.sampled_from([2, 4, 8])),
)
STRETCHED = st.builds(
    lambda at, factor: Retime(at, at + 7, factor), EVEN, st.sampled_from([500, 3000])
)
HELD = st.builds(lambda at: FreezeFrame(at + 1, 4), EVEN)
"""Never where one layer meets the next: what an earlier cut has joined there stays joined."""
TRIMMED = st.just(RemoveUnknown("pauses", Interval(1, 3)))


@given(
    st.lists(st.one_of(LAID, LAID, CUTS, STRETCHED, TRIMMED), max_size=25)
    | st.lists(st.one_of(LAID, LAID, CUTS, HELD), max_size=25)
)
def test_what_is_covered_moves_as_its_layers_do(deltas: list[Delta]) -> None:
    timeline, overlaps, now = Timeline(), Overlaps(), Overlaps()
    Append(CLIP).apply(timeline)
    for delta in deltas:
        length = timeline.length
        found, wanted = (list(one.note([delta], length)) for one in (overlaps, now))
        assert found == wanted
        delta.apply(timeline)
        if timeline.length != length:
            overlaps.follow([delta], timeline)
            now = Overlaps()
            for layer in timeline.layers:
                list(now.note([AddLayer(layer)], timeline.length))
