"""The figures of `make bench` say what was measured: each once, both sides alike, nothing hidden."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import against, growth, language, media, memory, peers, table, verify
from benchmarks.clips import PAUSES, job, talk
from benchmarks.figure import AtLeast, AtMost, Figure, Outcome, run
from benchmarks.internals import steps
from benchmarks.one import all_figures, chosen, groups
from benchmarks.process import ROOT, in_turns, script


def figure(limit: AtMost | AtLeast, name: str = "one", what: str = "this") -> Figure:
    return Figure(name, what, "that", limit, list)


def test_a_command_runs_once():
    command = [sys.executable, "-m", "benchmarks", "--list"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    names = [line.split()[0] for line in listed.splitlines()]
    assert names == [one.name for one in all_figures()]


def test_no_two_figures_have_one_name():
    names = [one.name for figures in groups().values() for one in figures]
    assert sorted(set(names)) == sorted(names)


def test_a_long_figure_is_measured_when_it_is_named():
    long = {one.name for one in all_figures() if one.long}
    assert long
    assert not long & {one.name for one in chosen("")}
    assert {one.name for one in chosen(",".join(long))} == long


def test_one_round_is_enough_of_a_long_figure_only():
    def once() -> list[tuple[float, float]]:
        return [(1.0, 1.0)]

    long = Figure("hour", "this", "that", AtMost(1.0), once, long=True)
    assert run(long).verdict == "reached"
    with pytest.raises(ValueError, match="1 rounds, at least 5"):
        run(replace(long, long=False))


# Verdicts and the table --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "values", "verdict"),
    [
        (AtMost(1.0), (0.1, 0.9, 0.9, 1.0, 9.0), "reached"),
        (AtMost(1.0), (0.1, 0.9, 0.9, 1.1, 1.1), "**missed**"),
        (AtLeast(5.0), (1.0, 5.0, 6.0, 6.0, 9.0), "reached"),
        (AtLeast(5.0), (4.9, 4.9, 6.0, 6.0, 9.0), "**missed**"),
    ],
)
def test_a_limit_is_reached_when_the_quartile_keeps_it(
    limit: AtMost | AtLeast, values: tuple[float, ...], verdict: str
):
    outcome = Outcome(figure(limit), values)
    assert limit.holds(outcome.median)
    assert outcome.verdict == verdict


def test_the_table_tells_its_rule_the_quartile_and_the_spread(tmp_path: Path):
    path, one = tmp_path / "RESULTS.md", figure(AtMost(1.0))
    table.save([Outcome(one, (0.5, 0.6, 0.7, 0.8, 0.9))], [one], path)
    text = path.read_text("utf-8")
    assert "**reached** only when this quartile keeps it" in " ".join(text.split())
    row = "| one | this | that | ≤ 1.00× | 0.70× | 0.80× | 0.50–0.90, 5 | reached |"
    assert row in text.splitlines()


def test_rows_stay_as_long_as_the_figure_is_the_same(tmp_path: Path):
    path, first, second = tmp_path / "RESULTS.md", figure(AtMost(1)), figure(AtMost(1), "two")
    table.save([Outcome(first, (0.5,) * 5)], [first, second], path)
    table.save([Outcome(second, (0.5,) * 5)], [first, second], path)
    assert [row[:5] for row in path.read_text("utf-8").splitlines()[-2:]] == ["| one", "| two"]
    changed = figure(AtMost(1), what="something else")
    table.save([Outcome(second, (0.5,) * 5)], [changed, second], path)
    assert "| one" not in path.read_text("utf-8")


@pytest.mark.parametrize("rule", ["# Figures\n\nBy the median.\n", ""])
def test_rows_of_other_rules_do_not_stay(tmp_path: Path, rule: str):
    path, first, second = tmp_path / "RESULTS.md", figure(AtMost(1)), figure(AtMost(1), "two")
    table.save([Outcome(first, (0.5,) * 5)], [first, second], path)
    text = path.read_text("utf-8")
    path.write_text(text.replace(table.INTRODUCTION, rule), "utf-8")
    table.save([Outcome(second, (0.5,) * 5)], [first, second], path)
    assert "| one" not in path.read_text("utf-8")


# Measuring ---------------------------------------------------------------------------------------


def test_both_sides_have_a_round_that_does_not_count_and_take_turns():
    asked: list[str] = []

    def side(name: str) -> float:
        asked.append(name)
        return len(asked)

    pairs = list(in_turns(lambda: side("a"), lambda: side("b"), 3))
    assert "".join(asked) == "ab" + "ab" + "ba" + "ab"
    assert pairs == [(3, 4), (6, 5), (7, 8)]


def test_every_child_runs_from_bytecode_whoever_starts_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    said = script("import sys; print(sys.dont_write_bytecode, sys.pycache_prefix)").output.split()
    assert said == ["False", str(peers.KEPT / "bytecode")]


def test_half_of_the_statements_of_the_growing_recipe_are_cuts():
    for count in (language.FEW, language.MANY):
        lines = language.half_cuts(count).splitlines()
        assert len(lines) == count
        assert sum(line.startswith("cut ") for line in lines) == count // 2


def test_the_recipe_with_cuts_is_one_that_is_carried_out():
    steps(language.half_cuts(100), language.LENGTH)
    with pytest.raises(ValueError, match="refused"):
        steps(language.half_cuts(100), 20)


def test_verify_is_measured_from_the_files_to_the_report(tmp_path: Path):
    work = verify.verifying(tmp_path, 8, "Line {}", "Line {}")
    work()
    (tmp_path / "8.edit").write_text(verify.recipe(8, '"'), "utf-8")
    with pytest.raises(ValueError, match="ended with 2"):
        work()
    (tmp_path / "8.edit").write_text(verify.recipe(8, "Line {}"), "utf-8")
    (tmp_path / "8.json").write_text("{}", "utf-8")
    with pytest.raises(ValueError, match="ended with 2"):
        work()


def test_the_draft_of_the_growing_recipe_is_the_right_one(tmp_path: Path):
    growth.write(tmp_path / "8", 8)
    recipe, draft = (str(tmp_path / "8" / name) for name in ("long.edit", "draft.json"))
    assert growth.measured("0", "verify", recipe, "--draft", draft) > 0
    (tmp_path / "8" / "draft.json").write_text(json.dumps(growth.right_draft(10)), "utf-8")
    with pytest.raises(SystemExit, match="ended with 1"):
        growth.measured("0", "verify", recipe, "--draft", draft)


@pytest.mark.slow
def test_a_listener_that_keeps_something_of_each_event_is_noticed(monkeypatch: pytest.MonkeyPatch):
    def left() -> float:
        first, *_, last = memory.one_stream(3, 100)
        return (last - first) / (2 * 100 * memory.EVENTS)

    limit = memory.FIGURES[0].limit
    assert limit.holds(left())
    kept = "kept = []\n\ndef watch(number):\n    kept.append(None)"
    monkeypatch.setattr(memory, "LISTEN", memory.LISTEN.replace("def watch(number):", kept))
    assert not limit.holds(left())


def test_a_render_begins_with_its_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(peers, "KEPT", tmp_path)
    work = job(talk(4, "160x90", 2.0, 1.2), PAUSES)
    started: list[object] = []

    def noted(code: str, *arguments: str | Path) -> object:
        started.append(code)
        return script(code, *arguments)

    monkeypatch.setattr(media, "script", noted)
    media.render(work, tmp_path / "out.mp4")
    assert started == [media.RENDER]
    assert (tmp_path / "out.mp4").stat().st_size > 1000


# Two checkouts, and what is known of the insides -------------------------------------------------


def checkout(folder: Path, name: str, code: str) -> Path:
    package = folder / name / "nemo_spec"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "__main__.py").write_text(code, "utf-8")
    return package.parent


def test_the_other_checkout_runs_its_own_code_as_often(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    runs = tmp_path / "runs"
    code = f"open({str(runs)!r}, 'a').write('x'); print(__import__('sys').argv)"
    against.compare(checkout(tmp_path, "other", code), "version")
    command = next(one for one in against.COMMANDS if one.name == "version")
    assert len(runs.read_text("utf-8")) == command.rounds + 1
    assert re.match(r"version +\d+\.\d\d×  quartiles ", capsys.readouterr().out)


@pytest.mark.parametrize("name", ["check", "check-cuts", "plan", "verify"])
def test_commands_succeed_here(tmp_path: Path, name: str):
    command = next(one for one in against.COMMANDS if one.name == name)
    assert against._side(ROOT, tmp_path, command)() > 0


def test_a_folder_without_the_product_is_refused(tmp_path: Path):
    with pytest.raises(SystemExit, match="no checkout of nemo-spec"):
        against.compare(tmp_path)
    with pytest.raises(SystemExit, match="no command called speed"):
        against.compare(ROOT, "speed")


def test_insides_are_used_in_one_place():
    imports = re.compile(r"^\s*(?:from|import) (?:nemo_spec|mock_server)\b", re.MULTILINE)
    files = (ROOT / "benchmarks").glob("*.py")
    assert [path.name for path in files if imports.search(path.read_text("utf-8"))] == [
        "internals.py"
    ]


def test_drafts_of_the_benchmark_have_one_id_for_each_segment():
    draft = json.loads(json.dumps(verify.draft(verify.captions(8, "Line {}"))))
    ids = [segment["id"] for track in draft["t"] for segment in track["sg"]]
    assert len(set(ids)) == len(ids) == 9
