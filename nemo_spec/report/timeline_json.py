"""A timeline as data for other programs: `show --format json` and `status --format json`."""

from __future__ import annotations

import json

from nemo_spec.nemo.text import masked
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.summary import summary

VERSION = 1
"""Of the shape. It grows by new keys; a change of what is there raises the number."""

Data = dict[str, object]


def timeline_json(timeline: Timeline, **beside: object) -> str:
    """The timeline, and what a command has to say beside it. Times are ms; texts hold no token."""
    told = {"version": VERSION, **beside, "timeline": _data(timeline)}
    return json.dumps(masked(told), indent=2)


def _data(timeline: Timeline) -> Data:
    main = {id(piece) for piece in timeline.main}
    segments = [_segment(one, id(one) in main) for one in timeline.segments]
    return {
        "summary": summary(timeline),
        "length": timeline.length.lo,
        "canvas": dict(timeline.canvas),
        "unreadable": list(timeline.unreadable),
        "segments": segments,
    }


def _segment(segment: Segment, is_main: bool) -> Data:
    return {
        "role": segment.role,
        "main": is_main,
        "segment": segment.place or None,
        "start": segment.start.lo,
        "end": segment.end.lo,
        "name": segment.name,
        "texts": list(segment.texts),
        "source": list(segment.source) if segment.source else None,
        "properties": dict(segment.properties),
        "unreadable": list(segment.unreadable),
    }
