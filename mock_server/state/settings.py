"""Settings changed while a mock runs. They survive a restart.

They win over the flags of the next start, which may well be the same command line as before.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from mock_server.config import MockConfig
from mock_server.state.store import Store

KEY = "settings"


class Settings:
    """The configuration in force: the one given at the start plus every stored change."""

    def __init__(self, config: MockConfig, store: Store) -> None:
        self._store = store
        known = {one.name for one in fields(config)}
        saved = {key: value for key, value in self.saved().items() if key in known}
        self.config = replace(config, **saved)

    def change(self, **changes: Any) -> None:
        """Change settings, also for later starts. Raises ValueError for an unknown dialect."""
        self.config = replace(self.config, **changes)
        self.save(changes)

    def save(self, changes: dict[str, Any]) -> None:
        """Store the changes that are plain values."""
        plain = {
            key: value for key, value in changes.items() if isinstance(value, str | int | float)
        }
        with self._store.tx():
            self._store.set_meta(KEY, json.dumps({**self.saved(), **plain}))

    def saved(self) -> dict[str, Any]:
        """All changes since the data folder was new."""
        return json.loads(self._store.meta(KEY) or "{}")
