"""Turn a marked sentence into tokens: each word of the lexicon with everything it may mean."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from mock_server.agent import lexicon
from mock_server.agent.lexicon.real_words import REAL_WORDS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of
from mock_server.agent.values.quotes import Unclosed
from mock_server.agent.values.ranges import Clip, Middle, Others, Portion, Within

_NO_ORDER = {"not", "doubt", "cond"}
_WORD = Regex(r"[a-z][a-z']*", re.IGNORECASE)
_WITHIN = Regex(r"[a-z][a-z']", re.IGNORECASE)
_STOPS = Regex(r"[,、]")
_SHORTEST_TYPO, _SURE = 3, 5


@dataclass(frozen=True)
class Token:
    """A word and its readings: kind to meaning. A word without readings is unknown."""

    words: str
    readings: dict[str, Any]
    at: int

    @cached_property
    def tags(self) -> frozenset[str]:
        """Every kind that it may be, alone and as `kind:meaning`."""
        return frozenset(
            (*self.readings, *(f"{kind}:{one}" for kind, one in self.readings.items()))
        )

    def is_a(self, kind: str) -> bool:
        """Whether it can be read as this kind; `kind:meaning` asks for a meaning, too."""
        return kind in self.tags

    @property
    def carries_nothing(self) -> bool:
        """Whether it can be left out."""
        return "" in self.readings


@cache
def phrases() -> dict[str, dict[str, Any]]:
    """Every phrase of the lexicon, spelled out, with its readings."""
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for kind, meaning, row in lexicon.rows():
        for phrase in re.findall(r"(?:\([^)]*\)|[^|(])+", row):
            for spelled in _spelled_out(phrase):
                found[spelled].setdefault(kind, meaning)
    return dict(found)


_CHOICE = Regex(r"\(([^)]*)\)(\??)|\[([a-z]*)\]|([^ ])\?")


def _spelled_out(phrase: str) -> list[str]:
    """Every spelling of a phrase: `(a|b)`, `[sz]` and `s?` are choices."""
    if "~" in phrase:
        return [one for gap in ("", " ") for one in _spelled_out(phrase.replace("~", gap, 1))]
    choice = _CHOICE.search(phrase)
    if choice is None:
        return [" ".join(phrase.split())]
    options = choice[1].split("|") if choice[1] is not None else list(choice[3] or choice[4] or "")
    if choice[2] or choice[4]:
        options.append("")
    return [
        spelled
        for option in options
        for spelled in _spelled_out(phrase[: choice.start()] + option + phrase[choice.end() :])
    ]


def knows(words: str) -> bool:
    """Whether the lexicon has these words, as they are spelled."""
    return words.lower().replace("-", " ") in phrases()


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For the first two characters of a phrase how long it may be, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for phrase in phrases():
        found[phrase[:2]].add(len(phrase))
    return {head: tuple(sorted(lengths, reverse=True)) for head, lengths in found.items()}


def _known(text: str, at: int) -> str | None:
    """The longest phrase that stands there; one in letters ends where the word ends."""
    for length in (*_lengths().get(text[at : at + 2], ()), 1):
        end = at + length
        if text[at:end] in phrases() and not _WITHIN.fullmatch(text, end - 1, end + 1):
            return text[at:end]
    return None


def tokens(text: str, values: Values) -> list[Token]:
    """The tokens of a sentence whose values are marked."""
    found: list[Token] = []
    plain = text.lower().replace("-", " ")
    at = 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        token, at = _next(text, plain, at, values)
        if token is not None and not _is_gloss(token, found, text):
            found.append(token)
    return found


def _is_gloss(token: Token, before: list[Token], text: str) -> bool:
    """Whether a word in brackets only says once more what stands before them: "红色(red)"."""
    bracketed = text[: token.at].rstrip().endswith("(")
    return bracketed and bool(before) and token.readings == before[-1].readings != {}


def _next(text: str, plain: str, at: int, values: Values) -> tuple[Token | None, int]:
    mark = MARK.match(text, at)
    if mark:
        i = index(mark[2])
        return Token(values.words[i], _readings(mark[1], values, i), at), mark.end()
    if text[at] == "?":
        return Token("?", {"question": None}, at), at + 1
    if _STOPS.match(text, at):
        return Token(text[at], {"stop": None}, at), at + 1
    known = _known(plain, at)
    if known is not None:
        end = at + len(known)
        return Token(text[at:end], phrases()[known], at), end
    return _unknown(text, at)


# "Over the last 2 s" may say how long something takes; "from 5 to 7 s" only says when.
_EDGE = Regex(
    r"first|last|final|closing|concluding|opening|initial|beginning|start|end|[前后头尾末]", re.I
)


def _readings(code: str, values: Values, i: int) -> dict[str, Any]:
    kind = kind_of(code)
    if isinstance(values.items[i], Unclosed):
        return {}
    if isinstance(values.items[i], Clip):
        return {"nth": values.items[i]}
    if isinstance(values.items[i], Middle | Others | Portion | Within):
        return {"portion": values.items[i]}
    edge = kind == "range" and _EDGE.search(values.words[i])
    return {kind: values.items[i]} | ({"edge": values.items[i]} if edge else {})


def _unknown(text: str, at: int) -> tuple[Token | None, int]:
    word = _WORD.match(text, at)
    if word:
        return Token(word[0], _corrected(word[0].lower()), at), word.end()
    if text[at].isalnum():
        return Token(text[at], {}, at), at + 1
    return None, at + 1


@cache
def _corrected(word: str) -> dict[str, Any]:
    """The readings of the one known word that this may be a slip for; none when in doubt."""
    if word in REAL_WORDS:
        return {}
    near = {
        tuple(sorted(phrases()[known], key=str)): phrases()[known]
        for known in _plain_words()
        if known[0] == word[0]
        and _is_slip(word, known)
        and not phrases()[known].keys() <= _NO_ORDER
    }
    return next(iter(near.values())) if len(near) == 1 else {}


@cache
def _plain_words() -> tuple[str, ...]:
    return tuple(one for one in phrases() if re.fullmatch(r"[a-z]{3,}", one))


def _is_slip(word: str, known: str) -> bool:
    """One letter missing or two swapped; in longer words also one letter wrong or too many."""
    if len(word) < _SHORTEST_TYPO:
        return False
    if len(known) == len(word) + 1 >= _SURE - 1:
        return any(known[:i] + known[i + 1 :] == word for i in range(len(known)))
    if len(known) == len(word):
        unlike = [i for i in range(len(word)) if word[i] != known[i]]
        if len(unlike) == 2 and unlike[1] == unlike[0] + 1:
            a, b = unlike
            return word[a] == known[b] and word[b] == known[a]
        return len(unlike) == 1 and len(word) >= _SURE
    if len(word) == len(known) + 1 and len(known) >= _SURE:
        return any(word[:i] + word[i + 1 :] == known for i in range(len(word)))
    return False
