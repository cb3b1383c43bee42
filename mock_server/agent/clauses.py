"""Split a message into clauses: one instruction each, with placeholders for its values."""

import re
from dataclasses import dataclass, field
from typing import Any

from mock_server.agent.clause_joining import LONGEST, another, continues
from mock_server.agent.files import take_files
from mock_server.agent.placeholders import ANY, Values, index, marks, pattern
from mock_server.agent.quantities import take_quantities
from mock_server.agent.quotes import take_quotes, whole_characters
from mock_server.agent.ranges import take_ranges
from mock_server.agent.segmentation import (
    HARD_BREAK,
    LEAD,
    NO_START,
    NUMBERING,
    REMARK,
    SOFT_BREAK,
    STARTER,
    UNQUOTED_TEXT,
)

MOST = 1_000
_PLAIN = str.maketrans(
    "０１２３４５６７８９：％（）＋－–—−～‐‑×；，！？　\u00a0\u202f\u2009、’",
    "0123456789:%()+-------x;,!?    ,'",
)
_SPACES = re.compile(r"[^\S\n]+")


@dataclass
class Clause:
    """One instruction: its words with placeholders, and which values it has used."""

    text: str
    values: Values
    used: set[int] = field(default_factory=set)

    def has(self, source: str) -> bool:
        """Whether the pattern occurs in the first `LONGEST` characters."""
        return bool(pattern(source).search(self.text, 0, LONGEST))

    def take(self, *sources: str) -> Any | None:
        """The value captured by the first pattern that occurs with an unused one; it is used up."""
        for source in sources:
            for match in pattern(source).finditer(self.text, 0, LONGEST):
                found = [index(digits) for digits in match.groups() if digits]
                if found and not self.used.intersection(found):
                    self.used.update(found)
                    return self.values.items[found[0]]
        return None

    def next(self, *kinds: str) -> Any | None:
        """The first unused value of these kinds; it is used up."""
        left = self.left(*kinds)
        if not left:
            return None
        self.used.add(left[0])
        return self.values.items[left[0]]

    def all(self, *kinds: str) -> list[Any]:
        """All unused values of these kinds, in order; they are used up."""
        left = self.left(*kinds)
        self.used.update(left)
        return [self.values.items[i] for i in left]

    def left(self, *kinds: str) -> list[int]:
        """Indexes of the unused values of these kinds, in order."""
        return [i for i in marks(self.text, *kinds) if i not in self.used]


def clauses(message: str, names: tuple[str, ...] = ()) -> list[Clause]:
    """The instructions of `message` in order; `names` are the uploads that it may mention."""
    values = Values()
    text = take_quotes(whole_characters(message), values)
    text = _SPACES.sub(" ", text.translate(_PLAIN))
    text = take_files(UNQUOTED_TEXT.sub(lambda m: _unquoted(m, values), text), values, names)
    sentences = HARD_BREAK.split(NUMBERING.sub("\n", text))
    marked = [_mark(sentence, values) for sentence in sentences if sentence]
    return [Clause(text, values) for text in _joined(marked)]


def _unquoted(match: re.Match[str], values: Values) -> str:
    return f"{match[1]} {values.mark('text', match[2].strip())} "


def _mark(sentence: str, values: Values) -> str:
    return take_ranges(take_quantities(sentence, values), values)


def _joined(sentences: list[str]) -> list[str]:
    """The pieces of all sentences, each continuation joined to the piece it continues."""
    done: list[str] = []
    for sentence in sentences:
        for piece in _pieces(sentence):
            if done and continues(piece, done[-1]):
                done[-1] = f"{done[-1]}, {piece}"
            elif _says_something(piece):
                done.append(piece)
    return done


def _pieces(sentence: str) -> list[str]:
    starts = [0]
    for match in SOFT_BREAK.finditer(sentence):
        if _starts(sentence, match.end()) and not LEAD.fullmatch(
            sentence, starts[-1], match.start()
        ):
            starts.append(match.end())
    ends = [*starts[1:], len(sentence)]
    pieces = [sentence[a:b].strip(" ,:") for a, b in zip(starts, ends, strict=True)]
    return [_with_verb(piece, pieces[0]) for piece in pieces]


def _starts(sentence: str, at: int) -> bool:
    """Whether a new instruction, or a remark, starts there."""
    if NO_START.match(sentence, at):
        return False
    return bool(STARTER.match(sentence, at) or REMARK.match(sentence, at)) or another(sentence, at)


def _with_verb(piece: str, head: str) -> str:
    """ "… and the title “B”" does the same as the piece before it did."""
    verb = STARTER.match(head) if another(piece, 0) else None
    return f"{verb[0].strip()} {piece}" if verb else piece


def _says_something(piece: str) -> bool:
    return any(c.isalnum() or c in ANY for c in piece[:LONGEST])
