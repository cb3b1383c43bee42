"""What of a timeline can be handed over: only what can be read is, never what is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nemo_spec.timeline.model import Segment, Timeline


def unreadable(timeline: Timeline) -> list[str]:
    """What of a timeline nobody can read, each with its place in the draft."""
    found = list(timeline.unreadable)
    for segment in timeline.segments:
        if unread := [*_unread(segment)]:
            found.append(f"{segment.place}: {', '.join(unread)}")
    return found


def readable(timeline: Timeline) -> Timeline:
    """Without the segments that cannot be read."""
    main = [one for one in timeline.main if not any(_unread(one))]
    layers = [one for one in timeline.layers if not any(_unread(one))]
    return replace(timeline, main=main, layers=layers)


def _unread(segment: Segment) -> Iterator[str]:
    yield from segment.unreadable
    stands = segment.properties.get("still") or segment.properties.get("freeze")
    if segment.role == "clip" and segment.source is None and not stands:
        yield f"which part of {segment.name} plays"
