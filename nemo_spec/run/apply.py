"""A program, carried out: upload, instruct, check, render, deliver.

The reply is talk and the draft is truth: an instruction has succeeded when the draft says so, and is
never sent a second time while nobody knows what became of the first.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty as NothingYet
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from nemo_spec.compile import Instruct, Program, Render, Upload, quiet_of
from nemo_spec.edits.project import frame
from nemo_spec.media import NotMedia, measure
from nemo_spec.nemo.errors import (
    DuplicateRender,
    NemoError,
    TimedOut,
    UnexpectedAnswer,
)
from nemo_spec.nemo.events import Closed, Empty, Failed, KeptAlive, Quiet, Said
from nemo_spec.nemo.talk import readable
from nemo_spec.run import events
from nemo_spec.run.clock import Clock
from nemo_spec.run.connect import attempt
from nemo_spec.run.waits import Waits
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verify.expectations import verify_expectation
from nemo_spec.verify.findings import Finding, any_failure
from nemo_spec.verify.steps import verify_step

if TYPE_CHECKING:
    from nemo_spec.nemo import Nemo, RenderJob, State

T = TypeVar("T")
Progress = Callable[[int, int], None]
Doing = Generator[events.Event, None, T]
"""Events on the way to a result."""


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

    def _call(self, call: Callable[[], T]) -> T:
        return attempt(call, self.nemo, self.clock, self.home)

    # -- session and files --

    def _connect(self) -> Doing[float]:
        plan = self.program.plan
        session = self._call(lambda: self.nemo.create_session(plan.recipe, plan.language))
        self.session_id = session.session_id
        credits = self._call(self.nemo.credits).available
        yield events.Connected(session.session_id, credits, self.nemo.anonymous)
        return credits

    def _upload(self) -> Iterator[events.Event]:
        for upload in self.program.uploads:
            yield from self._upload_file(upload)

    def _upload_file(self, upload: Upload) -> Iterator[events.Event]:
        def send(report: Progress) -> object:
            return self._call(lambda: self.nemo.upload(self.session_id, Path(upload.path), report))

        yield from _with_progress(
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
        ended = yield from self._listen(step.sentence)
        pauses = self.waits.unchanged_after_end if ended.clean else self.waits.unchanged_after_drop
        state = self._state()
        for pause in pauses:
            if state.draft_json != before.draft_json:
                return state
            yield events.Waiting(pause, "the draft is unchanged")
            self.clock.sleep(pause)
            state = self._state()
        if ended.clean or state.draft_json != before.draft_json:
            return state
        self.unknown = True
        yield events.OutcomeUnknown(step.owner, step.sentence, ended.reason)
        return None

    def _listen(self, sentence: str) -> Doing[Closed]:
        """The conversation of one instruction; returns how it ended."""
        began = last_news = last_notice = self.clock.monotonic()
        words: list[str] = []
        ended = Closed(clean=False, reason="the stream broke off")
        stream = self.nemo.chat(self.session_id, sentence)
        for event in stream:
            now = self.clock.monotonic()
            match event:
                case Closed():
                    ended = event
                case Said():
                    words.append(event.text)
                    last_news = now
                case Quiet() | KeptAlive() | Empty():
                    pass
                case Failed():
                    words.append("")
                    last_news = now
                case _:
                    last_news = now
            if now - last_notice >= self.waits.still_working:
                last_notice = now
                yield events.StillWorking(now - began)
            if now - last_news > self.waits.only_heartbeats or now - began > self.waits.stream_cap:
                ended = Closed(clean=False, reason="nothing but heartbeats for too long")
                break
        if said := readable("".join(words), self.program.plan.language).strip():
            yield events.Heard(said)
        return ended

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
            job = yield from self._render(render, state, output, path.name)
            part = path.with_name(f".{path.name}.part")
            try:
                yield from self._download(job, part, path.name)
                delivered = _measured(part, path)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            finding = self._delivered(render, delivered, output)
            self.findings.append(finding)
            yield delivered
            yield events.Checked((finding,))

    def _output(self, render: Render) -> dict[str, object]:
        export, canvas = render.export, self.timeline.canvas
        output: dict[str, object] = {"format": export.format, "quality": export.quality or "high"}
        width, height = canvas.get("width"), canvas.get("height")
        if isinstance(width, int) and isinstance(height, int):
            size = frame(export.size, (width, height))
            if size:
                output["resolution"] = f"{size[0]}x{size[1]}"
        if export.fps is not None:
            output["fps"] = export.fps
        return output

    def _render(
        self, render: Render, state: State, output: dict[str, object], name: str
    ) -> Doing[RenderJob]:
        """A completed render job; a failed one, or an id that was used before, is tried once more."""
        for last in (False, True):
            try:
                job = yield from self._render_once(state, output, name)
            except DuplicateRender:
                if last:
                    raise
                continue
            if job.status == "completed" or last:
                break
        if job.status != "completed":
            reason = job.error or "the service does not say why"
            raise UnexpectedAnswer(f"the render failed: {reason}", "run the recipe again")
        return job

    def _render_once(self, state: State, output: dict[str, object], name: str) -> Doing[RenderJob]:
        render_id = f"render_{uuid.uuid4().hex}"
        job = self._call(
            lambda: self.nemo.start_render(self.session_id, render_id, state.draft_json, output)
        )
        began = self.clock.monotonic()
        while job.status in ("pending", "processing"):
            yield events.Rendering(name, job.progress)
            if self.clock.monotonic() - began > self.waits.render_limit:
                cure = "it may still finish; run the recipe again later"
                raise TimedOut(f"the render took more than {self.waits.render_limit:g} s", cure)
            self.clock.sleep(self.waits.render_poll)
            job = self._call(lambda: self.nemo.render(render_id))
        return job

    def _download(self, job: RenderJob, part: Path, name: str) -> Iterator[events.Event]:
        def fetch(report: Progress) -> int:
            if job.url:
                try:
                    return self.nemo.download(job.url, part, report, size=job.size)
                except NemoError:
                    part.unlink(missing_ok=True)
            return self._call(lambda: self.nemo.download_render(job.id, part, report))

        yield from _with_progress(fetch, lambda done, total: events.Downloading(name, done, total))

    def _delivered(
        self, render: Render, file: events.Delivered, output: dict[str, object]
    ) -> Finding:
        shown = f"{file.width}x{file.height}, {file.length / 1000:.1f} s, {file.size / 1e6:.1f} MB"
        asked = output.get("resolution", f"{file.width}x{file.height}")
        expected = self.timeline.length.lo
        if asked != f"{file.width}x{file.height}" or abs(file.length - expected) > 250:
            message = f"{shown} instead of {asked}, {expected / 1000:.1f} s"
            return Finding("different", render.owner, message)
        return Finding("met", render.owner, shown)


def _measured(part: Path, path: Path) -> events.Delivered:
    try:
        clip = measure(part)
    except NotMedia:
        raise UnexpectedAnswer(
            "what was downloaded is not a video", "run the recipe again"
        ) from None
    return events.Delivered(path, part.stat().st_size, clip.width, clip.height, clip.length)


def _with_progress(
    call: Callable[[Progress], object],
    event: Callable[[int, int], events.Event],
) -> Iterator[events.Event]:
    """Events while a call runs that reports its progress through a callback, ten a second at most."""
    news: SimpleQueue[events.Event | BaseException | None] = SimpleQueue()
    shown = 0.0

    def report(done: int, total: int) -> None:
        nonlocal shown
        if done >= total or time.monotonic() - shown > 0.1:
            shown = time.monotonic()
            news.put(event(done, total))

    def work() -> None:
        try:
            call(report)
            news.put(None)
        except BaseException as error:
            news.put(error)

    Thread(target=work, daemon=True).start()
    while True:
        try:
            item = news.get(timeout=1)
        except NothingYet:
            continue
        if item is None:
            return
        if isinstance(item, BaseException):
            raise item
        yield item
