"""Lists, words and whole drafts that change what is seen or heard, in spellings that services have."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.timelines import carried_out, compiled, reading

from nemo_spec.compile import Program
from nemo_spec.verdict.final import verify_whole

Draft = dict[str, Any]
RECIPE = 'title 0-3s "Intro" at top\nmusic "lo-fi" volume 35%\n'


@cache
def right() -> tuple[Program, Draft]:
    program = compiled(RECIPE, ("camera-a.mp4",))
    return program, carried_out(program)[-1].draft


def answer(change: Callable[[Draft], object]) -> str:
    """`met`, `different` or `unreadable`, of the right draft after a change."""
    program, draft = right()
    draft = copy.deepcopy(draft)
    change(draft)
    found = verify_whole(program, reading(draft, {})).findings
    failures = {one.status for one in found if one.is_failure}
    return "met" if not failures else "unreadable" if failures == {"unreadable"} else "different"


def having(role: str, **values: object) -> Callable[[Draft], object]:
    def change(draft: Draft) -> None:
        next(s for t in draft["t"] for s in t["sg"] if s["role"] == role).update(values)

    return change


DOUBTED = [
    having("title", keyframes=[{"t": 0, "opacity": 0}, {"t": 3000, "opacity": 0}]),
    having("title", animations=[{"property": "alpha", "from": 0, "to": 0}]),
    having("title", status="hidden"),
    having("title", state="Disabled"),
    having("title", display="none"),
    having("music", volume_keyframes=[{"t": 0, "v": 0}]),
    having("clip", filters=[{"name": "blur", "amount": 1}]),
    having("clip", effects=["invert"]),
    having("clip", speed_curve=[{"at": 0, "value": 2}, {"at": 900, "value": 1}]),
    having("clip", curve=[0.2, 0.8]),
    lambda draft: draft.update(mute=True),
    lambda draft: draft["m"].update(muted=1),
    lambda draft: draft["m"].update(volume=0),
    lambda draft: draft["m"].update(rotation=90),
    lambda draft: draft["m"].update(speed=2),
    lambda draft: draft["m"].update(opacity=0.5),
    lambda draft: draft["t"][0].update(tt=42),
    lambda draft: draft["t"][0].update(tt="main"),
    lambda draft: draft["t"][0].pop("tt"),
    having("title", pos=None, position={"x": 0.5, "y": 0.1}),
]


@pytest.mark.parametrize("change", DOUBTED)
def test_it_cannot_be_read(change: Callable[[Draft], object]):
    assert answer(change) == "unreadable"


@pytest.mark.parametrize(
    "change",
    [
        having("title", color="transparent"),
        having("title", color="#ffffff00"),
        having("title", size=0),
    ],
)
def test_a_text_that_nobody_sees_is_wrong(change: Callable[[Draft], object]):
    assert answer(change) == "different"


@pytest.mark.parametrize(
    "change",
    [
        having("title", keyframes=[], effects=[], tags=["a", "b"], status="ready", display="block"),
        having("title", runs=[{"id": 7, "sort_order": 1}], color="white", size=40),
        having("title", links=["t1", "t2"], history=[[1, 2]]),
        having("title", text="Intro \r\n"),
        lambda draft: [track.update(tt=str(track["tt"])) for track in draft["t"]],
        lambda draft: draft.update(version=3, active=True, muted=False, status="edited"),
        lambda draft: draft["m"].update(volume=1, rotation=0, speed=1, visible=True, rate=30),
    ],
)
def test_what_changes_nothing_is_met(change: Callable[[Draft], object]):
    assert answer(change) == "met"
