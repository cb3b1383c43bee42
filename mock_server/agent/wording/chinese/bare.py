"""Chinese orders said shortly, or with a word too many, in the words of the lexicon:
"10秒处来一声“ding”", "只在12到18秒放大到2倍"."""

from collections.abc import Sequence
from re import Match

from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.values.files import is_sound
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, UNREADABLE, Values, index, pattern
from mock_server.agent.values.rules import Rules, plainly
from mock_server.agent.wording.shown import Shown

_END = r"(?:吧|了|就行|就好|就可以了?|即可|哈|啊)*(?=[ .!。]*\Z)"
_ON = r"(?=[,;。 .!]|\Z)"
_LAYER = "(?:标题|字幕|人名条|文字|logo|水印|贴纸|<:text>|<:file>)"
_HEARD = "(?:背景音乐|音乐|配乐|歌曲?|旁白|配音|原声|声音)"
_DEED = "(?:黑白|静音|降噪|防抖|倒放|暖色调?|冷色调?|复古|怀旧|鲜艳|电影感|音量均衡)"
_TRANSITION = "(?:叠化|闪黑|闪白|淡入淡出|擦除|滑动|硬切|黑场)"
_VALUE = "<:number|percent|level|factor|time>"
_RULES: tuple[tuple[str, str], ...] = (
    # --- a value, and the one that is not meant
    (
        rf"({_VALUE})(?:就好|就行|左右)?,(?:而)?(?:不要|不是|别)(?:调?到|用|设成|搞成)?{_VALUE}{_END}",
        r"\1",
    ),
    (
        rf"((?:{_TRANSITION})(?:过渡|转场)?),(?:不要|别用|不用|不是){_TRANSITION}(?:过渡|转场)?{_END}",
        r"\1",
    ),
    # --- how long it is
    (rf"(延长<:time>)(?:之后|以后|后)?(?:再|才)(?:消失|退场|结束|不见|撤掉?|下去){_END}", r"\1"),
    # --- how large
    (rf"({_LAYER}(?:的字)?)(?:也|都|再)?改(?:得)?([大小])(?:了)?(?=[,;。 .!吧]|\Z)", r"\1改\2一点"),
    # --- how loud
    (
        rf"({_HEARD})(?:的)?(?:也|都)?(调|设|降|升|开|放|改|减)(到|成|为)(?=<:number>{_ON})",
        r"\1音量\2\3",
    ),
    # --- both of them
    (
        r"两(?:段|个)(?:视频|片段|素材)?的?(?:声音|原声|音量)(?:都|全都?)(?:关掉|关了|关闭|静音"
        r"|消音|去掉|不要了?(?![关静消去调]))",
        "两段都静音",
    ),
    # --- when
    (r"(<:time>)的?(淡入)[,、和]?(<:time>)的?(淡出)", r"\2\1,\4\3"),
    # --- what is heard
    (
        r"(<:file>[^,]*,)(?:但|不过|并|但是)?(?:跳过|略过|去掉|省掉)(?:它|歌|音乐|这首歌|歌曲|其)?的?"
        rf"(?:最)?(?:前面|开头)?(<:range>){_END}",
        r"\1从素材的\2",
    ),
    # --- one after the other
    (rf"\A({_DEED})(?:加上?|外加|再加上?)({_DEED})(?:效果)?{_END}", r"\1,\2"),
)
_TURNS = Rules(_RULES)
_ONE_SOUND = pattern(
    r"(?:来|加|放|配|插|响)(?:上|入)?(?:个|一个)?一?声 ?<text>(?:的?(?:声音|音效))?(?=[,;。 .!吧可行好]|\Z)"
)
_READ_OUT = pattern(
    r"(<:range>)?(配音|旁白|AI配音|画外音)(?:里)?(?:说|念|讲|读)(?:道|一?句"
    r"|出)?[:,]? ?(?=<:text>)"
)
_ONLY_THEN = pattern(
    r"\A(?:把|让)?(标题(?: ?<:text>)?|人名条|logo|水印|(?:背景)?音乐|配乐|旁白)(?:就|都|应该|要)?"
    r"(?:只|仅)(?:要)?(?:在|从)?(<:range>)"
    rf"(?:里|内|之间)?(?:显示|播放?|出现|放|有|响)?{_END}"
)
_WHICH = Regex(
    r"\A(?:把|让)?([前后])(?:面那?|那)?一?个(?:标题|字幕)?(?!.*(?:片段|视频|镜头"
    r"|素材|画面))"
)
_ONLY = pattern(
    r"\A([^,;]*(?:加|放|配|来|播)[^,;]*?),?(?:但)?(?:只|仅)(?:要|放|显示|播放?|出现)?在?(<:range>)"
    r"(?:有|出现|显示|播放?|放)?"
    rf"{_END}"
)
_ONLY_AT = pattern(
    r"\A(?:只|仅)(?:是|要)?(?:在|把|让)?(<:range>)(?=[^,;]*(?:放大|模糊|静音|黑白|变焦|打码|倒放|加|放))"
)
_UNWANTED = pattern(
    r"\A不(?:要|用|加)(标题|字幕|音乐|logo|水印),(?:只|就)(?:要|加|放)(?:一?个|一段|一条)?(?=(标题"
    r"|字幕|logo))"
)
_PLACED = pattern(
    r"\A(?:在)?(?:画面|屏幕)?的?[左右][上下]角的?(?:logo|水印)[^,;\ue010-\ue01f]{0,6}(?:,?(?:大小"
    r"|宽度?|透明度|不透明度)"
    rf"(?:是|为|占)?<:percent>)*,?(?:从|在)?<:range>{_END}"
)
_IN_FRONT = pattern(
    r"\A(?:在)?(?:视频)?的?(?:开头|片头|最前面)(?:处)?(?:先|前面)?(?:接|拼|插)(?:上|入|一段|一个"
    r"|个)* ?<file>"
    r"(?:,?(?:放|显示|停留?|播放?|持续|时长)(<:time>))?(?:,?(?:单独|独立)(?:的|作为|做|成)*一[段个]"
    r"(?:片段)?)?"
    rf"{_END}"
)
_ROLES = {"标题": "title", "字幕": "caption", "音乐": "music", "logo": "overlay", "水印": "overlay"}
_BOTH = pattern(
    r"\A((?:加|放)?(?:标题|字幕)?<:text>[^,;]{0,6}?)(?:和|跟|与|、)([^,;\ue010-\ue01f]{0,6}(?:logo"
    r"|水印)[^,;\ue010-\ue01f]{0,6}"
    rf"|(?:标题|字幕) ?<:text>[^,;]{{0,4}}),?(?:两个)?(?:都|均)(?:是|在|从|显示|放在?)?(<:range>){_END}"
)


def bare_chinese(text: str, values: Values, shown: Sequence[Shown]) -> str:
    """A marked sentence whose order is said as the lexicon knows it."""
    if not HAN.search(text):
        return text
    text = _ONE_SOUND.sub(lambda match: _a_sound(match, values), text)
    if unwanted := _UNWANTED.match(text):
        there = any(one.role == _ROLES[unwanted[1]] for one in shown)
        return text if there or unwanted[1] == unwanted[2] else f"加{text[unwanted.end() :]}"
    if not any(one.role == "voiceover" for one in shown):
        text = _READ_OUT.sub(r"\1加\2", text)
    text = _of_two(_ONLY_THEN.sub(r"\1改到\2", text), shown)
    text = _ONLY.sub(r"\1,\2", text)
    text = _ONLY_AT.sub(r"在\1", text)
    if (front := _IN_FRONT.match(text)) and not is_sound(str(values.items[index(front[1])])):
        name = values.mark("file", values.items[index(front[1])], values.words[index(front[1])])
        return f"arrange {name} at the start for {front[2]}" if front[2] else f"把{name}接到开头"
    if both := _BOTH.match(text):
        text = f"{both[1]}{both[3]},加{both[2].removeprefix('加')}{both[3]}"
    if _PLACED.match(text) and not any(one.role == "overlay" for one in shown):
        text = f"加{text}"
    return _TURNS.apply(text, plainly)


def _a_sound(match: Match[str], values: Values) -> str:
    """ "来一声“ding”" is heard, where it is the name of a sound."""
    i = index(match[1])
    known = "sfx" in phrases().get(str(values.items[i]).lower(), {})
    if not known and match[0].endswith(("声音", "音效")):
        return match[0]
    if not known:
        return f"{match[0]} {UNREADABLE} "  # who is to say it?
    return f"加音效{values.mark('text', values.items[i], values.words[i])}"


_NOUNS = {"title": "标题", "caption": "字幕", "lower-third": "人名条"}


def _of_two(text: str, shown: Sequence[Shown]) -> str:
    """ "后一个大一点" is said of the second of two texts, where there is nothing else."""
    found = _WHICH.match(text)
    if not found or len(shown) != len(_ORDINALS) or len({one.role for one in shown}) != 1:
        return text
    noun = _NOUNS.get(shown[0].role)
    return f"第{_ORDINALS[found[1]]}个{noun}{text[found.end() :]}" if noun else text


_ORDINALS = {"前": "一", "后": "二"}
