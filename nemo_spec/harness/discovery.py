"""Find recipes in folders; recipes that others include with `use` do not count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from nemo_spec.language.diagnostics import Invalid
from nemo_spec.language.parser import parse, read_source
from nemo_spec.language.source import Source
from nemo_spec.language.values import read_text

_MAY_USE = re.compile(r"(^|;)[ \t]*use\b", re.MULTILINE)


class NotThere(Exception):
    """A path that is neither a file nor a folder; the text is the path as given."""


def find_recipes(paths: Sequence[Path]) -> list[Path]:
    """The named files, and every `.edit` file in named folders except hidden ones; each once.

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


def used_recipes(recipes: Sequence[Path]) -> dict[Path, Path]:
    """The recipes that another one of them uses: resolved path → the one that uses it."""
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
