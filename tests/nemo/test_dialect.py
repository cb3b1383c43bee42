"""Every published form of a stream event, and whatever else a server might send."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nemo import steady

from nemo_spec.nemo.dialect import Reader
from nemo_spec.nemo.events import (
    ChatEvent,
    Empty,
    Failed,
    Heartbeat,
    TextDelta,
    ToolCall,
    ToolResult,
    Unknown,
)
from nemo_spec.nemo.sse import Message

ARGS = {"op": "trim"}


def adk(*parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"author": "nemo_agent", "content": {"role": "model", "parts": list(parts)}, **more}


FORMS: list[tuple[object, list[ChatEvent]]] = [
    ({"type": "text", "content": "Hi"}, [TextDelta("Hi", whole="Hi")]),
    ({"type": "text", "content": ""}, [Empty()]),
    ({"type": "text", "content": 5}, [Unknown({"type": "text", "content": 5})]),
    ({"text": "Hi"}, [TextDelta("Hi", whole="Hi")]),
    ({"type": "tool_call", "name": "edit", "args": ARGS}, [ToolCall("edit", {"op": "trim"})]),
    ({"type": "tool_call", "name": "edit", "args": None}, [ToolCall("edit", {})]),
    ({"type": "tool_result", "name": "edit", "result": ARGS}, [ToolResult("edit", ARGS)]),
    (
        {"type": "tool_result", "name": "edit", "result": {"error": {"message": "no clip"}}},
        [ToolResult("edit", {"error": {"message": "no clip"}}, "no clip")],
    ),
    ({"type": "heartbeat"}, [Heartbeat()]),
    ({}, [Heartbeat()]),
    ({"role": "assistant", "content": "Hi"}, [TextDelta("Hi", whole="Hi")]),
    ({"type": "error", "code": "Boom", "content": "no"}, [Failed("Boom", "no")]),
    ({"type": "error", "code": 2001, "message": "no credits"}, [Failed("2001", "no credits")]),
    ({"code": 1002, "message": "gone", "data": None}, [Failed("1002", "gone")]),
    ({"error": "boom", "error_details": {}}, [Failed("", "boom")]),
    ({"detail": "Session not found: 7"}, [Failed("", "Session not found: 7")]),
    ({"type": "later", "x": 1}, [Unknown({"type": "later", "x": 1})]),
    ({"x": 1}, [Unknown({"x": 1})]),
    ([1], [Unknown([1])]),
    ("words", [Unknown("words")]),
    (adk({"text": "A"}, {"text": "B"}), [TextDelta("AB", whole="AB")]),
    (adk({"text": "hmm", "thought": True}), [Empty()]),
    (adk({"text": "hmm", "thought": True}, {"text": "B"}), [TextDelta("B", whole="B")]),
    (adk(), [Empty()]),
    ({"author": "nemo_agent"}, [Empty()]),
    ({"content": None, "turnComplete": True}, [Empty()]),
    ({"content": {"parts": None}}, [Empty()]),
    ({"content": {"parts": [None, 3, {"text": 3}]}}, [Empty()]),
    (adk({"functionCall": {"id": "1", "name": "edit", "args": ARGS}}), [ToolCall("edit", ARGS)]),
    (adk({"functionCall": {"name": "edit"}}, partial=True), [Empty()]),
    (adk({"functionResponse": {"name": "edit", "response": ARGS}}), [ToolResult("edit", ARGS)]),
    ({"author": "a", "errorCode": "SAFETY"}, [Failed("SAFETY", "SAFETY")]),
    ({"author": "a", "errorMessage": "boom"}, [Failed("", "boom")]),
    ({"author": "a", "errorCode": "MODEL_RETURNED_NO_CONTENT", "errorMessage": "x"}, [Empty()]),
]


def read(*raws: object) -> list[ChatEvent]:
    reader = Reader()
    found = [e for raw in raws for e in reader.read(Message("", json.dumps(raw).encode()))]
    return [*found, *reader.finish()]


@pytest.mark.parametrize(("raw", "expected"), FORMS)
def test_each_form(raw: object, expected: list[ChatEvent]) -> None:
    assert read(raw) == expected


known_keys = st.sampled_from(
    [
        *("type", "text", "content", "parts", "functionCall", "functionResponse", "name", "args"),
        *("id", "response", "error", "errorCode", "errorMessage", "partial", "author", "code"),
        *("message", "longRunningToolIds", "thought", "result", "detail", "x"),
    ]
)
json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(known_keys, inner, max_size=4),
    max_leaves=12,
)


@steady
@given(st.lists(st.dictionaries(known_keys, json_values, max_size=5), max_size=4))
def test_no_event_can_break_the_reader(raws: list[dict[str, object]]) -> None:
    reader = Reader()
    for raw in raws:
        assert reader.read(Message("", json.dumps(raw).encode()))
    reader.finish()


@steady
@given(st.binary(max_size=40))
def test_no_bytes_can_break_the_reader(data: bytes) -> None:
    assert Reader().read(Message("", data))


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b"1" * 5000, b'{"type":"text","content":"\\ud800"}']
)
def test_json_that_python_refuses_is_no_crash(data: bytes) -> None:
    assert Reader().read(Message("", data))


@steady
@given(st.lists(st.text("abc \n", min_size=1, max_size=4), min_size=1, max_size=6))
def test_partial_text_is_told_once(deltas: list[str]) -> None:
    whole = "".join(deltas)
    partials = [adk({"text": d}, partial=True) for d in deltas]
    for last in ([], [adk({"text": whole}, partial=False)]):
        said = [e for e in read(*partials, *last) if isinstance(e, TextDelta)]
        assert "".join(s.text for s in said) == whole
        assert [s.whole for s in said if not s.partial] == [whole]


def test_a_whole_that_differs_from_its_parts_is_told_again() -> None:
    said = read(adk({"text": "Tri"}, partial=True), adk({"text": "Cutting"}))
    assert said == [TextDelta("Tri", partial=True), TextDelta("Cutting", whole="Cutting")]


def test_two_speakers_do_not_mix() -> None:
    one = {**adk({"text": "A"}, partial=True), "author": "one"}
    two = {**adk({"text": "B"}, partial=True), "author": "two"}
    last = {**adk({"text": "A!"}), "author": "one"}
    assert read(one, two, last)[2:] == [TextDelta("!", whole="A!"), TextDelta("", whole="B")]


def test_an_unescaped_error_line_ends_what_can_be_trusted() -> None:
    reader = Reader()
    broken = b'{"error": "he said "no" and'
    assert reader.read(Message("", broken)) == [Failed("", 'he said "no" and')]
    faked = b'{"type":"text","content":"All good!"}'
    assert reader.read(Message("", faked)) == [Unknown(json.loads(faked))]


def test_an_open_call_or_half_an_utterance_is_unfinished() -> None:
    call = {"functionCall": {"id": "1", "name": "edit"}}
    answer = {"functionResponse": {"id": "1", "name": "edit", "response": {}}}
    table = [
        ([adk(call)], True),
        ([adk(call), adk(answer)], False),
        ([adk(call, longRunningToolIds=["1"])], False),
        ([adk(call, partial=True)], False),
        ([adk({"text": "A"}, partial=True)], True),
        ([adk({"text": "A"}, partial=True), adk({"text": "AB"})], False),
        ([{"type": "tool_call", "name": "edit"}], True),
        ([{"type": "tool_call", "name": "edit"}, {"type": "tool_result", "name": "edit"}], False),
    ]
    for raws, unfinished in table:
        reader = Reader()
        for raw in raws:
            reader.read(Message("", json.dumps(raw).encode()))
        assert reader.unfinished is unfinished, raws


def test_what_is_told_is_safe_to_print() -> None:
    bad = "\x1b[2Jred\x07 nmv_usr_abcdef"
    call = {"functionCall": {"name": bad}}
    answer = {"functionResponse": {"name": bad, "response": {"error": bad}}}
    raws = [{"text": bad}, adk({"text": bad}, partial=True), adk(call), adk(answer), {"error": bad}]
    for event in read(*raws):
        shown = [v for v in vars(event).values() if isinstance(v, str)]
        assert not any("\x1b" in v or "\x07" in v or "abcdef" in v for v in shown)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(json_values, st.booleans())
def test_json_means_what_the_standard_library_reads(value: object, is_ascii: bool):
    text = json.dumps(value, ensure_ascii=is_ascii)
    data = text.encode("utf-8", "replace")
    read = Reader().read(Message("", data))
    expected = json.loads(data)
    if expected == {}:
        assert read == [Heartbeat()]
    elif not isinstance(expected, dict):
        assert read == [Unknown(expected)]
        assert repr(read[0].raw) == repr(expected)


@pytest.mark.parametrize("data", [b'{"text": "\\ud800 a"}', b'{"text": "\xff a"}'])
def test_what_only_the_standard_library_reads_is_read(data: bytes):
    (said,) = Reader().read(Message("", data))
    assert isinstance(said, TextDelta)
    assert said.text == "\ufffd a"


def test_a_token_that_is_nowhere_else_is_masked_in_what_is_unknown():
    (unknown,) = Reader().read(Message("", b'["nmv_usr_0123456789abcdef"]'))
    assert "0123456789" not in repr(unknown)
