"""What may be written at the cursor: verbs, options, values, names and files."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from nemo_spec.language.diagnostics import Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Statement, end_of
from nemo_spec.language.source import Span
from nemo_spec.lsp.cursor import Cursor, cursor_at, leading_words, option_before
from nemo_spec.lsp.document import Document
from nemo_spec.recipe.binder import bind
from nemo_spec.recipe.library import RECIPE_SUFFIX
from nemo_spec.recipe.variables import Scope, inserted
from nemo_spec.verbs.base import VERBS, Slot, Syntax
from nemo_spec.verbs.reference import entry_of
from nemo_spec.verbs.registry import completions
from nemo_spec.verbs.value_types import Kind

_MOST_FILES = 500
"""Entries of a folder that are offered."""
_INSERT = re.compile(r"(?:^|[^{])(?:\{\{)*\{(\w*)\Z")
_LANGUAGES = ("en", "zh-CN")

What = Literal["verb", "option", "value", "name", "file", "folder"]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` replaces the last `replaces` characters before the cursor."""

    text: str
    what: What
    about: str
    replaces: int


def suggestions(document: Document, offset: int) -> list[Suggestion]:
    """All that may follow at a place in characters of the text."""
    cursor = cursor_at(document.source, offset)
    if cursor is None:
        return []
    found = {one.text: one for one in reversed([*_found(document, cursor)])}
    return list(reversed(found.values()))


def _found(document: Document, cursor: Cursor) -> Iterator[Suggestion]:
    if cursor.text is not None:
        yield from _inside_text(document, cursor, cursor.text)
    elif cursor.typed.startswith("$"):
        scope = document.scope()
        yield from _variables(scope, scope.variables, cursor)
    elif cursor.tokens:
        yield from _longer_verbs(cursor)
        if cursor.syntax:
            yield from _behind_verb(document, cursor, cursor.syntax)
    else:
        yield from _verbs(VERBS, len(cursor.typed))


def _verbs(verbs: Iterable[str], replaces: int, skip: str = "") -> Iterator[Suggestion]:
    for verb in verbs:
        summary = entry_of(VERBS[verb]).summary
        yield Suggestion(verb.removeprefix(skip), "verb", summary, replaces)


def _longer_verbs(cursor: Cursor) -> Iterator[Suggestion]:
    """The rest of a verb of several words, as `pauses` behind `trim`."""
    words = leading_words(cursor.tokens)
    if len(words) == len(cursor.tokens):
        begun = " ".join(words)
        yield from _verbs(completions(begun), len(cursor.typed), f"{begun} ")


# ---- Behind the verb -----------------------------------------------------------------------------


def _behind_verb(document: Document, cursor: Cursor, syntax: Syntax) -> Iterator[Suggestion]:
    scope = document.scope()
    tokens = cursor.behind_verb
    if (slot := option_before(syntax, tokens)) and slot.kind:
        yield from _values(document, scope, cursor, slot, slot.kind)
        return
    if rest := [*_rest_of_option(syntax, tokens, len(cursor.typed))]:
        yield from rest
        return
    given = bind(cursor.statement, scope).spans
    is_list = bool(tokens) and tokens[-1].type == "COMMA"
    for slot in syntax.values:
        if slot.kind and (slot.many if is_list else slot.field not in given):
            yield from _values(document, scope, cursor, slot, slot.kind)
    for words, slot in syntax.options.items() if not is_list else ():
        if slot.field not in given:
            yield Suggestion(words, "option", _about(slot), len(cursor.typed))


def _rest_of_option(syntax: Syntax, tokens: list[Token], replaces: int) -> Iterator[Suggestion]:
    """`than`, where `longer` was written."""
    for words, slot in syntax.options.items():
        parts = words.split()
        for count in range(1, min(len(parts), len(tokens) + 1)):
            if [str(token) for token in tokens[-count:]] == parts[:count]:
                yield Suggestion(" ".join(parts[count:]), "option", _about(slot), replaces)


def _about(slot: Slot) -> str:
    return f"{slot.plain} – {slot.about}" if slot.about else slot.plain


def _values(
    document: Document, scope: Scope, cursor: Cursor, slot: Slot, kind: Kind
) -> Iterator[Suggestion]:
    replaces = len(cursor.typed)
    for word in kind.words:
        yield Suggestion(word, "value", slot.about or kind.called, replaces)
    if kind.called == "a name":
        names = _clips(document) if cursor.verb != "clip" else ()
        yield from (Suggestion(name, "name", "a clip", replaces) for name in names)
    elif kind.called == "a language code":
        yield from (Suggestion(code, "value", "a language", replaces) for code in _LANGUAGES)
    elif kind.like and not kind.words:
        like = '""' if kind.like == '"…"' else kind.like
        yield Suggestion(like, "value", f"{kind.called}: {slot.about or kind.about}", replaces)
    fitting = [name for name, one in scope.variables.items() if kind.accepts(one.token)]
    yield from _variables(scope, fitting, cursor)


def _variables(scope: Scope, names: Iterable[str], cursor: Cursor) -> Iterator[Suggestion]:
    for name in names:
        value = str(scope.variables[name].token)
        yield Suggestion(f"${name}", "name", f"let {name} = {value}", len(cursor.typed))


def _clips(document: Document) -> list[str]:
    found = (one.tokens for one in document.recipe.statements if one.tokens[0] == "clip")
    return [str(tokens[1]) for tokens in found if len(tokens) > 1 and tokens[1].type == "WORD"]


# ---- Inside a text -------------------------------------------------------------------------------


def _inside_text(document: Document, cursor: Cursor, text: str) -> Iterator[Suggestion]:
    if _is_path(cursor):
        yield from _files(document, cursor.verb or "", text)
    elif begun := _INSERT.search(text):
        for name, variable in document.scope().variables.items():
            value = _shown(variable.token)
            yield Suggestion(name, "name", f"let {name} = {value}", len(begun[1]))


def _shown(token: Token) -> str:
    try:
        return inserted(token)
    except Invalid:
        return str(token)


def _is_path(cursor: Cursor) -> bool:
    """Whether a text at the cursor would be the name of a file."""
    at = end_of(cursor.tokens[-1]) + 1 if cursor.tokens else 0
    text = Token("TEXT", '"a"', start_pos=at, end_pos=at + 3)
    source = cursor.statement.source
    spans = bind(Statement(source, [*cursor.tokens, text]), Scope()).spans
    return spans.get("path") == Span(source, at, at + 3)


def _files(document: Document, verb: str, text: str) -> Iterator[Suggestion]:
    folder, _, begun = text.rpartition("/")
    place = document.path.parent / os.path.expanduser(f"{folder}/" if folder else "")  # noqa: PTH111
    if text.startswith("/"):
        place = Path(f"{folder}/")
    for path in _entries(place):
        is_folder = path.is_dir()
        if path.name.startswith(".") or not (is_folder or _fits(verb, path)):
            continue
        shown = f"{path.name}/" if is_folder else path.name
        yield Suggestion(shown, "folder" if is_folder else "file", "", len(begun))


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(islice(folder.iterdir(), _MOST_FILES))
    except (OSError, ValueError):
        return []


def _fits(verb: str, path: Path) -> bool:
    """Recipes are used; anything else is footage, sound or subtitles."""
    return (path.suffix == RECIPE_SUFFIX) == (verb == "use")
