"""The process around a command: its streams, its signals, its exit.

Whatever the terminal, the locale or the reader of a pipe does, a command ends with a sentence and an
exit code. Only the program itself passes through here; a command called inside another process (a
test, pytest) leaves that process alone.
"""

from __future__ import annotations

import codecs
import errno
import gc
import io
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, TextIO, TypeVar

from nemo_spec.cli.exit_codes import BUG, FAILED, NO_READER

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

_Stream = TypeVar("_Stream", bound=io.TextIOWrapper)
_ERRORS = "nemo-spec-stand-in"
_STAND_INS = {
    "✓": "ok", "✗": "x ", "→": "->", "…": "...", "×": "x", "±": "+-", "·": ".", "•": "*",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "―": "-",
    "─": "-", "│": "|", "├": "|", "└": "`",
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'",
}  # fmt: skip
"""What is printed for a character that the encoding of the output does not have."""

_TOGETHER = 0.2
"""Seconds. Signals this close are one Ctrl-C, which the terminal sends to a whole group and a wrapper
(make, uv) once more."""


class OutputLost(Exception):
    """Standard output cannot be written. Not an OSError, so that no command mistakes it for its own file.

    `no_reader`: it was a pipe whose reader has closed it.
    """

    def __init__(self, error: OSError) -> None:
        reason = error.strerror or type(error).__name__
        super().__init__(f"standard output cannot be written: {reason}")
        # Windows reports a closed pipe as an invalid argument.
        gone = error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)
        self.no_reader = gone or isinstance(error, BrokenPipeError)


class Stopped(KeyboardInterrupt):
    """A signal has ended the command; `number` is the signal's."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def run_as_program(command: Callable[[], int]) -> int:
    """Run a command as the whole program; returns its exit code. Raises nothing."""
    _signals.watch()
    sys.unraisablehook = _signals.leave_when_ignored
    _prepare_streams()
    # A command drops little that only a collection finds. The usual 700 objects are one more answer.
    gc.set_threshold(20_000, 10, 10)
    try:
        code = command()
    except SystemExit as stop:  # argparse
        code = _exit_code(stop)
    except OutputLost as lost:
        code = end_output(lost)
    except BaseException as error:
        code = _signals.code or _unexpected(error)
    gc.freeze()  # the collection at exit has nothing to look at
    return _flushed(code)


def _unexpected(error: BaseException) -> int:
    if isinstance(error, OSError):
        return _tell(_os_error(error), FAILED)
    return _tell(_bug(error), BUG)


def end_output(lost: OutputLost) -> int:
    """Print nothing more, say why unless the reader has just gone, and return the exit code."""
    discard_output()
    return NO_READER if lost.no_reader else _tell(str(lost), FAILED)


def discard_output() -> None:
    """Discard everything printed from here on, and what is still buffered."""
    if not isinstance(sys.stdout, _Output):
        sys.stdout = io.StringIO()  # a stream of somebody else's: left as it is
        return
    with suppress(OSError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def print_json(text: str) -> None:
    """Print JSON, which programs read as UTF-8: where the output is not, and for what cannot be
    printed, as escapes."""
    plain = str.isprintable if _is_utf8(sys.stdout) else str.isascii
    print("".join(one if plain(one) or one == "\n" else _json_escape(one) for one in text))


def write_utf8(text: str) -> None:
    """Write text that ends in a file: UTF-8 whatever the locale, and what was no UTF-8 as it was."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    try:
        buffer.write(text.encode("utf-8", "surrogateescape"))
    except OSError as error:
        raise OutputLost(error) from None


def write_xml(text: str) -> None:
    """Write XML that says it is UTF-8; where the output is not, with character references."""
    if not _is_utf8(sys.stdout):
        text = text.encode("ascii", "xmlcharrefreplace").decode()
    sys.stdout.write(text)


def standard_input(most: int) -> bytes:
    """Standard input as the bytes it is, since files are UTF-8 whatever the locale: up to `most` bytes,
    and one more where it goes on."""
    if sys.stdin is None:
        return b""
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        return sys.stdin.read(most + 1).encode("utf-8", "surrogateescape")
    return bytes(buffer.read(most + 1))


def utf8_text(argument: str) -> str:
    """The type of an argument that is sent. Raises ArgumentTypeError."""
    from argparse import ArgumentTypeError

    from nemo_spec.language.diagnostics import is_utf8

    if not is_utf8(argument):
        raise ArgumentTypeError("this is not UTF-8 text")
    return argument


def _is_utf8(stream: TextIO) -> bool:
    return codecs.lookup(stream.encoding or "utf-8").name == "utf-8"


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


# ---- Streams -------------------------------------------------------------------------------------


class _Output(io.TextIOWrapper):
    """Standard output. Raises OutputLost where it cannot be written."""

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise OutputLost(error) from None

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise OutputLost(error) from None


class _Notes(io.TextIOWrapper):
    """Standard error. If it cannot be written, errors are ignored."""

    def write(self, text: str) -> int:
        with suppress(OSError):
            return super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


def _prepare_streams() -> None:
    """Open streams that accept every text."""
    for handle in (0, 1, 2):
        _occupy(handle)
    codecs.register_error(_ERRORS, with_stand_ins)
    sys.stdout = _remade(_Output, sys.stdout, 1)
    sys.stderr = _remade(_Notes, sys.stderr, 2)
    # The old ones are empty shells now; `shutil.get_terminal_size` asks these.
    sys.__stdout__ = sys.stdout  # type: ignore[misc]
    sys.__stderr__ = sys.stderr  # type: ignore[misc]
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BytesIO(), "utf-8")
    elif isinstance(sys.stdin, io.TextIOWrapper):
        # Python falls back to ASCII if no locale is set.
        known = codecs.lookup(sys.stdin.encoding).name
        sys.stdin.reconfigure(encoding="utf-8" if known == "ascii" else known, errors="replace")


def _occupy(handle: int) -> None:
    """A standard stream that the caller has closed becomes one to nowhere: the next file that is
    opened (a journal) would take its number, and everything printed."""
    try:
        os.fstat(handle)
    except OSError:
        with suppress(OSError):
            os.open(os.devnull, os.O_RDWR)


def _remade(kind: type[_Stream], stream: TextIO | None, handle: int) -> _Stream:
    """The same stream as one of ours; one that the caller has closed goes nowhere."""
    if not isinstance(stream, io.TextIOWrapper):
        raw = os.fdopen(handle, "wb", closefd=False)
        return kind(raw, encoding="utf-8", errors=_ERRORS)
    encoding, by_line = stream.encoding, stream.line_buffering
    at_once = stream.write_through
    return kind(stream.detach(), encoding, _ERRORS, line_buffering=by_line, write_through=at_once)


def with_stand_ins(error: UnicodeError) -> tuple[str, int]:
    """What is printed instead of characters that cannot be encoded; a handler of `codecs`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _stand_in(character: str) -> str:
    """Another spelling in ASCII: a sign that looks alike, the letter without its accent, or `?`."""
    import unicodedata

    if "\ud800" <= character <= "\udfff":  # a byte of a file name that is not UTF-8
        return f"<U+{ord(character):04X}>"
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return _STAND_INS.get(character) or plain or "?"


def _flushed(code: int) -> int:
    """The exit code, once everything that was printed is out: a full disk is noticed only now."""
    try:
        sys.stdout.flush()
    except OutputLost as lost:
        found = end_output(lost)
        code = code if lost.no_reader else code or found
    sys.stderr.flush()
    return code


# ---- Signals -------------------------------------------------------------------------------------


class _Signals:
    """What a signal does. While a command is at work the first one raises Stopped, so that it can say
    what it leaves behind; before, afterwards and the second time the process ends at once."""

    def __init__(self) -> None:
        self.watching = False
        self.at_work = False
        self.told: float | None = None
        self.code = 0
        """The exit code of the first signal. What goes wrong after it went wrong because of it: a
        module in C that was just being imported makes another exception of it."""

    def watch(self) -> None:
        """Take over what is not ignored already (by nohup, or by a shell for a job of its own)."""
        self.watching = True
        for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) != signal.SIG_IGN:
                with suppress(ValueError):  # not in the main thread: signals do not come here
                    signal.signal(number, self.take)

    def take(self, number: int, frame: FrameType | None) -> None:
        now = time.monotonic()
        if self.at_work and self.told is None:
            self.told, self.code = now, 128 + number
            raise Stopped(number)
        if self.told is None or now - self.told > _TOGETHER:
            _leave(128 + number)

    def leave_when_ignored(self, unraisable: UnraisableHookArgs) -> None:
        """Leave on a Stopped that cannot propagate: it was raised in a destructor or a callback."""
        if isinstance(unraisable.exc_value, Stopped):
            _leave(self.code)
        sys.__unraisablehook__(unraisable)


_signals = _Signals()


@contextmanager
def interruptible() -> Iterator[None]:
    """Around what a command does: a signal raises KeyboardInterrupt in it."""
    _signals.at_work = _signals.watching
    try:
        yield
    finally:
        _signals.at_work = False


def leave_threads(code: int) -> int:
    """End the program without waiting for its threads; inside another process, return the code."""
    if _signals.watching:
        sys.stdout.flush()
        sys.stderr.flush()
        _leave(code)
    return code


def _leave(code: int) -> None:
    """End this process and those that it has started, without a word."""
    others = sys.modules.get("multiprocessing")
    with suppress(Exception):
        for child in others.active_children() if others else ():
            child.kill()
    os._exit(code)


# ---- Ends ----------------------------------------------------------------------------------------


def _exit_code(stop: SystemExit) -> int:
    if stop.code is None or isinstance(stop.code, int):
        return stop.code or 0
    return _tell(str(stop.code), 1)


def _os_error(error: OSError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename is None:  # by `os.getcwd`
        return "the current folder no longer exists: change to another one"
    place = f"{error.filename}: " if error.filename else ""
    return f"{place}{error.strerror or type(error).__name__}"


def _bug(error: BaseException) -> str:
    """One sentence about a bug. NEMO_SPEC_DEBUG prints the traceback as well."""
    if os.environ.get("NEMO_SPEC_DEBUG"):
        import traceback

        traceback.print_exception(error)
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = ""
    if trace:
        file = os.path.basename(trace.tb_frame.f_code.co_filename)  # noqa: PTH119
        place = f" ({file}:{trace.tb_lineno})"
    cure = "please report it; NEMO_SPEC_DEBUG=1 prints the traceback"
    return f"this is a bug in nemo-spec: {type(error).__name__}: {error}{place} – {cure}"


def _tell(sentence: str, code: int) -> int:
    from nemo_spec.language.diagnostics import visible
    from nemo_spec.nemo.text import mask

    print(f"error: {visible(mask(sentence))}", file=sys.stderr)
    return code
