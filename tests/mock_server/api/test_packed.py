"""Long JSON travels as gzip where the client asks for it, and says the same."""

from __future__ import annotations

import gzip

import pytest
from support.mock_server import Client

MANY = "show " + " ".join(f"title{number}" for number in range(60))


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate", "gzip"),
        ("deflate, GZIP;q=0.5", "gzip"),
        ("x-gzip", "gzip"),
        ("identity", None),
        ("br, deflate", None),
        ("gzip;q=0, *", None),
        ("gzip; q=0.000", None),
        ("gzippy", None),
    ],
)
def test_a_long_answer_is_packed_when_asked(client: Client, accepted: str, encoding: str | None):
    client.say(MANY)
    plain = client.get(path(client), headers={"Accept-Encoding": "identity"}).content
    with client.stream("GET", path(client), headers={"Accept-Encoding": accepted}) as answer:
        sent = b"".join(answer.iter_raw())
    assert answer.headers.get("Content-Encoding") == encoding
    assert int(answer.headers["Content-Length"]) == len(sent)
    assert (gzip.decompress(sent) if encoding else sent) == plain
    assert (len(sent) < len(plain) / 2) == bool(encoding)


def test_what_fits_into_a_packet_is_sent_as_it_is(client: Client):
    answer = client.get(path(client), headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


def path(client: Client) -> str:
    return f"/api/state/nemo_agent/me/{client.session}/latest"
