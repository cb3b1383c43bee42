"""A clip is read once as long as it stays the same, and what stands in the cache is not trusted."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from nemo_spec.media import kept
from nemo_spec.media.clip import NotMedia

LONG_AGO = 1_700_000_000


class Reader:
    """A clip, and how often it was read; what is read of it is its content."""

    def __init__(self, path: Path) -> None:
        self.path, self.reads = path, 0
        self.write(b"one")

    def write(self, content: bytes) -> None:
        self.path.write_bytes(content)
        os.utime(self.path, (LONG_AGO, LONG_AGO))

    def read(self, *question: str) -> str:
        def ask() -> dict[str, str]:
            self.reads += 1
            return {"text": self.path.read_text("utf-8")}

        return str(kept.answered(self.path, question or ("clip",), ask)["text"])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture
def clip(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(kept, "_SETTLED_S", 0.0)
    return Reader(tmp_path / "clip.mp4")


def test_a_clip_is_read_once(clip: Reader, folder: Path) -> None:
    assert [clip.read(), clip.read()] == ["one", "one"]
    assert clip.reads == 1
    (file,) = folder.iterdir()
    assert (file.stat().st_mode & 0o777, folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_another_content_of_the_same_size_and_time_is_read(clip: Reader) -> None:
    clip.read()
    clip.write(b"two")
    assert clip.read() == "two"


def test_another_question_is_asked(clip: Reader) -> None:
    clip.read()
    clip.read("sound", "1")
    clip.read("sound", "2")
    assert clip.reads == 3


def test_other_code_reads_again(clip: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    clip.read()
    monkeypatch.setattr(kept, "_readers", lambda: [("reader.py", 1, 1)])
    clip.read()
    assert clip.reads == 2


def test_a_clip_that_was_written_just_now_is_read_each_time(
    clip: Reader, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_SETTLED_S", 60.0)
    assert [clip.read(), clip.read()] == ["one", "one"]
    assert clip.reads == 2
    assert not folder.exists()


def test_a_refusal_is_not_kept(clip: Reader, folder: Path) -> None:
    def refuse() -> dict[str, str]:
        raise NotMedia("it is damaged")

    with pytest.raises(NotMedia):
        kept.answered(clip.path, ("clip",), refuse)
    assert not folder.exists()
    assert clip.read() == "one"


def test_a_clip_that_changes_while_it_is_read_is_not_kept(clip: Reader, folder: Path) -> None:
    def ask() -> dict[str, str]:
        clip.write(b"changed")
        return {"text": "half of each"}

    kept.answered(clip.path, ("clip",), ask)
    assert not folder.exists()


def shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def exchanged(file: Path) -> None:
    seal, _, _ = file.read_bytes().partition(b"\n")
    file.write_bytes(seal + b'\n{"text": "forged"}')


def linked(file: Path) -> None:
    elsewhere = file.parent.with_name("elsewhere")
    file.replace(elsewhere)
    file.symlink_to(elsewhere)


@pytest.mark.parametrize("damage", [shortened, emptied, exchanged, linked])
def test_what_is_damaged_is_read_again(
    clip: Reader, folder: Path, damage: Callable[[Path], None]
) -> None:
    clip.read()
    (file,) = folder.iterdir()
    damage(file)
    assert clip.read() == "one"
    assert clip.reads == 2


def test_a_folder_that_cannot_be_used_costs_time_only(clip: Reader, folder: Path) -> None:
    folder.write_text("a file", encoding="utf-8")
    assert [clip.read(), clip.read()] == ["one", "one"]
    assert clip.reads == 2


def test_the_oldest_answers_go(clip: Reader, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 4)
    for number in range(9):
        clip.read(str(number))
    assert len(list(folder.iterdir())) <= 4
    clip.read("8")
    assert clip.reads == 9
