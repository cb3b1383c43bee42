"""Render a draft: read it, assemble the filter graph, run ffmpeg, check the result."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mock_server.media.probe import Media
from mock_server.render import assemble, encode
from mock_server.render.backwards import with_reversed_sources
from mock_server.render.errors import RenderError
from mock_server.render.graph import Graph
from mock_server.render.loudness import with_gains
from mock_server.render.reading import read_draft
from mock_server.state import private_files

__all__ = ["RenderError", "render"]


def render(
    draft: Mapping[str, Any],
    media: Mapping[str, Media],
    out: Path,
    *,
    width: int | None = None,
    height: int | None = None,
    fps: float | None = None,
    quality: str = "high",
    preset: str = "veryfast",
    on_progress: Callable[[float], None] | None = None,
) -> None:
    """Render a draft (see docs/draft.md) to an H.264/AAC mp4 at `out`.

    `media` holds the uploaded files by the names that the draft uses. Without width, height and
    fps the draft's canvas is used; `quality` is high, medium or low; `on_progress` is told the
    share that is done, 0–1, and may raise to stop the render.

    Raises RenderError; `out` is only there when the whole render has succeeded.
    """
    video = read_draft(draft, media, width, height, fps)
    # Beside `out`, so that the file can be moved there, and hidden, so that a mock that comes back
    # after a kill finds what is left of it.
    with tempfile.TemporaryDirectory(prefix=".render-", dir=out.absolute().parent) as name:
        folder = Path(name)
        folder.chmod(private_files.FOLDER)
        part = folder / "part.mp4"
        video = replace(video, clips=with_reversed_sources(video.clips, video.canvas, folder))
        video = with_gains(video, folder)
        arguments = assemble.arguments(video, Graph(folder), quality, preset)
        seconds = float(video.frames / video.canvas.fps)
        target = ["-movflags", "+faststart", "-f", "mp4", f"file:{part}"]
        frames = encode.run([*arguments, *target], folder, seconds, on_progress)
        encode.check(part, video, frames)
        part.replace(out)
