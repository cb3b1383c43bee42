"""What is not wanted, and what is wanted for it: "不要爵士了，用钢琴" leaves one music."""

from mock_server.agent.second_look.edit import Edit, has
from mock_server.agent.second_look.words import CLAUSE, LAYERS
from mock_server.agent.values.lazily import Regex

_TOLD = Regex(
    "(?:\\A|[,，。;；]) ?(?:我|请|现在)?(?:不要|不用|不想[要用]"
    "|别[用要放配加]?|不[用放]|去掉|拿掉|撤掉|[关删]掉|取消)"
    "(?:再|用|放|加|要)?(?P<old>[^,，。;；]{0,12}?)(?:了|啦)?[,，。;； ]+"
    "(?P<new>(?:我|还是|而是)*(?:改[成用为要]?|换[成上个用]*|要|用|配上?|来|上|放|做成?|弄成?)[^,，。;；]+)"
)
_LIKE = (
    (Regex("淡入|渐入|渐显"), ("fade_in",)),
    (Regex("淡出|渐出|渐黑|渐隐"), ("fade_out",)),
    (Regex("黑白|怀旧|复古|暖色|冷色|鲜艳"), ("color",)),
    (Regex("倒放|倒播"), ("reverse",)),
    (Regex("模糊"), ("blur",)),
    (Regex("旋转"), ("rotate",)),
    (Regex("镜像|翻转"), ("flip",)),
)
_SLOW = "慢动作|慢镜头|慢放|慢速|放慢|减速"
_FAST = "快进|快放|快动作|加速|快速|快镜头"
_TURNED = Regex(
    "(?:[改换变调做弄][成为到]|变成|(?<!不)(?<!想)要|想要|来个|(?<!不)用|(?:\\A|[,，]) ?(?=慢动作|慢镜头))"
    "(?:一个|个|一段)?"
    rf"(?:(?P<slow>{_SLOW})|(?P<fast>{_FAST}))(?:播放|效果|的|一?下)?(?=[ ,，。.!！;；吧了]|\Z)"
)


def _leaves_it_beside(plain: str, edit: Edit) -> bool:
    """ "别用爵士了，用钢琴", and both play."""
    if not (told := _TOLD.search(plain)):
        return False
    named = {role for role, said in LAYERS.items() if said.search(told["old"])}
    altered = {id(now) for _, now in edit.altered}
    for role in {one["role"] for one in edit.added}:
        if named and role not in named:
            continue
        was = [one for one in edit.before[1] if one["role"] == role]
        kept = [one for one in edit.after[1] if one["role"] == role and id(one) not in altered]
        if was and all(one in kept for one in was):
            return True
    return False


def _is_not_like_that(plain: str, edit: Edit) -> bool:
    """ "不要淡出，要淡入", and nothing fades in."""
    if not edit.values or not (told := _TOLD.search(plain)):
        return False
    now = [*edit.after[0], *edit.after[1]]
    said = [keys for known, keys in _LIKE if known.search(CLAUSE.split(told["new"])[0])]
    return any(not has(now, *keys) for keys in said)


def _goes_at_another_speed(plain: str, edit: Edit) -> bool:
    """ "改成慢动作", and it is not slower than it was filmed."""
    if not (told := _TURNED.search(plain)):
        return False
    new = [now.get("speed", 1) for was, now in edit.clips if was.get("speed") != now.get("speed")]
    steady = [speed for speed in new if isinstance(speed, int | float)]
    return any(speed >= 1 if told["slow"] else speed <= 1 for speed in steady)


CHECKS = (_leaves_it_beside, _is_not_like_that, _goes_at_another_speed)
