"""The program in its own process, with the streams and locale of a test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

from support.paths import ROOT

SPECS = ROOT / "specs"
CLEARED = (
    *("LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8", "PYTHONUNBUFFERED"),
    *("NO_COLOR", "TERM", "NEMO_SPEC_DEBUG"),
)

DRIVER = """\
import atexit, os, signal, sys, time
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
def send(number=signal.SIGINT):
    os.kill(os.getpid(), number)
def at_import(name, number=signal.SIGINT):
    sys.addaudithook(lambda event, about: event == "import" and about[0] == name and send(number))
{before}
from nemo_spec.cli.main import main
sys.exit(main())
"""
"""Runs the program with something that happens on the way."""


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in CLEARED}
    return kept | variables


def program(
    *arguments: object,
    cwd: Path = SPECS.parent,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    stdout: IO[bytes] | int = subprocess.PIPE,
    before: str | None = None,
    shell: str = "",
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; `before` is Python that runs first, `shell` is appended to the shell
    command, such as `>&-`."""
    python: Sequence[str] = (sys.executable, "-m", "nemo_spec")
    if before is not None:
        python = (sys.executable, "-P", "-c", DRIVER.format(before=before))
    command = [*python, *map(str, arguments)]
    if shell:
        command = ["/bin/sh", "-c", f'exec "$@" {shell}', "sh", *command]
    return subprocess.run(
        command,
        cwd=cwd,
        env=environment() if env is None else env,
        input=stdin,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
