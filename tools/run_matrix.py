"""Run the default suite with each Python, and with the lowest versions that pyproject.toml allows.

    python tools/run_matrix.py [PYTHON …]

A PYTHON is a version or the path of an interpreter; 3.11, 3.12 and 3.13 otherwise. Each gets an
environment of its own in .matrix/, and the first one a second with tests/lowest.txt. One that is
not there is said and counts as a failure. `--write` writes tests/lowest.txt.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOWEST = ROOT / "tests" / "lowest.txt"
PYTHONS = ("3.11", "3.12", "3.13")
NOT_RUN = "not there, not tested"


def lowest() -> str:
    """The lower bounds of all dependencies as constraints. Raises ValueError for one without."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = []
    for wanted in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        found = re.fullmatch(r"([A-Za-z0-9_.-]+)(?:\[[a-z,]+\])?>=([0-9.]+)", wanted)
        if found is None:
            raise ValueError(f"{wanted}: write it as name>=version")
        lines.append(f"{found[1]}=={found[2]}\n")
    return "".join(lines)


def interpreter(wanted: str) -> str | None:
    """The path of an interpreter that works; None when there is none."""
    named = f"python{wanted}" if re.fullmatch(r"[0-9.]+", wanted) else wanted
    program = shutil.which(named)
    if program is None:
        return None
    # A shim may stand for an interpreter that is not installed.
    tried = subprocess.run([program, "-c", "import venv"], capture_output=True, check=False)
    return program if tried.returncode == 0 else None


def runs(wanted: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Name, interpreter as wanted, and whether with the lowest versions."""
    yield f"{wanted[0]} lowest", wanted[0], True
    for one in wanted:
        yield one, one, False


def run(name: str, program: str, is_lowest: bool) -> str:
    """What became of one environment: `ok`, or what failed."""
    folder = ROOT / ".matrix" / re.sub(r"[^\w.]+", "-", name).strip("-")
    shutil.rmtree(folder, ignore_errors=True)
    bin_ = folder / ("Scripts" if os.name == "nt" else "bin")
    limits = ["--constraint", str(LOWEST)] if is_lowest else []
    pip = [str(bin_ / "python"), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    # What is on the path of the caller shall not help, nor shadow what was installed.
    clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    steps = {
        "making the environment": [program, "-m", "venv", str(folder)],
        "installing": [*pip, "--editable", ".[dev]", *limits],
        "the tests": [str(bin_ / "python"), "-m", "pytest", "-n", "2", "-p", "no:cacheprovider"],
    }
    for step, command in steps.items():
        if subprocess.run(command, cwd=ROOT, env=clean, check=False).returncode:
            return f"{step} failed"
    return "ok"


def main(wanted: list[str]) -> int:
    """Runs all; 1 when any is not ok."""
    if wanted == ["--write"]:
        LOWEST.write_text(lowest(), "utf-8")
        return 0
    results = {}
    for name, python, is_lowest in runs(wanted or list(PYTHONS)):
        program = interpreter(python)
        print(f"== {name}: {program or NOT_RUN}", flush=True)
        results[name] = NOT_RUN if program is None else run(name, program, is_lowest)
    print("\n".join(f"{name:<24} {result}" for name, result in results.items()))
    return int(set(results.values()) != {"ok"})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
