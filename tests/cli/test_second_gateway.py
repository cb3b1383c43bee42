"""The commands over the second gateway: what works, what is lacking, questions, and nothing twice."""

from __future__ import annotations

import pytest
from support.apply_world import RECIPE, World
from support.commands import Call
from support.gateway import ACCEPTED, READY, Script, tell
from websockets.sync.server import ServerConnection

from mock_server.server import MockHandle

TOKEN = "nmv_usr_of_this_test"


@pytest.fixture
def second(service: MockHandle, call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    accounts = service.mock.accounts
    token = accounts.issue(accounts.register(), ("*",))
    monkeypatch.setenv("NEMO_GATEWAY", "second")
    monkeypatch.setenv("NEMO_TOKEN", token)
    return call


def slow(value: object) -> object:
    return pytest.param(value, marks=pytest.mark.slow)


def sent(service: MockHandle) -> list[tuple[str, int | None, int | None]]:
    """The messages, how often each changed the draft, and what it cost."""
    return [
        (str(one["instruction"]), one["applied"], one["charged"])
        for one in service.requests(call="ws_message")
    ]


def costs(service: MockHandle) -> list[tuple[int | None, int | None]]:
    return [(applied, charged) for _, applied, charged in sent(service)]


EDITS = RECIPE.count("\n") + 1


def test_a_recipe(second: Call, world: World, service: MockHandle) -> None:
    outcome = world.apply("-o", "out.mp4")
    assert outcome.code == 0, outcome
    assert costs(service) == [(1, 5)] * EDITS
    assert "session task_" in outcome.out
    assert (world.path.parent / "out.mp4").stat().st_size > 1000
    again = world.apply("-o", "out.mp4")
    assert again.code == 0
    assert len(sent(service)) == EDITS
    assert service.requests(call="run_sse") == []


def test_drafts_that_hold_paths(second: Call, world: World, service: MockHandle) -> None:
    """What is rendered holds addresses in their place; the mock compares it with its own."""
    service.change(speak="paths")
    assert world.apply("-o", "out.mp4").code == 0
    assert costs(service) == [(1, 5)] * EDITS


@pytest.mark.parametrize(
    "fault",
    [
        {"name": "drop_after_edit"},
        {"name": "lands_late", "reads": 2},
        {"name": "stream_error", "applied": True, "form": "unescaped"},
        slow({"name": "drop_after_edit", "how": "reset"}),
        slow({"name": "drop_after_edit", "how": "end"}),
        slow({"name": "silent"}),
        slow({"name": "stream_error", "applied": True}),
        slow({"name": "temporary_issue"}),
    ],
    ids=lambda fault: "-".join(map(str, fault.values())),
)
def test_an_edit_that_was_made_is_not_sent_again(
    fault: dict[str, str], second: Call, world: World, service: MockHandle
) -> None:
    service.fault(**fault, skip=2)
    assert world.apply("-o", "out.mp4").code == 0
    assert costs(service) == [(1, 5)] * EDITS
    texts = [text for text, _, _ in sent(service)]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("how", ["cut", slow("reset"), slow("end")])
def test_an_edit_that_nobody_knows_of_is_not_sent_again(
    how: str, second: Call, world: World, service: MockHandle
) -> None:
    service.fault("drop_stream", how=how, skip=1)
    outcome = world.apply("-o", "out.mp4")
    assert outcome.code == 4, outcome
    assert "the connection closed before the agent was done" in outcome.out + outcome.err
    assert costs(service) == [(1, 5), (0, 0)]


def test_what_is_refused_before_it_is_sent(second: Call, world: World, service: MockHandle) -> None:
    service.fault("error", code=503, status=503, call="ws_open", times=-1)
    outcome = world.apply("-o", "out.mp4")
    assert (outcome.code, sent(service)) == (3, [])
    assert "503" in outcome.err


def test_a_service_that_is_still_starting_is_waited_for(
    second: Call, world: World, service: MockHandle
) -> None:
    service.fault("error", code=503, status=503, call="ws_open", times=2)
    assert world.apply("-o", "out.mp4").code == 0
    assert costs(service) == [(1, 5)] * EDITS


def test_out_of_credits(second: Call, world: World, service: MockHandle) -> None:
    (user,) = service.mock.store.all("select id from users")
    service.mock.accounts.set_balance(user["id"], 7)
    outcome = world.apply("-o", "out.mp4")
    assert outcome.code == 3
    assert "out of credits" in outcome.err
    assert costs(service) == [(1, 5), (None, None)], "the second was not begun"


def test_a_question_ends_the_line(second: Call, world: World, service: MockHandle) -> None:
    service.fault("ask_question", title="One moment", skip=1)
    outcome = world.apply("-o", "out.mp4")
    assert outcome.code == 1, outcome
    asked = "the service asks: One moment: Shall I make this change? (Yes, do it / No, leave it)"
    assert asked in outcome.out
    assert len(sent(service)) == 2, "what follows would be taken for the answer"
    assert not (world.path.parent / "out.mp4").exists()


def test_a_question_is_answered_in_chat(second: Call, service: MockHandle) -> None:
    service.fault("ask_question", title="One moment")
    outcome = second("chat", typed='generate a clip of 2 seconds: "sea"\na\n')
    assert outcome.code == 0, outcome
    assert "One moment" in outcome.out
    assert "  A  Yes, do it" in outcome.out
    answers = [text for text, _, _ in sent(service)]
    assert answers[1:] == ["1. Shall I make this change?: Yes, do it"]
    assert "Timeline" in outcome.out


def test_a_question_that_nobody_answers(second: Call, service: MockHandle) -> None:
    service.fault("ask_question", times=2)
    outcome = second("chat", 'generate a clip of 2 seconds: "sea"')
    assert outcome.code == 1
    assert "nemo-spec chat" in outcome.err
    assert second("chat", typed='generate a clip of 2 seconds: "sea"\n').code == 1
    assert len(sent(service)) == 2


def test_an_answer_goes_nowhere_else(second: Call, service: MockHandle) -> None:
    service.fault("ask_question")
    second("chat", typed='generate a clip of 2 seconds: "sea"\nexport\n')
    assert [text for text, _, _ in sent(service)][1:] == ["1. Shall I make this change?: export"]


def test_the_other_commands(second: Call, world: World, service: MockHandle) -> None:
    assert second("credits").out == "500 credits available\n"
    assert second("whoami").code == 0
    assert second("upload", world.clip).code == 0
    assert second("status").out.startswith("session task_")
    assert second("chat", 'generate a clip of 2 seconds: "sea"').code == 0
    assert second("export").code == 0


def test_a_project_is_enough(second: Call, world: World, service: MockHandle) -> None:
    assert second("upload", world.clip).code == 0
    (row,) = service.mock.store.all("select task_id from sessions")
    project = row["task_id"]
    outcome = second("chat", "--session", project, 'generate a clip of 2 seconds: "sea"')
    assert outcome.code == 0, outcome
    assert "clip.mp4" in second("status", "--session", project).out


def test_what_is_lacking_is_said(
    second: Call, world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert second("upload", world.clip).code == 0
    outcome = second("open")
    assert outcome.code == 3
    assert "log in and open" in outcome.err
    monkeypatch.delenv("NEMO_TOKEN")
    outcome = second("credits")
    assert outcome.code == 3
    assert "gives no free tokens – set NEMO_TOKEN" in outcome.err
    assert service.requests(call="anonymous_token") == []


@pytest.mark.parametrize(
    ("name", "url", "says"),
    [
        ("third", "http://127.0.0.1:1", "write first or second"),
        ("second", "http://lab.test", "https"),
    ],
)
def test_settings_that_cannot_be_used(
    name: str, url: str, says: str, second: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEMO_GATEWAY", name)
    monkeypatch.setenv("NEMO_API_URL", url)
    monkeypatch.setenv("NEMO_ALLOW_HTTP", "lab.test")
    outcome = second("credits")
    assert outcome.code == 3, outcome
    assert says in outcome.err


def test_the_token_is_written_nowhere(
    second: Call, world: World, service: MockHandle, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by a run, and not by one whose gateway echoes the address."""
    token = str(service.mock.store.value("select token from tokens"))
    shown = [world.apply("-o", "out.mp4")]

    def echo(script: Script, line: ServerConnection) -> None:
        tell(line, {"type": "error", "error": f"no {script.paths[-1]}"})

    script = Script(echo)
    monkeypatch.setenv("NEMO_API_URL", script.url)
    shown.append(second("chat", "--session", "p~1", "hello"))
    script.stop()
    root = world.path.parent.parent
    written = b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
    assert token.encode() not in written
    assert all(token not in one.out + one.err for one in shown)


def test_a_gateway_that_closes_while_it_works(
    second: Call, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(script: Script, line: ServerConnection) -> None:
        tell(line, READY)
        script.hear(line)
        tell(line, ACCEPTED)
        line.close(1011)

    script = Script(vanish)
    monkeypatch.setenv("NEMO_API_URL", script.url)
    outcome = second("chat", "--session", "p~1", "hello")
    script.stop()
    assert outcome.code == 3, "the state cannot be read there, so nothing is sent"
    assert script.messages == []
