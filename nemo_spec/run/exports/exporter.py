"""Export the renders of a recipe, each only once from the same draft."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from nemo_spec.compile import Render
from nemo_spec.media.probe import NotMedia
from nemo_spec.nemo.errors import NemoError
from nemo_spec.run import events
from nemo_spec.run.exports.render import (
    Order,
    WrongFile,
    deliver,
    measured_file,
    mismatch,
    output_for,
)
from nemo_spec.run.messages.outcome import Outcome, recorded
from nemo_spec.run.service import Service, Steps
from nemo_spec.run.session.journal import Journal, Step, draft_hash
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.chapter import Mark, listed
from nemo_spec.verdict.findings import Finding

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

_NOT_DELIVERED = "and was not delivered – `nemo-spec export --as-rendered` fetches it as it is"


@dataclass(slots=True)
class Exporter:
    """The renders of one session."""

    service: Service
    journal: Journal
    run: int
    session: str

    def export(
        self, render: Render, state: State, timeline: Timeline, path: Path
    ) -> Steps[Finding]:
        """Leave the finished file at `path`; the finding says whether it is as asked for. Raises NemoError,
        OSError, JournalError."""
        export = render.export
        output = output_for(timeline.canvas, export.size, export.fps, export.quality)
        length = timeline.length.lo
        before = self._renders_of(state, output)
        delivered = _still_there(before, path, render.chapters)
        if delivered is None or mismatch(delivered, output, length):
            self._cancel_others(before)
            try:
                delivered = yield from self._deliver(
                    before, state, output, length, path, render.chapters
                )
            except WrongFile as error:
                if error.made is None:
                    raise
                return Finding("different", render.owner, f"{error.message}, {_NOT_DELIVERED}")
        yield delivered
        return Finding("met", render.owner, delivered.measured)

    def export_unasked(
        self, render: Render, state: State, timeline: Timeline, path: Path
    ) -> Steps[Finding]:
        """The same for a video that nobody asked for: nothing is said of it unless it is wrong."""
        exporting = self.export(render, state, timeline, path)
        while True:
            try:
                event = next(exporting)
            except StopIteration as end:
                finding: Finding = end.value
                break
            if not isinstance(event, events.Delivered):
                yield event
        if finding.is_failure:
            yield events.Checked((finding,))
        return finding

    def _renders_of(self, state: State, output: Mapping[str, object]) -> list[Step]:
        """Renders of this very draft with the same output options, the latest last."""
        hash_ = draft_hash(state.draft_json)
        return [
            step
            for step in self.journal.steps(self.session)
            if step.kind == "render"
            and step.state != "given up"
            and (step.before, step.result.get("output")) == (hash_, output)
        ]

    def _cancel_others(self, wanted: list[Step]) -> None:
        """Cancel renders that nobody waits for: only one runs at a time, so they would block the next."""
        for step in self.journal.steps(self.session):
            is_open = step.kind == "render" and recorded(step) is Outcome.UNKNOWN
            if is_open and step not in wanted:
                with suppress(NemoError):
                    self.service.nemo.cancel_render(step.subject)
                self.journal.complete(step.id, "given up")

    def _deliver(
        self,
        before: list[Step],
        state: State,
        output: dict[str, object],
        length: int,
        path: Path,
        chapters: tuple[Mark, ...],
    ) -> Steps[events.Delivered]:
        notes = [step.id for step in before]

        def note(render_id: str) -> None:
            notes.append(
                self.journal.begin(
                    self.run,
                    self.session,
                    "render",
                    render_id,
                    self.service.clock.now(),
                    before=state.draft_json,
                    result={"output": output},
                )
            )

        def spoiled() -> None:
            """The next run must not fetch it again."""
            self.journal.complete(notes[-1], "given up")

        begun = before[-1].subject if before else None
        order = Order(
            self.session,
            state,
            output,
            length,
            begun,
            note,
            spoiled,
            keeps_part=True,
            chapters=chapters,
        )
        delivered = yield from deliver(self.service, order, path)
        is_new = len(notes) > len(before)
        files = {} if is_new else before[-1].result.get("files", {})
        result = {"output": output, "files": files | _signature(path, chapters)}
        self.journal.complete(notes[-1], "done", result=result)
        return delivered


def _signature(path: Path, chapters: tuple[Mark, ...]) -> dict[str, list[int]]:
    """Where a file lies, its size in bytes and its time of change in ns: a changed file has another. So
    has one with other chapters."""
    stat = path.stat()
    marks = [crc32(f"{mark.start} {mark.name}".encode()) for mark in chapters]
    return {str(path.resolve()): [stat.st_size, stat.st_mtime_ns, *marks]}


def _still_there(
    renders: list[Step], path: Path, chapters: tuple[Mark, ...]
) -> events.Delivered | None:
    """The file, where it was delivered before with these chapters and has not changed since."""
    with suppress(OSError, NotMedia):
        signature = _signature(path, chapters)
        if any(signature.items() <= step.result.get("files", {}).items() for step in renders):
            return measured_file(path)._replace(chapters=tuple(listed(chapters)))
    return None
