"""The mock's timeline: what every edit must do to the picture and to what lies above it."""

import copy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.agent_world import UPLOADS, assert_sound, main_track, segments

from mock_server.timeline import CannotEdit, Timeline, edits, layers, picture, placing
from mock_server.timeline.timemap import Piece, TimeMap
from mock_server.timeline.tracks import LONGEST_MS

MS = st.integers(0, 31_000)
SPANS = st.lists(st.tuples(MS, MS).map(lambda pair: tuple(sorted(pair))), min_size=1, max_size=4)
FACTORS = st.fractions(Fraction(1, 4), Fraction(4), max_denominator=20)
EDITS = st.one_of(
    st.tuples(st.just(edits.cut), SPANS),
    st.tuples(st.just(edits.keep), SPANS),
    st.tuples(st.just(edits.split), MS),
    st.tuples(st.just(edits.speed), FACTORS, st.tuples(MS, MS)),
    st.tuples(st.just(edits.reverse), st.tuples(MS, MS)),
    st.tuples(st.just(edits.freeze), MS, st.integers(1, 3_000)),
    st.tuples(st.just(picture.set_picture), st.just({"stabilize": True}), st.tuples(MS, MS)),
    st.tuples(st.just(picture.fade_video), st.integers(1, 900), st.integers(1, 900)),
)


def start(*, fade: int = 0, above: bool = True) -> Timeline:
    """Two clips and a picture, 29 s or less, with a title, music and a sound above them."""
    timeline = Timeline()
    clips = [UPLOADS["a.mp4"], UPLOADS["b.mp4"]]
    placing.place(timeline, clips)
    if fade:
        placing.join(timeline, clips, fade)
    if above:
        layers.add(timeline, "title", 2_000, 5_000, {"text": "Intro"})
        layers.add(timeline, "title", 4_000, 9_000, {"text": "Over it"})
        layers.add(timeline, "sound", 19_500, 20_500, {"name": "whoosh"})
        layers.add(timeline, "music", 1_000, 60_000, {"name": "lo-fi"})
    return timeline


def applied(timeline: Timeline, edit: tuple[Any, ...]) -> None:
    """The edit, with its spans clipped as a caller has to clip them; a refusal changes nothing."""
    do, *values = edit
    duration = timeline.duration
    if values and isinstance(values[-1], tuple):
        first, last = sorted(min(value, duration) for value in values[-1])
        if first == last:
            return
        values[-1] = (first, last)
    before = copy.deepcopy(timeline)
    try:
        do(timeline, *values)
    except CannotEdit:
        timeline.__dict__.update(before.__dict__)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([0, 700]), st.lists(EDITS, max_size=6))
def test_every_sequence_of_edits_leaves_a_sound_draft(fade: int, todo: list[Any]) -> None:
    timeline = start(fade=fade)
    for edit in todo:
        applied(timeline, edit)
        assert_sound(timeline.draft())


@settings(deadline=None)
@given(st.lists(EDITS, max_size=4))
def test_a_draft_taken_apart_and_packed_is_the_same(todo: list[Any]) -> None:
    timeline = start()
    for edit in todo:
        applied(timeline, edit)
    draft = timeline.draft()
    assert Timeline.of(draft).draft() == draft


def shown(timeline: Timeline, at: int) -> tuple[str, int]:
    """Source and its time (ms) that the main track shows at `at`; the later of two that overlap."""
    one = [one for one in timeline.main if one["s"] <= at < one["s"] + one["d"]][-1]
    part = (at - one["s"]) * (one["out"] - one["in"]) // one["d"]
    return one["src"], one["out"] - part if one.get("reverse") else one["in"] + part


@settings(deadline=None)
@given(SPANS, st.lists(st.integers(0, 28_999), min_size=5, max_size=5))
def test_cut_keeps_every_other_frame_in_order(spans: list[Any], times: list[int]) -> None:
    before, after = start(above=False), start(above=False)
    gone = edits.united(spans, before.duration)
    if sum(b - a for a, b in gone) == before.duration:
        return
    removed = edits.cut(after, spans)
    assert removed == sum(b - a for a, b in gone)
    assert after.duration == before.duration - removed
    for time in times:
        if not any(a <= time < b for a, b in gone):
            moved = time - sum(min(b, time) - a for a, b in gone if a < time)
            assert shown(after, moved) == shown(before, time)


@settings(deadline=None)
@given(SPANS)
def test_keep_is_the_cut_of_the_rest(spans: list[Any]) -> None:
    kept, cut = start(), start()
    rest = edits.between(edits.united(spans, cut.duration), cut.duration)
    if edits.united(spans, cut.duration):
        edits.keep(kept, spans)
        edits.cut(cut, rest)
        assert kept.draft() == cut.draft()


@settings(deadline=None)
@given(FACTORS, st.tuples(st.integers(0, 14_000), st.integers(14_010, 29_000)))
def test_speed_scales_the_duration_rounded_half_up(factor: Fraction, span: tuple[int, int]) -> None:
    timeline = start()
    before = timeline.duration
    edits.speed(timeline, factor, span)
    length = span[1] - span[0]
    assert timeline.duration == before - length + int(Fraction(length) / factor + Fraction(1, 2))


@settings(deadline=None)
@given(st.tuples(st.integers(0, 14_000), st.integers(14_001, 29_000)), st.sampled_from([0, 600]))
def test_reversing_twice_is_playing_forwards(span: tuple[int, int], fade: int) -> None:
    timeline = start(fade=fade)
    span = (span[0], min(span[1], timeline.duration))
    edits.divide(timeline, span)
    before = copy.deepcopy(timeline.main)
    edits.reverse(timeline, span)
    assert timeline.main != before
    edits.reverse(timeline, span)
    assert timeline.main == before


@settings(deadline=None)
@given(st.integers(0, 29_000), st.integers(1, 5_000))
def test_freeze_holds_the_frame_and_moves_the_rest(at: int, length: int) -> None:
    before, after = start(), start()
    edits.freeze(after, at, length)
    assert after.duration == before.duration + length
    (held,) = [one for one in after.main if one.get("freeze")]
    assert (held["s"], held["d"], held["in"]) == (at, length, held["out"])
    source, time = shown(before, min(at, before.duration - 1))
    assert (held["src"], abs(held["in"] - time) <= 1) == (source, True)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 80)), max_size=6))
def test_a_time_map_never_turns_time_around(raw: list[tuple[int, int, int]]) -> None:
    pieces, at = [], 0
    for gap, length, new in raw:
        pieces.append(Piece(at + gap, at + gap + length, new))
        at += gap + length
    times = TimeMap(pieces)
    starts = [times.start(time) for time in range(at + 2)]
    ends = [times.end(time) for time in range(at + 2)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(end <= start <= times.total for end, start in zip(ends, starts, strict=True))


def test_layers_move_and_are_clipped_with_the_picture_and_music_is_trimmed() -> None:
    timeline = start()
    edits.cut(timeline, [(3_000, 4_500), (20_000, 29_000)])
    draft = timeline.draft()
    assert [(one["s"], one["d"]) for one in segments(draft, "title")] == [
        (2_000, 1_500),
        (3_000, 4_500),
    ]
    assert [(one["s"], one["d"]) for one in segments(draft, "sound")] == [(18_000, 500)]
    assert [(one["s"], one["d"]) for one in segments(draft, "music")] == [(1_000, 17_500)]


@pytest.mark.parametrize(
    ("at", "title"),
    [
        (1_000, (4_000, 3_000)),
        (2_000, (4_000, 3_000)),
        (3_000, (2_000, 5_000)),
        (5_000, (2_000, 3_000)),
        (6_000, (2_000, 3_000)),
    ],
)
def test_a_layer_starts_after_a_freeze_at_its_start_and_lasts_through_one(
    at: int, title: tuple[int, int]
) -> None:
    timeline = start()
    edits.freeze(timeline, at, 2_000)
    first = segments(timeline.draft(), "title")[0]
    assert (first["s"], first["d"]) == title


@pytest.mark.parametrize(("first", "last"), [("1", "3"), ("0.5", "1.5"), ("3", "0.7")])
def test_a_ramp_is_undone_by_normal_speed(first: str, last: str) -> None:
    timeline = start()
    before = timeline.duration
    edits.speed(timeline, Fraction(first), (2000, 6000), Fraction(last))
    assert any("speed_to" in one for one in timeline.main)
    edits.normal_speed(timeline)
    assert timeline.duration == before
    assert not any("speed" in one or "speed_to" in one for one in timeline.main)


def test_layers_scale_with_the_speed() -> None:
    timeline = start()
    edits.speed(timeline, Fraction(2), (0, 29_000))
    draft = timeline.draft()
    assert [(one["s"], one["d"]) for one in segments(draft, "title")] == [
        (1_000, 1_500),
        (2_000, 2_500),
    ]
    assert [(one["s"], one["d"]) for one in segments(draft, "music")] == [(1_000, 13_500)]


def test_overlapping_layers_get_a_track_of_their_own() -> None:
    names = [track["name"] for track in start().draft()["t"]]
    assert names == ["Video", "BGM", "Sound", "Title", "Title"]


def test_a_layer_over_a_removed_range_is_gone() -> None:
    timeline = start()
    edits.cut(timeline, [(1_500, 9_500)])
    assert segments(timeline.draft(), "title") == []


def test_a_span_within_another_does_not_end_it() -> None:
    assert edits.united([(0, 9_000), (2_000, 3_000)], 20_000) == [(0, 9_000)]


def test_a_time_that_only_touches_a_layer_does_not_name_it() -> None:
    timeline = start()
    assert layers.find(timeline, ("sound",), None, (20_500, 21_000)) == []
    assert layers.find(timeline, ("sound",), None, (19_000, 19_500)) == []
    assert len(layers.find(timeline, ("sound",), None, (20_499, 21_000))) == 1


def test_a_fade_is_no_longer_than_the_video() -> None:
    timeline = start()
    with pytest.raises(CannotEdit):
        picture.fade_video(timeline, timeline.duration + 1, None)


def test_join_overlaps_neighbours() -> None:
    main = main_track(start(fade=700).draft())
    assert [(one["s"], one["d"]) for one in main] == [(0, 20_000), (19_300, 9_000)]
    assert main[1]["tr"] == {"type": "fade", "d": 700, "overlap": True}


def test_a_cut_through_a_joined_fade_is_a_hard_cut() -> None:
    timeline = start(fade=700)
    edits.cut(timeline, [(19_500, 19_600)])
    assert_sound(timeline.draft())
    assert timeline.duration == 28_200
    assert not any("tr" in one for one in timeline.main)


def test_fades_of_the_video_stay_at_its_ends() -> None:
    timeline = start()
    picture.fade_video(timeline, 1_000, 2_000)
    edits.cut(timeline, [(0, 3_000), (25_000, 29_000)])
    assert timeline.main[0]["fade_in"] == 1_000
    assert timeline.main[-1]["fade_out"] == 2_000
    edits.reverse(timeline, (0, timeline.duration))
    assert timeline.main[0]["fade_in"] == 1_000


@pytest.mark.parametrize(
    ("canvas", "ratio", "size"),
    [
        ((640, 360), (9, 16), (360, 640)),
        ((640, 360), (1, 1), (360, 360)),
        ((640, 360), (4, 5), (360, 450)),
        ((640, 360), (16, 9), (640, 360)),
        ((1920, 1080), (9, 16), (1080, 1920)),
        ((1080, 1920), (21, 9), (1920, 822)),
        ((641, 361), (9, 16), (360, 640)),
    ],
)
def test_shapes(canvas: tuple[int, int], ratio: tuple[int, int], size: tuple[int, int]) -> None:
    assert picture.shape(*canvas, ratio) == size


def test_transition_stands_at_the_nearest_cut_or_is_refused() -> None:
    timeline = start()
    assert picture.transition(timeline, 500, 19_900) == 1
    assert timeline.main[1]["tr"] == {"type": "fade", "d": 500}
    with pytest.raises(CannotEdit, match="no_cut"):
        picture.transition(timeline, 500, 12_000)
    assert timeline.duration == 29_000


def test_ids_are_never_given_twice() -> None:
    timeline = start()
    gone = {one["id"] for one in timeline.layers}
    timeline.layers = []
    again = Timeline.of(timeline.draft())
    assert layers.add(again, "title", 0, 1_000, {"text": "x"})["id"] not in gone


@pytest.mark.parametrize(("asked", "heard"), [(5.0, 2.0), (-1.0, 0.0), (1.3, 1.3)])
def test_a_level_is_never_below_silence_nor_above_twice(asked: float, heard: float):
    timeline = start()
    picture.set_level(timeline, (0, timeline.duration), lambda _: asked)
    assert {one["vol"] for one in timeline.main} == {heard}


def test_a_long_video_may_be_played_faster_and_not_slower_than_a_day_holds():
    timeline = start(above=False)
    edits.freeze(timeline, timeline.duration, LONGEST_MS * 2 // 3)
    whole = (0, timeline.duration)
    with pytest.raises(CannotEdit, match="no_length"):
        edits.speed(timeline, Fraction(1, 2), whole)
    edits.speed(timeline, Fraction(2), whole)
    assert timeline.duration == pytest.approx(whole[1] / 2, abs=2)
