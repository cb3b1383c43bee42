"""The product's verdict on damaged and on rewritten drafts, counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

from mock_server.agent import act
from mock_server.api.errors import ApiError
from mock_server.draft_dialects import DRAFT_DIALECTS
from mock_server.timeline.shape import check_shape
from nemo_spec.compile import Instruction, Program
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.uploads import Uploads, uploads_of
from nemo_spec.verbs.expect import ExpectSegments
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding
from support import gallery
from support.foreign_damage import KINDS
from support.foreign_damage.harmless import VARIANTS, rewritten
from support.foreign_damage.recipes import RECIPES
from support.foreign_damage.scene import Damaged, Draft, Line, Owners, Scene, damaged
from support.timelines import compiled, probed

Outcome = Literal["found", "doubted", "missed"]
NAMES = tuple(name for name in (*gallery.RECIPES, *RECIPES) if name != "boomerang")
"""The gallery and the further recipes, without the one whose `say` leaves everything open."""


@cache
def program_of(name: str) -> Program:
    if name in RECIPES:
        text, clips = RECIPES[name]
        return compiled(text, clips, listen=True)
    return gallery.program_of(name)


@cache
def scene_of(name: str) -> Scene:
    """The draft that the mock makes of a recipe, and which line added which segment."""
    program = program_of(name)
    media = {upload.name: probed(upload.name) for upload in program.uploads}
    draft: Draft = {}
    owners: dict[str, int | None] = {}
    for step in program.instructions:
        known, draft = _ids(draft), act(step.text, draft, media).draft
        own_words = _in_own_words(step)
        owners |= dict.fromkeys(_ids(draft) - known, step.owner) if not own_words else {}
    return Scene(
        name,
        draft,
        tuple(Line(step.owner, step.edit.verb) for step in program.instructions),
        owners,
        frozenset(name for name, medium in media.items() if not medium.has_audio),
        frozenset(owner for owner, _, _ in program.expectations),
        any(isinstance(expected, ExpectSegments) for _, expected, _ in program.expectations),
        tuple((mark.owner, mark.start) for mark in program.chapters),
    )


def _ids(draft: Draft) -> set[str]:
    return {piece["id"] for track in draft.get("t", ()) for piece in track["sg"]}


@cache
def _files(name: str) -> dict[str, dict[str, Any]]:
    """The uploads of a recipe as `video_infos` lists them, as far as the dialects look at them."""
    media = {upload.name: probed(upload.name) for upload in program_of(name).uploads}
    return {
        file: {
            "cdn_url": f"http://127.0.0.1:1/files/uploads/{number:08x}.bin",
            "duration": one.duration_ms / 1000,
            "file_type": one.kind,
        }
        for number, (file, one) in enumerate(media.items())
    }


@cache
def _uploads(name: str) -> Uploads:
    return uploads_of([{"filename": file} | info for file, info in _files(name).items()])


def addresses(name: str) -> dict[str, str]:
    """The cdn_url of every upload of a recipe."""
    return {file: info["cdn_url"] for file, info in _files(name).items()}


def spoken(name: str, draft: Draft, dialect: str) -> Draft:
    """A draft of a recipe in one of the mock's dialects."""
    return DRAFT_DIALECTS[dialect](draft, _files(name))


def _in_own_words(step: Instruction) -> bool:
    """Captions that the service writes may say anything: nothing can be wrong with them."""
    return step.edit.verb == "captions" and not getattr(step.edit, "cues", ())


@cache
def _always_said(name: str) -> frozenset[Finding]:
    """What is said of the right draft: whether fillers are gone no draft tells."""
    return frozenset(
        verify_whole(program_of(name), read_draft(scene_of(name).draft, _uploads(name))).findings
    )


def judged(name: str, draft: Draft) -> list[Finding]:
    """What the product has to complain about."""
    found = verify_whole(program_of(name), read_draft(draft, _uploads(name))).findings
    known = _always_said(name)
    return [finding for finding in found if finding.status != "met" and finding not in known]


@dataclass(frozen=True)
class Judged:
    """`on_the_line`: a line that answers for the damage is blamed, and no other; doubts about other lines
    blame nobody where something is decided."""

    recipe: str
    kind: str
    outcome: Outcome
    on_the_line: bool
    findings: tuple[Finding, ...]


def judge(name: str, one: Damaged, dialect: str = "own") -> Judged:
    """The verdict on damage, of which the draft is told in a dialect."""
    found = judged(name, spoken(name, one.draft, dialect))
    decided = [finding for finding in found if finding.status != "unreadable"]
    blamed: Owners = frozenset(finding.owner for finding in decided or found)
    named = any(finding.owner in one.right for finding in found)
    right = named and blamed <= one.right | one.too | {None}
    outcome: Outcome = "found" if decided else "doubted" if found else "missed"
    return Judged(name, one.kind, outcome, right, tuple(found))


def damage_everything(
    names: Iterable[str], rounds: int = 1, dialect: str = "own"
) -> Iterator[Judged]:
    """Every kind of damage on every recipe, as often as said, each time by other dice; in a foreign
    dialect as far as the mock could hold such a draft, and the dialect tells of the damage."""
    for name in names:
        scene = scene_of(name)
        for kind in KINDS.values():
            done: list[Draft] = []
            for seed in range(rounds):
                one = damaged(kind, scene, seed)
                if one is None or one.draft in done or not _can_be_told(name, one, dialect):
                    continue
                done.append(one.draft)
                yield judge(name, one, dialect)


def _can_be_told(name: str, one: Damaged, dialect: str) -> bool:
    if dialect == "own":
        return True
    try:
        check_shape(one.draft)
    except ApiError:
        return False
    told = spoken(name, one.draft, dialect)
    return told != spoken(name, scene_of(name).draft, dialect)


@dataclass(frozen=True)
class Complaint:
    """What was said of a draft with which nothing is wrong."""

    recipe: str
    variant: str
    findings: tuple[Finding, ...]


def rewrite_everything(names: Iterable[str], rounds: int = 1) -> Iterator[Complaint]:
    """Every harmless variant of every recipe; without findings where nobody complained."""
    for name in names:
        scene = scene_of(name)
        for variant in VARIANTS:
            for seed in range(rounds):
                draft = rewritten(variant, scene, seed)
                if draft is not None:
                    yield Complaint(name, variant, tuple(judged(name, draft)))


# ---- Tables --------------------------------------------------------------------------------------


@dataclass
class Row:
    found: int = 0
    doubted: int = 0
    missed: int = 0
    wrong_line: int = 0
    recipes: list[str] = field(default_factory=list)
    """Those on which it was missed or blamed on another line."""

    def add(self, one: Judged) -> None:
        setattr(self, one.outcome, getattr(self, one.outcome) + 1)
        strayed = one.outcome != "missed" and not one.on_the_line
        self.wrong_line += strayed
        if strayed or one.outcome == "missed":
            self.recipes.append(one.recipe)


def by_kind(results: Iterable[Judged]) -> dict[str, Row]:
    """The counts of every kind, and of all together under `ALL`."""
    rows: dict[str, Row] = {"ALL": Row()}
    for one in results:
        rows.setdefault(one.kind, Row()).add(one)
        rows["ALL"].add(one)
    return rows


def table(rows: dict[str, Row]) -> str:
    """One line for each kind: found, doubted, missed, on another line."""
    lines = [f"{'found':>6} {'doubt':>6} {'missed':>6} {'line':>6}"]
    for kind, row in rows.items():
        counts = (row.found, row.doubted, row.missed, row.wrong_line)
        where = ", ".join(dict.fromkeys(row.recipes))[:70] if kind != "ALL" else ""
        lines.append(" ".join(f"{count:>6}" for count in counts) + f"  {kind}  {where}".rstrip())
    return "\n".join(lines)
