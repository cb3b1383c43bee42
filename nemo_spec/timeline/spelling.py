"""Learn how a service spells its drafts from one of which it is known what it should hold.

A segment is recognised by its text or its file, whatever stands around them. What should be its start, its
duration or its level is then looked for among its values; only a key that fits all segments is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple

from nemo_spec.timeline.dialect import SPELLED, Dialect
from nemo_spec.timeline.draft import segments_of
from nemo_spec.timeline.draft_fields import SPELLINGS
from nemo_spec.timeline.model import Segment, Timeline
from nemo_spec.timeline.readers import level, number, text
from nemo_spec.timeline.summary import normal
from nemo_spec.timeline.switches import Path, leaves
from nemo_spec.timeline.track_types import is_known
from nemo_spec.timeline.uploads import Uploads

_UNITS = {"milliseconds": 1.0, "microseconds": 0.001, "seconds": 1000.0}
_SLACK = 40
"""Milliseconds: a frame at 25 fps, to which a service may round."""
Fields = Mapping[str, Any]


class Spelled(NamedTuple):
    """How one thing is spelled, and where that was seen."""

    what: str
    key: str
    evidence: str


class Learned(NamedTuple):
    rows: list[Spelled]
    dialect: Dialect


class _Pair(NamedTuple):
    """A segment that should be there, and the values of the one that is."""

    wanted: Segment
    place: str
    values: dict[Path, Any]
    type_: object


Fits = Callable[[Segment, Any], bool]


def learn(draft: Fields, read: Timeline, expected: Sequence[Segment], uploads: Uploads) -> Learned:
    """How the draft spells what is expected; `read` is what the reader made of it. The dialect holds what
    it did not know."""
    pairs = list(_pairs(draft, expected, uploads))
    rows = [row for what in SPELLED for row in _spelled(what, pairs, uploads)]
    types = list(_types(pairs))
    places = {pair.place for pair in pairs}
    doubts = [
        (key, one.place) for one in read.segments if one.place in places for key in one.doubts
    ]
    keys = dict(reversed(doubts))
    rows += types + [Spelled("bookkeeping", key, f"on {place}") for key, place in keys.items()]
    return Learned(
        rows,
        Dialect(
            {
                row.what: row.key
                for row in rows
                if row.key not in SPELLINGS.get(row.what, (row.key,))
            },
            {row.key: row.what.removeprefix("track of ") for row in types if not is_known(row.key)},
            frozenset(keys),
        ),
    )


def _pairs(draft: Fields, expected: Sequence[Segment], uploads: Uploads) -> Iterator[_Pair]:
    left = list(segments_of(draft))
    for wanted in expected:
        for number_, (place, track, raw) in enumerate(left):
            values = dict(leaves(raw, frozenset()))
            if any(_is_content(wanted, value, uploads) for value in values.values()):
                del left[number_]
                yield _Pair(wanted, place, values, track.get("tt"))
                break


def _is_content(wanted: Segment, value: object, uploads: Uploads) -> bool:
    return _is_text(wanted, value) or _is_name(wanted, value, uploads)


def _is_text(wanted: Segment, value: object) -> bool:
    found = text(value) if wanted.texts and isinstance(value, str) else None
    return bool(found) and normal([found or ""])[0] == normal(wanted.texts)[0]


def _is_name(wanted: Segment, value: object, uploads: Uploads) -> bool:
    return bool(wanted.name) and isinstance(value, str) and uploads.named(value) == wanted.name


def _spelled(what: str, pairs: Sequence[_Pair], uploads: Uploads) -> Iterator[Spelled]:
    """The one key that fits all segments of which this is known; nothing where several do, or none."""
    if what in ("start", "duration"):
        for unit, ms in _UNITS.items():
            yield from _one_key(what, pairs, partial(_is_time, what, ms), f" {unit}")
        return
    tests: dict[str, Fits] = {
        "text": _is_text,
        "name": lambda s, v: _is_name(s, v, uploads),
        "volume": lambda s, v: s.properties.get("volume") == level(v),
    }
    yield from _one_key(what, pairs, tests[what], "")


def _one_key(what: str, pairs: Sequence[_Pair], fits: Fits, unit: str) -> Iterator[Spelled]:
    known = [pair for pair in pairs if _knows(what, pair.wanted)]
    common: set[Path] | None = None
    for pair in known:
        fitting = {path for path, value in pair.values.items() if fits(pair.wanted, value)}
        common = fitting if common is None else common & fitting
    if common and len(common) == 1 and (len(known) > 1 or what not in ("start", "duration")):
        (path,) = common
        shown = ", ".join(f"{p.place}: {str(p.values[path])[:40]}{unit}" for p in known[:3])
        yield Spelled(what, ".".join(path), shown)


def _knows(what: str, wanted: Segment) -> bool:
    told = {
        "start": wanted.start.is_exact and wanted.start.lo > 0,
        "duration": wanted.start.is_exact and wanted.end.is_exact,
        "text": bool(wanted.texts),
        "name": bool(wanted.name),
        "volume": "volume" in wanted.properties,
    }
    return told[what]


def _is_time(what: str, ms: float, wanted: Segment, value: object) -> bool:
    found = number(value)
    expected = wanted.start.lo if what == "start" else wanted.length.lo
    return found is not None and abs(found * ms - expected) <= _SLACK


def _types(pairs: Sequence[_Pair]) -> Iterator[Spelled]:
    """Types of tracks on which segments of one kind alone were recognised."""
    by_type: dict[str, dict[str, str]] = {}
    for pair in pairs:
        by_type.setdefault(str(pair.type_), {})[pair.wanted.kind] = pair.place
    for type_, kinds in by_type.items():
        if len(kinds) == 1:
            ((kind, place),) = kinds.items()
            yield Spelled(f"track of {kind}", type_, f"on {place}")
