"""nemo-spec login – an account's token, asked for and kept for the commands that follow."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import replace
from getpass import getpass
from pathlib import Path

from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.nemo.gateways import client_of
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import SavedToken, save_token
from nemo_spec.run.session.environment import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = (
        "The token is read from a hidden prompt or from standard input: `nemo-spec login < token.txt`. "
        "It is tested, then saved in ~/.config/nemovideo/token.json, which only you can read. Without a "
        "token of your own, commands request a free one."
    )
    # Taken only to be refused in words; what an argument says stays in the shell's history.
    parser.add_argument("token", nargs="*", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    if options.token:
        message = (
            "a token on the command line stays in the shell history, and other users can see it"
        )
        raise CommandError(f"{message} – write `nemo-spec login` and paste it there")
    settings = replace(environment(), token=None)
    token = _asked()
    if not token:
        raise CommandError("no token was given")
    with client_of(settings, token) as nemo:
        credits = nemo.credits()
    save_token(Path.home(), SavedToken(token, settings.api_url), Clock())
    print(f"logged in at {settings.api_url}, {credits.available:g} credits available")
    if os.environ.get("NEMO_TOKEN", "").strip():
        print("NEMO_TOKEN is set and takes precedence", file=sys.stderr)
    return OK


def _asked() -> str:
    if sys.stdin.isatty():
        return getpass("Token: ").strip()
    return sys.stdin.readline(4096).strip()
