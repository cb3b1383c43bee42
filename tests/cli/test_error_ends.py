"""A stream that ends with an error, framed by nothing but the closing of its connection: the draft
decides, and what the service said is said; nobody is left in doubt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.commands import Call
from support.hostile_front import Front, front_of

from mock_server.server import MockHandle

CALL = b'data: {"type":"tool_call","name":"never_answered","args":{}}\n\n'


@pytest.fixture
def front(service: MockHandle, call: Call, monkeypatch: pytest.MonkeyPatch) -> Iterator[Front]:
    with front_of(service.url) as front:
        front.stream = lambda events: events.replace(b"data: ", CALL + b"data: ", 1)
        monkeypatch.setenv("NEMO_API_URL", front.url)
        yield front


def write(project: Path) -> None:
    (project / "a.edit").write_text('title 0-1s "One"\n', "utf-8")


@pytest.mark.parametrize("form", ["event", "line", "both", "unescaped"])
def test_an_edit_that_failed_is_not_met_and_says_why(
    form: str, call: Call, service: MockHandle, project: Path, clip: Path, front: Front
):
    write(project)
    service.fault("stream_error", match="One", times=-1, form=form, message="no quota is left")
    outcome = call("apply", "a.edit", clip)
    assert outcome.code == 1, outcome
    assert "no quota is left" in outcome.out + outcome.err


def test_an_edit_that_was_done_all_the_same_is_met(
    call: Call, service: MockHandle, project: Path, clip: Path, front: Front
):
    write(project)
    service.fault("stream_error", match="One", applied=True)
    assert call("apply", "a.edit", clip).code == 0
    told = [str(one["instruction"]) for one in service.requests(call="run_sse")]
    assert len([one for one in told if "One" in one]) == 1


def test_a_word_with_the_agent_that_failed_is_an_error(
    call: Call, service: MockHandle, clip: Path, front: Front
):
    call("upload", clip)
    service.fault("stream_error", message="no quota is left")
    outcome = call("chat", "keep the first 1 second")
    assert outcome.code == 3, outcome
    assert "no quota is left" in outcome.err
