"""The picture of the main track: one chain per block, joined into one stream of frames."""

from __future__ import annotations

import hashlib
from fractions import Fraction

from mock_server.media.probe import Media
from mock_server.render import ramps
from mock_server.render.blocks import Block, Cut
from mock_server.render.colors import color
from mock_server.render.composition import Canvas, Clip, PictureProperties
from mock_server.render.grades import DIPS, grade, transition
from mock_server.render.graph import Graph
from mock_server.render.select import keep

# Frames that may stand in when a source ends a little before the time its header gives.
SPARE_SECONDS = 2
HIGH_DEFINITION = 720
# What is transparent on the main track has nothing below it.
ON_BLACK = ["format=gbrap", "premultiply=inplace=1", "format=gbrp"]


def number(value: Fraction | float) -> str:
    """A number as filters read it; fractions stay exact."""
    return str(value) if isinstance(value, Fraction) else f"{value:.6f}".rstrip("0").rstrip(".")


def timed(canvas: Canvas) -> str:
    """Frames numbered from 0, one time unit each."""
    return f"settb={1 / canvas.fps},setpts=N,fps={canvas.fps}"


def footage_picture(graph: Graph, source: int, block: Block, cut: Cut, canvas: Canvas) -> str:
    """The frames of a block out of an input that was opened at the cut's begin."""
    media = block.first.source
    assert media
    frames = block.frames(canvas) + block.head + block.tail
    if block.first.speed_to:
        label = graph.chain(
            f"{ramps.picture(block.first, cut.begin, canvas.fps)},"
            f"tpad=start={block.head}:start_mode=clone:stop={frames}:stop_mode=clone,{timed(canvas)}",
            f"{source}:{media.tracks.picture}",
        )
        label = shaped(graph, label, media, block.first.picture, canvas)
        return graph.chain(f"trim=end_frame={frames}", label)
    spare = int(cut.rate * (SPARE_SECONDS + Fraction(media.tracks.held_ms, 1000))) + 1
    label = graph.chain(
        f"fps={cut.rate}:start_time=0,tpad=stop={spare}:stop_mode=clone,"
        f"select='{keep(cut.frames)}',{timed(canvas)}",
        f"{source}:{media.tracks.picture}",
    )
    label = shaped(graph, label, media, block.first.picture, canvas)
    # Only where it must be: frames that `fps` gave out are copied before anything is drawn on them.
    before = f"tpad=start={cut.cloned}:start_mode=clone,{timed(canvas)}," if cut.cloned else ""
    return graph.chain(f"{before}trim=end_frame={frames}", label)


def still_picture(graph: Graph, block: Block, canvas: Canvas) -> str:
    """One frame of a video, or a picture, held."""
    clip = block.first
    assert clip.source
    source, skip = _opened_at(graph, clip.source, clip.begin, canvas)
    label = graph.chain(
        f"{skip}trim=end_frame=1,{timed(canvas)}", f"{source}:{clip.source.tracks.picture}"
    )
    label = shaped(graph, label, clip.source, clip.picture, canvas)
    frames = block.frames(canvas) + block.head + block.tail
    return graph.chain(f"tpad=stop={frames - 1}:stop_mode=clone,{timed(canvas)}", label)


def _opened_at(graph: Graph, media: Media, at: float, canvas: Canvas) -> tuple[int, str]:
    """An input that shows what the file shows at that time (ms) once the filters skip the rest."""
    if not media.moves:
        return graph.file(media), ""
    at = max(min(at, media.picture_ms - 1500 / (media.fps or 25)), 0)
    if media.seeks:
        return graph.file(media, "-t", "2", begin=at / 1000), ""
    return graph.file(media), f"fps={canvas.fps}:start_time=0,trim=start_frame={canvas.frame(at)},"


def card_picture(graph: Graph, block: Block, canvas: Canvas) -> str:
    """A quiet moving background in place of a generated clip, or black."""
    frames = block.frames(canvas) + block.head + block.tail
    size = f"s={canvas.width}x{canvas.height}:r={canvas.fps}"
    if block.first.kind != "card":
        return graph.chain(f"color=c=black:{size},trim=end_frame={frames},"
                           f"format=yuv420p,setsar=1,{timed(canvas)}")  # fmt: skip
    dark, light = _tints(block.first.prompt)
    small = f"s={canvas.width // 8 * 2}x{canvas.height // 8 * 2}:r={canvas.fps}"
    return graph.chain(
        f"gradients={small}:c0={dark}:c1={light}:n=2:seed=1:speed=0.006,"
        f"trim=end_frame={frames},scale={canvas.width}:{canvas.height},format=yuv420p,setsar=1,"
        f"{timed(canvas)}"
    )


def matrix(height: int) -> str:
    """The colour matrix that players assume for a picture of that height without a tag."""
    return "bt709" if height >= HIGH_DEFINITION else "smpte170m"


def tag(name: str) -> str:
    """Say by which matrix the colours are coded, or an enlarged picture changes its colours."""
    return f"setparams=colorspace={name}:color_primaries={name}:color_trc={name}"


def in_standard_range(media: Media) -> list[str]:
    """The filters that make BT.709 of a picture in HDR (PQ or HLG, BT.2020); none for any other.

    100 cd/m² become white, and what is brighter is pressed into the rest by Hable's curve.
    """
    curve = {"pq": "smpte2084", "hlg": "arib-std-b67"}.get(media.tracks.hdr)
    if curve is None:
        return []
    return [
        f"zscale=tin={curve}:pin=bt2020:min=bt2020nc:rin=tv:t=linear:npl=100", "format=gbrpf32le",
        "zscale=p=bt709", "tonemap=hable:desat=0", "zscale=t=bt709:m=bt709:r=tv", "format=yuv420p",
    ]  # fmt: skip


def opaque(media: Media, coded: str) -> list[str]:
    """The filters that make ordinary video of a picture of any kind, with the matrix `coded` where
    its colours are not coded by one of their own."""
    filters = in_standard_range(media)
    if media.tracks.alpha:
        filters += ON_BLACK
    if _coded_anew(media):
        filters.append(f"scale=out_color_matrix={coded}:out_range=tv,format=yuv444p")
    return filters


def _coded_anew(media: Media) -> bool:
    return media.kind == "image" or media.tracks.alpha


def shaped(
    graph: Graph, label: str, media: Media, picture: PictureProperties, canvas: Canvas
) -> str:
    """Turned, cropped, graded, and set into the canvas."""
    coded = matrix(canvas.height if media.kind == "image" else media.height)
    filters = [*opaque(media, coded), *_picture_filters(picture)]
    if filters:
        label = graph.chain(",".join(filters), label)
    label = _set_into(graph, label, _shape(media, picture), canvas)
    if media.tracks.tagged and not _coded_anew(media):
        return label
    return graph.chain(tag(coded), label)


def _shape(media: Media, picture: PictureProperties) -> float:
    """How much wider than high a picture is, turned and cropped."""
    width, height = media.width, media.height
    if picture.rotate in (90, 270):
        width, height = height, width
    return width * _left(picture, 0) / (height * _left(picture, 2))


def _left(picture: PictureProperties, axis: int) -> float:
    """What cropping leaves of the width (0) or of the height (2), as a share."""
    return max(1 - picture.crop - sum(picture.sides[axis : axis + 2]), 0.01)


def joined(graph: Graph, parts: list[tuple[Block, str]], canvas: Canvas) -> str:
    """All blocks in one stream: cuts, overlapping fades, transitions at cuts."""
    length, row = 0, list[str]()
    for block, part in parts:
        frames = block.frames(canvas) + block.head + block.tail
        if block.join is None or not block.fade:
            row.append(part)
            length += frames
            continue
        label = _concat(graph, row, canvas)
        start = length - block.fade
        row = [_linked(graph, label, part, block, start, canvas)]
        length = start + frames
    return _concat(graph, row, canvas)


def _linked(graph: Graph, label: str, part: str, block: Block, start: int, canvas: Canvas) -> str:
    """What is there and a block in one stream; the transition begins at the frame `start`."""
    assert block.join
    kind = transition(block.join.kind)
    if color := DIPS.get(kind):
        return _dipped(graph, label, part, (start, block.fade), color, canvas)
    return graph.chain(
        f"xfade=transition={kind}:duration={number(float(block.fade / canvas.fps))}"
        f":offset={number(float(start / canvas.fps))},{timed(canvas)}",
        label,
        part,
    )


def _dipped(
    graph: Graph, label: str, part: str, when: tuple[int, int], color: str, canvas: Canvas
) -> str:
    """The first half of the transition goes to one colour and the second comes from it; `xfade` is
    there after a fifth of the time already."""
    start, frames = when
    half = frames // 2
    out = graph.chain(
        f"trim=end_frame={start + half},fade=t=out:s={start}:n={max(half, 1)}:color={color}", label
    )
    into = graph.chain(
        f"trim=start_frame={half},{timed(canvas)},fade=t=in:s=0:n={frames - half}:color={color}",
        part,
    )
    return _concat(graph, [out, into], canvas)


def faded(clips: list[Clip], name: str = "fade") -> list[str]:
    """Fades from and to black, or with `afade` from and to silence, in timeline time."""
    filters = []
    for clip in clips:
        for kind, at, lasts in (
            ("in", clip.start, clip.fade_in),
            ("out", clip.end - clip.fade_out, clip.fade_out),
        ):
            if lasts:
                span = f"st={at / 1000}:d={lasts / 1000}"
                within = f"between(t,{at / 1000},{(at + lasts) / 1000})"
                filters.append(f"{name}=t={kind}:{span}:enable='{within}'")
    return filters


def _concat(graph: Graph, row: list[str], canvas: Canvas) -> str:
    if len(row) == 1:
        return row[0]
    return graph.chain(f"concat=n={len(row)}:v=1:a=0,{timed(canvas)}", *row)


def _picture_filters(picture: PictureProperties) -> list[str]:
    turns = {90: ["transpose=1"], 180: ["hflip", "vflip"], 270: ["transpose=2"]}
    filters = list(turns.get(picture.rotate, []))
    if picture.stabilize:
        filters.append("deshake=rx=32:ry=32")
    if picture.crop or any(picture.sides):
        filters.append(_cropped(picture))
    return filters + grade(picture.color, picture.amount)


def _cropped(picture: PictureProperties) -> str:
    wide, high = (number(_left(picture, axis)) for axis in (0, 2))
    left, top = (number(picture.crop / 2 + picture.sides[axis]) for axis in (0, 2))
    size = f"trunc(iw*{wide}/2)*2:trunc(ih*{high}/2)*2"
    return f"crop={size}:round(iw*{left}/2)*2:round(ih*{top}/2)*2"


def even(value: float) -> int:
    """The nearest even number, at least 2."""
    return max(round(value / 2) * 2, 2)


def _set_into(graph: Graph, label: str, shape: float, canvas: Canvas) -> str:
    wide, high = canvas.width, canvas.height
    done = "setsar=1,format=yuv420p"
    if abs(shape - wide / high) * high < 2.5:
        return graph.chain(f"scale={wide}:{high},{done}", label)
    wider = shape > wide / high
    inside = (wide, even(wide / shape)) if wider else (even(high * shape), high)
    cover = (even(high * shape), high) if wider else (wide, even(wide / shape))
    if canvas.fill == "fill":
        return graph.chain(f"scale={cover[0]}:{cover[1]},crop={wide}:{high},{done}", label)
    if canvas.fill == "blur":
        behind, front = graph.fork(label)
        small = f"scale={even(cover[0] / 8)}:{even(cover[1] / 8)}"
        crop = f"crop={even(wide / 8)}:{even(high / 8)}"
        under = graph.chain(f"{small},{crop},gblur=sigma={max(high / 160, 1):.1f},"
                            f"scale={wide}:{high},eq=brightness=-0.06:saturation=0.9,{done}",
                            behind)  # fmt: skip
        over = graph.chain(f"scale={inside[0]}:{inside[1]},{done}", front)
        return graph.chain(f"overlay=(W-w)/2:(H-h)/2,{done}", under, over)
    return graph.chain(
        f"scale={inside[0]}:{inside[1]},setsar=1,format=yuv420p,"
        f"pad={wide}:{high}:(ow-iw)/2:(oh-ih)/2:0x{color(canvas.background, '000000')},{done}",
        label,
    )


def _tints(prompt: str) -> tuple[str, str]:
    pairs = (("0x101828", "0x34507a"), ("0x1c1230", "0x6a3d7c"), ("0x0c2420", "0x2f7a66"),
             ("0x2a1410", "0x9a5a3a"), ("0x14181f", "0x55606e"))  # fmt: skip
    return pairs[hashlib.sha256(prompt.encode()).digest()[0] % len(pairs)]
