"""The hooks for pre-commit and the steps of the GitHub Action, run as they stand."""

from __future__ import annotations

import json
import os
import re
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
    folder = tmp_path / "project"
    (folder / ".git").mkdir(parents=True)
    (folder / "recipes").mkdir()
    (folder / "recipes" / "good one.edit").write_text('title 0-3s "a"\nexport 90p mp4\n')
    return folder


def run(command: list[str], folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", **environment}
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def hook(name: str, *files: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return run([*shlex.split(HOOKS[name]["entry"]), *files], folder)


def step(name: str, folder: Path, recipes: str = "recipes") -> subprocess.CompletedProcess[str]:
    """As the runner starts a step with `shell: bash`, its expressions filled in."""
    temp = folder.with_name("temp")
    temp.mkdir(exist_ok=True)
    inputs = {name: str(one["default"]) for name, one in ACTION["inputs"].items()}
    known = {f"inputs.{name}": value for name, value in (inputs | {"recipes": recipes}).items()}
    environment = {
        name: re.sub(r"\$\{\{ (.+?) \}\}", lambda found: known[found[1]], value)
        for name, value in STEPS[name].get("env", {}).items()
    }
    for file in ("OUTPUT", "ENV", "STEP_SUMMARY"):
        environment[f"GITHUB_{file}"] = str(temp / file)
    script = temp / "step.sh"
    script.write_text(STEPS[name]["run"])
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
    return run(command, folder, RUNNER_TEMP=str(temp), GITHUB_ACTIONS="true", **environment)


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
    (kept,) = [one["with"] for one in STEPS.values() if "upload-artifact" in one.get("uses", "")]
    assert kept["path"] == "${{ runner.temp }}/nemo-spec"
    report = project.with_name("temp") / "nemo-spec"
    assert json.loads((report / "report.json").read_text())["result"] == "met"
    assert (report / "report.xml").read_text().startswith("<?xml")


@bash
@pytest.mark.slow
def test_what_is_wrong_becomes_an_annotation(project: Path):
    (project / "recipes" / "bad.edit").write_text("titel\n")
    assert step("Check", project).returncode != 0
    tested = step("Test", project)
    assert tested.returncode != 0
    assert "::error file=recipes/bad.edit,line=1" in tested.stdout
    assert (project.with_name("temp") / "nemo-spec" / "report.json").is_file()


@bash
@pytest.mark.parametrize("recipes", ["nowhere", ".git"])
def test_no_recipes_are_a_mistake(project: Path, recipes: str):
    tested = step("Test", project, recipes)
    assert (tested.returncode, tested.stderr.startswith("error: ")) == (2, True)
    assert "usage" not in step("Check", project, recipes).stderr


def test_no_input_becomes_part_of_a_script():
    """An expression in a script is pasted into it, whatever it holds."""
    assert all("${{" not in one.get("run", "") for one in STEPS.values())
