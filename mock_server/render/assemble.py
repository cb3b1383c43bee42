"""Turn a composition into the arguments of one ffmpeg run."""

from __future__ import annotations

from mock_server.render import effects_seen, encode, halves, layers, picture, sound, text
from mock_server.render.blocks import Block, Cut, blocks, cut
from mock_server.render.composition import Composition, PictureProperties
from mock_server.render.graph import Graph
from mock_server.state import private_files

# With more inputs than this, each decoder gets one thread, or their buffers add up.
MANY_INPUTS = 6


def arguments(video: Composition, graph: Graph, quality: str, preset: str) -> list[str]:
    """Inputs, graph and encoders; the graph and other files are written into graph.folder."""
    made = blocks(video.clips, video.canvas)
    if _untouched(made, video):
        seen, heard = _copied(graph, made[0], video)
        coded = ["-map", seen, "-c:v", "copy"]
    else:
        seen, heard = _main_track(graph, made, video)
        coded = ["-map", f"[{seen}]", *encode.video_options(video, quality, preset)]
    private_files.write(graph.folder / "graph.txt", graph.text().encode())
    few = ["-threads", "1"] if len(graph.inputs) > MANY_INPUTS else []
    inputs = [arg for options in graph.inputs for arg in (*few, *options)]
    return [*inputs, "-/filter_complex", "graph.txt", *coded, "-map", f"[{heard}]",
            *encode.sound_options(quality)]  # fmt: skip


def _untouched(made: list[Block], video: Composition) -> bool:
    """Whether the picture is that of one source from its first frame to its last."""
    block, media, canvas = made[0], made[0].first.source, video.canvas
    if len(made) > 1 or media is None or not media.tracks.copyable or block.first.kind != "footage":
        return False
    drawn = (
        video.effects
        or video.overlays
        or video.texts
        or any(text.labelled(s) for s in video.sounds)
    )
    fades = any(c.fade_in or c.fade_out for c in video.clips)
    if (
        drawn
        or fades
        or block.first.picture != PictureProperties()
        or block.first.mean_speed != 1
        or block.first.speed_to
    ):
        return False
    taken = cut(block, canvas)
    whole = len(taken.frames) == 1 or all(
        a[1] == b[0] for a, b in zip(taken.frames, taken.frames[1:], strict=False)
    )
    frame = float(1000 / canvas.fps)
    as_long = taken.begin < frame / 2 and abs(taken.end - media.duration_ms) < 0.6 * frame
    same = (media.width, media.height) == (canvas.width, canvas.height)
    return whole and as_long and same and abs(media.fps - float(canvas.fps)) < 0.01


def _copied(graph: Graph, block: Block, video: Composition) -> tuple[str, str]:
    """The picture as it is in the source, and its sound with the layers."""
    media = block.first.source
    assert media
    source = graph.file(media)
    heard = _footage_sound(graph, source, block, cut(block, video.canvas), video)
    heard, added = layers.sounds(graph, heard, video)
    return f"{source}:{media.tracks.picture}", sound.mixed(graph, heard, added, video)


def _main_track(graph: Graph, made: list[Block], video: Composition) -> tuple[str, str]:
    canvas = video.canvas
    parts = [(b, *_block(graph, b, video)) for b in made]
    seen = picture.joined(graph, [(b, v) for b, v, _ in parts], canvas)
    heard = sound.joined(graph, [(b, a) for b, _, a in parts], canvas)
    if fades := picture.faded(video.clips):
        seen = graph.chain(",".join(fades), seen)
        heard = graph.chain(",".join(picture.faded(video.clips, "afade")), heard)
    seen = effects_seen.shown(graph, seen, video)
    seen = text.drawn(graph, layers.overlaid(graph, seen, video), video)
    seen = graph.chain(f"trim=end_frame={video.frames}", seen)
    heard, added = layers.sounds(graph, heard, video)
    return seen, sound.mixed(graph, heard, added, video)


def _block(graph: Graph, block: Block, video: Composition) -> tuple[str, str]:
    """The labels of a block's picture and sound."""
    canvas, clip = video.canvas, block.first
    beside = clip.picture.beside
    if clip.kind == "still" and beside:
        picture_label = halves.still_halves(graph, block, beside, canvas)
    elif clip.kind == "still":
        picture_label = picture.still_picture(graph, block, canvas)
    elif clip.kind != "footage":
        picture_label = picture.card_picture(graph, block, canvas)
    else:
        return _footage(graph, block, video)
    return picture_label, sound.silence(graph, block.samples(canvas))


def sound_of(graph: Graph, block: Block, video: Composition) -> str:
    """The label of a block's sound alone."""
    media, taken = block.first.source, cut(block, video.canvas)
    if block.first.kind != "footage" or media is None:
        return sound.silence(graph, block.samples(video.canvas))
    lasts = (taken.end - taken.begin) / 1000 + 1
    source = graph.file(media, "-t", f"{lasts:.6f}", begin=taken.begin / 1000)
    return _footage_sound(graph, source, block, taken, video)


def _footage(graph: Graph, block: Block, video: Composition) -> tuple[str, str]:
    media, taken = block.first.source, cut(block, video.canvas)
    assert media
    lasts = (taken.end - taken.begin) / 1000 + 1
    source = graph.file(media, "-t", f"{lasts:.6f}", begin=taken.begin / 1000)
    heard = _footage_sound(graph, source, block, taken, video)
    if media.kind == "audio":
        return picture.card_picture(graph, block, video.canvas), heard
    if beside := block.first.picture.beside:
        return halves.footage_halves(graph, source, block, beside, video.canvas), heard
    return picture.footage_picture(graph, source, block, taken, video.canvas), heard


def _footage_sound(graph: Graph, source: int, block: Block, taken: Cut, video: Composition) -> str:
    media = block.first.source
    if media and media.has_audio and block.first.level.vol > 0:
        return sound.footage_sound(graph, source, block, taken, video.canvas)
    return sound.silence(graph, block.samples(video.canvas))
