"""nemo-spec plan RECIPE [CLIP …] – what would be sent and what is expected; no network."""

from __future__ import annotations

import argparse

from nemo_spec import cli
from nemo_spec.cli.outputs import outside_project
from nemo_spec.cli.recipe import add_recipe_arguments, open_recipe, print_diagnostics
from nemo_spec.report.plan import show_plan


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_recipe_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")


def run(options: argparse.Namespace) -> int:
    opened = open_recipe(options.recipe, options.clips, options.set, measure_pauses=True)
    refused = outside_project(opened)
    print_diagnostics([*opened.diagnostics, *refused])
    if not opened.is_good or refused or not opened.planned or not opened.program:
        return cli.REFUSED
    if options.json:
        print(opened.planned.plan.model_dump_json(indent=2))
        return cli.OK
    for line in show_plan(opened.planned, opened.program):
        print(line)
    return cli.OK
