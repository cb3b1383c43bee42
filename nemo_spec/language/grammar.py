"""Text → tokens, by the terminals of `grammar/edit.lark`.

The grammar is flat: a statement is any run of tokens, and every text is a recipe. So its terminals
say all of it, and one regular expression of them reads a text several times as fast as Lark does.
They are kept beside it in `edit.terminals.json`, in the order in which Lark tries them;
`tools/make_terminals.py` writes them anew.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Self

_BESIDE_THE_PACKAGE = Path(__file__).parents[2] / "grammar"
_IN_THE_PACKAGE = Path(__file__).parents[1] / "grammar"
GRAMMAR = "edit.lark"
TERMINALS = "edit.terminals.json"


class Token(str):
    """A piece of a recipe as it is written.

    `type` is its terminal in the grammar; `start_pos` and `end_pos` are characters from the start of the
    file. `value` is the plain text, which Python looks up faster than a text of another class.
    """

    __slots__ = ("end_pos", "start_pos", "type", "value")

    type: str
    value: str
    start_pos: int
    end_pos: int

    def __new__(cls, type: str, value: str, start_pos: int = 0, end_pos: int = 0) -> Self:
        token = super().__new__(cls, value)
        token.type = type
        token.value = value
        token.start_pos = start_pos
        token.end_pos = end_pos
        return token


def grammar_folder() -> Path:
    """Beside the package in a checkout, inside it when installed."""
    return _IN_THE_PACKAGE if _IN_THE_PACKAGE.is_dir() else _BESIDE_THE_PACKAGE


def grammar_text() -> str:
    """The grammar as it is shipped. Raises OSError where the file is missing."""
    return (grammar_folder() / GRAMMAR).read_text("utf-8")


@cache
def terminals() -> dict[str, str]:
    """The regular expressions of the grammar by name: the first that fits is taken.

    Raises OSError where their file is missing.
    """
    found: dict[str, str] = json.loads((grammar_folder() / TERMINALS).read_text("utf-8"))
    return found


def statements(text: str) -> list[list[Token]]:
    """The tokens of each statement, never none."""
    found: list[list[Token]] = []
    tokens: list[Token] = []
    for match in _pattern().finditer(text):
        name = match.lastgroup or ""
        if name == _END_OF_STATEMENT:
            found.append(tokens)
            tokens = []
        elif name not in _IGNORED:
            tokens.append(Token(name, match[0], *match.span()))
    return [tokens for tokens in (*found, tokens) if tokens]


_END_OF_STATEMENT = "_SEP"
_IGNORED = frozenset(("_BLANK", "_COMMENT", "_CONTINUATION"))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in terminals().items()))
