"""Map old time to new time, to move layers along with an edit of the main track."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from mock_server.timeline.tracks import Segment, end_of


@dataclass(frozen=True)
class Piece:
    """The old time from `start` to `end` (ms), which lasts `length` ms in the new timeline.

    Where a `ramp` is given the speed goes evenly from its first to its second factor.
    """

    start: int
    end: int
    length: int
    ramp: tuple[float, float] | None = None

    def speed(self, time: int) -> float:
        """How fast a ramp is at an old time."""
        first, last = self.ramp or (1, 1)
        done = (time - self.start) / max(1, self.end - self.start)
        return math.sqrt(first * first + (last * last - first * first) * done)

    def at(self, time: int) -> int:
        """Milliseconds from the new start of the piece at which the old `time` stands."""
        if self.ramp and time < self.end:
            # an even change: the time is the way divided by the mean of the speeds at its ends
            return int(2 * (time - self.start) / (self.ramp[0] + self.speed(time)) + 0.5)
        span = self.end - self.start
        return (2 * (time - self.start) * self.length + span) // (2 * span) if span else 0


class TimeMap:
    """Pieces of old time, in order, one after another; the time between them is removed.

    A piece without old time is an insertion. Points inside a removed range, and both its edges,
    map to the join; at an insertion the two edges differ.
    """

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self.pieces = [piece for piece in pieces if piece.end > piece.start or piece.length > 0]
        self.offsets: list[int] = []
        total = 0
        for piece in self.pieces:
            self.offsets.append(total)
            total += piece.length
        self.total = total
        self._starts = [piece.start for piece in self.pieces]
        self._ends = [piece.end for piece in self.pieces]

    def start(self, time: int) -> int:
        """Where something that starts at the old `time` starts now."""
        i = bisect_right(self._ends, time)
        if i == len(self.pieces):
            return self.total
        return self.offsets[i] + self.pieces[i].at(max(time, self.pieces[i].start))

    def end(self, time: int) -> int:
        """Where something that ends at the old `time` ends now."""
        i = bisect_left(self._starts, time) - 1
        if i < 0:
            return 0
        piece = self.pieces[i]
        return self.offsets[i] + (
            piece.at(min(time, piece.end)) if piece.end > piece.start else piece.length
        )


def moved(layers: Iterable[Segment], times: TimeMap) -> list[Segment]:
    """The layers on the new timeline; music keeps its start and is trimmed at its end."""
    found = []
    for layer in layers:
        if layer["role"] == "music":
            start, end = layer["s"], min(end_of(layer), times.total)
        else:
            start, end = times.start(layer["s"]), times.end(end_of(layer))
        if end > start:
            found.append(layer | {"s": start, "d": end - start})
    return found
