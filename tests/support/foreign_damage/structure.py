"""Lost, doubled, uncalled for, of another kind; and the canvas."""

from __future__ import annotations

import copy
from typing import Any

from support.foreign_damage.scene import FAR, SOUNDS, TEXTS, Apply, Kind, Owners, Scene

_ROLES = {1: SOUNDS, 7: TEXTS}


def lost(scene: Scene) -> Owners | None:
    piece = scene.one(scene.layers())
    if piece is None:
        return None
    scene.drop(piece)
    return scene.line_of(piece)


def _again(later: int) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(scene.layers())
        if piece is None:
            return None
        again = copy.deepcopy(piece) | {"id": "again", "s": piece["s"] + later}
        scene.track_of(piece)["sg"].append(again)
        return scene.line_of(piece) | {None}

    return apply


def _may_be_any(scene: Scene, role: str) -> bool:
    """Whether the service writes texts of this role in its own words."""
    pieces = (piece for track in scene.draft["t"] for piece in track["sg"])
    return any(piece["role"] == role and piece["id"] not in scene.owners for piece in pieces)


def _inserted(tt: int, **piece: Any) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        if _may_be_any(scene, piece["role"]):
            return None
        own = {"id": "new", "s": 500, "d": 2500, **piece}
        scene.draft["t"].append({"id": "tr_new", "tt": tt, "sg": [own]})
        return scene.verbs(piece["role"], piece.get("name", "")) | {None}

    return apply


def _of_kind(tt: object) -> Apply:
    """The whole track of a layer gets another type."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(scene.layers())
        if piece is None:
            return None
        track = scene.track_of(piece)
        owners = frozenset(scene.owners.get(one["id"]) for one in track["sg"])
        if track["tt"] == tt or None in owners:
            return None
        track["tt"] = tt
        return owners

    return apply


def moved_to_another_kind(scene: Scene) -> Owners | None:
    piece = scene.one(scene.layers())
    if piece is None:
        return None
    kind = scene.track_of(piece)["tt"]
    scene.drop(piece)
    other = scene.chance.choice([tt for tt in (0, 1, 7) if tt != kind])
    scene.draft["t"].append({"id": "tr_new", "tt": other, "sg": [piece]})
    return scene.line_of(piece)


def other_role(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.layers() if scene.track_of(p)["tt"] in _ROLES])
    if piece is None:
        return None
    roles = _ROLES[scene.track_of(piece)["tt"]]
    piece["role"] = scene.chance.choice([role for role in roles if role != piece["role"]])
    return scene.line_of(piece)


def _track(change: str) -> Apply:
    """A whole track is lost, or cannot be looked into."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(scene.layers())
        if piece is None:
            return None
        track = scene.track_of(piece)
        owners = frozenset(scene.owners.get(one["id"]) for one in track["sg"])
        ways: dict[str, Any] = {
            "lost": None,
            "empty": {**track, "sg": []},
            "null": {**track, "sg": None},
            "segments elsewhere": {"tt": track["tt"], "segments": track["sg"]},
            "a group": {**track, "sg": {"0": track["sg"]}},
            "nested": {**track, "sg": [track["sg"]]},
            "segments as text": {**track, "sg": ["…"] * len(track["sg"])},
        }
        at = next(i for i, one in enumerate(scene.draft["t"]) if one is track)
        scene.draft["t"][at : at + 1] = [ways[change]] if ways[change] is not None else []
        return owners | {None}

    return apply


def main_track_empty(scene: Scene) -> Owners | None:
    scene.draft["t"][0]["sg"] = []
    return scene.on_video()


def main_track_lost(scene: Scene) -> Owners | None:
    del scene.draft["t"][0]
    return scene.on_video()


def main_track_elsewhere(scene: Scene) -> Owners | None:
    scene.draft["t"][0]["clips"] = scene.draft["t"][0].pop("sg")
    return scene.on_video()


def main_track_is_sound(scene: Scene) -> Owners | None:
    scene.draft["t"][0]["tt"] = 1
    return scene.on_video()


def two_made_one(scene: Scene) -> Owners | None:
    """One text over the time of two; the other is lost."""
    found = [p for p in scene.layers(*TEXTS) if scene.track_of(p)]
    pairs = [(a, b) for a in found for b in found if a["s"] + a["d"] <= b["s"]]
    if not pairs:
        return None
    one, other = scene.chance.choice(pairs)
    one["d"] = other["s"] + other["d"] - one["s"]
    scene.drop(other)
    return scene.line_of(one) | scene.line_of(other)


# ---- Overlays ------------------------------------------------------------------------------------


def _overlay(key: str, value: Any) -> Apply:
    """Set a key of an overlay; a function changes what it has."""

    def apply(scene: Scene) -> Owners | None:
        found = [p for p in scene.layers("overlay") if key in p or not callable(value)]
        piece = scene.one([p for p in found if key != "pos" or "fill" not in p])
        if piece is None:
            return None
        before = piece.get(key)
        piece[key] = value(before) if callable(value) else value
        return scene.line_of(piece) if piece[key] != before else None

    return apply


# ---- The canvas ----------------------------------------------------------------------------------


def _canvas(**factors: float) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        canvas = scene.draft["m"]
        for side, factor in factors.items():
            canvas[side] = 2 * round(canvas[side] * factor / 2)
        return scene.verbs("aspect") or scene.on_video()

    return apply


def canvas_small(scene: Scene) -> Owners | None:
    """Of the right shape, but smaller than the footage; `aspect` leaves the size open."""
    return None if scene.verbs("aspect") else _canvas(width=0.25, height=0.25)(scene)


def canvas_turned(scene: Scene) -> Owners | None:
    canvas = scene.draft["m"]
    canvas["width"], canvas["height"] = canvas["height"], canvas["width"]
    unequal = abs(canvas["width"] - canvas["height"]) > FAR / 10
    return (scene.verbs("aspect") or scene.on_video()) if unequal else None


def _fill(scene: Scene) -> Owners | None:
    lines = scene.verbs("aspect")
    canvas = scene.draft["m"]
    canvas["fill"] = "blur" if canvas.get("fill") != "blur" else "fill"
    return lines or None


def canvas_lost(scene: Scene) -> Owners | None:
    for side in ("width", "height"):
        scene.draft["m"].pop(side, None)
    return scene.verbs("aspect") or None


KINDS: tuple[Kind, ...] = (
    Kind("layer lost", "it is missing", lost),
    Kind("layer twice at once", "it is there twice", _again(0)),
    Kind("layer twice, later", "it comes again", _again(700)),
    Kind("title inserted", "a text nobody asked for", _inserted(7, role="title", text="Made with X")),
    Kind("caption inserted", "a text nobody asked for", _inserted(7, role="caption", text="um")),
    Kind("lower-third inserted", "a name nobody asked for",
         _inserted(7, role="lower-third", text="Eve", sub="Guest")),
    Kind("overlay inserted", "a watermark",
         _inserted(0, role="overlay", src="watermark.png", pos="center")),
    Kind("zoom inserted", "it is too large",
         _inserted(0, role="effect", name="zoom", zoom=1.6, pos="center")),
    Kind("blur inserted", "it is not sharp",
         _inserted(0, role="effect", name="blur", scale=1.0, pos="center")),
    Kind("sound inserted", "a sound nobody asked for", _inserted(1, role="sound", name="boing")),
    *(Kind(f"track type {tt!r}", "it is something else", _of_kind(tt)) for tt in (0, 1, 7)),
    *(Kind(f"track type {tt!r}", "it may be anything", _of_kind(tt), doubtful=True)
      for tt in (3, "x", None)),
    Kind("moved to another kind of track", "it is something else", moved_to_another_kind),
    Kind("other role", "it is something else", other_role),
    *(Kind(f"track {change}", "a whole track is missing", _track(change))
      for change in ("lost", "empty", "null")),
    *(Kind(f"track {change}", "a whole track may be missing", _track(change), doubtful=True)
      for change in ("segments elsewhere", "a group", "nested", "segments as text")),
    Kind("main track empty", "there is no picture", main_track_empty),
    Kind("main track lost", "there is no picture", main_track_lost),
    Kind("main track elsewhere", "there may be no picture", main_track_elsewhere,
         doubtful=True),
    Kind("main track is sound", "there is no picture", main_track_is_sound),
    Kind("two made one", "one text is missing", two_made_one),
    Kind("overlay of another file", "another picture", _overlay("src", "other.png")),
    Kind("overlay larger", "too large", _overlay("scale", lambda was: was * 2.5)),
    Kind("overlay tiny", "too small to see", _overlay("scale", 0.004)),
    Kind("overlay faint", "too faint", _overlay("opacity", lambda was: was * 0.4)),
    Kind("overlay invisible", "it cannot be seen", _overlay("opacity", 0)),
    Kind("overlay in another corner", "it stands elsewhere", _overlay("pos", "center")),
    Kind("overlay turned", "it stands on its head", _overlay("rotate", 180)),
    Kind("overlay cropped", "its edges are missing", _overlay("crop", 0.5)),
    Kind("canvas wider", "black bars or lost edges", _canvas(width=1.4), doubtful=True),
    Kind("canvas square", "black bars or lost edges", _canvas(width=0.6), doubtful=True),
    Kind("canvas a quarter as large", "it is not sharp", canvas_small, doubtful=True),
    Kind("canvas turned", "upright instead of wide", canvas_turned, doubtful=True),
    Kind("filled otherwise", "bars, blur or lost edges", _fill),
    Kind("canvas lost", "of any shape", canvas_lost),
)  # fmt: skip
