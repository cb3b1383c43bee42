"""From a draft to a video file, in one pass of ffmpeg."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mock_server.media import Media
from mock_server.render import encode, layers, picture, sound, text
from mock_server.render.blocks import Block, blocks, cut
from mock_server.render.errors import RenderError
from mock_server.render.graph import Graph
from mock_server.render.score import Score, read_score

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
    score = read_score(draft, media, width, height, fps)
    part = out.with_name(out.name + ".part")
    try:
        with tempfile.TemporaryDirectory(prefix="render-") as folder:
            arguments = _arguments(score, Graph(Path(folder)), quality, preset)
            seconds = float(score.frames / score.canvas.fps)
            target = ["-movflags", "+faststart", "-f", "mp4", f"file:{part.absolute()}"]
            encode.run([*arguments, *target], Path(folder), seconds, on_progress)
        encode.check(part, score)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)


def _arguments(score: Score, graph: Graph, quality: str, preset: str) -> list[str]:
    seen, heard = _main_track(graph, score)
    (graph.folder / "graph.txt").write_text(graph.text(), encoding="utf-8")
    inputs = [arg for arguments in graph.inputs for arg in arguments]
    return [
        *inputs, "-/filter_complex", "graph.txt", "-map", f"[{seen}]", "-map", f"[{heard}]",
        *encode.video_options(score, quality, preset), *encode.sound_options(quality),
    ]  # fmt: skip


def _main_track(graph: Graph, score: Score) -> tuple[str, str]:
    canvas = score.canvas
    made = [(b, *_block(graph, b, score)) for b in blocks(score.clips, canvas)]
    seen = picture.joined(graph, [(b, v) for b, v, _ in made], canvas)
    heard = sound.joined(graph, [(b, a) for b, _, a in made], canvas)
    if fades := picture.faded(score.clips):
        seen, heard = graph.chain(",".join(fades), seen), _faded_sound(graph, heard, score)
    seen = text.drawn(graph, layers.overlaid(graph, seen, score), score)
    heard, added = layers.sounds(graph, heard, score)
    return seen, sound.mixed(graph, heard, added, score)


def _faded_sound(graph: Graph, heard: str, score: Score) -> str:
    return graph.chain(",".join(sound.faded(score.clips)), heard)


def _block(graph: Graph, block: Block, score: Score) -> tuple[str, str]:
    """The labels of a block's picture and sound."""
    canvas, clip = score.canvas, block.first
    samples = block.samples(canvas)
    if clip.kind == "still":
        return picture.still_picture(graph, block, canvas), sound.silence(graph, samples)
    if clip.kind in ("card", "black") or clip.source is None:
        return picture.card_picture(graph, block, canvas), sound.silence(graph, samples)
    taken = cut(block, canvas)
    lasts = (taken.end - taken.begin) / 1000 + 1
    source = graph.file(clip.source.path, "-ss", f"{taken.begin / 1000:.6f}", "-t", f"{lasts:.6f}")
    audible = clip.source.has_audio and clip.level.vol > 0
    heard = (
        sound.footage_sound(graph, source, block, taken, canvas)
        if audible
        else sound.silence(graph, samples)
    )
    if clip.source.kind == "audio":
        return picture.card_picture(graph, block, canvas), heard
    return picture.footage_picture(graph, source, block, taken, canvas), heard
