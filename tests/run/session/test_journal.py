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

from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.storage import JournalError

NOW = datetime(2026, 1, 1, tzinfo=UTC)


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


def test_a_rollback_journal_is_kept_from_commit_to_commit_and_gone_at_the_end(tmp_path: Path):
    rollback = tmp_path / "journal.db-journal"
    with Journal.open(tmp_path) as journal:
        for number in range(3):
            journal.begin_run("a.edit", {}, f"key {number}", NOW)
            assert rollback.read_bytes()[:28] == bytes(28), "nothing to roll back"
        journal.begin(1, "s", "instruct", "Cut it.", NOW, before=os.urandom(200_000))
        journal.prune(NOW)
        journal._db.shrink()
        assert rollback.stat().st_size <= 2 * 65_536
    assert [path.name for path in tmp_path.iterdir()] == ["journal.db"]


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
