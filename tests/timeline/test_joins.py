"""A transition of clips that touch, told as the clips that lie over each other: the same is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mock_server.draft_dialects import DRAFT_DIALECTS
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.joins import told_as
from nemo_spec.timeline.model import Segment, Timeline

LINK = st.tuples(st.integers(20, 400), st.booleans(), st.sampled_from(["fade", "wipe-left"]))
PIECE = st.tuples(
    st.sampled_from("ab"),
    st.integers(900, 3000),
    st.integers(400, 5000),
    st.booleans(),
    LINK | st.none(),
)


def drafted(pieces: list[Any]) -> dict[str, Any]:
    """A draft of clips, some of them laid over the one before."""
    segments: list[dict[str, Any]] = []
    at = 0
    for number, (name, lasts, first, backwards, link) in enumerate(pieces):
        one = {
            "id": f"sg_{number}", "role": "clip", "src": f"{name}.mp4", "d": lasts,
            "in": first, "out": first + lasts,
        }  # fmt: skip
        one |= {"reverse": True} if backwards else {}
        if link and number:
            length, is_joined, kind = link
            one["tr"] = {"type": kind, "d": length} | ({"overlap": True} if is_joined else {})
            at -= length if is_joined else 0
        segments.append(one | {"s": at})
        at += lasts
    return {"d": at, "m": {}, "t": [{"id": "t", "tt": 0, "sg": segments}]}


def seen(main: Any) -> list[Segment]:
    return [replace(piece, place="") for piece in main]


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECE, min_size=2, max_size=5))
def test_what_touches_is_told_as_it_was_laid(pieces: list[Any]):
    own = drafted(pieces)
    expected, touching = read_draft(own), read_draft(DRAFT_DIALECTS["v3"](own, {}))
    assert seen(told_as(expected, touching).main) == seen(expected.main)


def test_what_nobody_expects_stays_where_it_is():
    own = drafted([("a", 2000, 500, False, None), ("b", 2000, 500, False, (400, True, "fade"))])
    told = told_as(Timeline(), read_draft(DRAFT_DIALECTS["v3"](own, {})))
    before, after = told.main
    assert (before.end.lo, after.start.lo, after.properties) == (1800, 1800, {"transition": 400})
    assert "overlap" not in after.unreadable


def test_a_transition_beside_its_cut_cannot_be_read():
    own = drafted([("a", 2000, 500, False, None), ("b", 2000, 500, False, (800, False, "fade"))])
    draft = DRAFT_DIALECTS["v3"](own, {})
    draft["transitions"][0]["in"] += 90
    assert "transition" not in read_draft(draft).main[1].unreadable
    draft["transitions"][0]["in"] += 310
    assert "transition" in read_draft(draft).main[1].unreadable
