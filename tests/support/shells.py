"""What real shells make of a completion script."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import sys
import time
from functools import cache
from pathlib import Path

import pytest

from support.waiting import PATIENCE

PROGRAM = [sys.executable, "-m", "nemo_spec"]


def script(shell: str, folder: Path) -> Path:
    """The completion script, in a file; skips the test where the shell is missing."""
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    file = folder / ("_nemo-spec" if shell == "zsh" else f"nemo-spec.{shell}")
    file.write_text(_made(shell))
    return file


@cache
def _made(shell: str) -> str:
    command = [*PROGRAM, "completion", shell]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def in_bash(file: Path, line: str, folder: Path) -> list[str]:
    """What bash offers at the end of a line."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    ask = (
        f"source '{file}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; "
        f"COMP_LINE='{line}'; _shtab_nemo_spec nemo-spec \"${{COMP_WORDS[-1]}}\"; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    said = subprocess.run(
        ["bash", "--norc", "-c", ask], cwd=folder, capture_output=True, text=True, check=True
    )
    return said.stdout.split()


def in_fish(file: Path, line: str, folder: Path) -> list[str]:
    """What fish offers at the end of a line."""
    ask = f"source '{file}'; complete -C '{line}'"
    command = ["fish", "--no-config", "-c", ask]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return [offered.split("\t")[0] for offered in said.stdout.splitlines()]


def in_zsh(file: Path, line: str, folder: Path, wanted: str) -> str:
    """What a zsh at a terminal shows after a Tab at the end of a line, until it shows what is wanted."""
    import pty

    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder)
        os.environ.update(TERM="dumb", HOME=str(folder), PS1="> ")
        os.execvp("zsh", ["zsh", "-f", "-i"])
    try:
        setup = f"unsetopt beep zle_bracketed_paste; fpath=('{file.parent}' $fpath); "
        setup += "autoload -U compinit; compinit -u -D\n"
        os.write(terminal, f"{setup}print rea''dy\n".encode())
        _until(terminal, "ready")
        os.write(terminal, f"{line}\t".encode())
        return _until(terminal, wanted)
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def _until(terminal: int, wanted: str) -> str:
    shown, end = "", time.monotonic() + PATIENCE
    while wanted not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            shown += os.read(terminal, 10_000).decode("utf-8", "replace")
    return shown
