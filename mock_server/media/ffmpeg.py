"""The bundled ffmpeg, and how a file is opened with it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import imageio_ffmpeg

# The first bytes of a picture, and the demuxer to read it with: the one that ffmpeg takes by the
# file's extension would read `%d` in a name as a sequence of files.
PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png_pipe"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg_pipe"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp_pipe"),
)
# Containers that may be opened: playlists and scripts, which name other files, are not among them.
CONTAINERS = "mov,mp4,m4a,3gp,matroska,webm,avi,mp3,wav,aac,ogg,flac,mpegts"


@cache
def ffmpeg_exe() -> str:
    """The path of the bundled ffmpeg."""
    return imageio_ffmpeg.get_ffmpeg_exe()


def input_options(path: Path) -> list[str]:
    """The arguments that open a file as what its content is, and as a file only."""
    demuxer = picture_demuxer(path)
    kind = ["-f", demuxer] if demuxer else ["-format_whitelist", CONTAINERS]
    return [*kind, "-protocol_whitelist", "file", "-i", f"file:{path}"]


def picture_demuxer(path: Path) -> str | None:
    """The demuxer of a picture, None for anything else."""
    with path.open("rb") as file:
        start = file.read(16)
    return next((demuxer for magic, demuxer in PICTURES if magic.match(start)), None)
