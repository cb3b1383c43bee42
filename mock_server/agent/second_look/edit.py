"""A draft before and after a message, as what has changed in it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from mock_server.timeline.properties import MAIN
from mock_server.timeline.tracks import Segment, end_of

SHOWN = ("vol", "color", "speed", "reverse", "rotate")  # what a clip can be like
_EDGES = ("s", "d", "in", "out")
_RAMP = ("speed", "speed_to")  # which are others for each part of one
_SHAPE = ("width", "height", "fill", "background")


@dataclass(frozen=True)
class Edit:
    """A draft before and after; `layers` are pairs of the layers that are not as they were, where one that
    came or went has an empty counterpart."""

    before: tuple[list[Segment], list[Segment]]
    after: tuple[list[Segment], list[Segment]]
    reshaped: bool
    size: tuple[int, int]  # of the picture, in pixels

    @classmethod
    def of(cls, before: Mapping[str, Any], after: Mapping[str, Any]) -> "Edit":
        """What has changed between two drafts."""
        shapes = [{key: draft.get("m", {}).get(key) for key in _SHAPE} for draft in (before, after)]
        size = int(shapes[1]["width"] or 0), int(shapes[1]["height"] or 0)
        return cls(segments(before), segments(after), shapes[0] != shapes[1], size)

    @cached_property
    def layers(self) -> list[tuple[Segment, Segment]]:
        old, new = ({one.get("id"): one for one in side[1]} for side in (self.before, self.after))
        found = [(one, new.get(ident, {})) for ident, one in old.items()]
        found += [({}, one) for ident, one in new.items() if ident not in old]
        return [(was, now) for was, now in found if was != now]

    @cached_property
    def added(self) -> list[Segment]:
        return [now for was, now in self.layers if not was]

    @cached_property
    def altered(self) -> list[tuple[Segment, Segment]]:
        """The layers that were there before and still are, and are not as they were."""
        return [(was, now) for was, now in self.layers if was and now]

    @cached_property
    def changes(self) -> list[tuple[Segment, Segment]]:
        """What was there before and is still there, the one clip of a video among it."""
        found = self.altered
        clips = self.before[0], self.after[0]
        return (
            [*found, (clips[0][0], clips[1][0])] if len(clips[0]) == len(clips[1]) == 1 else found
        )

    @cached_property
    def ends(self) -> tuple[int, int]:
        """How long the video was, and is, in ms."""
        before, after = (max(map(end_of, side[0]), default=0) for side in (self.before, self.after))
        return before, after

    @cached_property
    def clips(self) -> list[tuple[Segment, Segment]]:
        """The clips that stand at the same place of the video before and after."""
        return list(zip(self.before[0], self.after[0], strict=False))

    @cached_property
    def texts(self) -> tuple[list[str], list[str]]:
        """What is written or spoken, before and after."""
        was, now = (
            [str(one["text"]) for one in side[1] if "text" in one]
            for side in (self.before, self.after)
        )
        return was, now

    def of_clips(self, *keys: str) -> tuple[list[Any], list[Any]]:
        """The values of these keys in every clip, before and after."""
        was, now = (
            [one.get(key) for one in side[0] for key in keys] for side in (self.before, self.after)
        )
        return was, now

    def gained(self, *keys: str) -> list[str]:
        """Which of these keys a clip has now, and none had before."""
        return [key for key in keys if has(self.after[0], key) and not has(self.before[0], key)]

    def has_another(self, *keys: str) -> bool:
        """Whether a clip has a value of one of these keys that none had before."""
        was, now = (set(map(str, values)) for values in self.of_clips(*keys))
        return bool(now - was)

    @property
    def alike(self) -> bool:
        """Whether all clips have got something else alike: a level, a look, a speed, a direction."""
        was, now = self.before[0], self.after[0]
        return len(was) == len(now) and any(
            all(one.get(key) != other.get(key) for one, other in zip(was, now, strict=True))
            for key in ("vol", "color", "speed", "reverse")
        )

    @property
    def frozen(self) -> int:
        """How many frozen frames there are more than there were."""
        held = [sum("freeze" in one for one in side[0]) for side in (self.before, self.after)]
        return held[1] - held[0]

    def lasts(self, one: Segment) -> bool:
        """Whether something is there all along."""
        return one["s"] == 0 and self.lasts_to_the_end(one)

    def lasts_to_the_end(self, one: Segment) -> bool:
        """Whether something is there up to the end of the video."""
        return end_of(one) >= self.ends[1]

    def lasted(self, one: Segment) -> bool:
        """Whether something was there up to the end of the video."""
        return end_of(one) >= self.ends[0]

    @property
    def only_splits(self) -> bool:
        """Whether clips were split, and nothing else is another one: a part has got what it had already.
        What is too short for a transition loses it."""
        cut = self.ends[0] != self.ends[1]
        if cut or self.layers or len(self.before[0]) >= len(self.after[0]):
            return False
        apart = (*_EDGES, *(_RAMP if has(self.before[0], "speed_to") else ()))
        was, now = (
            {one for one in spelled(side[0]) if one[0] not in apart}
            for side in (self.before, self.after)
        )
        return now <= was and all(key.startswith("tr.") for key, _ in was - now)

    @property
    def only_holds(self) -> bool:
        """Whether nothing but how long a frame is held has changed: what is sped up there does not move."""
        was, now = ([_but_its_length(one) for one in side[0]] for side in (self.before, self.after))
        alike = [one for one, _ in groupby(was)] == [one for one, _ in groupby(now)]
        return alike and self.ends[0] != self.ends[1]

    @cached_property
    def values(self) -> list[tuple[str, str]]:
        """The keys that have other values, with the values that came or went."""
        found: list[tuple[str, str]] = []
        if self.before[0] != self.after[0]:
            was, now = (Counter(spelled(side[0])) for side in (self.before, self.after))
            found += [*(was - now), *(now - was)]
        for one, other in self.layers:
            found += set(spelled([one])) ^ set(spelled([other]))
        if [one.get("src") for one in self.before[0]] != [one.get("src") for one in self.after[0]]:
            found.append(("order", ""))
        return [*found, ("canvas", "blur")] if self.reshaped else found


def segments(draft: Mapping[str, Any]) -> tuple[list[Segment], list[Segment]]:
    """The main track, and the layers above it."""
    found = [one for track in draft.get("t") or () for one in track.get("sg") or ()]
    main = [one for one in found if one.get("role", "clip") in MAIN]
    return main, [one for one in found if one.get("role", "clip") not in MAIN]


def shown(clips: Iterable[Segment]) -> int:
    """How much of their files is shown, in ms; of a picture as long as it is."""
    return sum(map(_shown, clips))


def _shown(one: Segment) -> int:
    return int(one["d"] if one.get("still") else one.get("out", 0) - one.get("in", 0))


def has(segments: Iterable[Segment], *keys: str) -> bool:
    return any(key in one for one in segments for key in keys)


def exactly(one: Segment) -> str:
    """All that a clip is, but for its place in the video and what joins it."""
    kept = {key: value for key, value in one.items() if key not in ("id", "s", "tr")}
    return str(sorted((key, str(value)) for key, value in kept.items()))


def _but_its_length(one: Segment) -> str:
    return exactly({key: value for key, value in one.items() if key != "d" or "freeze" not in one})


def differs(was: Segment, now: Segment, *keys: str) -> bool:
    return any(was.get(key) != now.get(key) for key in keys)


def changed_keys(was: Segment, now: Segment) -> set[str]:
    """What of a segment is not as it was."""
    return {key for key in {*was, *now} if was.get(key) != now.get(key)}


def effect(one: Mapping[str, Any]) -> str:
    """Which effect a layer is; empty where it is none."""
    return str(one.get("name", "")) if one.get("role") == "effect" else ""


def new_sources(edit: Edit) -> set[str]:
    """The files that the main track shows now and did not show before."""
    was, now = (
        {one["src"] for one in side[0] if "src" in one} for side in (edit.before, edit.after)
    )
    return now - was


def spelled(segments: Iterable[Segment], prefix: str = "") -> Iterator[tuple[str, str]]:
    """The keys of segments with their values, those of a group one by one."""
    for segment in segments:
        for key, value in segment.items():
            if isinstance(value, Mapping):
                yield from spelled([dict(value)], f"{key}.")
            elif key not in ("id", "role"):
                yield prefix + key, str(value)
