"""The executed grammar, `grammar/edit.lark`, as a Lark parser.

Building the parser's tables from the grammar takes longer than planning a short recipe, so the tables
are kept beside it, in `edit.tables.json`. They are used when they belong to this very grammar and to
the installed version of Lark; otherwise the tables are built from the grammar. `tools/make_tables.py`
writes them anew.
"""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import lark
from lark import Lark, Token, Transformer
from lark.grammar import Rule
from lark.lexer import TerminalDef

_BESIDE_THE_PACKAGE = Path(__file__).parents[2] / "grammar"
_IN_THE_PACKAGE = Path(__file__).parents[1] / "grammar"
GRAMMAR = "edit.lark"
TABLES = "edit.tables.json"


def grammar_folder() -> Path:
    """Beside the package in a checkout, inside it when installed."""
    return _IN_THE_PACKAGE if _IN_THE_PACKAGE.is_dir() else _BESIDE_THE_PACKAGE


def grammar_text() -> str:
    """The grammar as it is shipped. Raises OSError where the file is missing."""
    return (grammar_folder() / GRAMMAR).read_text("utf-8")


@cache
def parser() -> Lark:
    """The parser; it gives the tokens of each statement as a list."""
    text = grammar_text()
    return from_tables(text, _saved()) or Lark(text, **_OPTIONS, transformer=_Statements())


def make_tables() -> str:
    """The tables of the grammar, as the file of tables holds them."""
    text = grammar_text()
    data, memo = Lark(text, **_OPTIONS).memo_serialize([TerminalDef, Rule])
    tables = {"lark": lark.__version__, "grammar": _digest(text), "data": data, "memo": memo}
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n"


def from_tables(text: str, saved: str) -> Lark | None:
    """The parser of a grammar from saved tables; None when they belong to something else."""
    try:
        tables = json.loads(saved, object_hook=_numbered)
    except ValueError:
        return None
    if not isinstance(tables, dict) or tables.get("lark") != lark.__version__:
        return None
    if tables.get("grammar") != _digest(text):
        return None
    return Lark.__new__(Lark)._load(tables, transformer=_Statements())


class _Statements(Transformer[Token, Any]):
    def recipe(self, children: list[list[Token] | None]) -> list[list[Token]]:
        return [child for child in children if child]

    def statement(self, children: list[Token]) -> list[Token]:
        return children


_OPTIONS: dict[str, Any] = {"parser": "lalr", "start": "recipe"}


def _saved() -> str:
    try:
        return (grammar_folder() / TABLES).read_text("utf-8")
    except OSError:
        return ""


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _numbered(table: dict[str, Any]) -> dict[Any, Any]:
    """JSON has no numbers for keys, Lark's tables have."""
    if next(iter(table), "").isdigit():
        return {int(key): content for key, content in table.items()}
    return table
