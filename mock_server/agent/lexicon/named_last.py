"""What a text names last, which a pronoun behind it means."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

# What a layer is called, a sound among them.
THING = (
    r"(?:titles?|captions?|subtitles?|text|logo|watermark|overlay|music|song|soundtrack"
    r"|lower[- ]thirds?|name ?tag|voice-?over|narration|ding|sounds?(?: effects?)?|effect"
    r"|picture[- ]in[- ]picture)"
)
# It is changed, and nothing is said of it: "as loud as it should be".
PRONOUN = Regex(
    r"\b(?:it|them)\b(?!')"
    r"(?! (?:is|was|are|were|all|looks?|sounds?|should|could|can|would|will|has|had|needs?)\b)",
    re.IGNORECASE | re.ASCII,
)
_ORDINAL = "first|second|third|fourth|last|opening|closing|final|middle"
_TIME = r"\d[\d:.]*(?: ?(?:s|secs?|seconds?))?"
# What can be meant, the longer name first. A length of a thing is the thing itself.
_NAMED = Regex(
    rf"\b(?:the |my |this |that |your |our )?(?P<clip>(?:{_ORDINAL}) (?:clip|shot|scene|segment))\b"
    rf"|\b(?P<file>[\w-]+\.[a-z]\w{{2,3}})\b"
    rf"|\b(?P<part>(?:from )?{_TIME} ?(?:to|until|-|–) ?{_TIME})(?![\w.])"
    r"|\b(?:(?:the|my|this|that|a|an|some) )?(?P<picture>video|clips?|footage|film|movie|recording"
    r"|picture(?!-| in picture)|image|everything|whole|all|original|screen|frame|talk)\b"
    r"|\b(?:(?:the|my|its) )?(?P<quality>sound(?!s| effect)|audio|voice(?!-| ?over)|speech|colou?rs?)\b"
    rf"|\b(?:(?:the|my|this|that|a|an|some) )?(?P<layer>(?:(?:{_ORDINAL}) )?{THING})\b",
    re.IGNORECASE,
)

# What is heard of these is all that there is of them.
HEARD_ZH = ("音乐", "配乐", "歌曲", "歌", "旁白", "配音", "音效")
_NAMED_ZH = Regex(
    "(?P<clip>第[一二三四五]个?[段片]|最后一段|[前后]一段)"
    r"|(?P<file>[\w-]+\.[a-z]\w{2,3})(?![a-z0-9])"
    "|(?P<part>(?:从|第)?[0-9]+秒?[到至-](?:第)?[0-9]+秒)"
    "|(?P<picture>视频|画面|整[片段个]|全片|片子|原声|镜头|全部)"
    "|(?P<quality>声音|人声|讲话|说话|颜色|音量)"
    f"|(?P<layer>(?:第[一二三四]个?|最后一?[个条]?|两个)?(?:标题|字幕|人名条|logo|水印|贴图|画中画|{'|'.join(HEARD_ZH)}))",
    re.IGNORECASE,
)


def named_last(text: str, *, of_all: bool = False) -> tuple[str, str]:
    """What kind of thing a text names last, and in which words; both empty where it names none.

    The sound of a thing, or its colour, is the thing itself; alone, or `of_all`, it is the picture's.
    """
    found = [*(_NAMED_ZH if HAN.search(text) else _NAMED).finditer(text)]
    *_, last = (None, *(one for one in found if of_all or one.lastgroup != "quality"))
    if last is None or last.lastgroup == "quality":
        return ("picture", found[-1][0]) if found else ("", "")
    return str(last.lastgroup), str(last[str(last.lastgroup)])
