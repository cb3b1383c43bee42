"""Settings that were changed while a mock ran: they hold again when it comes back.

They win over the flags of the next start, which may well be the same command line as before.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from mock_server.config import MockConfig
from mock_server.state.store import Store

KEY = "settings"


def keep(changes: dict[str, Any], store: Store) -> None:
    """Writes down changed settings, those that are plain values."""
    plain = {key: value for key, value in changes.items() if isinstance(value, str | int | float)}
    with store.tx():
        store.set_meta(KEY, json.dumps({**kept(store), **plain}))


def kept(store: Store) -> dict[str, Any]:
    """What was changed since the folder was new."""
    return json.loads(store.meta(KEY) or "{}")


def restored(config: MockConfig, store: Store) -> MockConfig:
    """The settings of a start, with the changes that were made before."""
    known = {one.name for one in fields(config)}
    return replace(config, **{key: value for key, value in kept(store).items() if key in known})
