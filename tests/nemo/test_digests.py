"""A file whose server says its digest is proven to be the one that was sent, or is refused."""

import hashlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from support.nemo_streams import VIDEO

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import StreamCut, UnexpectedAnswer

Answering = Callable[[Callable[[httpx.Request], httpx.Response]], Nemo]
URL = "https://cdn.test/r.mp4"


def said(content: bytes) -> str:
    return f"sha-256=:{b64encode(hashlib.sha256(content).digest()).decode()}:"


RIGHT, OTHER = said(VIDEO), said(VIDEO[:-1] + b"?")


class Server:
    """Sends the video with this field, `first` bytes of it at first."""

    def __init__(self, digest: str | None, first: int = len(VIDEO)) -> None:
        self.headers = {} if digest is None else {"Repr-Digest": digest}
        self.first = first
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        headers = {**self.headers, "Content-Type": "video/mp4", "ETag": '"v1"'}
        start, end = self.first * (len(self.requests) > 1), len(VIDEO)
        sent = VIDEO[start:] if start else VIDEO[: self.first]
        headers["Content-Length"] = str(end - start)
        if start:
            headers["Content-Range"] = f"bytes {start}-{end - 1}/{end}"
        return httpx.Response(206 if start else 200, headers=headers, stream=Body(sent))


class Body(httpx.SyncByteStream):
    def __init__(self, content: bytes) -> None:
        self.content = content

    def __iter__(self):
        yield self.content


@pytest.mark.parametrize(
    ("digest", "is_proven"),
    [
        (RIGHT, True),
        (f"md5=:AAAAAAAAAAAAAAAAAAAAAA==:, {RIGHT}", True),
        (None, False),
        ("", False),
        ("sha-512=:AAAA:", False),
        ("sha-256=AAAA", False),
        (OTHER.replace("sha-256", "x-sha-256"), False),
    ],
)
def test_a_file_is_proven_by_a_digest_that_can_be_read(
    digest: str | None, is_proven: bool, answering: Answering, tmp_path: Path
):
    server = Server(digest)
    assert answering(server).download(URL, tmp_path / "part") == (len(VIDEO), is_proven)
    assert server.requests[0].headers["want-repr-digest"] == "sha-256=10"


def test_a_file_with_another_digest_is_not_kept(answering: Answering, tmp_path: Path):
    with pytest.raises(UnexpectedAnswer, match="not the one that was sent"):
        answering(Server(OTHER)).download(URL, tmp_path / "part")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("digest", [RIGHT, OTHER])
def test_the_digest_beside_the_rest_of_a_file_is_that_of_the_whole(
    digest: str, answering: Answering, tmp_path: Path
):
    nemo = answering(Server(digest, first=1000))
    with pytest.raises(StreamCut):
        nemo.download(URL, tmp_path / "part")
    if digest == RIGHT:
        assert nemo.download(URL, tmp_path / "part").is_proven
        return
    with pytest.raises(UnexpectedAnswer):
        nemo.download(URL, tmp_path / "part")
