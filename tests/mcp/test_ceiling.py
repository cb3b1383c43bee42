"""An agent that was given credits, at a service of the tests."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.cached_render import cached_render
from support.golden_cases import FILES

from mock_server import start
from mock_server.server import MockHandle
from nemo_spec.mcp.limits import Allowance, Folder, Refused
from nemo_spec.mcp.tools import Tools


@pytest.fixture
def service() -> Iterator[MockHandle]:
    with start(silent=0.0, credits=500, render=cached_render) as mock:
        yield mock


@pytest.fixture
def project(service: MockHandle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = (tmp_path / "project").resolve()
    (folder / ".nemo-spec").mkdir(parents=True)
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("NEMO_API_URL", service.url)
    monkeypatch.chdir(folder)
    (folder / "talk.mp4").write_bytes((FILES / "talk.mp4").read_bytes())
    for name in ("one", "two"):
        recipe = f'title 0-3s "{name}"\nexport 90p mp4 10fps low\n'
        (folder / f"{name}.edit").write_text(recipe)
    return folder


def test_all_runs_together_stay_below_the_ceiling(project: Path):
    tools = Tools(Folder(project), Allowance(120))
    assert "120 credits may be spent" in tools.credits()
    with pytest.raises(Refused, match="no session yet"):
        tools.status()
    first = json.loads(tools.apply("one.edit", ["talk.mp4"]))
    assert (first["result"], first["credits"]) == ("met", 50)
    assert tools.allowance.left == 70
    second = json.loads(tools.apply("two.edit", ["talk.mp4"]))
    assert second["result"] == "not met"
    assert tools.allowance.left == 70 - second["credits"]
    assert second["credits"] <= 70
    assert "talk (0-10s)" in tools.status()


def test_a_recipe_that_is_wrong_costs_nothing(project: Path):
    tools = Tools(Folder(project), Allowance(60))
    (project / "one.edit").write_text("titel\n")
    with pytest.raises(Exception, match="E102"):
        tools.apply("one.edit", ["talk.mp4"])
    assert tools.allowance.left == 60
