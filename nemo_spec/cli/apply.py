"""nemo-spec apply RECIPE [CLIP …] – edit, check, render, deliver."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nemo_spec import cli
from nemo_spec.cli.offline import add_offline_arguments, bundled_service
from nemo_spec.cli.recipe import Opened, add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.edits.order import export_key
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.nemo.errors import NemoError
from nemo_spec.nemo.settings import Settings
from nemo_spec.report.terminal import TerminalReport
from nemo_spec.run.apply import OutputRefused, Runner
from nemo_spec.run.clock import Clock
from nemo_spec.run.connect import connect
from nemo_spec.run.events import Finished
from nemo_spec.run.waits import EMBEDDED, SERVICE, Waits


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="where the export goes")
    add_offline_arguments(parser)


def run(options: argparse.Namespace) -> int:
    if options.fault and not options.offline:
        print("error: --fault needs --offline", file=sys.stderr)
        return cli.REFUSED
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    outputs, refused = _outputs(opened, options.output)
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or opened.planned is None or opened.program is None:
        print("nothing was sent", file=sys.stderr)
        return cli.REFUSED
    report = TerminalReport(opened.planned)
    met, unknown = False, False
    try:
        with _service(options) as (settings, home, waits):
            clock = Clock()
            with connect(settings, clock, home) as nemo:
                for event in Runner(nemo, opened.program, outputs, clock, home, waits).run():
                    report.show(event)
                    if isinstance(event, Finished):
                        met, unknown = event.met, event.unknown
    except OutputRefused as error:
        print(f"error: {error}\nnothing was sent", file=sys.stderr)
        return cli.REFUSED
    except NemoError as error:
        print(f"\nerror: {error}", file=sys.stderr)
        return cli.FAILED
    return cli.UNKNOWN if unknown else cli.OK if met else cli.NOT_MET


@contextmanager
def _service(options: argparse.Namespace) -> Iterator[tuple[Settings, Path, Waits]]:
    """The service of the environment, or the bundled mock for as long as the command takes."""
    if options.offline:
        with bundled_service(options.fault) as (settings, home):
            yield settings, home, EMBEDDED
    else:
        home = Path.home()
        yield Settings.from_env(os.environ, home), home, SERVICE


def _outputs(opened: Opened, output: Path | None) -> tuple[dict[int, Path], list[Diagnostic]]:
    """Where each export goes, by the statement's index."""
    if opened.program is None or not opened.is_good:
        return {}, []
    renders = opened.program.renders
    missing = [m for m in opened.program.plan.materials if not m.path]
    refused = []
    if missing:
        names = ", ".join(f"`{material.name}`" for material in missing)
        cure = f"write nemo-spec apply {opened.path} CLIP"
        refused.append(Diagnostic("E240", f"no file for clip {names}", None, cure))
    if output is not None and len(renders) != 1:
        message = f"-o names one file, and the recipe has {len(renders)} exports"
        refused.append(Diagnostic("E253", message, None, 'write `to "…"` behind each export'))
    outputs = {}
    for render in renders:
        path = opened.root / _default(opened, render.owner) if output is None else output
        if output is None and not path.resolve().is_relative_to(opened.root):
            span = opened.planned.origins[render.owner].span if opened.planned else None
            refused.append(Diagnostic("E252", "this file lies outside the project", span))
        outputs[render.owner] = Path(os.path.relpath(path)) if output is None else path
    return outputs, refused


def _default(opened: Opened, owner: int) -> Path:
    assert opened.program is not None
    export = next(r.export for r in opened.program.renders if r.owner == owner)
    if export.path is not None:
        return Path(export.path)
    return Path("out") / f"{opened.program.plan.recipe}{export_key(export)}.mp4"
