"""`nemo-spec test`: which recipes are tried, on what, and what is said of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from support.recipes import CLIP, LIE, recipe, written

from nemo_spec.cli.main import main
from nemo_spec.harness.clips import Arguments, arguments_in
from nemo_spec.harness.select import BadExpression, name_filter

Try = Callable[..., tuple[int, str]]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, good=recipe("Good"), bad=recipe("Bad"), late=recipe("Late"))
    return tmp_path


@pytest.fixture
def tried(project: Path, capsys: pytest.CaptureFixture[str]) -> Try:
    """Run the command; its exit code, and what it prints."""

    def run(*arguments: str, paths: tuple[str, ...] = ("specs",)) -> tuple[int, str]:
        try:
            code = main(["test", *paths, *arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return code, captured.out + captured.err

    return run


def marks(out: str) -> dict[str, str]:
    """The mark of every recipe by its path."""
    lines = (line.split() for line in out.splitlines())
    return {words[1]: words[0] for words in lines if len(words) > 1 and ".edit" in words[1]}


def test_every_recipe_has_a_line_and_a_wrong_one_is_explained(tried: Try):
    code, out = tried("--fault", LIE)
    assert code == 1
    found = {k: v for k, v in marks(out).items() if v != "-->"}
    assert found == {"specs/bad.edit": "✗", "specs/good.edit": "✓", "specs/late.edit": "✓"}
    assert 'missing: no title "Bad" in the draft\n  --> specs/bad.edit:3:1' in out
    assert "2 met, 1 not met in " in out


def test_every_recipe_meets_the_faults_anew(tried: Try):
    _, out = tried("--fault", "claimed_not_applied:match=title")
    assert "3 not met" in out


def test_what_is_put_right_counts_only_when_told_so(tried: Try):
    assert tried("--fault", LIE)[0] == 1
    assert tried("--fault", LIE, "--repairs", "1")[0] == 0


@pytest.mark.parametrize("processes", ["1", "2"])
def test_it_stops_at_the_first_when_told_so(tried: Try, processes: str):
    code, out = tried("-x", "--fault", LIE, "-n", processes)
    assert code == 1
    assert "good.edit" not in out


def test_processes_change_nothing_but_the_time(tried: Try):
    several, one = tried("-n", "3", "--fault", LIE), tried("--fault", LIE)
    assert several[0] == one[0] == 1
    assert several[1].splitlines()[:-1] == one[1].splitlines()[:-1]


def test_a_recipe_that_is_wrong_is_refused_and_the_others_are_tried(tried: Try, project: Path):
    written(project, bad="titel 0-1s 'Hi'")
    code, out = tried()
    assert code == 2
    assert "E102" in out
    assert "2 met, 1 refused" in out


def test_a_service_that_fails_is_no_verdict_on_the_recipe(tried: Try):
    code, out = tried("-k", "good", "--fault", "error:call=upload,code=3001,times=-1")
    assert code == 3
    assert "1 failed" in out


def test_what_nobody_knows_has_its_own_code(tried: Try):
    """The pauses before a draft is read again are minutes on the mock's clock, and none here."""
    code, out = tried("-k", "good", "--fault", "drop_stream:match=title")
    assert code == 4
    assert "the outcome is unknown" in out


def test_parts_of_others_are_tried_only_when_named(tried: Try, project: Path):
    written(project, good=recipe("Good") + 'use "bad.edit"', bad='title 2-3s "Part"')
    code, out = tried()
    assert code == 0
    assert "skipped: used by specs/good.edit" in out
    code, out = tried(paths=("specs/bad.edit",))
    assert (code, marks(out)) == (0, {"specs/bad.edit": "✓"})


def test_without_a_clip_it_is_tried_on_the_one_of_its_command_or_on_a_stand_in(
    tried: Try, project: Path
):
    text = 'title 0-1s "{name}"\nexpect duration 60s\n'
    written(project, good=f'let name = "X"\n{text}expect title "X"')
    code, out = tried("-k", "good")
    assert code == 0
    assert "on a 60 s stand-in" in out
    head = f"# nemo-spec apply specs/good.edit {CLIP} --offline --set name=Ada\nlet name = 'X'\n"
    written(project, good=f'{head}title 0-1s "{{name}}"\nexpect duration < 20s')
    code, out = tried("-k", "good", "--report", "json:r.json")
    assert (code, "stand-in" in out) == (0, False)
    assert '"Ada"' in json.loads((project / "r.json").read_text())["recipes"][0]["timeline"]


def test_rates_of_every_line_against_a_flaky_agent(tried: Try):
    flaky = "claimed_not_applied:match=Bad,rate=0.5,times=-1"
    code, out = tried("-k", "bad or good", "--repeat", "6", "--seed", "3", "--fault", flaky)
    assert code == 1
    lines = [line.split("  ")[2].strip() for line in out.splitlines() if "    line 3:" in line]
    assert lines[1] == "line 3: 6 of 6"
    assert lines[0].startswith("line 3: ")
    assert 0 < int(lines[0].split()[2]) < 6
    assert tried("-k", "bad or good", "--repeat", "6", "--seed", "3", "--fault", flaky)[
        1
    ].startswith(out[: out.index("in ")])


def test_reports_hold_all_recipes(tried: Try, project: Path):
    written(project, late="titel 0-1s 'Hi'")
    reports = ("--report", "json:r.json", "--report", "junit:r.xml", "--report", "github")
    code, out = tried("--fault", LIE, *reports)
    assert code == 1
    assert "::error file=specs/bad.edit,line=3," in out
    assert "::error file=specs/late.edit,line=1,title=E102::" in out
    found = json.loads((project / "r.json").read_text("utf-8"))
    results = {one["recipe"]: one["result"] for one in found["recipes"]}
    assert found["result"] == "not met"
    assert list(results.values()) == ["not met", "met", "refused"]
    assert found["recipes"][2]["problems"][0]["code"] == "E102"
    whole = ElementTree.parse(project / "r.xml").getroot()
    assert [whole.get(k) for k in ("tests", "failures", "errors", "skipped")] == list("3110")
    assert whole[0].get("name") == "specs/bad.edit (seed 0)"


def test_no_token_in_a_report(tried: Try, project: Path):
    token = "nmv_usr_0123456789abcdef"
    written(project, good=recipe(token), late=f"title 0-1s '{token}' at '{token}'")
    reports = [f"--report={kind}:r.{kind}" for kind in ("json", "junit", "github")]
    _, out = tried("-k", "not bad", "--fault", "claimed_not_applied:match=title", *reports)
    assert token not in out
    for kind in ("json", "junit", "github"):
        text = (project / f"r.{kind}").read_text("utf-8")
        assert "nmv_usr_***" in text
        assert token not in text


def test_exports_only_when_told_and_none_is_kept(tried: Try, project: Path):
    written(project, good=recipe("Good") + "export 90p mp4 low to 'out/a.mp4'")
    assert "1 of 1 lines met" in tried("-k", "good")[1]
    assert "2 of 2 lines met" in tried("-k", "good", "--render")[1]
    assert not (project / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [("-k", "nothing"), ("-k", "("), ("--update", "--repeat", "2"), ("--update", "--fault", LIE),
     ("-n", "0"), ("--fault", "nonsense"), ("--report", "yaml")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(tried: Try, arguments: tuple[str, ...]):
    assert tried(*arguments)[0] == 2


def test_a_path_that_is_not_there_is_refused(tried: Try):
    assert tried(paths=("specs", "none"))[0] == 2


@pytest.mark.parametrize(
    ("expression", "chosen"),
    [("", "abc"), ("a", "a"), ("A or b", "ab"), ("not a", "bc"), ("not a and not b", "c"),
     ("not (a or b)", "c"), ("a or b and a", "a"), ("spot", "abc")],
)  # fmt: skip
def test_expressions(expression: str, chosen: str):
    meant = name_filter(expression)
    assert "".join(name for name in "abc" if meant(f"spot/{name}.edit")) == chosen


@pytest.mark.parametrize("expression", ["(", ")", "and", "a b", "a or", "not", "(a", "()"])
def test_expressions_that_are_none(expression: str):
    with pytest.raises(BadExpression):
        name_filter(expression)


@pytest.mark.parametrize(
    ("comment", "given"),
    [
        ("# nemo-spec apply specs/a.edit x.mp4 'y z.mp4' -o out.mp4", ("x.mp4", "y z.mp4")),
        ("title 1s\n  # $ nemo-spec test specs/a.edit --offline x.mp4", ("x.mp4",)),
        ("# nemo-spec apply specs/b.edit x.mp4", ()),
        ("# nemo-spec apply specs/b.edit x.mp4\n# nemo-spec apply a.edit y", ("specs/y",)),
        ("# nemo-spec apply 'specs/a.edit x.mp4", ()),
        ("nemo-spec apply specs/a.edit x.mp4", ()),
    ],
)
def test_clips_of_the_command_in_a_recipe(project: Path, comment: str, given: tuple[str, ...]):
    assert arguments_in(comment, project / "specs" / "a.edit") == Arguments(given)
