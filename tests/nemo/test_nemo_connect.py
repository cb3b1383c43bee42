"""Tokens: where they come from, where they are kept, and the recoveries that happen once."""

import json
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from nemo_spec.nemo import Nemo, Settings
from nemo_spec.nemo.errors import (
    BadSetting,
    ClientIdMissing,
    NemoError,
    OutOfCredits,
    RateLimited,
    TokenInvalid,
)
from nemo_spec.run.clock import Clock, FakeClock
from nemo_spec.run.connect import (
    SavedToken,
    attempt,
    client_id,
    connect,
    forget_token,
    load_tokens,
    save_token,
)

API = "https://api.test"


class Service:
    """Gives out one token per client in seven days, as documented, on the test's clock."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.given: dict[str, datetime] = {}
        self.asked: list[str] = []
        self.valid: set[str] = {"user-token"}
        self.failures: list[int] = []
        self.calls = 0

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
        self.valid.add(token)
        expires = (now + timedelta(days=7)).isoformat().replace("+00:00", "Z")
        data = {"token": token, "user_id": "anon_1", "credits": 100, "expires_at": expires}
        return httpx.Response(200, json={"code": 0, "data": data})


def _code(code: int) -> httpx.Response:
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
    def make(home: Path = tmp_path, **env: str) -> Nemo:
        settings = Settings.from_env({"NEMO_API_URL": API, **env}, home)
        return connect(settings, clock, home, transport=httpx.MockTransport(service))

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


def test_a_damaged_client_id_is_replaced_and_a_usable_one_kept(tmp_path: Path) -> None:
    settings = Settings()
    made = client_id(settings, tmp_path)
    assert client_id(settings, tmp_path) == made
    path = folder(tmp_path) / "client_id"
    path.write_text(made + "\n")
    assert client_id(settings, tmp_path) == made
    path.write_text("not a uuid\r\nX-Evil: 1")
    assert client_id(settings, tmp_path) not in (made, "not a uuid")
    assert client_id(Settings(client_id="given"), tmp_path) == "given"


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
    assert attempting(nemo, clock, tmp_path) == 2
    assert nemo.token == "nmv_usr_token2"
    assert service.asked[0] == service.asked[1], "the same client"
    assert [t.token for t in load_tokens(tmp_path)] == ["nmv_usr_token2"]
    service.failures = [1001, 1001]
    service.given.clear()
    with pytest.raises(TokenInvalid):
        attempting(nemo, clock, tmp_path)


def test_1001_of_a_given_token_is_told(
    connecting: Connecting, clock: FakeClock, tmp_path: Path, service: Service
) -> None:
    save_token(tmp_path, SavedToken("stored-token", API), clock)
    for nemo in (connecting(NEMO_TOKEN="wrong-token"), connecting()):
        with pytest.raises(TokenInvalid):
            attempting(nemo, clock, tmp_path)
    assert service.asked == []
    assert service.calls == 2


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
            together.wait(10)
        return nemo.credits().available

    threads = [
        threading.Thread(target=lambda: found.append(attempt(call, nemo, clock, tmp_path)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert len(found) == 4
    assert len(service.asked) == 2


def test_processes_ask_for_one_token_together(connecting: Connecting, service: Service) -> None:
    made: list[str | None] = []
    threads = [threading.Thread(target=lambda: made.append(connecting().token)) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
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


def test_a_refused_client_id_is_made_anew_once(
    connecting: Connecting, service: Service, tmp_path: Path
) -> None:
    service.failures = [400]
    nemo = connecting()
    assert nemo.token == "nmv_usr_token2"
    assert service.asked[0] != service.asked[1]
    assert service.asked[1] == (folder(tmp_path) / "client_id").read_text()
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
