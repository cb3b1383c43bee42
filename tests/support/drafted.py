"""What the mock's agent makes of a draft; what many runs of one recipe say is read once in a process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from mock_server.agent import act
from mock_server.media.probe import Media


def drafted(text: str, draft: dict[str, Any], media: Mapping[str, Media]) -> dict[str, Any]:
    """The draft after a message, as `act` makes it."""
    found: dict[str, Any] = json.loads(_drafted(text, json.dumps(draft), tuple(media.items())))
    return found


@cache
def _drafted(text: str, draft: str, media: tuple[tuple[str, Media], ...]) -> str:
    return json.dumps(act(text, json.loads(draft), dict(media)).draft)
