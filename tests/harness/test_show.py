"""The drawing of a timeline: to scale, as wide as the terminal, with every name that has room."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.drafts import DRAFT, changed, written

from nemo_spec.cli.main import main
from nemo_spec.language.diagnostics import display_width
from nemo_spec.report.timeline import NARROWEST, drawn
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Segment, Timeline, exactly

COLOR = re.compile("\x1b\\[[0-9;]*m")


def test_every_track_is_a_row_to_scale():
    ruler, video, title, music, sound = drawn(read_draft(DRAFT), 82)
    assert video[:22] == "Video       0-30s     "
    assert video[22:] == f"[a 0-8s        ][城市 8-20s{' ' * 12}][a 20-30s          ]"
    assert title[22:] == '["In…]              ["你好世…]'
    assert music[22:] == f"[lo-fi 0-30s{' ' * 47}]"
    assert sound == "Sound       15-15.1s" + " " * 32 + "|", "half of 60 columns"
    assert [ruler.index(mark) - 22 for mark in ("0s", "5s", "10s", "15s")] == [0, 10, 20, 30]


def test_fades_and_transitions_are_marked():
    main = [
        Segment("clip", exactly(0), exactly(4000), "a.mp4", properties={"fade_in": 500}),
        Segment("clip", exactly(4000), exactly(8000), "b.mp4", properties={"transition": 500}),
    ]
    music = Segment("music", exactly(0), exactly(8000), "m", properties={"fade_out": 900})
    _, video, sound = drawn(Timeline(main, [music], exactly(8000)), 58)
    assert re.fullmatch(r"Video +0-8s +/a 0-4s +\]~b 4-8s +\]", video)
    assert re.fullmatch(r"BGM +0-8s +\[m 0-8s +\\", sound)


def test_the_command_ends_with_the_timeline_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["show", str(written(tmp_path, DRAFT))]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert out.splitlines()[-1].startswith("Timeline (4 tracks): 1. Video: a + 城市 (0-30s) 2.")


def test_a_terminal_gets_colour_and_the_same_text():
    timeline = read_draft(DRAFT)
    plain, colored = list(drawn(timeline, 90)), list(drawn(timeline, 90, color=True))
    assert [COLOR.sub("", line) for line in colored] == plain
    assert len(set(COLOR.findall(colored[1]))) == 3, "neighbours differ, and it ends"


@pytest.mark.parametrize(
    "wrap",
    [
        lambda draft: draft,
        lambda draft: {"draft": draft},
        lambda draft: {"state": {"draft": draft}},
        lambda draft: {"code": 0, "data": {"draft": draft, "video_infos": []}},
        lambda draft: {"data": {"state": {"draft": draft}}},
    ],
)
def test_a_draft_is_found_in_every_known_answer(
    wrap: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["show", str(written(tmp_path, wrap(DRAFT)))]) == 0
    assert "Intro" in capsys.readouterr().out


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    monkeypatch.setattr(sys, "stdin", io.StringIO('{"t": []}'))
    assert main(["show", "-"]) == 0
    assert capsys.readouterr().out == "Timeline (0 tracks)\n"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"{", ":1:2: not JSON"),
        (b"\xff\xfe\x00", "not UTF-8 text"),
        (b"[1, 2]", "no draft in it"),
        (b'{"draft": {"t": {}}}', "no draft in it"),
        (b"[" * 100_000, "not JSON that can be read"),
        (b"9" * 10_000, "not JSON that can be read"),
        (None, "No such file"),
    ],
)
def test_what_is_no_draft_is_refused(
    content: bytes | None, reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "x.json"
    if content is not None:
        path.write_bytes(content)
    assert main(["show", str(path)]) == 2
    assert reason in capsys.readouterr().err


def test_a_recipe_is_no_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    recipe = tmp_path / "x.edit"
    recipe.write_text("trim pauses", encoding="utf-8")
    assert main(["show", str(recipe)]) == 2
    assert "a recipe, not a draft; `plan` shows what it leads to" in capsys.readouterr().err


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    draft = changed()
    del draft["t"][1]["sg"][0]["s"]
    draft["t"][1]["sg"][1]["text"] = "\x1b[2J"
    assert main(["show", str(written(tmp_path, draft))]) == 0
    captured = capsys.readouterr()
    assert captured.err == "t[1].sg[0]: start cannot be read\n"
    assert "\x1b" not in captured.out


NUMBERS = st.integers(0, 10**7)
SEGMENTS = st.builds(
    lambda start, length, text: {"s": start, "d": length, "text": text, "src": text, "role": "x"},
    NUMBERS,
    NUMBERS,
    st.text("aé世界👩\u0301\t\x1b한", max_size=20),
)
TRACKS = st.builds(
    lambda kind, segments: {"tt": kind, "sg": segments},
    st.sampled_from([0, 1, 7]),
    st.lists(SEGMENTS, max_size=6),
)


@settings(max_examples=150, deadline=None)
@given(tracks=st.lists(TRACKS, max_size=5), width=st.integers(1, 200))
def test_nothing_is_wider_than_the_terminal(tracks: list[dict[str, Any]], width: int):
    lines = list(drawn(read_draft({"t": tracks}), width))
    margin = 12 + len("10000.1-20000.1s") + 2
    assert all(display_width(line) <= max(width, margin + NARROWEST) for line in lines)
    assert all("\x1b" not in line for line in lines)
