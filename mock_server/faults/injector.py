"""Faults that wait for the request they apply to."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mock_server.api.body import check
from mock_server.api.calls import NAMES, Call, kind_of
from mock_server.api.errors import ApiError
from mock_server.faults.table import FAULTS, model
from mock_server.state.seeded_random import SeededRandom
from mock_server.state.store import Store

KEY = "faults"


@dataclass
class Fault:
    """One fault that waits for the request it applies to."""

    name: str
    params: dict[str, Any]
    calls: tuple[str, ...]
    pattern: re.Pattern[str] | None
    session: str | None
    left: int
    skip: int
    rate: float
    spec: Mapping[str, Any]
    kept: bool = True

    def fits(self, call: Call, session: str | None, text: str | None) -> bool:
        """Whether the fault applies to a request."""
        if self.left == 0 or (self.calls and not {call.kind, call.name} & set(self.calls)):
            return False
        if self.session is not None and self.session != session:
            return False
        return self.pattern is None or (text is not None and self.pattern.search(text) is not None)

    def as_spec(self) -> dict[str, Any]:
        """The JSON from which `build` makes what is left of this fault."""
        return {**self.spec, "times": self.left, "skip": self.skip}

    def to_json(self) -> dict[str, Any]:
        """The fault as `/_mock/faults` lists it."""
        return {
            "fault": self.name,
            "calls": list(self.calls),
            "times": self.left,
            "skip": self.skip,
            "rate": self.rate,
            "session": self.session,
            "match": self.pattern.pattern if self.pattern else None,
            **self.params,
        }


def build(spec: Mapping[str, Any]) -> Fault:
    """A fault from its JSON. Raises ApiError 501 for an unknown name or parameter, else 422."""
    name = spec.get("fault")
    if not isinstance(name, str) or name not in FAULTS:
        raise ApiError(501, f"unknown fault `{str(name)[:100]}`; known: {', '.join(FAULTS)}")
    kind = FAULTS[name]
    check(dict(spec), model(name), name)
    call = spec.get("call")
    if call is not None and call not in NAMES:
        raise ApiError(422, f"unknown call `{call[:100]}`; known: {', '.join(sorted(NAMES))}")
    if call is not None and kind.calls and not {call, kind_of(call)} & set(kind.calls):
        raise ApiError(422, f"{name} touches {', '.join(kind.calls)} only")
    return Fault(
        name=name,
        params={key: spec[key] for key in kind.params if key in spec},
        calls=(call,) if call else kind.calls,
        pattern=_pattern(spec.get("match")),
        session=spec.get("session"),
        left=int(spec.get("times", 1)),
        skip=int(spec.get("skip", 0)),
        rate=float(spec.get("rate", 1)),
        spec=dict(spec),
    )


def _pattern(text: str | None) -> re.Pattern[str] | None:
    if text is None:
        return None
    try:
        return re.compile(text, re.IGNORECASE)
    except (re.error, OverflowError, RecursionError) as error:
        raise ApiError(422, f"match is not a regular expression: {error}") from None


def read_flag(text: str) -> dict[str, Any]:
    """`NAME[:key=value,…]` as on the command line. Raises ApiError as `build` does."""
    name, _, rest = text.partition(":")
    spec: dict[str, Any] = {"fault": name}
    spec |= {part.partition("=")[0]: part.partition("=")[2] for part in rest.split(",") if part}
    if name in FAULTS:
        spec = check(spec, model(name), name, strict=False).model_dump(exclude_unset=True)
    build(spec)
    return spec


class Faults:
    """The faults of a mock, in the order they were added.

    Those added while it runs survive a restart; those of the command line come with it.
    """

    def __init__(self, random: SeededRandom, store: Store) -> None:
        self._random = random
        self._store = store
        self._faults: list[Fault] = []

    def restore(self) -> None:
        """Load the faults that were waiting when the mock ended."""
        with self._store.tx():
            self._faults += map(build, json.loads(self._store.meta(KEY) or "[]"))

    def add(self, fault: Fault, *, kept: bool = True) -> None:
        """Add a fault; only a kept one survives a restart."""
        fault.kept = kept
        with self._store.tx():
            self._faults.append(fault)
            self._keep()

    def clear(self) -> None:
        """Remove all faults."""
        with self._store.tx():
            self._faults.clear()
            self._keep()

    def _keep(self) -> None:
        waiting = [fault.as_spec() for fault in self._faults if fault.kept and fault.left != 0]
        self._store.set_meta(KEY, json.dumps(waiting))

    def none_wait(self) -> bool:
        """Whether no request can meet a fault."""
        return not self._faults

    def to_json(self) -> list[dict[str, Any]]:
        """The faults that are still waiting."""
        with self._store.tx():
            return [fault.to_json() for fault in self._faults if fault.left != 0]

    def take(
        self, call: Call, session: str | None = None, text: str | None = None
    ) -> dict[str, dict[str, Any]]:
        """The faults that apply to this request, by name; each is used up once."""
        taken: dict[str, dict[str, Any]] = {}
        changed = False
        with self._store.tx():
            for fault in self._faults:
                if fault.name not in taken and fault.fits(call, session, text):
                    self._use(fault, taken, call.kind, text)
                    changed = True
            if changed:
                self._faults = [fault for fault in self._faults if fault.left != 0]
                self._keep()
        return taken

    def _use(
        self, fault: Fault, taken: dict[str, dict[str, Any]], call: str, text: str | None
    ) -> None:
        if fault.skip > 0:
            fault.skip -= 1
            return
        if fault.rate < 1:
            occasion = self._store.next("fault")
            rng = self._random.stream("fault", fault.name, call, text, occasion)
            if rng.random() >= fault.rate:
                return
        fault.left -= fault.left > 0
        taken[fault.name] = fault.params
