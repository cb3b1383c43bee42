"""Upload the files that a session needs, each once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from nemo_spec.compile import Program, Upload
from nemo_spec.media.probe import NotMedia, cover_sound
from nemo_spec.run import events
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.service import Service
from nemo_spec.run.session.journal import Journal

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State


def upload_all(
    service: Service, journal: Journal, run: int, session: str, program: Program, state: State
) -> Iterator[events.Event]:
    """Send what the session does not hold already. Raises NemoError, JournalError."""
    there = {info.filename for info in state.video_infos}
    there |= {step.subject for step in journal.steps(session) if _is_there(step.kind, step.state)}
    for upload in program.uploads:
        if upload.name not in there:
            note = journal.begin(run, session, "upload", upload.name, service.clock.now())
            yield from _upload(service, session, upload)
            journal.complete(note, "done")


def _is_there(kind: str, state: str) -> bool:
    return kind == "upload" and state == "done"


def _upload(service: Service, session: str, upload: Upload) -> Iterator[events.Event]:
    name = upload.name

    def send(report: Progress) -> object:
        with _file_of(upload) as path:
            return service.call(lambda: service.nemo.upload(session, path, report, name=name))

    return with_progress(send, lambda done, total: events.Uploading(upload.name, done, total))


@contextmanager
def _file_of(upload: Upload) -> Iterator[Path]:
    """The file that is sent; a video of a sound and its cover is made for as long as it takes. Raises
    OSError."""
    made_of = upload.made_of
    if made_of is None:
        yield Path(upload.path)
        return
    with TemporaryDirectory(prefix="nemo-spec-") as folder:
        path, size = Path(folder) / upload.name, (made_of.width, made_of.height)
        try:
            cover_sound(Path(upload.path), Path(made_of.cover), size, made_of.length or 0, path)
        except NotMedia as refusal:
            raise OSError(f"no video can be made of {upload.path}: {refusal}") from None
        yield path
