"""A Chinese message of several clauses, each said as an order by itself: "标题改成红色，放到顶部". Only
where each is known, and what it is about: a message of which a part is not is left as it is."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, Values, pattern
from mock_server.agent.wording.chinese.clause_forbids import forbidden, kept
from mock_server.agent.wording.chinese.clause_joins import joined
from mock_server.agent.wording.chinese.clause_orders import order_of
from mock_server.agent.wording.chinese.clause_subjects import Subject, Talk, others_of
from mock_server.agent.wording.chinese.clause_turns import turned
from mock_server.agent.wording.chinese.clause_turns_more import MORE_JOINED
from mock_server.agent.wording.chinese.clause_words import LOOK
from mock_server.agent.wording.chinese.free_clauses import free_order
from mock_server.agent.wording.chinese.named_there import (
    clip_before,
    named_there,
    one_before,
    only_there,
    spoken_before,
    subjects_of,
)
from mock_server.agent.wording.chinese.plain_words import LONG, RANGE, SEC, N
from mock_server.agent.wording.leaning_on_music import PUT_IN
from mock_server.agent.wording.named_by_draft import There

_MOST = 10  # clauses
_BETWEEN = Regex(
    r"[,。;!]|:(?![0-9])|并且?(?=[改放加移挪调再大小静倒裁推给一])|和(?=[一二两三四五0-9.]+秒的?淡)"
    r"|并且(?=到)"
)
# What is told in two clauses is one.
_JOINED = tuple(
    (pattern(source), said)
    for source, said in (
        (rf"从(?:原视频|视频)?的?({SEC})开始,到({SEC})(?:结束|为止)", r"只保留\1到\2"),
        (r"(?:写|打|拼)?错了?,(?:应该|应当)(?:是|改成|写成)(?=<:text>)", "改成"),
        (rf"(?<=[,。])(?:结尾|片尾)也(?:来|加)一?个,?({LONG})的?", r"画面淡出\1"),
        (r"([\u4e00-\u9fff]) ?[(（][a-z -]{3,16}[)）]", r"\1"),
        (r"(<:text>) ?、 ?(?=<:text>)", r"\1,"),
        (
            r"\A(?:把)?它们(?:两个)?(都[^,]{1,6}),([^,]{2,4}(?:和|与|跟)[^,]{2,4}?)(?=[。 ]*\Z)",
            r"\2\1",
        ),
    )
)
_LEADS = Regex(
    r"\A(?:另外|再|然后|接着|并且?|同时|还有|而且|但是?|不过|只是|只把|只让(?=[前后]一|第)|只(?=给)"
    r"|只有(?=第|前|后)|请"
    r"|麻烦你?|帮我|另外(?![那一个])|最后(?=自动|上字幕|加自动)|把|将|给|让|也|就"
    r"|好(?=,|\Z)|对调一下|顺便|顺带|(?:换|改|弄|做)好(?:了)?(?:后|之后|以后)|其中|先(?=把|将)"
    r"|最后(?=把|给|将)|此外|以及)+"
)
_ENDS = Regex(r"(?:吧|了|就行|就好|即可|就可以|好了|看看|一下|哈|啊|呀|哦|谢谢|拜托)+\Z")
_NOT_GONE = "(?:留着|留下|保留|别删|不要删|不用删|要留着(?:铺满)?)"
_NOT_CHANGED = (
    "(?:不变|别动|不要动|不动|不用动|不用挪|别挪|不挪|别碰|别管|就别管了?|照旧|照样|没错|不改|不用改"
    "|别改|不剪|不要剪|不用裁|不用剪|跟着画面走"
    "|保持原样|保持不变"
    "|不要改(?:大小|音量|颜色|位置)?(?:和(?:大小|音量|颜色|位置))?|保留原样)"
)
_STAYS = pattern(
    rf"([^,<]{{1,12}}?)(?:也|都|就|仍|仍然|请|照样)*(?:(?P<kept>{_NOT_GONE})|(?P<same>{_NOT_CHANGED}))"
)
_ALL_ELSE = Regex(r"(?:其余|其他|其它|别的)的?(?:部分|地方)?")
_MANNER = pattern(rf"转场的?(?:样式|类型)|(?:{LOOK})(?:的)?(?:效果|滤镜)?|(?:红|黄|蓝|绿|白|黑)色")
_BOTH = Regex(r"(?:这|那)?两个(?:都)?")
_OF_TWO = Regex("(?:前面|后面|另一个|前一个|后一个|前面那个|后面那个)的?")
_BEFORE_IT = Regex("(?:前面|之前)的?(?:部分)?")
_SHIFTS = Regex(r"剪掉|只保留|倍速|插入|排到开头")
_OF_THE_PICTURE = Regex(r"剪掉|只保留|倍速|调成|插入|转[0-9]")
_LIMITS = pattern(rf"只(?:要|限|在)(?:{RANGE}|最?[前后]面?的?{LONG}|最后的?{LONG}|[前后]半段)")
_REMARK = Regex(
    "(.{1,8}?)(?:的?字|的?声音)?(?:太|有点)(大声?|小声?|轻|吵|响|闹|抢眼)了?(?:看不清)?"
)
_UNDECIDED = pattern(r"(标题|字幕|音乐|logo)要不要[^,]{1,6}(?:还没|没)(?:想好|决定|定)")
# What is told to be gone of the kind that another order tells.
_NOT_THAT = (
    (
        pattern(
            rf"(?:不要|别|不是)(?:把画面)?(?:调成|变成|用)?(?:复古)?(?:{LOOK}|褐色)(?:的|滤镜)?"
            rf"|(?:{LOOK})(?:滤镜)?不要"
        ),
        "调成|颜色",
    ),
    (pattern(rf"(?:不要|别|不是)(?:{N})倍速?"), "倍速"),
    (pattern("不要一上来就有|别一开始就有"), "开始|从|改为"),
    (pattern("直接结束"), "取消音乐的淡出"),
    (pattern("不要淡[入出]"), "淡|加"),
    (pattern("(?:别|不要)(?:再)?用[红黄蓝绿白黑橙粉紫金灰]色"), "改成"),
    (pattern("(?:背景)?音乐(?:别用|不要)这个"), "音乐换成"),
)
_SORRY = Regex(r"(?:哦|啊|噢)?(?:不|不对|错了|说错了|不是)")
_RATHER = Regex(r"(?:应该|而)?是([^,]{2,10})")
_VERB_FIRST = Regex(r"(?:删除|删掉|删了|去掉|去除|撤掉|拿掉|移除|取消|不要)(?P<what>.+)")
_NOT_WANTED = Regex(r"不要.*|.*(?<!也)不要")
_ONLY = Regex(r"只(?:留|保留|留下|要)(?P<what>[^,]*?(?:标题|字幕))")
_BUT = Regex(r"(?:除了|除)(?P<what>[^,]+?)(?:以外|之外|外)?")
_TIME = pattern(rf"(?:在)?(?P<range>{RANGE})")
_PART = pattern(rf"(?P<part>{RANGE})(?:不要|别|不用)(?:剪|删)掉?")
_OF_THE_PART = pattern(rf"(?:改|变|调)(?:成|为)(?P<n>{N})倍速?|(?P<deed>静音|改成黑白|调成{LOOK})")
_IN_WORDS = pattern(
    r"(?:(?P<noun>标题|字幕)(?:里的|中的|里|中|的))?(?P<a>[^ ,改换的里\ue000-\uefff]{1,10})(?:改"
    r"|换)(?:成|为)"
    r"(?P<b>[^ ,色\ue000-\uefff]{1,10})"
)
_DONE_TO_A_PART = pattern(
    rf"(?:{RANGE}|最?[前后]面?的?{LONG}|最后{LONG}|{SEC}到结尾)(?:静音|调成|{N}倍速|视频静音)"
)
_CUT_SHORTLY = pattern(
    rf"[^剪]*(?:{RANGE}|{LONG})[^剪]*(?:不要|去掉|删掉|删)|(?:不要|去掉|删掉|删)[^剪]*(?:{RANGE}|{LONG})"
)
_OF_ANYTHING = Regex("声音|音量|不要|删|去掉|撤|移除|拿")
_CUTS = Regex(r"\A(?:剪掉|只保留)|倍速\Z")
_TIMES = pattern(rf"{RANGE}|{SEC}到|到{SEC}|移到{SEC}|从{SEC}|在{SEC}")
_HARMLESS = Regex(r"\A剪掉(?:最后|后|结尾|末尾)")


def in_clauses(text: str, values: Values, there: There) -> str:
    """A marked message as one order after the other; the same where a clause of it is not known."""
    if not HAN.search(text) or "?" in text:
        return text
    told = joined(text)
    for source, said in (*_JOINED, *MORE_JOINED):
        told = source.sub(said, told)
    clauses = [one for part in _BETWEEN.split(told) if (one := turned(_bare(part)))]
    if not 1 <= len(clauses) <= _MOST:
        return text
    talk = Talk(there, values, before=spoken_of(there, values), alone=len(clauses) == 1)
    orders = [*dict.fromkeys(_all_of(clauses, talk))]
    if not orders and len(clauses) == 1 and "它" not in (plain := turned(told.strip("。 "))):
        return plain
    if not orders or _out_of_time(orders) or _out_of_order(orders):
        return text
    return "。".join(sorted(orders, key=_goes_last))


def spoken_of(there: There, values: Values) -> tuple[Subject, ...]:
    """What the message before was about, which a short one goes on with."""
    talk = Talk(there, values, meant=True)
    about: tuple[Subject, ...] = ()
    for part in _BETWEEN.split(there.last.replace("，", ",").replace("。", ",")):
        named, _ = subjects_of(_bare(part), talk)
        about = named or about
    about = about or clip_before(talk) or one_before(talk)
    music = there.roles.count("music") == 1
    if not about and music and (PUT_IN.search(there.last) or _of_music_alone(there)):
        return subjects_of("音乐", talk)[0]
    return about


def _of_music_alone(there: There) -> bool:
    """Whether a level that was told was that of the music, which is all there is beside the video."""
    return there.only == "music" and {*there.levels} == {1.0} and bool(_LEVEL.search(there.last))


_LEVEL = Regex(r"\A(?:再)?音量[^,，。]{1,10}\Z")


def _bare(part: str) -> str:
    part = _LEADS.sub("", part.strip())
    return _ENDS.sub("", part).strip()


def _all_of(clauses: list[str], talk: Talk) -> list[str]:
    """The orders of all clauses; none where one of them is not known."""
    denied: list[str] = []
    taken: list[str] = []  # what the clause before takes back
    since = 0
    spared: tuple[Subject, ...] = ()
    for clause in clauses:
        if _SORRY.fullmatch(clause):
            if not talk.orders[since:]:
                return []
            taken = talk.orders[since:]
            del talk.orders[since:]
            continue
        if taken and taken[0].startswith("剪掉") and (found := _RATHER.fullmatch(clause)):
            clause = f"剪掉{found[1]}"
        taken = []
        if (deed := forbidden(clause, talk)) is not None:
            talk.forbidden += [deed] if deed else []
            talk.about = subjects_of(clause, talk)[0] or talk.about
            continue
        if kept(clause, talk):
            continue
        if found := _BUT.fullmatch(clause):
            spared, rest = subjects_of(found["what"], talk)
            if not spared and (only := subjects_of(f"{found['what']}的", talk))[0]:
                spared, rest = only
            if rest or not spared:
                return []
            continue
        if kind := next((kind for source, kind in _NOT_THAT if source.fullmatch(clause)), ""):
            denied.append(kind)
            if "音乐" in clause:
                talk.about, _ = subjects_of("音乐", talk)
            continue
        since = len(talk.orders)
        if (said := _orders(clause, talk, spared)) is None:
            return []
        spared = spared if said == [] else ()
        talk.orders += [one for one in said if one]
    if not all(any(re.search(kind, one) for one in talk.orders) for kind in denied):
        return []
    if not all(_stays(*one, talk.orders) for one in talk.staying):
        return []
    if talk.remark and any({"大": "小", "小": "大"}[talk.remark] in one for one in talk.orders):
        return []  # "太大了，放大些"
    if any(re.search(deed, one) for deed in talk.forbidden for one in talk.orders):
        return []
    if talk.uncut and any(re.search("剪掉|裁|只保留", one) for one in talk.orders):
        return []
    if any(name in one and way in one for name, way in talk.unfaded for one in talk.orders):
        return []
    return talk.orders


def _orders(clause: str, talk: Talk, spared: tuple[Subject, ...]) -> list[str] | None:
    """What a clause orders, which may be nothing; none where that is not known."""
    if (found := _PART.fullmatch(clause)) or (found := _TIME.fullmatch(clause)):
        talk.range = (found.groupdict().get("part") or found[1]).removeprefix("从")
        return []
    if talk.orders and _LIMITS.fullmatch(clause):
        return None  # only that of the video, or what was ordered only there
    if found := _UNDECIDED.fullmatch(clause):
        talk.about, _ = subjects_of(found[1], talk)
        return []
    if found := _STAYS.fullmatch(clause):
        return [] if _may_stay(found, talk) else None
    if talk.range and not talk.orders and (found := _OF_THE_PART.fullmatch(clause)):
        return [f"{talk.range}{found['n']}倍速" if found["n"] else f"{talk.range}{found['deed']}"]
    if remark := _REMARK.fullmatch(clause):
        named, rest = subjects_of(f"{remark[1]}的", talk)
        if named and not rest.strip("的"):
            talk.about = named
            talk.remark = "小" if remark[2][0] in "大吵响闹抢" else "大"
            return []
    unwanted = (talk.orders or talk.alone) and _NOT_WANTED.fullmatch(clause)
    if unwanted and not named_there(clause, talk)[0]:
        return None  # at all, or in the part that was spoken of
    if (said := _in_words(clause, talk)) is not None:
        return said
    if found := _ONLY.fullmatch(clause):
        return _only(found["what"], talk)
    if found := _VERB_FIRST.fullmatch(clause):
        fades = re.search("淡[入出]", clause)
        turned = f"{found['what']}{'取消' if fades else '删掉'}"
        named, rest = subjects_of(turned, talk)
        if named and (said := _of_each(named, rest, talk)) is not None:
            return said
    return _about_something(clause, talk, spared)


def _may_stay(found: Match[str], talk: Talk) -> bool:
    """Whether it is known what stays; that it does is seen when all is told."""
    if _ALL_ELSE.fullmatch(found[1]) or (_BOTH.fullmatch(found[1]) and "大小" in found[0]):
        return True
    if _MANNER.fullmatch(found[1]):
        if found[1].startswith("转场"):
            talk.about, _ = subjects_of("转场", talk)
        return True
    if (
        _OF_TWO.fullmatch(found[1])
        and len(talk.about) == 1
        and talk.count(talk.about[0].role) == len("前后")
    ):
        return True
    if _BEFORE_IT.fullmatch(found[1]) and talk.orders and "到结尾" in talk.orders[-1]:
        return True
    if found[1] == "另一个" and talk.orders and re.search("淡[入出]", talk.orders[-1]):
        return True
    if re.search("剪|裁", found["same"] or ""):
        talk.uncut = True
        return not subjects_of(f"{found[1]}的", talk)[1].strip("的") or found[1] in ("画面", "视频")
    named, rest = subjects_of(f"{found[1]}的", talk)
    if fade := re.fullmatch("(?:开头|结尾)?的?(淡[入出])(?:效果)?的?", rest):
        talk.unfaded += [(one.name, fade[1]) for one in named] or [("", fade[1])]
        return True
    if not named or rest.strip("的"):
        return False
    if "跟着" in found[0]:
        talk.about = named
        return True
    talk.mentioned = named
    talk.staying += [(one, bool(found["kept"])) for one in named]
    if not any(one.name[:1] == "第" for one in named):
        talk.about = named
    return True


def _stays(one: Subject, kept: bool, orders: list[str]) -> bool:
    """Whether no order changes what is to stay, or only takes it away where it is to be kept."""
    if one.role == "own":
        return not any(
            re.search(r"^[^\ue000-\uefff]*(?:静音|原声|倍速)", order) for order in orders
        )
    if one.role == "video":
        return not any(_OF_THE_PICTURE.search(order) for order in orders)
    if one.role != "music" and any(_SHIFTS.search(order) for order in orders):
        return False
    if kept:
        return f"删掉{one.name}" not in orders
    return not any(one.name in order for order in orders)


def _about_something(clause: str, talk: Talk, spared: tuple[Subject, ...]) -> list[str] | None:
    before = talk.about
    subjects, rest = others_of(clause, spared, talk) if spared else ((), clause)
    if not subjects:
        subjects, rest = subjects_of(clause, talk)
    subjects = tuple(one for one in subjects if one not in spared)
    if subjects:
        rest = re.sub(r"\A(?:也|就|则|再|反而|要|都)*", "", rest)
        if not rest:
            talk.about = subjects
            return []
        if (said := _of_each(subjects, rest, talk)) is not None:
            return said
    talk.about = before
    if talk.orders and _CUT_SHORTLY.fullmatch(clause):
        return None  # of the video, or of what was spoken of before
    # Alone, what is ordered of the whole video or of a part of it may be about what was said before.
    if (order := free_order(clause, talk, only_put_in=talk.alone)) is not None:
        return [order]
    if not before and not talk.orders and not _OF_ANYTHING.match(clause):
        before = spoken_before(clause, talk)
    if not before and not talk.orders and (only := only_there(clause, talk))[0]:
        return _of_each(only[0], only[1], talk)
    alike = len({one.role for one in before}) == 1
    every = clause.startswith(("都", "全")) and not clause.startswith("全程")
    if alike and every and len(before) == 1:
        before = talk.all_of(before[0].role)  # of both, of which one was spoken of last
        alike = len(before) == len("前后")
    return _of_each(before, clause, talk) if alike and not subjects else None


def _of_each(subjects: tuple[Subject, ...], rest: str, talk: Talk) -> list[str] | None:
    said = [order_of(one, rest, talk) for one in subjects]
    if not said or any(one is None for one in said):
        return None
    talk.about = subjects
    return [one for one in said if one]


def _in_words(clause: str, talk: Talk) -> list[str] | None:
    """ "字幕里的北京改成上海，小王改成小李", where one text each says so."""
    found = _IN_WORDS.fullmatch(clause)
    if not found:
        return None
    roles = {"标题": "title", "字幕": "caption", None: None}
    at = [
        role
        for role, text in zip(talk.there.roles, talk.there.texts, strict=False)
        if found["a"] in text
        and role in ("title", "caption")
        and roles[found["noun"]] in (role, None)
    ]
    if len(at) != 1:
        return None
    talk.about, _ = subjects_of("标题" if at[0] == "title" else "字幕", talk)
    return [f"{'标题' if at[0] == 'title' else '字幕'}里的“{found['a']}”改成“{found['b']}”"]


def _only(what: str, talk: Talk) -> list[str] | None:
    kept, rest = subjects_of(what, talk)
    if len(kept) != 1 or rest or kept[0].name[:1] != "第":
        return None
    talk.about = kept
    return [f"删掉{one.name}" for one in talk.all_of(kept[0].role) if one not in kept]


def _out_of_time(orders: list[str]) -> bool:
    """Whether times are told beside a cut, which may be those before it or behind it."""
    cuts = [one for one in orders if _CUTS.search(one) and not _HARMLESS.search(one)]
    timed = [one for one in orders if one not in cuts and _TIMES.search(one)]
    return bool(cuts) and (bool(timed) or len(cuts) > 1)


def _out_of_order(orders: list[str]) -> bool:
    """Whether clips are counted beside a part that becomes a clip of its own, or one thing is changed by
    some amount twice: "所有标题延长1秒，最后一个延长2秒"."""
    parts = any(_DONE_TO_A_PART.match(one) for one in orders)
    if parts and any(re.match("(?:删掉)?第[一二三四五六]段(?!音乐)", one) for one in orders):
        return True
    amounts = [
        found[0] for one in orders if (found := re.match(r".*(?:延长|推迟|提前|[大小]一点)", one))
    ]
    return len(amounts) > len({*amounts})


def _goes_last(order: str) -> tuple[int, int]:
    """What goes is taken away behind the rest, the last first: so that the numbers are those there are."""
    found = re.match("删掉第([一二三四五六])", order)
    if not found:  # what a cut may take away is taken away before it
        return -1 if order.startswith("删掉") else 0, 0
    return 1, -"一二三四五六".index(found[1])
