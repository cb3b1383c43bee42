"""Chinese orders that change what is there, and that sound as if more of it were to be put there, in the
words that are read: "音乐加闪避", "字幕写成“您好”，时间不变", "logo放大三成，放右下角"."""

import re
from collections.abc import Callable
from functools import partial

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, pattern
from mock_server.agent.wording.chinese.plain_words import ASK, LONG, SEC, STOP
from mock_server.agent.wording.named_by_draft import There

Turn = Callable[[re.Match[str], There], str]

_BY = "(?:百分之[一二两三四五六七八九十百0-9]+|[0-9]+ ?%|[一二两三四五六七八九]成)"
_LOGO = "(?:logo|水印|贴图)"
_MUSIC = "(?:背景音乐|音乐|配乐|bgm)"
_PLACE = "(?:画面)?(?:的)?(?P<place>[左右][上下]角?)"
_OF_A_LOGO = tuple(
    (Regex(rf"{source}{STOP}", re.IGNORECASE), said)
    for source, said in (
        (rf"(?P<way>放大|缩小)了?(?P<by>{_BY})", "{logo}{way}{by}"),
        (rf"(?:再|并|然后)?(?:[挪移换放搬摆][到在至去]?|移动到){_PLACE}", "{logo}挪到{place}"),
        (rf"从(?P<from>{SEC})开始(?:显示|出现)?", "{logo}从{from}开始显示"),
        (rf"只(?:显示|出现|留|放)(?P<first>前{LONG})", "{logo}只显示{first}"),
        (rf"从?(?P<start>{SEC})[到至](?P<end>{SEC})(?:显示|出现)?", "{logo}{start}到{end}显示"),
    )
)  # fmt: skip
_ANOTHER_STAYS = Regex("(?:标题|字幕|音乐|其他的?|其它的?|别的)(?:都|就)?(?:不动|不变|别动)[ 。!]*")
_CLAUSE = Regex(" ?, ?")


def _of_a_logo(match: re.Match[str], there: There) -> str:
    """ "logo放大三成，放右下角": each in a sentence of its own: the share is one of what it is now."""
    said = []
    for clause in _CLAUSE.split(match["rest"].strip()):
        found = next(
            ((told, words) for one, words in _OF_A_LOGO if (told := one.fullmatch(clause))), None
        )
        if found:
            place = (found[0].groupdict().get("place") or "").removesuffix("角") + "角"
            parts = {**found[0].groupdict(), "logo": match["logo"], "place": place}
            said.append(found[1].format(**parts))
        elif not _ANOTHER_STAYS.fullmatch(clause):
            return ""
    return "。".join(said) if len(said) > 1 and there.roles.count("overlay") == 1 else ""


_ROLES = {"标题": "title", "字幕": "caption"}


def _other_words(match: re.Match[str], there: There) -> str:
    """ "字幕写成“您好”，还是那个时间", of the one there is."""
    if there.roles.count(_ROLES[match["role"]]) != 1:
        return ""
    return f"{match['role']}改成{match['text']}{match['more'] or ''}"


def _named_by_its_text(match: re.Match[str], there: There) -> str:
    """ "片名改成黄色，加个淡入", where the title says "片名"."""
    found = [role for role, text in zip(there.roles, there.texts, strict=True) if text == match[1]]
    names = {role: name for name, role in _ROLES.items()}
    if len(found) != 1 or found[0] not in names or there.roles.count(found[0]) != 1:
        return ""
    return f"{names[found[0]]}{match[2]}"


def _of_the_music(words: str, match: re.Match[str], there: There) -> str:
    return match.expand(words) if there.roles.count("music") == 1 else ""


def _between(match: re.Match[str], there: There) -> str:
    """ "第一段和最后一段之间那段静音", of three."""
    return f"第二段{match[1]}" if len(there.clips) == 3 else ""


def _sound_too(match: re.Match[str], _: There) -> str:
    """ "第一段的声音降到两成，第二段的升到一倍半"."""
    return f"{match[1]}的声音{match[2]}的声音{match[3]}"


_DIGITS = {one: at for at, one in enumerate("零一二三四五六七八九十")} | {"两": 2}


def _at_a_share(match: re.Match[str], _: There) -> str:
    """ "45秒到50秒慢放，四分之一的速度"."""
    pace = _DIGITS[match["n"]] / _DIGITS[match["of"]]
    return f"{match[1]}{pace:.4g}倍速" if 0.1 <= pace < 1 else ""


def _of_both(match: re.Match[str], there: There) -> str:
    """ "再大一点" behind "标题和字幕都放大"."""
    last = _BOTH.match(there.last)
    if last is None:
        return ""
    said = match["said"].replace("还是", "改成").replace("换成", "改成")
    return f"{last[1]}{said}。{last[2]}{said}"


_THING = f"(?:标题|字幕|{_MUSIC}|原声|{_LOGO}|人名条)"
_BOTH = Regex(rf"{ASK}({_THING})[和跟与]({_THING})(?:都|一起|全)", re.IGNORECASE)


def _so_far(match: re.Match[str], there: There) -> str:
    """ "五秒吧" behind "标题往后挪三秒"."""
    return f"改成{match['far']}" if _SHIFTED.search(there.last) else ""


_SHIFTED = Regex(rf"[往向][前后][挪移推]{LONG}{STOP}")
_PART = "第[一二三四五六]段"
_TURNS: tuple[tuple[str, Turn], ...] = (
    (rf"\A{ASK}(?P<logo>{_LOGO})(?P<rest>[^,]*{_BY}.*,.*|[^,]*,.*{_BY}.*)\Z", _of_a_logo),
    (
        r"\A(?:把)?(?P<role>标题|字幕)(?:要|得)?写(?:成|作|为|上)? ?(?P<text><:text>)"
        r"(?: ?,(?:还是(?:那个|原来的?)(?:时间|位置)|(?:时间|位置)(?:不变|不动|照旧)|不是 ?<:text>)"
        r"|(?P<more> ?,.+))?[ 。!]*\Z",
        _other_words,
    ),
    (r"\A([\u4e00-\u9fff]{2,8}?)((?:改|换|变)成[^,]{1,3}色.*|放.+)\Z", _named_by_its_text),
    (
        rf"\A(?:给)?({_MUSIC})(?:要|再)?加(?:上|一?个)?(?:自动|人声)*(?:闪避|压低|避让)"
        r"(?:效果)?((?: ?,.+)?)\Z",
        partial(_of_the_music, r"给\1打开闪避\2"),
    ),
    (
        rf"\A(?:给)?({_MUSIC})(?:要|再)?加({_BY})(?:的?音量)?((?: ?,.+)?)[ 。!]*\Z",
        partial(_of_the_music, r"\1音量提高\2\3"),
    ),
    (r"\A第一段[和跟与](?:最后一段|第三段)(?:之间|中间)的?那?一?段(.+)\Z", _between),
    (
        rf"\A({_PART})的?(?:声音|音量)(.*,{_PART})的?((?:升|降|提|调[高低大小]?)[到成至].+)\Z",
        _sound_too,
    ),
    (
        rf"\A(.*慢[放速动作]*,?)(?:用)?(?P<of>[二三四五六七八九十])分之(?P<n>[一二两三四五六七八九])的?(?:播放)?速度?{STOP}",
        _at_a_share,
    ),
    (
        r"\A(.*裁.*),(?:[上下左右]边?[和跟与、]?)+(?:都|就)?不(?:要|用)?[裁剪动]" + STOP,
        lambda match, _: match[1],
    ),
    (
        r"\A(?:[它他]们)?(?:也|都)*(?P<said>再(?:往[前后][挪移])?[^,标字音原]{1,8}|(?:还是|改成"
        r"|换成)[^,标字音原]{1,5}色)"
        rf"{STOP}",
        _of_both,
    ),
    (rf"\A(?:还是|那就)?(?P<far>{LONG}){STOP}", _so_far),
)  # fmt: skip
_READ = tuple((pattern(source), turn) for source, turn in _TURNS)


def changed_there(text: str, _: Values, there: There) -> str:
    """A Chinese message, as a change of what the draft has; itself where it is none of these."""
    for source, turn in _READ:
        if (match := source.match(text)) and (said := turn(match, there)):
            return said
    return text
