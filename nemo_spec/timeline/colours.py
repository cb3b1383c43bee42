"""Whether two ways to write a colour mean the same one: `Navy`, `#000080`, `rgb(0, 0, 128)`."""

from __future__ import annotations

from functools import lru_cache

_FAINT = 10
"""Of 255: 4 %."""


def same_colour(one: str, other: str) -> bool:
    """Whether both are the same colour; the name of a look is none."""
    found = _rgba(one)
    return found is not None and found == _rgba(other)


def is_transparent(written: str) -> bool:
    """Whether a colour cannot be seen, whatever is behind it."""
    if written.strip().lower() == "transparent":
        return True
    found = _rgba(written)
    return found is not None and found[3] < _FAINT


@lru_cache(256)
def _rgba(written: str) -> tuple[int, ...] | None:
    from PIL import ImageColor  # only where two colours are not written alike

    try:
        found = ImageColor.getrgb(written.strip().lower())
    except ValueError:
        return None
    return found if len(found) == 4 else (*found, 255)
