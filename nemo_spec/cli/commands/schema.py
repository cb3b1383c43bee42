"""nemo-spec schema – the JSON schema of `nemo-spec plan --json`."""

from __future__ import annotations

import argparse
import json

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.process import print_json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """None."""


def run(options: argparse.Namespace) -> int:
    from nemo_spec.report.schema import plan_schema

    print_json(json.dumps(plan_schema(), indent=2, ensure_ascii=False))
    return OK
