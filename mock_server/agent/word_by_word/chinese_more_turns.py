"""More Chinese turns of phrase that say more plainly what they say, some of them by the draft."""

from collections.abc import Callable
from fractions import Fraction
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.chinese_times import SECONDS, SPAN, ms
from mock_server.agent.word_by_word.things import Draft

_LONG = rf"{NUMBER} ?秒钟?"
_OUT = (
    "(?:收(?:掉|起来?|走)?|结束|消失|撤(?:掉|走)?|没(?!有)|下(?:线|去|场)|退场|隐藏|不见|为止"
    "|停(?:掉|止|下)?)(?:掉|了)?"
)
_IN = "(?:出现?|出来|显示|亮相|进来|进场?|上场?(?!面)|开始(?:出现|显示|放|播)?)"
_IN_AND_OUT = Regex(
    rf"(?:从|在|等?到|改成|改到|改为|调到)*(?P<a>{SECONDS})(?:才|再|就|起)*{_IN}[、,，]?(?:到|还是|再|并"
    rf"|然后|在|再到|一直到)*"
    rf"(?P<b>{SECONDS})(?:就|才|再|还是)*{_OUT}"
)
_SO_LONG_AFTER = Regex(
    rf"(?:从)?(?P<a>{SECONDS})(?:起|开始|那里|处)?[,，](?:往后|向后|之后|以后|后面)(?:再)?的?"
    rf"(?P<d>{_LONG})(?=剪|删|去|不要|砍|静音|倒放)"
)
_TAKE = "(?:剪|删|去|砍|切)(?:掉|了|除)*|不要了?"
_BUT_KEEP = Regex(
    rf"(?:把|将)?(?P<out>{SPAN})(?:这段|那段)?(?:都)?(?:{_TAKE})[,，](?:但是?|不过|可是|可)?(?:中间的?"
    rf"|里面的?|其中的?|当中的?)?(?P<kept>{SPAN})"
    r"(?:这段|那段)?(?:要|得|给我|还是|我|可以)*(?:留(?:着|下|下来)?|保留|别动|不动|不剪|别剪|不删|别删"
    r"|不要剪|不要删)(?:着|掉|了|它)*(?=[ 。.!！]*\Z)"
)
_PLAIN_SPAN = Regex(rf"(?:从|在)?(?P<a>第? ?{NUMBER} ?(?:秒钟?)?) ?[到至~—–-] ?(?P<b>{SECONDS}).*")
_SPARED_MIDDLE = Regex(
    rf"(?:正)?中间的?(?P<d>{_LONG})(?:{_TAKE})[,，](?:只|就)?(?:头尾|首尾|前后|两头|开头结尾"
    rf"|开头和结尾)各(?:保?留|留下)(?P<k>{_LONG})"
)
_QUARTERS = Regex(
    r"(?:头尾|首尾|前后|两头|开头和结尾)各(?:自)?的?(?P<k>四分之一|三分之一|五分之一|五秒|十秒|"
    + _LONG
    + rf")(?:都)?(?:{_TAKE})"
    r"(?:[,，](?:只|就)?(?:保?留|要)下?(?:中间|当中)的?(?:那|这)?(?:一)?(?:部分|段|一半|内容))?"
    r"(?=[ 。.!！]*\Z)"
)
_AS_ONE = Regex(
    r"(?<=[掉除删消了去])(?P<k>[,，](?:直接|让)*(?:两段|两个片段|前后)?(?:直接)?(?:硬)?(?:切(?:过去|换)?"
    r"|接上|相接|连上|连着|接在一起|拼在一起)(?:就行|就好|吧)?)"
)
_NOT_SILENT = Regex(
    r"(?P<what>(?:视频|画面)?的?(?:原声|人声|声音))?(?:先)?(?:别|不要|不用)(?:全部?|完全|都)?(?:静音"
    r"|关掉|关)(?:了)?[,，](?:只要|只|就|把)?(?P<v>音量)?"
    r"(?=(?:稍微|稍)?(?:再)?(?:[调降减压放开]|改到|改成|小|轻))"
)
_ON_AGAIN = Regex(
    r"(?P<what>(?:视频|画面)?的?(?:原声|人声|声音))?(?:就)?(?:别|不要|不用)(?:再)?静音了?[,，](?:把它"
    r"|给我)?(?:打开|放出来|恢复|开着|开开|要有声音|留着声音)"
)
_BUT_MUSIC = Regex(
    r"除了?(?:背景)?(?:音乐|配乐)(?:以外|之外|外)?[,，]?(?:把)?(?:其他|其它|别的|其余|剩下)(?:的)?声音?"
    r"(?:给我)?(?:都|全部?|统统)*"
    r"(?:关(?:掉|了|闭)?|静音|去掉|不要了?|消掉|关静音)"
)
_WORDS_OF = Regex(
    marked(r"(?P<t><:text>)(?:这|那)?[一二两三四五六七八九十几0-9]{1,2}个(?:大)?字"), FLAGS
)
_IS_TEXT = Regex("标题|字幕|人名|文字|旁白|配音|改|换|删|去掉")
_CORNERS = {
    "top-left": "右下角", "top-right": "左下角", "bottom-left": "右上角", "bottom-right": "左上角",
}  # fmt: skip
_ACROSS = Regex(
    r"(?:到|在)?(?:它的|画面的?)?(?:斜)?(?:对角(?:线)?(?:的)?(?:位置|那边|那头|那个角)?|斜对面"
    r"|对面那个角)(?:去|上)?"
)
_NOT_THERE_NOW = Regex(
    r"(?:别|不要|不)(?:再)?(?:待|放|摆|搁|挂|在)(?:在)?[左右][上下]角?(?:了)?[,，]"
)
_SO_NOW = Regex(r"(?<=[调改设开放弄])(?:到|成|为)一半(?=[。.!！,，吧就]|\Z)")
_OTHER_SOUND = Regex("音乐|歌|曲|bgm|配乐|旁白|配音|音效|速", 2)
_BOTH_AT_ONCE = Regex(
    rf"(?P<span>{SPAN})(?P<deed>[^,，。;；]*)[,，](?:同时|与此同时|这时候?)(?P<rest>(?:把)?"
    rf"(?:[^,，。;；0-9秒]*)(?:推近|拉近|模糊|打码|打(?:上)?(?:大)?标题|出(?:个)?标题"
    r"|加(?:上|个)?标题|上标题|打字幕|加字幕|出字幕)[^,，。;；]*)",
    FLAGS,
)
_TIMED = Regex(rf"{SECONDS}|全程|开头|结尾|最后|前|后")
_FADE_BY = Regex(
    r"(?P<what>音乐|歌|画面|视频|标题|字幕|logo)?的?(?P<way>淡入|淡出|渐黑)(?:效果)?的?(?:时间|时长)?"
    r"(?:再|给我)?"
    r"(?:(?P<half>(?:缩短|减少?|缩|短)(?:到|成)?(?:原来的)?一?半)|(?P<twice>(?:延长|加长|长|加)一倍|加倍"
    r"|翻倍))"
)
_NOT_BUT = Regex(
    r"\A(?:我)?不是(?:要|让你|叫你|想要?)?(?P<no>[^,，。;；]{1,14})[,，](?:而)?是(?:要|让你|叫你|想要?)?"
    r"(?P<yes>.+)"
)
_FADERS = {
    "音乐": "music", "歌": "music", "画面": "clip", "视频": "clip", "标题": "title", "字幕": "caption",
    "logo": "overlay",
}  # fmt: skip


def said_more_plainly(text: str, draft: Draft) -> str:
    """A Chinese text with marks in plainer words."""
    for turn in (
        _simply,
        _spared,
        _halved_ends,
        _sounding,
        _across,
        _half_now,
        _at_once,
        _faded_by,
        _by_speed,
    ):
        text = turn(text, draft)
    return text


_PLAINLY: tuple[tuple[Regex, str | Callable[[Match[str]], str]], ...] = (
    (_IN_AND_OUT, lambda m: _span(ms(m["a"]), ms(m["b"])) or m[0]),
    (_SO_LONG_AFTER, lambda m: _span(ms(m["a"]), ms(m["a"]) + ms(m["d"]))),
)


_NO_MORE = Regex(
    r"(?:不用|不要|别)(?:再)?(?P<what>倒放|旋转|防抖|降噪|裁剪|模糊|推近)了(?=[,，。.!！;；]|\Z)"
)
_NOT_BESIDE = Regex(
    r"(?<=[有放])[,，](?:开头|前面|头)(?:和|跟|与|、)?(?:结尾|后面|尾)(?:都|也)?(?:别|不要|不)(?:放|有|响|要)"
)
_WRITTEN = Regex(r"(?:打|写|显示|摆)(?=在(?:画面|屏幕)?的?[最正]?[上下左右中顶底])")
_BETWEEN = Regex(r"(?:中间|两段之间|之间)的?(?=黑场|闪黑|闪白|叠化|转场|过渡|白场|溶解)")


_RATIO = "[0-9]{1,2} ?[:：] ?[0-9]{1,2}(?:横屏|竖屏)?"
_NOT_THAT_RATIO = Regex(
    rf"(?:画幅|画面比例|比例|画布|画面)?(?:的?比例)?(?:不要|别用|不用|别要)(?P<no>{_RATIO})(?:了)?[,，](?:我)?(?:而是|还是|要|想要"
    rf"|用|换成|改成|改为|改用)+(?P<yes>{_RATIO})"
)
_OTHER_FADE_STAYS = Regex(
    r"(?P<lead>(?:不要|去掉|删掉|取消|不用)的?淡(?P<a>入|出)(?:效果)?(?:了)?|淡(?P<b>入|出)(?:效果)?(?:不要|去掉|删掉|取消|不用)了?)"
    r"[,，](?:但|不过)?淡(?P<c>入|出)(?:效果)?(?:还是|就|要|得|仍然)*(?:留着|保留|留下|不变|别动|不动|照旧)(?:吧)?(?=[。.!！]*\Z)"
)
_BLURRED = Regex(
    rf"(?:整个|全)(?:画面|屏幕)(?P<a>{SPAN})(?:都)?(?P<deed>模糊)(?P<rest>[^,，。;；]*)"
)
_BLURRED_TOO = Regex(
    rf"(?P<a>{SPAN})(?P<what>整个(?:画面|屏幕)|画面)(?:都)?模糊(?:处理|掉|一下)?[,，](?:然后)?(?P<b>{SPAN})(?:再|也|同样|又)+模糊(?:处理|掉|一下)?"
)
_TEXT_MEANT = Regex(
    marked(
        r"(?P<lead>[加放打写改换][^,，。;；]*)<:text> ?[,，。]+(?:哦|啊)?"
        r"(?:不对|不是|哦不|啊不|[写说打讲]错了?|错了|口误|(?:更正|纠正)(?:一下)?)"
        r"[,，:：](?:我是说|应该)?(?:是|写|改成|叫)?(?P<meant><:text>)(?=[ 。.!！]*\Z)"
    ),
    FLAGS,
)
_PUT_THERE = Regex(
    r"[接放加插拼补续](?:上|入|到|在|进)?.*(?:后面|最后|结尾|末尾|片尾|开头|片头|前面)|(?:后面|最后|结尾|末尾|片尾|开头|片头|前面).*[接放加插拼补续]"
)
_PART_OF_FILE = Regex(
    marked(r"(?P<file><:file>)(?:里面?|中|当中)?的?") + rf"(?P<span>{SPAN})", FLAGS
)
_LOUDER = Regex(r"(?:往上|向上)?提(?:一提|一下|一点|高?点)(?=[吧。.!！ ]*\Z)")
_QUIETLY = Regex("标题|字幕|logo|水印|画面|位置|人名", 2)
_BY_SPEED = Regex(
    rf"(?:把|将)?(?:整个|整段|全)?(?:视频|片子|成片|片|总时长|总长|时长)(?:的)?(?:总时长|总长|长度|时长)?(?:要|给我|得|必须|想)*"
    rf"(?:(?:压缩?|缩短?|控制|变|做|拉长?|延长|凑|改|调)(?:到|成|在|为)|(?<=[要得])|是)(?P<d>{_LONG})[,，](?:但|不过)?(?:只)?(?:靠|用|通过)"
    r"(?P<way>变速|加速|快放|快进|放慢|慢放|减速|调速|调速度|改速度)(?:来)?(?:凑(?:够|满|成|到)?|实现|完成|做到|达到|解决)?"
    r"(?:[,，](?:一秒(?:都|也)|内容)?(?:别|不要|不|不能|不许)(?:剪|删|裁)(?:掉|内容|东西|任何内容)?)?(?=[。.!！]*\Z)"
)


_THREE = Regex(r"(?<=秒)[,，]?[这那][三3]个?(?:段|部分|地方|处)(?:时间|内容)?")
_SPANS = Regex(SPAN, FLAGS)


def _simply(text: str, draft: Draft) -> str:
    if len(_SPANS.findall(text)) == 3:
        text = _THREE.sub("", text)
    text = _OTHER_FADE_STAYS.sub(
        lambda m: m[0] if m["c"] == (m["a"] or m["b"]) else f"淡{m['a'] or m['b']}去掉", text
    )
    text = _TEXT_MEANT.sub(r"\g<lead>\g<meant>", text)
    if _PUT_THERE.search(text):
        text = _PART_OF_FILE.sub(r"\g<file>之\g<span>", text)
    text = _NOT_THAT_RATIO.sub(lambda m: m[0] if m["no"] == m["yes"] else f"改成{m['yes']}", text)
    text = _BLURRED.sub(r"\g<a>整个画面模糊\g<rest>", text)
    text = _BLURRED_TOO.sub(r"\g<a>和\g<b>\g<what>模糊", text)
    if not draft.follows:
        text = _NO_MORE.sub(r"取消\g<what>", text)
    for known in (_NOT_BESIDE, _BETWEEN):
        text = known.sub("", text)
    text = _WRITTEN.sub("放", text)
    for known, plain in _PLAINLY:
        text = known.sub(plain, text)
    if not draft.follows and (denied := _NOT_BUT.fullmatch(text)):
        text = denied["yes"]
    if Regex("过渡|转场|叠化|黑场|溶解|淡化").search(text):
        text = _AS_ONE.sub("", text)
    if not _IS_TEXT.search(text) and not Regex("logo|音乐").search(text):
        text = _WORDS_OF.sub(r"标题\g<t>", text)
    return text


def _span(start: int, end: int) -> str:
    return f"{start / 1_000:g}到{end / 1_000:g}秒" if start < end else ""


def _spared(text: str, draft: Draft) -> str:
    """ "30到45秒剪掉，但36到39秒留着" as what is cut on both sides of that."""
    found = _BUT_KEEP.search(text)
    spans = [_PLAIN_SPAN.fullmatch(found[key]) for key in ("out", "kept")] if found else []
    if not found or not all(spans):
        return text
    (start, end), (since, until) = ((ms(one["a"]), ms(one["b"])) for one in spans if one)
    if not start <= since < until <= end or (start, end) == (since, until):
        return text
    cut = [one for one in (_span(start, since), _span(until, end)) if one]
    return f"{text[: found.start()]}{'、'.join(cut)}都剪掉{text[found.end() :]}"


def _halved_ends(text: str, draft: Draft) -> str:
    found = _SPARED_MIDDLE.search(text)
    if found and ms(found["d"]) + 2 * ms(found["k"]) == round(1_000 * draft.there.seconds):
        text = _SPARED_MIDDLE.sub(lambda m: f"只留前{m['k']}和最后{m['k']}", text)
    return _QUARTERS.sub(lambda m: f"剪掉前{m['k']}和最后{m['k']}", text)


def _sounding(text: str, draft: Draft) -> str:
    """What is to be heard, and what is not."""
    if Regex("声|音").search(text) and not _QUIETLY.search(text):
        text = _LOUDER.sub("调大点", text)
    silent = {level == 0 for level in draft.there.levels}
    if silent == {False} and not draft.follows:
        text = _NOT_SILENT.sub(lambda m: f"{m['what'] or '原声'}{m['v'] or ''}", text)
    if silent == {True}:
        text = _ON_AGAIN.sub("原声恢复", text)
    if not {*draft.there.roles} & {"sound", "voiceover"}:
        text = _BUT_MUSIC.sub("原声静音", text)
    return text


def _across(text: str, draft: Draft) -> str:
    """ "logo挪到对角去", as the corner that it is."""
    there = [i for i, role in enumerate(draft.there.roles) if role == "overlay"]
    corner = _CORNERS.get(draft.there.places[there[0]]) if len(there) == 1 else None
    if (
        not corner
        or not Regex("logo|水印|标志|台标|画中画", 2).search(text)
        or not _ACROSS.search(text)
    ):
        return text
    return _ACROSS.sub(f"到{corner}", _NOT_THERE_NOW.sub("", text))


def _half_now(text: str, draft: Draft) -> str:
    if {*draft.there.levels} != {1.0} or _OTHER_SOUND.search(text) or draft.follows:
        return text
    return _SO_NOW.sub("到50%", text) if Regex("音量|原声|人声|声音").search(text) else text


def _at_once(text: str, draft: Draft) -> str:
    """ "6到10秒打标题“注意”，同时画面推近", with the time of what comes before."""

    def timed(found: Match[str]) -> str:
        if _TIMED.search(found["rest"]) or _TIMED.search(found["deed"]):
            return found[0]
        return f"{found['span']}{found['deed']}，{found['span']}{found['rest']}"

    return _BOTH_AT_ONCE.sub(timed, text)


def _by_speed(text: str, draft: Draft) -> str:
    """ "片子压到48秒，靠变速", as how fast that makes it."""
    found = _BY_SPEED.search(text)
    if not found or {*draft.there.speeds} != {1.0}:
        return text
    long, now = ms(found["d"]), round(1_000 * draft.there.seconds)
    faster = long < now
    if long == now or found["way"] in (
        ("放慢", "慢放", "减速") if faster else ("加速", "快放", "快进")
    ):
        return text
    pace = now / long
    if round(pace, 3) != pace:
        return text
    return f"{text[: found.start()]}整个视频{pace:g}倍速{text[found.end() :]}"


def _faded_by(text: str, draft: Draft) -> str:
    """ "音乐的淡出缩短一半", as how long that is then."""

    def so_long(found: Match[str]) -> str:
        way = "in" if found["way"] == "淡入" else "out"
        told = zip(draft.there.fades, draft.there.fade_lengths, strict=True)
        role = _FADERS.get(found["what"] or "", "clip" if found["way"] == "渐黑" else "")
        alike = [(one, long) for one, long in told if one.endswith(f" {way}")]
        if role:
            alike = [one for one in alike if one[0] == f"{role} {way}"]
        if len(alike) != 1:
            return found[0]
        long = Fraction(str(alike[0][1])) * (Fraction(1, 2) if found["half"] else 2)
        return f"{found['what'] or ''}{found['way']}改成{float(long):g}秒"

    return _FADE_BY.sub(so_long, text)
