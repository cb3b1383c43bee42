"""ARCHITECTURE.md and CONTRIBUTING.md: short, and about files that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "nemo_spec"
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PICTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_the_picture_is_under_sixty_lines_and_shows_every_room() -> None:
    assert len(PICTURE.splitlines()) < 60
    rooms = [path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()]
    for room in rooms:
        assert re.search(rf"^ +[│▼]? *{room}/?\s", PICTURE, re.MULTILINE), room


def test_the_guide_tells_how_to_add_each_kind_of_thing() -> None:
    sections = re.findall(r"(?m)^## (.+)$", GUIDE)
    assert sections[1:] == [
        "Add a verb", "Add a property", "Add a report", "Add a format for another editor",
        "Add an error code", "Add a fact to the mock",
    ]  # fmt: skip


def test_every_file_of_the_guide_exists() -> None:
    named = re.findall(r"`((?:\w+/)+[\w.-]*)[`*]", GUIDE)
    assert len(named) > 20
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("name", re.findall(r"`((?:\w+/)+\w+\.py|\w+/)`", PICTURE))
def test_every_file_of_the_picture_exists(name: str) -> None:
    assert (PACKAGE / name).exists() or (ROOT / name).exists()
