"""One change to a timeline, and what kind of change it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import ClassVar, Literal, Self

from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.time_map import TimeMap


class Delta:
    """One change to a timeline. A subclass says what kind of change it is."""

    __slots__ = ()

    on: ClassVar[Literal["video", "layers", "canvas"]] = "video"
    """What it changes: the main track, what lies above it, or the frame."""
    moves_time: ClassVar[bool] = False
    """Moments of the video are not where they were."""
    maps_time: ClassVar[bool] = True
    """It is known where they are then."""
    repeatable: ClassVar[bool] = False
    """Done twice it does what it does once: it replaces, and adds nothing."""
    removes_material: ClassVar[bool] = False
    """May take out of the material what nobody can tell from a pause afterwards."""
    unpredictable: ClassVar[bool] = False
    """Anything may have happened afterwards."""
    shown_by: ClassVar[str] = ""
    """The property by which a draft shows that it was done, wherever in the video that was."""

    @property
    def is_vague(self) -> bool:
        """Whether only the service knows what it does."""
        return self.unpredictable

    def apply(self, timeline: Timeline) -> None:
        """Change the timeline as the edit would."""
        raise NotImplementedError

    @property
    def sets(self) -> Collection[str]:
        """The properties of the main track that it decides."""
        return (self.shown_by,) if self.shown_by else ()

    @property
    def maps(self) -> Sequence[TimeMap]:
        """How it moves what stands above the video, one after another, where it is known."""
        return ()

    def moved(self, time: int) -> int | None:
        """Where a moment (ms) of the video lies afterwards; None when nobody can say."""
        return time if self.maps_time else None

    def owned_by(self, owner: int | None) -> Self:
        """The same change, its layers given to a statement of the plan."""
        return self

    def has_left(self, piece: Segment, tolerance: int) -> bool:
        """Whether a segment of the draft may show that this was done; `tolerance` in ms."""
        return bool(piece.properties.get(self.shown_by))

    @property
    def trace(self) -> str:
        """What it leaves in the video, in words: `1.5x section`."""
        return ""


def fold(timeline: Timeline, deltas: Iterable[Delta]) -> Timeline:
    """The timeline after the deltas; the given one stays as it is."""
    after = timeline.copy()
    for delta in deltas:
        delta.apply(after)
    return after
