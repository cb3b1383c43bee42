"""One run: its events, what it leaves in the journal, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from nemo_spec.api.saved_plan import Stale
from nemo_spec.compile import Program
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.record import Record
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Connected, Repairing, Sending
from nemo_spec.run.messages.outcome import unresolved
from nemo_spec.run.policy import Policy
from nemo_spec.run.runner import DraftChanged, Runner
from nemo_spec.run.service import Steps
from nemo_spec.run.session.auth import connect
from nemo_spec.run.session.claims import Claims, NoClaims
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.last_session import Remembered, remember
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.tokens import Tell
from nemo_spec.run.timeouts import Timeouts


class Endpoint(NamedTuple):
    """A service, the folder in which its tokens are kept, and how long to wait for it."""

    settings: Settings
    home: Path
    waits: Timeouts


class RunRecord(NamedTuple):
    """Where a run is recorded, under which number, and the key of its session. `root` is the project's
    folder, and `machine` what is remembered beyond it; None where the service ends with the run."""

    journal: Journal
    key: str = ""
    number: int = 0
    root: Path | None = None
    claims: Claims = NoClaims()
    machine: Machine | None = None


@dataclass(slots=True)
class Run:
    """A program on its way through a service. `tell` hears what the user should know beside events."""

    program: Program
    outputs: Mapping[int, Path]
    policy: Policy
    endpoint: Endpoint
    kept: RunRecord
    record: Record
    tell: Tell
    has_sent: bool = False

    def events(self) -> Steps[None]:
        """Carry the program out, one event at a time.

        Raises NemoError when the service refuses or cannot be reached, JournalError and OSError when
        something cannot be written, Stale before anything is sent.
        """
        try:
            yield from self._events()
        except DraftChanged as error:
            raise Stale(str(error)) from None

    def _events(self) -> Steps[None]:
        clock, home, kept = Clock(), self.endpoint.home, self.kept
        with connect(self.endpoint.settings, clock, home, tell=self.tell) as nemo:
            runner = Runner(
                nemo, self.program, self.outputs, clock, home, self.endpoint.waits, self.policy,
                kept.journal, kept.key, kept.number, kept.claims, kept.machine,
            )  # fmt: skip
            for event in runner.run():
                if isinstance(event, Connected):
                    self._remember(event)
                self.record.take(event)
                self.has_sent |= isinstance(event, Sending | Repairing)
                yield event

    def _remember(self, event: Connected) -> None:
        """`status`, `open` and `chat` continue this session, if the folder can be written to."""
        if self.kept.root:
            api_url = self.endpoint.settings.api_url
            session = Remembered(event.session_id, event.task_id, api_url)
            with suppress(OSError):
                remember(self.kept.root, session, self.kept.key)

    def end(self, error: BaseException | None = None, *, failed: bool = False) -> None:
        """Record how the run ended. Without a record it counts as cut short, and loses nothing."""
        if not self.kept.number:
            return
        finished = self.record.finished
        cost = finished.cost if finished else None
        at_most = bool(finished and finished.at_most)
        with suppress(JournalError):
            self.kept.journal.finish_run(
                self.kept.number,
                "failed" if failed else self._outcome(error),
                cost,
                Clock().now(),
                at_most=at_most,
            )

    def _outcome(self, error: BaseException | None) -> str:
        if error is None:
            finished = self.record.finished
            assert finished is not None
            unclear = "unknown" if finished.unknown else "doubted" if finished.doubted else ""
            return unclear or ("met" if finished.met else "not met")
        if isinstance(error, Stale):
            return "refused"
        if isinstance(error, BrokenPipeError):
            return "interrupted"
        return "failed" if isinstance(error, NemoError | JournalError | OSError) else "interrupted"

    @property
    def is_in_doubt(self) -> bool:
        """Whether the outcome of a message in the session is unknown."""
        session = self.record.session_id
        try:
            return bool(session) and unresolved(self.kept.journal, str(session)) is not None
        except JournalError:
            return False
