"""How a run ends that does not come to its end, and what it says then."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from support.apply_world import World
from support.programs import environment, program

from mock_server.server import MockHandle
from nemo_spec.cli.main import main
from nemo_spec.run.clock import Clock


def test_a_report_on_standard_output_is_json_also_after_ctrl_c(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    def interrupt(clock: Clock, seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Clock, "sleep", interrupt)
    stopped = world.apply("--report=json")
    assert stopped.code == 130
    assert "continue with `nemo-spec resume 1`" in stopped.err
    report = json.loads(stopped.out)
    assert report["result"] == "failed"
    assert report["error"].startswith("interrupted")


class Pipe(io.StringIO):
    """Standard output that nobody reads any more once some text has been written."""

    def __init__(self, last: str) -> None:
        super().__init__()
        self.last = last

    def write(self, text: str) -> int:
        if self.last in self.getvalue():
            raise BrokenPipeError(32, "Broken pipe")
        return super().write(text)


def test_a_run_that_nobody_listens_to_is_not_said_to_have_gone_well(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Pipe("editing      2/"))
        assert main(["apply", "a.edit", str(world.clip)]) == 130
    assert "may still be carried out" in capsys.readouterr().err
    assert "interrupted" in world.call("runs").out
    assert world.call("resume").code == 0


def test_where_nothing_was_sent_nothing_can_be_carried_out(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Pipe("connected"))
        assert main(["apply", "a.edit", str(world.clip)]) == 141
    assert capsys.readouterr().err == ""
    assert world.sent == []
    assert world.apply().code == 0


def test_it_is_said_where_a_run_can_be_resumed(
    world: World, service: MockHandle, project: Path, monkeypatch: pytest.MonkeyPatch
):
    (project / ".git").mkdir()
    monkeypatch.chdir(project.parent)
    service.fault("drop_stream", match="Intro")
    unknown = world.call("apply", "project/a.edit", world.clip)
    assert "`nemo-spec resume 1 --retry` in project" in unknown.out
    service.fault("error", code=500, status=500, call="credits")
    failed = world.call("apply", "project/a.edit", world.clip)
    assert "continue with `nemo-spec resume 2` in project" in failed.err
    monkeypatch.chdir(project)
    assert world.call("resume", "--retry").code == 0


# ---- The program, in a process of its own --------------------------------------------------------

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
AT_WORK = """\
import nemo_spec.cli.commands.show as show
def run(options):
    try:
        send(getattr(signal, {name!r}))
        time.sleep(20)
    finally:
        time.sleep({pause})
        send(getattr(signal, {name!r}))
        time.sleep(20 if {pause} else 0)
show.run = run
"""

CHANGED = """\
import nemo_spec.cli.commands.show as show
def run(options):
    try:
        send()
        time.sleep(20)
    except KeyboardInterrupt:  # as a module in C does that is just being imported
        raise ImportError("cannot import datetime")
show.run = run
"""
SWALLOWED = """\
import nemo_spec.cli.commands.show as show
class Closing:
    def __del__(self):
        send()
        time.sleep(0.1)
def run(options):
    Closing()
    time.sleep(20)
show.run = run
"""


@POSIX
@pytest.mark.parametrize(
    ("before", "arguments", "code"),
    [
        ("at_import('nemo_spec.cli.parser')", ["plan", "specs/intro.edit"], 130),
        ("at_import('lark')", ["plan", "specs/intro.edit"], 130),
        ("at_import('lark', signal.SIGTERM)", ["plan", "specs/intro.edit"], 143),
        ("at_import('lark', signal.SIGHUP)", ["plan", "specs/intro.edit"], 129),
        ("at_import('argparse')", ["-h"], 130),
        ("at_import('shutil')", ["whoami", "-h"], 130),
        ("atexit.register(send)", ["schema"], 130),
        ("atexit.register(send, signal.SIGTERM)", ["schema"], 143),
        ("at_import('contextlib')", ["schema"], -2),  # before anything is imported
        (CHANGED, ["show", "x"], 130),
        (SWALLOWED, ["show", "x"], 130),
        (AT_WORK.format(name="SIGINT", pause=0.3), ["show", "x"], 130),
        (AT_WORK.format(name="SIGINT", pause=0), ["show", "x"], 130),
        (AT_WORK.format(name="SIGTERM", pause=0), ["show", "x"], 143),
    ],
)
def test_a_signal_at_any_time_ends_the_program_quietly(
    before: str, arguments: list[str], code: int
):
    ended = program(*arguments, before=before)
    assert ended.returncode == code, ended
    assert ended.stderr in (b"", b"\ninterrupted\n")


@POSIX
def test_what_is_ignored_stays_ignored():
    before = "signal.signal(signal.SIGHUP, signal.SIG_IGN); at_import('argparse', signal.SIGHUP)"
    assert program("schema", before=before).returncode == 0


def test_python_m_and_the_script_end_alike():
    both = program("help", "nothing"), program("help", "nothing", before="")
    assert [(one.returncode, one.stderr) for one in both] == [(2, both[0].stderr)] * 2


LONG = "title 0-1s 'x'  \n" * 3000
PRINTS = {
    "plan": ["plan", "specs/banner.edit"],
    "help": ["help"],
    "reference": ["help", "--markdown"],
    "schema": ["schema"],
    "usage": ["apply", "-h"],
    "show": ["show", "{folder}/draft.json"],
    "diff": ["diff", "{folder}/draft.json", "specs/intro.edit"],
    "check": ["check", "specs/intro.edit"],
    "json": ["check", "--format", "json", *["specs/intro.edit"] * 20],
    "fmt": ["fmt", "--diff", "{folder}/long.edit"],
    "test": ["test", "specs/intro.edit"],
    "apply": ["apply", "specs/intro.edit", "specs/media/interview.mp4", "--offline"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("printed")
    draft = {"t": [{"tt": 0, "sg": [{"src": "a.mp4", "d": 1000}]}]}
    (folder / "draft.json").write_text(json.dumps(draft))
    (folder / "long.edit").write_text(LONG)
    return folder


@POSIX
@pytest.mark.parametrize("name", PRINTS)
def test_a_reader_that_goes_is_no_failure(name: str, folder: Path):
    reader, writer = os.pipe()
    os.close(reader)
    arguments = [word.format(folder=folder) for word in PRINTS[name]]
    ended = program(*arguments, stdout=writer)
    os.close(writer)
    assert ended.returncode in (0, 1, 141), ended  # 1: diff, which has printed all it had
    assert b"rror" not in ended.stderr
    assert b"interrupted" not in ended.stderr


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
@pytest.mark.parametrize("name", PRINTS)
def test_a_full_disk_is_said_in_a_sentence(name: str, folder: Path):
    arguments = [word.format(folder=folder) for word in PRINTS[name]]
    with Path("/dev/full").open("wb") as full:
        ended = program(*arguments, stdout=full)
    assert ended.returncode in (1, 3), ended
    said = b"error: standard output cannot be written: No space left on device\n"
    assert ended.stderr.strip() + b"\n" == said


@POSIX
@pytest.mark.parametrize("shell", [">&-", "2>&-", "<&-", ">&- 2>&- <&-", "2>/dev/full"])
@pytest.mark.parametrize("name", ["plan", "usage", "show"])
def test_closed_streams_do_no_harm(name: str, shell: str, folder: Path):
    arguments = [word.format(folder=folder) for word in PRINTS[name]]
    ended = program(*arguments, shell=shell)
    assert ended.returncode == 0, ended
    assert ended.stderr == b""


@POSIX
def test_no_file_takes_the_place_of_a_closed_stream(tmp_path: Path):
    (tmp_path / "a.edit").write_text('clip c\ntitle 0-1s "x"\n')
    saved = tmp_path / "saved"
    arguments = ["plan", "a.edit", "-o", saved]
    ended = program(*arguments, cwd=tmp_path, env=environment(HOME=str(tmp_path)), shell=">&-")
    assert ended.returncode == 0, ended
    assert json.loads(saved.read_text("utf-8"))["format"] == "nemo-spec plan"


@POSIX
def test_input_that_is_closed_is_empty(tmp_path: Path):
    env = environment(HOME=str(tmp_path), NEMO_API_URL="http://127.0.0.1:9")
    for arguments in (["login"], ["check", "-"], ["fmt", "-"], ["show", "-"], ["chat"]):
        ended = program(*arguments, env=env, shell="<&-")
        assert b"Traceback" not in ended.stderr, ended
        assert b"a bug" not in ended.stderr, ended


def test_what_must_not_happen_is_one_sentence():
    before = "import nemo_spec.cli.commands.show as show\nshow.run = lambda options: {}['a\\x1b']"
    ended = program("show", "x", before=before)
    assert ended.returncode == 70
    assert ended.stderr.count(b"\n") == 1
    assert b"a bug in nemo-spec: KeyError: 'a\\x1b'" in ended.stderr
    debug = program("show", "x", before=before, env=environment(NEMO_SPEC_DEBUG="1"))
    assert b"Traceback" in debug.stderr


@POSIX
def test_a_folder_that_is_gone_is_said(tmp_path: Path):
    before = "os.chdir({!r}); os.rmdir({!r})".format(*[str(tmp_path / "gone")] * 2)
    (tmp_path / "gone").mkdir()
    for command in (["status"], ["runs"], ["check", "x.edit"], ["test", "."]):
        ended = program(*command, before=before)
        (tmp_path / "gone").mkdir()
        assert ended.returncode in (2, 3), ended
        assert ended.stderr.startswith(b"error"), ended


LOST = """\
import nemo_spec.harness.pool as pool
def lost(trial, bench):
    send(getattr(signal, {name!r}))
    time.sleep(20)
pool.run_case = lost
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere processes are not forked")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_a_process_of_many_that_is_killed_is_said(name: str, tmp_path: Path):
    for recipe in ("a", "b"):
        (tmp_path / f"{recipe}.edit").write_text("title 0-1s 'x'\n")
    ended = program("test", ".", "-n", "2", cwd=tmp_path, before=LOST.format(name=name))
    assert ended.returncode == 3, ended
    assert ended.stderr.startswith(b"error: a test process was killed")
    assert b"Traceback" not in ended.stderr
