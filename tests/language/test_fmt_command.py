"""`nemo-spec fmt`: what it writes, prints and returns."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nemo_spec.cli.exit_codes import FAILED, NOT_MET, OK, REFUSED
from nemo_spec.cli.main import main

UGLY = "denoise;  say 'a' # b\r\n"
NEAT = 'denoise\nsay "a"  # b\n'


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    path = tmp_path / "a.edit"
    path.write_bytes(UGLY.encode())
    return path


def test_a_file_is_rewritten_once(recipe: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["fmt", str(recipe)]) == OK
    assert recipe.read_bytes() == NEAT.encode()
    assert capsys.readouterr().out == f"formatted {recipe}\n"
    before = recipe.stat()
    assert main(["fmt", str(recipe)]) == OK
    assert recipe.stat().st_ino == before.st_ino
    assert capsys.readouterr().out == ""


def test_mode_and_links_stay(recipe: Path):
    recipe.chmod(0o640)
    link = recipe.with_name("b.edit")
    link.symlink_to(recipe.name)
    assert main(["fmt", str(link)]) == OK
    assert link.is_symlink()
    assert recipe.read_bytes() == NEAT.encode()
    assert stat.S_IMODE(recipe.stat().st_mode) == 0o640
    assert sorted(path.name for path in recipe.parent.iterdir()) == ["a.edit", "b.edit"]


def test_check_names_what_would_change(recipe: Path, capsys: pytest.CaptureFixture[str]):
    neat = recipe.with_name("neat.edit")
    neat.write_text(NEAT)
    assert main(["fmt", "--check", str(neat)]) == OK
    assert main(["fmt", "--check", str(recipe.parent)]) == NOT_MET
    assert capsys.readouterr().out == f"would change {recipe}\n"
    assert recipe.read_bytes() == UGLY.encode()


def test_diff_is_a_patch(recipe: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["fmt", "--diff", str(recipe)]) == OK
    assert main(["fmt", "--diff", "--check", str(recipe)]) == NOT_MET
    shown = capsys.readouterr().out
    assert "-denoise;  say 'a' # b\r\n" in shown
    assert '+denoise\n+say "a"  # b\n' in shown
    assert "would change" not in shown
    assert recipe.read_bytes() == UGLY.encode()


def test_a_diff_says_that_the_last_line_does_not_end(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    path = tmp_path / "a.edit"
    path.write_text("denoise")
    assert main(["fmt", "--diff", str(path)]) == OK
    assert "-denoise\n\\ No newline at end of file\n+denoise\n" in capsys.readouterr().out


def test_a_refused_file_stays_and_the_others_are_formatted(
    recipe: Path, capsys: pytest.CaptureFixture[str]
):
    bad, binary = recipe.with_name("bad.edit"), recipe.with_name("binary.edit")
    bad.write_text("say 'a\n  denoise")
    binary.write_bytes(b"say \xff")
    assert main(["fmt", str(bad), str(binary), str(recipe), "absent.edit"]) == REFUSED
    assert bad.read_text() == "say 'a\n  denoise"
    assert binary.read_bytes() == b"say \xff"
    assert recipe.read_bytes() == NEAT.encode()
    errors = capsys.readouterr().err
    assert f"error[E109]: this text does not end on its line\n  --> {bad}:1:5\n" in errors
    assert f"error[E101]: {binary} is not UTF-8 text (byte 4)" in errors
    assert "error[E101]: cannot read absent.edit" in errors


@pytest.mark.parametrize("name", ["", "x" * 5000, "a\0b", "absent/a.edit", "\udcff", "/dev/null/x"])
def test_any_name_is_answered(name: str, capsys: pytest.CaptureFixture[str]):
    assert main(["fmt", name]) == REFUSED
    assert "error[E101]: cannot read" in capsys.readouterr().err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]):
    for content, code, out in [
        (UGLY.encode(), OK, NEAT.encode()),
        ("say '日本 🎬'".encode(), OK, 'say "日本 🎬"\n'.encode()),
        (b"say 'a", REFUSED, b""),
        (b"\xff", REFUSED, b""),
    ]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert main(["fmt", "-"]) == code
        sys.stdout.flush()
        assert capfdbinary.readouterr().out == out


def test_a_file_that_may_not_be_written_stays(recipe: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write anywhere
    assert main(["fmt", str(recipe)]) == FAILED
    assert recipe.read_bytes() == UGLY.encode()


def test_a_failed_write_leaves_the_file_and_nothing_beside_it(
    recipe: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert main(["fmt", str(recipe)]) == FAILED
    assert recipe.read_bytes() == UGLY.encode()
    assert list(recipe.parent.iterdir()) == [recipe]
    assert "No space left on device" in capsys.readouterr().err


def test_formatting_loads_neither_the_service_nor_the_verbs():
    code = (
        "import sys, nemo_spec.cli.commands.fmt;"
        " print([m for m in sys.modules if m.startswith('nemo_spec')])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert "nemo_spec.verbs" not in loaded.stdout
    assert "nemo_spec.nemo" not in loaded.stdout
