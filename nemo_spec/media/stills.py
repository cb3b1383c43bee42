"""Single frames and small previews of local files, for pages that people look at."""

from __future__ import annotations

import tempfile
from pathlib import Path

from nemo_spec.child_process import OutOfTime, output_of
from nemo_spec.media.ffmpeg import ffmpeg
from nemo_spec.media.probe import NotMedia, measure

_FRAME_LIMIT, _PREVIEW_LIMIT = 20, 600
"""Seconds."""
_MOST_BITS = 1_200_000
"""Per second: a picture of 480 lines gains nothing from more."""
_SOUND_BITS = 64_000
_ROOM = 0.85
"""Of the bytes: an encoder misses its rate by some percent, and the container needs some."""


def frame_of(path: Path, ms: float, width: int) -> bytes:
    """One frame as JPEG, `width` pixels wide; nothing where there is none."""
    at = (
        []
        if path.suffix.lower() in (".png", ".jpg", ".jpeg", ".webp")
        else ["-ss", f"{ms / 1000:.3f}"]
    )
    picture = ["-frames:v", "1", "-vf", f"scale={width}:-2", "-q:v", "5", "-f", "mjpeg", "-"]
    command = [ffmpeg(), "-v", "error", "-nostdin", *at, "-i", f"file:{path}", *picture]
    try:
        ended = output_of(command, _FRAME_LIMIT)
    except (OutOfTime, OSError):
        return b""
    return ended.output if ended.code == 0 else b""


def preview_of(path: Path, limit: int) -> bytes:
    """The whole video at 480 lines as mp4 of at most `limit` bytes; nothing where that cannot be."""
    try:
        seconds = measure(path).length / 1000
    except NotMedia:
        return b""
    bits = min(_MOST_BITS, limit * 8 * _ROOM / max(1.0, seconds) - _SOUND_BITS)
    if bits < 20_000:
        return b""
    with tempfile.TemporaryDirectory(prefix="nemo-spec-") as folder:
        made = Path(folder, "preview.mp4")
        command = [
            ffmpeg(), "-v", "error", "-nostdin", "-i", f"file:{path}", "-vf", "scale=-2:'min(480,ih)'",
            "-c:v", "libx264", "-preset", "veryfast", "-b:v", str(int(bits)), "-maxrate",
            str(int(bits)), "-bufsize", str(int(bits)), "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a",
            str(_SOUND_BITS), "-movflags", "+faststart", f"file:{made}",
        ]  # fmt: skip
        try:
            ended = output_of(command, _PREVIEW_LIMIT)
            content = made.read_bytes() if ended.code == 0 else b""
        except (OutOfTime, OSError):
            return b""
    return content if len(content) <= limit else b""
