"""Write the parser's tables anew, after a change of `grammar/edit.lark` or of Lark itself.

python tools/make_tables.py
"""

from __future__ import annotations

from nemo_spec.language import grammar

if __name__ == "__main__":
    (grammar.grammar_folder() / grammar.TABLES).write_text(grammar.make_tables(), "utf-8")
