"""A file is looked at once for each content, and what stands in the cache folder is not trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

from mock_server.media import answers
from mock_server.media.answers import Answer, answered
from mock_server.media.media import MediaError
from mock_server.state import kept


class Reader:
    """A file in an empty cache folder, and how often it was read; its content is the answer."""

    def __init__(self, path: Path) -> None:
        self.path, self.reads = path, 0
        path.write_text("one", encoding="utf-8")

    def read(self, question: str = "probe") -> str:
        return str(answered(self.path, question, self._ask)["text"])

    def _ask(self) -> Answer:
        self.reads += 1
        text = self.path.read_text("utf-8")
        if text == "bad":
            raise MediaError("it is bad")
        return {"text": text}


@pytest.fixture
def clip(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path / "cache")
    return Reader(tmp_path / "clip.mp4")


def test_a_content_is_read_once_under_any_name(clip: Reader) -> None:
    clip.read()
    clip.path = clip.path.rename(clip.path.with_name("other.mp4"))
    assert (clip.read(), clip.reads) == ("one", 1)


def test_another_content_and_another_question_are_asked(clip: Reader) -> None:
    clip.read()
    clip.read("pauses")
    clip.path.write_text("two", encoding="utf-8")
    assert (clip.read(), clip.reads) == ("two", 3)


def test_a_refusal_is_not_kept(clip: Reader) -> None:
    clip.path.write_text("bad", encoding="utf-8")
    for _ in range(2):
        with pytest.raises(MediaError, match="it is bad"):
            clip.read()
    assert clip.reads == 2


def test_a_large_file_is_read_each_time(clip: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "LARGEST", 2)
    clip.read()
    clip.read()
    assert clip.reads == 2


def test_the_folder_never_grows_beyond_its_bound(
    clip: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "MOST", 10)
    for number in range(25):
        clip.read(f"{number}")
        assert len(list((tmp_path / "cache").iterdir())) <= 10
    clip.read("24")
    assert clip.reads == 25
