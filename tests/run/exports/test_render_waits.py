"""A render is asked for every 30 seconds, ten times at most (documented)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import pytest
from support.clock import FakeClock

from nemo_spec.nemo.client import Nemo
from nemo_spec.nemo.errors import StreamCut, TimedOut, UnexpectedAnswer
from nemo_spec.nemo.models import RenderJob, State
from nemo_spec.nemo.settings import Settings
from nemo_spec.run import events
from nemo_spec.run.exports.render import Order, deliver
from nemo_spec.run.service import Service
from nemo_spec.run.timeouts import EMBEDDED, SERVICE, timeouts_for


@dataclass
class Renderer:
    """A service whose render ends as `statuses` say, one for each poll; the last one stays."""

    statuses: list[str]
    token: str = ""
    polls: int = 0
    cancelled: int = 0
    cut: bool = False
    started: list[str] = field(default_factory=list)
    settings = Settings()

    def start_render(
        self, session: str, render_id: str, draft: bytes, output: Mapping[str, object]
    ) -> RenderJob:
        self.started.append(render_id)
        return RenderJob(id=render_id, status="pending")

    def render(self, render_id: str) -> RenderJob:
        self.polls += 1
        if self.cut and self.polls % 2:
            raise StreamCut
        status = self.statuses[min(self.polls, len(self.statuses)) - 1]
        return RenderJob.model_validate({"id": render_id, "status": status})

    def cancel_render(self, render_id: str) -> None:
        self.cancelled += 1


def delivering(
    renderer: Renderer, path: Path, begun: str | None = None
) -> tuple[FakeClock, Iterator[events.Event]]:
    clock = FakeClock()
    service = Service(cast(Nemo, renderer), clock, path.parent, SERVICE)
    order = Order("s", State(draft_json=b"{}"), {}, 1000, begun)
    return clock, deliver(service, order, path)


def test_the_documented_waits_are_those_of_the_service():
    assert (SERVICE.render_poll, SERVICE.render_limit) == (30, 300)
    assert (SERVICE.still_working, SERVICE.only_heartbeats, SERVICE.stream_cap) == (120, 600, 900)
    assert timeouts_for("https://service.example") is SERVICE
    assert timeouts_for("http://127.0.0.1:8000") is EMBEDDED


def test_a_render_that_does_not_end_is_given_up_after_ten_polls(tmp_path: Path):
    renderer = Renderer(["pending", "processing"])
    clock, running = delivering(renderer, tmp_path / "out.mp4")
    with pytest.raises(TimedOut, match="more than 300 s"):
        list(running)
    assert clock.slept == [30] * 10
    assert (renderer.polls, len(renderer.started)) == (10, 1)


def test_a_poll_that_breaks_off_counts_as_one(tmp_path: Path):
    renderer = Renderer(["processing"], cut=True)
    clock, running = delivering(renderer, tmp_path / "out.mp4")
    with pytest.raises(TimedOut):
        list(running)
    assert (clock.slept, renderer.polls) == ([30] * 10, 10)


def test_a_render_that_fails_is_started_once_more_and_waited_for_anew(tmp_path: Path):
    renderer = Renderer(["processing"] * 8 + ["failed"] + ["processing"] * 8 + ["failed"])
    clock, running = delivering(renderer, tmp_path / "out.mp4")
    with pytest.raises(UnexpectedAnswer, match="the render failed"):
        list(running)
    assert (clock.slept, len(renderer.started)) == ([30] * 18, 2)


def test_one_that_was_begun_before_and_never_ends_is_cancelled(tmp_path: Path):
    renderer = Renderer(["processing"])
    clock, running = delivering(renderer, tmp_path / "out.mp4", begun="render_1")
    with pytest.raises(TimedOut):
        list(running)
    assert (renderer.cancelled, len(renderer.started)) == (1, 1)
    assert clock.slept == [30] * 20
