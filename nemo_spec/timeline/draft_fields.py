"""The fields of a segment in a draft, however they are spelled.

Only `d` is documented. Of several spellings the first that is there counts, and they must not contradict
each other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple
from unicodedata import normalize

from nemo_spec.timeline.model import Kind
from nemo_spec.timeline.properties import (
    NOT_COMPARED,
    PROPERTIES,
    TIME,
    same,
    spellings_of,
    value_of,
)
from nemo_spec.timeline.readers import level, text, whole
from nemo_spec.timeline.switches import (
    Path,
    Switches,
    is_switch,
    leaves,
    mutes_track,
    read_switches,
)
from nemo_spec.timeline.unknown_keys import doubtful, kind_of
from nemo_spec.timeline.uploads import NO_UPLOADS, Uploads

Fields = Mapping[str, Any]

SPELLINGS: dict[str, tuple[str, ...]] = {
    "start": (
        *("s", "st", "start", "start_ms", "startMs", "startTime", "start_time", "begin", "from"),
        *("timeline_start", "target_start", "target_timerange.start", "m.start"),
    ),
    "duration": (
        *("d", "duration", "dur", "duration_ms", "durationMs", "length", "len"),
        *("target_timerange.duration", "m.duration"),
    ),
    "end": ("e", "end", "end_ms", "endMs", "endTime", "end_time", "to", "timeline_end", "m.end"),
    "role": ("role", "type", "kind", "m.role", "m.type"),
    "text": (
        *("text", "txt", "content", "words", "caption", "text.content", "text.text"),
        *("content.text", "m.text", "m.content", "m.txt"),
    ),
    "sub": ("sub", "subtitle", "subtext", "second_line", "m.sub", "m.subtitle"),
    "name": (
        *("src", "name", "file", "filename", "file_name", "material", "material_name", "source"),
        *("material.name", "material.filename", "m.src", "m.name", "m.title", "m.filename"),
    ),
    "in": (
        *("in", "source_start", "source-start", "ss", "in_ms", "clip_start"),
        *("source_timerange.start", "m.in"),
    ),
    "out": ("out", "source_end", "source-end", "se", "out_ms", "clip_end", "m.out"),
    "source_duration": ("source_duration", "sd", "source_timerange.duration"),
} | {key: spellings_of(key) for key in PROPERTIES.keys() - NOT_COMPARED}

CONTRADICTION = object()
"""Found where two spellings differ; no reader takes it for a value."""
_NUMBERS = ("start", "duration", "end", "volume", "in", "out", "source_duration", "rotate")
_SWITCHED = ("hidden", "opacity")
"""Properties that known switches decide, wherever they stand."""
_OF_SOURCE = ("skip",)
"""Properties that the range of the source tells."""
_ENDS = {"speed_to": "speed", "zoom_to": "zoom"}
"""What a property becomes at the end; the same as at the start is no change."""
_PLAIN = {
    spellings[0]: key
    for key, spellings in SPELLINGS.items()
    if key in PROPERTIES
    and key not in (*_SWITCHED, *_OF_SOURCE)
    and len(spellings) == 1
    and "." not in spellings[0]
}
"""Properties with one spelling: what stands there is the value, also where it is a group."""

_PATHS = {
    what: tuple(tuple(spelling.split(".")) for spelling in spellings)
    for what, spellings in SPELLINGS.items()
    if what not in _SWITCHED
}
_KNOWN = frozenset(path for paths in _PATHS.values() for path in paths) | {("id",)}
_KNOWN_ON_TRACKS = frozenset(
    (key,) for key in ("id", "tt", "sg", "name", "attribute", "vol", "volume")
)


class Reading(NamedTuple):
    """How one draft is to be read.

    `unit` is how many ms a time of a segment counts, None where nobody knows. `usual` are values of unknown
    keys that all segments have alike, or all tracks; `ignored` keys that are known to be bookkeeping.
    """

    uploads: Uploads = NO_UPLOADS
    unit: float | None = 1
    usual: frozenset[tuple[Path, Any]] = frozenset()
    ignored: frozenset[str] = frozenset()

    def ms(self, value: object) -> object:
        """A time in ms; what is no number stays what it is, and no reader takes it."""
        if self.unit is None:
            return CONTRADICTION
        is_time = isinstance(value, int | float) and not isinstance(value, bool)
        return value * self.unit if is_time and self.unit != 1 else value  # type: ignore[operator]


def find(fields: Fields, what: str) -> Any:
    """The value of the first spelling that is there; None when there is none.

    A group such as `text: {content: …}` is looked into, it is no value itself.
    """
    paths = [path for path in _PATHS[what] if path[0] in fields]  # of a dozen, one
    values = [value for path in paths if (value := _at(fields, path)) is not None]
    if len(values) > 1 and (alike := _ALIKE.get(what)):
        values = [value for value in values if value != ""] or values
        if any(alike(value) != alike(values[0]) for value in values):
            return CONTRADICTION
    return values[0] if values else None


def _same_text(value: object) -> object:
    found = text(value)
    return value if found is None else normalize("NFC", found).strip()


def _itself(value: object) -> object:
    return value


_ALIKE: dict[str, Callable[[object], object]] = {
    **dict.fromkeys(_NUMBERS, _itself),
    **dict.fromkeys(("text", "sub"), _same_text),
}
"""Where two spellings that differ contradict each other, and what of them is compared."""


def all_of(fields: Fields, what: str) -> list[str]:
    """Every text under a spelling, the first one first."""
    found = (_at(fields, path) for path in _PATHS[what])
    return [value for value in found if isinstance(value, str) and value]


def _at(fields: Fields, path: Path) -> Any:
    value: Any = fields
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return None if isinstance(value, dict) else value


# ---- Keys that nobody documents ------------------------------------------------------------------


def unknown_leaves(fields: Fields) -> list[tuple[Path, Any]]:
    """What stands in a segment under keys that no property is spelled with."""
    return list(leaves(fields, _KNOWN))


def unknown_on_track(track: Fields) -> list[tuple[Path, Any]]:
    """The same of a track; its levels and switches are read from it."""
    inside = {key: value for key, value in track.items() if key != "sg"}
    return list(leaves(inside, _KNOWN_ON_TRACKS))


def unknown_keys(found: list[tuple[Path, Any]]) -> dict[str, str]:
    """The keys that nobody knows, each with the kind of its value: number, words or flag."""
    others = ((path, value) for path, value in found if not is_switch(path))
    return {".".join(path): kind for path, value in others if (kind := kind_of(value))}


def doubts(found: list[tuple[Path, Any]], switches: Switches, reading: Reading) -> tuple[str, ...]:
    """The keys that may change what is seen or heard, each named once."""
    return tuple(
        dict.fromkeys([*switches.unread, *doubtful(found, reading.usual, reading.ignored)])
    )


class OfTrack(NamedTuple):
    """What a track says about all its segments."""

    switches: Switches
    volume: float
    doubts: tuple[str, ...]


def read_track(track: Fields, reading: Reading) -> OfTrack:
    """Its switches, its level and what of it nobody knows."""
    found = unknown_on_track(track)
    switches = read_switches(found)
    muted = mutes_track(track["attribute"]) if track.get("attribute") is not None else False
    given = track.get("vol", track.get("volume"))
    volume = 1 if given is None else level(given)
    unread = doubts(found, switches, reading)
    unread += ("attribute",) if muted is None else ()
    unread += ("volume",) if volume is None else ()
    switches = switches._replace(silent=switches.silent or bool(muted))
    return OfTrack(
        switches, 1 if volume is None else volume, tuple(f"{key} of its track" for key in unread)
    )


# ---- Properties ----------------------------------------------------------------------------------


def read_properties(
    fields: Fields, kind: Kind, reading: Reading, switches: Switches
) -> tuple[dict[str, object], list[str]]:
    """The properties of a segment, and the keys of those that cannot be read."""
    given = {key: fields[spelled] for spelled, key in _PLAIN.items() if spelled in fields}
    given |= {"volume": find(fields, "volume"), "rotate": find(fields, "rotate")}
    given |= {"hidden": switches.hidden or None, "opacity": switches.opacity}
    given = {key: value for key, value in given.items() if value is not None}
    if isinstance(color := given.get("color"), dict):
        given |= {"color": color.get("name"), "amount": color.get("amount", 1)}
    if isinstance(place := given.get("position"), dict) and place.keys() & {"x", "y"}:
        del given["position"]
        given |= {axis: place[axis] for axis in ("x", "y") if axis in place}
    given |= _link(fields.get("tr"))
    given = {key: reading.ms(v) if PROPERTIES[key].unit is TIME else v for key, v in given.items()}
    found = {key: PROPERTIES[key].unit.read(value) for key, value in given.items()}
    unreadable = [
        key for key, value in found.items() if value is None and kind in PROPERTIES[key].on.split()
    ]
    found = {k: v for k, v in found.items() if v is not None and v is not False}
    for end, start in _ENDS.items():
        if end in found and same(end, found[end], value_of(found, start), 0):
            del found[end]
    return found, unreadable


def skipped(fields: Fields, reading: Reading) -> dict[str, object]:
    """How far (ms) into its file a layer begins, where that is said."""
    found = whole(reading.ms(find(fields, "in")))
    return {"skip": found} if found else {}


def _link(link: object) -> dict[str, Any]:
    """The transition into a segment; any other kind than a fade is named."""
    if not isinstance(link, dict):
        return {} if link is None else {"transition": None}
    given = {"transition": link.get("d"), "transition_kind": link.get("type", "fade")}
    if given["transition_kind"] == "fade":
        del given["transition_kind"]
    return given if link.get("overlap") is None else given | {"overlap": link["overlap"]}
