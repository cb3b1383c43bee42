"""Kinds of damage to a draft, each beyond every tolerance, and the lines that may be blamed.

A damage changes the draft in place and returns the owners of the lines of which one at least must be
named – no other may be. None: there is nothing in this draft that it could damage.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from nemo_spec.compile import Instruction
from nemo_spec.verdict.speech import LONGEST_FILLER
from support.gallery_drafts import Draft, acted, program_of

Piece = dict[str, Any]
Owners = frozenset[int | None]
Damage = Callable[["Scene"], Owners | None]

FAR = 240
"""Milliseconds: more than twice the default tolerance of 100 ms."""

VERBS_OF = {
    "vol": ("volume", "mute", "bleep"),
    "color": ("color",),
    "rotate": ("rotate",),
    **dict.fromkeys(("crop", "crop_top", "crop_bottom", "crop_left", "crop_right"), ("crop",)),
    "stabilize": ("stabilize",),
    "denoise": ("denoise",),
    "normalize": ("normalize",),
    "loudness": ("normalize",),
    "fade_in": ("fade in",),
    "fade_out": ("fade out",),
    "tr": ("transition", "join"),
    **dict.fromkeys(("speed", "speed_to"), ("speed",)),
    "reverse": ("reverse",),
}
"""The verbs whose lines answer for a key of the video; the line that places the clips always may."""
OTHER_WORDS = {
    "pos": ("center", "top-left", "bottom-right"),
    "style": ("italic", "underlined"),
    "font": ("Other Sans", "Mono"),
    "color": ("#123456", "purple"),
    "background": ("#123456", "purple"),
    "outline": ("#123456", "purple"),
    "voice": ("angry", "tired"),
}
NUMBERS = {
    "vol": (0.05, 0.9),
    "scale": (0.03, 0.5),
    "opacity": (0.05, 0.5),
    "size": (3, 40),
    "zoom": (0.2, 2),
}
"""How far a level or size is moved, as a share."""


@dataclass
class Scene:
    """A draft to damage, and which line asked for which segment."""

    name: str
    draft: Draft
    owners: dict[str, int | None]
    chance: Random
    steps: Sequence[Instruction]

    @property
    def main(self) -> list[Piece]:
        pieces: list[Piece] = self.draft["t"][0]["sg"]
        return pieces

    def layers(self, *kinds: int) -> list[Piece]:
        """Segments that a line asked for, on tracks of these types (default: any)."""
        return [
            piece
            for track in self.draft["t"][1:]
            for piece in track["sg"]
            if self.owner(piece) is not None and (not kinds or track["tt"] in kinds)
        ]

    def owner(self, piece: Piece) -> int | None:
        return self.owners.get(piece["id"])

    def track_of(self, piece: Piece) -> dict[str, Any]:
        return next(track for track in self.draft["t"] if piece in track["sg"])

    def a_layer(self, *kinds: int, key: str = "id") -> Piece | None:
        found = [piece for piece in self.layers(*kinds) if key in piece]
        return self.chance.choice(found) if found else None

    def off(self, most: int = 3000) -> int:
        return self.chance.randint(FAR, most)

    @property
    def least(self) -> int:
        """Milliseconds that must be missing to be noticed. Where only the service knows what it cuts, a
        shorter loss may be a pause measured differently, or a filler."""
        verbs = {step.edit.verb for step in self.steps}
        if "trim fillers" in verbs:
            return LONGEST_FILLER + FAR
        return 600 if "trim pauses" in verbs else FAR

    def on_video(self, *verbs: str) -> Owners:
        """Lines of these verbs (default: any) that edit the video, and the one that places the clips."""
        above = ("title", "lower-third", "caption", "captions", "overlay", "music", "sound")
        above += ("voiceover", "aspect", "zoom", "blur")
        steps = [step for step in self.steps if step.edit.verb not in above]
        return frozenset(
            step.owner for step in steps if step is steps[0] or not verbs or step.edit.verb in verbs
        )


def owners_of(name: str) -> dict[str, int | None]:
    """The line that each segment belongs to, by segment id: the one whose instruction added it.

    Captions written by the service belong to no line: the recipe does not say how many there are or
    what they say, so nothing can be wrong with them.
    """
    found: dict[str, int | None] = {}
    draft: Draft = {}
    for step in program_of(name).instructions:
        draft = acted(name, step.text, draft)
        own_words = step.edit.verb == "captions" and not step.edit.files and not _cues(step)
        for piece in (piece for track in draft["t"] for piece in track["sg"]):
            found.setdefault(piece["id"], None if own_words else step.owner)
    return found


def _cues(step: Any) -> bool:
    return bool(getattr(step.edit, "cues", ()))


# ---- Above the video -----------------------------------------------------------------------------


def shifted(scene: Scene) -> Owners | None:
    piece = scene.a_layer()
    if piece is None:
        return None
    earlier = piece["s"] >= FAR and scene.chance.random() < 0.5
    piece["s"] += -min(piece["s"], scene.off()) if earlier else scene.off()
    return frozenset((scene.owner(piece),))


def retimed(scene: Scene) -> Owners | None:
    """Except sounds: the service decides how long those last."""
    found = [p for p in scene.layers() if p["role"] != "sound" and p["d"] > FAR]
    if not found:
        return None
    piece = scene.chance.choice(found)
    shorter = scene.chance.random() < 0.5
    piece["d"] += -min(piece["d"], scene.off()) if shorter else scene.off()
    return frozenset((scene.owner(piece),))


def text_changed(scene: Scene) -> Owners | None:
    piece = scene.a_layer(key="text")
    if piece is None:
        return None
    key = "sub" if "sub" in piece and scene.chance.random() < 0.5 else "text"
    text, at = piece[key], scene.chance.randrange(len(piece[key]))
    ways = [text[:at] + text[at + 1 :], text[:at] + "x" + text[at:], text + "!", "Other", ""]
    piece[key] = scene.chance.choice([way for way in ways if way != text])
    return frozenset((scene.owner(piece),))


def other_case(scene: Scene) -> Owners | None:
    found = [p for p in scene.layers() if p.get("text", "") != p.get("text", "").upper()]
    if not found:
        return None
    piece = scene.chance.choice(found)
    piece["text"] = piece["text"].upper()
    return frozenset((scene.owner(piece),))


def texts_exchanged(scene: Scene) -> Owners | None:
    found = scene.layers(7)
    pairs = [(a, b) for a in found for b in found if a["role"] == b["role"]]
    pairs = [(a, b) for a, b in pairs if a["text"] != b["text"]]
    if not pairs:
        return None
    one, other = scene.chance.choice(pairs)
    one["text"], other["text"] = other["text"], one["text"]
    return frozenset((scene.owner(one), scene.owner(other)))


def number_changed(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.layers() for key in NUMBERS if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    off = scene.chance.uniform(*NUMBERS[key])
    piece[key] += -off if off <= piece[key] and scene.chance.random() < 0.5 else off
    return frozenset((scene.owner(piece),))


def words_changed(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.layers() for key in OTHER_WORDS if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    piece[key] = scene.chance.choice([word for word in OTHER_WORDS[key] if word != piece[key]])
    return frozenset((scene.owner(piece),))


def fade_changed(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.layers() for key in ("fade_in", "fade_out") if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    if scene.chance.random() < 0.5:
        del piece[key]
    else:
        piece[key] += scene.off()
    return frozenset((scene.owner(piece),))


def not_ducked(scene: Scene) -> Owners | None:
    return _without(scene, "duck")


def no_shadow(scene: Scene) -> Owners | None:
    return _without(scene, "shadow")


def no_box(scene: Scene) -> Owners | None:
    return _without(scene, "background")


def no_outline(scene: Scene) -> Owners | None:
    return _without(scene, "outline")


def _without(scene: Scene, key: str) -> Owners | None:
    piece = scene.a_layer(key=key)
    if piece is None:
        return None
    del piece[key]
    return frozenset((scene.owner(piece),))


def other_file(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.layers() for key in ("src", "name") if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    piece[key] = scene.chance.choice(["other.png", f"x{piece[key]}", piece[key].upper() + "2"])
    return frozenset((scene.owner(piece),))


def removed(scene: Scene) -> Owners | None:
    piece = scene.a_layer()
    if piece is None:
        return None
    scene.track_of(piece)["sg"].remove(piece)
    return frozenset((scene.owner(piece),))


def duplicated(scene: Scene) -> Owners | None:
    piece = scene.a_layer()
    if piece is None:
        return None
    again = {**piece, "id": "again", "s": piece["s"] + scene.chance.choice([0, 500])}
    scene.track_of(piece)["sg"].append(again)
    return frozenset((scene.owner(piece),))


def inserted(scene: Scene) -> Owners | None:
    """Something unrequested belongs to no line."""
    number, role = scene.chance.choice([(7, "title"), (1, "music"), (1, "sound"), (0, "overlay")])
    piece = {"id": "new", "role": role, "s": scene.chance.randrange(3000), "d": 2000}
    content = "text" if number == 7 else "src" if number == 0 else "name"
    scene.draft["t"].append({"id": "tr_new", "tt": number, "sg": [piece | {content: "Surprise"}]})
    return frozenset((None,))


def wrong_track_type(scene: Scene) -> Owners | None:
    tracks = [t for t in scene.draft["t"][1:] if all(p["id"] in scene.owners for p in t["sg"])]
    tracks = [t for t in tracks if any(scene.owner(p) is not None for p in t["sg"])]
    if not tracks:
        return None
    track = scene.chance.choice(tracks)
    track["tt"] = scene.chance.choice([tt for tt in (0, 1, 7, 3) if tt != track["tt"]])
    return frozenset(scene.owner(piece) for piece in track["sg"])


def moved_to_another_kind(scene: Scene) -> Owners | None:
    piece = scene.a_layer()
    if piece is None:
        return None
    track = scene.track_of(piece)
    track["sg"].remove(piece)
    number = scene.chance.choice([tt for tt in (0, 1, 7) if tt != track["tt"]])
    scene.draft["t"].append({"id": "tr_new", "tt": number, "sg": [piece]})
    return frozenset((scene.owner(piece),))


def other_role(scene: Scene) -> Owners | None:
    others = {1: ("music", "sound", "voiceover"), 7: ("title", "lower-third", "caption")}
    found = scene.layers(1, 7)
    if not found:
        return None
    piece = scene.chance.choice(found)
    roles = others[scene.track_of(piece)["tt"]]
    piece["role"] = scene.chance.choice([role for role in roles if role != piece["role"]])
    return frozenset((scene.owner(piece),))


# ---- The video -----------------------------------------------------------------------------------


def piece_removed(scene: Scene) -> Owners | None:
    """Remove a piece, closing the gap or not."""
    found = [piece for piece in scene.main if piece["d"] >= scene.least]
    if not found or len(scene.main) < 2:
        return None
    piece = scene.chance.choice(found)
    index = scene.main.index(piece)
    scene.main.remove(piece)
    if scene.chance.random() < 0.5:
        _later(scene, index, -piece["d"])
    return scene.on_video()


def piece_duplicated(scene: Scene) -> Owners | None:
    index = scene.chance.randrange(len(scene.main))
    piece = scene.main[index]
    scene.main.insert(index + 1, {**piece, "id": "again", "s": piece["s"] + piece["d"]})
    _later(scene, index + 2, piece["d"])
    return scene.on_video()


def pieces_swapped(scene: Scene) -> Owners | None:
    if len(scene.main) < 2:
        return None
    index = scene.chance.randrange(len(scene.main) - 1)
    one, other = scene.main[index : index + 2]
    if (one.get("src"), one.get("in"), one["d"]) == (other.get("src"), other.get("in"), other["d"]):
        return None
    other["s"], one["s"] = one["s"], one["s"] + other["d"]
    scene.main[index : index + 2] = [other, one]
    return scene.on_video()


def wrong_part_of_the_material(scene: Scene) -> Owners | None:
    found = [p for p in scene.main if p["d"] >= scene.least and "src" in p and "still" not in p]
    if not found:
        return None
    piece, off = scene.chance.choice(found), scene.least + scene.off()
    off = -off if piece["in"] >= off and scene.chance.random() < 0.5 else off
    piece["in"], piece["out"] = piece["in"] + off, piece["out"] + off
    return scene.on_video()


def too_long(scene: Scene) -> Owners | None:
    index = scene.chance.randrange(len(scene.main))
    off = scene.least - FAR + scene.off(2000)
    scene.main[index]["d"] += off
    _later(scene, index + 1, off)
    return scene.on_video()


def a_gap(scene: Scene) -> Owners | None:
    _later(scene, scene.chance.randrange(len(scene.main)), scene.off())
    return scene.on_video()


def other_material(scene: Scene) -> Owners | None:
    piece = scene.chance.choice(scene.main)
    if "src" not in piece:
        return None
    piece["src"] = "other.mp4"
    return scene.on_video()


def something_in_between(scene: Scene) -> Owners | None:
    index = scene.chance.randint(0, len(scene.main))
    at = scene.main[index]["s"] if index < len(scene.main) else scene.draft["d"]
    length = scene.off()
    piece = {"id": "new", "role": "clip", "s": at, "d": length, "src": "other.mp4"}
    scene.main.insert(index, piece | {"in": 0, "out": length})
    _later(scene, index + 1, length)
    return scene.on_video()


def other_speed(scene: Scene) -> Owners | None:
    """Play more material in the same time."""
    piece = scene.chance.choice(scene.main)
    if "src" not in piece or piece.get("still") or piece.get("freeze"):
        return None
    piece["speed"] = piece.get("speed", 1) * scene.chance.choice([0.5, 1.2, 2])
    return scene.on_video("speed")


def other_look(scene: Scene) -> Owners | None:
    piece = scene.chance.choice(scene.main)
    keys = [
        "vol",
        "color",
        "rotate",
        "crop",
        "crop_top",
        "crop_left",
        "reverse",
        "fade_in",
        "loudness",
    ]
    key = scene.chance.choice(keys)
    other = {
        "vol": 0 if piece.get("vol", 1) > 0.5 else 1.5,
        "color": {"name": "other", "amount": 1},
        "loudness": piece.get("loudness", -20) + 3,
        "rotate": (piece.get("rotate", 0) + 90) % 360,
        **{side: piece.get(side, 0) + 0.1 for side in ("crop", "crop_top", "crop_left")},
        "reverse": not piece.get("reverse", False),
        "fade_in": piece.get("fade_in", 0) + scene.off(),
    }
    piece[key] = other[key]
    return scene.on_video(*VERBS_OF[key])


def other_ramp(scene: Scene) -> Owners | None:
    """It ends at another speed, or goes evenly where it should not."""
    piece = scene.chance.choice(scene.main)
    if "src" not in piece or piece.get("still") or piece.get("freeze"):
        return None
    piece["speed_to"] = piece.get("speed_to", piece.get("speed", 1)) * scene.chance.choice(
        [0.5, 1.3]
    )
    return scene.on_video("speed")


def other_part_of_a_song(scene: Scene) -> Owners | None:
    """It begins elsewhere in its file."""
    found = [piece for piece in scene.layers() if piece["role"] == "music" and piece.get("in")]
    if not found:
        return None
    piece = scene.chance.choice(found)
    moved = scene.chance.choice([-piece["in"], scene.off()])
    piece["in"] += moved
    if "out" in piece:
        piece["out"] += moved
    return frozenset((scene.owner(piece),))


def other_bars(scene: Scene) -> Owners | None:
    lines = [step.owner for step in scene.steps if step.edit.verb == "aspect"]
    canvas = scene.draft["m"]
    if not lines or not canvas.get("background"):
        return None
    if scene.chance.random() < 0.5:
        del canvas["background"]
    else:
        canvas["background"] = scene.chance.choice(("#ff0000", "white"))
    return frozenset(lines[-1:])


def look_lost(scene: Scene) -> Owners | None:
    found = [(p, key) for p in scene.main for key in VERBS_OF if key in p]
    if not found:
        return None
    piece, key = scene.chance.choice(found)
    del piece[key]
    return scene.on_video(*VERBS_OF[key])


def other_strength(scene: Scene) -> Owners | None:
    found = [piece for piece in scene.main if "color" in piece]
    if not found:
        return None
    color = scene.chance.choice(found)["color"]
    color["amount"] = abs(color.get("amount", 1) - scene.chance.uniform(0.05, 0.3))
    return scene.on_video("color")


def other_transition(scene: Scene) -> Owners | None:
    found = [piece for piece in scene.main if "tr" in piece]
    if not found:
        return None
    link = scene.chance.choice(found)["tr"]
    if scene.chance.random() < 0.5:
        link["d"] += scene.off()
    else:
        others = {"fade", "wipe-left", "slide-right", "dip-black"} - {link.get("type", "fade")}
        link["type"] = scene.chance.choice(sorted(others))
    return scene.on_video(*VERBS_OF["tr"])


def other_canvas(scene: Scene) -> Owners | None:
    lines = [step.owner for step in scene.steps if step.edit.verb == "aspect"]
    if not lines:
        return None
    canvas = scene.draft["m"]
    if scene.chance.random() < 0.5:
        canvas["width"] = round(canvas["width"] * scene.chance.choice([0.5, 0.9, 1.1, 2]))
    else:
        canvas["fill"] = "blur" if canvas.get("fill") != "blur" else "fill"
    return frozenset(lines[-1:])


def _later(scene: Scene, index: int, milliseconds: int) -> None:
    for piece in scene.main[index:]:
        piece["s"] += milliseconds


ABOVE: tuple[Damage, ...] = (
    *(shifted, retimed, text_changed, other_case, texts_exchanged, number_changed, words_changed),
    *(
        fade_changed,
        not_ducked,
        no_shadow,
        no_box,
        no_outline,
        other_file,
        removed,
        duplicated,
        inserted,
        wrong_track_type,
    ),
    *(moved_to_another_kind, other_role),
)
ON_VIDEO: tuple[Damage, ...] = (
    *(piece_removed, piece_duplicated, pieces_swapped, wrong_part_of_the_material, too_long, a_gap),
    *(other_material, something_in_between, other_speed, other_look, look_lost, other_strength),
    *(other_transition, other_canvas, other_ramp, other_bars, other_part_of_a_song),
)


@dataclass(frozen=True)
class Mutant:
    """A damaged draft. One of the lines in `right` must be named; those in `too` may be."""

    kind: str
    draft: Draft
    right: Owners
    too: Owners = frozenset()


def mutants(name: str, correct: Draft, steps: Sequence[Instruction], seed: int) -> Iterator[Mutant]:
    """One mutant of each kind that applies to the draft of these steps."""
    owners = owners_of(name)
    for damage in (*ABOVE, *ON_VIDEO):
        chance = Random(f"{name} {damage.__name__} {seed}")
        scene = Scene(name, copy.deepcopy(correct), owners, chance, steps)
        right = damage(scene)
        if right is not None:
            if damage in ON_VIDEO:
                scene.draft["d"] = max(piece["s"] + piece["d"] for piece in scene.main)
            too = _hanging(scene, correct) if damage in ON_VIDEO else frozenset[int | None]()
            yield Mutant(damage.__name__, scene.draft, right, too)


def _hanging(scene: Scene, correct: Draft) -> Owners:
    """The lines whose segments last until the video's end, which moves with its length."""
    ends = [max(p["s"] + p["d"] for p in d["t"][0]["sg"]) for d in (scene.draft, correct)]
    if ends[0] == ends[1]:
        return frozenset()
    return frozenset(
        scene.owner(piece) for piece in scene.layers() if piece["s"] + piece["d"] > min(ends) - FAR
    )
