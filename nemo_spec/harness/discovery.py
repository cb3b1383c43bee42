"""Recipes below paths; what others take in with `use` is no recipe by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from nemo_spec.language.parser import parse, read_source
from nemo_spec.language.source import Source
from nemo_spec.language.values import Invalid, read_text

_MAY_USE = re.compile(r"(^|;)[ \t]*use\b", re.MULTILINE)


class NotThere(Exception):
    """A path that is no file and no folder; the text is what was written."""


def find_recipes(paths: Sequence[Path]) -> list[Path]:
    """The files that are named, and every `.edit` file in folders but hidden ones; each once.

    Raises NotThere.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        for recipe in _below(path):
            found.setdefault(recipe.resolve(), recipe)
    return list(found.values())


def _below(path: Path) -> Iterator[Path]:
    try:
        if path.is_dir():
            inside = (one.relative_to(path) for one in path.rglob("*.edit"))
            visible = (one for one in inside if not any(p.startswith(".") for p in one.parts))
            yield from (path / one for one in sorted(visible) if (path / one).is_file())
            return
        if path.is_file():
            yield path
            return
    except (OSError, ValueError):
        pass
    raise NotThere(str(path))


def parts_of_others(recipes: Sequence[Path]) -> dict[Path, Path]:
    """The recipes that another one of them takes in, by their resolved path, with that other one."""
    known = {recipe.resolve() for recipe in recipes}
    taken: dict[Path, Path] = {}
    for recipe in recipes:
        for used in _used_by(recipe):
            if used in known and used != recipe.resolve():
                taken.setdefault(used, recipe)
    return taken


def _used_by(recipe: Path) -> Iterator[Path]:
    source = read_source(recipe)
    if not isinstance(source, Source) or not _MAY_USE.search(source.text):
        return
    names = (t for s in parse(source).statements if s.tokens[0] == "use" for t in s.tokens)
    for name in names:
        if name.type == "TEXT":
            with suppress(Invalid, OSError, ValueError):
                pieces = "".join(piece for piece in read_text(name) if isinstance(piece, str))
                yield (recipe.resolve().parent / pieces).resolve()
