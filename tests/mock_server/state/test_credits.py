"""What is charged, when, and what is held meanwhile."""

from __future__ import annotations

import httpx
from support.mock_server import Client, events, start

from mock_server.server import MockHandle


def test_the_first_edit_of_a_session_costs_fifty(client: Client) -> None:
    seen = [client.credits()]
    for text in ("what is this", "show A", "show B", "what now"):
        client.say(text)
        seen.append(client.credits())
    assert seen == [(100, 0, 100), (100, 0, 100), (50, 0, 50), (50, 0, 50), (50, 0, 50)]
    client.open()
    client.say("show C")
    assert client.credits() == (0, 0, 0)


def test_out_of_credits(client: Client) -> None:
    for _ in range(2):
        client.say("show A")
        client.open()
    answer = client.say("show A")
    assert answer.json()["code"] == 2001
    assert client.titles() == []
    assert client.credits() == (0, 0, 0)


def test_clips_cost_a_hundred_each() -> None:
    with start(credits=260) as mock, Client(mock) as client:
        client.connect().say("generate a lake")
        assert client.credits() == (110, 0, 110)
        client.say("generate a hill and generate a tree")
        assert client.credits() == (110, 0, 110)
        client.say("generate a hill")
        assert client.credits() == (10, 0, 10)


def test_a_clip_that_is_too_dear_is_an_error_inside_the_stream() -> None:
    with start(credits=149) as mock, Client(mock) as client:
        answer = client.connect().say("generate a lake")
        assert events(answer.text)[-1]["errorCode"] == "2001"
        assert client.draft()["t"] == []
        assert client.credits() == (149, 0, 149)


def test_exports_are_free(client: Client) -> None:
    client.say("show A")
    before = client.credits()
    client.render()
    client.finish()
    assert client.credits() == before


def test_a_price_per_edit() -> None:
    with start(price_per_edit=7) as mock, Client(mock) as client:
        client.connect().say("show A")
        client.say("show B")
        assert client.credits() == (36, 0, 36)
        mock.fault("applied_twice")
        client.say("show C")
        assert client.credits() == (22, 0, 22)
        assert [one["charged"] for one in mock.requests(call="run_sse")] == [57, 7, 14]


def test_credits_are_held_while_an_edit_runs(mock: MockHandle, client: Client) -> None:
    mock.fault("stall", every=0.02)
    with client.stream("POST", "/run_sse", json=client.message("show A")) as answer:
        stream = answer.iter_bytes()
        next(stream)
        with Client(mock) as other:
            other.headers["Authorization"] = client.headers["Authorization"]
            assert other.credits() == (50, 50, 100)


def test_a_claim_pays_nothing(mock: MockHandle, client: Client) -> None:
    mock.fault("claimed_not_applied")
    client.say("show A")
    assert client.credits() == (100, 0, 100)


def test_accounts_can_be_topped_up(mock: MockHandle, client: Client) -> None:
    user = mock.requests()[0]["user"]
    answer = httpx.post(f"{mock.url}/_mock/accounts", json={"user_id": user, "credits": 900})
    assert answer.json() == {"available": 900, "frozen": 0, "total": 900}
    assert client.credits() == (900, 0, 900)
