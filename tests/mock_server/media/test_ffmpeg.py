"""Which ffmpeg is used, and that one which cannot do what is needed is refused by name."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image

from mock_server.media import ffmpeg as mocks
from nemo_spec.cli.main import main
from nemo_spec.media import ffmpeg as ours

BUNDLED = imageio_ffmpeg.get_ffmpeg_exe()
OLD = """#!/bin/sh
case "$*" in
  -version) echo 'ffmpeg version n6.1.2 Copyright' ;;
  *encoders) printf ' V..... libx264   H.264\\n A..... aac   AAC\\n' ;;
  *filters) printf ' .. xfade  VV->V  \\n .. overlay  VV->V  \\n' ;;
esac
"""
shell = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")


@pytest.fixture(autouse=True)
def _asked_anew(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("NEMO_FFMPEG", raising=False)
    for function in (mocks.ffmpeg_exe, ours.ffmpeg):
        function.cache_clear()
    yield
    for function in (mocks.ffmpeg_exe, ours.ffmpeg):
        function.cache_clear()


@pytest.fixture
def old(tmp_path: Path) -> str:
    program = tmp_path / "ffmpeg"
    program.write_text(OLD)
    program.chmod(0o755)
    return str(program)


def without_the_bundled_one(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setitem(sys.modules, "imageio_ffmpeg", None)
    monkeypatch.setenv("PATH", path)


def test_the_bundled_one_comes_before_path(monkeypatch: pytest.MonkeyPatch, old: str):
    monkeypatch.setenv("PATH", str(Path(old).parent))
    assert mocks.ffmpeg_exe() == ours.ffmpeg() == BUNDLED


def test_the_named_one_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    named = shutil.copy(BUNDLED, tmp_path / "my-ffmpeg")
    monkeypatch.setenv("NEMO_FFMPEG", str(named))
    assert mocks.ffmpeg_exe() == ours.ffmpeg() == str(named)


def test_path_comes_last(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    found = shutil.copy(BUNDLED, tmp_path / "ffmpeg")
    without_the_bundled_one(monkeypatch, str(tmp_path))
    assert mocks.ffmpeg_exe() == ours.ffmpeg() == str(found)


@shell
def test_one_that_lacks_something_is_refused(monkeypatch: pytest.MonkeyPatch, old: str):
    without_the_bundled_one(monkeypatch, f"{Path(old).parent}:/bin:/usr/bin")
    with pytest.raises(OSError, match=r"version 7 \(it is 6\), ass, deshake") as refused:
        mocks.ffmpeg_exe()
    assert "xfade" not in str(refused.value)


def test_none_at_all(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    without_the_bundled_one(monkeypatch, str(tmp_path))
    for function in (mocks.ffmpeg_exe, ours.ffmpeg):
        with pytest.raises(OSError, match="NEMO_FFMPEG"):
            function()


def test_a_run_is_refused_before_it_begins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("NEMO_FFMPEG", str(tmp_path / "nowhere"))
    monkeypatch.chdir(tmp_path)
    Image.new("RGB", (32, 18)).save(tmp_path / "talk.png")
    (tmp_path / "a.edit").write_text('clip a "talk.png"\nmute\nexport 90p mp4\n')
    assert main(["apply", "a.edit", "--offline"]) == 2
    said = capsys.readouterr().err
    assert "nowhere is no program that can be run" in said
    assert "nothing was sent" in said
