"""Misbehaviour on request: one table, read by `/_mock/faults`, by `--fault` and by the docs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mock_server.api.schema import Field

HOW = Field(
    "string",
    "cut: the chunked body stops; reset: TCP reset; end: closed as if complete",
    choices=("cut", "reset", "end"),
)
ROLES = ("title", "lower-third", "caption", "music", "voiceover", "sound", "overlay", "generated")
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
    "partially_applied": FaultKind(
        "carries out about half and says it is done",
        EDIT,
        {"without": Field("string", "leave out new segments of this role", choices=ROLES)},
    ),
    "altered": FaultKind(
        "carries it out with a wrong text, time or level",
        EDIT,
        {"what": Field("string", "default text", choices=("text", "time", "level"))},
    ),
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
    "slow_reply": FaultKind(
        "takes its time between the edit and the rest of the stream",
        EDIT,
        {"seconds": _seconds("real seconds")},
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
