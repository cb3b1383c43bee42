"""Select frames of a stream with an expression that ffmpeg evaluates in a few steps."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]


def keep(ranges: Sequence[Range]) -> str:
    """An expression in `n` that is 1 inside the half-open ranges (sorted, apart).

    A balanced tree: a sum of `between()` fails above 100 terms and is slow before that.
    """
    merged = merge(ranges)
    return _tree(merged)


def merge(ranges: Sequence[Range]) -> list[Range]:
    """Neighbours that touch become one range; empty ones go."""
    merged: list[Range] = []
    for start, end in ranges:
        if end <= start:
            continue
        if merged and merged[-1][1] == start:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _tree(ranges: Sequence[Range]) -> str:
    if not ranges:
        return "0"
    if len(ranges) == 1:
        return f"between(n,{ranges[0][0]},{ranges[0][1] - 1})"
    middle = len(ranges) // 2
    return f"if(lt(n,{ranges[middle][0]}),{_tree(ranges[:middle])},{_tree(ranges[middle:])})"
