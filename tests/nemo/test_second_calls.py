"""The settings and the calls of the second gateway's client, besides the conversation."""

from __future__ import annotations

import json

import httpx
import pytest
from support.nemo import TOKEN

from nemo_spec.nemo.errors import BadSetting, NotOffered, SessionNotFound, UnexpectedAnswer
from nemo_spec.nemo.gateways import client_of
from nemo_spec.nemo.paths_at_service import with_addresses
from nemo_spec.nemo.second_gateway import SecondGateway
from nemo_spec.nemo.settings import API_URL, SECOND_API_URL, Settings


@pytest.mark.parametrize(
    ("url", "wanted", "found"),
    [
        (API_URL, "", "first"),
        (API_URL, "second", "first"),
        (SECOND_API_URL, "", "second"),
        (SECOND_API_URL, "first", "second"),
        ("http://127.0.0.1:1", "", "first"),
        ("http://127.0.0.1:1", "second", "second"),
        ("https://lab.test", "second", "second"),
    ],
)
def test_the_host_names_the_gateway_else_the_setting(url: str, wanted: str, found: str):
    settings = Settings(api_url=url, gateway=wanted)
    assert settings.gateway == found
    with client_of(settings) as nemo:
        assert isinstance(nemo, SecondGateway) is (found == "second")


def test_a_gateway_nobody_knows():
    with pytest.raises(BadSetting, match="NEMO_GATEWAY is 'third'"):
        Settings(gateway="third")


def test_the_token_goes_into_no_address_that_others_can_read():
    with pytest.raises(BadSetting, match="https"):
        Settings(api_url="http://lab.test", gateway="second", http_hosts=("lab.test",))
    Settings(api_url="http://lab.test", gateway="first", http_hosts=("lab.test",))


def answering(body: object) -> SecondGateway:
    settings = Settings(api_url="https://second.test", token=TOKEN, gateway="second")
    text = body if isinstance(body, str) else json.dumps(body)
    return SecondGateway(
        settings, transport=httpx.MockTransport(lambda _: httpx.Response(200, text=text))
    )


def test_what_it_lacks_is_said():
    with answering({}) as nemo:
        for call in (
            lambda: nemo.anonymous_token("x"),
            lambda: nemo.claim_token("p", "p~1"),
            lambda: nemo.cancel_render("r"),
            lambda: nemo.upload_urls("p~1", ["https://x.test/a.mp4"]),
        ):
            with pytest.raises(NotOffered, match=r"the second gateway .* – "):
                call()


def test_a_state_keeps_the_bytes_of_its_draft():
    draft = '{ "t" : [ ],"d":1.0, "é":"\\u00e9" }'
    files = '"files:a":[{"cdn_url":"https://c.test/1","s3_key":"u/p/talk.mp4"},7,{"s3_key":5}]'
    body = f'{{"code":0,"data":{{"projectName":"n","project":{{"timeline_draft":{draft},{files},"x":1}}}}}}'
    with answering(body) as nemo:
        state = nemo.state("p~1")
    assert state.draft_json == draft.encode()
    assert [(one.filename, one.cdn_url) for one in state.video_infos] == [
        ("talk.mp4", "https://c.test/1")
    ]
    assert (state.session_id, state.task_id, state.task_name) == ("p~1", "p", "n")


@pytest.mark.parametrize("data", [None, [], {}, {"project": None}, {"project": 7}, "x"])
def test_a_state_of_the_wrong_shape(data: object):
    with answering({"code": 0, "data": data}) as nemo, pytest.raises(UnexpectedAnswer):
        nemo.state("p~1")


def test_an_empty_project_has_no_draft():
    with answering({"code": 0, "data": {"project": {}}}) as nemo:
        assert nemo.state("p~1").draft_json == b""


@pytest.mark.parametrize("data", [{}, {"project_id": "p"}, {"project_id": "p", "session": {}},
                                  {"project_id": "../x", "session": {"session_id": "1"}}, 5])  # fmt: skip
def test_a_project_of_the_wrong_shape(data: object):
    with answering({"code": 0, "data": data}) as nemo, pytest.raises(UnexpectedAnswer):
        nemo.create_session("n", "en")


@pytest.mark.parametrize("data", [{}, {"sessions": []}, {"sessions": [{}]}, {"sessions": 5}])
def test_a_project_without_a_session(data: object):
    with answering({"code": 0, "data": data}) as nemo, pytest.raises(SessionNotFound):
        list(nemo.chat("proj_1", "x"))


def test_paths_become_addresses_and_nothing_else_changes():
    draft = (
        b'{"src":"/mnt/userdata/a/b/talk.mp4" ,"o":"/mnt/userdata/x.mp4","t":"see /mnt/userdata/"}'
    )
    found = with_addresses(draft, lambda: {"talk.mp4": "https://c.test/9"})
    assert found == draft.replace(b"/mnt/userdata/a/b/talk.mp4", b"https://c.test/9")
    assert with_addresses(b'{"src":"talk.mp4"}', lambda: 1 / 0) == b'{"src":"talk.mp4"}'  # type: ignore[arg-type,return-value]
