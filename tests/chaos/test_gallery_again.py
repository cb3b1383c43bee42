"""A recipe that was applied sends nothing when it is applied again, however its lines were sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from support.gallery import RECIPES, preview, program_of

from mock_server import start
from mock_server.render import render
from mock_server.server import MockHandle
from nemo_spec.nemo.settings import Settings
from nemo_spec.run.clock import Clock
from nemo_spec.run.events import Finished
from nemo_spec.run.policy import Per, Policy
from nemo_spec.run.runner import Runner
from nemo_spec.run.session.auth import connect
from nemo_spec.run.session.journal import Journal
from nemo_spec.run.timeouts import EMBEDDED

SOME = ("before-after", "chinese-interview")


@pytest.fixture(scope="session")
def service() -> Iterator[MockHandle]:
    with start(credits=100_000, render=partial(render, preset="ultrafast")) as mock:
        yield mock
        assert mock.bugs == []


@dataclass
class Twice:
    """One recipe, one journal."""

    mock: MockHandle
    folder: Path

    def apply(self, name: str, per: Per, journal: Journal) -> list[str]:
        """What is wrong afterwards."""
        program = preview(program_of(name))
        outputs = {
            one.owner: self.folder / f"{one.owner}.{one.export.kind}" for one in program.exports
        }
        clock, home = Clock(), self.folder.parent
        number = journal.begin_run(name, {}, name, clock.now())
        with connect(Settings(api_url=self.mock.url, web_url=self.mock.url), clock, home) as nemo:
            runner = Runner(
                nemo, program, outputs, clock, home, EMBEDDED, Policy(per=per), journal, name, number
            )  # fmt: skip
            (finished,) = [event for event in runner.run() if isinstance(event, Finished)]
        return [] if finished.met else ["not met"]

    def sent(self) -> int:
        return sum(one["call"] in ("run_sse", "render", "upload") for one in self.mock.requests())


@pytest.fixture
def hold(service: MockHandle, tmp_path: Path) -> Callable[[str, Per], None]:
    def applied_twice(name: str, per: Per) -> None:
        twice = Twice(service, tmp_path)
        with Journal.in_memory() as journal:
            assert twice.apply(name, per, journal) == []
            before = twice.sent()
            assert twice.apply(name, per, journal) == []
        assert twice.sent() == before

    return applied_twice


@pytest.mark.parametrize("name", SOME)
def test_some_recipes_again(name: str, hold: Callable[[str, Per], None]):
    hold(name, "line")


@pytest.mark.parametrize("per", ["phase", "recipe"])
def test_a_recipe_in_larger_messages_again(per: Per, hold: Callable[[str, Per], None]):
    hold("chinese-interview", per)


@pytest.mark.slow
@pytest.mark.parametrize("per", ["line", "phase", "recipe"])
@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_again(name: str, per: Per, hold: Callable[[str, Per], None]):
    hold(name, per)
