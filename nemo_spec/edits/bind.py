"""Tokens → statement: each value to the field whose kind it is, each option by its words.

The classes know the words, so every complaint about a word is made here, all of a statement at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from lark import Token

from nemo_spec.edits.base import Slot, Statement, Syntax, syntax_of, verb_of
from nemo_spec.edits.names import TOKEN_NAMES, Scope, inserted
from nemo_spec.edits.verbs import BY_VERB, completions, find_verb
from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.parser import end_of, junk, start_of
from nemo_spec.language.source import Span
from nemo_spec.language.values import Insert, Invalid


@dataclass(slots=True)
class Bound:
    """A statement with the places of its fields; `statement` is None when it was refused."""

    statement: Statement | None
    span: Span
    spans: dict[str, Span]
    diagnostics: list[Diagnostic]


def bind(written: Written, scope: Scope) -> Bound:
    """The statement that the tokens say, or all that is wrong with them."""
    found, count, problem = _verb(written, scope)
    if found is None:
        assert problem is not None
        return Bound(None, written.span, {}, [problem])
    binding = _Binding(written, found, scope)
    return binding.run(written.tokens[count:])


def _verb(written: Written, scope: Scope) -> tuple[type[Statement] | None, int, Diagnostic | None]:
    words = []
    for token in written.tokens[:4]:
        if token.type != "WORD":
            break
        words.append(token.value)
    if verb := find_verb(words):
        return BY_VERB[verb], verb.count(" ") + 1, None
    return None, 0, _no_verb(written, words, scope)


def _no_verb(written: Written, words: list[str], scope: Scope) -> Diagnostic:
    first = written.tokens[0]
    span = written.span_of(first)
    if not words:
        if first.type in ("JUNK", "UNTERMINATED"):
            return junk(first, span)
        return Diagnostic("E102", "a statement begins with a verb", span, "see `nemo-spec help`")
    if ways := completions(words[0]):
        shown = ", ".join(f"`{way}`" for way in ways)
        return Diagnostic("E112", f"`{words[0]}` is not finished", span, f"write {shown}")
    if lower := find_verb([word.lower() for word in words]):
        length = lower.count(" ") + 1
        whole = Span(span.source, span.start, end_of(written.tokens[length - 1]))
        return Diagnostic("E111", "keywords are lower case", whole, f"write `{lower}`")
    cure = scope.suggest(words[0], list(BY_VERB), "see `nemo-spec help`")
    return Diagnostic("E102", f"unknown verb `{words[0][:40]}`", span, cure)


@cache
def _option_words(statement: type[Statement]) -> dict[str, tuple[tuple[list[str], Slot], ...]]:
    """Options by their first word, the longest first."""
    by_first: dict[str, list[tuple[list[str], Slot]]] = {}
    for words, slot in syntax_of(statement).options.items():
        by_first.setdefault(words.split()[0], []).append((words.split(), slot))
    return {
        first: tuple(sorted(slots, key=lambda item: -len(item[0])))
        for first, slots in by_first.items()
    }


class _Binding:
    """One statement on its way from tokens to fields."""

    def __init__(self, written: Written, statement: type[Statement], scope: Scope) -> None:
        self.written, self.statement, self.scope = written, statement, scope
        self.syntax: Syntax = syntax_of(statement)
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self.tokens: list[Token] = []
        self.position = 0
        self.failed = False

    def run(self, tokens: list[Token]) -> Bound:
        self.tokens = list(self._substituted(tokens))
        while self.position < len(self.tokens):
            self._take()
        self._require()
        failed = self.failed or bool(self.diagnostics)
        statement = None if failed else self.statement(**self.fields)
        return Bound(statement, self.written.span, self.spans, self.diagnostics)

    # -- one value or option --

    def _take(self) -> None:
        token = self.tokens[self.position]
        if token.type == "WORD" and (option := self._option(token)):
            self._take_option(*option)
            return
        self.position += 1
        slot = self._free_slot(token)
        if slot:
            self._fill(slot, token)
        else:
            self._unexpected(token)

    def _option(self, token: Token) -> tuple[Slot, int] | None:
        for words, slot in _option_words(self.statement).get(token.value, ()):
            upto = self.position + len(words)
            if [str(other) for other in self.tokens[self.position : upto]] == words:
                return slot, len(words)
        return None

    def _take_option(self, slot: Slot, length: int) -> None:
        first = self.tokens[self.position]
        self.position += length
        span = self._span(first, self.tokens[self.position - 1])
        if slot.field in self.spans:
            cure = "write it once"
            self.diagnostics.append(Diagnostic("E105", f"`{slot.words}` stands twice", span, cure))
        self.spans.setdefault(slot.field, span)
        if slot.kind is None:
            self.fields[slot.field] = True
            return
        token = self.tokens[self.position] if self.position < len(self.tokens) else None
        if token is not None and slot.kind.accepts(token):
            self.position += 1
            self._fill(slot, token)
            return
        needs = f"`{slot.words}` needs {slot.kind.called}"
        if token is None or (token.type == "WORD" and self._option(token)):
            cure = f"write `{slot.words} {slot.kind.sample}`"
            self.diagnostics.append(Diagnostic("E104", needs, span, cure))
            return
        self.position += 1
        self._wrong(token, needs, slot)

    def _free_slot(self, token: Token) -> Slot | None:
        for slot in self.syntax.values:
            if slot.field not in self.fields and slot.kind and slot.kind.accepts(token):
                return slot
        return None

    def _fill(self, slot: Slot, token: Token) -> None:
        content = self._read(slot, token)
        span = self._span(token, token)
        self.spans[slot.field] = span
        if not slot.many:
            self.fields[slot.field] = content
            return
        items = [content]
        while self._comma_and(slot):
            token = self.tokens[self.position + 1]
            self.position += 2
            items.append(self._read(slot, token))
            self.spans[slot.field] = Span(span.source, span.start, end_of(token))
        self.fields[slot.field] = tuple(items)

    def _comma_and(self, slot: Slot) -> bool:
        following = self.tokens[self.position : self.position + 2]
        if len(following) < 2 or following[0].type != "COMMA" or slot.kind is None:
            return False
        return slot.kind.accepts(following[1])

    def _read(self, slot: Slot, token: Token) -> Any:
        assert slot.kind is not None
        try:
            if token.type == "TEXT":
                return slot.kind.read(self._text(token))
            return slot.kind.read(token.value)
        except Invalid as invalid:
            self._invalid(token, invalid)
            return None

    def _text(self, token: Token) -> str:
        pieces = values.read_text(token.value)
        return "".join(
            piece if isinstance(piece, str) else self._inserted(piece, token) for piece in pieces
        )

    def _inserted(self, insert: Insert, token: Token) -> str:
        found = self.scope.find(insert.name)
        if found is None:
            self._unknown_variable(insert.name, token, insert.offset)
            return ""
        return self.statement.inserted(inserted(found))

    # -- variables --

    def _substituted(self, tokens: Sequence[Token]) -> Iterator[Token]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "VARIABLE":
                yield self._value_of(token)
            elif token.type == "RANGE" and "$" in token.value:
                yield self._range_of(token)
            elif token.value in ("first", "last") and _is_amount(tokens, index + 1):
                amount = tokens[index + 1]
                amount = self._value_of(amount) if amount.type == "VARIABLE" else amount
                span = (start_of(token), end_of(tokens[index + 1]))
                yield _token("RANGE", f"{token.value} {amount.value}", *span)
                index += 1
            else:
                yield token
            index += 1

    def _value_of(self, token: Token) -> Token:
        found = self.scope.find(token.value[1:])
        if found is None:
            self._unknown_variable(token.value[1:], token, 0)
            return _token("UNDEFINED", token.value, start_of(token), end_of(token))
        return _token(found.type, found.value, start_of(token), end_of(token))

    def _range_of(self, token: Token) -> Token:
        def value(match: re.Match[str]) -> str:
            found = self.scope.find(match[1])
            if found is None:
                self._unknown_variable(match[1], token, match.start())
            return str(found.value) if found is not None else "0s"

        text = re.sub(r"\$(\w+)", value, token.value)
        return _token("RANGE", text, start_of(token), end_of(token))

    def _unknown_variable(self, name: str, token: Token, offset: int) -> None:
        start = start_of(token) + offset
        length = len(name) + (offset == 0 and token.value.startswith("$"))
        span = Span(self.written.source, start, min(start + length, end_of(token)))
        self.failed = True
        self.diagnostics += self.scope.unknown(name, span)

    # -- complaints --

    def _invalid(self, token: Token, invalid: Invalid) -> None:
        start, end = start_of(token), end_of(token)
        if invalid.at and token.type == "TEXT" and end - start == len(token.value):
            start, end = start + invalid.at[0], start + invalid.at[1]
        span = Span(self.written.source, start, end)
        self.diagnostics.append(Diagnostic(invalid.code, invalid.message, span, invalid.cure))

    def _unexpected(self, token: Token) -> None:
        if token.type in ("JUNK", "UNTERMINATED", "UNDEFINED"):
            self._wrong(token, "", None)
        elif token.type == "WORD":
            self.diagnostics.append(self._unknown_word(token))
        elif token.type == "COMMA":
            span, cure = self._span(token, token), "delete the comma"
            self.diagnostics.append(Diagnostic("E103", "nothing to list here", span, cure))
        else:
            self.diagnostics.append(self._misplaced(token))

    def _unknown_word(self, token: Token) -> Diagnostic:
        span, word = self._span(token, token), token.value
        verb = verb_of(self.statement)
        hints: dict[str, str] = getattr(self.statement, "hints", {})
        if word.lower() in hints:
            return Diagnostic("E250", f"`{word}` is not possible", span, hints[word.lower()])
        known = [word for option in self.syntax.options for word in (option, option.split()[0])]
        known += [word for slot in self.syntax.values if slot.kind for word in slot.kind.words]
        if word.lower() in known and word != word.lower():
            return Diagnostic("E111", "keywords are lower case", span, f"write `{word.lower()}`")
        if unit := self._loose_unit(token):
            return unit
        cure = self.scope.suggest(word, known, f"`{verb}` takes: {self._takes()}")
        return Diagnostic("E103", f"`{word[:40]}` does not belong to `{verb}`", span, cure)

    def _loose_unit(self, token: Token) -> Diagnostic | None:
        before = self.tokens[self.position - 2] if self.position >= 2 else None
        if (
            before is None
            or before.type != "NUMBER"
            or token.value not in ("s", "ms", "m", "x", "p")
        ):
            return None
        span, cure = self._span(before, token), f"write `{before.value}{token.value}`"
        return Diagnostic("E106", "a space between a number and its unit", span, cure)

    def _misplaced(self, token: Token) -> Diagnostic:
        span, verb = self._span(token, token), verb_of(self.statement)
        what = TOKEN_NAMES.get(token.type, "a value")
        same = [s for s in self.syntax.values if s.kind and s.kind.accepts(token)]
        if same:
            most = "only one" if len(same) == 1 else f"only {len(same)}"
            cure = "write a comma between several" if same[0].many else "delete it"
            return Diagnostic("E105", f"`{verb}` takes {most} of {what}", span, cure)
        return Diagnostic("E103", f"`{verb}` does not take {what}", span, self._takes())

    def _wrong(self, token: Token, needs: str, slot: Slot | None) -> None:
        span = self._span(token, token)
        if token.type == "UNDEFINED":
            return
        if token.type in ("JUNK", "UNTERMINATED"):
            self.diagnostics.append(junk(token, span))
            return
        if slot and slot.kind and token.type == "WORD" and slot.kind.words:
            words = slot.kind.words
            cure = self.scope.suggest(token.value, words, "use " + ", ".join(words))
            self.diagnostics.append(Diagnostic("E103", needs, span, cure))
            return
        sample = slot.kind.sample if slot and slot.kind else ""
        self.diagnostics.append(Diagnostic("E103", needs, span, f"write {sample}"))

    def _require(self) -> None:
        absent = [slot for slot in self.syntax.required if slot.field not in self.spans]
        if not absent or self.diagnostics or self.failed:
            return
        last = self.written.tokens[-1]
        for slot in absent:
            called = slot.kind.called if slot.kind else slot.words
            what = f"`{slot.words}` with {called}" if slot.words else called
            message = f"`{verb_of(self.statement)}` needs {what}"
            cure = f"for example: {self.statement.example}"
            self.diagnostics.append(Diagnostic("E104", message, self._span(last, last), cure))

    def _takes(self) -> str:
        return " ".join(slot.shown for slot in self.syntax.slots) or "nothing"

    def _span(self, first: Token, last: Token) -> Span:
        return Span(self.written.source, start_of(first), end_of(last))


def _is_amount(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type in ("TIME", "CLOCK", "NUMBER", "VARIABLE")


def _token(kind: str, text: str, start: int, end: int) -> Token:
    return Token(kind, text, start_pos=start, end_pos=end)
