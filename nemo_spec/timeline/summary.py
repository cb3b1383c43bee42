"""Segments and timelines in words, down to the documented one-line summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from nemo_spec.language.values import DAY
from nemo_spec.timeline.model import Interval, Role, Segment, Timeline
from nemo_spec.timeline.properties import shown

TRACK_NAMES: dict[Role, str] = {
    "clip": "Video",
    "generated": "Video",
    "overlay": "Overlay",
    "effect": "Effect",
    "music": "BGM",
    "voiceover": "Voice-over",
    "sound": "Sound",
    "title": "Title",
    "lower-third": "Lower third",
    "caption": "Captions",
}


_UNMEASURED = DAY // 10
"""An interval as wide as this comes from a clip that nobody has measured, at the highest speed."""


def summary(timeline: Timeline) -> str:
    """`Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) …`"""
    groups = by_track(timeline)
    parts = [f"{number}. {_track(group)}" for number, group in enumerate(groups, 1)]
    count = f"{len(parts)} track{'' if len(parts) == 1 else 's'}"
    return " ".join([f"Timeline ({count}):", *parts]) if parts else "Timeline (0 tracks)"


def by_track(timeline: Timeline) -> list[list[Segment]]:
    """The segments of each track, the main one first; predicted ones by their kind."""
    groups: dict[str, list[Segment]] = {}
    if timeline.main:
        groups["main"] = list(timeline.main)
    for layer in timeline.layers:
        groups.setdefault(layer.place.partition(".")[0] or layer.role, []).append(layer)
    return list(groups.values())


def _track(segments: list[Segment]) -> str:
    first = segments[0]
    start = Interval(min(s.start.lo for s in segments), min(s.start.hi for s in segments))
    end = Interval(max(s.end.lo for s in segments), max(s.end.hi for s in segments))
    times = f"{seconds(start)}-{seconds(end)}s"
    if first.role in ("clip", "generated"):
        return f"{TRACK_NAMES[first.role]}: {_few(_stem(s.name) or s.role for s in segments)} ({times})"
    details = ", ".join(filter(None, (times, level(first) if len(segments) == 1 else "")))
    return f"{TRACK_NAMES[first.role]}: {_few(content_of(s) for s in segments)} ({details})"


def content_of(segment: Segment) -> str:
    """What is shown, said or played: texts in quotes, or the material without its ending."""
    if segment.texts:
        return ", ".join(f'"{" ".join(text.split())}"' for text in segment.texts)
    return _stem(segment.name)


def _few(names: Iterable[str]) -> str:
    unique = list(dict.fromkeys(names))
    return " + ".join(unique[:3]) + (f" + {len(unique) - 3} more" if len(unique) > 3 else "")


def _stem(name: str) -> str:
    stem, dot, extension = name.rpartition(".")
    return stem if dot and extension.isalnum() and len(extension) <= 4 else name


def level(segment: Segment) -> str:
    """`35%`, `-12dB`; nothing where no level is given."""
    volume = segment.properties.get("volume")
    return "" if volume is None else shown("volume", volume)


def seconds(time: Interval) -> str:
    """`12.4` or, where the material decides, `11.9…12.6` or `?`; in seconds."""
    lo, hi = (_tenths(value) for value in time)
    if time.hi - time.lo >= _UNMEASURED:
        return "?" if time.lo == 0 else f"{lo}…?"
    return lo if lo == hi else f"{lo}…{hi}"


def _tenths(milliseconds: int) -> str:
    return f"{milliseconds / 1000:.1f}".removesuffix(".0")


def span(segment: Segment) -> str:
    """`0-3s`."""
    return f"{seconds(segment.start)}-{seconds(segment.end)}s"


def called(segment: Segment) -> str:
    """`title "Intro"`, `music lo-fi`."""
    content = " ".join(f'"{text}"' for text in segment.texts) or segment.name
    return f"{segment.role} {content}".strip()


def normal(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts that look the same are the same: Unicode knows two ways to write é, and nobody sees where a
    line ends behind its last word."""
    return tuple(_seen(normalize("NFC", text)) for text in texts)


def _seen(text: str) -> str:
    if "\n" not in text:
        return text.rstrip()
    return "\n".join(line.rstrip() for line in text.replace("\r\n", "\n").split("\n")).rstrip()
