"""A Chinese message that puts right the one before it: "不对，剪后5秒", "改成三倍", "这段再静音"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from mock_server.agent import operations as op
from mock_server.agent.clauses.belonging import ON_PARTS, part_of
from mock_server.agent.reading.as_the_one_before import leaves_too_much_out
from mock_server.agent.reading.follow_ups import Before
from mock_server.agent.reading.message import read, read_varied
from mock_server.agent.reading.once_more import once_more, orders_of
from mock_server.agent.reading.put_right import put_right
from mock_server.agent.reading.restated import RATHER_SO, restated
from mock_server.agent.reading.understood import Reading, Understood
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, marks
from mock_server.agent.wording.marking import sentences
from mock_server.agent.wording.shown import Shown

_STOP = r"[ ,，。.!！:：、…]*"
_WRONG = Regex(
    rf"{_STOP}(?:(?:哦|呃|啊|哎|刚才|刚刚|我)?(?:不对|[说弄搞剪]错了?|错了|剪多了|我是说|{RATHER_SO}"
    r"|多剪了(?![0-9一二两三四五六七八九十半])|我说的是|我要的是|我的意思是)"
    rf"{_STOP})+(?:我?(?:要|说)的(?:是|应该是)|应该是|而是|是)?{_STOP}"
)
_TYPO = Regex(
    rf"{_STOP}[打写拼输]错[字了]*{_STOP}(?:应该|正确)?的?(?:是|为|改成|改为)?[0-9]+(?:才对)?{_STOP}"
)
_DENIES_IT = Regex(
    rf"{_STOP}(?:还是)?(?:不要|不用|别|不是|无需)(?:完全|全部|再|让你)*(静音|消音|加速|放慢|慢放|快放|倒放|黑白|[剪删])"
)
_RATHER = Regex(
    rf"{_STOP}(?:嗯|呃|算了)?{_STOP}还是(?=[^算不别太有])(?!再?[快慢大小高低轻响]一?点)"
)
_BAD = Regex(
    rf"{_STOP}(?:(?:不行|不好看?|不太好看?|不合适|难看|不要这个)了?[,，。 ]+)+(?:还是|改成|换"
    rf"成|那就|用|改用)?(?=[^,，]{{2}})"
)
_COMPLAINS = Regex(  # "有点大，改成25%"
    rf"{_STOP}(?:还是|还|好像|感觉|现在|似乎|又|可能)*"
    "(?:(?:太|有点|有些|过于|偏|稍微有点)(?:大声|小声|大|小|吵|响|轻|快|慢|长|短|淡|浅|浓|深|暗|亮|多|"
    "少|久|高|低|猛|急)"
    "|看不清楚?|看不见|听不清楚?|听不见|不够(?:大声|大|响|快|慢|长|久|明显)|不用(?:那么|这么)(?:大声|大"
    "|快|慢|长|久|多|高))"
    "了?(?:点|一点|些)?[,，。 ]+(?:还是|那就|就|请|给我|帮我)*"
    "(?:[改调换设弄][到成为]?|(?:降|提高?|升|减|加|缩短|延长|放慢|加快)[到成为]|用|来)?"
    r"(?P<value>[0-9一二两三四五六七八九十半百.%成倍秒速号度]+)"
    "(?:就[行好]|就?够了?|差不多|吧|好了|试试|看看)*[。.!！ ]*"
)
# "太吵了，小一半".
_BY_SO_MUCH = Regex(
    rf"{_STOP}(?:(?:还是|还|好像|感觉|现在)*(?:太|有点|有些|不够)(?:大声|小声|大|小|吵|响|轻)了?[,，。 ]+)?"
    r"(?P<by>再?(?:小|大|轻|响|降低|减小|提高)(?:一半|一倍|[0-9]{1,2}%|[一二三四五六七八九]成"
    r"))(?:吧|就行|就好)*[。.!！ ]*"
)
# "结尾的时候慢慢变小，3秒".
_FADES_AWAY = Regex(
    rf"{_STOP}(?:到)?(?:结尾|片尾|最后|结束)(?:的时候|时|处)?(?:让它|再)?(?:慢慢|逐渐|渐渐)(?:地)?"
    r"(?:变小|减弱|变轻|小下去|降下来|淡掉|淡出|消失)[,，]?(?:用|花|持续)?(?P<length>[0-9一二两三四五六"
    r"七八九十半.]+秒)(?:钟)?(?:吧|就行|就好)*[。.!！ ]*"
)
# "轻一点，前3秒淡入".
_HOW_AND_FADE = Regex(
    rf"{_STOP}(?P<how>(?:再|稍微)?(?:轻|响|小声|大声|小|大)一?点)[,，] ?(?:再)?"
    r"(?:最?前(?P<first>[0-9一二两三四五六七八九十半.]+秒)淡入"
    r"|最?后(?P<last>[0-9一二两三四五六七八九十半.]+秒)淡出)[。.!！ ]*"
)
_SOUNDS = {"music": "音乐", "voiceover": "旁白"}
# "后五秒那个撤回".
_THAT_ONE = Regex(
    rf"{_STOP}(?:把)?(?:刚才|刚刚|刚|最后)?(?:加|做|弄"
    rf"|改)?(?:上)?的?(?:那个)?(?P<what>[^,，。不别]{{2,8}}?)(?:的)?(?:那|这)(?:一)?(?:个|步|段|处|下"
    r"|次)(?:操作|修改)?"
    rf"(?:给我|先|请|也)?(?:撤销|撤回|撤掉)(?:吧|了|掉)*{_STOP}"
    rf"|{_STOP}(?:把)?(?:刚才|刚刚|刚)(?:才)?(?:加|做|弄"
    rf"|改)(?:上)?的(?:那个)?(?P<made>[^,，。不别]{{2,8}}?)(?:撤销|撤回|撤掉)(?:吧|了|掉)*{_STOP}"
)
_NEVER_MIND = Regex(rf"{_STOP}(?:唉|哎|嗯)?{_STOP}算了{_STOP}(?=[^ ,，。.!！吧了])")
_NOT_WANTED = Regex(
    r"(?=.*[它这删去撤])[ ,，。!！]*(?:(?:还是)?算了|我?不想要了?|(?:还是)?不要(?:它|这个)?了?"
    r"|(?:还是)?删(?:了|掉)(?:它)?|去掉(?:它)?|撤掉(?:它)?|吧|[ ,，。.!！])+"
)
_INSTEAD = Regex(r"[ ,，]*(?:还是|改成|换成|改为|换为|改到|调成|调到|改)[ ,，]*(?:从|在)?")
_THERE = Regex(
    r"(?:同样的时间(?:段)?|同一(?:个)?时间(?:段)?|(?:这|那)(?:一)?段(?:时间)?|(?:这|那)部分|(?:这"
    r"|那)几秒)(?:里|内)?的?"
)
_THAT_PART = Regex(
    r"(?:\b(?:that|this|the same)|\A[ ,]*same)"
    r" (?:part|bit|section|stretch|piece|portion|passage|segment|range)\b"
    r"(?! (?:of|where|when|with|from|between|after|before)\b)",
    re.IGNORECASE,
)
_LEAD = Regex(r"[ ,，]*(?:请|再|另外|同时|然后|帮我|麻烦|把|将|给|在|还有)*")
_ONLY = Regex("只要?")
_MORE = Regex("也|再|还要|另外|同时")
# "Undo that and make it warm instead".
_UNDONE_INSTEAD = Regex(
    r"(?P<undo>[ ,]*(?:(?:no|wait|oh|hm+|sorry|actually)[ ,]+)*(?:please )?undo(?: (?:that|it|this|the"
    r" last one))?)"
    r"(?:,? and(?: then)?|,? then|,) (?:please )?(?P<order>[^,;.]+?),? instead(?: please)?[ .!]*",
    re.IGNORECASE,
)
_PRONOUN = Regex(r"\b(?:it|that|this|them)\b", re.IGNORECASE)
# "Other side: bottom left", "actually, sepia would be better".
_OTHER_SIDE = Regex(
    r"\A[ ,]*(?:no[, ]+)?(?:(?:on|to) )?(?:the )?(?:other|opposite) (?:side|corner|end)(?: please)?[:,] ?"
    r"(?=(?:(?:at|in|to) )?(?:the )?(?:top|bottom|upper|lower|left|right)\b)",
    re.IGNORECASE,
)
_BETTER = Regex(
    r"[ ,]*(?:(?:actually|hm+|well|no|oh|i think)[, ]+)*(?P<what>[a-z0-9%. -]{2,24}?) would (?:be|look)"
    r" (?:much |even )?(?:better|nicer)[ .!]*",
    re.IGNORECASE,
)
# "And 30 to 35 as well" behind a message in seconds.
_BARE_RANGE = Regex(
    r"(?P<lead>[ ,]*(?:(?:and|also|plus|now|do|the|same|that|thing|again|likewise|for|at|from|with"
    r"|please)[ ,]+)*"
    r"[0-9]+(?:\.[0-9]+)? ?(?:to|-|–|until) ?[0-9]+(?:\.[0-9]+)?)"
    r"(?P<rest>(?:,? (?:too|as well|also|likewise|again|please))*[ .!]*)",
    re.IGNORECASE,
)
_KEEPS_TIMES = (op.Level, op.Picture, op.Reverse, op.AddLayer, op.Change)


def read_in_turn(
    message: str,
    names: Sequence[str],
    it: str,
    *,
    first: bool,
    shown: Sequence[Shown],
    before: Before | None,
) -> Reading:
    """The reading of a message as `read` reads it, where it may be about the one before."""
    message = restated(message, it, shown, before.message if before is not None else "")
    if before is not None and HAN.search(message) and before.message:
        found = _second(message, names, it, shown, before)
        if found is not None:
            return found
    if before is not None and (instead := _UNDONE_INSTEAD.fullmatch(message)) and before.message:
        message = _undone(message, instead, names, before)
    if (
        before is not None
        and (bare := _BARE_RANGE.fullmatch(message))
        and _in_seconds(before, names)
    ):
        message = f"{bare['lead']} seconds{bare['rest']}"
    if before is not None and _THAT_PART.search(message) and before.message:
        found = _at_that_part(message, names, it, shown, before)
        if found is not None:
            return found
    if before is not None and not HAN.search(message):
        message = _OTHER_SIDE.sub("", message)
        if before.message and (better := _BETTER.fullmatch(message)):
            found = read_varied(before, f"no, {better['what']}", names, it)
            if found is not None:
                return found
        found = put_right(message, names, it, shown, before)
        found = found or _left_alone(message, names, it, shown, before)
        if found is not None:
            return found
    return read(message, names, it, first=first, shown=shown, before=before)


def _undone(message: str, instead: re.Match[str], names: Sequence[str], before: Before) -> str:
    """The two orders, where a pronoun of the second cannot mean a part that the message before named."""
    was, _ = sentences(before.message, tuple(names))
    is_, _ = sentences(instead["order"], tuple(names))
    named = any(marks(text, "range", "time", "text", "file") for text in was)
    told = any(marks(text, "range") for text in is_)
    if named and not told and _PRONOUN.search(instead["order"]):
        return message
    return f"{instead['undo']} and {instead['order']}"


def _in_seconds(before: Before, names: Sequence[str]) -> bool:
    """Whether the message before names one range."""
    found, _ = sentences(before.message, tuple(names)) if before.message else ([], None)
    return sum(len(marks(text, "range")) for text in found) == 1


def _second(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    if instead := _INSTEAD.match(message):
        other = read_varied(before, f"我是说{message[instead.end() :]}", names, it)
        if other is not None:
            return other
    denied = _DENIES_IT.match(message)
    if instead or (denied and denied[1] in before.message):
        asked = orders_of(read(message, names, it, first=False, shown=shown))
        if _may_be_of_the_part(message, asked, orders_of(read(before.message, names, before.it))):
            return Reading("zh", [], [message[:200]])
    if _TYPO.fullmatch(message) or leaves_too_much_out(message, before.message):
        return Reading("zh", [], [message[:200]])  # in which word?
    complaint = _COMPLAINS.fullmatch(message)
    if complaint and (other := read_varied(before, f"我是说{complaint['value']}", names, it)):
        return other
    if (by := _BY_SO_MUCH.fullmatch(message)) and it in _SOUNDS:
        return read(f"{_SOUNDS[it]}{by['by']}", names, it, first=False, shown=shown)
    if (away := _FADES_AWAY.fullmatch(message)) and it in _SOUNDS:
        return read(f"{_SOUNDS[it]}淡出{away['length']}", names, it, first=False, shown=shown)
    if (both := _HOW_AND_FADE.fullmatch(message)) and it in _SOUNDS:
        fade = f"淡入{both['first']}" if both["first"] else f"淡出{both['last']}"
        text = f"{_SOUNDS[it]}{both['how']}，{_SOUNDS[it]}{fade}"
        return read(text, names, it, first=False, shown=shown)
    if it in _SEEN and (seen := _SHOWN_ONLY.fullmatch(message)):
        when = f"持续到{seen['until']}" if seen["until"] else f"只在{seen['when']}显示"
        return read(f"{_SEEN[it]}{when}", names, it, first=False, shown=shown)
    if (less := _only_there(message, names, it, shown, before)) is not None:
        return less
    if (one := _THAT_ONE.fullmatch(message)) and (one["what"] or one["made"]) in before.message:
        alone = len(orders_of(read(before.message, names, before.it))) == 1
        return Reading("zh", [Understood(op.Undo(), message)]) if alone else None
    if wrong := _WRONG.match(message) or _RATHER.match(message) or _BAD.match(message):
        rest = message[wrong.end() :]
        return (
            read_varied(before, message, names, it)
            or read_varied(before, f"我是说{rest}", names, it)
            or _put_right(message, wrong, names, it, shown, before)
        )
    if _NOT_WANTED.fullmatch(message):
        added = orders_of(read(before.message, names, before.it))
        only = len(added) == 1 and isinstance(added[0], op.AddLayer)
        return Reading("zh", [Understood(op.Undo(), message)]) if only else None
    if lead := _NEVER_MIND.match(message):
        return read(message[lead.end() :], names, it, first=False, shown=shown, before=before)
    if more := once_more(message, names, it, shown, before):
        return more
    return _at_that_time(message, names, it, shown, before) or _left_alone(
        message, names, it, shown, before
    )


_ADDS = Regex(
    r"[ ,，]*(?:再|也|还要|同时|(?:and|also|plus|then|now)\b)|.*\b(?:too|also|as well)[ .!]*\Z",
    re.I,
)
_OF_ALL = Regex(
    r"视频|片|整|全|画面|声音|原声|\b(?:video|clip|whole|everything|all|entire|footage|film|picture|audio"
    r"|sound|undo|rest|(?:un|back)[a-z]*)\b",
    re.IGNORECASE,
)


def _left_alone(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """One thing more, behind what was done to a part: there, or everywhere?"""
    if not _ADDS.match(message) or _OF_ALL.search(message):
        return None
    were = orders_of(read(before.message, names, before.it))
    timed = any(part_of(one) or getattr(one, "range", None) is not None for one in were)
    if not were or not (all(map(part_of, were)) or ("同时" in message and timed)):
        return None
    orders = orders_of(read(message, names, it, first=False, shown=shown))
    vague = any(isinstance(one, ON_PARTS) and not part_of(one) for one in orders)
    language = "zh" if HAN.search(message) else "en"
    return Reading(language, [], [message[:200]]) if vague else None


# "只显示前15秒" behind what was added.
_SHOWN_ONLY = Regex(
    rf"{_STOP}(?:让它)?(?:就)?只(?:(?:播放?|[放要留]|显示|出现)到(?P<until>第?[0-9.:一二两三四五六七八九十]+秒?)"
    rf"|(?:播放?|放|显示|出现|展示)(?:在|到)?(?P<when>[^,，。不]{{2,12}}?))(?:就行|就好|为止|吧)*{_STOP}"
)
_SEEN = {
    "music": "音乐",
    "overlay": "logo",
    "title": "标题",
    "caption": "字幕",
    "lower-third": "人名条",
}
_ONLY_THIS = Regex(
    rf"{_STOP}只(?=静音|加速|放慢|倒放|黑白|降噪|慢放|快放|剪|删|去掉|(?:把|让)?[前后最第0-9])"
)


def _only_there(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """ "只静音前10秒" behind "静音": the rest is as it was; left alone where it is not sure how much."""
    only = _ONLY_THIS.match(message)
    if only is None:
        return None
    asked = orders_of(read(message[only.end() :], names, it, first=False, shown=shown))
    were = orders_of(read(before.message, names, before.it))
    alike = [one for one in were if asked and type(one) is type(asked[0])]
    if len(asked) != 1 or not alike or not (part_of(asked[0]) or isinstance(asked[0], op.Cut)):
        return None
    same = isinstance(asked[0], op.Cut) or _everywhere(asked[0]) == _everywhere(alike[0])
    if len(were) != 1 or not same:
        return Reading("zh", [], [message[:200]])
    return Reading("zh", [Understood(op.Undo(), message), Understood(asked[0], message)])


def _everywhere(one: op.Operation) -> op.Operation:
    """The same done to all of the video."""
    if isinstance(one, op.Level):
        return replace(one, ranges=(op.WHOLE,))
    return replace(one, range=op.WHOLE) if isinstance(one, ON_PARTS) else one


def _put_right(
    message: str,
    wrong: re.Match[str],
    names: Sequence[str],
    it: str,
    shown: Sequence[Shown],
    before: Before,
) -> Reading | None:
    """What is said behind "no", in place of what was done; left alone where that is not one thing."""
    sure, rest = wrong.re.pattern == _WRONG.pattern, message[wrong.end() :]
    if not rest.strip(" ,，。.!！"):
        return None
    if sure and it != before.it:  # what was added just now may only be changed
        of_it = read(rest, names, it, first=False, shown=shown)
        told = orders_of(of_it)
        if told and all(isinstance(one, op.Change) and _says_it_all(one) for one in told):
            return of_it
    asked = read(rest, names, before.it, first=False, shown=shown)
    if only := _ONLY.match(rest) if asked.misunderstood else None:
        asked = read(rest[only.end() :], names, before.it, first=False, shown=shown)
    if asked.misunderstood and not sure:
        asked = read(f"改成{rest}", names, before.it, first=False, shown=shown)
    orders, were = orders_of(asked), orders_of(read(before.message, names, before.it))
    if orders and all(map(_says_it_all, orders)):
        return asked
    if _may_be_of_the_part(rest, orders, were):
        return Reading("zh", [], [message[:200]])
    same = {type(one) for one in orders} & {type(one) for one in were}
    if len(were) != 1 or not orders or _MORE.match(rest) or not (sure or same):
        return Reading("zh", [], [message[:200]]) if sure else None
    return Reading("zh", [Understood(op.Undo(), message), *asked.understood])


def _may_be_of_the_part(
    message: str, asked: Sequence[op.Operation], were: Sequence[op.Operation]
) -> bool:
    """Whether what is to be done instead may be meant of the part that the message before named."""
    of_part = any(part_of(one) or isinstance(one, op.Cut) for one in were)
    whole = any(isinstance(one, ON_PARTS) and not part_of(one) for one in asked)
    return of_part and whole and not _OF_ALL.search(message)


def _says_it_all(one: op.Operation) -> bool:
    """Whether it leads to the same draft whatever was done to a layer before."""
    relative = isinstance(one, op.Change) and (
        one.louder or one.bigger or one.shift or one.stretch or one.times or one.otherwise
    )
    return isinstance(one, op.Change | op.Remove | op.Undo) and not relative


def _at_that_time(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """ "This part" is the one range of the message before, if nothing has moved since."""
    lead = _LEAD.match(message)
    there = _THERE.match(message, lead.end() if lead else 0)
    told = _told_before(before, names) if there else ""
    if there is None or not told:
        return None
    text = (
        message[: there.start()].replace("再", "")
        + f"{told} "
        + message[there.end() :].lstrip("再 ")
    )
    other = read(text, names, "video" if it == "video" else it, first=False, shown=shown)
    return other if orders_of(other) else None


def _at_that_part(
    message: str, names: Sequence[str], it: str, shown: Sequence[Shown], before: Before
) -> Reading | None:
    """The same in English, where the message names no other time."""
    found, _ = sentences(message, tuple(names))
    told = (
        "" if any(marks(text, "range", "time") for text in found) else _told_before(before, names)
    )
    if not told:
        return None
    text = _THAT_PART.sub(lambda _: told, message, count=1)
    other = read(text, names, it, first=False, shown=shown)
    return other if orders_of(other) and not other.misunderstood else None


def _told_before(before: Before, names: Sequence[str]) -> str:
    """The one range of the message before, as it was written; empty where something has moved since."""
    if not all(
        isinstance(one, _KEEPS_TIMES) for one in orders_of(read(before.message, names, before.it))
    ):
        return ""
    found, values = sentences(before.message, tuple(names))
    ranges = [i for text in found for i in marks(text, "range")]
    if len(ranges) != 1 or any(marks(text, "time", "file") for text in found[:-1]):
        return ""
    return values.words[ranges[0]]
