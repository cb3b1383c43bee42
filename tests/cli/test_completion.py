"""Completion scripts in the shells that read them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.pages import blocks
from support.paths import ROOT
from support.shells import in_bash, in_fish, in_zsh, script

from nemo_spec.cli.parser import COMMANDS

LINES = {
    "nemo-spec che": "check",
    "nemo-spec apply --off": "--offline",
    "nemo-spec help trans": "transition",
    "nemo-spec check rec": "recipe.edit",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shell")
    (folder / "recipe.edit").touch()
    return folder


def test_bash(folder: Path):
    file = script("bash", folder)
    found = {line: in_bash(file, line, folder) for line in LINES}
    assert found == {line: [wanted] for line, wanted in LINES.items()}


def test_fish(folder: Path):
    file = script("fish", folder)
    for line, wanted in LINES.items():
        assert wanted in in_fish(file, line, folder), line


@pytest.mark.parametrize("line", LINES)
def test_zsh(line: str, folder: Path):
    file = script("zsh", folder)
    wanted = f"{line.rpartition(' ')[0]} {LINES[line]}"
    assert wanted in in_zsh(file, line, folder, wanted)


def test_every_command_is_offered(folder: Path):
    offered = in_bash(script("bash", folder), "nemo-spec ", folder)
    assert set(COMMANDS) <= set(offered)


@pytest.mark.slow
def test_the_page_about_it_is_typed_in_an_empty_home(tmp_path: Path):
    (typed,) = blocks((ROOT / "docs" / "how-to" / "shells.md").read_text("utf-8"))
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "HOME": str(tmp_path), "PATH": path}
    subprocess.run(["bash", "-ec", typed.text], env=environment, check=True)
    made = {file.name for file in tmp_path.rglob("*nemo-spec*") if file.stat().st_size}
    assert made == {"nemo-spec", "_nemo-spec", "nemo-spec.fish"}
