"""The wrong footage, in the wrong order, at the wrong speed, with the wrong look."""

from __future__ import annotations

from typing import Any

from support.foreign_damage.scene import FAR, SPOKEN, Apply, Kind, Owners, Piece, Scene

_UNKNOWN_WAYS = {"speed": "fast", "rotate": "left", "crop": "a lot"}


def _long(scene: Scene, pieces: list[Piece] | None = None) -> list[Piece]:
    """Pieces so long that only a wrong edit can have lost them."""
    return [p for p in (scene.main if pieces is None else pieces) if p["d"] >= SPOKEN]


def _removed(*, closed: bool) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one(_long(scene))
        if piece is None or len(scene.main) < 2:
            return None
        scene.drop(piece)
        if closed:
            scene.close_up()
        return scene.on_video()

    return apply


def twice(scene: Scene) -> Owners | None:
    piece = scene.one(_long(scene))
    if piece is None:
        return None
    again = {k: v for k, v in piece.items() if k != "tr"} | {"id": "again"}
    scene.main.insert(scene.main.index(piece) + 1, again)
    scene.close_up()
    return scene.on_video()


def swapped(scene: Scene) -> Owners | None:
    pairs = [
        i for i in range(len(scene.main) - 1)
        if _shows(scene.main[i]) != _shows(scene.main[i + 1])
        and scene.main[i]["d"] + scene.main[i + 1]["d"] > 3 * FAR
    ]  # fmt: skip
    if not pairs:
        return None
    at = scene.chance.choice(pairs)
    scene.main[at : at + 2] = reversed(scene.main[at : at + 2])
    scene.close_up()
    return scene.on_video()


def _shows(piece: Piece) -> tuple[Any, ...]:
    return tuple(piece.get(key) for key in ("src", "prompt", "in", "out"))


def backwards_in_order(scene: Scene) -> Owners | None:
    """All pieces, in the order from the last to the first."""
    if len({_shows(piece) for piece in scene.main}) < 3:
        return None
    scene.main.reverse()
    scene.close_up()
    return scene.on_video()


def _moved_in_the_source(by: int) -> Apply:
    """The same time of another part of the source."""

    def apply(scene: Scene) -> Owners | None:
        found = [p for p in _long(scene, scene.moving()) if p["in"] + by >= 0]
        piece = scene.one(found)
        if piece is None:
            return None
        piece["in"], piece["out"] = piece["in"] + by, piece["out"] + by
        return scene.on_video()

    return apply


def everything_from_the_start_of_its_file(scene: Scene) -> Owners | None:
    """Each piece begins where its file does."""
    found = [p for p in _long(scene, scene.moving()) if p["in"] > SPOKEN]
    for piece in found:
        piece["in"], piece["out"] = 0, piece["out"] - piece["in"]
    return scene.on_video() if found else None


def source_range_lost(scene: Scene) -> Owners | None:
    """Nothing says which part of the file plays."""
    found = [p for p in scene.moving() if p["in"] > SPOKEN]
    for piece in found:
        del piece["in"], piece["out"]
    return scene.on_video() if found else None


def source_range_reversed(scene: Scene) -> Owners | None:
    piece = scene.one(_long(scene, scene.moving()))
    if piece is None:
        return None
    piece["in"], piece["out"] = piece["out"], piece["in"]
    return scene.on_video()


def other_material(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.main if "src" in p])
    if piece is None:
        return None
    piece["src"] = "stock-footage.mp4"
    return scene.on_video("join", "split-screen")


def all_other_material(scene: Scene) -> Owners | None:
    """The second clip of the recipe is never shown, the first one instead."""
    names = sorted({p["src"] for p in scene.main if "src" in p})
    if len(names) < 2:
        return None
    for piece in scene.main:
        if "src" in piece:
            piece["src"] = names[0]
    return scene.on_video("join", "split-screen")


def materials_exchanged(scene: Scene) -> Owners | None:
    names = sorted({p["src"] for p in scene.main if "src" in p})
    if len(names) < 2:
        return None
    other = dict(zip(names, [*names[1:], names[0]], strict=True))
    for piece in scene.main:
        if "src" in piece:
            piece["src"] = other[piece["src"]]
    return scene.on_video("join", "split-screen")


def _inserted(piece: dict[str, Any]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        at = scene.chance.randint(0, len(scene.main))
        scene.main.insert(at, {"id": "new", "role": "clip", "s": 0, **piece})
        scene.close_up()
        return scene.on_video()

    return apply


def other_prompt(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.main if "prompt" in p])
    if piece is None:
        return None
    piece["prompt"] = "a cat"
    return scene.on_video("generate")


def _sped(factor: float, *, whole: bool = False) -> Apply:
    """More or less footage in the same time."""

    def apply(scene: Scene) -> Owners | None:
        found = _long(scene, scene.moving())
        for piece in found if whole else [p for p in [scene.one(found)] if p]:
            piece["speed"] = piece.get("speed", 1) * factor
        return scene.on_video() if found else None

    return apply


def _without(key: str, *verbs: str) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.main if p.get(key)])
        if piece is None:
            return None
        del piece[key]
        return scene.on_video(*verbs)

    return apply


def _set(changes: dict[str, Any], *verbs: str, moving: bool = False) -> Apply:
    """Set what differs from what the piece has."""

    def apply(scene: Scene) -> Owners | None:
        pieces = scene.moving() if moving else scene.main
        piece = scene.one([p for p in pieces if any(p.get(k) != v for k, v in changes.items())])
        if piece is None:
            return None
        piece.update(changes)
        return scene.on_video(*verbs)

    return apply


def _asked(key: str, value: Any, *verbs: str) -> Apply:
    """Change what the recipe asks for."""

    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.main if key in p and p[key] != value])
        if piece is None:
            return None
        piece[key] = value
        return scene.on_video(*verbs)

    return apply


def turned_the_other_way(scene: Scene) -> Owners | None:
    """Runs forwards instead of backwards, or the other way round."""
    piece = scene.one(_long(scene, scene.moving()))
    if piece is None:
        return None
    piece["reverse"] = not piece.get("reverse", False)
    return scene.on_video()


def other_frame_held(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.main if p.get("freeze")])
    if piece is None:
        return None
    piece["in"] = piece["out"] = piece["in"] - 2000 if piece["in"] > 2000 else piece["in"] + 2000
    return scene.on_video("freeze")


def _strength(factor: float) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        found = [p["color"] for p in scene.main if isinstance(p.get("color"), dict)]
        for color in found:
            color["amount"] = color.get("amount", 1) * factor
        return scene.on_video("color") if found else None

    return apply


def _linked(changes: dict[str, Any]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        piece = scene.one([p for p in scene.main if "tr" in p])
        if piece is None:
            return None
        piece["tr"].update(changes)
        return scene.on_video("transition", "join")

    return apply


def linked_unasked(scene: Scene) -> Owners | None:
    """A dissolve of a second at a cut that should be hard."""
    piece = scene.one([p for p in scene.main[1:] if "tr" not in p])
    if piece is None or piece["d"] < 2 * SPOKEN:
        return None
    piece["tr"] = {"type": "fade", "d": 1000}
    return scene.on_video()


def fade_longer(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.main for key in ("fade_in", "fade_out") if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    piece[key] += 3 * FAR
    return scene.on_video("fade in", "fade out")


def calls_itself_overlay(scene: Scene) -> Owners | None:
    """Of several pieces one belongs to another track."""
    if len(scene.main) < 2:
        return None
    scene.chance.choice(scene.main)["role"] = "overlay"
    return scene.on_video()


def shown_twice_at_once(scene: Scene) -> Owners | None:
    """The same footage on a second track, over the first one."""
    again = [p | {"id": f"{p['id']}x", "role": "overlay"} for p in scene.main]
    scene.draft["t"].append({"id": "tr_x", "tt": 0, "name": "Video", "sg": again})
    return scene.on_video()


def last_frames_black(scene: Scene) -> Owners | None:
    """The footage ends before the music does."""
    piece = scene.main[-1]
    if (
        len(scene.main) > 1
        and piece["d"] > SPOKEN + FAR
        and piece.get("out", 0) > piece.get("in", 0)
    ):
        rate = (piece["out"] - piece["in"]) / piece["d"]
        piece["d"] -= SPOKEN
        piece["out"] = piece["in"] + round(piece["d"] * rate)
        return scene.on_video()
    return None


KINDS: tuple[Kind, ...] = (
    Kind("piece lost", "a part of the video is missing", _removed(closed=True)),
    Kind("piece lost, a hole", "black instead of a part", _removed(closed=False)),
    Kind("piece twice", "a part is shown again", twice),
    Kind("pieces swapped", "the parts are mixed up", swapped),
    Kind("pieces from last to first", "the parts are mixed up", backwards_in_order),
    Kind("1.5 s later in the source", "another part is shown", _moved_in_the_source(1500)),
    Kind("1.5 s earlier in the source", "another part is shown", _moved_in_the_source(-1500)),
    Kind("5 s later in the source", "another part is shown", _moved_in_the_source(5000)),
    Kind("from the start of the file", "other parts are shown", everything_from_the_start_of_its_file),
    Kind("source range lost", "any part is shown", source_range_lost, doubtful=True),
    Kind("source range reversed", "nobody knows what is shown", source_range_reversed, doubtful=True),
    Kind("other material", "somebody else's footage", other_material),
    Kind("one material for all", "a clip is never shown", all_other_material),
    Kind("materials exchanged", "the clips are mixed up", materials_exchanged),
    Kind("stock footage inserted", "something nobody asked for",
         _inserted({"d": 2000, "src": "stock.mp4", "in": 0, "out": 2000})),
    Kind("black inserted", "black in between",
         _inserted({"d": 1500, "src": "black", "in": 0, "out": 1500})),
    Kind("generated footage inserted", "something nobody asked for",
         _inserted({"d": 3000, "role": "generated", "prompt": "a cat", "in": 0, "out": 3000})),
    Kind("other prompt", "another scene is generated", other_prompt),
    Kind("piece twice as fast", "it runs too fast", _sped(2)),
    Kind("piece at half speed", "it runs too slowly", _sped(0.5)),
    Kind("all twice as fast", "it runs too fast", _sped(2, whole=True)),
    Kind("speed lost", "it does not run faster", _without("speed", "speed")),
    Kind("speed garbled", "at any speed", _asked("speed", _UNKNOWN_WAYS["speed"], "speed"), doubtful=True),
    Kind("turned the other way", "it runs backwards", turned_the_other_way),
    Kind("reverse lost", "it runs forwards", _without("reverse", "reverse", "say")),
    Kind("freeze lost", "the picture moves", _without("freeze", "freeze")),
    Kind("other frame held", "another picture stands still", other_frame_held),
    Kind("lying on its side", "the picture lies on its side", _set({"rotate": 90}, "rotate")),
    Kind("upside down", "the picture is upside down", _set({"rotate": 180}, "rotate")),
    Kind("rotation lost", "the picture lies on its side", _without("rotate", "rotate")),
    Kind("rotation garbled", "the picture may lie", _asked("rotate", "left", "rotate"), doubtful=True),
    Kind("cropped", "the edges are missing", _set({"crop": 0.4}, "crop")),
    Kind("crop lost", "the edges are there", _without("crop", "crop")),
    Kind("crop garbled", "the edges may be there", _asked("crop", "a lot", "crop"), doubtful=True),
    Kind("look lost", "the colours are as recorded", _without("color", "color")),
    Kind("other look", "other colours", _asked("color", {"name": "noir", "amount": 1}, "color")),
    Kind("look too weak", "the colours are nearly as recorded", _strength(0.3)),
    Kind("look too strong", "the colours are too strong", _strength(1.9)),
    Kind("stabilize lost", "it shakes", _without("stabilize", "stabilize")),
    Kind("transition lost", "a hard cut", _without("tr", "transition", "join")),
    Kind("transition longer", "it dissolves too slowly", _linked({"d": 1900})),
    Kind("transition of another kind", "it wipes", _linked({"type": "wipe"})),
    Kind("transition garbled", "it may dissolve", _linked({"d": "slow"}), doubtful=True),
    Kind("dissolve unasked", "a hard cut is soft", linked_unasked),
    Kind("fade in lost", "it begins at once", _without("fade_in", "fade in")),
    Kind("fade out lost", "it ends at once", _without("fade_out", "fade out")),
    Kind("fade longer", "it fades too slowly", fade_longer),
    Kind("main segment calls itself overlay", "it may stand in a corner", calls_itself_overlay),
    Kind("footage small", "the picture is small", _set({"scale": 0.3})),
    Kind("footage transparent", "the picture is faint", _set({"opacity": 0.3})),
    Kind("footage invisible", "there is no picture", _set({"opacity": 0})),
    Kind("footage hidden", "there is no picture", _set({"hidden": True})),
    Kind("footage in a corner", "the picture is elsewhere", _set({"pos": "top-left", "scale": 0.25})),
    Kind("shown twice at once", "the footage covers itself", shown_twice_at_once),
    Kind("ends early", "the end is missing", last_frames_black),
)  # fmt: skip
