"""Run ffmpeg: progress, error messages, and a check of the result."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from mock_server.media.boxes import check_boxes
from mock_server.media.children import TooSlow, started
from mock_server.media.probe import MediaError, ffmpeg_exe
from mock_server.render.composition import Composition
from mock_server.render.errors import RenderError
from mock_server.state import private_files

# ffmpeg's cheap search of quantizers is twice as fast, and better at these rates: 10 dB nearer to the
# original at 192 kbit/s, 6 dB at 96.
SOUND = ["-c:a", "aac", "-aac_coder", "fast", "-ar", "48000"]
# What ffmpeg says of a file; metadata, which may be anybody's, stand further to the right.
LASTS = re.compile(r"^  Duration: (\d+):(\d+):([\d.]+)", re.MULTILINE)
SIZE = re.compile(r"^  Stream #0:\d.*: Video: .*, (\d+)x(\d+)[ ,]", re.MULTILINE)
SOUND_TRACK = re.compile(r"^  Stream #0:\d.*: Audio: ", re.MULTILINE)
# Constant rate factor and sound bit rate by quality.
QUALITY = {"high": ("20", "192k"), "medium": ("24", "128k"), "low": ("29", "96k")}
PRESETS = ("ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower")
# How long ffmpeg may take for a video of so many seconds, far beyond what the slowest machine needs.
LEAST_SECONDS, SECONDS_PER_SECOND = 600.0, 60.0


def video_options(video: Composition, quality: str, preset: str) -> list[str]:
    """How the picture is encoded."""
    crf = QUALITY.get(quality, QUALITY["high"])[0]
    speed = preset if preset in PRESETS else "veryfast"
    return ["-c:v", "libx264", "-preset", speed, "-crf", crf, "-pix_fmt", "yuv420p",
            "-r", str(video.canvas.fps)]  # fmt: skip


def sound_options(quality: str) -> list[str]:
    """How the sound is encoded."""
    return [*SOUND, "-b:a", QUALITY.get(quality, QUALITY["high"])[1]]


def run(
    arguments: list[str], folder: Path, seconds: float, progress: Callable[[float], None] | None
) -> int:
    """Run ffmpeg in `folder`; returns how many frames it wrote.

    Raises RenderError with ffmpeg's last line; an exception of `progress` stops it and propagates.
    """
    frames = 0
    command = [ffmpeg_exe(), "-hide_banner", "-v", "error", "-nostdin", "-y",
               "-progress", "pipe:1", "-stats_period", "0.2", *arguments]  # fmt: skip
    limit = LEAST_SECONDS + SECONDS_PER_SECOND * seconds
    private_files.write(folder / "log.txt", b"")
    with (folder / "log.txt").open("w+", encoding="utf-8", errors="replace") as log:
        pipes = {"stdout": subprocess.PIPE, "stderr": log}
        try:
            with started(command, limit, cwd=folder, **pipes, text=True) as job:
                assert job.stdout
                private_files.write(folder / "ffmpeg.pid", str(job.pid).encode("ascii"))
                for line in job.stdout:
                    if line.startswith("frame="):
                        frames = int(line[6:])
                    if progress and line.startswith("out_time_us=") and line[12:13].isdigit():
                        progress(min(int(line[12:]) / 1e6 / seconds, 1.0))
        except TooSlow as error:
            raise RenderError(f"the render takes too long: {error}") from None
        if job.returncode:
            log.seek(0)
            words = [line.strip() for line in log if line.strip()]
            raise RenderError(f"ffmpeg could not render the draft: {_short(words)}")
    return frames


def check(file: Path, video: Composition, frames: int) -> None:
    """Check the result: ffmpeg succeeds even when its input was cut short. Raises RenderError.

    A copied picture may have a few frames more or less than its average rate gives.
    """
    if abs(frames - video.frames) > 1 + video.frames // 100:
        raise RenderError(f"the render has {frames} frames instead of {video.frames}")
    said = _described(file)
    lasts, size = LASTS.search(said), SIZE.search(said)
    if not size or not SOUND_TRACK.search(said):
        raise RenderError("the render lacks its picture or its sound")
    wanted, frame = float(video.frames / video.canvas.fps), float(1 / video.canvas.fps)
    parts = reversed(lasts.groups()) if lasts else ()
    made = sum(float(part) * 60**power for power, part in enumerate(parts))
    if abs(made - wanted) > max(0.05, frame + 0.001):
        raise RenderError(f"the render lasts {made:.2f} s instead of {wanted:.2f} s")
    if (int(size[1]), int(size[2])) != (video.canvas.width, video.canvas.height):
        raise RenderError(f"the render is {size[1]}x{size[2]}")


def _described(file: Path) -> str:
    """What ffmpeg says of a file after reading all of it. Raises RenderError for a damaged one.

    Its libraries would have to be loaded into this process, which takes six times as long.
    """
    with file.open("rb") as opened:
        try:
            check_boxes(opened, file.stat().st_size, file.name)
        except MediaError as error:
            raise RenderError(f"the render is damaged: {error}") from error
    command = [ffmpeg_exe(), "-hide_banner", "-nostdin", "-nostats", "-xerror",
               "-i", f"file:{file}", "-map", "0", "-c", "copy", "-f", "null", "-"]  # fmt: skip
    with started(command, LEAST_SECONDS, stderr=subprocess.PIPE) as job:
        said = job.communicate()[1].decode(errors="replace")
    if job.returncode:
        raise RenderError(f"the render is damaged: {_short(said.splitlines())}")
    return str(said)


def _short(words: list[str]) -> str:
    return words[-1].rsplit("] ", 1)[-1][:200] if words else "it said nothing"
