"""Downloads: resumed after a drop at any byte, never mixed from two files, checked for size, and the
token goes to nobody else."""

import json
import os
import zlib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from support.nemo import API, TOKEN, RawServer
from support.nemo_streams import VIDEO, sending

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import (
    NemoError,
    StreamCut,
    TimedOut,
    TokenInvalid,
    UnexpectedAnswer,
    Unreachable,
)
from nemo_spec.nemo.settings import Settings

Answering = Callable[[Callable[[httpx.Request], httpx.Response]], Nemo]


class Store:
    """A file server with ranges; `drop_at` cuts each answer after so many bytes of the file."""

    def __init__(self, content: bytes = VIDEO, etag: str = '"v1"') -> None:
        self.content, self.etag = content, etag
        self.drop_at: int | None = None
        self.ranges = True
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        asked = request.headers.get("range")
        same = request.headers.get("if-range", self.etag) == self.etag
        if not (asked and same and self.ranges):
            return self._answer(200, 0)
        start = int(asked.removeprefix("bytes=").rstrip("-"))
        if start >= len(self.content):
            return httpx.Response(416, headers={"Content-Range": f"bytes */{len(self.content)}"})
        return self._answer(206, start)

    def _answer(self, status: int, start: int) -> httpx.Response:
        total = len(self.content)
        headers = {"Content-Length": str(total - start), "Content-Type": "video/mp4"}
        if self.etag:
            headers["ETag"] = self.etag
        if status == 206:
            headers["Content-Range"] = f"bytes {start}-{total - 1}/{total}"
        return httpx.Response(status, headers=headers, stream=self._body(start))

    def _body(self, start: int) -> httpx.SyncByteStream:
        store = self

        class Body(httpx.SyncByteStream):
            def __iter__(self):
                end = len(store.content) if store.drop_at is None else store.drop_at
                for at in range(start, end, 1000):
                    yield store.content[at : min(at + 1000, end)]
                if end < len(store.content):
                    raise httpx.ReadError("reset")

        return Body()


def fetch(nemo: Nemo, part: Path, url: str = "https://cdn.test/r.mp4") -> int:
    return nemo.download(url, part).size


def test_a_download_is_whole_and_reports_progress(answering: Answering, tmp_path: Path) -> None:
    store, part = Store(), tmp_path / "r.mp4.part"
    progress: list[tuple[int, int]] = []
    size = (
        answering(store)
        .download(
            "https://cdn.test/r.mp4",
            part,
            lambda done, total: progress.append((done, total)),
            size=len(VIDEO),
        )
        .size
    )
    assert size == len(VIDEO)
    assert part.read_bytes() == VIDEO
    assert progress[-1] == (len(VIDEO), len(VIDEO))
    assert [p.name for p in tmp_path.iterdir()] == ["r.mp4.part"]


@hypothesis_settings(max_examples=20, deadline=None)
@given(drops=st.lists(st.integers(0, len(VIDEO) - 1), max_size=5).map(sorted), etag=st.booleans())
def test_any_drops_are_made_good(
    drops: list[int], etag: bool, answering: Answering, tmp_path: Path
) -> None:
    store, part = Store(etag='"v1"' if etag else ""), tmp_path / "part"
    part.unlink(missing_ok=True)
    nemo = answering(store)
    for drop in drops:
        store.drop_at = drop
        with pytest.raises(StreamCut):
            fetch(nemo, part)
        assert part.read_bytes() == VIDEO[:drop]
    store.drop_at = None
    assert fetch(nemo, part) == len(VIDEO)
    assert part.read_bytes() == VIDEO
    asked = [r.headers.get("range") for r in store.requests]
    before = [0, *drops]
    assert asked == [f"bytes={have}-" if have else None for have in before]


@pytest.mark.parametrize("ranges", [True, False])
@pytest.mark.parametrize("etag", ['"v2"', "", 'W/"v1"'])
@pytest.mark.parametrize(
    "content", [VIDEO[::-1] + b"longer", VIDEO[::-1]], ids=["longer", "as_long"]
)
def test_a_file_that_changed_is_fetched_anew(
    content: bytes, etag: str, ranges: bool, answering: Answering, tmp_path: Path
) -> None:
    store, part = Store(), tmp_path / "part"
    nemo = answering(store)
    store.drop_at = 3000
    with pytest.raises(StreamCut):
        fetch(nemo, part)
    store.drop_at, store.ranges = None, ranges
    store.content, store.etag = content, etag
    assert fetch(nemo, part) == len(store.content)
    assert part.read_bytes() == store.content


@pytest.mark.parametrize("content", [b"short", VIDEO + b"longer"])
def test_a_file_of_another_length_is_fetched_anew(
    content: bytes, answering: Answering, tmp_path: Path
) -> None:
    store, part = Store(etag=""), tmp_path / "part"
    nemo = answering(store)
    store.drop_at = 5000
    with pytest.raises(StreamCut):
        fetch(nemo, part)
    store.drop_at, store.content = None, content
    assert fetch(nemo, part) == len(content)
    assert part.read_bytes() == content


def test_a_weak_tag_is_no_condition_and_nothing_is_compressed(
    answering: Answering, tmp_path: Path
) -> None:
    store, part = Store(etag='W/"v1"'), tmp_path / "part"
    nemo = answering(store)
    store.drop_at = 5000
    with pytest.raises(StreamCut):
        fetch(nemo, part)
    store.drop_at = None
    assert fetch(nemo, part) == len(VIDEO)
    assert [r.headers.get("range") for r in store.requests] == [None, "bytes=5000-"]
    assert not any("if-range" in r.headers for r in store.requests)
    assert {r.headers["accept-encoding"] for r in store.requests} == {"identity"}


def test_bytes_of_unknown_origin_are_not_continued(answering: Answering, tmp_path: Path) -> None:
    store, part = Store(), tmp_path / "part"
    for note in (None, "{", "[]", '{"total": 5, "validator": "x"}', '{"total": "x"}'):
        part.write_bytes(b"something else")
        (tmp_path / "part.json").unlink(missing_ok=True)
        if note is not None:
            (tmp_path / "part.json").write_text(note)
        assert fetch(answering(store), part) == len(VIDEO)
        assert part.read_bytes() == VIDEO


def test_what_is_already_whole_is_not_fetched(answering: Answering, tmp_path: Path) -> None:
    store, part = Store(), tmp_path / "part"
    part.write_bytes(VIDEO)
    note = {"total": len(VIDEO), "validator": '"v1"'}
    (tmp_path / "part.json").write_text(json.dumps(note))
    assert fetch(answering(store), part) == len(VIDEO)
    assert store.requests == []


def test_a_wrong_size_is_refused_and_nothing_is_left(answering: Answering, tmp_path: Path) -> None:
    with pytest.raises(UnexpectedAnswer, match="instead of 77"):
        answering(Store()).download("https://cdn.test/r.mp4", tmp_path / "part", size=77)
    assert list(tmp_path.iterdir()) == []


def test_a_body_without_a_length_is_taken_as_it_comes(
    raw: RawServer, local: Nemo, tmp_path: Path
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nConnection: close\r\n\r\n"
    raw.script(sending(head, VIDEO))
    assert fetch(local, tmp_path / "part", raw.url + "/r.mp4") == len(VIDEO)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (httpx.Response(404), Unreachable),
        (httpx.Response(403, text="<Error>expired</Error>"), Unreachable),
        (httpx.Response(500), Unreachable),
        (httpx.Response(200, html="<html>hotel wifi</html>"), UnexpectedAnswer),
        (httpx.Response(200, json={"code": 1001}), UnexpectedAnswer),
        (httpx.Response(302, headers={"location": "/again"}), Unreachable),
        (httpx.Response(302, headers={"location": "http://cdn.test/r.mp4"}), Unreachable),
        (httpx.Response(302, headers={"location": "file:///etc/passwd"}), Unreachable),
        (httpx.Response(302, headers={"location": "https://[bad"}), Unreachable),
    ],
)
def test_an_output_address_that_gives_no_file(
    answer: httpx.Response, kind: type[NemoError], answering: Answering, tmp_path: Path
) -> None:
    with pytest.raises(NemoError) as caught:
        fetch(answering(lambda request: answer), tmp_path / "part")
    assert type(caught.value) is kind
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["ftp://cdn.test/a", "file:///etc/passwd", "", "https://", "::"])
def test_addresses_that_are_none(url: str, settings: Settings, tmp_path: Path) -> None:
    with Nemo(settings) as nemo, pytest.raises(NemoError):
        nemo.download(url, tmp_path / "part")


def test_the_service_says_its_codes_also_instead_of_a_file(
    answering: Answering, tmp_path: Path
) -> None:
    nemo = answering(lambda request: httpx.Response(200, json={"code": 1001, "message": "old"}))
    with pytest.raises(TokenInvalid):
        nemo.download_render("r", tmp_path / "part")
    with pytest.raises(TokenInvalid):
        fetch(nemo, tmp_path / "part", API + "/files/r.mp4")


def test_the_fallback_goes_through_the_service(answering: Answering, tmp_path: Path) -> None:
    store = Store()
    assert answering(store).download_render("render_1", tmp_path / "part").size == len(VIDEO)
    assert store.requests[0].url == API + "/api/render/proxy/render_1/download"


@pytest.mark.parametrize(
    ("hops", "trusted"),
    [
        ([API + "/f"], [True]),
        ([API + ":443/f"], [True]),
        (["https://cdn.test/f"], [False]),
        (["http://api.test/f"], [False]),
        (["https://api.test:8443/f"], [False]),
        (["https://api.test.evil.example/f"], [False]),
        (["https://api.test@evil.example/f"], [False]),
        ([r"https://evil.example\@api.test/f"], [False]),
        ([API + "/f", API + "/g"], [True, True]),
        ([API + "/f", "//cdn.test/f"], [True, False]),
        ([API + "/f", "https://cdn.test/f", API + "/g"], [True, False, False]),
    ],
)
def test_the_token_stays_with_the_service(
    hops: list[str], trusted: list[bool], answering: Answering, tmp_path: Path
) -> None:
    sent: list[bool] = []

    def handler(request: httpx.Request) -> httpx.Response:
        carried = TOKEN in str(request.headers.raw) or TOKEN in str(request.url)
        named = any(name.startswith("x-skill") for name in request.headers)
        assert carried == named
        sent.append(carried)
        if len(sent) < len(hops):
            return httpx.Response(307, headers={"location": hops[len(sent)]})
        return httpx.Response(200, content=VIDEO)

    fetch(answering(handler), tmp_path / "part", hops[0])
    assert sent == trusted


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_what_is_delivered_is_an_ordinary_file(answering: Answering, tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    fetch(answering(Store()), tmp_path / "part")
    assert (tmp_path / "part").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
@pytest.mark.parametrize("name", ["part", "part.json"])
def test_a_link_in_the_place_of_a_part_is_not_followed(
    name: str, answering: Answering, tmp_path: Path
) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(VIDEO[:100])
    (tmp_path / "part.json").write_text(json.dumps({"total": len(VIDEO), "validator": '"v1"'}))
    (tmp_path / name).unlink(missing_ok=True)
    (tmp_path / name).symlink_to(victim)
    assert fetch(answering(Store()), tmp_path / "part") == len(VIDEO)
    assert (tmp_path / "part").read_bytes() == VIDEO
    assert victim.read_bytes() == VIDEO[:100]


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate"])
def test_a_file_that_comes_packed_is_no_file(
    encoding: str, answering: Answering, tmp_path: Path
) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        body = httpx.ByteStream(zlib.compress(VIDEO))
        return httpx.Response(200, headers={"content-encoding": encoding}, stream=body)

    with pytest.raises(UnexpectedAnswer):
        fetch(answering(handler), tmp_path / "part")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("announced", [True, False])
@pytest.mark.parametrize("bound", ["size", "most"])
def test_no_more_is_read_than_a_file_can_have(
    bound: str, announced: bool, answering: Answering, tmp_path: Path
) -> None:
    read = 0

    class Endless(httpx.SyncByteStream):
        def __iter__(self):
            nonlocal read
            while True:
                read += 1000
                yield b"x" * 1000

    headers = {"content-type": "video/mp4"} | ({"content-length": "999999"} if announced else {})
    nemo = answering(lambda request: httpx.Response(200, headers=headers, stream=Endless()))
    with pytest.raises(UnexpectedAnswer):
        nemo.download("https://cdn.test/r.mp4", tmp_path / "part", **{bound: 5000})
    assert read <= (0 if announced else 7000)


def test_a_download_that_hardly_moves_is_left(
    answering: Answering, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = iter(range(0, 10_000_000, 60))
    monkeypatch.setattr("nemo_spec.nemo.transfer.time.monotonic", lambda: float(next(now)))

    class Drips(httpx.SyncByteStream):
        def __iter__(self):
            while True:
                yield b"x"

    nemo = answering(lambda request: httpx.Response(200, stream=Drips()))
    with pytest.raises(TimedOut, match="too slow"):
        fetch(nemo, tmp_path / "part")


@pytest.mark.parametrize("digits", [20, 5000])
def test_lengths_that_are_no_numbers_do_no_harm(
    digits: int, answering: Answering, tmp_path: Path
) -> None:
    long = "9" * digits
    (tmp_path / "part").write_bytes(b"x")
    (tmp_path / "part.json").write_text('{"total": 9, "validator": ""}')
    headers = {"content-range": f"bytes {long}-{long}/{long}", "content-length": long}
    answers = iter([206, 200])

    def handler(request: httpx.Request) -> httpx.Response:
        stream = httpx.ByteStream(VIDEO)
        return httpx.Response(next(answers), headers=headers, stream=stream)

    assert fetch(answering(handler), tmp_path / "part") == len(VIDEO)
