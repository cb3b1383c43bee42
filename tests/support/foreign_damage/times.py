"""Too early, too late, too short, too long, at no time at all."""

from __future__ import annotations

from support.foreign_damage.scene import FAR, SOUNDS, Apply, Kind, Owners, Piece, Scene


def _layer(change: object, *, sounds: bool = True) -> Apply:
    """Change one layer in place; a change that returns False does not apply."""

    def apply(scene: Scene) -> Owners | None:
        found = [p for p in scene.layers() if sounds or p["role"] not in SOUNDS]
        piece = scene.one(found)
        return scene.line_of(piece) if piece and change(scene, piece) is not False else None  # type: ignore[operator]

    return apply


def earlier(scene: Scene, piece: Piece) -> bool:
    by = min(piece["s"], scene.chance.randint(FAR, 3000))
    piece["s"] -= by
    return by >= FAR


def later(scene: Scene, piece: Piece) -> None:
    piece["s"] += scene.chance.randint(FAR, 3000)


def shorter(scene: Scene, piece: Piece) -> bool:
    piece["d"] -= scene.chance.randint(FAR, max(FAR, piece["d"] // 2))
    return piece["role"] != "sound" and piece["d"] > 0


def longer(scene: Scene, piece: Piece) -> bool:
    piece["d"] += scene.chance.randint(FAR, 4000)
    return piece["role"] != "sound"


def of_no_length(scene: Scene, piece: Piece) -> None:
    piece["d"] = 0


def to_the_end(scene: Scene, piece: Piece) -> bool:
    grown = scene.length - piece["s"] - piece["d"]
    piece["d"] += grown
    return grown > FAR and piece["role"] != "sound"


def from_the_start(scene: Scene, piece: Piece) -> bool:
    moved = piece["s"]
    piece["s"], piece["d"] = 0, piece["d"] + moved
    return moved > FAR and piece["role"] != "sound"


def for_an_instant(scene: Scene, piece: Piece) -> bool:
    piece["d"] = 40
    return piece["role"] != "sound"


def behind_the_video(scene: Scene, piece: Piece) -> None:
    piece["s"] = scene.length + 1000


def without_a_start(scene: Scene, piece: Piece) -> bool:
    return piece.pop("s") > FAR


def without_a_duration(scene: Scene, piece: Piece) -> bool:
    del piece["d"]
    return piece["role"] != "sound"


def at_a_time_in_words(scene: Scene, piece: Piece) -> None:
    piece["s"] = "soon"


def before_time(scene: Scene, piece: Piece) -> None:
    piece["s"] = -2000


def two_starts(scene: Scene, piece: Piece) -> None:
    piece["start_ms"] = piece["s"] + 2500


def two_durations(scene: Scene, piece: Piece) -> bool:
    piece["duration"] = piece["d"] + 2500
    return piece["role"] != "sound"


def another_end(scene: Scene, piece: Piece) -> bool:
    """Start, duration and end are given, and do not add up."""
    piece["end"] = piece["s"] + max(40, piece["d"] // 3)
    return piece["role"] != "sound" and piece["d"] > 2 * FAR


def another_target_range(scene: Scene, piece: Piece) -> None:
    piece["target_timerange"] = {"start": piece["s"] + 3000, "duration": piece["d"]}


def all_layers_later(scene: Scene) -> Owners | None:
    for piece in scene.layers():
        piece["s"] += 1000
    return frozenset(scene.owners[p["id"]] for p in scene.layers()) or None


def times_exchanged(scene: Scene) -> Owners | None:
    """Two texts stand in each other's place."""
    found = [p for p in scene.layers() if "text" in p]
    pairs = [
        (a, b) for a in found for b in found
        if abs(a["s"] - b["s"]) > FAR and a["text"] != b["text"]
    ]  # fmt: skip
    if not pairs:
        return None
    one, other = scene.chance.choice(pairs)
    one["s"], other["s"] = other["s"], one["s"]
    return scene.line_of(one) | scene.line_of(other)


def ends_early(scene: Scene) -> Owners | None:
    """The draft says that it is over before its footage is."""
    scene.draft["d"] = scene.length - 2000
    return scene.on_video() if scene.length > 4000 else None


def footage_starts_late(scene: Scene) -> Owners | None:
    scene.later(0, scene.chance.randint(FAR, 2000))
    scene.draft["d"] = scene.length
    return scene.on_video()


def gap(scene: Scene) -> Owners | None:
    if len(scene.main) < 2:
        return None
    scene.later(scene.chance.randrange(1, len(scene.main)), scene.chance.randint(FAR, 2000))
    scene.draft["d"] = scene.length
    return scene.on_video()


def footage_overlaps(scene: Scene) -> Owners | None:
    if len(scene.main) < 2:
        return None
    scene.later(scene.chance.randrange(1, len(scene.main)), -scene.chance.randint(FAR, 900))
    return scene.on_video()


def footage_of_no_length(scene: Scene) -> Owners | None:
    """A piece that lasts no time: what it shows is lost."""
    found = [p for p in scene.main if p["d"] > 3 * FAR]
    if len(scene.main) < 2 or not found:
        return None
    scene.chance.choice(found)["d"] = 0
    scene.close_up()
    return scene.on_video()


def footage_stretched(scene: Scene) -> Owners | None:
    """More time than there is footage for."""
    found = scene.moving()
    piece = scene.one(found)
    if piece is None:
        return None
    piece["d"] += scene.chance.randint(2 * FAR, 3000)
    scene.close_up()
    return scene.on_video()


def footage_cut_short(scene: Scene) -> Owners | None:
    """Less time than the range of the source asks for."""
    piece = scene.one([p for p in scene.moving() if p["d"] > 4 * FAR])
    if piece is None:
        return None
    piece["d"] -= 2 * FAR
    scene.close_up()
    return scene.on_video()


def two_footage_durations(scene: Scene) -> Owners | None:
    piece = scene.one([p for p in scene.main if p["d"] > 4 * FAR])
    if piece is None:
        return None
    piece["duration"] = piece["d"] // 2
    return scene.on_video()


KINDS: tuple[Kind, ...] = (
    Kind("layer earlier", "comes too early", _layer(earlier)),
    Kind("layer later", "comes too late", _layer(later)),
    Kind("layer shorter", "goes too early", _layer(shorter)),
    Kind("layer longer", "stays too long", _layer(longer)),
    Kind("layer of no length", "is never there", _layer(of_no_length)),
    Kind("layer to the end", "stays until the end", _layer(to_the_end)),
    Kind("layer from the start", "is there from the start", _layer(from_the_start)),
    Kind("layer for an instant", "is there for one frame", _layer(for_an_instant)),
    Kind("layer behind the video", "is never there", _layer(behind_the_video)),
    Kind("layer without a start", "may be anywhere", _layer(without_a_start), doubtful=True),
    Kind(
        "layer without a duration", "may last any time", _layer(without_a_duration), doubtful=True
    ),
    Kind("layer at a time in words", "may be anywhere", _layer(at_a_time_in_words), doubtful=True),
    Kind("layer before time", "may be anywhere", _layer(before_time), doubtful=True),
    Kind("layer with two starts", "may be in two places", _layer(two_starts), doubtful=True),
    Kind("layer with two durations", "may last either time", _layer(two_durations), doubtful=True),
    Kind("layer with another end", "may end earlier", _layer(another_end), doubtful=True),
    Kind(
        "layer with another target range",
        "may be in two places",
        _layer(another_target_range),
        doubtful=True,
    ),
    Kind("all layers later", "everything comes a second late", all_layers_later),
    Kind("times exchanged", "texts stand in each other's place", times_exchanged),
    Kind("draft ends early", "the end may be lost", ends_early),
    Kind("footage starts late", "it begins black", footage_starts_late),
    Kind("gap", "black in between", gap),
    Kind("footage overlaps", "one picture covers another", footage_overlaps),
    Kind("footage of no length", "a part is never shown", footage_of_no_length),
    Kind("footage stretched", "the picture stands still", footage_stretched),
    Kind("footage cut short", "a part is lost, or runs faster", footage_cut_short),
    Kind(
        "footage with two durations", "may last either time", two_footage_durations, doubtful=True
    ),
)
