"""Problems of recipes as data for other tools: editors, continuous integration, scripts."""

from __future__ import annotations

from collections.abc import Iterable

from nemo_spec.language.diagnostics import Diagnostic

VERSION = 1
"""Of the shape below. It grows by new keys; a change of what is there raises the number."""

Problem = dict[str, str | int | None]


def problems(recipe: str, diagnostics: Iterable[Diagnostic]) -> list[Problem]:
    """The diagnostics of one recipe.

    Lines and columns count from 1, columns in characters of the file as it was written; the end is
    the column behind the last character. What has no place in a file has None for all four.
    """
    return [_problem(recipe, diagnostic) for diagnostic in diagnostics]


def listing(files: Iterable[str], found: Iterable[Problem]) -> dict[str, object]:
    """All problems of one run, each once: a used file is read by every recipe that uses it."""
    unique = list({tuple(problem.items()): problem for problem in found}.values())
    return {
        "version": VERSION,
        "files": list(files),
        "errors": sum(problem["severity"] == "error" for problem in unique),
        "warnings": sum(problem["severity"] == "warning" for problem in unique),
        "problems": unique,
    }


def _problem(recipe: str, diagnostic: Diagnostic) -> Problem:
    span = diagnostic.span
    start = end = None
    if span is not None:
        start, end = span.source.locate(span.start), span.source.locate(span.end)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "cure": diagnostic.cure,
        "file": span.source.name if span else recipe,
        "line": start[0] + 1 if start else None,
        "column": start[1] + 1 if start else None,
        "end_line": end[0] + 1 if end else None,
        "end_column": end[1] + 1 if end else None,
    }
