"""Captions of which only the service knows how many there are still have the look that was asked for."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from support.agent_world import segments
from support.short_recipes import carried_out, probed, program_of

from mock_server.agent import act
from nemo_spec.run.reconcile.corrections import correction
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.step import verify_step

RECIPE = 'captions at top color "yellow" size 40'
PROGRAM = program_of(RECIPE)
PLACED, STEP = PROGRAM.instructions
DRAFT = carried_out(PROGRAM)
BEFORE = carried_out(PROGRAM, without=STEP.owner)


def changed(**values: Any) -> dict[str, Any]:
    """The draft with the second caption as it was not asked for; None takes a value away."""
    draft = deepcopy(DRAFT)
    second = segments(draft, "caption")[1]
    for key, value in values.items():
        second.pop(key) if value is None else second.update({key: value})
    return draft


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"color": None}, "color"),
        ({"color": "red"}, 'color "red" instead of "yellow"'),
        ({"pos": "bottom"}, 'position "bottom" instead of "top"'),
        ({"size": 90}, "size"),
    ],
)
def test_one_caption_of_another_look_is_found(values: dict[str, Any], said: str):
    draft = read_draft(changed(**values))
    finding, *others = verify_step(STEP, read_draft(BEFORE), draft)[0]
    assert (finding.status, others) == ("different", [])
    assert said in finding.message
    whole = verify_whole(PROGRAM, draft).findings
    assert [one.status for one in whole if one.owner == STEP.owner] == ["different"]


def test_captions_of_another_look_are_replaced_by_one_instruction():
    draft = changed(color="red")
    (finding, *_), seen = verify_step(STEP, read_draft(BEFORE), read_draft(draft))
    again = correction(STEP, finding, seen, seen, (), "en")
    assert again is not None
    count = len(segments(draft, "caption"))
    assert again.text.count("Remove the caption") == count
    assert again.text.endswith(STEP.text)
    media = {upload.name: probed(upload.path) for upload in PROGRAM.uploads}
    mended = read_draft(act(again.text, draft, media).draft)
    assert verify_step(STEP, read_draft(BEFORE), mended)[0][0].status == "met"


def test_as_asked_it_is_met():
    finding, *_ = verify_step(STEP, read_draft(BEFORE), read_draft(DRAFT))[0]
    assert finding.status == "met"


@pytest.mark.parametrize(
    "recipe", ['captions; caption 8-9s "Yes."', 'caption 8-9s "Yes."; captions']
)
def test_a_caption_that_was_written_and_comes_twice_was_not_heard(recipe: str):
    program = program_of(recipe)
    written = next(step.owner for step in program.instructions if "Yes." in step.text)
    found = verify_whole(program, read_draft(carried_out(program, twice=written))).findings
    assert [(one.status, one.owner) for one in found if one.is_failure] == [("duplicated", written)]
    found = verify_whole(program, read_draft(carried_out(program))).findings
    assert not [one for one in found if one.is_failure]


def test_what_was_heard_twice_and_stands_where_a_line_is_missing_is_no_duplicate():
    program = program_of('captions; captions; caption 0-3s "Yes."')
    draft = carried_out(program, without=2)
    assert len(segments(draft, "caption")) == 18
    found = verify_whole(program, read_draft(draft)).findings
    assert {one.owner for one in found if one.status != "met"} == {2}
