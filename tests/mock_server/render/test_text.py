"""Titles, captions, lower-thirds: in their range, at their place, in letters and not in boxes."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.render import Render, Seen, clip, draft, ffmpeg, renderer

from mock_server.render import ass, fonts, text, wrap

EMOJI = "🎬😀❤👍🎉🔥⭐✅🚀💡🎵📷"


def shot(made: Render, words: str, role: str = "title", **more: Any) -> Seen:
    """A fifth of a second of grey with a text on it."""
    return made(written(words, role, **more))


def written(words: str, role: str = "title", wide: int = 320, **more: Any) -> dict[str, Any]:
    base = {"role": "clip", "s": 0, "d": 200, "src": "mute.mp4", "in": 0, "out": 200}
    text = {"role": role, "s": 0, "d": 200, "text": words} | more
    return draft((0, [base]), (7, [text]), width=wide, height=wide * 9 // 16)


def ink(seen: Seen, frame: int = 0) -> set[tuple[int, int]]:
    """The pixels that are no longer the grey of the clip."""
    plain = 126
    return {
        (i % seen.width, i // seen.width)
        for i, value in enumerate(seen.frames[frame])
        if abs(value - plain) > 24
    }


def test_a_title_is_there_in_its_range_and_not_outside(made: Render) -> None:
    base = {"role": "clip", "s": 0, "d": 2000, "src": "mute.mp4", "in": 0, "out": 2000}
    title = {"role": "title", "s": 500, "d": 700, "text": "Intro"}
    seen = made(draft((0, [base]), (7, [title])))
    assert [bool(ink(seen, i)) for i in range(20)] == [5 <= i < 12 for i in range(20)]


@pytest.mark.parametrize(
    ("texts", "parts"),
    [
        ([(0, 300)], [(0, 4, True), (4, 60, False)]),
        ([(1000, 400), (4000, 500), (4700, 100)],
         [(0, 9, False), (9, 15, True), (15, 39, False), (39, 49, True), (49, 60, False)]),
        ([(5500, 500), (0, 6000)], [(0, 60, True)]),
    ],
)  # fmt: skip
def test_texts_are_drawn_where_they_are_and_the_rest_passes_by(
    made: Render,
    monkeypatch: pytest.MonkeyPatch,
    texts: list[tuple[int, int]],
    parts: list[tuple[int, int, bool]],
) -> None:
    titles = [{"role": "title", "s": s, "d": d, "text": f"At {s}"} for s, d in texts]
    asked, plan = draft((0, [clip(0, 6000, 0)]), *((7, [one]) for one in titles)), text._parts
    taken: list[Any] = []
    monkeypatch.setattr(text, "_parts", lambda *a: taken.append(plan(*a)) or taken[-1])
    seen = made(asked)
    assert taken == [parts]
    monkeypatch.setattr(text, "_parts", lambda _, frames: [(0, frames, True)])
    assert made(asked).frames == seen.frames


def test_a_fade_brings_the_title_in_bit_by_bit(made: Render) -> None:
    base = {"role": "clip", "s": 0, "d": 2000, "src": "mute.mp4", "in": 0, "out": 2000}
    title = {"role": "title", "s": 0, "d": 2000, "text": "███", "fade_in": 1000, "fade_out": 500}
    seen = made(draft((0, [base]), (7, [title])))
    levels = [max(frame) for frame in seen.frames]
    assert levels[1] < levels[4] < levels[8] <= levels[12]
    assert levels[19] < levels[14]


@pytest.mark.parametrize(
    ("pos", "x", "y"),
    [(f"{row}-{col}".strip("-").replace("middle-", "") or "center", x, y)
     for row, y in (("top", 0), ("middle", 1), ("bottom", 2))
     for col, x in (("left", 0), ("", 1), ("right", 2))
     if (row, col) != ("middle", "")] + [("center", 1, 1)],
)  # fmt: skip
def test_nine_positions(made: Render, pos: str, x: int, y: int) -> None:
    points = ink(shot(made, "Hi", pos=pos, size=90))
    middle_x = sum(p[0] for p in points) / len(points) / 320
    middle_y = sum(p[1] for p in points) / len(points) / 180
    assert (int(middle_x * 3), int(middle_y * 3)) == (x, y)


def test_letters_and_emoji_are_not_boxes(made: Render) -> None:
    signs = list("你好ä" + EMOJI[:5])
    drawn = {sign: ink(shot(made, sign, size=400)) for sign in signs}
    box = ink(shot(made, "\u0378", size=400))
    pictures = [frozenset(points) for points in drawn.values()]
    assert len(set(pictures)) == len(signs), "two signs look alike"
    assert all(len(points) > 150 for points in drawn.values())
    assert all(len(points ^ box) > 0.3 * len(points | box) for points in drawn.values())


def one_each(text: str) -> float:
    """A width that is easy to check: a character of Chinese counts 1, any other ½."""
    return sum(1.0 if fonts.WIDE.match(c) else 0.5 for c in text)


@given(st.text(st.sampled_from("abc 你好，。（x\n W🎬"), max_size=80), st.floats(2, 30))
def test_wrapping_keeps_the_text_and_the_width(words: str, limit: float) -> None:
    lines = wrap.wrap(words, limit, one_each)
    assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", words)
    assert all(one_each(line) <= limit or len(line) == 1 for line in lines)


def test_wrapping_breaks_where_a_reader_would() -> None:
    assert wrap.wrap("one two three four five six", 8, one_each) == [
        "one two three",
        "four five six",
    ]
    lines = wrap.wrap("今天我们一起学习如何剪辑视频，然后发布。", 8, one_each)
    assert all(line[0] not in wrap.NOT_FIRST for line in lines)
    assert wrap.wrap("a\n\nb", 9, one_each) == ["a", "", "b"]


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60))
def test_text_never_becomes_a_command(words: str) -> None:
    line = ass.harmless(fonts.readable(words).replace("\n", " "))
    assert not re.search(r"(?<!\\)[{}]", line)
    assert not re.search(r"\\(?![{}\u2060h])", line)


@pytest.mark.parametrize(
    "words",
    [r"{\pos(0,0)\fs900}x", r"a\Nb\hc", "it's 100%: {x} [in]; a=b,c", "%{pts}", "'); drop", "\\"],
)
def test_hostile_text_is_only_text(made: Render, words: str) -> None:
    points = ink(shot(made, words, size=60))
    assert points
    assert min(y for _, y in points) > 60
    assert max(y for _, y in points) < 120


def test_long_text_wraps_and_stays_inside(made: Render) -> None:
    words = "A very long title that nobody should write but somebody will write all the same"
    points = ink(shot(made, words))
    assert min(x for x, _ in points) > 8
    assert max(x for x, _ in points) < 312
    assert max(y for _, y in points) - min(y for _, y in points) > 40


def test_a_lower_third_is_low_with_its_role_below_the_name(made: Render) -> None:
    bar = ink(shot(made, "Ada Lovelace", "lower-third", sub="Mathematician"))
    bare = ink(shot(made, "Ada Lovelace", "lower-third"))
    assert min(y for _, y in bar) > 90
    assert max(x for x, _ in bar) < 200
    assert max(y for _, y in bar) - min(y for _, y in bar) > max(y for _, y in bare) - min(
        y for _, y in bare
    )


def test_captions_keep_the_bottom_and_colours_are_known(made: Render) -> None:
    caption = shot(made, "你好，世界 🎬", "caption")
    assert min(y for _, y in ink(caption)) > 120
    white, black = (shot(made, "███", size=200, color=c) for c in ("no such colour", "#000000"))
    middle = 90 * 320 + 160
    assert white.frames[0][middle] > 220
    assert black.frames[0][middle] < 30


@pytest.mark.parametrize(
    ("role", "more", "named"),
    [("title", {"background": "#20c040"}, "20c040"), ("title", {"outline": "#2040e0"}, "2040e0"),
     ("title", {"background": "#e04020", "outline": "#2040e0"}, "e04020"),
     ("title", {"background": "#e04020", "outline": "#2040e0"}, "2040e0"),
     ("caption", {"background": "#20c040"}, "20c040"), ("caption", {"outline": "#e04020"}, "e04020"),
     ("lower-third", {"background": "#20c040"}, "20c040"),
     ("lower-third", {"outline": "#2040e0"}, "2040e0")],
)  # fmt: skip
def test_boxes_and_outlines_have_their_colour(
    footage: dict[str, Path], tmp_path: Path, role: str, more: dict[str, str], named: str
) -> None:
    renderer(footage, tmp_path)(written("██ ██", role, 640, size=200, **more))
    seen = colours(tmp_path / "out.mp4")
    assert near(seen, named) > 60
    assert near(seen, "ffffff") > 60, "the letters stay white"


def test_half_of_the_picture_shows_through_a_box_with_eight_digits(
    footage: dict[str, Path], tmp_path: Path
) -> None:
    renderer(footage, tmp_path)(written("Hi", background="#00000080"))
    assert near(colours(tmp_path / "out.mp4"), "404040") > 200  # half of 808080


def test_a_shadow_falls_below_and_to_the_right(made: Render) -> None:
    plain, shaded = (made(written("█", size=300, **more)) for more in ({}, {"shadow": True}))
    lit = {p for p in ink(plain) if plain.frames[0][p[1] * 320 + p[0]] > 126}
    dark = {p for p in ink(shaded) if shaded.frames[0][p[1] * 320 + p[0]] < 100}
    assert max(x for x, _ in dark) > max(x for x, _ in lit)
    assert max(y for _, y in dark) > max(y for _, y in lit)
    assert min(x for x, _ in dark) > min(x for x, _ in lit) - 3


def colours(path: Path) -> Counter[bytes]:
    """How often each colour is in the first frame."""
    data = ffmpeg("-i", str(path), "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-")
    return Counter(data[i : i + 3] for i in range(0, len(data), 3))


def near(counted: Counter[bytes], named: str, within: int = 14) -> int:
    """How many pixels have that colour."""
    wanted = bytes.fromhex(named)
    return sum(
        count
        for found, count in counted.items()
        if all(abs(a - b) <= within for a, b in zip(found, wanted, strict=True))
    )
