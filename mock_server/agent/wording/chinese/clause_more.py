"""More of what a Chinese clause says of something: "只保留前8秒" of a clip, "音量三成" of a sound."""

from re import Match

from mock_server.agent.values.files import is_sound
from mock_server.agent.values.placeholders import index, pattern
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_times import lasting, seconds, span_of
from mock_server.agent.wording.chinese.clause_words import (
    CLIPS,
    COLOR,
    GONE,
    LEVEL,
    TEXTS,
    Order,
    percent,
)
from mock_server.agent.wording.chinese.plain_words import LONG, SEC, N
from mock_server.agent.wording.chinese.sound_names import SOUNDS

_MOVED = (*TEXTS, "overlay", "sound", "effect")


def _said(words: str) -> Order:
    return lambda one, match, _: match.expand(words.replace("{S}", one.name))


def _starts_otherwise(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "早3秒开始而末尾固定"."""
    was = span_of(one, talk)
    if was is None:
        return None
    if match["at"]:
        return _between(one, seconds(match["at"]), was[1], talk)
    by = seconds(match["d"]) * (-1 if match["way"] in ("早", "提前") else 1)
    return _between(one, was[0] + by, was[1], talk) if was[0] + by >= 0 else None


def _ends_sooner(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "提前一秒结束"."""
    was = span_of(one, talk)
    if was is None:
        return None
    by = seconds(match["d"]) * (-1 if match["way"] in ("早", "提前") else 1)
    return _between(one, was[0], was[1] + by, talk)


def _between(one: Subject, start: float, end: float, talk: Talk) -> str | None:
    if one.role == "effect":
        whole = 0 <= start < end <= talk.there.seconds
        return f"{one.name}移到{start:g}到{end:g}秒" if whole else None
    return lasting(one, start, end, talk)


def _at_first(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "前十秒不要显示"."""
    was = span_of(one, talk)
    if was is None or was[0] != 0:
        return None
    return _between(one, seconds(match["d"]), was[1], talk)


def _effect_from_to(one: Subject, match: Match[str], talk: Talk) -> str | None:
    return _between(one, seconds(match["start"]), seconds(match["end"]), talk)


def _effect_for_the_first(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return _between(one, 0, seconds(match["d"]), talk) if was and was[0] == 0 else None


def _effect_until(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return _between(one, was[0], seconds(match["at"]), talk) if was else None


def _effect_moved(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was, at = span_of(one, talk), seconds(match["at"])
    return _between(one, at, at + was[1] - was[0], talk) if was else None


def _as_long(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return "" if was and was[1] - was[0] == seconds(match["d"]) else None


def _speech_moved(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    start, end = seconds(match["start"]), seconds(match["end"])
    return f"{one.name}移到{start:g}秒" if was and end - start == was[1] - was[0] else None


def _music_first(one: Subject, match: Match[str], talk: Talk) -> str | None:
    was = span_of(one, talk)
    return lasting(one, 0, seconds(match["d"]), talk) if was and was[0] == 0 else None


def _all_along(one: Subject, _: Match[str], talk: Talk) -> str | None:
    """ "全程都在", of what the message puts in, which is there all along where nothing else is told."""
    return "" if one in talk.told and not talk.range else None


def _text_until_the_end(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "从第1秒一直挂到片尾", where that is when it begins, or is to begin."""
    was = span_of(one, talk)
    at = seconds(match["at"])
    return _between(one, at, talk.there.seconds, talk) if was else None


def _other_sound(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "叮换成鼓声": the other one where it was."""
    was = span_of(one, talk)
    if was is None:
        return None
    return f"删掉{one.name}。在{was[0]:g}秒加音效“{match['name']}”"


def _also_in_color(one: Subject, match: Match[str], _: Talk) -> str | None:
    """ "改成黄字黑底"."""
    return f"{one.name}改成{match['c']}色。{one.name}加{match['b']}色背景"


def _song(one: Subject, match: Match[str], talk: Talk) -> str | None:
    marked = pattern("<file>").match(match["file"])
    heard = marked is not None and is_sound(str(talk.values.items[index(marked[1])]))
    return f"{one.name}换成{match['file']}" if heard else None


def _job(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}职位改成{match['t'].strip()}"


def _name(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}改成{match['t'] or '“' + match['n'] + '”'}"


def _other_length(one: Subject, match: Match[str], _: Talk) -> str | None:
    where = "前" if match["where"][0] in "前开最" and "后" not in match["where"] else "最后"
    return f"{one.name}只保留{where}{match['d']}"


def _level(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}音量{percent(match['level'])}"


_EARLIER = "(?P<way>早|提前|晚|推迟|推后|延后)"

# (roles, pattern of all that a clause says, the order)
MORE_ORDERS: tuple[tuple[tuple[str, ...], str, Order], ...] = (
    # --- when
    (
        _MOVED,
        rf"(?:{_EARLIER}(?P<d>{LONG})|改?从(?P<at>{SEC}))开始而末尾固定",
        _starts_otherwise,
    ),
    (
        (*_MOVED, "music"),
        rf"(?:也|都|只是|要)*{_EARLIER}(?P<d>{LONG})(?:结束|消失|停)",
        _ends_sooner,
    ),
    (
        ("overlay", "music", "title"),
        rf"(?:最?前面?|开头)的?(?P<d>{LONG})(?:里|内)?(?:先|就|都)*(?:不要|别|不|先别)(?:有|放|出现"
        rf"|显示|响)?",
        _at_first,
    ),
    (("title", "overlay"), "全程(?:都)?(?:要)?(?:在|显示|有)?|一直(?:显示|在|放着|放)", _all_along),
    (
        (*TEXTS, "overlay"),
        rf"从(?P<at>{SEC})(?:开始|起)?(?:一直)?(?:显示|放|挂)?到?(?:显示到)?(?:视频)?(?:结尾|片尾|最后)",
        _text_until_the_end,
    ),
    (
        TEXTS,
        rf"(?:缩短|延长|显示|早点收|改)?到(?P<at>{SEC})(?:结束|消失)",
        _effect_until,
    ),
    # --- how it looks
    (
        TEXTS,
        r"改成(?P<c>[红黄蓝绿白黑橙粉紫金灰])字(?P<b>[红黄蓝绿白黑橙粉紫金灰])底",
        _also_in_color,
    ),
    (TEXTS, rf"(?:都|也)*用(?P<c>{COLOR})(?:的)?", _said(r"{S}改成\g<c>")),
    (TEXTS, r"(?:只|要|也)*(?:加粗|粗体)", _said("{S}加粗")),
    (TEXTS, rf"(?:放大|缩小|字号|调)(?:到|成)(?P<n>{N})(?:号)?", _said(r"{S}字号\g<n>")),
    (
        ("overlay",),
        rf"(?:改成|调到|设为)?(?:不透明度)(?P<level>{LEVEL})",
        lambda one, match, _: f"{one.name}不透明度{percent(match['level'])}",
    ),
    (
        ("lower-third",),
        r"(?:的|上的?)?(?:下面那?行|职[位务]|头衔|副标题|小字)(?:是|写|写成|改成|改为"
        r"|换成)?(?P<t><:text>) ?",
        _job,
    ),
    (
        ("lower-third",),
        r"(?:的|上的?)?名字(?:写错了|错了)?(?:是|写|写成|改成|改为|换成)(?:(?P<t><:text>)"
        r"|(?P<n>[\u4e00-\u9fff]{2,4})) ?",
        _name,
    ),
    # --- a clip
    (
        CLIPS,
        r"(?:都|也)*(?:恢复原速|恢复原来的速度)",
        _said("{S}恢复原速"),
    ),
    (
        ("clip",),
        rf"(?:里面)?只(?:要|留|用|保留|留下)(?:它的?)?(?P<where>最?前面?|开头|最后|最?后面?"
        rf"|结尾)的?(?P<d>{LONG}|一半)",
        _other_length,
    ),
    (
        ("clip",),
        rf"剪到(?P<d>{LONG})(?:为止)?",
        lambda one, match, _: f"{one.name}只保留前{match['d']}" if one.name == "第一段" else None,
    ),
    (("clip",), r"(?:也|都|改成|再)*倒放", _said("{S}倒放")),
    (("clip",), r"(?:也|都|再)*(?:做)?(?:一下)?防抖", _said("{S}防抖")),
    (("clip",), rf"(?:用|改成|加速到|调到)(?P<n>{N})倍速?", _said(r"{S}\g<n>倍速")),
    (("clip",), r"(?:顺时针|旋)?转(?P<n>90|180|270)度", _said(r"{S}旋转\g<n>度")),
    (
        ("clip",),
        rf"裁掉(?P<side>顶部|底部|左边|右边)(?P<level>{LEVEL})",
        lambda one, match, _: f"{one.name}{match['side']}裁掉{percent(match['level'])}",
    ),
    # --- what is heard
    (
        ("sound", "voiceover"),
        rf"(?:的)?(?:音量)?(?:调|设|改|降)?(?:到|成|为)?(?P<level>{LEVEL})",
        _level,
    ),
    (
        ("sound", "voiceover"),
        "(?:再|也)*(?P<w>大|小)声?(?:一点|一些|点|些)",
        _said(r"{S}\g<w>声一点"),
    ),
    (("sound",), rf"(?:改|换)(?:成|为)(?:(?P<name>{SOUNDS})|“(?P<said>[^”]+)”)", _other_sound),
    (
        ("voiceover",),
        r"(?:的)?(?:文字|内容|话)?(?:改成|换成|改为)(?P<t><:text>) ?",
        _said(r"{S}改成\g<t>"),
    ),
    (("voiceover",), rf"(?:推迟|提前|挪|移|改)到(?P<at>{SEC})", _said(r"{S}移到\g<at>")),
    (
        ("voiceover",),
        rf"(?:推迟|提前|挪|移|改)?到(?P<start>第?(?:{N}) ?秒?)(?:到|至|-)(?P<end>第?(?:{N}) ?秒)",
        _speech_moved,
    ),
    (("music",), rf"(?:都|也)?只?(?:在|放|留)?(?:最?前面?|开头)的?(?P<d>{LONG})", _music_first),
    (("music",), r"(?:都)?(?:换|改)(?:成|为)(?P<file><:file>)", _song),
    (("music",), "(?:先|也)?静音", _said("{S}静音")),
    (("music",), r"(?:的)?音量(?:减半|降低?一半)", _said("{S}音量降低一半")),
    (("music",), r"(?:的)?音量翻(?:一)?倍|翻(?:一)?倍", _said("{S}音量翻倍")),
    (("own",), r"(?:的)?(?:音量)?翻(?:一)?倍", _said("原声音量翻倍")),
    (
        ("music",),
        r"(?:在)?(?:人|我)?(?:说话|讲话)(?:的)?时候?(?:自动)?(?:压低|降低|变小)",
        _said("说话时音乐压低"),
    ),
    # --- an effect
    (
        ("effect",),
        rf"(?:效果)?(?:改|移|挪|换|只)?(?:到|在|成|为)?(?P<start>第?(?:{N}) ?秒?)(?:到|至"
        rf"|-)(?P<end>第?(?:{N}) ?秒)",
        _effect_from_to,
    ),
    (
        ("effect",),
        rf"(?:效果)?只?(?:要|留|在|保留)(?:最?前面?|开头)的?(?P<d>{LONG})(?:有)?",
        _effect_for_the_first,
    ),
    (
        ("effect",),
        rf"(?:效果)?(?:延长|缩短|放|持续|只)?到(?P<at>{SEC})(?:结束|为止)?",
        _effect_until,
    ),
    (("effect",), rf"(?:效果)?(?:往后挪|往后移|推迟|延后|晚)(?P<d>{LONG})", _said(r"{S}推迟\g<d>")),
    (("effect",), rf"(?:效果)?(?:提前|推迟|挪|移|改)到(?P<at>{SEC})(?:开始)?", _effect_moved),
    (("effect",), rf"(?:还是|仍是)(?P<d>{LONG})长?", _as_long),
    (("effect",), rf"(?:效果)?(?:往前挪|往前移|提前|早)(?P<d>{LONG})", _said(r"{S}提前\g<d>")),
    (TEXTS, "去|撤|删", _said("删掉{S}")),
    (("effect",), rf"(?:效果|那个)?{GONE}", _said("删掉{S}")),
)
