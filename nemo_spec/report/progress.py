"""How far a transfer or a render is: in words, and as a line with a bar on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import TextIO

from nemo_spec.report.color import is_colored, is_live
from nemo_spec.report.columns import fitted, padded

_LABEL = 24
_BAR = 24
"""Columns. A bar must leave the label this much room, and is no longer than this."""
_SHORTEST_BAR = 8
_SHORTEST_LABEL = 20
_LONGEST_FACTS = len("123.4 of 456.7 MB, 12.3 MB/s, 45 s left")


@dataclass(slots=True)
class ProgressLine:
    """One line that the next one replaces; nothing where `out` is no terminal.

    There is no thread and no hidden cursor: a run that is killed leaves the terminal as it was.
    """

    out: TextIO
    clock: Callable[[], float] = monotonic
    _began: dict[str, tuple[float, int]] = field(default_factory=dict)
    _is_shown: bool = False

    def say(self, text: str) -> None:
        """Show a line of text, cut to the width of the terminal."""
        if is_live(self.out):
            self.clear()
            print(fitted(text, _columns()), end="", file=self.out, flush=True)
            self._is_shown = True

    def transfer(self, label: str, done: int, total: int) -> None:
        """Show how many bytes of `total` (0 when unknown) are through. What was there at the first call
        does not count for the rate; the last call forgets the transfer."""
        now = self.clock()
        began, first = self._began.setdefault(label, (now, done))
        if total and done >= total:
            del self._began[label]
            self.clear()
        elif is_live(self.out):
            facts = progress_line(done, total, now - began, resumed=first)
            self._show(label, done / total if total else None, facts, _LONGEST_FACTS)

    def percent(self, label: str, percent: float | None) -> None:
        """Show how far a render is, 0–100, or only that it is under way."""
        if percent is None:
            self.say(label)
        elif is_live(self.out):
            now = self.clock()
            began, first = self._began.setdefault(label, (now, round(percent)))
            facts = percent_line(percent, now - began, first)
            self._show(label, percent / 100, facts, len("100%, 12 min 34 s left"))

    def clear(self) -> None:
        """Take the line away."""
        if self._is_shown:
            print("\r\x1b[K", end="", file=self.out, flush=True)
            self._is_shown = False

    def _show(self, label: str, share: float | None, facts: str, reserved: int) -> None:
        """The label, a bar where there is room, and the facts in as many columns as are `reserved`."""
        room = _columns() - max(len(facts), reserved) - _LABEL - 3
        if share is None or room < _SHORTEST_BAR:
            facts = _shortened(facts, _columns() - _SHORTEST_LABEL)
            self.say(f"{fitted(label, max(_columns() - len(facts) - 2, 1))}  {facts}")
            return
        bar = min(room, _BAR)
        label = padded(fitted(label, _LABEL + room - bar), _LABEL + room - bar)
        self.say("")
        print(f"{label} {_bar(self.out, share, bar)}  {facts}", end="", file=self.out, flush=True)


def _columns() -> int:
    """One fewer than the terminal has: a full line would wrap."""
    return max(shutil.get_terminal_size().columns - 1, 1)


def _shortened(facts: str, columns: int) -> str:
    """Without the rate, where that saves a line that is too long."""
    parts = facts.split(", ")
    return ", ".join([parts[0], *parts[2:]]) if len(facts) > columns else facts


def _bar(out: TextIO, share: float, columns: int) -> str:
    from rich.console import Console
    from rich.progress_bar import ProgressBar

    colored = is_colored(out)
    console = Console(
        file=out, width=columns, force_terminal=True, color_system="auto" if colored else None
    )
    with console.capture() as drawn:
        console.print(ProgressBar(1, share, columns), end="")
    bar = drawn.get().rstrip("\n")
    return bar if colored else padded(bar, columns)


def progress_line(done: int, total: int, seconds: float, *, resumed: int = 0) -> str:
    """`12.3 of 45.0 MB, 3.1 MB/s, 11 s left`.

    Bytes done and in total (0 when unknown), seconds since it began, and bytes that were there
    before. Rate and time left appear once they mean something: after half a second.
    """
    parts = [f"{_mb(done)} of {_mb(total)} MB" if total else f"{_mb(done)} MB"]
    rate = max(done - resumed, 0) / seconds if seconds >= 0.5 else 0.0
    if rate:
        parts.append(f"{rate / 1e6:.1f} MB/s")
        if total:
            parts.append(f"{duration(max(total - done, 0) / rate)} left")
    return ", ".join(parts)


def percent_line(percent: float, seconds: float, first: float) -> str:
    """`40%, 12 s left`: percent done, seconds since it was at `first` percent."""
    rate = max(percent - first, 0) / seconds if seconds >= 0.5 else 0.0
    left = f", {duration(max(100 - percent, 0) / rate)} left" if rate else ""
    return f"{percent:.0f}%{left}"


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f}"


def duration(seconds: float) -> str:
    """`45 s`, `12 min 5 s`, `2 h`."""
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    return f"{whole // 60} min {whole % 60} s" if whole < 6000 else f"{whole // 3600} h"
