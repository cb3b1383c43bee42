"""Write the terminals of recipes anew, after a change of `grammar/edit.lark`.

python tools/make_terminals.py
"""

from __future__ import annotations

import json

from lark import Lark
from lark.lexer import BasicLexer

from nemo_spec.language import grammar

FILE = grammar.grammar_folder() / grammar.TERMINALS


def terminals() -> str:
    """The terminals as their file holds them, in the order in which Lark tries them."""
    read = Lark(grammar.grammar_text(), parser="lalr", lexer="basic", start="recipe")
    lexer = read.parser.lexer
    assert isinstance(lexer, BasicLexer)
    shapes = {one.name: one.pattern.to_regexp() for one in lexer.terminals}
    return json.dumps(shapes, indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(terminals(), "utf-8")
