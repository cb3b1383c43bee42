"""What a Chinese clause says of the thing that it is about, in an order that names it: "放左上角" of the
second title is "第二个标题放到左上角"."""

import re
from re import Match

from mock_server.agent.values.placeholders import index, pattern
from mock_server.agent.wording.chinese.clause_looks import joint, joint_lasts, look, strong
from mock_server.agent.wording.chinese.clause_more import MORE_ORDERS
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk
from mock_server.agent.wording.chinese.clause_times import (
    all_the_time,
    as_long_as_before,
    for_the_first,
    for_the_last,
    from_on,
    from_to,
    longer,
    moved,
    to_the_end,
    until,
)
from mock_server.agent.wording.chinese.clause_words import (
    CLIPS,
    COLOR,
    GONE,
    LEVEL,
    LOOK,
    MORE,
    SHOWN_ROLES,
    STYLE,
    TEXTS,
    TIMED,
    Order,
    percent,
    place,
)
from mock_server.agent.wording.chinese.plain_words import LONG, SEC, N


def _said(words: str) -> Order:
    return lambda one, match, _: match.expand(words.replace("{S}", one.name))


def _at(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}放到{place(match['place'])}"


def _level(one: Subject, match: Match[str], _: Talk) -> str | None:
    level = percent(match["level"])
    counted = one.name[:1] == "第" and one.role == "music"
    return f"{one.name}{'调到' if counted else '音量'}{level}"


def _sized(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}大小{percent(match['level'])}"


def _words(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """What it says instead, which no other text says: else they may change places."""
    marked = pattern("<text>").match(match["t"])
    new = str(talk.values.items[index(marked[1])]) if marked else ""
    return f"{one.name}改成{match['t']}" if new and new not in talk.there.texts else None


def _size_too(one: Subject, match: Match[str], talk: Talk) -> str | None:
    """ "甲的字号设成60，乙的设成140"."""
    return f"{one.name}字号{match['n']}" if talk.orders and "字号" in talk.orders[-1] else None


def _clear(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}不透明度{percent(match['level'])}"


def _style(one: Subject, match: Match[str], _: Talk) -> str | None:
    style = {"爵士": "爵士乐", "钢琴": "钢琴曲", "摇滚": "摇滚乐"}.get(
        match["style"], match["style"]
    )
    return f"{one.name}换成{style.strip()}"


def _skipped(one: Subject, match: Match[str], _: Talk) -> str | None:
    return f"{one.name}从歌曲的{match['at']}开始播放"


_WAY = "(?:[向往][左右](?:擦除|滑动|推)|黑场(?:过渡)?|白场(?:过渡)?|交叉淡化|叠化|溶解)"
_TO = "(?:改|变|换|标|设|调|做|弄|用)?(?:成|为|到|用|在|至)?"

# (roles, pattern of all that a clause says, the order)
_TABLE: tuple[tuple[tuple[str, ...], str, Order], ...] = (
    # --- a text
    (
        TEXTS,
        rf"(?:(?:的)?(?:颜色|字体?|文字)(?:的?颜色)?)?(?:都|全|全部|要)*{_TO}(?P<c>{COLOR})(?:的)?(?:字)?",
        _said(r"{S}改成\g<c>"),
    ),
    (
        TEXTS,
        rf"(?:的)?(?:字号|字体大小|字体|大小)(?:都|全)?{_TO}(?P<n>{N})(?:号)?",
        _said(r"{S}字号\g<n>"),
    ),
    (TEXTS, r"(?:设成|改成|调成|用|设为|改为)(?P<n>[0-9]{2,3})(?:号)?", _size_too),
    (
        TEXTS,
        rf"(?:的)?(?:字号|字|字体)?(?:再|变|调|改|放|弄|缩|加|稍微|要)*(?P<w>大|小)(?:{MORE})",
        _said(r"{S}\g<w>一点"),
    ),
    (TEXTS, r"(?:要|带)?加?(?:上|个)?阴影", _said("{S}加阴影")),
    (TEXTS, r"(?:字)?(?:要|用|改成)?(?:加粗|粗体)", _said("{S}加粗")),
    (
        TEXTS,
        rf"(?:加|配|用)?(?:上|个)?(?P<c>{COLOR})(?:的)?(?:背景|底色|底)",
        _said(r"{S}加\g<c>背景"),
    ),
    (TEXTS, rf"(?:加|配|用)(?:上|个)?(?P<c>{COLOR})(?:的)?描边", _said(r"{S}加\g<c>描边")),
    (TEXTS, r"(?:的?(?:文字|字|内容))?(?:改成|换成|改为|改写成)(?P<t><:text>) ?", _words),
    (
        TEXTS,
        r"(?:里|中)的?(?P<a><:text>) ?(?:改|换)(?:成|为)(?P<b><:text>) ?",
        _said(r"{S}里的\g<a>改成\g<b>"),
    ),
    (
        TEXTS,
        r"(?:里|中)的?(?P<a>[^ ,。改换<]{1,10})(?:改|换)(?:成|为)(?P<b>[^ ,。改换<色]{1,10})",
        _said(r"{S}里的“\g<a>”改成“\g<b>”"),
    ),
    (
        ("lower-third",),
        rf"(?:的)?(?:职[位务]|头衔|副标题)(?:写错了?|错了)?,?{_TO}(?P<t><:text>) ?",
        _said(r"{S}职位改成\g<t>"),
    ),
    # --- what is shown
    (
        SHOWN_ROLES,
        r"(?:的)?(?:位置)?(?:都|全|要|再|也)*(?:改?放|移|挪|摆|换|改|显示|贴)?(?:到|在"
        r"|至)?(?:画面的?)?(?P<place>(?:左上|右上|左下|右下)角?|顶部|底部|正?中间|正中|中央)",
        _at,
    ),
    (
        SHOWN_ROLES,
        r"(?:都|全|要|再|也)*(?:改?放|移|挪|摆|换|写)(?:到|在|至)?(?:画面的?|最)?(?P<place>上面|下面"
        r"|上方|下方|顶上|底下)(?:去)?",
        _at,
    ),
    (
        ("title", "overlay"),
        "(?:改成|改为|要|都)*(?:整个视频|全程|全片|从头到尾|一直)(?:都)?(?:要)?(?:显示|出现|在|有)",
        all_the_time,
    ),
    # --- when
    (
        (*TIMED, "music"),
        rf"(?:都|全|要|改|移|挪|换|只|就|也)*(?:从|在|为|成|到|放|显示"
        rf"|播)*(?P<start>第?(?:{N}) ?秒?)(?:放|播|响|显示)?(?:到|至|-)(?P<end>第?(?:{N}) ?秒)(?:之间"
        rf"|这段)?(?:放|播放|播|有|显示|出现)?",
        from_to,
    ),
    (
        TIMED,
        rf"(?:都|也)?(?:挪|移|推|改|换|放)(?:迟)?(?:到|至|在)(?P<at>{SEC})(?:开始|出现|显示)?",
        moved,
    ),
    (
        (*TIMED, "music"),
        rf"(?:都|也|要)?(?:改|改为|改成|只)?从(?P<at>{SEC})(?:起|再|才|就|处)*(?:开始|起)?(?:出现|显示"
        rf"|放|播|播放|响|有)?",
        from_on,
    ),
    (
        (*SHOWN_ROLES, "music"),
        rf"(?:都|也|全|就)*(?:只|改)?(?:留|显示|放|延长|保留|播|播放|要)?到(?P<at>{SEC})(?:再|才|就"
        rf"|时)*(?:为止|结束|消失|停)?",
        until,
    ),
    (
        (*SHOWN_ROLES, "music"),
        "(?:都|也|要|还是)*(?:一直)?(?:显示|放|延长|保留|播|播放|铺|留|有)?到(?:视频)?(?:的)?(?:结尾"
        "|最后|末尾|片尾|结束)(?:为止|结束)?",
        to_the_end,
    ),
    (
        SHOWN_ROLES,
        rf"(?:都|也)?(?:只|就)(?:在|显示|留|出现|要)*(?:最?前面?|开头)的?(?P<d>{LONG})(?:里|内)?(?:显示"
        rf"|出现)?",
        for_the_first,
    ),
    (
        ("overlay", "music"),
        rf"(?:都|也)?(?:只|就)(?:在|显示|留|出现|要)*(?:最后面?|结尾)的?(?P<d>{LONG})(?:里|内)?(?:显示"
        rf"|出现)?",
        for_the_last,
    ),
    (
        (*SHOWN_ROLES, "music"),
        rf"(?:还是|仍是|仍然是?|保持)(?P<d>{LONG})(?:长)?",
        as_long_as_before,
    ),
    (("music",), "(?:在视频里)?(?:仍然|还是|还)?(?:从头放到尾|全程|铺满|贯穿全片)", all_the_time),
    (
        TIMED[:3],
        rf"(?:的)?(?:显示)?(?:时间|时长)?(?:都|也|再)*(?:延长|加长|多显示|多停留?"
        rf"|多放)(?:了)?(?P<d>{LONG})",
        longer,
    ),
    (
        TIMED,
        rf"(?:都|也|再)*(?:(?:往|向)后(?:挪|移|推)(?:迟)?|推迟|延后|晚)(?P<d>{LONG})(?:出现|显示)?",
        _said(r"{S}推迟\g<d>"),
    ),
    (
        TIMED,
        rf"(?:都|也|再)*(?:(?:往|向)前(?:挪|移|推)|提前|早)(?P<d>{LONG})(?:出现|显示)?",
        _said(r"{S}提前\g<d>"),
    ),
    # --- a picture on top
    (
        ("overlay",),
        rf"(?:的)?(?:大小|尺寸|缩放|比例)?(?:都|再)?(?:调|改|设|缩小?|放大?|变)*(?:到|成|为"
        rf"|是)?(?P<level>{LEVEL})(?:大小|大)?",
        _sized,
    ),
    (
        ("overlay",),
        rf"(?:再|变|调|改|放|弄|缩|稍微|并且|要)*(?P<w>大|小){MORE}",
        _said(r"{S}\g<w>一点"),
    ),
    (("overlay",), rf"(?:的)?(?:不透明度){_TO}(?P<level>{LEVEL})", _clear),
    # --- how it comes and goes
    (
        (*SHOWN_ROLES, "music"),
        rf"(?:的)?(?:都|各|要|也|再)*(?:加|做|有)?(?:上|个|一个)?(?:开头|开始|结尾|最后"
        rf"|末尾)?(?P<d>{LONG})?的?(?:时间)?(?:慢慢)?(?:淡(?P<w>[入出])"
        rf"|渐(?P<v>[强弱]))(?P<e>{LONG})?(?:效果|进来)?",
        lambda one, match, _: (
            f"{one.name}淡{match['w'] or ('入' if match['v'] == '强' else '出')}{match['d'] or match['e']}"
            if bool(match["d"]) != bool(match["e"])
            and not (match["v"] and one.role != "music")
            and not re.search("(?:开头|开始).*[出弱]|(?:结尾|最后|末尾).*[入强]", match[0])
            else None
        ),
    ),
    (
        ("music",),
        rf"渐(?P<v>[强弱])(?P<d>{LONG})(?:进来|出去)?",
        lambda one, match, _: f"{one.name}淡{'入' if match['v'] == '强' else '出'}{match['d']}",
    ),
    (
        (*SHOWN_ROLES, "music"),
        rf"(?:的)?(?:开头|结尾)?的?淡(?P<w>[入出])(?:改|变|调|延长)(?:成|为|到)?(?P<d>{LONG})",
        _said(r"{S}淡\g<w>\g<d>"),
    ),
    (
        ("music", "video"),
        r"(?:的)?(?:开头|结尾|片头|片尾)?的?(?:不要|别|取消|去掉)(?:再)?淡(?P<w>[入出])",
        _said(r"取消{S}的淡\g<w>"),
    ),
    (
        ("music", "video"),
        r"(?:的)?(?:开头|结尾|片头|片尾)?的?淡(?P<w>[入出])(?:效果)?(?:不要|去掉|取消|删掉)了?",
        _said(r"取消{S}的淡\g<w>"),
    ),
    # --- what is heard
    (
        ("music", "own", "clip"),
        rf"(?:的)?(?:音量)?(?:都)?(?:调|设|改|降|定|升|压|只要|要)*(?:(?:低|高|大|小)(?=到))?(?:到|成|为|在"
        rf"|是)?(?P<level>{LEVEL})",
        _level,
    ),
    (
        ("music", "own", "clip"),
        rf"(?:的)?(?:音量|声音)?(?:反而|再|调|要|稍微|也)*(?P<w>大|小)声?{MORE}",
        _said(r"{S}\g<w>声一点"),
    ),
    (
        ("music",),
        rf"(?:都)?(?:换|改)(?:成|为|用)(?:轻快|欢快|舒缓)?的?(?P<style>{STYLE})(?:音乐)?",
        _style,
    ),
    (
        ("music",),
        rf"(?:改)?从歌曲?(?:本身)?的?(?P<at>{SEC})(?:处)?(?:开始)?(?:放|播放|播)?(?:起)?",
        _skipped,
    ),
    (
        ("music",),
        rf"(?:歌曲|歌|的)?(?:的)?(?:跳过|略过|不要)(?:最?前面?|开头)的?(?P<at>{LONG})"
        rf"|(?:的)?(?:最?前面?|开头)的?(?P<to>{LONG})(?:跳过|略过)",
        lambda one, match, _: f"{one.name}从歌曲的{match['at'] or match['to']}开始播放",
    ),
    (("own",), "(?:都|也)?(?:关掉|关了|静音|去掉|不要)", _said("视频静音")),
    (
        CLIPS,
        "(?:的?声音)?(?:都|也|全|要|是)*(?:静音|消音|关掉|去掉声音|的声音去掉)",
        _said("{S}静音"),
    ),
    (("clip",), "(?:的)?声音(?:去掉|关掉|不要|静音)", _said("{S}静音")),
    (CLIPS, "(?:都|也)?(?:做)?(?:降噪|去噪)", _said("{S}降噪")),
    (("clip",), rf"(?:都|也|改|变)*(?:成|为)?(?P<n>{N})倍速?", _said(r"{S}\g<n>倍速")),
    # --- how the picture looks
    (
        ("clip", "video", "look"),
        rf"(?:都|也|全|要|的)*(?:改|变|换|调|做|用)?(?:成|为|用|上)?(?:怀旧"
        rf"|复古)?的?(?P<look>{LOOK})(?:胶片)?(?:调|滤镜|风格?|效果|的)*",
        look,
    ),
    (
        ("video",),
        rf"(?:的)?(?:开头|片头)?(?:画面)?(?:用|加)?(?P<d>{LONG})?的?淡入(?P<e>{LONG})?",
        lambda _, match, __: (
            f"画面淡入{match['d'] or match['e']}" if bool(match["d"]) != bool(match["e"]) else None
        ),
    ),
    (
        ("video",),
        rf"(?:的)?(?:最后|结尾|片尾|末尾)?(?:画面)?(?:用|加)?(?P<d>{LONG})?的?(?:慢慢)?(?:淡出"
        rf"|渐隐)(?:到黑)?(?P<e>{LONG})?",
        lambda _, match, __: (
            f"画面淡出{match['d'] or match['e']}" if bool(match["d"]) != bool(match["e"]) else None
        ),
    ),
    (("look",), rf"(?:的)?强度(?:调|改|降|设)?(?:到|成|为)?(?P<level>{LEVEL})", strong),
    (
        ("transition",),
        rf"(?:的?样式)?(?:改|换|变)(?:成|为)(?P<long>{LONG})?的?(?P<way>{_WAY})(?:过渡"
        rf"|转场)?(?:,?(?:时长|持续)(?:改成|改为)?(?P<later>{LONG}))?",
        joint,
    ),
    (
        ("transition",),
        rf"(?:的)?(?:时长|时间|长度)?(?:改|变|放慢|延长|调|缩短)(?:成|为|到)?(?P<d>{LONG})",
        joint_lasts,
    ),
    # --- what goes
    ((*TIMED, "music", "voiceover", "clip"), GONE, _said("删掉{S}")),
)


# Of music that the message puts in, it is said behind the order that does.
_BEHIND = ("音量", "淡", "从歌曲的")


def order_of(one: Subject, rest: str, talk: Talk) -> str | None:
    """The order that a clause gives about what it is about; none where it says nothing known."""
    for table in (_TABLE, MORE_ORDERS):
        for roles, source, order in table:
            if one.role not in roles or not (match := pattern(rf"(?:{source})\Z").match(rest)):
                continue
            if (said := order(one, match, talk)) is None:
                break
            return said if one.told < 0 else _behind(one, said, talk)
    return None


def _behind(one: Subject, said: str, talk: Talk) -> str | None:
    """What is said of music in the order that puts it in."""
    if not said.startswith(_BEHIND):
        return None
    talk.orders[one.told] += f",{said}"
    return ""
