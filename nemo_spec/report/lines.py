"""What a command without a recipe does, as it is shown: results on one stream, progress on the other."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.text import clean
from nemo_spec.report.color import is_live
from nemo_spec.report.columns import fitted
from nemo_spec.report.progress import progress_line
from nemo_spec.run import events
from nemo_spec.run.exports.render import measured
from nemo_spec.run.service import Steps

T = TypeVar("T")


@dataclass(slots=True)
class LineReport:
    """Prints events as they come. Progress goes to `notes`, on a terminal only, on one line."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    notes: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    _transfer: str = ""
    _began: float = 0
    _first: int = 0
    _progress: bool = False

    def show(self, event: events.Event) -> None:
        """Print what a person wants to know of one event."""
        match event:
            case events.Uploading(name, done, total):
                self._transferring("uploading", name, done, total)
            case events.Downloading(name, done, total):
                self._transferring("downloading", name, done, total)
            case events.Rendering(name, progress):
                percent = "" if progress is None else f" {progress:.0f}%"
                self._update(f"rendering {visible(name)}{percent}")
            case events.Waiting(seconds, reason):
                self._update(f"{visible(reason)}: reading it again in {seconds:g} s")
            case events.StillWorking(seconds):
                self.note(f"Still working… ({seconds / 60:.0f} min)")
            case events.ReplyReceived(text):
                self.say(text)
            case events.Delivered():
                self.say(f"{event.path}  {measured(event)}")

    def follow(self, doing: Steps[T]) -> T:
        """Show everything on the way to a result, and return it."""
        try:
            while True:
                self.show(next(doing))
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            self.clear()

    def say(self, text: str) -> None:
        """A result, whatever it quotes."""
        self.clear()
        for line in clean(text).split("\n"):
            print(visible(line), file=self.out, flush=True)

    def note(self, text: str) -> None:
        """Something beside the result."""
        self.clear()
        print(visible(clean(text)), file=self.notes, flush=True)

    def clear(self) -> None:
        """Take the line of progress away."""
        if self._progress:
            print("\r\x1b[K", end="", file=self.notes, flush=True)
            self._progress = False

    def _update(self, text: str) -> None:
        if not is_live(self.notes):
            return
        self.clear()
        width = shutil.get_terminal_size().columns
        print(fitted(text, width - 1), end="", file=self.notes, flush=True)
        self._progress = True

    def _transferring(self, doing: str, name: str, done: int, total: int) -> None:
        if (doing + name) != self._transfer:
            self._transfer, self._began, self._first = doing + name, self.clock(), done
        if done >= total:
            self._transfer = ""
            self.clear()
            return
        how_far = progress_line(done, total, self.clock() - self._began, resumed=self._first)
        self._update(f"{doing} {visible(name)}  {how_far}")
