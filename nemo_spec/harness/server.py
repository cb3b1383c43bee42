"""A server that is already running, as a target for recipes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nemo_spec.harness.target import Target
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import connect
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.tokens import Tell
from nemo_spec.run.timeouts import is_local, timeouts_for


@contextmanager
def server_target(url: str, tell: Tell) -> Iterator[Target]:
    """One client for a server, with the account that every command uses.

    A server on this machine is a mock: it gets a free account and never sees NEMO_TOKEN. Raises
    NemoError.
    """
    with tempfile.TemporaryDirectory(prefix="nemo-spec-") as folder:
        local = is_local(url)
        settings = Settings(url, url) if local else replace(environment(), api_url=url)
        home, clock = Path(folder) if local else Path.home(), Clock()
        with connect(settings, clock, home, tell=tell) as nemo:
            yield Target(nemo, clock, home, timeouts_for(url), Path(folder))
