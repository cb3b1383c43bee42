"""A draft becomes a file: render, wait, download, look at it, put it in its place."""

from __future__ import annotations

import errno
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.edits.project import frame
from nemo_spec.media import NotMedia, measure
from nemo_spec.nemo.errors import (
    DuplicateRender,
    NemoError,
    Refused,
    StreamCut,
    TimedOut,
    TransportError,
    UnexpectedAnswer,
)
from nemo_spec.run import events
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.service import Doing, Service

if TYPE_CHECKING:
    from nemo_spec.nemo import RenderJob, State

_LENGTH_TOLERANCE_MS = 250
_BREAKS = (1.0, 3.0, 9.0)
"""Seconds before a download that broke off is continued."""
_NEVER_BEGUN = "the service did not take it on"


def output_for(
    canvas: Mapping[str, object], size: str | None, fps: float | None, quality: str | None
) -> dict[str, object]:
    """What a render is asked for. `size` is one of a recipe, such as `1080p`; without it, and where
    the canvas is not known, the service decides."""
    output: dict[str, object] = {"format": "mp4", "quality": quality or "high"}
    width, height = canvas.get("width"), canvas.get("height")
    if size is not None and isinstance(width, int) and isinstance(height, int):
        pixels = frame(size, (width, height))
        if pixels:
            output["resolution"] = f"{pixels[0]}x{pixels[1]}"
    if fps is not None:
        output["fps"] = fps
    return output


def unlike(file: events.Delivered, output: Mapping[str, object], length: int) -> str:
    """In what a finished file is not what was asked for; `length` in milliseconds."""
    made = f"{file.width}x{file.height}"
    asked = output.get("resolution", made)
    if asked == made and abs(file.length - length) <= _LENGTH_TOLERANCE_MS:
        return ""
    return f"{measured(file)} instead of {asked}, {length / 1000:.1f} s"


def measured(file: events.Delivered) -> str:
    """`1920x1080, 12.4 s, 3.1 MB`."""
    return f"{file.width}x{file.height}, {file.length / 1000:.1f} s, {file.size / 1e6:.1f} MB"


@dataclass(frozen=True, slots=True)
class Order:
    """A render that is wanted: the draft of `state` as it came, and what it is asked for.

    `begun` is the id of one that was started for the same before; `note` is told an id before the
    service is. A part that arrived is kept for the next time with `keeps_part`.
    """

    session_id: str
    state: State
    output: Mapping[str, object]
    begun: str | None = None
    note: Callable[[str], None] = lambda render_id: None
    keeps_part: bool = False


def deliver(service: Service, order: Order, path: Path) -> Doing[events.Delivered]:
    """Leave the finished file at `path`, or nothing but a part that the next call goes on with.

    Raises NemoError: the render was refused or failed twice, took too long, or is no video.
    Raises OSError: the file cannot be written.
    """
    job = yield from _render(service, order, path.name)
    part = path.with_name(f".{path.name}.part")
    try:
        yield from _download(service, job, part, path.name)
        delivered = _looked_at(part, path)
        part.replace(path)
    except OSError as error:
        _forget(part)
        raise OSError(_unwritten(path, error)) from None
    except Exception as error:
        if not (order.keeps_part and isinstance(error, TransportError)):
            _forget(part)
        raise
    return delivered


def measured_file(path: Path) -> events.Delivered:
    """A file that was delivered before. Raises NotMedia."""
    clip = measure(path)
    return events.Delivered(path, path.stat().st_size, clip.width, clip.height, clip.length)


def _render(service: Service, order: Order, name: str) -> Doing[RenderJob]:
    """A completed render job; a failed one, or an id that was used before, is tried once more."""
    if order.begun and (begun := _found(service, order.begun)):
        finished = yield from _waited_for_again(service, begun, name)
        if finished.status == "completed":
            return finished
    for last in (False, True):
        try:
            job = yield from _waited_for(service, _started(service, order), name)
        except DuplicateRender:
            if last:
                raise
            continue
        if job.status == "completed" or last:
            break
    if job.status != "completed":
        reason = job.error or "the service does not say why"
        raise UnexpectedAnswer(f"the render failed: {reason}", "try again later")
    return job


def _found(service: Service, render_id: str) -> RenderJob | None:
    """A job that was begun before; None where the service does not know it, or any more."""
    try:
        return service.call(lambda: service.nemo.render(render_id))
    except (Refused, UnexpectedAnswer):
        return None


def _waited_for_again(service: Service, job: RenderJob, name: str) -> Doing[RenderJob]:
    """One that is not finished after a second wait either never will be, and holds up the next."""
    try:
        return (yield from _waited_for(service, job, name))
    except TimedOut:
        with suppress(NemoError):
            service.call(lambda: service.nemo.cancel_render(job.id))
        return job.model_copy(update={"status": "failed"})


def _waited_for(service: Service, job: RenderJob, name: str) -> Doing[RenderJob]:
    waits = service.waits
    began = service.clock.monotonic()
    while job.status in ("pending", "processing"):
        yield events.Rendering(name, job.progress)
        if service.clock.monotonic() - began > waits.render_limit:
            cure = "it may still finish: try again later"
            raise TimedOut(f"the render took more than {waits.render_limit:g} s", cure)
        service.clock.sleep(waits.render_poll)
        with suppress(TransportError):  # the next look will tell
            job = _looked_up(service, job)
    return job


def _started(service: Service, order: Order) -> RenderJob:
    """A new render. Where the answer is lost nobody knows whether it was begun: it is looked up."""
    from nemo_spec.nemo.models import RenderJob

    nemo, render_id = service.nemo, f"render_{uuid.uuid4().hex}"
    order.note(render_id)
    try:
        return service.call(
            lambda: nemo.start_render(
                order.session_id, render_id, order.state.draft_json, order.output
            )
        )
    except (StreamCut, TimedOut):
        return RenderJob(id=render_id, status="pending", error=_NEVER_BEGUN)


def _looked_up(service: Service, job: RenderJob) -> RenderJob:
    try:
        return service.call(lambda: service.nemo.render(job.id))
    except (Refused, UnexpectedAnswer):
        if job.error != _NEVER_BEGUN:
            raise
        return job.model_copy(update={"status": "failed"})


def _download(service: Service, job: RenderJob, part: Path, name: str) -> Iterator[events.Event]:
    nemo = service.nemo

    def fetch(report: Progress) -> int:
        if job.url:
            url = job.url
            try:
                return _continued(service, lambda: nemo.download(url, part, report, size=job.size))
            except NemoError:
                _forget(part)
        return _continued(
            service, lambda: service.call(lambda: nemo.download_render(job.id, part, report))
        )

    yield from with_progress(fetch, lambda done, total: events.Downloading(name, done, total))


def _continued(service: Service, fetch: Callable[[], int]) -> int:
    """A download that goes on where it broke off, a few times."""
    for pause in _BREAKS:
        try:
            return fetch()
        except (StreamCut, TimedOut):
            service.clock.sleep(pause)
    return fetch()


def _unwritten(path: Path, error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
    cure = "make room" if full else "see that it can be written"
    return f"{path} cannot be written: {error.strerror or error} – {cure}, then try again"


def _forget(part: Path) -> None:
    """Remove what was downloaded, and the note that the client keeps about it."""
    part.unlink(missing_ok=True)
    part.with_name(f"{part.name}.json").unlink(missing_ok=True)


def _looked_at(part: Path, path: Path) -> events.Delivered:
    try:
        return replace(measured_file(part), path=path)
    except NotMedia:
        raise UnexpectedAnswer("what was downloaded is not a video", "try again") from None
