"""Which of several is meant, by what there is: "the second one" of two titles; and both of two clips that
are to be played backwards, each in its place."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.named_by_draft import There

_BOTH = r"(?:both(?: of the| the| my)?|(?:the|my) two|each of the(?: two)?) (?:clips|videos)"
_BACKWARDS = Regex(
    rf"\b(?:reverse {_BOTH}|(?:play|run|show) {_BOTH} (?:backwards?|in reverse|reversed)"
    rf"|{_BOTH} (?:should |must |need to |have to |to )?(?:be |play |run |go )?"
    r"(?:backwards?|in reverse|reversed))\b",
    re.IGNORECASE,
)
_BACKWARDS_ZH = Regex(
    "[把将让]?(?:两|这两|前后两)(?:段视频|个片段|个视频|段素材|段|个镜头)(?:都|全都?|全部|分别"
    "|各自|也都)*"
    "(?:倒放|倒着[放播]|反向播放|倒过来放|反着放)"
)
_THE_ONE = Regex(
    r"\b(?P<which>the (?:very )?(?:first|second|third|fourth|last)) one\b(?!'s)", re.IGNORECASE
)
_A_NOUN = Regex(
    r"\b(?:titles?|captions?|subtitles?|lower thirds?|logos?|watermarks?|overlays?|music|songs?"
    r"|tracks?"
    r"|sounds?|ding|voice-?overs?|narration|clips?|videos?|footage|texts?|parts?|halves|half"
    r"|pictures?|fades?|cuts?"
    r"|seconds?|added|zooms?|blurs?|crops?)\b",
    re.IGNORECASE,
)
_NAMES = {
    "title": "title", "caption": "caption", "lower-third": "lower third", "music": "song",
    "sound": "sound", "voiceover": "voice-over",
}  # fmt: skip
_NEW = Regex(
    r"\bthe (?:new|added|inserted|appended|new(?:ly)? (?:added|inserted)) (?:clip|video|one)\b"
    r"|\bthe (?:clip|video) (?:that )?(?:i(?:'ve)?|you(?:'ve)?) (?:just )?(?:added|inserted"
    r"|appended|put in)\b"
    "|新(?:加|接|插|放)(?:上|进|入|来|进来|上去)?的?(?:那|这)?(?:一?段|个?片段|个?视频)"
    "|新(?:的)?(?:片段|视频|那段)",
    re.IGNORECASE,
)
_OLD = Regex(
    r"\bthe (?:original|old|first|other) (?:clip|video|one)\b"
    "|原来的?(?:那|这)?(?:一?段|个?片段|个?视频)|原片(?!头|尾)|原视频",
    re.IGNORECASE,
)
_PUT_IN = Regex(
    r"\b(?:append|insert|add|put|place|attach|start|open|begin|join)\b"
    r"|[接插加放贴]",
    re.IGNORECASE,
)
_FILE = Regex(r"[\w-]+\.(?:mp4|mov|mkv|webm|avi|m4v)\b", re.IGNORECASE | re.ASCII)
_TWO = 2


def new_clip_named(message: str, there: There) -> str:
    """A message with the clip that the one before has put in by its file, and that beside it by its own."""
    files = [one for one in _FILE.findall(there.last) if list(there.clips).count(one) == 1]
    if len(files) != 1 or not _PUT_IN.search(there.last):
        return message
    named = _NEW.sub(files[0], message)
    others = {*there.clips} - {*files}
    alone = len(others) == 1 and len(there.clips) == _TWO and "first" not in there.last.lower()
    return _OLD.sub(others.pop(), named) if alone else named


def one_named(message: str, there: There) -> str:
    """A message with "the second one" by its name, where all that is there is of one kind."""
    if not _THE_ONE.search(message) or _A_NOUN.search(_THE_ONE.sub(" ", message)):
        return message
    roles = {*there.roles}
    if len(there.clips) >= _TWO and not roles:
        return _THE_ONE.sub(r"\g<which> clip", message)
    if len(there.roles) < _TWO or len(roles) != 1 or len(there.clips) > 1:
        return message
    name = _NAMES.get(there.roles[0])
    return _THE_ONE.sub(rf"\g<which> {name}", message) if name else message


def each_clip_named(message: str, there: There) -> str:
    """A message with both clips one by one, where they are to be played backwards."""
    if len(there.clips) != _TWO:
        return message
    named = _BACKWARDS.sub("reverse the first clip and the second clip", message)
    return _BACKWARDS_ZH.sub("第一段倒放，第二段倒放", named)
