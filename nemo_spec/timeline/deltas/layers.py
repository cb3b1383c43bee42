"""Changes above the main track, to the canvas, and to who knows what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Self

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.layers import Layers, trimmed
from nemo_spec.timeline.model import ANY_LENGTH, Interval, Role, Segment, Timeline


@dataclass(frozen=True, slots=True)
class AddLayer(Delta):
    """One more segment above the main track, clipped at the end of the video."""

    on = "layers"

    layer: Segment

    def owned_by(self, owner: int | None) -> Self:
        return type(self)(self.layer.owned_by(owner))

    def laid(self, length: Interval) -> Segment:
        """The segment as it stands above a video of that length (ms)."""
        return trimmed(self.layer, length)

    def apply(self, timeline: Timeline) -> None:
        timeline.layers = Layers.of(timeline.layers).plus(self.laid(timeline.length))


@dataclass(frozen=True, slots=True)
class Lift(Delta):
    """A segment above the main track is gone, known by its place in the draft."""

    on = "layers"

    layer: Segment

    def apply(self, timeline: Timeline) -> None:
        timeline.layers = [one for one in timeline.layers if one.place != self.layer.place]


@dataclass(frozen=True, slots=True)
class AddUnknownLayers(Delta):
    """At least one more segment of a kind; how many and where, only the service knows. All of them
    have these properties."""

    on = "layers"

    role: Role
    properties: dict[str, object] = field(default_factory=dict)
    owner: int | None = None

    def owned_by(self, owner: int | None) -> Self:
        return replace(self, owner=owner)

    def apply(self, timeline: Timeline) -> None:
        timeline.open_roles[self.role] = self.owner


@dataclass(frozen=True, slots=True)
class Canvas(Delta):
    """The frame of the video: its ratio, and how pictures of another shape fit in."""

    on = "canvas"
    repeatable = True

    properties: dict[str, object]

    def apply(self, timeline: Timeline) -> None:
        timeline.canvas.update(self.properties)


@dataclass(frozen=True, slots=True)
class Unpredictable(Delta):
    """Anything may happen: durations and positions are unknown from here."""

    unpredictable = True
    maps_time = False

    def apply(self, timeline: Timeline) -> None:
        timeline.unknown = True
        timeline.length = ANY_LENGTH
