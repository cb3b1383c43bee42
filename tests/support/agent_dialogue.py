"""A conversation with the mock's agent, in process: no server, no files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from mock_server.agent import Outcome, act
from support.agent_views import MEDIA, draft_of

_CLAIM = re.compile(r"\bDone\b|完成")
_PARTLY = re.compile(r"\bI did a part of that\b|只做了一部分")


@dataclass
class Dialogue:
    """The draft as it is now, and those before it."""

    draft: dict[str, Any]
    earlier: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, view: str) -> Dialogue:
        """A conversation that begins with the draft of that line."""
        return cls(draft_of(view))

    def say(self, message: str) -> Outcome:
        """The outcome of one message."""
        outcome = act(message, self.draft, MEDIA, self.earlier)
        self.draft, self.earlier = outcome.draft, outcome.earlier
        return outcome


def claims(reply: str) -> bool:
    """Whether a reply says that something was done."""
    return bool(_CLAIM.search(reply))


def says_partly(reply: str) -> bool:
    """Whether a reply says that something was done, and something not."""
    return bool(_PARTLY.search(reply))
