"""nemo-spec credits – what is left to spend."""

from __future__ import annotations

import argparse

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.service_options import opened_service
from nemo_spec.run.service import Service
from nemo_spec.run.session.environment import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "Edits cost about 50 credits a session, a generated clip about 100; exports are free."
    )


def run(options: argparse.Namespace) -> int:
    with opened_service(environment()) as service:
        show_credits(service)
    return OK


def show_credits(service: Service) -> None:
    """Print what is available and reserved, and where to get more when nothing is left."""
    nemo = service.nemo
    credits = service.call(nemo.credits)
    held = f", {credits.frozen:g} more reserved for running work" if credits.frozen else ""
    print(f"{credits.available:g} credits available{held}")
    if credits.available <= 0:
        print(nemo.more_credits)
