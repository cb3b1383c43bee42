"""Facts about conversations."""

from __future__ import annotations

import json
from typing import Any

from nemo_spec.conformance.facts import fact
from nemo_spec.conformance.verdicts import NotTestable, expect
from nemo_spec.conformance.world import NO_SESSION, World, needed
from nemo_spec.nemo.events import Empty, Heartbeat, TextDelta, ToolResult
from nemo_spec.nemo.raw_client import Answer


@fact("run", spends=True)
def check_run(world: World) -> str:
    answer = world.edit().stream
    kind = answer.headers.get("content-type", "")
    expect(kind.startswith("text/event-stream"), f"the answer is {kind or 'of no type'}")
    expect(answer.events, "no event came")
    return "the body is snake_case, and the connection is closed at the end"


@fact("run-body")
def check_run_body(world: World) -> str:
    body = {"app_name": "nemo_agent", "user_id": "me", "session_id": NO_SESSION}
    answer = world.client.ask("POST", "/run_sse", body=body)
    if "detail" not in answer.fields and answer.code not in (0, 200):
        raise NotTestable(f"code {answer.code}: the framework's own form is not spoken")
    detail = answer.fields.get("detail")
    expect(answer.status in (400, 422), f"HTTP {answer.status}")
    expect(isinstance(detail, str | list), "no detail")
    return ""


def _all(world: World) -> list[Answer]:
    """Every stream so far, at least an edit, the same edit again and an answer."""
    needed(world.answer(), "a question")
    world.same_edit()
    return world.streams


def _raw(answer: Answer) -> list[dict[str, Any]]:
    found = []
    for message in answer.messages:
        try:
            event = json.loads(message.data)
        except ValueError:
            continue
        if isinstance(event, dict) and event.get("type") != "heartbeat" and event:
            found.append(event)
    return found


def _dialect(answer: Answer) -> str:
    kinds = {_kind(event) for event in _raw(answer)}
    if (
        "text" in kinds
    ):  # the bare form is only known for words; tools are told of as in the flat one
        kinds.discard("flat")
    return kinds.pop() if len(kinds) == 1 else " and ".join(sorted(kinds)) or "nothing"


def _kind(event: dict[str, Any]) -> str:
    if isinstance(event.get("type"), str):
        return "flat"
    if {"content", "author", "invocationId", "errorCode"} & event.keys():
        return "adk"
    return "text" if isinstance(event.get("text"), str) else "unknown"


def _spoken(answer: Answer, dialect: str) -> str:
    spoken = _dialect(answer)
    expect(spoken in ("flat", "adk", "text"), f"the events are {spoken}")
    if spoken != dialect:
        raise NotTestable(f"the server speaks {spoken}")
    return ""


@fact("sse-flat", spends=True)
def check_sse_flat(world: World) -> str:
    _spoken(needed(world.answer(), "a question"), "flat")
    known = {"text", "tool_call", "tool_result", "heartbeat", "error"}
    other = {str(event.get("type")) for event in _raw(world.edit().stream)} - known
    expect(not other, f"events of type {', '.join(sorted(other))}")
    return ""


@fact("sse-text", spends=True)
def check_sse_text(world: World) -> str:
    return _spoken(needed(world.answer(), "a question"), "text")


@fact("sse-adk", spends=True)
def check_sse_adk(world: World) -> str:
    _spoken(world.edit().stream, "adk")
    parts = [part for event in _raw(world.edit().stream) for part in _parts(event)]
    expect(any("functionCall" in part for part in parts), "an edit without a functionCall")
    return ""


def _parts(event: dict[str, Any]) -> list[dict[str, Any]]:
    content = event.get("content")
    parts = content.get("parts") if isinstance(content, dict) else None
    return [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []


@fact("sse-partial", spends=True)
def check_sse_partial(world: World) -> str:
    partial = [event for answer in _all(world) for event in _raw(answer) if event.get("partial")]
    if not partial:
        raise NotTestable("no partial deltas came")
    ends = [e for a in world.streams for e in _raw(a) if _parts(e) and not e.get("partial")]
    wholes = ["".join(str(part.get("text", "")) for part in _parts(event)) for event in ends]
    first = "".join(str(part.get("text", "")) for part in _parts(partial[0]))
    expect(any(whole.startswith(first) for whole in wholes), "no event with the whole text")
    return ""


@fact("sse-thought", spends=True)
def check_sse_thought(world: World) -> str:
    parts = [part for answer in _all(world) for e in _raw(answer) for part in _parts(e)]
    if not any(part.get("thought") is True for part in parts):
        raise NotTestable("no thought came")
    return ""


@fact("sse-keepalive", spends=True)
def check_sse_keepalive(world: World) -> str:
    alive = sum(isinstance(e, Heartbeat) for answer in _all(world) for e in answer.events)
    if not alive:
        raise NotTestable("the streams were too short for one")
    return f"{alive} of them"


def _silent(world: World) -> list[Answer]:
    edits = [world.edit().stream, world.same_edit().stream]
    return [a for a in edits if not any(isinstance(e, TextDelta) and e.whole for e in a.events)]


@fact("sse-silent", spends=True)
def check_sse_silent(world: World) -> str:
    raise NotTestable(f"two edits are too few to tell: {len(_silent(world))} of them silent")


@fact("sse-silent-form", spends=True)
def check_sse_silent_form(world: World) -> str:
    silent = _silent(world)
    if not silent:
        raise NotTestable("no edit was silent")
    last = [answer.events[-1] for answer in silent if answer.events]
    known = all(isinstance(event, Empty | ToolResult | Heartbeat) for event in last)
    expect(known, "a silent edit ends otherwise")
    return ""


@fact("sse-issue", spends=True)
def check_sse_issue(world: World) -> str:
    said = [e.text for a in _all(world) for e in a.events if isinstance(e, TextDelta)]
    if not any("temporary issue" in text for text in said):
        raise NotTestable("it was not said")
    return ""


@fact("sse-twice", spends=True)
def check_sse_twice(world: World) -> str:
    first, second = world.edit(), world.same_edit()
    one, two = (_titles(edit.after) for edit in (first, second))
    if not one:
        raise NotTestable("the draft's texts cannot be read")
    expect(two == 2 * one, f"{one} title after the first, {two} after the second")
    return f"done twice; the second cost {second.paid:g} credits"


def _titles(state: dict[str, Any]) -> int:
    return json.dumps(state.get("state", {}).get("draft", {})).count('"Conformance"')


@fact("latency", spends=True)
def check_latency(world: World) -> str:
    edit, answer = world.edit().stream.seconds, world.answer().seconds
    raise NotTestable(f"a matter of load: an edit {edit:.1f} s, an answer {answer:.1f} s")
