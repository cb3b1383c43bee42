"""nemo-spec whoami – which account commands act for; the token itself is never shown."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.cli.exit_codes import OK
from nemo_spec.nemo.gateways import client_of
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.text import clean_line
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import SavedToken, saved_token
from nemo_spec.run.session.environment import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "Asks the service for the balance only, and never requests a token."


def run(options: argparse.Namespace) -> int:
    settings = environment()
    saved = None if settings.token else saved_token(settings, Clock(), Path.home())
    print(f"service  {settings.api_url}")
    print(f"account  {_account(settings, saved)}", flush=True)
    token = settings.token or (saved.token if saved else None)
    if token:
        with client_of(settings, token) as nemo:
            print(f"credits  {nemo.credits().available:g}")
    return OK


def _account(settings: Settings, saved: SavedToken | None) -> str:
    if settings.token:
        return "your own, from NEMO_TOKEN"
    if saved is None:
        return "none yet: the first command that needs one requests a free one"
    if saved.client_id is None:
        return "your own, from `nemo-spec login`"
    until = f", until {saved.expires_at:%Y-%m-%d %H:%M} UTC" if saved.expires_at else ""
    return f"free, {clean_line(saved.user_id) or 'anonymous'}{until}"
