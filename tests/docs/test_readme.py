"""README: its commands are typed as they stand, and what it shows is what they print."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from PIL import Image
from support.commands import Call, run_command
from support.pages import blocks, commands, shows
from support.paths import INTERVIEW, ROOT

from mock_server import start

TEXT = (ROOT / "README.md").read_text("utf-8")
SHOWN = [pair for one in blocks(TEXT) if one.language == "console" for pair in commands(one)]
MOVING = (r"session \d+", "session N"), (r"\bin [\d.]+ s\b", "in N s"), (r"[\d.]+ MB", "N MB")
"""Ids, times and sizes; sizes differ between versions of ffmpeg."""
OWN_CLIP = "my-interview.mov"
RENDERS = "make demo", "nemo-spec test specs"
"""Commands that take more than a second or two."""


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Call:
    """Type a line of README in a copy of what it works on."""
    shutil.copytree(ROOT / "specs", tmp_path / "specs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    def typed(line: str) -> str:
        done = run_command(shlex.split(_command(line))[1:], capsys)
        return done.out + done.err

    return typed


def _command(line: str) -> str:
    """A line as it is typed; a target of make by what its recipe runs."""
    if line.startswith("nemo-spec "):
        return line
    target = line.removeprefix("make ")
    makefile = (ROOT / "Makefile").read_text("utf-8")
    found = re.search(rf"^{target}:.*\n\t\$\(BIN\)/(nemo-spec .+)$", makefile, re.MULTILINE)
    assert found, line
    return found[1]


def _masked(text: str) -> str:
    for moving, instead in MOVING:
        text = re.sub(moving, instead, text)
    return text


def _is_shown(shown: str, printed: str) -> bool:
    return shows(_masked(shown), _masked(printed))


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param(line, shown, id=line[:40], marks=[pytest.mark.slow] * (line in RENDERS))
        for line, shown in SHOWN
        if OWN_CLIP not in line
    ],
)
def test_what_is_shown_is_printed(call: Call, line: str, shown: str):
    printed = call(line)
    assert _is_shown(shown, printed), f"$ {line}\n{printed}"


@pytest.mark.slow
def test_with_the_service(call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (first, delivered), (second, changed) = [pair for pair in SHOWN if OWN_CLIP in pair[0]]
    shutil.copy(INTERVIEW, tmp_path / OWN_CLIP)
    with start(silent=0.0) as service:
        monkeypatch.setenv("NEMO_API_URL", service.url)
        printed = call(first)
        assert _is_shown(delivered, printed), printed
        _change(tmp_path / "specs" / "intro.edit")
        printed = call(second)
        assert _is_shown(changed, printed), printed


def _change(recipe: Path) -> None:
    """The change that README tells to make."""
    found = re.search(r"change the recipe, say `(.+?)` to `(.+?)`", TEXT)
    assert found
    text = recipe.read_text("utf-8")
    assert found[1] in text
    recipe.write_text(text.replace(found[1], found[2]), "utf-8")


def test_the_recipe_is_that_of_the_demo():
    (shown,) = [one.text for one in blocks(TEXT) if one.language == "edit"]
    assert (ROOT / "specs" / "intro.edit").read_text("utf-8").startswith(shown)


def test_the_first_commands_are_targets_of_make():
    typed = next(one.text for one in blocks(TEXT) if one.language == "sh")
    targets = re.findall(r"(?m)^make (\w+)", typed)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert targets == ["demo", "test"]
    assert all(f"\n{one}: " in makefile for one in targets)


def test_every_link_leads_to_a_file():
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert len(links) > 15
    assert [one for one in links if not (ROOT / one).exists()] == []


def test_it_counts_the_recipes():
    found = re.search(r"\[(\d+) recipes", TEXT)
    assert found
    tests = [one for one in SHOWN if one[0] == "nemo-spec test specs"]
    assert f"{found[1]} met" in tests[0][1]


def test_the_picture_moves_and_is_small():
    file = ROOT / "docs" / "demo.webp"
    assert file.stat().st_size < 1_500_000
    with Image.open(file) as picture:
        assert picture.n_frames > 40
