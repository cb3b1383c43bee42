"""A message as it was written: how a letter begins and ends, and one music after another."""

import re

from mock_server.agent.values.lazily import Regex

_MOOD = (
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|romantic|inspiring|folk)"
)
_LETTER = Regex(
    r"\A ?dear [a-z]+(?: [a-z]+)?[,!] ?\n? ?(?=[a-z])",
    re.IGNORECASE,
)
_SIGNED = Regex(
    r"(?<=[.!?,\n]) ?(?i:best|(?:best|kind|warm) (?:regards|wishes)|regards|yours(?: sincerely)?"
    r"|sincerely|all the best|love|cheers|(?:many )?thanks|thank you),? ?\n? ?[A-Z][a-z]+"
    r"(?: [A-Z][a-z]+)?[ .!]*\Z"
)
_LONG = r"((?:[0-9.]+|[a-z]+) ?(?:s|secs?|seconds))"
_SONGS = Regex(
    rf"(\A|[.;\n] ?|, )(?:(?:please )?(?:add|play|put|use|have|i want) )?({_MOOD})(?: music)? (?:for"
    rf"|during|in|over)"
    rf" the first {_LONG},? (?:and )?then ({_MOOD})(?: music)?"
    r" (?:(?:until|till|to) the (?:very )?end|for the rest(?: of (?:it|the video))?)(?=[ .!]*\Z)",
    re.IGNORECASE,
)


_SMILES = Regex(r" ?[:;]-?[)D](?= |\n|\Z)")
_KIND_WORDS = Regex(
    r"(?:\A|(?<=[.!?\n]) ?)(?:i )?hope (?:you're|you are|you|this (?:finds|is)|all is|everything)"
    r"[^.!?,;\n]{0,30}[.!]"
    r"|(?:\A|(?<=[.!?\n])) ?(?:just )?(?:a )?quick (?:one|question|request)[,:] ?"
    r"|[ ,]*\bthanks? (?:you )?(?:a (?:ton|million|bunch|lot)|so much|in advance)[ !.]*\Z",
    re.IGNORECASE,
)


def unsigned(text: str) -> str:
    """A message without the words with which a letter begins and ends."""
    text = _KIND_WORDS.sub("", _SMILES.sub(".", text))
    if _LETTER.match(text):
        text = _LETTER.sub("", text, count=1)
    return _SIGNED.sub("", text)


def in_turn(text: str) -> str:
    """ "Jazz for the first 20 s, then piano until the end", as two orders."""
    if " then " not in text:
        return text
    return _SONGS.sub(r"\1add \2 music for the first \3, add \4 music from \3 to the end", text)
