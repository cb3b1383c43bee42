"""What a journal keeps, wherever it is kept: in a file, or in PostgreSQL for several machines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from nemo_spec.run.messages.outcome import Outcome, recorded
from nemo_spec.run.session.journal import Journal, draft_hash
from nemo_spec.run.session.storage import JournalError

NOW = datetime(2026, 1, 1, tzinfo=UTC)

Journals = Callable[[], Journal]
"""Opens the same journal again."""


def test_the_outcome_of_a_step_is_unknown_until_it_is_completed(journals: Journals):
    with journals() as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        journal.bind(run, "key", "s1", "t1")
        step = journal.begin(run, "s1", "instruct", "Cut it.", NOW, owners=[None, 2], before=b"{}")
    with journals() as journal:
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


def test_a_draft_is_stored_once_however_often_it_is_noted(journals: Journals):
    with journals() as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        for number in range(3):
            step = journal.begin(run, "s1", "instruct", f"Cut {number}.", NOW, before=b"{}")
            journal.complete(step, "unchanged", after=b"{}")
        assert [row["hash"] for row in journal._db.rows("SELECT hash FROM drafts")] == [
            draft_hash(b"{}")
        ]


def test_what_was_read_once_is_read_again_where_it_has_changed(journals: Journals):
    with journals() as journal:
        run = journal.begin_run("a.edit", {}, "key", NOW)
        step = journal.begin(run, "s1", "instruct", "Cut it.", NOW)
        assert [one.state for one in journal.steps("s1")] == ["sent"]
        journal.complete(step, "done")
        assert [one.state for one in journal.steps("s1")] == ["done"]
        with journal._db.transaction() as db:
            db.execute("UPDATE steps SET state = 'sent'")
        with pytest.raises(JournalError, match="damaged"):
            journal.steps("s1")


def test_runs_come_the_latest_first_with_their_end(journals: Journals):
    with journals() as journal:
        one = journal.begin_run("a.edit", {"per": "line"}, "a", NOW)
        two = journal.begin_run("b.edit", {}, "b", NOW)
        journal.finish_run(one, "met", 12.5, NOW)
        assert [run.id for run in journal.runs()] == [two, one]
        assert [run.outcome for run in journal.runs()] == [None, "met"]
        assert journal.runs()[1].arguments == {"per": "line"}


def studied(journals: Journals) -> Journal:
    """Three clips: one long ago, one long ago whose last message is unknown, one of today."""
    journal = journals()
    for name, day in (("old", 1), ("doubt", 1), ("new", 20)):
        at = NOW.replace(day=day)
        run = journal.begin_run("a.edit", {}, f"key {name}", at)
        journal.bind(run, f"key {name}", name, "task")
        draft = f'{{"{name}": 1}}'.encode()
        step = journal.begin(run, name, "instruct", "Cut it.", at, before=b"{}")
        if name != "doubt":
            journal.complete(step, "done", after=draft)
    return journal


def test_what_is_pruned_is_gone_and_nothing_else(journals: Journals):
    with studied(journals) as journal:
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
    with journals() as journal:
        assert len(journal.runs()) == 3


def test_a_session_that_went_on_later_is_kept(journals: Journals):
    with studied(journals) as journal:
        run = journal.begin_run("a.edit", {}, "key old", NOW.replace(day=20))
        journal.bind(run, "key old", "old", "task")
        assert journal.prune(NOW.replace(day=10)) == 0


def test_the_runs_of_one_recipe(journals: Callable[[], Journal]):
    with journals() as journal:
        numbers = [journal.begin_run("a.edit", {}, f"key {n % 3}", NOW) for n in range(7)]
        assert [run.id for run in journal.runs()] == numbers[::-1]
        assert [run.id for run in journal.runs("key 0")] == [numbers[n] for n in (6, 3, 0)]
        assert journal.runs("") == journal.runs("key 3") == []
