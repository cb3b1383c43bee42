"""Tests name only what exists: a patch of a name that is gone changes nothing, and nobody notices."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
_NAME = re.compile(r"\b(?:nemo_spec|mock_server)(?:\.\w+)+")


def modules() -> list[Path]:
    return sorted(TESTS.rglob("*.py"))


def dotted_names(tree: ast.AST) -> Iterator[str]:
    """The names of ours in texts: targets of patches, programs of child processes, references."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _NAME.findall(node.value)


def exists(name: str) -> bool:
    first, *rest = name.split(".")
    found: object = import_module(first)
    for number, part in enumerate(rest, 1):
        try:
            found = getattr(found, part)
        except AttributeError:
            try:
                found = import_module(".".join([first, *rest[:number]]))
            except ModuleNotFoundError:
                return False
    return True


def forgiving_patches(tree: ast.AST) -> Iterator[int]:
    """The lines of `setattr(..., raising=False)`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in ("setattr", "delattr"):
            yield from (node.lineno for one in node.keywords if one.arg == "raising")


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(TESTS)))
def test_a_test_names_only_what_exists(path: Path):
    tree = ast.parse(path.read_text("utf-8"))
    assert [name for name in dotted_names(tree) if not exists(name)] == []
    assert list(forgiving_patches(tree)) == []


def test_the_rule_sees_a_name_that_is_gone():
    gone = ".".join(["nemo_spec", "run", "waits", "EMBEDDED"])
    tree = ast.parse(f'patch.setattr("{gone}", 1, raising=False)')
    assert (list(dotted_names(tree)), list(forgiving_patches(tree))) == ([gone], [1])
    assert not exists(gone)
    assert exists("nemo_spec.run.timeouts.EMBEDDED")
