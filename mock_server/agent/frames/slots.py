"""One clause as a reader sees it: each token is taken once, and none may be left over."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from mock_server.agent.lexicon.tokens import Token
from mock_server.agent.values.placeholders import ANY_KIND

# Words that link others; where they decide something, a frame takes them.
_LINKS = ("", "to", "at", "from", "for", "in", "and", "stop", "then", "must", "ba")

_PREPOSITIONS = frozenset(["to", "at", "from", "for", "in", "by"])


@dataclass(frozen=True)
class _Part:
    """One place of a pattern: what may stand there, and whether it may be missing or stays."""

    kinds: tuple[str, ...]
    optional: bool
    stays: bool


@dataclass(frozen=True)
class _Pattern:
    """`needed` are the kinds without which nothing fits, and those of which one is needed."""

    parts: tuple[_Part, ...]
    needed: frozenset[str]
    one_of: tuple[tuple[str, ...], ...]


@cache
def _pattern(pattern: str) -> _Pattern:
    parts = tuple(
        _Part(tuple(part.strip("^?").split("|")), part.endswith("?"), part.startswith("^"))
        for part in pattern.split()
    )
    must = [part.kinds for part in parts if not part.optional]
    single = frozenset(kinds[0] for kinds in must if len(kinds) == 1)
    return _Pattern(parts, single, tuple(kinds for kinds in must if len(kinds) > 1))


@dataclass
class Slots:
    """The tokens of a clause that nobody has taken yet.

    `it` is what a pronoun means: a role, or `video`. `words` names the clause in a reply.
    """

    tokens: Sequence[Token]
    it: str = "video"
    chinese: bool = False
    taken: set[int] = field(default_factory=set)
    first: int = 0
    """Of a part: where it begins."""

    def copy(self) -> "Slots":
        """The clause as it was before anything was taken."""
        fresh = Slots.__new__(Slots)  # a dozen frames read one clause, and none looks at it anew
        fresh.__dict__.update(self.__dict__, taken=set(), first=0)
        return fresh

    def part(self, start: int, end: int) -> "Slots":
        """Some of its tokens, to be read on their own."""
        taken = {i - start for i in self.taken if start <= i < end}
        return Slots(self.tokens[start:end], self.it, self.chinese, taken, start)

    def take_from(self, part: "Slots") -> None:
        """Take what was taken of a part."""
        self.taken |= {i + part.first for i in part.taken}

    def left(self) -> list[int]:
        """Indexes of the tokens that nobody has taken."""
        return [i for i in range(len(self.tokens)) if i not in self.taken]

    def has(self, *kinds: str) -> bool:
        """Whether a token of one of these kinds is left."""
        return self._first(kinds) is not None

    def said(self, *kinds: str) -> bool:
        """Whether there was such a token, taken or not."""
        return not self.places.keys().isdisjoint(kinds)

    def count(self, *kinds: str) -> int:
        """How many tokens of these kinds are left."""
        return len(self._every(kinds))

    def take(self, *kinds: str) -> bool:
        """Take the first token of one of these kinds; False when there is none."""
        i = self._first(kinds)
        if i is None:
            return False
        self.taken.add(i)
        return True

    def one(self, *kinds: str) -> Any | None:
        """The meaning of the first token of one of these kinds; None when there is none."""
        i = self._first(kinds)
        if i is None:
            return None
        self.taken.add(i)
        return self._meaning(i, kinds)

    def all(self, *kinds: str) -> list[Any]:
        """The meanings of all tokens of these kinds, in order."""
        found = self._every(kinds)
        self.taken.update(found)
        return [self._meaning(i, kinds) for i in found]

    def _first(self, kinds: Collection[str]) -> int | None:
        places = self.places
        if places.keys().isdisjoint(kinds):
            return None
        taken = self.taken
        left = [i for kind in kinds for i in places.get(kind, ()) if i not in taken]
        return min(left) if left else None

    def _every(self, kinds: Collection[str]) -> list[int]:
        if self.places.keys().isdisjoint(kinds):
            return []
        found = {i for kind in kinds for i in self.places.get(kind, ())}
        return sorted(found - self.taken)

    def _meaning(self, i: int, kinds: Iterable[str]) -> Any:
        kind = next(kind for kind in kinds if self.tokens[i].is_a(kind))
        return self.tokens[i].readings[kind.partition(":")[0]]

    def row(self, *patterns: str) -> dict[str, Any] | None:
        """The meanings of the first run of tokens that fits a pattern, by kind.

        A pattern is kinds with spaces between: `a|b` is either, `a?` may be missing, `^a` must stand
        there and is not taken. Words that carry nothing may stand in between.
        """
        for pattern in patterns:
            wanted = _pattern(pattern)
            # Most patterns are not in a clause at all.
            if not self.places.keys() >= wanted.needed or not all(
                self.said(*kinds) for kinds in wanted.one_of
            ):
                continue
            for start in self.left():
                found = self._fit(start, wanted.parts)
                if found is not None:
                    self.taken.update(i for i, _, firm in found if firm)
                    return {
                        kind.partition(":")[0]: self.tokens[i].readings[kind.partition(":")[0]]
                        for i, kind, _ in found
                    }
        return None

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """The indexes of the tokens that may be of a kind, in order."""
        found: dict[str, list[int]] = {}
        for i, token in enumerate(self.tokens):
            for tag in token.tags:
                found.setdefault(tag, []).append(i)
        return found

    def _fit(self, at: int, parts: Sequence[_Part]) -> list[tuple[int, str, bool]] | None:
        if not parts:
            return []
        part, here = parts[0], at < len(self.tokens)
        if here and at not in self.taken:
            kind = next((kind for kind in part.kinds if self.tokens[at].is_a(kind)), None)
            if kind is not None:
                rest = self._fit(at + 1, parts[1:])
                if rest is not None:
                    return [(at, kind, not part.stays), *rest]
        if part.optional:
            rest = self._fit(at, parts[1:])
            if rest is not None:
                return rest
        passed = here and (at in self.taken or self.tokens[at].carries_nothing)
        if passed and self.tokens[at].tags.isdisjoint(ANY_KIND):
            return self._fit(at + 1, parts)
        return None

    def is_spent(self, spare: str) -> bool:
        """Whether all that is left may be left: links, and kinds that say nothing in this frame."""
        kinds = (*_LINKS, *spare.split())
        return all(
            not self.tokens[i].tags.isdisjoint(kinds) and not self._leads_nowhere(i)
            for i in self.left()
        )

    def _leads_nowhere(self, i: int) -> bool:
        """Whether a preposition has nothing behind it: "five seconds in, …"."""
        token = self.tokens[i]
        plain = token.words.isascii() and not (token.carries_nothing or token.is_a("off"))
        if not plain or token.tags.isdisjoint(_PREPOSITIONS):
            return False
        behind = (one for one in self.tokens[i + 1 :] if not one.carries_nothing)
        following = next(behind, None)
        return following is None or following.is_a("stop") or following.is_a("and")
