"""Whether a cut that a list tells of was made: "drop the first 4 seconds, set the clip to 80%"."""

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
    rf"|(?:\A|[,，。;；] ?)(?:先|再|然后|把|请|帮我|将)*(?:[剪删去切裁]掉|[剪删]去)"
    r"(?:开头|最?前面?|结尾|最?后面?|末尾)的?"
    rf"{NUMBER}秒钟?(?=[,，。;；和]|\Z)",
    re.IGNORECASE,
)
_NOT_THIS = Regex(
    r"\b(?:no|not|instead|sorry|undo|music|song|sound|titles?|captions?|logo|of it)\b|n't\b"
    r"|[不别没错]|音乐|标题|字幕|声|改",
    re.IGNORECASE,
)


def _is_not_cut(plain: str, edit: Edit) -> bool:
    if not (found := _CUT.search(plain)) or _NOT_THIS.search(plain[: found.end() + 8]):
        return False
    return bool(edit.values) and shown(_own(edit.after[0], edit)) >= shown(
        _own(edit.before[0], edit)
    )


def _own(clips: Sequence[dict[str, object]], edit: Edit) -> list[dict[str, object]]:
    """The parts of files that were there before."""
    there = {one.get("src") for one in edit.before[0]}
    return [one for one in clips if one.get("src") in there]


CHECKS = (_is_not_cut,)
