"""The sentences that people type, in the files beside the agent's tests."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EVERY = pytest.mark.parametrize(
    "every", [pytest.param(20, id="a twentieth"), pytest.param(1, id="all", marks=pytest.mark.slow)]
)
"""How many sentences of a file are said: a twentieth in the default suite, all in `make test-long`."""


def entries(file: Path, every: int) -> list[list[str]]:
    """Every n-th entry of a file; from which one on depends on its name."""
    found: list[list[str]] = json.loads(file.read_text("utf-8"))
    return found[sum(file.stem.encode()) % min(every, len(found)) :: every]
