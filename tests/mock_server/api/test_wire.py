"""The forms of the event stream, against what was recorded."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_server.api.stream_forms import Envelope, Event, deltas, encode

TAIL = ["invocationId", "author", "actions", "nodeInfo"]
USED = "usageMetadata"
RECORDED = {
    "text": (Event("text", "Hi"), ["content", "finishReason", USED, *TAIL, "id", "timestamp"]),
    "call": (
        Event("call", name="edit_multitrack", data={"a": 1}),
        ["content", "finishReason", USED, *TAIL, "longRunningToolIds", "id", "timestamp"],
    ),
    "result": (
        Event("result", name="edit_multitrack", data={"status": "ok"}),
        ["content", *TAIL, "id", "timestamp"],
    ),
    "no_content": (
        Event("silence", form="no_content"),
        ["content", "finishReason", "errorCode", "errorMessage", USED, *TAIL, "id", "timestamp"],
    ),
    "error": (
        Event("error", "boom", name="Fake", form="event"),
        ["errorCode", "errorMessage", *TAIL, "id", "timestamp"],
    ),
}


def envelope() -> Envelope:
    numbers = iter(range(1000))
    return Envelope("e-1", lambda: f"id-{next(numbers)}", lambda: 1.5)


@pytest.mark.parametrize("name", RECORDED)
def test_keys_and_their_order_are_the_recorded_ones(name: str) -> None:
    event, keys = RECORDED[name]
    (frame,) = encode("adk", event, envelope())
    assert frame.startswith(b"data: {")
    assert frame.endswith(b"}\n\n")
    assert list(json.loads(frame[6:])) == keys


def test_a_call_and_its_result_share_an_id() -> None:
    run = envelope()
    frames = encode("adk", RECORDED["call"][0], run) + encode("adk", RECORDED["result"][0], run)
    call, result = (json.loads(frame[6:])["content"]["parts"][0] for frame in frames)
    assert call["functionCall"]["id"] == result["functionResponse"]["id"]
    assert list(call["functionCall"]) == ["id", "args", "name"]
    assert list(result["functionResponse"]) == ["id", "name", "response"]


@given(st.text(min_size=1), st.integers(1, 9))
def test_deltas_are_the_text(text: str, pieces: int) -> None:
    assert "".join(deltas(text, pieces)) == text
    assert len(deltas(text, pieces)) <= pieces


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_one_event_is_one_line_whatever_the_text(text: str) -> None:
    """U+2028 and its like travel raw; only LF and CR would break a line, and JSON escapes them."""
    for dialect in ("adk", "adk-stream", "flat", "text"):
        for frame in encode(dialect, Event("text", text), envelope()):
            assert frame.count(b"\n") == 2
            assert b"\r" not in frame
            found = json.loads(frame[6:])
            assert dialect.startswith("adk") or text in found.values()


def test_flat_forms() -> None:
    run = envelope()
    assert encode("flat", Event("text", "é"), run) == [
        'data: {"type":"text","content":"é"}\n\n'.encode()
    ]
    assert encode("text", Event("text", "x"), run) == [b'data: {"text":"x"}\n\n']
    assert encode("flat", Event("thought", "x"), run) == []
    assert encode("flat", Event("silence"), run) == []
    assert encode("flat", Event("keepalive"), run) == [b'data: {"type":"heartbeat"}\n\n']
    assert encode("adk", Event("keepalive", form="empty"), run) == [b"data:\n\n"]
