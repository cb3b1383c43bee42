"""Two clips that are to be played backwards: each by itself, in the order in which they stand."""

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
_TWO = 2


def each_clip_named(message: str, there: There) -> str:
    """A message with both clips one by one, where they are to be played backwards."""
    if len(there.clips) != _TWO:
        return message
    named = _BACKWARDS.sub("reverse the first clip and the second clip", message)
    return _BACKWARDS_ZH.sub("第一段倒放，第二段倒放", named)
