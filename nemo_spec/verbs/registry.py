"""Look-ups among the verbs of the language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from nemo_spec.verbs.base import VERBS, syntax_of

_OPTION_WORDS = {
    "centre": "center", "middle": "center", "position": "at", "font-size": "size", "fontsize": "size",
    "bg": "background", "stroke": "outline", "border": "outline", "colour": "color",
}  # fmt: skip


def other_words() -> dict[str, str]:
    """Words that other programs use, and the ones of this language for them."""
    verbs = {word: verb for verb, cls in VERBS.items() for word in cls.synonyms}
    return verbs | _OPTION_WORDS


@cache
def is_option(word: str) -> bool:
    """Whether some verb has an option that begins with this word."""
    options = (words for statement in VERBS.values() for words in syntax_of(statement).options)
    return any(words.split()[0] == word for words in options)


def completions(word: str) -> tuple[str, ...]:
    """The verbs of several words that begin with this one."""
    return tuple(verb for verb in VERBS if verb.startswith(f"{word} "))


def find_verb(words: Sequence[str]) -> str | None:
    """The longest verb that the words begin with."""
    for count in range(min(len(words), 4), 0, -1):
        verb = " ".join(words[:count])
        if verb in VERBS:
            return verb
    return None
