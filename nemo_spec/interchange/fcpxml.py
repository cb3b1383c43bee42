"""FCPXML 1.10, which Final Cut and Resolve read: a spine of clips, and what hangs above it.

Children stand in the order of the published document type (FCPXMLv1_10.dtd).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import log10
from xml.etree.ElementTree import Element

from nemo_spec.interchange.fades import Key, fades_of
from nemo_spec.interchange.places import Box, box_of, size_of
from nemo_spec.interchange.sequence import Cut, Item, Media, Track
from nemo_spec.interchange.subtitles import color_of
from nemo_spec.interchange.xml_text import node, text_of

_TITLE = ".../Titles.localized/Bumper:Opener.localized/Basic Title.localized/Basic Title.moti"
_SILENT = -96.0
"""Decibels that Final Cut shows as minus infinity."""
_SHEET = Fraction(3600)
"""Seconds at which the own time of a title begins, as Final Cut itself writes it."""


def write(cut: Cut, _: str) -> str:
    """One project in one event."""
    writer = _Writer(cut)
    sequence = node(
        "sequence", writer.spine(), format="r1", duration=writer.time(cut.length), tcStart="0s",
        tcFormat="NDF",
    )  # fmt: skip
    project = node("project", sequence, name=cut.name)
    event = node("event", project, name=cut.name)
    root = node("fcpxml", writer.resources(), node("library", event), version="1.10")
    return text_of(root, "fcpxml")


@dataclass(slots=True)
class _Writer:
    cut: Cut
    styles: int = field(default=0)

    def time(self, frames: int) -> str:
        return _seconds(frames / self.cut.rate)

    def resources(self) -> Element:
        cut, rate = self.cut, self.cut.rate
        frame = f"{rate.denominator}/{rate.numerator}s"
        formats = [node("format", id="r1", frameDuration=frame, width=cut.width, height=cut.height)]
        for number, media in enumerate(cut.media):
            formats += self._asset(number, media)
        return node(
            "resources", *formats, node("effect", id="title", name="Basic Title", uid=_TITLE)
        )

    def _asset(self, number: int, media: Media) -> Iterator[Element]:
        clip, form = media.clip, None
        if clip.has_picture:
            form = f"f{number}"
            rate = Fraction(clip.rate or self.cut.rate).limit_denominator(1001)
            frame = None if media.is_still else f"{rate.denominator}/{rate.numerator}s"
            yield node("format", id=form, frameDuration=frame, width=clip.width, height=clip.height)
        yield node(
            "asset", node("media-rep", kind="original-media", src=media.uri),
            id=f"a{number}", name=media.name, start="0s",
            duration="0s" if media.is_still else self.time(self.cut.frame(clip.length)),
            hasVideo=1 if clip.has_picture else None, format=form,
            hasAudio=1 if clip.has_sound else None,
            audioSources=1 if clip.has_sound else None,
            audioChannels=clip.channels if clip.has_sound else None,
        )  # fmt: skip

    # -- the spine --

    def spine(self) -> Element:
        track = next((one for one in self.cut.tracks if one.role == "clip"), None)
        found, position = node("spine"), 0
        for item in track.items if track else ():
            if item.start > position:
                found.append(self._gap(position, item.start))
            joint = track.joint_at(item.start) if track else None
            if joint:
                lasts = self.time(joint.before + joint.after)
                found.append(
                    node("transition", name="Cross Dissolve",
                         offset=self.time(joint.at - joint.before), duration=lasts)
                )  # fmt: skip
            assert track
            found.append(self._clip(track, item, offset=self.time(item.start)))
            position = item.end
        if position < self.cut.length:
            found.append(self._gap(position, self.cut.length))
        self._hang(found)
        return found

    def _gap(self, start: int, end: int) -> Element:
        return node(
            "gap", name="Gap", offset=self.time(start), start="0s", duration=self.time(end - start)
        )

    def _hang(self, spine: Element) -> None:
        """Hang every layer on the story element under its beginning, and markers likewise."""
        hosts = [one for one in spine if one.tag != "transition"]
        begins = [_fraction(one.get("offset", "0s")) for one in hosts]
        layers = [track for track in self.cut.tracks if track.role != "clip"]
        above = below = 0
        for track in layers:
            above, below = (above, below - 1) if track.kind == "audio" else (above + 1, below)
            for item in track.items:
                host = max(n for n, at in enumerate(begins) if at <= item.start / self.cut.rate)
                offset = self._within(hosts[host], item.start / self.cut.rate - begins[host])
                lane = below if track.kind == "audio" else above
                _place(hosts[host], self._layer(track, item, lane, _seconds(offset)))
        for marker in self.cut.markers:
            host = max(n for n, at in enumerate(begins) if at <= marker.at / self.cut.rate)
            at = self._within(hosts[host], marker.at / self.cut.rate - begins[host])
            hosts[host].append(
                node("marker", start=_seconds(at), duration=self.time(max(1, marker.frames)),
                     value=marker.text)
            )  # fmt: skip

    def _within(self, host: Element, after: Fraction) -> Fraction:
        """A time of the spine in the host's own time."""
        return _fraction(host.get("start", "0s")) + after

    # -- one item --

    def _clip(self, track: Track, item: Item, **place: object) -> Element:
        if item.is_still:
            return node(
                "video", *self._picture(track, item), ref=self._ref(item), name=item.segment.name,
                start="0s", duration=self.time(item.frames), **place,
            )  # fmt: skip
        heard = item.is_heard
        return node(
            "asset-clip", self._remap(item), *self._picture(track, item),
            self._volume(track, item) if heard else None,
            ref=self._ref(item), name=item.segment.name, start=self.time(self._first(item)),
            duration=self.time(item.frames), srcEnable=_enabled(track, item), **place,
        )  # fmt: skip

    def _first(self, item: Item) -> int:
        """Where it begins in its own time, which is that of the file as it is retimed."""
        if item.is_held:
            return 0
        if item.speed < 0 and item.media:
            return self.cut.frame((item.media.clip.length - item.last) / -item.speed)
        return self.cut.frame(item.first / item.speed)

    def _ref(self, item: Item) -> str:
        assert item.media
        return f"a{[one.name for one in self.cut.media].index(item.media.name)}"

    def _remap(self, item: Item) -> Element | None:
        assert item.media
        whole = self.cut.frame(item.media.clip.length)
        if item.is_held:
            held = self.time(self.cut.frame(item.first))
            return _map(("0s", held), (self.time(item.frames), held))
        if item.speed == 1:
            return None
        lasts = self.time(round(whole / abs(item.speed)))
        if item.speed < 0:
            return _map(("0s", self.time(whole)), (lasts, "0s"))
        return _map(("0s", "0s"), (lasts, self.time(whole)))

    def _picture(self, track: Track, item: Item) -> Iterator[Element]:
        box = box_of(item, self.cut)
        turn = item.number("rotate", 0)
        if box or turn:
            yield self._transform(item, box, turn)
        opacity = item.number("opacity", 1)
        keys = fades_of(track, item, self.cut) if track.kind != "audio" else []
        if opacity != 1 or keys:
            yield node("adjust-blend", self._keyed("amount", item, keys, opacity), amount=opacity)

    def _transform(self, item: Item, box: Box | None, turn: float) -> Element:
        """Positions count in hundredths of the frame's height, upwards, from its middle."""
        position = scale = None
        if box and item.media:
            x, y = box.center(self.cut)
            position = f"{x * 100 * self.cut.width / self.cut.height:g} {-y * 100:g}"
            clip = item.media.clip
            fits = min(self.cut.width / clip.width, self.cut.height / clip.height) * clip.width
            scale = f"{box.width / fits:g} {box.width / fits:g}"
        rotation = f"{-turn:g}" if turn else None
        return node("adjust-transform", position=position, scale=scale, rotation=rotation)

    def _volume(self, track: Track, item: Item) -> Element | None:
        keys = fades_of(track, item, self.cut)
        if item.volume == 1 and not keys:
            return None
        amount = f"{_decibels(item.volume):g}dB"
        return node("adjust-volume", self._keyed("amount", item, keys, None), amount=amount)

    def _keyed(self, name: str, item: Item, keys: list[Key], full: float | None) -> Element | None:
        if not keys:
            return None
        begin = 0 if item.is_still else self._first(item)
        frames = [
            node(
                "keyframe",
                time=self.time(begin + key.at),
                value=f"{_decibels(key.left * item.volume):g}dB"
                if full is None
                else key.left * full,
            )
            for key in keys
        ]
        return node("param", node("keyframeAnimation", *frames), name=name)

    def _layer(self, track: Track, item: Item, lane: int, offset: str) -> Element:
        if item.segment.kind == "text":
            return self._title(track, item, lane, offset)
        return self._clip(track, item, lane=lane, offset=offset)

    def _title(self, track: Track, item: Item, lane: int, offset: str) -> Element:
        self.styles += 1
        name, text = f"ts{self.styles}", "\n".join(item.segment.texts)
        told = item.segment.properties
        shadow = ("0 0 0 0.75", "5 315") if told.get("shadow") else (None, None)
        style = node(
            "text-style", font=told.get("font", "Helvetica"),
            fontSize=round(size_of(item, self.cut), 2),
            fontColor=_colour(told.get("color")) or "1 1 1 1",
            backgroundColor=_colour(told.get("background")), strokeColor=_colour(told.get("outline")),
            strokeWidth=3 if told.get("outline") else None,
            shadowColor=shadow[0], shadowOffset=shadow[1], alignment="center",
        )  # fmt: skip
        blend = [one for one in self._picture(track, item) if one.tag == "adjust-blend"]
        return node(
            "title", node("text", node("text-style", text=text, ref=name)),
            node("text-style-def", style, id=name), *blend,
            ref="title", name=text.replace("\n", " "), lane=lane, offset=offset,
            start=_seconds(_SHEET), duration=self.time(item.frames),
        )  # fmt: skip


def _place(host: Element, layer: Element) -> None:
    """Behind what the host adjusts, before markers."""
    markers = [n for n, one in enumerate(host) if one.tag == "marker"]
    host.insert(markers[0] if markers else len(host), layer)


def _colour(named: object) -> str | None:
    """Red, green, blue and opacity, 0–1; None for what is no colour."""
    found = color_of(str(named or ""))
    return " ".join(f"{part / 255:g}" for part in (*found, 255)) if found else None


def _enabled(track: Track, item: Item) -> str | None:
    """Which half of a file plays; None is all that it has."""
    clip = item.media.clip if item.media else None
    if clip and clip.has_picture and track.kind == "audio":
        return "audio"
    return "video" if clip and clip.has_sound and not item.is_heard else None


def _map(*points: tuple[str, str]) -> Element:
    rows = (node("timept", time=time, value=value, interp="linear") for time, value in points)
    return node("timeMap", *rows)


def _seconds(time: Fraction) -> str:
    return f"{time.numerator}/{time.denominator}s" if time.denominator != 1 else f"{time}s"


def _fraction(text: str) -> Fraction:
    return Fraction(text.removesuffix("s"))


def _decibels(level: float) -> float:
    return round(20 * log10(level), 2) if level > 10 ** (_SILENT / 20) else _SILENT
