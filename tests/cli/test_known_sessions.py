"""A project that was copied, restored or rolled back: what its session holds is not paid twice."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from support.apply_world import RECIPE, World

from mock_server import start
from mock_server.server import MockHandle
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.session.last_session import FOLDER
from nemo_spec.run.session.storage import seal

LATER = 'title 2-3s "Later" at top\n'
Go = Callable[[Path], None]


@pytest.fixture
def go(world: World, monkeypatch: pytest.MonkeyPatch) -> Go:
    """From now on commands are called in another project folder."""

    def to(folder: Path) -> None:
        monkeypatch.chdir(folder)
        world.path, world.clip = folder / "a.edit", folder / "clip.mp4"

    return to


@pytest.fixture
def elsewhere(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From now on commands are called on another machine, with the same account."""

    def move() -> None:
        other = tmp_path / "other-home"
        folder = other / ".config" / "nemovideo"
        folder.mkdir(parents=True)
        for name in ("client_id", "token.json"):
            shutil.copy(home / ".config" / "nemovideo" / name, folder)
        monkeypatch.setenv("HOME", str(other))

    return move


def copy_of(project: Path) -> Path:
    return Path(shutil.copytree(project, project.with_name("copy")))


def sessions(world: World) -> int:
    return len(world.requests("create_session"))


# -- copies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("same_machine", [True, False])
def test_a_copy_does_not_send_what_the_other_has_sent_meanwhile(
    same_machine: bool, world: World, project: Path, go: Go, elsewhere: Callable[[], None]
):
    world.write(RECIPE.replace(LATER, ""))
    assert world.apply().code == 0
    copy = copy_of(project)
    world.write(RECIPE)
    assert world.apply().code == 0
    sent = world.sent
    go(copy)
    world.write(RECIPE)
    if not same_machine:
        elsewhere()
    assert "nothing to send" in world.plan().out
    again = world.apply()
    assert again.code == 0, again.out + again.err
    assert world.sent == sent
    assert sessions(world) == 1


def test_a_copy_knows_what_a_draft_alone_cannot_tell(world: World, project: Path, go: Go):
    """A correction of speech leaves nothing in the draft by which it could be known again."""
    recipe = 'title 0-2s "Intro"\ntrim fillers\n'
    world.write('title 0-2s "Intro"\n')
    assert world.apply().code == 0
    copy = copy_of(project)
    world.write(recipe)
    first = world.apply()
    sent = world.sent
    go(copy)
    world.write(recipe)
    second = world.apply()
    assert (first.code, second.code) == (0, 0), second.out + second.err
    assert world.sent == sent


def test_two_projects_of_the_same_recipe_have_two_sessions(world: World, project: Path, go: Go):
    copy = copy_of(project)
    assert world.apply().code == 0
    go(copy)
    assert world.apply().code == 0
    assert sessions(world) == 2


def test_a_message_of_the_other_copy_that_is_in_doubt_is_not_sent_again(
    world: World, project: Path, go: Go, service: MockHandle
):
    world.write(RECIPE.replace(LATER, ""))
    assert world.apply().code == 0
    copy = copy_of(project)
    world.write(RECIPE)
    service.fault("drop_stream", match="Later")
    assert world.apply().code == 4
    sent = world.sent
    go(copy)
    world.write(RECIPE)
    assert world.apply().code == 4
    assert world.sent == sent
    assert world.call("resume", "--retry").code == 0
    assert len(world.sent) == len(sent) + 1


# -- a message in doubt ----------------------------------------------------------------------------


def test_a_change_by_somebody_else_does_not_decide_what_became_of_a_message(
    world: World, service: MockHandle
):
    service.fault("drop_stream", match="Intro")
    assert world.apply().code == 4
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    again = world.apply()
    assert again.code == 4, again.out
    assert "does not show that this message changed it" in again.out
    assert len(world.sent) == world.before


def test_a_message_that_was_carried_out_is_seen_beside_other_changes(
    world: World, service: MockHandle
):
    service.fault("lands_late", match="Intro", reads=6)
    assert world.apply().code == 4
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    while (again := world.apply()).code == 4:
        assert len(world.sent) == world.before
    assert again.code == 0, again.out
    assert sum("Intro" in message for message in world.sent) == 1


def test_a_cut_is_not_taken_for_another(world: World, service: MockHandle):
    service.fault("drop_stream", match="Keep only")
    assert world.apply().code == 4
    world.say("Cut out the part from 0 to 1 seconds.")
    assert world.apply().code == 4
    assert len(world.sent) == world.before


def test_nobody_can_tell_whether_a_wish_in_own_words_was_fulfilled(
    world: World, service: MockHandle
):
    world.write('say "Make it nicer."\n')
    service.fault("drop_stream", match="nicer")
    assert world.apply().code == 4
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    assert world.apply().code == 4
    assert len(world.sent) == world.before


def test_a_removal_is_known_by_what_is_gone(world: World, service: MockHandle):
    world.apply()
    world.write(RECIPE.replace('title 0-2s "Intro"\n', ""))
    service.fault("lands_late", match="Remove", reads=6)
    assert world.apply().code == 4
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    while (again := world.apply()).code == 4:
        assert len(world.sent) == world.before
    assert again.code == 0, again.out
    assert len(world.sent) == world.before


def test_a_removal_is_not_believed_because_something_else_has_changed(
    world: World, service: MockHandle
):
    world.apply()
    world.write(RECIPE.replace('title 0-2s "Intro"\n', ""))
    service.fault("drop_stream", match="Remove")
    assert world.apply().code == 4
    world.say('Add a title that reads "Sale" from 1 to 2 seconds.')
    assert world.apply().code == 4
    assert len(world.sent) == world.before


# -- resume in a copy ------------------------------------------------------------------------------


def interrupted(world: World, service: MockHandle) -> None:
    service.fault("drop_stream", match="Intro")
    assert world.apply("-o", "film.mp4").code == 4


def test_a_run_is_resumed_with_the_files_of_the_copy(
    world: World, service: MockHandle, project: Path, go: Go
):
    interrupted(world, service)
    copy = copy_of(project)
    shutil.rmtree(project)
    go(copy)
    done = world.call("resume", "--retry")
    assert done.code == 0, done.out + done.err
    assert (copy / "film.mp4").is_file()
    assert not project.exists()


def as_earlier_versions_wrote(project: Path) -> None:
    """All files absolute, and no list of what was applied."""
    path = Journal.path_in(project / FOLDER)
    database = sqlite3.connect(path, isolation_level=None)
    database.row_factory = sqlite3.Row
    for row in database.execute("SELECT * FROM runs").fetchall():
        kept = json.loads(row["arguments"])
        kept.pop("session", None)
        kept["recipe"] = str(project / kept["recipe"])
        kept["clips"] = [str(project / clip) for clip in kept["clips"]]
        kept["output"] = str(project / kept["output"]) if kept["output"] else None
        database.execute(
            "UPDATE runs SET arguments = ? WHERE id = ?", (json.dumps(kept), row["id"])
        )
        seal(database, "runs", row["id"])
    database.close()
    known = project / FOLDER / "session.json"
    content = json.loads(known.read_text())
    content.pop("applied", None)
    known.write_text(json.dumps(content))


def test_a_run_of_an_earlier_version_is_resumed(
    world: World, service: MockHandle, project: Path, home: Path
):
    interrupted(world, service)
    as_earlier_versions_wrote(project)
    shutil.rmtree(home / ".config" / "nemovideo" / "nemo-spec")
    assert "resuming     5 of 5" in world.apply().out or world.call("status").code == 0
    assert world.call("resume", "1", "--retry").code == 0
    assert sum("Intro" in message for message in world.sent) == 2


def test_a_run_of_an_earlier_version_is_resumed_in_a_copy(
    world: World, service: MockHandle, project: Path, go: Go
):
    interrupted(world, service)
    as_earlier_versions_wrote(project)
    copy = copy_of(project)
    go(copy)
    assert world.call("resume", "--retry").code == 0
    assert (copy / "film.mp4").is_file()
    assert not (project / "film.mp4").exists()


def test_a_run_whose_recipe_is_not_in_the_copy_is_refused(
    world: World, service: MockHandle, project: Path, go: Go
):
    interrupted(world, service)
    as_earlier_versions_wrote(project)
    copy = copy_of(project)
    (copy / "a.edit").unlink()
    go(copy)
    refused = world.call("resume", "--retry")
    assert refused.code == 2
    assert "is not in this project" in refused.err


# -- journals that know too little -----------------------------------------------------------------


def refused(world: World) -> str:
    """Nothing is paid; returns the session that is named."""
    before = len(world.service.requests())
    for outcome in (world.apply(), world.plan()):
        assert outcome.code == 2, outcome.out
        assert "--fresh" in outcome.err
        assert "--session " in outcome.err
    assert len(world.service.requests()) == before
    return outcome.err.partition("--session ")[2].partition("`")[0]


@pytest.mark.parametrize("left", ["both", "session.json", "the mark"])
@pytest.mark.parametrize("content", [None, b""])
def test_an_empty_journal_beside_a_known_session_is_not_new(
    left: str, content: bytes | None, world: World, project: Path, elsewhere: Callable[[], None]
):
    assert world.apply().code == 0
    sent = world.sent
    journal = Journal.path_in(project / FOLDER)
    journal.unlink()
    if content is not None:
        journal.write_bytes(content)
    if left == "session.json":
        elsewhere()
    if left == "the mark":
        shutil.rmtree(project / FOLDER)
    session = refused(world)
    adopted = world.apply("--session", session)
    assert adopted.code == 0, adopted.out + adopted.err
    assert world.sent == sent
    assert world.apply().code == 0
    assert world.sent == sent
    assert sessions(world) == 1


def test_a_new_session_is_begun_beside_a_known_one_when_it_is_asked_for(
    world: World, project: Path
):
    world.apply()
    Journal.path_in(project / FOLDER).unlink()
    assert world.apply("--fresh").code == 0
    assert sessions(world) == 2
    assert world.apply().code == 0
    assert sessions(world) == 2


def test_a_session_that_was_only_talked_to_is_no_applied_recipe(world: World):
    assert world.call("chat", "Hello, what can you do?").code == 0
    assert world.call("upload", world.clip).code == 0
    assert world.call("status").code == 0
    assert "project" not in world.plan().err
    assert world.apply().code == 0


def test_what_earlier_versions_remembered_does_not_keep_anybody_from_beginning(
    world: World, project: Path, elsewhere: Callable[[], None]
):
    world.apply()
    as_earlier_versions_wrote(project)
    Journal.path_in(project / FOLDER).unlink()
    elsewhere()
    assert world.apply().code == 0


@pytest.mark.parametrize("same_machine", [True, False])
def test_a_journal_that_was_rolled_back_reads_the_draft(
    same_machine: bool, world: World, project: Path, elsewhere: Callable[[], None]
):
    world.write(RECIPE.replace(LATER, ""))
    world.apply()
    journal = Journal.path_in(project / FOLDER)
    before = journal.read_bytes()
    world.write(RECIPE)
    world.apply()
    sent = world.sent
    journal.write_bytes(before)
    if not same_machine:
        elsewhere()
    assert world.apply().code == 0
    assert world.sent == sent


def test_a_journal_from_before_the_session_is_refused(world: World, project: Path):
    world.apply()
    journal = Journal.path_in(project / FOLDER)
    before = journal.read_bytes()
    world.apply("--fresh")
    journal.write_bytes(before)
    second = refused(world)
    sent = world.sent
    assert world.apply("--session", second).code == 0
    assert world.sent == sent


def test_a_session_is_adopted_by_a_project_that_never_had_one(world: World, project: Path, go: Go):
    copy = copy_of(project)
    assert world.apply().code == 0
    sent = world.sent
    session = json.loads((project / FOLDER / "session.json").read_text())["sessions"][0]
    go(copy)
    assert world.apply("--session", session["session_id"]).code == 0
    assert "nothing to send" in world.plan().out
    assert world.apply().code == 0
    assert world.sent == sent


def test_a_session_that_does_not_exist_is_not_adopted(world: World):
    missing = world.apply("--session", "123")
    assert missing.code == 3
    assert "session" in missing.err
    assert sessions(world) == 0
    assert world.apply().code == 0


@pytest.mark.parametrize("flags", [("--fresh",), ("--offline",)])
def test_a_session_is_named_alone(flags: tuple[str, ...], world: World):
    both = world.apply("--session", "123", *flags)
    assert both.code == 2
    assert "exclude each other" in both.err


# -- the config folder -----------------------------------------------------------------------------


def test_a_home_that_cannot_be_written_to_is_refused_before_anything_is_sent(
    world: World, home: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEMO_TOKEN", "nmv_usr_" + "a" * 31)
    (home / ".config").write_text("not a folder")
    unwritable = world.apply()
    assert unwritable.code == 2
    assert "set HOME to a folder" in unwritable.err
    assert "nothing was sent" in unwritable.err
    assert world.service.requests() == []
    assert world.apply("--offline").code == 0


def test_no_lock_stays_in_the_project_or_the_config_folder(world: World, project: Path, home: Path):
    world.apply()
    assert sorted(file.name for file in (project / FOLDER).iterdir()) == [
        "journal.db",
        "session.json",
    ]
    assert list((home / ".config/nemovideo/nemo-spec/claims").iterdir()) == []


def test_a_mock_that_gives_its_ids_a_second_time_is_told_everything(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    port = 0
    for flags in ((), ("--fresh",)):
        with start(silent=0.0, credits=500, port=port) as mock:
            port = int(mock.url.rpartition(":")[2])
            monkeypatch.setenv("NEMO_API_URL", mock.url)
            applied = world.apply(*flags)
            assert applied.code == 0, applied.out + applied.err
            assert len(mock.requests(call="upload")) == 1
            assert len(mock.requests(call="run_sse")) == 5
