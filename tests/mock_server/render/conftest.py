from __future__ import annotations

from pathlib import Path

import pytest
from support.render import Render, renderer


@pytest.fixture
def made(footage: dict[str, Path], tmp_path: Path) -> Render:
    """Render a draft over the footage and look at the result."""
    return renderer(footage, tmp_path)
