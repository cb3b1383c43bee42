"""The draft as it stands in an answer: found, not re-written.

Re-serialising would change spacing, escapes, number spelling and duplicate keys. The draft that is
rendered has to be the draft that came.
"""

from json import JSONDecoder
from json.decoder import WHITESPACE, scanstring  # type: ignore[attr-defined]

_decode = JSONDecoder().raw_decode


def find(text: str, *path: str) -> str | None:
    """The source text of the value at a path of object keys in a valid JSON text.

    None when the path leads nowhere. Of duplicate keys the last counts, as it does for `json`.
    """
    return _find(text, _skip(text, 0), path)[1]


def _find(text: str, start: int, path: tuple[str, ...]) -> tuple[int, str | None]:
    """The end of the value at `start`, and what was found inside it."""
    if not path or text[start] != "{":
        end = _decode(text, start)[1]
        return end, None if path else text[start:end]
    found = None
    at = _skip(text, start + 1)
    while text[at] != "}":
        key, at = scanstring(text, at + 1, True)
        value = _skip(text, _skip(text, at) + 1)
        if key == path[0]:
            at, found = _find(text, value, path[1:])
        else:
            at = _decode(text, value)[1]
        at = _skip(text, at)
        if text[at] == ",":
            at = _skip(text, at + 1)
    return at + 1, found


def _skip(text: str, at: int) -> int:
    end: int = WHITESPACE.match(text, at).end()
    return end
