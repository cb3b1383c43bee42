"""The main track as edits change it: each looks at the pieces that it touches, the rest moves in runs."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import overload

from nemo_spec.timeline.layers import Layers, Log, moved
from nemo_spec.timeline.main_track import HEADS, mended
from nemo_spec.timeline.properties import AT_THE_TAIL
from nemo_spec.timeline.segment import Interval, Segment

_RUN = 16
"""Pieces of a run, at most twice as many: an edit makes those of its run anew, and of every other run
no more than the time by which it moves."""

_FOREVER = 1 << 62

Look = Mapping[str, object]

Change = Callable[[list[Segment], bool], list[Segment]]
"""What an edit makes of some neighbours; told whether they begin with the first piece of the video."""


class MainTrack(Sequence[Segment]):
    """Pieces in runs, each of which plays some ms later than its pieces say, and has another look.

    Never changes: an edit returns another, and both share the runs that it leaves alone. Pieces that are
    in no order, as a draft may have them, are looked at by every edit.
    """

    __slots__ = ("_all", "_later", "_looks", "_runs", "_uncertain", "in_order")

    def __init__(
        self,
        runs: list[list[Segment]],
        later: list[int],
        looks: list[Look],
        uncertain: int,
        in_order: bool,
    ) -> None:
        self._runs = runs
        self._later = later
        self._looks = looks
        self._uncertain = uncertain
        self._all: list[Segment] | None = None
        self.in_order = in_order

    @classmethod
    def of(cls, pieces: Sequence[Segment]) -> MainTrack:
        """The track of these pieces."""
        if isinstance(pieces, MainTrack):
            return pieces
        runs = _runs_of(list(pieces))
        is_mended = _are_in_order(pieces) and mended(pieces) == list(pieces)
        return cls(runs, [0] * len(runs), [{}] * len(runs), _uncertain(pieces), is_mended)

    @property
    def has_uncertain(self) -> bool:
        """Whether the service may have shortened and split a piece."""
        return self._uncertain > 0

    def __len__(self) -> int:
        return sum(map(len, self._runs))

    def __bool__(self) -> bool:
        return bool(self._runs)

    def __iter__(self) -> Iterator[Segment]:
        return iter(self._all) if self._all is not None else self._each_run()

    def _each_run(self) -> Iterator[Segment]:
        """The pieces as long as somebody asks for more."""
        found: list[Segment] = []
        for place in range(len(self._runs)):
            pieces = self._between(place, place + 1)
            yield from pieces
            found += pieces
        self._all = found

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> list[Segment]: ...
    def __getitem__(self, index: int | slice) -> Segment | list[Segment]:
        if self._runs and (index == 0 or index == -1):
            looking = _looking(self._runs[index][index], self._looks[index])
            return _later(looking, self._later[index])
        return self._pieces()[index]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._pieces() == list(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return repr(self._pieces())

    def _pieces(self) -> list[Segment]:
        if self._all is None:
            self._all = self._between(0, len(self._runs))
        return self._all

    def near(self, first: int, last: int) -> list[Segment]:
        """The pieces that play or meet between two times (ms), with one more at either side."""
        low, high, start, stop = self._around(first, last)
        return self._between(low, high)[start:stop]

    def reaches(self, first: int, last: int) -> bool:
        """Whether a piece may be near both times (ms)."""
        if not self.in_order or not self._runs:
            return True
        low, _, start, _ = self._around(last, last)
        piece = next((p for p in self._between(low, low + 2)[start:] if p.end.hi >= last), None)
        return piece is not None and piece.start.lo <= first

    def each(self, change: Callable[[Segment], Segment]) -> MainTrack:
        """Change the properties of every piece, whatever its time."""
        looks = zip(self._runs, self._looks, strict=True)
        runs = [[change(_looking(piece, look)) for piece in run] for run, look in looks]
        return MainTrack(runs, self._later, [{}] * len(runs), self._uncertain, self.in_order)

    def looking(self, look: Look) -> MainTrack:
        """Give every piece some properties."""
        looks: list[Look] = [{**old, **look} for old in self._looks]
        return MainTrack(self._runs, self._later, looks, self._uncertain, self.in_order)

    def put(self, index: int, piece: Segment) -> MainTrack:
        """Another piece in the place of the first one (0) or the last one (-1)."""
        runs, later, looks = list(self._runs), list(self._later), list(self._looks)
        place = index % len(runs)
        run = self._between(place, place + 1)
        uncertain = self._uncertain + piece.uncertain - run[index].uncertain
        run[index] = piece
        runs[index], later[index], looks[index] = run, 0, {}
        return MainTrack(runs, later, looks, uncertain, self.in_order)

    def plus(self, piece: Segment) -> MainTrack:
        """One more piece at the end."""
        end = self[-1].end.hi if self else 0
        if self.in_order and self._is_open and end <= piece.start.lo < piece.end.lo:
            runs = [*self._runs[:-1], [*self._runs[-1], piece]]
            uncertain = self._uncertain + piece.uncertain
            return MainTrack(runs, self._later, self._looks, uncertain, True)
        return self.edited(end, _FOREVER, lambda pieces, _: [*pieces, piece])

    @property
    def _is_open(self) -> bool:
        """Whether the last run has room, and is as it is said."""
        if not self._runs:
            return False
        return len(self._runs[-1]) < 2 * _RUN and not (self._later[-1] or self._looks[-1])

    def edited(self, first: int, last: int, change: Change, later: int = 0) -> MainTrack:
        """Change what plays or meets between two times (ms), and one piece at either side, which it may
        not move otherwise than the rest; what follows moves by `later` ms."""
        low, high, start, stop = self._around(first, last)
        said = self._later[low] if self else 0  # those in front of the change stay as they are
        near = self._between(low, high, said)
        was = _all_later(near[start:stop], said)
        now = change(was, low == 0 and start == 0)
        if not self.in_order:
            return MainTrack.of(now)
        tail = _all_later(near[stop:], later)
        made = _runs_of([*near[:start], *_all_later(now, -said), *tail])
        return MainTrack(
            [*self._runs[:low], *made, *self._runs[high:]],
            [*self._later[:low], *([said] * len(made)), *(by + later for by in self._later[high:])],
            [*self._looks[:low], *([{}] * len(made)), *self._looks[high:]],
            self._uncertain + _uncertain(now) - _uncertain(was),
            _are_in_order(now),
        )

    def _between(self, low: int, high: int, said: int = 0) -> list[Segment]:
        """The pieces of some runs, as they are said where each plays `said` ms later than that."""
        found: list[Segment] = []
        for place in range(low, min(high, len(self._runs))):
            pieces, look, by = self._runs[place], self._looks[place], self._later[place] - said
            if look or by:
                pieces = [_later(_looking(piece, look), by) for piece in pieces]
            found += pieces
        return found

    def _around(self, first: int, last: int) -> tuple[int, int, int, int]:
        """The runs from and to which pieces lie near some time, and from and to which of their pieces."""
        runs, later = self._runs, self._later
        if not self.in_order or not runs:
            return 0, len(runs), 0, len(self)
        places = range(len(runs))
        low = bisect_left(places, first, key=lambda place: runs[place][-1].end.hi + later[place])
        low = min(low, len(runs) - 1)
        start = bisect_left(runs[low], first - later[low], key=lambda piece: piece.end.hi) - 1
        if start < 0 < low:
            low, start = low - 1, len(runs[low - 1]) - 1
        high = bisect_right(places, last, key=lambda place: runs[place][0].start.lo + later[place])
        high = max(high, low + 1)
        by = later[high - 1]
        end = bisect_right(runs[high - 1], last - by, key=lambda piece: piece.start.lo) + 1
        if end > len(runs[high - 1]) and high < len(runs):
            high, end = high + 1, 1
        stop = sum(map(len, runs[low : high - 1])) + end
        return low, high, max(0, start), stop


class LooseTrack(Layers):
    """The main track while nobody knows how long the video is: edits of time divide none of its pieces.

    None of them overlaps another, and no fade lies at the ends of the video.
    """

    __slots__ = ()

    @classmethod
    def loosened(cls, pieces: Sequence[Segment]) -> LooseTrack | None:
        """The track of these pieces; None where an edit of time changes more of them than their times."""
        if isinstance(pieces, LooseTrack):
            return pieces
        is_linked = any(piece.properties.get("overlap") for piece in pieces)
        at_ends = (
            pieces
            and pieces[0].properties.keys() & HEADS | pieces[-1].properties.keys() & AT_THE_TAIL
        )
        return None if is_linked or at_ends else cls(list(pieces), len(pieces), False)

    def _carried_out(self, log: Log) -> list[Segment]:
        return mended([piece.moved(start, end) for _, piece, start, end in moved(log)])


def _looking(piece: Segment, look: Look) -> Segment:
    return piece.with_properties(**look) if look else piece


def _all_later(pieces: list[Segment], by: int) -> list[Segment]:
    return [_later(piece, by) for piece in pieces] if by else pieces


def _later(piece: Segment, by: int) -> Segment:
    if not by:
        return piece
    (start, begun), (end, over) = piece.start, piece.end
    return piece.moved(Interval(start + by, begun + by), Interval(end + by, over + by))


def _uncertain(pieces: Sequence[Segment]) -> int:
    return sum(piece.uncertain for piece in pieces)


def _are_in_order(pieces: Sequence[Segment]) -> bool:
    """Whether no piece begins or ends before the one in front of it does, and each of them lasts."""
    return all(piece.end.hi > piece.start.lo for piece in pieces) and all(
        a.start.lo <= b.start.lo
        and a.start.hi <= b.start.hi
        and a.end.lo <= b.end.lo
        and a.end.hi <= b.end.hi
        for a, b in pairwise(pieces)
    )


def _runs_of(pieces: list[Segment]) -> list[list[Segment]]:
    if len(pieces) <= 2 * _RUN:
        return [pieces] if pieces else []
    return [pieces[at : at + _RUN] for at in range(0, len(pieces), _RUN)]
