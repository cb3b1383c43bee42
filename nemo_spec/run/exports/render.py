"""Deliver a draft as a file: render, wait, download, measure it, move it into place."""

from __future__ import annotations

import errno
import uuid
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nemo_spec.media.probe import NotMedia, measure, measure_video, write_chapters
from nemo_spec.nemo.errors import (
    DuplicateRender,
    NemoError,
    Refused,
    RenderRejected,
    StreamCut,
    TimedOut,
    TransportError,
    UnexpectedAnswer,
    Unreachable,
)
from nemo_spec.nemo.text import clean_line
from nemo_spec.run import events
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.service import Service, Steps
from nemo_spec.safe_files import write_own
from nemo_spec.verbs.chapter import Mark, listed
from nemo_spec.verbs.project import frame

if TYPE_CHECKING:
    from nemo_spec.nemo.models import RenderJob, State
    from nemo_spec.nemo.transfer import Downloaded

_LENGTH_TOLERANCE_MS = 250
"""Frames and audio packets end where they end: a few of each, at any frame rate."""
_BREAKS = (1.0, 3.0, 9.0)
"""Seconds before each attempt to continue a download that broke off."""
_MOST_BITS_PER_SECOND = 100_000_000
_SLACK_BYTES = 64_000_000
"""H.264 of 1080p stays far below; more is no such video, and would fill the disk."""
_LONGER_MS = 600_000
"""How long a video may be that is taken as rendered, whatever its timeline says."""
_NEVER_BEGUN = "the service did not take it on"


def output_for(
    canvas: Mapping[str, object], size: str | None, fps: float | None, quality: str | None
) -> dict[str, object]:
    """The output options of a render. `size` is that of a recipe, such as `1080p`; without it, and where
    the canvas is unknown, the service decides."""
    output: dict[str, object] = {"format": "mp4", "quality": quality or "high"}
    width, height = canvas.get("width"), canvas.get("height")
    if size is not None and isinstance(width, int) and isinstance(height, int):
        pixels = frame(size, (width, height))
        if pixels:
            output["resolution"] = f"{pixels[0]}x{pixels[1]}"
    if fps is not None:
        output["fps"] = fps
    return output


def mismatch(file: events.Delivered, output: Mapping[str, object], length: int) -> str:
    """How a finished file differs from what was asked for, empty if it does not; `length` in ms."""
    made = f"{file.width}x{file.height}"
    asked = output.get("resolution", made)
    if asked == made and abs(file.length - length) <= _LENGTH_TOLERANCE_MS:
        return ""
    return f"{file.measured} instead of {asked}, {length / 1000:.1f} s"


class WrongFile(UnexpectedAnswer):
    """A render gave something else than the video that was asked for; nothing of it is delivered.

    `made` describes it, where it is a video after all.
    """

    def __init__(self, message: str, made: events.Delivered | None = None) -> None:
        super().__init__(message, "try again: the next run renders anew, which costs nothing")
        self.made = made


class Order(NamedTuple):
    """A render to deliver: the draft of `state` as it came, and its output options.

    `length` is how long the video should be, in ms; with `as_rendered` any size and length will do.
    `begun` is the id of an earlier render of the same; `note` gets an id before the service does, and
    `spoiled` is called when the last render gave something else twice. `keeps_part` keeps what has
    arrived for the next time.
    """

    session_id: str
    state: State
    output: Mapping[str, object]
    length: int
    begun: str | None = None
    note: Callable[[str], None] = lambda render_id: None
    spoiled: Callable[[], None] = lambda: None
    keeps_part: bool = False
    as_rendered: bool = False
    chapters: tuple[Mark, ...] = ()

    @property
    def most_bytes(self) -> int:
        """The most bytes that the file can have."""
        length = max(self.length, _LONGER_MS) if self.as_rendered else self.length
        return _SLACK_BYTES + length * _MOST_BITS_PER_SECOND // 8000


def deliver(service: Service, order: Order, path: Path) -> Steps[events.Delivered]:
    """Leave the finished file at `path`, or only a part that the next call continues.

    A wrong file is fetched once more from the same render, then rendered once more: both are free, and
    it may have been damaged on the way.

    Raises WrongFile when that did not help, NemoError when the render was refused, failed twice or took
    too long, OSError when the file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        delivered = yield from _delivered(service, order, part, path)
        if order.chapters:
            delivered = _with_chapters(part, delivered, order.chapters)
        else:
            part.replace(path)
        _forget(part)
    except OSError as error:
        with suppress(OSError):
            _forget(part)
        raise OSError(_unwritten(path, error)) from None
    except Exception as error:
        if not (order.keeps_part and isinstance(error, TransportError)):
            _forget(part)
        raise
    return delivered


def _with_chapters(
    part: Path, made: events.Delivered, chapters: tuple[Mark, ...]
) -> events.Delivered:
    """Write the file from what was downloaded, with chapters, picture and sound as they came. What was
    downloaded stays as it is: a run that is killed here goes on with it. Raises WrongFile."""
    copy = part.with_name(f"{part.name}.chapters")
    try:
        write_own(copy, b"", mode=0o666)
        write_chapters(part, copy, [(mark.start, mark.name) for mark in chapters])
        copy.replace(made.path)
    except NotMedia as reason:
        raise WrongFile(str(reason).replace(part.name, made.path.name), made) from None
    finally:
        copy.unlink(missing_ok=True)
    return made._replace(size=made.path.stat().st_size, chapters=tuple(listed(chapters)))


def _delivered(service: Service, order: Order, part: Path, path: Path) -> Steps[events.Delivered]:
    """The file at `part`, as it will be at `path`: of the render that was begun, else of a new one."""
    begun = order.begun
    for last in (False, True):
        job = yield from _render(service, order, begun, part, path.name)
        try:
            return (yield from _fetched(service, order, job, part, path))
        except WrongFile:
            order.spoiled()
            _forget(part)
            if last:
                raise
            begun = None
    raise AssertionError("the second round always ends")


def _fetched(
    service: Service, order: Order, job: RenderJob, part: Path, path: Path
) -> Steps[events.Delivered]:
    """The file of one render, fetched twice at most: the second time from the service itself."""
    for last in (False, True):
        try:
            got = yield from _download(service, order, job, part, path.name, through_service=last)
            return _checked(order, part, path, is_proven=got.is_proven)
        except WrongFile:
            if last:
                raise
            _forget(part)
    raise AssertionError("the second round always ends")


def _checked(order: Order, part: Path, path: Path, *, is_proven: bool) -> events.Delivered:
    """Describe what was downloaded. Raises WrongFile unless it is what was asked for."""
    size = part.stat().st_size
    try:
        clip = measure_video(part, is_proven=is_proven)
    except NotMedia as reason:
        why = str(reason).replace(part.name, "it")
        raise WrongFile(f"{path.name} is not a video: {_content(part)} came, {why}") from None
    made = events.Delivered(path, size, clip.width, clip.height, clip.length)
    if not order.as_rendered and (wrong := mismatch(made, order.output, order.length)):
        raise WrongFile(f"the render is {wrong}", made)
    return made


def _content(part: Path) -> str:
    """`54 bytes of text "ffconcat version 1.0"`."""
    with part.open("rb") as file:
        head = file.read(60)
    size = f"{part.stat().st_size} bytes"
    try:
        text = clean_line(head.decode("utf-8"), 40)
    except UnicodeDecodeError:
        return size
    return f'{size} of text "{text}"' if text.isprintable() and text else size


def measured_file(path: Path) -> events.Delivered:
    """Describe a file that was delivered before. Raises NotMedia."""
    clip = measure(path)
    return events.Delivered(path, path.stat().st_size, clip.width, clip.height, clip.length)


def _render(
    service: Service, order: Order, begun: str | None, part: Path, name: str
) -> Steps[RenderJob]:
    """A completed render job; a failed one, or an id that was used before, is tried once more."""
    if begun and (found := _found(service, begun)):
        finished = yield from _waited_for_again(service, found, name)
        if finished.status == "completed":
            return finished
    _forget(part)  # what lies there is of another render
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
    """An earlier job; None where the service does not know it."""
    try:
        return service.call(lambda: service.nemo.render(render_id))
    except (Refused, UnexpectedAnswer):
        return None


def _waited_for_again(service: Service, job: RenderJob, name: str) -> Steps[RenderJob]:
    """Cancel a job that is not finished after a second wait either: it blocks the next."""
    try:
        return (yield from _waited_for(service, job, name))
    except TimedOut:
        with suppress(NemoError):
            service.call(lambda: service.nemo.cancel_render(job.id))
        return job.model_copy(update={"status": "failed"})


def _waited_for(service: Service, job: RenderJob, name: str) -> Steps[RenderJob]:
    began = service.clock.monotonic()
    while job.status in ("pending", "processing"):
        yield events.Rendering(name, job.progress)
        if service.clock.monotonic() - began >= service.timeouts.render_limit:
            cure = "it may still finish: try again later"
            raise TimedOut(f"the render took more than {service.timeouts.render_limit:g} s", cure)
        service.clock.sleep(service.timeouts.render_poll)
        with suppress(TransportError):  # the next look will tell
            job = _looked_up(service, job)
    return job


def _started(service: Service, order: Order) -> RenderJob:
    """Start a render. Where the answer is lost, the next poll tells whether it was begun."""
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


def _download(
    service: Service, order: Order, job: RenderJob, part: Path, name: str, *, through_service: bool
) -> Steps[Downloaded]:
    """Fetch the output into `part`. Raises WrongFile where what is there is no such file."""
    nemo, most = service.nemo, order.most_bytes

    def fetch(report: Progress) -> Downloaded:
        if job.url and not through_service:
            url = job.url
            try:
                return _continued(
                    service,
                    lambda: nemo.download(url, part, report, size=job.size, most=most),
                    part,
                )
            except NemoError:
                _forget(part)
        try:
            return _continued(
                service,
                lambda: service.call(lambda: nemo.download_render(job.id, part, report, most=most)),
                part,
            )
        except NemoError as error:
            if not _is_gone(error):
                raise
            raise WrongFile(f"{name} cannot be fetched: {error.message}") from None

    return (
        yield from with_progress(fetch, lambda done, total: events.Downloading(name, done, total))
    )


def _is_gone(error: NemoError) -> bool:
    """Whether the service answered without a file, so that fetching it later would not help either."""
    if isinstance(error, Unreachable):
        return error.code is not None and 400 <= error.code < 500 and error.code != 429
    refused = isinstance(error, UnexpectedAnswer | RenderRejected)
    return refused and (error.code is None or error.code < 500)


def _continued(service: Service, fetch: Callable[[], Downloaded], part: Path) -> Downloaded:
    """Continue a download that breaks off, a few times. Raises WrongFile where it always ends at the
    same byte: there is no more."""
    ends: list[int | None] = []
    for pause in (*_BREAKS, None):
        try:
            return fetch()
        except (StreamCut, TimedOut) as error:
            ends.append(_size(part) if isinstance(error, StreamCut) else None)
            if pause is None and (ends[0] is None or len(set(ends)) > 1):
                raise
        if pause is not None:
            service.clock.sleep(pause)
    raise WrongFile(f"the file ends after {ends[0]} bytes each time, before it is complete")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _unwritten(path: Path, error: OSError) -> str:
    full = error.errno in (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
    cure = "make room" if full else "see that it can be written"
    return f"{path} cannot be written: {error.strerror or error} – {cure}, then try again"


def _forget(part: Path) -> None:
    """Remove what was downloaded, the note that the client keeps about it, and a copy with chapters."""
    part.unlink(missing_ok=True)
    for beside in ("json", "chapters"):
        part.with_name(f"{part.name}.{beside}").unlink(missing_ok=True)
