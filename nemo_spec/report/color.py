"""Whether a stream is a terminal that colours and moves its cursor."""

from __future__ import annotations

import os
from typing import TextIO


def is_live(out: TextIO) -> bool:
    """Whether a line that was printed can be replaced: a terminal, and none that calls itself dumb."""
    return out.isatty() and os.environ.get("TERM") != "dumb"


def is_colored(out: TextIO) -> bool:
    """Whether to colour what is printed there; see no-color.org."""
    return is_live(out) and not os.environ.get("NO_COLOR")
