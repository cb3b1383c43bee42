"""Entry point: run the command that the arguments name.

Nothing that takes time is imported at the top, so that Ctrl-C ends the program quietly from its first
millisecond.
"""

from __future__ import annotations

import os
import sys

from nemo_spec.cli.exit_codes import INTERRUPTED, NO_READER, OK
from nemo_spec.version import __version__

TYPE_CHECKING = False  # importing `typing` takes milliseconds
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from nemo_spec.cli.parser import Command


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the exit code says how it ended.

    Without `arguments` this is the program itself: its streams, signals and end are taken care of.
    """
    if arguments is not None:
        return _run(list(arguments))
    _end_quietly_on_ctrl_c()
    _leave_out_what_no_command_needs()
    from nemo_spec.cli.process import run_as_program

    return run_as_program(lambda: _run(sys.argv[1:]))


def _end_quietly_on_ctrl_c() -> None:
    """Until `process` is imported, and takes over, Ctrl-C just ends the process.

    `signal` itself takes a few milliseconds, in which Ctrl-C would be a traceback.
    """
    import _signal  # type: ignore[import-not-found]

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)


def _leave_out_what_no_command_needs() -> None:
    """The command line of httpx counts as not installed in this process: where click and rich are, it is
    imported along, a third of what importing httpx takes. pydantic does not look through every installed
    package for plugins, a twentieth of `check`."""
    modules: dict[str, object] = sys.modules  # type: ignore[assignment]
    modules.setdefault("httpx._main", None)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def _run(arguments: list[str]) -> int:
    from nemo_spec.cli import process

    if arguments in (["--version"], ["-V"]):
        print(f"nemo-spec {__version__}")
        return OK
    from nemo_spec.cli.parser import parse_arguments

    command, options = parse_arguments(arguments)
    try:
        with process.interruptible():
            return _exit_code(command, options)
    except KeyboardInterrupt as stop:
        print("\ninterrupted", file=sys.stderr)
        return 128 + stop.number if isinstance(stop, process.Stopped) else INTERRUPTED
    except BrokenPipeError:  # from a stream of somebody else's
        process.discard_output()
        return NO_READER


def _exit_code(command: Command, options: Namespace) -> int:
    try:
        return command.run(options)
    except Exception as error:
        from nemo_spec.cli.errors import exit_code_of

        code = exit_code_of(error)
        if code is None:
            raise
        return code
