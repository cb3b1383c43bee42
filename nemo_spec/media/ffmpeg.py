"""The ffmpeg program: it makes clips, and reads none."""

from __future__ import annotations

import os
import shutil
from errno import ENOENT
from functools import cache

VARIABLE = "NEMO_FFMPEG"


class NoFfmpeg(OSError):
    """There is no ffmpeg where it should be."""

    def __str__(self) -> str:
        return str(self.strerror)


@cache
def ffmpeg() -> str:
    """Path of the ffmpeg program: NEMO_FFMPEG, else that of the package `imageio-ffmpeg`, else the one on
    PATH. Raises NoFfmpeg."""
    if named := os.environ.get(VARIABLE, "").strip():
        if (found := shutil.which(named)) is None:
            raise NoFfmpeg(ENOENT, f"{VARIABLE} names no program that can be run", named)
        return found
    if (found := _bundled() or shutil.which("ffmpeg")) is None:
        raise NoFfmpeg(ENOENT, f"there is no ffmpeg: install it, or set {VARIABLE}")
    return found


def _bundled() -> str | None:
    try:
        from imageio_ffmpeg import get_ffmpeg_exe

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):  # not installed, or without a program for this system
        return None
