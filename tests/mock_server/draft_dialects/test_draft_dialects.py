"""A draft says the same in every dialect."""

from __future__ import annotations

import copy
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from support.foreign_verdicts import NAMES, addresses, scene_of, spoken
from support.mock_server import Client, start
from support.spoken_drafts import Fact, facts

from mock_server.draft_dialects import DRAFT_DIALECTS, described

FOREIGN = [name for name in DRAFT_DIALECTS if name != "own"]
RECIPES = ("two joined", "three pictures", "spoken over", "generated end", "podcast")
"""Joins, pictures, voices, generated footage, an overlay; all recipes are tried in the long run."""


def same_facts(recipe: str, dialect: str) -> None:
    draft, urls = scene_of(recipe).draft, addresses(recipe)
    before = copy.deepcopy(draft)
    translated = json.loads(json.dumps(spoken(recipe, draft, dialect)))
    assert draft == before
    own, told = facts("own", draft, urls), facts(dialect, translated, urls)
    assert [*map(_told, told)] == [*map(_told, _touching(own) if dialect == "v3" else own)]


def _told(fact: Fact) -> Fact:
    """Where the range of a source ends follows, above the footage, from how long the segment lasts."""
    return fact if fact.kind == "video" else fact._replace(last=None)


def _touching(found: list[Fact]) -> list[Fact]:
    """Where footage is joined by a fade, it meets in the middle of it."""
    footage = [fact for fact in found if fact.kind == "video" and fact.last is not None]
    others = [fact for fact in found if fact not in footage]
    footage.sort(key=lambda fact: fact.start)
    overlaps = [max(0, one.end - other.start) for one, other in pairwise(footage)]
    for index, shared in enumerate(overlaps):
        footage[index] = _cut(footage[index], 0, shared - shared // 2)
        footage[index + 1] = _cut(footage[index + 1], shared // 2, 0)
    return sorted([*footage, *others], key=str)


def _cut(fact: Fact, head: int, tail: int) -> Fact:
    """The tests' joined clips run at their own speed, or stand still."""
    first, last = fact.first, fact.last
    if first is not None and last is not None and first < last:
        first, last = first + head, last - tail
    return Fact(fact.kind, fact.start + head, fact.end - tail, fact.what, first, last)


@pytest.mark.parametrize("dialect", FOREIGN)
@pytest.mark.parametrize("recipe", RECIPES)
def test_a_draft_says_the_same_in_every_dialect(recipe: str, dialect: str):
    same_facts(recipe, dialect)


@pytest.mark.slow
@pytest.mark.parametrize("dialect", FOREIGN)
def test_so_does_every_draft(dialect: str):
    for recipe in NAMES:
        same_facts(recipe, dialect)


def test_every_dialect_is_described():
    assert all(described().values())


@pytest.mark.parametrize("dialect", FOREIGN)
def test_a_draft_with_next_to_nothing_in_it_can_be_spoken(dialect: str):
    for draft in (
        {},
        {"t": []},
        {"t": [{}]},
        {"t": [{"sg": [{}]}]},
        {"t": [{"tt": 9, "sg": None}]},
    ):
        json.dumps(DRAFT_DIALECTS[dialect](draft, {}))


@pytest.mark.parametrize("dialect", FOREIGN)
def test_the_state_speaks_it_and_what_is_rendered_is_the_mocks_own(dialect: str):
    own, rendered = scene_of("two joined").draft, []

    def render(draft: dict[str, Any], media: object, out: Path, **how: Any) -> None:
        rendered.append(draft)
        out.write_bytes(b"mp4")

    with start(speak=dialect, render=render) as mock, Client(mock) as client:
        client.connect()
        assert client.put(f"/_mock/drafts/{client.session}", json=own).status_code == 200
        assert client.draft() != own
        assert client.render().status_code == 200
        assert client.finish()["status"] == "completed"
        assert rendered == [own]
        assert [one["detail"]["draft_unchanged"] for one in mock.requests(call="render")] == [True]


def test_a_draft_that_is_not_the_sessions_cannot_be_understood():
    with start(speak="v3") as mock, Client(mock) as client:
        client.connect()
        client.say("show Hello")
        other = client.draft() | {"duration": 1}
        body = {"id": "render_1", "sessionId": client.session, "draft": other}
        answer = client.post("/api/render/proxy/lambda", json=body)
        assert (answer.status_code, "speaks v3" in answer.text) == (422, True)


def test_it_can_be_changed_while_the_mock_runs():
    with start() as mock, Client(mock) as client:
        client.connect()
        client.say("show Hello")
        assert client.post("/_mock/settings", json={"speak": "words"}).json()["speak"] == "words"
        assert [track["tt"] for track in client.draft()["t"]] == ["text"]
        assert client.post("/_mock/settings", json={"speak": "latin"}).status_code == 422
