"""What was learned about how one service spells its drafts: the reader's first choice.

Nothing here can contradict what a draft says: a learned spelling is read beside the known ones, and a key
is called bookkeeping only where it is no known switch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nemo_spec.timeline.switches import is_switch

Fields = Mapping[str, Any]

SPELLED = {"start": "s", "duration": "d", "name": "src", "text": "text", "volume": "vol"}
"""What may have a spelling of its own, and how it is documented here."""
TRACK_TYPES = ("video", "audio", "text")


@dataclass(frozen=True, slots=True)
class Dialect:
    """`spelled` maps start, duration, name, text and volume to the key that the service has for it, a dot
    leading into a group; `track_types` a track type to video, audio or text; `bookkeeping` are keys that
    change nothing."""

    spelled: Mapping[str, str] = field(default_factory=dict)
    track_types: Mapping[str, str] = field(default_factory=dict)
    bookkeeping: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.spelled or self.track_types or self.bookkeeping)


DOCUMENTED = Dialect()


def dialect_of(content: object) -> Dialect:
    """The dialect in a file; what makes no sense is left out, and so are switches."""
    fields = content if isinstance(content, dict) else {}
    spelled = {k: v for k, v in _words(fields.get("spelled")).items() if k in SPELLED}
    types = {k: v for k, v in _words(fields.get("track_types")).items() if v in TRACK_TYPES}
    keys = fields.get("bookkeeping")
    found = [key for key in keys if isinstance(key, str)] if isinstance(keys, list) else []
    return Dialect(spelled, types, frozenset(key for key in found if not _switches(key)))


def _words(found: object) -> dict[str, str]:
    items = found.items() if isinstance(found, dict) else ()
    return {key: value for key, value in items if isinstance(value, str) and value}


def _switches(key: str) -> bool:
    """Whether it is a known switch: those are read, whatever a file says."""
    return is_switch(tuple(key.split(".")))


def respelled(draft: Fields, dialect: Dialect) -> Fields:
    """The draft with what the dialect spells in its own way spelled as documented as well."""
    tracks = draft.get("t")
    if not isinstance(tracks, list) or not (dialect.spelled or dialect.track_types):
        return draft
    return {**draft, "t": [_track(track, dialect) for track in tracks]}


def _track(track: Any, dialect: Dialect) -> Any:
    if not isinstance(track, dict):
        return track
    type_ = dialect.track_types.get(str(track.get("tt")))
    segments = track.get("sg")
    changed: dict[str, Any] = {"tt": type_} if type_ else {}
    if isinstance(segments, list):
        changed["sg"] = [_segment(one, dialect.spelled) for one in segments]
    return {**track, **changed}


def _segment(segment: Any, spelled: Mapping[str, str]) -> Any:
    """A value that stands under the documented key already is left for the reader to compare."""
    if not isinstance(segment, dict):
        return segment
    found: dict[str, Any] = dict(segment)
    for what, key in spelled.items():
        path = key.split(".")
        value = _at(segment, path)
        if value is not None and SPELLED[what] not in segment:
            found[SPELLED[what]] = value
            if len(path) == 1 and path[0] != SPELLED[what]:
                del found[path[0]]
    return found


def _at(fields: Fields, path: Sequence[str]) -> Any:
    found: Any = fields
    for key in path:
        found = found.get(key) if isinstance(found, dict) else None
    return found
