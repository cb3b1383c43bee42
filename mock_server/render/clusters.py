"""Characters that are drawn as one, so that no line and no change of font comes between them."""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
# A vowel sign of Thai and Lao that is written before its consonant, and one behind it that is no mark.
BEFORE, BEHIND = "เแโใไເແໂໃໄ", "\u0e33\u0eb3"
SKIN_TONES = "\U0001f3fb", "\U0001f3ff"
VIRAMA = 9  # the combining class of the signs that join two consonants


def clusters(text: str) -> list[str]:
    """The text in parts: a character with its marks, a syllable, a joined emoji, a flag."""
    parts: list[str] = []
    for character in text:
        if parts and _joins(parts[-1], character):
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def is_invisible(character: str) -> bool:
    """Whether it only changes how its neighbours look or are set: no font needs to have it."""
    return (
        unicodedata.category(character) == "Cf"
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
        or character in "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
    )


def _joins(before: str, character: str) -> bool:
    last = before[-1]
    if last == "\n" or character == "\n":
        return False
    if unicodedata.category(character)[0] == "M" or is_invisible(character) or character in BEHIND:
        return True
    if last == JOINER or last in BEFORE:
        return True
    if SKIN_TONES[0] <= character <= SKIN_TONES[1]:
        return last > "\u231a"
    if unicodedata.combining(last) == VIRAMA or last == "’":
        return character.isalpha()
    return len(before) == 1 and _is_flag(before) and _is_flag(character)


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
