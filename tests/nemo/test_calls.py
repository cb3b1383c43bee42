"""What each call sends, and what it makes of each published shape of answer."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.nemo import steady

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.draft import find
from nemo_spec.nemo.errors import BadFile, NemoError, UnexpectedAnswer, UnsupportedType
from nemo_spec.nemo.events import TextDelta
from nemo_spec.nemo.models import RenderJob
from nemo_spec.nemo.render import read_job
from nemo_spec.nemo.settings import Settings

Answering = Callable[[Callable[[httpx.Request], httpx.Response]], Nemo]
BIG_ID = "5529798706024415232"


class Recorder:
    """Answers everything with one body and remembers the requests."""

    def __init__(self, body: Any, **more: Any) -> None:
        self.requests: list[httpx.Request] = []
        self._body, self._more = body, more

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        self.requests.append(request)
        if isinstance(self._body, bytes):
            return httpx.Response(200, content=self._body, **self._more)
        return httpx.Response(200, json=self._body, **self._more)

    @property
    def sent(self) -> httpx.Request:
        (request,) = self.requests
        return request


def ok(data: Any) -> Recorder:
    return Recorder({"code": 0, "message": "ok", "data": data})


ATTRIBUTION = {
    "X-Skill-Source": "video-editor-freelance",
    "X-Skill-Version": "9.9",
    "X-Skill-Platform": "unknown",
}


def test_every_call_carries_the_documented_headers(
    answering: Answering, settings: Settings, clip: Path
) -> None:
    table: list[tuple[Any, Callable[[Nemo], object]]] = [
        ({"claim_token": "clm_1"}, lambda n: n.claim_token("t", "s")),
        ({"session_id": "1"}, lambda n: n.create_session("project", "en")),
        ({"files": []}, lambda n: n.upload("s", clip)),
        ({"files": []}, lambda n: n.upload_urls("s", ["https://x.test/a.mp4"])),
        ({"available": 1}, lambda n: n.credits()),
        ({"state": {}}, lambda n: n.state("s")),
        ({"id": "r", "status": "pending"}, lambda n: n.start_render("s", "r", b"{}", {})),
        ({"id": "r", "status": "pending"}, lambda n: n.render("r")),
        ({}, lambda n: n.cancel_render("r")),
    ]
    for data, call in table:
        recorder = ok(data)
        call(answering(recorder))
        sent = recorder.sent.headers
        assert sent["Authorization"] == f"Bearer {settings.token}"
        assert {k: sent[k] for k in ATTRIBUTION} == ATTRIBUTION
        assert "X-Client-Id" not in sent


def test_a_free_token_is_asked_for_with_the_client_id_only(answering: Answering) -> None:
    recorder = ok(
        {
            "token": "nmv_usr_new",
            "user_id": "anon_7",
            "credits": 100,
            "expires_at": "2026-01-08T00:00:00Z",
            "scopes": ["read"],
        }
    )
    token = answering(recorder).anonymous_token("6f1c")
    assert "Authorization" not in recorder.sent.headers
    assert recorder.sent.headers["X-Client-Id"] == "6f1c"
    assert recorder.sent.content == b""
    assert {k: recorder.sent.headers[k] for k in ATTRIBUTION} == ATTRIBUTION
    assert (token.token, token.user_id, token.credits) == ("nmv_usr_new", "anon_7", 100)
    assert token.expires_at == datetime(2026, 1, 8, tzinfo=UTC)
    assert token.model_extra == {"scopes": ["read"]}
    naive = ok({"token": "nmv_usr_new", "expires_at": "2026-01-08T00:00:00"})
    assert answering(naive).anonymous_token("c").expires_at == token.expires_at


@pytest.mark.parametrize("given_id", [BIG_ID, int(BIG_ID)])
def test_session_ids_keep_all_their_digits(given_id: object, answering: Answering) -> None:
    recorder = ok({"task_id": "task_1", "session_id": given_id, "user_id": "anon_1"})
    session = answering(recorder).create_session("project", "zh-CN")
    assert session.session_id == BIG_ID
    assert recorder.sent.url.path == "/api/tasks/me/with-session/nemo_agent"
    assert json.loads(recorder.sent.content) == {"task_name": "project", "language": "zh-CN"}


def test_an_instruction_is_sent_as_documented(answering: Answering) -> None:
    recorder = Recorder(b'data: {"text":"ok"}\n\n', headers={"content-type": "text/event-stream"})
    text = 'add "标题" 🎬 \ud800 \u2028'
    events = list(answering(recorder).chat(BIG_ID, text))
    assert events[0] == TextDelta("ok", whole="ok")
    assert recorder.sent.headers["Accept"] == "text/event-stream"
    assert json.loads(recorder.sent.content) == {
        "app_name": "nemo_agent",
        "user_id": "me",
        "session_id": BIG_ID,
        "new_message": {"role": "user", "parts": [{"text": text}]},
    }
    assert {k: recorder.sent.headers[k] for k in ATTRIBUTION} == ATTRIBUTION


def test_nothing_is_sent_before_the_first_event_is_wanted(answering: Answering) -> None:
    recorder = Recorder(b"")
    answering(recorder).chat("s", "cut")
    assert recorder.requests == []


# Uploads


def parts_of(request: httpx.Request) -> list[Message]:
    head = f"Content-Type: {request.headers['Content-Type']}\r\n\r\n".encode()
    return list(BytesParser().parsebytes(head + request.content).get_payload())


def test_a_file_goes_up_whole_with_its_name_and_type(answering: Answering, clip: Path) -> None:
    name = clip.rename(clip.with_name('Ada\'s "标题"\r\n.mp4'))
    recorder = ok({"files": [{"filename": "x.mp4", "duration": 30.5}], "more": 1})
    progress: list[tuple[int, int]] = []
    (file,) = answering(recorder).upload(
        "s", name, lambda done, total: progress.append((done, total))
    )
    assert (file.filename, file.duration) == ("x.mp4", 30.5)
    assert int(recorder.sent.headers["Content-Length"]) == len(recorder.sent.content)
    (part,) = parts_of(recorder.sent)
    assert part.get_payload(decode=True) == name.read_bytes()
    assert part.get_content_type() == "video/mp4"
    raw = recorder.sent.content.split(b"\r\n\r\n")[0].decode()
    assert 'name="files"; filename="Ada\'s %22标题%22%0D%0A.mp4"' in raw
    size = name.stat().st_size
    assert progress[-1] == (size, size)
    assert progress == sorted(set(progress))


def test_an_upload_that_cannot_be_accepted_sends_nothing(
    answering: Answering, tmp_path: Path
) -> None:
    recorder = ok({"files": []})
    (tmp_path / "a.txt").write_text("x")
    for name, kind in (("a.txt", UnsupportedType), ("none.mp4", BadFile)):
        with pytest.raises(kind):
            answering(recorder).upload("s", tmp_path / name)
    assert recorder.requests == []


@pytest.mark.parametrize("longer", [0, 200_000])
def test_a_file_that_changes_under_way_is_noticed(
    longer: int, answering: Answering, clip: Path
) -> None:
    clip.write_bytes(clip.read_bytes() + bytes(1_000_000))  # more than is read ahead
    size = clip.stat().st_size
    seen: list[int] = []

    def change(done: int, total: int) -> None:
        seen.append(done)
        clip.write_bytes(b"x" * (size + longer if longer else 0))

    with pytest.raises(BadFile, match="changed while"):
        answering(ok({"files": []})).upload("s", clip, change)
    assert max(seen) <= size


def test_files_by_address(answering: Answering) -> None:
    recorder = ok({"files": [{"filename": "a.mp4"}], "session_state_applied": True})
    urls = ["https://x.test/a.mp4"]
    (file,) = answering(recorder).upload_urls("s", urls)
    assert file.filename == "a.mp4"
    assert json.loads(recorder.sent.content) == {"urls": urls, "source_type": "url"}


# State and draft

BODIES = [
    (b'{"code":0,"data":{"session_id":"1","state":{"draft":%s}}}', True),
    (b'{ "state" : { "draft" :  %s  , "video_infos":[] } }', True),
    (
        b'\xef\xbb\xbf{"code":0,"data":{"draft":[1],"state":{"draft":%s,"draft2":{"draft":{}}}}}',
        True,
    ),
    (b'{"code":0,"data":{"state":{"draft":{"old":1},"x":"draft","draft":%s}}}', True),
    (b'{"code":0,"data":{"draft":%s}}', True),
    (b'{"code":0,"data":{"state":{"draft":null,"x":%s}}}', False),
    (b'{"code":0,"data":{"state":{"x":%s}}}', False),
    (b'{"code":0,"data":{"state":null,"x":%s}}', False),
]
DRAFTS = [
    b"{}",
    b'{"t":[],"d":1.10,"e":1E2,"big":55297987060244152329}',
    b'{ "t" : [ { "tt":0, "sg" : [ ] } ] ,\n"m":{"title":"\\u0041\\/\xe6\xa0\x87 } ] \\" , \\\\"}}',
    b'{"a":1,"a":2,"\\u0061":{"draft":{}},"z":"\xe2\x80\xa8"}',
]


@pytest.mark.parametrize("draft", DRAFTS)
@pytest.mark.parametrize(("body", "found"), BODIES)
def test_the_draft_is_kept_byte_for_byte(
    body: bytes, found: bool, draft: bytes, answering: Answering
) -> None:
    state = answering(Recorder(body % draft)).state("s")
    assert state.draft_json == (draft if found else b"")
    assert state.draft == (json.loads(draft) if found else {})
    if not found:
        return
    recorder = ok({"id": "r", "status": "pending"})
    answering(recorder).start_render(BIG_ID, "r", state.draft_json, {"format": "mp4", "fps": 30})
    assert draft in recorder.sent.content
    sent = json.loads(recorder.sent.content)
    assert sent == {
        "id": "r",
        "sessionId": BIG_ID,
        "draft": json.loads(draft),
        "output": {"format": "mp4", "fps": 30},
    }


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["data", "state", "draft", 'q"', ""]), inner, max_size=4)
    ),
    max_leaves=15,
)


@steady
@given(json_values, st.sampled_from([None, 1, "\t"]), st.booleans())
def test_the_walker_agrees_with_json(value: Any, indent: Any, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    for path in ((), ("data",), ("data", "state"), ("data", "state", "draft"), ("",), ('q"',)):
        expected, known = value, True
        for key in path:
            known = known and isinstance(expected, dict) and key in expected
            expected = expected[key] if known else None
        source = find(text, *path)
        assert (source is not None) == known
        if source is not None:
            assert json.loads(source) == expected
            assert source in text


def test_a_state_keeps_what_nobody_documents(answering: Answering) -> None:
    data = {
        "session_id": int(BIG_ID),
        "task_name": "project",
        "later": {"x": 1},
        "state": {
            "draft": {"t": []},
            "video_infos": [{"filename": "a.mp4", "duration": 3, "codec": "h264"}, "?"],
            "canvas_config": {"width": 640},
            "generated_media": [1],
            "unheard_of": True,
        },
    }
    state = answering(ok(data)).state("s")
    assert state.session_id == BIG_ID
    assert state.canvas_config == {"width": 640}
    assert state.model_extra == {"later": {"x": 1}, "unheard_of": True}
    assert [f.model_extra for f in state.video_infos] == [{"codec": "h264"}]
    empty = answering(ok({"state": {"video_infos": None, "canvas_config": None}})).state("s")
    assert (empty.video_infos, empty.canvas_config, empty.draft_json) == ([], {}, b"")


def test_a_session_without_a_draft_cannot_be_rendered(answering: Answering) -> None:
    recorder = ok({})
    with pytest.raises(UnexpectedAnswer, match="no draft yet"):
        answering(recorder).start_render("s", "r", b"", {})
    assert recorder.requests == []


# Renders

URL = "https://cdn.test/r.mp4"
JOBS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"id": "r", "status": "pending", "progress": 5}, {"status": "pending", "progress": 5.0}),
    ({"status": "processing", "progress": 0.5}, {"status": "processing", "progress": 50.0}),
    ({"status": "processing", "progress": 1}, {"status": "processing", "progress": 1.0}),
    ({"status": "processing", "progress": 250}, {"status": "processing", "progress": 100.0}),
    ({"status": "processing", "progress": "x"}, {"status": "processing", "progress": None}),
    ({"status": "queued"}, {"status": "pending"}),
    ({"status": "COMPLETED", "outputUrl": URL}, {"status": "completed", "url": URL}),
    (
        {"status": "completed", "output": {"url": URL, "duration": 3, "size": 77}},
        {"status": "completed", "url": URL, "size": 77},
    ),
    ({"status": "completed", "output": URL}, {"status": "completed", "url": URL}),
    (
        {"status": "completed", "output": {"url": "/files/r.mp4"}},
        {"status": "completed", "url": "https://api.test/files/r.mp4"},
    ),
    ({"status": "completed", "outputUrl": "//[bad"}, {"status": "completed", "url": "//[bad"}),
    ({"status": "failed", "error": "no\x1b[31m"}, {"status": "failed", "error": "no"}),
    ({"status": "failed", "error": {"message": "no"}}, {"status": "failed", "error": "no"}),
    ({"status": "failed"}, {"status": "failed", "error": "the render failed"}),
    ({"status": "cancelled"}, {"status": "failed", "error": "the render cancelled"}),
]


@pytest.mark.parametrize(("raw", "expected"), JOBS)
def test_render_shapes(raw: dict[str, Any], expected: dict[str, Any], answering: Answering) -> None:
    enveloped = {"success": True, "data": raw}
    for body in (raw, enveloped, {"code": 0, "data": raw}):
        job = answering(Recorder(body)).render("r")
        assert {k: getattr(job, k) for k in expected} == expected
        assert (job.id, job.raw) == ("r", raw)


def test_a_render_without_a_readable_status_is_unexpected(answering: Answering) -> None:
    for raw in ({}, {"status": None}, {"status": "\x1b[31mnew"}, {"status": {"x": 1}}):
        with pytest.raises(UnexpectedAnswer):
            answering(Recorder(raw)).render("r")


@steady
@given(
    st.dictionaries(st.sampled_from(["id", "status", "progress", "output", "error"]), json_values)
)
def test_no_render_answer_can_break_the_reader(raw: dict[str, Any]) -> None:
    raw["status"] = "completed"
    assert isinstance(read_job(raw, "r", "https://api.test", ""), RenderJob)


# Wrong shapes and ids


@pytest.mark.parametrize(
    "data",
    [None, [], "x", 5, {}, {"session_id": None}, {"session_id": ""}, {"session_id": [1]}],
)
def test_wrong_shapes_are_unexpected(data: Any, answering: Answering) -> None:
    with pytest.raises(UnexpectedAnswer) as caught:
        answering(ok(data)).create_session("project", "en")
    assert "POST /api/tasks" in caught.value.endpoint


def test_numbers_that_are_none_are_unexpected(answering: Answering) -> None:
    for body in (b'{"code":0,"data":{"available":NaN}}', b'{"code":0,"data":{"available":"x"}}'):
        with pytest.raises(UnexpectedAnswer, match="available"):
            answering(Recorder(body)).credits()


@pytest.mark.parametrize("bad", ["", ".", "..", "../x", "a/b", "a?b", "a#b", "a b", "a\n", "é"])
def test_an_id_cannot_lead_elsewhere(bad: str, answering: Answering, tmp_path: Path) -> None:
    recorder = ok({})
    nemo = answering(recorder)
    calls: list[Callable[[], object]] = [
        lambda: nemo.state(bad),
        lambda: nemo.render(bad),
        lambda: nemo.cancel_render(bad),
        lambda: nemo.upload_urls(bad, []),
        lambda: nemo.download_render(bad, tmp_path / "part"),
    ]
    for call in calls:
        with pytest.raises(NemoError, match="is not an id"):
            call()
    assert recorder.requests == []
