"""The diff of two timelines in words: for `nemo-spec diff`, expected timelines, and `chat`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal, NamedTuple

from nemo_spec.timeline.diff import Added, Changed, Opened, Removed, TimelineChange, diff
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.properties import PropertyChange, label, shown
from nemo_spec.timeline.summary import called, seconds, span

Sign = Literal["+", "-", "~"]

_MOST = 12
"""Lines that `chat` shows of what one message has changed: half a terminal."""


class DiffLine(NamedTuple):
    """`+` is only in the second timeline, `-` only in the first, `~` in both and not the same."""

    sign: Sign
    text: str


def differences(before: Timeline, after: Timeline, tolerance: int) -> list[DiffLine]:
    """Every change from the first to the second; times may be off by `tolerance` ms."""
    return [_line(change) for change in diff(before, after, tolerance)]


def brief(before: Timeline, after: Timeline) -> list[str]:
    """The first twelve changes, `+ title "Hi" at 0-3s`, and how many more there are."""
    lines = [f"{line.sign} {line.text}" for line in differences(before, after, 0)]
    if len(lines) > _MOST:
        more = len(lines) - _MOST
        lines = [*lines[:_MOST], f"and {more} more change{'s' * (more > 1)}"]
    return lines


def totals(lines: Sequence[DiffLine]) -> str:
    """`1 added, 2 removed, 3 changed`, or `no difference`."""
    words = (("+", "added"), ("-", "removed"), ("~", "changed"))
    counts = [(sum(line.sign == sign for line in lines), word) for sign, word in words]
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "no difference"


def _line(change: TimelineChange) -> DiffLine:
    match change:
        case Added(segment):
            return DiffLine("+", _segment(segment))
        case Removed(segment):
            return DiffLine("-", _segment(segment))
        case Opened(role, is_open):
            what = f"any number of {role} segments" if role else "anything that a `say` may do"
            return DiffLine("+" if is_open else "-", what)
        case Changed(before, _, details):
            texts = ", ".join(map(_detail, details))
            return DiffLine("~", f"{called(before)} at {span(before)}: {texts}")
        case PropertyChange("length", was, now):
            return DiffLine("~", f"length {_seconds(was)} → {_seconds(now)}")
        case PropertyChange("frame", was, now):
            return DiffLine("~", f"frame {was or '(none)'} → {now or '(none)'}")
        case PropertyChange("fill", was, now):  # that of the canvas; an overlay's is a flag
            return DiffLine("~", f"fill {_word(was)} → {_word(now)}")
        case PropertyChange():
            return DiffLine("~", _property(change))


def _segment(segment: Segment) -> str:
    if segment.uncertain:
        return called(segment)
    return f"{called(segment)}{_source(segment.source)} at {span(segment)}"


def _detail(change: PropertyChange) -> str:
    return (
        _DETAILS[change.key](change.before, change.after)
        if change.key in _DETAILS
        else _property(change)
    )


def _property(change: PropertyChange) -> str:
    key, was, now = change
    return f"{label(key)} {shown(key, was)} → {shown(key, now)}"


def _word(word: Any) -> str:
    return f'"{word}"' if word else "(none)"


def _source(source: Any) -> str:
    return f" {source[0] / 1000:g}-{source[1] / 1000:g}s" if source else ""


def _seconds(length: Any) -> str:
    return f"{seconds(length)} s"


def _texts(texts: Sequence[str]) -> str:
    return " ".join(f'"{text}"' for text in texts) or "(none)"


_DETAILS: dict[str, Callable[[Any, Any], str]] = {
    "role": lambda _, now: f"now a {now}",
    "texts": lambda _, now: f"text now {_texts(now)}",
    "name": lambda _, now: f"now {now or 'nothing'}",
    "source": lambda was, now: f"takes{_source(now)} instead of{_source(was)}",
    "length": lambda was, now: f"lasts {_seconds(now)} instead of {_seconds(was)}",
    "moved": lambda was, now: f"moved {span(was)} → {span(now)}",
    "retimed": lambda was, now: f"retimed {span(was)} → {span(now)}",
    "unreadable": lambda was, now: f"{now or was} {'cannot' if now else 'can'} be read now",
}
"""Attributes of a segment; everything else is a property."""
