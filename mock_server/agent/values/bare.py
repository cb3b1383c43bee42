"""Numbers without a unit, where an edit of the video can only mean seconds: "cut everything after 40"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.values.quantities import Time, half_up
from mock_server.agent.values.ranges import Range

_EDITS = Regex(
    r"\b(?:cut|trim|keep|delete|remove|drop|lose|take|get rid|dump|bin|ditch|kill|mut(?:e|ing)|silen"
    r"|revers|speed"
    r"|slow|fast|use|want|need|only|just|black|sepia|warm|vintage|blur|rotate|stabili|denoise|everything"
    r"|backwards|chop|scrap|skip|volume|loud|quiet|to go\b|without|except"
    r"|but not|minus|play|snip|give me|hear|bleep|freez|stitch|splice|sorry,|no,|wait,|meant?\b|rather"
    r"|make that)",
    re.IGNORECASE,
)
_OTHERS = pattern(
    r"<:text|file>|\b(?:music|song|track|title|text|caption|subtitle|logo|watermark|voice|lower|overlay|size|font"
    r"|opacity|clips?|shots?|frames?|words?|parts|pieces|times|minutes?|hours?|crop|zoom|degrees|transitions?)\b"
)
_LEVELS = Regex(r"\b(?:volume|sounds?|levels?)\b", re.IGNORECASE)
_END = (
    r"(?=[ .!?)]*(?:\Z|[,;:-]|(?:and|then|but|except|too|also|as well|please|on|onwards?|out|away|off|up"
    r"|down|black|sepia|warm|gone|with|to the end|is|are|should|has|have|needs?|must|can|instead"
    r"|twice|in|at|half|i mean|of the video|for (?:me|us))\b))"
)
_START, _STOP = r"(?:start|beginning|front)\b", r"(?:end|back)\b"
_TO = " ?(?:-|to|till|until|through) ?"
_OF_ENDS = pattern(
    rf"<number>(?= ?(?:off|from|at) (?:of )?(?:the )?(?:very )?(?:{_START}|{_STOP}))"
)
_FADES = pattern(
    r"(\bfade (?:in|out) (?:(?:over|for|of) )?)<number>(?= at the\b|[ .!]*(?:\Z|,|and\b))"
)
_AFTER = pattern(
    rf"(\b(?:after|past|beyond|until|till|up to|before|from) (?:second )?)<number>{_END}"
)
_EDGE = pattern(
    rf"((?<!not the )(?<!but the )(?<!instead of the )\b(?:first|last|opening|final) )<number>{_END}"
)
_RANGE = pattern(rf"(<:number>{_TO})<number>{_END}")
_SOUND_AT = pattern(
    r"(\b(?:whoosh|swoosh|ding|bell|applause|bleep|pop|click|laugh)(?: sound)?(?: effect)?"
    r" (?:(?:right|exactly|just) )?at )<number>(?! ?(?:%|percent|volume))"
)
# "'A' for the first 3 seconds and 'B' for the last 3".
_LAST_TOO = pattern(
    r"(\bfor the (?:first|last) <:time>[^.;]*\bfor the (?:first|last) )<number>(?=[ .!]*\Z)"
)
# "Put 'Lesson 3' in yellow at the bottom, 2 to 7", "my logo top right, 3 to 9".
_BEHIND = pattern(
    r"((?:<:text|file>|\b(?:logo|watermark)\b)(?:[^;]*,| (?:at |in )?(?:the )?(?:top|bottom) "
    r"(?:left|right)"
    rf"| (?:top|bottom)|) ?(?:both |each )?)<number>({_TO})<number>(?=[ .!]*\Z)"
)
_MEASURED = Regex(
    r"\b(?:volume|level|size|scale|opacity|speed|zoom|pitch|louder|quieter|lines?|takes?|parts?|chapters?"
    r"|pages?|change|replace|rename|correct|set|swap|turn|from)\b",
    re.IGNORECASE,
)
_PIECES = Regex(r"(,| and (?=[a-z]))", re.IGNORECASE)
_FEW = 5  # "the first 3" may be clips


def in_seconds(text: str, values: Values) -> str:
    """A marked sentence in which such numbers are times."""
    if "\ue017" not in text:
        return text
    text = _OF_ENDS.sub(lambda match: _seconds(match[1], values), text)
    text = _FADES.sub(lambda match: match[1] + _seconds(match[2], values), text)
    text = _SOUND_AT.sub(lambda match: match[1] + _seconds(match[2], values), text)
    text = _LAST_TOO.sub(lambda match: match[1] + _seconds(match[2], values), text)
    if (behind := _BEHIND.search(text)) and not _MEASURED.search(text):
        text = text[: behind.start()] + _span(behind, values)
    if not _EDITS.search(text):
        return text
    pieces = _PIECES.split(text)
    return "".join(one if _OTHERS.search(one) else _of_edits(one, values) for one in pieces)


def _of_edits(text: str, values: Values) -> str:
    if not _LEVELS.search(text):
        text = _RANGE.sub(lambda match: match[1] + _seconds(match[2], values), text)
    text = _AFTER.sub(lambda match: match[1] + _seconds(match[2], values), text)
    return _EDGE.sub(lambda match: match[1] + _seconds(match[2], values, _FEW), text)


def _seconds(digits: str, values: Values, least: int = 0) -> str:
    i = index(digits)
    if values.items[i] < least:
        return values.mark("number", values.items[i], values.words[i])
    return values.mark("time", Time(half_up(values.items[i] * 1_000)), values.words[i])


def _span(match: re.Match[str], values: Values) -> str:
    """From when to when something is to be seen, behind all else that is said of it."""
    begins, ends = (values.items[index(digits)] for digits in (match[2], match[4]))
    if begins >= ends:
        return match.string[match.start() :]
    span = Range(half_up(begins * 1_000), half_up(ends * 1_000))
    words = f"{values.words[index(match[2])]}{match[3]}{values.words[index(match[4])]}"
    return match[1] + values.mark("range", span, words) + match.string[match.end() :]
