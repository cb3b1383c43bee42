"""Chinese messages that lean on the one before, which is said again as it is to be: "定格2秒", "改成4秒";
"前十秒两倍速", "后十秒也一样"; "标题和音乐都删了", "音乐还要"."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.chinese.plain_words import ASK, LONG, RANGE, STOP, N
from mock_server.agent.wording.named_by_draft import There

_PART = rf"(?:最?前面?|开头|最?后面?|最后|结尾)的?(?:{LONG})"
_SIDE = "(?:[前后]半段|[前后](?:面|边)?那段|[前后]一段|第[一二]段)"
_NOUN = "(?:标题|字幕|音乐|logo|人名条|原声)"
_SORRY = (
    "(?:(?:等等|不对|不是|说错了|弄错了|错了|弄反了|搞反了|哦不|太长了|太短了"
    "|太多了|多剪了|还是|再想想|又想了想)[,。!]*)*"
)
_ONE_DEED = Regex("[,，。;；、]")

Turn = Callable[[Match[str], There], str | None]


def _last(there: There) -> str:
    """The message before, where it orders one thing; empty else."""
    last = there.last.strip("。 .!！")
    last = re.sub(r"\A(?:请|麻烦你?|帮我|再|然后)+", "", last)
    return "" if _ONE_DEED.search(last) or "撤销" in last else last


def _other_length(found: Match[str], there: There) -> str | None:
    """ "改成4秒", behind a frame that is held, a fade or a cut of so much."""
    last = _last(there)
    told = re.findall(rf"{LONG}", last)
    if not told or not re.search("定格|停|淡|剪|删|闪|溶解|叠化", last):
        return None
    if "剪" in found[0] and not re.search("剪|删|砍", last):
        return None
    cut = re.search(r"剪|删", last)
    if (len(told) != 1 and not re.search("定格|停", last)) or (cut and re.search("[到至-]", last)):
        return None
    at = last.rindex(told[-1])
    return f"撤销。{last[:at]}{found['d']}{last[at + len(told[-1]) :]}"


def _other_part_too(found: Match[str], there: There) -> str | None:
    """ "后十秒也一样"."""
    last = _last(there)
    told = re.findall(_PART, last)
    if len(told) != 1 or told[0] == found["part"] or re.search("剪|删|倍速?快|插", last):
        return None
    return last.replace(told[0], found["part"])


def _also(found: Match[str], there: There) -> str | None:
    """ "标题也一样", behind "字幕改成橙色"."""
    last = _last(there)
    told = re.findall(_NOUN, last)
    if len(told) != 1 or told[0] == found["noun"] or not re.search("改|调|加|放|移|淡|变|设", last):
        return None
    return last.replace(told[0], found["noun"])


def _fades_too(found: Match[str], there: There) -> str | None:
    """ "淡出也一样", behind "音乐淡入4秒"."""
    last, way = _last(there), found["way"]
    other = "淡入" if way == "淡出" else "淡出"
    if last.count(other) != 1 or way in last:
        return None
    last = last.replace("开头", "").replace("结尾", "")
    return last.replace(other, way)


def _not_that_side(found: Match[str], there: There) -> str | None:
    """ "不是前半段，是后半段"."""
    last = _last(there)
    a, b = found["a"], found["b"]
    return f"撤销。{last.replace(a, b)}" if last.count(a) == 1 and a != b else None


def _the_other_side(found: Match[str], there: There) -> str | None:
    """ "弄反了，我要的是后面那段，前面那段别加"."""
    last, b = _last(there), found["b"]
    told = re.findall(_SIDE, last)
    return f"撤销。{last.replace(told[0], b)}" if len(told) == 1 and told[0] != b else None


def _other_sound(found: Match[str], there: There) -> str | None:
    """ "我说的是原声，音乐恢复原样", behind "音乐降到0.3"."""
    last = _last(there)
    if last.count(found["b"]) != 1 or found["a"] in last or not re.search("降|调|升|压|音量", last):
        return None
    return f"撤销。{last.replace(found['b'], found['a'])}"


def _one_stays(found: Match[str], there: There) -> str | None:
    """ "标题和音乐都删了", "音乐还要，标题确实不要"."""
    two = re.fullmatch(
        rf"(?:把)?({_NOUN})和({_NOUN})(?:都|全)?(?:删了|删掉|不要了?|去掉|去掉了)", _last(there)
    )
    if not two or found["a"] not in (two[1], two[2]):
        return None
    other = two[1] if two[2] == found["a"] else two[2]
    said = found.groupdict().get("b")
    return f"撤销。删掉{other}" if said in (None, other) else None


def _only_that_part(found: Match[str], there: There) -> str | None:
    """ "只要后半段暖，前半段还是原来的颜色", behind "整段加暖色"."""
    look = re.search("黑白|复古|暖色|冷色|鲜艳|棕褐色|电影感", there.last)
    told = found.groupdict().get("look")
    if not look or not _last(there) or re.search(f"{N}秒|半段", there.last):
        return None
    if told and told[0] != look[0][0]:
        return None
    return f"撤销。{found['part']}调成{look[0]}"


def _cut_instead(found: Match[str], there: There) -> str | None:
    """ "撤销，这段直接剪掉"."""
    parts = re.findall(rf"{RANGE}", _last(there))
    return f"撤销。剪掉{parts[0].removeprefix('从')}" if len(parts) == 1 else None


def _level_instead(found: Match[str], there: There) -> str | None:
    """ "不是静音，是调低到两成", behind a part that is silent now."""
    last = _last(there)
    parts = re.findall(rf"{RANGE}|{_PART}", last)
    if len(parts) != 1 or "静音" not in last:
        return None
    return f"撤销。{parts[0].removeprefix('从')}音量{found['level']}"


def _undone(found: Match[str], there: There) -> str | None:
    cut = re.search("剪|删|定格|静音|倒放|黑白|模糊", _last(there))
    return "撤销" if cut else None


def _no_longer(found: Match[str], there: There) -> str | None:
    return "撤销" if found["what"] in _last(there) else None


def _same_cut(found: Match[str], there: There) -> str | None:
    """ "剪掉结尾八秒", "开头也剪掉同样长的一段"."""
    told = re.fullmatch(
        rf"(?:把)?(?:剪|删)掉?(?:最后|结尾|后面?|片尾|开头|前面?|最前)的?({LONG})", _last(there)
    )
    side = "前" if found["side"] in ("开头", "片头", "前面") else "最后"
    return f"剪掉{side}{told[1]}" if told else None


def _quieter(found: Match[str], there: There) -> str | None:
    """ "声音再轻一点", behind music that was put in."""
    put = re.search(r"(?:加|配|放|来|用)[^,，。]*(?:音?乐|曲)\Z", _last(there))
    ours = [*there.roles].count("music") == 1 and put and {*there.levels} == {1.0}
    return f"音乐{'大' if found['w'] == '大' else '小'}声一点" if ours else None


def _kind_of_joint(found: Match[str], there: There) -> str | None:
    return f"转场改成{found['way']}" if re.search("转场|过渡", there.last) else None


_TURNS: tuple[tuple[Regex, Turn], ...] = tuple(
    (pattern(rf"\A{ASK}{source}{STOP}"), turn)
    for source, turn in (
        (rf"{_SORRY}(?:改成|换成|只剪|剪|停)(?P<d>{LONG})(?:就够|就好)?", _other_length),
        (rf"太[长短]了?,(?P<d>{LONG})", _other_length),
        (rf"(?P<part>{_PART})也(?:一样|这样|同样|要)(?:处理)?", _other_part_too),
        (rf"(?P<noun>{_NOUN})也(?:一样|这样|同样|照做)(?:处理)?", _also),
        (r"(?P<way>淡[入出])也(?:一样|同样)", _fades_too),
        (rf"不是(?P<a>{_SIDE}),(?:而)?是(?P<b>{_SIDE})", _not_that_side),
        (
            rf"(?:弄反了|搞反了|反了),(?:我)?(?:要的|说的)?是(?P<b>{_SIDE})(?:,{_SIDE}(?:别"
            rf"|不要)[^,。]{{1,3}})?",
            _the_other_side,
        ),
        (
            r"我(?:说|指)的是(?P<a>原声|人声|音乐),(?P<b>音乐|原声|人声)(?:恢复|保持)?(?:原样|不变|不动)",
            _other_sound,
        ),
        (
            rf"(?P<a>{_NOUN})(?:还要|还是?留着?|要留着"
            rf"|留着)(?:吧)?(?:,跟原来一样)?(?:,(?P<b>{_NOUN})(?:不用恢复|确实不要|不要))?",
            _one_stays,
        ),
        (
            r"(?:我)?只要(?P<part>[前后]半段|(?:最?后|最?前)面?(?:"
            + LONG
            + r"))(?:那样|(?P<look>暖|冷|黑白|复古|鲜艳)色?的?)"
            r",(?:前面|后面|[前后]半段|其他|其余)(?:的)?(?:恢复彩色|(?:还是)?原来的颜色|恢复原样|不变)",
            _only_that_part,
        ),
        (r"撤销,这段(?:直接)?(?:剪掉|删掉|不要)", _cut_instead),
        (
            r"不是静音,(?:而)?是(?:调低|降低|降|调)到(?P<level>[0-9]{1,3}%|[一二两三四五六七八九]成)",
            lambda found, there: _level_instead(found, there),
        ),
        (r"(?:又?想了想,|算了,?)?还是留着", _undone),
        (r"(?:不用|不要|别)(?P<what>定格|倒放|静音|模糊)了", _no_longer),
        (r"(?P<side>开头|片头|前面|结尾|片尾|后面)也剪掉?同样长的?(?:一段)?", _same_cut),
        (
            r"(?:有点|太)(?:吵|响|大声)了?,(?:稍微)?(?P<w>轻|小)(?:声)?(?:一点|点|一些)",
            _quieter,
        ),
        (r"声音再(?P<w>轻|小|大)(?:声)?(?:一点|点|点儿|一些)", _quieter),
        (
            r"(?:类型|样式)(?:改成|换成)(?P<way>向[左右](?:滑动|擦除)|黑场过渡|白场过渡|交叉淡化)",
            _kind_of_joint,
        ),
    )
)


def on_the_last(text: str, there: There) -> str:
    """A message that says by itself what it takes up; the same where that is not certain."""
    if not there.last:
        return text
    for source, turn in _TURNS:
        if (found := source.match(text)) and (said := turn(found, there)):
            return said
    return text
