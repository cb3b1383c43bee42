"""Errors that end a command: one sentence on standard error, and an exit code."""

from __future__ import annotations

import sys

from nemo_spec.cli.exit_codes import FAILED, REFUSED


class CommandError(Exception):
    """Ends a command. The message is fit for a terminal; `code` is the exit code."""

    def __init__(self, message: str, code: int = REFUSED) -> None:
        super().__init__(message)
        self.code = code


def exit_code_of(error: Exception) -> int | None:
    """Print an expected error and return its exit code; None for any other."""
    # Imported here, since `help` and `fmt` need none of it.
    from nemo_spec.api.drafts import NoDraft
    from nemo_spec.api.saved_plan import Stale
    from nemo_spec.language.diagnostics import visible
    from nemo_spec.nemo.errors import NemoError
    from nemo_spec.run.session.storage import JournalError

    if isinstance(error, NoDraft | Stale | JournalError):
        error = CommandError(visible(str(error)))
    if not isinstance(error, CommandError | NemoError):
        return None
    print(f"error: {error}", file=sys.stderr)
    return error.code if isinstance(error, CommandError) else FAILED
