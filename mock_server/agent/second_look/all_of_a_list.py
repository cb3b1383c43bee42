"""Chinese lists: what 都 says at the end holds of all that is in it ("“春”红色，“夏”绿色，字号都80"), and
what a clause leaves out is that of the one before ("韩梅的职位改成“经理”，李雷的改成“总监”")."""

import re

from mock_server.agent.second_look.edit import Edit

_ALL = re.compile(
    r"[,，;；](?:它们|两个|两者)?的?(?P<what>字号|大小|尺寸|位置|颜色|音量|声音"
    r"|速度)(?:全部|全|统一)?都"
)
_KEYS = {
    "字号": ("size",), "大小": ("size", "scale"), "尺寸": ("size", "scale"), "位置": ("pos",),
    "颜色": ("color",), "音量": ("vol",), "声音": ("vol",), "速度": ("speed",),
}  # fmt: skip
_TWO = 2


def _holds_of_one(plain: str, edit: Edit) -> bool:
    """Whether only one thing has got what all of them are to have."""
    found = _ALL.search(plain)
    if found is None:
        return False
    for key in _KEYS[found["what"]]:
        clips = edit.clips if len(edit.before[0]) == len(edit.after[0]) else []
        changed = [
            now[key]
            for was, now in (*edit.layers, *clips)
            if now.get(key) != was.get(key) and key in now
        ]
        if changed and len(changed) < _TWO:
            return True
        if changed and changed.count(changed[-1]) < _TWO:
            return True
    return False


_ROLES = re.compile("职位|头衔|职务|身份|副标题")


def _renames_instead(plain: str, edit: Edit) -> bool:
    """ "韩梅的职位改成“经理”，李雷的改成“总监”", and his name is."""
    if not _ROLES.search(plain):
        return False
    return any(
        was.get("role") == "lower-third"
        and was.get("text") != now.get("text")
        and f"{was.get('text')}的" in plain
        for was, now in edit.altered
    )


_ONE_OF_THEM = re.compile(
    "[里中](?:的)?(?:随便|任意)?(?:删|去|留|挑|选|改|移)[^,，]{0,3}一[个条段首]"
)


def _leaves_none(plain: str, edit: Edit) -> bool:
    """ "两个标题里删一个", and both are gone, or one that nobody has named."""
    return bool(_ONE_OF_THEM.search(plain)) and bool(edit.layers)


CHECKS = (_holds_of_one, _renames_instead, _leaves_none)
