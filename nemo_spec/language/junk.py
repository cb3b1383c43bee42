"""Pieces of a recipe that are no token of the language, and what is said about them."""

from __future__ import annotations

from lark import Token

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.source import Span
from nemo_spec.language.values import explain_junk


def junk(token: Token, span: Span) -> Diagnostic:
    """What is wrong with a token that is no value."""
    if token.type == "UNTERMINATED":
        cure = f"close it with {token.value[0]}"
        return Diagnostic("E109", "this text does not end on its line", span, cure)
    invalid = explain_junk(token.value)
    return Diagnostic(invalid.code, invalid.message, span, invalid.cure)


def broken_text(text: Token, span: Span) -> Diagnostic:
    """What is wrong where something touches the end of a text: most likely a quote in its middle."""
    quote = text.value[0]
    other = "'" if quote == '"' else '"'
    cure = f"for a {quote} inside a text write \\{quote}, or put the text in {other}"
    return Diagnostic("E109", f"the text ends at the {quote} before this", span, cure)
