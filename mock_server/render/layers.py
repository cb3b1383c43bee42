"""Render the layers: pictures, music, voices, effects."""

from __future__ import annotations

from mock_server.render import effects, loops, music
from mock_server.render.blocks import RATE
from mock_server.render.composition import Canvas, Composition, Layer
from mock_server.render.graph import Graph
from mock_server.render.picture import in_standard_range, number
from mock_server.render.places import corner
from mock_server.render.sound import BOTH_SIDES, FORMAT, spread

# Where an overlay goes without a position, and how wide it is (share of the canvas).
OVERLAY_AT, OVERLAY_SCALE, MARGIN = "top-right", 0.2, 0.04
# An animated GIF or WebP begins again when it ends.
AGAIN = ["-ignore_loop", "0"]
# Dry synthesis gets a room, another one on each side (delays in ms, strengths).
ROOMS = ("aecho=1:1:31|59|97:0.20|0.14|0.08", "aecho=1:1:43|73|89:0.20|0.14|0.08")
# Drums may be pressed a little, chords stay clean.
SOFT_KNEE = "asoftclip=type=tanh"
DUCK = "sidechaincompress=threshold=0.02:ratio=8:attack=25:release=450:knee=4"


def overlaid(graph: Graph, label: str, video: Composition) -> str:
    """The overlays on the picture, in order."""
    for layer in video.overlays:
        label = _overlay(graph, label, layer, video.canvas)
    return label


def sounds(graph: Graph, main: str, video: Composition) -> tuple[str, list[str]]:
    """The main sound and the layers to mix with it; ducked ones listen to voices."""
    voices = [_sound(graph, x) for x in video.sounds if x.role == "voiceover"]
    rest = [x for x in video.sounds if x.role != "voiceover"]
    ducked = [_sound(graph, x) for x in rest if x.data.get("duck")]
    plain = [_sound(graph, x) for x in rest if not x.data.get("duck")]
    plain += [_sound(graph, x) for x in video.overlays if _is_heard(x)]
    if not ducked:
        return main, voices + plain
    if voices:
        main = graph.chain(f"amix=inputs={len(voices) + 1}:normalize=0:duration=first",
                           main, *voices)  # fmt: skip
    lowered = []
    for music_label in ducked:
        main, key = graph.fork(main, "asplit")
        lowered.append(graph.chain(DUCK, music_label, key))
    return main, plain + lowered


def _is_heard(overlay: Layer) -> bool:
    heard = overlay.source is not None and overlay.source.has_audio
    return heard and overlay.number("sound") > 0


def _overlay(graph: Graph, under: str, layer: Layer, canvas: Canvas) -> str:
    assert layer.source
    start, end = layer.start / 1000, layer.end / 1000
    moving = layer.source.moves
    some = ["-t", number(end - start + 1)] if moving else []
    again = AGAIN if moving and layer.source.kind == "image" else []
    begin = layer.number("in") / 1000 if layer.source.seeks else 0.0
    source = graph.file(layer.source, *again, *some, begin=begin)
    last = canvas.frame(layer.end) - canvas.frame(layer.start)
    timed = f"fps={canvas.fps}:start_time=0,trim=end_frame={last},setpts=PTS-STARTPTS+{start}/TB,"
    shown = timed if moving else ""
    opacity = number(layer.number("opacity"))
    before = "".join(f"{one}," for one in in_standard_range(layer.source))
    over = graph.chain(
        f"{before}{shown}{_sized(layer, canvas)},format=yuva420p,colorchannelmixer=aa={opacity}",
        f"{source}:{layer.source.tracks.picture}",
    )
    fills = bool(layer.data.get("fill"))
    x, y = ("0", "0") if fills else corner(layer, OVERLAY_AT, MARGIN, canvas)
    within = f"gte(t,{start})*lt(t,{end})"
    return graph.chain(
        f"overlay=x={x}:y={y}:enable='{within}':eof_action=repeat,format=yuv420p", under, over
    )


def _sized(layer: Layer, canvas: Canvas) -> str:
    """The filters that give an overlay its size, or that of the whole frame."""
    assert layer.source
    if layer.data.get("fill"):
        frame = f"{canvas.width}:{canvas.height}"
        return f"scale={frame}:force_original_aspect_ratio=increase,crop={frame}"
    wide = max(round(canvas.width * layer.number("scale", OVERLAY_SCALE) / 2) * 2, 2)
    high = max(round(wide * layer.source.height / layer.source.width / 2) * 2, 2)
    return f"scale={wide}:{high}"


def _sound(graph: Graph, layer: Layer) -> str:
    seconds = layer.duration / 1000
    source, colour = _source(graph, layer, seconds)
    # The sound of a file may begin later than the file.
    resampled = f"aresample={RATE}" + (":async=1:first_pts=0" if layer.source else "")
    filters = [resampled, *colour, FORMAT, "apad",
               f"atrim=duration={number(seconds)}", "asetpts=N/SR/TB"]  # fmt: skip
    vol = layer.number("sound" if layer.role == "overlay" else "vol")
    if vol != 1:
        filters.append(f"volume={number(vol)}")
    into, out = (fade / 1000 for fade in layer.fades())
    if into:
        filters.append(f"afade=t=in:st=0:d={number(into)}")
    if out:
        filters.append(f"afade=t=out:st={number(seconds - out)}:d={number(out)}")
    if layer.start:
        filters.append(f"adelay={layer.start}:all=1")
    return graph.chain(",".join(filters), source)


def _source(graph: Graph, layer: Layer, seconds: float) -> tuple[str, list[str]]:
    """An input for the layer, and how its sound is coloured."""
    if layer.source and not layer.source.has_audio:
        return graph.chain(f"anullsrc=r={RATE}:cl=stereo,atrim=duration={number(seconds)}"), []
    if layer.source:
        again = ["-stream_loop", "-1"] if layer.role == "music" else []
        options = [*again, "-t", number(seconds + 1)]
        file = graph.file(layer.source, *options, begin=layer.number("in") / 1000)
        return f"{file}:{layer.source.sound.stream}", spread(layer.source)
    name = layer.text("name") or layer.text("text")
    if layer.role == "voiceover":
        voiced = effects.voice(layer.text("text") or name, seconds)
        return f"{graph.sound(voiced)}:a:0", [BOTH_SIDES, "lowpass=f=1800"]
    if layer.role == "sound" and "bleep" in name.lower():
        return f"{graph.sound(effects.bleep(seconds))}:a:0", [BOTH_SIDES]
    if layer.role == "sound":
        return f"{graph.sound(effects.effect(name))}:a:0", [BOTH_SIDES, SOFT_KNEE]
    return _music(graph, name, seconds), []


def _music(graph: Graph, name: str, seconds: float) -> str:
    bars, gain = loops.loop(name)
    file = graph.sound(bars, "-stream_loop", "-1", "-t", number(seconds + 1))
    dull = f"lowpass=f={music.mood(name).dull}"
    dry = graph.chain(f"aresample={RATE},volume={number(gain)},{SOFT_KNEE},{dull}", f"{file}:a:0")
    sides = [graph.chain(r, d) for r, d in zip(ROOMS, graph.fork(dry, "asplit"), strict=True)]
    return graph.chain("join=inputs=2:channel_layout=stereo", *sides)
