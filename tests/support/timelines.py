"""Recipes on the example footage, compiled and applied by the mock's agent in this process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from mock_server.agent import act
from mock_server.media.probe import Media, probe
from nemo_spec.compile import Instruction, Program, compile_plan, silences_of
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.source import Source
from nemo_spec.recipe.library import DiskLibrary, with_silences
from nemo_spec.recipe.plan import make_plan
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verbs.material import Material
from nemo_spec.verdict.findings import Finding
from nemo_spec.verdict.step import verify_step
from support.media_files import FILES, made
from support.paths import ROOT

MEDIA = ROOT / "specs" / "media"
Draft = dict[str, Any]


class Shelf(DiskLibrary):
    """The example footage; each file is measured once."""

    def clip(self, path: str, source: Source | None) -> Material | Diagnostic:
        return _measured(Path(path).name)

    def file(self, path: str, source: Source) -> Path | Diagnostic:
        return _file(Path(path).name)


def _file(name: str) -> Path:
    """One of the example footage, or of the table of files."""
    return MEDIA / name if (MEDIA / name).exists() or name not in FILES else made(name)


@cache
def _measured(name: str) -> Material | Diagnostic:
    return DiskLibrary(MEDIA).clip(str(_file(name)), None)


@cache
def _listened_to(material: Material) -> Material:
    return with_silences((material,))[0]


@cache
def probed(name: str) -> Media:
    return probe(_file(name))


def compiled(text: str, clips: Sequence[str], *, listen: bool = False) -> Program:
    """Compile a recipe, problems included; `listen` measures the clips' pauses."""
    source = Source("test.edit", text)
    library = Shelf(MEDIA)
    library.adopt(source, MEDIA)
    plan = make_plan(source, library, clips=clips).plan
    if listen:
        materials = tuple(map(_listened_to, plan.materials))
        plan = plan.model_copy(update={"materials": materials})
    return compile_plan(plan)


def refused(program: Program) -> list[int]:
    """Indices of the statements that the program's problems refuse."""
    return sorted({index for index, problem in program.problems if problem.is_error})


@dataclass
class Carried:
    """One applied step: the drafts before and after it, and the findings."""

    step: Instruction
    before: Timeline
    draft_before: Draft
    draft: Draft
    reply: str
    misunderstood: list[str]
    findings: list[Finding]
    quiet: dict[str, Any] = field(default_factory=dict)

    def again(self, draft: Draft) -> list[Finding]:
        """The findings had the draft been another."""
        return verify_step(self.step, self.before, reading(draft, self.quiet))[0]


def reading(draft: Draft, quiet: dict[str, Any]) -> Timeline:
    timeline = read_draft(draft)
    timeline.silences = quiet
    return timeline


def carried_out(program: Program) -> list[Carried]:
    """Every step, applied by the mock's agent and verified as a run does."""
    media = {upload.name: probed(upload.name) for upload in program.uploads}
    quiet, draft, done = silences_of(program.plan), {}, []
    timeline = reading(draft, quiet)
    for step in program.instructions:
        outcome, before = act(step.text, draft, media), draft
        draft = outcome.draft
        findings, after = verify_step(step, timeline, reading(draft, quiet))
        done.append(
            Carried(
                *(step, timeline, before, draft, outcome.reply, outcome.misunderstood),
                findings,
                quiet,
            )
        )
        timeline = after
    return done
