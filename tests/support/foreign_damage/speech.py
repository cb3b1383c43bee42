"""Speech lost where only the service knows what it cuts: after `trim pauses` and `trim fillers`."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from support.foreign_damage.scene import FAR, SPOKEN, Apply, Kind, Owners, Piece, Scene


def _after_trimming(change: Callable[[Scene, list[Piece]], bool]) -> Apply:
    def apply(scene: Scene) -> Owners | None:
        trimmed = scene.verbs("trim pauses", "trim fillers")
        pieces = [p for p in scene.moving() if not p.get("reverse") and p.get("speed", 1) == 1]
        if not trimmed or len(pieces) < 2 or len(scene.main) != len(pieces):
            return None
        return scene.on_video() if change(scene, pieces) else None

    return apply


def _ended(scene: Scene, pieces: list[Piece]) -> bool:
    """The last of them are lost."""
    while len(scene.main) > 1 and sum(p["d"] for p in pieces) - scene.length < 2 * SPOKEN:
        scene.main.pop()
    scene.close_up()
    return True


def _begun_late(scene: Scene, pieces: list[Piece]) -> bool:
    total = sum(p["d"] for p in pieces)
    while len(scene.main) > 1 and total - sum(p["d"] for p in scene.main) < 2 * SPOKEN:
        scene.main.pop(0)
    scene.close_up()
    return True


def _without_the_middle(scene: Scene, pieces: list[Piece]) -> bool:
    if len(pieces) < 3:
        return False
    middle = scene.chance.choice(pieces[1:-1])
    scene.drop(middle)
    scene.close_up()
    return int(middle["d"]) >= SPOKEN


def _untrimmed(scene: Scene, pieces: list[Piece]) -> bool:
    """One clip of the right length: no pause is gone, the end of the talk is."""
    length, first = scene.length, pieces[0]
    gone = pieces[-1]["out"] - first["in"] - length
    scene.draft["t"][0]["sg"] = [first | {"d": length, "out": first["in"] + length}]
    scene.close_up()
    return gone > 2 * SPOKEN and len({p["src"] for p in pieces}) == 1


def _untrimmed_from_zero(scene: Scene, pieces: list[Piece]) -> bool:
    """The same from the start of the file."""
    length, first = scene.length, pieces[0]
    scene.draft["t"][0]["sg"] = [first | {"d": length, "in": 0, "out": length}]
    scene.close_up()
    return pieces[-1]["out"] - length > 2 * SPOKEN and first["in"] > SPOKEN


def _moved(by: int) -> Callable[[Scene, list[Piece]], bool]:
    def change(scene: Scene, pieces: list[Piece]) -> bool:
        found = [p for p in pieces if p["d"] > SPOKEN and p["in"] + by >= 0]
        if not found:
            return False
        piece = scene.chance.choice(found)
        piece["in"], piece["out"] = piece["in"] + by, piece["out"] + by
        return True

    return change


def _all_moved(by: int) -> Callable[[Scene, list[Piece]], bool]:
    """Every stretch, so that they keep their order."""

    def change(scene: Scene, pieces: list[Piece]) -> bool:
        for piece in pieces:
            piece["in"], piece["out"] = piece["in"] + by, piece["out"] + by
        return all(piece["in"] >= 0 for piece in pieces)

    return change


def _replaced_by_repetition(scene: Scene, pieces: list[Piece]) -> bool:
    """One stretch is shown twice, another one of nearly that length never."""
    pairs = [(a, b) for a in pieces for b in pieces if a is not b and b["d"] >= SPOKEN]
    pairs = [(a, b) for a, b in pairs if a["d"] >= b["d"]]
    if not pairs:
        return False
    shown, lost = scene.chance.choice(pairs)
    lost["in"], lost["out"] = shown["in"], shown["in"] + lost["d"]
    return True


def _one_long_stretch_for_two(scene: Scene, pieces: list[Piece]) -> bool:
    """The pause between two stretches stays, and as much is lost of the second one; that could be a
    filler."""
    if scene.verbs("trim fillers"):
        return False
    for one, other in pairwise(pieces):
        pause = other["in"] - one["out"]
        if 1200 < pause < other["d"] - FAR and one["src"] == other["src"]:
            one["out"] += pause
            one["d"] += pause
            other["out"] -= pause
            other["d"] -= pause
            scene.close_up()
            return True
    return False


def _half_of_each(scene: Scene, pieces: list[Piece]) -> bool:
    for piece in pieces:
        piece["d"] //= 2
        piece["out"] = piece["in"] + piece["d"]
    scene.close_up()
    return sum(p["d"] for p in pieces) > 2 * SPOKEN


_WAYS: tuple[tuple[str, str, Callable[[Scene, list[Piece]], bool]], ...] = (
    ("the end lost", "the talk breaks off", _ended),
    ("the start lost", "the talk begins in the middle", _begun_late),
    ("a stretch lost", "a sentence is missing", _without_the_middle),
    ("untrimmed and cut off", "the pauses are there, the end is not", _untrimmed),
    ("untrimmed from the start", "the pauses are there, the end is not", _untrimmed_from_zero),
    ("a stretch 1.5 s later", "words are missing", _moved(1500)),
    ("a stretch 1.5 s earlier", "words are missing", _moved(-1500)),
    ("all 1.5 s later", "words are missing", _all_moved(1500)),
    ("all 1.5 s earlier", "words are missing", _all_moved(-1500)),
    ("a stretch repeated for another", "a sentence is missing", _replaced_by_repetition),
    ("a pause kept, speech lost", "words are missing", _one_long_stretch_for_two),
    ("half of each stretch", "every sentence breaks off", _half_of_each),
)
KINDS: tuple[Kind, ...] = tuple(
    Kind(f"speech: {name}", notices, _after_trimming(change)) for name, notices, change in _WAYS
)
