"""The one model of a timeline: what a draft holds, and what a recipe predicts it to hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.timeline.segment import (
    ANY_LENGTH,
    KINDS,
    NOTHING,
    Interval,
    Kind,
    Role,
    Segment,
    exactly,
    gaps,
)
from nemo_spec.timeline.track import MainTrack

__all__ = [
    "ANY_LENGTH", "KINDS", "NOTHING", "Interval", "Kind", "Role", "Segment", "Timeline", "exactly",
    "gaps",
]  # fmt: skip


@dataclass(slots=True)
class Timeline:
    """The main video track in order, everything that stands above it, and the canvas.

    `length` (ms) is that of the main track. `tracks` counts the non-empty tracks of a draft; it is 0
    in a prediction, since the service packs them as it likes. `unknown` is set once nothing more can
    be predicted (after `say`). Of the kinds in `open_roles` there may be any number of segments; each
    maps to the statement that asked for them. `silences` are the measured silent ranges (ms) of each
    material by its name. `unreadable` names the parts of a draft that cannot be read, `said` is the
    length (ms) that the draft itself claims.

    Segments are never changed in place: timelines share them.
    """

    main: Sequence[Segment] = field(default_factory=list)
    layers: Sequence[Segment] = field(default_factory=list)
    length: Interval = NOTHING
    canvas: dict[str, object] = field(default_factory=dict)
    tracks: int = 0
    unknown: bool = False
    open_roles: dict[Role, int | None] = field(default_factory=dict)
    silences: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    unreadable: list[str] = field(default_factory=list)
    said: int | None = None

    def copy(self) -> Timeline:
        """A timeline that deltas may change without changing this one."""
        return replace(self, canvas=dict(self.canvas), open_roles=dict(self.open_roles))

    @property
    def segments(self) -> list[Segment]:
        return [*self.main, *self.layers]

    @property
    def is_empty(self) -> bool:
        """Whether nothing is on it, readable or not."""
        return not (self.main or self.layers or self.tracks or self.unreadable)

    @property
    def is_exact(self) -> bool:
        """Whether it is known how long the video is."""
        return self.length.is_exact and not self.unknown

    @property
    def is_uncertain(self) -> bool:
        """Whether only the service knows what the video is made of."""
        return not self.is_exact or self.has_uncertain

    @property
    def has_uncertain(self) -> bool:
        """Whether the service may have shortened and split a segment of the main track."""
        if isinstance(self.main, MainTrack):
            return self.main.has_uncertain
        return any(piece.uncertain for piece in self.main)

    @property
    def frame(self) -> str:
        """`1280x720`, a predicted ratio such as `9:16`, or nothing."""
        width, height = self.canvas.get("width"), self.canvas.get("height")
        return f"{width}x{height}" if width and height else str(self.canvas.get("ratio", ""))
