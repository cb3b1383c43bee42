"""Chinese orders that say first what is not wanted, as what is: "logo不用放那么久，5秒就行",
"位置不对，放底部", "不用字幕了", "20到30秒别剪，别的都剪掉"."""

import re
from collections.abc import Callable

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.wording.chinese.named_by_time import STRETCH, THING, THINGS, N
from mock_server.agent.wording.chinese.plain_words import ASK, STOP
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_STRETCH = re.sub(r"\?P<\w+>", "?:", STRETCH)
_TIME = rf"(?:{N})秒钟?"
_NOT = "(?:不用|不要|别|不需要|不必|用不着)"
_ENOUGH = "(?:就够|就可以)?了?"
_COLOR = "[红黄蓝绿白黑橙粉紫灰]"
_PLACE = "(?:[上下顶底]面?|[上顶底]部|[左右][上下]角?|中间|[上下]方)"
_SEEN = ("title", "caption", "lower-third", "overlay")
_ADDED = {
    "music": Regex(r"[乐曲歌]|\.(?:mp3|wav|m4a)", re.IGNORECASE),
    "overlay": Regex(r"logo|水印|贴图|\.(?:png|jpg)", re.IGNORECASE),
    "title": Regex("标题|title", re.IGNORECASE),
    "caption": Regex("字幕|caption", re.IGNORECASE),
    "lower-third": Regex("人名条"),
}
_OF_MORE = Regex("[,，。;；和]|静音|原声|画面|视频")


def _one(told: re.Match[str], there: There) -> str:
    """What is named, where there is one of it."""
    thing = str(told["thing"])
    return thing if [*there.roles].count(THINGS[thing.lower()]) == 1 else ""


def _just_added(there: There) -> str:
    """The one layer that there is, where the last message was about it and nothing else."""
    said = _ADDED.get(there.only)
    ours = said is not None and said.search(there.last) and not _OF_MORE.search(there.last)
    return NAMES_ZH[there.only] if ours else ""


def _so_long(thing: str, length: str) -> str:
    return f"{thing}只{'放' if thing == '音乐' else '显示'}{length}" if thing else ""


def _only_then(thing: str, span: str) -> str:
    return (
        f"{thing}只在{span}{'' if THINGS.get(thing.lower()) == 'music' else '显示'}"
        if thing
        else ""
    )


def _away(told: re.Match[str], there: There) -> str:
    """ "不用字幕了"."""
    thing = told["thing"]
    count = [*there.roles].count(THINGS[thing.lower()])
    return (
        f"删掉{'所有' if count > 1 else ''}{thing}"
        if count == 1 or (thing == "字幕" and count)
        else ""
    )


def _shorter(told: re.Match[str], there: There) -> str:
    return _so_long(_one(told, there), told["long"])


def _shorter_fade(told: re.Match[str], there: There) -> str:
    return f"{thing}{told['way']}改成{told['long']}" if (thing := _one(told, there)) else ""


def _placed(told: re.Match[str], there: There) -> str:
    return f"{NAMES_ZH[there.only]}放{told['place']}" if there.only in _SEEN else ""


def _timed(told: re.Match[str], there: There) -> str:
    return f"{NAMES_ZH[there.only]}改到{told['span']}" if there.only in NAMES_ZH else ""


def _not_so_long(told: re.Match[str], there: There) -> str:
    """ "不用3秒，2秒就行", of what is there for 3 s."""
    if there.only not in NAMES_ZH:
        return ""
    start, end = there.spans[0]
    as_said = end - start == float(number(told["not"]))
    return _so_long(NAMES_ZH[there.only], told["long"]) if as_said else ""


def _not_all_along(told: re.Match[str], there: There) -> str:
    """ "不用全程，前10秒就行", of what was just added, or of what is named."""
    lasts = [there.lasting[at] for at, one in enumerate(there.roles) if one == _role(told, there)]
    thing = _one(told, there) if told["thing"] else _just_added(there)
    return _only_then(thing, told["span"]) if lasts == [True] else ""


def _role(told: re.Match[str], there: There) -> str:
    return THINGS[told["thing"].lower()] if told["thing"] else there.only


def _not_at_first(told: re.Match[str], there: There) -> str:
    thing = _just_added(there) if [*there.lasting] == [True] else ""
    return f"{thing}从{told['long']}开始" if thing else ""


def _other_color(told: re.Match[str], there: There) -> str:
    return f"{thing}改成{told['now']}色" if (thing := _one(told, there)) else ""


def _other_place(told: re.Match[str], there: There) -> str:
    return f"{thing}放{told['now']}" if (thing := _one(told, there)) else ""


def _stays_first(told: re.Match[str], _: There) -> str:
    return f"{told['span']}不动，{told['rest']}"


def _kept_alone(told: re.Match[str], _: There) -> str:
    return f"只保留{told['span']}"


_ALL = Regex(rf"{ASK}(?:全部|全都|都|全|整个视频)*(?:静音|消音){STOP}")


def _spared(told: re.Match[str], there: There) -> str:
    """ "第二段不用" behind "都静音"."""
    silent = len(there.levels) > 1 and not any(there.levels)
    return f"{told['clip']}恢复声音" if silent and _ALL.fullmatch(there.last) else ""


_Turn = Callable[[re.Match[str], There], str]


def _whole(source: str) -> Regex:
    return Regex(rf"[ ]*{ASK}{source}{STOP}", re.IGNORECASE)


_TOO_LONG = "(?:放|显示|播放?|留)?(?:那么|这么)(?:久|长)(?:时间)?了?[,，](?:只要|有)?"
_SPAN = rf"(?P<span>{_STRETCH})"
_TURNS: tuple[tuple[Regex, _Turn], ...] = (
    (_whole(rf"{THING}(?:就|也)?(?:不用|不需要)了"), _away),
    (_whole(rf"(?:不用|不需要){THING}了"), _away),
    (_whole(rf"{THING}{_NOT}{_TOO_LONG}(?P<long>{_TIME}){_ENOUGH}"), _shorter),
    (_whole(rf"{THING}的?(?P<way>淡[入出]){_NOT}{_TOO_LONG}(?P<long>{_TIME}){_ENOUGH}"), _shorter_fade),
    (_whole(rf"位置(?:不对|错了)[,，](?:应该)?(?:放|挪|移|在)[到在至]?(?P<place>{_PLACE})"), _placed),
    (_whole(rf"时间(?:不对|错了)[,，](?:应该|改|改成|改到)?(?:是|在)?{_SPAN}"), _timed),
    (_whole(rf"{_NOT}(?P<not>{N})秒[,，](?:只要|有)?(?P<long>{_TIME})(?:就[行好够]|就可以)"), _not_so_long),
    (
        _whole(rf"(?:{THING})?{_NOT}(?:全程|一直|从头到尾)(?:放|显示|有|播)?[,，](?:只要|只在|只)?{_SPAN}{_ENOUGH}"),
        _not_all_along,
    ),
    (_whole(rf"(?:最?前面?|开头)(?P<long>{_TIME})(?:就|先)?(?:不用|不要|不需要)(?:有|放)?"), _not_at_first),
    (_whole(rf"{THING}{_NOT}(?:用)?{_COLOR}色的?了?[,，](?:用|改成|换成|要)?(?P<now>{_COLOR})色?的?(?:好|吧)?"),
     _other_color),
    (_whole(rf"{THING}{_NOT}(?:放|在)[在到]?{_PLACE}了?[,，](?:放|改到|挪到|在|到)?[在到]?(?P<now>{_PLACE})(?:好)?"),
     _other_place),
    (_whole(rf"{_SPAN}就?(?:不动|别动|不变)了?[,，](?P<rest>(?:后面|剩下的?|其余的?)[^,，。;；]+)"),
     _stays_first),
    (_whole("(?P<clip>第[一二三四五六]段|最后一段)(?:就|可以)?(?:不用|不要|别)了?"), _spared),
    (_whole(rf"{_SPAN}{_NOT}[剪删]掉?[,，](?:别的|其他的?|其余的?|剩下的?)(?:都|全|全都)?(?:[剪删]掉|不要|剪了|删了)"),
     _kept_alone),
)  # fmt: skip


def not_so(message: str, there: There) -> str:
    """A message as what is wanted; itself where it does not say first what is not."""
    for source, turn in _TURNS:
        if (told := source.fullmatch(message)) and (said := turn(told, there)):
            return said
    return message
