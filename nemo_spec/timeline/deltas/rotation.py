"""Turn the picture, and what was cropped of it."""

from __future__ import annotations

from dataclasses import dataclass

from nemo_spec.timeline.deltas.base import Delta
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.track import MainTrack

_SIDES = ("crop_top", "crop_right", "crop_bottom", "crop_left")
"""Clockwise: what was cropped turns with the picture."""


@dataclass(frozen=True, slots=True)
class RotateBy(Delta):
    """The picture is turned further clockwise, by quarters."""

    shown_by = "rotate"

    degrees: int

    def apply(self, timeline: Timeline) -> None:
        timeline.main = MainTrack.of(timeline.main).each(self._turned)

    def _turned(self, piece: Segment) -> Segment:
        before = piece.properties.get("rotate", 0)
        degrees = self.degrees + (before if isinstance(before, int | float) else 0)
        sides = {key: piece.properties.get(key) for key in _SIDES}
        if any(sides.values()):
            quarters = self.degrees // 90
            sides = {_SIDES[(at + quarters) % 4]: sides[key] for at, key in enumerate(_SIDES)}
        return piece.with_properties(**sides, rotate=degrees % 360 or None)
