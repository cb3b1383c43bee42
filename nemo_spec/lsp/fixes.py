"""The cure of a diagnostic as a change of the text.

A cure is a sentence for a person. What it seems to say is tried, and offered only where the recipe is
better for it: the problem is gone, and no other has come in its place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.formatter import INDENT
from nemo_spec.language.source import Span
from nemo_spec.lsp.document import Document

_WRITE = re.compile(r"(?:did you mean|write) (`.*)")
_WRITTEN = re.compile(r"`([^`]+)`( above| for a backslash)?")
_SAMPLE = re.compile(r"[…\"]")
"""Is in what only shows how something is written: a file, a text, anything at all."""
_DELETE_PART = re.compile(r"delete (?:it\Z|the comma)")
_DELETE_ALL = re.compile(r"delete (?:it or use it|this line|one\b)")
_HIDING = ("E102", "E111", "E112")
"""Unknown verbs hide what else is wrong with their statement: it may show once they are cured."""
_QUOTES = "“”„‟‘’‚‛«»‹›「」『』＂＇"


@dataclass(frozen=True, slots=True)
class Fix:
    """`text` takes the place of `span`."""

    title: str
    span: Span
    text: str


def fixes_of(document: Document, diagnostic: Diagnostic) -> list[Fix]:
    """The changes that cure a problem of this document; none where that takes a person."""
    if diagnostic.span is None or diagnostic.span.source is not document.source:
        return []
    tried = _tried(document, diagnostic, diagnostic.span)
    return [fix for fix in tried if _is_better(document, diagnostic, fix)]


def _tried(document: Document, diagnostic: Diagnostic, span: Span) -> Iterator[Fix]:
    cure = diagnostic.cure
    if found := _WRITE.search(cure):
        for new, elsewhere in _WRITTEN.findall(found[1]):
            if not elsewhere and not _SAMPLE.search(new):
                yield Fix(f"Write `{new}`", span, _quoted_like(span.text, new))
    if "indent" in cure:
        start = span.source.offset(span.line - 1, 0)
        yield Fix("Indent to attach it to the line above", Span(span.source, start, start), INDENT)
    if _DELETE_PART.search(cure):
        yield Fix("Delete it", span, "")
    if _DELETE_ALL.search(cure) and (statement := document.statement_at(span.start)):
        yield Fix("Delete the statement", statement.span, "")
    if "typographic quotes" in diagnostic.message:
        plain = re.sub(f"[{_QUOTES}]", '"', span.text)
        yield Fix("Write plain quotes", span, plain)


def _quoted_like(old: str, new: str) -> str:
    quote = old[:1]
    return f"{quote}{new}{quote}" if quote in ('"', "'") else new


def _is_better(document: Document, diagnostic: Diagnostic, fix: Fix) -> bool:
    changed = Document(document.path, applied(document, fix))
    before, after = _counted(document.diagnostics), _counted(changed.diagnostics)
    key = (diagnostic.code, diagnostic.message)
    most = before.total() - (diagnostic.code not in _HIDING)
    return after[key] < before[key] and after.total() <= most


def _counted(diagnostics: list[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.message) for one in diagnostics)


def applied(document: Document, fix: Fix) -> str:
    """The text with the fix in it, as the grammar reads it: `\\n` line ends, no shared indentation."""
    text = document.source.text
    return text[: fix.span.start] + fix.text + text[fix.span.end :]
