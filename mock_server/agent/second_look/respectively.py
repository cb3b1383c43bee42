"""Chinese: of two things each has its own amount ("分别延长1秒和2秒", "“甲”延长1秒，“乙”2秒"), two that
are put in together have what is said behind them, and what is not wanted is gone besides:
"不要“片头”，“结尾”提前"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import LAYERS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import CHINESE, DIGITS, number
from mock_server.timeline.tracks import Segment, end_of

_N = rf"(?:{DIGITS}|{CHINESE})"
_CHANGE = (
    "(?:延长|缩短|推迟|推后|提前|延后|晚|早|往后移|往前移|后移|前移|降低|提高|减少|增加|加|减)"
)
_EACH = Regex(
    f"分别{_CHANGE}[^,，。;；]{{0,4}}?(?P<one>{_N})(?P<unit>秒|成|%)[和、](?P<other>{_N})(?:秒|成"
    f"|%)"
    f"|{_CHANGE}(?P<first>{_N})秒[,，] ?(?:第[二2]个(?:标题|字幕)?|另一个|后一个|后面那个"
    f"|[“”\"' ]*)(?:是|则|也)?"
    f"(?P<second>{_N})秒[ 。.!！]*\\Z"
)
_NEAR = 20  # ms


def _has_not_its_own(plain: str, edit: Edit) -> bool:
    """ "两个标题分别延长1秒和2秒", and the second lasts for two seconds."""
    if not (said := _EACH.search(plain)) or not edit.values:
        return False
    if said["unit"] not in (None, "秒"):
        return True
    told = sorted(
        round(1_000 * float(number(said[key])))
        for key in ("one", "other", "first", "second")
        if said[key]
    )
    found = sorted(abs(end_of(now) - end_of(was)) for was, now in edit.altered)
    return len(found) != len(told) or any(
        abs(one - other) > _NEAR for one, other in zip(found, told, strict=True)
    )


_TOGETHER = Regex(
    r"(?:加|放|来|添)(?:上|个|一个)?[^,，。;；]{1,10}[和跟与][^,，。;；]{1,12}[,，] ?(?:都|只"
    r"|就)?(?:要|在|放在?|从|到)?"
    f"(?:(?P<when>最?[前后]{_N}秒|第?{_N}秒(?:开始|起|到|以?后|之后))"
    "|(?P<where>左|右|上|下|中间|正中|顶部|底部))"
)


def _tells_it_of_one(plain: str, edit: Edit) -> bool:
    """ "加logo和爵士乐，只要前20秒", and the logo is there all along."""
    said = _TOGETHER.search(plain)
    if not said or len(edit.added) < 2:
        return False
    keys = ("s", "d") if said["when"] else ("pos",)
    return len({tuple(str(one.get(key)) for key in keys) for one in _placed(edit, said)}) > 1


def _placed(edit: Edit, said: re.Match[str]) -> list[Segment]:
    seen = [one for one in edit.added if one["role"] not in ("music", "sound", "voiceover")]
    return edit.added if said["when"] else seen


_NOT_WANTED = Regex(
    "(?:\\A|[,，。;；]) ?(?:不要|不用|不需要|不想要)(?:这个|那个)?(?:“(?P<text>[^”]+)”"
    "|(?P<noun>标题|字幕|音乐|logo|旁白"
    "|人名条|爵士|钢琴曲?))(?:标题|字幕|音效|这个标题|了)*[,，]",
    re.IGNORECASE,
)
_STYLES = {"爵士": "jazz", "钢琴": "piano", "钢琴曲": "piano"}


def leaves_what_is_not_wanted(message: str, edit: Edit) -> bool:
    """ "不要“片头”，“结尾”提前到40秒", and both are there."""
    there = {one.get("id") for one in edit.before[1]}
    left = [one for one in edit.after[1] if one.get("id") in there]
    same = [one for one in left if one in edit.before[1]]
    for said in _NOT_WANTED.finditer(message):
        noun = said["noun"] and said["noun"] not in _STYLES
        if edit.values and any(_is_meant(one, said) for one in (same if noun else left)):
            return True
    return False


def _is_meant(one: Segment, said: re.Match[str]) -> bool:
    if said["text"]:
        return said["text"] in (one.get("text"), one.get("name"))
    if style := _STYLES.get(said["noun"]):
        return one.get("name") == style
    kind = LAYERS.get(str(one["role"]))
    return bool(kind and kind.search(said["noun"]))


CHECKS = (_has_not_its_own, _tells_it_of_one)
