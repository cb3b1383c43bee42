"""A batch is killed, and so is the service: the same command again leaves every clip edited, paid and
rendered once."""

from __future__ import annotations

import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from support.chaos import CREDITS, EDIT, INSTRUCTIONS, SESSION, Ended, Project
from support.killed_batches import (
    ARGUMENTS,
    CLIPS,
    COMMITS,
    available,
    finish,
    hold,
    studio,
)  # fmt: skip

from nemo_spec.run.session.workspace import journal_of


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(n, marks=pytest.mark.slow) for n in range(1, 6))]
)
def test_killed_between_any_two_commits(seed: int, project: Callable[[], Project]):
    chance, one = random.Random(seed), studio(project(), renders=False)
    codes = [
        one.begin(*ARGUMENTS, die=["after", chance.randrange(1, COMMITS // 2)]).wait().code
        for _ in range(2)
    ]
    # The second one may come to its end: how many commits are left depends on the first.
    assert codes[0] == -signal.SIGKILL
    assert codes[1] in (0, -signal.SIGKILL)
    hold(one, finish(one), renders=False)


def test_ctrl_c_ends_it_soon_and_leaves_it_resumable(project: Callable[[], Project]):
    one = studio(project(), renders=False)
    running = one.begin(*ARGUMENTS)
    _until_sent(one, running.out)
    began = time.monotonic()
    ended = running.end(signal.SIGINT)
    assert time.monotonic() - began < 5
    assert ended.code == 130, ended
    assert "run the same command again" in ended.err
    hold(one, finish(one), renders=False)


def _until_sent(project: Project, out: Path) -> None:
    """One clip is through, and others are at work."""
    began = time.monotonic()
    while "met" not in out.read_text("utf-8"):
        assert time.monotonic() - began < 30
        time.sleep(0.01)


def kill_at_random(one: Project, arguments: tuple[str, ...], chance: random.Random) -> None:
    """Begin it six times and kill it, sometimes with its service."""
    for _ in range(6):
        running = one.begin(*arguments)
        time.sleep(chance.uniform(0.2, 3))
        if chance.random() < 0.4:
            one.service.kill()
            one.service.start()
            time.sleep(chance.uniform(0, 0.5))
        running.end(signal.SIGKILL)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("clips", "workers", "seed"),
    [*((CLIPS, "2", seed) for seed in range(12)), *((40, "4", seed) for seed in range(20))],
)
def test_killed_at_random_with_its_service(
    clips: int, workers: str, seed: int, project: Callable[[], Project]
):
    chance, one = random.Random(seed), studio(project(), renders=True, clips=clips)
    arguments = (*ARGUMENTS[:-1], workers)
    kill_at_random(one, arguments, chance)
    hold(one, finish(one, arguments), renders=True, clips=clips)


# -- one session for all ----------------------------------------------------------------------------

TOGETHER = ("batch", "work.edit", "clips/*.mp4", "--one-session")
EMPTYING = "Remove everything from the timeline."
TURNS = 59
"""Commits of a batch of two clips without renders: the second turn begins at about the 40th."""


def hold_together(project: Project, ended: list[Ended], clips: int, *, renders: bool) -> None:
    """Each clip's instructions once in the one session, which was emptied once for each but the first."""
    with journal_of(project.work) as journal:
        (session,) = {run.session for run in journal.runs() if run.session}
    applied: Counter[str] = Counter()
    for one in project.service.log(session):
        if one["call"] == "run_sse":
            applied[one["instruction"]] += one["applied"] or 0
    emptied = applied.pop(EMPTYING, 0)
    assert emptied == clips - 1, ended
    assert sorted(filter(None, applied.values())) == [1] * clips + [clips] * 2, ended
    spent = SESSION + EDIT * (clips * INSTRUCTIONS + emptied)
    assert available(project) == CREDITS - spent, ended
    found = sorted(path.name for path in (project.work / "out").glob("*.mp4")) if renders else []
    assert found == [f"{number}.mp4" for number in range(clips if renders else 0)]
    again = project.run(*TOGETHER)
    assert (again.code, "0 credits" in again.out.splitlines()[-1]) == (0, True), again


@pytest.mark.parametrize(
    "commit",
    [n if n in (38, 41) else pytest.param(n, marks=pytest.mark.slow) for n in range(1, TURNS)],
)
def test_killed_at_each_commit_of_two_turns(commit: int, project: Callable[[], Project]):
    """Between the first turn and the second one above all."""
    one = studio(project(), renders=False, clips=2)
    killed = one.begin(*TOGETHER, die=["after", commit]).wait()
    assert killed.code == -signal.SIGKILL, killed
    hold_together(one, finish(one, TOGETHER), 2, renders=False)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_turns_killed_at_random_with_their_service(seed: int, project: Callable[[], Project]):
    chance, one = random.Random(seed), studio(project(), renders=True)
    kill_at_random(one, TOGETHER, chance)
    hold_together(one, finish(one, TOGETHER), CLIPS, renders=True)
