"""Drafts that a command reads from a file or from standard input."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from nemo_spec.api.drafts import MAX_DRAFT, Draft, Known, draft_bytes, draft_in, load_draft
from nemo_spec.cli.process import standard_input
from nemo_spec.cli.service_options import note
from nemo_spec.nemo.text import clean_line
from nemo_spec.project_root import project_root
from nemo_spec.run.session.draft_dialect import load_dialect, save_dialect
from nemo_spec.run.session.environment import environment
from nemo_spec.timeline.dialect import Dialect
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.spelling import Learned, Spelled
from nemo_spec.timeline.uploads import uploads_of

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

_DRAFT_HELP = "a draft, or a response that holds one, as JSON; - is stdin"


def add_draft_argument(parser: argparse.ArgumentParser) -> None:
    """DRAFT, or --draft FILE as `verify` has it."""
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("draft", nargs="?", metavar="DRAFT", help=_DRAFT_HELP)
    choice.add_argument("--draft", dest="named", metavar="FILE", help="the same")


def known_dialect(options: argparse.Namespace) -> Dialect:
    """How the service spells drafts, from --draft-dialect or else from this project's file. Raises
    BadSetting."""
    root, api_url = project_root(Path()), environment().api_url
    return load_dialect(root, api_url, options.draft_dialect, note)


def timeline_of(state: State, dialect: Dialect) -> Timeline:
    """The timeline of a session's draft."""
    return read_draft(state.draft, uploads_of(state.video_infos), dialect)


def draft_from(name: str, dialect: Dialect) -> Timeline:
    """The timeline of the draft in a file, `-` for standard input. Raises NoDraft."""
    return found_in(name).read(Known(dialect=dialect))


def found_in(name: str) -> Draft:
    """The draft in a file, `-` for standard input, with the uploads beside it. Raises NoDraft."""
    content = standard_input(MAX_DRAFT) if name == "-" else draft_bytes(Path(name))
    return draft_in(load_draft(content, name), name)


def print_spelling(learned: Learned) -> None:
    """How a draft is spelled, with the evidence."""
    for what, key, evidence in map(_clean, learned.rows):
        print(f"  {what:<14} {key:<24} {evidence}")


def spelling_rows(learned: Learned) -> list[dict[str, str]]:
    """The same for programs."""
    return [_clean(row)._asdict() for row in learned.rows]


def _clean(row: Spelled) -> Spelled:
    return Spelled(row.what, clean_line(row.key, 60), clean_line(row.evidence, 200))


def note_spelling(root: Path, api_url: str, learned: Learned) -> Path:
    """Write what was learned for the reader of later drafts. Raises OSError."""
    rows = [row._asdict() for row in learned.rows]
    return save_dialect(root, api_url, learned.dialect, rows)


def print_noted(path: Path, api_url: str) -> None:
    """Where what was learned has been written."""
    print(clean_line(f"noted in {path}, for {api_url}", 300))
