"""Whatever a file holds, it gives diagnostics: nothing raises, every place lies in the file."""

from __future__ import annotations

import time

import pytest
from support.hostile_text import hostile
from support.language import Checked, check

from nemo_spec.language.diagnostics import LONGEST, Diagnostic, has_errors, render
from nemo_spec.language.formatter import format_source
from nemo_spec.language.parser import source_of
from nemo_spec.recipe.plan import EditPlan

SHARDS = 8
LONG_RUN = 200_000
LONGEST_RUN = 20 * 60
"""Seconds after which a shard of the long run is content with what it has seen."""


def test_a_sample_of_hostile_inputs():
    for index, content in enumerate(hostile(seed=0, count=1600)):
        hold(content, f"seed 0, input {index}")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, SHARDS + 1))
def test_hostile_inputs(seed: int):
    """200,000 of them altogether. A failure names the seed and the input."""
    deadline = time.monotonic() + LONGEST_RUN
    for index, content in enumerate(hostile(seed, LONG_RUN // SHARDS)):
        if time.monotonic() > deadline:
            pytest.skip(f"time is up after {index} inputs, all of which held")
        hold(content, f"seed {seed}, input {index}")


def hold(content: bytes, which: str) -> None:
    try:
        _holds(content)
    except Exception as error:
        raise AssertionError(f"{which}: {content!r}") from error


def _holds(content: bytes) -> None:
    source = source_of("x.edit", content)
    if isinstance(source, Diagnostic):
        assert source.code == "E101"
        return
    found = check(content, clips=("clip.mp4", "?.mp4"), overrides={"x": "5s", "speaker": "{x}"})
    for diagnostic in found.diagnostics:
        assert len(render(diagnostic)) < 20 * LONGEST
        if diagnostic.span is not None:
            _lies_in_its_file(diagnostic)
    if not has_errors(found.diagnostics):
        plan = found.planned.plan
        assert EditPlan.model_validate_json(plan.model_dump_json()) == plan
    formatted = format_source(source)
    if isinstance(formatted, list):
        assert has_errors(formatted)
        assert has_errors(found.diagnostics)
    else:
        _means_the_same(found, formatted)


def _lies_in_its_file(diagnostic: Diagnostic) -> None:
    span = diagnostic.span
    assert span is not None
    assert 0 <= span.start <= span.end <= len(span.source.text)
    for offset in (span.start, span.end):
        line, column = span.source.locate(offset)
        assert 0 <= column <= len(span.source.lines[line])


def _means_the_same(found: Checked, formatted: str) -> None:
    again = check(formatted, clips=("clip.mp4", "?.mp4"), overrides={"x": "5s", "speaker": "{x}"})
    assert again.planned.plan.statements == found.planned.plan.statements
    assert _codes(again) == _codes(found)
    assert format_source(again.source) == formatted


def _codes(found: Checked) -> list[str]:
    """All but the warning that is about lines, of which formatting makes more."""
    return sorted(code for code in found.codes if code != "W120")
