"""Tokens of every shape, and servers that give them back in every place and disguise."""

from __future__ import annotations

import html
import json
import logging
import re
from base64 import b64encode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from nemo_spec.nemo import text
from nemo_spec.nemo.client import Nemo, claim_link
from nemo_spec.nemo.errors import BadSetting, NemoError, UnexpectedAnswer, Unreachable
from nemo_spec.nemo.http import translate
from nemo_spec.nemo.models import AnonymousToken
from nemo_spec.nemo.settings import Settings
from nemo_spec.nemo.text import clean, clean_line, conceal, mask, masked, may_hold_token

API = "https://api.test"
LONG = "of-a-user/without+prefix=and.it.is.long"
TOKENS = [
    LONG,
    "8charact",
    r"a.*b+c?[d](e){2}|^$\1",
    "quote\"back\\slash'and</tag>&amp;",
    "100%25%2Fpercent",
    "nmv_usr_AbC-123.x=",
    b64encode(b"a token that is base64").decode(),
    "~!@#$^&*()_+`{}|:<>?",
]


@pytest.fixture(autouse=True)
def forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test begins without secrets."""
    monkeypatch.setattr(text, "_secrets", ())


def every(character: str) -> str:
    return "".join(f"\\u{ord(c):04x}" for c in character)


DISGUISES: dict[str, Callable[[str], str]] = {
    "plain": str,
    "percent": lambda t: quote(t, safe=""),
    "percent, lower case": lambda t: "".join(f"%{ord(c):02x}" for c in t),
    "percent twice": lambda t: quote(quote(t, safe=""), safe=""),
    "JSON": lambda t: json.dumps(t)[1:-1],
    "JSON in JSON": lambda t: json.dumps(json.dumps(t))[3:-3],
    "JSON, every character": every,
    "JSON, one character": lambda t: t[:3] + every(t[3]).upper().replace("U", "u") + t[4:],
    "JSON, slashes": lambda t: t.replace("\\", "\\\\").replace("/", "\\/"),
    "repr": lambda t: repr(t)[1:-1],
    "bytes": lambda t: repr(t.encode())[2:-1],
    "HTML": html.escape,
    "HTML, numbers": lambda t: "".join(f"&#{ord(c)};" for c in t),
    "HTML, hexadecimal": lambda t: "".join(f"&#x{ord(c):X};" for c in t),
    "base64": lambda t: b64encode(t.encode()).decode(),
    "base64 behind one": lambda t: b64encode(f"a{t}b".encode()).decode(),
    "base64 behind two": lambda t: b64encode(f"id{t}:x".encode()).decode(),
    "base64 of the header": lambda t: urlsafe_b64encode(f"Bearer {t}".encode()).decode(),
}


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_a_token_is_masked_in_every_disguise(disguise: str, token: str) -> None:
    conceal(token)
    hidden = DISGUISES[disguise](token)
    shown = mask(f"it says <{hidden}> there")
    left = re.fullmatch(r"it says <(.*)> there", shown)
    assert left, shown
    assert left[1] in ("***", "nmv_usr_***", "QmVhcm***")  # the last begins with Bear
    assert mask("nothing to hide in 100%2F, \\u0041 and &amp;") == (
        "nothing to hide in 100%2F, \\u0041 and &amp;"
    )


@pytest.mark.parametrize("limit", [20, 40, 120, 300])
@pytest.mark.parametrize("before", [0, 5, 90, 270, 290, 2_390, 5_970, 5_990])
def test_what_is_cut_off_is_masked_first(before: int, limit: int) -> None:
    """33 of 39 characters were shown where the cut went through the token."""
    conceal(LONG)
    for filler in ("x", " ", "\x1b[0m", "\u200b"):
        shown = clean_line(filler * before + LONG + " end", limit)
        assert LONG[:8] not in shown, shown
        assert LONG[-8:] not in shown, shown


@pytest.mark.parametrize("length", range(12, len(LONG)))
def test_what_somebody_else_has_cut_off_is_masked(length: int) -> None:
    conceal(LONG)
    assert mask(f"bad token {LONG[:length]}… and {LONG}") == "bad token ***… and ***"


@pytest.mark.parametrize("sequence", ["\x1b[", "\x9b", "\x1b]0;", "\x1b", "\x1b[31"])
def test_no_sequence_swallows_the_beginning_of_a_token(sequence: str) -> None:
    conceal(LONG)
    assert LONG[1:] not in clean(f"Bearer {sequence}{LONG}")
    assert LONG[4:] not in clean(f"Bearer {LONG[:3]}\u200b\x00{LONG[3:]}")


def test_values_are_masked_all_the_way_down() -> None:
    conceal(LONG)
    value = {"a": [{"b": f"x{LONG}"}, 1, None, True], LONG: {"c": LONG}}
    assert masked(value) == {"a": [{"b": "x***"}, 1, None, True], "***": {"c": "***"}}


@pytest.mark.parametrize("token", TOKENS)
@pytest.mark.parametrize("disguise", DISGUISES)
def test_no_quick_look_misses_a_token(disguise: str, token: str) -> None:
    conceal(token)
    assert not may_hold_token(b'{"type": "text", "content": "Done \\n \\" it"}')
    for shape in ("{}", "before {} behind", '"{}"'):
        content = [shape.replace("{}", DISGUISES[disguise](token))]
        for ascii_only in (True, False):
            assert may_hold_token(json.dumps(content, ensure_ascii=ascii_only).encode())


def test_many_tokens_in_one_process_are_no_burden() -> None:
    conceal("the-one-in-use")
    for number in range(5_000):
        conceal(f"token-of-recipe-{number:05}")
        conceal("the-one-in-use")
    assert len(text._secrets) <= 100
    assert mask("token-of-recipe-04999") == "***"


@pytest.mark.parametrize("token", ["short", "1234567"])
def test_a_token_that_could_not_be_masked_is_refused(token: str) -> None:
    with pytest.raises(BadSetting, match="too short"):
        Settings(token=token)
    with pytest.raises(BadSetting, match="too short"):
        Nemo(Settings(), token)


# Streams and answers


def server(handler: Callable[[httpx.Request], httpx.Response], token: str) -> Nemo:
    return Nemo(Settings(api_url=API, token=token), transport=httpx.MockTransport(handler))


def always(body: object, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    return lambda request: httpx.Response(200, json=body, headers=headers)


@pytest.mark.parametrize("token", TOKENS)
def test_no_event_of_a_stream_holds_the_token(token: str) -> None:
    escaped = json.dumps(token)[1:-1]
    one_by_one = "".join(f"\\u{ord(c):04x}" for c in token)
    lines = [
        f'{{"type": "{kind}", "content": "{t}", "name": "{t}", "args": {{"{t}": ["{t}"]}}, '
        f'"result": {{"error": "{t}"}}, "message": "{t}"}}'
        for kind in ("text", "tool_call", "tool_result", "error", "never heard of")
        for t in (escaped, one_by_one)
    ]
    adk = {
        "author": token,
        "content": {"parts": [{"text": token}, {"functionCall": {"name": token, "args": {}}}]},
        "errorCode": token,
        "errorMessage": token,
    }
    lines += [json.dumps(adk), token, f'{{"error": "{token}', json.dumps([token])]
    body = "".join(f"data: {line}\n\n" for line in lines)
    stream = {"content-type": "text/event-stream"}
    with server(lambda request: httpx.Response(200, text=body, headers=stream), token) as nemo:
        events = list(nemo.chat("s", "x"))
    assert len(events) >= len(lines)
    for event in events:
        for disguise in (str, quote, repr):
            assert disguise(token) not in repr(event)


WITH_TOKEN = ["{}", "x{}", "{}x", "a/../{}?q={}"]
"""In the place of an id."""


def disguised(token: str) -> Iterator[str]:
    for shape in WITH_TOKEN:
        yield shape.replace("{}", token)
    yield quote(token, safe="")
    yield b64encode(token.encode()).decode()


@pytest.mark.parametrize("token", TOKENS)
def test_a_token_in_the_place_of_an_id_is_refused(token: str) -> None:
    session = {"session_id": "551", "task_id": "task_1", "user_id": "anon_1"}
    calls: dict[str, Callable[[Nemo], object]] = {
        "session_id": lambda nemo: nemo.create_session("x", "en"),
        "task_id": lambda nemo: nemo.create_session("x", "en"),
        "claim_token": lambda nemo: nemo.claim_token("task_1", "551"),
        "id": lambda nemo: nemo.start_render("551", "render_1", b"{}", {}),
        "id ": lambda nemo: nemo.render("render_1"),
        "task_id ": lambda nemo: nemo.state("551"),
        "session_id ": lambda nemo: nemo.state("551"),
    }
    for name, call in calls.items():
        for value in disguised(token):
            body = {**session, "status": "pending", name.strip(): value}
            with server(always({"code": 0, "data": body}), token) as nemo:
                with pytest.raises(UnexpectedAnswer, match="lacks a usable") as caught:
                    call(nemo)
                assert token not in repr(caught.value) + str(caught.value)


@pytest.mark.parametrize("token", TOKENS)
def test_no_address_is_made_of_the_token(token: str, tmp_path: Path) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(200, json={"code": 0, "data": {}})

    with server(handler, token) as nemo:
        for value in disguised(token):
            calls: list[Callable[[str], object]] = [
                nemo.state,
                nemo.render,
                nemo.cancel_render,
                lambda one: nemo.upload_urls(one, []),
                lambda one: nemo.download_render(one, tmp_path / "part"),
                lambda one: nemo.download(f"{API}/{one}", tmp_path / "part"),
                lambda one: nemo.download(f"https://cdn.test/f?t={one}", tmp_path / "part"),
                lambda one: claim_link(nemo.settings, one),
            ]
            for call in calls:
                with pytest.raises(NemoError):
                    call(value)
            nemo.user_id, nemo.anonymous = value, True
            assert nemo.more_credits == "top up at https://nemovideo.com"
    assert asked == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["https://cdn.test/{}", "/file?t={}", "/{}"])
def test_a_redirect_does_not_bring_the_token_into_an_address(target: str, tmp_path: Path) -> None:
    asked: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return httpx.Response(302, headers={"location": target.replace("{}", quote(LONG))})

    with server(handler, LONG) as nemo, pytest.raises(Unreachable) as caught:
        nemo.download(f"{API}/file", tmp_path / "part")
    assert asked == [f"{API}/file"]
    assert LONG not in str(caught.value)


def test_an_output_address_with_the_token_is_none() -> None:
    """The service itself hands the file out as well."""
    body = {"id": "r", "status": "completed", "outputUrl": f"https://cdn.test/r.mp4?key={LONG}"}
    with server(always({"success": True, "data": body}), LONG) as nemo:
        job = nemo.render("r")
    assert job.url is None
    assert LONG not in repr(job.raw)


def test_names_and_addresses_in_a_state_are_masked() -> None:
    file = {"filename": LONG, "file_type": LONG, "hash": LONG, "cdn_url": f"https://c.test/{LONG}"}
    state = {"draft": {"t": [LONG]}, "video_infos": [file], "canvas_config": {}}
    body = {"session_id": "551", "task_name": LONG, "state": state, "more": [LONG]}
    with server(always({"code": 0, "data": body}), LONG) as nemo:
        found = nemo.state("551")
    assert LONG not in repr(found.model_copy(update={"draft": {}, "draft_json": b""}))
    assert json.loads(found.draft_json) == {"t": [LONG]}, "the draft goes to render as it came"


def test_a_user_who_is_called_like_the_token_is_nobody() -> None:
    body = {"token": LONG, "user_id": f"anon_{LONG}"}
    with server(always({"code": 0, "data": body}), "another-token") as nemo:
        found = nemo.anonymous_token("client")
    assert (found.token, found.user_id) == (LONG, "")
    assert AnonymousToken(token="a-third-token", user_id="anon_1").user_id == "anon_1"


def test_the_note_beside_a_download_holds_no_token(tmp_path: Path) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        headers = {"etag": f'"{LONG}"', "content-type": "video/mp4", "content-length": "99"}
        return httpx.Response(200, content=b"x" * 10, headers=headers)

    with server(handler, LONG) as nemo, pytest.raises(NemoError):
        nemo.download(f"{API}/file", tmp_path / "part")
    notes = [path for path in tmp_path.iterdir() if path.suffix == ".json"]
    assert [LONG in path.read_text("utf-8") for path in notes] == [False]


# What the libraries say


def test_what_httpx_complains_about_is_masked_before_it_is_cut() -> None:
    conceal(LONG)
    for before in range(60, 121):
        error = httpx.RemoteProtocolError("x" * before + LONG)
        assert LONG[:8] not in str(translate(error, "GET /"))


def test_what_the_libraries_log_is_masked(caplog: pytest.LogCaptureFixture) -> None:
    conceal(LONG)
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2"):
        logging.getLogger(name).debug("received %r", [(b"X-Echo", LONG.encode())])
    assert len(caplog.records) == 4
    assert LONG not in caplog.text
    assert caplog.text.count("***") == 4
