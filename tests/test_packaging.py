"""What is published: the files of the source archive and of the wheel, and for which Pythons."""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import pytest
from support.paths import ROOT

SDIST = pytest.importorskip("hatchling.builders.sdist", reason="hatchling is not installed")
WHEEL = pytest.importorskip("hatchling.builders.wheel")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def files(builder: Any) -> Iterator[str]:
    yield from (
        PurePosixPath(one.distribution_path).as_posix() for one in builder.recurse_included_files()
    )


def test_the_source_archive_holds_what_users_need_and_nothing_else():
    found = set(files(SDIST.SdistBuilder(str(ROOT))))
    tops = {name.partition("/")[0] for name in found}
    assert tops == {
        "nemo_spec", "mock_server", "grammar",
        "README.md", "LICENSE", "CHANGELOG.md", "SECURITY.md",
    }  # fmt: skip
    assert {"nemo_spec/py.typed", "grammar/edit.lark", "grammar/edit.terminals.json"} <= found
    assert not any("__pycache__" in name for name in found)


def test_the_wheel_holds_the_packages():
    found = set(files(WHEEL.WheelBuilder(str(ROOT))))
    assert {name.partition("/")[0] for name in found} == {"nemo_spec", "mock_server"}
    assert {"nemo_spec/py.typed", "nemo_spec/lsp/server.py", "nemo_spec/mcp/server.py"} <= found
    assert any(name.startswith("mock_server/assets/LICENSE-") for name in found)


def test_a_classifier_for_every_tested_python():
    spec = importlib.util.spec_from_file_location("matrix", ROOT / "tools" / "run_matrix.py")
    assert spec is not None
    assert spec.loader is not None
    matrix = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(matrix)
    named = [one.rpartition(" ")[2] for one in PROJECT["classifiers"] if ":: 3." in one]
    assert named == list(matrix.PYTHONS)
    assert PROJECT["requires-python"] == f">={named[0]}"


def test_every_extra_is_named_after_its_command():
    from nemo_spec.cli.parser import COMMANDS

    assert {name for name in PROJECT["optional-dependencies"] if name in COMMANDS} == {"lsp", "mcp"}
