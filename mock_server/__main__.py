"""`python -m mock_server`: a mock of the NemoVideo service in the foreground."""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mock_server.api.dialects import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.config import MockConfig
from mock_server.draft_dialects import DRAFT_DIALECTS
from mock_server.faults.table import FAULTS


def add_arguments(out: argparse.ArgumentParser) -> None:
    """Add the flags; each is a field of MockConfig."""
    out.add_argument("--host", default="127.0.0.1", help="address to listen on (loopback)")
    out.add_argument("--port", type=int, default=0, help="0 takes a free one and prints it")
    out.add_argument(
        "--allow-host",
        dest="allow_hosts",
        action="append",
        default=[],
        metavar="NAME",
        help="also answer to this host name, such as a service name in CI; may be repeated",
    )
    out.add_argument(
        "--fetch-host",
        dest="fetch_hosts",
        action="append",
        default=[],
        metavar="NAME",
        help="fetch uploads by https URL from this host; may be repeated (default: loopback only)",
    )
    out.add_argument("--seed", type=int, default=0, help="seed of ids and random choices")
    out.add_argument(
        "--dialect", default="adk", choices=SSE_DIALECTS, help="form of the event stream"
    )
    out.add_argument("--render-dialect", default="v4.4", choices=RENDER_DIALECTS)
    out.add_argument(
        "--speak", default="own", choices=DRAFT_DIALECTS, help="how drafts are spelled in the state"
    )
    out.add_argument("--data", type=Path, metavar="DIR", help="keep all data in this folder")
    out.add_argument(
        "--speed",
        type=float,
        default=0.0,
        help="scale of the service's delays: 1 as documented, 0 none",
    )
    out.add_argument("--credits", type=int, default=100, help="credits of a new token")
    out.add_argument("--token-limit", type=int, default=10, help="tokens per address in 7 days")
    out.add_argument(
        "--hourly-token-limit", type=int, default=0, help="tokens per address in an hour, 0: any"
    )
    out.add_argument(
        "--price-per-edit", type=int, default=0, help="credits per edit (a session costs 50)"
    )
    out.add_argument(
        "--silent", type=float, default=0.3, help="share of edits that send no text, 0-1"
    )
    out.add_argument(
        "--fault",
        dest="faults",
        action="append",
        default=[],
        metavar="NAME[:k=v,…]",
        help="may be repeated; " + ", ".join(FAULTS),
    )


def main(argv: Sequence[str] | None = None, prog: str = "python -m mock_server") -> int:
    """Parse the command line and `serve`."""
    parser = argparse.ArgumentParser(prog, description="A mock of the NemoVideo service.")
    add_arguments(parser)
    return serve(vars(parser.parse_args(argv)), prog)


def serve(options: dict[str, Any], prog: str) -> int:
    """Run until interrupted. Returns 2 for a wrong option or a port in use."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    from mock_server.server import run_forever

    try:
        run_forever(MockConfig(**options))
    except (ValueError, OSError) as error:
        print(f"{prog}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
