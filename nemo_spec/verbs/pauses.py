"""Edits that take pauses and filler words out of the speech."""

from collections.abc import Iterable, Iterator
from math import hypot
from typing import Literal

from nemo_spec.language.values import show_number
from nemo_spec.timeline.deltas import Cut, Delta, RemoveUnknown
from nemo_spec.timeline.main_track import times_of
from nemo_spec.timeline.model import Interval, Timeline
from nemo_spec.timeline.ramps import speeds_of
from nemo_spec.verbs import phrasing
from nemo_spec.verbs.base import (
    Edit,
    Problem,
    option,
)
from nemo_spec.verbs.value_types import Duration, Level

EDGE = 60
"""Milliseconds by which two measurements of one pause may differ: a frame at either side."""


_PER_PAUSE, _BASE = 50, 40
"""Milliseconds by which the figure of a pause, and of a whole clip, may be off on average: with the two,
the interval holds the truth of every clip of tests/media/test_spoken_pauses.py."""


class TrimPauses(Edit):
    """Shorten the pauses in the speech.

    Without `below`, the threshold is set between the clip's own background noise and its speech. `plan`
    finds the pauses by voice where the extra `nemo-spec[speech]` is installed, else by level, and says
    which.

    Afterwards: a video that is shorter or as long as before, in the same order, without gaps, and with
    every word still in it.
    """

    example = "trim pauses longer than 0.7s keep 0.2s"
    needs_silences = True
    group = "Cuts and time"
    moves_time = True
    verb: Literal["trim pauses"] = "trim pauses"
    longer_than: Duration = option("longer than", 600, "pauses shorter than this stay as they are")
    keep: Duration = option("keep", 200, "how much of a pause stays on either side of the cut")
    below: Level | None = option("below", None, "what counts as silence; without it, measured")

    def check(self, timeline: Timeline) -> Iterator[Problem]:
        if self.longer_than < 2 * self.keep:
            cure = "keep at most half of `longer than`"
            yield Problem("E212", "`keep` is more than half of the shortest pause", cure, "keep")

    def english(self) -> str:
        return (
            f"Cut every pause in the speech longer than {phrasing.seconds(self.longer_than)}, keeping "
            f"{phrasing.seconds(self.keep)} of silence at either side{self._threshold()}, and close "
            "the gaps."
        )

    def chinese(self) -> str:
        below = f"，静音阈值{show_number(self.below)}dB" if self.below is not None else ""
        return (
            f"剪掉语音中所有超过{phrasing.zh_seconds(self.longer_than)}的停顿，"
            f"两侧各保留{phrasing.zh_seconds(self.keep)}{below}，并合拢空隙。"
        )

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        removed = self.removed(timeline)
        edge = round(EDGE * _slowness(timeline))
        longest = None if removed is None else self.longer_than + 2 * edge
        return (RemoveUnknown("pauses", removed, longest=longest),)

    def forecast(self, timeline: Timeline) -> str:
        found = self.pauses(timeline)
        if found is None:
            return ""
        cut = [length for length in _lengths(found) if length >= self.longer_than]
        removed = sum(length - 2 * self.keep for length in cut)
        return f"cuts {len(cut)} pauses, {removed / 1000:.1f} s"

    def removed(self, timeline: Timeline) -> Interval | None:
        """Milliseconds that go, where the sound of all material has been measured."""
        found = self.pauses(timeline)
        if found is None:
            return None
        slow, lengths = _slowness(timeline), _lengths(found)
        edge = EDGE * slow
        sure = [length for length in lengths if length >= self.longer_than + edge]
        removed = sum(length - 2 * self.keep for length in sure)
        unsure = [length for length in lengths if abs(length - self.longer_than) < edge]
        # whether one at the limit is cut says nothing of the next: their spreads add up as squares
        halves = [max(0, length - 2 * self.keep + edge) / 2 for length in unsure]
        spread = (_PER_PAUSE * len(sure) + (_BASE if found else 0)) * slow + hypot(*halves)
        middle = removed + sum(halves)
        return Interval(max(0, round(middle - spread)), round(middle + spread))

    def cut(self, timeline: Timeline) -> Cut | None:
        """The pauses as they were measured here, gone; None where they were not measured, or lie under a
        transition. The service may hear each a little otherwise."""
        found = self.pauses(timeline)
        if found is None or any(piece.properties.get("overlap") for piece in timeline.main):
            return None
        long = [(a, b) for a, b in found if b - a >= self.longer_than]
        return Cut(tuple((a + self.keep, b - self.keep) for a, b in long if b - a > 2 * self.keep))

    def pauses(self, timeline: Timeline) -> list[tuple[int, int]] | None:
        """The silences of the main track, in ms of the timeline; None when not measured.

        A pause may run across a cut, so that neighbours are not looked at apart.
        """
        if not timeline.is_exact:
            return None
        found: list[tuple[int, int]] = []
        for piece in timeline.main:
            if piece.properties.get("still") or piece.properties.get("freeze"):
                continue
            quiet = timeline.silences.get(piece.name)
            if quiet is None or piece.source is None:
                return None
            placed = (times_of(piece, part) for part in quiet)
            found += sorted((round(a), round(b)) for a, b in placed if round(b) > round(a))
        return found

    def _threshold(self) -> str:
        if self.below is None:
            return ""
        return f", counting everything below {show_number(self.below)} dB as silence"


class TrimFillers(Edit):
    """Remove filler words ("um", "uh", …).

    Afterwards: a video that is shorter or as long as before, in the same order, without gaps.
    """

    example = "trim fillers"
    group = "Cuts and time"
    moves_time = True
    sentences = (
        "Remove all filler words such as um and uh from the speech, and close the gaps.",
        "删除语音中所有的语气词（如嗯、呃），并合拢空隙。",
    )
    verb: Literal["trim fillers"] = "trim fillers"

    def effect(self, timeline: Timeline) -> tuple[Delta, ...]:
        return (RemoveUnknown("fillers"),)


def _lengths(found: Iterable[tuple[int, int]]) -> list[int]:
    return [end - start for start, end in found]


def _slowness(timeline: Timeline) -> float:
    """How many times as long a millisecond of the material lasts at most; so does an error in it."""
    slowest = (min(speeds_of(piece.properties)) for piece in timeline.main if piece.source)
    return max([1.0, *(1 / speed for speed in slowest)])
