"""Break text into lines of even width."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from mock_server.render.clusters import clusters
from mock_server.render.fonts import WIDE

RIGHT_TO_LEFT = frozenset({"R", "AL"})
LEFT_MARK, RIGHT_MARK = "\u200e", "\u200f"
Width = Callable[[str], float]

# Chinese and Japanese break anywhere but before these, and after those.
NOT_FIRST = "，。、！？；：）】》」』”’…,.!?;:)]}%ーぁぃぅぇぉっゃゅょァィゥェォッャュョ"
NOT_LAST = "（【《「『“‘([{"


def wrap(text: str, limit: float, width: Width) -> list[str]:
    """Lines at most as wide as `limit` by `width`, no more of them than needed, and of similar width.

    `width` is asked again and again for the same words, so it should remember them. Where a paragraph
    has letters that run to the left, its lines begin with a mark of its direction.
    """
    lines: list[str] = []
    for paragraph in text.strip("\n").split("\n"):
        pieces = _pieces(paragraph.strip(), limit, width)
        mark = _direction(paragraph)
        lines += [mark + line for line in _even(pieces, limit, width)] if pieces else [""]
    return lines


def _direction(paragraph: str) -> str:
    """Libass sets a line in the direction of its first letter: one of a wrapped text may be foreign."""
    kinds = [unicodedata.bidirectional(c) for c in paragraph]
    if not RIGHT_TO_LEFT.intersection(kinds):
        return ""
    first = next(kind for kind in kinds if kind in {"L", *RIGHT_TO_LEFT})
    return RIGHT_MARK if first in RIGHT_TO_LEFT else LEFT_MARK


def _even(pieces: list[str], limit: float, width: Width) -> list[str]:
    """The narrowest setting that needs no more lines than the widest."""
    best = _fill(pieces, limit, width)
    low, high = limit / (len(best) + 1), limit
    for _ in range(8):
        middle = (low + high) / 2
        tried = _fill(pieces, middle, width)
        if len(tried) <= len(best):
            best, high = tried, middle
        else:
            low = middle
    return best


def _fill(pieces: list[str], limit: float, width: Width) -> list[str]:
    lines: list[str] = []
    line, used = "", 0.0
    for piece in pieces:
        if line and used + width(piece.rstrip()) > limit:
            lines.append(line.strip())
            line, used = "", 0.0
        line += piece
        used += width(piece)
    return [*lines, line.strip()]


def _pieces(text: str, limit: float, width: Width) -> list[str]:
    """The smallest parts that may stand on a line: words with the space behind, single signs."""
    pieces: list[str] = []
    for word in re.findall(r"\S+\s*", text):
        before = ""
        for cluster in clusters(word):
            if before and not _may_break(before[-1], cluster[0]):
                pieces[-1] += cluster
            else:
                pieces.append(cluster)
            before = cluster
    return [part for piece in pieces for part in _chopped(piece, limit, width)]


def _may_break(before: str, after: str) -> bool:
    if after.isspace() or after in NOT_FIRST or before in NOT_LAST:
        return False
    return bool(WIDE.match(before) or WIDE.match(after))


def _chopped(piece: str, limit: float, width: Width) -> list[str]:
    """A word that is longer than a line, in parts."""
    if width(piece.rstrip()) <= limit:
        return [piece]
    parts, used = [""], 0.0
    for cluster in clusters(piece):
        if parts[-1] and used + width(cluster.rstrip()) > limit:
            parts.append("")
            used = 0.0
        parts[-1] += cluster
        used += width(cluster)
    return parts
