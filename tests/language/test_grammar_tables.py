"""The saved tables belong to the grammar and read what the grammar reads; others are not used."""

import json
from hashlib import sha256

import lark
import pytest
from lark import Lark
from support.hostile_text import hostile

from nemo_spec.language import grammar

TEXT = grammar.grammar_text()
SAVED = (grammar.grammar_folder() / grammar.TABLES).read_text("utf-8")


def test_the_saved_tables_are_those_of_the_grammar():
    digest = sha256(TEXT.encode()).hexdigest()
    assert json.loads(SAVED)["grammar"] == digest, "run tools/make_tables.py"


@pytest.mark.parametrize("tables", [SAVED, grammar.make_tables()], ids=["saved", "made"])
def test_the_tables_read_what_the_grammar_reads(tables: str):
    saved = json.dumps(json.loads(tables) | {"lark": lark.__version__})
    from_tables = grammar.from_tables(TEXT, saved)
    from_grammar = Lark(TEXT, parser="lalr", start="recipe", transformer=grammar._Statements())
    assert from_tables is not None
    for content in hostile(seed=8, count=200):
        text = content.decode("utf-8", errors="replace")
        assert places(from_tables, text) == places(from_grammar, text)


@pytest.mark.parametrize(
    "tables",
    [
        "",
        "{",
        "[]",
        json.dumps(json.loads(SAVED) | {"lark": "1.0"}),
        json.dumps(json.loads(SAVED) | {"grammar": sha256(b"another").hexdigest()}),
    ],
)
def test_tables_of_anything_else_are_not_used(tables: str):
    assert grammar.from_tables(TEXT, tables) is None


def places(parser: Lark, text: str) -> list[list[tuple[str, str, int | None]]]:
    statements = parser.parse(text)
    return [[(token.type, token.value, token.start_pos) for token in s] for s in statements]
