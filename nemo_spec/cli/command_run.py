"""A run as a command shows it: its errors as sentences, its end as an exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import NoReturn

from nemo_spec.api.run import Run
from nemo_spec.api.saved_plan import Stale
from nemo_spec.cli.exit_codes import FAILED, INTERRUPTED, NO_READER, NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.process import OutputLost, discard_output
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError
from nemo_spec.report.console import TerminalReport
from nemo_spec.run.session.storage import JournalError

_NOT_SENT = "no instruction was sent"


@dataclass(slots=True)
class CommandRun:
    """One run and the report that a person reads of it."""

    run: Run
    report: TerminalReport

    def carry_out(self) -> int:
        """The exit code, once everything has been shown."""
        try:
            with _ended_like_ctrl_c(), closing(self.run.events()) as happening:
                for event in happening:
                    self.report.show(event)
        except KeyboardInterrupt as stop:
            self.report.broke_off()
            return self._interrupted(stop)
        except (BrokenPipeError, OutputLost) as lost:
            discard_output()
            return self._without_output(lost)
        except Stale as error:
            self.run.end(error)
            print(f"error: {error}\nnothing was sent", file=sys.stderr)
            return REFUSED
        except (NemoError, JournalError, OSError) as error:
            self.report.broke_off()
            return self._failed(error)
        self.run.end()
        result = self.run.record.finished
        assert result is not None
        in_doubt = result.unknown or result.doubted
        return UNKNOWN if in_doubt else OK if result.met else NOT_MET

    def _failed(self, error: Exception) -> int:
        self.run.end(error, failed=True)
        self.run.record.error = str(error)
        print(f"\nerror: {visible(str(error))}{self._hint}", file=sys.stderr)
        return FAILED

    def _interrupted(self, stop: BaseException) -> int:
        self.run.end(stop)
        fate = "the last instruction may still be carried out"
        self.run.record.error = f"interrupted: {fate if self.run.has_sent else _NOT_SENT}"
        print(f"\n{self.run.record.error}{self._hint}", file=sys.stderr)
        return INTERRUPTED

    def _without_output(self, lost: BrokenPipeError | OutputLost) -> int:
        """End the run: nothing can be printed, so nobody would see what it does."""
        if isinstance(lost, OutputLost) and not lost.no_reader:
            return self._failed(lost)
        if self.run.has_sent:
            return self._interrupted(lost)
        self.run.end(lost)
        self.run.record.error = "nobody reads the output"
        return NO_READER

    @property
    def _hint(self) -> str:
        """How to continue the run. While a message is in doubt, a plain `resume` may end in doubt, too."""
        kept = self.run.kept
        if not kept.root:
            return ""
        resume, where = f"nemo-spec resume {kept.number}", self.report.where
        if not self.run.is_in_doubt:
            return f"\ncontinue with `{resume}`{where}, or by running the same command again"
        return (
            f"\ncontinue with `{resume} --retry`{where}: it reads the draft first, and sends the last "
            "instruction again only if the draft does not show it"
        )


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """A closed terminal and a polite kill end a run as Ctrl-C does: it can be resumed."""

    def interrupt(number: int, frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    numbers = [one for one in numbers if signal.getsignal(one) != signal.SIG_IGN]  # by nohup
    try:
        before = {number: signal.signal(number, interrupt) for number in numbers}
    except ValueError:  # not in the main thread: signals do not come here
        before = {}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
