"""Output addresses never lead into the network that we are in, however they are written."""

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpcore
import httpx
import pytest
from support.nemo import TOKEN, RawServer
from support.nemo_streams import VIDEO, sending

from nemo_spec.nemo.addresses import Guard
from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import NemoError, UnexpectedAnswer
from nemo_spec.nemo.settings import Settings

Answering = Callable[[Callable[[httpx.Request], httpx.Response]], Nemo]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: %d\r\n\r\n" % len(VIDEO)

PRIVATE = [
    "127.0.0.1", "localhost", "LOCALHOST", "127.1", "0", "0.0.0.0", "2130706433", "0x7f000001",
    "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::a9fe:a9fe]",
    "[2002:7f00:1::]", "[fe80::1]", "[fd00:ec2::254]", "169.254.169.254", "10.0.0.1", "172.16.0.1",
    "192.168.1.1", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "user:pass@127.0.0.1",
    "api.test@127.0.0.1", "127。0。0。1",
]  # fmt: skip


@pytest.fixture
def sockets(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Where connections were made to; none is."""
    made: list[object] = []

    def connect(address: object, *_: object, **__: object) -> socket.socket:
        made.append(address)
        raise OSError("no network in this test")

    monkeypatch.setattr(socket, "create_connection", connect)
    return made


def names(monkeypatch: pytest.MonkeyPatch, **hosts: list[list[str]]) -> None:
    """What each host resolves to, the first time, the second time, …"""

    def resolve(host: str, port: object, *_: object, **__: object) -> list[tuple[Any, ...]]:
        answers = hosts[host.split(".")[0]]
        found = answers.pop(0) if len(answers) > 1 else answers[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (one, port)) for one in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_address_is_not_followed(
    host: str, settings: Settings, sockets: list[object], tmp_path: Path
) -> None:
    with Nemo(settings) as nemo, pytest.raises(UnexpectedAnswer, match="private network"):
        nemo.download(f"http://{host}:8000/r.mp4", tmp_path / "part")
    assert sockets == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("host", ["localhost.", "a.localhost", "①②⑦.0.0.1", "0177.0.0.1", "xn--"])
def test_other_spellings_lead_nowhere_either(
    host: str, settings: Settings, sockets: list[object], tmp_path: Path
) -> None:
    with Nemo(settings) as nemo, pytest.raises(NemoError):
        nemo.download(f"http://{host}/r.mp4", tmp_path / "part")
    assert sockets == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254"])
def test_nor_is_one_that_a_redirect_leads_to(
    host: str, answering: Answering, tmp_path: Path
) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"location": f"https://{host}/latest"})

    with pytest.raises(UnexpectedAnswer, match="private network"):
        answering(handler).download("https://cdn.test/r.mp4", tmp_path / "part")
    with pytest.raises(UnexpectedAnswer, match="private network"):
        answering(handler).download_render("r", tmp_path / "part")
    assert asked == ["cdn.test", "api.test"]


def test_every_address_of_a_name_is_looked_at(
    settings: Settings,
    sockets: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names(monkeypatch, cdn=[["93.184.216.34", "10.0.0.1"]], api=[["93.184.216.35"]])
    with Nemo(settings) as nemo, pytest.raises(UnexpectedAnswer, match=r"10\.0\.0\.1"):
        nemo.download("http://cdn.test/r.mp4", tmp_path / "part")
    assert sockets == []


def test_the_connection_goes_to_the_address_that_was_looked_at(
    settings: Settings,
    sockets: list[object],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names(monkeypatch, cdn=[["93.184.216.34"], ["127.0.0.1"]], api=[["93.184.216.35"]])
    with Nemo(settings) as nemo, pytest.raises(NemoError):
        nemo.download("http://cdn.test/r.mp4", tmp_path / "part")
    assert sockets == [("93.184.216.34", 80)]


@pytest.mark.parametrize(
    ("service", "output", "follows"),
    [
        ("10.0.0.1", "10.0.0.1", True),
        ("10.0.0.1", "10.0.0.2", False),
        ("10.0.0.1", "127.0.0.1", False),
        ("127.0.0.1", "127.0.0.2", True),
        ("198.18.0.7", "198.18.3.9", True),
        ("93.184.216.35", "198.18.3.9", False),
    ],
)
def test_where_the_service_itself_is_its_files_may_be(
    service: str, output: str, follows: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    names(monkeypatch, cdn=[[output]], api=[[service]])
    guard = Guard("api.test")
    if follows:
        assert guard.allowed("cdn.test", 80) == [output]
    else:
        with pytest.raises(UnexpectedAnswer):
            guard.allowed("cdn.test", 80)


def test_another_port_of_a_local_service_is_fetched_from(raw: RawServer, tmp_path: Path) -> None:
    raw.script(sending(HEAD, VIDEO))
    with Nemo(Settings(api_url="http://localhost:9", token=TOKEN)) as nemo:
        assert nemo.download(raw.url + "/r.mp4", tmp_path / "part").size == len(VIDEO)
    assert TOKEN.encode() not in raw.requests[0]


def test_the_guard_is_where_httpx_makes_its_connections(settings: Settings) -> None:
    with Nemo(settings) as nemo:
        pool = nemo._caller.files._transport._pool
        assert isinstance(pool, httpcore.ConnectionPool)
        assert isinstance(pool._network_backend, Guard)
