"""nemo-spec lsp – the language server that editors start; speaks over standard input and output."""

from __future__ import annotations

import argparse

from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.extras import need


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--stdio", action="store_true", help="the default, as editors pass it")


def run(options: argparse.Namespace) -> int:
    """0 once the editor has ended the connection. Raises CommandError without the extra."""
    need("pygls", "lsp")
    from nemo_spec.lsp.server import serve

    serve()
    return OK
