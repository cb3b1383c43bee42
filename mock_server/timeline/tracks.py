"""Unpack a draft into the main track and the layers above it, and pack it again.

Drafts look as in docs/draft.md: one track per role, overflow tracks where segments of one role
overlap, no empty tracks. The draft itself keeps the counter of its ids.
"""

import pickle
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from mock_server.timeline.properties import MAIN, is_neutral

T = TypeVar("T")
Segment = dict[str, Any]

LONGEST_MS = 24 * 3_600_000
# role: track type and name, in the order of the tracks
TRACKS: dict[str, tuple[int, str]] = {
    "effect": (0, "Effect"),
    "overlay": (0, "Overlay"),
    "music": (1, "BGM"),
    "voiceover": (1, "Voice-over"),
    "sound": (1, "Sound"),
    "title": (7, "Title"),
    "lower-third": (7, "Lower third"),
    "caption": (7, "Captions"),
}
_ROLE_OF_TYPE = {0: "overlay", 1: "music", 7: "title"}


def copied(data: T) -> T:
    """A deep copy of a draft or a timeline, in a tenth of the time of `copy.deepcopy`."""
    whole: T = pickle.loads(pickle.dumps(data, pickle.HIGHEST_PROTOCOL))
    return whole


class CannotEdit(ValueError):
    """An impossible edit. `reason` is a key of the agent's replies."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


@dataclass
class Timeline:
    """The segments of a draft. `main` is in order and without gaps from 0."""

    meta: dict[str, Any] = field(default_factory=dict)
    main: list[Segment] = field(default_factory=list)
    layers: list[Segment] = field(default_factory=list)
    rest: dict[str, Any] = field(default_factory=dict)
    track_ids: dict[tuple[str, int], str] = field(default_factory=dict)

    @classmethod
    def of(cls, draft: dict[str, Any]) -> "Timeline":
        """The timeline of a draft; the draft itself is not touched."""
        mine = copied(draft)
        timeline = cls(meta=dict(mine.get("m") or {}))
        timeline.rest = {key: value for key, value in mine.items() if key not in ("m", "d", "t")}
        lanes: dict[str, int] = {}
        for track in mine.get("t") or []:
            timeline._take(track, lanes)
        return timeline

    def _take(self, track: dict[str, Any], lanes: dict[str, int]) -> None:
        kind, name = track.get("tt", 0), str(track.get("name", ""))
        self.track_ids[name, lanes.get(name, 0)] = track.get("id", "")
        lanes[name] = lanes.get(name, 0) + 1
        for segment in track.get("sg") or []:
            on_main = kind == 0 and segment.get("role", "clip") in MAIN
            segment.setdefault("role", "clip" if on_main else _ROLE_OF_TYPE.get(kind, "title"))
            (self.main if on_main else self.layers).append(segment)

    @property
    def duration(self) -> int:
        """Milliseconds to the end of the picture, or of the layers when there is no picture."""
        return max((end_of(segment) for segment in self.main or self.layers), default=0)

    @property
    def touched(self) -> list[Segment]:
        """The layers that were edited last: what a pronoun may mean. None when the picture was."""
        ids = str(self.meta.get("touched", "")).split()
        return [one for one in self.layers if one["id"] in ids]

    @property
    def added_together(self) -> list[Segment]:
        """The layers that were edited last, and those that the same message has added before them."""
        ids = f"{self.meta.get('touched', '')} {self.meta.get('beside', '')}".split()
        return [one for one in self.layers if one["id"] in ids]

    def touch(self, ids: Iterable[str], beside: Iterable[str] = ()) -> None:
        """Note which layers were edited last, and which were added just before them; `draft.m` holds texts
        and numbers only."""
        for key, noted in (("touched", " ".join(ids)), ("beside", " ".join(beside))):
            self.meta.pop(key, None)
            if noted:
                self.meta[key] = noted

    def new_id(self, prefix: str) -> str:
        """An id that this draft has never given away."""
        self.meta["last_id"] = int(self.meta.get("last_id", 0)) + 1
        return f"{prefix}_{self.meta['last_id']}"

    def segment(self, role: str, start: int, duration: int, **values: object) -> Segment:
        """A new segment with an id of its own, without neutral values. Times are ms."""
        kept = {key: value for key, value in values.items() if not is_neutral(key, value)}
        return {"id": self.new_id("sg"), "role": role, "s": start, "d": duration} | kept

    def draft(self) -> dict[str, Any]:
        """The draft JSON of this timeline."""
        tracks = [self._track(0, "Video", 0, self.main)] if self.main else []
        of_role: dict[str, list[Segment]] = {}
        for segment in self.layers:
            of_role.setdefault(segment["role"], []).append(segment)
        for role, (kind, name) in TRACKS.items():
            lanes = _lanes(of_role[role]) if role in of_role else []
            tracks += [self._track(kind, name, lane, sg) for lane, sg in enumerate(lanes)]
        return self.rest | {"m": self.meta, "d": self.duration, "t": tracks}

    def _track(self, kind: int, name: str, lane: int, segments: list[Segment]) -> dict[str, Any]:
        ident = self.track_ids.get((name, lane)) or self.new_id("tr")
        return {"id": ident, "tt": kind, "name": name, "sg": segments}


def checked_length(length: int) -> int:
    """The length (ms) of something new; CannotEdit when it is none, or longer than a day."""
    if not 1 <= length <= LONGEST_MS:
        raise CannotEdit("no_length", length=length)
    return length


def end_of(segment: Segment) -> int:
    """Where a segment ends on the timeline, ms."""
    return int(segment["s"] + segment["d"])


def _lanes(segments: list[Segment]) -> list[list[Segment]]:
    """Segments in as few tracks as first fit needs, none overlapping within its track."""
    lanes: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda one: one["s"]):
        free = (lane for lane in lanes if end_of(lane[-1]) <= segment["s"])
        lane = next(free, None)
        if lane is None:
            lanes.append([segment])
        else:
            lane.append(segment)
    return lanes
