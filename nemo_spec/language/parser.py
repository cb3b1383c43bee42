"""Text → Recipe: statements of tokens, by the grammar in `grammar/edit.lark`."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.gc_pause import gc_paused
from nemo_spec.language.grammar import Token, statements
from nemo_spec.language.source import Source, Span
from nemo_spec.safe_files import TooLong, read_bounded

MAX_BYTES = 8 * 1024 * 1024
"""A recipe is text that a person keeps in git; what is larger is some other file."""


class Statement(NamedTuple):
    """A verb with its values and options: the tokens between two statement ends, never empty."""

    source: Source
    tokens: list[Token]

    @property
    def span(self) -> Span:
        return Span(self.source, start_of(self.tokens[0]), end_of(self.tokens[-1]))

    def span_of(self, token: Token) -> Span:
        return Span(self.source, start_of(token), end_of(token))


class Recipe(NamedTuple):
    """The statements of one file, in order."""

    source: Source
    statements: list[Statement]


def start_of(token: Token) -> int:
    """Where a token begins, in characters from the start of the file."""
    return token.start_pos or 0


def end_of(token: Token) -> int:
    """Where a token ends, in characters from the start of the file."""
    return token.end_pos or 0


def parse(source: Source) -> Recipe:
    """Every text is a recipe; what is wrong with its values is found when they are bound."""
    with gc_paused():
        return Recipe(source, [Statement(source, tokens) for tokens in statements(source.text)])


def read_source(path: Path, name: str | None = None) -> Source | Diagnostic:
    """The text of a recipe file, or why it cannot be read."""
    shown = name or str(path)
    try:
        return source_of(shown, read_bounded(path, MAX_BYTES))
    except TooLong:
        return _too_large(shown)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        return Diagnostic("E101", f"cannot read {shown}: {reason}")


def source_of(name: str, content: bytes) -> Source | Diagnostic:
    """The text that the bytes of a recipe are, or why they are none."""
    if len(content) > MAX_BYTES:
        return _too_large(name)
    try:
        return Source(name, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if b"\0" in content and not content.startswith(_UTF_16):
            return Diagnostic("E101", f"{name} is no text, so no recipe", cure=_RECIPE_FIRST)
        cure = "save the file as UTF-8"
        return Diagnostic("E101", f"{name} is not UTF-8 text (byte {error.start})", cure=cure)


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How text begins that may have zero bytes; other text has none."""
_RECIPE_FIRST = "name the recipe first, then its clips"


def _too_large(name: str) -> Diagnostic:
    return Diagnostic(
        "E101", f"{name} is too large for a recipe", cure=f"8 MB is the most; {_RECIPE_FIRST}"
    )
