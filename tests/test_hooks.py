"""The hooks for pre-commit and the steps of the GitHub Action, run as they stand."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from support.paths import ROOT

HOOKS = {one["id"]: one for one in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
STEPS = {one["name"]: one for one in ACTION["runs"]["steps"]}
BIN = Path(sys.executable).parent
bash = pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "recipes").mkdir()
    (tmp_path / "recipes" / "good one.edit").write_text('title 0-3s "a"\nexport 90p mp4\n')
    return tmp_path


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def hook(name: str, *files: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return run([*shlex.split(HOOKS[name]["entry"]), *files], folder)


def step(name: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """As the runner starts a step with `shell: bash`."""
    script = folder / "step.sh"
    script.write_text(STEPS[name]["run"])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return run(command, folder, RECIPES="recipes", RUNNER_TEMP=str(folder), **environment)


def test_a_hook_refuses_what_is_wrong(project: Path):
    (project / "bad.edit").write_text("titel\n")
    assert hook("nemo-spec-check", "recipes/good one.edit", folder=project).returncode == 0
    found = hook("nemo-spec-check", "recipes/good one.edit", "bad.edit", folder=project)
    assert found.returncode == 2
    assert "E102" in found.stderr


def test_a_hook_formats(project: Path):
    loose = project / "loose.edit"
    loose.write_text("cut   0-3s;  mute\n")
    assert hook("nemo-spec-fmt", "loose.edit", folder=project).returncode == 0
    assert loose.read_text() == "cut 0-3s\nmute\n"


@bash
@pytest.mark.slow
def test_the_steps_of_the_action(project: Path):
    assert step("Check", project).returncode == 0
    tested = step("Test", project)
    assert tested.returncode == 0, tested.stderr
    report = json.loads((project / "nemo-spec" / "report.json").read_text())
    assert report["result"] == "met"
    assert (project / "nemo-spec" / "report.xml").read_text().startswith("<?xml")


@bash
@pytest.mark.slow
def test_what_is_wrong_becomes_an_annotation(project: Path):
    (project / "recipes" / "bad.edit").write_text("titel\n")
    assert step("Check", project).returncode != 0
    tested = step("Test", project)
    assert tested.returncode != 0
    assert "::error file=recipes/bad.edit,line=1" in tested.stdout


def test_no_input_becomes_part_of_a_script():
    """An expression in a script is pasted into it, whatever it holds."""
    assert all("${{" not in one.get("run", "") for one in STEPS.values())
