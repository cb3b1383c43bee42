"""What `apply` would change in a session, before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from nemo_spec.compile import Instruction, Program
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.status import Drafts
from nemo_spec.run.reconcile.work_left import work_left
from nemo_spec.run.session.turns import Log
from nemo_spec.verdict.findings import Finding

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State

Sign = Literal["+", "~", "-"]

_SIGNS: dict[str, Sign] = {"missing": "+", "duplicated": "-", "unrequested": "-"}
"""By the status of a finding; everything else is there and not as it should be."""


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """`+` is missing, `~` differs, `-` is to be removed. `owner` is None for the clips and for what no
    line asks for. `step` is what would be sent, None where nothing is."""

    sign: Sign
    owner: int | None
    message: str
    step: Instruction | None


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """`kept` counts the instructions whose effect is in the draft as it should be. Where the recipe is
    `unreachable`, no instruction makes the draft what it says, and none is sent."""

    changes: Sequence[PlannedChange]
    kept: int
    unreachable: bool

    @property
    def steps(self) -> list[Instruction]:
        """What would be sent; one message may be about several changes."""
        if self.unreachable:
            return []
        found = {id(change.step): change.step for change in self.changes if change.step}
        return list(found.values())


def plan_diff(
    program: Program, policy: Policy, journal: Log, session: str, state: State
) -> PlanDiff:
    """What `apply` would find and send. Raises JournalError."""
    drafts = Drafts(program, policy.dialect)
    drafts.learn(state.video_infos)
    work = work_left(program, policy, journal, session, state.draft_json, drafts)
    there = [
        PlannedChange(_SIGNS.get(finding.status, "~"), _line_of(finding), finding.message, step)
        for finding, step in work.repairs
        if _is_shown(finding, policy)
    ]
    to_come = [
        PlannedChange("+", step.owner, "not sent yet", step)
        for step in program.instructions[work.done :]
    ]
    return PlanDiff([*there, *to_come], work.kept, not work.is_reachable())


def _line_of(finding: Finding) -> int | None:
    return None if finding.status == "unrequested" else finding.owner


def _is_shown(finding: Finding, policy: Policy) -> bool:
    if finding.status == "unrequested":
        return policy.unrequested != "allow"
    return finding.is_failure
