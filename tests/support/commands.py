"""Run a command of nemo-spec in this process and keep what it printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from nemo_spec.cli.main import main


@dataclass(frozen=True)
class Outcome:
    """Exit code and both output streams."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Call = Callable[..., Outcome]


class Terminal:
    """Standard input at a terminal; only a prompt may read from it."""

    def isatty(self) -> bool:
        return True


def run_command(arguments: Sequence[object], capsys: pytest.CaptureFixture[str]) -> Outcome:
    """Call `main`; output printed before does not count."""
    capsys.readouterr()
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as stop:
        code = int(stop.code or 0)
    captured = capsys.readouterr()
    return Outcome(code, captured.out, captured.err)
