"""nemo-spec plan RECIPE [CLIP …] – show what would be sent and what is expected; sends nothing.

If the recipe was applied before, its session is read and compared with it.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from nemo_spec.api.offline_texts import with_texts_checked
from nemo_spec.api.outputs import not_replaceable, refused_exports, refused_texts
from nemo_spec.api.plan import Plan, plan_opened
from nemo_spec.api.request import Request
from nemo_spec.cli.draft_options import add_dialect_argument
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OK, REFUSED
from nemo_spec.cli.process import print_json, utf8_text
from nemo_spec.cli.recipe import add_recipe_arguments, print_diagnostics
from nemo_spec.cli.service_options import note
from nemo_spec.compile.loader import open_recipe
from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.errors import NemoError
from nemo_spec.run.policy import Policy


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE",
        help="save the plan, for `nemo-spec apply FILE`",
    )  # fmt: skip
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--fresh", action="store_true", help="plan for a new session, without asking the service"
    )
    choice.add_argument("--session", metavar="ID", type=utf8_text, help="plan for this session")
    choice.add_argument(
        "--offline", action="store_true", help="plan for a run against the bundled mock"
    )
    parser.add_argument(
        "--unrequested", choices=("allow", "report", "remove"), default="report",
        help="what to do with unrequested changes (default report)",
    )  # fmt: skip
    add_dialect_argument(parser)


def run(options: argparse.Namespace) -> int:
    if options.output and options.session:
        raise CommandError("a plan for a named session cannot be saved – leave out -o or --session")
    if options.output and (reason := not_replaceable(options.output, "plan")):
        raise CommandError(f"cannot write {visible(str(options.output))}: {reason}")
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    if options.offline:
        opened = with_texts_checked(opened)
    refused = refused_exports(opened)
    refused += refused_texts(opened, [options.output] if options.output else [])
    diagnostics = [*opened.diagnostics, *refused]
    print_diagnostics(diagnostics)
    if not opened.is_good or refused or not opened.program:
        return REFUSED
    request = _request(options)
    if options.json:
        content = Plan(request, opened, diagnostics).as_json()
        print_json(json.dumps(content, indent=2, ensure_ascii=False))
        return OK
    try:
        plan = plan_opened(request, opened, diagnostics, note)
        print(*plan.shown(), sep="\n")
        if options.output:
            plan.save(options.output)
            print(f"saved        {visible(str(options.output))}")
    except OSError as error:
        raise CommandError(visible(str(error))) from None
    except NemoError as error:
        cure = "`--fresh` plans for a new session without asking the service"
        raise CommandError(f"{error}; {cure}", FAILED) from None
    return OK


def _request(options: argparse.Namespace) -> Request:
    policy = Policy(
        unrequested=options.unrequested,
        fresh=options.fresh or options.offline,
        session=options.session or "",
    )
    clips, values, named = tuple(options.clips), tuple(options.set), options.draft_dialect
    return Request(options.recipe, clips, values, policy=policy, dialect_file=named)
