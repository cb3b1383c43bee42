"""Plan: what applying a recipe would send and what is expected of it; nothing is sent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nemo_spec.api.arguments import FilePath, Values, paths_of, settings_of
from nemo_spec.api.offline_texts import with_texts_checked
from nemo_spec.api.outputs import refused_exports
from nemo_spec.api.request import Request
from nemo_spec.api.results import InvalidRecipe
from nemo_spec.api.saved_plan import check_known, save_plan
from nemo_spec.compile import Instruction, Program
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.diagnostics import Diagnostic, has_errors, visible
from nemo_spec.nemo.errors import SessionNotFound
from nemo_spec.recipe.plan import Planned
from nemo_spec.report.plan import show_plan
from nemo_spec.report.plan_diff import show_drift, show_estimate
from nemo_spec.run.budget import Estimate, estimate
from nemo_spec.run.policy import Policy
from nemo_spec.run.reconcile.plan_diff import PlanDiff, PlannedChange, plan_diff
from nemo_spec.run.reconcile.shared_session import Seen, SharedSession
from nemo_spec.run.session.draft_dialect import load_dialect
from nemo_spec.run.session.environment import environment, open_service
from nemo_spec.run.session.journal import Journal, draft_hash
from nemo_spec.run.session.last_session import has_sessions
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.workspace import has_journal, journal_of, key_of, sessions_of

if TYPE_CHECKING:
    from nemo_spec.nemo.models import State
    from nemo_spec.run.service import Service
    from nemo_spec.run.session.tokens import Tell


@dataclass(frozen=True, slots=True)
class Difference:
    """An earlier session of the recipe, the hash of its draft, and how that differs from the recipe."""

    session: str
    draft: str
    drift: PlanDiff


@dataclass(frozen=True, slots=True)
class Plan:
    """What applying a recipe would do. `difference` is None without an earlier session, `lost` the id of
    one that the service no longer knows. `holder` is the clip whose turn it is in a session that several
    share, and which is emptied for this one."""

    request: Request
    opened: Opened
    diagnostics: Sequence[Diagnostic]
    difference: Difference | None = None
    lost: str = ""
    holder: str = ""

    @property
    def planned(self) -> Planned:
        """The statements and where the recipe has them."""
        assert self.opened.planned is not None
        return self.opened.planned

    @property
    def program(self) -> Program:
        """Uploads, instructions and renders, with the draft that they lead to."""
        assert self.opened.program is not None
        return self.opened.program

    @property
    def _steps(self) -> Sequence[Instruction]:
        return self.difference.drift.steps if self.difference else self.program.instructions

    @property
    def instructions(self) -> list[str]:
        """The messages that would be sent, in order."""
        return [step.text for step in self._steps]

    @property
    def changes(self) -> Sequence[PlannedChange]:
        """How an earlier session differs from the recipe; empty without one."""
        return self.difference.drift.changes if self.difference else ()

    @property
    def estimate(self) -> Estimate | None:
        """Credits, and seconds at the service; None where apply can do nothing."""
        if self.difference and self.difference.drift.unreachable:
            return None
        return estimate(self.program, self._steps)

    def as_json(self) -> dict[str, Any]:
        """The statements as `nemo-spec plan --json` prints them; see `nemo-spec schema`."""
        return self.planned.plan.model_dump(mode="json")

    def shown(self) -> Iterator[str]:
        """The plan as `nemo-spec plan` prints it, in lines."""
        if self.lost:
            yield f"session      {visible(self.lost)} no longer exists: apply starts a new one"
        if self.holder:
            yield f"session      holds {visible(self.holder)} now: apply empties it for this one"
        if self.difference is None:
            yield from show_plan(self.planned, self.program)
        else:
            yield from show_drift(self.planned, self.difference.drift, self.difference.session)
        if self.estimate:
            yield f"estimate: {show_estimate(self.estimate)}"

    def save(self, file: FilePath) -> None:
        """Save the plan for `apply`, which refuses it if it is stale by then. Raises OSError,
        JournalError, BadSetting."""
        opened, request, session = self.opened, self.request, ""
        key = key_of(
            environment().api_url, opened.path, opened.root, self.program, request.settings
        )
        if has_journal(opened.root):
            with journal_of(opened.root) as journal:
                session, _ = journal.session_of(key) or ("", "")
        draft = self.difference.draft if self.difference else ""
        save_plan(Path(file), request, self.program, key, session, draft)


def plan(
    recipe: FilePath,
    *clips: FilePath,
    values: Values = (),
    policy: Policy | None = None,
    offline: bool = False,
    on_note: Tell = lambda text: None,
) -> Plan:
    """What applying a recipe would send, and what is expected of it. Sends nothing.

    An earlier session of the recipe is read and compared, unless the policy is `fresh` or the plan is
    for a run `offline`, which knows no earlier session. Raises
    InvalidRecipe, Stale, NemoError when the service cannot be asked, JournalError and OSError.
    """
    policy = replace(policy or Policy(), fresh=True) if offline else policy or Policy()
    request = Request(Path(recipe), paths_of(clips), settings_of(values), policy=policy)
    opened = open_recipe(request.recipe, request.clips, request.settings, measure_pauses=True)
    if offline:
        opened = with_texts_checked(opened)
    diagnostics = [*opened.diagnostics, *refused_exports(opened)]
    if has_errors(diagnostics):
        raise InvalidRecipe(diagnostics)
    return plan_opened(request, opened, diagnostics, on_note)


def plan_opened(
    request: Request, opened: Opened, diagnostics: Sequence[Diagnostic], tell: Tell
) -> Plan:
    """The same for a recipe without errors that was read already."""
    policy, root = request.policy, opened.root
    planned = Plan(request, opened, diagnostics)
    if not policy.session and (policy.fresh or not _may_be_known(root)):
        return planned
    settings = environment()
    machine = Machine(Path.home(), settings.api_url, root)
    kept = journal_of(root) if has_journal(root) else Journal.in_memory()
    with kept as journal:
        known, key = [policy.session], ""
        if not policy.session:
            key = key_of(settings.api_url, opened.path, root, planned.program, request.settings)
            check_known(policy, journal, machine, key)
            known = [session for session, _ in sessions_of(journal, key)]
        if not known:
            return planned
        with open_service(settings, tell) as service:
            found = _first_state(service, known)
        if found is None and policy.session:
            raise SessionNotFound
        if found is None:
            return Plan(request, opened, diagnostics, lost=known[0])
        session, state = found
        if (record := machine.known_record(session)) is not None:
            with record:
                journal.learn(record, session)
        dialect = load_dialect(root, settings.api_url, request.dialect_file, tell)
        wanted = Policy(unrequested=policy.unrequested, dialect=dialect)
        seen = _seen(planned.program, wanted, SharedSession(journal, session, key), state)
        if isinstance(seen, str):
            return Plan(request, opened, diagnostics, holder=seen)
        changes = plan_diff(planned.program, wanted, seen.log, session, seen.state)
        difference = Difference(session, draft_hash(state.draft_json), changes)
        return Plan(request, opened, diagnostics, difference)


def _may_be_known(root: Path) -> bool:
    """Whether a recipe of this project may have been applied before."""
    return has_journal(root) or has_sessions(root) or Machine(Path.home(), "", root).knows_recipes


def _seen(program: Program, policy: Policy, shared: SharedSession, state: State) -> Seen | str:
    """What the recipe is compared with; the name of another clip where the session is emptied of that."""
    if not shared.key or not shared.is_shared or shared.is_mine:
        return Seen(state, shared.journal)
    return shared.left(program, policy, state) or shared.holder


def _first_state(service: Service, sessions: Sequence[str]) -> tuple[str, State] | None:
    """The first of these sessions that the service knows, with its state. Raises NemoError."""
    for session in sessions:
        with suppress(SessionNotFound):
            return session, service.call(partial(service.nemo.state, session))
    return None
