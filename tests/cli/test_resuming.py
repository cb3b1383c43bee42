"""`resume` and `cancel` go on with the run that is meant, or say why not."""

from __future__ import annotations

import pytest
from support.apply_world import World

from mock_server import start
from mock_server.server import MockHandle


def interrupt(world: World, service: MockHandle) -> None:
    """A run that ends with a message in doubt."""
    service.fault("drop_stream", match="Intro")
    assert world.apply().code == 4


def test_a_run_is_not_resumed_at_another_service(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    interrupt(world, service)
    with start(silent=0.0) as other:
        monkeypatch.setenv("NEMO_API_URL", other.url)
        refused = world.call("resume")
        assert refused.code == 2
        assert f"run 1 was at {service.url}: set NEMO_API_URL to that" in refused.err
        assert other.requests() == []


def test_a_run_is_not_resumed_with_another_clip(world: World, service: MockHandle):
    interrupt(world, service)
    world.clip.write_bytes(world.clip.read_bytes() + b"\0")
    sessions = len(world.requests("create_session"))
    refused = world.call("resume")
    assert refused.code == 2
    assert "the clips are no longer those of run 1" in refused.err
    assert len(world.requests("create_session")) == sessions


def test_a_render_is_not_given_up_at_another_service(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    service.fault("render_stuck")
    service.fault("error", code=500, status=500, call="render_status", skip=1)
    assert world.apply().code == 3
    with start(silent=0.0) as other:
        monkeypatch.setenv("NEMO_API_URL", other.url)
        assert world.call("cancel").code == 2
    monkeypatch.setenv("NEMO_API_URL", service.url)
    assert world.call("cancel").code == 0
    assert len(world.requests("render_cancel")) == 1


def test_a_new_session_that_was_not_begun_is_begun_then(world: World, service: MockHandle):
    assert world.apply().code == 0
    sent = len(world.sent)
    service.fault("error", code=500, status=500, call="create_session")
    assert world.apply("--fresh").code == 3
    assert world.call("resume").code == 0
    assert len(world.sent) == 2 * sent


def test_a_resumed_run_names_its_recipe_as_the_first_did(world: World, service: MockHandle):
    interrupt(world, service)
    assert world.call("resume", "--retry").code == 0
    assert [line.split()[-1] for line in world.call("runs").lines] == ["a.edit", "a.edit"]


def test_a_cancelled_run_is_resumed_only_when_it_is_named(world: World, service: MockHandle):
    interrupt(world, service)
    assert world.call("cancel").code == 0
    sent = len(world.sent)
    assert "run 1 was cancelled: there is nothing to resume" in world.call("resume").out
    assert len(world.sent) == sent
    assert world.call("resume", 1, "--retry").code == 0


def test_what_was_done_otherwise_than_asked_is_put_right_not_done_again(
    world: World, service: MockHandle
):
    """Sent again, the title would be there twice."""
    interrupt(world, service)
    world.say('Add a title that reads "Intro (draft)" from 0 to 2 seconds.')
    assert world.call("resume").code == 4
    sent = len(world.sent)
    assert world.call("resume", "--retry").code == 0
    assert world.sent[sent].startswith('Remove the title "Intro (draft)" from 0 to 2 seconds.')
    assert "Intro (draft)" not in world.call("status").out
