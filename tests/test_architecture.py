"""Stations import in one direction, nothing imports in a circle, the two sides of the wire share no code,
and the tests mirror the source."""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest
from support.paths import ROOT

STATIONS = (
    "version", "safe_files", "child_process", "project_root", "language", "timeline", "media", "verbs",
    "recipe", "compile", "verdict", "run", "report", "interchange", "harness", "api", "batches",
    "lsp", "mcp", "cli", "pytest_plugin",
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
    "batches": {"nemo"},
    "mcp": {"nemo"},
    "cli": {"nemo", "conformance"},
    "pytest_plugin": {"nemo"},
}
"""What a station may import from beside the line."""

TESTS = ROOT / "tests"
BEYOND_THE_SOURCE = {"cases", "contract", "recipes", "chaos", "support"}
"""Folders of tests that mirror no folder of the source."""


def imported(path: Path) -> set[str]:
    """Dotted names of all that a file imports: at the top, in functions, under TYPE_CHECKING."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{_absolute(node, path)}.{alias.name}" for alias in node.names}
    return found


def _absolute(node: ast.ImportFrom, path: Path) -> str:
    if not node.level:
        return node.module or ""
    package = ".".join(path.parent.relative_to(ROOT).parts)
    return importlib.util.resolve_name("." * node.level + (node.module or ""), package)


def source() -> dict[str, Path]:
    """Every module of the two packages by its dotted name."""
    paths = [path for top in ("nemo_spec", "mock_server") for path in (ROOT / top).rglob("*.py")]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    return {name.removesuffix(".__init__"): path for name, path in zip(names, paths, strict=True)}


def import_graph(modules: Mapping[str, Path]) -> dict[str, set[str]]:
    """Who imports whom. A name that is no module counts for the module that holds it."""
    graph = {}
    for module, path in modules.items():
        names = {n if n in modules else n.rpartition(".")[0] for n in imported(path)}
        graph[module] = names & set(modules) - {module}
    return graph


def circles(graph: Mapping[str, set[str]]) -> Iterator[list[str]]:
    """One circle, then those that remain once its modules are left out, and so on."""
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = set(error.args[1])
            yield sorted(circle)
            graph = {m: imports - circle for m, imports in graph.items() if m not in circle}
        else:
            return


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
    return {"__init__": {*STATIONS[: STATIONS.index("batches") + 1], "nemo"}, "__main__": {"cli"}}[
        station
    ]


def test_every_module_belongs_to_a_station():
    known = {*STATIONS, *BESIDE, "__init__", "__main__"}
    assert {station_of(path) for path in modules()} <= known


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_one_way(path: Path):
    stations = {
        name.split(".")[1]
        for name in imported(path)
        if name.startswith("nemo_spec.") and name.split(".")[1] in (*STATIONS, *BESIDE)
    }
    assert stations <= allowed(station_of(path))


def test_the_rules_see_a_wrong_import(tmp_path: Path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("from nemo_spec.run.runner import Runner\n")
    assert "nemo_spec.run.runner.Runner" in imported(wrong)
    assert "run" not in allowed("language")


def test_only_nemo_imports_httpx():
    assert {station_of(path) for path in modules() if _imports(path, "httpx")} == {"nemo"}


def test_the_mock_is_known_at_one_place_and_knows_nothing():
    users = [p.name for p in modules() if _imports(p, "mock_server")]
    assert users == ["bundled_mock.py"]
    for path in (ROOT / "mock_server").rglob("*.py"):
        assert not _imports(path, "nemo_spec"), path


def _imports(path: Path, *packages: str) -> bool:
    return any(name.split(".")[0] in packages for name in imported(path))


AGENT = (
    "values",
    "lexicon",
    "wording",
    "operations",
    "frames",
    "clauses",
    "reading",
    "word_by_word",
    "second_look",
    "execution",
)
"""The way of a message through the mock's agent: a room imports from itself and from those before it."""


def test_the_rooms_of_the_agent_import_in_one_direction():
    graph = import_graph(source())
    rooms = {name: name.split(".")[2] for name in graph if name.startswith("mock_server.agent.")}
    place = {room: number for number, room in enumerate(AGENT)}
    back = {
        f"{name} → {other}"
        for name, room in rooms.items()
        for other in graph[name] & rooms.keys()
        if place[room] < place[rooms[other]]
    }
    assert back == set()


LINES = 400
"""A file that is longer holds more than one matter."""


def test_no_file_is_long():
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in source().items()}
    assert {name: count for name, count in lengths.items() if count > LINES} == {}


def test_a_name_of_a_module_is_given_once():
    for name, path in source().items():
        given = [
            target.id
            for node in ast.parse(path.read_text("utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        twice = {one for one in given if given.count(one) > 1}
        assert not twice, f"{name}: the second {twice} hides the first"


# Circles ----------------------------------------------------------------------------------------


def test_nothing_imports_in_a_circle():
    assert list(circles(import_graph(source()))) == []


def test_a_circle_is_seen_wherever_the_import_stands(tmp_path: Path):
    texts = {
        "a": "def late():\n    from b import thing\n",
        "b": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import c\n",
        "c": "from a import late\nimport d\n",
        "d": "",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.py").write_text(text)
    modules = {name: tmp_path / f"{name}.py" for name in texts}
    assert list(circles(import_graph(modules))) == [["a", "b", "c"]]


def test_an_import_of_a_submodule_is_none_of_its_package():
    path = ROOT / "nemo_spec" / "run" / "runner.py"
    modules = {"nemo_spec.run": path, "nemo_spec.run.events": path, "nemo_spec.run.runner": path}
    assert import_graph(modules)["nemo_spec.run.runner"] == {"nemo_spec.run.events"}


# The tests ----------------------------------------------------------------------------------------


def files_of_tests() -> list[Path]:
    return sorted([*TESTS.rglob("test_*.py"), *TESTS.rglob("conftest.py")])


@pytest.mark.parametrize(
    "path", sorted(TESTS.rglob("*.py")), ids=lambda p: str(p.relative_to(TESTS))
)
def test_no_test_is_imported(path: Path):
    of_tests = {one.stem for one in files_of_tests()}
    parts = {part for name in imported(path) for part in name.split(".")[:-1]}
    assert not of_tests & parts, "what tests share belongs in tests/support/"


def test_helpers_stand_in_support_only():
    known = {*files_of_tests(), *(TESTS / "support").rglob("*.py")}
    assert [path for path in TESTS.rglob("*.py") if path not in known] == []


@pytest.mark.parametrize("path", sorted(TESTS.rglob("conftest.py")), ids=lambda p: p.parent.name)
def test_a_conftest_holds_fixtures_and_nothing_else(path: Path):
    for node in ast.parse(path.read_text("utf-8")).body:
        assert not isinstance(node, ast.ClassDef), f"{node.name} belongs in tests/support/"
        if isinstance(node, ast.FunctionDef):
            marks = " ".join(map(ast.unparse, node.decorator_list))
            assert "fixture" in marks or node.name.startswith("pytest_"), node.name


def test_the_tests_mirror_the_source():
    folders = {p.parent.relative_to(TESTS) for p in TESTS.rglob("test_*.py")} - {Path()}
    tops = [ROOT / "nemo_spec", ROOT]
    lost = [f for f in folders if not any((top / f).is_dir() for top in tops)]
    assert [f for f in lost if f.parts[0] not in BEYOND_THE_SOURCE] == []


def test_every_name_that_is_patched_must_exist():
    """`raising=False` lets a patch of a misspelt or renamed function pass in silence."""
    for path in TESTS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".setattr"):
                assert all(word.arg != "raising" for word in node.keywords), path
