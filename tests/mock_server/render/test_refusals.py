"""What cannot be rendered: one message, nothing half-written; and odd drafts that can."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.render import clip, draft, ffmpeg

from mock_server.media.probe import Media, probe
from mock_server.render import RenderError, reading, render, select
from mock_server.render.blocks import blocks, cut

anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 10**7) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=4,
)
keys = st.sampled_from(
    ["role", "s", "d", "src", "in", "out", "speed", "reverse", "freeze", "still", "vol", "fade_in",
     "tr", "rotate", "crop", "color", "text", "pos", "size", "scale", "opacity", "duck", "name"]
)  # fmt: skip
segment = st.dictionaries(keys, anything, max_size=8) | st.builds(
    clip, st.integers(0, 5000), st.integers(1, 3000), st.integers(0, 6000)
)
tracks = st.lists(
    st.fixed_dictionaries({"tt": st.sampled_from([0, 1, 7]), "sg": st.lists(segment, max_size=4)}),
    max_size=4,
)
CLOCK = Media("clock.mp4", Path("clock.mp4"), "video", 6000, 160, 90, 10.0, True, 1)


@settings(max_examples=150, deadline=None)
@given(tracks, st.dictionaries(st.sampled_from(["width", "height", "fps", "fill"]), anything))
def test_any_draft_is_read_or_refused_with_a_reason(
    tracks: list[dict[str, Any]], canvas: dict[str, Any]
) -> None:
    try:
        made = reading.read_draft(
            {"m": canvas, "t": tracks}, {"clock.mp4": CLOCK}, None, None, None
        )
    except RenderError:
        return
    assert made.duration > 0
    for block in blocks(made.clips, made.canvas):
        if block.first.kind == "footage" and not block.first.reverse:
            taken = cut(block, made.canvas)
            kept = sum(b - a for a, b in taken.frames) + taken.cloned
            assert kept == block.frames(made.canvas) + block.head + block.tail
            assert all(a[1] <= b[0] for a, b in zip(taken.frames, taken.frames[1:], strict=False))


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)), max_size=40))
def test_the_tree_keeps_what_the_ranges_say(starts: list[tuple[int, int]]) -> None:
    ranges, at = [], 0
    for gap, size in starts:
        ranges.append((at + gap % 7, at + gap % 7 + size))
        at = ranges[-1][1]
    names = {"between": lambda n, a, b: a <= n <= b, "lt": lambda a, b: a < b,
             "pick": lambda c, a, b: a if c else b}  # fmt: skip
    code = compile(select.keep(ranges).replace("if(", "pick("), "tree", "eval")
    for n in range(at + 3):
        assert bool(eval(code, {"n": n, **names})) == any(a <= n < b for a, b in ranges)


def test_the_tree_is_not_deep() -> None:
    text = select.keep([(i * 3, i * 3 + 1) for i in range(5000)])
    depth = max(text[:i].count("(") - text[:i].count(")") for i in range(0, len(text), 997))
    assert depth < 4 * math.log2(5000)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        ({}, "no segments"),
        (draft((0, [])), "no segments"),
        (draft((0, [clip(0, 1000, 0, src="gone.mp4")])), "gone.mp4"),
        (draft((0, [clip(0, 1000, 0)]), (1, [{"s": 0, "d": 9, "src": "gone.mp3"}])), "gone.mp3"),
        (draft((0, [clip(0, 0, 0)])), "nothing"),
    ],
)
def test_refused_with_a_reason(
    made: dict[str, Any], words: str, footage: dict[str, Path], tmp_path: Path
) -> None:
    out = tmp_path / "out.mp4"
    with pytest.raises(RenderError, match=words):
        render(made, {"clock.mp4": probe(footage["clock.mp4"])}, out)
    assert list(tmp_path.iterdir()) == []


def test_a_source_that_was_cut_short_is_noticed(footage: dict[str, Path], tmp_path: Path) -> None:
    short, out = tmp_path / "clock.mkv", tmp_path / "out.mp4"
    ffmpeg("-i", str(footage["clock.mp4"]), "-c", "copy", str(short))
    media = probe(short, "clock.mp4")
    short.write_bytes(short.read_bytes()[:4000])
    with pytest.raises(RenderError):
        render(draft((0, [clip(0, 6000, 0)])), {"clock.mp4": media}, out, preset="ultrafast")
    assert not out.exists()


def test_stopping_leaves_nothing(footage: dict[str, Path], tmp_path: Path) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    (tmp_path / "out.mp4").write_bytes(b"what was here before")
    with pytest.raises(KeyboardInterrupt):
        render(draft((0, [clip(0, 5000, 0)])), {"clock.mp4": probe(footage["clock.mp4"])},
               tmp_path / "out.mp4", on_progress=stop)  # fmt: skip
    assert [f.name for f in tmp_path.iterdir()] == ["out.mp4"]
    assert (tmp_path / "out.mp4").read_bytes() == b"what was here before"


def test_names_from_outside_are_not_patterns(footage: dict[str, Path], tmp_path: Path) -> None:
    odd = tmp_path / "a'b:c %03d [x];é.mp4"
    odd.write_bytes(footage["clock.mp4"].read_bytes())
    picture = tmp_path / "p%02d.png"
    picture.write_bytes(footage["white.png"].read_bytes())
    media = {"clock.mp4": probe(odd), "p": probe(picture)}
    segments = [clip(0, 500, 0), {"role": "clip", "s": 500, "d": 500, "src": "p", "still": True}]
    out = tmp_path / "o'u:t %d.mp4"
    render(draft((0, segments)), media, out, preset="ultrafast")
    assert probe(out).duration_ms == pytest.approx(1000, abs=50)
