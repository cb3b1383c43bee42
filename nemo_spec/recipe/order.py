"""Which statement may stand where: `clip` and `language` first, `export` last, one `join` in front."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nemo_spec.verbs.base import Edit, Problem, Statement
from nemo_spec.verbs.join import Placing
from nemo_spec.verbs.project import AnyExport


def order_problems(statements: Sequence[Statement]) -> Iterator[tuple[int, Problem]]:
    """Problems of order, by index of the statement."""
    edits = [i for i, statement in enumerate(statements) if isinstance(statement, Edit)]
    first, last = (edits[0], edits[-1]) if edits else (len(statements), -1)
    paths: dict[str | None, int] = {}
    languages = 0
    for index, statement in enumerate(statements):
        if statement.phase == "setup" and index > first:
            cure = "move it above the first edit"
            yield index, Problem("E220", f"`{statement.verb}` comes before the edits", cure)
        if statement.phase == "export" and index < last:
            yield index, Problem("E220", "`export` comes after the last edit", "move it down")
        if statement.verb == "language":
            languages += 1
            if languages > 1:
                yield index, Problem("E221", "a recipe has one language", "delete one")
        if isinstance(statement, Placing) and index != first:
            cure = "move it to the top, or delete one"
            message = f"`{statement.verb}` is allowed once, as the first edit"
            yield index, Problem("E221", message, cure)
        if isinstance(statement, AnyExport):
            path = export_key(statement)
            if path in paths:
                yield index, Problem("E251", "two exports to one file", 'name one with `to "…"`')
            paths.setdefault(path, index)


def export_key(export: AnyExport) -> str:
    """What tells the files of exports apart: the path, or what follows the name of the recipe."""
    return f"{export.mark}.{export.kind}" if export.path is None else export.path
