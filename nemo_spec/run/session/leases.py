"""Claims that machines share: leases in PostgreSQL, by the clock of its server.

A lease is renewed while its process works and runs out when that process dies, sleeps or loses the
server; then another one takes over, and asks the draft first. Whoever lost a lease notes nothing more as
about to be sent, and so sends nothing more: that is checked within the same transaction.
"""

from __future__ import annotations

import json
import os
import socket
import threading
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from nemo_spec.run.session.claims import Claim, Holder, WaitingClaims, hashed
from nemo_spec.run.session.postgres import SHARED, Server, make_shared
from nemo_spec.run.session.storage import JournalError, Writer

LEASE_S = 30
RENEWED_S = 8
_POLL = 0.5
_TABLE = f"{SHARED}.leases"
_NOW, _THEN = "clock_timestamp()", "clock_timestamp() + make_interval(secs => ?)"
_ITS = "kind = ? AND service = ? AND name = ?"
_TAKE = f"""
INSERT INTO {_TABLE} AS l (kind, service, name, owner, holder, expires)
VALUES (?, ?, ?, ?, ?, {_THEN})
ON CONFLICT (kind, service, name) DO UPDATE
SET owner = excluded.owner, holder = excluded.holder, expires = excluded.expires
WHERE l.expires < {_NOW} OR l.owner = excluded.owner
RETURNING owner
"""


class LeaseLost(JournalError):
    """Another process may have taken over."""


class Leases(WaitingClaims):
    """Claims that all processes with the same NEMO_JOURNAL see.

    `root` is the project, shown to those who wait; `on_wait` as for WaitingClaims. Every method raises
    JournalError where the server cannot be reached.
    """

    def __init__(
        self, server: Server, api_url: str, root: Path, on_wait: Callable[[str], None]
    ) -> None:
        super().__init__(on_wait, _POLL)
        self._server = server
        self._service = hashed(api_url)
        self._owner = uuid.uuid4().hex
        self._holder = json.dumps(
            {"process": os.getpid(), "root": str(root), "machine": socket.gethostname()}
        )
        self._ended = threading.Event()
        self._renewing: threading.Thread | None = None
        make_shared(server)

    def __enter__(self) -> Leases:
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._renewing is not None:
            self._renewing.join()
        with suppress(JournalError):  # what is not given back runs out
            self._give_back()
        self._server.close()

    def _give_back(self) -> None:
        query = f"DELETE FROM {_TABLE} WHERE owner = ?"
        try:
            self._server.execute(query, (self._owner,))
        except JournalError:
            self._server.again()  # where it was away in between, nobody need wait for the end
            self._server.execute(query, (self._owner,))

    def take(self, claim: Claim) -> bool:
        values = (*self._of(claim), self._owner, self._holder, LEASE_S)
        taken = self._server.execute(_TAKE, values).fetchone() is not None
        if taken and self._renewing is None:
            self._renewing = threading.Thread(target=self._renew, name="leases", daemon=True)
            self._renewing.start()
        return taken

    def drop(self, claim: Claim) -> None:
        self._server.execute(
            f"DELETE FROM {_TABLE} WHERE {_ITS} AND owner = ?", (*self._of(claim), self._owner)
        )

    def is_claimed(self, claim: Claim) -> bool:
        query = f"SELECT 1 FROM {_TABLE} WHERE {_ITS} AND expires > {_NOW}"
        return self._server.execute(query, self._of(claim)).fetchone() is not None

    def holder(self, claim: Claim) -> Holder | None:
        query = f"SELECT holder FROM {_TABLE} WHERE {_ITS}"
        found = self._server.execute(query, self._of(claim)).fetchone()
        try:
            named = json.loads(found[0])
            return Holder(int(named["process"]), str(named["root"]), str(named["machine"]))
        except (ValueError, KeyError, TypeError):
            return None

    def others_active(self, session: str) -> bool:
        others = "kind = 'session' AND service = ? AND name <> ?"
        query = f"SELECT 1 FROM {_TABLE} WHERE {others} AND expires > {_NOW}"
        with suppress(JournalError):
            values = self._service, hashed(session)
            return self._server.execute(query, values).fetchone() is not None
        return False

    def check(self, writer: Writer, claim: Claim) -> None:
        """Raises LeaseLost unless this process has it. Until the transaction ends nobody takes it over,
        even where it runs out meanwhile."""
        query = f"SELECT 1 FROM {_TABLE} WHERE {_ITS} AND owner = ? AND expires > {_NOW} FOR SHARE"
        if writer.execute(query, (*self._of(claim), self._owner)).fetchone() is None:
            raise LeaseLost(
                "this run lost its claim, and another one may have taken over – nothing more was sent; "
                "run the same command again"
            )

    def _of(self, claim: Claim) -> tuple[str, str, str]:
        """Names come from outside: hashed, they are short enough for an index, and plain text."""
        service = "" if claim.kind == "run" else self._service  # a run is one of its project
        return claim.kind, service, hashed(claim.name)

    def _renew(self) -> None:
        """A lease that ran out is not taken back: another process may have worked meanwhile."""
        query = f"UPDATE {_TABLE} SET expires = {_THEN} WHERE owner = ? AND expires > {_NOW}"
        while not self._ended.wait(RENEWED_S):
            try:
                self._server.execute(query, (LEASE_S, self._owner))
            except JournalError:
                with suppress(JournalError):
                    self._server.again()
