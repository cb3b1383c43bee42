"""Options that concern the bundled mock."""

from __future__ import annotations

import argparse

from nemo_spec.harness.bundled_mock import fault


def add_offline_arguments(parser: argparse.ArgumentParser) -> None:
    """--offline, and the faults that the mock then shows."""
    parser.add_argument(
        "--offline", action="store_true", help="use the bundled mock instead of the service"
    )
    add_fault_argument(parser, "with --offline: ")


def add_fault_argument(parser: argparse.ArgumentParser, condition: str = "") -> None:
    """--fault, the misbehaviour of the mock."""
    parser.add_argument(
        "--fault", action="append", default=[], type=_fault, metavar="NAME[:KEY=VALUE,…]",
        help=f"{condition}make the mock misbehave, for example claimed_not_applied:match=title",
    )  # fmt: skip


def _fault(text: str) -> dict[str, object]:
    try:
        return fault(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
