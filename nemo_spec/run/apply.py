"""A program, carried out: upload, instruct, check, render, deliver.

The reply is talk and the draft is truth: an instruction has succeeded when the draft says so, and is
never sent a second time while nobody knows what became of the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.compile import Instruct, Program, Render, Upload, quiet_of
from nemo_spec.nemo.errors import NemoError, OutOfCredits
from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.conversation import Outcome, Told, instruct
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.render import deliver, measured, output_for, unlike
from nemo_spec.run.service import Doing, Service
from nemo_spec.run.waits import Waits
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.expectations import verify_expectation
from nemo_spec.verify.findings import Finding, any_failure
from nemo_spec.verify.steps import verify_later, verify_step

if TYPE_CHECKING:
    from nemo_spec.nemo import Nemo, State

T = TypeVar("T")
Verify = Callable[[Instruct, Timeline, Timeline], tuple[list[Finding], Timeline]]


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
        state = yield from self._instruct_all()
        if state is not None:
            state = yield from self._look_again(state)
            yield from self._expect()
        yield events.Edited(self.timeline)
        if state is not None and not any_failure(self.findings):
            yield from self._deliver(state)
        met = not any_failure(self.findings) and not self.unknown
        yield events.Finished(met, self.unknown, self._cost(before))

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

    def _instruct_all(self) -> Doing[State | None]:
        """All instructions, as far as it makes sense. Returns None when nobody knows the outcome."""
        state = self._state()
        self.timeline = self._read(state)
        count = len(self.program.instructions)
        for number, step in enumerate(self.program.instructions, 1):
            yield events.Sending(number, count, step.owner, step.sentence)
            outcome = yield from self._instruct(step, state)
            if not outcome.known:
                self.unknown = True
                yield events.OutcomeUnknown(step.owner, step.sentence, outcome.told.ended.reason)
                return None
            yield from self._check(verify_step, step, outcome.state, _complaint(outcome.told))
            state = outcome.state
            if step.owner is None and any_failure(self.findings):
                break
        return state

    def _instruct(self, step: Instruct, before: State) -> Doing[Outcome]:
        """Send once and listen; then the draft decides. Raises OutOfCredits: no step will be done."""
        language = self.program.plan.language
        outcome = yield from instruct(
            self._service, self.session_id, step.sentence, language, before
        )
        failed = outcome.told.failed
        unchanged = outcome.state.draft_json == before.draft_json
        if failed and unchanged and failed.code == str(OutOfCredits.documented_code):
            raise OutOfCredits(f"out of credits ({failed.message})", self.nemo.more_credits)
        return outcome

    def _look_again(self, state: State) -> Doing[State]:
        """What the service did by itself after the last instruction is found before it is rendered."""
        latest = self._state()
        if self.program.instructions and latest.draft_json != state.draft_json:
            yield from self._check(verify_later, self.program.instructions[-1], latest)
        return latest

    def _check(
        self, verify: Verify, step: Instruct, state: State, complaint: str = ""
    ) -> Iterator[events.Event]:
        found, self.timeline = verify(step, self.timeline, self._read(state))
        if complaint and found and found[0].is_failure:
            found[0] = replace(found[0], message=f"{found[0].message} – {complaint}")
        self.findings += found
        yield events.Checked(tuple(found))

    def _expect(self) -> Iterator[events.Event]:
        for owner, expectation, tolerance in self.program.expectations:
            unrequested = [f for f in self.findings if f.status == "unrequested"]
            finding = verify_expectation(owner, expectation, self.timeline, tolerance, unrequested)
            self.findings.append(finding)
            yield events.Checked((finding,))

    def _cost(self, before: float) -> float | None:
        """The credits spent. Not to know them is no reason to fail."""
        try:
            return before - self._call(self.nemo.credits).available
        except NemoError:
            return None

    def _state(self) -> State:
        return self._call(lambda: self.nemo.state(self.session_id))

    def _read(self, state: State) -> Timeline:
        timeline = read_draft(state.draft)
        timeline.quiet = quiet_of(self.program.plan)
        return timeline

    # -- exports --

    def _deliver(self, state: State) -> Iterator[events.Event]:
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


def _complaint(told: Told) -> str:
    """What the service reported as an error while it worked."""
    words = told.failed and (told.failed.message or told.failed.code)
    return f"the service says: {words}" if words else ""
