"""Whether a cut that a list tells of was made, and what it leaves is there: "drop the first 4 seconds, set
the clip to 80%"."""

import re
from collections.abc import Sequence

from mock_server.agent.second_look.edit import Edit, shown
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER

_CUT = Regex(
    r"(?:\A\W*|[.;,] ?|\b(?:and|then) )(?:(?:please|just|can you|could you|first|now|also|then|let's) )*"
    r"(?:drop|cut|remove|lose|chop|trim|delete|ditch|kill|take|snip|axe|shave|lop)(?: off| out| away)? the"
    rf" (?:first|last|opening|final|closing) {NUMBER} ?(?:s|secs?|seconds?)\b(?: off| out| away)?"
    r"(?= ?(?:[,.;!]|\Z|and\b|then\b))"
    rf"|\bthe (?:first|last|opening|final|closing) {NUMBER} ?(?:s|secs?|seconds?)"
    r" (?:can |should |must |have to |need to )?(?:go|be (?:cut|removed|deleted)|are (?:out|gone)|off)"
    r"(?= ?(?:[,.;!]|\Z|and\b|then\b))"
    rf"|(?:\A|[,，。;；] ?)(?:先|再|然后|把|请|帮我|将)*(?:[剪删去切裁]掉|[剪删]去)"
    r"(?:开头|最?前面?|结尾|最?后面?|末尾)的?"
    rf"{NUMBER}秒钟?(?=[,，。;；和]|\Z)",
    re.IGNORECASE,
)
_PUT_RIGHT = Regex(
    r"\b(?:no|not|instead|sorry|undo|actually|rather|wait|or)\b|n't\b|[不别没错改]|还是|算了|等等|等一下",
    re.IGNORECASE,
)
_OF_A_LAYER = Regex(
    r"\b(?:music|song|sound|titles?|captions?|logo|of it)\b|音乐|标题|字幕|声", re.IGNORECASE
)


def _is_not_cut(plain: str, edit: Edit) -> bool:
    if not (found := _CUT.search(plain)) or _PUT_RIGHT.search(plain):
        return False
    if _OF_A_LAYER.search(plain[found.start() : found.end() + 8]):
        return False
    return bool(edit.before[0] and edit.values) and shown(_own(edit.after[0], edit)) >= shown(
        _own(edit.before[0], edit)
    )


_KEEPS_THE_MIDDLE = Regex(
    r"\b(?:keep|keeping|leave|leaving|only) (?:only |just )?(?:the )?(?:middle|cent(?:re|er))"
    r"(?! (?:one|clip|third|fifth|title|caption|[0-9]))"
    r"|(?:留|保留|留下|只要)(?:了|着)?(?:最)?中间(?![0-9一二两三四五六七八九十百半]|的?[标字音])"
    r"|中间(?:的?(?:部分|那段))?(?:都|要)?[保留]",
    re.IGNORECASE,
)


def _cuts_the_middle(plain: str, edit: Edit) -> bool:
    """ "Lose the first twelve seconds and the last eight, keep the middle", and only the end is left."""
    if len(edit.before[0]) != 1 or not _KEEPS_THE_MIDDLE.search(plain):
        return False
    one = edit.before[0][0]
    middle = (one.get("in", 0) + one.get("out", 0)) / 2
    return not any(
        now.get("src") == one.get("src") and now.get("in", 0) <= middle <= now.get("out", 0)
        for now in edit.after[0]
    )


def _own(clips: Sequence[dict[str, object]], edit: Edit) -> list[dict[str, object]]:
    """The parts of files that were there before."""
    there = {one.get("src") for one in edit.before[0]}
    return [one for one in clips if one.get("src") in there]


CHECKS = (_is_not_cut, _cuts_the_middle)
