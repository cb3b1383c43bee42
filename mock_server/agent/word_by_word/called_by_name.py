"""English names without quotes or endings, of what the draft holds: "make the title Part A red" is about
"Part A", "mute the b clip" about b.mp4."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.word_by_word.english import ENGLISH
from mock_server.agent.wording.named_by_draft import There

_QUOTED = Regex(
    r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|(?<!\w)'[^']*'(?!\w)|«[^»]*»|[\w-]+\.[a-z0-9]{3,4}\b", re.I
)
_VIDEO = Regex(r"(?P<stem>[a-z0-9_-]+)\.(?:mp4|mov|mkv|webm|avi|m4v)", re.IGNORECASE | re.ASCII)
_SHORT = 3
_CLIP = r"(?:clip|video|footage|shot|recording)"
_OTHER_NOUN = (
    r"(?! (?:title|caption|subtitle|music|song|logo|sound effect|track|text|button|voice|lower|section|part"
    r"|bit|show|page|mode|of|about)s?\b)"
)
_BEFORE_A_LETTER = r"(?:into|out of|mute|reverse|denoise|stabili[sz]e|where|except|but)"
_BEHIND_A_LETTER = r"(?= ?(?:[,;.!]|\Z|and\b|comes\b|starts\b|begins\b))"
_LAYERS = (
    r"(?:titles?|captions?|subtitles?|texts?|headings?|headlines?|lower[ -]thirds?|name ?tags?)"
)
_NOUN_BEFORE = Regex(
    rf"\b{_LAYERS}(?: (?:called|named|saying|reading|that says|which says))? \Z", re.I
)
_ORDERS_BEFORE = Regex(
    r"(?:\A|[.,;:!?–-])\s*(?:(?:please|ok|okay|now|then|and|so|just|also)\b[ ,]*)*\Z", re.I
)
_LONGER = Regex(r"(?-i:[A-Z0-9])[\w'’-]*[ -]\Z"), Regex(r"[ -](?-i:[A-Z0-9])")
_OPENS = Regex(r"(?:\A|[.!?;:,–-]\s*)(?-i:[A-Z])[a-z'’]* \Z")
_PARTS_OF_A_FILM = Regex(
    r"(?:chapter|part|section|intro|outro|scene|act|step|day|round|lesson|tip|take|phase|unit|module)s?\b",
    re.IGNORECASE,
)
_OF_A_FILM = Regex(
    r"\b(?:cut|trim|chop|delete|remove|drop|lose|skip|keep|mute|silence|speed|slow|faster|slower|louder"
    r"|quieter|volume|play|reverse|backwards?|goes?|away|rid|first|front|beginning|start|before"
    r"|after|behind"
    r"|swap|black and white|sepia|blur|zoom|during|in|sound)\b",
    re.IGNORECASE,
)
_GREETS = Regex(
    r"(?:many )?thanks?\b.*|hello\b.*|hi\b.*|hey\b.*|(?:good)?bye\b.*|cheers|please|ok(?:ay)?|sorry|yes|no"
    r"|good (?:morning|evening|night|afternoon)|see you\b.*|welcome\b.*|love\b.*|great|perfect|cool",
    re.I,
)
_AT_A_STOP = Regex(r"(?:\A|[.,;:!?–-])\s*\Z")
_STOPS = Regex(r"\s*(?:[.,;:!?]|\Z)")
_CUT_IN_FILM = Regex(
    r"\b(?:cut|trim|chop|skip|mute|silence|speed|slow|blur|reverse|zoom|play|bring in)"
    r"(?: [a-z]+){0,2} (?:the )?\Z",
    re.I,
)
_NAMES_A_LAYER = Regex(rf"\b{_LAYERS}\b", re.IGNORECASE)
_COUNTS = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_COUNTED = Regex(
    r" (?:of|seconds?|secs?|s|minutes?|percent|times|clips?|titles?|captions?|more)\b",
    re.IGNORECASE,
)
_UP_TO = Regex(r"\b(?:after|before|until|till|behind) \Z", re.IGNORECASE)
_ROLES = ("title", "caption")
_VALUES = {"color", "lookname", "place", "style", "ratio", "auto", "nth"}


def called_by_name(message: str, there: There) -> str:
    """The message with those names in full, and those texts in quotes."""
    if HAN.search(message):
        return message
    for text in _texts(there):
        message = _outside_quotes(message, text)
    for stem, name in _stems(there).items():
        message = _file_named(message, stem, name, there)
    return message


def _texts(there: There) -> list[str]:
    """The texts that only one layer has, the longest first."""
    read = [
        one.strip() for one, role in zip(there.texts, there.roles, strict=True) if role in _ROLES
    ]
    plain = [
        one
        for one in {*read}
        if read.count(one) == 1 and re.fullmatch(r"[A-Za-z0-9][\w ’'&:!?#-]*[\w!?]|[A-Z]", one)
    ]
    return sorted(plain, key=len, reverse=True)


def _outside_quotes(message: str, text: str) -> str:
    out, at = "", 0
    wanted = re.compile(rf"(?<![\w'’-]){re.escape(text)}(?![\w-]|['’](?!s\b))")
    quoted = [one.span() for one in _QUOTED.finditer(message)]
    for found in wanted.finditer(message):
        start, end = found.span()
        if any(a < end and start < b for a, b in quoted):
            continue
        if _is_that_name(message, start, end, text):
            out += f'{message[at:start]}"{text}"'
            at = end
    return out + message[at:]


def _is_that_name(message: str, start: int, end: int, text: str) -> bool:
    """Whether a text is named where its words stand."""
    before, behind = message[:start], message[end:]
    if _LONGER[1].match(behind) or re.match(r"[ -]?:[0-9]", behind):
        return False
    if _LONGER[0].search(before) and not _OPENS.search(before):
        return False
    known = ENGLISH.parts(text)
    kinds = {one.kind for one in known or ()}
    if known and (kinds <= _VALUES or (kinds == {"noun"} and " " not in text)):
        return False
    if text in _COUNTS and _COUNTED.match(behind):
        return False
    if _NOUN_BEFORE.search(before):
        return True
    if _GREETS.fullmatch(text) and _AT_A_STOP.search(before) and _STOPS.match(behind):
        return False
    if not text[:1].isupper():
        return False
    if text in _COUNTS and _UP_TO.search(before) and _STOPS.match(behind):
        return True
    if _CUT_IN_FILM.search(before):
        return bool(_NAMES_A_LAYER.search(message))
    if _PARTS_OF_A_FILM.match(text) and _OF_A_FILM.search(message):
        return bool(_NAMES_A_LAYER.search(message))
    return not (_ORDERS_BEFORE.search(before) and ENGLISH.knows_any(text, {""}))


def _stems(there: There) -> dict[str, str]:
    """The names of the video files on the timeline by what they are called without an ending."""
    files = {*there.clips, *there.names}
    found: dict[str, list[str]] = {}
    for name in sorted(files):
        if told := _VIDEO.fullmatch(name):
            found.setdefault(told["stem"].lower(), []).append(name)
    texts = {one.strip().lower() for one in there.texts}
    return {
        stem: names[0]
        for stem, names in found.items()
        if len(names) == 1 and stem not in texts and not stem.isdigit() and _is_a_name(stem)
    }


def _is_a_name(stem: str) -> bool:
    known = ENGLISH.parts(stem)
    return not known or [(one.kind, one.value) for one in known] == [("noun", "recorded")]


def _file_named(message: str, stem: str, name: str, there: There) -> str:
    if len({*there.clips, *(one for one in there.names if _VIDEO.fullmatch(one))}) < 2:
        return message
    called = re.escape(stem)
    ways = [rf"\b(?:the|my|our) {called}[ -]{_CLIP}\b(?! (?:title|music|logo|song|track)\b)"]
    if len(stem) >= _SHORT and stem.isalpha():
        ways.append(rf"\b(?:the|my|our) {called}\b(?!\.[a-z0-9]|-){_OTHER_NOUN}")
    elif stem not in ("a", "i"):
        ways.append(rf"(?P<lead>\b{_BEFORE_A_LETTER} ){called}{_BEHIND_A_LETTER}")
    for way in ways:
        quoted = [one.span() for one in _QUOTED.finditer(message)]

        def named(found: re.Match[str], quoted: list[tuple[int, int]] = quoted) -> str:
            inside = any(a < found.end() and found.start() < b for a, b in quoted)
            return found[0] if inside else f"{found.groupdict().get('lead') or ''}{name}"

        message = re.sub(way, named, message, flags=re.IGNORECASE)
    return message
