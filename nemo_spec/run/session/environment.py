"""The service that the environment names, and a client for it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.service import Service
from nemo_spec.run.session.auth import connect
from nemo_spec.run.session.tokens import Tell
from nemo_spec.run.timeouts import is_local, timeouts_for


def environment() -> Settings:
    """The service that the environment names; the web pages of a mock are served by the mock itself.

    Raises BadSetting.
    """
    settings = Settings.from_env(os.environ, Path.home())
    if is_local(settings.api_url) and not os.environ.get("NEMO_WEB_URL", "").strip():
        return replace(settings, web_url=settings.api_url)
    return settings


@contextmanager
def open_service(settings: Settings, tell: Tell) -> Iterator[Service]:
    """The service with a token, for as long as a command takes. Raises NemoError."""
    home, clock = Path.home(), Clock()
    with connect(settings, clock, home, tell=tell) as nemo:
        yield Service(nemo, clock, home, timeouts_for(settings.api_url))
