"""nemo-spec help [VERB | CODE | values] – what the language knows."""

from __future__ import annotations

import argparse

from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.language.diagnostics import visible


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "topic", nargs="*", metavar="VERB", help="a verb, a code such as E102, or `values`"
    )
    parser.add_argument("--markdown", action="store_true", help="print the whole reference")


def run(options: argparse.Namespace) -> int:
    """0. Raises CommandError for an unknown topic."""
    from nemo_spec.report import help as texts
    from nemo_spec.report import pages

    topic = " ".join(options.topic)
    if options.markdown:
        print("\n".join([*pages.values(), "", *pages.statements()]))
        return OK
    lines = texts.help_on(topic)
    if lines is None:
        near = texts.nearest(topic)
        cure = f"did you mean `{near}`?" if near else "see `nemo-spec help`"
        raise CommandError(f"no help on `{visible(topic[:60])}`: {cure}")
    print("\n".join(lines))
    return OK
