"""Misbehaviour on request: one table, read by `/_mock/faults`, by `--fault` and by the docs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, get_args

from pydantic import Field, create_model
from pydantic.fields import FieldInfo

from mock_server.api.body import Body, optional
from mock_server.api.stream_forms import SILENCES
from mock_server.faults.draft_faults import ADDITIONS

ROLES = ("title", "lower-third", "caption", "music", "voiceover", "sound", "overlay", "generated")

Parameter = tuple[Any, FieldInfo]


def _choice(doc: str, *choices: str) -> Parameter:
    return Literal[choices], optional(doc)


def _text(doc: str) -> Parameter:
    return str, optional(doc)


def _flag(doc: str) -> Parameter:
    return bool, optional(doc)


def _count(doc: str) -> Parameter:
    return int, optional(doc, ge=0, le=1_000_000)


def _seconds(doc: str) -> Parameter:
    return float, optional(doc, ge=0, le=1e9)


HOW = _choice(
    "cut: the chunked body stops; reset: TCP reset; end: closed as if complete",
    "cut", "reset", "end",
)  # fmt: skip


@dataclass(frozen=True)
class FaultKind:
    """What a fault does, the calls it may touch (empty: any) and its own parameters."""

    doc: str
    calls: tuple[str, ...] = ()
    params: Mapping[str, Parameter] = field(default_factory=dict)


EDIT = ("run_sse",)
RENDER = ("render",)
FILES = ("download", "file")

FAULTS: dict[str, FaultKind] = {
    # any call
    "error": FaultKind(
        "answers with an error code; 1001 also ends the token's life",
        (),
        {
            "code": (int, Field(description="error code", ge=1, le=99_999)),
            "status": (int, optional("HTTP status instead of the usual one", ge=200, le=599)),
            "message": _text("message instead of the usual one"),
        },
    ),
    "delay": FaultKind("answers late", (), {"seconds": _seconds("how late")}),
    "disconnect": FaultKind(
        "closes the connection without an answer",
        (),
        {"how": _choice("close or reset", "cut", "reset")},
    ),
    # streams of events
    "silent": FaultKind(
        "edits without a word", EDIT, {"form": _choice("how the silence looks (ADK)", *SILENCES)}
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
    "partially_applied": FaultKind(
        "carries out about half and says it is done",
        EDIT,
        {"without": _choice("leave out new segments of this role", *ROLES)},
    ),
    "altered": FaultKind(
        "carries it out with a wrong text, time or level",
        EDIT,
        {"what": _choice("default text", "text", "time", "level")},
    ),
    "applied_twice": FaultKind("carries the instruction out twice", EDIT),
    "second_stage": FaultKind(
        "adds what nobody asked for shortly after an edit",
        EDIT,
        {
            "kind": _choice("what is added, default bgm", *ADDITIONS),
            "seconds": _seconds("on the mock's clock, default 0"),
            "reads": _count("reads of the state that do not show it yet, default 0"),
        },
    ),
    "tool_error": FaultKind("the edit tool fails; the run goes on and says so", EDIT),
    "stream_error": FaultKind(
        "an error inside the 200",
        EDIT,
        {
            "applied": _flag("after the edit was made, default false"),
            "form": _choice("default both", "event", "line", "both", "unescaped"),
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
    "slow_reply": FaultKind(
        "takes its time between the edit and the rest of the stream",
        EDIT,
        {"seconds": _seconds("real seconds")},
    ),
    "needs_role": FaultKind('drops the text of a message without "role":"user"', EDIT),
    # conversations over a WebSocket
    "never_ready": FaultKind(
        "stays warming up: no session_ready comes",
        ("ws_open",),
        {"how": _choice("how the connection ends, default not at all", "cut", "reset", "end")},
    ),
    "ask_question": FaultKind(
        "asks before it edits; an answer with yes has it edit",
        ("ws_message",),
        {"title": _text("above the question")},
    ),
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


class FaultSpec(Body):
    """What every fault takes."""

    fault: Literal[tuple(FAULTS)] = Field(description="name of the fault")  # type: ignore[valid-type]
    match: str = optional("only instructions in which this regular expression is found")
    call: str = optional("only this call, by its name in the request log")
    session: str = optional("only this session")
    times: int = optional("how often; -1 is always; default 1", ge=-1, le=1_000_000)
    skip: int = optional("let the first N pass", ge=0, le=1_000_000)
    rate: float = optional("share of the occasions, from the seed", ge=0, le=1)


@cache
def model(name: str) -> type[FaultSpec]:
    """The JSON body of one fault. Built on first use, since most runs ask for none."""
    params: dict[str, Any] = dict(FAULTS[name].params)
    return create_model(name, __base__=FaultSpec, **params)


def parameters(name: str) -> dict[str, str]:
    """The fault's own parameters and what they do."""
    return {key: info.description or "" for key, (_, info) in FAULTS[name].params.items()}


def common() -> dict[str, str]:
    """The parameters of every fault and what they do."""
    return {key: info.description or "" for key, info in FaultSpec.model_fields.items()}


def choices(parameter: Parameter) -> tuple[str, ...]:
    """The values that a parameter may have; none when any will do."""
    return get_args(parameter[0])
