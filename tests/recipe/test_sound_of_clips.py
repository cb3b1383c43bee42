"""Which sound of a clip is heard, and what is said where there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from support.media_files import FILES, REFUSED, made
from support.reading import read_here

from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.media import probe
from nemo_spec.report.plan import show_plan


@pytest.fixture(autouse=True)
def no_children(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "_child_says", read_here)


def opened(folder: Path, name: str, text: str, *, pauses: bool = False) -> Opened:
    """A recipe about one file of the table, called `{file}` in it."""
    if made(name).is_dir():
        shutil.copytree(made(name), folder / name)
    else:
        shutil.copy(made(name), folder / name)
    recipe = folder / "x.edit"
    recipe.write_text(text.replace("{file}", name), "utf-8")
    return open_recipe(recipe, measure_pauses=pauses)


def codes(found: Opened) -> list[str]:
    return [one.code for one in found.diagnostics]


@pytest.mark.parametrize("language", ["en", "zh-CN"])
def test_the_service_is_told_which_sound_track_is_heard(language: str, tmp_path: Path) -> None:
    text = f'language {language}\nclip a "{{file}}" audio 2\ntrim pauses\n'
    found = opened(tmp_path, "two-sounds.mkv", text)
    assert not found.diagnostics
    assert found.program
    told = {"en": '"two-sounds.mkv" (audio track 2)', "zh-CN": "（使用第2条音轨）"}
    assert told[language] in found.program.instructions[0].text


def test_the_pauses_are_those_of_the_chosen_track(tmp_path: Path) -> None:
    for track, pauses in FILES["two-sounds.mkv"].facts.pauses_of:
        text = f'clip a "{{file}}" audio {track}\ntrim pauses\n'
        found = opened(tmp_path, "two-sounds.mkv", text, pauses=True)
        assert found.planned
        (material,) = found.planned.plan.materials
        for found_one, right in zip(material.quiet or (), pauses, strict=True):
            assert found_one == pytest.approx(right, abs=40)


@pytest.mark.parametrize(
    ("name", "track", "message"),
    [
        ("plain.mp4", 2, "plain.mp4 has one sound track"),
        ("two-sounds.mkv", 3, "two-sounds.mkv has 2 sound tracks"),
        ("mute.mp4", 1, "mute.mp4 has no sound track"),
        ("photo.png", 1, "photo.png has no sound track"),
        ("plain.mp4", 0, "sound tracks count from 1"),
    ],
)
def test_a_track_that_is_not_there_is_refused(
    name: str, track: int, message: str, tmp_path: Path
) -> None:
    found = opened(tmp_path, name, f'clip a "{{file}}" audio {track}\ntrim fillers\n')
    assert [(one.code, one.message) for one in found.diagnostics] == [("E244", message)]


@pytest.mark.parametrize(
    ("name", "checked", "planned"),
    [
        ("mute.mp4", ["W244"], ["W244"]),
        ("moving.gif", ["W244"], ["W244"]),
        ("photo.png", ["W244"], ["W244"]),
        ("digital-silence.mp4", [], ["W244"]),
        ("plain.mp4", [], []),
    ],
)
def test_nothing_to_hear_is_said_once(
    name: str, checked: list[str], planned: list[str], tmp_path: Path
) -> None:
    text = 'clip a "{file}"\ntrim pauses\n'
    assert codes(opened(tmp_path, name, text)) == checked
    assert codes(opened(tmp_path, name, text, pauses=True)) == planned


@pytest.mark.parametrize(
    ("name", "remark"),
    [
        ("pq.mp4", "its picture is HDR (PQ); offline it is drawn in SDR"),
        ("hlg.mp4", "its picture is HDR (HLG); offline it is drawn in SDR"),
        (
            "phone.mp4",
            "it has 25.33 frames a second on average; the nearest standard rate is 25",
        ),
        *((name, "") for name in ("rate-24000-1001.mp4", "ten-bit.mp4", "moving.gif", "photo.png")),
    ],
)
def test_what_cannot_be_kept_of_a_clip_is_noted_in_the_plan(
    name: str, remark: str, tmp_path: Path
) -> None:
    found = opened(tmp_path, name, 'clip a "{file}"\n')
    assert found.planned
    assert found.program
    lines = list(show_plan(found.planned, found.program))
    assert [line for line in lines if "  note" in line] == [f"  note       {remark}"] * bool(remark)


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_used_is_refused_at_its_line(name: str, tmp_path: Path) -> None:
    found = opened(tmp_path, name, 'clip a "{file}"\ntrim fillers\n')
    assert codes(found) == ["E243"]
    assert found.diagnostics[0].span
    assert found.diagnostics[0].cure


@pytest.mark.parametrize("name", ["plain.mp4", "photo.png", "noise.mp4"])
def test_a_clip_in_the_place_of_the_recipe_is_told_so(name: str) -> None:
    (found,) = open_recipe(made(name)).diagnostics
    assert (found.code, found.message.endswith("is no text, so no recipe")) == ("E101", True)
    assert found.cure == "name the recipe first, then its clips"


@pytest.mark.parametrize(("name", "still"), [("still.gif", True), ("moving.webp", False)])
def test_what_moves_is_no_still(name: str, still: bool, tmp_path: Path) -> None:
    found = opened(tmp_path, name, 'clip a "{file}"\ntrim fillers\n')
    assert found.planned
    (material,) = found.planned.plan.materials
    assert (material.still, material.length) == (still, 5000 if still else 2000)
