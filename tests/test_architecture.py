"""The stations import in one direction, and the two sides of the wire share no code."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

STATIONS = (
    "version", "safe_files", "child_process", "project_root", "language", "timeline", "media", "verbs",
    "recipe", "compile", "verify", "run", "report", "harness", "api", "cli", "pytest_plugin",
)  # fmt: skip
"""Top to bottom: a station imports only from itself and from those before it."""

BESIDE = {
    "nemo": {"nemo", "safe_files", "version"},
    "conformance": {"conformance", "nemo", "media", "safe_files"},
}
"""Rooms beside the line, and what of nemo_spec they may import."""

OFF_THE_LINE = {
    "recipe": {"nemo"},
    "run": {"nemo"},
    "report": {"nemo"},
    "harness": {"nemo"},
    "api": {"nemo"},
    "cli": {"nemo", "conformance"},
    "pytest_plugin": {"nemo"},
}
"""What a station may import from beside the line."""


def imported_modules(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def station_of(path: Path) -> str:
    inside = path.relative_to(ROOT / "nemo_spec")
    return inside.parts[0].removesuffix(".py")


def modules() -> list[Path]:
    return sorted((ROOT / "nemo_spec").rglob("*.py"))


def allowed(station: str) -> set[str]:
    if station in BESIDE:
        return BESIDE[station]
    if station in STATIONS:
        upto = STATIONS[: STATIONS.index(station) + 1]
        return set(upto) | OFF_THE_LINE.get(station, set())
    return {"__init__": {*STATIONS[: STATIONS.index("api") + 1], "nemo"}, "__main__": {"cli"}}[
        station
    ]


def test_every_module_belongs_to_a_station():
    known = {*STATIONS, *BESIDE, "__init__", "__main__"}
    assert {station_of(path) for path in modules()} <= known


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path):
    stations = {
        name.split(".")[1]
        for name in imported_modules(path)
        if name.startswith("nemo_spec.") and name.split(".")[1] in (*STATIONS, *BESIDE)
    }
    assert stations <= allowed(station_of(path))


def test_the_rules_see_a_wrong_import(tmp_path: Path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from nemo_spec.run.runner import Runner\n")
    assert "nemo_spec.run.runner.Runner" in imported_modules(wrong)
    assert "run" not in allowed("language")


def test_only_nemo_imports_httpx():
    assert {station_of(path) for path in modules() if _imports(path, "httpx")} == {"nemo"}


def test_the_mock_is_known_at_one_place_and_knows_nothing():
    users = [p.name for p in modules() if _imports(p, "mock_server")]
    assert users == ["bundled_mock.py"]
    for path in (ROOT / "mock_server").rglob("*.py"):
        assert not _imports(path, "nemo_spec"), path


def _imports(path: Path, *packages: str) -> bool:
    return any(name.split(".")[0] in packages for name in imported_modules(path))
