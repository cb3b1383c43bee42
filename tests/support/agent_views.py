"""Drafts in a line: what stands on the timeline, as people would note it down.

`talk 0-10 speed=2; title 'Hi' 0-3 pos=top; canvas 9:16`. A segment of the main track is named by its
file and shows the range of its source, a layer shows its place on the timeline; all times are seconds.
A property that is true stands alone, `<` and `>` leave a value open, `captions` stands for one or more.
A main track that is not mentioned is the untouched clip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mock_server.media.probe import Media
from mock_server.timeline.tracks import Timeline, end_of
from support.agent_world import upload

MEDIA: dict[str, Media] = {
    one.name: one
    for one in (
        upload("talk.mp4", 60_000, sound=True, size=(1920, 1080)),
        upload("b.mp4", 20_000, sound=True, size=(1920, 1080)),
        upload("logo.png", 0, size=(100, 100)),
        upload("song.mp3", 180_000, sound=True),
    )
}
UNTOUCHED = "talk 0-60"
_MAIN = {"talk": "talk.mp4", "b": "b.mp4", "logo": "logo.png"}
_IN_SECONDS = ("fade_in", "fade_out", "d", "tr.d")
_OWN = ("id", "role", "s", "d", "src", "in", "out", "text", "name")
_PLAIN = {"tr.type": "fade"}  # what a line leaves out
_SHAPES = {"9:16": (1080, 1920), "1:1": (1080, 1080), "4:5": (1080, 1350)}
_TOKEN = re.compile(r"(?:'[^']*'|[^\s'])+")
_PROPERTY = re.compile(r"([a-z_.]+)(?:([=<>])(.*))?", re.DOTALL)


@dataclass
class Item:
    """One segment: what it is, its range in seconds, and its properties or bounds on them."""

    name: str
    span: str
    values: dict[str, tuple[str, object]]

    def fits(self, found: Item) -> bool:
        """Whether a segment of a draft is this one."""
        if (self.name, self.span) != (found.name, found.span):
            return False
        if self.values.keys() != found.values.keys():
            return False
        return all(_fits(*bound, found.values[key][1]) for key, bound in self.values.items())

    def __str__(self) -> str:
        shown = " ".join(f"{key}{op}{value!r}" for key, (op, value) in self.values.items())
        return f"{self.name} {self.span} {shown}".strip()


def _fits(op: str, bound: Any, value: Any) -> bool:
    if isinstance(bound, float) and isinstance(value, float):
        return {
            "=": abs(bound - value) < 0.0015,
            "<": value < bound,
            ">": value > bound,
        }[op]
    return bool(bound == value)


def items(view: str) -> list[Item]:
    """The segments that a line names."""
    found = [
        _item(part) for part in re.split(r";(?=(?:[^']*'[^']*')*[^']*$)", view) if part.strip()
    ]
    if not any(one.name in _MAIN for one in found):
        found.append(_item(UNTOUCHED))
    return found


def _item(part: str) -> Item:
    words = list(_TOKEN.findall(part))
    name = words.pop(0)
    if name in ("captions", "canvas"):
        return Item(name, words.pop(0) if words else "", dict(map(_property, words)))
    if name not in _MAIN:
        name = f"{name} {words.pop(0).strip(chr(39))}"
    span = words.pop(0) if words and words[0][0].isdigit() else ""
    return Item(name, _normal(span), dict(map(_property, words)))


def _normal(span: str) -> str:
    return "-".join(f"{float(edge):g}" for edge in span.split("-")) if span else ""


def _property(word: str) -> tuple[str, tuple[str, object]]:
    match = _PROPERTY.fullmatch(word)
    assert match is not None, word
    key, op, value = match.groups()
    return key, (op or "=", True if op is None else _value(value))


def _value(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text.strip("'")


def shown(draft: Mapping[str, Any]) -> list[Item]:
    """The segments of a draft."""
    timeline = Timeline.of(dict(draft))
    found = [_main_item(one) for one in timeline.main]
    found += [_layer_item(one) for one in timeline.layers]
    return [*found, *_canvas(timeline.meta)]


def _main_item(one: dict[str, Any]) -> Item:
    held = one.get("freeze") or one.get("still")
    name = Path(one["src"]).stem if "src" in one else f"generated {one['prompt']}"
    values = dict(_values(one)) | ({"d": ("=", one["d"] / 1_000)} if held else {})
    span = "" if one.get("still") else f"{one['in'] / 1_000:g}-{one['out'] / 1_000:g}"
    return Item(name, span, values)


def _layer_item(one: dict[str, Any]) -> Item:
    name = one.get("text", one.get("name", one.get("src")))
    values = dict(_values(one))
    if "text" in one and "name" in one:
        values["name"] = ("=", one["name"])
    if one.get("in"):
        values["skip"] = ("=", one["in"] / 1_000)
    return Item(f"{one['role']} {name}", f"{one['s'] / 1_000:g}-{end_of(one) / 1_000:g}", values)


def _values(one: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, tuple[str, object]]]:
    for key, value in one.items():
        name = prefix + key
        if isinstance(value, dict):
            yield from _values(value, f"{name}.")
        elif name not in _OWN and value != _PLAIN.get(name):
            number = isinstance(value, int | float) and not isinstance(value, bool)
            scale = 1_000 if name in _IN_SECONDS else 1
            yield name, ("=", value / scale if number else value)


def _canvas(meta: Mapping[str, Any]) -> list[Item]:
    size = (meta["width"], meta["height"])
    own = {key: ("=", meta[key]) for key in ("fill", "background") if key in meta}
    if size == (1920, 1080) and not own:
        return []
    shape = next((name for name, one in _SHAPES.items() if one == size), str(size))
    return [Item("canvas", shape, own)]


def differences(view: str, draft: Mapping[str, Any]) -> list[str]:
    """What a draft has too much (+) and what it lacks (-)."""
    wanted, found = items(view), shown(draft)
    if any(one.name == "captions" for one in wanted):
        heard = [one for one in found if one.name.startswith("caption ")]
        wanted = [one for one in wanted if one.name != "captions" or not heard]
        found = [one for one in found if one not in heard]
    clips = [[one.name for one in side if one.name in _MAIN] for side in (wanted, found)]
    if clips[0] != clips[1] and sorted(clips[0]) == sorted(clips[1]):
        return [f"- {' '.join(clips[0])} in this order", f"+ {' '.join(clips[1])}"]
    missing = []
    for one in wanted:
        fitting = next((other for other in found if one.fits(other)), None)
        if fitting is None:
            missing.append(one)
        else:
            found.remove(fitting)
    return [*(f"- {one}" for one in missing), *(f"+ {one}" for one in found)]


def draft_of(view: str) -> dict[str, Any]:
    """The draft that a line without bounds describes."""
    timeline = Timeline(meta={"title": "project", "width": 1920, "height": 1080, "fps": 30})
    for one in items(view):
        low, high = (round(float(edge) * 1_000) for edge in one.span.split("-"))
        values = _nested({key: _stored(key, value) for key, (_, value) in one.values.items()})
        if one.name in _MAIN:
            start = timeline.duration if timeline.main else 0
            length = values.pop("d", round((high - low) / values.get("speed", 1)))
            edges = {"src": _MAIN[one.name], "in": low, "out": high}
            timeline.main.append(timeline.segment("clip", start, length, **edges, **values))
        else:
            role, _, name = one.name.partition(" ")
            named = role in ("music", "sound", "effect")
            key = "src" if name in MEDIA else "name" if named else "text"
            timeline.layers.append(timeline.segment(role, low, high - low, **{key: name}, **values))
    return timeline.draft()


def _stored(key: str, value: object) -> object:
    return round(value * 1_000) if key in _IN_SECONDS and isinstance(value, float) else value


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in values.items():
        group, _, inner = key.partition(".")
        found |= {group: found.get(group, {}) | {inner: value}} if inner else {key: value}
    return found
