"""One clause as a reader sees it: each token is taken once, and none may be left over."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mock_server.agent.placeholders import ANY_KIND
from mock_server.agent.tokens import Token

# Words that link others; where they decide something, a frame takes them.
_LINKS = ("", "to", "at", "from", "for", "in", "and", "stop", "then", "must", "ba")


@dataclass
class Slots:
    """The tokens of a clause that nobody has taken yet.

    `it` is what a pronoun means: a role, or `video`. `words` names the clause in a reply.
    """

    tokens: Sequence[Token]
    it: str = "video"
    chinese: bool = False
    taken: set[int] = field(default_factory=set)

    def copy(self) -> "Slots":
        """The clause as it was before anything was taken."""
        return Slots(self.tokens, self.it, self.chinese)

    def left(self) -> list[int]:
        """Indexes of the tokens that nobody has taken."""
        return [i for i in range(len(self.tokens)) if i not in self.taken]

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of these kinds is left."""
        return any(self.tokens[i].is_a(kind) for i in self.left() for kind in kinds)

    def said(self, *kinds: str) -> bool:
        """Whether there was such a token, taken or not."""
        return any(token.is_a(kind) for token in self.tokens for kind in kinds)

    def count(self, *kinds: str) -> int:
        """How many tokens of these kinds are left."""
        return sum(any(self.tokens[i].is_a(kind) for kind in kinds) for i in self.left())

    def take(self, *kinds: str) -> bool:
        """Take the first token of one of these kinds; False when there is none."""
        return self._first(kinds) is not None

    def one(self, *kinds: str) -> Any | None:
        """The meaning of the first token of one of these kinds; None when there is none."""
        i = self._first(kinds)
        return None if i is None else self._meaning(i, kinds)

    def all(self, *kinds: str) -> list[Any]:
        """The meanings of all tokens of these kinds, in order."""
        found = []
        while (i := self._first(kinds)) is not None:
            found.append(self._meaning(i, kinds))
        return found

    def _first(self, kinds: Iterable[str]) -> int | None:
        for i in self.left():
            if any(self.tokens[i].is_a(kind) for kind in kinds):
                self.taken.add(i)
                return i
        return None

    def _meaning(self, i: int, kinds: Iterable[str]) -> Any:
        kind = next(kind for kind in kinds if self.tokens[i].is_a(kind))
        return self.tokens[i].readings[kind.partition(":")[0]]

    def row(self, *patterns: str) -> dict[str, Any] | None:
        """The meanings of the first run of tokens that fits a pattern, by kind.

        A pattern is kinds with spaces between: `a|b` is either, `a?` may be missing, `^a` must stand
        there and is not taken. Words that carry nothing may stand in between.
        """
        for pattern in patterns:
            parts = pattern.split()
            for start in self.left():
                found = self._fit(start, parts)
                if found is not None:
                    self.taken.update(i for i, _, firm in found if firm)
                    return {
                        kind.partition(":")[0]: self.tokens[i].readings[kind.partition(":")[0]]
                        for i, kind, _ in found
                    }
        return None

    def _fit(self, at: int, parts: Sequence[str]) -> list[tuple[int, str, bool]] | None:
        if not parts:
            return []
        part = parts[0]
        kinds = part.strip("^?").split("|")
        if at < len(self.tokens) and at not in self.taken:
            kind = next((kind for kind in kinds if self.tokens[at].is_a(kind)), None)
            if kind is not None:
                rest = self._fit(at + 1, parts[1:])
                if rest is not None:
                    return [(at, kind, not part.startswith("^")), *rest]
        if part.endswith("?"):
            rest = self._fit(at, parts[1:])
            if rest is not None:
                return rest
        passed = at < len(self.tokens) and (at in self.taken or self.tokens[at].carries_nothing)
        if passed and not any(self.tokens[at].is_a(kind) for kind in ANY_KIND):
            return self._fit(at + 1, parts)
        return None

    def is_spent(self, spare: str) -> bool:
        """Whether all that is left may be left: links, and kinds that say nothing in this frame."""
        kinds = (*_LINKS, *spare.split())
        return all(any(self.tokens[i].is_a(kind) for kind in kinds) for i in self.left())
