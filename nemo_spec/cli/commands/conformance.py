"""nemo-spec conformance – whether a server does what is documented of the service."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from pathlib import Path
from typing import NamedTuple

from nemo_spec.cli.commands.upload import is_address
from nemo_spec.cli.draft_spelling import probe
from nemo_spec.cli.drafts import note_spelling, print_noted, print_spelling, spelling_rows
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import NOT_MET, OK
from nemo_spec.cli.process import print_json
from nemo_spec.cli.service_options import note
from nemo_spec.conformance import Result, World, check_all
from nemo_spec.conformance.verdicts import NotTestable
from nemo_spec.harness.bundled_mock import bundled_service_to_check, documented_facts
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError, UnexpectedAnswer
from nemo_spec.nemo.raw_client import RawClient
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.text import clean_line
from nemo_spec.project_root import project_root
from nemo_spec.report.color import is_colored
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import attempt, connect
from nemo_spec.run.session.environment import environment
from nemo_spec.run.timeouts import is_local, timeouts_for
from nemo_spec.timeline.spelling import Learned

_MARKS = {"met": "✓", "not met": "✗", "not testable": "–"}
_COLORS = {"met": "32", "not met": "31", "not testable": "2"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--server", metavar="URL", help="the server to check (default: the bundled mock)"
    )
    parser.add_argument(
        "--spend", action="store_true",
        help="also check what writes: sessions, uploads, edits, renders, a token; costs credits",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.epilog = (
        "Exit code: 0 every fact holds, 1 one does not, 3 the server cannot be reached. The bundled mock "
        "is always checked with --spend. NEMO_TOKEN is sent to NEMO_API_URL only."
    )


def run(options: argparse.Namespace) -> int:
    if options.server is not None and not is_address(options.server):
        raise CommandError("--server must be an http or https address")
    facts = documented_facts()
    results: list[Result] = []
    with _server(options) as (settings, home, spend), _world(settings, home, spend) as world:
        for result in check_all(world, facts):
            results.append(result)
            if options.format == "text":
                _print(result, facts[result.fact])
        drafts = _learned(world, settings.api_url, keeps=options.server is not None)
    if options.format == "json":
        rows = [{**asdict(result), "text": facts[result.fact]} for result in results]
        told = {"server": settings.api_url, "facts": rows} | (
            {"drafts": drafts.told} if drafts else {}
        )
        print_json(json.dumps(told, indent=2, ensure_ascii=False))
    counts = Counter[str](result.status for result in results)
    if options.format == "text":
        if drafts:
            _print_drafts(drafts, settings.api_url)
        print(", ".join(f"{counts[status]} {status}" for status in _MARKS))
    return NOT_MET if counts["not met"] else OK


class _Drafts(NamedTuple):
    """How the server spells its drafts, in which file that was noted, and why it was not."""

    learned: Learned | None = None
    noted: Path | None = None
    why_not: str = ""

    @property
    def told(self) -> dict[str, object]:
        rows = spelling_rows(self.learned) if self.learned else []
        noted = str(self.noted) if self.noted else None
        return {"spelled": rows, "noted": noted, "why_not": self.why_not}


def _learned(world: World, api_url: str, *, keeps: bool) -> _Drafts | None:
    """What can be learned where it may cost something, noted for the reader. Raises OSError."""
    if not world.spend:
        return None
    try:
        learned, wrong = probe(world)
    except (NotTestable, NemoError) as error:
        return _Drafts(why_not=clean_line(f"not known: {error}"))
    if wrong:
        return _Drafts(learned, None, f"the draft is not as asked for: {wrong}")
    root = project_root(Path.cwd())
    return _Drafts(learned, note_spelling(root, api_url, learned) if keeps else None)


def _print_drafts(drafts: _Drafts, api_url: str) -> None:
    print("\nhow drafts are spelled")
    if drafts.learned:
        print_spelling(drafts.learned)
    if drafts.why_not:
        print(f"not noted: {visible(drafts.why_not)}")
    if drafts.noted:
        print_noted(drafts.noted, api_url)
    print()


@contextmanager
def _world(settings: Settings, home: Path, spend: bool) -> Iterator[World]:
    """The server with a token that is known to be good."""
    clock = Clock()
    with connect(settings, clock, home, tell=note) as nemo:
        with suppress(UnexpectedAnswer):
            attempt(nemo.credits, nemo, clock, home)
        probe = RawClient(settings, nemo.token or "")
    try:
        yield World(probe, spend, timeouts_for(settings.api_url).render_poll)
    finally:
        probe.close()


@contextmanager
def _server(options: argparse.Namespace) -> Iterator[tuple[Settings, Path, bool]]:
    """The server, the folder of its tokens, and whether more than reading is allowed."""
    if options.server is None:
        with bundled_service_to_check(credits=1000) as (settings, home):
            yield settings, home, True
        return
    usual = environment()
    settings = replace(usual, api_url=options.server, token=None)
    if settings.api_url == usual.api_url:
        settings = usual
    elif is_local(settings.api_url):
        settings = replace(settings, web_url=settings.api_url)
    yield settings, Path.home(), options.spend


def _print(result: Result, text: str) -> None:
    mark, color = _MARKS[result.status], _COLORS[result.status]
    if is_colored(sys.stdout):
        mark = f"\x1b[{color}m{mark}\x1b[0m"
    note = f"  [{visible(result.note)}]" if result.note else ""
    print(
        f"{mark} {result.status:<12} {result.fact:<20} {textwrap.shorten(text, 70, placeholder='…')}{note}"
    )
