"""Options that concern the bundled mock."""

from __future__ import annotations

import argparse

from nemo_spec.harness.bundled_mock import FREE_CREDITS, fault


def add_offline_arguments(parser: argparse.ArgumentParser) -> None:
    """--offline, and the faults that the mock then shows."""
    parser.add_argument(
        "--offline", action="store_true", help="use the bundled mock instead of the service"
    )
    add_fault_argument(parser, "with --offline: ")
    add_credits_argument(parser, "with --offline: ", FREE_CREDITS, "as a free account")


def add_fault_argument(parser: argparse.ArgumentParser, condition: str = "") -> None:
    """--fault, the misbehaviour of the mock."""
    parser.add_argument(
        "--fault", action="append", default=[], type=_fault, metavar="NAME[:KEY=VALUE,…]",
        help=f"{condition}make the mock misbehave, for example claimed_not_applied:match=title",
    )  # fmt: skip


def add_credits_argument(
    parser: argparse.ArgumentParser, condition: str, usual: int, why: str
) -> None:
    """--credits, what an account at the mock holds; `why` tells where the default comes from."""
    parser.add_argument(
        "--credits", type=_credits, metavar="N",
        help=f"{condition}credits of the account (default {usual}, {why})",
    )  # fmt: skip


def _credits(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise argparse.ArgumentTypeError("write a whole number of credits such as 200")
    return int(text)


def _fault(text: str) -> dict[str, object]:
    try:
        return fault(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
