"""A recipe becomes a real video, and what went wrong is seen and named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.cached_render import render_quickly
from support.commands import Outcome
from support.paths import INTERVIEW
from support.video import frame_at, loudness

from nemo_spec.media.probe import measure

Run = Callable[..., Outcome]
Write = Callable[..., Path]

TITLED = "trim pauses; title 0-3s 'Intro'; music \"lo-fi\" volume 35%\nexport 360p mp4\n"
PLAIN = 'trim pauses; music "lo-fi" volume 35%\nexport 360p mp4\n'


def true_pauses() -> list[tuple[int, int]]:
    return json.loads(INTERVIEW.with_suffix(".pauses.json").read_text("utf-8"))["pauses"]


def test_the_file_is_what_the_recipe_says(
    nemo_spec: Run, recipe: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    render_quickly(monkeypatch)
    titled, plain = tmp_path / "titled.mp4", tmp_path / "plain.mp4"
    done = nemo_spec("apply", recipe(TITLED), INTERVIEW, "--offline", "-o", titled)
    assert done.code == 0, done.err
    assert nemo_spec("apply", recipe(PLAIN), INTERVIEW, "--offline", "-o", plain).code == 0

    clip, source = measure(titled), measure(INTERVIEW)
    assert (clip.width, clip.height, clip.has_picture, clip.has_sound) == (640, 360, True, True)
    removed = sum(end - start - 400 for start, end in true_pauses() if end - start >= 600)
    assert source.length - clip.length == pytest.approx(removed, rel=0.1)

    with_title, without = frame_at(titled, 1.0), frame_at(plain, 1.0)
    later, same_later = frame_at(titled, 5.0), frame_at(plain, 5.0)
    assert difference(with_title, without) > 5 * max(0.5, difference(later, same_later))
    assert loudness(titled, 1, 2) > 300

    assert "Timeline (3 tracks): 1. Video: interview (0-" in done.out
    assert "✓   1  title 0-3s 'Intro'" in done.out
    assert str(titled) in done.out
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def difference(one: bytes, other: bytes) -> float:
    """Mean difference of grey levels where the title stands, in the middle of 64x36."""
    middle = [64 * row + column for row in range(15, 21) for column in range(27, 37)]
    return sum(abs(one[i] - other[i]) for i in middle) / len(middle)


def test_a_title_that_was_only_claimed_is_missed(nemo_spec: Run, recipe: Write, tmp_path: Path):
    path, out = recipe(TITLED + 'expect title "Intro"\n'), tmp_path / "out.mp4"
    fault = "--fault=claimed_not_applied:match=title"
    outcome = nemo_spec("apply", path, INTERVIEW, "--offline", "-o", out, fault, "--repairs=0")
    assert outcome.code == 1
    assert f"--> {path}:1:14" in outcome.out
    assert 'missing: no title "Intro" in the draft' in outcome.out
    assert "^^^^^^^^^^^^^^^^^^" in outcome.out
    assert not out.exists()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("altered:match=title", 'text "Intro (draft)" instead of "Intro"'),
        ("applied_twice:match=music", "a second music lo-fi at 0-31.8s"),
        ("claimed_not_applied:match=pause", "the video lasts 40.8 s instead of"),
    ],
)
def test_a_wrong_draft_is_not_delivered(
    nemo_spec: Run, recipe: Write, tmp_path: Path, fault: str, said: str
):
    out = tmp_path / "out.mp4"
    path = recipe(TITLED)
    outcome = nemo_spec(
        "apply", path, INTERVIEW, "--offline", "-o", out, f"--fault={fault}", "--repairs=0"
    )
    assert outcome.code == 1
    assert said in outcome.out
    assert not out.exists()


def test_an_instruction_of_unknown_outcome_has_its_own_exit_code(
    nemo_spec: Run, recipe: Write, tmp_path: Path
):
    fault = "--fault=drop_stream:match=title"
    outcome = nemo_spec("apply", recipe(TITLED), INTERVIEW, "--offline", fault)
    assert outcome.code == 4
    assert "was not sent again" in outcome.out


@pytest.mark.parametrize("fault", ["drop_after_edit:match=title", "output_unreachable"])
def test_what_can_be_mended_is_mended(nemo_spec: Run, recipe: Write, tmp_path: Path, fault: str):
    out = tmp_path / "out.mp4"
    path = recipe('keep 0-2s; title 0-1s "Intro"\nexport 90p mp4\n')
    outcome = nemo_spec("apply", path, INTERVIEW, "--offline", "-o", out, f"--fault={fault}")
    assert outcome.code == 0, outcome.out + outcome.err
    assert measure(out).length == pytest.approx(2000, abs=100)
