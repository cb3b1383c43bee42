"""Slips in a command: what was meant is named, nothing is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.commands import Call


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [(["aply", "a.edit"], "did you mean `apply`?"), (["chek", "a.edit"], "did you mean `check`?"),
     (["a.edit"], "write `nemo-spec apply a.edit`"), (["frobnicate"], "see `nemo-spec --help`"),
     (["apply", "a.edit", "--ofline"], "did you mean `--offline`?"),
     (["apply", "a.edit", "--frsh"], "did you mean `--fresh`?"),
     (["check", "a.edit", "--formt", "json"], "did you mean `--format`?"),
     (["check", "a.edit", "--zzz"], "unrecognized arguments: --zzz\n")],
)  # fmt: skip
def test_what_was_meant_is_named(call: Call, arguments: list[str], cure: str):
    outcome = call(*arguments)
    assert outcome.code == 2
    assert cure in outcome.err


@pytest.mark.usefixtures("clip")
@pytest.mark.parametrize("command", ["apply", "plan"])
def test_a_clip_in_front_of_its_recipe(call: Call, project: Path, command: str):
    (project / "a.edit").write_text("keep first 1s\n", "utf-8")
    outcome = call(command, "clip.mp4", "a.edit")
    assert outcome.code == 2
    assert "the recipe comes first: write `a.edit clip.mp4`" in outcome.err
