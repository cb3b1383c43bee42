"""One mock for all recipes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from support.gallery import Applied, apply

from mock_server import start
from mock_server.render import render
from nemo_spec.compile import Program


@pytest.fixture(scope="session")
def carry_out(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Applied]]:
    """Apply a program in a session of its own, with credits enough for generated clips."""
    home = tmp_path_factory.mktemp("home")
    with start(credits=100_000, render=partial(render, preset="ultrafast")) as mock:

        def run(program: Program, folder: Path) -> Applied:
            return apply(program, mock.url, home, folder)

        yield run
        assert mock.bugs == []
