"""Values that mean what they said, of everything that came later: regions, ramps, transitions, boxes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from support.foreign_damage.scene import TEXTS, Piece, Scene

Variant = Callable[[Scene], bool]
"""Rewrites the draft of a scene; False where it does not apply."""


def segments(scene: Scene) -> Iterator[Piece]:
    for track in scene.draft["t"]:
        yield from track["sg"]


def other_case(key: str, change: Callable[[str], str]) -> Variant:
    def variant(scene: Scene) -> bool:
        found = [p for p in scene.layers(*TEXTS) if change(str(p.get(key, ""))) != p.get(key, "")]
        for piece in found:
            piece[key] = change(piece[key])
        return bool(found)

    return variant


def swapcase_colour(text: str) -> str:
    return text.upper() if text.startswith("#") and text != text.upper() else text.swapcase()


def _where(given: Callable[[Piece], dict[str, Any]]) -> Variant:
    """Give segments other values that mean what they said."""

    def variant(scene: Scene) -> bool:
        found = [(piece, given(piece)) for piece in segments(scene)]
        for piece, values in found:
            piece |= values
        return any(values for _, values in found)

    return variant


def _unmoved_zoom(piece: Piece) -> dict[str, Any]:
    is_still = piece.get("name") == "zoom" and "zoom_to" not in piece
    return {"zoom_to": piece["zoom"]} if is_still else {}


def _even_speed(piece: Piece) -> dict[str, Any]:
    is_even = piece["role"] == "clip" and "speed_to" not in piece and "freeze" not in piece
    return {"speed_to": piece.get("speed", 1)} if is_even else {}


def _place_a_little_off(piece: Piece) -> dict[str, Any]:
    place = piece.get("pos")
    if not isinstance(place, dict):
        return {}
    return {"pos": {"x": place["x"] + 0.004, "y": round(place["y"] - 0.003, 4)}}


def _off_written(piece: Piece) -> dict[str, Any]:
    """What does not apply, said to be off."""
    usual: dict[str, dict[str, Any]] = {
        "overlay": {"fill": False, "sound": 0, "in": 0, "crop": 0},
        "clip": {"crop_top": 0, "crop_left": 0.0, "reverse": 0, "beside": None, "audio_track": None},
        "title": {"shadow": False, "background": None}, "caption": {"shadow": 0, "outline": None},
        "music": {"duck": False, "in": 0}, "effect": {"opacity": 1, "crop": 0},
    }  # fmt: skip
    return {k: v for k, v in usual.get(piece["role"], {}).items() if k not in piece}


def _levels_rounded(piece: Piece) -> dict[str, Any]:
    level = piece.get("vol", 0)
    return {"vol": round(level, 3)} if level != round(level, 3) else {}


def _loudness_as_integer(piece: Piece) -> dict[str, Any]:
    return {"loudness": int(piece["loudness"])} if "loudness" in piece else {}


def _links(change: Callable[[Piece], Piece]) -> Variant:
    """Write the transitions in another way."""

    def variant(scene: Scene) -> bool:
        found = [piece for piece in scene.main if "tr" in piece]
        changed = [change(piece["tr"]) for piece in found]
        is_other = changed != [piece["tr"] for piece in found]
        for piece, link in zip(found, changed, strict=True):
            piece["tr"] = link
        return is_other

    return variant


def _of_kind(spell: Callable[[str], str]) -> Variant:
    return _links(lambda link: link | {"type": spell(link["type"])})


def bars_in_another_case(scene: Scene) -> bool:
    bars = scene.draft["m"].get("background")
    scene.draft["m"]["background"] = bars and bars.upper()
    return bool(bars)


_IN_HEX = {"white": "#ffffff", "navy": "#000080", "black": "#000000", "#000000": "black"}


def colours_in_hex(scene: Scene) -> bool:
    """Boxes, outlines and bars by another name of their colour."""
    holders = [*((piece, key) for piece in scene.layers(*TEXTS) for key in ("background", "outline")),
               (scene.draft["m"], "background")]  # fmt: skip
    found = [(one, key) for one, key in holders if one.get(key) in _IN_HEX]
    for one, key in found:
        one[key] = _IN_HEX[one[key]]
    return bool(found)


def black_bars_written(scene: Scene) -> bool:
    usual = {"background": "black", "fill": "fit"}
    scene.draft["m"] = usual | scene.draft["m"]
    return True


VALUES: dict[str, Variant] = {
    "boxes in another case": other_case("background", swapcase_colour),
    "outlines in another case": other_case("outline", swapcase_colour),
    "a zoom that ends as it begins": _where(_unmoved_zoom),
    "a speed that ends as it begins": _where(_even_speed),
    "places a little off": _where(_place_a_little_off),
    "what is off is written": _where(_off_written),
    "levels rounded": _where(_levels_rounded),
    "loudness as an integer": _where(_loudness_as_integer),
    "transitions without a hyphen": _of_kind(lambda kind: kind.replace("-", "")),
    "transitions with an underscore": _of_kind(lambda kind: kind.replace("-", "_")),
    "transitions with capitals": _of_kind(str.title),
    "transitions that say not to overlap": _links(lambda link: {"overlap": False} | link),
    "boxes, outlines and bars in hex": colours_in_hex,
    "bars in another case": bars_in_another_case,
    "black bars written": black_bars_written,
}
"""By name."""
