"""nemo-spec export – the video of a session, on disk."""

from __future__ import annotations

import argparse
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.api.outputs import not_writable
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import known_dialect, timeline_of
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import NOT_MET, OK, REFUSED
from nemo_spec.cli.service_options import (
    add_session_arguments,
    opened_service,
    read_state,
    required_session,
)
from nemo_spec.language.diagnostics import visible
from nemo_spec.report.lines import LineReport
from nemo_spec.run.exports.render import Order, WrongFile, deliver, mismatch, output_for
from nemo_spec.run.service import Service
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.last_session import Remembered
from nemo_spec.timeline.dialect import Dialect
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.project import Export

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

_AS_RENDERED = "`nemo-spec export --as-rendered` fetches it as it is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="write the video here (default out/<project>.mp4)",
    )  # fmt: skip
    parser.add_argument(
        "--size", type=_size, help="such as 1080p or 1080x1920 (default: that of the session)"
    )
    parser.add_argument(
        "--fps", type=_fps, help="frames per second (default: those of the session)"
    )
    parser.add_argument(
        "--as-rendered", action="store_true",
        help="accept the video even if its size or length differs from the session",
    )  # fmt: skip
    parser.add_argument("--quality", choices=("high", "medium", "low"), default="high")
    add_session_arguments(parser)
    add_dialect_argument(parser)
    parser.epilog = (
        "This knows the session and no recipe: it writes no chapters, frames, sounds or captions. "
        f"`nemo-spec apply` does, and sends nothing again that is in the draft. {parser.epilog}"
    )


def run(options: argparse.Namespace) -> int:
    settings = environment()
    dialect, session = known_dialect(options), required_session(settings, options)
    with opened_service(settings) as service:
        return export(
            service,
            session,
            dialect,
            options.output,
            options.size,
            options.fps,
            options.quality,
            as_rendered=options.as_rendered,
        )


def export(
    service: Service,
    session: Remembered,
    dialect: Dialect,
    path: Path | None = None,
    size: str | None = None,
    fps: float | None = None,
    quality: str = "high",
    *,
    as_rendered: bool = False,
) -> int:
    """Render, download and look at the video; 1 when it is not what was asked for, and then it is not
    delivered."""
    state = read_state(service, session)
    timeline = timeline_of(state, dialect)
    if not timeline.tracks:
        print(
            "error: there is nothing to export yet – tell the agent what to edit", file=sys.stderr
        )
        return REFUSED
    path = path or Path("out") / f"{_file_name(state.task_name or '')}.mp4"
    if reason := _not_an_output(path, state) or _not_mp4(path) or not_writable(path, "mp4"):
        raise CommandError(f"cannot write {visible(str(path))}: {reason}")
    output, report = output_for(timeline.canvas, size, fps, quality), LineReport()
    length = timeline.length.lo
    order = Order(session.session_id, state, output, length, as_rendered=as_rendered)
    try:
        delivered = report.follow(deliver(service, order, path))
    except WrongFile as error:
        if error.made is None:
            raise
        wrong = visible(error.message)
        print(f"not as asked: {wrong}; {path} was not written – {_AS_RENDERED}", file=sys.stderr)
        return NOT_MET
    report.show(delivered)
    if wrong := mismatch(delivered, output, length):
        print(f"not as asked: {wrong}", file=sys.stderr)
    return OK


_SAID_SIZE = re.compile(
    r"(?<![a-z0-9.])(?:(?P<lines>\d{3,4}p)(?:\d\d)?|(?P<both>\d{2,4} ?[x×*] ?\d{2,4})|(?P<k>[248]) ?k)"
    r"(?![a-z0-9])",
    re.I,
)
_LINES_OF = {"2": "1440p", "4": "2160p", "8": "4320p"}
_SAID_FORMAT = re.compile(
    r"(?:\b(?:as|in|to|into)(?: an?)? |[为成])(?P<format>webm|mov|avi|mkv|gif|wmv|flv|m4v|prores|h\.?265"
    r"|hevc|av1)(?![a-z0-9])",
    re.I,
)


def said_size(message: str) -> str | None:
    """The size that a request to export names: `1080p` for "export in 1080p", `2160p` for "导出4K".
    Raises CommandError where it names a size or a format that an export does not have."""
    if found := _SAID_FORMAT.search(message):
        raise CommandError(
            f"an export is MP4, not {found['format']} – say `export` and convert the file"
        )
    if (found := _SAID_SIZE.search(message)) is None:
        return None
    said = found["lines"] or found["both"] or _LINES_OF[found["k"]]
    try:
        return _size(re.sub(" ?[x×*] ?", "x", said.lower()))
    except argparse.ArgumentTypeError as error:
        raise CommandError(f"cannot export at {found[0]}: {error}") from None


def _not_an_output(path: Path, state: State) -> str:
    """Why a file that is there is probably no earlier export, or nothing."""
    if not os.path.lexists(path):
        return ""
    if path.suffix.lower() != ".mp4":
        return "a file that is not an export is already there – use a name that ends in .mp4"
    if path.name in {file.filename for file in state.video_infos}:
        return "a clip of this session has that name – use another name"
    return ""


def _not_mp4(path: Path) -> str:
    is_mp4 = path.suffix.lower() in ("", ".mp4")
    return "" if is_mp4 else f"the video is mp4 – write `-o {path.stem}.mp4`"


def _file_name(task: str) -> str:
    """The session's name as a file name: it comes from outside and must not lead anywhere."""
    return re.sub(r"[^\w-]+", "-", task).strip("-")[:60] or "video"


def _size(text: str) -> str:
    if not re.fullmatch(r"\d{2,4}p|\d{2,4}x\d{2,4}", text, re.ASCII):
        raise argparse.ArgumentTypeError("write it like 1080p or 1080x1920")
    for problem in Export(size=text, format="mp4").check(Timeline()):
        raise argparse.ArgumentTypeError(f"{problem.message}: {problem.cure}")
    return text


def _fps(text: str) -> float:
    try:
        return Export(size="1080p", format="mp4", fps=float(text.removesuffix("fps"))).fps or 0
    except ValueError:
        raise argparse.ArgumentTypeError("write a number from 1 to 60") from None
