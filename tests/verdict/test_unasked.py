"""Sounds, frames and files that nobody asked for, written as a service might write them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from support.timelines import Draft, carried_out, compiled

from nemo_spec.compile import Program
from nemo_spec.timeline.draft import read_draft
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding

Change = Callable[[Draft], object]
INSET = (
    'overlay 1-7s "interview.mp4" at 80%,75% size 30% volume 60%\noverlay 8-10s "camera-b.mp4"',
    ("camera-a.mp4",),
)
SQUARE = ("aspect 1:1 fit", ("camera-a.mp4",))
NAVY = ('aspect 1:1 fit background "navy"', ("camera-a.mp4",))
SHAPES = ("clip a\nclip b\njoin a, b\ncut 0-1s", ("camera-a.mp4", "product.mp4"))
RAMP = ("speed 1-3x 2-6s\nsplit at 1s", ("camera-a.mp4",))
BLUR = ("blur 2-6s at 60%,40% size 30%", ("camera-a.mp4",))
Recipe = tuple[str, tuple[str, ...]]


@cache
def right(recipe: Recipe) -> tuple[Program, Draft]:
    program = compiled(*recipe)
    return program, carried_out(program)[-1].draft


def found(recipe: Recipe, change: Change) -> list[Finding]:
    program, draft = right(recipe)
    draft = copy.deepcopy(draft)
    change(draft)
    return [one for one in verify_whole(program, read_draft(draft)).findings if one.is_failure]


def said(recipe: Recipe, change: Change) -> set[tuple[str, int | None]]:
    return {(one.status, one.owner) for one in found(recipe, change)}


def at(draft: Draft, start: int, track: int = 0) -> dict[str, Any]:
    segments: list[dict[str, Any]] = draft["t"][track]["sg"]
    return next(one for one in segments if one["s"] == start)


def called_volume(draft: Draft) -> None:
    at(draft, 1000, 1)["volume"] = at(draft, 1000, 1).pop("sound")


def of_the_usual_volume(draft: Draft) -> None:
    del at(draft, 1000, 1)["sound"]
    at(draft, 1000, 1)["volume"] = 1


@pytest.mark.parametrize(
    ("change", "wanted"),
    [
        (lambda draft: at(draft, 1000, 1).update(mute=True), {("different", 0)}),
        (lambda draft: draft["t"][1].update(mute="true"), {("different", 0)}),
        (lambda draft: draft["t"][1].update(vol=0), {("different", 0)}),
        (lambda draft: at(draft, 1000, 1).update(volume=0.2), {("unreadable", 0)}),
        (lambda draft: at(draft, 8000, 1).update(sound=0.5), {("different", 1)}),
        (lambda draft: at(draft, 8000, 1).update(volume=0.5), {("different", 1)}),
        (lambda draft: at(draft, 8000, 1).update(volume=1), set()),
        (called_volume, set()),
        (of_the_usual_volume, {("unreadable", 0)}),
    ],
)
def test_an_overlay_is_as_loud_as_the_draft_says(change: Change, wanted: set[object]):
    assert said(INSET, change) == wanted


@pytest.mark.parametrize(
    ("recipe", "values", "wanted"),
    [
        (SQUARE, {"background": "red"}, {("different", 0)}),
        (SQUARE, {"background": "#000"}, set()),
        (NAVY, {"background": "#000080"}, set()),
        (NAVY, {"background": "#000081"}, {("different", 0)}),
        (SHAPES, {"fill": "blur"}, {("unreadable", None)}),
        (SHAPES, {"background": "red"}, {("unreadable", None)}),
        (SHAPES, {"fill": "fit", "background": "Black"}, set()),
    ],
)
def test_bars_are_of_the_colour_that_is_asked_for(
    recipe: Recipe, values: dict[str, str], wanted: set[object]
):
    assert said(recipe, lambda draft: draft["m"].update(values)) == wanted


def exchanged(draft: Draft) -> None:
    other = {"camera-a.mp4": "product.mp4", "product.mp4": "camera-a.mp4"}
    for piece in draft["t"][0]["sg"]:
        piece["src"] = other[piece["src"]]


@pytest.mark.parametrize(
    "change", [exchanged, lambda d: d["t"][0]["sg"][0].update(src="stock.mp4")]
)
def test_another_file_is_found_at_the_line_that_placed_the_clips(change: Change):
    (one,) = found(SHAPES, change)
    assert (one.status, one.owner) == ("different", 2)
    assert "instead of camera-a.mp4" in one.message


def test_a_ramp_that_cannot_be_read_is_no_contradiction():
    statuses = {status for status, _ in said(RAMP, lambda d: at(d, 2000).update(speed_to="fast"))}
    assert statuses == {"unreadable"}


def test_an_end_that_is_as_the_start_is_no_change():
    assert said(RAMP, lambda draft: at(draft, 0).update(speed_to=1)) == set()


def test_a_blur_through_which_something_is_seen_is_another():
    assert said(BLUR, lambda draft: at(draft, 2000, 1).update(opacity=0.1)) == {("different", 0)}
