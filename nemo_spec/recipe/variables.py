"""Names that `let` defines: their values, and what `--set` puts in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from unicodedata import normalize

from nemo_spec.language import values
from nemo_spec.language.diagnostics import Diagnostic, Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement as Written
from nemo_spec.language.parser import end_of, parse, start_of
from nemo_spec.language.source import Source, Span
from nemo_spec.language.typos import junk

TOKEN_NAMES = {
    "TEXT": "a text",
    "RANGE": "a range",
    "SWEEP": "a change from one number to another",
    "SPOT": "a place in the frame",
    "CLOCK": "a time",
    "TIME": "a time",
    "PERCENT": "a percentage",
    "DECIBEL": "a level",
    "LUFS": "a loudness",
    "FACTOR": "a speed",
    "SIZE": "a size",
    "FPS": "a frame rate",
    "NUMBER": "a number",
    "OPERATOR": "a comparison",
    "COMMA": "a comma",
    "WORD": "a word",
}
"""The grammar's terminals, as messages call them."""

LONGEST_TEXT = 10_000
"""Characters of a text with everything inserted. Nobody reads as much in a video."""
LONGEST_OTHER = 200
"""Characters of any other value with everything inserted: two times at most."""
MOST_INSERTED = 8_000_000
"""Characters that the variables of one recipe insert altogether: as many as a recipe may have."""

_VARIABLE = re.compile(r"\$(\w+)")

_NO_VALUE = ("JUNK", "UNTERMINATED", "OPERATOR", "COMMA")


@dataclass(slots=True)
class Variable:
    """One `let`: its value as a token (a text with everything inserted), its place, its use."""

    token: Token
    span: Span | None
    used: bool = False


@dataclass(slots=True)
class Scope:
    """The names that are defined so far.

    A name whose `let` was refused is in `refused`: whoever uses it is not told a second time.
    `inserted` counts the characters that variables have inserted: each may hold the one before twice.
    """

    overrides: Mapping[str, str] = field(default_factory=dict)
    variables: dict[str, Variable] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    suggestions: int = 20
    inserted: int = 0

    def __post_init__(self) -> None:
        self.overrides = {composed(name): text for name, text in self.overrides.items()}

    def find(self, name: str) -> Token | None:
        """The value of a name, which counts as used from now on. Raises Invalid when the recipe has
        had too much inserted altogether."""
        variable = self.variables.get(composed(name))
        if variable is None:
            return None
        variable.used = True
        self.inserted += len(variable.token)
        if self.inserted > MOST_INSERTED:
            message = f"variables insert more than {MOST_INSERTED:,} characters into this recipe"
            raise Invalid(message, "shorten their values", "E107")
        return variable.token

    def nearest(
        self,
        word: str,
        known: Sequence[str],
        others: Mapping[str, str] | None = None,
        alike: float = 0.6,
    ) -> str:
        """The known word that is meant, or nothing; `others` are words of other programs, `alike` is how
        much a slip must be like what is meant, 0–1.

        A hostile file gets only so many suggestions.
        """
        from difflib import get_close_matches

        other = (others or {}).get(word.lower(), "")
        if other in known:
            return other
        if self.suggestions <= 0 or len(word) > 40:
            return ""
        self.suggestions -= 1
        return next(iter(get_close_matches(word.lower(), known, 1, alike)), "")

    def suggest(
        self,
        word: str,
        known: Sequence[str],
        otherwise: str,
        others: Mapping[str, str] | None = None,
    ) -> str:
        """The cure for an unknown word."""
        near = self.nearest(word, known, others)
        return f"did you mean `{near}`?" if near else otherwise

    def unknown(self, name: str, span: Span) -> list[Diagnostic]:
        """The complaint about a name that nothing has defined; none when its `let` was refused."""
        if composed(name) in self.refused:
            return []
        near = self.nearest(name, list(self.variables))
        if near:
            self.variables[near].used = True
        cure = f"did you mean `{near}`?" if near else f"write `let {name[:40]} = …` above"
        return [Diagnostic("E201", f"unknown variable `{name[:40]}`", span, cure)]


def define(scope: Scope, written: Written, *, is_used_file: bool) -> list[Diagnostic]:
    """Take in one `let`. In a used file a name that exists already keeps its value."""
    tokens = written.tokens
    if len(tokens) < 4 or tokens[1].type != "WORD" or tokens[2].value != "=":
        if len(tokens) > 1:
            scope.refused.add(composed(tokens[1]))
        if len(tokens) > 1 and tokens[1].type in ("JUNK", "UNTERMINATED"):
            return [junk(tokens[1], written.span_of(tokens[1]))]
        cure = 'write `let name = "value"`'
        return [Diagnostic("E104", "a `let` has a name, `=` and a value", written.span, cure)]
    name, span = composed(tokens[1]), written.span_of(tokens[1])
    if not is_name(name):
        scope.refused.add(name)
        cure = "use letters, digits and `_`"
        return [Diagnostic("E106", "not a variable name", span, cure)]
    existing = scope.variables.get(name)
    if existing is not None and existing.span is not None:
        if is_used_file:
            return []
        return [Diagnostic("E203", f"`{name}` is defined twice", span, "give it another name")]
    try:
        value = _value(scope, written)
        if isinstance(value, Token) and name in scope.overrides:
            value = _overridden(name, scope.overrides[name], value)
    except Invalid as invalid:
        place = Span(written.source, start_of(tokens[3]), end_of(tokens[-1]))
        value = [Diagnostic(invalid.code, invalid.message, place, invalid.cure)]
    if isinstance(value, Token):
        # A shared file has names for every recipe; no recipe needs them all.
        scope.variables[name] = Variable(value, span, used=is_used_file)
        return []
    scope.refused.add(name)
    return value


def leftovers(scope: Scope) -> list[Diagnostic]:
    """Names that nothing uses, and `--set` of names that nothing defines."""
    defined = [name for name, variable in scope.variables.items() if variable.span]
    found = []
    for name in sorted(set(scope.overrides) - set(defined) - scope.refused):
        cure = scope.suggest(name, defined, "the recipe has no `let` of that name")
        found.append(Diagnostic("E205", f"--set {name}: unknown variable", None, cure))
    for name, variable in scope.variables.items():
        if variable.span and not variable.used:
            message = f"`{name}` is never used"
            found.append(Diagnostic("W204", message, variable.span, "delete it or use it"))
    return found


def joined(pieces: Iterable[str | values.Insert], content: Callable[[values.Insert], str]) -> str:
    """The text of its pieces. Raises Invalid when it gets too long by what is inserted, before it is;
    without that it is as long as somebody has written it."""
    taken: list[str] = []
    length = 0
    has_inserts = False
    for piece in pieces:
        has_inserts = has_inserts or isinstance(piece, values.Insert)
        text = piece if isinstance(piece, str) else content(piece)
        length += len(text)
        if has_inserts and length > LONGEST_TEXT:
            raise _too_long(LONGEST_TEXT)
        taken.append(text)
    return "".join(taken)


def short(value: str) -> str:
    """A value that is no text, with everything inserted. Raises Invalid when it is too long."""
    if len(value) > LONGEST_OTHER:
        raise _too_long(LONGEST_OTHER)
    return value


def _too_long(most: int) -> Invalid:
    message = f"more than {most:,} characters, with all that is inserted"
    return Invalid(message, "write a shorter one", "E107")


def inserted(token: Token) -> str:
    """What a variable inserts into a text: a text's content, any other value as it is written."""
    if token.type != "TEXT":
        return str(token.value)
    return "".join(piece for piece in values.read_text(token.value) if isinstance(piece, str))


def composed(name: str) -> str:
    """The name as it is compared: two ways to compose one letter make no difference."""
    return str(name) if name.isascii() else normalize("NFC", name)


def is_name(name: str) -> bool:
    """Letters, digits and `_`, as variables and clips are named."""
    return name.replace("_", "a").isalnum()


def kind_of_range(text: str) -> str:
    """The grammar's terminal of a range whose variables have been inserted: of times, or of numbers."""
    return "SWEEP" if text.endswith(("%", "x")) else "RANGE"


def spelled(kind: str, text: str, like: Token) -> Token:
    """A token of another spelling at the place of one that was written."""
    return Token(kind, text, start_pos=start_of(like), end_pos=end_of(like))


def _value(scope: Scope, written: Written) -> Token | list[Diagnostic]:
    """The value of a `let` as one token, with its variables resolved. Raises Invalid for a long one."""
    problems: list[Diagnostic] = []
    tokens = [
        token for t in written.tokens[3:] if (token := _resolved(scope, t, written, problems))
    ]
    if len(tokens) < len(written.tokens[3:]):
        return problems
    if relative := _relative(tokens):
        return relative
    if len(tokens) > 1:
        extra = Span(written.source, start_of(written.tokens[4]), end_of(written.tokens[-1]))
        return [Diagnostic("E103", "a `let` has one value", extra, "put a text in quotes")]
    token, span = tokens[0], written.span_of(written.tokens[3])
    if token.type in ("JUNK", "UNTERMINATED"):
        return [junk(token, span)]
    if token.type in _NO_VALUE:
        return [Diagnostic("E103", "not a value", span, 'write `let name = "value"`')]
    is_written = token.type == "TEXT" and written.tokens[3].type == "TEXT"
    return _text(scope, token, span) if is_written else token


def _resolved(
    scope: Scope, token: Token, written: Written, problems: list[Diagnostic]
) -> Token | None:
    """A variable's value, a range with the values of the variables in it, anything else itself."""
    if "$" not in token or token.type not in ("VARIABLE", "RANGE", "SWEEP"):
        return token
    known = True
    for match in _VARIABLE.finditer(token):
        if scope.find(match[1]) is None:
            start = start_of(token) + match.start()
            span = Span(written.source, start, start + len(match[0]))
            problems += scope.unknown(match[1], span)
            known = False
    if not known:
        return None
    if token.type == "VARIABLE":
        return scope.find(token[1:])
    text = _VARIABLE.sub(lambda match: short(str(scope.find(match[1]))), token)
    return spelled(kind_of_range(text), short(text), token)


def _relative(tokens: Sequence[Token]) -> Token | None:
    """`first 8s` and `last 5s` are two words and one range."""
    if len(tokens) == 2 and tokens[0].value in ("first", "last") and tokens[0].type == "WORD":
        return spelled("RANGE", short(f"{tokens[0].value} {tokens[1].value}"), tokens[0])
    return None


def _text(scope: Scope, token: Token, span: Span) -> Token | list[Diagnostic]:
    try:
        pieces = values.read_text(token.value)
    except Invalid as invalid:
        start, end = invalid.at or (0, span.end - span.start)
        place = Span(span.source, span.start + start, span.start + end)
        return [Diagnostic(invalid.code, invalid.message, place, invalid.cure)]
    missing: list[values.Insert] = []

    def content(piece: values.Insert) -> str:
        if (found := scope.find(piece.name)) is None:
            missing.append(piece)
            return ""
        return inserted(found)

    text = joined(pieces, content)
    if missing:
        start = span.start + missing[0].offset
        end = start + len(missing[0].name)
        return scope.unknown(missing[0].name, Span(span.source, start, end))
    return spelled("TEXT", values.show_text(text), token)


def _may_replace(token: Token, other: Token) -> bool:
    if other.type == "WORD" and token.type != "WORD":
        return other.value in ("start", "end")
    return other.type not in _NO_VALUE and other.type != "VARIABLE"


def _given(name: str, text: str, most: int) -> str:
    """What `--set` gives. Raises Invalid when it is too long."""
    if len(text) > most:
        message = f"--set {name}: more than {most:,} characters"
        raise Invalid(message, "write a shorter one", "E107")
    return text


def _overridden(name: str, text: str, token: Token) -> Token | list[Diagnostic]:
    """The value of the command line: verbatim for a text, otherwise one value as in a recipe.

    Raises Invalid when it is too long.
    """
    if token.type == "TEXT":
        return spelled("TEXT", values.show_text(_given(name, text, LONGEST_TEXT)), token)
    text = _given(name, text, LONGEST_OTHER)
    statements = parse(Source("--set", text)).statements
    tokens = statements[0].tokens if len(statements) == 1 else []
    if relative := _relative(tokens):
        return relative
    if len(tokens) == 1 and _may_replace(token, tokens[0]):
        return spelled(tokens[0].type, tokens[0].value, token)
    message = f"--set {name}: `{text[:60]}` is not {TOKEN_NAMES.get(token.type, 'a value')}"
    return [Diagnostic("E205", message, None, f"write it as in the recipe: {token}")]
