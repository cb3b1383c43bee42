"""The whole way from a token to a file, in every dialect."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from support.mock_server import MP4, Client, events, said, start

from mock_server.api.net import _CONNECTIONS
from mock_server.config import RENDER_DIALECTS, SSE_DIALECTS
from mock_server.server import MockHandle


@pytest.mark.parametrize("dialect", SSE_DIALECTS)
@pytest.mark.parametrize("renders", RENDER_DIALECTS)
def test_from_token_to_file(dialect: str, renders: str) -> None:
    with start(dialect=dialect, render_dialect=renders) as mock, Client(mock) as client:
        client.connect()
        files = client.upload(("a.mp4", MP4), ("b.mp4", MP4 + b"b")).json()["data"]["files"]
        assert [one["filename"] for one in files] == ["a.mp4", "b.mp4"]
        assert files[0]["duration"] == 2.5
        assert httpx.get(files[0]["cdn_url"]).content == MP4
        answer = client.say("show Intro")
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
        assert said(answer.text).endswith("Done: Intro.")
        assert client.titles() == ["Intro"]
        started = client.render(format="mp4", quality="high").json()
        assert started.get("data", started)["status"] == "pending"
        done = client.finish()
        url = done["outputUrl"] if renders == "v4.4" else done["output"]["url"]
        video = httpx.get(url)
        assert video.headers["content-type"] == "video/mp4"
        assert client.get("/api/render/proxy/render_1/download").content == video.content
        if renders != "v4.4":
            assert done["output"] == {"url": url, "duration": 4, "size": len(video.content)}


def test_ids(client: Client) -> None:
    assert int(client.session) > 2**53
    assert str(int(client.session)) == client.session
    other = client.open()
    assert other != client.session or int(other) > 2**53


def test_state_has_the_same_bytes_twice(client: Client) -> None:
    client.say("show Ünïcode 你好")
    assert client.state().content == client.state().content
    assert "Ünïcode" in client.state().text


def test_the_log_tells_what_was_asked_and_holds_no_token(mock: MockHandle, client: Client) -> None:
    client.say("show Intro")
    client.say("how are you")
    runs = [
        (one["instruction"], one["applied"], one["charged"], one["status"])
        for one in mock.requests(call="run_sse")
    ]
    assert runs == [("show Intro", 1, 50, 200), ("how are you", 0, 0, 200)]
    assert mock.requests(client.session, "run_sse") == mock.requests(call="run_sse")
    everything = client.get("/_mock/requests").text
    assert "nmv_usr" not in everything
    assert client.session in everything


def test_the_listener_keeps_nodelay(mock: MockHandle, client: Client) -> None:
    sockets = [one.transport.get_extra_info("socket") for one in _CONNECTIONS.values()]
    found = [one for one in sockets if one.fileno() >= 0]  # those of other tests may be closing
    assert found
    assert all(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) for one in found)


def test_streaming_asked_for_in_the_body(client: Client) -> None:
    body = {**client.message("show Intro"), "streaming": True}
    found = events(client.post("/run_sse", json=body).text)
    assert [one["partial"] for one in found if "partial" in one] == [True, True, True, False]


def test_sessions_do_not_disturb_each_other(mock: MockHandle) -> None:
    with Client(mock, 1) as one, Client(mock, 2) as two:
        one.connect().say("show A")
        two.connect().say("show B")
        assert (one.titles(), two.titles()) == (["A"], ["B"])
        two.session = one.session
        assert two.state().json()["code"] == 1002


def test_eight_at_a_time(mock: MockHandle) -> None:
    mock.change(silent=0.3)

    def work(number: int) -> tuple[list[str], tuple[int, int, int], str]:
        with Client(mock, number) as client:
            client.connect().upload(("a.mp4", MP4))
            for word in range(5):
                client.say(f"show T{number}{word}")
            client.render(f"r{number}")
            done = client.finish(f"r{number}")["status"]
            return client.titles(), client.credits(), done

    with ThreadPoolExecutor(8) as pool:
        for number, found in enumerate(pool.map(work, range(8))):
            titles = [f"T{number}{word}" for word in range(5)]
            assert found == (titles, (50, 0, 50), "completed")


def test_reset_forgets(mock: MockHandle, client: Client) -> None:
    client.upload(("a.mp4", MP4))
    client.post("/_mock/reset")
    assert client.state().json()["code"] == 1001
    assert list((mock.mock.data.path / "uploads").iterdir()) == []
    assert client.anonymous().status_code == 200


def test_same_seed_same_ids() -> None:
    seen = []
    for seed in (7, 7, 8):
        with start(seed=seed) as mock, Client(mock) as client:
            seen.append((client.connect().session, client.headers["Authorization"]))
    assert seen[0] == seen[1] != seen[2]
