"""Each endpoint times each documented error code times each published way of saying it."""

import json
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import respx

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import (
    BY_CODE,
    ClientIdMissing,
    DuplicateRender,
    ExportBlocked,
    NemoError,
    OutOfCredits,
    RateLimited,
    Refused,
    RenderBusy,
    RenderRejected,
    SessionNotFound,
    TokenInvalid,
    TooLarge,
    UnexpectedAnswer,
    Unreachable,
    UnsupportedType,
)
from nemo_spec.nemo.settings import Settings

# The documented endpoints, by the method that calls each.
ENDPOINTS: dict[str, Callable[[Nemo, Path], object]] = {
    "POST /api/auth/anonymous-token": lambda n, p: n.anonymous_token("c"),
    "POST /api/auth/claim-token": lambda n, p: n.claim_token("t", "s"),
    "POST /api/tasks/me/with-session/nemo_agent": lambda n, p: n.create_session("project", "en"),
    "POST /run_sse": lambda n, p: list(n.chat("s", "cut")),
    "POST /api/upload-video/nemo_agent/me/s": lambda n, p: n.upload("s", p),
    "GET /api/credits/balance/simple": lambda n, p: n.credits(),
    "GET /api/state/nemo_agent/me/s/latest": lambda n, p: n.state("s"),
    "POST /api/render/proxy/lambda": lambda n, p: n.start_render("s", "r", b"{}", {}),
    "GET /api/render/proxy/lambda/r": lambda n, p: n.render("r"),
    "POST /api/render/proxy/lambda/r/cancel": lambda n, p: n.cancel_render("r"),
    "GET /api/render/proxy/r/download": lambda n, p: n.download_render("r", p.with_name("part")),
}

# The documented codes: the exception, and words that its cure must contain.
CODES: dict[int, tuple[type[NemoError], str]] = {
    **dict.fromkeys((1001, 1010, 1011), (TokenInvalid, "NEMO_TOKEN")),
    1002: (SessionNotFound, "start a new one"),
    2001: (OutOfCredits, "top up"),
    4001: (UnsupportedType, "mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac"),
    4002: (TooLarge, "compress or trim"),
    400: (ClientIdMissing, "UUID"),
    402: (ExportBlocked, "not about credits"),
    429: (RateLimited, "30 seconds"),
}

SAID = "words of the service"
# The documented envelopes; `code != 0` is an error whatever the HTTP status.
DIALECTS: dict[str, Callable[[int], tuple[int, object]]] = {
    "code, HTTP 200": lambda code: (200, {"code": code, "message": SAID, "data": None}),
    "code, HTTP error": lambda code: (
        code if code < 600 else 400,
        {"code": code, "message": SAID, "data": {}},
    ),
    "success, with code": lambda code: (400, {"success": False, "error": SAID, "code": code}),
    "success, nested": lambda code: (
        200,
        {"success": False, "error": {"code": str(code), "message": SAID}},
    ),
    "nested, HTTP error": lambda code: (403, {"error": {"code": code, "message": SAID}}),
    "detail": lambda code: (403, {"detail": {"code": code, "message": SAID}}),
    "another name": lambda code: (400, {"errorCode": str(code), "errorMessage": SAID}),
    "bare": lambda code: (422, {"error": SAID, "code": code}),
}


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("endpoint", ENDPOINTS)
def test_each_code_becomes_its_exception(
    endpoint: str, dialect: str, settings: Settings, clip: Path
) -> None:
    method, path = endpoint.split()
    with respx.mock(base_url=settings.api_url) as router, Nemo(settings) as nemo:
        for code, (kind, cure) in CODES.items():
            status, body = DIALECTS[dialect](code)
            router.request(method, path).mock(httpx.Response(status, json=body))
            with pytest.raises(kind) as caught:
                ENDPOINTS[endpoint](nemo, clip)
            assert type(caught.value) is kind
            assert caught.value.code == code
            assert caught.value.endpoint == endpoint
            assert cure in str(caught.value)
            assert SAID in str(caught.value)
    assert not list(clip.parent.glob("part*"))


def test_the_tables_are_complete() -> None:
    assert len(ENDPOINTS) == 11, "the reference lists eleven calls"
    assert set(CODES) == set(BY_CODE), "eight codes besides success, and two of the second gateway"
    assert len(CODES) == 10
    assert {code: kind for code, (kind, _) in CODES.items()} == BY_CODE
    public = {n for n in vars(Nemo) if not n.startswith("_")}
    helpers = {"close", "token", "more_credits", "send_client_id", "upload_urls", "download"}
    assert len(public - helpers) == len(ENDPOINTS)


PLAIN = [
    (401, "", TokenInvalid),
    (402, "", ExportBlocked),
    (413, "<h1>Too large</h1>", TooLarge),
    (415, "", UnsupportedType),
    (429, "slow down", RateLimited),
    (404, '{"detail":"Session not found: 7"}', SessionNotFound),
    (404, '{"detail":"Not Found"}', UnexpectedAnswer),
    (400, '{"detail":"There was an error parsing the body"}', UnexpectedAnswer),
    (422, '{"detail":[{"msg":"Field required","loc":["body"]}]}', UnexpectedAnswer),
    (302, "", UnexpectedAnswer),
    (500, "Internal Server Error", UnexpectedAnswer),
    (200, "<html>login</html>", UnexpectedAnswer),
    (200, "", UnexpectedAnswer),
    (200, "[" * 100_000, UnexpectedAnswer),
    (200, '{"code":9999,"message":"new"}', Refused),
    (200, '{"code":"1001"}', TokenInvalid),
]


@pytest.mark.parametrize(("status", "body", "kind"), PLAIN)
def test_answers_without_a_documented_envelope(
    status: int, body: str, kind: type[NemoError], answering: Callable[..., Nemo]
) -> None:
    nemo = answering(lambda request: httpx.Response(status, text=body))
    with pytest.raises(NemoError) as caught:
        nemo.credits()
    assert type(caught.value) is kind


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (409, {"success": False, "error": "duplicate id"}, DuplicateRender),
        (200, {"success": False, "error": "Render r already exists"}, DuplicateRender),
        (400, {"error": "render id already exists: r"}, DuplicateRender),
        (409, {"error": "another render of this session is running"}, RenderBusy),
        (200, {"success": False, "error": "no draft"}, RenderRejected),
        (200, {"success": False}, RenderRejected),
        (404, {}, UnexpectedAnswer),
        (500, {"error": "boom"}, UnexpectedAnswer),
    ],
)
def test_a_render_that_cannot_start(
    status: int, body: object, kind: type[NemoError], answering: Callable[..., Nemo]
) -> None:
    nemo = answering(lambda request: httpx.Response(status, json=body))
    with pytest.raises(NemoError) as caught:
        nemo.start_render("s", "r", b"{}", {})
    assert type(caught.value) is kind


def test_the_wait_that_the_service_asks_for_is_known(answering: Callable[..., Nemo]) -> None:
    for header, seconds in (("12", 12.0), ("soon", None), ("", None)):
        answer = httpx.Response(429, headers={"Retry-After": header})
        with pytest.raises(RateLimited) as caught:
            answering(lambda request, answer=answer: answer).credits()
        assert caught.value.retry_after == seconds


def test_out_of_credits_names_the_link_for_anonymous_users(answering: Callable[..., Nemo]) -> None:
    body = {"code": 2001, "message": "empty"}
    nemo = answering(lambda request: httpx.Response(200, json=body))
    with pytest.raises(OutOfCredits, match=r"top up at https://web\.test$"):
        nemo.credits()
    nemo.anonymous, nemo.user_id = True, "anon_1&x"
    link = r"register for more at https://web\.test/register\?bind=anon_1%26x$"
    with pytest.raises(OutOfCredits, match=link):
        nemo.credits()
    with pytest.raises(OutOfCredits, match=link):
        list(nemo.chat("s", "cut"))


def test_transport_failures(answering: Callable[..., Nemo]) -> None:
    table = {
        httpx.ConnectError("refused"): "Unreachable",
        httpx.ConnectTimeout("slow"): "Unreachable",
        httpx.ProxyError("no"): "Unreachable",
        httpx.ReadTimeout("slow"): "TimedOut",
        httpx.WriteTimeout("slow"): "TimedOut",
        httpx.ReadError("reset"): "StreamCut",
        httpx.RemoteProtocolError("cut"): "StreamCut",
        httpx.DecodingError("gzip"): "UnexpectedAnswer",
    }
    for error, name in table.items():

        def fail(request: httpx.Request, error: Exception = error) -> httpx.Response:
            raise error

        with pytest.raises(NemoError) as caught:
            answering(fail).credits()
        assert type(caught.value).__name__ == name


def test_an_instruction_is_refused_or_unknown(answering: Callable[..., Nemo]) -> None:
    """Raising says that it was not taken on; after a gateway's error nobody can say that."""

    def connect(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    with pytest.raises(Unreachable):
        list(answering(connect).chat("s", "cut"))
    for status in (500, 502, 503, 504):
        answer = httpx.Response(status, text="<h1>Bad Gateway</h1>")
        (closed,) = answering(lambda request, answer=answer: answer).chat("s", "cut")
        assert vars(closed) == {
            "clean": False,
            "reason": f"the service answered with HTTP {status}",
        }
    table = [
        httpx.Response(200, html="<html>hotel wifi</html>"),
        httpx.Response(200, json={"code": 0, "data": {}}),
        httpx.Response(404, json={"detail": "Not Found"}),
        httpx.Response(422, json={"detail": [{"msg": "Field required"}]}),
    ]
    for answer in table:
        with pytest.raises(UnexpectedAnswer):
            list(answering(lambda request, answer=answer: answer).chat("s", "cut"))
    answer = httpx.Response(404, json={"detail": "Session not found: s"})
    with pytest.raises(SessionNotFound):
        list(answering(lambda request: answer).chat("s", "cut"))


def test_a_code_inside_the_stream_is_reported(answering: Callable[..., Nemo]) -> None:
    body = f"data: {json.dumps({'code': 2001, 'message': 'empty'})}\n\n"
    headers = {"content-type": "text/event-stream"}
    nemo = answering(lambda request: httpx.Response(200, text=body, headers=headers))
    failed, closed = nemo.chat("s", "cut")
    assert vars(failed) == {"code": "2001", "message": "empty"}
    assert vars(closed) == {"clean": True, "reason": ""}


def test_the_tree_is_drawn_as_it_is() -> None:
    from nemo_spec.nemo import errors

    drawn = [line for line in (errors.__doc__ or "").splitlines() if line[:1] in "│├└N" and line]
    names = [line.strip("│├└─ ").split()[0] for line in drawn]
    depths = [(len(line) - len(line.lstrip("│├└─ "))) // 4 for line in drawn]
    for index, (name, depth) in enumerate(zip(names, depths, strict=True)):
        parent = next((names[i] for i in range(index, -1, -1) if depths[i] < depth), "Exception")
        assert getattr(errors, name).__base__.__name__ == parent
    defined = {n for n, v in vars(errors).items() if isinstance(v, type)}
    assert set(names) == defined
