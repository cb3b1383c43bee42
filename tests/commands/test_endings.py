"""How a run ends that does not come to its end, and what it says then."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from commands.apply_world import World

from mock_server.server import MockHandle
from nemo_spec.cli import main
from nemo_spec.run.clock import Clock


def test_a_report_on_standard_output_is_json_also_after_ctrl_c(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    def interrupt(clock: Clock, seconds: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Clock, "sleep", interrupt)
    stopped = world.apply("--report=json")
    assert stopped.code == 130
    assert "go on with `nemo-spec resume 1`" in stopped.err
    report = json.loads(stopped.out)
    assert report["result"] == "failed"
    assert report["error"].startswith("interrupted")


class Pipe(io.StringIO):
    """Standard output that nobody reads any more after some text."""

    def write(self, text: str) -> int:
        if self.tell() > 100:
            raise BrokenPipeError(32, "Broken pipe")
        return super().write(text)


def test_a_run_that_nobody_listens_to_is_not_said_to_have_gone_well(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", Pipe())
        assert main(["apply", "a.edit", str(world.clip)]) == 130
    assert "interrupted" in world.call("runs").out
    assert world.call("resume").code == 0


def test_it_is_said_where_a_run_can_be_resumed(
    world: World, service: MockHandle, project: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(project.parent)
    service.fault("drop_stream", match="Intro")
    unknown = world.call("apply", "project/a.edit", world.clip)
    assert "`nemo-spec resume 1 --retry` in project" in unknown.out
    service.fault("error", code=500, status=500, call="credits")
    failed = world.call("apply", "project/a.edit", world.clip)
    assert "go on with `nemo-spec resume 2` in project" in failed.err
    monkeypatch.chdir(project)
    assert world.call("resume", "--retry").code == 0
