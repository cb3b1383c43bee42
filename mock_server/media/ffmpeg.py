"""The bundled ffmpeg, and how a file is opened with it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mock_server.media.media import Media

# The first bytes of a picture, and the demuxer to read it with: the one that ffmpeg takes by the
# file's extension would read `%d` in a name as a sequence of files.
PICTURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "png_pipe"),
    (re.compile(rb"\xff\xd8\xff"), "jpeg_pipe"),
    (re.compile(rb"GIF8[79]a"), "gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "webp_pipe"),
)
# Demuxers that read one picture only, and what reads an animation of that kind.
STILLS = {"webp_pipe": "webp_anim"}
# Containers that may be opened: playlists and scripts, which name other files, are not among them.
CONTAINERS = "mov,mp4,m4a,3gp,matroska,webm,avi,mp3,wav,aac,ogg,flac,mpegts"


@cache
def ffmpeg_exe() -> str:
    """The path of the bundled ffmpeg."""
    import imageio_ffmpeg  # takes longer than reading a clip

    return imageio_ffmpeg.get_ffmpeg_exe()


def input_options(media: Media, begin: float = 0.0) -> list[str]:
    """The arguments that open a file as what its content is, and as a file only.

    `begin` is where to start reading, in seconds of the file's own time.
    """
    demuxer = picture_demuxer(media.path)
    if demuxer in STILLS and media.moves:
        demuxer = STILLS[demuxer]
    kind = ["-f", demuxer] if demuxer else ["-format_whitelist", CONTAINERS]
    at = begin + media.tracks.zero
    seek = ["-ss", f"{at:.6f}"] if at > 0 else []
    return [*seek, *kind, "-protocol_whitelist", "file", "-i", f"file:{media.path}"]


def picture_demuxer(path: Path) -> str | None:
    """The demuxer of a picture, None for anything else."""
    with path.open("rb") as file:
        start = file.read(16)
    return next((demuxer for magic, demuxer in PICTURES if magic.match(start)), None)
