"""Arguments → the module of a command and its options. Only that command is imported."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

from nemo_spec import __version__
from nemo_spec.cli import COMMANDS


class Command(Protocol):
    """What a command module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; returns the exit code."""


def parse_arguments(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command and its options. Usage errors exit with 2."""
    parser = argparse.ArgumentParser(
        prog="nemo-spec", description="Video edits as code, checked against the draft."
    )
    parser.add_argument("--version", action="version", version=f"nemo-spec {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    module: Command | None = None
    for name, summary in COMMANDS.items():
        command = commands.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        if name == chosen:
            module = import_module(f"nemo_spec.cli.{name}")
            assert module is not None
            module.add_arguments(command)
    options = parser.parse_args(arguments)
    assert module is not None
    return module, options
