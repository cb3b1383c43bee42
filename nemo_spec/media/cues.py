"""What a subtitle file holds."""

from __future__ import annotations

from typing import NamedTuple


class Cue(NamedTuple):
    """One caption of a subtitle file; times in milliseconds.

    `number` counts the cues of the file from 1, `line` is where its times stand; both are 0 for a cue
    of no file. `look` are the properties that the file gives it, as a timeline names them.
    """

    start: int
    end: int
    text: str
    number: int = 0
    line: int = 0
    look: tuple[tuple[str, str | int], ...] = ()


class Subtitles(NamedTuple):
    """The cues of a file in its order, and the markup that captions cannot keep."""

    cues: tuple[Cue, ...]
    lost: tuple[str, ...] = ()
