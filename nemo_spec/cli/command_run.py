"""A run with everything around it: its errors as sentences, its end in the journal, its exit code."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import NoReturn

from nemo_spec.cli.exit_codes import FAILED, INTERRUPTED, NO_READER, NOT_MET, OK, REFUSED, UNKNOWN
from nemo_spec.cli.process import OutputLost, discard_output
from nemo_spec.cli.service_options import note
from nemo_spec.compile import Program
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.console import TerminalReport
from nemo_spec.report.record import Record
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Connected, Finished, Repairing, Sending
from nemo_spec.run.messages.recovery import in_doubt
from nemo_spec.run.policy import Policy
from nemo_spec.run.runner import DraftChanged, Runner
from nemo_spec.run.session.auth import connect
from nemo_spec.run.session.claims import Claims, NoClaims
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.last_session import Remembered, remember
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.timeouts import Timeouts


@dataclass(frozen=True, slots=True)
class Target:
    """A service, and the folder in which its tokens are kept."""

    settings: Settings
    home: Path
    waits: Timeouts


@dataclass(frozen=True, slots=True)
class RunRecord:
    """Where a run is written down, under which number, and the key of its session. `root` is the
    project's folder, and `machine` what is remembered beyond it; None where the service is gone with
    the command."""

    journal: Journal
    key: str
    number: int
    root: Path | None
    claims: Claims = field(default_factory=NoClaims)
    machine: Machine | None = None


@dataclass(slots=True)
class CommandRun:
    """One run, as a command shows it."""

    report: TerminalReport
    record: Record
    place: Target
    kept: RunRecord
    finished: Finished | None = None
    has_sent: bool = False

    def carry_out(self, program: Program, outputs: Mapping[int, Path], policy: Policy) -> int:
        """The exit code, once everything has been shown."""
        try:
            with _ended_like_ctrl_c():
                self._run(program, outputs, policy)
        except KeyboardInterrupt:
            self.report.broke_off()
            return self._interrupted()
        except (BrokenPipeError, OutputLost) as lost:
            discard_output()
            return self._without_output(lost)
        except DraftChanged as error:
            self._end("refused")
            print(f"error: {error}\nnothing was sent", file=sys.stderr)
            return REFUSED
        except (NemoError, JournalError, OSError) as error:
            self.report.broke_off()
            self._end("failed")
            self.record.error = str(error)
            print(f"\nerror: {visible(str(error))}{self._hint}", file=sys.stderr)
            return FAILED
        return self._code()

    def _run(self, program: Program, outputs: Mapping[int, Path], policy: Policy) -> None:
        clock, home, kept = Clock(), self.place.home, self.kept
        with connect(self.place.settings, clock, home, tell=note) as nemo:
            runner = Runner(
                nemo, program, outputs, clock, home, self.place.waits, policy,
                kept.journal, kept.key, kept.number, kept.claims, kept.machine,
            )  # fmt: skip
            for event in runner.run():
                if isinstance(event, Connected) and kept.root:
                    _remember(event, self.place.settings, kept.root, kept.key)
                if isinstance(event, Finished):
                    self.finished = event
                self.report.show(event)
                self.record.take(event)
                self.has_sent |= isinstance(event, Sending | Repairing)

    def _code(self) -> int:
        assert self.finished is not None
        met, unknown = self.finished.met, self.finished.unknown
        self._end("met" if met else "unknown" if unknown else "not met")
        return UNKNOWN if unknown else OK if met else NOT_MET

    def _interrupted(self) -> int:
        self._end("interrupted")
        self.record.error = "interrupted: what was sent last may still be carried out"
        print(f"\n{self.record.error}{self._hint}", file=sys.stderr)
        return INTERRUPTED

    def _without_output(self, lost: BrokenPipeError | OutputLost) -> int:
        """Nothing is printed any more. The run ends, since nobody would see what it does."""
        no_reader = not isinstance(lost, OutputLost) or lost.no_reader
        if no_reader and self.has_sent:
            return self._interrupted()
        self._end("interrupted" if no_reader else "failed")
        self.record.error = "nobody reads the output" if no_reader else str(lost)
        if no_reader:
            return NO_READER
        print(f"\nerror: {self.record.error}{self._hint}", file=sys.stderr)
        return FAILED

    def _end(self, outcome: str) -> None:
        """Note how the run ended. Without a note it counts as cut short, and loses nothing."""
        cost = self.finished.cost if self.finished else None
        at_most = bool(self.finished and self.finished.at_most)
        with suppress(JournalError):
            journal, number = self.kept.journal, self.kept.number
            journal.finish(number, outcome, cost, Clock().now(), at_most=at_most)

    @property
    def _hint(self) -> str:
        """What goes on with the run. While a message is in doubt, a plain `resume` may end in doubt as
        well."""
        if not self.kept.root:
            return ""
        resume, where = f"nemo-spec resume {self.kept.number}", self.report.where
        if not self._is_in_doubt:
            return f"\ngo on with `{resume}`{where}, or by running the same again"
        return (
            f"\ngo on with `{resume} --retry`{where}: it looks at the draft first, and sends the last "
            "instruction again only if that was not carried out"
        )

    @property
    def _is_in_doubt(self) -> bool:
        session = self.record.session_id
        try:
            return bool(session) and in_doubt(self.kept.journal, str(session)) is not None
        except JournalError:
            return False


def _remember(event: Connected, settings: Settings, root: Path, key: str) -> None:
    """`status`, `open` and `chat` go on with this session, where the folder can be written to."""
    session = Remembered(event.session_id, event.task_id, settings.api_url)
    with suppress(OSError):
        remember(root, session, key)


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
