"""A journal in each kind of storage, and the PostgreSQL server of the tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.workspace import journal_of


@pytest.fixture
def shared(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """The address of a shared journal; the environment names it, and a project of this test's own."""
    url: str = request.getfixturevalue("postgres").url
    monkeypatch.setenv("NEMO_JOURNAL", url)
    monkeypatch.setenv("NEMO_PROJECT", str(tmp_path))
    return url


@pytest.fixture(params=["file", pytest.param("shared", marks=pytest.mark.postgres)])
def journals(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Journal]:
    if request.param == "shared":
        request.getfixturevalue("shared")
    return lambda: journal_of(tmp_path)
