"""The ffmpeg that the package `imageio-ffmpeg` carries: it makes clips, and reads none."""

from __future__ import annotations

from functools import cache


@cache
def ffmpeg() -> str:
    """Path of the ffmpeg program."""
    from imageio_ffmpeg import get_ffmpeg_exe  # type: ignore[import-untyped]

    return str(get_ffmpeg_exe())
