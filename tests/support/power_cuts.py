"""No test cuts the power: what is written need not reach the disk. A kill loses nothing by that."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from nemo_spec.run.session.sqlite import Database


def expect_none(put: Callable[[Any, str, Any], None]) -> None:
    """`put` is `setattr`, or a test's `monkeypatch.setattr`."""
    prepare = Database._prepare

    def without_waiting(self: Database) -> None:
        prepare(self)
        self.rows("PRAGMA synchronous = OFF")

    put(Database, "_prepare", without_waiting)
    put(os, "fsync", lambda _: None)
