"""Inverses: printing and parsing, plan and JSON, formatting and formatting."""

from __future__ import annotations

import re
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.language import bound, bound_file, check, formatted_file, source
from support.layouts import Written, look_at, written_somehow
from support.strategies import CLASSES, statements

from nemo_spec.language.diagnostics import render
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import parse, start_of
from nemo_spec.language.values import read_text
from nemo_spec.recipe.plan import EditPlan
from nemo_spec.verbs.base import Statement, verb_of, written
from nemo_spec.verbs.project import Say

every_verb = pytest.mark.parametrize("cls", CLASSES, ids=verb_of)


@every_verb
def test_a_printed_statement_binds_to_itself(cls: type[Statement]):
    @settings(max_examples=25)
    @given(statements(cls))
    def holds(statement: Statement) -> None:
        found = bound(written(statement))
        assert [one.diagnostics for one in found] == [[]]
        assert [one.statement for one in found] == [statement]
        assert [_held(one.statement) for one in found] == [_held(statement)]

    holds()


@every_verb
def test_a_plan_is_what_its_json_says(cls: type[Statement]):
    @settings(max_examples=25)
    @given(st.lists(statements(cls), max_size=3))
    def holds(found: list[Statement]) -> None:
        plan = EditPlan(recipe="x", statements=tuple(found))
        assert EditPlan.model_validate_json(plan.model_dump_json()) == plan
        assert EditPlan.model_validate(plan.model_dump()) == plan

    holds()


def _held(statement: Statement | None) -> dict[str, tuple[object, type]]:
    """The fields with their types: `48` and `48.0` are told apart."""
    return {name: (content, type(content)) for name, content in vars(statement).items()}


recipes = st.lists(statements(), min_size=1, max_size=4)


@given(recipes.flatmap(lambda found: st.tuples(st.just(found), written_somehow(found))))
def test_layout_means_nothing(drawn: tuple[list[Statement], Written]):
    found, layout = drawn
    assert [one.statement for one in bound_file(layout.file)] == found


@given(recipes.flatmap(lambda found: st.tuples(st.just(found), written_somehow(found))))
def test_formatting_changes_no_meaning_and_loses_no_comment(
    drawn: tuple[list[Statement], Written],
):
    found, layout = drawn
    formatted = formatted_file(layout.file)
    assert [one.statement for one in bound_file(formatted)] == found
    assert look_at(formatted.decode()).comments == [
        comment.rstrip(" \t\r") for comment in layout.comments
    ]
    assert formatted_file(formatted) == formatted
    assert _heights(formatted) == layout.heights
    assert _spelling(formatted) == _spelling(layout.file)


@given(recipes.flatmap(written_somehow))
def test_a_formatted_recipe_looks_canonical(layout: Written):
    text = formatted_file(layout.file).decode()
    assert text.endswith("\n")
    assert not text.startswith(("\n", " "))
    assert "\n\n\n" not in text
    assert not text.endswith("\n\n")
    for line, code in zip(text.split("\n"), look_at(text).code, strict=True):
        assert line == line.rstrip(" \t\r")
        assert re.fullmatch(r"(    )?(\S+( \S+)*)?( {2})?", code), line
        assert not set(code) & set(";'\t")
        assert " ," not in code.strip()
    assert bound_file(text.encode()) or not text.strip()


def _heights(file: bytes) -> list[int]:
    read = source(file)
    return [
        len({read.locate(start_of(token))[0] for token in statement.tokens})
        for statement in parse(read).statements
    ]


def _spelling(file: bytes) -> list[list[tuple[str, object]]]:
    """Tokens as they are spelled; texts by what they say, whichever quotes they stand in."""
    return [
        [(token.type, _said(token)) for token in statement.tokens]
        for statement in parse(source(file)).statements
    ]


def _said(token: Token) -> object:
    if token.type != "TEXT":
        return str(token)
    return [
        piece
        for is_text, pieces in groupby(read_text(token), lambda piece: isinstance(piece, str))
        for piece in (["".join(pieces)] if is_text else pieces)
    ]


clips = st.lists(st.sampled_from(["a.mp4", "?.mp4", "p.png"]), max_size=2, unique=True)


@given(st.lists(statements(), max_size=8), clips, st.sampled_from(["en", "zh-CN", "ja"]))
def test_every_statement_can_follow_every_other(
    found: list[Statement], paths: list[str], language: str
):
    """Whatever the statements say to each other, the plan compiles and sentences come out."""
    lines = "\n".join(map(written, found))
    checked = check(f"language {language}\n{lines}", clips=paths)
    assert all(render(diagnostic) for diagnostic in checked.diagnostics)
    for instruction in checked.program.instructions:
        assert isinstance(instruction.edit, Say) or instruction.text.isprintable()
