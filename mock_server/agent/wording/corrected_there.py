"""What a text of the draft is to say instead: "typo in the title: it should be Hello, not Helo", "tomorow
has two r's", "change the subtitle to Good evening"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.leaning_on_music import Turn
from mock_server.agent.wording.misspelt_there import rewritten, written_like
from mock_server.agent.wording.named_by_draft import There
from mock_server.agent.wording.plain_words import COLOR, END, LOOK

_OH = r"(?:(?:actually|no|nah|oh|oops|hm+|but|and|sorry|wait|fine|ok|okay|then|now|please)[, ]+)*"
_STOP = rf"(?:,? (?:please|pls|plz|thanks))?{END}"
_TWO = 2
_NOUNS = {"title": "title", "caption": "caption", "subtitle": "caption"}
_WORD = r"([A-Za-z][A-Za-z'-]{1,24})"
_SAYS = r"((?-i:[A-Z])[A-Za-z'-]+(?: [A-Za-z'-]+){1,5})"
_NO_TEXT = Regex(
    rf"\b(?:{COLOR}|{LOOK}|top|bottom|left|right|cent(?:er|re)|middle|bold|italic|arial|helvetica|times"
    rf"|roboto"
    r"|sans|serif|comic|georgia|verdana|impact|font|seconds?|size|from|until)\b",
    re.IGNORECASE,
)


def _one(role: str, there: There) -> int | None:
    """Where the one layer of a role stands."""
    found = [place for place, one in enumerate(there.roles) if one == role]
    return found[0] if len(found) == 1 else None


def _word_put_right(found: re.Match[str], _: Values, there: There) -> str | None:
    return rewritten(found["old"], found["new"], there.texts)


def _word_like_it(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "Oops, Welcome with one l", where a text has a word like it."""
    count, letter = found[2].lower(), found[3].lower()
    word, twice = found[1], letter * 2
    if count in ("one", "a single") and twice not in word.lower() and letter in word.lower():
        return written_like(word, there.texts)
    return (
        written_like(word, there.texts)
        if count in ("two", "double", "a double") and twice in word.lower()
        else None
    )


def _letter_less(found: re.Match[str], values: Values, there: There) -> str | None:
    """ "'Wellcome' has one l too many, fix it to 'Welcome'"."""
    old, new = (str(values.items[index(one)]) for one in (found[1], found[2]))
    return rewritten(old, new, there.texts)


def _swapped(_: re.Match[str], __: Values, there: There) -> str | None:
    """ "Swap the two names", of two titles, or captions."""
    if len(there.roles) != _TWO or {*there.roles} not in ({"title"}, {"caption"}):
        return None
    role, (one, other) = there.roles[0], there.texts
    return f'change the first {role} to "{other}". change the second {role} to "{one}"'


def _letter_doubled(found: re.Match[str], _: Values, there: There) -> str | None:
    """ "tomorow has two r's", where it is written with one."""
    word, letter = found[1], found[2]
    if word.lower().count(letter.lower()) != 1 or sum(word in one for one in there.texts) != 1:
        return None
    return rewritten(word, word.replace(letter, letter * 2), there.texts)


def _says(found: re.Match[str], _: Values, there: There) -> str | None:
    """A text without quotes, of several words, for the one there is."""
    noun = found["noun"].lower()
    if _one(_NOUNS[noun], there) is None or _NO_TEXT.search(found["text"]):
        return None
    return f'change the {_NOUNS[noun]} to "{found["text"].strip()}"'


def _second_line(found: re.Match[str], _: Values, there: There) -> str | None:
    if _one("lower-third", there) is None:
        return None
    return f'change the second line of the lower third to "{found[1]}"'


def _below_the_name(found: re.Match[str], values: Values, there: There) -> str | None:
    at = _one("lower-third", there)
    if at is None or found[2].strip() not in (there.texts[at], there.texts[at].split()[0]):
        return None
    return f'put "{found[1]}" below the name'


_TURNS: tuple[tuple[str, Turn], ...] = (
    (
        rf"\A<text> ?has (?:one|an?) [a-z] too many[,;.] (?:so )?(?:please )?(?:fix|correct"
        rf"|change) it to <text> ?"
        rf"{_STOP}",
        _letter_less,
    ),
    (
        rf"\A{_OH}swap the (?:two )?(?:names|texts|words|wording)(?: of the two(?: titles"
        rf"| captions)?)?(?:,? (?:the places"
        rf" (?:in time )?stay|the times stay|so (?:that )?<:text> ?comes first"
        rf"|so (?:that )?[a-z]+ comes first))?{_STOP}",
        _swapped,
    ),
    (
        rf"\A{_OH}(?:there(?:'s| is) an? )?(?:typo|spelling mistake|mistake) in the (?:title|caption"
        rf"|subtitle|text)"
        rf"[:,;.] it (?:should|must) (?:be|say|read) (?P<new>{_WORD}),? (?:and"
        rf" )?not (?P<old>{_WORD}){_STOP}",
        _word_put_right,
    ),
    (
        rf"\A{_OH}it(?:'s| is) (?:spelled|spelt|written) (?P<new>{_WORD}),?"
        rf" (?:and )?not (?P<old>{_WORD})(?:"
        rf"(?:,| -|;|\.) ?(?:please )?(?:fix|correct|change) (?:it|that|the (?:title|caption|subtitle"
        rf"|text)))?"
        rf"{_STOP}",
        _word_put_right,
    ),
    (
        rf"\A(?:oops|sorry|ah|oh|typo|argh)[,:.!]? {_WORD} (?:with|has) (one|two|a single|double|a double) "
        rf"([a-z])(?:'?s)?{_STOP}",
        _word_like_it,
    ),
    (
        rf"\A{_OH}{_WORD} has two ([a-z])'?s(?:[,;.] (?:please )?(?:fix|correct) (?:that|it))?{_STOP}",
        _letter_doubled,
    ),
    (
        rf"\A{_OH}it should (?:say|read) (?P<text>{_SAYS}) in the (?P<noun>title|caption|subtitle){_STOP}",
        _says,
    ),
    (
        rf"\A{_OH}(?:change|set|correct) the (?P<noun>title|caption|subtitle) to (?P<text>{_SAYS}){_STOP}",
        _says,
    ),
    (
        rf"\A{_OH}(?:he|she)(?:'s| is) (?:a |an |the )?{_WORD} now,? (?:so )?(?:please )?(?:change"
        rf"|update|fix)"
        rf" the (?:second line|role|job(?: title)?|line below)(?: (?:of|in) the (?:lower third"
        rf"|name strip))?"
        rf"{_STOP}",
        _second_line,
    ),
    (
        rf"\A{_OH}(?:change|set) the (?:strip|name strip|name tag|lower third)'s (?:second|lower"
        rf"|bottom) line "
        rf"to (?:<:text>|{_WORD}){_STOP}",
        _second_line,
    ),
    (
        rf"\A{_OH}(?:put|write|add) {_WORD} (?:under|below|beneath) ((?-i:[A-Z])[A-Za-z. ]{{1,30}}?)'s name"
        rf"{_STOP}",
        _below_the_name,
    ),
)


def corrected_there(text: str, values: Values, there: There) -> str:
    """A message that tells which text is to say what; the same where the draft does not tell."""
    for source, turn in _TURNS:
        if (found := pattern(source).match(text)) and (said := turn(found, values, there)):
            return said
    return text
