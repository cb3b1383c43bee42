"""MLT XML, which melt renders and Shotcut opens; as `.kdenlive` with what Kdenlive needs besides.

Every track is a tractor of two playlists: clips change over at each transition, so that both lie under it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from xml.etree.ElementTree import Element

from nemo_spec.interchange.fades import Key, fades_of
from nemo_spec.interchange.kdenlive import (
    OVER,
    bin_number,
    bin_of,
    of_filter,
    of_track,
    of_transition,
    transform,
)
from nemo_spec.interchange.places import box_of, size_of, text_place
from nemo_spec.interchange.sequence import Cut, Item, Joint, Media, Track
from nemo_spec.interchange.subtitles import color_of
from nemo_spec.interchange.xml_text import node, text_of

_INTERNAL = 237
"""How editors mark the transitions that merely lay tracks over each other."""
_MONO = 2**0.5
"""MLT spreads one channel over two with 3 dB less in each; everybody else gives both all of it."""
_OVER: dict[str, object] = {"mlt_service": "composite", "halign": "centre", "valign": "centre"}
"""How a picture lies over those below it, also one of another shape than the frame."""
_EDGE = 0.07
"""Of the frame, between a text and the edge."""


def write(cut: Cut, ending: str) -> str:
    """The project, rendered by `melt FILE`."""
    return text_of(_Project(cut, is_kdenlive=ending == ".kdenlive").root())


class _Row(NamedTuple):
    """A track as it lies in the project: its picture or its sound."""

    track: Track
    is_audio: bool


class _Entry(NamedTuple):
    """An item with the handles that its transitions show; frames of the video and of its producer."""

    item: Item
    playlist: int
    start: int
    first: int
    frames: int


@dataclass(slots=True)
class _Project:
    cut: Cut
    is_kdenlive: bool

    def root(self) -> Element:
        cut = self.cut
        rows = self._rows()
        made = [part for number, row in enumerate(rows, 1) for part in self._row(number, row)]
        black = node(
            "producer", *_properties(resource="black", mlt_service="color", length=cut.length,
                                     mlt_image_format="rgba"),
            id="black_track", in_=0, out=cut.length - 1,
        )  # fmt: skip
        parts = [self._profile(), *([bin_of(cut)] if self.is_kdenlive else []), black, *made]
        if self.is_kdenlive:
            parts = [parts[0], *bin_producers(cut, self._played(rows)), *parts[1:]]
        parts.append(self._whole(rows))
        return node("mlt", *parts, LC_NUMERIC="C", producer="main_bin" if self.is_kdenlive else "whole",
                    version="7.12.0")  # fmt: skip

    def _profile(self) -> Element:
        cut = self.cut
        return node(
            "profile", description="nemo-spec", width=cut.width, height=cut.height, progressive=1,
            sample_aspect_num=1, sample_aspect_den=1, display_aspect_num=cut.width,
            display_aspect_den=cut.height, frame_rate_num=cut.rate.numerator,
            frame_rate_den=cut.rate.denominator, colorspace=709,
        )  # fmt: skip

    def _rows(self) -> list[_Row]:
        """The sounds first, as Kdenlive has them, then the pictures from below."""
        heard = [t for t in self.cut.tracks if any(item.is_heard for item in t.items)]
        seen = [t for t in self.cut.tracks if t.kind != "audio"]
        return [*(_Row(t, True) for t in heard), *(_Row(t, False) for t in seen)]

    def _row(self, number: int, row: _Row) -> Iterator[Element]:
        entries = list(self._entries(row))
        for order, entry in enumerate(entries):
            yield self._producer(f"p{number}-{order}", row, entry)
        for playlist in (0, 1):
            yield self._playlist(number, row, playlist, entries)
        hide = "video" if row.is_audio else "audio"
        tracks = [node("track", producer=f"playlist{number}-{n}", hide=hide) for n in (0, 1)]
        mixes = [self._mix(row, joint, entries) for joint in row.track.joints]
        told = of_track(row.track.name, row.is_audio) if self.is_kdenlive else []
        yield node(
            "tractor", *told, *tracks, *mixes, id=f"tractor{number}", in_=0, out=self.cut.length - 1
        )

    def _entries(self, row: _Row) -> Iterator[_Entry]:
        playlist = 0
        for item in row.track.items:
            playlist ^= row.track.joint_at(item.start) is not None
            if row.is_audio and not item.is_heard:
                continue
            head, tail = _handles(row.track, item)
            first = max(0, self._first(item) - head)
            yield _Entry(item, playlist, item.start - head, first, head + item.frames + tail)

    def _played(self, rows: Sequence[_Row]) -> dict[str, int]:
        """Where the last frame is that plays of each file at its own speed, by its name."""
        played: dict[str, int] = {}
        for entry in (entry for row in rows for entry in self._entries(row)):
            media = entry.item.media
            if media and (entry.item.is_held or entry.item.speed == 1):
                played[media.name] = max(played.get(media.name, 1), entry.first + entry.frames)
        return played

    def _first(self, item: Item) -> int:
        """Where it begins in its producer, which plays the file as it is retimed."""
        if item.is_held or item.segment.kind == "text":
            return 0
        if item.speed < 0 and item.media:
            return self.cut.frame((item.media.clip.length - item.last) / -item.speed)
        return self.cut.frame(item.first / item.speed)

    def _playlist(
        self, number: int, row: _Row, playlist: int, entries: Sequence[_Entry]
    ) -> Element:
        found, position = node("playlist", id=f"playlist{number}-{playlist}"), 0
        for order, entry in enumerate(entries):
            if entry.playlist != playlist:
                continue
            if entry.start > position:
                found.append(node("blank", length=entry.start - position))
            last = entry.first + entry.frames - 1
            effects = self._effects(row, entry)
            producer = f"p{number}-{order}"
            found.append(node("entry", *effects, producer=producer, in_=entry.first, out=last))
            position = entry.start + entry.frames
        return found

    def _mix(self, row: _Row, joint: Joint, entries: Sequence[_Entry]) -> Element:
        """Backwards where the clip that ends lies above the one that begins."""
        goes_up = any(e.playlist == 1 for e in entries if e.item.start == joint.at)
        service = "mix" if row.is_audio else "luma"
        told = _properties(
            a_track=0, b_track=1, mlt_service=service, reverse=0 if goes_up else 1,
            **({"start": -1} if row.is_audio else {"alpha_over": 1}),
        )  # fmt: skip
        more = of_transition(service, joint.after) if self.is_kdenlive else []
        first, last = joint.at - joint.before, joint.at + joint.after - 1
        return node("transition", *told, *more, in_=first, out=last)

    def _whole(self, rows: Sequence[_Row]) -> Element:
        tracks = [node("track", producer="black_track")]
        tracks += [node("track", producer=f"tractor{number}") for number in range(1, len(rows) + 1)]
        over = [one for number, row in enumerate(rows, 1) for one in self._over(number, row)]
        return node("tractor", *tracks, *over, id="whole", in_=0, out=self.cut.length - 1)

    def _over(self, number: int, row: _Row) -> Iterator[Element]:
        """How a track lies over those below it: as a whole, or overlay by overlay in its place."""
        items = () if row.is_audio or self.is_kdenlive else row.track.items
        boxes = [(item, box) for item in items if (box := box_of(item, self.cut))]
        for item, box in boxes:
            place = f"{box.left:g} {box.top:g} {box.width:g} {box.height:g} 1"
            told = _properties(a_track=0, b_track=number, geometry=place, progressive=1, **_OVER)
            yield node("transition", *told, in_=item.start, out=item.end - 1)
        if not boxes:
            over = OVER if self.is_kdenlive else _OVER
            service = {"mlt_service": "mix", "sum": 1} if row.is_audio else over
            told = _properties(
                a_track=0, b_track=number, always_active=1, internal_added=_INTERNAL, progressive=1,
                **service,
            )  # fmt: skip
            yield node("transition", *told)

    # -- one producer --

    def _producer(self, name: str, row: _Row, entry: _Entry) -> Element:
        item, last = entry.item, entry.first + entry.frames - 1
        made = self._text(item) if item.segment.kind == "text" else self._file(item)
        length = max(last + 1, self._length(item))
        told = _properties(length=length, **made)
        if self.is_kdenlive:
            told += _properties(**{"kdenlive:id": bin_number(self.cut, item)})
        filters = [] if self.is_kdenlive else self._filters(row, entry)
        return node("producer", *told, *filters, id=name, in_=0, out=length - 1)

    def _filters(self, row: _Row, entry: _Entry) -> list[Element]:
        return [*(self._sound(row, entry) if row.is_audio else self._picture(row, entry))]

    def _effects(self, row: _Row, entry: _Entry) -> list[Element]:
        """Kdenlive takes filters from the entry of a clip, and those only that have a name of its own."""
        filters = self._filters(row, entry) if self.is_kdenlive else []
        for one in filters:
            one.extend(of_filter(one))
        return filters

    def _length(self, item: Item) -> int:
        if item.media is None or item.is_held:
            return item.frames
        return self.cut.frame(item.media.clip.length / abs(item.speed))

    def _file(self, item: Item) -> dict[str, object]:
        assert item.media
        address = item.media.address
        if item.is_still:
            return {"resource": address, "mlt_service": "qimage" if self.is_kdenlive else "pixbuf"}
        if item.is_held:  # the filter `freeze` never ends in melt 7.12
            held = self.cut.frame(item.first)
            return {"resource": address, "mlt_service": "hold", "frame": held}
        if item.speed == 1:
            return {"resource": address, "mlt_service": "avformat-novalidate"}
        return {
            "resource": f"{item.speed:g}:{address}", "mlt_service": "timewarp",
            "warp_speed": f"{item.speed:g}", "warp_resource": address, "warp_pitch": 1,
        }  # fmt: skip

    def _text(self, item: Item) -> dict[str, object]:
        return {"resource": "#00000000", "mlt_service": "color", "mlt_image_format": "rgba"}

    def _sound(self, row: _Row, entry: _Entry) -> Iterator[Element]:
        """Levels as ramps of amplitude from key to key."""
        item = entry.item
        volume = item.volume * (_MONO if item.media and item.media.clip.channels == 1 else 1)
        keys = fades_of(row.track, item, self.cut) or [Key(0, 1), Key(item.frames, 1)]
        if volume == 1 and all(key.left == 1 for key in keys):
            return
        begin = entry.first + item.start - entry.start
        for one, next_ in pairwise(keys):
            told = _properties(
                mlt_service="volume", gain=one.left * volume, end=next_.left * volume
            )
            yield node("filter", *told, in_=begin + one.at, out=begin + next_.at - 1)

    def _picture(self, row: _Row, entry: _Entry) -> Iterator[Element]:
        item = entry.item
        begin, last = entry.first, entry.first + entry.frames - 1
        if item.segment.kind == "text":
            yield node("filter", *self._letters(item), in_=begin, out=last)
        if self.is_kdenlive and (box := box_of(item, self.cut)):
            yield transform(box, begin, last)
        yield from self._light(row, entry)

    def _light(self, row: _Row, entry: _Entry) -> Iterator[Element]:
        """Fades: the main track's go to black, a layer's to nothing."""
        item, is_main = entry.item, row.track.role == "clip"
        opacity = item.number("opacity", 1)
        keys = fades_of(row.track, item, self.cut) or [Key(0, 1)]
        if opacity == 1 and all(key.left == 1 for key in keys):
            return
        shift = item.start - entry.start
        curve = ";".join(
            f"{key.at + shift}={key.left * (1 if is_main else opacity):g}" for key in keys
        )
        told = {"level": curve} if is_main else {"level": 1, "alpha": curve}
        last = entry.first + entry.frames - 1
        yield node(
            "filter", *_properties(mlt_service="brightness", **told), in_=entry.first, out=last
        )

    def _letters(self, item: Item) -> list[Element]:
        cut, place = self.cut, text_place(item)
        told = item.segment.properties
        x, y = round(cut.width * _EDGE), round(cut.height * _EDGE)
        text = "\n".join(item.segment.texts).replace("#", "\\#")
        return _properties(
            mlt_service="dynamictext", argument=text, family=told.get("font", "Sans"), weight=600,
            size=round(size_of(item, cut)), fgcolour=_colour(told.get("color"), "#ffffffff"),
            bgcolour=_colour(told.get("background"), "#00000000"),
            olcolour=_colour(told.get("outline"), "#c0000000"), outline=max(1, cut.height // 360),
            geometry=f"{x} {y} {cut.width - 2 * x} {cut.height - 2 * y} 1",
            halign="left" if "left" in place else "right" if "right" in place else "center",
            valign="top" if "top" in place else "bottom" if "bottom" in place else "middle",
        )  # fmt: skip


def bin_producers(cut: Cut, played: Mapping[str, int]) -> Iterator[Element]:
    """What lies in Kdenlive's bin: every file once. Kdenlive plays no clip longer than that, so that it is
    as long as what is `played` of it, in frames."""
    for number, media in enumerate(cut.media):
        frames = max(cut.frame(media.clip.length), played.get(media.name, 1))
        yield _bin_file(number, media, frames)
    for track in cut.of_kind("text"):
        for item in track.items:
            name = " ".join(item.segment.texts)
            number = int(bin_number(cut, item))
            told = {"resource": "#00000000", "mlt_service": "color", "length": item.frames}
            kept = {"kdenlive:id": number, "kdenlive:clipname": name}
            yield node("producer", *_properties(**told, **kept), id=f"bin{number}", in_=0,
                       out=item.frames - 1)  # fmt: skip


def _handles(track: Track, item: Item) -> tuple[int, int]:
    """Frames of an item that its transitions show before and after it."""
    before, after = track.joint_at(item.start), track.joint_at(item.end)
    return before.before if before else 0, after.after if after else 0


def _bin_file(number: int, media: Media, frames: int) -> Element:
    service = "qimage" if media.is_still else "avformat-novalidate"
    told = {"resource": media.address, "mlt_service": service, "length": frames}
    kept = {"kdenlive:id": number + 2, "kdenlive:clipname": media.name}
    return node(
        "producer", *_properties(**told, **kept), id=f"bin{number + 2}", in_=0, out=frames - 1
    )


def _colour(named: object, usual: str) -> str:
    """As MLT writes it, opaque; the usual one for none."""
    found = color_of(str(named or ""))
    return "#ff{:02x}{:02x}{:02x}".format(*found) if found else usual


def _properties(**told: object) -> list[Element]:
    return [node("property", name=name, text=value) for name, value in told.items()]
