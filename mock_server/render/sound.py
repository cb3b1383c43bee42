"""The sound of the main track, in step with its frames, and the layers mixed under and over it."""

from __future__ import annotations

from mock_server.media.probe import Media
from mock_server.render import ramps
from mock_server.render.blocks import RATE, STEP, Block, Cut
from mock_server.render.composition import Canvas, Composition, SoundProperties
from mock_server.render.graph import Graph
from mock_server.render.picture import number
from mock_server.render.select import keep

FORMAT = "aformat=sample_fmts=fltp:channel_layouts=stereo:sample_rates=48000"
# One channel on both speakers at the level it has; ffmpeg would lower it by 3 dB.
BOTH_SIDES = "pan=stereo|c0=c0|c1=c0"
# What was cut in small steps goes on in larger ones: each filter behind costs by the step.
WIDER = "asetnsamples=n=4096:p=0"
# Nothing clips, and nothing else is changed.
LIMIT = "alimiter=limit=0.95:level=0:latency=1"
# The slowest and fastest that one tempo filter does without dropping sound.
SLOWEST, FASTEST = 0.5, 2.0


def footage_sound(graph: Graph, source: int, block: Block, cut: Cut, canvas: Canvas) -> str:
    """The sound of a block out of an input that was opened at the cut's begin."""
    clip = block.first
    assert clip.source
    kept = [f"asetnsamples=n={STEP}:p=0", f"aselect='{keep(cut.steps)}'", WIDER, "asetpts=N/SR/TB"]
    timed = [*kept, *_tempo(clip.speed)]
    if clip.speed_to:
        timed = ramps.sound(clip, cut.begin, str(len(graph.chains)))
    filters = [
        f"aresample={RATE}:async=1:first_pts=0", *spread(clip.source), FORMAT, "apad=pad_dur=2",
        *timed, *_level_filters(clip.level), "apad",
        f"atrim=end_sample={block.samples(canvas)}", "asetpts=N/SR/TB",
    ]  # fmt: skip
    return graph.chain(",".join(filters), f"{source}:{clip.source.sound.stream}")


def spread(media: Media) -> list[str]:
    """What sound of one channel needs first."""
    return [BOTH_SIDES] if media.sound.channels == 1 else []


def silence(graph: Graph, samples: int) -> str:
    """Nothing to hear, for that many samples."""
    return graph.chain(f"anullsrc=r={RATE}:cl=stereo,atrim=end_sample={samples},{FORMAT}")


def joined(graph: Graph, parts: list[tuple[Block, str]], canvas: Canvas) -> str:
    """All blocks in one stream; sounds overlap where pictures do."""
    row: list[str] = []
    for block, part in parts:
        if block.join is None or not block.join.overlap or not block.fade:
            row.append(part)
            continue
        first = canvas.frame(block.first.start)
        ends = (round(frame * RATE / canvas.fps) for frame in (first, first + block.fade))
        lasts = -next(ends) + next(ends)
        row = [graph.chain(f"acrossfade=ns={lasts}:c1=tri:c2=tri", _concat(graph, row), part)]
    return _concat(graph, row)


def mixed(graph: Graph, main: str, layers: list[str], video: Composition) -> str:
    """Main track and layers in one, held below clipping, exactly as long as the picture."""
    if layers:
        main = graph.chain(f"amix=inputs={len(layers) + 1}:normalize=0:duration=first",
                           main, *layers)  # fmt: skip
    samples = round(video.frames * RATE / video.canvas.fps)
    return graph.chain(
        f"{LIMIT},apad,atrim=end_sample={samples},asetpts=N/SR/TB",
        main,
    )


def _concat(graph: Graph, row: list[str]) -> str:
    if len(row) == 1:
        return row[0]
    return graph.chain(f"concat=n={len(row)}:v=0:a=1,asetpts=N/SR/TB", *row)


def _tempo(speed: float) -> list[str]:
    filters = []
    while speed > FASTEST:
        filters.append(f"atempo={FASTEST}")
        speed /= FASTEST
    while speed < SLOWEST:
        filters.append(f"atempo={SLOWEST}")
        speed /= SLOWEST
    return [*filters, f"atempo={number(speed)}"] if filters or speed != 1 else []


def _level_filters(level: SoundProperties) -> list[str]:
    filters = []
    if level.denoise:
        filters.append("afftdn=nr=14:tn=1")
    if level.loudness is not None:
        filters += [f"volume={number(level.gain)}dB", LIMIT]
    elif level.normalize:
        filters.append(f"loudnorm=I=-16:TP=-1.5:LRA=11,aresample={RATE}")
    if level.vol != 1:
        filters.append(f"volume={number(level.vol)}")
    return filters
