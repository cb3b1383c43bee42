"""The rule for keys that nobody documents, on a segment or a track that the recipe asks for.

In this order: a known switch is read (`timeline/switches.py`); bookkeeping goes by its name; what all
segments have alike says nothing about one of them; words are words; any other flag, number or level may
change what is seen or heard, so that the segment cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from nemo_spec.timeline.switches import Path, is_neutral, is_switch

_BOOKKEEPING = re.compile(
    r"id|.*_id|ids|.*_ids|uid|uuid|guid|.*index|order|.*_order|.*sort|created.*|updated.*|modified.*"
    r"|version|.*_version|revision|.*hash|.*timestamp|checksum|etag|seq|sequence|last_id"
)
"""Names of what an editor keeps for itself."""
_ALIKE = 3
"""So many segments must have a value alike before it says nothing about one of them."""


def is_bookkeeping(path: Path) -> bool:
    """Whether the name of a key says that it is the editor's own business."""
    name = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", path[-1]).replace("-", "_").lower()
    return bool(_BOOKKEEPING.fullmatch(name))


def kind_of(value: object) -> str:
    """`flag`, `number` or `words`; nothing for what is none of them."""
    if isinstance(value, bool):
        return "flag"
    if isinstance(value, int | float):
        return "number"
    return "words" if isinstance(value, str) and value else ""


def doubtful(
    found: Iterable[tuple[Path, Any]], usual: frozenset[tuple[Path, Any]], ignored: frozenset[str]
) -> list[str]:
    """The keys that may change what is seen or heard; `usual` are values that all have alike, `ignored`
    keys that were learned to be bookkeeping."""
    return [
        ".".join(path)
        for path, value in found
        if isinstance(value, int | float)
        and not is_switch(path)
        and not is_bookkeeping(path)
        and ".".join(path) not in ignored
        and not is_neutral(path, value)
        and (path, _hashed(value)) not in usual
    ]


def alike(all_found: Iterable[list[tuple[Path, Any]]]) -> frozenset[tuple[Path, Any]]:
    """What every one of at least three holds with the same value."""
    common: frozenset[tuple[Path, Any]] | None = None
    count = 0
    for found in all_found:
        count += 1
        common = _values(found) if common is None else common & _values(found)
        if not common:
            return frozenset()
    return common if common and count >= _ALIKE else frozenset()


def _values(found: list[tuple[Path, Any]]) -> frozenset[tuple[Path, Any]]:
    return frozenset((p, _hashed(v)) for p, v in found if isinstance(v, int | float))


def _hashed(value: object) -> object:
    """True and 1 are not the same value of a key that nobody knows."""
    return (type(value).__name__ == "bool", value)
