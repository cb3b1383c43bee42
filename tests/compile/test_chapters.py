"""Chapters move with the picture, and are listed as descriptions have them."""

from __future__ import annotations

import pytest
from support.language import check

from nemo_spec.verbs.chapter import Mark, listed


@pytest.mark.parametrize(("below", "starts"), [
    ("", [0, 10_000, 30_000]),
    ("cut 2-5s", [0, 7_000, 27_000]),
    ("cut 8-12s", [0, 8_000, 26_000]),
    ("keep 5-40s", [0, 5_000, 25_000]),
    ("speed 2x", [0, 5_000, 15_000]),
    ("speed 1-3x 0-30s", [0, 6_861, 15_000]),
    ("freeze 20s for 2s", [0, 10_000, 32_000]),
    ("reverse", [0, 10_000, 30_000]),
    ('generate 5s "a city"', [0, 10_000, 30_000]),
    ("cut 29-60s", [0, 10_000, 29_000]),
])  # fmt: skip
def test_chapters_move_with_the_picture(below: str, starts: list[int]) -> None:
    text = f'clip a "a.mp4"\nchapter start "One"\nchapter 10s "Two"\nchapter 30s "Three"\n{below}\n'
    marks = check(text + "export 720p mp4").program.renders[0].chapters
    assert [mark.start for mark in marks] == pytest.approx(starts, abs=2)
    assert [mark.name for mark in marks] == ["One", "Two", "Three"]


def test_what_nobody_can_place_is_not_written() -> None:
    checked = check('clip a "a.mp4"\nchapter 10s "Two"\ntrim pauses\nchapter 5s "One"\n')
    assert "W213" in checked.codes
    assert [mark.name for mark in checked.program.chapters] == ["One"]


def test_of_two_at_one_moment_the_last_one_counts() -> None:
    checked = check('clip a "a.mp4"\nchapter 5s "A"\nchapter 9s "B"\ncut 4-10s\n')
    assert [mark[:2] for mark in checked.program.chapters] == [(4000, "B")]


def test_the_list_is_that_of_a_description() -> None:
    marks = [Mark(0, "Intro", 0), Mark(61_900, "A\nB", 1), Mark(3_723_000, "End", 2)]
    assert list(listed(marks)) == ["0:00 Intro", "1:01 A B", "1:02:03 End"]
