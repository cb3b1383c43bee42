"""From a score to the arguments of one ffmpeg run."""

from __future__ import annotations

from mock_server.render import encode, layers, picture, sound, text
from mock_server.render.blocks import Block, Cut, blocks, cut
from mock_server.render.composition import Look, Score
from mock_server.render.graph import Graph
from mock_server.state import private_files

# With more inputs than this, each decoder gets one thread, or their buffers add up.
MANY_INPUTS = 6


def arguments(score: Score, graph: Graph, quality: str, preset: str) -> list[str]:
    """Inputs, graph and encoders; the graph and other files are written into graph.folder."""
    made = blocks(score.clips, score.canvas)
    if _untouched(made, score):
        seen, heard = _copied(graph, made[0], score)
        video = ["-map", seen, "-c:v", "copy"]
    else:
        seen, heard = _main_track(graph, made, score)
        video = ["-map", f"[{seen}]", *encode.video_options(score, quality, preset)]
    private_files.write(graph.folder / "graph.txt", graph.text().encode())
    few = ["-threads", "1"] if len(graph.inputs) > MANY_INPUTS else []
    inputs = [arg for options in graph.inputs for arg in (*few, *options)]
    return [*inputs, "-/filter_complex", "graph.txt", *video, "-map", f"[{heard}]",
            *encode.sound_options(quality)]  # fmt: skip


def _untouched(made: list[Block], score: Score) -> bool:
    """Whether the picture is that of one source from its first frame to its last."""
    block, media, canvas = made[0], made[0].first.source, score.canvas
    if len(made) > 1 or media is None or not media.copyable or block.first.kind != "footage":
        return False
    drawn = score.overlays or score.texts or any(text.labelled(s) for s in score.sounds)
    fades = any(c.fade_in or c.fade_out for c in score.clips)
    if drawn or fades or block.first.look != Look() or block.first.speed != 1:
        return False
    taken = cut(block, canvas)
    whole = len(taken.frames) == 1 or all(
        a[1] == b[0] for a, b in zip(taken.frames, taken.frames[1:], strict=False)
    )
    frame = float(1000 / canvas.fps)
    as_long = taken.begin < frame / 2 and abs(taken.end - media.duration_ms) < 0.6 * frame
    same = (media.width, media.height) == (canvas.width, canvas.height)
    return whole and as_long and same and abs(media.fps - float(canvas.fps)) < 0.01


def _copied(graph: Graph, block: Block, score: Score) -> tuple[str, str]:
    """The picture as it is in the source, and its sound with the layers."""
    media = block.first.source
    assert media
    source = graph.file(media.path)
    heard = _footage_sound(graph, source, block, cut(block, score.canvas), score)
    heard, added = layers.sounds(graph, heard, score)
    return f"{source}:V:0", sound.mixed(graph, heard, added, score)


def _main_track(graph: Graph, made: list[Block], score: Score) -> tuple[str, str]:
    canvas = score.canvas
    parts = [(b, *_block(graph, b, score)) for b in made]
    seen = picture.joined(graph, [(b, v) for b, v, _ in parts], canvas)
    heard = sound.joined(graph, [(b, a) for b, _, a in parts], canvas)
    if fades := picture.faded(score.clips):
        seen = graph.chain(",".join(fades), seen)
        heard = graph.chain(",".join(sound.faded(score.clips)), heard)
    seen = text.drawn(graph, layers.overlaid(graph, seen, score), score)
    seen = graph.chain(f"trim=end_frame={score.frames}", seen)
    heard, added = layers.sounds(graph, heard, score)
    return seen, sound.mixed(graph, heard, added, score)


def _block(graph: Graph, block: Block, score: Score) -> tuple[str, str]:
    """The labels of a block's picture and sound."""
    canvas, clip = score.canvas, block.first
    if clip.kind == "still":
        picture_label = picture.still_picture(graph, block, canvas)
    elif clip.kind != "footage":
        picture_label = picture.card_picture(graph, block, canvas)
    else:
        return _footage(graph, block, score)
    return picture_label, sound.silence(graph, block.samples(canvas))


def _footage(graph: Graph, block: Block, score: Score) -> tuple[str, str]:
    media, taken = block.first.source, cut(block, score.canvas)
    assert media
    lasts = (taken.end - taken.begin) / 1000 + 1
    begin = ["-ss", f"{taken.begin / 1000:.6f}"] if taken.begin else []
    source = graph.file(media.path, *begin, "-t", f"{lasts:.6f}")
    heard = _footage_sound(graph, source, block, taken, score)
    if media.kind == "audio":
        return picture.card_picture(graph, block, score.canvas), heard
    return picture.footage_picture(graph, source, block, taken, score.canvas), heard


def _footage_sound(graph: Graph, source: int, block: Block, taken: Cut, score: Score) -> str:
    media = block.first.source
    if media and media.has_audio and block.first.level.vol > 0:
        return sound.footage_sound(graph, source, block, taken, score.canvas)
    return sound.silence(graph, block.samples(score.canvas))
