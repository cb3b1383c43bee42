"""How much of a recipe is in the draft of a session already.

The journal knows what was sent, and the draft before and after. Replayed, that gives the findings of
the run itself. Where the recipe has changed since, or something was repaired, only the draft tells.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from nemo_spec.compile import Program, silences_of
from nemo_spec.run.messages.batching import Batch, verify_batch
from nemo_spec.run.session.journal import Journal, Step, draft_hash
from nemo_spec.timeline.deltas import Delta
from nemo_spec.timeline.draft import read_draft
from nemo_spec.timeline.model import Timeline
from nemo_spec.verdict.final import verify_whole
from nemo_spec.verdict.findings import Finding, any_failure
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
        return not any_failure(self.findings)


def status_of(
    program: Program,
    batches: Sequence[Batch],
    journal: Journal,
    session: str,
    draft_json: bytes,
    rank: Callable[[SessionStatus], tuple[int, int]],
) -> SessionStatus:
    """Where the session stands with its draft as it is now: of several readings the one of the lowest
    rank, which leaves the least work. Raises JournalError."""
    steps = [step for step in journal.steps(session) if step.kind in ("instruct", "repair")]
    replayed = _replayed(program, batches, _carried_out(steps), journal, draft_json)
    is_good = replayed is not None and replayed.is_good
    if replayed is not None and is_good and _has_seen(steps, draft_json):
        return replayed
    trusted = _told_before(program, steps, journal)
    seen = list(_looked_at(program, batches, read(program, draft_json), trusted))
    if replayed is not None and is_good:
        seen.insert(0, replayed)  # wins where the draft alone does not show that more was done
    best = min(seen, key=rank)
    return best if best.is_good or replayed is None else replayed


def _has_seen(steps: Sequence[Step], draft_json: bytes) -> bool:
    """Whether the latest message led to this draft. Otherwise a copy of the project may have done more,
    which is not in this journal and must not be sent again."""
    done = _carried_out(steps)
    return bool(done) and done[-1].after == draft_hash(draft_json)


def _told_before(program: Program, steps: Sequence[Step], journal: Journal) -> set[str] | None:
    """The sentences that this session has met before; None once the video was changed in a way that
    the recipe no longer asks for: what a draft does not show for sure may come from that."""
    said = {step.sentence for step in program.instructions}
    for step in _carried_out(steps):
        met = step.result.get("met")
        asked_for = set(met) <= said if met else step.subject in said
        if not asked_for and _changed_video(program, step, journal):
            return None
    return {sentence for step in steps for sentence in step.result.get("met", ())}


def _changed_video(program: Program, step: Step, journal: Journal) -> bool:
    if step.before is None or step.after is None:
        return True
    before, after = (read(program, journal.draft(hash_)) for hash_ in (step.before, step.after))
    return before.main != after.main or before.canvas != after.canvas


def _carried_out(steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.state in ("done", "unchanged")]


# -- by the journal --------------------------------------------------------------------------------


def _replayed(
    program: Program,
    batches: Sequence[Batch],
    steps: Sequence[Step],
    journal: Journal,
    draft_json: bytes,
) -> SessionStatus | None:
    """None where something was sent in this session that the recipe does not say now."""
    if len(steps) > len(batches) or not steps:
        return None
    found = SessionStatus()
    latest: str | None = None
    for batch, step in zip(batches, steps, strict=False):
        if step.subject != batch.sentence or step.before is None or step.after is None:
            return None
        if step.before != latest:
            _drifted(found, batches, read(program, journal.draft(step.before)))
        after = read(program, journal.draft(step.after))
        checked = verify_batch(program, batch, found.timeline, after)
        found.findings += checked.findings
        found.timeline, found.wanted = checked.timeline, checked.wanted
        found.done, latest = found.done + 1, step.after
    if latest != draft_hash(draft_json):
        found.wanted = found.timeline
        _drifted(found, batches, read(program, draft_json))
    return found


def _drifted(found: SessionStatus, batches: Sequence[Batch], draft: Timeline) -> None:
    """Take in what somebody else has changed in the draft since."""
    if not found.done:
        found.timeline = draft
        return
    last = batches[found.done - 1].steps[-1]
    findings, found.timeline = verify_later(last, found.timeline, draft)
    found.findings += findings


# -- by the draft ----------------------------------------------------------------------------------


def _looked_at(
    program: Program, batches: Sequence[Batch], draft: Timeline, trusted: set[str] | None
) -> Iterator[SessionStatus]:
    """Compare the draft with every prefix of the recipe, the longest first."""
    for done in range(len(batches), 0, -1):
        if draft.segments:
            yield _whole(program, batches, done, draft, trusted)
    if not draft.segments or not batches:
        yield SessionStatus(0, draft)


def _whole(
    program: Program, batches: Sequence[Batch], done: int, draft: Timeline, trusted: set[str] | None
) -> SessionStatus:
    begun = program.up_to(batches[done - 1].last)
    whole = verify_whole(begun, draft)
    vague = {step.owner for step in begun.instructions if any(map(is_vague, step.deltas))}
    findings = []
    for finding in whole.findings:
        if trusted is None and finding.owner in vague and finding.status == "met":
            finding = replace(finding, status="unreadable", message=_SOMETHING_ELSE)
        elif trusted and finding in whole.undecided and finding.sentence in trusted:
            finding = replace(finding, status="met", message="as this session was told before")
        findings.append(finding)
    return SessionStatus(done, whole.timeline, findings, whole.predicted)


_SOMETHING_ELSE = "cannot be told from the effect of a line that is no longer in the recipe"


def is_vague(delta: Delta) -> bool:
    """Whether only the service knows what an edit does."""
    return delta.is_vague


def read(program: Program, draft: bytes) -> Timeline:
    """The timeline of a draft as it came, with the silences of this recipe's clips."""
    timeline = read_draft(json.loads(draft) if draft else {})
    timeline.silences = silences_of(program.plan)
    return timeline
