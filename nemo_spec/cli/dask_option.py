"""`--dask [ADDRESS]`: rows and recipes worked on by a Dask cluster."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from contextlib import contextmanager

from nemo_spec.cli.errors import CommandError
from nemo_spec.language.diagnostics import visible

TYPE_CHECKING = False  # importing the cluster takes longer than `test` needs
if TYPE_CHECKING:
    from nemo_spec.batches.cluster import Cluster

_ADDRESS = re.compile(r"(?:[a-z]+://)?[\w.\-\[\]:%]+:\d{1,5}")

_LOCAL = "local"


def add_dask_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dask", nargs="?", const=_LOCAL, type=_address, metavar="ADDRESS",
        help="work on the Dask cluster of the scheduler at ADDRESS, such as tcp://HOST:8786; without "
        "one in N processes of this machine",
    )  # fmt: skip


@contextmanager
def cluster_of(address: str | None, processes: int) -> Iterator[Cluster | None]:
    """The cluster that was asked for. Raises CommandError where it cannot be used."""
    if address is None:
        yield None
        return
    from nemo_spec.batches.cluster import ClusterError, opened_cluster

    try:
        with opened_cluster(address, processes) as cluster:
            yield cluster
    except ClusterError as error:
        raise refused(error) from None


def refused(error: Exception) -> CommandError:
    """The same, line by line, as the end of a command."""
    lines = (visible(line) for line in str(error).splitlines())
    return CommandError("\n".join([*lines, "nothing was sent"]))


def _address(text: str) -> str:
    if text == _LOCAL:
        return ""
    if not _ADDRESS.fullmatch(text):
        raise argparse.ArgumentTypeError(
            f"{visible(text)!r} is no address such as tcp://HOST:8786 – write --dask behind the clips"
        )
    return text
