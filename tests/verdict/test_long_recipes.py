"""What was left out of a long recipe is found, and looking for it comes to an end."""

from __future__ import annotations

from collections.abc import Collection

import pytest
from support.timelines import compiled

from nemo_spec.compile import Program
from nemo_spec.timeline.deltas import fold
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.diagnosis import search
from nemo_spec.verdict.diagnosis.predict import acts_on_video
from nemo_spec.verdict.diagnosis.search import OmissionSearch
from nemo_spec.verdict.final import verify_whole

LEVELS = "\n".join(f"volume {20 + n}% {n * 0.3:.1f}-{n * 0.3 + 0.2:.1f}s" for n in range(60))
LONG = f"cut 38-39s\n{LEVELS}\nspeed 2x 30-35s\nfade out 1s\n"
COUNT = 64


def long() -> Program:
    return compiled(LONG, ["interview.mp4"])


def foreseen(program: Program, left_out: Collection[int] = ()) -> Timeline:
    timeline = Timeline()
    for index, step in enumerate(program.instructions):
        if index not in left_out:
            timeline = fold(timeline, step.on(timeline))
    return timeline


@pytest.mark.parametrize("left_out", [{30}, {1}, {62}, {63}, {10, 50}, set(range(40, COUNT))])
def test_lines_left_out_of_a_long_recipe_are_found(left_out: set[int]):
    program = long()
    assert len(program.instructions) == COUNT
    findings = verify_whole(program, foreseen(program, left_out)).findings
    missing = {program.instructions[index].owner for index in left_out}
    assert {f.owner for f in findings if f.status == "missing"} == missing
    assert {f.owner for f in findings if f.is_failure} == missing


@pytest.mark.parametrize("effort", [0, 100, 1000])
def test_looking_ends_when_it_was_enough(effort: int, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(search, "_EFFORT", effort)
    program = long()
    draft = foreseen(program, {10, 30, 50})
    on_video = [step for step in program.instructions if acts_on_video(step)]
    looking = OmissionSearch(on_video, draft)
    looking.explanation()
    assert looking.doubled() is None
    assert looking.effort <= effort + 2 * COUNT
    assert any(finding.is_failure for finding in verify_whole(program, draft).findings)
