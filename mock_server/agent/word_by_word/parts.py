"""The parts of a message: what each of its words says."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, marked

Build = Callable[[re.Match[str]], object]


@dataclass(frozen=True)
class Part:
    """One thing that is said: its kind, its value (times in ms, shares 0-1), its words."""

    kind: str
    value: object
    words: str


@dataclass(frozen=True)
class Thing:
    """What an order is about: a role or `video`, which ones of it (from 0, in time order), whether its noun
    was said in the plural, and whether with its text: "the title 'Hi'"."""

    role: str
    which: tuple[int, ...] = ()
    many: bool = False
    told: bool = False


class Lexicon:
    """What is known of a language: of the entries that fit, the longest counts."""

    def __init__(self, entries: Iterable[tuple[str, str, object]], end: str) -> None:
        self._entries = [
            (kind, Regex(f"(?:{marked(source)}){end}", FLAGS), value)
            for kind, source, value in entries
        ]

    def parts(self, text: str) -> list[Part] | None:
        """The parts of a text; None where a word of it is not known."""
        found: list[Part] = []
        at = 0
        while at < len(text):
            if text[at] == " ":
                at += 1
                continue
            best: tuple[int, str, object, re.Match[str]] | None = None
            for kind, regex, value in self._entries:
                match = regex.match(text, at)
                if match and match.end() > at and (best is None or match.end() > best[0]):
                    best = match.end(), kind, value, match
            if best is None:
                return None
            end, kind, value, match = best
            if kind:
                found.append(Part(kind, value(match) if callable(value) else value, match[0]))
            at = end
        return found

    def knows_any(self, text: str, besides: Container[str]) -> bool:
        """Whether a word of a text is known as a part of another kind than `besides`."""
        starts = [one.start() for one in re.finditer(r"\b\w", text)]
        return any(
            kind not in besides and (match := regex.match(text, at)) and match.end() > at
            for kind, regex, _ in self._entries
            for at in starts
        )


@dataclass
class Clause:
    """The parts of one order, from which an order takes what it is made of."""

    parts: list[Part] = field(default_factory=list)

    def take(self, *kinds: str) -> object:
        """The value of the first part of these kinds, which is taken out; None where there is none."""
        for i, one in enumerate(self.parts):
            if one.kind in kinds:
                del self.parts[i]
                return one.value
        return None

    def all(self, kind: str) -> list[object]:
        """The values of all parts of a kind, which are taken out."""
        found = [one.value for one in self.parts if one.kind == kind]
        self.parts = [one for one in self.parts if one.kind != kind]
        return found

    def has(self, *kinds: str) -> bool:
        return any(one.kind in kinds for one in self.parts)

    def says(self, kind: str, value: object) -> bool:
        """Whether there is a part of this kind and value; it is taken out."""
        for i, one in enumerate(self.parts):
            if (one.kind, one.value) == (kind, value):
                del self.parts[i]
                return True
        return False

    def count(self, kind: str) -> int:
        return sum(one.kind == kind for one in self.parts)


def kinds(parts: Sequence[Part]) -> set[str]:
    """The kinds of some parts."""
    return {one.kind for one in parts}
