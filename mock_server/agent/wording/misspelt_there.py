"""A text of the draft that is misspelt, and how it is to be: "it says Wellcome, it should be Welcome",
"“欢应”请改成“欢迎”"."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, pattern

_WORD = r"(?:<text>|([A-Za-z][A-Za-z'-]{1,24}))"
_END = r"[ .!。]*\Z"
_ALIKE, _ALIKE_ZH, _VERY_ALIKE = (
    0.6,
    0.5,
    0.75,
)  # of two texts of which one is the other with a slip
_LEAD = (
    r"(?:(?:there(?:'s| is)|i (?:made|see|spotted)) a (?:typo|mistake|spelling mistake)(?: in (?:the|my) "
    r"(?:title|caption|text|lower third))?[:,;.] ?|(?:i|we) (?:misspelt|misspelled|mistyped) (?:that|it"
    r"|the title)[:,;.] ?|in the (?:title|caption),? |(?:oops|sorry|typo)[:,;.!] ?)?"
)
_LEAD_ZH = (
    "(?:(?:标题|字幕|人名条)?(?:里|中)?(?:的字)?(?:有(?:个)?错别?字|打错(?:字)?了?|写错"
    "(?:字)?了?|拼错了?)[,。:;])?"
)
_OF_WORDS = (
    rf"\A{_LEAD}(?:(?:it|the title|the caption) (?:says|reads) )?{_WORD} ?,? ?(?:but )?(?:it )?(?:please )?"
    rf"(?:should|must|ought to)(?: please)? (?:be|read|say|be spelled|be spelt) {_WORD} ?"
    rf"(?:,? (?:with )?(?:one|two|a single|a double) [a-z]s?)?{_END}",
    rf"\A{_LEAD_ZH}(?:把)?(?:标题(?:里|中)?的?)?<text> ?,?(?:请|应该|应当|要)*(?:改成|改为|换成|是"
    rf"|写成)<text> ?"
    rf"(?:才对)?{_END}",
)
_RIGHT = (
    r"\A(?:typo|spelling|oops|a typo)[:,;.!] ?(?:it's|it is|it should be|should be|it must be|that's)"
    rf" <text> ?(?:,? (?:with )?(?:one|two|a single|a double) [a-z]s?)?{_END}",
    rf"\A(?:标题|字幕)?(?:里|中)?有(?:个)?错别?字[,。:;](?:应该|应当|要|请)*(?:是|改成|改为"
    rf"|写成)<text> ?{_END}",
)


def put_right(text: str, values: Values, texts: Sequence[str]) -> str | None:
    """The order to write it as it is to be, where one text of the draft is meant."""
    for source in _OF_WORDS:
        if found := pattern(source).match(text):
            told = [one for one in found.groups() if one]
            wrong, right = (_word(one, values) for one in told)
            if told[1][0].isalpha() and not _alike(wrong, right):
                return None  # "Logo should be bigger"
            return rewritten(wrong, right, texts)
    for source in _RIGHT:
        if found := pattern(source).match(text):
            word = _word(found[1], values)
            close = [one for one in texts if one != word and _alike(one, word)]
            return rewritten(close[0], word, texts) if len(close) == 1 else None
    return None


def written_like(word: str, texts: Sequence[str]) -> str | None:
    """The order to write a word as it is to be, where one text, or one word of it, is like it."""
    words = sorted({one for text in texts for one in re.findall(r"[\w'-]+", text)})
    for known in (words, texts):
        close = [one for one in known if _alike(one, word, _VERY_ALIKE)]
        if len(close) == 1 and word not in known:
            return rewritten(close[0], word, texts)
    return None


def _alike(one: str, other: str, least: float = 0) -> bool:
    least = least or (_ALIKE if one.isascii() else _ALIKE_ZH)
    return SequenceMatcher(None, one.lower(), other.lower()).ratio() >= least


def _word(told: str, values: Values) -> str:
    """What a group of a pattern stands for: a text with a mark, or a word as it is written."""
    return told if told.isascii() and told[0].isalpha() else str(values.items[index(told)])


def rewritten(wrong: str, right: str, texts: Sequence[str]) -> str | None:
    bounds = r"\b" if wrong.isascii() else ""
    word = Regex(f"{bounds}{re.escape(wrong)}{bounds}")
    meant = [one for one in texts if one and word.search(one)]
    if len(meant) != 1 or wrong == right or re.search("[\"“”'‘’]", meant[0] + right):
        return None
    whole = word.sub(lambda _: right, meant[0])
    return (
        f"“{meant[0]}”改成“{whole}”" if not wrong.isascii() else f'change "{meant[0]}" to "{whole}"'
    )
