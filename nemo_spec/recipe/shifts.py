"""Layers that an edit of time shifts: said once, at the first one that moves any."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nemo_spec.timeline.deltas import AddLayer, Delta
from nemo_spec.timeline.model import Interval
from nemo_spec.verbs.base import Edit, Problem


@dataclass(slots=True)
class Shifts:
    """The last moment of all layers so far that follow the video (ms), and the verb that laid it."""

    verb: str = ""
    end: int = 0
    is_told: bool = False

    def note(self, edit: Edit, deltas: Sequence[Delta], length: Interval) -> Problem | None:
        """The warning about an edit that moves layers above it; the video is of that length (ms) before."""
        if edit.follows_video:
            self._lay(edit.verb, deltas, length)
        if self.is_told or not (self.verb and edit.moves_time and self._moves(deltas)):
            return None
        self.is_told = True
        cure = f"write it above the `{self.verb}`, or check where that ends up"
        return Problem("W213", f"this also shifts the `{self.verb}` above", cure)

    def _lay(self, verb: str, deltas: Sequence[Delta], length: Interval) -> None:
        """What only the service lays may lie anywhere."""
        laid = [delta.laid(length).end.hi for delta in deltas if isinstance(delta, AddLayer)]
        end = max(laid, default=length.hi)
        if end > self.end or not self.verb:
            self.verb, self.end = verb, end

    def _moves(self, deltas: Sequence[Delta]) -> bool:
        """What an edit moves is what comes after some moment: the last moment moves if any does."""
        end: int | None = self.end
        for delta in deltas:
            end = None if end is None else delta.moved(end)
        return end != self.end
