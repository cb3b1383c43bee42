"""Golden cases: recipes beside what the program says about them."""

from __future__ import annotations

from typing import Any

import pytest
from support.golden_cases import Golden


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write what the program says now into the golden files; review it as a diff",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    update: Any = request.config.getoption("--update-goldens", default=False)
    return Golden(bool(update))
