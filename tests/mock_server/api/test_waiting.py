"""Others are answered while a file is listened to; an edit that needs none happens at once."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from mock_server.agent import Outcome
from mock_server.agent.execution import context
from mock_server.config import MockConfig
from mock_server.media.probe import Media, Pauses
from mock_server.mock import AT_ONCE, Engines, Mock

CLIP = {"id": "sg_1", "role": "clip", "s": 0, "d": 4000, "src": "a.mp4", "in": 0, "out": 4000}
DRAFT = {"m": {}, "d": 4000, "t": [{"id": "tr_1", "tt": 0, "name": "Video", "sg": [CLIP]}]}
MEDIA = {"a.mp4": Media("a.mp4", Path("a.mp4"), "video", 4000, 64, 36, 10, True, 1)}
TITLE = "Add a title 'Hi' from 0 to 2 seconds."


@pytest.fixture
def engines(tmp_path: Path) -> Engines:
    mock = Mock(MockConfig(data=tmp_path))
    mock.close()
    return mock.engines


def edited(engines: Engines, message: str) -> tuple[Outcome, list[int]]:
    """What comes of a message, and how often another task had its turn meanwhile."""

    async def both() -> tuple[Outcome, list[int]]:
        turns: list[int] = []

        async def other() -> None:
            while True:
                turns.append(1)
                await asyncio.sleep(0.001)

        await engines.act("hello", DRAFT, MEDIA)  # loads the agent
        task = asyncio.create_task(other())
        outcome = await engines.act(message, DRAFT, MEDIA)
        task.cancel()
        return outcome, turns

    return asyncio.run(both())


def test_a_file_is_listened_to_beside_others(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []

    def pauses(*_: Any, **__: Any) -> Pauses:
        heard.append(threading.current_thread() is threading.main_thread())
        threading.Event().wait(0.2)
        return Pauses([(1_000, 2_000)], -40.0)

    monkeypatch.setattr(context.listening, "pauses", pauses)
    outcome, turns = edited(engines, "Remove the pauses longer than 0.5 s.")
    assert outcome.changed
    assert heard == [False]
    assert len(turns) > 1


def test_a_plain_edit_happens_at_once(engines: Engines) -> None:
    outcome, turns = edited(engines, TITLE)
    assert outcome.changed
    assert not turns


def test_a_long_message_is_read_beside_others(engines: Engines) -> None:
    outcome, turns = edited(engines, TITLE + " " * AT_ONCE)
    assert outcome.changed
    assert turns


def test_an_agent_of_somebody_s_own_is_called_beside_others(tmp_path: Path) -> None:
    found: list[bool] = []

    def act(message: str, draft: dict[str, Any], media: Any) -> Outcome:
        found.append(threading.current_thread() is threading.main_thread())
        return Outcome(draft, message, changed=False)

    mock = Mock(MockConfig(data=tmp_path, act=act))
    mock.close()
    outcome, _ = edited(mock.engines, TITLE)
    assert outcome.reply == TITLE
    assert found == [False, False]
