"""A value that is put right in the same breath: "3x, wait no, 2x is enough"."""

import re
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import MARK, Values, index, kind_of, pattern
from mock_server.agent.values.quantities import Time, half_up

_SURE = (
    r"(?:no(?= ?[,.!-]| wait| sorry| make)|nope|wait|sorry|oops|whoops|actually|i mean(?:t)?|make that"
    r"|or rather|or better|better|rather|correction|scratch that|hang on|hold on(?! to\b)"
    r"|on second thoughts?)"
)
_SOFT = r"(?:oh|ah|hm+|er+m?|uh+|um+|well|and|or|but|no)"
_SLIP = Regex(
    rf"(?:(?:[ ,!-]|\.(?=[ .]))+(?:{_SOFT}\b[ ,.!-]*)*{_SURE}\b[ ,.!-]*(?:(?:{_SURE}|{_SOFT})\b[ ,.!-]*)*)",
    re.IGNORECASE,
)
# Without one of these nothing is put right.
_HINT = Regex(
    r"\b(?:no|nope|wait|sorry|w?h?oops|actually|meant?|make that|rather|better|correction|scratch|hang on"
    r"|hold on(?! to\b)|thoughts?)\b",
    re.IGNORECASE,
)
_LEAD = Regex(
    r"(?:(?:make|use|take|say|try|let's make|let's say|i (?:mean|meant)) (?:it |that )?)?"
    r"(?:(?:only|just|to|at|by|in|on|over|for|with|the) )*",
    re.IGNORECASE,
)
_TAIL = Regex(
    r" ?(?:is (?:enough|plenty|better|fine)|will do|would be better|would do|instead|please|i mean(?:t)?"
    r"|then"
    r"|it is)*(?=[ ,.!]*\Z|,)",
    re.IGNORECASE,
)
_WORDS = (
    r"(?:white|black(?! and white)|red|blue|green|yellow|orange|pink|purple|gold|gr[ae]y|silver|teal|cyan)",
    r"(?:(?:top|bottom|upper|lower)(?:[- ](?:left|right|cent(?:er|re)))?|left|right|cent(?:er|re))",
    r"(?:black and white|sepia|warm|cool|vintage|cinematic|vivid|faded)",
    r"(?:vertical|square|horizontal|landscape|portrait)",
    r"(?:lo-?fi|jazz|rock|piano|epic|calm|happy|sad|upbeat|acoustic|ambient|electronic|classical|funky"
    r"|folk)",
)
_SHAPE = Regex(r"vertical|square|horizontal|landscape|portrait", re.IGNORECASE)
_SAID = tuple(Regex(rf"\b{words}\b", re.IGNORECASE) for words in _WORDS)
_BEHIND = Regex(
    r" ?(?:corner|music|look|filter|speed|volume|strength|side)?(?: (?:under(?:neath)?(?: it)?|in the"
    r" background"
    r"|to it))?\Z",
    re.IGNORECASE,
)
_COUNTED = Regex(r"\b(?:first|last|final|opening) \Z", re.IGNORECASE)
_ALSO = Regex(r" ?(?:too|as well|also|and)\b", re.IGNORECASE)
# "The first, no, the last 10 seconds".
_OTHER_END = pattern(
    r"\b(?:the )?(?:first|last|beginning|start|end|opening|ending)"
    rf"{_SLIP.pattern}(?=(?:the )?<:range>)"
)


def put_right(text: str, values: Values) -> str:
    """A marked sentence with the second of two such values alone."""
    if not _HINT.search(text):
        return text
    text = _OTHER_END.sub("", text)
    at = 0
    while found := _SLIP.search(text, at):
        fixed = _without_first(text, found, values)
        text, at = (text, found.end()) if fixed is None else (fixed, 0)
    return text


def _without_first(text: str, slip: re.Match[str], values: Values) -> str | None:
    before, rest = text[: slip.start()], text[slip.end() :]
    lead = _LEAD.match(rest)
    rest = rest[lead.end() :] if lead else rest
    old = _last_value(before)
    new = _first_value(rest)
    if old is None or new is None or _ALSO.match(rest, new[1]):
        return None
    said = _alike(old[2], new[2], values)
    if said is None or _COUNTED.search(before, 0, old[0]):
        return None
    behind, tail = before[old[1] :].strip(), _TAIL.match(rest, new[1])
    left = rest[tail.end() if tail else new[1] :]
    keeps = behind and not left.lstrip().lower().startswith(behind.lower())
    return f"{before[: old[0]]}{said}{' ' + behind if keeps else ''}{left}"


def _last_value(text: str) -> tuple[int, int, str] | None:
    """Where the last value of a text stands, if nothing but its noun is behind it."""
    spans = [one.span() for one in MARK.finditer(text)]
    spans += [one.span() for words in _SAID for one in words.finditer(text)]
    start, end = max(spans, key=lambda span: (span[1], -span[0]), default=(0, 0))
    return (start, end, text[start:end]) if end and _BEHIND.fullmatch(text, end) else None


def _first_value(text: str) -> tuple[int, int, str] | None:
    found = next((one for regex in (MARK, *_SAID) if (one := regex.match(text))), None)
    return None if found is None else (0, found.end(), found[0])


def _alike(old: str, new: str, values: Values) -> str | None:
    """The new value, as one of the kind of the old; None where they are of two kinds."""
    first, second = MARK.fullmatch(old), MARK.fullmatch(new)
    if first is None and second is not None and kind_of(second[1]) == "ratio":
        return new if _SHAPE.fullmatch(old) else None
    if first is None or second is None:
        both = any(words.fullmatch(old) and words.fullmatch(new) for words in _SAID)
        return new if both and old.lower() != new.lower() else None
    kinds = kind_of(first[1]), kind_of(second[1])
    if kinds[0] == kinds[1] or kinds in (
        ("number", "time"),
        ("number", "angle"),
        ("number", "percent"),
    ):
        return new
    if kinds[1] != "number":
        return None
    i = index(second[2])
    return _in_unit(kinds[0], values.items[i], values.words[i], values)


def _in_unit(kind: str, value: Fraction, words: str, values: Values) -> str | None:
    if kind == "time":
        return values.mark("time", Time(half_up(value * 1_000)), words)
    if kind == "percent":
        return values.mark("percent", float(value / 100), f"{words}%")
    return values.mark("factor", value, words) if kind == "factor" else None
