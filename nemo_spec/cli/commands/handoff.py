"""nemo-spec handoff (DRAFT | RECIPE [CLIP …] | --session ID) -o FILE – a timeline for another editor."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from nemo_spec.api.drafts import Draft, Known
from nemo_spec.api.handoff import (
    Handed,
    NoHandoff,
    Source,
    files_beside,
    files_of_program,
    files_of_session,
    hand_over,
    source_of_prediction,
)
from nemo_spec.api.verify import known_of
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.drafts import found_in, known_dialect
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OK
from nemo_spec.cli.process import utf8_text
from nemo_spec.cli.recipe import add_set_argument, print_diagnostics
from nemo_spec.compile.loader import open_recipe
from nemo_spec.interchange.formats import FORMATS, NotInstalled, UnknownFormat
from nemo_spec.language.diagnostics import visible
from nemo_spec.project_root import project_root
from nemo_spec.run.session.environment import environment
from nemo_spec.timeline.uploads import uploads_of

EPILOG = f"""FILE ends in {", ".join(FORMATS)}. Clips are the local files: those of the recipe, those
that the project's journal knows of the session, or those below --media-root, by name and length. What does
not survive in the format is printed; with --strict nothing is written then (exit code 2)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    parser.add_argument(
        "what", nargs="?", metavar="DRAFT|RECIPE", help="a draft (- is stdin), or an .edit file"
    )
    parser.add_argument("clips", nargs="*", metavar="CLIP", help="clips of a recipe, in its order")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE", help="the file")
    draft = parser.add_mutually_exclusive_group()
    draft.add_argument("--draft", metavar="FILE", help="the draft that a recipe has led to")
    draft.add_argument("--session", metavar="ID", type=utf8_text, help="the draft of this session")
    add_dialect_argument(parser)
    add_set_argument(parser)
    parser.add_argument(
        "--media-root", action="append", default=[], type=Path, metavar="DIR",
        help="also look for clips below this folder",
    )  # fmt: skip
    parser.add_argument(
        "--partial", action="store_true", help="leave out what of a draft cannot be read"
    )
    parser.add_argument(
        "--strict", action="store_true", help="refuse a format in which something does not survive"
    )


def run(options: argparse.Namespace) -> int:
    """Raises CommandError, NoDraft, NemoError, JournalError."""
    for folder in options.media_root:
        if not folder.is_dir():
            raise CommandError(visible(f"--media-root {folder}: no such folder"))
    try:
        source = _source(options)
        handed = hand_over(
            source, options.output,
            folders=options.media_root, partial=options.partial, strict=options.strict,
        )  # fmt: skip
    except UnknownFormat as error:
        raise CommandError(visible(f"{options.output}: name {error}")) from None
    except (NoHandoff, NotInstalled) as error:
        lines = visible_lines(str(error))
        raise CommandError(f"{lines}\nnothing was written") from None
    except OSError as error:
        raise CommandError(
            visible(f"cannot write {options.output}: {error.strerror}"), FAILED
        ) from None
    _show(handed, options.output)
    return OK


def visible_lines(text: str) -> str:
    """Text of several lines, fit for a terminal."""
    return "\n".join(map(visible, text.split("\n")))


def _show(handed: Handed, output: Path) -> None:
    for note in (*handed.notes, *(f"{one}: left out, it cannot be read" for one in handed.unread)):
        print(f"note: {visible(note)}", file=sys.stderr)
    for loss in handed.lost:
        print(f"does not survive  {visible(str(loss))}")
    print(f"{visible(str(output))}  {len(handed.lost) or 'nothing'} lost")


# ---- Where the timeline comes from ---------------------------------------------------------------


def _source(options: argparse.Namespace) -> Source:
    if options.what is not None and options.what.endswith(".edit"):
        return _of_recipe(options)
    if options.clips or options.set:
        raise CommandError("clips and --set belong to a recipe: name an .edit file")
    named = [one for one in (options.what, options.draft, options.session) if one is not None]
    if len(named) != 1:
        raise CommandError("name a draft, a recipe or --session ID")
    found, known = _draft(options.what or options.draft, options.session)
    name = Path(options.what or options.draft or "session").stem
    read = [Path(one) for one in (options.what, options.draft) if one not in (None, "-")]
    timeline = found.read(Known(dialect=known_dialect(options)))
    return Source(name, timeline, known, found.uploads, read=read)


def _of_recipe(options: argparse.Namespace) -> Source:
    path = Path(options.what)
    opened = open_recipe(path, options.clips, options.set, measure_pauses=True)
    print_diagnostics(opened.diagnostics)
    if not opened.is_good or opened.program is None:
        raise CommandError(visible(f"{path}: the recipe has errors"))
    program, known = opened.program, files_of_program(opened.program)
    if options.draft is None and options.session is None:
        return source_of_prediction(opened)
    found, of_session = _draft(options.draft, options.session)
    read = [*opened.read, *([Path(options.draft)] if options.draft not in (None, "-") else [])]
    timeline = found.read(known_of(opened, known_dialect(options)))
    return Source(path.stem, timeline, {**of_session, **known}, found.uploads, program, read)


def _draft(file: str | None, session: str | None) -> tuple[Draft, Mapping[str, Path]]:
    """A draft, and the files that the journal knows of its session."""
    root = project_root(Path())
    if file is not None:
        found = found_in(file)
        here = files_beside(found, Path(file).parent if file != "-" else Path())
        return found, here | (files_of_session(root, found.session) if found.session else {})
    from nemo_spec.cli.service_options import opened_service

    assert session is not None
    with opened_service(environment()) as service:
        state = service.call(lambda: service.nemo.state(session))
    return Draft(state.draft, uploads_of(state.video_infos)), files_of_session(root, session)
