"""Misbehaviour on request: one table, read by `/_mock/faults`, by `--fault` and by the docs."""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mock_server.chance import Chance
from mock_server.errors import ApiError
from mock_server.schema import Field, check

HOW = Field(
    "string",
    "cut: the chunked body stops; reset: TCP reset; end: closed as if complete",
    choices=("cut", "reset", "end"),
)
STAGES = ("bgm", "title", "effect")


def _text(doc: str) -> Field:
    return Field("string", doc)


def _count(doc: str) -> Field:
    return Field("integer", doc, low=0, high=1_000_000)


def _seconds(doc: str) -> Field:
    return Field("number", doc, low=0, high=1e9)


@dataclass(frozen=True)
class FaultKind:
    """What a fault does, the calls it may touch (empty: any) and its own parameters."""

    doc: str
    calls: tuple[str, ...] = ()
    params: Mapping[str, Field] = field(default_factory=dict)


EDIT = ("run_sse",)
RENDER = ("render",)
FILES = ("download", "file")

FAULTS: dict[str, FaultKind] = {
    # any call
    "error": FaultKind(
        "answers with an error code; 1001 also ends the token's life",
        (),
        {
            "code": Field("integer", "error code", required=True, low=1, high=99_999),
            "status": Field("integer", "HTTP status instead of the usual one", low=200, high=599),
            "message": _text("message instead of the usual one"),
        },
    ),
    "delay": FaultKind("answers late", (), {"seconds": _seconds("how late")}),
    "disconnect": FaultKind(
        "closes the connection without an answer",
        (),
        {"how": Field("string", "close or reset", choices=("cut", "reset"))},
    ),
    # streams of events
    "silent": FaultKind(
        "edits without a word",
        EDIT,
        {
            "form": Field(
                "string",
                "how the silence looks (ADK)",
                choices=("no_content", "after_tool", "empty_parts", "no_parts"),
            )
        },
    ),
    "drop_stream": FaultKind(
        "drops the stream after N events, keep-alives not counted; a run that has not executed "
        "its tool by then is aborted",
        EDIT,
        {"after": _count("events sent before, default 0"), "how": HOW},
    ),
    "drop_after_edit": FaultKind("edits the draft, then drops the stream", EDIT, {"how": HOW}),
    "lands_late": FaultKind(
        "drops the stream before the edit, which is carried out later",
        EDIT,
        {
            "how": HOW,
            "seconds": _seconds("on the mock's clock, default 0"),
            "reads": _count("reads of the state that still show the old draft, default 1"),
        },
    ),
    "claimed_not_applied": FaultKind("says it is done and changes nothing", EDIT),
    "partially_applied": FaultKind("carries out about half and says it is done", EDIT),
    "applied_twice": FaultKind("carries the instruction out twice", EDIT),
    "second_stage": FaultKind(
        "adds what nobody asked for shortly after an edit",
        EDIT,
        {
            "kind": Field("string", "what is added, default bgm", choices=STAGES),
            "seconds": _seconds("on the mock's clock, default 0"),
            "reads": _count("reads of the state that do not show it yet, default 0"),
        },
    ),
    "tool_error": FaultKind("the edit tool fails; the run goes on and says so", EDIT),
    "stream_error": FaultKind(
        "an error inside the 200",
        EDIT,
        {
            "applied": Field("boolean", "after the edit was made, default false"),
            "form": Field("string", "default both", choices=("event", "line", "both", "unescaped")),
            "code": _text("errorCode, default FakeModelError"),
            "message": _text("errorMessage"),
        },
    ),
    "temporary_issue": FaultKind('"I encountered a temporary issue" after good events', EDIT),
    "stall": FaultKind(
        "nothing but keep-alives (or nothing at all) before the edit",
        EDIT,
        {
            "seconds": _seconds("real seconds, default without end"),
            "every": _seconds("seconds between keep-alives, default 1; 0 is silence"),
        },
    ),
    "slow_edit": FaultKind(
        "takes its time before the edit", EDIT, {"seconds": _seconds("real seconds")}
    ),
    "needs_role": FaultKind('drops the text of a message without "role":"user"', EDIT),
    # renders and files
    "render_failed": FaultKind("the render fails", RENDER, {"message": _text("the error")}),
    "render_slow": FaultKind(
        "the render takes longer",
        RENDER,
        {
            "seconds": _seconds("on the mock's clock"),
            "polls": _count("polls that see it unfinished"),
        },
    ),
    "render_stuck": FaultKind("the render never finishes", RENDER),
    "duplicate_render": FaultKind("claims that the render id exists", RENDER),
    "output_unreachable": FaultKind("the output URL answers 404; the download works", ("file",)),
    "download_cut": FaultKind(
        "drops a download midway",
        FILES,
        {"after": _count("bytes sent before, default 1000"), "how": HOW},
    ),
    "upload_not_applied": FaultKind("session_state_applied is false", ("upload",)),
}

COMMON: dict[str, Field] = {
    "fault": Field("string", "name of the fault", required=True, choices=tuple(FAULTS)),
    "match": Field("string", "only instructions in which this regular expression is found"),
    "call": Field("string", "only this call, by its name in the request log"),
    "session": Field("string", "only this session"),
    "times": Field("integer", "how often; -1 is always; default 1", low=-1, high=1_000_000),
    "skip": Field("integer", "let the first N pass", low=0, high=1_000_000),
    "rate": Field("number", "share of the occasions, from the seed", low=0, high=1),
}


@dataclass
class Fault:
    """One fault that waits for its occasion."""

    name: str
    params: dict[str, Any]
    calls: tuple[str, ...]
    pattern: re.Pattern[str] | None
    session: str | None
    left: int
    skip: int
    rate: float

    def fits(self, call: str, session: str | None, text: str | None) -> bool:
        if self.left == 0 or (self.calls and call not in self.calls):
            return False
        if self.session is not None and self.session != session:
            return False
        return self.pattern is None or (text is not None and self.pattern.search(text) is not None)

    def to_json(self) -> dict[str, Any]:
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


def build(spec: Mapping[str, Any], calls: frozenset[str] | None = None) -> Fault:
    """A fault from its JSON. Raises ApiError 501 for an unknown name or parameter, 422 otherwise.

    `calls` names the calls that exist; without it the call is taken as given.
    """
    name = spec.get("fault")
    if not isinstance(name, str) or name not in FAULTS:
        raise ApiError(501, f"unknown fault `{str(name)[:100]}`; known: {', '.join(FAULTS)}")
    kind = FAULTS[name]
    check(dict(spec), Field("object", fields={**COMMON, **kind.params}), name)
    call = spec.get("call")
    if call is not None and calls is not None and call not in calls:
        raise ApiError(422, f"unknown call `{call[:100]}`; known: {', '.join(sorted(calls))}")
    if call is not None and kind.calls and call not in kind.calls:
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
    kinds = {**COMMON, **(FAULTS[name].params if name in FAULTS else {})}
    for part in filter(None, rest.split(",")):
        key, _, value = part.partition("=")
        spec[key] = _typed(value, kinds[key].kind if key in kinds else "string")
    build(spec)
    return spec


def _typed(text: str, kind: str) -> object:
    try:
        if kind == "integer":
            return int(text)
        if kind == "number":
            return float(text)
    except ValueError:
        return text
    return text.lower() in ("1", "true", "yes") if kind == "boolean" else text


class Faults:
    """The faults of a mock, in the order they were asked for."""

    def __init__(self, chance: Chance) -> None:
        self._chance = chance
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self._occasions = 0

    def add(self, fault: Fault) -> None:
        with self._lock:
            self._faults.append(fault)

    def clear(self) -> None:
        with self._lock:
            self._faults.clear()

    def to_json(self) -> list[dict[str, Any]]:
        with self._lock:
            return [fault.to_json() for fault in self._faults if fault.left != 0]

    def take(
        self, call: str, session: str | None = None, text: str | None = None
    ) -> dict[str, dict[str, Any]]:
        """The faults for this occasion by name, used up once each."""
        taken: dict[str, dict[str, Any]] = {}
        with self._lock:
            for fault in self._faults:
                if fault.name not in taken and fault.fits(call, session, text):
                    self._use(fault, taken, call, text)
            self._faults = [fault for fault in self._faults if fault.left != 0]
        return taken

    def _use(
        self, fault: Fault, taken: dict[str, dict[str, Any]], call: str, text: str | None
    ) -> None:
        if fault.skip > 0:
            fault.skip -= 1
            return
        if fault.rate < 1:
            self._occasions += 1
            dice = self._chance.dice("fault", fault.name, call, text, self._occasions)
            if dice.random() >= fault.rate:
                return
        fault.left -= fault.left > 0
        taken[fault.name] = fault.params
