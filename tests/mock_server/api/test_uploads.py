"""Uploads: what is taken, under which name, and what is left behind."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from support.mock_server import MP4, Client, render, start

from mock_server.media.file_types import TYPES, base_name, extension, numbered
from mock_server.media.probe import Media, Sound, Tracks
from mock_server.server import MockHandle

HEADS = {
    "mp4": MP4,
    "mov": b"\0\0\0\x14ftypqt  ",
    "avi": b"RIFF\0\0\0\0AVI LIST",
    "webm": b"\x1a\x45\xdf\xa3webm",
    "mkv": b"\x1a\x45\xdf\xa3matroska",
    "jpg": b"\xff\xd8\xff\xe0",
    "png": b"\x89PNG\r\n\x1a\n",
    "gif": b"GIF89a",
    "webp": b"RIFF\0\0\0\0WEBPVP8 ",
    "mp3": b"ID3\x04",
    "wav": b"RIFF\0\0\0\0WAVEfmt ",
    "m4a": b"\0\0\0\x18ftypM4A ",
    "aac": b"\xff\xf1\x50\x80",
}


def names(client: Client) -> list[str]:
    return [one["filename"] for one in client.state().json()["data"]["state"]["video_infos"]]


def left(mock: MockHandle) -> tuple[int, int]:
    """How many files lie in uploads and in tmp."""
    return tuple(len(list((mock.mock.data.path / name).iterdir())) for name in ("uploads", "tmp"))


def test_every_accepted_type(mock: MockHandle, client: Client) -> None:
    assert set(HEADS) == set(TYPES)
    files = [(f"a{n}.{ending.upper()}", head) for n, (ending, head) in enumerate(HEADS.items())]
    assert client.upload(*files).json()["code"] == 0
    assert names(client) == [name for name, _ in files]
    assert left(mock) == (len(HEADS), 0)


@pytest.mark.parametrize("ending", TYPES)
def test_content_must_be_what_the_name_says(mock: MockHandle, client: Client, ending: str) -> None:
    for wrong in (b"", b"MZ\x90\0", b"#!/bin/sh\n", HEADS["png" if ending != "png" else "mp4"]):
        assert client.upload((f"a.{ending}", wrong)).json()["code"] == 4001
    assert left(mock) == (0, 0)


@pytest.mark.parametrize("name", ["a.exe", "a", "mp4", ".mp4.txt", "a.mp4.", "a.MP5", "a.mp4/"])
def test_other_types_are_4001_and_name_what_is_accepted(client: Client, name: str) -> None:
    answer = client.upload((name, MP4))
    assert (answer.status_code, answer.json()["code"]) == (415, 4001)
    assert "mp4 mov avi" in answer.json()["message"]


def test_a_file_without_a_usable_stream(mock: MockHandle, client: Client) -> None:
    answer = client.upload(("good.mp4", MP4), ("bad.mp4", MP4 + b"broken"))
    assert answer.json()["code"] == 4001
    assert "bad.mp4" in answer.json()["message"]
    assert names(client) == []
    assert left(mock) == (0, 0)


def test_too_large_is_4002_while_streaming() -> None:
    with start(upload_limit=3 << 20) as mock, Client(mock) as client:
        client.connect()
        assert client.upload(("a.mp4", MP4 + b"x" * (3 << 20) + b"x")).json()["code"] == 4002
        assert client.upload(("a.mp4", MP4 + b"x" * (40 << 20))).json()["code"] == 4002
        exact = client.upload(("a.mp4", MP4 + b"x" * ((3 << 20) - len(MP4))))
        assert exact.json()["code"] == 0
        assert left(mock) == (1, 0)


def test_same_name_twice(client: Client) -> None:
    first = client.upload(("a.mp4", MP4)).json()["data"]["files"][0]
    assert client.upload(("a.mp4", MP4)).json()["data"]["files"][0] == first
    other = client.upload(("a.mp4", MP4 + b"2"), ("a.mp4", MP4 + b"3"))
    assert [one["filename"] for one in other.json()["data"]["files"]] == [
        "a (2).mp4",
        "a (3).mp4",
    ]
    assert names(client) == ["a.mp4", "a (2).mp4", "a (3).mp4"]


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd.mp4", "passwd.mp4"),
        ("/abs/olute.mp4", "olute.mp4"),
        ("C:\\Users\\me\\clip.mp4", "clip.mp4"),
        ("....//x.mp4", "x.mp4"),
        ("你好 世界.mp4", "你好 世界.mp4"),
        ("e\u0301.mp4", "é.mp4"),
        ("a\u202egpj.mp4", "agpj.mp4"),
        ("..mp4", "upload.mp4"),
        ("x" * 500 + ".mp4", "x" * 196 + ".mp4"),
    ],
)
def test_names_are_base_names(mock: MockHandle, client: Client, given_name: str, kept: str) -> None:
    assert client.upload((given_name, MP4)).json()["data"]["files"][0]["filename"] == kept
    assert left(mock) == (1, 0)


@given(st.text(max_size=300))
@example("C:\\Users\\clip.mp4")
@example("a/../b.mp4")
@example("..")
def test_no_name_is_a_path(name: str) -> None:
    kept = base_name(name)
    assert kept
    assert not {"/", "\\", "\0", "\n"} & set(kept)
    assert kept.strip(".")
    assert len(kept) <= 201
    assert base_name(kept) == kept
    assert extension(numbered(kept, 2)) == extension(kept)


BAD_FORMS = {
    "no boundary": ("multipart/form-data", b"x"),
    "empty": ("multipart/form-data; boundary=b", b""),
    "cut": ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: form-data; name="),
    "no end": (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="a.mp4"\r\n\r\n' + MP4,
    ),
    "no filename": (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="files"\r\n\r\nx\r\n--b--\r\n',
    ),
    "long header": ("multipart/form-data; boundary=b", b"--b\r\nX: " + b"y" * 100_000),
    "no parts": ("multipart/form-data; boundary=b", b"--b--\r\n"),
    "text": ("text/plain", b"hello"),
    "none": ("", b"hello"),
    "json list": ("application/json", b"[]"),
    "no urls": ("application/json", b'{"urls":[],"source_type":"url"}'),
}


@pytest.mark.parametrize("name", BAD_FORMS)
def test_malformed_forms_are_422(mock: MockHandle, client: Client, name: str) -> None:
    kind, body = BAD_FORMS[name]
    path = f"/api/upload-video/nemo_agent/me/{client.session}"
    answer = client.post(path, content=body, headers={"content-type": kind})
    assert answer.json()["code"] == 422
    assert left(mock) == (0, 0)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/moved.mp4":
            self.send_response(302)
            self.send_header("Location", "/elsewhere.mp4")
            self.end_headers()
            return
        self.send_response(200 if ".mp4" in self.path else 404)
        self.end_headers()
        self.wfile.write(MP4)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.01))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def by_url(client: Client, *urls: str) -> httpx.Response:
    path = f"/api/upload-video/nemo_agent/me/{client.session}"
    return client.post(path, json={"urls": list(urls), "source_type": "url"})


def test_urls_on_loopback(mock: MockHandle, client: Client, site: str) -> None:
    answer = by_url(client, f"{site}/d/a%20b.mp4", f"{site}/..%2f..%2fc.mp4?x=1")
    assert [one["filename"] for one in answer.json()["data"]["files"]] == ["a b.mp4", "c.mp4"]
    assert left(mock) == (2, 0)
    for wrong in ("/missing", "/moved.mp4"):
        assert by_url(client, site + wrong).json()["code"] == 422
    assert by_url(client, f"{site}/ok.mp4", "http://127.0.0.1:1/a.mp4").json()["code"] == 422
    assert left(mock) == (2, 0)


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/a.mp4",
        "http://169.254.169.254/latest",
        "http://127.0.0.1.example.com/a.mp4",
        "http://127.0.0.1@example.com/a.mp4",
        "http://[::ffff:8.8.8.8]/a.mp4",
        "file:///etc/passwd",
        "ftp://127.0.0.1/a.mp4",
        "//127.0.0.1/a.mp4",
        "http://127.0.0.1:99999/a.mp4",
        "http://[/a.mp4",
        "http://localhost/a b.mp4",
        "",
    ],
)
def test_urls_elsewhere_are_refused_before_anything_is_fetched(client: Client, url: str) -> None:
    answer = by_url(client, url)
    assert answer.json()["code"] == 422
    assert "loopback" in answer.json()["message"]


@pytest.mark.parametrize("wanted", ["../mock.sqlite3", "..%2Fmock.sqlite3", "a" * 32 + ".mp4", "."])
def test_only_files_by_their_address_are_served(tmp_path: Path, wanted: str) -> None:
    with start(data=tmp_path) as mock, Client(mock) as client:
        assert client.get(f"/files/uploads/{wanted}").status_code in (404, 501)
        assert client.get(f"/files/tmp/{wanted}").status_code in (404, 501)
        (tmp_path / "uploads" / "notes.txt").write_text("x")
        assert client.get("/files/uploads/notes.txt").status_code == 404


@pytest.mark.parametrize("upgraded", [False, True])
def test_what_was_found_out_about_a_file_is_what_the_renderer_gets(
    tmp_path: Path, upgraded: bool
) -> None:
    found: list[Media] = []
    tracks = Tracks("1", (Sound("0", 1), Sound("2", 6)), 1, 0.5, 25.33, "pq", True, True, True)

    def look(path: Path, name: str) -> Media:
        kind = Media(name, path, "video", 2500, 640, 360, 29.97, True, path.stat().st_size)
        found.append(replace(kind, tracks=tracks))
        return found[-1]

    def draw(draft: object, media: dict[str, Media], out: Path, **how: object) -> None:
        (got,) = media.values()
        assert got == replace(found[-1], path=got.path)
        render(draft, media, out, **how)

    if upgraded:
        with start(data=tmp_path):
            pass
        with closing(sqlite3.connect(tmp_path / "mock.sqlite3")) as db, db:
            db.execute("alter table uploads drop column tracks")
            db.execute("alter table uploads add column mono integer not null default 0")
        db.close()
    with start(data=tmp_path, probe=look, render=draw) as mock, Client(mock) as client:
        client.connect().upload(("a.mp4", MP4))
        client.say("show A")
        client.render()
        assert client.finish()["status"] == "completed"
