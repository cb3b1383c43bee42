"""Apply a recipe: bring a session to what it says, check, render, deliver."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from nemo_spec.api.arguments import FilePath, Values, paths_of, settings_of
from nemo_spec.api.outputs import find_outputs, missing_clips, refused_texts
from nemo_spec.api.request import Request
from nemo_spec.api.run import Endpoint, Run, RunRecord
from nemo_spec.api.saved_plan import (
    arguments_of,
    check_known,
    check_resumed,
    check_saved,
    with_saved_plan,
)
from nemo_spec.compile import Program
from nemo_spec.compile.loader import Opened, open_recipe
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.report.record import Record
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Event
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.claims import Claim, LocalClaims
from nemo_spec.run.session.draft_dialect import load_dialect
from nemo_spec.run.session.environment import environment
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.machine import Machine
from nemo_spec.run.session.tokens import Tell
from nemo_spec.run.session.workspace import claims_of, journal_of, key_of, run_claim
from nemo_spec.run.timeouts import EMBEDDED, timeouts_for

if TYPE_CHECKING:
    from nemo_spec.api.results import Result
    from nemo_spec.harness.target import Target

Faults = Sequence[dict[str, Any]]
"""Misbehaviour of the bundled mock, each with its `name` and parameters."""


def apply(
    recipe: FilePath,
    *clips: FilePath,
    values: Values = (),
    output: FilePath | None = None,
    policy: Policy | None = None,
    offline: bool = False,
    faults: Faults = (),
    credits: int | None = None,
    on_event: Callable[[Event], object] = lambda event: None,
    on_note: Tell = lambda text: None,
) -> Result:
    """Bring the session of a recipe and its clips to what the recipe says; check, render, deliver.

    The service is the one of NEMO_API_URL, or the bundled mock with `offline`, whose account holds
    `credits` (100 by default, as a free account of the service). `recipe` may be a saved
    plan. `on_event` hears everything as it happens, `on_note` what else a user should know.

    Raises InvalidRecipe and Stale before anything is sent, NemoError when the service refuses or cannot
    be reached, JournalError and OSError when something cannot be written. A run that has raised can be
    resumed by calling this again.
    """
    from nemo_spec.api.results import InvalidRecipe, Result

    request = Request(
        Path(recipe),
        paths_of(clips),
        settings_of(values),
        None if output is None else Path(output),
        policy or Policy(),
    )
    prepared = prepare(with_saved_plan(request), offline=offline)
    if not prepared.is_good:
        raise InvalidRecipe(prepared.diagnostics)

    with (
        open_endpoint(offline, faults, credits) as endpoint,
        prepared.begin(endpoint, on_note, on_note, keeps=not offline) as run,
    ):
        carry_out(run, on_event)
    return Result(run.record, prepared.diagnostics)


def carry_out(run: Run, on_event: Callable[[Event], object]) -> None:
    """Carry out a run and record how it ended. Raises what `Run.events` and `on_event` raise."""
    try:
        with closing(run.events()) as happening:
            for event in happening:
                on_event(event)
    except BaseException as error:
        run.end(error)
        raise
    run.end()


def apply_on(
    target: Target,
    recipe: FilePath,
    *clips: FilePath,
    values: Values = (),
    seed: int = 0,
    folder: Path | None = None,
    render: bool = True,
) -> Result:
    """Try a recipe on a target for tests, such as the bundled mock: from scratch, without a journal.

    A clip that is missing is replaced by a stand-in, and `NAME.expected.json` next to the recipe is
    compared. `folder` keeps the exports. Never raises for what a recipe contains or a service does.
    """
    from nemo_spec.api.results import Result
    from nemo_spec.harness.case import Case, run_case

    case = Case(
        Path(recipe), seed, paths_of(clips), settings_of(values), renders=render, keeps=folder
    )
    record = run_case(case, target)
    return Result(record, record.problems, target.requests())


class Prepared(NamedTuple):
    """A recipe that was read and planned, with the files of its exports by the statement's index."""

    request: Request
    opened: Opened
    outputs: dict[int, Path]
    diagnostics: list[Diagnostic]
    refused: bool

    @property
    def is_good(self) -> bool:
        """Whether it can be applied."""
        return self.opened.is_good and not self.refused and self.opened.program is not None

    @contextmanager
    def begin(
        self,
        endpoint: Endpoint,
        tell: Tell,
        wait: Tell,
        *,
        keeps: bool,
        where: Path | None = None,
    ) -> Iterator[Run]:
        """A run, recorded in the project's journal, or that in another folder, if it `keeps` one. `tell`
        hears what a user should know, `wait` which other run is waited for. Raises Stale, JournalError,
        OSError."""
        program, request = self.opened.program, self.request
        assert program is not None
        record = Record(
            self.opened.planned,
            str(request.recipe),
            program=program,
            problems=self.diagnostics,
            clips=request.clips,
        )
        root = where or self.opened.root
        with self._kept(endpoint, program, wait, root) if keeps else _unkept() as kept:
            policy = self._policy(endpoint, tell) if keeps else request.policy
            yield Run(program, self.outputs, policy, endpoint, kept, record, tell)

    def _policy(self, endpoint: Endpoint, tell: Tell) -> Policy:
        """With what is known of the drafts of this service. Raises BadSetting."""
        file, api_url = self.request.dialect_file, endpoint.settings.api_url
        dialect = load_dialect(self.opened.root, api_url, file, tell)
        return replace(self.request.policy, dialect=dialect) if dialect else self.request.policy

    @contextmanager
    def _kept(
        self, endpoint: Endpoint, program: Program, wait: Tell, root: Path
    ) -> Iterator[RunRecord]:
        """The journal of a folder, and this process's claim on the recipe."""
        request, home = self.request, endpoint.home
        service = endpoint.settings.api_url
        key = key_of(service, self.opened.path, root, program, request.settings)
        check_resumed(request.resumed, key, service)
        machine = Machine(home, service, root)
        # A mock that ends with this process is shared with no other machine.
        shared = claims_of if root == self.opened.root else LocalClaims
        with shared(home, service, root, wait) as claims, journal_of(root, claims) as journal:
            claims.hold(Claim("key", key))
            check_known(request.policy, journal, machine, key)
            session, _ = journal.session_of(key) or ("", "")
            check_saved(request, program, key, session)
            arguments = arguments_of(request, root, service)
            number = journal.begin_run(str(request.recipe), arguments, key, Clock().now())
            claims.hold(run_claim(root, number))
            yield RunRecord(journal, key, number, root, claims, machine)


@contextmanager
def _unkept() -> Iterator[RunRecord]:
    """The bundled mock ends with the run, and so does everything that was done in it."""
    with Journal.in_memory() as journal:
        yield RunRecord(journal)


def prepare(
    request: Request, also_written: Iterable[Path] = (), *, offline: bool = False
) -> Prepared:
    """Read and plan a recipe, and decide where its exports go. Raises nothing for what a file contains.

    `also_written` are reports, which must not replace anything that the recipe reads. `offline` looks
    for texts that the bundled mock cannot draw.
    """
    opened = open_recipe(request.recipe, request.clips, request.settings, measure_pauses=True)
    if offline:
        from nemo_spec.api.offline_texts import with_texts_checked

        opened = with_texts_checked(opened)
    if request.plan_file:
        opened = opened.reading(request.plan_file)
    outputs, refused = find_outputs(opened, request.output)
    refused += missing_clips(opened)
    refused += refused_texts(opened, also_written, outputs.values())
    return Prepared(request, opened, outputs, [*opened.diagnostics, *refused], bool(refused))


@contextmanager
def open_endpoint(
    offline: bool, faults: Faults = (), credits: int | None = None
) -> Iterator[Endpoint]:
    """The service of the environment, or the bundled mock for as long as it is needed.

    `credits` are what the account at the mock holds, by default those of a free account.

    Raises BadSetting.
    """
    if offline:
        from nemo_spec.harness.bundled_mock import FREE_CREDITS, bundled_service

        held = FREE_CREDITS if credits is None else credits
        with bundled_service(list(faults), held) as (settings, home):
            yield Endpoint(settings, home, EMBEDDED)
    else:
        settings = environment()
        yield Endpoint(settings, Path.home(), timeouts_for(settings.api_url))
