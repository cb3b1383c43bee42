"""nemo-spec upload FILE|URL … – clips into the session."""

from __future__ import annotations

import argparse
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.cli.commands.status import described
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.service_options import add_session_arguments, begun_session, opened_service
from nemo_spec.nemo.errors import ACCEPTED, NemoError
from nemo_spec.nemo.files import check_upload
from nemo_spec.report.lines import LineReport
from nemo_spec.run import events
from nemo_spec.run.progress import Progress, with_progress
from nemo_spec.run.service import Service
from nemo_spec.run.session.environment import environment

if TYPE_CHECKING:
    from nemo_spec.nemo.models import UploadedFile

_ASKED = re.compile("^(?:upload|请?上传)(?:文件|视频|素材|图片)?", re.I)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sources", nargs="+", metavar="FILE|URL", help="videos, pictures, sounds")
    add_session_arguments(parser, begins=True)


def run(options: argparse.Namespace) -> int:
    """Nothing is sent when one of the files cannot be accepted."""
    if refused := refused_sources(options.sources):
        raise CommandError("\nerror: ".join(refused))
    with opened_service(environment()) as service:
        session, _ = begun_session(service, options, "en")
        for source in options.sources:
            upload(service, session.session_id, source, LineReport())
    return OK


def refused_sources(sources: Sequence[str]) -> list[str]:
    """Why files cannot be uploaded, known before anything is sent."""
    found = []
    for source in sources:
        try:
            if not is_address(source):
                check_upload(Path(source))
        except NemoError as error:
            found.append(str(error))
    return found


def sources_in(message: str) -> list[str]:
    """The files and addresses that a message such as `upload "my clip.mp4"` names."""
    text = _ASKED.sub(" ", message.strip(), count=1)
    for whole in (message.strip(), text.strip()):
        if Path(whole).is_file():
            return [whole]
    try:
        words = shlex.split(text)
    except ValueError:
        words = text.split()
    named = (word.rstrip(",;.!?，。；！？") for word in words)
    return [
        word if is_address(word) else str(Path(word).expanduser())
        for word in named
        if is_address(word) or Path(word).suffix[1:].lower() in ACCEPTED
    ]


def is_address(source: str) -> bool:
    return source.lower().startswith(("http://", "https://"))


def upload(service: Service, session_id: str, source: str, report: LineReport) -> None:
    """One file with its progress, or an address that the service fetches by itself."""
    nemo = service.nemo
    files: list[UploadedFile] = []

    def send(progress: Progress) -> None:
        if is_address(source):
            files.extend(service.call(lambda: nemo.upload_urls(session_id, [source])))
        else:
            path = Path(source)
            files.extend(service.call(lambda: nemo.upload(session_id, path, progress)))

    name = Path(source).name
    for event in with_progress(send, lambda done, total: events.Uploading(name, done, total)):
        report.show(event)
    report.clear()
    for file in files:
        report.say(described(file))
