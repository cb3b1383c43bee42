"""What stands on top, or beneath a text: "title 'A' 0-3 s on top", "add 'Dentist' underneath"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.files import EXTENSIONS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE, Values, marks, pattern
from mock_server.agent.wording.shown import TEXTS, Shown

_ON_TOP = Regex(r"\bon top\b(?! of| half| left| right| layer)", re.IGNORECASE)
_OF_A_TEXT = pattern(r"\b(?:titles?|captions?|subtitles?|text)\b|<:text>")
_OF_ANOTHER = pattern(
    r"<:file>|\b(?:logo|watermark|overlay|picture|image|music|song|voice-?over|role|underneath|below"
    r"|beneath|lower[- ]third|name tag|split)\b"
)
_IT = Regex(r"\b(?:put|move|bring|place|have|shift) (?:it|that) on top\b", re.IGNORECASE)

_BENEATH = pattern(
    r"\A[ ,]*(?:and |also |please )*(?:(?:it should|it must|have it|let it) (?:also )?say|add|put|write"
    r"|show)"
    r" (?:(?:a|another|one more) (?:second |new |small |smaller )?line (?:of text )?(?:saying |with )?)?"
    r"(<:text>) ?"
    r"(?:(?:underneath|beneath|below|under)(?: (?:it|that|this|him|her|(?:the|his|her) name(?: tag)?"
    r"|the lower[- ]third))?|(?:in|on|as) (?:a|the) second line)(?=[ ,.!]*\Z| ?,| and\b)"
    r"|\A[ ,]*(?:and |also |please )*add (?:a|another) second line (?:of text )?(?:saying |with "
    r"|reading )?(<:text>)"
    r"(?=[ ,.!]*\Z| ?,| and\b)"
    r"|\A[ ,]*(?:请|帮我|再|在)*(?:名字|姓名|人名|人名条|名条)(?:的)?(?:底下|下面|下方|下边)(?:再"
    r"|也)?加标题 ?(<:text>)(?=[ ,.!。]*\Z| ?,)"
    r"|\A[ ,]*(?:请|帮我|再|把|在)*(?:名字|姓名|人名|人名条|名条|它)?(?:的)?(?:底下|下面|下方|下边)(?:再"
    r"|也)?(?:加|写|放|添|补)"
    r"(?:上)?(?:一行|一行字|一行小字|第二行|个副标题)(?:写着?|写上|内容是"
    r"|[:：])? ?(<:text>)(?=[ ,.!。]*\Z| ?,)"
)


def above_and_beneath(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence in which "on top" is a place of a text, and what is to be beneath a name its
    second line; unreadable where nobody knows beneath what."""
    if _ON_TOP.search(text) and _places_a_text(text, values, shown):
        text = _ON_TOP.sub("at the top", text)
    beneath = _BENEATH.match(text)
    texts = [one for one in shown if one.role in TEXTS]
    if beneath is None or not texts:
        return text
    line = next(one for one in beneath.groups() if one)
    names = [one for one in texts if one.role == "lower-third"]
    if len(names) != 1 or len(texts) != 1:
        return f"{UNREADABLE} {text}"
    said = (
        "把人名条的职位改成" if HAN.search(beneath[0]) else "change the role of the lower third to "
    )
    return f"{said}{line}{text[beneath.end() :]}"


def _places_a_text(text: str, values: Values, shown: Sequence[Shown]) -> bool:
    quoted = (str(values.items[i]).lower() for i in marks(text, "text"))
    if _OF_ANOTHER.search(text) or any(one.endswith(EXTENSIONS) for one in quoted):
        return False
    only_texts = bool(shown) and all(one.role in TEXTS for one in shown)
    return bool(_OF_A_TEXT.search(text) or (_IT.search(text) and only_texts))
