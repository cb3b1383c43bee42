"""The kept terminals are those of the grammar, and read what a parser of the grammar reads."""

import runpy

from lark import Lark, Token
from support.hostile_text import hostile
from support.paths import ROOT

from nemo_spec.language import grammar

TERMINALS = grammar.grammar_folder() / grammar.TERMINALS


def test_the_kept_terminals_are_those_of_the_grammar():
    made = runpy.run_path(str(ROOT / "tools" / "make_terminals.py"))["terminals"]()
    assert TERMINALS.read_text("utf-8") == made, "run tools/make_terminals.py"


def test_statements_are_those_that_a_parser_of_the_grammar_finds():
    parser = Lark(grammar.grammar_text(), parser="lalr", start="recipe")
    for content in hostile(seed=8, count=200):
        text = content.decode("utf-8", errors="replace")
        parsed = [places(found.children) for found in parser.parse(text).children]
        assert [places(found) for found in grammar.statements(text)] == parsed


def places(tokens: list[Token] | list[grammar.Token]) -> list[tuple[str, str, int, int]]:
    return [(one.type, one.value, one.start_pos, one.end_pos) for one in tokens]
