"""Ids and random numbers from the seed: the same calls get the same answers."""

from __future__ import annotations

import hashlib
import random

from mock_server.state.store import Store

BEYOND_DOUBLES = 2**62


class SeededRandom:
    """Ids come from the seed and a stored counter, so a restarted mock never repeats one."""

    def __init__(self, seed: int, store: Store) -> None:
        self.seed = seed
        self._store = store

    def hex(self, kind: str, length: int = 32) -> str:
        """An id of `length` hexadecimal digits that no other of its kind has."""
        n = self._store.next(kind)
        return hashlib.sha256(f"{self.seed}/{kind}/{n}".encode()).hexdigest()[:length]

    def number(self, kind: str) -> str:
        """A decimal string above 2^53 and below 2^63, as session ids are."""
        return str(BEYOND_DOUBLES + int(self.hex(kind, 15), 16))

    def stream(self, *names: object) -> random.Random:
        """Random numbers for one occasion, named so that other sessions do not disturb them."""
        return random.Random("/".join([str(self.seed), *map(str, names)]))
