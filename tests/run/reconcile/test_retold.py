"""What the run has seen of each message is told again in its words, where the last draft bears it out."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
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
    other_before: dict[int, str | None] = field(default_factory=dict)
    """What is noted of the draft before a message, by its number among all that was sent."""

    def steps(self, session: str) -> list[Step]:
        steps = self.journal.steps(session)
        for number, before in self.other_before.items():
            steps[number] = steps[number]._replace(before=before)
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
        self,
        program: Program | None = None,
        *,
        is_old: bool = False,
        other_before: Mapping[int, str | None] = MappingProxyType({}),
    ) -> tuple[WorkLeft, list[str]]:
        """What is left, and the drafts that were read to find it out."""
        log = Watched(self.journal, is_old, other_before=dict(other_before))
        session, draft = str(self.nemo.sessions), json.dumps(self.nemo.draft).encode()
        return work_left(program or self.program, self.policy, log, session, draft), log.read

    @property
    def sent(self) -> list[Step]:
        return self.journal.steps(str(self.nemo.sessions))


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


def made(*lines: str) -> Program:
    program = program_of([*lines])
    assert program is not None
    return program


def of(*lines: str, policy: Policy | None = None) -> History:
    told = History(made(*lines), policy or Policy(), Sloppy())
    applied(told.nemo, told.program, told.journal, told.policy)
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
    last = told.sent[-1]
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
    last = told.sent[-1]
    told.journal.complete(last.id, "done", result={**last.result, "seen": seen})
    found, read = told.look()
    assert words(found) == expected
    assert read


def test_what_was_told_of_another_line_is_not_told_of_this_one():
    """Two captions have changed places in the recipe: the draft is still all that it says."""
    told = of(*CAPTIONS)
    program = made(*CAPTIONS[:-2], CAPTIONS[-1], CAPTIONS[-2])
    found, _ = told.look(program)
    spans = {finding.owner: finding.message for finding in words(found)}
    assert (spans[len(CAPTIONS) - 2], spans[len(CAPTIONS) - 1]) == ("8-8.9s", "7-7.9s")


@pytest.mark.parametrize("number", [-1, -4])
@pytest.mark.parametrize("back", [None, 2])
def test_where_others_came_between_two_messages_the_drafts_are_read(number: int, back: int | None):
    told = of(*CAPTIONS)
    before = None if back is None else told.sent[number - back].before
    found, read = told.look(other_before={number: before})
    plain, _ = told.look(other_before={number: before}, is_old=True)
    assert words(found) == words(plain)
    assert read or back is None


def test_of_a_draft_that_the_run_has_not_seen_nothing_is_told_again():
    told = of(*CAPTIONS)
    told.nemo.draft["t"][-1]["sg"][-1]["s"] += 20
    found, read = told.look()
    assert {finding.status for finding in words(found)} == {"met"}
    assert read


def test_what_is_not_at_its_end_is_read_again():
    """A draft alone does not show what of the later lines is still to come."""
    told = of(*CAPTIONS)
    found, read = told.look(made(*CAPTIONS, 'caption 12-13s "More"'))
    assert read
    assert len(found.unsent) == 1


def test_of_several_lines_in_a_message_nothing_is_told_again():
    told = of(*CAPTIONS, policy=Policy(per="phase"))
    for step in told.sent:
        if step.kind == "instruct":
            told.journal.complete(step.id, "done", met=[], seen=("as ever", ""))
    found, read = told.look()
    assert "as ever" not in [finding.message for finding in words(found)]
    assert read


MET, EXTRA = Finding("met", 1, "0-1s", "t[1].sg[0]"), Finding("unrequested", 1, "a title")


@pytest.mark.parametrize(
    ("findings", "seen"),
    [
        ([MET], ("0-1s", "t[1].sg[0]")),
        ([MET, EXTRA], None),
        ([EXTRA], None),
        ([replace(MET, status="different")], None),
        ([], None),
    ],
)
def test_only_a_line_that_is_met_and_nothing_beside_is_noted(
    findings: list[Finding], seen: tuple[str, str] | None
):
    assert status.seen(findings) == seen


@pytest.mark.parametrize("seed", ["0", "2", "3", "4"])
def test_what_is_told_again_is_what_the_drafts_say(seed: str):
    check(seed)


@pytest.mark.parametrize("seed", ["181", "182"])
def test_statuses_are_those_of_the_recipe_as_it_is_now(seed: str):
    check_stricter(seed)


@pytest.mark.slow
@settings(max_examples=1000, deadline=None)
@given(st.integers(0))
def test_what_is_told_again_is_what_the_drafts_say_for_many_recipes(seed: int):
    check(str(seed))
    check_stricter(str(seed))
