"""What is wrong in a text that is there, and how it is written: "it's Torres with two r's", "the title says
Pent house, should be Penthouse"."""

import re
from collections.abc import Sequence

from mock_server.agent.lexicon.slips import edits
from mock_server.agent.lexicon.tokens import knows
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, index, pattern
from mock_server.agent.wording.shown import ROLES, TEXTS, Shown

_SOME = r"(?:<:text>|[^,;:!?()\ue000-\ue0ff]{1,60}?) ?"
_OLD, _NEW = rf"(?P<OLD>{_SOME})", rf"(?P<NEW>{_SOME})"
_NOUN = (
    r"(?:the |my |our )?(?P<NOUN>title|headline|caption|subtitle|lower[- ]third|name|text)(?:'s)?"
)
_IN = (
    r"(?: (?:in|on|of) (?:the |my |our )?"
    r"(?P<IN>title|headline|caption|subtitle|lower[- ]third|name|text))?"
)
_MUST = (
    r"(?:it |that )?(?:should|shld|shud|must|has to|needs to|ought to|(?:is|was) supposed to)"
    r" (?:be (?:spelled|spelt|written)(?: as)?|be|say|read)"
)
_IS = r"(?:it|that|(?:his|her|the|my) name)(?:'s| is)|its|thats"
_WRONG = r"(?:is|was)(?: spel(?:led|t)| written)? (?:misspel(?:led|t)|wrong(?:ly)?|a typo|incorrect(?:ly)?)"
_TAIL = (
    r"(?P<TAIL>(?:,? (?:as |in )?(?:one|two) words?|,? with (?P<MANY>an?|one|two|double) (?P<LETTER>\w)"
    r"(?:'?s)?(?: at the (?:end|beginning))?)?)(?:,? (?:please )?(?:fix|correct|change)"
    r" (?:it|that|(?:the |my )?(?P<THERE>title|headline|caption|subtitle|lower[- ]third|name|text)))?"
    r"(?: please)?[ .!]*"
)
_LEAD = (
    r"[ ,]*(?:(?:no|sorry|oops|hey|ah|oh|please)[, ]+)*(?P<TYPO>(?:there(?:'s| is) |i made |fix |correct )?"
    r"(?:an? |the |my )?(?:typo|spelling(?: mistake| error)?|mistake)"
    rf"{_IN}(?: lol| haha)?(?: ?[,:;.]| -)? (?=\S)"
    r"|(?:it|that|(?:his|her|the|my) (?:name|title))(?:'s| is| was) (?:spel(?:led|t) |written )?"
    r"(?:wrong(?:ly)?"
    r"|misspel(?:led|t)|incorrect(?:ly)?)(?: ?[,:;.]| -) )?"
)
_SAID = (
    rf"{_LEAD}(?:(?:{_NOUN}|it|that) (?:says|reads|said)|(?:i|you) (?:wrote|typed|put)) {_OLD},? "
    rf"(?:but |and )?{_MUST} {_NEW}{_TAIL}",
    rf"{_LEAD}{_OLD} {_WRONG}{_IN.replace('IN', 'IN2')}[,;]? (?:{_IS}|{_MUST})"
    rf"(?: spel(?:led|t)| written)? {_NEW}{_TAIL}",
    rf"{_LEAD}(?:(?:{_NOUN} |(?:{_IS}) )?(?:{_MUST} )?|{_NOUN.replace('NOUN', 'NOUN2')} ?: ?){_NEW},? "
    rf"(?:and |but )?not {_OLD}{_TAIL}",
    rf"{_LEAD}(?:{_IS}) not {_OLD},? (?:but |(?:{_IS}) ){_NEW}{_TAIL}",
    rf"{_LEAD}(?:{_NOUN} )?(?:(?:{_IS}|{_MUST})(?: spel(?:led|t)| written| actually)* )?{_NEW}{_TAIL}",
    rf"{_LEAD}{_OLD} (?:{_MUST}|->|→) {_NEW}{_TAIL}",
    rf"[ ,]*(?:(?:please|make|let|have|change|set|put|write|use|show|add|an?|it|{_NOUN}|should|say|read|to"
    rf"|:) ?)*?{_NEW} ?(?:instead of|rather than|in place of) {_OLD}{_TAIL}",
    rf"[ ,]*(?:in {_NOUN}, ?)?(?:please )?(?:replace|change|correct|fix) (?:the word )?{_OLD}"
    rf"{_IN.replace('IN', 'IN2')} (?:with|to|into|by) {_NEW}{_IN}{_TAIL}",
)
_CUE = Regex(
    r"\b(?:typo|spel(?:led|t|ling)|misspel(?:led|t)|mistake|wrong|not|says|reads|said|wrote|typed|correct|fix|replace|change|should|shld|shud|must"
    r"|it's|its|that's|thats|word|name's|with|instead|rather|place)\b|->|→",
    re.IGNORECASE,
)
_APART = ",:;.-"
_ENDS_IN_A_SPACE = Regex(r"\ue000 (?![\w(-])")
_MOST = 80  # characters: more is no correction


def respelled(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A message that only says how a text of the timeline is written, as an order to change it."""
    plain = _ENDS_IN_A_SPACE.sub("\ue000", text.strip())
    if len(plain) > 2 * _MOST or not _CUE.search(plain) or HAN.search(plain):
        return text
    texts = [one for one in shown if one.role in TEXTS]
    for source in _SAID if texts else ():
        match = pattern(source).fullmatch(plain)
        if match and (found := _written(match, values, texts)):
            old, new = (values.mark("text", one) for one in found)
            noun = _noun(match)
            return f"change {'' if noun == 'text' else f'the {noun} '}{old} to {new}"
    return text


def _written(match: re.Match[str], values: Values, texts: list[Shown]) -> tuple[str, str] | None:
    """The text that is meant, and what it is to be; None where that is not certain."""
    said = match.groupdict()
    texts = [one for one in texts if one.role in ROLES[_noun(match)]]
    old, new = (_plain(said.get(name) or "", values) for name in ("OLD", "NEW"))
    letter, many = (said.get("LETTER") or "").lower(), (said.get("MANY") or "").lower()
    twice = 2 * letter in new.lower()
    if not new or letter not in new.lower() or (many and twice == (many[0] in "ao")):
        return None
    quoted = said["NEW"][0] == "\ue010"
    of_a_word = " the word " in match[0] or " spel" in match[0]
    if not (quoted or of_a_word) and (knows(new) or _NO_WORDS.search(new)):
        return None  # "the title should be blue, not red"
    named = [one.text for one in texts if old and len(_places(old, one.text)) == 1]
    told = (
        quoted or of_a_word or (_SAYS.search(match[0]) and not any(map(knows, new.lower().split())))
    )
    far = edits(old.lower(), new.lower()) > _near(new)
    if len(named) == 1 and (old not in named[0] or not told) and far:
        return None  # "make them bigger, not 'A'"
    if len(named) == 1 and not any(_places(new, one.text) for one in texts):
        start, end = _places(old, named[0])[0]
        return named[0], named[0][:start] + new + named[0][end:]
    if (
        said.get("TYPO")
        and quoted
        and [len(one.text.split()) for one in texts] == [len(new.split())]
    ):
        if said.get("IN") and said["TYPO"].rstrip()[-1] not in _APART:
            return _nearest(new, [texts[0].text])  # "in the title 'Bye'": the one that is there?
        return texts[0].text, new
    sure = said.get("TYPO") or said["TAIL"] or _WRONG_WORD.search(match[0])
    return _nearest(new, [one.text for one in texts]) if sure and not named else None


def _noun(match: re.Match[str]) -> str:
    """What kind of text is spoken of."""
    said = match.groupdict()
    found = (said.get(name) for name in ("NOUN", "NOUN2", "IN", "IN2", "THERE"))
    noun = next((one.lower() for one in found if one), "text")
    return {"headline": "title", "name": "lower third"}.get(noun, noun.replace("-third", " third"))


_NO_WORDS = Regex(
    r"\b(?:is|it|it's|should|must|says|name|not|title|caption|text|too)\b", re.IGNORECASE
)
_SAYS = Regex(
    rf"\b(?:{_IS}|{_MUST}|says|said|reads|title|caption|lower[- ]third|name)\b", re.IGNORECASE
)
_WRONG_WORD = Regex(rf"\b{_WRONG}\b|\bspel(?:led|t)\b", re.IGNORECASE)


def _near(word: str) -> int:
    """How many letters of a word may be wrong."""
    return max(1, min(2, len(word) // 3))


def _plain(said: str, values: Values) -> str:
    mark = said.strip()
    return str(values.items[index(mark[1:-1])]) if mark[:1] == "\ue010" else mark


def _places(words: str, text: str) -> list[tuple[int, int]]:
    found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text, re.IGNORECASE)
    return [one.span() for one in found]


def _nearest(new: str, texts: list[str]) -> tuple[str, str] | None:
    """The one text that has nearly these words, and the text with them in their place."""
    found: list[tuple[int, str, str]] = []
    long = len(new.split())
    for text in texts:
        words = [one.span() for one in re.finditer(r"\S+", text)]
        for many in {max(1, long - 1), long, long + 1}:
            for first, last in zip(words, words[many - 1 :], strict=False):
                there = text[first[0] : last[1]]
                if there[0].lower() != new[0].lower():
                    continue
                found.append((edits(there, new), text, text[: first[0]] + new + text[last[1] :]))
    found.sort()
    best = [one for one in found if one[0] == found[0][0]]
    near = found and 1 <= found[0][0] <= _near(new)
    return best[0][1:] if near and len(best) == 1 else None
