"""Files that users name: written whole or not at all, and only where they may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from nemo_spec.safe_files import LinkFound, NotRegular, TooLong, read_bounded, write_named


def test_a_file_that_may_not_be_written_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write anything, so the question is put to `os.access`, whoever runs the test."""
    path = tmp_path / "kept"
    path.write_bytes(b"before")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_named(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "target").write_bytes(b"before")
    (tmp_path / "link").symlink_to(tmp_path / "target")
    with pytest.raises(LinkFound):
        write_named(tmp_path / "link", b"after")
    assert (tmp_path / "target").read_bytes() == b"before"


@pytest.mark.parametrize("size", [0, 9, 10])
def test_a_file_is_read_up_to_its_limit(size: int, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * size)
    assert read_bounded(path, 10) == b"x" * size
    with pytest.raises(TooLong):
        read_bounded(path, size - 1)


def test_a_folder_is_neither_read_nor_written(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"folder|directory"):
        read_bounded(tmp_path, 10)
    with pytest.raises(NotRegular):
        write_named(tmp_path, b"x")


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "script"
    path.write_bytes(b"before")
    path.chmod(0o750)
    write_named(path, b"after")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"after", 0o750)
