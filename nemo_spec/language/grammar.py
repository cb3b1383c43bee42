"""Text → statements, by Lark and the terminals of `grammar/edit.lark`.

The grammar is flat: a statement is any run of tokens, and every text is a recipe. So Lark's lexer finds all
that its parser would, in half of the time. Reading the grammar itself takes longer than planning a short
recipe, so its terminals are kept beside it, in `edit.terminals.json`; `tools/make_terminals.py` writes
them anew.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from lark import TextSlice
from lark import Token as Token
from lark.common import LexerConf
from lark.lexer import BasicLexer, LexerState, PatternRE, TerminalDef

_BESIDE_THE_PACKAGE = Path(__file__).parents[2] / "grammar"
_IN_THE_PACKAGE = Path(__file__).parents[1] / "grammar"
GRAMMAR = "edit.lark"
TERMINALS = "edit.terminals.json"


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
    found: list[list[Token]] = [[]]
    for token in _lexer().lex(LexerState(TextSlice.cast_from(text)), None):
        if token.type == _END_OF_STATEMENT:
            found.append([])
        else:
            found[-1].append(token)
    return [tokens for tokens in found if tokens]


_END_OF_STATEMENT = "_SEP"
_IGNORED = ("_BLANK", "_COMMENT", "_CONTINUATION")


@cache
def _lexer() -> BasicLexer:
    """Priorities keep the order in which the terminals are written down: that in which Lark tries them."""
    shapes = list(reversed(terminals().items()))
    found = [TerminalDef(name, PatternRE(one), place) for place, (name, one) in enumerate(shapes)]
    return BasicLexer(LexerConf(found, re, _IGNORED, skip_validation=True))
