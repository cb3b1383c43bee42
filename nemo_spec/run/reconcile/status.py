"""How much of a recipe is in the draft of a session already.

The journal knows what was sent, and the draft before and after. Replayed, that gives the findings of
the run itself. Where the recipe has changed since, or something was repaired, only the draft tells.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any

from nemo_spec.compile import Instruction, Program, files_of, silences_of
from nemo_spec.run.messages.batching import Batch, verify_batch
from nemo_spec.run.reconcile.provenance import as_one, asked, heard_by, open_roles, written
from nemo_spec.run.session.journal import Step, draft_hash
from nemo_spec.run.session.turns import Log, turns
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.dialect import DOCUMENTED, Dialect
from nemo_spec.timeline.draft import DraftReader
from nemo_spec.timeline.model import Timeline
from nemo_spec.timeline.uploads import Uploads, together, uploads_of
from nemo_spec.verdict.findings import Finding, about
from nemo_spec.verdict.step import verify_later


@dataclass(slots=True)
class SessionStatus:
    """`done` batches were carried out, `findings` are about those. `timeline` is the draft as it is,
    each segment assigned to its statement; `wanted` holds the segments as they should be."""

    done: int = 0
    timeline: Timeline = field(default_factory=Timeline)
    findings: list[Finding] = field(default_factory=list)
    wanted: Timeline = field(default_factory=Timeline)

    @property
    def is_good(self) -> bool:
        """Whether nothing is known to be wrong: sending an edit again settles no doubt."""
        return not any(one.is_failure and not one.is_doubt for one in self.findings)


class Look:
    """One look at a draft of a session. The journal is read once, and of it only what is asked for."""

    def __init__(
        self,
        program: Program,
        batches: Sequence[Batch],
        journal: Log,
        session: str,
        draft_json: bytes,
        drafts: Drafts,
    ) -> None:
        """Raises JournalError, as everything here does."""
        self._program, self._batches, self._journal = program, batches, journal
        self._drafts = drafts
        self._draft_json = draft_json
        self._steps = messages_of(journal, session)

    @cached_property
    def replayed(self) -> SessionStatus | None:
        """Where the session stands by the journal; None where it holds what the recipe does not say."""
        done = _carried_out(self._steps)
        return self._retold(done) or _replayed(
            self._program, self._batches, done, self._journal, self._draft_json, self._drafts
        )

    def _retold(self, done: Sequence[Step]) -> SessionStatus | None:
        """The same of all of a long recipe, each message of which found nothing but what it asked for, in
        the words of that time: as long as this draft alone shows that every line is met, which is what
        counts where the drafts before it show something else. None where it does not."""
        told = _told(self._batches, done) if len(done) >= _MANY and self.has_seen else None
        if told is None:
            return None
        whole = self.compared(len(done))
        statuses = {finding.status for finding in whole.findings}
        owners = {finding.owner for finding in whole.findings}
        is_met = statuses == {"met"} and owners.issuperset(finding.owner for finding in told)
        return replace(whole, findings=told) if is_met else None

    @property
    def has_seen(self) -> bool:
        """Whether the latest message led to this draft. Otherwise a copy of the project may have done
        more, which is not in this journal and must not be sent again."""
        done = _carried_out(self._steps)
        return bool(done) and done[-1].after == draft_hash(self._draft_json)

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is nothing to compare."""
        return not self._draft.segments or not self._batches

    def compared(self, done: int) -> SessionStatus:
        """The draft beside the first so many batches of the recipe, as if only they were sent."""
        if not done:
            return SessionStatus(0, self._draft)
        from nemo_spec.verdict.final import verify_whole

        begun = self._program.up_to(self._batches[done - 1].last)
        whole = verify_whole(begun, self._draft, self._written(begun.instructions))
        vague = {step.owner for step in begun.instructions if any(map(is_vague, step.deltas))}
        findings = [
            self._by_the_journal(finding, finding in whole.undecided, finding.owner in vague)
            for finding in whole.findings
        ]
        return SessionStatus(done, whole.timeline, findings, whole.predicted)

    def _written(self, begun: Sequence[Instruction]) -> set[str]:
        """Places of the layers that are not those of a line for any number of them: what lays them is no
        longer in the recipe, or is yet to be sent."""
        opening = [step for step in begun if open_roles([step])]
        if not opening:
            return set()
        to_come = (step.text for step in self._program.instructions[len(begun) :])
        heard = partial(heard_by, opening, self._steps, self._draft_of)
        sentences = as_one([*self._dropped, *to_come])
        return written(self._draft, open_roles(opening), sentences, heard)

    @cached_property
    def _dropped(self) -> list[str]:
        """What was asked for in this session that the recipe does not say now."""
        said = {batch.text for batch in self._batches}
        said |= {step.text for step in self._program.instructions}
        return [text for step in self._steps for text in asked(step) if text not in said]

    def _draft_of(self, hash_: str) -> Timeline:
        return self._drafts.read(self._journal.draft(hash_))

    def _by_the_journal(self, finding: Finding, undecided: bool, vague: bool) -> Finding:
        """What a draft alone does not decide may be known to the journal."""
        if vague and finding.status == "met" and self._told_before is None:
            return replace(finding, status="unreadable", message=_SOMETHING_ELSE)
        if undecided and self._told_before and finding.instruction in self._told_before:
            return replace(finding, status="met", message="as this session was told before")
        return finding

    @cached_property
    def _draft(self) -> Timeline:
        return self._drafts.read(self._draft_json)

    @cached_property
    def _told_before(self) -> set[str] | None:
        return _told_before(self._program, self._steps, self._journal, self._drafts)


def messages_of(journal: Log, session: str) -> list[Step]:
    """What was said to the agent for the clip whose turn it is in a session. Raises JournalError."""
    sent = turns(journal.steps(session))[-1].steps
    return [step for step in sent if step.kind in ("instruct", "repair")]


def _told_before(
    program: Program, steps: Sequence[Step], journal: Log, drafts: Drafts
) -> set[str] | None:
    """The sentences that this session has met before; None once the video was changed in a way that
    the recipe no longer asks for: what a draft does not show for sure may come from that."""
    said = {step.text for step in program.instructions}
    for step in _carried_out(steps):
        met = step.result.get("met")
        asked_for = set(met) <= said if met else step.subject in said
        if not asked_for and _changed_video(step, journal, drafts):
            return None
    return {sentence for step in steps for sentence in step.result.get("met", ())}


def _changed_video(step: Step, journal: Log, drafts: Drafts) -> bool:
    if step.before is None or step.after is None:
        return True
    before, after = (drafts.read(journal.draft(hash_)) for hash_ in (step.before, step.after))
    return before.main != after.main or before.canvas != after.canvas


def _carried_out(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.state in ("done", "unchanged")]


# -- by the journal --------------------------------------------------------------------------------


def _replayed(
    program: Program,
    batches: Sequence[Batch],
    steps: Sequence[Step],
    journal: Log,
    draft_json: bytes,
    drafts: Drafts,
) -> SessionStatus | None:
    """None where something was sent in this session that the recipe does not say now."""
    if len(steps) > len(batches) or not steps:
        return None
    pairs = list(zip(batches, steps, strict=False))
    if any(step.subject != batch.text for batch, step in pairs):
        return None  # before any draft is read: the line that has changed may be the last
    found = SessionStatus()
    latest: str | None = None
    for batch, step in pairs:
        if step.before is None or step.after is None:
            return None
        if step.before != latest:
            _drifted(found, batches, drafts.read(journal.draft(step.before)))
        after = drafts.read(journal.draft(step.after))
        checked = verify_batch(program, batch, found.timeline, after)
        found.findings += checked.findings
        found.timeline, found.wanted = checked.timeline, checked.wanted
        found.done, latest = found.done + 1, step.after
    if latest != draft_hash(draft_json):
        found.wanted = found.timeline
        _drifted(found, batches, drafts.read(draft_json))
    return found


def seen(findings: Sequence[Finding]) -> tuple[str, str] | None:
    """What there is to say of a message, and the place of the draft, where that is all: its line is met,
    and nothing else has changed."""
    if len(findings) != 1 or findings[0].status != "met":
        return None
    return findings[0].message, findings[0].place


def _told(batches: Sequence[Batch], steps: Sequence[Step]) -> list[Finding] | None:
    """The findings of messages that each found nothing but its line met; None where one did not, is of
    several lines, or is not what the recipe says now, where another is to come, or where anybody else
    has changed the draft between two of them."""
    if len(steps) != len(batches):
        return None
    found, latest = list[Finding](), steps[0].before
    for batch, step in zip(batches, steps, strict=True):
        match step.result.get("seen"):
            case [str(message), str(place)] if len(batch.steps) == 1:
                found.append(about(batch.steps[0], "met", message, place))
            case _:
                return None
        if step.subject != batch.text or step.before is None or step.before != latest:
            return None
        latest = step.after
    return found


def _drifted(found: SessionStatus, batches: Sequence[Batch], draft: Timeline) -> None:
    """Take in what somebody else has changed in the draft since."""
    if not found.done:
        found.timeline = draft
        return
    last = batches[found.done - 1].steps[-1]
    findings, found.timeline = verify_later(last, found.timeline, draft)
    found.findings += findings


_MANY = 70
"""So many drafts take longer to read again than the check of a whole draft takes to be imported."""
_SOMETHING_ELSE = "cannot be told from the effect of a line that is no longer in the recipe"


def is_vague(delta: Delta) -> bool:
    """Whether only the service knows what an edit does."""
    return delta.is_vague


class Drafts:
    """Reads the drafts of a session, with the silences of the recipe's clips. `uploads` are its files as
    far as they are known, `dialect` how the service spells."""

    def __init__(self, program: Program, dialect: Dialect = DOCUMENTED) -> None:
        self._silences = silences_of(program.plan)
        self._reader = DraftReader()
        self._own = files_of(program)
        self._dialect = dialect
        self.uploads = Uploads(self._own)

    def learn(self, infos: object) -> None:
        """Take in which files the session holds: the `video_infos` of its state."""
        self.uploads = together(uploads_of(infos), self._own)

    def read(self, draft: bytes) -> Timeline:
        """The timeline of a draft as it came."""
        return self.parsed(json.loads(draft) if draft else {})

    def parsed(self, draft: Mapping[str, Any]) -> Timeline:
        """The same of a draft that was parsed already."""
        timeline = self._reader.read(draft, self.uploads, self._dialect)
        timeline.silences = self._silences
        return timeline
