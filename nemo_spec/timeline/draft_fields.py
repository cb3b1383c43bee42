"""The fields of a segment in a draft, however they are spelled.

Only `d` is documented. Of several spellings the first that is there counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nemo_spec.timeline.properties import NOT_COMPARED, PROPERTIES, spellings_of

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
    "in": ("in", "source_start", "ss", "in_ms", "clip_start", "source_timerange.start", "m.in"),
    "out": ("out", "source_end", "se", "out_ms", "clip_end", "m.out"),
    "source_duration": ("source_duration", "sd", "source_timerange.duration"),
} | {key: spellings_of(key) for key in PROPERTIES.keys() - NOT_COMPARED}

_NUMBERS = ("start", "duration", "volume", "in", "out", "source_duration")
"""Where two spellings that differ contradict each other; a text may well stand beside a caption."""
_SWITCHED_OFF = spellings_of("hidden")
_SWITCHED_ON = ("visible", "enabled", "active")
_PLAIN = {
    spellings[0]: key
    for key, spellings in SPELLINGS.items()
    if key in PROPERTIES and len(spellings) == 1 and "." not in spellings[0]
}
"""Properties with one spelling: what stands there is the value, also where it is a group."""

_PATHS = {
    what: tuple(tuple(spelling.split(".")) for spelling in spellings)
    for what, spellings in SPELLINGS.items()
}
_KNOWN = {path for paths in _PATHS.values() for path in paths} | {
    (key,) for key in ("id", "tr", *_SWITCHED_ON)
}


def find(fields: Mapping[str, Any], what: str) -> Any:
    """The value of the first spelling that is there; None when there is none.

    A group such as `text: {content: …}` is looked into, it is no value itself. Numbers that
    contradict each other are all of them, which no reader takes for a value.
    """
    paths = [path for path in _PATHS[what] if path[0] in fields]  # of a dozen, one
    values = [value for path in paths if (value := _at(fields, path)) is not None]
    if what in _NUMBERS and any(value != values[0] for value in values):
        return values
    return values[0] if values else None


def is_off(fields: Mapping[str, Any]) -> bool:
    """Whether a segment or a track is switched off: there, but neither seen nor heard."""
    off = any(fields.get(key) in (True, 1) for key in _SWITCHED_OFF)
    return off or any(fields.get(key) in (False, 0) for key in _SWITCHED_ON)


def _at(fields: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = fields
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return None if isinstance(value, dict) else value


def unknown_keys(fields: Mapping[str, Any]) -> dict[str, str]:
    """The keys that nobody knows, each with the kind of its value: number, words or flag."""
    found = {}
    for key, value in fields.items():
        nested = value.items() if isinstance(value, dict) and (key,) not in _KNOWN else ()
        for path, content in (((key,), value), *(((key, inner), deep) for inner, deep in nested)):
            kind = _kind(content)
            if kind and path not in _KNOWN:
                found[".".join(path)] = kind
    return found


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number"
    return "words" if isinstance(value, str) and value else ""


def read_properties(fields: Mapping[str, Any]) -> tuple[dict[str, object], list[str]]:
    """The properties of a segment, and the keys of those that cannot be read."""
    given = {key: fields[spelled] for spelled, key in _PLAIN.items() if spelled in fields}
    given |= {"volume": find(fields, "volume"), "hidden": is_off(fields) or None}
    given = {key: value for key, value in given.items() if value is not None}
    if isinstance(color := given.get("color"), dict):
        given |= {"color": color.get("name"), "amount": color.get("amount", 1)}
    given |= _link(fields.get("tr"))
    found = {key: PROPERTIES[key].unit.read(value) for key, value in given.items()}
    unreadable = [key for key, value in found.items() if value is None]
    return {k: v for k, v in found.items() if v is not None and v is not False}, unreadable


def _link(link: object) -> dict[str, Any]:
    """The transition into a segment; any other kind than a fade is named."""
    if not isinstance(link, dict):
        return {} if link is None else {"transition": None}
    given = {"transition": link.get("d"), "transition_kind": link.get("type", "fade")}
    if given["transition_kind"] == "fade":
        del given["transition_kind"]
    return given if link.get("overlap") is None else given | {"overlap": link["overlap"]}
