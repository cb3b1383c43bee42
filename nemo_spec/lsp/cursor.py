"""What stands before the cursor: the statement so far, and the word that is being typed.

A word of our own is put in the place of the one that is being typed, and the text up to it is parsed.
What becomes of that word tells where the cursor is: a word of a statement, inside a text, in a comment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement, parse
from nemo_spec.language.source import Source
from nemo_spec.verbs.base import VERBS, Slot, Syntax, syntax_of
from nemo_spec.verbs.registry import find_verb

_STAND_IN = "the-cursor-is-here"
_TYPED = re.compile(r"\$?[\w-]*\Z")


@dataclass(frozen=True, slots=True)
class Cursor:
    """`statement` holds the tokens before the cursor, `typed` the beginning of a word right before it;
    `text` is the beginning of the text that the cursor is inside of, without its quote."""

    statement: Statement
    typed: str
    text: str | None = None

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the statement before the cursor, without what is being typed."""
        return self.statement.tokens

    @property
    def verb(self) -> str | None:
        """The verb of the statement, the longest that the tokens begin with."""
        return find_verb(leading_words(self.tokens))

    @property
    def syntax(self) -> Syntax | None:
        """What the verb takes."""
        return syntax_of(VERBS[self.verb]) if self.verb else None

    @property
    def behind_verb(self) -> list[Token]:
        """The tokens between the verb and the cursor."""
        return self.tokens[len((self.verb or "").split()) :]


def cursor_at(source: Source, offset: int) -> Cursor | None:
    """The cursor at a place (characters of `source.text`); None in comments and inside numbers."""
    before = source.text[:offset]
    found = _TYPED.search(before)
    assert found is not None
    typed = found[0]
    cut = Source(source.name, before[: found.start()] + _STAND_IN)
    statements = parse(cut).statements
    *tokens, last = statements[-1].tokens if statements else [Token("WORD", "")]
    statement = Statement(cut, tokens)
    if last == _STAND_IN:
        return Cursor(statement, typed)
    if last.type == "UNTERMINATED" and last.endswith(_STAND_IN):
        return Cursor(statement, typed, last[1:].removesuffix(_STAND_IN) + typed)
    is_inside = last.endswith(_STAND_IN) and typed.startswith("$")  # as in `0-$length`
    return Cursor(statement, typed) if is_inside else None


def leading_words(tokens: list[Token]) -> list[str]:
    """The words that a statement begins with, at most as many as a verb has."""
    words = []
    for token in tokens[:4]:
        if token.type != "WORD":
            break
        words.append(str(token))
    return words


def option_before(syntax: Syntax, tokens: list[Token]) -> Slot | None:
    """The option whose words are the last of the tokens, and whose value is still to come."""
    for words, slot in sorted(syntax.options.items(), key=lambda item: -len(item[0])):
        parts = words.split()
        if slot.kind and [str(token) for token in tokens[-len(parts) :]] == parts:
            return slot
    return None
