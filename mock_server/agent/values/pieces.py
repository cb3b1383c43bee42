"""Phrases and words that a text is made of, in any order."""

import re
from collections.abc import Iterable

from mock_server.agent.values.lazily import Regex


class Pieces:
    """Named phrases of which a text may hold each once, with words between them that say nothing."""

    def __init__(self, between: str, **forms: str) -> None:
        named = (f"(?P<{name}>{form})" for name, form in forms.items())
        self._pieces = Regex("|".join(named), re.IGNORECASE)
        self._between = Regex(f"(?:{between})+", re.IGNORECASE)

    def found(self, text: str) -> dict[str, str] | None:
        """What each phrase says, and each group in it; None when the text holds anything else."""
        at, found = 0, dict[str, str]()
        while at < len(text):
            if gap := self._between.match(text, at):
                at = gap.end()
                continue
            match = self._pieces.match(text, at)
            if match is None or not match[0] or match.lastgroup in found:
                return None
            found |= {name: said for name, said in match.groupdict().items() if said is not None}
            at = match.end()
        return found


_ENDING = Regex(r"(?:(?<=([a-z]))\1(?:ing|ed)|ing|ed)\Z")


def stems(words: Iterable[str]) -> frozenset[str]:
    """English words without what the ways of a verb, or several things, add to them."""
    return frozenset(_ENDING.sub("", word).rstrip("s").rstrip("e") for word in words)
