"""What a word of a recipe means, from the help of its verb."""

from __future__ import annotations

from dataclasses import dataclass

from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement, end_of, start_of
from nemo_spec.language.source import Span
from nemo_spec.lsp.cursor import leading_words
from nemo_spec.lsp.document import Document
from nemo_spec.lsp.names import occurrences
from nemo_spec.recipe.binder import bind
from nemo_spec.report.help import broken, on_verb
from nemo_spec.verbs import reference
from nemo_spec.verbs.base import VERBS, Slot, Syntax, syntax_of
from nemo_spec.verbs.registry import find_verb


@dataclass(frozen=True, slots=True)
class Explanation:
    """Markdown about a part of the text."""

    text: str
    span: Span


def explanation(document: Document, offset: int) -> Explanation | None:
    """What is known of the word at a place in characters of the text."""
    statement = document.statement_at(offset)
    if statement is None:
        return None
    for one in occurrences([statement]):
        if one.span.start <= offset <= one.span.end:
            found = document.scope().find(one.name)
            return Explanation(_code(f"let {one.name} = {found}"), one.span) if found else None
    index = next((i for i, token in enumerate(statement.tokens) if _covers(token, offset)), None)
    verb = find_verb(leading_words(statement.tokens))
    if index is None or verb is None:
        return None
    count = len(verb.split())
    if index < count:
        span = Span(statement.source, statement.span.start, end_of(statement.tokens[count - 1]))
        return Explanation(_on_verb(verb), span)
    return _on_slot(document, statement, verb, index)


def _covers(token: Token, offset: int) -> bool:
    return start_of(token) <= offset <= end_of(token)


def _on_verb(verb: str) -> str:
    entry = reference.entry_of(VERBS[verb])
    lines = [*on_verb(entry)]
    head = [*broken(entry.usage)]
    return f"{_code(chr(10).join(head))}\n```text\n{chr(10).join(lines[len(head) :]).strip()}\n```"


def _on_slot(document: Document, statement: Statement, verb: str, index: int) -> Explanation | None:
    syntax = syntax_of(VERBS[verb])
    token = statement.tokens[index]
    slot = _option_at(syntax, statement.tokens, index) or _value_at(
        document, statement, syntax, token
    )
    if slot is None:
        return None
    lines = [_code(slot.plain), slot.about]
    if default := reference.default_of(slot):
        lines.append(f"Without it, `{default}`.")
    if slot.kind:
        lines.append(slot.kind.about)
    return Explanation("\n\n".join(filter(None, lines)), statement.span_of(token))


def _option_at(syntax: Syntax, tokens: list[Token], index: int) -> Slot | None:
    """The option that a token is a word of."""
    for words, slot in sorted(syntax.options.items(), key=lambda item: -len(item[0])):
        parts = words.split()
        for first in range(max(0, index - len(parts) + 1), index + 1):
            if [str(token) for token in tokens[first : first + len(parts)]] == parts:
                return slot
    return None


def _value_at(
    document: Document, statement: Statement, syntax: Syntax, token: Token
) -> Slot | None:
    spans = bind(statement, document.scope()).spans
    place = statement.span_of(token)
    inside = (
        slot
        for slot in syntax.slots
        if (span := spans.get(slot.field)) and span.start <= place.start < span.end
    )
    return next(inside, None)


def _code(text: str) -> str:
    return f"```nemo-edit\n{text}\n```"
