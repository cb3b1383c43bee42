"""Loops of music are made once per machine, and what stands in their place is never trusted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mock_server.render import loops, music
from mock_server.render.tones import Samples
from mock_server.state import kept

LO_FI = music.loop("lo-fi")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The names of the loops that had to be made; the cache folder is empty."""
    made: list[str] = []

    def loop(name: str) -> Samples[float]:
        made.append(name)
        return LO_FI

    monkeypatch.setattr(music, "loop", loop)
    monkeypatch.setattr(kept, "cache_folder", lambda: tmp_path / "cache")
    return made


def fresh(name: str = "lo-fi") -> Samples[float]:
    """The loop as a new process gets it."""
    loops.loop.cache_clear()
    return loops.loop(name)[0]


def test_a_loop_is_made_once(calls: list[str], tmp_path: Path) -> None:
    assert [fresh(), fresh("chill lo-fi beats")] == [LO_FI, LO_FI]
    assert calls == ["lo-fi"]
    (file,) = (tmp_path / "cache").iterdir()
    assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_variations_are_not_kept(calls: list[str], tmp_path: Path) -> None:
    assert fresh("granite") == LO_FI
    assert not (tmp_path / "cache").exists()


def shortened(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-4])


def changed(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[99] ^= 1
    file.write_bytes(content)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def linked(file: Path) -> None:
    file.replace(file.parent.with_name("elsewhere"))
    file.symlink_to(file.parent.with_name("elsewhere"))


@pytest.mark.parametrize("damage", [shortened, changed, emptied, linked])
def test_what_is_damaged_is_made_anew(
    calls: list[str], tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    fresh()
    (file,) = (tmp_path / "cache").iterdir()
    damage(file)
    assert fresh() == LO_FI
    assert len(calls) == 2
    assert fresh() == LO_FI
    assert len(calls) == 2
    assert not file.is_symlink()


def test_other_code_makes_its_own(
    calls: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fresh()
    other = tmp_path / "tones.py"
    other.write_text("another instrument", encoding="utf-8")
    monkeypatch.setattr(loops.tones, "__file__", str(other))
    fresh()
    assert len(calls) == 2


def test_a_folder_that_cannot_be_used_costs_time_only(calls: list[str], tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert [fresh(), fresh()] == [LO_FI, LO_FI]
    assert len(calls) == 2
