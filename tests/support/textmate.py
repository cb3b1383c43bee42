"""Read a text by a TextMate grammar, as editors do: line by line, the first rule that fits first.

Knows what our grammar uses: `match` with a name or captures, `begin` to `end` with rules inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

Rule = Mapping[str, Any]
Piece = tuple[str, str]
"""The scope of a part of a line, without the language, and its text."""


def pieces(grammar: Mapping[str, Any], text: str) -> Iterator[list[Piece]]:
    """The parts of each line that have a scope."""
    for line in text.splitlines():
        yield [*_in_line(grammar["patterns"], f"{line}\n", 0, None)]


def _in_line(rules: list[Rule], line: str, at: int, inside: Rule | None) -> Iterator[Piece]:
    while at < len(line):
        if inside and (end := re.compile(inside["end"]).match(line, at)):
            yield _scope(inside), end[0]
            return
        found = next(((rule, match) for rule in rules if (match := _fits(rule, line, at))), None)
        if found is None:
            if inside:
                yield _scope(inside), line[at]
            at += 1
            continue
        rule, match = found
        if "begin" in rule:
            yield _scope(rule), match[0]
            within = [*_in_line(rule["patterns"], line, match.end(), rule)]
            yield from within
            at = match.end() + sum(len(text) for _, text in within)
        else:
            yield from _matched(rule, match)
            at = max(match.end(), at + 1)


def _fits(rule: Rule, line: str, at: int) -> re.Match[str] | None:
    match = re.compile(rule.get("begin") or rule["match"]).match(line, at)
    return match if match and match[0] else None


def _matched(rule: Rule, match: re.Match[str]) -> Iterator[Piece]:
    if "name" in rule:
        yield _scope(rule), match[0]
    for number, capture in rule.get("captures", {}).items():
        yield _scope(capture), match[int(number)]


def _scope(rule: Rule) -> str:
    return str(rule["name"]).removesuffix(".nemo-edit")


def joined(found: list[Piece]) -> str:
    """The pieces of a line, neighbours of one scope as one."""
    parts: list[list[str]] = []
    for scope, text in found:
        if parts and parts[-1][0] == scope and scope.startswith("string"):
            parts[-1][1] += text
        else:
            parts.append([scope, text])
    return "  ".join(f"{scope}:{text.strip(chr(10))}" for scope, text in parts)
