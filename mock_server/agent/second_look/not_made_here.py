"""What cannot be made is not something like it: a text that comes in from a side, two languages."""

from mock_server.agent.second_look.edit import Edit, changed_keys
from mock_server.agent.values.lazily import Regex

_COMES_IN = Regex(
    "[从由自](?:画面|屏幕|视频)?的?(?:最)?(?:左上|右上|左下|右下|[左右上下]|顶部?|底部?|两)(?:边|面"
    "|侧|方|角|部)?(?:外面?)?"
    "(?:慢慢|缓缓|快速|突然)?(?:地)?"
    "(?:[进飞滑移冲弹飘划滚掉升落推跑游](?:进|入|出|下|上|过)*(?:来|去|场|画面)?|淡入|入场|入画"
    "|出来|出场|登场|出现)"
)
_TWO_TONGUES = Regex(
    "双语|中英|英中|两种语言|中[文日韩法德]和?[英日韩法德]文?字幕|中文[和加跟与]英文"
)
_MADE = ("pos", "x", "y")


def _only_stands_there(plain: str, edit: Edit) -> bool:
    """ "标题从左边进来", and it stands on the left."""
    if not _COMES_IN.search(plain):
        return False
    return any(
        now and now["role"] not in ("music", "sound") and changed_keys(was, now) & set(_MADE)
        for was, now in edit.layers
    )


def _is_in_one_tongue(plain: str, edit: Edit) -> bool:
    """ "加双语字幕", and what is said is written down once."""
    captions = [one for one in edit.added if one["role"] == "caption"]
    heard = any(str(one["text"]).startswith("[") for one in captions)
    return heard and bool(_TWO_TONGUES.search(plain))


CHECKS = (_only_stands_there, _is_in_one_tongue)
