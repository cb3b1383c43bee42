"""A rule for a Chinese message that says nothing else, and what such a rule puts in its place."""

from collections.abc import Callable
from re import Match

from mock_server.agent.wording.chinese.plain_words import ASK, STOP
from mock_server.agent.wording.named_by_draft import There

Said = str | Callable[[There, Match[str]], str]


def whole(source: str, said: Said) -> tuple[str, Said]:
    """A rule for a message that says nothing else."""
    return rf"\A{ASK}{source}{STOP}", said
