"""Recipes with a cursor in them, written as `|`."""

from __future__ import annotations

from pathlib import Path

from nemo_spec.lsp.completion import Suggestion, suggestions
from nemo_spec.lsp.document import Document


def with_cursor(text: str, folder: Path) -> tuple[Document, int]:
    """The document without the mark, and where the mark was."""
    before, mark, after = text.partition("|")
    assert mark
    return Document(folder / "here.edit", before + after), len(before)


def suggested(text: str, folder: Path) -> list[str]:
    """What is offered at the cursor."""
    return [one.text for one in found(text, folder)]


def found(text: str, folder: Path) -> list[Suggestion]:
    """The same with what is said about each."""
    return suggestions(*with_cursor(text, folder))
