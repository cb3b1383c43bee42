"""The command line. One command per file; a command returns its exit code."""

from __future__ import annotations

import sys

from nemo_spec import __version__

TYPE_CHECKING = False  # nothing is imported here that takes time: see `main`
if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "apply": "edit a clip as a recipe says, check it, render it",
    "cancel": "end a run for good",
    "chat": "talk to the agent of a session",
    "check": "find everything that is wrong with recipes",
    "conformance": "check a server against what is documented of the service",
    "credits": "show what is left to spend",
    "diff": "show what two drafts or recipes differ in",
    "export": "render a session's video and download it",
    "fmt": "put recipes into canonical form",
    "help": "explain a verb, a value or a code",
    "login": "keep the token of your account",
    "logout": "remove the token that login kept",
    "mock": "run the bundled mock of the service",
    "open": "print a link to the session for a browser",
    "plan": "show what would be sent, and what is expected; sends nothing",
    "resume": "go on with a run that did not come to its end",
    "runs": "list what was applied in this project",
    "schema": "print the JSON schema of plans",
    "show": "draw the timeline of a draft to scale",
    "status": "show what a session holds",
    "test": "apply recipes offline and check what comes of them",
    "upload": "upload clips into a session",
    "verify": "hold a draft against a recipe",
    "whoami": "show which account is used",
}
"""Command → what it does, in the order of `--help`. Each is a module with `add_arguments` and `run`."""

OK = 0
NOT_MET = 1
REFUSED = 2
FAILED = 3
UNKNOWN = 4
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended.

    Without `arguments` this is the program itself: its streams, signals and end are taken care of.
    """
    if arguments is not None:
        return _run(list(arguments))
    _end_quietly_on_ctrl_c()
    from nemo_spec.cli.process import run_as_program

    return run_as_program(lambda: _run(sys.argv[1:]))


def _end_quietly_on_ctrl_c() -> None:
    """Until `process` is imported, and takes over, Ctrl-C just ends the process.

    `signal` itself takes a few milliseconds, in which Ctrl-C would be a traceback.
    """
    import _signal  # type: ignore[import-not-found]

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def _run(arguments: list[str]) -> int:
    from nemo_spec.cli import process

    if arguments in (["--version"], ["-V"]):
        print(f"nemo-spec {__version__}")
        return OK
    from nemo_spec.cli.parser import parse_arguments

    command, options = parse_arguments(arguments)
    try:
        with process.interruptible():
            code: int = command.run(options)
    except KeyboardInterrupt as stop:
        print("\ninterrupted", file=sys.stderr)
        return 128 + stop.number if isinstance(stop, process.Stopped) else INTERRUPTED
    except BrokenPipeError:  # from a stream of somebody else's
        process.discard_output()
        return process.NO_READER
    return code
