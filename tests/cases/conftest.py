"""Golden cases: recipes beside what the program says about them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the program says now into the golden files; review it as a diff",
    )


class Golden:
    """Compares a text with a file, or writes it there."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, path: Path, text: str) -> None:
        if self.update:
            path.write_text(text, encoding="utf-8")
            return
        known = path.read_text(encoding="utf-8") if path.is_file() else ""
        assert text == known, f"{path.name} is stale: pytest {path.parent} --update-goldens"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    update: Any = request.config.getoption("--update-goldens", default=False)
    return Golden(bool(update))
