"""Where something is to be so instead, and it is so elsewhere, too: "静音前10秒，改成前5秒",
"不用全部静音，只要前10秒"."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, has, shown
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex
from mock_server.agent.wording.chinese.named_by_time import STRETCH, span_told

_STRETCH = re.sub(r"\?P<\w+>", "?:", STRETCH)
_PUT_RIGHT = Regex(
    rf"[^,，。;；]*{_STRETCH}[^,，。;；]*?(?:[,，。;；](?:(?:哦|啊|噢|呃)?不对?[,，]"
    rf"|错了[,，])?(?:改成|改为|改一下[,，]?|改(?=[前后最0-9])"
    rf"|换成|应该(?:是|在)?)|改成|[,，](?={_STRETCH}就))"
    rf"{STRETCH}(?:吧|了|才对|就[好行够]|就可以)*[ 。.!！]*\Z"
)
_NOT_ALL = Regex(
    rf"(?:\A|[,，。])[ ]*(?:不用|不要|别|不必|不需要|用不着)(?:全部|全程|全都|全片|全|都|整个(?:视频|片子)?"
    rf"|整段|整条|整体)(?![剪删裁])[^,，。;；留]*[,，](?:只要|只需要?|只|就)?(?:{STRETCH}|"
    rf"(?P<clip>第[一二两三四五六1-6]段|最后一段|第一个片段|第二个片段))"
)
_CUTS = words("剪|删|裁|去掉|截")


def _is_so_elsewhere(plain: str, edit: Edit) -> bool:
    """ "10到20秒静音，应该20到30秒", and both are."""
    right = _PUT_RIGHT.match(plain)
    told = right or _NOT_ALL.search(plain)
    if told is None or edit.layers:
        return False
    if not right and told["clip"]:
        return edit.ends[1] < edit.ends[0]
    low, high = (1_000 * at for at in span_told(told, edit.ends[0] / 1_000))
    if right and _CUTS.search(plain):
        return abs(shown(edit.before[0]) - shown(edit.after[0]) - (high - low)) > 1
    if edit.ends[1] < edit.ends[0] and shown(edit.after[0]) < shown(edit.before[0]):
        return True
    keys = [key for key in SHOWN if any(key in one for one in edit.after[0])]
    of_it = [one for one in edit.after[0] if any(key in one for key in keys)]
    if len(keys) != 1 or (right and has(edit.before[0], *keys)):
        return bool(right) and edit.only_splits
    other = abs(shown(of_it) - (high - low)) > 1
    return other or (
        len(edit.before[0]) == 1 and bool(of_it) and min(one["in"] for one in of_it) != low
    )


CHECKS = (_is_so_elsewhere,)
