"""nemo-spec mock – the bundled mock of the service, until it is interrupted."""

from __future__ import annotations

import argparse

from nemo_spec.harness.bundled_mock import add_mock_arguments, run_mock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_mock_arguments(parser)
    parser.epilog = (
        "To use it from other commands, set NEMO_API_URL=<the address that it prints>. With --data DIR "
        "its sessions, credits and renders survive a restart. It is both gateways of the service: "
        "NEMO_GATEWAY=second speaks to the other one."
    )


def run(options: argparse.Namespace) -> int:
    return run_mock(options)
