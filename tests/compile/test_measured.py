"""A prediction in which the pauses are cut as they were heard here."""

from __future__ import annotations

import pytest
from support.gallery import program_of

from nemo_spec.compile.measured import NotMeasured, as_measured


@pytest.mark.parametrize("name", ["before-after", "product-teaser", "slideshow"])
def test_without_pauses_it_is_the_prediction(name: str):
    program = program_of(name)
    timeline, has_cut = as_measured(program)
    assert (timeline.segments, timeline.canvas) == (
        program.predicted.segments,
        program.predicted.canvas,
    )
    assert not has_cut


@pytest.mark.parametrize("name", ["podcast-episode", "chinese-interview"])
def test_with_pauses_it_is_one_of_those_predicted(name: str):
    program = program_of(name)
    timeline, has_cut = as_measured(program)
    assert has_cut
    assert program.predicted.length.lo <= timeline.length.lo <= program.predicted.length.hi
    assert not timeline.is_uncertain
    for before, after in zip(timeline.main, timeline.main[1:], strict=False):
        assert before.end == after.start


@pytest.mark.parametrize(("name", "verb"), [("interview", "trim fillers"), ("boomerang", "say")])
def test_what_only_the_service_knows_is_named(name: str, verb: str):
    with pytest.raises(NotMeasured, match=verb):
        as_measured(program_of(name))
