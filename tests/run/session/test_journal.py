"""The journal: written before and after, found again, and never taken for another file."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nemo_spec.run.messages.outcome import Outcome, recorded
from nemo_spec.run.session.journal import Journal, draft_hash
from nemo_spec.run.session.storage import JournalError

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def test_the_outcome_of_a_step_is_unknown_until_it_is_completed(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        journal.bind(run, "key", "s1", "t1")
        step = journal.begin(run, "s1", "instruct", "Cut it.", NOW, owners=[None, 2], before=b"{}")
    with Journal.open(tmp_path) as journal:
        assert journal.session_of("key") == ("s1", "t1")
        assert journal.session_of("other") is None
        (found,) = journal.steps("s1")
        assert recorded(found) is Outcome.UNKNOWN
        assert (found.id, found.kind, found.subject) == (step, "instruct", "Cut it.")
        assert found.owners == (None, 2)
        assert found.before == draft_hash(b"{}")
        journal.complete(step, "done", after=b'{"t": []}', cost=5, met=["Cut it."])
        (found,) = journal.steps("s1")
        assert recorded(found) is Outcome.DONE
        assert journal.draft(found.after or "") == b'{"t": []}'
        assert (found.cost, found.result) == (5, {"met": ["Cut it."]})


def test_a_draft_is_stored_once_however_often_it_is_noted(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        for number in range(3):
            step = journal.begin(run, "s1", "instruct", f"Cut {number}.", NOW, before=b"{}")
            journal.complete(step, "unchanged", after=b"{}")
        assert [row["hash"] for row in journal._db.rows("SELECT hash FROM drafts")] == [
            draft_hash(b"{}")
        ]


def test_what_was_read_once_is_read_again_where_it_has_changed(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        step = journal.begin(run, "s1", "instruct", "Cut it.", NOW)
        assert [one.state for one in journal.steps("s1")] == ["sent"]
        journal.complete(step, "done")
        assert [one.state for one in journal.steps("s1")] == ["done"]
        journal._db.connection.execute("UPDATE steps SET state = 'sent'")
        with pytest.raises(JournalError, match="damaged"):
            journal.steps("s1")


def test_runs_come_the_latest_first_with_their_end(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        one = journal.begin_run("a.edit", {"per": "line"}, "a", NOW)
        two = journal.begin_run("b.edit", {}, "b", NOW)
        journal.finish_run(one, "met", 12.5, NOW)
        assert [run.id for run in journal.runs()] == [two, one]
        assert [run.outcome for run in journal.runs()] == [None, "met"]
        assert journal.runs()[1].arguments == {"per": "line"}


def _text(path: Path) -> None:
    path.write_text("these are my notes\n" * 100)


def _other_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE notes (text)")
    database.close()


def _newer(path: Path) -> None:
    Journal.open(path.parent).close()
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA user_version = 99")
    database.close()


def _torn(path: Path) -> None:
    Journal.open(path.parent).close()
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(content)


@pytest.mark.parametrize("make", [_text, _other_program, _newer, _torn])
def test_what_is_no_journal_is_refused_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None]
):
    path = Journal.path_in(tmp_path)
    make(path)
    before = path.read_bytes()
    with pytest.raises(JournalError, match=r"journal\.db.*–.*(move it|move the file) away"):
        Journal.open(tmp_path).begin("a.edit", {}, "key", NOW)
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_what_was_noted_stays(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        pages = journal._db.connection.execute("PRAGMA page_count").fetchone()[0]
        journal._db.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        noted = _filled(journal, run)
        assert 0 < noted < 100
        assert len(journal.steps("s1")) == noted


def _filled(journal: Journal, run: int) -> int:
    """How many steps could be noted until there was no room."""
    reason, noted = "", 0
    while not reason and noted < 100:
        try:
            journal.begin(run, "s1", "instruct", "x" * 1000, NOW)
            noted += 1
        except JournalError as error:
            reason = str(error)
    assert "full – make room" in reason
    return noted


WRITE = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None)
try:
    db.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


def test_a_thread_that_opens_the_journal_leaves_the_lock_of_another(tmp_path: Path):
    """A process that closes a file gives up all its locks on it (POSIX); another one must not write
    into the middle of a transaction then."""
    opened: list[Journal] = []
    with Journal.open(tmp_path) as journal:
        other = threading.Thread(target=lambda: opened.append(Journal.open(tmp_path)))
        with journal._db.transaction():
            other.start()
            other.join(0.3)
            command = [sys.executable, "-c", WRITE, str(Journal.path_in(tmp_path))]
            said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            assert said.strip() == "database is locked"
        other.join()
    assert len(opened) == 1


def studied(folder: Path) -> Journal:
    """Three clips: one long ago, one long ago whose last message is unknown, one of today."""
    journal = Journal.open(folder)
    for name, day in (("old", 1), ("doubt", 1), ("new", 20)):
        at = NOW.replace(day=day)
        run = journal.begin_run("a.edit", {}, f"key {name}", at)
        journal.bind(run, f"key {name}", name, "task")
        draft = f'{{"{name}": 1}}'.encode()
        step = journal.begin(run, name, "instruct", "Cut it.", at, before=b"{}")
        if name != "doubt":
            journal.complete(step, "done", after=draft)
    return journal


def test_what_is_pruned_is_gone_and_nothing_else(tmp_path: Path):
    with studied(tmp_path) as journal:
        assert journal.prune(NOW.replace(day=10)) == 1
        assert [(run.key, run.session) for run in journal.runs()] == [
            ("key new", "new"), ("key doubt", "doubt"), ("key old", ""),
        ]  # fmt: skip
        assert [journal.session_of(f"key {name}") for name in ("old", "doubt", "new")] == [
            None, ("doubt", "task"), ("new", "task"),
        ]  # fmt: skip
        assert journal.steps("old") == []
        assert [one.state for one in journal.steps("doubt")] == ["sent"]
        assert journal.draft(draft_hash(b"{}")) == b"{}"  # others have it too
        with pytest.raises(JournalError):
            journal.draft(draft_hash(b'{"old": 1}'))
        assert journal.draft(draft_hash(b'{"new": 1}')) == b'{"new": 1}'
        assert journal.prune(NOW.replace(day=10)) == 0
    with Journal.open(tmp_path) as journal:
        assert len(journal.runs()) == 3


def test_a_session_that_went_on_later_is_kept(tmp_path: Path):
    with studied(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key old", NOW.replace(day=20))
        journal.bind(run, "key old", "old", "task")
        assert journal.prune(NOW.replace(day=10)) == 0


def test_pruning_gives_the_room_back(tmp_path: Path):
    with Journal.open(tmp_path) as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        journal.bind(run, "key", "s1", "t1")
        step = journal.begin(run, "s1", "instruct", "Cut it.", NOW, before=os.urandom(500_000))
        journal.complete(step, "done")
        path = Journal.path_in(tmp_path)
        before = path.stat().st_size
        journal.prune(NOW.replace(day=2))
        assert path.stat().st_size < before / 5
