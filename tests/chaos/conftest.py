"""One mock for all tests, killed and started again; one undisturbed run to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from support.chaos import Bill, Project, Service, bill, service


@pytest.fixture(scope="session")
def mock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with service(tmp_path_factory.mktemp("mock")) as found:
        yield found


@pytest.fixture
def project(mock: Service, tmp_path: Path) -> Callable[[], Project]:
    numbers = count()
    return lambda: Project(mock, tmp_path / str(next(numbers)))


@pytest.fixture(scope="session")
def undisturbed(mock: Service, tmp_path_factory: pytest.TempPathFactory) -> tuple[Bill, int]:
    """The bill of a run that nothing happens to, and how often it writes to its journal."""
    quiet = Project(mock, tmp_path_factory.mktemp("undisturbed"))
    commits = quiet.folder / "commits"
    ended = quiet.apply(commits=str(commits)).wait()
    assert ended.code == 0, ended
    return bill(quiet), len(commits.read_text().splitlines())
