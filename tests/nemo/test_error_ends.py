"""Streams that end with an error: that is their end, also where only the closed connection says so."""

import json
from pathlib import Path

import pytest
from support.nemo import RawServer
from support.nemo_streams import CALL, CHUNKED, CLOSING, RESULT, SAID, chunk, sending, spoken

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.events import ChatEvent, Closed, Failed

CAPTURES = Path(__file__).parent / "captures"
ADK_CALL = b'data: {"content":{"parts":[{"functionCall":{"id":"1","name":"edit","args":{}}}]}}\n\n'
PARTIAL = b'data: {"content":{"parts":[{"text":"I will"}]},"partial":true,"author":"a"}\n\n'
ADK_ERROR = b'data: {"errorCode":"FakeModelError","errorMessage":"it exploded","author":"a"}\n\n'
LINE = b'data: {"error": "FakeModelError: it exploded"}\n\n'
FLAT = b'data: {"type":"error","code":"500","message":"it exploded"}\n\n'
BEAT = b'data: {"type":"heartbeat"}\n\n: still here\n\n'

ENDS = {
    "adk": ADK_ERROR,
    "adk and line": ADK_ERROR + LINE,
    "line": LINE,
    "line without its blank line": LINE.rstrip(),
    "unescaped": b'data: {"error": "it exploded: "quota" is gone"}\n\n',
    "unescaped, no blank line": b'data: {"error": "it exploded: "quota" is gone"}',
    "flat": FLAT,
    "and then signs of life": FLAT + BEAT,
}
BEGINNINGS = {"call": CALL, "adk call": ADK_CALL, "words": PARTIAL, "nothing": b"", "all": SAID}


def failures(events: list[ChatEvent]) -> list[str]:
    return [event.message for event in events if isinstance(event, Failed)]


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("begin", BEGINNINGS)
@pytest.mark.parametrize("framed", [True, False])
def test_an_error_is_the_end_of_a_stream(
    begin: str, end: str, framed: bool, raw: RawServer, local: Nemo
) -> None:
    body = BEGINNINGS[begin] + ENDS[end]
    raw.script(sending(CHUNKED, chunk(body), b"0\r\n\r\n") if framed else sending(CLOSING, body))
    events = list(local.chat("s", "cut"))
    _, closed = spoken(events)
    assert closed == Closed(True), events
    assert len(failures(events)) == 1
    assert "it exploded" in failures(events)[0]


@pytest.mark.parametrize("after", [CALL, ADK_CALL, CALL + RESULT + CALL, PARTIAL])
def test_an_error_that_the_run_goes_on_after_is_not_its_end(
    after: bytes, raw: RawServer, local: Nemo
) -> None:
    raw.script(sending(CLOSING, FLAT + after))
    _, closed = spoken(list(local.chat("s", "cut")))
    assert not closed.clean


@pytest.mark.parametrize("cut", [9, 20, 30, len(LINE) - 4])
def test_half_an_error_is_a_cut(cut: int, raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CLOSING, CALL + LINE[:cut]))
    _, closed = spoken(list(local.chat("s", "cut")))
    assert not closed.clean


def test_an_error_does_not_make_a_cut_of_the_transport_good(raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CHUNKED, chunk(CALL + ADK_ERROR)))
    _, closed = spoken(list(local.chat("s", "cut")))
    assert not closed.clean


@pytest.mark.parametrize("name", sorted(path.name for path in CAPTURES.glob("e_error*.sse")))
def test_recorded_errors_are_ends(name: str, raw: RawServer, local: Nemo) -> None:
    raw.script(sending(CLOSING, (CAPTURES / name).read_bytes()))
    _, closed = spoken(list(local.chat("s", "cut")))
    assert closed.clean


def test_what_is_no_error_promises_as_before(raw: RawServer, local: Nemo) -> None:
    told = {"errorCode": "MODEL_RETURNED_NO_CONTENT", "author": "a"}
    raw.script(sending(CLOSING, ADK_CALL + b"data: " + json.dumps(told).encode() + b"\n\n"))
    _, closed = spoken(list(local.chat("s", "cut")))
    assert not closed.clean
