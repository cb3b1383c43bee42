"""Tokens: where they come from, where they are kept, and the recoveries that happen once."""

import json
import os
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from support.clock import FakeClock
from support.waiting import PATIENCE

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import (
    BadSetting,
    ClientIdMissing,
    NemoError,
    OutOfCredits,
    RateLimited,
    StrayRefusal,
    TokenInvalid,
)
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.session.auth import (
    SavedToken,
    attempt,
    client_id,
    connect,
    forget_token,
    load_tokens,
    save_token,
)
from nemo_spec.run.session.tokens import OWN_CLIENT_ID_FILE
from nemo_spec.safe_files import open_own, read_own

API = "https://api.test"


class Service:
    """Gives out one token per client in seven days, as documented, on the test's clock."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.given: dict[str, datetime] = {}
        self.asked: list[str] = []
        self.valid: set[str] = {"user-token"}
        self.failures: list[int | str] = []
        self.calls = 0
        self.stillborn = False  # tokens that are given out do not work

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/auth/anonymous-token":
            return self._give(request.headers.get("X-Client-Id", ""))
        self.calls += 1
        if self.failures:
            return _code(self.failures.pop(0))
        if request.headers.get("Authorization", "").removeprefix("Bearer ") not in self.valid:
            return _code(1001)
        return httpx.Response(200, json={"code": 0, "data": {"available": self.calls}})

    def _give(self, client: str) -> httpx.Response:
        self.asked.append(client)
        if self.failures:
            return _code(self.failures.pop(0))
        now = self.clock.now()
        if client in self.given and now < self.given[client] + timedelta(days=7):
            return _code(429)
        self.given[client] = now
        token = f"nmv_usr_token{len(self.asked)}"
        if not self.stillborn:
            self.valid.add(token)
        expires = (now + timedelta(days=7)).isoformat().replace("+00:00", "Z")
        data = {"token": token, "user_id": "anon_1", "credits": 100, "expires_at": expires}
        return httpx.Response(200, json={"code": 0, "data": data})


def _code(code: int | str) -> httpx.Response:
    if code == "http":
        return httpx.Response(401, text="Unauthorized")
    if code == 500:
        return httpx.Response(500, text="down")
    return httpx.Response(200, json={"code": code, "message": ""})


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def service(clock: FakeClock) -> Service:
    return Service(clock)


Connecting = Callable[..., Nemo]


@pytest.fixture
def connecting(service: Service, clock: FakeClock, tmp_path: Path) -> Connecting:
    def make(
        home: Path = tmp_path, tell: Callable[[str], None] = lambda text: None, **env: str
    ) -> Nemo:
        settings = Settings.from_env({"NEMO_API_URL": API, **env}, home)
        transport = httpx.MockTransport(service)
        return connect(settings, clock, home, transport=transport, tell=tell)

    return make


def folder(home: Path) -> Path:
    return home / ".config" / "nemovideo"


def test_a_given_token_is_used_as_it_is(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    with connecting(NEMO_TOKEN="user-token") as nemo:
        assert (nemo.token, nemo.anonymous) == ("user-token", False)
    assert service.asked == []
    assert not folder(tmp_path).exists()


def test_a_free_token_is_asked_for_once_in_seven_days(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    first = connecting()
    assert (first.token, first.anonymous, first.user_id) == ("nmv_usr_token1", True, "anon_1")
    for _ in range(6):
        clock.advance(24 * 3600)
        assert connecting().token == "nmv_usr_token1"
    client = (folder(tmp_path) / "client_id").read_text()
    assert service.asked == [client]
    clock.advance(24 * 3600)
    assert connecting().token == "nmv_usr_token2"
    assert service.asked == [client, client]
    assert len(load_tokens(tmp_path)) == 1, "the expired one is gone"


def test_files_are_private_and_the_client_id_is_bare(
    connecting: Connecting, tmp_path: Path
) -> None:
    connecting()
    assert folder(tmp_path).stat().st_mode & 0o777 == 0o700
    assert (folder(tmp_path) / "token.json").stat().st_mode & 0o777 == 0o600
    bare = (folder(tmp_path) / "client_id").read_text()
    assert bare == str(uuid.UUID(bare))
    assert {p.name for p in folder(tmp_path).iterdir()} == {"client_id", "token.json", "lock"}
    (entry,) = json.loads((folder(tmp_path) / "token.json").read_text())["tokens"]
    assert entry == {
        "token": "nmv_usr_token1",
        "api_url": API,
        "client_id": bare,
        "user_id": "anon_1",
        "expires_at": "2026-01-08T00:00:00+00:00",
    }


def test_services_and_clients_do_not_share_tokens(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    tokens = [
        connecting().token,
        connecting(NEMO_API_URL="https://other.test", NEMO_CLIENT_ID="a").token,
        connecting(NEMO_CLIENT_ID="b").token,
    ]
    assert len(set(tokens)) == 3
    again = [
        connecting().token,
        connecting(NEMO_API_URL="https://other.test", NEMO_CLIENT_ID="a").token,
        connecting(NEMO_CLIENT_ID="b").token,
    ]
    assert again == tokens
    assert len(service.asked) == 3


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"tokens": 5}', '{"tokens": [{}]}', '{"tokens": ["x"]}', "\ud800"]
)
def test_a_damaged_token_file_counts_as_none(
    damage: str, connecting: Connecting, tmp_path: Path
) -> None:
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / "token.json").write_bytes(damage.encode("utf-8", "surrogatepass"))
    assert connecting().token == "nmv_usr_token1"
    assert len(load_tokens(tmp_path)) == 1


def test_a_missing_client_id_is_made_once(tmp_path: Path) -> None:
    made = client_id(Settings(), tmp_path)
    assert client_id(Settings(), tmp_path) == made == str(uuid.UUID(made))
    assert client_id(Settings(client_id="given"), tmp_path) == "given"
    assert (folder(tmp_path) / "client_id").read_text() == made


@pytest.mark.parametrize(
    ("content", "used"),
    [
        ("client-1767225600-31337", "client-1767225600-31337"),
        ("client-1767225600-31337\n", "client-1767225600-31337"),
        (" \r\nA1B2\t\r\n", "A1B2"),
        ("x" * 64, "x" * 64),
        ("{6F9619FF-8B86-D011-B42D-00CF4FC964FF}", "{6F9619FF-8B86-D011-B42D-00CF4FC964FF}"),
        ("!~", "!~"),
    ],
)
def test_the_client_id_of_every_tool_is_used_as_it_is(
    content: str, used: str, connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    folder(tmp_path).mkdir(parents=True)
    path = folder(tmp_path) / "client_id"
    path.write_bytes(content.encode())
    before = path.stat()
    for _ in range(2):
        connecting()
    assert service.asked == [used]
    assert path.read_bytes() == content.encode()
    after = path.stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"\x00\xff\xfe", "does not hold an id"),
        ("é".encode(), "does not hold an id"),
        (b"not an id\r\nX-Evil: 1", "does not hold an id"),
        (b"two words", "does not hold an id"),
        (b"x" * 65, "does not hold an id"),
        (b"x" * 2_000_000, "cannot be read"),
        (None, "cannot be read"),
    ],
)
def test_a_client_id_that_cannot_be_used_is_left_as_it_is(
    content: bytes | None,
    reason: str,
    connecting: Connecting,
    service: Service,
    clock: FakeClock,
    tmp_path: Path,
) -> None:
    folder(tmp_path).mkdir(parents=True)
    path = folder(tmp_path) / "client_id"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    said: list[str] = []
    assert connecting(tell=said.append).token == "nmv_usr_token1"
    (message,) = said
    assert f"client_id {reason}" in message
    assert "is left as it is" in message
    own = (folder(tmp_path) / OWN_CLIENT_ID_FILE).read_text()
    assert connecting(tell=said.append).token == "nmv_usr_token1"
    clock.advance(8 * 24 * 3600)
    assert connecting(tell=said.append).token == "nmv_usr_token2"
    assert service.asked == [own, own] == [str(uuid.UUID(own))] * 2
    assert len(said) == 1, "once is enough"
    assert path.is_dir() if content is None else path.read_bytes() == content


def test_a_client_id_that_may_not_be_read_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = client_id(Settings(), tmp_path)

    def refuse(path: Path, limit: int) -> bytes:
        if path.name == "client_id":
            raise PermissionError(13, "Permission denied")
        return read_own(path, limit)

    monkeypatch.setattr("nemo_spec.run.session.tokens.read_own", refuse)
    said: list[str] = []
    assert client_id(Settings(), tmp_path, said.append) != made
    assert "cannot be read (Permission denied)" in said[0]
    assert (folder(tmp_path) / "client_id").read_text() == made


def test_a_token_from_before_the_client_id_was_used_as_it_is_is_found(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    bare = str(uuid.uuid4())
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / "client_id").write_text(bare.upper())
    expires = clock.now() + timedelta(days=3)
    save_token(tmp_path, SavedToken("nmv_usr_paid", API, bare, "anon_1", expires), clock)
    assert connecting().token == "nmv_usr_paid"
    assert service.asked == []


def test_a_client_id_that_is_made_meanwhile_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder(tmp_path).mkdir(parents=True)
    path = folder(tmp_path) / "client_id"

    def late(opened: Path, flags: int) -> int:
        path.write_text("of-another-tool")
        return open_own(opened, flags)

    monkeypatch.setattr("nemo_spec.run.session.tokens.open_own", late)
    assert client_id(Settings(), tmp_path) == "of-another-tool"
    assert path.read_text() == "of-another-tool"


# Files


@pytest.mark.parametrize("name", ["token.json", "lock", "client_id", OWN_CLIENT_ID_FILE])
def test_files_of_ours_are_never_followed(
    name: str, connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    folder(tmp_path).mkdir(parents=True)
    target = tmp_path / "target"
    target.write_text("" if name == "lock" else '{"tokens": []}')
    if name == OWN_CLIENT_ID_FILE:
        (folder(tmp_path) / "client_id").touch()
    (folder(tmp_path) / name).symlink_to(target)
    before = target.read_bytes()
    with pytest.raises(BadSetting, match=r"is a symbolic link, which is never followed – put the"):
        connecting()
    assert target.read_bytes() == before
    assert (folder(tmp_path) / name).is_symlink()
    assert service.asked == []


@pytest.mark.parametrize("linked", [".config", ".config/nemovideo"])
def test_a_folder_that_its_user_has_linked_is_used(
    linked: str, connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    home, elsewhere = tmp_path / "home", tmp_path / "dotfiles"
    (home / linked).parent.mkdir(parents=True)
    elsewhere.mkdir()
    (home / linked).symlink_to(elsewhere)
    assert connecting(home).token == connecting(home).token == "nmv_usr_token1"
    assert (home / linked).is_symlink()
    (kept,) = elsewhere.rglob("token.json")
    assert kept.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="there are no such modes")
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o377, 0o777])
def test_modes_do_not_depend_on_the_umask(
    umask: int, connecting: Connecting, tmp_path: Path
) -> None:
    (tmp_path / ".config").mkdir()
    before = os.umask(umask)
    try:
        connecting()
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in folder(tmp_path).iterdir()}
    assert modes == dict.fromkeys(("client_id", "token.json", "lock"), 0o600)
    assert folder(tmp_path).stat().st_mode & 0o777 == 0o700


def test_a_token_file_that_cannot_be_read_is_not_replaced(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    (folder(tmp_path) / "token.json").mkdir(parents=True)
    with pytest.raises(BadSetting, match="is not a file"):
        connecting()
    assert service.asked == []


def test_one_damaged_entry_does_not_cost_the_others(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    connecting()
    path = folder(tmp_path) / "token.json"
    entries = json.loads(path.read_text())["tokens"]
    entries[0]["expires_at"] = entries[0]["expires_at"].removesuffix("+00:00")
    path.write_text(json.dumps({"tokens": [{"token": 1}, *entries, "x"]}))
    assert connecting().token == "nmv_usr_token1"
    assert len(service.asked) == 1


def test_a_folder_that_cannot_be_written_is_told_before_a_token_is_spent(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    (tmp_path / ".config").write_text("a file")
    with pytest.raises(BadSetting, match="cannot be written"):
        connecting()
    assert service.asked == []


def test_stored_tokens_come_first_and_can_be_forgotten(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    free = connecting().token
    save_token(tmp_path, SavedToken("user-token", API), clock)
    nemo = connecting()
    assert (nemo.token, nemo.anonymous) == ("user-token", False)
    assert forget_token(tmp_path, API)
    assert not forget_token(tmp_path, API)
    assert connecting().token == free
    assert len(service.asked) == 1


# Recoveries


@pytest.mark.parametrize("code", [1001, 1010, 1011, "http"])
def test_a_stray_refusal_costs_neither_the_token_nor_the_call(
    code: int | str, connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    nemo = connecting()
    service.failures = [code]
    assert attempting(nemo, clock, tmp_path) == 3, "refused, tried on a cheap call, made again"
    assert nemo.token == "nmv_usr_token1"
    assert [t.token for t in load_tokens(tmp_path)] == ["nmv_usr_token1"]
    assert len(service.asked) == 1


def test_a_stray_refusal_of_a_given_token_is_no_reason_to_stop(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    nemo = connecting(NEMO_TOKEN="user-token")
    service.failures = [1001]
    assert attempting(nemo, clock, tmp_path) == 3


def test_a_token_is_kept_until_there_is_another(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    """The service gives no second one: what it refuses today it may take tomorrow."""
    nemo = connecting()
    service.valid.clear()
    with pytest.raises(RateLimited, match="set NEMO_TOKEN"):
        attempting(nemo, clock, tmp_path)
    assert [t.token for t in load_tokens(tmp_path)] == ["nmv_usr_token1"]
    service.valid.add("nmv_usr_token1")
    assert connecting().token == "nmv_usr_token1"
    assert attempting(connecting(), clock, tmp_path) > 0


def test_a_token_is_kept_where_nobody_can_tell_whether_it_works(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    nemo = connecting()
    service.failures = [1001, 500]
    with pytest.raises(TokenInvalid):
        attempting(nemo, clock, tmp_path)
    assert [t.token for t in load_tokens(tmp_path)] == ["nmv_usr_token1"]
    assert len(service.asked) == 1


def test_a_call_that_must_not_be_made_twice_is_not(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    nemo = connecting()
    for failures in ([1001], [1001, 500]):
        service.failures, service.calls = list(failures), 0
        with pytest.raises(StrayRefusal):
            attempt(nemo.credits, nemo, clock, tmp_path, once=True)
        assert service.calls == 2, "the call, and the one that tells"
    service.valid.clear()
    service.given.clear()
    assert attempt(nemo.credits, nemo, clock, tmp_path, once=True).available > 0
    assert nemo.token == "nmv_usr_token2", "refused for good, so it was not taken on"


def test_a_clock_that_is_ahead_costs_no_token(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    connecting()
    ahead = FakeClock(clock.now() + timedelta(days=400))
    save_token(tmp_path, SavedToken("user-token", "https://other.test"), ahead)
    settings = Settings.from_env({"NEMO_API_URL": API}, tmp_path)
    transport = httpx.MockTransport(service)
    with connect(settings, ahead, tmp_path, transport=transport) as nemo:
        assert nemo.token == "nmv_usr_token1"


def attempting(nemo: Nemo, clock: FakeClock, home: Path) -> float:
    return attempt(nemo.credits, nemo, clock, home).available


def test_a_call_that_works_is_made_once(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    assert attempting(connecting(), clock, tmp_path) == 1
    assert clock.slept == []


def test_1001_gets_a_new_free_token_once(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    service.valid.clear()
    service.given.clear()
    assert attempting(nemo, clock, tmp_path) == 3
    assert service.calls == 3, "the call, whether the token works anywhere, the call again"
    assert nemo.token == "nmv_usr_token2"
    assert service.asked[0] == service.asked[1], "the same client"
    assert [t.token for t in load_tokens(tmp_path)] == ["nmv_usr_token2"]
    service.valid.clear()
    service.given.clear()
    service.failures = [1001, 1001]
    service.stillborn = True
    with pytest.raises(TokenInvalid):
        attempting(nemo, clock, tmp_path)
    assert len(service.asked) == 3, "one more, and not two"


def test_1001_of_a_given_token_is_told(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    save_token(tmp_path, SavedToken("stored-token", API), clock)
    for nemo in (connecting(NEMO_TOKEN="wrong-token"), connecting()):
        with pytest.raises(TokenInvalid):
            attempting(nemo, clock, tmp_path)
    assert service.asked == []
    assert service.calls == 4, "each is tried on one call more"


def test_a_token_that_another_process_renewed_is_taken_over(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    service.valid = {"nmv_usr_renewed"}
    (old,) = load_tokens(tmp_path)
    save_token(tmp_path, SavedToken("nmv_usr_renewed", API, old.client_id, "anon_1"), clock)
    attempting(nemo, clock, tmp_path)
    assert nemo.token == "nmv_usr_renewed"
    assert len(service.asked) == 1


def test_threads_renew_one_token_together(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    service.valid.clear()
    service.given.clear()
    together = threading.Barrier(4)
    found: list[float] = []

    def call() -> float:
        used = nemo.token
        if not together.broken and used == "nmv_usr_token1":
            together.wait(PATIENCE)
        return nemo.credits().available

    threads = [
        threading.Thread(target=lambda: found.append(attempt(call, nemo, clock, tmp_path)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert len(found) == 4
    assert len(service.asked) == 2


def test_processes_ask_for_one_token_together(connecting: Connecting, service: Service) -> None:
    made: list[str | None] = []
    threads = [threading.Thread(target=lambda: made.append(connecting().token)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    assert made == ["nmv_usr_token1"] * 5
    assert len(service.asked) == 1


def test_429_waits_thirty_seconds_and_tries_once(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    service.failures = [429]
    assert attempting(nemo, clock, tmp_path) == 2
    assert clock.slept == [30]
    service.failures = [429, 429]
    with pytest.raises(RateLimited):
        attempting(nemo, clock, tmp_path)
    assert clock.slept == [30, 30]
    assert service.calls == 4


def test_the_wait_follows_the_service_within_reason(
    connecting: Connecting, clock: FakeClock, tmp_path: Path
) -> None:
    for asked, waited in ((None, 30), (5.0, 30), (45.0, 45), (1e9, 120)):
        failures = [RateLimited()]
        failures[0].retry_after = asked

        def call(failures: list[RateLimited] = failures) -> int:
            if failures:
                raise failures.pop()
            return 1

        assert attempt(call, connecting(), clock, tmp_path) == 1
        assert clock.slept.pop() == waited


def test_400_sends_the_client_id_and_tries_once(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    seen: list[str | None] = []

    def call() -> int:
        seen.append(nemo._caller.headers().get("X-Client-Id"))
        if len(seen) == 1:
            raise ClientIdMissing
        return 1

    assert attempt(call, nemo, clock, tmp_path) == 1
    assert seen == [None, client_id(nemo.settings, tmp_path)]


def test_other_errors_are_not_touched(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    nemo = connecting()
    service.failures = [2001]
    with pytest.raises(OutOfCredits):
        attempting(nemo, clock, tmp_path)
    assert service.calls == 1


def test_a_refused_client_id_gets_one_of_our_own_and_stays(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    folder(tmp_path).mkdir(parents=True)
    (folder(tmp_path) / "client_id").write_text("of-another-tool\n")
    service.failures = [400]
    nemo = connecting()
    assert nemo.token == "nmv_usr_token2"
    own = (folder(tmp_path) / OWN_CLIENT_ID_FILE).read_text()
    assert service.asked == ["of-another-tool", own]
    assert (folder(tmp_path) / "client_id").read_text() == "of-another-tool\n"
    assert connecting().token == "nmv_usr_token2", "found again under the id that it was given for"
    clock.advance(8 * 24 * 3600)
    service.failures = [400]
    assert connecting().token == "nmv_usr_token4"
    assert service.asked[2:] == ["of-another-tool", own]
    service.failures = [400]
    with pytest.raises(ClientIdMissing, match="NEMO_CLIENT_ID"):
        connecting(NEMO_CLIENT_ID="mine")


def test_no_free_token_to_be_had(
    connecting: Connecting, service: Service, clock: FakeClock, tmp_path: Path
) -> None:
    service.failures = [429, 429]
    with pytest.raises(RateLimited, match="set NEMO_TOKEN"):
        connecting()
    assert clock.slept == [30]
    assert load_tokens(tmp_path) == []
    service.failures = [429]
    assert connecting().token is not None


def test_a_token_without_an_expiry_gets_the_documented_one(
    clock: FakeClock, tmp_path: Path
) -> None:
    answer = httpx.Response(200, json={"code": 0, "data": {"token": "nmv_usr_x"}})
    transport = httpx.MockTransport(lambda request: answer)
    connect(Settings(api_url=API), clock, tmp_path, transport=transport)
    (saved,) = load_tokens(tmp_path)
    assert saved.expires_at == clock.now() + timedelta(days=7)


def test_a_service_that_cannot_be_reached_leaves_nothing(clock: FakeClock, tmp_path: Path) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(NemoError):
        connect(Settings(api_url=API), clock, tmp_path, transport=httpx.MockTransport(refuse))
    assert load_tokens(tmp_path) == []


def test_the_real_clock_tells_utc_and_goes_forward() -> None:
    clock = Clock()
    assert clock.now().tzinfo is UTC
    before = clock.monotonic()
    clock.sleep(-1)
    assert clock.monotonic() >= before


def test_the_fake_clock_moves_only_when_someone_sleeps(clock: FakeClock) -> None:
    start = clock.now()
    clock.sleep(30)
    clock.advance(1)
    assert clock.now() - start == timedelta(seconds=31)
    assert clock.monotonic() == 31
    assert clock.slept == [30]
