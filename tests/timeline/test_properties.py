"""The rows of properties, and how their values are compared and shown."""

from __future__ import annotations

import pytest

from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.draft_fields import SPELLINGS
from nemo_spec.timeline.properties import (
    EDGES,
    PROPERTIES,
    property_changes,
    property_of,
    same,
    shown,
)

SHARES = [key for key, row in PROPERTIES.items() if row.unit.suffix == "%"]
TIMES = [key for key, row in PROPERTIES.items() if row.unit.slack is None]
SAMPLES = {"flag": True, "number": 0.5, "words": "warm"}


def test_there_are_shares_and_times():
    assert sorted(SHARES) == [
        *(
            "amount",
            "crop",
            "crop_bottom",
            "crop_left",
            "crop_right",
            "crop_top",
            "opacity",
            "scale",
            "sound",
            "volume",
            "x",
            "y",
            "zoom",
            "zoom_to",
        ),
    ]
    assert sorted(TIMES) == ["fade_in", "fade_out", "skip", "transition"]


@pytest.mark.parametrize("key", SHARES)
def test_shares_are_the_same_within_one_percent(key: str):
    assert same(key, 0.35, 0.36, 0)
    assert same(key, 0.36, 0.35, 10_000)
    assert not same(key, 0.35, 0.361, 10_000)
    assert not same(key, 0.35, 0.339, 10_000)


@pytest.mark.parametrize("key", TIMES)
def test_times_are_the_same_within_the_tolerance(key: str):
    assert same(key, 1000, 1100, 100)
    assert same(key, 1100, 1000, 100)
    assert not same(key, 1000, 1101, 100)


@pytest.mark.parametrize(("level", "other", "is_same"), [
    (0.05, 0.0529, True), (0.05, 0.053, False), (0.001, 0.00105, True), (0.001, 0.0011, False),
    (0.000032, 0, True), (0.001, 0, False), (0.0995, 0.105, True), (0.0995, 0.108, False),
])  # fmt: skip
def test_faint_levels_are_the_same_within_half_a_decibel(level: float, other: float, is_same: bool):
    assert same("volume", level, other, 0) == same("volume", other, level, 0) == is_same
    assert same("opacity", level, other, 0)


def test_other_numbers_are_the_same_but_for_rounding():
    assert same("speed", 1.5, 1.5004, 1000)
    assert not same("speed", 1.5, 1.51, 1000)
    assert not same("rotate", 90, 180, 1000)
    assert same("loudness", -14, -14.05, 1000)
    assert not same("loudness", -14, -11, 1000)


@pytest.mark.parametrize("key", PROPERTIES)
def test_a_neutral_value_is_no_change(key: str):
    neutral = property_of(key).neutral
    assert list(property_changes({}, {key: neutral}, 0, ())) == []
    assert len(list(property_changes({}, {key: "?"}, 0, ()))) == 1


@pytest.mark.parametrize("key", [key for key, row in PROPERTIES.items() if row.compared])
def test_every_row_is_read_under_its_documented_spelling(key: str):
    group, _, inner = SPELLINGS[key][0].partition(".")
    sample = SAMPLES[property_of(key).unit.kind]
    whole = {"tr": {"d": 500}, "color": {"name": "warm"}}.get(group, {})
    value = 500 if key in TIMES else sample
    role = "overlay" if key == "skip" else "clip"
    segment = {"role": role, "s": 0, "d": 1000, "src": "a.mp4"}
    fields = segment | {group: whole | {inner: value} if inner else value}
    (piece,) = read_draft({"t": [{"tt": 0, "sg": [fields]}]}).segments
    assert piece.properties[key] == value
    assert piece.unreadable == ()


def test_what_reversing_makes_of_a_property_is_undone_by_reversing():
    swapped = {key: row.reversed_as for key, row in PROPERTIES.items() if row.reversed_as}
    assert swapped == {"fade_in": "fade_out", "fade_out": "fade_in"}
    assert all({row.lies for row in map(property_of, pair)} == {"head", "tail"}
               for pair in swapped.items())  # fmt: skip
    assert swapped.keys() <= EDGES


@pytest.mark.parametrize(
    ("key", "value", "text"),
    [
        ("volume", 0.35, "35%"),
        ("volume", 0.251189, "-12dB"),
        ("volume", 0.001, "0.1%"),
        ("loudness", -14, "-14LUFS"),
        ("fade_in", 1500, "1.5s"),
        ("speed", 1.5, "1.5x"),
        ("rotate", 90, "90°"),
        ("color", "warm", '"warm"'),
        ("reverse", True, "on"),
        ("reverse", None, "off"),
        ("prompt", None, "(none)"),
        ("nobody knows", [1], "[1]"),
    ],
)
def test_values_are_shown_as_a_recipe_would_write_them(key: str, value: object, text: str):
    assert shown(key, value) == text
