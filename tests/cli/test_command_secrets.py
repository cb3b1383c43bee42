"""A token is in the one header, in the one file, and nowhere else."""

from __future__ import annotations

import io
import json
import logging
import os
import stat
import subprocess
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.nemo.envelope import RawAnswer
from nemo_spec.nemo.http import Caller

RECIPE = """keep 0-1s
title 0-500ms "Hello"
music "lo-fi" volume 35%
export 90p mp4
"""


@pytest.fixture
def debug_log() -> Iterator[io.StringIO]:
    """Everything that any library logs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield stream
    root.removeHandler(handler)
    root.setLevel(level)


def full_run(call: Call, clip: Path, token: str) -> str:
    """Every command against the service; all that was printed."""
    recipe = clip.with_name("work.edit")
    recipe.write_text(RECIPE, "utf-8")
    runs = [
        call("login", typed=token + "\n"),
        call("whoami"),
        call("credits"),
        call("apply", recipe, clip),
        call("upload", clip),
        call("chat", "keep the first 1 second"),
        call("chat", typed="status\ncredits\nadd a title “x”\nexport\n"),
        call("status"),
        call("export", "--size", "90p"),
        call("open"),
        call("logout"),
        call("login", token),
        call("whoami"),
    ]
    assert [run.code for run in runs[:10]] == [0] * 10, [run.err for run in runs]
    return "\n".join(run.out + run.err for run in runs)


def mishaps(call: Call, service: MockHandle, clip: Path, token: str) -> str:
    """Every command while the service fails, and says the token aloud while it does."""
    shown = ""
    service.fault("stream_error", message=f"Bearer {token}")
    for message in (f"my token is {token}", f'add a title "{token}"', "status"):
        outcome = call("chat", message)
        shown += outcome.out + outcome.err
    assert '+ title "***"' in shown
    for code in (2001, 402, 429, 500, 1001):  # the last one ends the token's life
        for command in (["credits"], ["whoami"], ["status"], ["open"], ["upload", str(clip)]):
            service.fault("error", code=code, status=400, message=f"bad token {token}")
            outcome = call(*command)
            shown += outcome.out + outcome.err
            service.mock.faults.clear()
    return shown


@pytest.mark.parametrize("given", ["environment", "login"])
def test_no_artefact_holds_the_token(
    call: Call,
    service: MockHandle,
    home: Path,
    project: Path,
    clip: Path,
    debug_log: io.StringIO,
    given: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("nemo_spec.run.clock.Clock.sleep", lambda self, seconds: None)
    service.mock.store.run("insert into users values ('user_1', null, 0, 900)")
    token = service.mock.accounts.issue("user_1", ("*",))
    if given == "environment":
        monkeypatch.setenv("NEMO_TOKEN", token)
    shown = full_run(call, clip, token)
    kept = home / ".config" / "nemovideo" / "token.json"
    assert token not in kept.read_text("utf-8"), "logout has removed it"
    assert call("login", typed=token).code == 0
    shown += mishaps(call, service, clip, token)

    assert len(shown) > 2000
    assert token not in shown
    assert debug_log.getvalue()
    assert token not in debug_log.getvalue()
    assert token not in json.dumps(service.requests())
    holding = [path for path in files_of(home, project) if token.encode() in path.read_bytes()]
    assert holding == [kept]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def files_of(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in folder.rglob("*") if path.is_file()]


def test_a_crash_does_not_show_the_token(
    call: Call, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    """Tracebacks with every local variable, as some tools print them."""
    service.mock.store.run("insert into users values ('user_1', null, 0, 900)")
    token = service.mock.accounts.issue("user_1", ("*",))
    monkeypatch.setenv("NEMO_TOKEN", token)

    def crash(*arguments: object) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("nemo_spec.nemo.http.complete", crash)
    with pytest.raises(RuntimeError) as caught:
        call("credits")
    told = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in told.stack if "nemo_spec" in frame.filename]
    assert any("Service(nemo=Nemo(" in str(frame.locals) for frame in frames)
    assert not [frame for frame in frames if token in str(frame.locals)]


def test_no_process_is_started_with_the_token(
    service: MockHandle, home: Path, project: Path, clip: Path
):
    """What other users of the machine see are arguments: the token is never one."""
    service.mock.store.run("insert into users values ('user_1', null, 0, 900)")
    token = service.mock.accounts.issue("user_1", ("*",))
    env = {**os.environ, "HOME": str(home), "NEMO_API_URL": service.url}
    env.pop("NEMO_TOKEN", None)
    command = [sys.executable, "-m", "nemo_spec", "login"]
    done = subprocess.run(
        command, input=token, env=env, cwd=project, capture_output=True, text=True, timeout=120
    )
    assert (done.returncode, token in done.stdout + done.stderr) == (0, False), done.stderr


LONG_TOKEN = "of-a-user/without+prefix=and.it.is.long"


@pytest.mark.parametrize("place", ["session_id", "task_id", "claim_token", "id", "outputUrl"])
@pytest.mark.parametrize("shape", ["{}", "x-{}", "https://cdn.example/{}"])
def test_a_service_that_gives_the_token_for_an_id_brings_it_nowhere(
    call: Call,
    service: MockHandle,
    home: Path,
    project: Path,
    clip: Path,
    debug_log: io.StringIO,
    place: str,
    shape: str,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr("nemo_spec.run.clock.Clock.sleep", lambda self, seconds: None)
    monkeypatch.setenv("NEMO_TOKEN", LONG_TOKEN)
    service.mock.store.run("insert into users values ('user_1', null, 0, 900)")
    issued = service.mock.accounts.issue("user_1", ("*",))
    service.mock.store.run("update tokens set token = ? where token = ?", LONG_TOKEN, issued)
    answered = answering_with(place, shape.replace("{}", LONG_TOKEN), monkeypatch)
    recipe = project / "work.edit"
    recipe.write_text("keep 0-1s\nexport 90p mp4\n", "utf-8")
    outcomes = [
        call("apply", recipe, clip, "--report", "json:r.json", "--report", "junit:r.xml"),
        call("upload", clip),
        call("status"),
        call("export", "--size", "90p"),
        call("open"),
        call("runs"),
        call("status", "--session", LONG_TOKEN),
    ]
    assert answered, "the service has said it"
    for outcome in outcomes:
        assert "Traceback" not in outcome.err
        assert LONG_TOKEN[:12] not in outcome.out + outcome.err
    assert any("lacks a usable" in outcome.err for outcome in outcomes) or place == "outputUrl"
    for path in files_of(home, project):
        assert LONG_TOKEN[:12] not in path.name
        assert LONG_TOKEN[:12].encode() not in path.read_bytes(), path
    assert LONG_TOKEN[:12] not in debug_log.getvalue()


def answering_with(place: str, value: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every answer of the service that has this place says the value there; returns those that did."""
    original, answered = Caller.call, []

    def call(self: Caller, method: str, path: str, **options: Any) -> RawAnswer:
        reply = original(self, method, path, **options)
        body = json.loads(reply.body)
        inner = body.get("data") or body
        if place in inner:
            inner[place] = value
            answered.append(path)
        return reply._replace(body=json.dumps(body))

    monkeypatch.setattr(Caller, "call", call)
    return answered
