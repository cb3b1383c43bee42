"""nemo-spec test PATH … – recipes applied offline and checked, all of them."""

from __future__ import annotations

import argparse
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from time import monotonic

from nemo_spec.api.outputs import over_what_is_read
from nemo_spec.cli.dask_option import add_dask_argument, cluster_of
from nemo_spec.cli.draft_options import add_explain_argument, print_explained
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import FAILED, OF_RESULT, REFUSED
from nemo_spec.cli.mock_options import add_credits_argument, add_fault_argument
from nemo_spec.cli.recipe import print_diagnostics
from nemo_spec.cli.reports import Reports, add_report_argument
from nemo_spec.harness.bundled_mock import PLENTY, bundled_target
from nemo_spec.harness.case import Case
from nemo_spec.harness.case import files_of as files_read
from nemo_spec.harness.discovery import NotThere, find_recipes, used_recipes
from nemo_spec.harness.pool import OpenTarget, ProcessLost, run_cases
from nemo_spec.harness.select import BadExpression, name_filter
from nemo_spec.language.diagnostics import visible
from nemo_spec.recipe.library import overwritten
from nemo_spec.report.cases import shown, totals
from nemo_spec.report.color import is_colored
from nemo_spec.report.record import Record, worst

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nemo_spec.batches.cluster import Cluster

EPILOG = """A recipe without clips is tested on those of the command in its comments, as in `# nemo-spec
apply talk.edit talk.mp4 --set name=Ada`, or on a one-minute stand-in. A recipe that others include with
`use` is skipped, unless it is named. If NAME.expected.json is next to NAME.edit, the draft must match it.
Nothing is exported without --render, and exports are not kept."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = EPILOG
    add = parser.add_argument
    add("paths", nargs="+", type=Path, metavar="PATH", help="an .edit file, or a folder of them")
    add(
        "-k", default="", metavar="EXPR",
        help="only recipes whose names match, such as `intro or not draft`",
    )  # fmt: skip
    add("-n", type=_count, default=1, metavar="N", help="run in N processes")
    add_dask_argument(parser)
    add("-x", action="store_true", help="stop at the first recipe that is not met")
    add("--seed", type=int, default=0, metavar="N", help="random seed of the mock (default 0)")
    add_fault_argument(parser)
    add_credits_argument(parser, "", PLENTY, "enough; a free account has 100")
    add(
        "--repeat", type=_count, default=1, metavar="N",
        help="run each recipe N times, with consecutive seeds",
    )  # fmt: skip
    add("--repairs", type=int, choices=range(10), default=0, metavar="N",
        help="corrective instructions per line that is not met (default 0)")  # fmt: skip
    add("--render", action="store_true", help="also export, and check the files")
    add(
        "--update", action="store_true",
        help="write NAME.expected.json for every recipe that is met",
    )  # fmt: skip
    add_explain_argument(parser)
    add_report_argument(parser)


def run(options: argparse.Namespace) -> int:
    cases, reports = _cases(options), Reports(options.report).in_folders()
    reports.check()
    if reports.saves_draft and len(cases) > 1:
        raise CommandError(f"--save-draft names one file for {len(cases)} runs – name one recipe")
    if _refuse_overwriting(reports, cases):
        return REFUSED
    begun, out = monotonic(), reports.console
    color = is_colored(out)
    records: list[Record] = []
    credits = PLENTY if options.credits is None else options.credits
    open_target = partial(bundled_target, options.fault, credits)
    try:
        with (
            cluster_of(options.dask, options.n) as cluster,
            closing(_finished(cases, open_target, options.n, cluster)) as finished,
        ):
            for _, same in groupby(finished, lambda record: record.path):
                runs = list(same)
                records += runs
                for line in shown(runs, color=color):
                    print(line, file=out, flush=True)
                if options.explain:
                    print_explained(runs[-1], out)
                if options.x and worst(runs) not in ("met", "skipped"):
                    break
    except ProcessLost as lost:
        raise CommandError(str(lost), FAILED) from None
    print(f"\n{totals(records, monotonic() - begun)}", file=out)
    return reports.write(records, OF_RESULT[worst(records)])


def _finished(
    cases: Sequence[Case], open_target: OpenTarget, processes: int, cluster: Cluster | None
) -> Generator[Record, None, None]:
    """The records in the order of the cases. Raises ProcessLost, ClusterError."""
    if cluster is None:
        yield from run_cases(cases, open_target, processes)
        return
    from nemo_spec.batches.cluster import Needs, is_lost, sizes_of

    read = {file for path in {case.path for case in cases} for file in files_read(path)}
    cluster.check(Needs(sizes_of(read)))
    there = [replace(case, path=case.path.absolute()) for case in cases]
    try:
        records = run_cases(there, open_target, processes, cluster.executor)
        for case, record in zip(cases, records, strict=True):
            record.path = str(case.path)
            yield record
    except Exception as error:
        if not is_lost(error):
            raise
        raise ProcessLost from None


def _refuse_overwriting(reports: Reports, cases: Sequence[Case]) -> bool:
    """Whether a report would be written over what a recipe reads, or is compared with."""
    paths = [path for path in reports.files if path.is_file()]
    if not paths:
        return False
    read = {file for path in {case.path for case in cases} for file in files_read(path)}
    found = overwritten(paths, read)
    print_diagnostics([over_what_is_read(path, other) for path, other in found.items()])
    return bool(found)


def _cases(options: argparse.Namespace) -> list[Case]:
    """The cases to run. Raises CommandError."""
    if options.update and (options.fault or options.repeat > 1):
        raise CommandError("--update needs a single run without faults")
    try:
        chosen = name_filter(options.k)
        found = find_recipes(options.paths)
    except NotThere as error:
        raise CommandError(f"{visible(str(error))}: no such file or folder") from None
    except BadExpression as error:
        raise CommandError(visible(f"-k {options.k}: {error}")) from None
    recipes = [path for path in found if chosen(path.as_posix())]
    if not recipes:
        raise CommandError(
            "no recipe found" + (f" that matches -k {visible(options.k)}" if found else "")
        )
    named = {path.resolve() for path in options.paths}
    parts = {part: user for part, user in used_recipes(found).items() if part not in named}
    return [
        Case(
            path,
            seed=options.seed + number,
            renders=options.render,
            updates=options.update,
            repairs=options.repairs,
            part_of=str(parts.get(path.resolve(), "")),
        )
        for path in recipes
        for number in range(1 if path.resolve() in parts else options.repeat)
    ]


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < int(text[:6]) < 10_000):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 9999")
    return int(text)
