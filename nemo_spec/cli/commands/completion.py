"""nemo-spec completion SHELL – print the script by which a shell completes our commands."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import cast

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.parser import COMMANDS, Command, module_of

SHELLS = ("bash", "zsh", "fish")
_FILES = {"RECIPE", "CLIP", "FILE", "PATH", "DRAFT", "TABLE|CLIP", "A", "B"}
"""How arguments that name files are shown."""
EPILOG = """bash: nemo-spec completion bash > ~/.local/share/bash-completion/completions/nemo-spec.
zsh: nemo-spec completion zsh > a folder of $fpath, as _nemo-spec.
fish: nemo-spec completion fish > ~/.config/fish/completions/nemo-spec.fish"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell that reads the script")
    parser.epilog = EPILOG


def run(options: argparse.Namespace) -> int:
    import shtab

    print(shtab.complete(_whole_parser(), options.shell))
    return OK


def _whole_parser() -> argparse.ArgumentParser:
    """All commands with all of their arguments; running one imports no other."""
    parser = argparse.ArgumentParser(prog="nemo-spec")
    parser.add_argument("--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command")
    for name, summary in COMMANDS.items():
        one = commands.add_parser(name, help=summary, description=summary)
        module = cast(Command, import_module(module_of(name)))
        module.add_arguments(one)
        for action in one._actions:
            _complete(name, action)
    return parser


def _complete(command: str, action: argparse.Action) -> None:
    """What a shell offers for an argument."""
    import shtab

    from nemo_spec.language.codes import CODES
    from nemo_spec.verbs.base import VERBS

    if command == "help" and action.dest == "topic":
        action.choices = sorted({*(verb.split()[0] for verb in VERBS), "values", *CODES})
    elif action.type is Path or str(action.metavar) in _FILES:
        action.complete = shtab.FILE  # type: ignore[attr-defined]
