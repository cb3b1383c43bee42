"""The pytest plugin, in runs of pytest of its own."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.recipes import CLIP, LIE, recipe, written

from mock_server import start
from nemo_spec.cli.main import main

pytest_plugins = ["pytester"]


@pytest.fixture(scope="module", autouse=True)
def _everything_is_imported(tmp_path_factory: pytest.TempPathFactory) -> None:
    """pytester forgets the modules that a run of pytest inside this process has imported, and half of
    the classes would be there twice."""
    specs = written(tmp_path_factory.mktemp("once"), one=recipe("One") + "export 90p mp4 low")
    assert main(["test", str(specs), "--render"]) == 0
    for module in ("nemo_spec.api.apply", "nemo_spec.harness.server"):
        import_module(module)


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    # pytest-lsp breaks off at every test that is no Python function.
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:pytest-lsp -p no:asyncio")
    written(pytester.path, good=recipe("Good"), bad=recipe("Bad"), late=recipe("Late"))
    return pytester


def results(run: pytest.RunResult) -> dict[str, int]:
    return {k: v for k, v in run.parseoutcomes().items() if k in ("passed", "failed", "skipped")}


def test_recipes_are_tests_and_a_failure_shows_its_line_and_no_python(project: pytest.Pytester):
    run = project.runpytest("specs", "--nemo-fault", LIE)
    assert results(run) == {"passed": 2, "failed": 1}
    run.stdout.fnmatch_lines(
        [
            "*_ specs/bad.edit _*",
            'missing: no title "Bad" in the draft',
            "  --> specs/bad.edit:3:1",
            '3 | title 0-1s "Bad"',
            "  sent: Add a title*",
            'FAILED specs/bad.edit::bad - missing: no title "Bad" in the draft',
        ]
    )
    run.stdout.no_fnmatch_line("*Traceback*")
    run.stdout.no_fnmatch_line("*.py*")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("-k", "bad or late"), {"passed": 1, "failed": 1}),
        (("-x",), {"failed": 1}),
        (("-n", "2"), {"passed": 2, "failed": 1}),
        (("specs/late.edit",), {"passed": 1}),
        (("--nemo-seed", "7"), {"passed": 2, "failed": 1}),
    ],
    ids=["-k", "-x", "-n", "one", "seed"],
)
def test_the_flags_of_pytest(
    project: pytest.Pytester, arguments: tuple[str, ...], found: dict[str, int]
):
    places = () if "specs/late.edit" in arguments else ("specs",)
    assert results(project.runpytest(*places, *arguments, "--nemo-fault", LIE)) == found


def test_what_failed_last_is_tried_alone(project: pytest.Pytester):
    project.runpytest("specs", "--nemo-fault", LIE)
    run = project.runpytest("specs", "--lf")
    assert results(run) == {"passed": 1}
    assert results(project.runpytest("specs", "--lf")) == {"passed": 3}


def test_junit(project: pytest.Pytester):
    project.runpytest("specs", "--nemo-fault", LIE, "--junitxml", "r.xml")
    suite = ElementTree.parse(project.path / "r.xml").getroot()[0]
    assert [suite.get(k) for k in ("tests", "failures", "errors")] == ["3", "1", "0"]
    (failure,) = suite.iter("failure")
    assert failure.get("message") == 'missing: no title "Bad" in the draft'
    assert "--> specs/bad.edit:3:1" in str(failure.text)


def test_a_recipe_with_errors_fails_with_all_of_them(project: pytest.Pytester):
    written(project.path, bad="titel 0-1s 'a'\n\nmusik 'b'\n")
    run = project.runpytest("specs/bad.edit")
    assert results(run) == {"failed": 1}
    run.stdout.fnmatch_lines(["error?E102?: *", "  --> specs/bad.edit:1:1", "  --> *.edit:3:1"])


def test_parts_of_others_are_skipped_unless_named(project: pytest.Pytester):
    written(project.path, good=recipe("Good") + 'use "bad.edit"', bad='title 2-3s "Part"')
    assert results(project.runpytest("specs")) == {"passed": 2, "skipped": 1}
    assert results(project.runpytest("specs", "-k", "bad")) == {"skipped": 1}
    assert results(project.runpytest("specs/bad.edit")) == {"passed": 1}


def test_only_folders_that_are_meant_or_named_files_are_collected(project: pytest.Pytester):
    other = project.path / "tests" / "cases"
    other.mkdir(parents=True)
    (other / "wrong.edit").write_text("wrong")
    assert results(project.runpytest("-k", "wrong")) == {"failed": 1}
    project.makeini("[pytest]\nnemo_recipes = specs\n")
    assert results(project.runpytest()) == {"passed": 3}
    assert results(project.runpytest("tests")) == {}
    assert results(project.runpytest("tests/cases/wrong.edit")) == {"failed": 1}


def test_this_project_does_not_collect_its_cases(pytestconfig: pytest.Config):
    folders = [Path(folder).name for folder in pytestconfig.getini("nemo_recipes")]
    assert folders == ["specs"]
    assert pytestconfig.getini("testpaths") == ["tests"]


def test_the_timeline_beside_a_recipe_counts(project: pytest.Pytester):
    (project.path / "specs" / "good.expected.json").write_text(
        '{"version": 1, "canvas": {}, "length": 0, "tracks": []}'
    )
    run = project.runpytest("specs/good.edit")
    assert results(run) == {"failed": 1}
    run.stdout.fnmatch_lines(["this differs from *good.expected.json:"])


def test_a_server_that_is_there_already(project: pytest.Pytester):
    with start() as mock:
        run = project.runpytest("specs/late.edit", "--nemo-server", mock.url)
        assert results(run) == {"passed": 1}
        assert [one["instruction"] for one in mock.requests(call="run_sse")][-1].count("Late") == 1
    run = project.runpytest("specs/late.edit", "--nemo-server", mock.url)
    assert results(run) == {"failed": 1}
    run.stdout.no_fnmatch_line("*Traceback*")


@pytest.mark.parametrize(
    "arguments",
    [("--nemo-fault", "nonsense"), ("--nemo-fault", LIE, "--nemo-server", "http://127.0.0.1:1")],
    ids=["unknown", "server"],
)
def test_flags_that_make_no_sense(project: pytest.Pytester, arguments: tuple[str, ...]):
    assert project.runpytest("specs", *arguments).ret == pytest.ExitCode.USAGE_ERROR


USER_TESTS = f'''
def test_one(apply_recipe):
    applied = apply_recipe("specs/good.edit")
    assert applied.met, applied.explained
    assert [finding.status for finding in applied.findings] == ["met", "met"]
    assert applied.timeline.layers[0].texts == ("Good",)
    assert applied.requests[-1]["session"] in (None, applied.session_id)
    assert applied.files == []

def test_given(apply_recipe, tmp_path):
    recipe = tmp_path / "x.edit"
    recipe.write_text('let name = "A"; title 0-1s "{{name}}"; export 90p mp4 low')
    applied = apply_recipe(recipe, "{CLIP}", settings={{"name": "B"}}, render=True)
    assert applied.timeline.layers[0].texts == ("B",)
    assert applied.files[0].path.is_file()

def test_mock(apply_recipe, nemo_mock):
    nemo_mock.fault("claimed_not_applied", match="Bad")
    assert not apply_recipe("specs/bad.edit").met
    assert apply_recipe("specs/bad.edit").met
    assert len(apply_recipe("specs/good.edit").requests) == len(nemo_mock.requests())

def test_shown(apply_recipe, nemo_mock):
    nemo_mock.fault("claimed_not_applied", match="Bad")
    assert apply_recipe("specs/bad.edit").met
'''


def test_the_fixture(project: pytest.Pytester):
    project.makepyfile(USER_TESTS)
    run = project.runpytest("-p", "no:cacheprovider", "test_the_fixture.py")
    assert results(run) == {"passed": 3, "failed": 1}
    run.stdout.fnmatch_lines(["*where False = <specs/bad.edit:3: missing: no title*>.met"])


def test_a_run_without_recipes_imports_nothing_for_them(pytester: pytest.Pytester):
    pytester.makepyfile(
        "import sys\ndef test_it():\n"
        "    heavy = ('lark', 'pydantic', 'starlette', 'nemo_spec.cli', 'mock_server.server')\n"
        "    assert [name for name in heavy if name in sys.modules] == []\n"
    )
    others = [
        word for name in ("hypothesispytest", "respx", "anyio") for word in ("-p", f"no:{name}")
    ]
    command = [sys.executable, "-m", "pytest", *others, "-k", "test_it", "-c", "/dev/null", "."]
    run = subprocess.run(command, cwd=pytester.path, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout
