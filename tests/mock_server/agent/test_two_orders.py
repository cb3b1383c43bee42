"""Two orders in one sentence do what they do as two messages."""

from __future__ import annotations

from itertools import permutations

import pytest
from support.agent_dialogue import Dialogue
from support.agent_views import shown

from mock_server.agent.execution import context
from mock_server.media.probe import Pauses

ENGLISH = (
    "cut the first 5 seconds",
    "lower the volume by 6 dB",
    "stabilize the video",
    "crop 10% off the top",
    "freeze at 5s for 2s",
    "add a title 'Hi' from 0 to 3s",
    "add lo-fi music",
    "fade the video out over 2s",
    "put logo.png in the top right",
    "zoom to 150% from 5 to 10s",
    "bleep 3-4s",
    "remove the pauses",
)
CHINESE = (
    "剪掉前5秒",
    "音量降低6分贝",
    "降噪",
    "裁掉顶部10%",
    "两倍速播放",
    "加轻快的音乐",
    "右上角放logo.png",
    "3到4秒哔掉",
)
PAIRS = [
    pytest.param(*pair, link, id=link.join(pair))
    for orders, links in ((ENGLISH, (", ", " and ")), (CHINESE, ("，",)))
    for pair in permutations(orders, 2)
    for link in links
]


@pytest.mark.parametrize(("first", "second", "link"), PAIRS)
def test_neither_is_swallowed(
    first: str, second: str, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(context.listening, "pauses", lambda *_, **__: Pauses([], -40.0))
    apart, together = Dialogue.of(""), Dialogue.of("")
    apart.say(first)
    apart.say(second)
    outcome = together.say(f"{first}{link}{second}")
    assert outcome.misunderstood == []
    assert _seen(together) == _seen(apart)


def _seen(dialogue: Dialogue) -> list[str]:
    return sorted(map(str, shown(dialogue.draft)))
