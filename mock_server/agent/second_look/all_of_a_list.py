"""Chinese lists: what 都 says at the end holds of all that is in it ("“春”红色，“夏”绿色，字号都80"), and
what a clause leaves out is that of the one before ("韩梅的职位改成“经理”，李雷的改成“总监”")."""

from collections.abc import Sequence

from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_ALL = Regex(
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


_ROLES = Regex("职位|头衔|职务|身份|副标题")


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


_ONE_OF_THEM = Regex("[里中](?:的)?(?:随便|任意)?(?:删|去|留|挑|选|改|移)[^,，]{0,3}一[个条段首]")


def _leaves_none(plain: str, edit: Edit) -> bool:
    """ "两个标题里删一个", and both are gone, or one that nobody has named."""
    return bool(_ONE_OF_THEM.search(plain)) and bool(edit.layers)


_AT_LAST = Regex(
    r"[,，;；、](?:它们|两个|两者)?(?:全部|全)?都(?![不别])(?P<rest>[^,，。;；]+)[ 。.!！]*\Z"
)
_SAYS = (
    ("color", Regex("[红橙黄绿蓝紫黑白粉青灰金](?!底|边|框|背景)|颜色")),
    ("pos", Regex("顶部|底部|上[面方]|下[面方]|左|右|中[间央]|角")),
    ("fade_out", Regex("[淡渐]出")),
    ("fade_in", Regex("[淡渐]入")),
    ("vol", Regex("音量|静音|声|[0-9一二三四五六七八九]成")),
)


def _reaches_the_last_only(plain: str, edit: Edit) -> bool:
    """ "“甲”淡入1秒，“乙”淡出1秒，都改成红色", and only the second is red."""
    found = _AT_LAST.search(plain)
    changed = [now for _, now in edit.altered]
    if found is None or len(changed) < _TWO:
        return False
    keys = [key for key, said in _SAYS if said.search(found["rest"])]
    return any(len({str(one.get(key)) for one in changed}) > 1 for key in keys)


_ALL_OF_THEM = Regex("[两俩][首个条段张]|都|所有|全部")
_ONE_MORE_OF = Regex(
    "[,，;；。](?:然后|再|其中)?[^,，;；。]{0,8}(?:那|的那一?|第[一二三]|后面那?|前面那?)[首个条段张]"
)


def _spreads_to_all(plain: str, edit: Edit) -> bool:
    """ "两首音乐都减半，钢琴那首淡出3秒", and both fade out."""
    behind = _ONE_MORE_OF.search(plain)
    if behind is None or not _ALL_OF_THEM.search(plain[: behind.start()]):
        return False
    by_role: dict[str, list[set[str]]] = {}
    for was, now in edit.altered:
        by_role.setdefault(str(now.get("role")), []).append(changed_keys(was, now))
    if any(
        len(sets) >= _TWO and len(sets[0]) >= _TWO and sets.count(sets[0]) == len(sets)
        for sets in by_role.values()
    ):
        return True
    sizes = [
        float(now["size"])
        for was, now in edit.altered
        if was.get("size") != now.get("size") and "size" in now
    ]
    return len(sizes) >= _TWO and len({*sizes}) > 1


_BOTH_CLIPS = Regex(
    "[两俩]个?(?:段|片段|视频|镜头)(?:视频|素材)?的?[^,，。;；]*?(?:都|各)|两段(?:的)?(?:最后|前|后|开头)"
)
_NOT_BOTH = Regex("不|别|除|留着|留下来|各自")


def _leaves_one_clip(plain: str, edit: Edit) -> bool:
    """ "两段都剪掉前5秒", and the second is whole."""
    if not _BOTH_CLIPS.search(plain) or _NOT_BOTH.search(plain) or len(edit.before[0]) != _TWO:
        return False
    if edit.before[0] == edit.after[0]:
        return False
    for source in {one.get("src") for one in edit.before[0]}:
        was, now = (_shown_of(source, side[0]) for side in (edit.before, edit.after))
        if not now or was == now:
            return True
    return False


def _shown_of(source: object, clips: Sequence[Segment]) -> list[Segment]:
    """The clips of a file, wherever they stand."""
    return [{**one, "s": 0, "id": ""} for one in clips if one.get("src") == source]


_ALL_OF_THESE_GO = Regex("[这那][两三四]个?(?:效果|处理)?(?:都|全|也)*(?:删|去掉|不要|取消|关)")


def _adds_what_goes(plain: str, edit: Edit) -> bool:
    """ "降噪、防抖，这两个都删掉", and they are there."""
    return bool(edit.gained("denoise", "stabilize", "normalize")) and bool(
        _ALL_OF_THESE_GO.search(plain)
    )


CHECKS = (
    _adds_what_goes,
    _holds_of_one, _renames_instead, _leaves_none, _reaches_the_last_only, _spreads_to_all,
    _leaves_one_clip,
)  # fmt: skip
