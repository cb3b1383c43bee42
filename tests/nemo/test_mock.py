"""The client and the mock share no code: what one says in each dialect, the other understands."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from support.clock import FakeClock
from support.paths import ROOT
from support.waiting import until

import mock_server
from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import DuplicateRender, RateLimited, SessionNotFound, TokenInvalid
from nemo_spec.nemo.events import Closed, Empty, Heartbeat, Idle, TextDelta, ToolCall, ToolResult
from nemo_spec.nemo.models import RenderJob
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.session.auth import attempt, connect

CLIP = ROOT / "specs" / "media" / "screencast.mp4"


def render(draft: object, media: object, out: Path, **how: Any) -> None:
    out.write_bytes(b"\0\0\0\x20ftypisom" + b"v" * 5000)


def connected(url: str, home: Path) -> Nemo:
    return connect(Settings.from_env({"NEMO_API_URL": url}, home), FakeClock(), home)


@pytest.fixture
def nemo(tmp_path: Path) -> Iterator[Nemo]:
    with mock_server.start(silent=0.0, render=render) as mock, connected(mock.url, tmp_path) as one:
        yield one


def finished(nemo: Nemo, render_id: str) -> RenderJob:
    """The mock renders in a thread of its own; nothing here depends on how fast."""

    def ended() -> RenderJob | None:
        job = nemo.render(render_id)
        return job if job.status in ("completed", "failed") else None

    return until(ended, "the end of a render")


@pytest.mark.parametrize(
    ("dialect", "render_dialect"),
    [("adk", "v4.4"), ("adk-stream", "v1.9"), ("flat", "v0"), ("text", "v4.4")],
)
def test_a_session_from_token_to_file(dialect: str, render_dialect: str, tmp_path: Path) -> None:
    options = {"dialect": dialect, "render_dialect": render_dialect, "silent": 0.0}
    with (
        mock_server.start(render=render, **options) as mock,
        connected(mock.url, tmp_path) as nemo,
    ):
        assert nemo.anonymous
        assert nemo.credits().available == 100
        created = nemo.create_session("project", "en")
        session = created.session_id
        (file,) = nemo.upload(session, CLIP)
        assert file.filename == CLIP.name
        before = nemo.state(session)
        events = list(nemo.chat(session, 'Add a title "Intro" from 0s to 3s.'))
        quiet = (Empty, Heartbeat, Idle)
        kinds = {type(e) for e in events if not isinstance(e, quiet)}
        assert kinds - {ToolCall, ToolResult} == {TextDelta, Closed}
        assert events[-1] == Closed(True)
        whole = [e.whole for e in events if isinstance(e, TextDelta) and not e.partial]
        assert "".join(e.text for e in events if isinstance(e, TextDelta)) == "".join(whole)
        after = nemo.state(session)
        assert after.draft_json != before.draft_json
        assert b"Intro" in after.draft_json
        assert nemo.start_render(session, "render_1", after.draft_json, {"format": "mp4"}).id
        job = finished(nemo, "render_1")
        assert (job.status, job.error) == ("completed", None)
        assert job.url is not None
        assert nemo.download(job.url, tmp_path / "part", size=job.size) == (5012, True)
        assert nemo.download_render("render_1", tmp_path / "again") == (5012, True)
        with pytest.raises(DuplicateRender):
            nemo.start_render(session, "render_1", after.draft_json, {"format": "mp4"})
        assert nemo.claim_token(created.task_id, session).claim_token.startswith("clm_")


def test_unknown_sessions_and_tokens(nemo: Nemo) -> None:
    for call in (lambda: nemo.state("1"), lambda: list(nemo.chat("1", "cut"))):
        with pytest.raises(SessionNotFound):
            call()
    nemo.token = "nmv_usr_wrong"
    with pytest.raises(TokenInvalid):
        nemo.credits()


def test_the_mock_gives_one_token_for_a_client(nemo: Nemo, tmp_path: Path) -> None:
    again = connected(nemo.settings.api_url, tmp_path)
    assert again.token == nemo.token
    client = (tmp_path / ".config" / "nemovideo" / "client_id").read_text()
    with pytest.raises(RateLimited):
        again.anonymous_token(client)
    again.close()
    assert attempt(nemo.credits, nemo, FakeClock(), tmp_path).available == 100
