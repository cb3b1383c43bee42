"""Write the TextMate grammar of recipes, after a change of a verb, a kind of value or the grammar.

python tools/make_textmate.py
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nemo_spec.language import grammar
from nemo_spec.verbs.base import VERBS, syntax_of

FILE = Path(__file__).parents[1] / "editors" / "vscode" / "syntaxes" / "edit.tmLanguage.json"
_SCOPES = {
    "SWEEP": "constant.numeric.sweep",
    "SPOT": "constant.numeric.place",
    "RANGE": "constant.numeric.range",
    "CLOCK": "constant.numeric.time",
    "TIME": "constant.numeric.time",
    "PERCENT": "constant.numeric.percent",
    "DECIBEL": "constant.numeric.level",
    "LUFS": "constant.numeric.loudness",
    "FACTOR": "constant.numeric.speed",
    "SIZE": "constant.numeric.size",
    "FPS": "constant.numeric.rate",
    "NUMBER": "constant.numeric.count",
    "VARIABLE": "variable.other",
    "OPERATOR": "keyword.operator",
}
"""The terminals of the grammar and how editors call such a thing."""
_BEFORE = r"(?<![^ \t;,\"'=<>])"
_BEHIND = r"(?![^ \t\n;,\"'=<>])"
_GAP = r"[ \t]++"


def textmate() -> str:
    """The grammar as its file holds it."""
    patterns = [
        _comment(),
        *_texts(),
        *_verbs(),
        _let(),
        _ratio(),
        _options(),
        *_values(),
        _words(),
    ]
    content = {
        "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
        "name": "nemo-spec recipe",
        "scopeName": "source.nemo-edit",
        "patterns": [*patterns],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _rule(scope: str, match: str) -> dict[str, Any]:
    return {"name": f"{scope}.nemo-edit", "match": match}


def _comment() -> dict[str, Any]:
    return _rule("comment.line.number-sign", r"(?<![^ \t])#.*$")


def _texts() -> list[dict[str, Any]]:
    inside = [
        _rule("constant.character.escape", r"\\(?:[\\\"'nt]|u\{[0-9A-Fa-f]+\})|\{\{|\}\}"),
        _rule("variable.other.inserted", r"\{\w+\}"),
        _rule("invalid.illegal.escape", r"\\."),
    ]
    return [
        {
            "name": f"string.quoted.{kind}.nemo-edit",
            "begin": quote,
            "end": f"{quote}|$",
            "patterns": inside,
        }
        for kind, quote in (("double", '"'), ("single", "'"))
    ]


def _verbs() -> list[dict[str, Any]]:
    """At the start of a line, where a continuation never begins, or behind `;`."""
    found = _any_of(VERBS)
    scope = "keyword.control.verb"
    return [
        _rule(scope, f"^{found}{_BEHIND}"),
        {
            "match": f";[ \\t]*+{found}{_BEHIND}",
            "captures": {"1": {"name": f"{scope}.nemo-edit"}},
        },
    ]


def _let() -> dict[str, Any]:
    return _rule("variable.other.definition", rf"(?<=\blet )\w+{_BEHIND}")


def _ratio() -> dict[str, Any]:
    """It is written like a time: only the verb in front of it tells them apart."""
    verbs = [
        verb
        for verb, statement in VERBS.items()
        if any(slot.sample == "W:H" for slot in syntax_of(statement).values[:1])
    ]
    return _rule("constant.numeric.ratio", rf"(?<=\b{_any_of(verbs)} )\d+:\d+{_BEHIND}")


def _options() -> dict[str, Any]:
    words = {words for statement in VERBS.values() for words in syntax_of(statement).options}
    return _rule("keyword.other.option", f"{_BEFORE}{_any_of(words)}{_BEHIND}")


def _values() -> list[dict[str, Any]]:
    found, shapes = [], grammar.terminals()
    for terminal, scope in _SCOPES.items():
        edge = "" if terminal == "OPERATOR" else _BEFORE
        found.append(_rule(scope, f"{edge}{shapes[terminal]}"))
    return found


def _words() -> dict[str, Any]:
    words = {
        word
        for statement in VERBS.values()
        for slot in syntax_of(statement).slots
        for word in (slot.kind.words if slot.kind else ())
    }
    return _rule(
        "constant.language", f"{_BEFORE}{_any_of([*words, 'first', 'last', 'no'])}{_BEHIND}"
    )


def _any_of(words: Iterable[str]) -> str:
    """The longest first, since the first that fits is taken."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"({'|'.join(word.replace(' ', _GAP) for word in ordered)})"


if __name__ == "__main__":
    FILE.write_text(textmate(), "utf-8")
