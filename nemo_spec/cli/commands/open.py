"""nemo-spec open – a link with which a browser takes the session over."""

from __future__ import annotations

import argparse
import sys

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.service_options import (
    add_session_arguments,
    opened_service,
    read_state,
    required_session,
)
from nemo_spec.nemo.client import claim_link
from nemo_spec.run.session.environment import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_session_arguments(parser)
    parser.add_argument("--browser", action="store_true", help="also open the link in the browser")


def run(options: argparse.Namespace) -> int:
    settings = environment()
    session = required_session(settings, options)
    with opened_service(settings) as service:
        task = session.task_id or read_state(service, session).task_id
        claim = service.call(lambda: service.nemo.claim_token(task, session.session_id))
        link = claim_link(service.nemo.settings, claim.claim_token)
    print(link, flush=True)
    days = "" if claim.expires_in is None else f" for {claim.expires_in / 86400:.0f} days"
    print(f"anyone with this link can take over the session{days}", file=sys.stderr)
    if options.browser:
        import webbrowser

        webbrowser.open(link)
    return OK
