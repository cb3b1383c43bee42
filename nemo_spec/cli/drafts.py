"""Drafts that a command reads from a file or from standard input."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.api.drafts import (
    MAX_DRAFT,
    UNKNOWN,
    Found,
    Known,
    draft_bytes,
    draft_in,
    load_draft,
)
from nemo_spec.cli.process import standard_input
from nemo_spec.nemo.text import clean_line
from nemo_spec.run.session.draft_dialect import save_dialect
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.spelling import Learned

_DRAFT_HELP = "a draft, or a response that holds one, as JSON; - is stdin"


def add_draft_argument(parser: argparse.ArgumentParser) -> None:
    """DRAFT, or --draft FILE as `verify` has it."""
    choice = parser.add_mutually_exclusive_group(required=True)
    choice.add_argument("draft", nargs="?", metavar="DRAFT", help=_DRAFT_HELP)
    choice.add_argument("--draft", dest="named", metavar="FILE", help="the same")


def add_dialect_argument(parser: argparse.ArgumentParser) -> None:
    """--draft-dialect FILE"""
    parser.add_argument(
        "--draft-dialect", type=Path, metavar="FILE",
        help="how the service spells drafts (default .nemo-spec/draft-dialect.json)",
    )  # fmt: skip


def draft_from(name: str, known: Known = UNKNOWN) -> Timeline:
    """The timeline of the draft in a file, `-` for standard input. Raises NoDraft."""
    return found_in(name).read(known)


def found_in(name: str) -> Found:
    """The draft in a file, `-` for standard input, with the uploads beside it. Raises NoDraft."""
    content = standard_input(MAX_DRAFT) if name == "-" else draft_bytes(Path(name))
    return draft_in(load_draft(content, name), name)


def print_spelling(learned: Learned) -> None:
    """How a draft is spelled, with the evidence."""
    for what, key, evidence in learned.rows:
        print(f"  {what:<14} {clean_line(key, 60):<24} {clean_line(evidence, 200)}")


def note_spelling(root: Path, api_url: str, learned: Learned) -> None:
    """Write what was learned for the reader of later drafts. Raises OSError."""
    rows = [row._asdict() for row in learned.rows]
    path = save_dialect(root, api_url, learned.dialect, rows)
    print(clean_line(f"noted in {path}, for {api_url}", 300))
