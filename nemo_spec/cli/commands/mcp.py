"""nemo-spec mcp – the server that an AI agent's program starts; speaks over standard input and output."""

from __future__ import annotations

import argparse
from pathlib import Path

from nemo_spec.cli.commands.apply import credits_argument
from nemo_spec.cli.errors import CommandError
from nemo_spec.cli.exit_codes import OK
from nemo_spec.cli.extras import need
from nemo_spec.project_root import is_too_wide, project_root


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--max-credits", type=credits_argument, metavar="N",
        help="let the agent spend up to N credits in all; without it, everything is offline",
    )  # fmt: skip
    parser.epilog = (
        "The agent sees the project of the current folder and nothing outside it. It cannot raise the "
        "ceiling: start the server again for more."
    )


def run(options: argparse.Namespace) -> int:
    """0 once the agent has ended the connection. Raises CommandError without the extra or a project."""
    need("mcp", "mcp")
    from nemo_spec.mcp.server import serve

    root = project_root(Path())
    if is_too_wide(root):
        raise CommandError("this is no project: start it in the folder of your recipes")
    serve(root, options.max_credits)
    return OK
