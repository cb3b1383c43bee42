"""What a run has cost, on an account that others spend from as well."""

from __future__ import annotations

import json
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from support.apply_world import World

from mock_server.server import MockHandle
from nemo_spec.run import runner
from nemo_spec.run.exports import exporter
from nemo_spec.run.messages import conversation
from nemo_spec.run.reconcile import reconciler

MESSAGES = 5
EACH = 5


def spend(service: MockHandle, credits: int) -> None:
    """Others on the same account."""
    service.mock.store.run("update users set balance = balance - ?", credits)


def meanwhile(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, act: Callable[[int], None]
) -> None:
    """Something that happens before every call of a function; it is told its number, from 1."""
    original, calls = getattr(module, name), []

    def wrapped(*arguments: Any, **options: Any) -> Any:
        calls.append(name)
        act(len(calls))
        return original(*arguments, **options)

    monkeypatch.setattr(module, name, wrapped)


def reported(world: World) -> dict[str, Any]:
    path = world.path.with_name("report.json")
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def test_what_others_spend_between_two_messages_is_not_ours(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    """A run of 50 credits said 250."""
    meanwhile(monkeypatch, reconciler, "verify_batch", lambda number: spend(service, 40))
    applied = world.apply("--report=json:report.json", "--max-credits=60")
    assert applied.code == 0, applied.err
    assert applied.lines[-1] == "5 of 5 lines met, 25 credits"
    report = reported(world)
    assert (report["credits"], report["credits_at_most"]) == (MESSAGES * EACH, False)
    assert [(one["credits"], one["at_most"]) for one in report["bill"]] == [(EACH, False)] * 5
    assert "  25 credits  " in world.call("runs").out


def test_what_is_charged_during_a_message_is_the_most_that_it_cost(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    def act(number: int) -> None:
        if number == 2:
            spend(service, 200)

    meanwhile(monkeypatch, conversation, "await_change", act)
    applied = world.apply("--report=json:report.json")
    assert applied.code == 0
    assert applied.lines[-1] == "5 of 5 lines met, at most 225 credits"
    (line,) = (one for one in applied.lines if one.startswith("  ✓") and "keep 0-4s" in one)
    assert line.endswith(", at most 205 credits")
    report = reported(world)
    assert (report["credits"], report["credits_at_most"]) == (225, True)
    assert [one["at_most"] for one in report["bill"]] == [False, True, False, False, False]
    assert "at most 225 credits" in world.call("runs").out
    assert world.call("resume", "1").code == 0, "the note does not get in the way"


def test_what_is_charged_during_a_message_counts_for_the_limit(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    def act(number: int) -> None:
        if number == 2:
            spend(service, 200)

    meanwhile(monkeypatch, conversation, "await_change", act)
    stopped = world.apply("--max-credits=100")
    assert stopped.code == 1
    assert "205 of 100 are spent" in stopped.out or "210 of 100 are spent" in stopped.out
    assert len(world.sent) == 2


def test_while_another_run_of_ours_is_at_work_every_charge_is_the_most(
    world: World, monkeypatch: pytest.MonkeyPatch
):
    answers = iter([False, True] + [False] * 20)
    monkeypatch.setattr(
        "nemo_spec.run.session.claims.LocalClaims.others_active", lambda *_: next(answers)
    )
    applied = world.apply("--report=json:report.json")
    assert applied.lines[-1] == "5 of 5 lines met, at most 25 credits"
    assert [one["at_most"] for one in reported(world)["bill"]] == [True, *[False] * 4], (
        "looked for before the message and after it"
    )


def test_a_second_fee_for_the_session_is_not_taken_for_ours(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
):
    service.change(price_per_edit=0, price_per_session=50)

    def act(number: int) -> None:
        if number == 3:
            spend(service, 50)

    meanwhile(monkeypatch, conversation, "await_change", act)
    applied = world.apply("--report=json:report.json")
    bill = [(one["credits"], one["at_most"]) for one in reported(world)["bill"]]
    assert bill == [(50, False), (50, True)]
    assert applied.lines[-1] == "5 of 5 lines met, at most 100 credits"


def test_a_balance_that_cannot_be_read_makes_the_cost_unknown(world: World, service: MockHandle):
    service.fault("error", code=500, status=500, call="credits", skip=3)
    applied = world.apply("--report=json:report.json")
    assert applied.code == 0
    assert applied.lines[-1] == "5 of 5 lines met"
    assert reported(world)["credits"] is None
    assert len(reported(world)["bill"]) == MESSAGES - 1


def test_a_message_of_unknown_cost_counts_with_its_price_for_the_limit(
    world: World, service: MockHandle
):
    service.fault("error", code=500, status=500, call="credits", skip=1, times=-1)
    stopped = world.apply("--max-credits=25")
    assert stopped.code == 1
    assert len(world.sent) == 2, "10 each, by what is documented for a session"


# Refusals of the token


@pytest.mark.parametrize("asked", ["credits", "create_session", "state", "upload", "render"])
def test_a_stray_refusal_ends_no_run(world: World, service: MockHandle, asked: str):
    service.fault("error", code=401, status=401, call=asked, skip=1 if asked == "credits" else 0)
    applied = world.apply()
    assert applied.code == 0, applied.out + applied.err
    assert len(world.requests("anonymous_token")) == 1
    assert len(world.sent) == MESSAGES


def test_an_instruction_that_was_refused_for_no_reason_is_not_sent_again(
    world: World, service: MockHandle
):
    service.fault("error", code=401, status=401, call="run_sse", match="Intro")
    unknown = world.apply()
    assert unknown.code == 4
    assert "the service refused a token that it accepts" in unknown.out
    assert sum("Intro" in sentence for sentence in world.sent) == 1
    assert len(world.requests("anonymous_token")) == 1
    assert world.call("resume").code == 4
    assert world.call("resume", "--retry").code == 0
    assert sum("Intro" in sentence for sentence in world.sent) == 2


@pytest.mark.parametrize("code", ["1001", "1010", "1011"])
def test_a_stream_that_refuses_the_token_ends_the_run(world: World, service: MockHandle, code: str):
    service.fault("stream_error", code=code, match="Intro")
    refused = world.apply()
    assert refused.code == 3
    assert "the token is expired or invalid" in refused.err
    assert world.call("resume").code == 0


# Interrupted


def interrupting(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, at: int) -> None:
    def act(number: int) -> None:
        if number == at:
            raise KeyboardInterrupt

    meanwhile(monkeypatch, module, name, act)


@pytest.mark.parametrize("taken_on", [True, False])
def test_after_ctrl_c_during_an_instruction_the_command_is_named_that_goes_on(
    world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch, taken_on: bool
):
    if not taken_on:
        service.fault("drop_stream", match="Intro")
    interrupting(monkeypatch, conversation, "await_change", 3)
    broken = world.apply()
    assert broken.code == 130
    assert "continue with `nemo-spec resume 1 --retry`: it reads the draft first" in broken.err
    assert "running the same command again" not in broken.err
    if not taken_on:
        assert world.call("resume", "1").code == 4, "a plain one does not go on"
    assert world.call("resume", "1", "--retry").code == 0
    assert len(world.sent) == MESSAGES + (not taken_on)


@pytest.mark.parametrize(
    ("module", "name"),
    [(runner, "upload_all"), (runner, "verify_expectation"), (exporter, "Exporter")],
)
def test_after_ctrl_c_elsewhere_a_plain_resume_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str
):
    world.write("keep 0-4s\nexpect duration 4s\nexport 360p mp4\n")
    interrupting(monkeypatch, module, name, 1)
    broken = world.apply()
    assert broken.code == 130
    assert "continue with `nemo-spec resume 1`, or by running the same command again" in broken.err
    assert world.call("resume", "1").code == 0
