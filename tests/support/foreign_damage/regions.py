"""Zooms, blurs, pictures beside and above others: another place, another size, not what they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from support.foreign_damage.scene import Apply, Kind, Owners, Piece, Scene

Change = Callable[[Piece], bool | None]
"""Damages a piece; False where it does not apply."""


def _effect(name: str, change: Change) -> Apply:
    return _of(lambda scene: [p for p in scene.layers("effect") if p.get("name") == name], change)


def _overlay(change: Change) -> Apply:
    return _of(lambda scene: scene.layers("overlay"), change)


def _of(which: Callable[[Scene], list[Piece]], change: Change) -> Apply:
    """Damage the first layer, in the order of the dice, to which the damage can be done."""

    def apply(scene: Scene) -> Owners | None:
        found = which(scene)
        scene.chance.shuffle(found)
        piece = next((one for one in found if change(one) is not False), None)
        return scene.line_of(piece) if piece is not None else None

    return apply


def put(key: str, value: Any, *, only_if: Callable[[Piece], bool] = lambda _: True) -> Change:
    """Give a piece another value; a function changes the one that it has."""

    def change(piece: Piece) -> bool:
        if not only_if(piece) or (callable(value) and key not in piece):
            return False
        before = piece.get(key)
        piece[key] = value(before) if callable(value) else value
        return bool(piece[key] != before)

    return change


def lose(key: str) -> Change:
    """Take a value away."""
    return lambda piece: piece.pop(key, None) is not None


def _has(key: str) -> Callable[[Piece], bool]:
    return lambda piece: key in piece


def _lacks(key: str) -> Callable[[Piece], bool]:
    return lambda piece: key not in piece


def turned_around(piece: Piece) -> bool:
    """Moves in where it should move out."""
    if "zoom_to" not in piece:
        return False
    piece["zoom"], piece["zoom_to"] = piece["zoom_to"], piece["zoom"]
    return True


def nothing_nearer(piece: Piece) -> None:
    piece["zoom"] = 1.0
    piece.pop("zoom_to", None)


def _elsewhere(axis: str) -> Change:
    """Beside its place by a quarter of the frame."""

    def change(piece: Piece) -> bool:
        place = piece.get("pos")
        if not isinstance(place, dict):
            return False
        by = 0.25 if place[axis] < 0.5 else -0.25
        piece["pos"] = place | {axis: place[axis] + by}
        return True

    return change


def at_another_corner(piece: Piece) -> None:
    piece["pos"] = "bottom-left" if piece.get("pos") != "bottom-left" else "top-right"


def _places(what: str, on: Callable[[Change], Apply]) -> Iterator[Kind]:
    yield Kind(f"{what} further left or right", "something else is seen", on(_elsewhere("x")))
    yield Kind(f"{what} further up or down", "something else is seen", on(_elsewhere("y")))
    yield Kind(f"{what} at another corner", "something else is seen", on(at_another_corner))
    yield Kind(f"{what} at a place in words", "it may be anywhere", on(put("pos", {"x": "left"})),
               doubtful=True)  # fmt: skip
    yield Kind(f"{what} at half a place", "it may be anywhere",
               on(put("pos", lambda was: {"x": was["x"]} if isinstance(was, dict) else was)))  # fmt: skip


def _zoom(change: Change) -> Apply:
    return _effect("zoom", change)


def _blur(change: Change) -> Apply:
    return _effect("blur", change)


_ZOOMS: tuple[Kind, ...] = (
    Kind("zoom nearer", "it is too large", _zoom(put("zoom", lambda was: was + 0.4))),
    Kind("zoom of nothing", "it is not larger", _zoom(nothing_nearer)),
    Kind("zoom lost its size", "it may be of any size", _zoom(lose("zoom"))),
    Kind("zoom garbled", "it may be of any size", _zoom(put("zoom", "close")), doubtful=True),
    Kind("zoom below zero", "it may be of any size", _zoom(put("zoom", -1.3)), doubtful=True),
    Kind("zoom ends nearer", "it goes too far", _zoom(put("zoom_to", lambda was: was + 0.4))),
    Kind("zoom stands still", "it does not move", _zoom(lose("zoom_to"))),
    Kind("zoom the other way", "it moves out instead of in", _zoom(turned_around)),
    Kind("zoom moves unasked", "it moves", _zoom(put("zoom_to", 2.2, only_if=_lacks("zoom_to")))),
    Kind("zoom_to garbled", "it may move", _zoom(put("zoom_to", [2], only_if=_has("zoom_to"))),
         doubtful=True),
    Kind("zoom becomes a blur", "it is not sharp", _zoom(put("name", "blur"))),
    Kind("zoom becomes a glitch", "it flickers", _zoom(put("name", "glitch"))),
    Kind("zoom invisible", "it is not larger", _zoom(put("opacity", 0))),
    *_places("zoom", _zoom),
)  # fmt: skip

_BLURS: tuple[Kind, ...] = (
    Kind("blur smaller", "the face is seen", _blur(put("scale", lambda was: was / 3))),
    Kind("blur larger", "more than the face is hidden",
         _blur(put("scale", lambda was: was * 1.8 if was < 0.6 else was))),
    Kind("blur of a point", "the face is seen", _blur(put("scale", 0.01))),
    Kind("blur lost its size", "the face may be seen", _blur(lose("scale"))),
    Kind("blur garbled", "the face may be seen", _blur(put("scale", "wide")), doubtful=True),
    Kind("blur becomes a zoom", "the face is seen", _blur(put("name", "zoom"))),
    Kind("blur faint", "the face is seen", _blur(put("opacity", 0.1))),
    *_places("blur", _blur),
)  # fmt: skip

_OVERLAYS: tuple[Kind, ...] = (
    Kind("overlay from later on", "another part of it",
         _overlay(put("in", lambda was: was + 3000))),
    Kind("overlay from its start", "another part of it", _overlay(lose("in"))),
    Kind("overlay from somewhere", "any part of it", _overlay(put("in", "there", only_if=_has("in"))),
         doubtful=True),
    Kind("overlay from two places", "either part of it",
         _overlay(put("source_start", 11_000, only_if=_has("in"))), doubtful=True),
    Kind("overlay louder", "it is too loud", _overlay(put("sound", lambda was: was * 2.5))),
    Kind("overlay silent", "it is not heard", _overlay(lose("sound"))),
    Kind("overlay heard unasked", "two sounds at once",
         _overlay(put("sound", 0.7, only_if=lambda p: "sound" not in p and ".mp4" in p["src"]))),
    Kind("overlay level garbled", "of any loudness",
         _overlay(put("sound", "loud", only_if=_has("sound"))), doubtful=True),
    Kind("overlay does not fill", "it stands in a corner", _overlay(lose("fill"))),
    Kind("overlay fills unasked", "nothing else is seen",
         _overlay(put("fill", True, only_if=_lacks("fill")))),
    Kind("overlay fills perhaps", "it may stand in a corner",
         _overlay(put("fill", "maybe", only_if=_has("fill"))), doubtful=True),
    Kind("overlay beside its place", "it stands elsewhere", _overlay(_elsewhere("x"))),
    Kind("overlay below its place", "it stands elsewhere", _overlay(_elsewhere("y"))),
)  # fmt: skip


# ---- Two pictures at once, edges that are gone, bars ---------------------------------------------


def main(change: Change, *verbs: str, every: bool = False) -> Apply:
    """Damage one piece of the footage, or all of it."""

    def apply(scene: Scene) -> Owners | None:
        found = list(scene.main)
        scene.chance.shuffle(found)
        done = [one for one in found if change(one) is not False] if every else []
        if not every:
            done = [
                one for one in (next((p for p in found if change(p) is not False), None),) if one
            ]
        return scene.on_video(*verbs) if done else None

    return apply


def halves_exchanged(piece: Piece) -> bool:
    if "beside" not in piece:
        return False
    piece["src"], piece["beside"] = piece["beside"], piece["src"]
    return True


def the_same_twice(piece: Piece) -> bool:
    if "beside" not in piece:
        return False
    piece["beside"] = piece["src"]
    return True


def beside_unasked(piece: Piece) -> bool:
    if "beside" in piece:
        return False
    piece |= {"beside": "camera-b.mp4", "layout": "left-right"}
    return True


def _split(change: Change) -> Apply:
    return main(change, "split-screen")


_BESIDE: tuple[Kind, ...] = (
    Kind("nothing beside it", "one picture alone", _split(lose("beside"))),
    Kind("another file beside it", "another picture",
         _split(put("beside", "stock.mp4", only_if=_has("beside")))),
    Kind("the same beside it", "one picture twice", _split(the_same_twice)),
    Kind("halves exchanged", "left is right", _split(halves_exchanged)),
    Kind("one above the other", "not side by side",
         _split(put("layout", lambda was: "top-bottom" if was == "left-right" else "left-right"))),
    Kind("layout lost", "in any order", _split(lose("layout"))),
    Kind("layout garbled", "in any order", _split(put("layout", 7, only_if=_has("layout"))), doubtful=True),
    Kind("beside unasked", "two pictures at once", main(beside_unasked)),
)  # fmt: skip

_SIDES = {"top": "bottom", "bottom": "top", "left": "right", "right": "left"}


def _at_the_other_side(side: str) -> Change:
    def change(piece: Piece) -> bool:
        if f"crop_{side}" not in piece:
            return False
        piece[f"crop_{_SIDES[side]}"] = piece.pop(f"crop_{side}")
        return True

    return change


def _cropped() -> Iterator[Kind]:
    for side in _SIDES:
        key = f"crop_{side}"
        yield Kind(f"{key} unasked", "an edge is missing",
                   main(put(key, 0.3, only_if=_lacks(key)), "crop"))  # fmt: skip
    for side in ("bottom", "left"):
        key = f"crop_{side}"
        yield Kind(f"{key} lost", "the edge is there", main(lose(key), "crop"))
        yield Kind(f"{key} too much", "too much is missing",
                   main(put(key, lambda was: was * 2.5), "crop"))  # fmt: skip
        yield Kind(f"{key} garbled", "the edge may be there",
                   main(put(key, "some", only_if=_has(key)), "crop"), doubtful=True)  # fmt: skip
        yield Kind(f"{key} at the other side", "the wrong edge is missing",
                   main(_at_the_other_side(side), "crop"))  # fmt: skip


def _bars(value: Any) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        canvas = scene.draft["m"]
        if "background" not in canvas:
            return None
        canvas["background"] = value
        return scene.verbs("aspect")

    return apply


KINDS: tuple[Kind, ...] = (
    *_ZOOMS,
    *_BLURS,
    *_OVERLAYS,
    *_BESIDE,
    *_cropped(),
    Kind("bars of another colour", "other bars", _bars("#ff0000")),
    Kind("bars of no colour", "black bars", _bars(None)),
    Kind("bars garbled", "bars of any colour", _bars(17), doubtful=True),
)
