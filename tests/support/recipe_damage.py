"""A recipe, and ways to damage the draft it becomes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

RECIPE = """\
keep 2-20s
split at 9s
speed 2x 12-14s
volume 50% 3-4s
title 1-3s "Intro" at top background "#102030" outline "#000000" shadow fade in 0.5s
lower-third 4-8s "Ada" "Mathematician"
music "lo-fi" 0-10s volume 35% fade out 2s duck
overlay 2-5s "logo.png" at top-right size 15% opacity 50%
caption 5-6s "We begin."
sound "whoosh" at 3s
color "warm" 60%
fade out 1s
aspect 9:16 blur
"""
Draft = dict[str, Any]
Damage = Callable[[Draft, str], None]
"""Damages a segment of a role in place."""


def segments(draft: Draft, role: str) -> Iterator[dict[str, Any]]:
    for track in draft["t"]:
        yield from (segment for segment in track["sg"] if segment["role"] == role)


def first(draft: Draft, role: str) -> dict[str, Any]:
    return next(segments(draft, role))


def gone(draft: Draft, role: str) -> None:
    for track in draft["t"]:
        track["sg"] = [segment for segment in track["sg"] if segment["role"] != role]


def shifted(draft: Draft, role: str) -> None:
    first(draft, role)["s"] += 400


def longer(draft: Draft, role: str) -> None:
    first(draft, role)["d"] += 400


def twice(draft: Draft, role: str) -> None:
    for track in draft["t"]:
        for segment in list(track["sg"]):
            if segment["role"] == role:
                track["sg"].append({**segment, "id": "again"})


def key_changed(key: str, value: Any) -> Damage:
    def damage(draft: Draft, role: str) -> None:
        segment = first(draft, role)
        assert segment[key] != value
        segment[key] = value

    damage.__name__ = f"{key} changed"
    return damage


def key_gone(key: str) -> Damage:
    def damage(draft: Draft, role: str) -> None:
        del first(draft, role)[key]

    damage.__name__ = f"{key} gone"
    return damage


def other_kind(draft: Draft, role: str) -> None:
    kinds = {"title": "caption", "lower-third": "title", "caption": "title", "music": "sound"}
    first(draft, role)["role"] = kinds.get(role, "music" if role == "sound" else "clip")


def something_else(draft: Draft, role: str) -> None:
    segment = {"id": "new", "role": "music", "s": 0, "d": 3000, "name": "epic"}
    draft["t"].append({"id": "tr_new", "tt": 1, "name": "BGM", "sg": [segment]})


LAYERS = {"title": 4, "lower-third": 5, "music": 6, "overlay": 7, "caption": 8, "sound": 9}
"""Role → index of the statement that asks for it."""
KEYS = {
    "title": ("text", "pos", "fade_in", "background", "outline", "shadow", "s", "d"),
    "lower-third": ("text", "sub", "s", "d"),
    "music": ("name", "vol", "fade_out", "duck", "s", "d"),
    "overlay": ("src", "pos", "scale", "opacity", "s", "d"),
    "caption": ("text", "s", "d"),
    "sound": ("name", "s", "d"),
}
"""The draft keys that each role of the recipe sets."""
OTHER_VALUES = {"vol": 0.9, "scale": 0.9, "opacity": 0.9, "fade_in": 900, "fade_out": 900}
LAYER_DAMAGE: list[tuple[str, Damage]] = [
    *((role, damage) for role in LAYERS for damage in (gone, shifted, twice, something_else)),
    *((role, other_kind) for role in LAYERS if role != "overlay"),
    *(
        (role, longer) for role in LAYERS if role != "sound"
    ),  # the service decides how long it lasts
    *((role, key_gone(key)) for role, keys in KEYS.items() for key in keys),
    *(
        (role, key_changed(key, OTHER_VALUES.get(key, "Other")))
        for role, keys in KEYS.items()
        for key in keys
        if key not in ("s", "d", "duck")
    ),
]


def piece_gone(main: list[dict[str, Any]]) -> None:
    del main[1]


def pieces_swapped(main: list[dict[str, Any]]) -> None:
    main[0], main[1] = main[1], main[0]
    main[0]["s"], main[1]["s"] = 0, main[0]["d"]


def material_shifted(main: list[dict[str, Any]]) -> None:
    main[0]["in"] += 500
    main[0]["out"] += 500


def other_material(main: list[dict[str, Any]]) -> None:
    main[0]["src"] = "another.mp4"


def slower(main: list[dict[str, Any]]) -> None:
    main[-1]["d"] += 500


def a_gap(main: list[dict[str, Any]]) -> None:
    for piece in main[1:]:
        piece["s"] += 300


def backwards(main: list[dict[str, Any]]) -> None:
    main[0]["reverse"] = True


def quieter(main: list[dict[str, Any]]) -> None:
    main[0]["vol"] = 0.2


MAIN_DAMAGE = [
    piece_gone,
    pieces_swapped,
    material_shifted,
    other_material,
    slower,
    a_gap,
    backwards,
    quieter,
]


def jittered(draft: Draft) -> Draft:
    for role in LAYERS:
        for segment in segments(draft, role):
            segment["s"] += 40 if segment["s"] else 0
            segment["d"] -= 30
            segment["unknown_field"] = {"of": "the service"}
    draft["t"] = [dict(reversed(list(track.items()))) for track in draft["t"]]
    return draft
