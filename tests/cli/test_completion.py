"""Completion scripts in the shells that read them."""

from __future__ import annotations

from pathlib import Path

import pytest
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
