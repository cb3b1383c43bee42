"""One more of something is another one: "10秒再来一个标题" leaves the first as it is."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.values.lazily import Regex

_ROLES = {
    "标题": ("title",), "字幕": ("caption",), "人名条": ("lower-third",), "logo": ("overlay",),
    "水印": ("overlay",), "贴图": ("overlay",), "音乐": ("music",), "旁白": ("voiceover",),
    "音效": ("sound",), "文字": ("title", "caption"),
}  # fmt: skip
_THING = f"(?P<thing>{'|'.join(_ROLES)})"
_NEW = (
    "(?:再|又|还要|另外|另|重新)(?:多)?(?:来|加|添|放|弄|做|出|给|上|写|打)"
    "(?:上|个)?(?:[一两二三]|多)?[个条张段首句]"
)
_MORE = (
    Regex(rf"{_NEW}(?:新的?|同样的?|一样的?)?{_THING}", re.IGNORECASE),
    Regex(rf"{_THING}(?:要|也)?{_NEW}(?![转淡滤特效])", re.IGNORECASE),
)


def _changes_the_one_there(plain: str, edit: Edit) -> bool:
    """ "10秒再来一个标题", and the title that is there lasts ten seconds."""
    told = next((found for said in _MORE if (found := said.search(plain))), None)
    if not told:
        return False
    roles = _ROLES[told["thing"].lower()]
    there = any(one["role"] in roles for one in edit.added)
    return not there and any(was["role"] in roles for was, _ in edit.altered)


CHECKS = (_changes_the_one_there,)
