"""Chinese clauses that are orders of their own: of the whole video, of a part of it, or that put something
in, of which the clauses behind may go on: "加爵士乐，音量30%"."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import Values, index, pattern
from mock_server.agent.wording.chinese.clause_looks import strength
from mock_server.agent.wording.chinese.clause_subjects import SHOWN, Subject, Talk
from mock_server.agent.wording.chinese.clause_words import (
    COLOR,
    LEVEL,
    LOOK,
    PLACE,
    STYLE,
    percent,
    place,
)
from mock_server.agent.wording.chinese.free_looks import LOOKS_FREE
from mock_server.agent.wording.chinese.free_more import MORE_FREE, OF_VIDEO
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC, N

_EDGE = rf"(?:最?前面?|开头|最?后面?|最后|结尾|末尾)的?(?:{LONG})"
_SHARE = "(?:最?前面?|开头|最?后面?|最后|结尾)的?(?:一半|[三四五]分之[一二三四])"
_CUT = "(?:剪掉|删掉|去掉|剪去|删去|砍掉|裁掉|掐掉|剪|删|不要)"
_WHEN = (
    rf"(?:(?:在)?(?P<range>{RANGE})(?:在)?|(?P<whole>全程|一直)|从?(?P<from>{SEC})(?:起|开始)(?:到结尾)?"
    rf"|前(?P<first>{LONG}))?"
)
_WHERE = rf"(?:在)?(?:画面)?(?P<place>{PLACE})?"
_PUT = "(?:一直)?(?:放|加|显示|写|打|贴|添加|出现)(?:上|个|一个|一条)?"
_NOISE = "(?:噪音|杂音|底噪|噪声|背景噪音)"
_VIDEO = "(?:视频|画面|全片|整段|整体|整个视频|声音|原声)?(?:都|要)?"

Free = Callable[[Match[str], Talk], str | None]


def _as(words: str) -> Free:
    return lambda match, _: match.expand(words)


def _when(match: Match[str], talk: Talk) -> str | None:
    """When what is put in is there, as it is said before an order; none where that is not told."""
    told = match.groupdict()
    if told.get("range"):
        talk.range = told["range"].removeprefix("从")
        return talk.range
    if told.get("from"):
        return f"{told['from']}到结尾"
    if told.get("first"):
        return f"0到{told['first']}"
    return "" if told.get("whole") else talk.range


def _title(match: Match[str], talk: Talk) -> str | None:
    """ "0到3秒顶部加红色标题“甲”"."""
    told = match.groupdict()
    when = told["from"] or _when(match, talk)
    noun = {"字": "标题", None: "标题"}.get(told["noun"], told["noun"])
    role = {"标题": "title", "字幕": "caption"}[noun]
    if not when or (role == "caption" and told["place"]):
        return None
    looks = [
        told["color"],
        "粗体" if told["bold"] else "",
        f"{told['size']}一点" if told["size"] else "",
    ]
    if told["place"]:
        looks.append(f"放{place(told['place'])}")
    talk.about = (Subject(role, f"{noun}{match['text'].strip()}"),)
    talk.told += talk.about
    return ",".join([f"{when}加{noun}{match['text']}", *(one for one in looks if one)])


def _name(match: Match[str], talk: Talk) -> str | None:
    when = _when(match, talk)
    if not when or "lower-third" in talk.there.roles:
        return None
    talk.about = (Subject("lower-third", "人名条"),)
    talk.told += talk.about
    name = f"“{match['name']}”"
    return f"{when}加人名条{match['text'] or name}"


def _picture(match: Match[str], talk: Talk) -> str | None:
    """ "从10秒起左上角一直显示logo.png"."""
    if talk.count("overlay") or _is_heard(match["file"], talk.values):
        return None
    video = _is_video(match["file"], talk.values)
    pip = bool(match.groupdict().get("pip"))
    if video and not pip:
        return None
    when = _when(match, talk)
    talk.about = (Subject("overlay", "画中画" if video else "logo"),)
    talk.told += talk.about
    at = place(match["place"]) if match["place"] else ""
    if video:
        return f"{match['file']}画中画放{at or '右下角'},{when}" if at and when else None
    return f"{when}{at}放{match['file']}"


def _is_video(file: str, values: Values) -> bool:
    marked = pattern("<file>").match(file)
    return marked is not None and str(values.items[index(marked[1])]).lower().endswith(
        (".mp4", ".mov", ".webm", ".mkv")
    )


def _is_heard(file: str, values: Values) -> bool:
    marked = pattern("<file>").match(file)
    return marked is not None and str(values.items[index(marked[1])]).lower().endswith(
        (".mp3", ".wav", ".m4a", ".aac", ".ogg", ".flac")
    )


def _music(match: Match[str], talk: Talk) -> str | None:
    """ "10到50秒放爵士乐", "配上“calm”音量25%"."""
    if "music" in talk.there.roles:
        return None
    style = match["style"].strip()
    if pattern("<:file>").match(style) and not _is_heard(style, talk.values):
        return None
    if style.isascii() and style.lower() not in (
        "jazz",
        "piano",
        "upbeat",
        "calm",
        "lo-fi",
        "lofi",
        "rock",
    ):
        return None
    style = {"爵士": "爵士乐", "钢琴": "钢琴曲", "摇滚": "摇滚乐"}.get(style, style)
    when = match["range"] or ""
    when = when.removeprefix("从")
    talk.about = (Subject("music", "", len(talk.orders)),)
    talk.told += talk.about
    level = f",音量{percent(match['level'])}" if match["level"] else ""
    if pattern("<:file>").match(style):
        return f"{when}加{style}当背景音乐{level}"
    return f"{when}加{style}{'' if style[-1] in '乐曲' else '音乐'}{level}"


def _clip_put_in(match: Match[str], talk: Talk) -> str | None:
    if not _is_video(match["file"], talk.values) or len(talk.there.clips) != 1:
        return None
    told = match.groupdict()
    talk.about = (Subject("clip", match["file"]),)
    if told.get("at"):
        talk.told += talk.about
        return f"在{told['at']}插入{match['file']}"
    front = bool(told.get("front"))
    talk.about = (Subject("clip", "第一段" if front else "第二段"),)
    talk.told += talk.about
    if told.get("first"):
        where = "在0秒插入" if front else ""
        return (
            f"{where}{match['file']},持续{told['first']}"
            if front
            else f"{match['file']}的前{told['first']}放到结尾"
        )
    return f"{match['file']}排到开头" if front else f"把{match['file']}接到结尾"


def _split(match: Match[str], talk: Talk) -> str | None:
    """ "在20秒和40秒处切开": three pieces, of one."""
    if len(talk.there.clips) != 1:
        return None
    for _ in range(2 if match["two"] else 1):
        talk.told.append(Subject("clip", ""))
    talk.about = ()
    return f"在{match['one']}和{match['two']}切开" if match["two"] else f"在{match['one']}切开"


def _rest(match: Match[str], talk: Talk) -> str | None:
    """ "前20秒暖色，剩下的冷色"."""
    deed = match["deed"]
    if not talk.orders:
        return None
    last = talk.orders[-1]
    if last.startswith(("剪掉", "只保留")):
        if "倍" in deed:
            return f"视频加速到{deed.removesuffix('速')}" if "0." not in deed else f"视频{deed}"
        return f"视频{deed}" if "音" in deed else deed if "调成" in deed else f"调成{deed}"
    found = re.match(rf"最?(?:前|开头)的?(?P<long>{LONG})(?!.*剪)", last)
    if not found:
        return None
    whole = any(word in deed for word in ("音", "调成", "倍"))
    return f"{found['long']}到结尾{deed if whole else f'调成{deed}'}"


def _in_the_part(match: Match[str], talk: Talk) -> str | None:
    """ "10到25秒放画中画，这期间主视频静音"."""
    return f"{talk.range}视频静音" if talk.range else None


_EDGES = Regex("开头|结尾|末尾|片头|片尾")


def _fade_of_video(match: Match[str], talk: Talk) -> str | None:
    """A fade of the picture, where nothing else may fade."""
    told = match.groupdict()
    elsewhere = talk.count("music") or len(talk.there.clips) > 1
    of_clip = any(one.role == "clip" for one in talk.about) and not _EDGES.search(match[0])
    if told["said"] is None and (
        elsewhere or of_clip or any(one.role in SHOWN for one in talk.about)
    ):
        return None
    long = told["d"] or told["e"]
    return f"画面淡{told['w']}{long}" if long and not (told["d"] and told["e"]) else None


def _fade_of_music(match: Match[str], talk: Talk) -> str | None:
    if talk.count("music") != 1:
        return None
    told = [one for one in talk.told if one.role == "music"]
    if told:
        talk.orders[told[0].told] += f",淡{match['w']}{match['d']}"
        return ""
    return f"音乐淡{match['w']}{match['d']}"


def _stronger(match: Match[str], talk: Talk) -> str | None:
    if any(one.role not in ("look", "video") for one in talk.about):
        return None
    level = {"减半": "50%", "一半": "50%"}.get(match["level"]) or percent(match["level"])
    return strength(level, talk)


def _looks(match: Match[str], talk: Talk) -> str | None:
    look = {"怀旧": "复古", "褐色": "棕褐色"}.get(match["look"], match["look"])
    talk.look = look
    return f"调成{look}"


_DEED = (
    rf"(?:(?:都|全|要)?(?:变成|调成|改成|用|做成)?(?P<deed>静音|调成{LOOK}|{LOOK}|(?:{N})倍速))"
    "(?:调|的)?"
)
_SIZED = "(?:(?P<size>大|小)一?点的)?"
_TABLE: tuple[tuple[str, Free], ...] = (
    # --- the whole video
    (
        rf"{_VIDEO}(?:做|加)?(?:一下)?(?:降噪|去{_NOISE}|(?:去掉|去除|消除|消掉|减少){_NOISE})(?:处理"
        rf"|一下)?",
        _as("降噪"),
    ),
    (rf"{_VIDEO}(?:做|加)?(?:一下)?防抖(?:处理)?|稳定(?:一下)?画面", _as("防抖")),
    (
        r"统一(?:一下)?(?:原声|声音|视频)?的?响度|(?:原声|声音|视频)?的?响度统一(?:一下)?"
        r"|(?:做)?响度标准化",
        _as("统一原声响度"),
    ),
    (
        rf"(?:(?:全片|整个视频|整段|整体|画面|视频)(?:都|全)*)?(?:要|还是)?(?:加|调|变|改|做|用|换"
        rf"|弄)(?:上|成|为|一个|个)?(?:怀旧|复古)?的?(?P<look>{LOOK}|褐色)(?:调|滤镜|风格?|效果|色调"
        rf"|画面|的)*",
        _looks,
    ),
    (r"(?:自动加(?:上)?|加(?:上)?自动|(?:生成|配上?)自动|只要自动)字幕", _as("加自动字幕")),
    (r"(?:顺|逆)时针(?:旋转|转)(?P<n>90|180|270|九十|一百八十)度", lambda match, _: match[0]),
    (r"(?:恢复|还原|变回)(?:成)?(?:原来的?)?(?:颜色|原色|色彩)", _as("恢复原来的颜色")),
    (r"恢复原声|取消静音", lambda match, _: match[0]),
    (rf"(?:的)?强度(?:改|调|降|设)?(?:成|到|为)?(?P<level>减半|一半|{LEVEL})", _stronger),
    (rf"(?:要|改)?(?:成|为)?(?P<n>{N})倍速", _as(r"改成\g<n>倍速")),
    # --- a part of it
    (rf"{_CUT}(?P<part>{_EDGE}|{RANGE}|{_SHARE})", _as(r"剪掉\g<part>")),
    (rf"(?P<part>{_EDGE}|{RANGE}|{_SHARE})(?:都|全)?{_CUT}", _as(r"剪掉\g<part>")),
    (rf"只(?:要|留|保留|留下)(?P<part>{_EDGE}|{RANGE}|{_SHARE})", _as(r"只保留\g<part>")),
    (
        rf"(?P<part>{RANGE}|{_EDGE})(?:这段|那段|的部分)?(?:改成|改为|变成|调成|用)?(?P<n>{N})倍速?",
        _as(r"\g<part>\g<n>倍速"),
    ),
    (
        rf"(?P<part>{RANGE}|{_EDGE})(?:这段|那段|的部分)?(?:主视频|视频|的?声音)?(?:静音|消音)",
        _as(r"\g<part>静音"),
    ),
    (
        rf"(?P<part>{RANGE}|{_EDGE})(?:这段|那段|的部分)?(?:改成|变成|调成|用)?(?P<look>{LOOK})(?:调"
        rf"|滤镜)?",
        _as(r"\g<part>调成\g<look>"),
    ),
    (
        rf"从?(?P<at>{SEC})(?:开始|起|以后|之后)(?:都)?(?:改成|变成|调成)?(?P<deed>(?:{N})倍速|静音)",
        _as(r"\g<at>到结尾\g<deed>"),
    ),
    (rf"(?:剩下|其余|余下|后面)的?(?:部分)?{_DEED}", _rest),
    (
        r"(?:这|那)(?:期间|段时间)(?:里|内)?(?:主?视频|原声|主视频的?声音)(?:静音|关掉)",
        _in_the_part,
    ),
    (
        rf"(?:在)?(?P<one>{SEC})(?:(?:和|、)(?:在)?(?P<two>{SEC}))?(?:处|的地方)?(?:各)?(?:切开|分割"
        rf"|切一刀)",
        _split,
    ),
    # --- fades
    (
        rf"(?P<said>画面|视频)?(?:的)?(?:最?(?:开头|前面)|片头)?(?:用"
        rf"|加)?(?P<d>{LONG})?的?淡(?P<w>入)(?:改成|改为)?(?P<e>{LONG})?",
        _fade_of_video,
    ),
    (
        rf"(?:最?(?:结尾|末尾|后面|后)|片尾)?(?P<said>画面|视频)(?:最后|结尾)?(?:用"
        rf"|加)?(?P<d>{LONG})?的?(?:慢慢)?淡(?P<w>出)(?:到黑)?(?:改成|改为)?(?P<e>{LONG})?",
        _fade_of_video,
    ),
    (
        rf"(?:最?(?:结尾|末尾|后面|后)|片尾)?(?P<said>画面|视频)?(?:用"
        rf"|加)?(?P<d>{LONG})?的?(?:慢慢)?淡(?P<w>出)(?:到黑)?(?:改成|改为)?(?P<e>{LONG})?",
        _fade_of_video,
    ),
    (rf"(?:最后|结尾|开头)?(?P<d>{LONG})(?:慢慢)?淡(?P<w>[入出])(?:背景)?音乐", _fade_of_music),
)

_PUT_IN: tuple[tuple[str, Free], ...] = (
    (
        rf"{_WHEN}{_WHERE}(?:里)?{_PUT}{_SIZED}(?P<color>{COLOR})?(?:的)?(?P<bold>粗体"
        rf"|加粗)?(?:的)?(?P<noun>标题|字幕|字)?(?P<text><:text>) ?",
        _title,
    ),
    (
        rf"(?:在)?(?:它)?(?:原来的?)?(?P<place>{PLACE}){_WHEN}{_PUT}{_SIZED}(?P<color>{COLOR})?(?:的)?(?P<bold>粗体"
        rf"|加粗)?(?:的)?(?P<noun>标题|字)?(?P<text><:text>) ?",
        _title,
    ),
    (rf"{_WHEN}{_PUT}人名条(?:(?P<text><:text>)|:(?P<name>[\u4e00-\u9fff]{{2,4}})) ?", _name),
    (rf"{_WHEN}{_WHERE}{_PUT}(?P<file><:file>|logo) ?", _picture),
    (
        rf"{_WHEN}(?P<file><:file>|logo) ?(?:放|加|贴|显示)(?:在|到)(?:画面)?(?P<place>{PLACE})",
        _picture,
    ),
    (rf"(?P<file><:file>|logo) ?(?:放|加|贴|显示)(?:在|到)?(?:画面)?(?P<place>{PLACE})", _picture),
    (
        rf"{_WHEN}(?:把)?(?:我)?(?:上传的)?(?P<file><:file>|logo) ?(?:放|加)(?:上去|上来|上)(?P<place>\Z)?",
        _picture,
    ),
    (
        rf"{_WHEN}{_WHERE}(?:用)?(?P<pip>画中画)(?:的?方式|的?形式)?(?:放|显示|播放|加)(?P<file><:file>) ?",
        _picture,
    ),
    (
        rf"(?:只)?(?:在)?(?P<range>{RANGE}|[前后]半段)?(?:背景)?(?:用|铺|配|加|放|来|铺上|垫)(?:上|点|一段"
        rf"|一首)?(?:舒缓|轻快|欢快|轻松|柔和|动感|好听"
        rf"|安静)?的?(?:背景)?(?:音乐)?(?P<style>{STYLE})(?:音乐|铺底|代替|当背景音乐|做背景音乐"
        rf"|作为背景音乐|当配乐)?(?:,?音量(?:调到|为)?(?P<level>{LEVEL}))?",
        _music,
    ),
    (
        rf"(?:在)?(?P<at>{SEC})(?:处|的地方|的位置)?(?:把)?(?:插入|插播"
        rf"|加入)?(?P<file><:file>)(?:插进去|插进来|加进去)?",
        _clip_put_in,
    ),
    (
        r"(?:在)?(?:视频)?(?:(?P<front>最前面|最开头|开头|片头)|最后面?|结尾|片尾|末尾)(?:放|接|加"
        r"|接上|加上|放上)(?P<file><:file>)",
        _clip_put_in,
    ),
    (
        rf"只?(?:取|用|把)?(?P<file><:file>)的(?:最?前面?|开头)的?(?P<first>{LONG})(?:放|接|加)(?:在"
        rf"|到)(?:视频)?(?:(?P<front>最前面|最开头|开头|片头)|最后面?|结尾|片尾|末尾)(?:当片头|当片尾)?",
        _clip_put_in,
    ),
)


def free_order(clause: str, talk: Talk, *, only_put_in: bool = False) -> str | None:
    """The order that a clause is by itself; none where it is not one that is known."""
    more = () if only_put_in else (*OF_VIDEO, *LOOKS_FREE)
    for source, order in (*(() if only_put_in else _TABLE), *_PUT_IN, *MORE_FREE, *more):
        if (match := pattern(rf"(?:{source})\Z").match(clause)) is None:
            continue
        if (said := order(match, talk)) is not None:
            return said
    return None
