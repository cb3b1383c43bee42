"""Drafts that a command reads from a file or from standard input."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.api.drafts import MAX_DRAFT, open_draft, parse_draft
from nemo_spec.cli.process import standard_input
from nemo_spec.timeline.model import Timeline


def add_draft_argument(parser: argparse.ArgumentParser) -> None:
    """DRAFT"""
    parser.add_argument(
        "draft", metavar="DRAFT", help="a draft, or a response that holds one, as JSON; - is stdin"
    )


def draft_from(name: str) -> Timeline:
    """The timeline of the draft in a file, `-` for standard input. Raises NoDraft."""
    return parse_draft(standard_input(MAX_DRAFT), name) if name == "-" else open_draft(Path(name))
