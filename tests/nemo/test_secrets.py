"""The token appears nowhere but in the one header, and settings are refused without showing it."""

import logging
import re
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from support.nemo import API, TOKEN, RawServer
from support.nemo_streams import CHUNKED, chunk, sending

from nemo_spec.nemo.client import Nemo, claim_link
from nemo_spec.nemo.errors import BadSetting, NemoError
from nemo_spec.nemo.models import AnonymousToken, ClaimToken
from nemo_spec.nemo.settings import Settings, detect_platform
from nemo_spec.run.session.auth import SavedToken

CLAIM = "clm_ThatOpensTheSession"
USER_TOKEN = "of-a-user/without+prefix"


def test_no_repr_and_no_text_shows_a_token(settings: Settings) -> None:
    nemo = Nemo(settings)
    shown = [
        settings,
        nemo,
        AnonymousToken(token=TOKEN),
        ClaimToken(claim_token=CLAIM),
        SavedToken(TOKEN, API),
    ]
    for value in shown:
        assert not {TOKEN, CLAIM} & set(re.split(r"\W", repr(value) + str(value)))
    nemo.close()


@pytest.mark.parametrize("token", [TOKEN, USER_TOKEN])
def test_a_server_that_echoes_the_token_is_masked_everywhere(
    token: str, raw: RawServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = b'{"code":2001,"message":"%s"}' % token.encode()
    head = b"HTTP/1.1 200 OK\r\nConnection: close\r\n"  # or the next call may meet the closing
    answer = head + b"Content-Length: %d\r\n\r\n" % len(body) + body
    event = chunk(
        b'data: {"type":"text","content":"%s"}\n\n' % token.encode()
        + b'data: {"unknown":"%s"}\n\n' % token.encode()
        + b'data: {"error": "Bearer "%s"}\n\n' % token.encode()
    )
    cut = head + b"Content-Length: 99\r\n\r\n"
    stream = CHUNKED.removesuffix(b"\r\n") + b"Connection: close\r\n\r\n"
    raw.script(sending(answer), sending(stream, event, b"0\r\n\r\n"), sending(cut), sending(answer))
    shown: list[str] = []
    with Nemo(Settings(api_url=raw.url, token=token)) as nemo:
        calls: list[Callable[[], object]] = [
            nemo.credits,
            lambda: list(nemo.chat("s", "x")),
            nemo.credits,
            lambda: nemo.download_render("r", tmp_path / "part"),
        ]
        for call in calls:
            try:
                shown += map(repr, [call()])
            except NemoError as error:
                shown += [str(error), repr(error), repr(vars(error))]
                shown += traceback.format_exception(error)
    assert len(raw.requests) == 4
    assert all(token.encode() in r.split(b"\r\n\r\n")[0] for r in raw.requests)
    assert not any(token.encode() in r.split(b"\r\n")[0] for r in raw.requests), "in an address"
    assert len(shown) > 8
    assert not any(token in text for text in shown)
    assert caplog.records
    assert not any(token in record.getMessage() for record in caplog.records)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NEMO_TOKEN", "nmv_usr_secret\nX-Evil: 1"),
        ("NEMO_TOKEN", "nmv_usr_secret word"),
        ("NEMO_TOKEN", "nmv_usr_secrét"),
        ("NEMO_TOKEN", "secret7"),
        ("NEMO_CLIENT_ID", "a\r\nb"),
        ("NEMO_CLIENT_ID", "x" * 65),
        ("SKILL_SOURCE", "my agent"),
        ("NEMO_API_URL", "api.test"),
        ("NEMO_API_URL", "ftp://api.test"),
        ("NEMO_API_URL", "https://"),
        ("NEMO_API_URL", "https://[bad"),
        ("NEMO_API_URL", "https://api.test:99999"),
        ("NEMO_API_URL", "https://me:secret@api.test"),
        ("NEMO_API_URL", "https://api.test?token=secret"),
        ("NEMO_API_URL", "https://api.test#secret"),
        ("NEMO_API_URL", "https://api.test/\x1b[2J"),
        ("NEMO_WEB_URL", "javascript:alert(1)"),
    ],
)
def test_settings_that_cannot_be_used(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name) as caught:
        Settings.from_env({name: value}, Path("/home/ada"))
    assert "secr" not in str(caught.value)
    assert "\x1b" not in str(caught.value)
    with pytest.raises(BadSetting), Nemo(Settings()) as nemo:
        nemo.token = "nmv_usr_secret\n"


@pytest.mark.parametrize("name", ["NEMO_API_URL", "NEMO_WEB_URL"])
@pytest.mark.parametrize(
    "address",
    [
        "http://api.test",
        "HTTP://API.TEST:80",
        "http://10.0.0.1:8765",
        "http://127.0.0.1.evil.test",
        "http://127.0.0.2",
        "http://localhost.evil.test",
        "http://localhost%2eevil.test",
        "http://0.0.0.0",
        "http://[::ffff:10.0.0.1]",
        "http://2130706433",
    ],
)
def test_no_token_goes_unencrypted_to_another_machine(name: str, address: str) -> None:
    for allowed in ("", "another.test", "*", "1", "evil.test"):
        env = {name: address, "NEMO_ALLOW_HTTP": allowed, "NEMO_TOKEN": TOKEN}
        with pytest.raises(BadSetting, match=f"{name} is an http address.*set NEMO_ALLOW_HTTP="):
            Settings.from_env(env, Path("/home/ada"))
    with pytest.raises(BadSetting, match="write https"):
        replace(Settings(), **{name.removeprefix("NEMO_").lower(): address})


def test_http_is_for_this_machine_and_for_hosts_that_are_named() -> None:
    for host in ("127.0.0.1:8765", "localhost", "LOCALHOST:1", "[::1]:8765"):
        assert Settings(api_url=f"http://{host}", web_url=f"http://{host}").token is None
    allowed = {"NEMO_API_URL": "http://Lab.test:8080", "NEMO_ALLOW_HTTP": "other, LAB.test"}
    settings = Settings.from_env(allowed, Path("/home/ada"))
    assert settings.api_url == "http://Lab.test:8080"
    with pytest.raises(BadSetting):
        replace(settings, api_url="http://elsewhere.test")


def test_what_is_allowed_for_one_host_is_not_for_where_it_redirects_to(tmp_path: Path) -> None:
    sent: list[tuple[str, bool]] = []

    def handler(request: httpx.Request) -> httpx.Response:
        sent.append((str(request.url), "authorization" in request.headers))
        to = "http://elsewhere.test/f" if len(sent) == 1 else "http://lab.test/f"
        return httpx.Response(302, headers={"location": to})

    settings = Settings(api_url="http://lab.test", token=TOKEN, http_hosts=("lab.test",))
    with Nemo(settings, transport=httpx.MockTransport(handler)) as nemo, pytest.raises(NemoError):
        nemo.download("http://lab.test/f", tmp_path / "part")
    assert sent[0] == ("http://lab.test/f", True)
    assert len(sent) > 2
    assert not any(with_token for _, with_token in sent[1:])


def test_settings_from_the_environment(tmp_path: Path) -> None:
    empty = dict.fromkeys(
        ("NEMO_API_URL", "NEMO_WEB_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE"), " "
    )
    for env in ({}, empty):
        default = Settings.from_env(env, tmp_path)
        assert default.api_url == "https://mega-api-prod.nemovideo.ai"
        assert default.web_url == "https://nemovideo.com"
        assert (default.token, default.client_id, default.platform) == (None, None, "unknown")
    given = Settings.from_env(
        {
            "NEMO_API_URL": "http://127.0.0.1:8000/",
            "NEMO_WEB_URL": "http://127.0.0.1:8000",
            "NEMO_TOKEN": " nmv_usr_x\n",
            "NEMO_CLIENT_ID": "me",
            "SKILL_SOURCE": "agent",
        },
        tmp_path,
    )
    assert (given.api_url, given.token) == ("http://127.0.0.1:8000", "nmv_usr_x")
    assert (given.client_id, given.platform) == ("me", "agent")
    assert given.attribution["X-Skill-Platform"] == "agent"


@pytest.mark.parametrize(
    ("place", "platform"),
    [
        (".clawhub/x/nemo/settings.py", "clawhub"),
        (".cursor/skills/x/settings.py", "cursor"),
        (".cursor/settings.py", "unknown"),
        (".clawhub2/settings.py", "unknown"),
        ("work/settings.py", "unknown"),
    ],
)
def test_the_platform_is_where_the_package_lies(place: str, platform: str, tmp_path: Path) -> None:
    assert detect_platform(tmp_path / place, tmp_path) == platform
    linked = tmp_path / "linked"
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).touch()
    linked.symlink_to(tmp_path / place)
    assert detect_platform(linked, tmp_path) == platform
    settings = Settings.from_env({}, tmp_path, installed=tmp_path / place)
    assert settings.platform == platform


def test_a_claim_link_never_carries_an_api_token(settings: Settings) -> None:
    link = claim_link(settings, "clm_a b&c")
    assert link == "https://web.test/workspace/claim?ct=clm_a%20b%26c"
    for token in (TOKEN, "nmv_usr_other"):
        with pytest.raises(BadSetting):
            claim_link(settings, token)


def test_what_check_and_plan_need_does_not_load_the_http_client() -> None:
    modules = ("files", "text", "errors", "events", "settings", "route", "reply_text")
    imports = "; ".join(f"import nemo_spec.nemo.{name}" for name in modules)
    code = f"import sys; {imports}; import nemo_spec.run.session.auth, nemo_spec.run.clock; " + (
        "print([m for m in ('httpx', 'pydantic', 'httpcore') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_httpx_stays_inside_the_package() -> None:
    import nemo_spec

    root = Path(nemo_spec.__file__).parent
    importing = {
        path.relative_to(root).parts[0]
        for path in root.rglob("*.py")
        for line in path.read_text("utf-8").splitlines()
        if line.startswith(("import httpx", "from httpx"))
    }
    assert importing == {"nemo"}


def test_a_redirected_call_keeps_the_token_home(
    answering: Callable[..., Nemo],
) -> None:
    """Calls are never redirected: a moved service has to be named by the user."""
    seen: list[str] = []

    def handler(request: httpx.Request) -> httpx.Response:
        seen.append(str(request.url))
        return httpx.Response(307, headers={"location": "https://evil.example/"})

    nemo = answering(handler)
    for call in (nemo.credits, lambda: list(nemo.chat("s", "x"))):
        with pytest.raises(NemoError, match="HTTP 307"):
            call()
    assert [url.startswith(API) for url in seen] == [True, True]
