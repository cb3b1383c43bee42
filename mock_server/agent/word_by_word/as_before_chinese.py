"""What a Chinese message says of the one before: taken back, exchanged, longer, only a part."""

from collections.abc import Callable, Sequence
from re import Match

from mock_server.agent import operations as op
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.ranges import Range
from mock_server.agent.word_by_word.as_before_chinese_more import said_of_it_more
from mock_server.agent.word_by_word.as_before_chinese_wording import put_more_plainly
from mock_server.agent.word_by_word.as_before_multiples import multiplied, other_side
from mock_server.agent.word_by_word.as_before_told import Told
from mock_server.agent.word_by_word.chinese_times import SECONDS, ms
from mock_server.agent.word_by_word.chinese_turns import without_the_rest
from mock_server.agent.word_by_word.parts import Part, Thing, kinds
from mock_server.agent.word_by_word.things import TEXTS, Draft

Parse = Callable[[str], Sequence[Part] | None]
_LONG = rf"(?:{NUMBER}) ?秒钟?"
_STOP = r"(?:就好|就行|就够|吧|了|啊|呀|才对|一点)*[ 。.!！]*"
_SIGH = (
    r"[ ,，]*(?:(?:等等|等一下|等下|算了|不了?|哎呀?|唉|嗯|啊|不行|不好|我觉得"
    r"|我想)[,，。!！… ]*)*"
)
_SORRY = (
    r"[ ,，]*(?:(?:哦|啊|哎呀?|不对|不好意思|抱歉)[,，。!！ ]*)*(?:(?:颜色|位置|方向|音量|时间"
    r"|顺序)?"
    r"(?:弄|搞|放|写|设|调|改|删|剪|转)?(?:反|错)了[,，。!！ ]*)"
)


# What takes a message back, by the kinds that one of its parts has to be of.
_BACK: tuple[tuple[Regex, set[str]], ...] = (
    (
        Regex(rf"{_SIGH}还是(?:把它)?(?:留着|保留|留下|留|不删|别删|不剪|别剪)(?:它|着)?{_STOP}"),
        {"remove", "cut"},
    ),
    (
        Regex(
            rf"{_SIGH}(?:还是)?(?:正着放|正放|正着播|正常播放|正常放|顺着放|别倒放|不倒放"
            rf"|不要倒放){_STOP}"
        ),
        {"reverse"},
    ),
    (
        Regex(
            rf"{_SIGH}(?:(?:有点)?太[大小响轻吵快慢亮暗](?:声|了)*[,，])?还是(?:用|换回|改回|恢复|要|调回|觉得)?"
            rf"(?:刚才|原来|原先|之前|开始)的?(?:那个)?(?:大小|尺寸|音量|颜色|速度|样子|字号)"
            rf"(?:(?:更|比较|最)?(?:好|合适|好看|好听|舒服)(?:一?点|些)?)?(?:[,，](?:给我|帮我|再)?(?:改|换|调|变|恢复|退)回(?:去|来))?"
            rf"{_STOP}"
        ),
        {
            "grow",
            "shrink",
            "bigger",
            "smaller",
            "louder",
            "quieter",
            "faster",
            "slower",
            "factor",
            "level",
            "color",
            "scale",
            "points",
            "lookname",
        },
    ),
    (Regex(rf"{_SIGH}还是(?:要|留着|开着|保留)(?:原声|声音|有声音){_STOP}"), {"mute"}),
    (
        Regex(
            rf"{_SIGH}(?:不要了?[,，])?(?:还是(?:用|换回|改回|恢复)?|(?:变|换|改|调)回(?:到|成)?|恢复(?:到|成)?)"
            rf"(?:原来|原先|之前)的?(?:横屏|竖屏|方形|比例|画幅"
            rf"|尺寸|画面比例)?{_STOP}"
        ),
        {"ratio"},
    ),
    (
        Regex(
            rf"{_SIGH}(?:还是|音乐|配乐|歌|背景音乐)*(?:换回?|用回?|改回|要)(?:到|成|为)?(?:原来|之前|原先|先前)的?"
            rf"(?:那(?:一)?[首个段])?的?(?:音乐|歌|曲子|配乐|背景音乐|bgm)?{_STOP}"
        ),
        {"replace song"},
    ),
    (
        Regex(rf"{_SIGH}(?:还是|再|把它们?)*(?:对调|互换|换|调换|调|交换)回(?:来|去){_STOP}"),
        {"swap"},
    ),
)
_GIVEN_BACK = Regex(
    r"[ ,，]*(?:请|帮我|给我)?(?:(?:把)?(?:刚才|刚刚)?(?:剪|删|去|裁)(?:掉|除|了)*的"
    rf"(?:那段|部分|内容|那部分|东西)?(?:再|还是|都|给我|帮我|请)*(?:恢复|还原|加回|放回|找回|补回)(?:来|去|一下)*"
    rf"|(?:恢复|还原|找回)(?:刚才|刚刚)?(?:剪|删|去|裁)(?:掉|除|了)*的(?:那段|部分|内容|那部分|东西)?){_STOP}"
)
_NOT_THAT_STEP = Regex(
    r"[ ,，]*(?:还是)?(?:把)?(?:刚才|刚刚|上面|最后|最近)?的?(?:这|那)一?(?:步|下)(?:操作|修改|改动)?"
    r"(?:给我|帮我|先|就|还是|再)*"
    rf"(?:不要|撤销?|撤回|取消|作废|算)(?:掉|了)*(?:[,，](?P<kept>[^,，。]{{1,8}}?)(?:还是)?(?:留着|保留|别动|不变|不动"
    rf"|照旧|要))?{_STOP}"
)
_EXCHANGED = Regex(
    rf"{_SORRY}(?:把?(?:颜色|位置|音量|时间))?(?:对调|互换|调换|交换|换|调)(?:一下|过来)*{_STOP}"
)
_VALUES = {"颜色": "color", "位置": "place", "音量": "level", "时间": "range"}
_MORE = Regex(
    rf"[ ,，]*(?:定格|停留|转场|叠化|过渡|闪黑|闪白|它)?(?:再|还要|要)?(?:(?P<more>多停|多放|多留"
    rf"|长|多|延长|加长)"
    rf"|(?P<less>少停|少放|少留|短|少|缩短))(?P<d>{_LONG}){_STOP}"
)
_PART_OF_IT = Regex(
    rf"[ ,，]*(?:它)?(?:只|就)(?:要|用|留|放)(?:它|这段)?的?(?P<side>最?前面?|开头|最?后面?"
    rf"|最后)的?(?P<d>{_LONG}){_STOP}"
)
_MEASURE = Regex(
    r"[ ,，]*(?:(?:还是)?(?:有点)?太[大小响轻吵]了?[,，])?(?:就|直接|还是|那就)?(?:调|改|设|降|升"
    r"|放|提|缩|放大|缩小)*(?:到|成|为)?"
    rf"(?P<n>[0-9]+(?:\.[0-9]+)?)(?P<p>%)?(?:倍|号)?{_STOP}"
)


def said_of_it(
    message: str, told: Told, parse: Parse, names: tuple[str, ...]
) -> Sequence[op.Operation] | Sequence[Part] | None:
    """What a message asks for behind another: operations, or the parts of what is to be in its place."""
    for known in (
        _back, _exchanged, _more, _part_of_it, _measured, _line_below, _multiplied, _from_then_on,
    ):  # fmt: skip
        if (found := known(message, told)) is not None:
            return found
    return said_of_it_more(message, told, parse, names)


def _back(message: str, told: Told) -> Sequence[op.Operation] | None:
    said = kinds(told.parts) | ({"replace song"} if _is_another_song(told) else set())
    taken = any(one.fullmatch(message) and said & known for one, known in _BACK)
    taken |= bool(_GIVEN_BACK.fullmatch(message) and kinds(told.parts) & {"remove", "cut"})
    step = _NOT_THAT_STEP.fullmatch(message)
    taken |= bool(step and not (step["kept"] and step["kept"] in told.words))
    return [op.Undo()] if taken and told.single else None


def _is_another_song(told: Told) -> bool:
    things = [one.value for one in told.parts if isinstance(one.value, Thing)]
    own = kinds(told.parts)
    return bool(
        [one.role for one in things] == ["music"]
        and own & {"change", "replace"}
        and own & {"file", "style"}
        and own
        <= {"thing", "change", "replace", "with", "to", "file", "style", "stop", "noun", "under"}
    )


def _exchanged(message: str, told: Told) -> Sequence[Part] | None:
    """ "颜色弄反了，对调一下", of two things that each were to be one."""
    if not _EXCHANGED.fullmatch(message):
        return None
    named = {kind for word, kind in _VALUES.items() if word in message}
    at = [i for i, one in enumerate(told.parts) if one.kind in (named or {*_VALUES.values()})]
    things = [one.value for one in told.parts if one.kind == "thing"]
    if len(at) != 2 or len({*map(repr, things)}) != 2 or len(things) != 2:
        return None
    one, other = (told.parts[i] for i in at)
    if one.kind != other.kind or one.value == other.value:
        return None
    found = [*told.parts]
    found[at[0]], found[at[1]] = other, one
    return found


_SO_LONG = Regex(
    rf"[ ,，]*(?:定格|停留?|转场|叠化|过渡|它)?(?:得)?(?:有点)?太[久长短]了?[,，]+(?:改成|改为|停|定格?"
    rf"|就|还是)*(?P<d>{_LONG}){_STOP}"
)


def _more(message: str, told: Told) -> Sequence[Part] | None:
    """ "少停一秒", "停太久了，2秒就好", of what lasts so long."""
    found = _MORE.fullmatch(message) or _SO_LONG.fullmatch(message)
    at = [i for i, one in enumerate(told.parts) if one.kind == "long"]
    lasts = kinds(told.parts) & {"freeze", "frame", "join", "transition"}
    if found is None or len(at) != 1 or not lasts:
        return None
    was = told.parts[at[0]]
    long = ms(found["d"])
    if found.re.pattern == _MORE.pattern:
        long = int(str(was.value)) + (long if found["more"] else -long)
    if long <= 0:
        return None
    return [*told.parts[: at[0]], Part("long", long, was.words), *told.parts[at[0] + 1 :]]


def _part_of_it(message: str, told: Told) -> Sequence[op.Operation] | None:
    """ "只要它的前4秒", of a clip that was put in."""
    found = _PART_OF_IT.fullmatch(message)
    name = next((one.value for one in told.parts if one.kind == "file"), None)
    then, now = [*told.then.clips], [*told.now.clips]
    put_in = kinds(told.parts) & {"insert", "at", "atstart", "atend"}
    if found is None or not told.single or not put_in or name in then or now.count(str(name)) != 1:
        return None
    i = now.index(str(name))
    ends = [*told.now.starts[1:], told.now.seconds]
    start, end = (round(1_000 * one) for one in (told.now.starts[i], ends[i]))
    long = ms(found["d"])
    if not 0 < long < end - start:
        return None
    first = found["side"].lstrip("最")[0] in "前开"
    return [op.Cut((Range(start + long, end) if first else Range(start, end - long),))]


_STEPS = {"grow", "shrink", "louder", "quieter", "bigger", "smaller"}


def _measured(message: str, told: Told) -> Sequence[Part] | None:
    """ "太小了，0.25就好", of what was to be smaller."""
    found = _MEASURE.fullmatch(message)
    at = [i for i, one in enumerate(told.parts) if one.kind in _STEPS]
    things = [one.value for one in told.parts if isinstance(one.value, Thing)]
    others = kinds(told.parts) - {
        "thing",
        "make",
        "change",
        "stop",
        "volume",
        "size",
        "to",
        *_STEPS,
    }
    if found is None or len(at) != 1 or len(things) != 1 or others:
        return None
    wanted = float(found["n"]) / (100 if found["p"] else 1)
    role = things[0].role
    if role in ("music", "own", "voiceover", "sound") and 0 < wanted <= 2:
        value = Part("level", wanted, found[0])
    elif role == "overlay" and 0 < wanted <= 1:
        value = Part("scale", wanted, found[0])
    elif role in (*TEXTS, "text") and wanted >= 10 and not found["p"]:
        value = Part("points", int(wanted), found[0])
    else:
        return None
    kept = [one for one in told.parts if one.kind in ("thing", "volume")]
    return [*(one for one in kept if one.kind == "thing" or value.kind == "level"), value]


def _multiplied(message: str, told: Told) -> Sequence[Part] | None:
    return multiplied(message, told.parts) or other_side(message, told.parts)


_LATER = Regex(
    rf"[ ,，]*(?:它|logo|音乐|水印)?(?:要|得)?(?:等|到|过|从|等到)?(?P<at>{SECONDS})"
    rf"(?:以后|之后|后|开始|起|的时候|时)?(?:才|再)(?:开始)?(?:出现|显示|出来|响起?|播放?|放|亮相|露出来?){_STOP}"
)
_BESIDE_TIMES = {"thing", "file", "style", "place", "level", "scale", "add", "under", "opaque", "to",
    "make", "stop", "with", "amount", "size", "volume"}  # fmt: skip


def _from_then_on(message: str, told: Told) -> Sequence[Part] | None:
    """ "10秒以后再出现", of a picture or a song that was put in for all of the time."""
    found = _LATER.fullmatch(message)
    said = kinds(told.parts)
    added = [one for one in told.now.roles if one in ("overlay", "music")]
    if found is None or not told.single or not said <= _BESIDE_TIMES:
        return None
    if not said & {"file", "style"} or len(told.now.roles) != len(told.then.roles) + 1 or not added:
        return None
    if not ms(found["at"]) < 1_000 * told.now.seconds:
        return None
    parts = [one for one in told.parts if one.kind != "stop"]
    return [*parts, Part("from", ms(found["at"]), found[0])]


_LINE_BELOW = Regex(
    r"[ ,，]*(?:在|给)?(?:它|名字|人名条|名字条)?(?:的)?(?:下面|底下|下方|下边)(?:再|也|还|给我|帮我)*"
    r"(?:加|写|补|添|配|放)(?:上|个)?(?:(?:一|小|行|个|句|的|字|职位|头衔|副标题|写着?|[:：])*)"
    rf"[“\"「『'](?P<line>[^“”\"「」『』']+)[”\"」』']{_STOP}"
)


def _line_below(message: str, told: Told) -> Sequence[op.Operation] | None:
    """ "下面再加一行“店长”", behind a lower third that was added."""
    found = _LINE_BELOW.fullmatch(message)
    things = [one.value for one in told.parts if isinstance(one.value, Thing)]
    texts = [one for one in told.parts if one.kind == "text"]
    if found is None or not told.single or len(things) != 1 or len(texts) != 1:
        return None
    if things[0].role != "lower-third" or [*told.now.roles].count("lower-third") != 1:
        return None
    return [op.Change(op.Target(("lower-third",), which=0), {"sub": found["line"]})]


_NOT_BUT = Regex(
    r"[ ,，]*(?:(?:哦|啊|不对|说错了|错了)[,，。]*)?不是(?P<was>[^,，。]{1,12})[,，]\s*(?:而|应该"
    r"|要)?是(?P<wanted>.+)"
)
_MEANT = Regex(
    rf"(?:{_SORRY}|[ ,，]*不对[,，。 ]*)(?:应该|该|要|我要)+(?P<deed>删除?|剪|静音|改|放|移|去|转"
    rf"|加)掉?(?:(?:的|成|到)?是|的)?(?P<rest>.+)"
)
_WRONG = Regex(rf"{_SORRY}(?=.)")
_TURNED = Regex(rf"{_SORRY}(?:应该|要|该)*(?:是)?([顺逆])时针(?:方向|转)?{_STOP}")
_TOO_LONG = Regex(r"(?:定格|停留?|它)?(?:得)?(?:有点)?太[久长]了?[,，](?:改成|就)?(?=.*秒)")
_COMES_BACK = Regex(
    r"(?P<said>[ ,，]*(?:不对|错了|[弄搞剪删]错了?|不是)[,，。].{1,24}?)[,，]"
    rf"(?:前面|后面|刚才|之前|原来|先前)(?:[剪删改]掉?)?的?(?:那段|部分|内容)?(?:给我|帮我|请|再|都)*(?:还原|恢复|还回来|加回来|补回来|放回来|恢复回来){_STOP}"
)


def _without_what_comes_back(message: str) -> str:
    """ "不对，是后10秒，前面的给我还原": what is put right is taken back anyway."""
    found = _COMES_BACK.fullmatch(message)
    return found["said"] if found else message


_NOT_THIS = Regex(
    rf"[ ,，]*(?:{_SORRY}|不对[,，。])?不是(?:这|那)一?(?:个|条|首|张|段|句)?[,，](?:而|应该|要)?(?:改)?是"
    r"(?P<rest>(?:另|第|最后|前|后|左|右|上|下|[“\"「]).+)"
)
_SOONER = Regex(
    rf"[ ,，]*从(?P<since>{SECONDS})(?:就|再|才)开始(?:加速|快|慢|放慢|静音|剪|删|倒放|变)?{_STOP}"
    rf"|[ ,，]*(?:要|得|一直)*(?P<deed>模糊|马赛克|静音|倒放|推近|放大|加速|快进|慢放|慢动作|黑白)?"
    rf"(?:效果)?(?:要)?(?:一直|延长|持续|保持|延续)*到(?P<until>{SECONDS})(?:才|就|再)(?:结束|停止?|恢复){_STOP}"
)


def plainly(message: str, told: Told, parse: Parse) -> str:
    """A message that puts the one before right, in plain words; the same where it is no such turn."""
    message = _without_what_comes_back(without_the_rest(message, Draft(told.then)))
    if (plain := put_more_plainly(message, told)) != message:
        message = plain
    if found := _NOT_THIS.fullmatch(message):
        return f"不对，{found['rest']}"
    if found := _SOONER.fullmatch(message):
        return _from_then(found, told) or message
    if (found := _NOT_BUT.fullmatch(message)) and (was := parse(found["was"])):
        denied = {(one.kind, str(one.value)) for one in was}
        return (
            f"不对，{found['wanted']}"
            if denied <= {(one.kind, str(one.value)) for one in told.parts}
            else message
        )
    if found := _MEANT.fullmatch(message):
        return f"不对，{found['rest']}" if found["deed"][0] in told.words else message
    if (found := _TURNED.fullmatch(message)) and "degrees" in kinds(told.parts):
        return f"不对，{found[1]}时针90度"
    if found := _WRONG.match(message):
        return f"不对，{message[found.end() :]}"
    return _TOO_LONG.sub("太长了，", message, count=1) if _TOO_LONG.match(message) else message


def is_of_that_time(message: str) -> bool:
    """Whether a message says from when what was told before is to be so: "从15秒就开始"."""
    return bool(_SOONER.fullmatch(message))


def _from_then(found: Match[str], told: Told) -> str | None:
    spans = [one.value for one in told.parts if one.kind == "range"]
    if (found["deed"] or "") not in told.words:
        return None
    if len(spans) != 1 or not isinstance(spans[0], Range) or spans[0].end is None:
        return None
    start = ms(found["since"]) if found["since"] else spans[0].start
    end = ms(found["until"]) if found["until"] else spans[0].end
    if not 0 <= start < end:
        return None
    return f"不对，{start / 1_000:g}到{end / 1_000:g}秒"
