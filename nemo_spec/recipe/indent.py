"""Lines that were probably meant to continue the statement above."""

from __future__ import annotations

from nemo_spec.language.diagnostics import Diagnostic
from nemo_spec.language.parser import Statement as Written
from nemo_spec.verbs.base import VERBS, syntax_of
from nemo_spec.verbs.registry import find_verb, is_option


def lost_indent(before: Written, written: Written) -> Diagnostic | None:
    """A warning for a line that is no statement, but begins like an option which the statement above
    does not have yet."""
    first = written.tokens[0]
    if first.type != "WORD" or not is_option(first.value) or not _is_next_line(before, written):
        return None
    verb = find_verb(_words(before, 4))
    if verb is None:
        return None
    given = _words(before, len(before.tokens))
    for option in syntax_of(VERBS[verb]).options:
        words = option.split()
        if _words(written, len(words)) == words and not _contains(given, words):
            message = "this line does not continue the statement above"
            cure = "indent to attach it to the line above"
            return Diagnostic("W120", message, written.span_of(first), cure)
    return None


def _is_next_line(before: Written, written: Written) -> bool:
    source = before.source
    last, column = source.locate(written.span.start)
    return last == source.locate(before.span.end)[0] + 1 and column == source.indent


def _words(written: Written, count: int) -> list[str]:
    return [str(token) for token in written.tokens[:count] if token.type == "WORD"]


def _contains(words: list[str], part: list[str]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words)))
