"""The versions that the matrix tries are those that the project promises."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN = [sys.executable, str(ROOT / "tools" / "run_matrix.py")]

sys.path.append(str(ROOT / "tools"))
import run_matrix  # noqa: E402


def test_the_lowest_versions_are_those_of_pyproject():
    """`python tools/run_matrix.py --write` writes them."""
    assert run_matrix.LOWEST.read_text("utf-8") == run_matrix.lowest()


def test_a_python_that_is_not_there_is_said_and_fails(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    shim = tmp_path / "python9.9"
    shim.write_text("#!/bin/sh\nexit 127\n")
    shim.chmod(0o700)
    assert subprocess.run([*RUN, str(shim), "9.8"], check=False).returncode == 1
    said = capfd.readouterr().out
    assert f"{shim} lowest" in said
    assert said.count("9.8") == 2
    assert said.count("not there, not tested") == 6


def test_an_interpreter_by_version_and_by_path():
    assert run_matrix.interpreter(sys.executable)
    assert [one[2] for one in run_matrix.runs(["3.11", "3.12"])] == [True, False, False]
