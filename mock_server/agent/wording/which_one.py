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
    "[把将让]?(?:两|这两|前后两)(?:段视频|个片段|个视频|段素材|段|个镜头)(?:都|全都?|全部|分别|各自|也都)*"
    "(?:倒放|倒着[放播]|反向播放|倒过来放|反着放)"
)
_THE_ONE = Regex(
    r"\b(?P<which>the (?:very )?(?:first|second|third|fourth|last)) one\b(?!'s)", re.IGNORECASE
)
_A_NOUN = Regex(
    r"\b(?:titles?|captions?|subtitles?|lower thirds?|logos?|watermarks?|overlays?|music|songs?|tracks?"
    r"|sounds?|ding|voice-?overs?|narration|clips?|videos?|footage|texts?|parts?|halves|half|pictures?|fades?|cuts?"
    r"|seconds?|added|zooms?|blurs?|crops?)\b",
    re.IGNORECASE,
)
_NAMES = {
    "title": "title", "caption": "caption", "lower-third": "lower third", "music": "song",
    "sound": "sound", "voiceover": "voice-over",
}  # fmt: skip
_TWO = 2


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
