"""Which session a command works on, and what is remembered of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.run.session.last_session import Remembered, last_session, remember

NEEDS_ONE = ("status", "export", "open")


def session_file(project: Path) -> Path:
    return project / ".nemo-spec" / "session.json"


def remembered(project: Path) -> str:
    entries = json.loads(session_file(project).read_text("utf-8"))["sessions"]
    return str(entries[0]["session_id"])


@pytest.mark.parametrize("command", NEEDS_ONE)
def test_without_a_session_nothing_is_sent(
    call: Call, service: MockHandle, project: Path, home: Path, command: str
):
    outcome = call(command)
    assert outcome.code == 2
    assert "no session yet – start one with `nemo-spec upload FILE`" in outcome.err
    assert service.requests() == []
    assert [*project.iterdir(), *home.iterdir()] == []


def test_the_first_upload_begins_a_session_and_the_next_command_goes_on_with_it(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    assert call("upload", clip).code == 0
    assert call("upload", clip).code == 0
    assert len(service.requests(call="create_session")) == 1
    entry = json.loads(session_file(project).read_text("utf-8"))["sessions"][0]
    assert entry.keys() == {"session_id", "task_id", "api_url"}
    assert entry["api_url"] == service.url
    status = call("status")
    assert status.code == 0
    assert status.lines == [
        f"session {entry['session_id']}",
        "file    clip.mp4  video, 2.0 s, 320x180",
        "Timeline (0 tracks)",
        "nothing to export yet",
    ]


def test_new_begins_another_one(call: Call, project: Path, clip: Path):
    call("upload", clip)
    first = remembered(project)
    call("upload", clip, "--new")
    assert remembered(project) != first
    assert call("status", "--session", first).lines[0] == f"session {first}"
    assert remembered(project) != first, "--session is for one command"


def test_a_session_that_is_gone_is_replaced_unless_it_was_named(
    call: Call, service: MockHandle, project: Path, clip: Path
):
    remember(project, Remembered("123", "task_1", service.url))
    named = call("upload", clip, "--session", "124")
    assert (named.code, remembered(project)) == (3, "123")
    assert "the session no longer exists" in named.err
    assert call("status").code == 3
    outcome = call("upload", clip)
    assert outcome.code == 0
    assert "the last session no longer exists: starting a new one" in outcome.err
    assert remembered(project) != "123"


def test_sessions_of_two_services_are_kept_apart(project: Path):
    one, other = (Remembered(str(n), "t", f"http://127.0.0.1:{n}") for n in (1, 2))
    for session in (one, other, one):
        remember(project, session)
    assert last_session(project, one.api_url) == one
    assert last_session(project, other.api_url) == other
    assert last_session(project, "http://127.0.0.1:3") is None
    assert [path.name for path in session_file(project).parent.iterdir()] == ["session.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b'{"sessions": 1}',
        b'{"sessions": [{"session_id": "1"}]}',
        b'{"sessions": [{"session_id": 1, "task_id": null, "api_url": []}]}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_memory_holds_nothing(project: Path, content: bytes):
    session_file(project).parent.mkdir()
    session_file(project).write_bytes(content)
    assert last_session(project, "http://127.0.0.1:1") is None


def test_an_id_from_a_file_leads_nowhere_else(call: Call, service: MockHandle, project: Path):
    remember(project, Remembered("../../credits/balance/simple?x=", "t", service.url))
    outcome = call("status")
    assert outcome.code == 3
    assert "is not an id" in outcome.err
    assert service.requests(call="state") == []


def test_a_memory_that_cannot_be_written_is_said(
    call: Call, project: Path, clip: Path, monkeypatch: pytest.MonkeyPatch
):
    def refuse(*args: object, **options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("nemo_spec.run.session.last_session.write_own", refuse)
    outcome = call("upload", clip)
    assert outcome.code == 0
    assert "cannot be saved (Permission denied): continue with --session " in outcome.err


def test_open_prints_a_link_that_carries_no_token(
    call: Call, service: MockHandle, clip: Path, home: Path, monkeypatch: pytest.MonkeyPatch
):
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    call("upload", clip)
    outcome = call("open")
    assert outcome.lines[0].startswith(f"{service.url}/workspace/claim?ct=clm_")
    assert "anyone with this link can take over the session for 7 days" in outcome.err
    assert opened == []
    monkeypatch.setenv("NEMO_WEB_URL", "https://web.test")
    shown = call("open", "--browser").lines
    assert shown[0].startswith("https://web.test/workspace/claim?ct=clm_")
    assert opened == shown


def test_open_finds_the_task_of_a_session_that_was_named(call: Call, project: Path, clip: Path):
    call("upload", clip)
    session = remembered(project)
    session_file(project).unlink()
    assert call("open", "--session", session).code == 0


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def away() -> None:
        monkeypatch.setenv("NEMO_API_URL", "http://127.0.0.1:9")

    return away


@pytest.mark.parametrize("command", ["credits", "whoami", "status", "chat"])
def test_a_service_that_is_not_there_is_one_sentence(
    call: Call, nobody: Callable[[], None], project: Path, command: str
):
    nobody()
    remember(project, Remembered("1", "t", "http://127.0.0.1:9"))
    arguments = (command, "hello") if command == "chat" else (command,)
    outcome = call(*arguments)
    if command == "whoami":
        assert (outcome.code, outcome.err) == (0, "")
        return
    assert outcome.code == 3
    assert outcome.err.startswith("error: the service cannot be reached")
    assert outcome.err.count("\n") == 1
