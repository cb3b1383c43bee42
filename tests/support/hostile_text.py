"""Hostile texts and accidentally damaged recipes, reproducible by seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from nemo_spec.verbs.base import VERBS, syntax_of, verb_of
from support.paths import ROOT


def _recipes() -> list[bytes]:
    files = [*ROOT.glob("specs/**/*.edit"), *ROOT.glob("tests/cases/**/*.edit")]
    found = [file.read_bytes() for file in sorted(files)]
    return [*found, "\n".join(cls.example for cls in VERBS.values()).encode()]


def _words() -> list[str]:
    words = [verb_of(cls) for cls in VERBS.values()]
    for cls in VERBS.values():
        for slot in syntax_of(cls).slots:
            words += [*filter(None, [slot.words]), *(slot.kind.words if slot.kind else ())]
    return words


RECIPES = _recipes()
WORDS = _words()
VALUES = [
    '"a"', "'b'", '"{x}"', '"{y}"', '"{{"', '"\\u{1F3AC}"', '"\\u{D800}"', '"', "'", '"a.edit"',
    '"self.edit"', '"x.srt"', '"p.png"', '"?.mp4"', "0-3s", "2-1s", "last 5s", "first 8s", "first $x",
    "5s-end", "end-5s", "100-130%", "$x-3x", "3x-$y", "40%,25%", "400%, 5%",
    "0-$x", "$y-$x", "0-9999m", "3s", "0s", "24:00:00", "25:00:00", "1:30", "9:16",
    "0:0", "3", "0", "9" * 30, "9" * 5000, "35%", "200%", "1000%", "-35dB", "1.5x", "0x0", "1080p",
    "0p", "1080x1920", "30fps", "$x", "$y", "$", "start", "end", "a", "b", "clip", "x", "let x = 3s",
    "let x = \"a\"", "let y = $x", "let clip = 3", "clip a", "clip b \"b.mov\"", "join a, b", ",", "=",
    "<", ">=", ";", "\n", "\n    ", "\r\n", "# c", " ", "\t", "{x}", "\u00a0", "\u3000", "；", "“a”", "–",
    "９", "\ufeff", "\0", "\r", "\x1b[2J", "\u202e", "\u2028", "e\u0301", "日本", "🎬",
    "(", "\\", "%", "-", ".",
]  # fmt: skip


def hostile(seed: int, count: int) -> Iterator[bytes]:
    """`count` inputs, cycling through the kinds."""
    random = Random(seed)
    sorts = (_bytes, _characters, _soup, _soup, _broken, _broken, _broken, _spliced)
    for index in range(count):
        yield sorts[index % len(sorts)](random)


def _bytes(random: Random) -> bytes:
    return random.randbytes(random.randrange(60))


def _characters(random: Random) -> bytes:
    tops = (0x7F, 0x7F, 0x2FF, 0x3FFF, 0x10FFFF)
    points = (random.randrange(random.choice(tops)) for _ in range(random.randrange(60)))
    return "".join(chr(p) for p in points if not 0xD800 <= p < 0xE000).encode()


def _soup(random: Random) -> bytes:
    """Words and values of the language in random order."""
    gaps = (" ", " ", " ", " ", "\n", "\n    ", ";", "")
    pieces = (
        random.choice(WORDS if random.random() < 0.4 else VALUES) + random.choice(gaps)
        for _ in range(random.randrange(40))
    )
    return "".join(pieces).encode()


def _broken(random: Random) -> bytes:
    """A recipe damaged in a few places."""
    text = random.choice(RECIPES)
    for _ in range(random.randint(1, 6)):
        text = random.choice(_ACCIDENTS)(random, text)
    return text


def _spliced(random: Random) -> bytes:
    one, other = random.choice(RECIPES), random.choice(RECIPES)
    return one[: random.randrange(len(one) + 1)] + other[random.randrange(len(other) + 1) :]


def _span(random: Random, text: bytes) -> tuple[int, int]:
    start = random.randrange(len(text) + 1)
    return start, min(len(text), start + random.randrange(20))


def _lose(random: Random, text: bytes) -> bytes:
    start, end = _span(random, text)
    return text[:start] + text[end:]


def _repeat(random: Random, text: bytes) -> bytes:
    start, end = _span(random, text)
    return text[:end] + text[start:end] * random.randrange(4) + text[end:]


def _put(random: Random, text: bytes) -> bytes:
    start, end = _span(random, text)
    piece = random.choice(VALUES if random.random() < 0.7 else WORDS).encode()
    return text[:start] + piece + text[random.choice((start, end)) :]


def _cut(random: Random, text: bytes) -> bytes:
    return text[: random.randrange(len(text) + 1)]


def _flip(random: Random, text: bytes) -> bytes:
    if not text:
        return text
    at = random.randrange(len(text))
    return text[:at] + bytes([random.randrange(256)]) + text[at + 1 :]


def _shuffle(random: Random, text: bytes) -> bytes:
    lines = text.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


_ACCIDENTS = (_lose, _lose, _repeat, _put, _put, _put, _cut, _flip, _shuffle)
