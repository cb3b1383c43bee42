"""Several processes in one journal, and journals that tell each other what was sent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.paths import ROOT

from nemo_spec.run.session import last_session
from nemo_spec.run.session.journal import Journal, StepState
from nemo_spec.run.session.last_session import Remembered, applied_session, remember
from nemo_spec.run.session.machine import Machine

NOW = datetime(2026, 1, 1, tzinfo=UTC)

WRITING = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from nemo_spec.run.session.journal import Journal
for _ in range(5):
    with Journal.open(Path(sys.argv[1])) as journal:
        run = journal.begin_run("a.edit", {}, "key", datetime.now(UTC))
        for number in range(5):
            step = journal.begin(run, "s", "instruct", str(number), datetime.now(UTC), before=b"{}")
            journal.complete(step, "done", after=b"[]")
"""


def test_several_processes_make_and_write_one_journal(tmp_path: Path):
    command = [sys.executable, "-c", WRITING, str(tmp_path)]
    env = {**os.environ, "PYTHONPATH": ROOT}
    processes = [subprocess.Popen(command, env=env, stderr=subprocess.PIPE) for _ in range(4)]
    for process in processes:
        assert process.communicate()[1] == b""
    with Journal.open(tmp_path) as journal:
        assert len(journal.runs()) == 20
        assert [step.state for step in journal.steps("s")] == ["done"] * 100


def note(journal: Journal, subject: str, state: StepState, second: int) -> None:
    step = journal.begin(
        1, "s", "instruct", subject, NOW + timedelta(seconds=second), before=subject.encode()
    )
    if state != "sent":
        journal.complete(step, state, after=b"[]")


def states(journal: Journal) -> dict[str, str]:
    return {step.subject: step.state for step in journal.steps("s")}


def test_two_journals_know_the_same_afterwards(tmp_path: Path):
    with Journal.open(tmp_path / "one") as one, Journal.open(tmp_path / "two") as two:
        note(one, "a", "done", 1)
        note(two, "a", "sent", 1)
        note(one, "b", "unknown", 2)
        note(two, "b", "given up", 2)
        note(one, "only here", "sent", 3)
        note(two, "only there", "unchanged", 4)
        one.record_in(two, "s")
        expected = {"a": "done", "b": "given up", "only here": "sent", "only there": "unchanged"}
        assert states(one) == expected
        assert states(two) == expected
        (there,) = (step for step in one.steps("s") if step.subject == "only there")
        assert one.draft(there.before or "") == b"only there"


def test_what_is_learned_late_stands_where_it_was_sent(tmp_path: Path):
    with Journal.open(tmp_path / "one") as one, Journal.open(tmp_path / "two") as two:
        note(one, "second", "done", 2)
        note(two, "first", "sent", 1)
        one.record_in(two, "s")
        for journal in (one, two):
            assert [step.subject for step in journal.steps("s")] == ["first", "second"]


def test_what_is_noted_in_one_is_noted_in_the_other(tmp_path: Path):
    one, two = Journal.open(tmp_path / "one"), Journal.open(tmp_path / "two")
    note(two, "before", "done", 1)
    with one:
        one.record_in(two, "s")
        step = one.begin(1, "s", "repair", "x", NOW, before=b"{}")
        assert states(two)["x"] == "sent"
        one.complete(step, "done", after=b"[]", cost=5, met=["x"])
        (found,) = (step for step in two.steps("s") if step.subject == "x")
        assert (found.state, found.cost, found.result) == ("done", 5, {"met": ["x"]})


def test_an_id_that_is_given_a_second_time_is_another_session(tmp_path: Path):
    machine = Machine(tmp_path, "http://127.0.0.1:1", tmp_path)
    with machine.record("s") as record:
        note(record, "long ago", "done", 1)
    with machine.record("s") as record:
        assert states(record) == {"long ago": "done"}
    with machine.begin_record("s") as record:
        assert states(record) == {}
    path = Journal.path_in(next((tmp_path / ".config/nemovideo/nemo-spec/sessions").iterdir()))
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


def test_threads_add_to_the_sessions_of_a_project(tmp_path: Path):
    def note(number: int) -> None:
        remember(tmp_path, Remembered(f"s{number}", "", "http://127.0.0.1:1"), f"key {number}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(note, range(40)))
    assert [applied_session(tmp_path, f"key {n}") for n in range(40)] == [
        f"s{n}" for n in range(40)
    ]


def test_of_many_recipes_the_latest_stay_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(last_session, "_MOST_APPLIED", 3)
    for number in (1, 2, 3, 1, 4):
        remember(tmp_path, Remembered(f"s{number}", "", "http://127.0.0.1:1"), f"key {number}")
    remember(tmp_path, Remembered("s5", "", "http://127.0.0.1:1"))
    known = [applied_session(tmp_path, f"key {number}") for number in range(1, 6)]
    assert known == ["s1", "", "s3", "s4", ""]


def test_as_many_recipes_as_are_known_fit_into_their_file(tmp_path: Path):
    (tmp_path / ".nemo-spec").mkdir()
    applied = {f"{number:064}": "7" * 100 for number in range(last_session._MOST_APPLIED)}
    file = tmp_path / ".nemo-spec" / "session.json"
    file.write_text(json.dumps({"sessions": [], "applied": applied}))
    for number in range(2):
        remember(tmp_path, Remembered("s", "", "http://127.0.0.1:1"), f"key {number}")
    assert applied_session(tmp_path, "key 0") == "s"
    assert applied_session(tmp_path, f"{2:064}")
