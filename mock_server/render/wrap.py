"""Break text into lines of even width."""

from __future__ import annotations

import re

from mock_server.render.fonts import width

# Chinese and Japanese break anywhere but before these, and after those.
NOT_FIRST = "，。、！？；：）】》」』”’…,.!?;:)]}%ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
NOT_LAST = "（【《「『“‘([{"
WIDE = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")


def wrap(text: str, limit: float) -> list[str]:
    """Lines of at most `limit` em, no more of them than needed, and of similar width."""
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n"):
        pieces = _pieces(paragraph.strip(), limit)
        lines += _even(pieces, limit) if pieces else [""]
    return lines


def _even(pieces: list[str], limit: float) -> list[str]:
    """The narrowest setting that needs no more lines than the widest."""
    best = _fill(pieces, limit)
    low, high = limit / (len(best) + 1), limit
    for _ in range(8):
        middle = (low + high) / 2
        tried = _fill(pieces, middle)
        if len(tried) <= len(best) and all(width(line) <= limit for line in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


def _fill(pieces: list[str], limit: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        if line and width((line + piece).rstrip()) > limit:
            lines.append(line.strip())
            line = ""
        line += piece
    return [*lines, line.strip()]


def _pieces(text: str, limit: float) -> list[str]:
    """The smallest parts that may stand on a line: words with the space behind, single signs."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*", text):
        start = 0
        for i in range(1, len(word)):
            if _may_break(word[i - 1], word[i]):
                pieces.append(word[start:i])
                start = i
        pieces.append(word[start:])
    return [part for piece in pieces for part in _chopped(piece, limit)]


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in NOT_FIRST or before in NOT_LAST:
        return False
    return bool(WIDE.match(before) or WIDE.match(after))


def _chopped(piece: str, limit: float) -> list[str]:
    """A word that is longer than a line, in parts."""
    parts: list[str] = []
    while width(piece.rstrip()) > limit and len(piece) > 1:
        size = next(i for i in range(1, len(piece) + 1) if width(piece[: i + 1]) > limit)
        parts.append(piece[:size])
        piece = piece[size:]
    return [*parts, piece]
