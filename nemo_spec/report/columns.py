"""Text in columns of a terminal, where Chinese characters are two columns wide."""

from __future__ import annotations

from nemo_spec.language.diagnostics import display_width


def padded(text: str, columns: int) -> str:
    """The text, padded with spaces to so many columns."""
    return text + " " * max(0, columns - display_width(text))


def fitted(text: str, columns: int) -> str:
    """The text, shortened with an ellipsis to at most so many columns."""
    if display_width(text) <= columns:
        return text
    kept, used = "", 1
    for character in text:
        used += display_width(character)
        if used > columns:
            break
        kept += character
    return (kept + "…")[:columns]
