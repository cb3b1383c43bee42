"""The ffmpeg program, and how a file is opened with it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from errno import ENOENT, ENOEXEC
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


VARIABLE = "NEMO_FFMPEG"
OLDEST = 7
"""The first version that reads the graph of a long video from a file (`-/filter_complex`)."""
NEEDED = {
    "-encoders": ("libx264", "aac"),
    "-filters": ("ass", "xfade", "overlay", "deshake", "afftdn", "loudnorm", "sidechaincompress"),
}
"""Those that builds without extra libraries, or with few parts, leave out."""


class NoFfmpeg(OSError):
    """There is no ffmpeg that can do what is needed; the text says what is wrong, and what to do."""

    def __str__(self) -> str:
        return str(self.strerror)


@cache
def ffmpeg_exe() -> str:
    """The path of the ffmpeg program: NEMO_FFMPEG, else the bundled one, else the one on PATH.

    The bundled one is known to do; any other is asked. Raises NoFfmpeg.
    """
    if named := os.environ.get(VARIABLE, "").strip():
        return _able(shutil.which(named), f"{VARIABLE}={named}")
    return _bundled() or _able(shutil.which("ffmpeg"), "ffmpeg")


def _bundled() -> str | None:
    try:
        import imageio_ffmpeg  # takes longer than reading a clip

        return imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError):  # not installed, or without a program for this system
        return None


def _able(program: str | None, called: str) -> str:
    cure = f"install imageio-ffmpeg, or name ffmpeg {OLDEST} or later in {VARIABLE}"
    if program is None:
        raise NoFfmpeg(ENOENT, f"{called} is no program that can be run – {cure}")
    if lacking := _lacking(program):
        raise NoFfmpeg(ENOEXEC, f"{called} lacks {', '.join(lacking)} – {cure}")
    return program


def _lacking(program: str) -> list[str]:
    """What it cannot do of what is needed. A build without a number counts as new enough."""
    version = re.search(r"ffmpeg version n?(\d+)\.", _said(program, "-version"))
    old = [f"version {OLDEST} (it is {version[1]})"] if version and int(version[1]) < OLDEST else []
    for question, names in NEEDED.items():
        said = _said(program, "-hide_banner", question)
        old += [name for name in names if not re.search(rf"(?m)^ \S+ +{name} ", said)]
    return old


def _said(program: str, *arguments: str) -> str:
    try:
        done = subprocess.run(
            [program, *arguments], capture_output=True, text=True, errors="replace", timeout=30,
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout


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
