"""Phrases and what the agent makes of them: `phrases_*.txt`, a phrase and its operations under it.

A phrase may name any of `UPLOADS`; `\\n` in it is a newline. `?` marks what it must not understand.
"""

from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from mock_server.agent import operations as op
from mock_server.agent import read
from mock_server.agent.values.ranges import Range

UPLOADS = ("a.mp4", "b.mp4", "c.mp4", "logo.png", "song.mp3", "p1.jpg", "p2.jpg")
HERE = Path(__file__).parent


def cases() -> list[tuple[str, list[str]]]:
    """Every phrase with the lines under it."""
    found: list[tuple[str, list[str]]] = []
    for file in sorted(HERE.glob("phrases_*.txt")):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if line.startswith("    "):
                found[-1][1].append(line.strip())
            elif line and not line.startswith("#"):
                found.append((line, []))
    return found


def shown(value: object) -> str:
    """An operation with the fields that differ from their defaults."""
    if isinstance(value, Range):
        return f"[{value.start}..{'' if value.end is None else value.end}]"
    if isinstance(value, Fraction | float | int | str):
        return repr(value) if isinstance(value, str) else str(value)
    if isinstance(value, tuple):
        return " ".join(shown(one) for one in value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}={shown(one)}" for key, one in value.items()) + "}"
    if not is_dataclass(value):
        return repr(value)
    told = [
        f"{one.name}={shown(getattr(value, one.name))}"
        for one in fields(value)
        if _told(value, one)
    ]
    return f"{type(value).__name__}({', '.join(told)})"


def _told(value: object, field: object) -> bool:
    default, factory = field.default, field.default_factory
    plain = factory() if factory is not MISSING else default
    return getattr(value, field.name) != plain


def lines(phrase: str) -> list[str]:
    """What the agent makes of a phrase, as it stands in the files."""
    reading = read(phrase.replace("\\n", "\n"), UPLOADS)
    asked = [one for one in reading.understood if one.operation != op.Answer("ignored")]
    found = [shown(one.operation) for one in asked or reading.understood]
    return [*found, *(f"? {word}" for word in reading.misunderstood)]


@pytest.mark.parametrize(("phrase", "expected"), cases(), ids=[one for one, _ in cases()])
def test_phrase(phrase: str, expected: list[str]) -> None:
    assert lines(phrase) == expected
