"""What is printed, whatever the output can take: encodings, colours, control characters."""

from __future__ import annotations

import codecs
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.commands import Call
from support.paths import ROOT
from support.programs import environment, program
from support.waiting import PATIENCE

from nemo_spec.cli import process

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
NARROW = (
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1252:strict"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
)
ESCAPES = "\x1b]0;title\x07\x1b[2J\x9b1m\u202e\r"


@pytest.mark.parametrize("env", NARROW, ids=lambda env: next(iter(env.values())))
def test_no_encoding_is_too_narrow_for_a_plan(env: dict[str, str]):
    shown = program("plan", "specs/intro.edit", "specs/media/interview.mp4", env=environment(**env))
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert b" s -> " in shown.stdout


def test_marks_have_stand_ins(tmp_path: Path):
    (tmp_path / "a.edit").write_text('use "b.edit"\ntitle 0-1s "x"\n')
    (tmp_path / "b.edit").write_text('let x = "1"\n')
    tested = program("test", ".", cwd=tmp_path, env=environment(PYTHONIOENCODING="ascii"))
    assert tested.returncode == 0, tested
    assert re.match(rb"ok a.edit .*\n- b.edit ", tested.stdout), tested


@pytest.mark.parametrize("character", ["中", "é", "\udcff", "\U0001f600", "\ufb01"])
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "cp932"])
def test_every_character_has_something_that_stands_for_it(character: str, encoding: str):
    codecs.register_error("stand-in", process.with_stand_ins)
    assert character.encode(encoding, "stand-in").decode(encoding).isprintable()


def test_data_is_utf_8_or_ascii():
    recipe = 'title 0-2s "Café 中文 \U0001f600"\nmusic "x" volume 90%\n'
    env = environment(PYTHONIOENCODING="cp1252")
    formatted = program("fmt", "-", stdin=recipe.encode(), env=env)
    assert formatted.stdout == recipe.encode()
    assert program("check", "-", stdin=recipe.encode(), env=env).returncode == 0
    assert json.loads(program("schema", env=env).stdout.decode("ascii"))


@POSIX
def test_reports_can_be_read_in_every_locale(tmp_path: Path):
    name = os.fsdecode(b"caf\xe9 \xe4\xb8\xad.edit")
    (tmp_path / name).write_text('clip talk\ntitle 0-2s "中文 é"\nexpect tracks = 9\n', "utf-8")
    env = environment(PYTHONIOENCODING="cp1252")
    planned = program("plan", "--json", name, cwd=tmp_path, env=env)
    assert planned.returncode == 0, planned
    texts = json.loads(planned.stdout.decode("ascii"))["statements"]
    assert "中文 é" in json.dumps(texts, ensure_ascii=False)
    for format in ("json", "junit", "github"):
        tested = program("test", name, "--report", format, cwd=tmp_path, env=env)
        assert tested.returncode == 1, tested
        assert b"Traceback" not in tested.stderr
        if format == "junit":
            assert "中文 é" in ElementTree.tostring(
                ElementTree.fromstring(tested.stdout), "unicode"
            )
        if format == "json":
            json.loads(tested.stdout.decode("ascii"))


@POSIX
@pytest.mark.parametrize("command", ["check", "plan", "fmt", "show", "verify", "test", "help"])
def test_arguments_need_not_be_text(command: str, tmp_path: Path):
    name = os.fsdecode(b"\xff\xe9.edit")
    (tmp_path / name).write_text("clip talk\ntitle 0-1s 'x'\n")
    rest = ["--draft", name] if command == "verify" else []
    ended = program(command, name, *rest, cwd=tmp_path)
    assert ended.returncode in (0, 2), ended
    assert b"Traceback" not in ended.stderr
    (ended.stdout + ended.stderr).decode("utf-8")


# ---- Colours -------------------------------------------------------------------------------------


def on_a_terminal(*arguments: str, env: dict[str, str]) -> bytes:
    """What a terminal is sent."""
    import pty

    ours, theirs = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "nemo_spec", *arguments],
        stdin=theirs, stdout=theirs, stderr=theirs, env=env, cwd=ROOT,
    )  # fmt: skip
    os.close(theirs)
    sent = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        sent += part
    os.close(ours)
    running.wait(PATIENCE)
    return sent


DIFFER = ("diff", "specs/intro.edit", "specs/banner.edit")


@POSIX
@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        (DIFFER, {"TERM": "xterm"}, True),
        (DIFFER, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (DIFFER, {"TERM": "dumb"}, False),
        (("test", "specs/intro.edit"), {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (("apply", "{folder}/a.edit", "{folder}/clip.mp4", "--offline"), {"TERM": "dumb"}, False),
        (("whoami", "-h"), {"TERM": "xterm", "FORCE_COLOR": "1"}, False),
    ],
)  # fmt: skip
def test_colours_are_for_terminals_that_want_them(
    arguments: tuple[str, ...], variables: dict[str, str], colored: bool, small: Path
):
    filled = [word.format(folder=small) for word in arguments]
    sent = on_a_terminal(*filled, env=environment(**variables))
    assert sent.strip()
    assert (b"\x1b" in sent) == colored, sent


@POSIX
def test_without_colours_progress_still_stays_on_one_line(small: Path):
    env = environment(TERM="xterm", NO_COLOR="1")
    sent = on_a_terminal("apply", f"{small}/a.edit", f"{small}/clip.mp4", "--offline", env=env)
    assert b"\r\x1b[K" in sent
    assert not re.search(rb"\x1b\[[\d;]*m", sent)


@pytest.fixture
def small(tmp_path: Path, clip_bytes: bytes) -> Path:
    """A recipe that is rendered at once, and its clip."""
    (tmp_path / "a.edit").write_text("title 0-1s 'x'\nexport 90p mp4 10fps low\n")
    (tmp_path / "clip.mp4").write_bytes(clip_bytes)
    return tmp_path


# ---- Control characters --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "{}"),
        ("plan", "{}"),
        ("plan", "no.edit", "{}"),
        ("plan", "no.edit", "--set", "{}"),
        ("plan", "no.edit", "--set", "{}=1"),
        ("apply", "no.edit", "--offline", "--fault", "{}"),
        ("apply", "no.edit", "--unrequested", "{}"),
        ("apply", "ok.edit", "--offline", "-o", "{}/x.mp4"),
        ("apply", "ok.edit", "--report", "{}"),
        ("apply", "ok.edit", "--report", "json:no/{}"),
        ("apply", "ok.edit", "--max-credits", "{}"),
        ("{}",),
        ("--{}",),
        ("show", "{}"),
        ("show", "ok.edit", "{}"),
        ("diff", "{}", "{}"),
        ("diff", "ok.edit", "{}.edit"),
        ("diff", "--tolerance", "{}", "a", "b"),
        ("verify", "ok.edit", "--draft", "{}"),
        ("verify", "{}", "--draft", "x"),
        ("test", "{}"),
        ("test", ".", "-k", "{}"),
        ("test", ".", "-k", "({}"),
        ("test", ".", "-n", "{}"),
        ("fmt", "{}"),
        ("help", "{}"),
        ("upload", "{}"),
        ("upload", "{}.mp4"),
        ("export", "--session", "{}", "--size", "{}"),
        ("status", "--session", "{}"),
        ("open", "--session", "{}"),
        ("chat", "--session", "{}", "hello"),
        ("resume", "{}"),
        ("cancel", "{}"),
        ("conformance", "--server", "{}"),
        ("mock", "--port", "{}"),
    ],
    ids=" ".join,
)
def test_what_was_typed_does_not_drive_the_terminal(
    arguments: tuple[str, ...], call: Call, project: Path
):
    (project / "ok.edit").write_text('export 90p mp4\ntitle 0-1s "x"\n')
    ended = call(*(word.replace("{}", f"a{ESCAPES}b") for word in arguments))
    assert ended.code != 0 or ended.out, ended
    assert no_controls(ended.out + ended.err), ended


def no_controls(text: str) -> bool:
    return not [one for one in ESCAPES if not one.isprintable() and one in text]


@POSIX
def test_names_of_files_do_not_drive_the_terminal(call: Call, project: Path, clip: Path):
    name = f"a{ESCAPES}b.edit"
    (project / name).write_text(
        f'title  0-1s "x{ESCAPES[:-1]}"\nexport 90p mp4 10fps low\n', "utf-8"
    )
    clip.rename(project / f"c{ESCAPES}.mp4")
    for arguments in (
        ("check", name), ("plan", name, f"c{ESCAPES}.mp4"),
        ("apply", name, f"c{ESCAPES}.mp4", "-o", f"o{ESCAPES}.mp4"),
        ("apply", name, f"c{ESCAPES}.mp4", "--offline", "--report", "github"),
        ("plan", name, f"c{ESCAPES}.mp4", "-o", f"p{ESCAPES}"),
        ("runs",), ("status",), ("resume",), ("test", "."), ("test", ".", "--report", "github"),
        ("verify", name, "--draft", "d.json"), ("show", "d.json"), ("diff", "d.json", name),
        ("fmt", "."), ("plan", name, f"c{ESCAPES}.mp4", "--json"),
    ):  # fmt: skip
        (project / "d.json").write_text(json.dumps(hostile_draft()), "utf-8")
        ended = call(*arguments)
        assert ended.out + ended.err, arguments
        assert no_controls(ended.out + ended.err), (arguments, ended)


def hostile_draft() -> dict[str, object]:
    text = {"id": ESCAPES, "text": ESCAPES, "role": ESCAPES, "start": 0, "d": 900, "style": ESCAPES,
            ESCAPES: 1}  # fmt: skip
    clip = {"src": f"{ESCAPES}.mp4", "d": 2000, "color": ESCAPES, "pos": ESCAPES}
    tracks = [{"tt": 0, "sg": [clip]}, {"tt": 7, "name": ESCAPES, "sg": [text]}, {ESCAPES: [{}]}]
    return {"t": tracks, "d": 1, "m": {"fill": ESCAPES, "width": 9, "height": 9}}


@POSIX
def test_names_that_are_no_utf_8_go_all_the_way(call: Call, project: Path, clip: Path):
    name = os.fsdecode(b"\xe9.edit")
    (project / name).write_text("title 0-1s 'x'\nexport 90p mp4 10fps low\n")
    bad = clip.rename(project / os.fsdecode(b"\xe9.mp4"))
    refused = call("apply", name, bad.name)
    assert refused.code == 2
    assert "is not UTF-8 text" in refused.err
    bad.rename(clip)
    assert call("upload", os.fsdecode(b"\xe9.mp4")).code == 2
    for arguments in (
        ("plan", name, clip.name, "-o", os.fsdecode(b"\xe8.plan")),
        ("apply", os.fsdecode(b"\xe8.plan")),
        ("apply", name, clip.name, "--report", "json"),
        ("runs",), ("resume", "1"), ("plan", name, clip.name, "--json"),
        ("check", "--format", "json", name),
        ("apply", name, clip.name, "--report", os.fsdecode(b"json:\xe7.json")),
    ):  # fmt: skip
        ended = call(*arguments)
        assert ended.code == 0, (arguments, ended)
        (ended.out + ended.err).encode()
    for sent in (("--set", os.fsdecode(b"a=\xe9")), ("--session", os.fsdecode(b"\xe9"))):
        assert "not UTF-8 text" in call("plan", name, clip.name, *sent).err
    assert call("status", "--session", os.fsdecode(b"\xe9")).code == 2
    assert call("chat", os.fsdecode(b"caf\xe9?")).code == 0
