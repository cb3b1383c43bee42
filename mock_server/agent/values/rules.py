"""Tables of regular expressions that rewrite a sentence, of which few have anything to do with it.

Of each expression it is found out once which words it cannot match without. Where a sentence lacks them
it is not tried, nor compiled before a sentence has them: a table of a hundred rules costs little more
than the few that may apply.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from importlib import import_module
from typing import Any, Generic, TypeVar

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import FLAGS, PRIVATE, Values, marked, pattern

# The stubs of `re` do not know its parts.
codes: Any = import_module("re._constants")
parser: Any = import_module("re._parser")

Said = TypeVar("Said")
Words = tuple[str, ...]
Replacement = str | Callable[[re.Match[str]], str]

_MOST, _LONG = 40, 4  # words that are asked for, one of which is needed; letters of a rare word
_SETS = 3  # of words, of which each is needed


class Rule(Generic[Said]):
    """A pattern (see `placeholders`) and what is said in its place."""

    def __init__(self, source: str, said: Said, flags: int = FLAGS) -> None:
        self.source, self.said, self.flags = source, said, flags
        self.needs = needed(source, flags)

    @cached_property
    def pattern(self) -> Regex:
        return pattern(self.source, self.flags)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """As of a regular expression."""
        return self.pattern.finditer(text) if self.has_all(folded(text)) else iter(())

    def has_all(self, seen: str, start: int = 0) -> bool:
        """Whether a folded text has a word of each set from one on."""
        for words in self.needs[start:]:  # the loops are hot: a generator costs twice as much
            for word in words:
                if word in seen:
                    break
            else:
                return False
        return True


class Rules(Generic[Said]):
    """Rules that are applied one after the other."""

    def __init__(self, rows: Iterable[tuple[str, Said]], flags: int = FLAGS) -> None:
        self._rows, self._flags = tuple(rows), flags

    def apply(
        self, text: str, replacement: Callable[[Said], Replacement], *, start: int = 0
    ) -> str:
        """`text` after every rule from a number on; `replacement` makes of what a rule says what
        `re.sub` takes."""
        for number in self._fitting(folded(text), start):
            rule = self._rules[number]
            found = rule.pattern.sub(replacement(rule.said), text)
            if found != text:
                return self.apply(found, replacement, start=number + 1)
        return text

    @cached_property
    def _rules(self) -> list[Rule[Said]]:
        return [Rule(*row, self._flags) for row in self._rows]

    @cached_property
    def _by_pair(self) -> dict[str, list[tuple[str, list[int]]]]:
        """Words of which a rule needs one, with the numbers of these rules, by two characters of each."""
        words: dict[str, list[int]] = {}
        for number, rule in enumerate(self._rules):
            for word in rule.needs[0] if rule.needs else ("",):
                words.setdefault(word, []).append(number)
        found: dict[str, list[tuple[str, list[int]]]] = {}
        for word, numbers in words.items():
            rarest = min(_pairs(word) or {word}, key=_rank)
            found.setdefault(rarest, []).append((word, numbers))
        return found

    def _fitting(self, seen: str, start: int) -> list[int]:
        """The numbers, from one on, of the rules that a folded text has the words for."""
        known = self._by_pair
        found: list[int] = []
        for piece in known.keys() & _pieces(seen):  # as hot a loop
            for word, numbers in known[piece]:
                if word in seen:
                    found += numbers
        rules = self._rules
        return sorted({one for one in found if one >= start and rules[one].has_all(seen, 1)})


_COMMON = "qjxzkvbywgpfmucdlhrsnioate "  # from the rarest letter on; others are rarer


def _pairs(text: str) -> set[str]:
    return set(map(str.__add__, text, text[1:]))


def _rank(piece: str) -> int:
    """How common two characters are beside each other, about."""
    return sum(map(_COMMON.find, piece))


@lru_cache(maxsize=1_000)
def _pieces(seen: str) -> frozenset[str]:
    """The characters and pairs of a text: most tables leave a text as it is for the next."""
    return frozenset({"", *seen, *_pairs(seen)})


def plainly(said: Replacement) -> Replacement:
    """The replacement of rules that say what takes the place of a match."""
    return said


def with_values(
    values: Values,
) -> Callable[[str | Callable[[Values, re.Match[str]], str]], Replacement]:
    """The replacement of rules that say what takes the place of a match, or how it follows from it and
    the values of the message."""
    return lambda said: said if isinstance(said, str) else partial(said, values)


@lru_cache(maxsize=1_000)
def folded(text: str) -> str:
    """A text as it is compared without regard to case, as `re.IGNORECASE` does."""
    return text.casefold().replace("ı", "i")


def needed(source: str, flags: int = FLAGS) -> tuple[Words, ...]:
    """Sets of words of which a folded text must have one each, for a pattern to be found in it."""
    sets = _of_all(parser.parse(marked(source), flags))
    return tuple(sorted(dict.fromkeys(sets), key=_worth, reverse=True)[:_SETS])


def _worth(words: Words) -> tuple[int, int]:
    """How much a set rules out: long words are rare, and so are characters of other scripts; that there
    is a value of some kind is not."""
    shortest = min(len(word) if word.isascii() or PRIVATE.search(word) else _LONG for word in words)
    return min(shortest, _LONG), -len(words)


def _of_all(items: Iterable[tuple[Any, Any]]) -> list[Words]:
    """What a sequence needs: what each of its parts does, and runs of letters as words."""
    found: list[Words] = []
    run = ""
    for code, value in (*items, (None, None)):
        if code is codes.LITERAL:
            run += folded(chr(value))
            continue
        found += [(run,)] if run else []
        run = ""
        found += _of(code, value)
    return found


def _of(code: Any, value: Any) -> Sequence[Words]:
    if code is codes.SUBPATTERN or code is codes.ASSERT:
        return _of_all(value[-1])
    if code is codes.MAX_REPEAT or code is codes.MIN_REPEAT or code is codes.POSSESSIVE_REPEAT:
        return _of_all(value[-1]) if value[0] else ()
    if code is codes.BRANCH:
        return _either([max(_of_all(way), key=_worth, default=()) for way in value[1]])
    return _either([_in_set(*one) for one in value]) if code is codes.IN else ()


def _in_set(code: Any, value: Any) -> Words:
    if code is codes.LITERAL:
        return (folded(chr(value)),)
    few = code is codes.RANGE and value[1] - value[0] < _MOST
    return tuple(folded(chr(one)) for one in range(value[0], value[1] + 1)) if few else ()


def _either(ways: Sequence[Words]) -> Sequence[Words]:
    """What is needed where one of several ways must fit."""
    words = tuple(dict.fromkeys(word for way in ways for word in way))
    return (words,) if all(ways) and len(words) <= _MOST else ()
