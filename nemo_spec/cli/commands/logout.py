"""nemo-spec logout – the token that `login` stored is removed."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from nemo_spec.cli.exit_codes import OK
from nemo_spec.run.session.auth import forget_token
from nemo_spec.run.session.environment import environment


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = "A free token is kept: the service grants a new one only after seven days."


def run(options: argparse.Namespace) -> int:
    settings = environment()
    removed = forget_token(Path.home(), settings.api_url)
    print(f"logged out of {settings.api_url}" if removed else "no token was saved")
    if os.environ.get("NEMO_TOKEN", "").strip():
        print("NEMO_TOKEN is set and still in use", file=sys.stderr)
    return OK
