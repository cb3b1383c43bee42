"""Other ways to write the same draft: nobody sees or hears a difference, so nobody may complain."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

from support.foreign_damage.harmless_values import (
    VALUES,
    Variant,
    other_case,
    segments,
    swapcase_colour,
)
from support.foreign_damage.scene import TEXTS, Draft, Piece, Scene, written
from support.foreign_damage.switches import put

_JITTER = 20
"""Milliseconds: less than the least tolerance."""
_TIMES = ("s", "d", "in", "out", "fade_in", "fade_out")


def _holders(scene: Scene) -> list[Piece]:
    return [scene.draft, scene.draft["m"], *scene.draft["t"], *segments(scene)]


def ids_renamed(scene: Scene) -> bool:
    for number, holder in enumerate([*scene.draft["t"], *segments(scene)]):
        holder["id"] = f"{scene.chance.getrandbits(64):016x}-{number}"
    return True


def ids_as_numbers(scene: Scene) -> bool:
    for number, holder in enumerate(segments(scene)):
        holder["id"] = number
    return True


def keys_in_another_order(scene: Scene) -> bool:
    for holder in _holders(scene):
        items = list(holder.items())
        scene.chance.shuffle(items)
        holder.clear()
        holder.update(items)
    return True


def _bookkept(keys: dict[str, Callable[[int], Any]], *, everywhere: bool) -> Variant:
    """Keys whose names say that they are nobody's business, each time with another value."""

    def variant(scene: Scene) -> bool:
        for number, holder in enumerate(_holders(scene)):
            for key, value in keys.items():
                if everywhere or scene.chance.random() < 0.5:
                    put(holder, key, value(number))
        return True

    return variant


def unknown_strings(scene: Scene) -> bool:
    for number, piece in enumerate(segments(scene)):
        piece[scene.chance.choice(["note", "origin", "lane", "tag"])] = f"lane {number}"
    return True


def _the_same_everywhere(key: str, value: Any) -> Variant:
    """One unknown value on every segment, of which there are three at least."""

    def variant(scene: Scene) -> bool:
        found = list(segments(scene))
        for piece in found:
            put(piece, key, value)
        return len(found) >= 3

    return variant


def times_as_floats(scene: Scene) -> bool:
    for piece in segments(scene):
        piece |= {key: float(piece[key]) for key in _TIMES if key in piece}
    scene.draft["d"] = float(scene.draft["d"])
    return True


def levels_as_integers(scene: Scene) -> bool:
    found = [p for p in segments(scene) if p.get("vol", 0.5) in (0, 1, 2)]
    for piece in found:
        piece["vol"] = int(piece["vol"])
    return bool(found)


def levels_in_percent(scene: Scene) -> bool:
    found = [p for p in segments(scene) if p.get("vol", 0) * 100 > 2]
    for piece in found:
        piece["vol"] = round(piece["vol"] * 100, 3)
    return bool(found)


def looks_in_another_case(scene: Scene) -> bool:
    found = [p["color"] for p in scene.main if isinstance(p.get("color"), dict)]
    for color in found:
        color["name"] = color["name"].title()
    return bool(found)


def fades_of_nothing(scene: Scene) -> bool:
    for piece in segments(scene):
        piece.setdefault("fade_in", 0)
        piece.setdefault("fade_out", 0)
    return True


def neutral_values_written(scene: Scene) -> bool:
    usual = {"speed": 1, "reverse": False, "freeze": False, "rotate": 0, "crop": 0, "vol": 1,
             "opacity": 1, "hidden": False}  # fmt: skip
    for piece in scene.main:
        for key, value in usual.items():
            piece.setdefault(key, value)
    return True


def neutral_values_in_floats(scene: Scene) -> bool:
    for piece in scene.main:
        piece.setdefault("speed", 1.0)
        piece.setdefault("crop", 0.0)
        piece.setdefault("rotate", 360)
    return True


def split_in_two(scene: Scene) -> bool:
    """A piece becomes two that touch; what lies at its ends stays at its ends."""
    found = _divisible(scene)
    if scene.counts or not found:
        return False
    _halve(scene, scene.chance.choice(found))
    return True


def all_split_in_two(scene: Scene) -> bool:
    found = _divisible(scene)
    for piece in found:
        _halve(scene, piece)
    return bool(found) and not scene.counts


def _divisible(scene: Scene) -> list[Piece]:
    long = [p for p in scene.main if p["d"] > 2000 and p["role"] == "clip"]
    return [p for p in long if not (p.get("reverse") or "speed_to" in p)]


def _halve(scene: Scene, piece: Piece) -> None:
    first, second = dict(piece), dict(piece) | {"id": f"{piece['id']}b"}
    first["d"] = piece["d"] // 2
    second["s"], second["d"] = piece["s"] + first["d"], piece["d"] - first["d"]
    if piece.get("out", 0) > piece.get("in", 0):
        played = piece["out"] - piece["in"]
        first["out"] = second["in"] = piece["in"] + round(played * first["d"] / piece["d"])
    for key in ("tr", "fade_in"):
        second.pop(key, None)
    first.pop("fade_out", None)
    at = next(i for i, one in enumerate(scene.main) if one is piece)
    scene.main[at : at + 1] = [first, second]


def empty_tracks(scene: Scene) -> bool:
    for tt in (0, 1, 7, 9, "effect"):
        scene.draft["t"].append(
            {"id": f"tr_{tt}e", "tt": tt, "sg": scene.chance.choice([[], None])}
        )
    return True


def empty_groups(scene: Scene) -> bool:
    for piece in segments(scene):
        piece |= {"effects": [], "keyframes": [], "filters": {}, "tags": None}
    return True


def nulls(scene: Scene) -> bool:
    for piece in segments(scene):
        for key in ("speed", "fade_in", "rotate", "tr", "mute", "hide", "sub"):
            piece.setdefault(key, None)
    return True


def _switched_on(*pairs: tuple[str, Any], tracks: bool = False, few: bool = False) -> Variant:
    """Switches that say what is so anyway, on all segments or tracks or on one."""

    def variant(scene: Scene) -> bool:
        holders = scene.draft["t"] if tracks else list(segments(scene))
        for holder in [scene.chance.choice(holders)] if few else holders:
            for path, value in pairs:
                put(holder, path, value)
        return True

    return variant


def other_tracks_in_another_order(scene: Scene) -> bool:
    video = [track for track in scene.draft["t"] if track["tt"] == 0]
    others = [track for track in scene.draft["t"] if track["tt"] != 0]
    scene.draft["t"] = [*video, *reversed(others)]
    return len(others) > 1


def a_track_for_every_layer(scene: Scene) -> bool:
    main, *tracks = scene.draft["t"]
    scene.draft["t"] = [main, *({**t, "sg": [piece]} for t in tracks for piece in t["sg"])]
    return len(scene.draft["t"]) > len(tracks) + 1


def segments_in_another_order(scene: Scene) -> bool:
    for track in scene.draft["t"]:
        track["sg"].reverse()
    return any(len(track["sg"]) > 1 for track in scene.draft["t"])


def tracks_without_a_name(scene: Scene) -> bool:
    for track in scene.draft["t"]:
        track.pop("name", None)
    return True


def _word(piece: Piece) -> str:
    place = piece.get("pos", "")
    return place if isinstance(place, str) else ""


def _corners(change: Callable[[str], str]) -> Variant:
    def variant(scene: Scene) -> bool:
        found = [p for p in segments(scene) if change(_word(p)) != _word(p)]
        for piece in found:
            piece["pos"] = change(piece["pos"])
        return bool(found)

    return variant


def texts_decomposed(scene: Scene) -> bool:
    found = [p for p in segments(scene) if _decomposed(p.get("text", "")) != p.get("text", "")]
    for piece in found:
        piece["text"] = _decomposed(piece["text"])
    return bool(found)


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def jittered(scene: Scene) -> bool:
    for piece in scene.layers():
        piece["s"] = max(0, piece["s"] + scene.chance.randint(-_JITTER, _JITTER))
    return bool(scene.layers())


def told_twice(scene: Scene) -> bool:
    """Two spellings that agree."""
    for piece in segments(scene):
        piece |= {"start": piece["s"], "duration": piece["d"], "end": piece["s"] + piece["d"]}
        if "text" in piece and piece["role"] in TEXTS and "sub" not in piece:
            piece["content"] = piece["text"]
    return True


def target_range_as_well(scene: Scene) -> bool:
    for piece in segments(scene):
        piece["target_timerange"] = {"start": piece["s"], "duration": piece["d"]}
    return True


_IDS: dict[str, Callable[[int], Any]] = {
    "material_id": lambda n: n * 7, "group_id": lambda n: f"g{n}", "parent_id": lambda n: n,
}  # fmt: skip
_ORDERS: dict[str, Callable[[int], Any]] = {
    "z_index": lambda n: n, "render_index": lambda n: 11000 + n, "sort_order": lambda n: n * 2,
}  # fmt: skip
_STAMPS: dict[str, Callable[[int], Any]] = {
    "created_at": lambda n: 1764100000 + n, "updated_at": lambda n: 1764100000 + 3 * n,
    "version": lambda n: n % 3,
}  # fmt: skip

VARIANTS: dict[str, Variant] = {
    "ids renamed": ids_renamed,
    "ids as numbers": ids_as_numbers,
    "keys in another order": keys_in_another_order,
    "other ids": _bookkept(_IDS, everywhere=True),
    "some other ids": _bookkept(_IDS, everywhere=False),
    "orders": _bookkept(_ORDERS, everywhere=True),
    "some orders": _bookkept(_ORDERS, everywhere=False),
    "time stamps": _bookkept(_STAMPS, everywhere=True),
    "some time stamps": _bookkept(_STAMPS, everywhere=False),
    "unknown strings": unknown_strings,
    "the same number everywhere": _the_same_everywhere("quality", 7),
    "the same flag everywhere": _the_same_everywhere("is_ai", True),
    "the same share everywhere": _the_same_everywhere("confidence", 0.5),
    "the same nested number everywhere": _the_same_everywhere("render.pass", 2),
    "times as floats": times_as_floats,
    "levels as integers": levels_as_integers,
    "levels in percent": levels_in_percent,
    "colours in another case": other_case("color", swapcase_colour),
    "fonts in another case": other_case("font", str.lower),
    "styles in another case": other_case("style", str.title),
    "looks in another case": looks_in_another_case,
    "fades of nothing": fades_of_nothing,
    "neutral values written": neutral_values_written,
    "neutral values in floats": neutral_values_in_floats,
    "split in two": split_in_two,
    "all split in two": all_split_in_two,
    "empty tracks": empty_tracks,
    "empty groups": empty_groups,
    "nulls": nulls,
    "visible": _switched_on(("visible", True), ("hide", False), ("alpha", 1)),
    "enabled": _switched_on(("enable", True), ("disabled", 0), ("active", 1), ("deleted", False)),
    "not muted": _switched_on(("mute", False), ("muted", 0), ("audible", True)),
    "one is visible": _switched_on(("visible", True), ("is_hidden", False), few=True),
    "one is visible in words": _switched_on(("visible", "true"), ("hidden", "false"), few=True),
    "one is opaque": _switched_on(("alpha", 1.0), ("clip.alpha", 1), few=True),
    "one is not muted": _switched_on(("mute", 0), ("is_muted", False), few=True),
    "tracks are on": _switched_on(("visible", "true"), ("mute", False), ("attribute", 0), tracks=True),
    "one track is on": _switched_on(("enable", True), ("hide", 0), ("vol", 1), tracks=True, few=True),
    "not flipped": _switched_on(("flip", False), ("playback_rate", 1), ("delay", 0), few=True),
    "tracks start at 0": _switched_on(("start", 0), ("delay", 0), tracks=True),
    "other tracks in another order": other_tracks_in_another_order,
    "a track for every layer": a_track_for_every_layer,
    "segments in another order": segments_in_another_order,
    "tracks without a name": tracks_without_a_name,
    "corners with underscores": _corners(lambda pos: pos.replace("-", "_")),
    "corners in words": _corners(lambda pos: pos.replace("-", " ").title()),
    "texts decomposed": texts_decomposed,
    "jittered": jittered,
    "told twice": told_twice,
    "a target range as well": target_range_as_well,
    **VALUES,
}  # fmt: skip
"""By name."""


def rewritten(name: str, scene: Scene, seed: object) -> Draft | None:
    """The draft written in another way; None where that does not apply."""
    own = scene.fresh(f"{scene.name} {name} {seed}")
    changed = VARIANTS[name](own) and written(own.draft) != written(scene.draft)
    return own.draft if changed else None
