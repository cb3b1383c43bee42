"""What the agent says of what it did."""

from __future__ import annotations

from pathlib import Path

import pytest

from mock_server.agent import act
from mock_server.media.probe import Media


@pytest.mark.parametrize(
    ("cues", "said"),
    [
        ('"Hello" from 0 s to 1 s', "Added 1 caption."),
        ('"Hello" from 0 s to 1 s, "you" from 1 s to 2 s', "Added 2 captions."),
    ],
)
def test_captions_are_counted(cues: str, said: str) -> None:
    clip = {"id": "sg_1", "role": "clip", "s": 0, "d": 4000, "src": "a.mp4", "in": 0, "out": 4000}
    draft = {"m": {}, "d": 4000, "t": [{"id": "tr_1", "tt": 0, "name": "Video", "sg": [clip]}]}
    media = {"a.mp4": Media("a.mp4", Path("a.mp4"), "video", 4000, 64, 36, 10, True, 1)}
    outcome = act(f"Add these captions: {cues}.", draft, media)
    assert said in outcome.reply
