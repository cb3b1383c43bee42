"""Final Cut Pro 7 XML (xmeml 5), which Premiere and Resolve read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from nemo_spec.interchange.fades import fades_of
from nemo_spec.interchange.places import box_of, size_of
from nemo_spec.interchange.sequence import Cut, Item, Joint, Marker, Media, Track
from nemo_spec.interchange.xml_text import leaf, node, text_of
from nemo_spec.timeline.model import Kind

_LOUDEST = 3.98107
"""12 dB, the most that the format's audio level can say."""


def write(cut: Cut, _: str) -> str:
    """The sequence with all its tracks."""
    return text_of(node("xmeml", _Writer(cut).sequence(), version=5), "xmeml")


@dataclass(slots=True)
class _Writer:
    """Files are described where they are first used, and meant by their id later."""

    cut: Cut
    described: set[str] = field(default_factory=set)

    def sequence(self) -> Element:
        cut = self.cut
        return node(
            "sequence",
            leaf("name", cut.name),
            leaf("duration", cut.length),
            self._rate(),
            node("timecode", self._rate(), leaf("string", "00:00:00:00"), leaf("frame", 0),
                 leaf("displayformat", "NDF")),
            node("media", self._video(), self._audio()),
            *map(_marker, cut.markers),
            id="sequence-1",
        )  # fmt: skip

    def _rate(self) -> Element:
        rate = self.cut.rate
        ntsc = "TRUE" if rate.denominator == 1001 else "FALSE"
        return node("rate", leaf("timebase", round(rate)), leaf("ntsc", ntsc))

    def _video(self) -> Element:
        pictures = [track for track in self.cut.tracks if track.kind != "audio"]
        frame = node(
            "samplecharacteristics", self._rate(), leaf("width", self.cut.width),
            leaf("height", self.cut.height), leaf("pixelaspectratio", "square"),
        )  # fmt: skip
        return node("video", node("format", frame), *(self._track(t, "video") for t in pictures))

    def _audio(self) -> Element:
        heard = [track for track in self.cut.tracks if any(item.is_heard for item in track.items)]
        form = node(
            "format", node("samplecharacteristics", leaf("depth", 16), leaf("samplerate", 48000))
        )
        return node("audio", form, *(self._track(t, "audio") for t in heard))

    def _track(self, track: Track, kind: Kind) -> Element:
        found = node("track")
        for number, item in enumerate(track.items, 1):
            joint = track.joint_at(item.start)
            if joint:
                found.append(self._transition(joint, kind))
            if kind == "video" or item.is_heard:
                found.append(self._item(track, number, item, kind))
        found.extend((leaf("enabled", "TRUE"), leaf("locked", "FALSE")))
        return found

    # -- one item --

    def _item(self, track: Track, number: int, item: Item, kind: Kind) -> Element:
        before, after = track.joint_at(item.start), track.joint_at(item.end)
        head, tail = (before.before if before else 0), (after.after if after else 0)
        first = self._first(item) - head
        place = self.cut.tracks.index(track) + 1
        tag = "generatoritem" if item.segment.kind == "text" else "clipitem"
        return node(
            tag,
            leaf(
                "name",
                track.name if tag == "generatoritem" else item.segment.name or item.segment.role,
            ),
            leaf("enabled", "TRUE"),
            leaf("duration", self._length(item)),
            self._rate(),
            leaf("start", -1 if before else item.start),
            leaf("end", -1 if after else item.end),
            leaf("in", max(0, first)),
            leaf("out", max(0, first) + head + item.frames + tail),
            *([self._text(item)] if tag == "generatoritem" else [self._file(item.media)]),
            *(self._sourcetrack(kind) if tag == "clipitem" else ()),
            *self._filters(track, item, kind),
            id=f"{kind}-{place}-{number}",
        )

    def _first(self, item: Item) -> int:
        """Where it begins in its file as it is retimed: at 2x a file has half of its frames."""
        if item.is_held or item.segment.kind == "text":
            return self.cut.frame(item.first)
        whole = item.media.clip.length if item.media else item.last
        first = whole - item.last if item.speed < 0 else item.first
        return self.cut.frame(first / abs(item.speed))

    def _length(self, item: Item) -> int:
        """Frames of all of its file, as it is retimed."""
        if not item.media or item.is_held:
            return self.cut.frame(item.first) + item.frames
        return self.cut.frame(item.media.clip.length / abs(item.speed))

    def _sourcetrack(self, kind: Kind) -> Iterator[Element]:
        if kind == "audio":
            yield node("sourcetrack", leaf("mediatype", "audio"), leaf("trackindex", 1))

    def _file(self, media: Media | None) -> Element:
        if media is None:
            return node("file", id="file-none")
        name = f"file-{[one.name for one in self.cut.media].index(media.name) + 1}"
        if name in self.described:
            return node("file", id=name)
        self.described.add(name)
        clip = media.clip
        frame = node(
            "samplecharacteristics", leaf("width", clip.width), leaf("height", clip.height)
        )
        return node(
            "file",
            leaf("name", media.name),
            leaf("pathurl", media.uri),
            self._rate(),
            leaf("duration", self.cut.frame(clip.length) or 1),
            node(
                "media",
                node("video", frame) if clip.has_picture else None,
                node("audio", leaf("channelcount", clip.channels)) if clip.has_sound else None,
            ),
            id=name,
        )

    def _text(self, item: Item) -> Element:
        points = size_of(item, self.cut)
        return _effect(
            "Text", "Text", "generator", "video",
            _parameter("str", "Text", "\n".join(item.segment.texts)),
            _parameter("fontsize", "Size", points),
        )  # fmt: skip

    def _transition(self, joint: Joint, kind: Kind) -> Element:
        video = kind == "video"
        name = "Cross Dissolve" if video else "Cross Fade ( 0dB)"
        ident = "Cross Dissolve" if video else "KGAudioTransCrossFade0dB"
        return node(
            "transitionitem",
            leaf("start", joint.at - joint.before),
            leaf("end", joint.at + joint.after),
            leaf("alignment", "center"),
            self._rate(),
            _plain_effect(name, ident, "transition", kind),
        )

    # -- filters --

    def _filters(self, track: Track, item: Item, kind: Kind) -> Iterator[Element]:
        if kind == "audio":
            yield from self._levels(track, item)
            if item.speed != 1:
                yield _filter(_remap(item, "audio"))
            return
        if item.speed != 1 and not item.is_held:
            yield _filter(_remap(item, "video"))
        if item.segment.properties.get("freeze"):
            yield _filter(_remap(item, "video", held=True))
        yield from self._opacity(track, item)
        yield from self._motion(item)

    def _levels(self, track: Track, item: Item) -> Iterator[Element]:
        keys = [(key.at, key.left * item.volume) for key in fades_of(track, item, self.cut)]
        if item.volume != 1 or keys:
            level = _parameter("level", "Level", min(_LOUDEST, item.volume), keys, most=_LOUDEST)
            yield _filter(_effect("Audio Levels", "audiolevels", "audiolevels", "audio", level))

    def _opacity(self, track: Track, item: Item) -> Iterator[Element]:
        opacity = item.number("opacity", 1)
        keys = [(key.at, key.left * opacity * 100) for key in fades_of(track, item, self.cut)]
        if opacity != 1 or keys:
            level = _parameter("opacity", "Opacity", opacity * 100, keys, most=100)
            yield _filter(_effect("Opacity", "opacity", "motion", "video", level))

    def _motion(self, item: Item) -> Iterator[Element]:
        turn = item.segment.properties.get("rotate", 0)
        box = box_of(item, self.cut)
        parts = []
        if box and item.media:
            parts.append(_parameter("scale", "Scale", box.width * 100 / item.media.clip.width))
            parts.append(_center(*box.center(self.cut)))
        if turn:
            parts.append(_parameter("rotation", "Rotation", turn))
        if parts:
            yield _filter(_effect("Basic Motion", "basic", "motion", "video", *parts))


def _marker(marker: Marker) -> Element:
    end = marker.at + marker.frames if marker.frames else -1
    return node("marker", leaf("name", marker.text), leaf("in", marker.at), leaf("out", end))


def _filter(effect: Element) -> Element:
    return node("filter", effect)


def _plain_effect(name: str, ident: str, kind: str, media: str, *parts: Element) -> Element:
    return node(
        "effect", leaf("name", name), leaf("effectid", ident), leaf("effecttype", kind),
        leaf("mediatype", media), *parts,
    )  # fmt: skip


def _effect(name: str, ident: str, kind: str, media: str, *parts: Element) -> Element:
    found = _plain_effect(name, ident, kind, media, *parts)
    found.insert(2, leaf("effectcategory", kind))
    return found


def _remap(item: Item, media: str, *, held: bool = False) -> Element:
    return _effect(
        "Time Remap", "timeremap", "motion", media,
        _parameter("variablespeed", "variablespeed", 0),
        _parameter("speed", "speed", 0 if held else abs(item.speed) * 100),
        _parameter("reverse", "reverse", "TRUE" if item.speed < 0 else "FALSE"),
        _parameter("frameblending", "frameblending", "FALSE"),
    )  # fmt: skip


def _parameter(
    ident: str,
    name: str,
    value: object,
    keys: Sequence[tuple[int, float]] = (),
    most: float | None = None,
) -> Element:
    value = float(value) if isinstance(value, int) else value
    bounds = () if most is None else (leaf("valuemin", 0), leaf("valuemax", most))
    frames = (node("keyframe", leaf("when", at), leaf("value", left)) for at, left in keys)
    return node(
        "parameter", leaf("parameterid", ident), leaf("name", name), *bounds, leaf("value", value),
        *frames,
    )  # fmt: skip


def _center(x: float, y: float) -> Element:
    place = node("value", leaf("horiz", x), leaf("vert", y))
    return node("parameter", leaf("parameterid", "center"), leaf("name", "Center"), place)
