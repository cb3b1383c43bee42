"""Projects, usage and tokens of the second gateway: pages, limits, and what belongs to somebody else."""

from __future__ import annotations

import pytest
from support.gateway import say, talk, token_of
from support.mock_server import MP4, Client, start

from mock_server.server import MockHandle

USAGE = "/billing/usage/conversations"


def test_usage_comes_in_pages(mock: MockHandle, client: Client) -> None:
    mock.change(price_per_edit=5, price_per_session=0)
    with talk(mock, client) as line:
        for word in "ABC":
            say(line, f"show {word}")
    pages = [client.get(f"{USAGE}?page_size=2&page_no={n}").json()["data"] for n in (1, 2, 3)]
    told = [[one["conversation"]["user_message"] for one in page["items"]] for page in pages]
    assert told == [["show C", "show B"], ["show A"], []]
    assert [page["has_next"] for page in pages] == [True, False, False]
    assert {(page["total"], page["total_pages"]) for page in pages} == {(3, 2)}
    assert {one["amount_delta"] for page in pages for one in page["items"]} == {-5}
    balance = client.get("/billing/balance").json()["data"]
    assert balance == {"available": 85, "frozen": 0, "total_granted": 100, "total_consumed": 15}
    assert client.get(f"{USAGE}?end_date=2001-01-01").json()["data"]["items"] == []


@pytest.mark.parametrize(
    "query", ["page_no=0", "page_no=x", "page_size=101", "page_size=²", "start_date=1", "end_date="]
)
def test_usage_asked_for_wrongly(client: Client, query: str) -> None:
    assert client.get(f"{USAGE}?{query}").json()["code"] == 422


def test_what_belongs_to_somebody_else(mock: MockHandle, client: Client) -> None:
    with Client(mock, 2) as other:
        other.connect()
        project = client.task
        for path in (f"/projects/{project}", f"/projects/{project}/sessions",
                     f"/api/v1/state/frontend/{project}"):  # fmt: skip
            assert other.get(path).json()["code"] == 1002
        assert [one["project_id"] for one in other.get("/projects").json()["data"]["projects"]] == [
            other.task
        ]
        upload = {"files": {"file": ("a.mp4", MP4)}, "data": {"session_id": client.session}}
        assert other.post("/files/upload", **upload).json()["code"] == 1002
        body = {"id": "r", "sessionId": client.session, "draft": {"t": []}}
        assert other.post("/services/v1/render-proxy/lambda", json=body).json()["code"] == 1002
        assert other.get(f"{USAGE}").json()["data"]["total"] == 0


def test_a_project_that_is_not_that_of_the_session(client: Client) -> None:
    body = {"id": "r", "sessionId": client.session, "projectId": "p", "draft": {"t": []}}
    assert client.post("/services/v1/render-proxy/lambda", json=body).json()["code"] == 1002


def test_a_project_without_a_session(client: Client) -> None:
    made = client.post("/projects", json={}).json()["data"]
    assert "session" not in made
    assert client.post("/projects", json={"colour": 1}).json()["code"] == 501


def test_nothing_rendered_yet(client: Client) -> None:
    answer = client.get(f"/services/v1/render-proxy/{client.task}/download").json()
    assert answer["data"]["output"] is None
    assert client.get("/services/v1/render-proxy/none/download").json()["code"] == 404


def test_tokens_are_verified(mock: MockHandle, client: Client) -> None:
    def verify(token: str) -> int:
        return int(client.post("/auth/verify", json={"token": token}).json()["code"])

    assert (verify(token_of(client)), verify("nmv_usr_no")) == (0, 1010)
    mock.advance(8 * 86400)
    assert verify(token_of(client)) == 1011
    assert (
        client.post("/api/auth/exchange-claim-token", json={"claim_token": "x"}).json()["code"]
        == 1011
    )


@pytest.mark.parametrize(
    ("files", "data", "code"),
    [
        ({"file": ("a.txt", b"x")}, {}, 4001),
        ({"file": ("a.mp4", MP4)}, {"session_id": "7" * 5000}, 1002),
        ({"files": ("a.mp4", MP4)}, {}, 501),
    ],
)
def test_uploads_that_are_refused(
    client: Client, files: dict[str, object], data: dict[str, str], code: int
) -> None:
    data = {"session_id": client.session} | data
    answer = client.post("/files/upload", files=files, data=data)
    assert answer.json()["code"] == code


def test_the_state_speaks_a_dialect() -> None:
    with start(speak="paths") as mock, Client(mock) as client:
        client.connect()
        client.post(
            "/files/upload", files={"file": ("a.mp4", MP4)}, data={"session_id": client.session}
        )
        project = client.get(f"/api/v1/state/frontend/{client.task}").json()["data"]["project"]
        (file,) = project[f"files:{client.session}"]
        assert file["s3_key"].endswith("/a.mp4")
        assert file["cdn_url"].startswith(mock.url)
