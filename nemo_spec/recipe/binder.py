"""Tokens → statement: each value to the field whose kind it is, each option by its words.

The classes know the words, so every complaint about a word is made here, all of a statement at once.
After a complaint binding goes on as if the statement said what it was probably meant to.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic, Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.parser import end_of, start_of
from nemo_spec.language.source import Span
from nemo_spec.language.typos import broken_text, junk
from nemo_spec.language.values import Insert
from nemo_spec.recipe import binding_errors
from nemo_spec.recipe.habits import cure_of
from nemo_spec.recipe.variables import Scope, inserted, joined, kind_of_range, short
from nemo_spec.verbs.base import VERBS, Slot, Statement, Syntax, syntax_of
from nemo_spec.verbs.registry import find_verb


@dataclass(slots=True)
class Bound:
    """A statement with the places of its fields; `statement` is None when it was refused."""

    statement: Statement | None
    span: Span
    spans: dict[str, Span]
    diagnostics: list[Diagnostic]


def bind(written: Written, scope: Scope) -> Bound:
    """The statement that the tokens say, or all that is wrong with them.

    What is wrong out of habit is wrong once, and its cure is the line that was meant."""
    bound = _bound(written, scope)
    if bound.statement is None and bound.diagnostics:
        first = bound.diagnostics[0]
        if cure := cure_of(written.span.text, first):
            bound.diagnostics[:] = [first._replace(cure=cure)]
    return bound


def _bound(written: Written, scope: Scope) -> Bound:
    words = []
    for token in written.tokens[:4]:
        if token.type != "WORD":
            break
        words.append(token.value)
    verb = find_verb(words)
    if verb is None:
        problem = binding_errors.no_verb(written, words, scope)
        return Bound(None, written.span, {}, [problem])
    return _Binding(written, VERBS[verb], scope).run(verb.count(" ") + 1)


def _made(cls: type[Statement], fields: dict[str, Any]) -> Statement:
    """The statement with these fields. Every value was read, and held to its bounds, by its kind:
    nothing is left to validate."""
    statement = copy(_blank(cls))
    vars(statement).update(fields)
    statement.model_fields_set.update(fields)
    return statement


@cache
def _blank(cls: type[Statement]) -> Statement:
    """The statement with what holds where nothing is written; what must be written has its place."""
    return cls.model_construct(**dict.fromkeys(slot.field for slot in syntax_of(cls).required))


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
        self.source = written.source
        self.syntax: Syntax = syntax_of(statement)
        self.fields: dict[str, Any] = {}
        self.spans: dict[str, Span] = {}
        self.diagnostics: list[Diagnostic] = []
        self.tokens: list[Token] = []
        self.position = 0
        self.failed = False
        self.after_unknown = False

    def run(self, verb_length: int) -> Bound:
        tokens = self.written.tokens
        self.tokens = list(self._substituted(self._mended(tokens[verb_length:])))
        while self.position < len(self.tokens):
            self._take()
        self._require(tokens[verb_length - 1])
        failed = self.failed or bool(self.diagnostics)
        statement = None if failed else _made(self.statement, self.fields)
        return Bound(statement, self.written.span, self.spans, self.diagnostics)

    def _mended(self, tokens: list[Token]) -> list[Token]:
        """Without what follows a quote inside a text; `3 s` as `3s`."""
        mended: list[Token] = []
        for token in tokens:
            before = mended[-1] if mended else None
            if before is None or (before.type != "TEXT" and not _is_bare(before)):
                mended.append(token)
            elif before.type == "TEXT" and _touches(before, token):
                self.diagnostics.append(broken_text(before, self._span(token, token)))
                break
            elif token.value in _UNITS and token.type != "TEXT":
                mended[-1] = self._with_unit(before, token)
            else:
                mended.append(token)
        return mended

    def _with_unit(self, number: Token, unit: Token) -> Token:
        span, whole = self._span(number, unit), f"{number.value}{unit.value}"
        message = "a space between a number and its unit"
        self.diagnostics.append(Diagnostic("E106", message, span, f"write `{whole}`"))
        return _token(_UNITS[unit.value], whole, span.start, span.end)

    # -- one value or option --

    def _take(self) -> None:
        token = self.tokens[self.position]
        if token.type == "WORD" and (option := self._option(token)):
            self.after_unknown = False
            self._take_option(*option)
            return
        self.position += 1
        slot = self._free_slot(token)
        if slot:
            self._fill(slot, token)
        else:
            self._unexpected(token)

    def _option(self, token: Token) -> tuple[Slot, int] | None:
        for words, slot in _option_words(self.statement).get(token.value.lower(), ()):
            upto = self.position + len(words)
            if [other.value.lower() for other in self.tokens[self.position : upto]] == words:
                return slot, len(words)
        return None

    def _take_option(self, slot: Slot, length: int) -> None:
        first = self.tokens[self.position]
        self.position += length
        span = self._span(first, self.tokens[self.position - 1])
        if " ".join(self.tokens[self.position - length : self.position]) != slot.words:
            self.diagnostics.append(binding_errors.wrong_case(slot.words, span))
        if slot.field in self.spans:
            cure = "write it once"
            self.diagnostics.append(
                Diagnostic("E105", f"`{slot.words}` is given twice", span, cure)
            )
        self.spans.setdefault(slot.field, span)
        if slot.kind is None:
            self.fields[slot.field] = True
            return
        token = self.tokens[self.position] if self.position < len(self.tokens) else None
        if token is not None and slot.kind.accepts(token):
            self.position += 1
            self._fill(slot, token)
            return
        if token is None or (token.type == "WORD" and self._option(token)):
            self.diagnostics.append(binding_errors.no_value(slot, span))
            return
        self.position += 1
        self._wrong(token, slot)

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
        self.spans[f"{slot.field}.0"] = span
        items = [content]
        while self._comma_and(slot):
            token = self.tokens[self.position + 1]
            self.position += 2
            items.append(self._read(slot, token))
            self.spans[slot.field] = Span(span.source, span.start, end_of(token))
            self.spans[f"{slot.field}.{len(items) - 1}"] = self._span(token, token)
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
        return joined(pieces, lambda insert: self._inserted(insert, token))

    def _inserted(self, insert: Insert, token: Token) -> str:
        found = self.scope.find(insert.name)
        if found is None:
            self._unknown_variable(insert.name, token, insert.offset, len(insert.name))
            return ""
        return self.statement.inserted(inserted(found))

    # -- variables --

    def _substituted(self, tokens: Sequence[Token]) -> Iterator[Token]:
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.type == "VARIABLE":
                yield self._or_undefined(self._value_of, token)
            elif token.type in ("RANGE", "SWEEP") and "$" in token.value:
                yield self._or_undefined(self._range_of, token)
            elif token.value in ("first", "last") and _is_amount(tokens, index + 1):
                amount = tokens[index + 1]
                if amount.type == "VARIABLE":
                    amount = self._or_undefined(self._value_of, amount)
                span = (start_of(token), end_of(tokens[index + 1]))
                kind = "UNDEFINED" if amount.type == "UNDEFINED" else "RANGE"
                yield _token(kind, f"{token.value} {amount.value}", *span)
                index += 1
            else:
                yield token
            index += 1

    def _or_undefined(self, value_of: Callable[[Token], Token], token: Token) -> Token:
        try:
            return value_of(token)
        except Invalid as invalid:
            self._invalid(token, invalid)
            return _token("UNDEFINED", token.value, start_of(token), end_of(token))

    def _value_of(self, token: Token) -> Token:
        found = self.scope.find(token.value[1:])
        if found is None:
            self._unknown_variable(token.value[1:], token, 0, len(token.value))
            return _token("UNDEFINED", token.value, start_of(token), end_of(token))
        return _token(found.type, found.value, start_of(token), end_of(token))

    def _range_of(self, token: Token) -> Token:
        def value(match: re.Match[str]) -> str:
            found = self.scope.find(match[1])
            if found is None:
                self._unknown_variable(match[1], token, match.start(), len(match[0]))
            return short(str(found.value)) if found is not None else "0s"

        text = short(re.sub(r"\$(\w+)", value, token.value))
        return _token(kind_of_range(text), text, start_of(token), end_of(token))

    def _unknown_variable(self, name: str, token: Token, offset: int, length: int) -> None:
        start = start_of(token) + offset
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
        span = self._span(token, token)
        if token.type in ("JUNK", "UNTERMINATED", "UNDEFINED"):
            self._wrong(token, None)
        elif token.type == "WORD":
            self.after_unknown = True
            problem = binding_errors.unknown_word(self.statement, token, span, self.scope)
            self.diagnostics.append(problem)
            return
        elif token.type == "COMMA":
            cure = "delete the comma"
            self.diagnostics.append(Diagnostic("E103", "a comma is not expected here", span, cure))
        elif not self.after_unknown:
            self.diagnostics.append(binding_errors.misplaced(self.statement, token, span))
        self.after_unknown = token.type == "COMMA"

    def _wrong(self, token: Token, slot: Slot | None) -> None:
        span = self._span(token, token)
        if token.type == "JUNK" and token.value.isalnum() and self._waits_for_name():
            cure = "use letters, digits and `_`, a letter first"
            message = f"`{token.value[:40]}` is not a name"
            self.diagnostics.append(Diagnostic("E106", message, span, cure))
        elif token.type in ("JUNK", "UNTERMINATED"):
            self.diagnostics.append(junk(token, span))
        elif token.type != "UNDEFINED" and slot:
            self.diagnostics.append(binding_errors.wrong_kind(slot, token, span, self.scope))

    def _waits_for_name(self) -> bool:
        free = (slot for slot in self.syntax.values if slot.field not in self.fields)
        return any(slot.kind and slot.kind.called == "a name" for slot in free)

    def _require(self, verb: Token) -> None:
        """The verb, by its last word, has all that it needs."""
        absent = [slot for slot in self.syntax.required if slot.field not in self.spans]
        if absent and not self.diagnostics and not self.failed:
            span = self._span(self.written.tokens[0], verb)
            self.diagnostics.append(binding_errors.missing(self.statement, absent, span))

    def _span(self, first: Token, last: Token) -> Span:
        return Span(self.source, first.start_pos or 0, last.end_pos or 0)


_UNITS = {
    "s": "TIME", "ms": "TIME", "m": "TIME", "%": "PERCENT", "x": "FACTOR", "p": "SIZE",
    "fps": "FPS", "dB": "DECIBEL", "LUFS": "LUFS",
}  # fmt: skip
_BARE = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?", re.ASCII)


def _is_bare(token: Token) -> bool:
    """Whether it is a number without a unit, such as `3`, `1.5` or `-14`."""
    return token.type == "NUMBER" or (token.type == "JUNK" and bool(_BARE.fullmatch(token.value)))


def _touches(token: Token, following: Token) -> bool:
    return following.type != "COMMA" and end_of(token) == start_of(following)


def _is_amount(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].type in ("TIME", "CLOCK", "NUMBER", "VARIABLE")


def _token(kind: str, text: str, start: int, end: int) -> Token:
    return Token(kind, text, start_pos=start, end_pos=end)
