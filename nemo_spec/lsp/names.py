"""Where the names of `let` are defined and used, in one recipe and in those that share its names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from nemo_spec.harness.discovery import find_recipes
from nemo_spec.language.diagnostics import Invalid
from nemo_spec.language.grammar import Token
from nemo_spec.language.parser import Recipe, Statement, parse, read_source, start_of
from nemo_spec.language.source import Source, Span
from nemo_spec.language.values import Insert, read_text
from nemo_spec.project_root import is_too_wide
from nemo_spec.recipe.variables import composed, is_name

_MOST_RECIPES = 1000
"""Recipes of a project that are looked at for one name."""
_VARIABLE = re.compile(r"\$(\w+)")
BUILT_IN = "clip"
"""The name that every recipe has, after its first clip."""


class Occurrence(NamedTuple):
    """A name where it stands, without its `$` or braces."""

    name: str
    span: Span
    is_definition: bool


def occurrences(statements: Iterable[Statement]) -> Iterator[Occurrence]:
    """Every name that the statements define or use, in order."""
    for statement in statements:
        tokens = statement.tokens
        defines = tokens[0] == "let" and len(tokens) > 1 and tokens[1].type == "WORD"
        if defines:
            yield Occurrence(composed(tokens[1]), statement.span_of(tokens[1]), True)
        for token in tokens[2:] if defines else tokens:
            for name, at in _names_in(token):
                start = start_of(token) + at
                span = Span(statement.source, start, start + len(name))
                yield Occurrence(composed(name), span, False)


def _names_in(token: Token) -> Iterator[tuple[str, int]]:
    """Names with their place in the token."""
    if token.type in ("VARIABLE", "RANGE"):
        yield from ((match[1], match.start(1)) for match in _VARIABLE.finditer(token))
    elif token.type == "TEXT" and "{" in token:
        try:
            pieces = read_text(token)
        except Invalid:
            return
        yield from ((one.name, one.offset) for one in pieces if isinstance(one, Insert))


@dataclass
class Project:
    """The recipes below a folder, unless that is a whole home. `texts` are those that are open in the
    editor, by their real path: they count as they are there, whatever is on disk."""

    root: Path
    texts: Mapping[Path, Source]

    @cached_property
    def recipes(self) -> dict[Path, Recipe]:
        """Every recipe by its real path."""
        found = [] if is_too_wide(self.root) else find_recipes([self.root])[:_MOST_RECIPES]
        paths = [Path(os.path.realpath(one)) for one in found if not one.is_symlink()]
        sources = {path: self.texts.get(path) or read_source(path) for path in paths}
        sources |= {path: source for path, source in self.texts.items() if path not in sources}
        return {path: parse(one) for path, one in sources.items() if isinstance(one, Source)}

    def sharing(self, path: Path, name: str) -> list[Path]:
        """The recipes in which a name means what it means in one of them: those that use it or are
        used by it, directly or not, and mention the name, and so on."""
        mention = {one for one in self.recipes if self.occurrences(one, name)}
        below = {one: self._used_by(one) for one in self.recipes}
        found, waiting = {path}, [path]
        while waiting:
            here = waiting.pop()
            near = {one for one in mention if one in below.get(here, ()) or here in below[one]}
            waiting += near - found
            found |= near
        return sorted(found)

    def occurrences(self, path: Path, name: str) -> list[Occurrence]:
        """Where a recipe defines or uses a name."""
        return [one for one in occurrences(self.recipes[path].statements) if one.name == name]

    def _used_by(self, path: Path) -> set[Path]:
        found, waiting = set[Path](), [path]
        while waiting:
            here = waiting.pop()
            used = {place for place in uses_of(self.recipes[here], here) if place in self.recipes}
            waiting += used - found
            found |= used
        return found


def uses_of(recipe: Recipe, path: Path) -> Iterator[Path]:
    """The real paths of the files that a recipe uses."""
    for statement in recipe.statements:
        if (place := used_file(statement, path)) is not None:
            yield place


def used_file(statement: Statement, path: Path) -> Path | None:
    """The file that a `use` in the recipe at `path` names; None for any other statement."""
    if statement.tokens[0] != "use" or len(statement.tokens) < 2:
        return None
    try:
        pieces = read_text(statement.tokens[1]) if statement.tokens[1].type == "TEXT" else []
    except Invalid:
        return None
    if not pieces or not all(isinstance(piece, str) and "\0" not in piece for piece in pieces):
        return None
    return Path(os.path.realpath(path.parent / "".join(map(str, pieces))))


def name_at(recipe: Recipe, offset: int) -> Occurrence | None:
    """The name at a place in characters of the text."""
    found = occurrences(recipe.statements)
    return next((one for one in found if one.span.start <= offset <= one.span.end), None)


def definition_of(project: Project, path: Path, name: str) -> tuple[Path, Span] | None:
    """Where a name is defined: in the recipe itself, else in a file that shares it."""
    for place in (path, *project.sharing(path, name)):
        for one in project.occurrences(place, name):
            if one.is_definition:
                return place, one.span
    return None


class NotRenamed(Exception):
    """Why a name cannot have another one."""


def renamed(project: Project, path: Path, old: str, new: str) -> dict[Path, list[Span]]:
    """Every place of a name that is to be called `new`. Raises NotRenamed."""
    new = composed(new)
    if not is_name(new) or new[:1].isdigit() or new.startswith("_"):
        raise NotRenamed(f"`{new[:40]}` is not a name: use letters, digits and `_`, a letter first")
    places = project.sharing(path, old)
    if new == BUILT_IN or (new != old and any(project.occurrences(one, new) for one in places)):
        raise NotRenamed(f"`{new[:40]}` has a meaning already")
    found = {one: project.occurrences(one, old) for one in places}
    if not any(one.is_definition for here in found.values() for one in here):
        raise NotRenamed(f"no `let {old[:40]} = …` defines this name")
    return {path: [one.span for one in here] for path, here in found.items() if here}
