"""TLS is verified wherever it is spoken; where it is not, no certificates are loaded."""

from __future__ import annotations

import ssl
from typing import Any

import httpx
import pytest

from nemo_spec.nemo import http
from nemo_spec.nemo.http import Caller
from nemo_spec.nemo.settings import Settings


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[ssl.SSLContext]:
    """The contexts with certificates that were made."""
    made = list[ssl.SSLContext]()

    def create() -> ssl.SSLContext:
        made.append(ssl.create_default_context())
        return made[-1]

    monkeypatch.setattr(http, "certificates", create)
    return made


def context_of(client: httpx.Client) -> Any:
    return client._transport._pool._ssl_context  # type: ignore[attr-defined]


def test_a_service_with_tls_is_verified(loaded: list[ssl.SSLContext]):
    caller = Caller(Settings(api_url="HTTPS://api.test"), None)
    assert context_of(caller.calls) is context_of(caller.streams) is loaded[0]
    assert loaded[0].cert_store_stats()["x509_ca"]


def test_a_service_without_tls_loads_nothing_and_trusts_nobody(loaded: list[ssl.SSLContext]):
    caller = Caller(Settings(api_url="http://127.0.0.1:9"), None)
    for client in (caller.calls, caller.streams):
        context = context_of(client)
        assert context.verify_mode == ssl.CERT_REQUIRED
        assert context.check_hostname
        assert not context.get_ca_certs()
    assert not loaded


def test_an_output_address_elsewhere_is_verified_all_the_same(loaded: list[ssl.SSLContext]):
    caller = Caller(Settings(api_url="http://127.0.0.1:9"), None)
    client = caller.client_for("https://files.test/video.mp4")
    assert client is caller.files
    assert context_of(client) is loaded[0]
    assert len(loaded) == 1
