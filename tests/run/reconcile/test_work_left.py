"""What is left to do, and whether it can be reached: one answer for plan and apply."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, cast

import pytest
from support.agent_nemo import AgentNemo, applied
from support.short_recipes import program_of

from nemo_spec.compile import Instruction
from nemo_spec.run.messages.batching import Batch
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.status import SessionStatus
from nemo_spec.run.reconcile.work_left import WorkLeft, work_left
from nemo_spec.run.session.journal import Journal, Step
from nemo_spec.verdict.findings import Finding, Status


def step(owner: int) -> Instruction:
    return Instruction(owner, f"repair {owner}", (), 0, cast(Any, None))


def work(
    *repairs: tuple[Status, int, Instruction | None], unsent: int = 0, done: int = 9
) -> WorkLeft:
    found = [
        (Finding(status, owner, f"{status} {owner}"), repair) for status, owner, repair in repairs
    ]
    status = SessionStatus(done, findings=[finding for finding, _ in found])
    return WorkLeft(
        status, found, [Batch(done + n, (step(done + n),)) for n in range(unsent)], done
    )


def test_nothing_is_left_where_all_is_met():
    left = work(("met", 0, None), ("unrequested", 1, None))
    assert (left.next_repair(), left.is_reachable(), left.rank, left.kept) == (
        None,
        True,
        (0, 0),
        9,
    )


def test_what_is_surely_wrong_and_beyond_repair_ends_everything():
    one = step(1)
    for status in ("missing", "different", "duplicated"):
        left = work((cast(Status, status), 0, None), ("missing", 1, one), unsent=2)
        assert (left.next_repair(), left.is_reachable()) == (None, False)
        assert left.rank == (1, 3)


def test_what_cannot_be_read_may_become_readable_by_another_repair():
    one = step(1)
    left = work(("unreadable", 0, None), ("missing", 1, one))
    assert left.is_reachable()
    found = left.next_repair()
    assert found is not None
    assert found[0] is one
    assert not left.is_reachable(lambda finding: False), "that repair was tried in vain"
    assert not work(("unreadable", 0, None)).is_reachable()


def test_one_repair_is_about_everything_that_it_clears_and_counts_once():
    both = step(1)
    left = work(("unrequested", 1, both), ("met", 3, None), ("unrequested", 2, both), unsent=1)
    found = left.next_repair()
    assert found is not None
    assert [finding.owner for finding in found[1]] == [1, 2]
    assert left.rank == (0, 2)


def test_what_was_tried_often_enough_makes_room_for_the_next():
    one, two = step(1), step(2)
    left = work(("missing", 1, one), ("missing", 2, two))
    found = left.next_repair(lambda finding: finding.owner != 1)
    assert found is not None
    assert found[0] is two


@pytest.mark.parametrize(
    ("failing", "kept"), [([], 9), ([1], 8), ([1, 1], 8), ([1, 2], 7), (list(range(20)), 0)]
)
def test_kept_are_the_instructions_whose_effect_is_as_it_should_be(failing: list[int], kept: int):
    assert work(*(("duplicated", owner, None) for owner in failing)).kept == kept


@dataclass
class Watched:
    """A journal, and which drafts were read of it."""

    journal: Journal
    read: list[str] = field(default_factory=list)

    def steps(self, session: str) -> list[Step]:
        return self.journal.steps(session)

    def draft(self, hash_: str) -> bytes:
        self.read.append(hash_)
        return self.journal.draft(hash_)


def test_where_a_line_has_changed_the_drafts_before_it_are_not_read_again():
    lines = [f'caption {n}-{n}.9s "Line {n}"' for n in range(3)]
    nemo, log = AgentNemo(), Watched(Journal.in_memory())
    applied(nemo, program_of("; ".join(lines)), log.journal)
    draft = json.dumps(nemo.draft).encode()

    def repairs(text: str) -> list[str]:
        left = work_left(program_of(text), Policy(), log, str(nemo.sessions), draft)
        return [step.text for _, step in left.repairs if step]

    (repair,) = repairs("; ".join([*lines[:2], 'caption 2-2.9s "Other"']))
    assert ('"Line 2"' in repair, '"Other"' in repair, log.read) == (True, True, [])
    assert repairs("; ".join(lines)) == []
    assert log.read, "what has not changed is told by the drafts that the journal holds"
