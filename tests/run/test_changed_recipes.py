"""Recipes that change after they were applied: the session becomes what a new one would have been."""

from __future__ import annotations

import random
import re
from functools import cache

import pytest
from support.agent_nemo import AgentNemo, applied
from support.gallery import RECIPES, command_of, path_of
from support.paths import ROOT

from nemo_spec.compile import Program, compile_plan
from nemo_spec.compile.loader import open_recipe
from nemo_spec.language.diagnostics import has_errors
from nemo_spec.language.source import Source
from nemo_spec.project_root import project_root
from nemo_spec.recipe.library import DiskLibrary, with_silences
from nemo_spec.recipe.plan import make_plan
from nemo_spec.run.policy import Policy
from nemo_spec.run.session.journal import Journal
from nemo_spec.verdict.final import verify_whole

INSERTED = (
    'title 0.2-1.2s "Neu" at top-left',
    'music "ambient" volume 20%',
    'color "cold" 30%',
    "volume 80%",
    "cut 0.3-0.8s",
    "speed 1.25x",
    'caption 0-1s "Hm."',
    "fade in 0.5s",
    "freeze 1s for 0.5s",
    "mute 0-0.5s",
)
SETTLED = ("clip", "let", "use", "language", "export", "expect", "tolerance", "#", "join", " ")


@cache
def text_of(name: str) -> str:
    return path_of(name).read_text("utf-8")


def program_of(name: str, text: str | None = None) -> Program | None:
    """The program of a recipe of the gallery, or of another text in its place; None where it is wrong."""
    command = command_of(name)
    clips = [str(ROOT / clip) for clip in command.clips]
    if text is None:
        return open_recipe(path_of(name), clips, command.settings, measure_pauses=True).program
    library, source = (
        DiskLibrary(project_root(path_of(name).parent)),
        Source(path_of(name).name, text),
    )
    library.adopt(source, path_of(name).parent)
    settings = dict(setting.split("=", 1) for setting in command.settings)
    planned = make_plan(source, library, clips=clips, overrides=settings)
    plan = planned.plan.model_copy(update={"materials": with_silences(planned.plan.materials)})
    program = compile_plan(plan)
    wrong = [problem for _, problem in program.problems if problem.is_error]
    return None if wrong or has_errors(planned.diagnostics) else program


def original(name: str) -> Program:
    program = program_of(name)
    assert program is not None
    return program


@pytest.mark.parametrize("name", RECIPES)
@pytest.mark.parametrize("per", ["line", "phase", "recipe"])
def test_a_recipe_applied_again_sends_nothing(name: str, per: str):
    nemo, journal = AgentNemo(), Journal.in_memory()
    policy = Policy(per=per)
    first = applied(nemo, original(name), journal, policy)
    assert first.is_met, [finding for finding in first.findings if finding.is_failure]
    again = applied(nemo, original(name), journal, policy)
    assert again.said == []
    assert again.is_met


@pytest.mark.parametrize("name", RECIPES)
def test_what_is_left_out_is_said_once_more(name: str):
    """A run that is cut short after each of its messages is gone on with."""
    program = original(name)
    for done in range(len(program.instructions)):
        nemo, journal = AgentNemo(), Journal.in_memory()
        applied(nemo, original(name), journal, Policy(limit=done * 50 / len(program.instructions)))
        rest = applied(nemo, original(name), journal)
        assert rest.is_met
        assert nemo.said == [step.text for step in program.instructions]


def changed(text: str, dice: random.Random) -> str:
    """The recipe with a line more, a line less, or another value."""
    lines = [line for line in text.splitlines() if not line.startswith("expect")]
    edits = [n for n, line in enumerate(lines) if line.strip() and not line.startswith(SETTLED)]
    at = dice.choice(edits)
    match dice.choice(["insert", "delete", "value"]):
        case "insert":
            lines.insert(at, dice.choice(INSERTED))
        case "delete":
            del lines[at]
            while lines[at : at + 1] and lines[at].startswith(" "):
                del lines[at]
        case _:
            lines[at] = re.sub(r"(\d+)%", lambda found: f"{100 - int(found[1]) // 2}%", lines[at])
            lines[at] = re.sub(r'"(\w)', r'"X\1', lines[at], count=1)
    return "\n".join(lines) + "\n"


def check_changed(name: str, seed: int) -> bool | None:
    """Whether the session was brought to the changed recipe; None when that is no recipe."""
    program = program_of(name, changed(text_of(name), random.Random(f"{name} {seed}")))
    if program is None:
        return None
    nemo, journal = AgentNemo(), Journal.in_memory()
    applied(nemo, original(name), journal)
    then = applied(nemo, program, journal)
    fresh = AgentNemo()
    assert applied(fresh, program, Journal.in_memory()).is_met
    whole = verify_whole(program, nemo.timeline)
    if not then.is_met:
        return False
    wrong = [f for f in whole.findings if f not in whole.undecided and f.status != "met"]
    assert not wrong
    assert nemo.timeline.length == fresh.timeline.length
    assert len(then.said) <= len(fresh.said)
    assert applied(nemo, program, journal).said == []
    return True


@pytest.mark.parametrize("name", RECIPES)
def test_a_changed_recipe_is_caught_up_with_or_named(name: str):
    results = [check_changed(name, seed) for seed in range(3)]
    assert results != [None] * 3


@pytest.mark.slow
def test_most_changes_can_be_caught_up_with():
    """What cannot is a cut, a turn or a mark that is no longer wanted: nothing brings that back."""
    results = [check_changed(name, seed) for name in RECIPES for seed in range(40)]
    assert results.count(True) > 3 * results.count(False)
