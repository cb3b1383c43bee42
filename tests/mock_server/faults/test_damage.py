"""Half an edit, a wrong one, one that nobody asked for: pure functions on drafts."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from mock_server.faults.draft_faults import ADDITIONS, add_unasked, alter, half, leave_out

CLIP = {"id": "sg_1", "role": "clip", "s": 0, "d": 10_000, "src": "a.mp4", "in": 0, "out": 10_000}
TITLE = {"id": "sg_9", "role": "title", "s": 1000, "d": 3000, "text": "Hi"}
MUSIC = {"id": "sg_8", "role": "music", "s": 0, "d": 10_000, "name": "lo-fi", "vol": 0.35}


def draft(main: list[dict[str, Any]], *upper: dict[str, Any]) -> dict[str, Any]:
    kinds = {"title": 7, "music": 1}
    tracks = [
        {"id": f"tr_{n}", "tt": kinds[one["role"]], "sg": [one]} for n, one in enumerate(upper, 2)
    ]
    length = sum(one["d"] for one in main)
    return {
        "m": {"title": "p", "last_id": 40},
        "d": length,
        "t": [{"id": "tr_1", "tt": 0, "sg": main}, *tracks],
    }


def pieces(*ranges: tuple[int, int]) -> list[dict[str, Any]]:
    out, at = [], 0
    for number, (start, end) in enumerate(ranges):
        one = {**CLIP, "id": f"sg_{number}", "s": at, "d": end - start, "in": start, "out": end}
        out.append(one)
        at += end - start
    return out


BEFORE = draft([CLIP])


def test_half_of_two_additions_is_the_first() -> None:
    assert half(BEFORE, draft([CLIP], TITLE, MUSIC)) == draft([CLIP], TITLE)


@pytest.mark.parametrize("count", range(2, 7))
def test_half_of_many_additions_are_the_first_ones_the_middle_one_included(count: int) -> None:
    titles = [{**TITLE, "id": f"sg_9{number}", "text": str(number)} for number in range(count)]
    found = half(BEFORE, draft([CLIP], *titles))
    texts = [one["text"] for track in found["t"][1:] for one in track["sg"]]
    assert texts == [str(number) for number in range((count + 1) // 2)]


def test_half_of_one_addition_is_half_as_long() -> None:
    found = half(BEFORE, draft([CLIP], TITLE))
    assert found["t"][1]["sg"] == [{**TITLE, "d": 1500}]


def test_half_of_the_cuts() -> None:
    after = draft(pieces((0, 2000), (3000, 5000), (6000, 8000), (9000, 10_000)))
    found = half(BEFORE, after)["t"][0]["sg"]
    assert [(one["in"], one["out"], one["s"]) for one in found] == [
        (0, 2000, 0),
        (3000, 5000, 2000),
        (5000, 10_000, 4000),
    ]
    assert half(BEFORE, after)["d"] == 9000


@pytest.mark.parametrize("after", [BEFORE, draft(pieces((0, 5000)))])
def test_what_cannot_be_halved_is_not_done(after: dict[str, Any]) -> None:
    assert half(BEFORE, after) == BEFORE


def test_leaving_out_a_role() -> None:
    after = draft([CLIP], TITLE, MUSIC)
    assert leave_out(BEFORE, after, "title")["t"][1:] == [after["t"][2]]
    assert leave_out(draft([CLIP], TITLE), after, "title") == after, "old titles stay"


@pytest.mark.parametrize(
    ("what", "title", "level"),
    [
        ("text", (1000, "Hi (draft)"), 0.35),
        ("time", (2500, "Hi"), 0.35),
        ("level", (1000, "Hi"), 0.75),
    ],
)
def test_alterations(what: str, title: tuple[int, str], level: float) -> None:
    found = alter(BEFORE, draft([CLIP], TITLE, MUSIC), what)
    assert (found["t"][1]["sg"][0]["s"], found["t"][1]["sg"][0]["text"]) == title
    assert found["t"][2]["sg"][0]["vol"] == level
    assert found["t"][0] == BEFORE["t"][0]


@pytest.mark.parametrize("kind", ADDITIONS)
def test_additions_keep_the_rest_and_take_a_free_id(kind: str) -> None:
    found = add_unasked(BEFORE, kind)
    assert found["t"][:1] == BEFORE["t"]
    (new,) = found["t"][1]["sg"]
    assert new["id"] == "sg_41"
    assert found["m"]["last_id"] == 41
    assert new["d"] == (10_000 if kind == "bgm" else 3000)
    assert (new.get("src") == "a.mp4") == (kind == "effect")


def test_nothing_touches_its_arguments() -> None:
    before, after = copy.deepcopy(BEFORE), draft([CLIP], TITLE, MUSIC)
    kept = copy.deepcopy(after)
    for found in (half(before, after), alter(before, after, "time"), add_unasked(after, "bgm")):
        found["t"][0]["sg"][0]["src"] = "changed"
    assert (before, after) == (BEFORE, kept)
