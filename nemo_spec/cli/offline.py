"""The bundled mock in the place of the service: the only module that knows it."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.connect import connect


def add_offline_arguments(parser: argparse.ArgumentParser) -> None:
    """--offline, and the faults that the mock then shows."""
    parser.add_argument(
        "--offline", action="store_true", help="use the bundled mock instead of the service"
    )
    parser.add_argument(
        "--fault",
        action="append",
        default=[],
        type=_fault,
        metavar="NAME[:KEY=VALUE,…]",
        help="with --offline: let the mock misbehave, for example claimed_not_applied:match=title",
    )


@contextmanager
def bundled_service(faults: list[dict[str, object]]) -> Iterator[tuple[Settings, Path]]:
    """A mock on a free loopback port, and an empty folder in the place of the home folder.

    Tokens of the service and of the mock never meet: NEMO_TOKEN is not looked at.
    """
    from mock_server import start

    with (
        tempfile.TemporaryDirectory(prefix="nemo-spec-") as home,
        start(faults=faults, credits=1000) as mock,
    ):
        yield Settings(api_url=mock.url, web_url=mock.url), Path(home)


@contextmanager
def bundled_service_to_check(credits: int) -> Iterator[tuple[Settings, Path]]:
    """The same, with a token in the home folder that holds so many credits; later ones hold the usual."""
    from mock_server import start

    with (
        tempfile.TemporaryDirectory(prefix="nemo-spec-") as home,
        start(credits=credits) as mock,
    ):
        settings = Settings(api_url=mock.url, web_url=mock.url)
        connect(settings, Clock(), Path(home)).close()
        mock.change(credits=100)
        yield settings, Path(home)


def add_mock_arguments(parser: argparse.ArgumentParser) -> None:
    """All flags of the mock."""
    from mock_server.__main__ import add_arguments

    add_arguments(parser)


def documented_facts() -> dict[str, str]:
    """What is documented of the service, by the ids under which it is checked."""
    from mock_server.facts import FACTS

    return {fact.id: fact.text for fact in FACTS if fact.status == "documented"}


def run_mock(options: argparse.Namespace) -> int:
    """A mock in the foreground. Returns 2 for a wrong option or a port that is taken."""
    from mock_server.__main__ import serve

    return serve({k: v for k, v in vars(options).items() if k != "command"}, "nemo-spec mock")


def _fault(text: str) -> dict[str, object]:
    from mock_server.errors import ApiError
    from mock_server.faults import read_flag

    try:
        return dict(read_flag(text))
    except ApiError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
