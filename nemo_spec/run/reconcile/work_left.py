"""What is left to do in a session, and whether its recipe can still be reached: for plan and apply."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Self

from nemo_spec.compile import Instruction, Program
from nemo_spec.run.messages.batching import Batch, batches
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.provenance import open_roles
from nemo_spec.run.reconcile.repair import Repair, planner_for
from nemo_spec.run.reconcile.status import Drafts, Look, SessionStatus
from nemo_spec.run.session.turns import Log
from nemo_spec.timeline.deltas import AddLayer
from nemo_spec.timeline.model import Role
from nemo_spec.timeline.summary import normal
from nemo_spec.verdict.findings import Finding

_CERTAIN = ("missing", "different", "duplicated")
"""Not met whatever else is repaired. Other failures may only be unreadable because of these."""
Content = tuple[Role, str, tuple[str, ...]]
"""What a layer shows or plays: its role, name and texts."""


class WorkLeft(NamedTuple):
    """`repairs` pairs each finding of the status with what to send about it, None where nothing helps;
    `unsent` are the batches to come after the `done` instructions."""

    status: SessionStatus
    repairs: Sequence[tuple[Finding, Instruction | None]]
    unsent: Sequence[Batch]
    done: int

    @property
    def kept(self) -> int:
        """How many instructions have their effect in the draft as it should be."""
        failed = {finding.owner for finding in self.status.findings if finding.is_failure}
        return max(0, self.done - len(failed))

    @property
    def rank(self) -> tuple[int, int]:
        """Failures that nothing helps, then messages to send: the less, the better. A doubt is no failure
        here: what was sent is there, and must not be sent again because it cannot be read."""
        sent = {id(step) for _, step in self.repairs if step is not None}
        stuck = sum(not finding.is_doubt for finding in self.stuck)
        return stuck, len(sent) + len(self.unsent)

    def without(self, about: Sequence[Finding]) -> WorkLeft:
        """The same once these findings are repaired, and nothing else has changed; without what nothing is
        sent about, which need not be looked at again for every repair."""
        left = [one for one in self.repairs if one[1] or one[0].is_failure]
        return self._replace(repairs=[one for one in left if one[0] not in about])

    def fails(self, owners: Collection[int | None]) -> bool:
        """Whether one of these lines is not met."""
        return any(one.is_failure and one.owner in owners for one, _ in self.repairs)

    @property
    def stuck(self) -> list[Finding]:
        return [one for one, step in self.repairs if one.is_failure and step is None]

    def next_repair(
        self, may_try: Callable[[Finding], bool] = lambda finding: True
    ) -> Repair | None:
        """The next repair and all findings that it is about. None where none is left, and where it
        would be paid for in vain: beside what nothing helps, and on what cannot be read."""
        if any(finding.status in _CERTAIN or finding.is_doubt for finding in self.stuck):
            return None
        tries = (step for finding, step in self.repairs if step and may_try(finding))
        step = next(tries, None)
        about = [finding for finding, other in self.repairs if other is step]
        return None if step is None else (step, about)

    def is_reachable(self, may_try: Callable[[Finding], bool] = lambda finding: True) -> bool:
        """Whether instructions can still make the draft what the recipe says."""
        stuck = [finding for finding in self.stuck if not finding.is_doubt]
        return not stuck or self.next_repair(may_try) is not None


def work_left(
    program: Program,
    policy: Policy,
    journal: Log,
    session: str,
    draft_json: bytes,
    drafts: Drafts | None = None,
) -> WorkLeft:
    """What is left to do in a session with this draft: of several readings the one that leaves least.
    `drafts` has read the drafts before it. Raises JournalError."""
    planner = planner_for(program, policy, journal, session)
    todo = batches(program.instructions, policy.per)
    look = Look(
        program, todo, journal, session, draft_json, drafts or Drafts(program, policy.dialect)
    )

    def work(status: SessionStatus) -> WorkLeft:
        done = todo[status.done - 1].last if status.done else 0
        return WorkLeft(status, planner.repairs(status, done), todo[status.done :], done)

    replayed = None if look.replayed is None else work(look.replayed)
    is_good = replayed is not None and replayed.status.is_good
    if replayed is not None and is_good and look.has_seen:
        return replayed
    if look.is_empty:
        seen = [work(look.compared(0))]
    else:
        seen = list(_beginnings(todo, lambda done: work(look.compared(done))))
    if replayed is not None and is_good:
        seen.insert(0, replayed)  # wins where the draft alone does not show that more was done
    best = min(seen, key=_rank)
    return best if best.status.is_good or replayed is None else replayed


def _beginnings(todo: Sequence[Batch], at: Callable[[int], WorkLeft]) -> Iterator[WorkLeft]:
    """What is left by the beginnings of a recipe, the longest first: by all of those that may leave less
    than every longer one."""
    least = longer = at(len(todo))
    yield longer
    failing = _Failing.of(todo, longer)
    for done in range(len(todo) - 1, 0, -1):
        if least.rank <= (0, len(todo) - done):
            return
        if failing.spares(todo[done], todo[done - 1]):
            continue
        longer = at(done)
        least, failing = min(least, longer, key=_rank), _Failing.of(todo, longer)
        yield longer


def _rank(work: WorkLeft) -> tuple[int, int]:
    return work.rank


class _Failing(NamedTuple):
    """The lines that fail in a beginning of the recipe: how often, those beyond repair, and what they lay
    over the video, with who does; `open` are the kinds of which they may have any number."""

    times: Counter[int | None]
    stuck: set[int | None]
    contents: Mapping[Content, set[int | None]]
    open: set[Role]
    unpredictable: bool

    @classmethod
    def of(cls, todo: Sequence[Batch], work: WorkLeft) -> Self:
        failures = [finding for finding in work.status.findings if finding.is_failure]
        times = Counter(finding.owner for finding in failures)
        stuck = {finding.owner for finding in work.stuck}
        steps = [step for batch in todo[: work.status.done] for step in batch.steps]
        failing = [step for step in steps if step.owner in times]
        contents = defaultdict[Content, set[int | None]](set)
        for step in failing:
            for content in _contents(step):
                contents[content].add(step.owner)
        return cls(
            times,
            stuck,
            contents,
            open_roles(failing),
            any(step.is_unpredictable for step in steps),
        )

    def spares(self, last: Batch, before: Batch) -> bool:
        """Whether without the last batch there surely is as much to do: to send it takes a message, and at
        most one is saved. What it lays over the video changes no other line, unless that fails and may
        take the same segment, or one that is not as the batch wants it, or can be repaired only as long
        as it is the last."""
        owners = set(last.owners)
        own = {content for step in last.steps for content in _contents(step)}
        fails = not owners.isdisjoint(self.times)
        return (
            not self.unpredictable
            and not open_roles(last.steps)
            and all(delta.on == "layers" for step in last.steps for delta in step.deltas)
            and sum(self.times[owner] for owner in owners) <= 1
            and self.stuck.isdisjoint({*owners, before.owners[-1]})
            and all(self.contents.get(content, owners) <= owners for content in own)
            and not (fails and any(role in self.open for role, _, _ in own))
        )


def _contents(step: Instruction) -> Iterator[Content]:
    for delta in step.deltas:
        if isinstance(delta, AddLayer):
            yield delta.layer.role, delta.layer.name, normal(delta.layer.texts)
