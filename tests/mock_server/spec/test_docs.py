"""Pages and descriptions that come from the tables, and the command line."""

from __future__ import annotations

import socket

import pytest
from support.mock_server import Client
from support.paths import ROOT

import mock_server
from mock_server.__main__ import main
from mock_server.api.calls import CALLS, PUBLISHED, SOCKET
from mock_server.faults.table import FAULTS
from mock_server.server import MockHandle
from mock_server.spec.facts import FACTS, NONE
from mock_server.spec.fidelity import page
from mock_server.spec.openapi import describe


def test_the_fidelity_page_is_fresh() -> None:
    """`python -m mock_server.spec.fidelity > docs/mock-fidelity.md` writes it."""
    assert (ROOT / "docs" / "mock-fidelity.md").read_text(encoding="utf-8") == page()


def test_facts_name_calls_and_have_ids_of_their_own() -> None:
    assert len({fact.id for fact in FACTS}) == len(FACTS)
    assert {fact.endpoint for fact in FACTS} <= {call.name for call in PUBLISHED} | {""}
    assert {call.name for call in PUBLISHED} <= {fact.endpoint for fact in FACTS}
    assert {fact.status for fact in FACTS if fact.source == NONE} == {"assumed"}


def test_facts_speak_of_faults_that_exist() -> None:
    named = {
        word.strip("`,.;") for fact in FACTS for word in fact.how.split("fault")[1:] for word in
        word.split()[:1] if word.startswith("`")
    }  # fmt: skip
    assert named
    assert named <= set(FAULTS)


def test_openapi_knows_every_call() -> None:
    document = describe("http://127.0.0.1:1")
    found = {
        (method.upper(), path) for path, methods in document["paths"].items() for method in methods
    }
    assert found == {(call.method, call.path) for call in CALLS}
    assert len(found) == len(CALLS)


def test_the_index_and_the_descriptions_are_served(client: Client) -> None:
    index = client.get("/_mock").json()
    assert set(index["faults"]) == set(FAULTS)
    assert set(index["calls"]) == {call.name for call in (*CALLS, *SOCKET)}
    assert client.get("/_mock/openapi.json").json()["servers"] == [{"url": str(client.base_url)}]
    assert len(client.get("/_mock/fidelity").json()["facts"]) == len(FACTS)
    assert client.get("/_mock/bugs").json() == {"bugs": []}
    assert client.get("/_mock/settings").json()["silent"] == 0
    assert client.post("/_mock/settings", json={"silent": 0.5}).json()["silent"] == 0.5


def test_the_fixture(nemo_mock: MockHandle) -> None:
    assert nemo_mock.url.startswith("http://127.0.0.1:")
    assert nemo_mock.requests() == []


@pytest.mark.parametrize(
    "argv",
    [["--fault", "gremlin"], ["--speed", "-1"], ["--credits", "-5"], ["--data", "/dev/null/x"]],
)
def test_wrong_options_end_with_two(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    assert capsys.readouterr().err.startswith("python -m mock_server: ")


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 2
        with pytest.raises(OSError), mock_server.start(port=port):  # noqa: PT011
            pass


@pytest.mark.parametrize("options", [{"dialect": "x"}, {"faults": ["nope"]}, {"speed": -1}])
def test_wrong_options_raise_value_errors(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"x|nope|speed"), mock_server.start(**options):
        pass
