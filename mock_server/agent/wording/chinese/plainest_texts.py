"""Chinese messages about what is written and shown that are said plainly as a whole: "人名条写“王芳”，2秒到
7秒", "除了标题，我加的东西都去掉"."""

from re import Match

from mock_server.agent.wording.chinese.clause_words import COLOR
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE
from mock_server.agent.wording.chinese.whole_messages import Said, whole
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_KINDS = {
    "标题": "title",
    "字幕": "caption",
    "logo": "overlay",
    "标志": "overlay",
    "音乐": "music",
    "人名条": "lower-third",
}


def _all_but_one(there: There, match: Match[str]) -> str:
    """ "除了标题，我加的东西都去掉": what there is is told one by one."""
    kept = _KINDS[match["kept"]]
    others = dict.fromkeys(one for one in there.roles if one != kept)
    if not others or kept not in there.roles or not {*others} <= NAMES_ZH.keys():
        return match[0]
    if any([*there.roles].count(one) > 1 for one in others):
        return match[0]
    return "。".join(f"删掉{NAMES_ZH[one]}" for one in others)


def _all_titles(there: There, match: Match[str]) -> str:
    return f"删掉所有{match[1]}" if [*there.roles].count(_KINDS[match[1]]) > 1 else match[0]


def _name(there: There, match: Match[str]) -> str:
    if "lower-third" in there.roles:
        return match[0]
    return f"{match['range'].removeprefix('从')}加人名条“{match['name']}”，副标题“{match['job']}”"


def _name_marked(there: There, match: Match[str]) -> str:
    if "lower-third" in there.roles:
        return match[0]
    told = match.groupdict()
    first = f"{match['range'].removeprefix('从')}加人名条{match['name']}，副标题{match['job']}"
    if not told.get("other"):
        return first
    return f"{first}。{told['then']}加人名条{told['other']}，副标题{told['title']}"


def _captions(_: There, match: Match[str]) -> str:
    """ "字幕要自己写：13到16秒“小心台阶”，29到32秒“请往右走”"."""
    first = f"{match['a']}加字幕{match['t'].strip()}"
    return f"{first}。{match['b']}加字幕{match['u'].strip()}" if match["b"] else first


def _right_name(there: There, match: Match[str]) -> str:
    one = [*there.roles].count("lower-third") == 1
    return f"人名条改成“{match['name']}”" if one else match[0]


def _right_job(there: There, match: Match[str]) -> str:
    one = [*there.roles].count("lower-third") == 1 and match["was"] not in there.texts
    behind = f"。人名条延长{match['d']}" if match["d"] else ""
    return f"“{match['was']}”改成“{match['job']}”{behind}" if one else match[0]


def _others_in_color(there: There, match: Match[str]) -> str:
    """ "除了“乙”用橙色，其他标题都用白色"."""
    return (
        f"所有标题改成{match['c']}。{match['t'].strip()}改成{match['one']}"
        if (len(there.roles) == [*there.roles].count("title"))
        else match[0]
    )


TEXTS: tuple[tuple[str, Said], ...] = (
    # --- what is written
    whole(
        rf"(?:在)?(?:左下角)?(?:来|加|放)(?:一个|个)?人名条,(?P<range>{RANGE}),姓名(?:写"
        rf"|是)?(?P<name>[\u4e00-\u9fff]{{2,4}}),"
        r"(?:身份|职位|头衔|副标题)(?:写|是)?(?P<job>[\u4e00-\u9fff]{2,6})",
        _name,
    ),
    whole(
        rf"人名条(?:写)?(?P<name><:text>) ?,(?:小字|副标题|职位|头衔|身份)(?:写"
        rf"|是)?(?P<job><:text>) ?,(?P<range>{RANGE})",
        _name_marked,
    ),
    whole(
        rf"人名条:(?P<range>{RANGE})(?P<name><:text>) ?,(?:职位|头衔"
        rf"|副标题)(?P<job><:text>) ?[;,](?P<then>{RANGE})"
        r"(?P<other><:text>) ?,(?:职位|头衔|副标题)(?P<title><:text>) ?",
        _name_marked,
    ),
    whole(
        rf"字幕(?:要|我)?自己写:(?P<a>{RANGE})(?P<t><:text>) ?(?:,(?P<b>{RANGE})(?P<u><:text>)"
        rf" ?)?(?:,用字幕,别用标题)?",
        _captions,
    ),
    whole(r"不要(?:叠化|转场|溶解|闪黑|擦除)了?,(?:就)?直接(?:硬)?切", "去掉转场"),
    whole(
        r"名字(?:写|打|弄|拼)?错了,(?:应该)?是(?P<name><:text>) ?",
        lambda there, match: (
            f"人名条改成{match['name']}" if [*there.roles].count("lower-third") == 1 else match[0]
        ),
    ),
    whole(
        r"名字(?:少了个字|写错了|打错了|错了),(?:应该)?是(?P<name>[\u4e00-\u9fff]{2,4}?)",
        _right_name,
    ),
    whole(
        r"(?:他|她)(?:的职[位务])?不是(?P<was>[^,。]{1,10}),(?:而)?是(?P<job>[A-Za-z]{2,10}"
        r"|[\u4e00-\u9fff]{2,6}?)"
        rf"(?:,(?:顺便|再|并)?(?:多显示|延长|多留)(?P<d>{LONG}))?",
        _right_job,
    ),
    whole(
        rf"除了(?P<t><:text>) ?用(?P<one>{COLOR}),(?:其他|其余|别的)的?标题(?:都)?用(?P<c>{COLOR})",
        _others_in_color,
    ),
    whole(r"(标题|字幕)一个(?:都|也)(?:别|不要|不)留", _all_titles),
    whole(
        r"除了?(?P<kept>标题|字幕|logo|标志|音乐)(?:以外|之外)?,(?:我|后来|别的)?(?:后来)?(?:加|添加"
        r"|叠加)?的?(?:东西|内容|叠加)?"
        r"(?:都|全)*(?:去掉|删掉|不要|删了)",
        _all_but_one,
    ),
)
