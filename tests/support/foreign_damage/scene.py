"""A draft to damage, and which line of its recipe answers for which segment."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any

Piece = dict[str, Any]
Draft = dict[str, Any]
Owners = frozenset[int | None]
"""Indices of statements; None is the draft as a whole, or the footage that was placed."""

FAR = 400
"""Milliseconds: well beyond every tolerance."""
SPOKEN = 2500
"""Milliseconds of footage of which no pause and no filler can be the cause."""

TEXTS = ("title", "lower-third", "caption")
SOUNDS = ("music", "voiceover", "sound")
ABOVE = ("captions", "overlay", "zoom", "blur", "aspect", "expect", *TEXTS, *SOUNDS)
"""Verbs that leave the footage alone."""


@dataclass(frozen=True)
class Line:
    """An instruction of the recipe; the one without an owner places the footage."""

    owner: int | None
    verb: str


@dataclass
class Scene:
    """`owners` maps the id of a segment to its line; segments that belong to none are not in it.
    `silent` names files without sound, `expects` are the `expect` lines, `counts` says that they or a
    `split` look at the number of segments. `chapters` are their lines, each with its
    time (ms)."""

    name: str
    draft: Draft
    lines: tuple[Line, ...]
    owners: dict[str, int | None]
    silent: frozenset[str] = frozenset()
    expects: Owners = frozenset()
    counts: bool = False
    chapters: tuple[tuple[int, int], ...] = ()
    chance: Random = field(default_factory=Random)

    def fresh(self, seed: str) -> Scene:
        """The same, to be damaged by its own dice."""
        return replace(self, draft=copy.deepcopy(self.draft), chance=Random(seed))

    @property
    def main(self) -> list[Piece]:
        pieces: list[Piece] = self.draft["t"][0]["sg"]
        return pieces

    @property
    def length(self) -> int:
        return max((piece["s"] + piece["d"] for piece in self.main), default=0)

    def layers(self, *roles: str) -> list[Piece]:
        """Segments that a line asked for (default: of any role)."""
        return [
            piece
            for track in self.draft["t"][1:]
            for piece in track["sg"]
            if self.owners.get(piece.get("id", "")) is not None
            and (not roles or piece["role"] in roles)
        ]

    def one(self, pieces: list[Piece]) -> Piece | None:
        return self.chance.choice(pieces) if pieces else None

    def track_of(self, piece: Piece) -> Piece:
        found: Piece = next(t for t in self.draft["t"] if any(one is piece for one in t["sg"]))
        return found

    def line_of(self, piece: Piece) -> Owners:
        return frozenset((self.owners.get(piece["id"]),))

    def verbs(self, *verbs: str) -> Owners:
        return frozenset(line.owner for line in self.lines if line.verb in verbs)

    def on_video(self, *verbs: str) -> Owners:
        """Lines of these verbs (default: all that edit the footage), and the one that places it."""
        chosen = [
            line.owner
            for line in self.lines
            if (line.verb in verbs if verbs else line.verb not in ABOVE)
        ]
        return frozenset((None, self.lines[0].owner, *chosen))

    def drop(self, piece: Piece) -> None:
        track = self.track_of(piece)
        track["sg"] = [one for one in track["sg"] if one is not piece]

    def later(self, index: int, milliseconds: int) -> None:
        """Move the footage from that piece on."""
        for piece in self.main[index:]:
            piece["s"] += milliseconds

    def close_up(self) -> None:
        """Put the footage one piece after another; joined fades keep their overlap."""
        at = 0
        for piece in self.main:
            link = piece.get("tr") or {}
            at -= link.get("d", 0) if link.get("overlap") and at else 0
            piece["s"] = at
            at += piece["d"]
        self.draft["d"] = at

    def moving(self) -> list[Piece]:
        """Footage of which a part plays."""
        return [p for p in self.main if p.get("out", 0) > p.get("in", 0) and "src" in p]

    def heard(self) -> list[Piece]:
        """Footage with a sound of its own that is not muted."""
        return [p for p in self.moving() if p["src"] not in self.silent and p.get("vol", 1) > 0]


Apply = Callable[[Scene], Owners | None]
"""Damages the draft of a scene; the lines of which one must be named, None where it does not apply."""


@dataclass(frozen=True)
class Kind:
    """One kind of damage: what an eye or an ear would notice (or could), and how it is done."""

    name: str
    notices: str
    apply: Apply
    doubtful: bool = False
    """Nothing more can honestly be said than that the draft cannot be read."""


@dataclass(frozen=True)
class Damaged:
    """A draft that is wrong. One of the lines in `right` must be named, those in `too` may be."""

    kind: str
    draft: Draft
    right: Owners
    too: Owners


def damaged(kind: Kind, scene: Scene, seed: object) -> Damaged | None:
    """The damage done to a copy of the scene's draft; None where it does not apply."""
    own = scene.fresh(f"{scene.name} {kind.name} {seed}")
    right = kind.apply(own)
    if right is None or written(own.draft) == written(scene.draft):
        return None
    return Damaged(kind.name, own.draft, right, _hanging(scene, own) | scene.expects)


def _hanging(before: Scene, after: Scene) -> Owners:
    """The lines whose layers reach the end of the video, which has moved with its length; all of them
    where no video is left."""
    ends = sorted((before.length, _length(after)))
    if ends[0] == ends[1]:
        return frozenset()
    late = [p for p in before.layers() if p["s"] + p["d"] > ends[0] - FAR or not ends[0]]
    marks = {line for line, time in before.chapters if time > ends[0] - FAR}
    return frozenset(before.owners[piece["id"]] for piece in late) | marks


def _length(scene: Scene) -> int:
    """The length of the footage, 0 where the damage leaves none that counts."""
    tracks = scene.draft["t"]
    if not tracks or tracks[0].get("tt") != 0 or not tracks[0].get("sg"):
        return 0
    pieces = tracks[0]["sg"]
    return max(
        (p["s"] + p["d"] for p in pieces if p["role"] not in ("overlay", "effect")), default=0
    )


def written(draft: Draft) -> str:
    """The draft as text, in which `2.0` is not `2` and the order of keys counts."""
    return json.dumps(draft, ensure_ascii=False)
