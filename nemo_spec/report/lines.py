"""Output of commands without a recipe: results on one stream, progress on the other."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

from nemo_spec.language.diagnostics import visible
from nemo_spec.nemo.text import clean
from nemo_spec.report.progress import ProgressLine
from nemo_spec.run import events
from nemo_spec.run.service import Steps

T = TypeVar("T")


@dataclass(slots=True)
class LineReport:
    """Prints events as they come. Progress goes to `notes`, on a terminal only, on one line."""

    out: TextIO = field(default_factory=lambda: sys.stdout)
    notes: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    _progress: ProgressLine = field(init=False)

    def __post_init__(self) -> None:
        self._progress = ProgressLine(self.notes, self.clock)

    def show(self, event: events.Event) -> None:
        """Print one event."""
        match event:
            case events.Uploading(name, done, total):
                self._progress.transfer(f"uploading {visible(name)}", done, total)
            case events.Downloading(name, done, total):
                self._progress.transfer(f"downloading {visible(name)}", done, total)
            case events.Rendering(name, progress):
                self._progress.percent(f"rendering {visible(name)}", progress)
            case events.Waiting(seconds, reason):
                self._progress.say(f"{visible(reason)}: reading it again in {seconds:g} s")
            case events.StillWorking(seconds):
                self.note(f"Still working… ({seconds / 60:.0f} min)")
            case events.ReplyReceived(text):
                self.say(text)
            case events.Delivered():
                self.say(f"{event.path}  {event.measured}")

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
        """A note besides the result."""
        self.clear()
        print(visible(clean(text)), file=self.notes, flush=True)

    def clear(self) -> None:
        """Take the line of progress away."""
        self._progress.clear()
