"""Bytes to messages: however they are cut, and whatever stands between the lines."""

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

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
)
from nemo_spec.nemo.sse import EventTooLong, Message, SSEParser

CAPTURES = sorted((Path(__file__).parent / "captures").glob("*.sse"))

ODDITIES = (
    b'\xef\xbb\xbfdata: {"text":"a\\u2028b \xe2\x80\xa8 \xc2\x85 \xe2\x80\xa9 c"}\r\n\r\n'
    b": a comment\n\n:\n\r\n"
    b"data:\n\n"
    b'data: {"type":"heartbeat"}\r\r'
    b"event: ping\n\nid: 7\nretry: 10\n\n"
    b'data: {"type":"text",\r\ndata:"content":"\xf0\x9f\x8e\xac \xe6\xa0\x87\xe9\xa2\x98"}\n\n'
    b'data\n\nunknown: field\n\nevent: heartbeat\ndata: {"at":1}\n\n'
    b'data: {"text":"last"}\n\n'
)


def messages(chunks: Iterable[bytes]) -> list[Message]:
    parser = SSEParser()
    found = [message for chunk in chunks for message in parser.feed(chunk)]
    assert not parser.pending
    return found


def events(chunks: Iterable[bytes]) -> list[ChatEvent]:
    reader = Reader()
    return [event for message in messages(chunks) for event in reader.read(message)]


@pytest.mark.parametrize("stream", [*(p.read_bytes() for p in CAPTURES), ODDITIES])
def test_splitting_at_any_byte_changes_nothing(stream: bytes) -> None:
    whole = messages([stream])
    assert whole
    for at in range(len(stream)):
        assert messages([stream[:at], stream[at:]]) == whole
    assert messages(stream[i : i + 1] for i in range(len(stream))) == whole
    assert events(stream[i : i + 1] for i in range(len(stream))) == events([stream])


@steady
@given(cuts=st.lists(st.integers(0, len(ODDITIES)), max_size=20))
def test_any_chunks_give_the_same_messages(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(ODDITIES)]
    chunks = [ODDITIES[a:b] for a, b in pairwise(edges)]
    assert messages(chunks) == messages([ODDITIES])


def test_oddities_read_as_meant() -> None:
    lines = "a\u2028b \u2028 \x85 \u2029 c".replace("\u2028", "\n").replace("\x85", "\n")
    said = lines.replace("\u2029", "\n")
    assert events([ODDITIES]) == [
        TextDelta(said, whole=said),
        Heartbeat(),
        Heartbeat(),
        Heartbeat(),
        Heartbeat(),
        Heartbeat(),
        TextDelta("🎬 标题", whole="🎬 标题"),
        Heartbeat(),
        Heartbeat(),
        TextDelta("last", whole="last"),
    ]


@steady
@given(
    texts=st.lists(st.text(max_size=20), max_size=6),
    ending=st.sampled_from([b"\n", b"\r\n", b"\r"]),
    cut=st.integers(0, 200),
)
def test_writing_then_reading_is_the_identity(texts: list[str], ending: bytes, cut: int) -> None:
    # A line feed or carriage return cannot stand inside a line of data.
    datas = [t.replace("\n", "").replace("\r", "").encode("utf-8", "surrogatepass") for t in texts]
    stream = b"".join(b"data: " + d + ending + ending for d in datas)
    assert [m.data for m in messages([stream[:cut], stream[cut:]])] == datas


def test_an_endless_line_is_given_up() -> None:
    for part in (b"x" * 100, b"data: " + b"x" * 94 + b"\n"):
        parser = SSEParser(limit=1000)
        assert len(parser.feed(b"data: ok\n\n" * 500)) == 500
        for _ in range(9):
            parser.feed(part)
        with pytest.raises(EventTooLong):
            parser.feed(part * 2)


def test_an_end_without_a_blank_line_leaves_the_last_event() -> None:
    parser = SSEParser()
    assert parser.feed(b"data: 1\n\ndata: 2") == [Message("", b"1")]
    assert parser.pending
    assert parser.finish() == [Message("", b"2")]
    assert not parser.pending


EDIT = ToolCall(
    "edit_multitrack",
    {
        "multitrack_id": "mt_001",
        "operations": [
            {"op": "trim", "clip_id": "c1", "start_s": 1.5},
            {"op": "move", "clip_id": "c1", "track": "V2", "at_s": 0.0},
        ],
    },
)
DONE = ToolResult(
    "edit_multitrack",
    {
        "status": "ok",
        "multitrack_id": "mt_001",
        "version": 2,
        "applied": 2,
        "duration_s": 12.5,
        "render_url": None,
    },
)
SURE = "Sure, I will trim the intro – done 🎬."
BAD_ARGS = (
    "Invoking `edit_multitrack()` failed as the following mandatory input parameters are not "
    "present:\noperations\nYou could retry calling this tool, but it is IMPORTANT for you to "
    "provide all the mandatory parameters."
)
TRIMMED = "Done. I trimmed clip c1 by 1.5 s and moved it to track V2."

RECORDED: dict[str, list[ChatEvent]] = {
    "a_plain": [
        TextDelta(
            "Hello from nemo_agent. No edit was made.",
            whole="Hello from nemo_agent. No edit was made.",
        )
    ],
    "b_tool_text": [EDIT, DONE, TextDelta(TRIMMED, whole=TRIMMED)],
    "c_silent": [EDIT, DONE, Empty()],
    "c_silent_noyield": [EDIT, DONE],
    "c_silent_skip": [
        ToolCall("edit_multitrack_final", EDIT.args),
        ToolResult("edit_multitrack_final", DONE.response),
    ],
    "d_stream": [
        TextDelta("Sure", partial=True),
        TextDelta(", I will", partial=True),
        TextDelta(" trim the", partial=True),
        TextDelta(" intro –", partial=True),
        TextDelta(" done 🎬.", partial=True),
        TextDelta("", whole=SURE),
    ],
    "d_stream_silent": [
        TextDelta("Let me ", partial=True),
        TextDelta("edit.", partial=True),
        Empty(),
        TextDelta("", whole="Let me edit."),
        EDIT,
        DONE,
        Empty(),
    ],
    "e_error": [
        EDIT,
        DONE,
        Failed("FakeModelError", "backend exploded after the edit – ü"),
        Empty(),
    ],
    "e_error_badargs": [
        ToolCall("edit_multitrack", {"multitrack_id": "mt_001"}),
        ToolResult("edit_multitrack", {"error": BAD_ARGS}, BAD_ARGS),
        TextDelta("Recovered from bad args.", whole="Recovered from bad args."),
    ],
    "e_error_code": [
        Failed("MALFORMED_FUNCTION_CALL", "Malformed function call: edit_multitrack(")
    ],
}


def test_every_recording_is_read() -> None:
    assert {p.stem: events([p.read_bytes()]) for p in CAPTURES} == RECORDED
