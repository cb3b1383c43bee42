"""What kind of change each delta is, and where the edges of its effects lie."""

from __future__ import annotations

import pytest

from nemo_spec.timeline import deltas
from nemo_spec.timeline.deltas import Delta, fold
from nemo_spec.timeline.deltas.video import NEAR_MS
from nemo_spec.timeline.main_track import mended, merged
from nemo_spec.timeline.model import Interval, Segment, Timeline, exactly

CLIP = Segment("clip", exactly(0), exactly(4000), name="a", source=(0, 4000))
TWO = deltas.Assemble((CLIP, CLIP))
LAYER = Segment("title", exactly(0), exactly(1000), texts=("Hi",), place="t[2].sg[0]")

EVERY: list[Delta] = [
    TWO, deltas.Append(CLIP), deltas.Cut(((1000, 2000),)), deltas.Split(2000),
    deltas.Retime(1000, 3000, 2000), deltas.FreezeFrame(2000, 500), deltas.FreezeFrame("end", 500),
    deltas.Reverse(), deltas.RemoveUnknown("pauses"), deltas.RemoveUnknown("pauses", Interval(0, 9)),
    deltas.SetProperties(0, 4000, {"volume": 0.5}), deltas.RotateBy(90),
    deltas.FadeVideo("fade_in", 500), deltas.Transition(4000, 500), deltas.AddLayer(LAYER),
    deltas.Lift(LAYER), deltas.AddUnknownLayers("caption"), deltas.Canvas({"ratio": "1:1"}),
    deltas.Unpredictable(),
]  # fmt: skip


def each(which: str) -> set[str]:
    return {type(delta).__name__ for delta in EVERY if getattr(delta, which)}


def test_every_delta_is_looked_at():
    named = {kind.__name__ for kind in Delta.__subclasses__()}
    assert {type(delta).__name__ for delta in EVERY} == named


def test_the_kinds():
    moving = {"Assemble", "Append", "Cut", "Retime", "FreezeFrame", "Reverse", "RemoveUnknown"}
    assert each("moves_time") == moving
    assert each("repeatable") == {"SetProperties", "FadeVideo", "Transition", "Canvas"}
    assert {type(d).__name__ for d in EVERY if d.on == "layers"} == {
        "AddLayer", "AddUnknownLayers", "Lift",
    }  # fmt: skip
    assert each("is_vague") == {"RemoveUnknown", "Unpredictable"}
    assert not deltas.RemoveUnknown("pauses", Interval(0, 9)).is_vague
    unmapped = {type(delta).__name__ for delta in EVERY if delta.moved(0) is None}
    assert unmapped == {"Assemble", "Reverse", "RemoveUnknown", "Unpredictable"}


@pytest.mark.parametrize("delta", EVERY, ids=lambda delta: type(delta).__name__)
def test_a_layer_lies_where_the_delta_says_that_it_moved(delta: Delta):
    before = fold(Timeline(), [TWO])
    mark = Segment("sound", exactly(3500), exactly(3600), name="hit")
    after = fold(before, [deltas.AddLayer(mark), delta]).layers
    start, end = delta.moved(3500), delta.moved(3600)
    if start is not None and end is not None:
        assert (after[0].start.lo, after[0].end.lo) == (start, end)


@pytest.mark.parametrize("delta", EVERY, ids=lambda delta: type(delta).__name__)
def test_what_a_delta_does_to_properties_it_says(delta: Delta):
    before = fold(Timeline(), [TWO])
    after = fold(before, [delta])
    known = {key for piece in before.main for key in piece.properties} | {"cut"}
    assert {key for piece in after.main for key in piece.properties} - known <= set(delta.sets)


@pytest.mark.parametrize("delta", EVERY, ids=lambda delta: type(delta).__name__)
def test_what_may_be_repeated_does_nothing_the_second_time(delta: Delta):
    once = fold(fold(Timeline(), [TWO]), [delta])
    assert not delta.repeatable or fold(once, [delta]) == once


def test_layers_are_given_to_their_statement():
    for delta in EVERY:
        after = fold(Timeline(length=exactly(4000)), [delta.owned_by(7)])
        assert {layer.owner for layer in after.layers} <= {7}
        assert set(after.open_roles.values()) <= {7}


@pytest.mark.parametrize(("off", "fades"), [(0, True), (250, True), (251, False)])
def test_a_transition_reaches_a_quarter_of_a_second(off: int, fades: bool):
    assert NEAR_MS == 250
    for at in (4000 - off, 4000 + off):
        after = fold(Timeline(), [TWO, deltas.Transition(at, 500)])
        assert [bool(piece.properties.get("transition")) for piece in after.main] == [False, fades]


def test_the_first_piece_follows_no_cut():
    after = fold(Timeline(), [TWO, deltas.Split(2000), deltas.Cut(((0, 2000),))])
    assert [piece.properties for piece in after.main] == [{}, {}]
    assert mended(after.main) == after.main


def test_only_the_piece_behind_a_split_is_marked():
    edits = [deltas.Split(1000), deltas.SetProperties(2000, 3000, {"volume": 0.5})]
    after = fold(Timeline(), [TWO, *edits])
    marked = [piece.start.lo for piece in after.main if piece.properties.get("cut")]
    assert marked == [1000]


@pytest.mark.parametrize(
    ("time", "inside"),
    [
        ((900, 1100), True),
        ((899, 1000), False),
        ((1000, 1101), False),
        ((1000, 1000), True),
        ((899, 1101), False),
    ],
)
def test_within_holds_at_its_very_edge(time: tuple[int, int], inside: bool):
    assert Interval(*time).within(exactly(1000), 100) is inside
    lo, hi = time
    assert Interval(lo - 50, hi + 50).within(Interval(950, 1050), 100) is inside


@pytest.mark.parametrize(("off", "near"), [(100, True), (-100, True), (101, False), (-101, False)])
def test_near_holds_at_its_very_edge(off: int, near: bool):
    assert exactly(1000).is_near(exactly(1000 + off), 100) is near
    assert Interval(0, 1000).is_near(Interval(0, 1000 + off), 100) is near
    assert Interval(500, 1000).is_near(Interval(500 + off, 1000), 100) is near
    assert exactly(1000 + abs(off)).is_near(Interval(400, 1000), 100) is near


@pytest.mark.parametrize(("gone", "pieces"), [(0, 1), (1, 1), (2, 2)])
def test_pieces_that_continue_each_other_are_one(gone: int, pieces: int):
    later = Segment("clip", exactly(4000), exactly(5000), name="a", source=(4000 + gone, 5000))
    assert len(merged([CLIP, later])) == pieces


def test_what_ends_where_a_frame_is_held_is_over_and_what_begins_there_waits():
    freeze = deltas.FreezeFrame(2000, 500)
    before, behind = (
        Segment("title", exactly(start), exactly(start + 500), texts=("Hi",))
        for start in (1500, 2000)
    )
    layers = [deltas.AddLayer(before), deltas.AddLayer(behind)]
    after = fold(Timeline(), [TWO, *layers, freeze]).layers
    assert [(layer.start.lo, layer.end.lo) for layer in after] == [(1500, 2000), (2500, 3000)]
    assert freeze.moved(2000) == 2000
