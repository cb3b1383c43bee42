"""The draft as it stands in an answer: found, not re-written, and read by what is new in it.

Re-serialising would change spacing, escapes, number spelling and duplicate keys. The draft that is
rendered has to be the draft that came.

A message changes little of a draft. Where its longest list begins or ends as it did before, letter by
letter, what was read of that then is taken over: those items are the same objects. Nobody changes them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from json import JSONDecoder
from json.decoder import WHITESPACE, scanstring  # type: ignore[attr-defined]
from secrets import token_hex
from typing import Any, NamedTuple

from pydantic_core import from_json

_decode = JSONDecoder().raw_decode
_LEVELS = 3
"""How deep lists are looked for: the segments are in a list of a track, which is in a list."""
_MANY = 3
"""Items of a list that is worth it."""
_HEAD, _TAIL = (f"{what} {token_hex(8)}" for what in ("begins", "ends"))
"""They stand for the items that are taken over while the rest is read; nobody else can know them."""


class Place(NamedTuple):
    """Where a value stands in a text."""

    start: int
    end: int


def find(text: str, *path: str) -> Place | None:
    """Where the value at a path of object keys stands in a valid JSON text.

    None when the path leads nowhere. Of duplicate keys the last counts, as it does for `json`.
    """
    return _find(text, _skip(text, 0), path)[1]


def _find(text: str, start: int, path: tuple[str | int, ...]) -> tuple[int, Place | None]:
    """The end of the value at `start`, and where in it is what was looked for."""
    opening = "{" if path and isinstance(path[0], str) else "["
    if not path or text[start] != opening:
        end = _decode(text, start)[1]
        return end, None if path else Place(start, end)
    found, number = None, 0
    at = _skip(text, start + 1)
    while text[at] not in "}]":
        key: str | int = number
        if opening == "{":
            key, at = scanstring(text, at + 1, True)
            at = _skip(text, _skip(text, at) + 1)
        if key == path[0]:
            at, found = _find(text, at, path[1:])
        else:
            at = _decode(text, at)[1]
        at, number = _skip(text, at), number + 1
        if text[at] == ",":
            at = _skip(text, at + 1)
    return at + 1, found


def _skip(text: str, at: int) -> int:
    end: int = WHITESPACE.match(text, at).end()
    return end


# ---- What is new ---------------------------------------------------------------------------------

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Draft:
    """A draft: its text, and what it means. `listed` is its longest list, where that is known."""

    text: str
    value: Any
    listed: Listed | None = field(default=None, compare=False)

    @cached_property
    def longest(self) -> Listed | None:
        """Its longest list, where it has a long one."""
        return self.listed or _longest(self.text, self.value)


@dataclass(frozen=True)
class Listed:
    """A list of objects at a path: the objects, where the first one begins, and how far from there each of
    them ends."""

    path: Path
    items: Sequence[Any]
    start: int
    ends: Sequence[int]

    def head(self, whole: str, count: int) -> str:
        """What is written of its first items; `whole` is the text that it stands in."""
        return whole[self.start : self.start + self.ends[count - 1]] if count else ""

    def tail(self, whole: str, count: int) -> str:
        """What is written of its last items, behind the one before them."""
        first = self.ends[len(self.ends) - count - 1]
        return whole[self.start + first : self.start + self.ends[-1]] if count else ""


def read(text: str, before: Draft | None = None) -> Draft:
    """The draft that is written there, with the items of the one before it where they are the same. Raises
    ValueError for what is no JSON, nested deeply, or holds half of a surrogate pair."""
    was = before and before.longest
    news = _with_news(text, before.text, was) if before and was else None
    return news or Draft(text, from_json(text))


def _with_news(text: str, before: str, was: Listed) -> Draft | None:
    """The same by what is new; None where nothing is as it was.

    A text in which one item stands for several that follow one another is read as the whole would be: in
    front of them the reader is in the middle of the list, and behind them it is so again.
    """
    start, head = _begins(text, before, was)
    middle = start + len(was.head(before, head))
    end, tail = _ends(text, before, was, middle, len(was.items) - max(1, head))
    rest = end - len(was.tail(before, tail))
    marked = f'"{_HEAD}"' * bool(head) + text[middle:rest] + f',"{_TAIL}"' * bool(tail)
    found = _at_path(f"{text[:start]}{marked}{text[end:]}", was.path)
    if found is None or (found[1].count(_HEAD), found[1].count(_TAIL)) != (head > 0, tail > 0):
        return None
    value, items = found
    taken = {_HEAD: was.items[:head], _TAIL: was.items[len(was.items) - tail :]}
    new = [one for one in items if not isinstance(one, str) or one not in taken]
    is_between = items[:1] == [_HEAD] and (not tail or items[-1] == _TAIL)
    items[:] = [one for item in items for one in _all_of(item, taken)]
    is_longest = _longest_list(value)[1] is items
    if not (is_between and is_longest and all(isinstance(one, dict) for one in new)):
        return Draft(text, value)
    by = end - start - was.ends[-1]
    ends = [*was.ends[:head], *_ends_of(text, start, middle, len(new))]
    ends += [one + by for one in was.ends[len(was.items) - tail :]]
    return Draft(text, value, Listed(was.path, items, start, ends))


def _all_of(item: Any, taken: Mapping[str, Sequence[Any]]) -> Sequence[Any]:
    return taken.get(item, (item,)) if isinstance(item, str) else (item,)


def _begins(text: str, before: str, was: Listed) -> tuple[int, int]:
    """Where the items of the list begin, and how many of them follow one another there."""
    start, counts = text.find(was.head(before, 1)), range(1, len(was.items) + 1)
    if start < 0:
        return 0, 0
    return start, bisect_left(
        counts, True, key=lambda n: not text.startswith(was.head(before, n), start)
    )


def _ends(text: str, before: str, was: Listed, middle: int, most: int) -> tuple[int, int]:
    """Where the items of the list end, and how many of them, at most so many, follow one another there, all
    behind the middle."""
    last = was.tail(before, min(1, most))
    end, counts = text.rfind(last) + len(last), range(1, most + 1)
    tail = bisect_left(
        counts,
        True,
        key=lambda n: (
            len(was.tail(before, n)) > end - middle
            or not text.endswith(was.tail(before, n), 0, end)
        ),
    )
    return (end, tail) if tail else (middle, 0)


def _at_path(text: str, path: Path) -> tuple[Any, list[Any]] | None:
    """What a text means, and the list at a path in it; None where there is none."""
    try:
        value = found = from_json(text)
        for key in path:
            found = found[key]
    except (ValueError, LookupError, TypeError):
        return None
    return (value, found) if isinstance(found, list) else None


def _longest(text: str, value: Any) -> Listed | None:
    path, items = _longest_list(value)
    place = _find(text, 0, path)[1] if len(items) >= _MANY else None
    if place is None or not all(isinstance(one, dict) for one in items):
        return None
    start = _skip(text, place.start + 1)
    return Listed(path, items, start, _ends_of(text, start, start, len(items)))


def _longest_list(value: Any) -> tuple[Path, list[Any]]:
    return max(_lists(value), key=lambda found: len(found[1]), default=((), []))


def _lists(value: Any, above: Path = ()) -> Iterator[tuple[Path, list[Any]]]:
    lists = value if isinstance(value, list) else ()
    inside = value.items() if isinstance(value, dict) else enumerate(lists)
    for key, one in inside:
        if isinstance(one, list):
            yield (*above, key), one
        if isinstance(one, dict | list) and len(above) + 1 < _LEVELS:
            yield from _lists(one, (*above, key))


def _ends_of(text: str, start: int, at: int, count: int) -> list[int]:
    """How far from the start so many items end, of which the first begins there or behind a comma."""
    ends = list[int]()
    for _ in range(count):
        at = _skip(text, at)
        at = _decode(text, _skip(text, at + 1) if text[at] == "," else at)[1]
        ends.append(at - start)
    return ends
