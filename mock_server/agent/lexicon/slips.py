"""Slips of the pen: a word that is none, and one edit away from one word of an edit."""

import re
from functools import cache

from mock_server.agent.lexicon.real_words import REAL_WORDS
from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.values.lazily import Regex

# The usual words of an edit; some stand in no row of the lexicon.
_MORE = """
seconds second minutes minute degrees degree percent between during before after until through from
with without first second third fourth last final middle beginning ending opening closing start half
quarter twice everything anything nothing background foreground vertical horizontal clockwise
counterclockwise automatic automatically please should would could want need make sure video videos
clip clips audio sound music title titles caption captions subtitle subtitles logo watermark
voiceover voice narration transition transitions whole entire footage speech talking speaking corner
screen letters white black yellow orange purple instead rather than again twice faster slower louder
quieter bigger smaller longer shorter later earlier normal original remove delete rotate backwards
stabilize stabilise normalize normalise volume brightness speed mute crop trim split freeze blur
"""
_NO_ORDER = {"", "not", "doubt", "cond", "question", "vague", "no", "swear"}
_SHORTEST, _LONG = 5, 8  # letters of a word that a slip may be cured of, and of one with two slips
_WORD = Regex(
    r"(?<![\w'#@/.-])[a-z]{4,}(?![\w'@/-]|\.[a-z0-9])"
    r"|(?:(?<=\A)|(?<=\n)|(?<=[.!?] ))[A-Z][a-z]{3,}(?= [a-z0-9]|[.!]|\Z)"
)
_FORM = Regex(
    r"\bform (?=(?:black|white|here|now|[0-9])|the (?:very )?(?:start|beginning|end|top|bottom"
    r"|left|right|first|last))"
)

_WHIT = Regex(r"\bwhit(?= (?:an?|the|no|some|fade|music|captions|title|[0-9])\b| [0-9])", re.I)


@cache
def _vocabulary() -> dict[str, tuple[str, ...]]:
    """The words of an edit by their first letter."""
    told = (words for words, kinds in phrases().items() if not kinds.keys() <= _NO_ORDER)
    words = {*re.findall(r"(?<![a-z'])[a-z]{4,}(?![a-z'])", "|".join(told)), *_MORE.split()}
    return {one: tuple(sorted(w for w in words if w[0] == one)) for one in {w[0] for w in words}}


def spelled(text: str, spare: frozenset[str] = frozenset()) -> str:
    """`text` without slips of the pen in its plain words, except in those to be spared."""
    if "form" in text:
        text = _FORM.sub("from ", text)
    if "whit " in text:
        text = _WHIT.sub("with", text)
    return _WORD.sub(lambda match: _in_its_case(match[0], spare), text)


def _in_its_case(word: str, spare: frozenset[str]) -> str:
    plain = word.lower()
    found = plain if plain in spare else cured(plain)
    return word if found == plain else found


@cache
def cured(word: str) -> str:
    """The one word of an edit that this, which is no word, may be a slip for; else the word itself."""
    known = _vocabulary().get(word[0], ())
    if word in REAL_WORDS or word in known or _is_inflected(word, known):
        return word
    exchanged = _exchanged(word) if len(word) <= max(map(len, known), default=0) else ()
    near = (
        [one for one in known if one in exchanged]
        or [one for one in known if _is_slip(word, one)]
        or [one for one in known if min(len(one), len(word)) >= _LONG and edits(word, one) == 2]
    )
    usual = [one for one in near if one in _usual()]
    return _of_one_stem(near) or _of_one_stem(usual) or word


def _exchanged(word: str) -> set[str]:
    """The word with two neighbours exchanged, each way."""
    return {f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1)}


@cache
def _usual() -> frozenset[str]:
    return frozenset(_MORE.split())


def _is_inflected(word: str, known: tuple[str, ...]) -> bool:
    """Whether it is a known word with an ending: "adjusts", "sliding"."""
    stem = re.sub(r"(?:s|es|ed|d|ing|er|ly)\Z", "", word)
    return stem != word and (stem in known or f"{stem}e" in known or stem[:-1] in known)


def _of_one_stem(near: list[str]) -> str | None:
    """The shortest, where all are one word with and without an ending; None when in doubt."""
    short = min(near, key=lambda one: (len(one), one), default="")
    stem = re.sub(r"e\Z", "", short)
    same = all(re.fullmatch(rf"{stem}(?:e|s|es|ed|er|r|d|ing)?", one) for one in near)
    return short if short and same else None


def _is_slip(word: str, known: str) -> bool:
    if len(known) < _SHORTEST - 1 or abs(len(known) - len(word)) > 1:
        return False
    if len(known) < _SHORTEST and len(word) < _SHORTEST:
        return sorted(word) == sorted(known) and edits(word, known) == 1  # two letters swapped
    return edits(word, known) == 1


def edits(a: str, b: str) -> int:
    """How many letters are wrong, missing, too many, or swapped with their neighbour; 3 stands for more."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before, last, here = list(range(len(b) + 1)), list(range(len(b) + 1)), list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        before, last, here = last, here, [i] + [0] * len(b)
        for j, other in enumerate(b, 1):
            here[j] = min(last[j] + 1, here[j - 1] + 1, last[j - 1] + (one != other))
            if i > 1 and j > 1 and one == b[j - 2] and a[i - 2] == other:
                here[j] = min(here[j], before[j - 2] + 1)
    return min(here[-1], 3)
