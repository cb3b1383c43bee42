"""What is said about words and values that a verb does not take, with the cure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.parser import end_of
from nemo_spec.language.source import Span
from nemo_spec.language.typos import junk
from nemo_spec.recipe.variables import TOKEN_NAMES, Scope
from nemo_spec.verbs.base import VERBS, Slot, Statement, syntax_of, verb_of
from nemo_spec.verbs.registry import completions, find_verb, is_option, other_words
from nemo_spec.verbs.value_types import Kind

_VERB_ALIKE = 0.7
"""`bleep` is 0.67 like `keep`, which would delete all but what it names."""


def no_verb(written: Written, words: Sequence[str], scope: Scope) -> Diagnostic:
    """Why a statement does not begin with a verb; `words` are those at its start."""
    first = written.tokens[0]
    span = written.span_of(first)
    if not words:
        return _no_word(written, span)
    if ways := completions(words[0]):
        broken = next((t for t in written.tokens[1:2] if t.type == "JUNK"), None)
        if broken:
            return junk(broken, written.span_of(broken))
        shown = " or ".join(f"`{way}`" for way in ways)
        return Diagnostic("E112", f"`{words[0]}` is incomplete", span, f"write {shown}")
    if lower := find_verb([word.lower() for word in words]):
        length = lower.count(" ") + 1
        whole = Span(span.source, span.start, end_of(written.tokens[length - 1]))
        return wrong_case(lower, whole)
    message = f"unknown verb `{words[0][:40]}`"
    if is_option(words[0]):
        cure = "an option: indent the line to attach it to the one above"
    else:
        near = scope.nearest(words[0], list(VERBS), other_words(), _VERB_ALIKE)
        near = near or scope.nearest(" ".join(words[:2]), list(VERBS), alike=_VERB_ALIKE)
        cure = f"did you mean `{near}`?" if near else "see `nemo-spec help`"
    return Diagnostic("E102", message, span, cure)


def wrong_case(right: str, span: Span) -> Diagnostic:
    """A word of the language that is not in lower case."""
    return Diagnostic("E111", "keywords are lower case", span, f"write `{right}`")


def unknown_word(statement: type[Statement], token: Token, span: Span, scope: Scope) -> Diagnostic:
    """A word that is neither an option of the verb nor a value."""
    word, verb, syntax = str(token), verb_of(statement), syntax_of(statement)
    if hint := statement.hints.get(word.lower()):
        return Diagnostic("E250", f"`{verb}` does not make `{word}`", span, hint)
    if word in ("first", "last"):
        return Diagnostic("E104", f"`{word}` needs a time", span, f"write `{word} 5s`")
    words = [word for slot in syntax.values if slot.kind for word in slot.kind.words]
    if word != word.lower() and word.lower() in words:
        return wrong_case(word.lower(), span)
    if taken := next(
        (slot.kind for slot in syntax.values if slot.kind and word in slot.kind.words), None
    ):
        message = f"`{verb}` takes only one {taken.called.partition(' ')[2]}"
        return Diagnostic("E105", message, span, "delete it")
    if ways := [option for option in syntax.options if option.startswith(f"{word} ")]:
        shown = " or ".join(f"`{way}`" for way in ways)
        return Diagnostic("E112", f"`{word}` is incomplete", span, f"write {shown}")
    message = f"`{word[:40]}` does not belong to `{verb}`"
    behind = _behind_options(statement)
    others = other_words() | _synonyms(syntax.slots)
    near = scope.nearest(word, [*syntax.options, *words, *behind], others)
    if near in behind:
        near = f"{behind[near]} {near}"
    otherwise = f"use {', '.join(words)}" if words else _takes(statement)
    return Diagnostic("E103", message, span, f"did you mean `{near}`?" if near else otherwise)


def misplaced(statement: type[Statement], token: Token, span: Span) -> Diagnostic:
    """A value that the verb does not take, or not once more."""
    verb, syntax = verb_of(statement), syntax_of(statement)
    what = TOKEN_NAMES.get(token.type, "a value")
    same = [slot for slot in syntax.values if slot.kind and slot.kind.accepts(token)]
    if same:
        noun = what.partition(" ")[2]
        most = f"only one {noun}" if len(same) == 1 else f"only {len(same)} {noun}s"
        cure = "write a comma between several" if same[0].many else "delete it"
        return Diagnostic("E105", f"`{verb}` takes {most}", span, cure)
    options = [slot for slot in syntax.options.values() if slot.kind and slot.kind.accepts(token)]
    shown = " or ".join(f"`{slot.words} {token[:40]}`" for slot in options[:3])
    cure = f"write {shown}" if options else _takes(statement)
    return Diagnostic("E103", f"`{verb}` does not take {what}", span, cure)


def wrong_kind(slot: Slot, token: Token, span: Span, scope: Scope) -> Diagnostic:
    """A value behind an option that takes another kind."""
    assert slot.kind is not None
    needs, words = needs_value(slot), slot.kind.words
    is_half_a_spot = "SPOT" in slot.kind.tokens and token.type in ("PERCENT", "NUMBER")
    if words and not is_half_a_spot:
        if token.lower() in words:
            return wrong_case(token.lower(), span)
        cure = scope.suggest(str(token), words, "use " + ", ".join(words), slot.kind.synonyms)
        return Diagnostic("E103", needs, span, cure)
    if token.type == "WORD" and "TEXT" in slot.kind.tokens:
        cure = f'put it in quotes: `{slot.words} "{token[:40]}"`'
        return Diagnostic("E103", needs, span, cure)
    unit = re.sub(r"^-?[0-9.]+", "", slot.kind.like)
    if token.type == "NUMBER" and unit != slot.kind.like:
        return Diagnostic("E103", needs, span, f"write `{token[:40]}{unit}`")
    return Diagnostic("E103", needs, span, f"write it like `{slot.kind.like}`")


def no_value(slot: Slot, span: Span) -> Diagnostic:
    """An option with nothing behind it."""
    assert slot.kind is not None
    cure = f"write it like `{slot.words} {slot.kind.like}`"
    return Diagnostic("E104", needs_value(slot), span, cure)


def missing(statement: type[Statement], absent: Sequence[Slot], span: Span) -> Diagnostic:
    """Values and options that the verb cannot do without."""
    called = [
        f"`{slot.words}` with {_called(slot.kind)}" if slot.words else _called(slot.kind)
        for slot in absent
    ]
    message = f"`{verb_of(statement)}` needs {' and '.join(called)}"
    return Diagnostic("E104", message, span, f"for example: {statement.example}")


def needs_value(slot: Slot) -> str:
    """What an option must be followed by, as a message."""
    return f"`{slot.words}` needs {_called(slot.kind)}"


def _called(kind: Kind | None) -> str:
    return kind.called if kind else "a value"


def _no_word(written: Written, span: Span) -> Diagnostic:
    first = written.tokens[0]
    if first.type in ("JUNK", "UNTERMINATED"):
        return junk(first, span)
    later = next((t for t in written.tokens[1:4] if t.type == "WORD" and t in VERBS), None)
    cure = f"put `{later}` first" if later else "see `nemo-spec help`"
    return Diagnostic("E102", "a statement begins with a verb", span, cure)


def _behind_options(statement: type[Statement]) -> dict[str, str]:
    """The words that an option takes, such as `center`, with that option."""
    options = syntax_of(statement).options.values()
    return {word: slot.words for slot in options if slot.kind for word in slot.kind.words}


def _synonyms(slots: Sequence[Slot]) -> dict[str, str]:
    return {word: own for slot in slots if slot.kind for word, own in slot.kind.synonyms.items()}


def _takes(statement: type[Statement]) -> str:
    syntax = syntax_of(statement)
    if not syntax.slots:
        return f"`{verb_of(statement)}` takes no values or options"
    if len(syntax.options) > 2:
        return f"its options are {', '.join(syntax.options)}"
    return f"for example: {statement.example}"
