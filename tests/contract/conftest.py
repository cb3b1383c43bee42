"""The whole way: real sockets, real files, the program as a person calls it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import Call, run_command


@pytest.fixture
def nemo_spec(capsys: pytest.CaptureFixture[str]) -> Call:
    """Run a command in this process."""
    return lambda *arguments: run_command(arguments, capsys)


@pytest.fixture
def recipe(tmp_path: Path) -> Callable[..., Path]:
    """Write a recipe into an empty project."""

    def write(text: str, name: str = "work.edit") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write
