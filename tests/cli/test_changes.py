"""What changed between two drafts, in words."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemo_spec.report.difference import brief
from nemo_spec.timeline.draft import read_draft

Draft = dict[str, Any]

BEFORE: Draft = {
    "m": {"width": 1280, "height": 720, "fps": 30},
    "t": [
        {"tt": 0, "sg": [{"s": 0, "d": 4000, "src": "a.mp4", "in": 0, "out": 4000}]},
        {"tt": 1, "sg": [{"s": 0, "d": 4000, "role": "music", "src": "lo-fi", "vol": 0.35}]},
        {"tt": 7, "sg": [{"s": 0, "d": 1000, "role": "title", "text": "Hi"}]},
    ],
}


def quieter(draft: Draft) -> None:
    draft["t"][1]["sg"][0]["vol"] = 0.2


def shorter(draft: Draft) -> None:
    draft["t"][0]["sg"][0] |= {"d": 3000, "in": 1000}


def moved(draft: Draft) -> None:
    draft["t"][2]["sg"][0]["s"] = 500


def renamed(draft: Draft) -> None:
    draft["t"][2]["sg"][0]["text"] = "Ho"


def doubled(draft: Draft) -> None:
    draft["t"][2]["sg"].append({"s": 2000, "d": 1000, "role": "title", "text": "Hi"})


def silenced(draft: Draft) -> None:
    del draft["t"][1]


def turned(draft: Draft) -> None:
    draft["m"] |= {"width": 720, "height": 1280, "fill": "blur"}


def elsewhere(draft: Draft) -> None:
    draft["t"][0]["sg"][0] |= {"in": 1000, "out": 5000}


def faster(draft: Draft) -> None:
    draft["t"][0]["sg"][0] |= {"speed": 2, "color": {"name": "warm", "amount": 0.5}}


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (quieter, ["~ music lo-fi at 0-4s: volume 35% → 20%"]),
        (shorter, ["~ length 4 s → 3 s", "~ clip a.mp4 at 0-4s: takes 1-4s instead of 0-4s"]),
        (moved, ['~ title "Hi" at 0-1s: moved 0-1s → 0.5-1.5s']),
        (renamed, ['~ title "Hi" at 0-1s: text now "Ho"']),
        (doubled, ['+ title "Hi" at 2-3s']),
        (silenced, ["- music lo-fi at 0-4s"]),
        (turned, ["~ frame 1280x720 → 720x1280", '~ fill (none) → "blur"']),
        (elsewhere, ["~ clip a.mp4 at 0-4s: takes 1-5s instead of 0-4s"]),
        (
            faster,
            [
                '~ clip a.mp4 at 0-4s: amount 100% → 50%, color (none) → "warm", speed 1x → 2x',
            ],
        ),
    ],
)
def test_one_line_for_each_change(change: Callable[[Draft], None], lines: list[str]):
    after = copy.deepcopy(BEFORE)
    change(after)
    assert brief(read_draft(BEFORE), read_draft(after)) == lines


def test_from_nothing_and_to_nothing():
    empty, full = read_draft({}), read_draft(BEFORE)
    assert brief(empty, full) == [
        "~ frame (none) → 1280x720",
        "~ fps (none) → 30",
        "~ length 0 s → 4 s",
        "+ clip a.mp4 0-4s at 0-4s",
        "+ music lo-fi at 0-4s",
        '+ title "Hi" at 0-1s',
    ]
    assert "- music lo-fi at 0-4s" in brief(full, empty)


def test_many_changes_are_counted():
    after = copy.deepcopy(BEFORE)
    after["t"][2]["sg"] = [{"s": n, "d": 9, "role": "title", "text": f"{n}"} for n in range(40)]
    lines = brief(read_draft(BEFORE), read_draft(after))
    assert len(lines) == 13
    assert lines[-1] == "and 29 more changes"


values = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
)
keys = st.sampled_from(["s", "d", "text", "role", "vol", "src", "in", "out", "speed", "tr"])
segments = st.dictionaries(keys, values | st.dictionaries(keys, values, max_size=2), max_size=6)
tracks = st.fixed_dictionaries(
    {"tt": st.sampled_from([0, 1, 7, 3]), "sg": st.lists(segments, max_size=4)}
)
drafts = st.fixed_dictionaries({"t": st.lists(tracks, max_size=3), "m": st.just({"width": 2})})


@settings(deadline=None, max_examples=60)
@given(drafts, drafts)
def test_any_two_drafts(one: Draft, other: Draft):
    assert brief(read_draft(one), read_draft(copy.deepcopy(one))) == []
    for line in brief(read_draft(one), read_draft(other)):
        assert line
