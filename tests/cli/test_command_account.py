"""Tokens: asked for, kept, named and removed, and never shown."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from support.commands import Call

from mock_server.server import MockHandle
from nemo_spec.cli.commands import login


def own_token(service: MockHandle, credits: int = 450) -> str:
    """A token of a registered account."""
    mock = service.mock
    mock.store.run("insert into users values ('user_1', null, 0, ?)", credits)
    return mock.accounts.issue("user_1", ("*",))


def token_file(home: Path) -> Path:
    return home / ".config" / "nemovideo" / "token.json"


def test_from_nobody_to_a_free_account(call: Call, service: MockHandle):
    nobody = call("whoami")
    assert nobody.lines == [
        f"service  {service.url}",
        "account  none yet: the first command that needs one requests a free one",
    ]
    assert service.requests() == [], "asking who one is costs no token"
    assert call("credits").lines == ["500 credits available"]
    _, account, credits = call("whoami").lines
    assert account.startswith("account  free, anon_")
    assert account.endswith(" UTC")
    assert credits == "credits  500"


def test_login_keeps_a_token_that_works_and_logout_removes_it(
    call: Call, service: MockHandle, home: Path
):
    call("credits")
    token = own_token(service)
    outcome = call("login", typed=f"  {token}\n")
    assert outcome.lines == [f"logged in at {service.url}, 450 credits available"]
    assert token in token_file(home).read_text("utf-8")
    assert stat.S_IMODE(token_file(home).stat().st_mode) == 0o600
    assert call("whoami").lines[1:] == ["account  your own, from `nemo-spec login`", "credits  450"]
    assert call("credits").lines == ["450 credits available"]
    assert call("logout").lines == [f"logged out of {service.url}"]
    assert token not in token_file(home).read_text("utf-8")
    assert call("whoami").lines[1].startswith("account  free, anon_"), "the free one is still there"
    assert call("logout").lines == ["no token was saved"]
    assert len(service.requests(call="anonymous_token")) == 1


@pytest.mark.parametrize("typed", ["nmv_usr_wrong\n", "with space\n", "ümlaut\n"])
def test_a_token_that_does_not_work_is_not_kept(call: Call, home: Path, typed: str):
    outcome = call("login", typed=typed)
    assert outcome.code == 3
    assert typed.strip() not in outcome.out + outcome.err
    assert not token_file(home).exists()


@pytest.mark.parametrize("typed", ["", "\n", "  \n"])
def test_no_token_at_all(call: Call, typed: str):
    outcome = call("login", typed=typed)
    assert (outcome.code, outcome.err) == (2, "error: no token was given\n")


def test_a_token_on_the_command_line_is_refused_unread(call: Call, service: MockHandle, home: Path):
    token = own_token(service)
    outcome = call("login", token)
    assert outcome.code == 2
    assert "stays in the shell history" in outcome.err
    assert token not in outcome.out + outcome.err
    assert not token_file(home).exists()
    assert "[token" not in call("login", "--help").out


@pytest.mark.parametrize(
    "command", ["login", "whoami", "credits", "status", "chat hello", "apply a.edit clip.mp4"]
)
def test_no_command_speaks_http_to_another_machine(
    call: Call, clip: Path, home: Path, monkeypatch: pytest.MonkeyPatch, command: str
):
    clip.with_name("a.edit").write_text("keep 0-1s\n", "utf-8")
    monkeypatch.setenv("NEMO_API_URL", "http://api.example")
    monkeypatch.setattr(login, "getpass", lambda text: pytest.fail("asked for the token"))
    outcome = call(*command.split(), typed=None)
    assert outcome.code in (2, 3)
    assert "NEMO_API_URL is an http address" in outcome.err
    assert "set NEMO_ALLOW_HTTP=api.example" in outcome.err
    assert not token_file(home).exists()


def test_a_client_id_that_cannot_be_used_is_told_of_once(call: Call, home: Path):
    token_file(home).parent.mkdir(parents=True)
    common = token_file(home).with_name("client_id")
    common.write_bytes(b"\xff\xfe{\0")
    first, second = call("credits"), call("credits")
    assert (first.code, second.code, second.err) == (0, 0, "")
    assert first.err.startswith(f"note: {common} does not hold an id")
    assert common.read_bytes() == b"\xff\xfe{\0"


def test_at_a_terminal_the_token_is_asked_for_without_an_echo(
    call: Call, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    token = own_token(service)
    asked: list[str] = []

    def prompt(text: str) -> str:
        asked.append(text)
        return token

    monkeypatch.setattr(login, "getpass", prompt)
    assert call("login", typed=None).code == 0
    assert asked == ["Token: "]


def test_the_environment_comes_first(
    call: Call, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    token = own_token(service)
    monkeypatch.setenv("NEMO_TOKEN", token)
    assert call("whoami").lines[1:] == ["account  your own, from NEMO_TOKEN", "credits  450"]
    assert "NEMO_TOKEN is set and takes precedence" in call("login", typed=token).err
    assert "NEMO_TOKEN is set and still in use" in call("logout").err


def test_nothing_left_names_where_more_comes_from(
    call: Call, service: MockHandle, home: Path, monkeypatch: pytest.MonkeyPatch
):
    call("credits")
    user = json.loads(token_file(home).read_text("utf-8"))["tokens"][0]["user_id"]
    service.mock.store.run("update users set balance = 0")
    assert call("credits").lines == [
        "0 credits available",
        f"register for more at {service.url}/register?bind={user}",
    ]
    monkeypatch.setenv("NEMO_TOKEN", own_token(service, credits=0))
    assert call("credits").lines[1] == f"top up at {service.url}"


def test_a_token_that_has_expired_is_named(
    call: Call, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    token = own_token(service)
    service.mock.accounts.expire(token)
    monkeypatch.setenv("NEMO_TOKEN", token)
    for command in ("whoami", "credits"):
        outcome = call(command)
        assert outcome.code == 3
        assert "the token is expired or invalid" in outcome.err


def test_a_free_token_that_was_refused_is_replaced_once(call: Call, service: MockHandle):
    call("credits")
    service.fault("error", code=1001, call="credits")
    assert call("credits").code == 0
    assert len(service.requests(call="anonymous_token")) == 2
