"""What an order says and takes back in one breath: "把标题删掉，但标题不能删", "delete it and keep it"."""

import re

from mock_server.agent.second_look.edit import Edit, differs
from mock_server.timeline.tracks import Segment

_ZH = (
    "第[一二三]?[个条段]?(?:标题|字幕)|标题|字幕|人名条|logo|水印|音乐|配乐|旁白|配音|滤镜|模糊效果|视频"
    "|画面"
)
_BUT = re.compile(
    rf"(?P<what>{_ZH}| )[^,，。;；]*[,，。;；](?:但是?|可是?|不过|又|而且|并且"
    rf"|同时)(?P=what)(?P<which>的?[^,，。]{{0,4}}?)"
    r"(?:千万|绝对|也)*(?:不(?:能|许|准|可以?|得)|别)(?:再)?(?P<verb>[^,，。]{1,4})[ 。.!！]*\Z",
    re.IGNORECASE,
)
_KEYS = (
    ("位置", ("pos",)), ("大小|尺寸|字号", ("size", "scale")), ("音量", ("vol",)), ("文字|内容", ("text",)),
    ("颜色", ("color",)), ("方向", ("reverse",)), ("时间|时长", ("s", "d")),
)  # fmt: skip
_KEEPS = re.compile(r"(?:保留|留着|留下|保住)", re.IGNORECASE)
_BOTH = re.compile(r"既要?[^,，。]+[,，]?又要?[^,，。]+")
_MUTES = re.compile("静音|消音|没有?声|关掉")


def _changes_what_may_not(plain: str, edit: Edit) -> bool:
    """ "把标题放大，但标题大小不许变": where a property is named, that one has changed."""
    told = _BUT.search(plain)
    if told is None or not edit.values:
        return False
    keys = next((keys for words, keys in _KEYS if re.search(words, told["which"])), None)
    if keys is None:
        return True
    pairs = (*edit.layers, *zip(edit.before[0], edit.after[0], strict=False))
    return any(_changed(was, now, keys) for was, now in pairs)


def _changed(was: Segment, now: Segment, keys: tuple[str, ...]) -> bool:
    return not now or differs(was, now, *keys)


def _keeps_what_goes(plain: str, edit: Edit) -> bool:
    """ "删掉标题，并把标题保留下来"; "既要静音，又要把原声放大"."""
    gone = any(not now for _, now in edit.layers)
    if gone and _KEEPS.search(plain) and re.search(r"(标题|字幕|音乐|logo|旁白).*\1", plain):
        return True
    return bool(_BOTH.search(plain)) and bool(_MUTES.search(plain)) and bool(edit.values)


CHECKS = (_changes_what_may_not, _keeps_what_goes)
