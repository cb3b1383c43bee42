"""A program: what is uploaded, said and rendered, in order, and what should come of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from nemo_spec.recipe.plan import EditPlan
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import SourceFile
from nemo_spec.verbs.base import Edit, Problem
from nemo_spec.verbs.chapter import Mark
from nemo_spec.verbs.expect import Expectation
from nemo_spec.verbs.material import Material
from nemo_spec.verbs.project import AnyExport, Export


class Upload(NamedTuple):
    """A file that the session needs: `path` on disk, `name` at the service.

    `made_of` is a sound with a cover, of which a video is made first.
    """

    name: str
    path: str
    made_of: Material | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """All files on disk that it is made of."""
        return (self.path, self.made_of.cover) if self.made_of else (self.path,)


class Instruction(NamedTuple):
    """One instruction, and what it does to the timeline.

    `owner` is the index of the statement in the plan, None for placing the clips of the command
    line. `tolerance` is in milliseconds.
    """

    owner: int | None
    text: str
    deltas: tuple[Delta, ...]
    tolerance: int
    edit: Edit

    @property
    def is_unpredictable(self) -> bool:
        """Whether it may do anything at all."""
        return any(delta.unpredictable for delta in self.deltas)

    def on(self, timeline: Timeline) -> tuple[Delta, ...]:
        """What the instruction does to the timeline that it finds: a draft tells what the plan
        could not know, such as where the last five seconds of a trimmed clip begin."""
        return effect_of(self.edit, self.owner, timeline)


def effect_of(edit: Edit, owner: int | None, timeline: Timeline) -> tuple[Delta, ...]:
    """The deltas of an edit, with the layers that it adds given to its statement."""
    return tuple(delta.owned_by(owner) for delta in edit.effect(timeline))


class Render(NamedTuple):
    """One export with its chapters. Its frame follows from the canvas of the draft."""

    owner: int
    export: Export
    chapters: tuple[Mark, ...] = ()


class Extract(NamedTuple):
    """One export that is made here, from a finished video or from the draft."""

    owner: int
    export: AnyExport


@dataclass(slots=True)
class Program:
    """The steps in order, the expectations with their tolerance (ms), the timeline predicted.

    `problems` belong to statements by their index in the plan; a program with errors is not run.
    """

    plan: EditPlan
    uploads: list[Upload] = field(default_factory=list)
    instructions: list[Instruction] = field(default_factory=list)
    expectations: list[tuple[int, Expectation, int]] = field(default_factory=list)
    renders: list[Render] = field(default_factory=list)
    extracts: list[Extract] = field(default_factory=list)
    chapters: tuple[Mark, ...] = ()
    predicted: Timeline = field(default_factory=Timeline)
    problems: list[tuple[int, Problem]] = field(default_factory=list)

    @property
    def exports(self) -> list[Render | Extract]:
        """All that is delivered, in the order of the recipe."""
        return sorted([*self.renders, *self.extracts], key=lambda one: one.owner)

    @property
    def videos(self) -> list[Render]:
        """What is rendered: the mp4 exports, or without any the video that others are made from."""
        wanted = [extract.owner for extract in self.extracts if extract.export.of_video]
        return self.renders or [
            Render(owner, Export(size="1080p", format="mp4")) for owner in wanted[:1]
        ]

    def without_exports(self) -> Program:
        """The same, of which nothing is delivered."""
        return replace(self, renders=[], extracts=[])

    def up_to(self, count: int) -> Program:
        """The program of the first so many instructions, without what is looked at in the end."""
        steps = self.instructions[:count]
        unknown = any(delta.unpredictable for step in steps for delta in step.deltas)
        predicted = replace(self.predicted, unknown=unknown)
        return replace(
            self.without_exports(), instructions=steps, expectations=[], predicted=predicted
        )


def files_of(program: Program) -> tuple[SourceFile, ...]:
    """The recipe's files as the service will know them, with their lengths in ms where measured."""
    lengths = {m.name: m.length for m in program.plan.materials if not m.still}
    return tuple(SourceFile(one.name, "", lengths.get(one.name)) for one in program.uploads)


def silences_of(plan: EditPlan) -> dict[str, tuple[tuple[int, int], ...]]:
    """The measured silences by the name of the material."""
    return {m.name: m.quiet for m in plan.materials if m.quiet is not None}
