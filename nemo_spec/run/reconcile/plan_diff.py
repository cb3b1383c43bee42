"""What a session lacks of its recipe, and what it has beside it, before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from nemo_spec.compile import Instruct, Program
from nemo_spec.run.messages.batching import batches
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.repair import SURE, RepairPlanner, no_longer_said
from nemo_spec.run.reconcile.status import status_of
from nemo_spec.run.session.journal import Journal
from nemo_spec.verify.findings import Finding

Sign = Literal["+", "~", "-"]

_SIGNS: dict[str, Sign] = {"missing": "+", "duplicated": "-", "unrequested": "-"}
"""By the status of a finding; everything else is there and not as it should be."""


@dataclass(frozen=True, slots=True)
class Change:
    """`+` is missing, `~` is another, `-` is too much. `owner` is None for the clips and for what no
    line asks for. `step` is what would be sent about it, None where nothing can be said or is to be."""

    sign: Sign
    owner: int | None
    message: str
    step: Instruct | None


@dataclass(frozen=True, slots=True)
class Drift:
    """`kept` counts the instructions whose effect is in the draft as it should be. Of a `hopeless`
    session no instruction makes what the recipe says, and none is sent."""

    changes: Sequence[Change]
    kept: int
    hopeless: bool

    @property
    def steps(self) -> list[Instruct]:
        """What would be sent; one message may be about several changes."""
        if self.hopeless:
            return []
        found = {id(change.step): change.step for change in self.changes if change.step}
        return list(found.values())


def drift(
    program: Program, policy: Policy, journal: Journal, session: str, draft_json: bytes
) -> Drift:
    """What `apply` would find and send. Raises JournalError."""
    todo = batches(program.instructions, policy.per)
    dropped = partial(no_longer_said, program, policy, journal, session)
    mender = RepairPlanner(program, policy, dropped)
    found = status_of(program, todo, journal, session, draft_json, mender.work_left)
    done = todo[found.done - 1].last if found.done else 0
    fixes = mender.fixes(found)
    there = [
        Change(_SIGNS.get(finding.status, "~"), _line_of(finding), finding.message, step)
        for finding, step in fixes
        if _is_shown(finding, policy)
    ]
    to_come = [
        Change("+", step.owner, "not sent yet", step) for step in program.instructions[done:]
    ]
    wrong = {change.owner for change in there if change.sign != "-"}
    stuck = [finding for finding, step in fixes if finding.is_failure and step is None]
    hopeless = any(finding.status in SURE for finding in stuck) or (
        bool(stuck) and not any(step for _, step in fixes)
    )
    return Drift([*there, *to_come], done - len(wrong), hopeless)


def _line_of(finding: Finding) -> int | None:
    return None if finding.status == "unrequested" else finding.owner


def _is_shown(finding: Finding, policy: Policy) -> bool:
    if finding.status == "unrequested":
        return policy.unrequested != "allow"
    return finding.is_failure
