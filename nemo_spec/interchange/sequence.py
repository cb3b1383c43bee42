"""A timeline as editors see it: clips that touch, in whole frames, with transitions over the cuts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from itertools import pairwise
from math import floor
from pathlib import Path
from typing import NamedTuple

from nemo_spec.media.clip import Clip
from nemo_spec.timeline.model import Kind, Role, Segment, Timeline
from nemo_spec.timeline.summary import TRACK_NAMES

_USUAL_FRAME = (1920, 1080)
_USUAL_RATE = Fraction(30)
_RATES = (24, 25, 30, 48, 50, 60)
"""Of these, n·1000/1001 is a rate of its own: 29.97 is 30000/1001."""
_FASTEST = 240


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a segment plays. `address` is how an output names it: relative to the output where it
    lies below its folder, else absolute; `clip` is what was measured."""

    name: str
    path: Path
    address: str
    clip: Clip

    @property
    def is_still(self) -> bool:
        return self.clip.has_picture and not self.clip.length

    @property
    def uri(self) -> str:
        """The file as an absolute `file://` address."""
        return self.path.resolve().as_uri()


class Item(NamedTuple):
    """A segment on its track. `start` and `end` are frames of the sequence, `first` and `last` what plays
    of the file in ms, cut where its neighbours' transitions have their middle."""

    segment: Segment
    media: Media | None
    start: int
    end: int
    first: float
    last: float

    @property
    def frames(self) -> int:
        return self.end - self.start

    @property
    def speed(self) -> float:
        """1.5 is faster, -1 is backwards; of a speed that changes the mean."""
        speed = self.number("speed", 1)
        if "speed_to" in self.segment.properties:
            speed = (self.last - self.first) / max(1, self.segment.length.lo)
        return -speed if self.segment.properties.get("reverse") else speed

    @property
    def is_held(self) -> bool:
        """Whether one picture stands still: a photograph or a frozen frame."""
        return bool(self.segment.properties.get("freeze")) or self.is_still

    @property
    def is_still(self) -> bool:
        return bool(self.segment.properties.get("still") or (self.media and self.media.is_still))

    @property
    def volume(self) -> float:
        """1 is as recorded; an overlay is silent unless it says otherwise."""
        key, usual = ("sound", 0) if self.segment.role == "overlay" else ("volume", 1)
        return self.number(key, usual)

    @property
    def is_heard(self) -> bool:
        """Whether its file has a sound that plays."""
        has_sound = bool(self.media and self.media.clip.has_sound)
        is_silent = self.segment.role == "overlay" and not self.volume
        return has_sound and not self.is_held and not is_silent

    def time(self, key: str) -> int:
        """A property in ms, 0 without it."""
        return int(self.number(key, 0))

    def number(self, key: str, usual: float) -> float:
        """A property that counts, `usual` without it."""
        return float(self.segment.properties.get(key, usual))  # type: ignore[arg-type]


class Joint(NamedTuple):
    """A transition over the cut at frame `at`, from `before` frames ahead of it to `after` behind it."""

    at: int
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Track:
    """Items in order that do not overlap; between them may be gaps."""

    kind: Kind
    role: Role
    items: Sequence[Item]
    joints: Sequence[Joint] = ()

    @property
    def name(self) -> str:
        return TRACK_NAMES[self.role]

    def joint_at(self, frame: int) -> Joint | None:
        """The transition over the cut at a frame."""
        return next((joint for joint in self.joints if joint.at == frame), None)


class Marker(NamedTuple):
    """A remark at a time of the sequence, in frames."""

    at: int
    frames: int
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """`rate` is in frames per second, `length` in frames. The first track is the main one, if it holds
    anything; later ones lie above it. `fill` says how the canvas is filled; `files` are the names of files,
    each with the address that the service has given it, or nothing."""

    name: str
    rate: Fraction
    width: int
    height: int
    tracks: Sequence[Track]
    length: int
    markers: Sequence[Marker] = ()
    fill: str = ""
    files: Mapping[str, str] = field(default_factory=dict)

    def ms(self, frames: int) -> float:
        return float(frames * 1000 / self.rate)

    def frame(self, ms: float) -> int:
        return in_frames(ms, self.rate)

    @property
    def main(self) -> Sequence[Item]:
        return self.tracks[0].items if self.tracks and self.tracks[0].role == "clip" else ()

    def of_kind(self, kind: Kind) -> list[Track]:
        return [track for track in self.tracks if track.kind == kind]

    @property
    def media(self) -> list[Media]:
        """The files that it plays, each once."""
        items = (item for track in self.tracks for item in track.items)
        return list({item.media.name: item.media for item in items if item.media}.values())


def in_frames(ms: float, rate: Fraction) -> int:
    """Rounded half up, so that neighbours which touch in ms touch in frames."""
    return floor(Fraction(ms) * rate / 1000 + Fraction(1, 2))


def rate_of(given: object) -> Fraction:
    """Frames per second as a fraction; 29.97 is 30000/1001, nonsense is 30."""
    if isinstance(given, bool) or not isinstance(given, int | float) or not 0 < given <= _FASTEST:
        return _USUAL_RATE
    for whole in _RATES:
        if abs(given - whole * 1000 / 1001) < 0.005:
            return Fraction(whole * 1000, 1001)
    return Fraction(given).limit_denominator(100)


def sequence_of(
    timeline: Timeline,
    media: Mapping[str, Media],
    name: str,
    markers: Sequence[Marker] = (),
    addresses: Mapping[str, str] | None = None,
) -> Cut:
    """The sequence of a timeline whose times are exact. `media` are its files by their names, `addresses`
    what the service calls those that were uploaded."""
    canvas = timeline.canvas
    rate = rate_of(canvas.get("fps"))
    width, height = (_pixels(canvas.get(key)) for key in ("width", "height"))
    if not (width and height):
        width, height = _frame_of(media.values())
    tracks = [_main(timeline.main, media, rate)] if timeline.main else []
    tracks += [_layer_track(lane, media, rate) for lane in lanes(timeline.layers)]
    ends = [item.end for track in tracks for item in track.items]
    files = dict.fromkeys(media, "") | dict(addresses or {})
    fill = str(canvas.get("fill") or "")
    return Cut(name, rate, width, height, tracks, max(ends, default=0), markers, fill, files)


def _pixels(value: object) -> int:
    return value if isinstance(value, int) and 0 < value < 100_000 else 0


def _frame_of(media: Iterable[Media]) -> tuple[int, int]:
    seen = (one.clip for one in media if one.clip.has_picture)
    return next(((clip.width, clip.height) for clip in seen), _USUAL_FRAME)


# ---- The main track ------------------------------------------------------------------------------


def _main(pieces: Sequence[Segment], media: Mapping[str, Media], rate: Fraction) -> Track:
    items = [_item(piece, media, rate) for piece in pieces]
    joints = list[Joint]()
    for number, (before, after) in enumerate(pairwise(items), 1):
        if length := after.time("transition"):
            before, after = items[number - 1], after
            items[number - 1], items[number], joint = _joined(before, after, length, rate)
            joints.append(joint)
    return Track("video", "clip", [item for item in items if item.frames > 0], joints)


def _joined(before: Item, after: Item, length: int, rate: Fraction) -> tuple[Item, Item, Joint]:
    """Two items that touch, and the transition over their cut. Those that were laid over each other meet
    in the middle."""
    cut = after.start
    if after.segment.properties.get("overlap"):
        middle = (after.segment.start.lo + before.segment.end.lo) / 2
        cut = in_frames(middle, rate)
        before = _trimmed(before, tail=length / 2)._replace(end=cut)
        after = _trimmed(after, head=length / 2)._replace(start=cut)
    frames = max(1, in_frames(length, rate))
    head = min(frames // 2, before.frames)
    return before, after, Joint(cut, head, min(frames - head, after.frames))


def _trimmed(item: Item, *, head: float = 0, tail: float = 0) -> Item:
    """Without so many ms of the timeline at its beginning and at its end."""
    if item.is_held:
        return item
    speed = abs(item.speed)
    if item.speed < 0:
        head, tail = tail, head
    return item._replace(first=item.first + head * speed, last=item.last - tail * speed)


def _item(segment: Segment, media: Mapping[str, Media], rate: Fraction) -> Item:
    start, end = in_frames(segment.start.lo, rate), in_frames(segment.end.lo, rate)
    found = media.get(segment.name)
    item = Item(segment, found, start, end, 0, 0)
    skip = item.time("skip")
    first, last = segment.source or (skip, skip + segment.length.lo)
    return item._replace(first=first, last=last)


# ---- Layers --------------------------------------------------------------------------------------


def lanes(layers: Sequence[Segment]) -> list[list[Segment]]:
    """Layers of one role on as few tracks as they need, in the order in which they are painted."""
    by_role: dict[Role, list[list[Segment]]] = {}
    for layer in sorted(layers, key=lambda one: one.start.lo):
        if layer.end.lo <= layer.start.lo:
            continue
        rows = by_role.setdefault(layer.role, [])
        row = next((row for row in rows if row[-1].end.lo <= layer.start.lo), None)
        rows.append([layer]) if row is None else row.append(layer)
    painted = [role for role in TRACK_NAMES if role in by_role]
    return [row for role in painted for row in by_role[role]]


def _layer_track(lane: Sequence[Segment], media: Mapping[str, Media], rate: Fraction) -> Track:
    items = [_item(layer, media, rate) for layer in lane]
    return Track(lane[0].kind, lane[0].role, [item for item in items if item.frames > 0])


def without_files_missing(sequence: Cut) -> Cut:
    """The sequence without the sounds, pictures and voices of which there is no file; on the main track
    they leave a gap."""
    tracks = [
        replace(t, items=[i for i in t.items if i.media or t.kind == "text"])
        for t in sequence.tracks
    ]
    return replace(sequence, tracks=[track for track in tracks if track.items])
