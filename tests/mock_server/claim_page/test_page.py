"""The claim page: to scale, escaped, without scripts."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.mock_server import Client, start

from mock_server.claim_page.timeline import summary
from mock_server.server import MockHandle
from mock_server.state.clock import WEEK

HOSTILE = """</title><script>alert(1)</script>" onload='x' {{7*7}} &amp; ]]> <img src=x> \u202e"""
CLIPS = [
    {"id": "a", "role": "clip", "s": 0, "d": 6000, "src": "a.mp4", "in": 1000, "out": 7000},
    {"id": "b", "role": "clip", "s": 6000, "d": 4000, "src": "b.mp4", "in": 0, "out": 4000},
]
DRAFT = {
    "m": {"title": "x", "width": 640, "height": 360},
    "d": 10_000,
    "t": [
        {"tt": 0, "name": "Video", "sg": CLIPS},
        {"tt": 1, "name": "BGM", "sg": [
            {"role": "music", "s": 0, "d": 10_000, "name": "Lo-fi", "vol": 0.35}]},
        {"tt": 7, "name": "Title", "sg": [
            {"role": "title", "s": 0, "d": 3000, "text": "Urban Dreams"}]},
    ],
}  # fmt: skip


def claim(client: Client) -> str:
    body = {"task_id": client.task, "session_id": client.session}
    data = client.post("/api/auth/claim-token", json=body).json()["data"]
    assert data["expires_in"] == 604800
    return data["claim_token"]


def put(client: Client, draft: dict[str, object]) -> None:
    assert client.put(f"/_mock/drafts/{client.session}", json=draft).status_code == 200


class Elements(HTMLParser):
    """Every element that a page really holds."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_segments_stand_where_the_draft_says(client: Client) -> None:
    put(client, DRAFT)
    page = client.get("/workspace/claim", params={"ct": claim(client)}).text
    boxes = [attrs for tag, attrs in Elements(page).found if "sg" in (attrs.get("class") or "")]
    places = []
    for box in boxes:
        rule = re.search(rf"#{box['id']} {{ left: ([\d.]+)%; width: ([\d.]+)% }}", page)
        assert rule
        places.append((float(rule[1]), float(rule[2])))
    assert places == [(0, 60), (60, 40), (0, 100), (0, 30)]


def test_the_documented_summary() -> None:
    assert summary(DRAFT) == (
        "Timeline (3 tracks): 1. Video: a.mp4 +1 (0-10s) 2. BGM: Lo-fi (0-10s, 35%)"
        ' 3. Title: "Urban Dreams" (0-3s)'
    )


def test_nothing_from_outside_is_markup(client: Client) -> None:
    body = {"task_name": HOSTILE, "language": HOSTILE}
    data = client.post("/api/tasks/me/with-session/nemo_agent", json=body).json()["data"]
    client.session, client.task = data["session_id"], data["task_id"]
    client.say(HOSTILE)
    text = {"s": 0, "d": 900, "role": HOSTILE, "text": HOSTILE, "sub": HOSTILE, "id": HOSTILE}
    clip = {"s": 0, "d": 900, "role": "clip", "src": HOSTILE, "in": 0, "out": 900, "vol": 1}
    tracks = [{"tt": 0, "name": HOSTILE, "sg": [clip]}, {"tt": HOSTILE, "sg": [text]}]
    put(client, {"m": {"width": HOSTILE, "height": HOSTILE}, "d": 900, "t": tracks})
    answer = client.get("/workspace/claim", params={"ct": claim(client)})
    assert answer.status_code == 200
    found = Elements(answer.text).found
    assert not {"script", "img", "iframe", "link", "object", "form"} & {tag for tag, _ in found}
    names = {name for _, attrs in found for name in attrs}
    assert not {name for name in names if name.startswith("on")} | ({"style"} & names)
    assert answer.text.count("alert(1)") == answer.text.count("&lt;script&gt;alert(1)") > 3


def test_the_policy_lets_nothing_in(client: Client) -> None:
    answer = client.get("/workspace/claim", params={"ct": claim(client)})
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'nonce-")
    assert "script" not in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.findall(r"(?:src|href)=\"(?!/files/)", answer.text)


def test_a_claim_opens_the_page_and_nothing_else(mock: MockHandle, client: Client) -> None:
    token = claim(client)
    assert client.get("/workspace/claim", params={"ct": token}).status_code == 200
    bearer = {"Authorization": f"Bearer {token}"}
    assert client.get("/api/credits/balance/simple", headers=bearer).json()["code"] == 1001
    for wrong in ("", "clm_x", token[:-1], client.headers["Authorization"].split()[1]):
        answer = client.get("/workspace/claim", params={"ct": wrong})
        assert (answer.status_code, "no longer valid" in answer.text) == (404, True)
    mock.advance(WEEK + 1)
    assert client.get("/workspace/claim", params={"ct": token}).status_code == 404


def test_what_the_player_says(mock: MockHandle, client: Client) -> None:
    token = claim(client)

    def page() -> str:
        return client.get("/workspace/claim", params={"ct": token}).text

    assert "Nothing on the timeline yet" in page()
    assert "Not rendered yet" in page()
    mock.fault("silent")
    client.say("show Intro")
    assert "edited without a word" in page()
    mock.fault("render_failed", message="<b>no</b>")
    client.render("r1")
    client.finish("r1")
    assert "&lt;b&gt;no&lt;/b&gt;" in page()
    mock.fault("render_stuck")
    client.render("r2")
    assert "Rendering" in page()
    client.post("/api/render/proxy/lambda/r2/cancel")
    client.render("r3")
    url = client.finish("r3")["outputUrl"]
    assert f'<video controls preload="auto" src="{url.removeprefix(mock.url)}">' in page()


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
def test_in_chromium(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    with start() as mock, Client(mock) as client:
        put(client.connect(), DRAFT)
        url = f"{mock.url}/workspace/claim?ct={claim(client)}"
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            subprocess.run(
                [CHROMIUM or "", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                 "--disable-background-networking", "--disable-component-update",
                 "--disable-sync", f"--user-data-dir={profile}", "--window-size=1240,900",
                 f"--screenshot={picture}", url],
                check=True, capture_output=True, timeout=120,
            )  # fmt: skip
        assert [one["call"] for one in mock.requests() if "unknown" in one["call"]] in (
            [], ["unknown"])  # fmt: skip
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 20_000
