"""Journals that cannot be used: what is wrong, where, and the cure; nothing is lost or sent twice."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.commands import Outcome
from support.fault_world import World, is_true, once

from nemo_spec.run.session.last_session import FOLDER
from nemo_spec.run.session.sqlite import Database

PEOPLE = "CREATE TABLE people (name TEXT)"


def refused(world: World, *said: str) -> None:
    """Before anything was sent."""
    before = len(world.log())
    outcome = world.apply()
    assert outcome.code == 2, outcome
    assert "nothing was sent" in outcome.err
    for words in said:
        assert words in outcome.err, outcome
    assert len(world.log()) == before


def finished(world: World) -> None:
    """Where it can be written again, the run comes to its end, and everything was done once."""
    for outcome in (world.apply(), world.apply()):
        assert outcome.code == 0, outcome
        is_true(world, outcome, ())


def journal(world: World) -> Path:
    return world.work / FOLDER / "journal.db"


def foreign(path: Path, *statements: str) -> None:
    path.parent.mkdir(exist_ok=True)
    database = sqlite3.connect(path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ((PEOPLE,), "is not a journal of nemo-spec"),
        (("PRAGMA application_id = 7", PEOPLE), "is not a journal of nemo-spec"),
        (("PRAGMA application_id = 7",), "is not a journal of nemo-spec"),
    ],
)
def test_a_foreign_database_is_left_alone(
    statements: tuple[str, ...], said: str, world: Callable[..., World]
):
    one = world()
    foreign(journal(one), *statements)
    content = journal(one).read_bytes()
    refused(one, str(journal(one)), said, "move it away")
    assert journal(one).read_bytes() == content
    journal(one).rename(one.folder / "away")
    finished(one)


@pytest.mark.parametrize("content", [b"a letter to somebody\n" * 300, bytes(5000), b"x"])
def test_what_is_no_database_is_left_alone(content: bytes, world: Callable[..., World]):
    one = world()
    journal(one).parent.mkdir()
    journal(one).write_bytes(content)
    refused(one, str(journal(one)), "move it away")
    assert journal(one).read_bytes() == content
    journal(one).unlink()
    finished(one)


def test_a_newer_journal_is_left_alone(world: Callable[..., World]):
    one = world()
    assert one.apply().code == 0
    version = sqlite3.connect(journal(one))
    version.execute("PRAGMA user_version = 99")
    version.close()
    refused(one, str(journal(one)), "written by another nemo-spec", "use that version")
    back = sqlite3.connect(journal(one))
    back.execute("PRAGMA user_version = 1")
    back.close()
    finished(one)


def test_a_folder_in_the_place_of_the_journal(world: Callable[..., World]):
    one = world()
    journal(one).mkdir(parents=True)
    refused(one, str(journal(one)), " – ")
    journal(one).rmdir()
    finished(one)


def test_a_file_in_the_place_of_the_folder(world: Callable[..., World]):
    one = world()
    (one.work / FOLDER).write_text("mine")
    refused(one, str(one.work / FOLDER), "is not a folder – move it away")
    assert (one.work / FOLDER).read_text() == "mine"
    (one.work / FOLDER).unlink()
    finished(one)


def test_a_folder_that_cannot_be_written_to(
    world: Callable[..., World], monkeypatch: pytest.MonkeyPatch
):
    def refuse(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    one = world()
    with monkeypatch.context() as patched:
        patched.setattr("nemo_spec.run.session.sqlite.make_own_folder", refuse)
        refused(one, str(one.work / FOLDER), "cannot be created", "where files can be written")
    finished(one)


@pytest.mark.parametrize("name", ["", "journal.db", "journal.db-journal", "journal.db-wal",
                                  "journal.db-shm"])  # fmt: skip
@pytest.mark.parametrize("dangling", [False, True])
def test_no_file_of_ours_is_opened_through_a_link(
    name: str, dangling: bool, world: Callable[..., World], tmp_path: Path
):
    one, elsewhere = world(), tmp_path / "elsewhere"
    if name:
        (one.work / FOLDER).mkdir()
    if not dangling:
        elsewhere.write_text("mine") if name else elsewhere.mkdir()
    link = one.work / FOLDER / name
    link.symlink_to(elsewhere)
    refused(one, str(link), "symbolic link", "remove it")
    if dangling:
        assert not elsewhere.exists()
    else:
        assert elsewhere.read_text() == "mine" if name else not list(elsewhere.iterdir())
    link.unlink()
    finished(one)


def test_a_rollback_journal_that_names_a_file_does_not_delete_it(
    world: Callable[..., World], tmp_path: Path
):
    one, victim = world(), tmp_path / "victim"
    victim.write_bytes(b"precious")
    assert one.apply().code == 0
    rollback = journal(one).with_name("journal.db-journal")
    rollback.write_bytes(rollback_naming(victim, journal(one)))
    refused(one, str(rollback), "move it away")
    assert victim.read_bytes() == b"precious"


def rollback_naming(victim: Path, database: Path) -> bytes:
    """A hot journal of a change of several databases: https://sqlite.org/fileformat.html"""
    magic, name = bytes.fromhex("d9d505f920a163d7"), bytes(victim)
    pages = database.stat().st_size // 4096
    numbers = (0, 0, pages, 512, 4096)
    head = (magic + b"".join(one.to_bytes(4, "big") for one in numbers)).ljust(512, b"\0")
    lock_page = (2**30 // 4096 + 1).to_bytes(4, "big")
    check = sum(one if one < 128 else one - 256 for one in name) % 2**32
    sizes = len(name).to_bytes(4, "big") + check.to_bytes(4, "big")
    return head + lock_page + name + sizes + magic


def test_files_of_ours_are_readable_by_their_owner_only(world: Callable[..., World]):
    one = world()
    assert one.apply().code == 0
    modes = {path.name: path.stat().st_mode & 0o777 for path in (one.work / FOLDER).iterdir()}
    assert modes == dict.fromkeys(modes, 0o600)
    assert "journal.db" in modes
    assert (one.work / FOLDER).stat().st_mode & 0o777 == 0o700


def impatient(monkeypatch: pytest.MonkeyPatch, *pragmas: str) -> None:
    """Journals that do not wait for a lock, and begin with some settings."""
    connect = sqlite3.connect

    def connected(*arguments: Any, **options: Any) -> sqlite3.Connection:
        database = connect(*arguments, **options | {"timeout": 0})
        for pragma in pragmas:
            database.execute(pragma)
        return database

    monkeypatch.setattr("nemo_spec.run.session.sqlite.sqlite3.connect", connected)


def test_a_journal_that_another_program_holds(
    world: Callable[..., World], monkeypatch: pytest.MonkeyPatch
):
    one = world()
    assert one.apply().code == 0
    with monkeypatch.context() as patch:
        other = sqlite3.connect(journal(one), isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        impatient(patch)
        refused(one, str(journal(one)), "another program holds it: try again")
        other.close()
    finished(one)


def begin_to_hold(monkeypatch: pytest.MonkeyPatch, number: int) -> sqlite3.Connection:
    """A program that takes the journal just before its commit of that number, and keeps it."""
    other = sqlite3.connect(":memory:")
    original, count = Database.transaction, 0

    def taken(self: Database) -> Any:
        nonlocal count
        count += 1
        if count == number and self.path:
            other.execute("ATTACH ? AS theirs", (str(self.path),))
            other.execute("BEGIN EXCLUSIVE")
        return original(self)

    monkeypatch.setattr(Database, "transaction", taken)
    return other


@pytest.mark.parametrize("number", range(4, 19, 5))
def test_a_journal_that_is_taken_midway(
    number: int, world: Callable[..., World], monkeypatch: pytest.MonkeyPatch
):
    one = world()
    with monkeypatch.context() as patch:
        impatient(patch)
        other = begin_to_hold(patch, number)
        outcome = one.apply()
        other.close()
    stopped(one, outcome, "another program holds it")


def stopped(world: World, outcome: Outcome, said: str) -> None:
    """After it had begun; it can be gone on with, and nothing is done twice."""
    assert outcome.code == 3, outcome
    assert "journal.db" in outcome.err
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    once(world, ())
    for each in world.finish():
        is_true(world, each, ())
    finished(world)


def test_a_disk_that_is_full_sooner_or_later(
    world: Callable[..., World], monkeypatch: pytest.MonkeyPatch
):
    codes = []
    for pages in (1, *range(12, 60, 5)):
        one = world()
        with monkeypatch.context() as patch:
            impatient(patch, "PRAGMA page_size = 512", f"PRAGMA max_page_count = {pages}")
            outcome = one.apply()
        codes.append(outcome.code)
        if outcome.code == 0:
            break
        assert "full – make room" in outcome.err, outcome
        if outcome.code == 2:
            assert "nothing was sent" in outcome.err
            assert one.log() == []
            finished(one)
        else:
            stopped(one, outcome, "full – make room")
    assert codes[0] == 2
    assert codes[-1] == 0
    assert 3 in codes


def damage(world: World, luck: random.Random) -> None:
    content = bytearray(journal(world).read_bytes())
    for _ in range(luck.randint(1, 40)):
        content[luck.randrange(100, len(content))] ^= 1 << luck.randrange(8)
    journal(world).write_bytes(bytes(content))


def survive(world: Callable[..., World], luck: random.Random, rounds: int) -> None:
    one = world()
    assert one.apply().code == 0
    kept = one.folder / "kept"
    shutil.copy(journal(one), kept)
    for _ in range(rounds):
        damage(one, luck)
        for arguments in (("runs",), ("apply", "work.edit", "a.mp4"), ("resume", "1")):
            outcome = one.call(*arguments)
            assert outcome.code in (0, 1, 2, 3, 4), outcome
            once(one, ())
        shutil.copy(kept, journal(one))
        finished(one)


def test_a_damaged_journal(world: Callable[..., World]):
    survive(world, random.Random(1), 5)


@pytest.mark.parametrize(
    "lie",
    [
        "UPDATE steps SET state = 'refused' WHERE id = 3",
        "UPDATE sessions SET session = session || '0'",
        "UPDATE runs SET key = ''",
        "UPDATE drafts SET content = x'789c030000000001'",
    ],
)
def test_a_row_that_was_altered_is_not_believed(lie: str, world: Callable[..., World]):
    one = world()
    assert one.apply().code == 0
    kept = journal(one).read_bytes()
    foreign(journal(one), lie)
    outcome = one.call("resume", "1")
    assert outcome.code in (2, 3), outcome
    assert "is damaged" in outcome.err
    once(one, ())
    journal(one).write_bytes(kept)
    finished(one)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(2, 8))
def test_many_damaged_journals(seed: int, world: Callable[..., World]):
    survive(world, random.Random(seed), 30)
