"""Claims that machines share: held, waited for, lost and taken over."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from support.postgres import Postgres

from nemo_spec.run.session import leases
from nemo_spec.run.session.claims import Claim, hashed
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.leases import LeaseLost, Leases
from nemo_spec.run.session.postgres import _MAKING, Server, SharedDatabase, place_of
from nemo_spec.run.session.storage import JournalError
from nemo_spec.run.session.workspace import (
    has_journal,
    journal_of,
    journal_place,
    run_claim,
    shared_journal,
)

pytestmark = pytest.mark.postgres
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SESSION = Claim("session", "5650887661998742085")
URL = "https://service.example"
Opened = Callable[..., Leases]


@pytest.fixture
def opened(shared: str, tmp_path: Path) -> Iterator[Opened]:
    """Opens the leases of one more process, of this test's own service."""
    with ExitStack() as stack:

        def begin(
            on_wait: Callable[[str], None] = lambda holder: None, *, url: str = URL
        ) -> Leases:
            one = Leases(Server(shared), f"{url}{tmp_path}", Path("/studio"), on_wait)
            return stack.enter_context(one)

        yield begin


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leases, "LEASE_S", 0.6)
    monkeypatch.setattr(leases, "RENEWED_S", 0.1)


def test_a_lease_keeps_others_out_while_its_process_works(opened: Opened, short: None):
    mine, other = opened(), opened()
    assert mine.take(SESSION)
    assert mine.take(SESSION)
    time.sleep(1)  # longer than a lease that nobody renews
    assert not other.take(SESSION)
    assert other.is_claimed(SESSION)
    assert other.take(Claim("session", "2"))
    mine.drop(SESSION)
    assert other.take(SESSION)


def test_a_claim_is_one_of_its_service(opened: Opened):
    assert opened().take(SESSION)
    assert opened(url="https://other.example").take(SESSION)


def test_who_waits_is_told_for_whom(opened: Opened):
    mine, said = opened(), list[str]()
    mine.hold(SESSION)

    def end(holder: str) -> None:
        said.append(holder)
        mine.drop(SESSION)

    opened(end).hold(SESSION)
    (told,) = said
    assert told.startswith("process ")
    assert told.endswith(f" in /studio is working on session {SESSION.name}")
    assert " on " in told.partition(" in /studio")[0], "names the machine"


def test_a_process_that_is_gone_is_taken_over(
    opened: Opened, short: None, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(leases, "RENEWED_S", 60)  # as if it were killed, or asleep
    asleep, other = opened(), opened()
    assert asleep.take(SESSION)
    assert not other.take(SESSION)
    time.sleep(0.7)
    assert not other.is_claimed(SESSION)
    assert other.take(SESSION)


def test_who_lost_a_lease_notes_nothing_and_so_sends_nothing(
    opened: Opened, short: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(leases, "RENEWED_S", 60)
    asleep, other = opened(), opened()
    asleep.hold(SESSION)
    with journal_of(tmp_path, asleep) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        step = journal.begin(run, SESSION.name, "instruct", "Cut it.", NOW)
        time.sleep(0.7)
        with pytest.raises(LeaseLost, match="nothing more was sent"):
            journal.begin(run, SESSION.name, "instruct", "Cut more.", NOW)
        other.hold(SESSION)
        with pytest.raises(LeaseLost):
            journal.begin(run, SESSION.name, "render", "r1", NOW)
        with pytest.raises(LeaseLost):
            journal.bind(run, "key", SESSION.name, "task")
        journal.complete(step, "done")  # what is known of what was sent is still noted
        (found,) = journal.steps(SESSION.name)
        assert (found.subject, found.state) == ("Cut it.", "done")


def test_another_session_at_work_is_seen(opened: Opened):
    mine, other = opened(), opened()
    mine.hold(Claim("session", "1"))
    mine.hold(Claim("key", "k"))
    assert not mine.others_active("1")
    assert other.others_active("2")
    assert not opened(url="https://other.example").others_active("2")


def test_a_server_that_is_killed_keeps_what_was_noted_and_what_is_claimed(
    opened: Opened, postgres: Postgres, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(leases, "RENEWED_S", 0.1)
    mine = opened()
    mine.hold(SESSION)
    with journal_of(tmp_path, mine) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        journal.begin(run, SESSION.name, "instruct", "Cut it.", NOW)
        postgres.kill()
        with pytest.raises(
            JournalError, match="run the same command again: nothing is lost"
        ) as told:
            journal.begin(run, SESSION.name, "instruct", "Cut more.", NOW)
        assert "a-secret" not in str(told.value)
        with pytest.raises(JournalError, match=f"127.0.0.1:{postgres.port}/postgres"):
            journal_of(tmp_path)
        postgres.start()
    time.sleep(0.5)  # a few renewals: it connects again
    assert not opened().take(SESSION)
    with journal_of(tmp_path, mine) as journal:
        assert [one.subject for one in journal.steps(SESSION.name)] == ["Cut it."]
        journal.begin(run, SESSION.name, "instruct", "Cut more.", NOW)


def test_a_claim_is_given_back_though_the_server_was_away(
    shared: str, postgres: Postgres, tmp_path: Path
):
    with Leases(Server(shared), f"{URL}{tmp_path}", tmp_path, print) as mine:
        mine.hold(SESSION)
        postgres.kill()
        postgres.start()
    with Leases(Server(shared), f"{URL}{tmp_path}", tmp_path, print) as other:
        assert other.take(SESSION)


def test_projects_have_journals_of_their_own(
    shared: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    with journal_of(tmp_path) as journal:
        journal.begin_run("a.edit", {}, "key", NOW)
        mine = run_claim(tmp_path, 1)
        assert run_claim(tmp_path / "copy on another machine", 1) == mine
        monkeypatch.setenv("NEMO_PROJECT", f"{tmp_path} 'two\"; DROP TABLE runs; --")
        assert run_claim(tmp_path, 1) != mine
        with journal_of(tmp_path) as other:
            assert other.runs() == []
            assert other.begin_run("b.edit", {}, "key", NOW) == 1
        assert [run.recipe for run in journal.runs()] == ["a.edit"]


def test_nobody_takes_over_while_what_is_sent_is_noted(
    opened: Opened, short: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setattr(leases, "RENEWED_S", 60)
    asleep, other, taken = opened(), opened(), list[float]()
    asleep.hold(SESSION)
    with journal_of(tmp_path, asleep) as journal, ThreadPoolExecutor(1) as aside:
        with journal._db.transaction() as db:
            journal._db.check_claimed(db, SESSION)
            time.sleep(0.7)  # it has run out, in the middle of the note
            soon = aside.submit(lambda: other.take(SESSION) and taken.append(time.monotonic()))
            time.sleep(0.2)
            noted = time.monotonic()
        soon.result(10)
    assert taken
    assert taken[0] >= noted


@pytest.mark.parametrize("name", ["x" * 5000, "nul \0", "no text \udcff"])
def test_any_name_can_be_claimed(name: str, opened: Opened):
    claim = Claim("session", name)
    mine, other = opened(), opened()
    mine.hold(claim)
    assert not other.take(claim)
    assert not mine.others_active(name)
    assert other.others_active("2")


@pytest.mark.parametrize("project", ["p" * 5000, "no text \udcff"])
def test_a_project_may_have_any_name(
    project: str, opened: Opened, shared: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEMO_PROJECT", project)
    with journal_of(tmp_path) as journal:
        number = journal.begin_run("a.edit", {}, "key", NOW)
    opened().hold(run_claim(tmp_path, number))


def test_what_the_database_cannot_hold_is_said(shared: str, tmp_path: Path):
    with journal_of(tmp_path) as journal:
        for text in ("nul \0", "no text \udcff"):
            with pytest.raises(JournalError, match="cannot hold this"):
                journal.begin(1, "s", "instruct", text, NOW)


def test_only_who_makes_a_journal_waits_for_others_that_do(
    shared: str, opened: Opened, tmp_path: Path
):
    def made() -> bool:
        journal_of(tmp_path).close()
        return has_journal(tmp_path)

    opened()
    making = Server(shared)
    making.execute(f"SELECT pg_advisory_lock({_MAKING})")
    assert not has_journal(tmp_path)
    with ThreadPoolExecutor(1) as aside:
        soon = aside.submit(made)
        with pytest.raises(TimeoutError):
            soon.result(0.5)
        making.close()
        assert soon.result(10)
    again = Server(shared)
    again.execute(f"SELECT pg_advisory_lock({_MAKING})")
    began = time.monotonic()
    assert made()
    assert opened().take(SESSION)
    assert time.monotonic() - began < 5, "less than the server lets anyone wait for a lock"
    again.close()


def test_machines_that_begin_at_once_make_one_journal(shared: str, tmp_path: Path):
    database = f"d{hashed(str(tmp_path))}"
    server = Server(shared)
    server.execute(f"CREATE DATABASE {database}")
    server.close()
    url = shared.replace("/postgres", f"/{database}")

    def begun(_: int) -> int:
        with (
            Leases(Server(url), URL, tmp_path, print) as claims,
            Journal(SharedDatabase(Server(url), "films", claims.check)) as journal,
        ):
            return journal.begin_run("a.edit", {}, "key", NOW)

    with ThreadPoolExecutor(8) as aside:
        assert sorted(aside.map(begun, range(8))) == list(range(1, 9))


def test_a_newer_journal_is_refused(shared: str, tmp_path: Path):
    with journal_of(tmp_path) as journal, journal._db.transaction() as db:
        db.execute("UPDATE journal SET version = 99")
    with pytest.raises(JournalError, match="written by another nemo-spec – use that version"):
        journal_of(tmp_path)


@pytest.mark.parametrize(
    "address",
    [
        "mysql://studio",
        "db.example",
        "postgresql://u:a-secret@h:x/y?zz=1",
        "postgresql://u:p@a-secret@127.0.0.1:1/d",
        "postgresql://u:p@a-secret/more@127.0.0.1:1/d",
        "postgresql://u:p/a-secret@127.0.0.1:1/d",
        "postgresql://u:a-secret/d",
    ],
)
def test_what_is_no_address_is_refused(
    address: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("NEMO_JOURNAL", address)
    with pytest.raises(JournalError, match="write postgresql://USER@HOST/DATABASE") as told:
        journal_of(tmp_path)
    assert "a-secret" not in str(told.value)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("postgresql://u:p%40%2Fa-secret@h:1/d", "h:1/d"),
        ("postgresql://u%40corp:a-secret@h", "h/u@corp"),
        ("postgresql://u@[::1]:1,h2:2/d?password=a-secret", "::1,h2:1,2/d"),
        ("postgresql:///d?host=/run/pg&user=u", "/run/pg/d"),
    ],
)
def test_a_place_of_many_kinds(address: str, place: str):
    assert place_of(address) == place


def test_its_place_is_shown_without_the_password(shared: str, postgres: Postgres, tmp_path: Path):
    assert shared_journal() == shared
    assert journal_place(tmp_path) == f"the journal at 127.0.0.1:{postgres.port}/postgres"
