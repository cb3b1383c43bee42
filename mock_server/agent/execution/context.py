"""What an operation works on, and what it reports."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from mock_server.agent.values.ranges import Clip, Middle, Others, Portion, Stretch, Within
from mock_server.media import probe as listening
from mock_server.media.probe import Media
from mock_server.timeline import CannotEdit, Timeline
from mock_server.timeline.edits import speeds
from mock_server.timeline.pauses import Listen
from mock_server.timeline.tracks import Segment, end_of

_TWO, _PLACE = 2, ("id", "s", "d", "in", "out")  # what differs of two pieces of one clip
LOUDEST = 2.0  # as in the language: 200 %


def heard(clip: Media, longer_than: int, below_db: float | None) -> listening.Pauses:
    """The pauses of one upload, in its own time (ms)."""
    return listening.pauses(clip, longer_than_ms=longer_than, below_db=below_db)


@dataclass
class Context:
    """What an operation works on. `generated` counts clips, `facts` go into reply and result;
    `notes` name the files that the reply has to say something about.

    `earlier` are the drafts of the session before this one, as JSON, the newest last; `begun` is the
    timeline when the message came, by which it counts.
    """

    timeline: Timeline
    media: Mapping[str, Media]
    language: str
    earlier: list[str] = field(default_factory=list)
    generated: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    begun: Timeline | None = None
    listen: Listen = heard

    def clip(self, name: str) -> Media:
        """The upload of that name, whatever its case; CannotEdit when there is none."""
        for one in (name, name.rpartition("/")[2]):
            folded = {key.casefold(): key for key in self.media}
            if one in self.media or one.casefold() in folded:
                return self.media[one if one in self.media else folded[one.casefold()]]
        raise CannotEdit("no_file", name=name)

    def only_picture(self) -> Media:
        """The one picture among the uploads that is not on the timeline; CannotEdit when unclear."""
        used = {one.get("src") for one in (*self.timeline.main, *self.timeline.layers)}
        pictures = [one for one in self.media.values() if one.kind == "image"]
        left = [one for one in pictures if one.name not in used] or pictures
        if len(left) != 1:
            raise CannotEdit("which_picture" if left else "no_upload")
        return left[0]

    def volume(self, wanted: float) -> float:
        """A level within what there is, 0-2; CannotEdit when it is louder than that."""
        if wanted > LOUDEST:
            raise CannotEdit("too_loud", loudest=f"{LOUDEST * 100:.0f} %")
        return round(max(0.0, wanted), 6)

    def new_volume(self, now: float, wanted: float, way: int) -> float:
        """The same of what is at a level now and has to become louder (1) or quieter (-1): if it does
        not, the reply says so."""
        if (wanted - now) * way < 0:
            self.facts["was_at"] = f"{now * 100:.0f} %"
        return self.volume(wanted)

    def span(self, wanted: Stretch) -> tuple[int, int]:
        """The stretch on the timeline as it is now, ms; CannotEdit when nothing of it is there."""
        duration = self.timeline.duration
        if isinstance(wanted, Clip):
            return self._place_of(wanted)
        if isinstance(wanted, Within):
            return self._within(wanted)
        if isinstance(wanted, Others):
            raise CannotEdit("only_part")
        if isinstance(wanted, Portion):
            if wanted.length * 2 == 1 and self._is_split_elsewhere():
                raise CannotEdit("only_part")  # the half of the video, or the piece?
            return wanted.on(duration)
        if isinstance(wanted, Middle):
            start, end = wanted.on(duration)
            if end <= start:
                raise CannotEdit("outside", at=wanted.length, duration=duration)
            return start, end
        if wanted.start >= 0 and wanted.end is not None and 0 <= wanted.end <= wanted.start:
            raise CannotEdit("empty_range", start=wanted.start, end=wanted.end)
        start, end = wanted.on(duration)
        if end <= start:
            raise CannotEdit("outside", at=wanted.start, duration=duration)
        if (wanted.end is not None and wanted.end > duration) or -wanted.start > duration:
            self.facts["clipped"] = duration
        return start, end

    def _is_split_elsewhere(self) -> bool:
        """Whether the video is split in two, and not in the middle."""
        if len(self.timeline.main) != _TWO:
            return False
        first, second = (
            {k: v for k, v in one.items() if k not in _PLACE} for one in self.timeline.main
        )
        one, other = self.timeline.main
        return first == second and one.get("out") == other.get("in") and one["d"] != other["d"]

    def others(self, wanted: Others) -> list[Clip]:
        """Every clip but one, the last first. CannotEdit when there is no other."""
        spared = self._place_of(wanted.but)[0]
        main = self.timeline.main
        found = [Clip(i) for i, one in enumerate(main) if one["s"] != spared]
        if not found:
            raise CannotEdit("not_there")
        return found[::-1]

    def _within(self, wanted: Within) -> tuple[int, int]:
        first, last = self._place_of(wanted.clip)
        start, end = wanted.part.on(last - first)
        if end <= start or max(wanted.part.end or 0, -wanted.part.start) > last - first:
            raise CannotEdit("outside", at=first + wanted.part.start, duration=last)
        return first + start, first + end

    def _place_of(self, wanted: Clip) -> tuple[int, int]:
        """Where a clip lies. CannotEdit when it is not there, not alone, or shares time with another."""
        main = self.timeline.main
        numbers = range(len(main))[wanted.number :][:1] if -len(main) <= wanted.number else []
        if wanted.name is not None:
            src = self.clip(wanted.name).name
            numbers = [i for i, one in enumerate(main) if one.get("src") == src]
        if wanted.touched:
            ids = str(self.timeline.meta.get("touched", "")).split()
            numbers = [i for i, one in enumerate(main) if one.get("id") in ids]
        if wanted.lasting is not None:
            lengths = [one["d"] for one in main]
            length = (min if wanted.lasting == "shortest" else max)(lengths, default=0)
            numbers = [i for i, one in enumerate(lengths) if one == length]
        if wanted.state is not None:
            numbers = [i for i, one in enumerate(main) if _STATES[wanted.state](one)]
        if wanted.piece and len(main) < 2:
            raise CannotEdit("not_there")
        if wanted.of is not None and len(main) != wanted.of:
            raise CannotEdit("not_two", count=len(main))
        if len(numbers) != 1:
            raise CannotEdit("which_one" if numbers else "not_there", count=len(numbers))
        start, end = main[numbers[0]]["s"], end_of(main[numbers[0]])
        if any(
            one["s"] < end and start < end_of(one) for one in main if one is not main[numbers[0]]
        ):
            raise CannotEdit("only_part")
        return start, end


_STATES: dict[str, Callable[[Segment], bool]] = {
    "fast": lambda one: speeds(one)[0] > 1,
    "slow": lambda one: speeds(one)[0] < 1,
    "reverse": lambda one: bool(one.get("reverse")),
    "silent": lambda one: one.get("vol", 1) == 0,
    "gray": lambda one: (one.get("color") or {}).get("name") == "black and white",
}


Executor = Callable[[Any, Context], None]
