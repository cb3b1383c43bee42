"""W214 and W215: layers that certainly share time and place; what may or may not is no warning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nemo_spec.recipe.overlaps import Overlaps
from nemo_spec.timeline.deltas import AddLayer
from nemo_spec.timeline.model import Interval, Segment, exactly

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
        problems = list(overlaps.note([AddLayer(layer)]))
        assert bool(problems) == bool(own & covered[layer.role])
        covered[layer.role] |= own
