"""Inverses: printing and parsing, plan and JSON, formatting and formatting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from language_support import bound, check
from strategies import CLASSES, statements

from nemo_spec.edits.base import Statement, verb_of, written
from nemo_spec.edits.plan import EditPlan

every_verb = pytest.mark.parametrize("cls", CLASSES, ids=verb_of)


@every_verb
def test_a_printed_statement_binds_to_itself(cls: type[Statement]):
    @settings(max_examples=25)
    @given(statements(cls))
    def holds(statement: Statement):
        found = bound(written(statement))
        assert [one.diagnostics for one in found] == [[]]
        assert [one.statement for one in found] == [statement]

    holds()


@every_verb
def test_a_plan_is_what_its_json_says(cls: type[Statement]):
    @settings(max_examples=25)
    @given(st.lists(statements(cls), max_size=3))
    def holds(found: list[Statement]):
        plan = EditPlan(recipe="x", statements=tuple(found))
        assert EditPlan.model_validate_json(plan.model_dump_json()) == plan
        assert EditPlan.model_validate(plan.model_dump()) == plan

    holds()
