"""A program, carried out: upload, instruct, check, render, deliver.

The reply is talk and the draft is truth: an instruction has succeeded when the draft says so, and is
never sent a second time while nobody knows what became of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.compile import Instruct, Program, Render, Upload, quiet_of
from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.conversation import instruct
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.render import deliver, measured, output_for, unlike
from nemo_spec.run.service import Doing, Service
from nemo_spec.run.waits import Waits
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.expectations import verify_expectation
from nemo_spec.verify.findings import Finding, any_failure
from nemo_spec.verify.steps import verify_step

if TYPE_CHECKING:
    from nemo_spec.nemo import Nemo, State

T = TypeVar("T")


@dataclass(slots=True)
class Runner:
    """One run of a program against a service.

    `outputs` are the files of the exports by the statement's index; `home` is where tokens are kept.
    """

    nemo: Nemo
    program: Program
    outputs: Mapping[int, Path]
    clock: Clock
    home: Path
    waits: Waits
    session_id: str = ""
    findings: list[Finding] = field(default_factory=list)
    timeline: Timeline = field(default_factory=Timeline)
    unknown: bool = False

    def run(self) -> Iterator[events.Event]:
        """Carry the program out. Raises NemoError when the service refuses or cannot be reached."""
        before = yield from self._connect()
        yield from self._upload()
        yield from self._instruct_all()
        yield from self._expect()
        yield events.Edited(self.timeline)
        if not any_failure(self.findings) and not self.unknown:
            yield from self._deliver()
        after = self._call(self.nemo.credits).available
        met = not any_failure(self.findings) and not self.unknown
        yield events.Finished(met, self.unknown, before - after)

    @property
    def _service(self) -> Service:
        return Service(self.nemo, self.clock, self.home, self.waits)

    def _call(self, call: Callable[[], T]) -> T:
        return self._service.call(call)

    # -- session and files --

    def _connect(self) -> Doing[float]:
        plan = self.program.plan
        session = self._call(lambda: self.nemo.create_session(plan.recipe, plan.language))
        self.session_id = session.session_id
        credits = self._call(self.nemo.credits).available
        yield events.Connected(session.session_id, credits, self.nemo.anonymous, session.task_id)
        return credits

    def _upload(self) -> Iterator[events.Event]:
        for upload in self.program.uploads:
            yield from self._upload_file(upload)

    def _upload_file(self, upload: Upload) -> Iterator[events.Event]:
        def send(report: Progress) -> object:
            return self._call(lambda: self.nemo.upload(self.session_id, Path(upload.path), report))

        yield from with_progress(
            send, lambda done, total: events.Uploading(upload.name, done, total)
        )

    # -- instructions --

    def _instruct_all(self) -> Iterator[events.Event]:
        state = self._state()
        self.timeline = self._read(state)
        count = len(self.program.instructions)
        for number, step in enumerate(self.program.instructions, 1):
            yield events.Sending(number, count, step.owner, step.sentence)
            after = yield from self._instruct(step, state)
            if after is None:
                return
            found, self.timeline = verify_step(step, self.timeline, self._read(after))
            self.findings += found
            yield events.Checked(tuple(found))
            state = after
            if step.owner is None and any_failure(found):
                return

    def _instruct(self, step: Instruct, before: State) -> Doing[State | None]:
        """Send once and listen; then the draft decides. Returns None when nobody knows."""
        language = self.program.plan.language
        outcome = yield from instruct(
            self._service, self.session_id, step.sentence, language, before
        )
        if outcome.known:
            return outcome.state
        self.unknown = True
        yield events.OutcomeUnknown(step.owner, step.sentence, outcome.told.ended.reason)
        return None

    def _expect(self) -> Iterator[events.Event]:
        if self.unknown:
            return
        for owner, expectation, tolerance in self.program.expectations:
            unrequested = [f for f in self.findings if f.status == "unrequested"]
            finding = verify_expectation(owner, expectation, self.timeline, tolerance, unrequested)
            self.findings.append(finding)
            yield events.Checked((finding,))

    def _state(self) -> State:
        return self._call(lambda: self.nemo.state(self.session_id))

    def _read(self, state: State) -> Timeline:
        timeline = read_draft(state.draft)
        timeline.quiet = quiet_of(self.program.plan)
        return timeline

    # -- exports --

    def _deliver(self) -> Iterator[events.Event]:
        state = self._state()
        for render in self.program.renders:
            path = self.outputs[render.owner]
            output = self._output(render)
            delivered = yield from deliver(self._service, self.session_id, state, output, path)
            finding = self._delivered(render, delivered, output)
            self.findings.append(finding)
            yield delivered
            yield events.Checked((finding,))

    def _output(self, render: Render) -> dict[str, object]:
        export = render.export
        return output_for(self.timeline.canvas, export.size, export.fps, export.quality)

    def _delivered(
        self, render: Render, file: events.Delivered, output: dict[str, object]
    ) -> Finding:
        if message := unlike(file, output, self.timeline.length.lo):
            return Finding("different", render.owner, message)
        return Finding("met", render.owner, measured(file))
