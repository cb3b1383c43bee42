"""What is done to all of a kind in Chinese, and stays as it is with one of them: "标题都改成红色，最后一个
不变", "音效都小一点，掌声别动"; and what a message says of the next one, done to the same one again."""

import re

from mock_server.agent.second_look.edit import SHOWN, Edit, differs
from mock_server.agent.second_look.words import CLAUSE, DIGITS_ZH, LAYERS, words
from mock_server.agent.values.lazily import Regex
from mock_server.timeline.tracks import Segment

_ALL = words("都|全部|所有|每[个条首段]|[两三四五]个|[两三]首|全[调改变加]")
_STAYS = (
    "(?:就|都|也|还是|可以)*(?:保持(?:原样|不变|不动)|不[变动改]|别[动改]|不要[动改]|不用[动改]?"
    "|保留|留着|留下|除外|照旧)(?:了|吧|就好|就行)*"
)
_ONE_STAYS = Regex(f"(?:但是?|不过|只有|可是?|而)*(?P<one>[^,，。;；]{{1,10}}?){_STAYS}[ !！.~]*")
_WHICH = Regex("(?:第([一二三四五六])|(倒数第二)|(最后一?))[个条首段]?[^ ,，]*")
_JOIN = words("转场|过渡")
_SOUND = words("音效")
_A_PICTURE = words("标志|图标|图片|角标")
# What a thing is like, or another thing, is not one of several.
_NOT_ONE = words(
    "音量|大小|字号|颜色|位置|速度|时长|长度|时间|开始|结束|内容|文字|字体|样式|透明|比例|尺寸|淡"
    "|其[他它余]|别的|剩|画面|视频|原声|声音|人声|顺序|片|格式|分辨率|秒|点|[前后]|段"
)


def _changes_the_one_that_stays(plain: str, edit: Edit) -> bool:
    """ "标题都改成红色，最后一个不变", and the last is as red as the others."""
    clauses = [one.strip() for one in CLAUSE.split(plain) if one.strip()]
    orders = " ".join(one for one in clauses if not _ONE_STAYS.fullmatch(one))
    if not _ALL.search(orders):
        return False
    kept = [found["one"] for one in clauses if (found := _ONE_STAYS.fullmatch(one))]
    return any(_is_changed(one, orders, edit) for one in kept)


def _is_changed(said: str, orders: str, edit: Edit) -> bool:
    which = _WHICH.match(said)
    if _JOIN.search(orders):
        clips = [one["id"] for one in edit.before[0] if one.get("tr")]
        joins = {one["id"]: one["tr"] for one in edit.before[0] if one.get("tr")}
        now = {one["id"]: one.get("tr") for one in edit.after[0]}
        one = _numbered(which, clips)
        return one is not None and joins[one] != now.get(one)
    kinds = {role for role, one in LAYERS.items() if one.search(orders)}
    kinds |= {"sound"} if _SOUND.search(orders) else set()
    there = sorted(
        (one for one in edit.before[1] if one.get("role") in kinds), key=lambda one: int(one["s"])
    )
    if len(kinds) != 1 or len(there) < 2:
        return False
    now_there = {one["id"]: one for one in edit.after[1]}
    changed = [one["id"] for one in there if one != now_there.get(one["id"])]
    if which:
        return _numbered(which, [one["id"] for one in there]) in changed
    elsewhere = any(one.search(said) for role, one in LAYERS.items() if role not in kinds)
    elsewhere = elsewhere or ("overlay" not in kinds and bool(_A_PICTURE.search(said)))
    named = not _NOT_ONE.search(said) and not elsewhere
    return named and len(changed) == len(there)


def _numbered(which: re.Match[str] | None, there: list[object]) -> object:
    """The one of several that is meant by its number."""
    if which is None:
        return None
    at = DIGITS_ZH.index(which[1]) - 1 if which[1] else len(there) - (2 if which[2] else 1)
    return there[at] if 0 <= at < len(there) else None


# The next one, said of a thing that is not named.
_NEXT = "(?:下|上|另|前|后)(?:面|边)?那?一?[个条首](?![月星小钟])"
_ITS_CLAUSE = Regex(f"(?:然后|再|把|那|给|让|而|,)*{_NEXT}(?:标题|字幕|音乐|音效)?[^,，。;；]+")
_IS_RIGHT = words("[没不]错|没问题|挺好|可以了|对的")
_LEANS = Regex(f"[ ,，]*(?:然后|再|把|那|给|让)*{_NEXT}")
_LEANS_ON_A_CLIP = Regex("[ ,，]*(?:然后|再|把|那|给|让)*(?:下|上|另|前|后)一?段(?!时间)")


def _is_done_to_the_same(plain: str, edit: Edit) -> bool:
    """ "第一个标题移到底部，下一个改成红色", and that is one title."""
    clauses = [one.strip() for one in CLAUSE.split(plain) if one.strip()]
    if any(_ONE_STAYS.fullmatch(one) for one in clauses):
        return False  # "前一个不动，后一个改成红色"
    leans = any(_ITS_CLAUSE.fullmatch(one) and not _IS_RIGHT.search(one) for one in clauses[1:])
    changed = [now for _, now in edit.layers]
    return leans and len(changed) == 1 and _has_others(changed[0], edit)


def _has_others(one: Segment, edit: Edit) -> bool:
    return sum(other.get("role") == one.get("role") for other in edit.before[1]) > 1


def is_the_same_again(message: str, made: Edit, edit: Edit) -> bool:
    """ "第一个标题改成红色", "下一个改成蓝色", and it is the first once more."""
    last = {now.get("id") for _, now in made.layers if now}
    changed = {now.get("id") for _, now in edit.altered}
    if _LEANS_ON_A_CLIP.match(message) and len(made.clips) == len(edit.clips) > 1:
        told = [[one for one in side.clips if differs(*one, *SHOWN)] for side in (made, edit)]
        return len(told[0]) == 1 < len(told[1])
    if not _LEANS.match(message) or len(last) != 1 or changed != last:
        return False
    return any(_has_others(now, edit) for _, now in edit.altered)


CHECKS = (_changes_the_one_that_stays, _is_done_to_the_same)
LEANING = (is_the_same_again,)
