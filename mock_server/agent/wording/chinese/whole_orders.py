"""Chinese orders that share a part, a length or an amount, each said in full: "除了前10秒，全部黑白并静音",
"画面、标题和音乐都淡入1秒", "结尾淡出2秒，音乐也是", "第一段加速2倍，第二段也加速"."""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import number
from mock_server.agent.values.placeholders import HAN, UNREADABLE, Values, pattern
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.shown import Shown

N = "[0-9.一二两三四五六七八九十半百]{1,6}"
PART = (
    rf"(?:第?{N}秒?(?:到|至|-)第?{N}秒(?:那段|这段)?|(?:最前|最后|前|后|开头|结尾){N}秒"
    r"|第[一二三四五][段个](?:片段)?|最后一段)"
)
LOOK = (
    "(?:变成?|调成?|改成|做成|转成?|加上?)?(?:黑白|复古|怀旧|暖色|冷色|鲜艳|电影感)"
    "(?:色调|色|调)?(?:效果|滤镜)?"
)
SILENT = "(?:静音|消音)"
PACE = f"(?:(?:加速|慢放|放慢|快放|减速|加快)(?:到|成)?{N}倍速?|{N}倍速(?:播放)?)"
_LEVEL = (
    f"(?:(?:音量|声音)(?:都)?(?:降低?|调|减|改|升|提高)?[到为成]{N}%|(?:降低|调低|减小)音量到{N}%)"
)
_DONE = f"(?:(?:画面|声音)?(?:都|全)?(?:{LOOK}|{SILENT}|{PACE}|{_LEVEL}|降噪|倒放))"
_AND = "(?:,?(?:并且?|同时|而且|和|再|也|且)+,?|,)(?:把|将)?"
STOP = r"(?:吧|就行|就好|了)?(?=[ .!。]*\Z)"

_EXCEPTED = pattern(
    rf"\A(?:请|把)?除了?({PART})(?=的?(?:画面|部分|内容)?(?:[以之]?外|,|其他|其余|其它|全|剩下|别的|都))"
    r"(?:以外|之外|外)?的?(?:画面|部分|内容)?,?"
    r"(?:其他|其余|其它|全部|剩下|别的|全片|所有)*(?:的?(?:画面|部分|内容|地方))?(?:都|全|均|再)*"
    rf"({_DONE}(?:{_AND}{_DONE})+){STOP}"
)


def _excepted(match: re.Match[str]) -> str:
    """Each of the actions everywhere but there; what moves the times comes last."""
    found = [one[0] for one in re.finditer(_DONE, match[2])]
    found.sort(key=lambda one: bool(re.search(PACE, one)))
    return "。".join(f"除了{match[1]},其他都{_plain(one)}" for one in found)


def _plain(done: str) -> str:
    done = re.sub(f"(?:降低|调低|减小)音量到({N}%)", r"音量降到\1", done)
    return re.sub(r"\A(?:画面|声音(?!都?[降调减改升提]))?(?:都|全)?", "", done)


_PICTURE = "(?:画面|视频)"
_THING = "(?:画面|视频|标题|字幕|人名条|音乐|配乐|logo|水印|原声)"
_FADES = rf"(?:都|一起|同时|也)*((?:在)?(?:结尾|开头|片尾|片头)?(?:都|各)?(?:淡[入出]){N}秒)"
_TOGETHER = Regex(
    rf"(?:\A|(?<=[,。]))({_THING}(?:[、和与跟及]{_THING})+){_FADES}(?=[,。 .!]|\Z)", re.IGNORECASE
)


def _of_each(match: re.Match[str]) -> str:
    """The fade of the picture, and that of each of the layers."""
    things = re.split("[、和与跟及]", match[1])
    many = len(things) > len("和和") or "," in match.string
    if not many or not re.search(_PICTURE, match[1]):
        return match[0]
    faded = re.sub("都|各", "", match[2])
    return ",".join(f"{one}{faded}" for one in things)


def _begins_there(match: re.Match[str]) -> str:
    """What goes, and where the video begins then: two words for one cut, if they agree."""
    same = number(match[1]) == number(match[2])
    return f"剪掉前{match[1]}秒" if same else f"{UNREADABLE}{match[0]}"


_LAYER = "(?:音乐|配乐|标题|字幕|logo|水印)"
_AS_WELL = rf"({_LAYER})(?:也是|也要|也一样|同样|也这样)(?:的)?{STOP}"
_RULES = Rules[Replacement](
    (
        (
            rf"(?:把)?前({N})秒(?:钟)?(?:都|就)?(?:不要|不用|剪掉|删掉|去掉)了?,(?:直接)?从第?({N})秒(?:处)?"
            rf"(?:开始|起)(?:播放|播|放){STOP}",
            _begins_there,
        ),
        # the same of a layer as of the video
        (rf"\A((?:首尾|开头|结尾|片头|片尾)?(?:各)?淡(?:[入出])?{N}秒),{_AS_WELL}", r"画面\1,\2\1"),
        (rf"\A(?:全程)?(静音|消音),{_AS_WELL}", r"原声\1,\2\1"),
        (
            rf"\A(音量(?:降低?|调低|减小?|提高|升高?)(?:一半|{N}%)|音量[降调升]到{N}%),{_AS_WELL}",
            r"原声\1,\2\1",
        ),
        # more of the part that is played backwards
        (
            rf"\A(?:把)?(?:倒放({PART})|({PART})倒放)((?:(?:,|并)+(?:{SILENT}|{LOOK}))+){STOP}",
            lambda match: f"倒放{match[1] or match[2]}"
            + "".join(
                f",{match[1] or match[2]}{one}" for one in re.split("[,并]", match[3]) if one
            ),
        ),
        # the look of the frame that is held
        (
            rf"\A(?:把)?(?:第)?([0-9]+)秒(?:处)?的?画面定格([0-9]+)秒(?:,|并|且)+({LOOK}){STOP}"
            rf"|\A(?:把)?定格(?:第)?([0-9]+)秒(?:处)?的?画面([0-9]+)秒(?:,|并|且)+({LOOK}){STOP}",
            lambda match: _held(*(match.groups()[:3] if match[1] else match.groups()[3:6])),
        ),
        (
            rf"\A(?:把)?(?:结尾|片尾|最后)(?:一帧)?(?:的)?画面定格({N}秒)(?:,|并|且)+({LOOK}){STOP}",
            r"最后一帧定格\1,然后最后\1\2",
        ),
        # a second point in time
        (
            rf"\A(?:在)?(?:第)?({N}秒)(?:处)?定格(?:一下|一次)?,(?:在|到)?(?:第)?({N}秒)(?:处)?"
            rf"(?:再|也|又)*定格(?:一下|一次)?{STOP}",
            r"\1定格2秒,\2定格2秒",
        ),
        (
            rf"\A(?:在)?(?:第)?({N}秒)(?:处)?([加放来](?:上)?(?:一个|个)?"
            rf"[^,。0-9\ue010-\ue01f]{{1,6}}音效),"
            rf"(?:在|到)?(?:第)?({N}秒)(?:处)?(?:再|也|又)+[加放来](?:上)?(?:一次|一个|个){STOP}",
            r"\1\2。\3\2",
        ),
        # what replaces the sound fades, not the picture
        (
            r"(\A(?:去掉|去除|静音|关掉|删掉)(?:视频的?)?(?:原声|声音),(?:再)?(?:换上|换成|配上?|加上?|用)"
            rf" ?<:file>),(淡[入出]{N}秒)(?:[,和、]?(淡[入出]{N}秒))?{STOP}",
            lambda match: f"{match[1]},音乐{match[2]}" + (f",音乐{match[3]}" if match[3] else ""),
        ),
    )
)  # fmt: skip


def _held(at: str, long: str, look: str) -> str:
    return f"{at}秒定格{long}秒,然后{at}到{int(at) + int(long)}秒{look}"


_VERBS = "加速|加快|放慢|慢放|快放|减速|淡入|淡出|放大|缩小|降低|提高|调低|调高|降低音量|提高音量"
_GIVEN = Regex(
    rf"(?P<verb>{_VERBS})(?P<much>(?:了|到|成|至)?(?:{N}(?:秒|倍速?|%)))"
    rf"|音量(?P<way>[降升])到(?P<level>{N}%)"
)
_ALSO = Regex(rf"(?P<what>[^,，。也]{{0,40}})也(?:要|得)?(?P<verb>{_VERBS})(?=[,，。 .!！]|\Z)")
_NOW = Regex(rf"改[成为到](?P<much>{N}秒)[,，]")


def with_its_amount(text: str, before: str = "") -> str:
    """What is done to something else "也" is done by the amount that was given for the first."""
    also = _ALSO.search(text)
    if also is None:
        return text
    given = [*_GIVEN.finditer(f"{before}\n{text[: also.start()]}")]
    one = given[-1] if given else None
    if one is None:
        return text
    rest = text[also.end() :]
    if one["level"]:
        way = {"降低音量": "降", "提高音量": "升"}.get(also["verb"])
        if way != one["way"]:
            return text
        return f"{text[: also.start()]}{also['what']}音量{way}到{one['level']}{rest}"
    faded = also["verb"][0] == "淡" == one["verb"][0]
    if one["verb"] != also["verb"]:
        return text
    now = _NOW.search(text[: also.start()])
    much = now["much"] if now and faded else one["much"]
    return f"{text[: also.end()]}{much}{rest}"


_NAMED = pattern(r"(人名条|字幕)[^,。]{0,30}<text>")
_ANOTHER = pattern(
    rf"(?<=[,。])((?:在)?(?:第)?(?:{PART}|{N}秒)(?:处)?(?:再|也)?"
    r"(?:放|写|加|来|显示|打)(?:上)?(?:一个|个|一条)?)"
    r"(?=,?(?:写)? ?<:text>[ .!。]*\Z)"
)
_OTHERS = Regex("标题|文字|水印|logo|旁白|配音", re.IGNORECASE)


def _named_again(text: str) -> str:
    """A second name is shown as the first is: "前3秒人名条“甲”，后3秒放“乙”"."""
    found = _NAMED.search(text)
    nouns = {*re.findall("人名条|字幕", text)}
    if found is None or len(nouns) != 1 or _OTHERS.search(text):
        return text
    return _ANOTHER.sub(lambda match: f"{match[1]}{found[1]}", text)


_UNDER = pattern(
    r"(人名条)(?:(?:的)?副标题(?:加上?|写上?|放上?|设为|设成|为|是)|(?:再)?加上?(?:一?个)?副标题)"
    r"(?= ?<:text>)"
)


def said_in_full(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A Chinese message in which texts and files are marked, with each order in full."""
    if not HAN.search(text):
        return text
    text = _EXCEPTED.sub(_excepted, text)
    text = _TOGETHER.sub(_of_each, text)
    text = _named_again(with_its_amount(_RULES.apply(text, plainly)))
    if any(one.role == "lower-third" for one in shown):
        text = _UNDER.sub(r"\1副标题改成", text)
    return text
