"""The data folder: a mock's only if a mock made it, private, and never left through a link."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from support.mock_process import clip, on_timeline
from support.mock_server import MP4, Client, start

import mock_server
from mock_server.__main__ import main
from mock_server.server import MockHandle
from mock_server.state import data_dir as place
from mock_server.state.store import SCHEMA

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
NAME = "0" * 32 + ".mp4"


def everything(folder: Path) -> dict[str, bytes | str | None]:
    """Every entry below a folder: a file's content, a link's target."""
    found: dict[str, bytes | str | None] = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if path.is_symlink():
            found[name] = os.readlink(path)  # noqa: PTH115
        else:
            found[name] = path.read_bytes() if path.is_file() else None
    return found


def refused(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> None:
    """The folder is refused in one line, with exit code 2, and nothing in it has changed."""
    before = everything(data)
    assert main(["--data", str(data)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("python -m mock_server: ")
    assert said.count("\n") == 1
    assert "Traceback" not in said
    assert [word for word in words if word not in said] == [], said
    assert everything(data) == before


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder that a mock has worked in: an upload and a finished render."""
    data = tmp_path / "data"
    with start(data=data) as mock, Client(mock) as client:
        client.connect().upload(("a.mp4", MP4))
        client.say("show A")
        client.render()
        assert client.finish()["status"] == "completed"
    return data


@pytest.fixture
def outside(tmp_path: Path) -> Iterator[Path]:
    """A folder of the user's that must stay as it is."""
    folder = tmp_path / "precious"
    folder.mkdir()
    for name in ("holiday.mp4", NAME, f"{'0' * 24}-0.part"):
        (folder / name).write_text("precious")
    (folder / ".render-x").mkdir()
    (folder / ".render-x" / "a").write_text("precious")
    before = everything(folder)
    yield folder
    assert everything(folder) == before


# Whose folder it is.


@pytest.mark.parametrize(
    "names",
    [["notes.txt"], ["uploads/holiday.mp4"], ["tmp/mine.txt"], ["renders/.render-x/a"],
     [f"uploads/{NAME}"], ["mock.lock"], ["mock.pid"], ["mock.lock", "mock.pid"], [".hidden"]],
    ids=str,
)  # fmt: skip
def test_a_folder_that_no_mock_made_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], names: list[str]
) -> None:
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    refused(tmp_path, capsys, str(tmp_path), "no mock made it", "an empty folder")


def test_new_and_empty_folders_are_taken(tmp_path: Path) -> None:
    for data in (tmp_path / "new" / "deep", tmp_path / "empty"):
        if data.name == "empty":
            data.mkdir()
        for _ in range(2):
            with start(data=data) as mock:
                assert httpx.get(f"{mock.url}/_mock").status_code == 200


def test_a_file_is_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    assert main(["--data", str(tmp_path / "file")]) == 2
    assert str(tmp_path / "file") in capsys.readouterr().err
    assert (tmp_path / "file").read_text() == "x"


@pytest.mark.parametrize("mark", [b"", b"mine", place.MARK_TEXT + b"more"])
def test_only_the_right_mark_counts(
    made: Path, capsys: pytest.CaptureFixture[str], mark: bytes
) -> None:
    (made / place.MARK).write_bytes(mark)
    if not mark:
        (made / "notes.txt").write_text("x")
    refused(made, capsys, "no mock made it")
    for path in made.iterdir():
        if mark and path.name != place.MARK:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    refused(made, capsys, "no mock made it")


def test_a_mark_that_a_kill_left_empty(tmp_path: Path) -> None:
    (tmp_path / place.MARK).touch()
    with start(data=tmp_path):
        assert (tmp_path / place.MARK).read_bytes() == place.MARK_TEXT


def test_a_folder_of_the_version_before_is_known(made: Path) -> None:
    (made / place.MARK).unlink()
    before = {name for name in everything(made) if name.startswith(("uploads", "renders"))}
    with start(data=made) as mock, Client(mock) as client:
        assert client.get("/_mock/requests").json()["requests"]
        assert before <= set(everything(made))
        assert (made / place.MARK).read_bytes() == place.MARK_TEXT


def test_a_folder_that_a_killed_mock_of_the_version_before_left(made: Path, tmp_path: Path) -> None:
    with start(data=made):
        shutil.copytree(made, tmp_path / "copy")
    (tmp_path / "copy" / place.MARK).unlink()
    assert (tmp_path / "copy" / f"{place.DATABASE}-wal").exists()
    with start(data=tmp_path / "copy") as mock:
        assert httpx.get(f"{mock.url}/_mock/requests").json()["requests"]


@pytest.mark.parametrize(
    "what", ["file", "upload", "folder", "table", "one more", "no tables", "no database"]
)
def test_a_folder_of_the_version_before_in_doubt(
    made: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    (made / place.MARK).unlink()
    if what in ("file", "upload", "folder"):
        name = {"file": "notes.txt", "upload": "uploads/mine.mp4", "folder": "src/a"}[what]
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text("x")
    elif what != "one more":
        (made / place.DATABASE).unlink()
    if "table" in what or what == "one more":
        db = sqlite3.connect(made / place.DATABASE)
        db.executescript((SCHEMA if what == "table" else "") + "create table mine (x);")
        db.close()
    refused(made, capsys, "no mock made it")


def test_a_marked_folder_with_another_database(made: Path, capsys: Any) -> None:
    for path in made.glob("mock.sqlite3*"):
        path.unlink()
    (made / place.DATABASE).write_bytes(b"not a database" * 100)
    with pytest.raises(OSError, match="not the database"), mock_server.start(data=made):
        pass


def test_what_is_the_users_stays_in_a_mocks_folder_too(made: Path) -> None:
    kept = [
        "notes.txt",
        "uploads/holiday.mp4",
        "renders/cut.mp4",
        "renders/.hidden/a",
        "tmp/a.part",
    ]
    for name in kept:
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text("x")
    with start(data=made) as mock:
        httpx.post(f"{mock.url}/_mock/reset").raise_for_status()
        left = {name for name in everything(made) if "/" in name}
    assert left == {*(name for name in kept if "/" in name), "renders/.hidden"}
    assert (made / "notes.txt").exists()


# Links.


@pytest.mark.parametrize("name", ["uploads", "renders", "tmp"])
@pytest.mark.parametrize("is_marked", [True, False])
def test_a_folder_inside_that_is_a_link(
    made: Path, outside: Path, capsys: pytest.CaptureFixture[str], name: str, is_marked: bool
) -> None:
    if not is_marked:
        (made / place.MARK).unlink()
    shutil.rmtree(made / name)
    (made / name).symlink_to(outside)
    refused(made, capsys, str(made / name), "symbolic link")


@pytest.mark.parametrize("name", sorted(place.FILES))
@pytest.mark.parametrize("target", ["holiday.mp4", "missing"])
def test_a_file_inside_that_is_a_link(
    made: Path, outside: Path, capsys: pytest.CaptureFixture[str], name: str, target: str
) -> None:
    (made / name).unlink(missing_ok=True)
    (made / name).symlink_to(outside / target)
    refused(made, capsys, str(made / name), "symbolic link")
    for path in made.iterdir():
        if path.name != name:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    refused(made, capsys, str(made / name), "symbolic link")


@pytest.mark.parametrize("name", [f"uploads/{NAME}", "uploads/x", "renders/.render-x", "tmp/x"])
def test_a_link_further_in(
    made: Path, outside: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (made / name).symlink_to(outside if "render" in name else outside / "holiday.mp4")
    refused(made, capsys, str(made / name), "symbolic link")


def test_something_else_in_the_place_of_a_file(made: Path, capsys: Any) -> None:
    (made / place.PID).unlink()
    (made / place.PID).mkdir()
    refused(made, capsys, str(made / place.PID), "not a regular file")
    (made / place.PID).rmdir()
    shutil.rmtree(made / "uploads")
    (made / "uploads").write_text("x")
    refused(made, capsys, str(made / "uploads"), "not a folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_place_of_a_file(made: Path, capsys: Any) -> None:
    (made / place.MARK).unlink()
    os.mkfifo(made / place.MARK)
    assert main(["--data", str(made)]) == 2
    assert "not a regular file" in capsys.readouterr().err


def test_the_folder_itself_may_be_given_as_a_link(tmp_path: Path, made: Path) -> None:
    (tmp_path / "link").symlink_to(made)
    with start(data=tmp_path / "link") as mock:
        assert mock.mock.data.path == made.resolve()


@pytest.mark.parametrize("name", ["uploads", "renders", "tmp"])
def test_a_folder_that_becomes_a_link_under_the_mock(made: Path, outside: Path, name: str) -> None:
    with mock_server.start(data=made) as mock, Client(mock) as client:
        client.client_id = "other"
        client.connect()
        shutil.rmtree(made / name)
        (made / name).symlink_to(outside)
        if name != "renders":
            assert client.upload(("b.mp4", clip(made.parent / "b.mp4"))).status_code == 501
        assert client.get(f"/files/{name}/{NAME}").status_code in (404, 501)
        assert client.post("/_mock/reset").status_code == 501
        assert all("symbolic link" in bug for bug in mock.bugs)


@pytest.mark.parametrize("kind", ["uploads", "renders"])
def test_a_file_that_becomes_a_link_is_not_served(made: Path, outside: Path, kind: str) -> None:
    (file,) = (made / kind).iterdir()
    with start(data=made) as mock, Client(mock) as client:
        assert client.get(f"/files/{kind}/{file.name}").status_code == 200
        file.unlink()
        file.symlink_to(outside / "holiday.mp4")
        assert client.get(f"/files/{kind}/{file.name}").status_code == 404
        session = mock.mock.store.value("select id from sessions")
        assert list(mock.mock.uploads.media(session)) == ([] if kind == "uploads" else ["a.mp4"])
        if kind == "renders":
            issued = mock.mock.store.value("select token from tokens")
            client.headers["Authorization"] = f"Bearer {issued}"
            assert client.get("/api/render/proxy/render_1/download").status_code == 409


# Modes.


def modes(folder: Path) -> dict[str, int]:
    return {
        str(path.relative_to(folder)): stat.S_IMODE(path.lstat().st_mode)
        for path in [folder, *folder.rglob("*")]
    }


def are_private(found: dict[str, int], folder: Path) -> None:
    wrong = {
        name: oct(mode)
        for name, mode in found.items()
        if mode != (0o700 if (folder / name).is_dir() else 0o600)
    }
    assert wrong == {}


@pytest.fixture(params=[0o000, 0o022, 0o277])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


@POSIX
@pytest.mark.parametrize("has_folder", [True, False])
def test_everything_is_private_whatever_the_umask(
    tmp_path: Path, umask: int, has_folder: bool
) -> None:
    """Looked at from inside a render, too: its frames, texts and logs lie in a folder of its own."""
    video = clip(tmp_path / "a.mp4")
    seen: dict[str, int] = {}
    with mock_server.start(data=tmp_path / "data" if has_folder else None) as mock:
        folder = mock.mock.data.path
        from mock_server.render import encode

        run, look = encode.run, modes

        def watched(*arguments: Any) -> int:
            frames = run(*arguments)
            found = look(folder)
            are_private(found, folder)
            seen.update(found)
            return frames

        with pytest.MonkeyPatch.context() as patch, Client(mock) as client:
            patch.setattr(encode, "run", watched)
            client.connect().upload(("a.mp4", video))
            draft = on_timeline(1)
            title = {"id": "sg_2", "role": "title", "s": 0, "d": 900, "text": "A"}
            draft["t"].append({"id": "tr_2", "tt": 7, "name": "Title", "sg": [title]})
            client.put(f"/_mock/drafts/{client.session}", json=draft).raise_for_status()
            client.render()
            assert client.finish()["status"] == "completed", client.poll().text
        are_private(modes(folder), folder)
        kinds = {Path(name).suffix for name in modes(folder)}
        assert {".mp4", ".pid", ".mark"} <= kinds or not has_folder
        assert os.umask(umask) == umask, "that of the process is left alone"
    assert {"log.txt", "ffmpeg.pid", "part.mp4", "text.ass"} <= {Path(name).name for name in seen}


@POSIX
def test_a_folder_from_before_becomes_private(made: Path) -> None:
    made.chmod(0o755)
    for path in made.iterdir():
        path.chmod(0o777 if path.is_dir() else 0o666)
    with start(data=made):
        found = {name: mode for name, mode in modes(made).items() if name != "."}
        are_private(found, made)
        assert stat.S_IMODE(made.stat().st_mode) == 0o755, "this one is the user's"


# Names from outside.


@pytest.mark.parametrize(
    "name",
    ["../../escape.mp4", "..\\..\\escape.mp4", "/etc/escape.mp4", "a\0b.mp4", "CON.mp4", "nul.mp4",
     "x" * 251 + ".mp4", "你" * 84 + ".mp4", "a:b.mp4", "C:escape.mp4", "-rf.mp4", "%2e%2e%2f.mp4",
     "a%d.mp4", "file:a.mp4", "a\n.mp4", "~.mp4", "a.mp4:stream.mp4", "...mp4.mp4"],
)  # fmt: skip
def test_no_name_from_outside_becomes_a_path(
    mock: MockHandle, client: Client, tmp_path: Path, name: str
) -> None:
    around = set(tmp_path.iterdir())
    form = (
        b'--b\r\nContent-Disposition: form-data; name="files"; filename="' + name.encode() + b'"'
        b"\r\n\r\n" + MP4 + b"\r\n--b--\r\n"
    )
    path = f"/api/upload-video/nemo_agent/me/{client.session}"
    kind = {"content-type": "multipart/form-data; boundary=b"}
    answer = client.post(path, content=form, headers=kind)
    assert answer.status_code in (200, 422), answer.text
    files = list((mock.mock.data.path / "uploads").iterdir())
    assert len(files) == (answer.status_code == 200)
    assert all(place.FOLDERS["uploads"].fullmatch(one.name) for one in files)
    assert list((mock.mock.data.path / "tmp").iterdir()) == []
    assert set(tmp_path.iterdir()) == around


def test_a_link_in_the_place_of_the_next_upload_is_replaced(tmp_path: Path, outside: Path) -> None:
    """Names come from the seed, so that they can be predicted."""
    with start(data=tmp_path / "one") as mock, Client(mock) as client:
        client.connect().upload(("a.mp4", MP4))
        (name,) = [path.name for path in (tmp_path / "one" / "uploads").iterdir()]
    with start(data=tmp_path / "two") as mock, Client(mock) as client:
        there = tmp_path / "two" / "uploads" / name
        there.symlink_to(outside / "holiday.mp4")
        client.connect().upload(("a.mp4", MP4))
        assert not there.is_symlink()
        assert there.read_bytes() == MP4
