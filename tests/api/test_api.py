"""The public API: the page about it is true, typed programs may use it, and importing it costs nothing."""

from __future__ import annotations

import doctest
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.cached_render import render_quickly
from support.paths import ROOT

import nemo_spec
from mock_server import start
from mock_server.server import MockHandle
from nemo_spec import events
from nemo_spec.api.arguments import settings_of
from nemo_spec.run.session.workspace import journal_of

PAGE = ROOT / "docs" / "api.md"
INTERVIEW = ROOT / "specs" / "media" / "interview.mp4"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project beside an empty home folder."""
    folder = tmp_path / "project"
    folder.mkdir()
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NEMO_API_URL", raising=False)
    monkeypatch.chdir(folder)
    return folder


def test_the_examples_of_the_page_are_real(project: Path, monkeypatch: pytest.MonkeyPatch):
    render_quickly(monkeypatch)
    (project / "specs" / "media").mkdir(parents=True)
    recipe = (ROOT / "specs" / "intro.edit").read_text("utf-8")
    assert "export 1080p" in recipe
    small = recipe.replace("export 1080p", "export 90p")  # the page says nothing of its size
    (project / "specs" / "intro.edit").write_text(small, "utf-8")
    shutil.copy(INTERVIEW, project / "specs" / "media")
    blocks = re.findall(r"```pycon\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 4
    names = {"nemo_spec": nemo_spec}
    text = "\n".join(blocks)
    page = doctest.DocTestParser().get_doctest(text, names, "api.md", str(PAGE), 0)
    failed, tried = doctest.DocTestRunner(verbose=False).run(page)
    assert (failed, tried) == (0, text.count(">>> "))


def test_every_public_name_is_there_and_on_the_page():
    page = PAGE.read_text("utf-8")
    for name in nemo_spec._MODULES:
        assert getattr(nemo_spec, name) is not None
        if name not in ("Diagnostic", "Finding"):
            assert f"{name}" in page, name
    with pytest.raises(AttributeError, match="no attribute 'aply'"):
        nemo_spec.aply  # noqa: B018


USER = """\
from pathlib import Path
import nemo_spec
from nemo_spec import Checked, Diagnostic, Finding, InvalidRecipe, Plan, Policy, Result, events

def show(event: events.Event) -> None:
    if isinstance(event, events.Uploading):
        print(event.done / event.total)

checked: Checked = nemo_spec.check(Path("a.edit"), values={"name": "Ada"})
first: Diagnostic = checked.diagnostics[0]
plan: Plan = nemo_spec.plan("a.edit", "a.mp4", policy=Policy(fresh=True))
sentences: list[str] = plan.instructions
try:
    result: Result = nemo_spec.apply("a.edit", Path("a.mp4"), offline=True, on_event=show)
except InvalidRecipe as error:
    print(error.diagnostics)
else:
    findings: list[Finding] = result.findings
    cost: float | None = result.cost
verified: Result = nemo_spec.verify("a.edit", draft={"t": []})
"""


def test_a_typed_program_may_use_it(tmp_path: Path):
    (tmp_path / "right.py").write_text(USER)
    (tmp_path / "wrong.py").write_text(f"{USER}nemo_spec.verify(1)\nplan.nonsense\n")
    # From the root, with the options of `make check`: what that has seen of our code is not read again.
    command = [sys.executable, "-m", "mypy", tmp_path / "right.py", tmp_path / "wrong.py"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = [line for line in run.stdout.splitlines() if ": error:" in line]
    assert [line for line in said if "wrong.py:" not in line] == [], run.stdout
    assert any('"verify"' in line for line in said), run.stdout
    assert any('"nonsense"' in line for line in said), run.stdout
    assert (ROOT / "nemo_spec" / "py.typed").is_file()


@pytest.mark.parametrize(
    ("code", "heavy"),
    [
        ("import nemo_spec", ("typing", "importlib.metadata", "lark", "pydantic", "httpx", "rich")),
        (
            "import nemo_spec; nemo_spec.check('x.edit')",
            ("httpx", "rich", "mock_server", "sqlite3"),
        ),
        ("from nemo_spec.cli.main import main; main(['--version'])", ("lark", "pydantic", "rich")),
        ("import nemo_spec; nemo_spec.plan", ("rich", "mock_server")),
        (
            "import nemo_spec.cli.commands.apply, nemo_spec.nemo.client",
            (
                *("nemo_spec.nemo.events", "nemo_spec.run.messages.conversation"),
                *("nemo_spec.run.exports.exporter", "nemo_spec.verdict.final"),
                *("nemo_spec.timeline.diff", "nemo_spec.harness.target", "mock_server"),
            ),
        ),
    ],
)
def test_only_what_is_used_is_imported(code: str, heavy: tuple[str, ...]):
    asked = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{asked}"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = json.loads(run.stdout.splitlines()[-1])
    assert [name for name in heavy if name in imported] == []


def test_no_public_name_is_a_room():
    """Importing a module inside the package would put the module in the place of the function."""
    rooms = {path.stem for path in Path(nemo_spec.__file__).parent.iterdir()}
    assert rooms & set(nemo_spec._MODULES) == set()


@pytest.fixture
def service(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MockHandle]:
    """A service, and a project with a recipe and its clip."""
    (project / "a.edit").write_text('title 0-1s "x"\n')
    shutil.copy(INTERVIEW, project / "a.mp4")
    with start(credits=500) as mock:
        monkeypatch.setenv("NEMO_API_URL", mock.url)
        yield mock


def outcomes(project: Path) -> list[str | None]:
    """How the runs of the project ended, the first one first."""
    with journal_of(project) as journal:
        return [run.outcome for run in reversed(journal.runs())]


def test_an_error_of_the_service_is_an_exception_and_the_same_call_continues(
    project: Path, service: MockHandle
):
    service.fault("error", code=500, status=500, call="state")
    with pytest.raises(nemo_spec.NemoError, match="error 500"):
        nemo_spec.apply("a.edit", "a.mp4")
    seen: list[events.Event] = []
    first = nemo_spec.apply("a.edit", "a.mp4", on_event=seen.append)
    again = nemo_spec.apply("a.edit", "a.mp4")
    assert (first.met, again.met) == (True, True)
    assert first.session_id == again.session_id
    sent = [one for one in service.requests() if one["call"] == "run_sse"]
    assert len(sent) == 2, "to place the clip, and for the title"
    assert isinstance(seen[-1], events.Finished)
    assert outcomes(project) == ["failed", "met", "met"]


def test_a_callback_that_raises_ends_the_run_and_it_can_be_resumed(
    project: Path, service: MockHandle
):
    def stop(event: events.Event) -> None:
        if isinstance(event, events.Uploading):
            raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        nemo_spec.apply("a.edit", "a.mp4", on_event=stop)
    assert nemo_spec.apply("a.edit", "a.mp4").met
    assert outcomes(project) == ["interrupted", "met"]


def test_a_plan_tells_what_has_changed_and_is_refused_once_it_is_stale(
    project: Path, service: MockHandle
):
    assert nemo_spec.apply("a.edit", "a.mp4").met
    unchanged = nemo_spec.plan("a.edit", "a.mp4")
    assert (unchanged.instructions, unchanged.changes) == ([], [])
    assert unchanged.estimate
    assert (unchanged.estimate.credits, unchanged.estimate.seconds) == (0, (0, 0))
    (project / "a.edit").write_text('title 0-1s "x"\ntitle 2-3s "y"\n')
    plan = nemo_spec.plan("a.edit", "a.mp4")
    assert [change.sign for change in plan.changes] == ["+"]
    assert plan.instructions == ['Add a title that reads "y" from 2 to 3 seconds.']
    assert nemo_spec.plan("a.edit", "a.mp4", policy=nemo_spec.Policy(fresh=True)).changes == ()
    plan.save("a.plan")
    assert nemo_spec.apply("a.plan").met
    with pytest.raises(nemo_spec.Stale, match="changed"):
        nemo_spec.apply("a.plan")


def test_what_is_no_draft_and_what_is_no_recipe(project: Path):
    (project / "a.edit").write_text('title 0-1s "x"\n')
    (project / "b.edit").write_text('title 0-1s "x\n')
    for wrong in ("nothing.json", {"tracks": []}):
        with pytest.raises(nemo_spec.NoDraft):
            nemo_spec.verify("a.edit", draft=wrong)
    for call in (
        lambda: nemo_spec.verify("b.edit", draft={"t": []}),
        lambda: nemo_spec.plan("b.edit"),
        lambda: nemo_spec.apply("b.edit", offline=True),
        lambda: nemo_spec.apply("a.edit", offline=True),  # without its clip
    ):
        with pytest.raises(nemo_spec.InvalidRecipe) as caught:
            call()
        assert caught.value.diagnostics
    assert not nemo_spec.check("b.edit").ok


def test_values_are_given_by_name_or_as_on_the_command_line():
    assert settings_of({"a": 1, "b": "x"}) == ("a=1", "b=x")
    assert settings_of(["a=1"]) == ("a=1",)
