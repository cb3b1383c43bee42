"""What the run has seen of each message is told again in its words, where the last draft bears it out."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.agent_nemo import AgentNemo, applied
from support.changed_recipes import any_line, program_of, recipe, tamper, with_captions
from support.plain_reconcile import plainly

from nemo_spec.compile import Program
from nemo_spec.nemo.events import ChatEvent
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile import status
from nemo_spec.run.reconcile.work_left import WorkLeft, work_left
from nemo_spec.run.session.journal import Journal, Step
from nemo_spec.verdict.findings import Finding


@dataclass
class Sloppy(AgentNemo):
    """A service that now and then does a bit more, or less, or not just where it should."""

    dice: random.Random = field(default_factory=random.Random)
    slips: float = 0

    def chat(self, session_id: str, text: str) -> Iterator[ChatEvent]:
        yield from super().chat(session_id, text)
        if self.dice.random() < self.slips:
            slip(self.draft, self.dice)


def slip(draft: dict[str, Any], dice: random.Random) -> None:
    """Something is changed for good, or only by so little that it is met all the same."""
    if dice.random() < 0.3:
        tamper(draft, dice.randrange(4))
        return
    segments = [one for track in draft.get("t", ()) for one in track["sg"]]
    one = dice.choice(segments) if segments else {}
    for key in {"s", "d"} & one.keys():
        one[key] = max(0, one[key] + dice.randint(-60, 60))


@dataclass
class Watched:
    """A journal, and which drafts are read of it; without what the run has seen, if it is an old one."""

    journal: Journal
    is_old: bool = False
    read: list[str] = field(default_factory=list)

    def steps(self, session: str) -> list[Step]:
        steps = self.journal.steps(session)
        return [one._replace(result=_old(one.result)) for one in steps] if self.is_old else steps

    def draft(self, hash_: str) -> bytes:
        self.read.append(hash_)
        return self.journal.draft(hash_)


def _old(result: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in result.items() if key != "seen"}


@dataclass
class History:
    """A recipe that was applied: at once or in parts, while others have changed the draft or not."""

    program: Program
    policy: Policy
    nemo: Sloppy
    journal: Journal = field(default_factory=Journal.in_memory)

    def look(
        self, program: Program | None = None, *, is_old: bool = False
    ) -> tuple[WorkLeft, list[str]]:
        """What is left, and the drafts that were read to find it out."""
        log, draft = Watched(self.journal, is_old), json.dumps(self.nemo.draft).encode()
        session = str(self.nemo.sessions)
        return work_left(program or self.program, self.policy, log, session, draft), log.read


def history(seed: str) -> History | None:
    """None where the seed gives no recipe."""
    dice = random.Random(seed)
    line = dice.choice([any_line, with_captions])
    program = program_of(recipe(dice, 12, line))
    if program is None:
        return None
    policy = Policy(
        per=dice.choices(["line", "phase", "recipe"], [8, 1, 1])[0],  # type: ignore[arg-type]
        unrequested=dice.choice(["report", "allow", "remove"]),  # type: ignore[arg-type]
        repairs=dice.choice([0, 1]),
    )
    slips = dice.choice([0, 0, 0.1, 0.4])
    told = History(program, policy, Sloppy(dice=dice, slips=slips))
    for _ in range(dice.randint(0, 2)):
        limit = float(dice.randrange(1, 8))
        applied(told.nemo, program, told.journal, replace(policy, limit=limit))
        if dice.random() < 0.2:
            slip(told.nemo.draft, dice)
    if dice.random() < 0.8:
        applied(told.nemo, program, told.journal, policy)
    if dice.random() < 0.1:
        slip(told.nemo.draft, dice)
    return told if told.nemo.sessions else None


def words(work: WorkLeft) -> list[Finding]:
    return work.status.findings


def of_lines(work: WorkLeft) -> set[tuple[int | None, str]]:
    return {(finding.owner, finding.status) for finding in work.status.findings}


def sent_about(work: WorkLeft) -> list[str | None]:
    return [step and step.text for _, step in work.repairs]


def check(seed: str) -> bool:
    """Whether something was told again."""
    told = history(seed)
    if told is None:
        return False
    found, read = told.look()
    with plainly():
        plain, all_read = told.look()
    assert words(found) == words(plain)
    assert (found.repairs, found.unsent, found.done) == (plain.repairs, plain.unsent, plain.done)
    return len(read) < len(all_read)


def check_stricter(seed: str) -> None:
    """The same of a recipe with the same sentences that takes less, or more, for right."""
    told = history(seed)
    if told is None:
        return
    for tolerance in (0, 20, 1000):
        steps = [step._replace(tolerance=tolerance) for step in told.program.instructions]
        program = replace(told.program, instructions=steps)
        found, _ = told.look(program)
        with plainly():
            plain, _ = told.look(program)
        assert of_lines(found) == of_lines(plain)
        assert sent_about(found) == sent_about(plain)


@pytest.fixture(scope="module", autouse=True)
def short_ones_too() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(status, "_MANY", 1)
        yield


CAPTIONS = [f'caption {n}-{n}.9s "Line {n}"' for n in range(9)]


def of(*lines: str, slips: float = 0) -> History:
    program = program_of([*lines])
    assert program is not None
    told = History(program, Policy(), Sloppy(slips=slips))
    applied(told.nemo, program, told.journal)
    return told


def test_no_draft_is_read_again_to_say_what_came_of_every_line():
    told = of(*CAPTIONS, "cut 1-2s", 'music "calm" volume 35%', "captions")
    found, read = told.look()
    old, all_read = told.look(is_old=True)
    assert (words(found), read) == (words(old), [])
    assert len(all_read) > len(CAPTIONS), "an older journal holds no words"
    assert "40.8 s → 39.8 s" in [finding.message for finding in words(found)]
    assert found.status.is_good


@pytest.mark.parametrize("how", range(4))
def test_what_somebody_else_has_changed_is_never_told_as_it_was(how: int):
    told = of(*CAPTIONS)
    tamper(told.nemo.draft, how)
    found, _ = told.look()
    with plainly():
        plain, _ = told.look()
    assert words(found) == words(plain)
    assert {finding.status for finding in words(found)} != {"met"}


def test_words_alone_meet_nothing():
    """The journal says that all is well, and the draft that it tells of does not."""
    told = of(*CAPTIONS)
    draft = told.nemo.draft
    draft["t"][-1]["sg"].pop()
    last = told.journal.steps(str(told.nemo.sessions))[-1]
    told.journal.complete(
        last.id, "done", after=json.dumps(draft).encode(), met=[last.subject], seen=("as ever", "")
    )
    found, _ = told.look()
    assert [one.status for one in words(found)] != ["met"] * len(words(found))
    assert "as ever" not in [one.message for one in words(found)]


@pytest.mark.parametrize("seen", [None, "ok", ["ok"], ["ok", 1], ["a", "b", "c"], {"a": "b"}])
def test_a_journal_that_holds_something_else_there_is_read_as_an_old_one(seen: Any):
    told = of(*CAPTIONS)
    expected = words(told.look(is_old=True)[0])
    last = told.journal.steps(str(told.nemo.sessions))[-1]
    told.journal.complete(last.id, "done", result={**last.result, "seen": seen})
    found, read = told.look()
    assert words(found) == expected
    assert read


@pytest.mark.parametrize("seed", ["0", "2", "3", "4"])
def test_what_is_told_again_is_what_the_drafts_say(seed: str):
    check(seed)


@pytest.mark.parametrize("seed", ["1", "5"])
def test_statuses_are_those_of_the_recipe_as_it_is_now(seed: str):
    check_stricter(seed)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.integers(0))
def test_what_is_told_again_is_what_the_drafts_say_for_many_recipes(seed: int):
    check(str(seed))
    check_stricter(str(seed))
