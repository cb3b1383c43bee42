"""Arguments → the module of a command and its options. Only that command is imported."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword
from typing import Any, Protocol, cast

from nemo_spec.language.diagnostics import visible
from nemo_spec.language.gc_pause import gc_paused
from nemo_spec.version import __version__

COMMANDS = {
    "apply": "edit a clip as a recipe says, check the result, render it",
    "batch": "apply a recipe to many clips, several at a time",
    "cancel": "cancel a run and its renders",
    "chat": "talk to the agent in a session",
    "check": "find everything that is wrong with recipes",
    "completion": "print a shell's completion script",
    "conformance": "check a server against the documented API",
    "credits": "show the credits that are left",
    "diff": "show the differences between two drafts or recipes",
    "export": "render a session's video and download it",
    "fmt": "format recipes",
    "handoff": "write a timeline for another editor",
    "help": "explain a verb, a value or a code",
    "import": "write a recipe that leads to the timeline of another editor",
    "login": "save the token of your account",
    "logout": "remove the token that login saved",
    "lsp": "serve an editor: problems, completion, help while typing",
    "mcp": "serve an AI agent, within this project and a ceiling of credits",
    "mock": "run the bundled mock of the service",
    "open": "print a link that opens the session in a browser",
    "plan": "show what apply would send and expect; sends nothing",
    "resume": "continue a run that was cut short",
    "runs": "list the runs of this project",
    "schema": "print the JSON schema of plans",
    "show": "draw the timeline of a draft to scale",
    "status": "show what a session holds",
    "test": "apply recipes offline and check the results",
    "upload": "upload clips into a session",
    "verify": "check a draft against a recipe",
    "whoami": "show which account is in use",
}
"""Command → what it does, in the order of `--help`. Each is a module with `add_arguments` and `run`."""


class Command(Protocol):
    """What a command module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the arguments of the command."""

    def run(self, options: argparse.Namespace) -> int:
        """Do it; returns the exit code."""


class _Parser(argparse.ArgumentParser):
    """Its messages quote what was typed, which must not drive the terminal."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.color = False  # from Python 3.14 on; `visible` would write the colours out

    def _print_message(self, message: str, file: Any = None) -> None:
        shown = "\n".join(map(visible, message.split("\n")))
        print(shown, end="", file=file or sys.stderr)


def parse_arguments(arguments: Sequence[str]) -> tuple[Command, argparse.Namespace]:
    """The command and its options. Usage errors exit with 2."""
    parser = _Parser(
        prog="nemo-spec", description="Video edits as code, checked against the draft."
    )
    parser.add_argument("--version", action="version", version=f"nemo-spec {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    chosen = next((word for word in arguments if not word.startswith("-")), "")
    if chosen and chosen not in COMMANDS:
        parser.error(f"there is no command `{chosen}`{_meant(chosen)}")
    module: Command | None = None
    # Help lists all commands; where the first word is one, nobody asks for the others.
    for name in [chosen] if arguments[:1] == [chosen] else COMMANDS:
        summary = COMMANDS[name]
        command = commands.add_parser(name, help=summary, description=f"{summary.capitalize()}.")
        if name == chosen:
            module = _imported(module_of(name))
            module.add_arguments(command)
    options, unknown = parser.parse_known_args(arguments)
    assert module is not None
    if unknown:
        known = commands.choices[chosen]
        known.error(f"unrecognized arguments: {unknown[0]}{_near(unknown[0], known)}")
    return module, options


def _meant(chosen: str) -> str:
    """The command that is meant by a word that is none."""
    if chosen.endswith(".edit"):
        return f": write `nemo-spec apply {chosen}`"
    near = _nearest(chosen, [*COMMANDS])
    return f", did you mean `{near}`?" if near else ": see `nemo-spec --help`"


def _near(unknown: str, parser: argparse.ArgumentParser) -> str:
    """The option that is meant by an argument that is none."""
    options = [word for action in parser._actions for word in action.option_strings]
    near = _nearest(unknown.partition("=")[0], options) if unknown.startswith("-") else ""
    return f", did you mean `{near}`?" if near else ""


def _nearest(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:60].lower(), known, 1, 0.6)), "")


def module_of(name: str) -> str:
    """Where a command is; a name that Python has taken has a `_` behind it there."""
    return f"nemo_spec.cli.commands.{name}{'_' * iskeyword(name)}"


def _imported(name: str) -> Command:
    """The module of a command. What it imports stays to the end: no collection need look at it,
    least of all the one at exit."""
    if name not in sys.modules:
        with gc_paused():
            import_module(name)
            gc.freeze()
    return cast(Command, sys.modules[name])
