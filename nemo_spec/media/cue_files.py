"""Subtitle files, written: SRT and WebVTT, in UTF-8."""

from __future__ import annotations

import html
from collections.abc import Iterable

from nemo_spec.media.cues import Cue


def srt(cues: Iterable[Cue]) -> str:
    """The cues as SRT, numbered from 1."""
    numbered = enumerate(cues, 1)
    return "\n".join(
        f"{number}\n{_times(cue, ',')}\n{_lines(cue.text)}\n" for number, cue in numbered
    )


def vtt(cues: Iterable[Cue]) -> str:
    """The cues as WebVTT, in which `&`, `<` and `>` are escaped."""
    blocks = (f"{_times(cue, '.')}\n{html.escape(_lines(cue.text), quote=False)}\n" for cue in cues)
    return "\n".join(["WEBVTT\n", *blocks])


def _lines(text: str) -> str:
    """The text without empty lines: one would end the cue."""
    return "\n".join(line for line in text.splitlines() if line.strip())


def _times(cue: Cue, point: str) -> str:
    return f"{_clock(cue.start, point)} --> {_clock(cue.end, point)}"


def _clock(milliseconds: int, point: str) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    clock = f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"
    return f"{clock}{point}{thousandths:03d}"
