"""Read a draft's JSON; ignore unknown keys and odd values."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from mock_server.media.probe import Media
from mock_server.render.composition import (
    Canvas,
    Clip,
    Composition,
    Join,
    Kind,
    Layer,
    PictureProperties,
    SoundProperties,
)
from mock_server.render.errors import RenderError
from mock_server.timeline.properties import clamped, number

PICTURE, SOUND, TEXT = 0, 1, 7
MAX_SIDE = 7680


def read_draft(
    draft: Mapping[str, Any],
    media: Mapping[str, Media],
    width: int | None,
    height: int | None,
    fps: float | None,
) -> Composition:
    """Read a draft. Raises RenderError when it holds nothing, or names an unknown file."""
    tracks = [t for t in draft.get("t") or [] if isinstance(t, Mapping) and t.get("sg")]
    if not tracks:
        raise RenderError("the draft holds no segments")
    pictures, sounds, texts = (
        [_segments(t) for t in tracks if t.get("tt") == kind] for kind in (PICTURE, SOUND, TEXT)
    )
    clips = _main(pictures[0] if pictures else [], media)
    if not clips:
        longest = max((_end(s) for t in tracks for s in _segments(t)), default=0)
        clips = [Clip("black", 0, longest)]
    total = clips[-1].end
    if total <= 0:
        raise RenderError("the draft is empty: nothing in it lasts any time")
    above = _layers(pictures[1:], media, total, "overlay")
    return Composition(
        _canvas(draft.get("m") or {}, width, height, fps),
        clips,
        [one for one in above if one.role == "effect"],
        [one for one in above if one.role != "effect" and one.source],
        _layers(sounds, media, total, "music"),
        _layers(texts, media, total, "title"),
    )


def _segments(track: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted((s for s in track["sg"] if _end(s) > _ms(s, "s")), key=lambda s: _ms(s, "s"))


def _ms(segment: Mapping[str, Any], key: str) -> int:
    return round(number(segment, key))


def _end(segment: Mapping[str, Any]) -> int:
    return _ms(segment, "s") + _ms(segment, "d")


def _canvas(
    m: Mapping[str, Any], width: int | None, height: int | None, fps: float | None
) -> Canvas:
    wide = width or round(clamped(m, "width", 1280, 16, MAX_SIDE))
    high = height or round(clamped(m, "height", 720, 16, MAX_SIDE))
    if not (16 <= wide <= MAX_SIDE and 16 <= high <= MAX_SIDE):
        raise RenderError(f"a picture of {wide}x{high} cannot be made")
    rate = fps or clamped(m, "fps", 30, 1, 120)
    fill, background = str(m.get("fill") or "fit"), str(m.get("background") or "black")
    return Canvas(wide // 2 * 2, high // 2 * 2, exact_rate(rate), fill, background)


def exact_rate(fps: float) -> Fraction:
    """29.97 means 30000/1001."""
    ntsc = Fraction(round(fps) * 1000, 1001)
    return ntsc if abs(float(ntsc) - fps) < 0.006 else Fraction(fps).limit_denominator(1000)


def _main(segments: list[Mapping[str, Any]], media: Mapping[str, Media]) -> list[Clip]:
    """The clips of the main track; time that nothing covers is black."""
    clips: list[Clip] = []
    for segment in segments:
        end, start = (clips[-1].end if clips else 0), _ms(segment, "s")
        if start > end:
            clips.append(Clip("black", end, start - end))
        clips.append(_clip(segment, media, after=clips[-1] if clips else None))
    return clips


def _clip(segment: Mapping[str, Any], media: Mapping[str, Media], after: Clip | None) -> Clip:
    source = _source(segment, media) if segment.get("role") != "generated" else None
    start, fades = _ms(segment, "s"), {k: _ms(segment, k) for k in ("fade_in", "fade_out")}
    return Clip(
        kind=_kind(source, segment),
        start=start,
        duration=_ms(segment, "d"),
        source=source,
        begin=_ms(segment, "in"),
        speed=number(segment, "speed"),
        speed_to=number(segment, "speed_to") if "speed_to" in segment else None,
        reverse=bool(segment.get("reverse")),
        frozen=bool(segment.get("freeze")),
        join=_join(segment.get("tr"), after, start),
        picture=_picture(segment, media),
        level=_level(segment),
        prompt=str(segment.get("prompt") or ""),
        **fades,
    )


def _level(segment: Mapping[str, Any]) -> SoundProperties:
    return SoundProperties(
        number(segment, "vol"),
        bool(segment.get("denoise")),
        bool(segment.get("normalize")),
        number(segment, "loudness") if "loudness" in segment else None,
    )


def _kind(source: Media | None, segment: Mapping[str, Any]) -> Kind:
    if source is None:
        return "card"
    if source.kind == "audio":
        return "footage"
    held = segment.get("freeze") or segment.get("still") or not source.moves
    return "still" if held else "footage"


def _picture(segment: Mapping[str, Any], media: Mapping[str, Media]) -> PictureProperties:
    color = segment.get("color")
    color = color if isinstance(color, Mapping) else {"name": color or ""}
    return PictureProperties(
        rotate=round(number(segment, "rotate") / 90) * 90 % 360,
        crop=number(segment, "crop"),
        sides=(
            number(segment, "crop_left"),
            number(segment, "crop_right"),
            number(segment, "crop_top"),
            number(segment, "crop_bottom"),
        ),
        color=str(color.get("name") or ""),
        amount=clamped(color, "amount", 1, 0, 1),
        stabilize=bool(segment.get("stabilize")),
        beside=_source({"src": segment["beside"]}, media) if segment.get("beside") else None,
        layout=str(segment.get("layout") or "left-right"),
    )


def _join(tr: object, after: Clip | None, start: int) -> Join | None:
    if after is None:
        return None
    tr = tr if isinstance(tr, Mapping) else {}
    kind, duration, overlap = str(tr.get("type") or "fade"), _ms(tr, "d"), after.end - start
    if overlap > 0:
        return Join(kind, overlap, overlap=True)
    return Join(kind, duration, overlap=False) if duration else None


def _layers(
    tracks: list[list[Mapping[str, Any]]], media: Mapping[str, Media], total: int, role: str
) -> list[Layer]:
    """The segments of these tracks, cut at the end of the main track."""
    return [
        Layer(
            str(segment.get("role") or role),
            _ms(segment, "s"),
            min(_ms(segment, "d"), total - _ms(segment, "s")),
            segment,
            _source(segment, media) if segment.get("src") else None,
        )
        for track in tracks
        for segment in track
        if _ms(segment, "s") < total
    ]


def _source(segment: Mapping[str, Any], media: Mapping[str, Media]) -> Media:
    name = str(segment.get("src") or "")
    if name not in media:
        raise RenderError(f"the draft uses {name or 'a file without a name'}, which is not there")
    return media[name].hearing(segment.get("audio_track"))
