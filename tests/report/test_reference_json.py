"""`nemo-spec check --format json`: the same problems as on the terminal, for tools."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nemo_spec.cli.main import main


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any], str]:
    code = main(["check", "--format", "json", *arguments])
    said = capsys.readouterr()
    return code, json.loads(said.out), said.err


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".nemo-spec").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_all_problems_of_all_files_with_their_places(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.edit").write_text('\ufefftrim pauses\r\n  titel 0-3s "日本" at top\r\n', "utf-8")
    (folder / "b.edit").write_text('let x = 3s\ntitle 0-3s "日本語" at\n    tpo\n', "utf-8")
    code, found, errors = check(capsys, "a.edit", "b.edit", "--set", "y=1")
    assert code == 2
    assert errors == ""
    assert found["version"] == 1
    assert found["files"] == ["a.edit", "b.edit"]
    places = [
        (p["code"], p["file"], p["line"], p["column"], p["end_line"], p["end_column"])
        for p in found["problems"]
    ]
    assert ("W204", "b.edit", 1, 5, 1, 6) in places
    assert ("E103", "b.edit", 3, 5, 3, 8) in places
    assert ("E205", "b.edit", None, None, None, None) in places
    assert found["errors"] == sum(p["severity"] == "error" for p in found["problems"])
    assert found["warnings"] == 1
    tpo = next(p for p in found["problems"] if p["code"] == "E103" and p["file"] == "b.edit")
    assert tpo["message"] == "`at` needs a position"
    assert tpo["cure"] == "did you mean `top`?"


def test_a_used_file_is_reported_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "brand.edit").write_text('titel 0-3s "Intro"\n', "utf-8")
    for name in ("a.edit", "b.edit"):
        (folder / name).write_text('use "brand.edit"\n', "utf-8")
    _, found, _ = check(capsys, "a.edit", "b.edit")
    assert [(p["code"], p["file"]) for p in found["problems"]] == [("E102", "brand.edit")]


def test_nothing_wrong_is_an_empty_list(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.edit").write_text("trim pauses\n", "utf-8")
    code, found, _ = check(capsys, "a.edit")
    assert code == 0
    assert (found["errors"], found["warnings"], found["problems"]) == (0, 0, [])


def test_a_file_that_cannot_be_read_is_a_problem_like_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "latin.edit").write_bytes('title 0-3s "Café"'.encode("latin-1"))
    code, found, _ = check(capsys, "latin.edit", "missing.edit", ".")
    assert code == 2
    assert [(p["code"], p["file"]) for p in found["problems"]] == [
        ("E101", "latin.edit"),
        ("E101", "missing.edit"),
        ("E101", "."),
    ]


def test_more_than_the_terminal_shows(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.edit").write_text("titel\n" * 120, "utf-8")
    _, found, _ = check(capsys, "a.edit")
    assert found["errors"] == 120
