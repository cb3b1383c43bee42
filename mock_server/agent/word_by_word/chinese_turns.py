"""Chinese turns of phrase that say more plainly what they say."""

import re
from collections.abc import Callable
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.chinese_more_turns import said_more_plainly
from mock_server.agent.word_by_word.chinese_times import SECONDS, SPAN, ms
from mock_server.agent.word_by_word.things import Draft

_LONG = rf"{NUMBER} ?秒钟?"
_REST = "(?:其余|其他|其它|别的|剩下|余下|别处)(?:的)?(?:部分|时间段?|地方|画面|内容|时候)?"
_ALL = "(?:都|全部?|统统|通通)*"
_GONE = "(?:扔|剪|删|去|砍|切|丢|不要)(?:掉|了|除)*"
_WHOLE = "[0-9]+|[零一二两三四五六七八九十]{1,3}"
_MINUTES = Regex(
    rf"(?<![百千0-9零一二两三四五六七八九十.])(?:(?P<m>{_WHOLE})分(?:钟)?(?:(?P<s>{_WHOLE})秒钟?|(?P<h>半)钟?|(?<=钟))"
    r"|(?P<half>半)分钟)(?!之)"
)
_LISTED = Regex(
    r"\A(?:有)?(?:[两俩2三3四4]|好?几)个?(?:地方|段|处|部分)(?:我)?都?(?:要|需要|得|给我|请|帮我|想)*"
    r"(?P<deed>剪|删|去|掐|静音|倒放)(?:掉|了|除)*(?:一下)?[:：,，](?P<spans>.+?)(?P<end>[。.!！]*)\Z"
)
_DEED = {"剪": "剪掉", "删": "删掉", "去": "去掉", "掐": "掐掉", "静": "静音", "倒": "倒放"}
_AND = Regex("[,，]?(?:还有|以及|和|跟|再有|另外)[,，]?")
_BOTH_ENDS = Regex(
    r"(?:前后|头尾|首尾|开头[和跟与、]?结尾|片头[和跟与、]?片尾|两头|两端)都?各(?:自)?只?"
    rf"(?:(?:保留|留)(?:下)?(?P<kept>{_LONG})(?:[,，](?:中间|{_REST})(?:的)?(?:部分|那段)?{_ALL}{_GONE})?"
    rf"|(?:剪|删|去|砍|切|掐)(?:掉|除)?(?P<cut>{_LONG}))"
)
_ONWARDS = Regex(
    rf"(?:从(?P<a>{SECONDS})(?:起|开始|那里|处)?|(?P<b>{SECONDS})(?:起|开始))"
    rf"(?:(?:往后|向后|之后|以后|后面)(?:再)?(?:数|算)?|(?:数|算))的?(?P<d>{_LONG})(?:[,，]?(?:这|那)一?(?:段|部分))?"
)
_NOT_CUT = Regex(
    r"(?<=秒)(?:这段|那段)?(?:先)?(?:不要?|别|不用)(?:剪|删)(?:掉)?[,，](?:只|就|仅)(?:要|需要|给我)?"
    r"(?=静音|变|调|加速|慢放|放慢|打码|模糊|倒放|黑白|快进)"
)
_SPANS = rf"(?:{SPAN})(?:(?:[、,，和跟]|还有|以及)+(?:{SPAN}))?"
_AS_THEY_ARE = (
    "(?:保持|保留|维持|是|用|留)?着?(?:彩色|原样|正常(?:播放|速度|颜色)?|不变|不动|原色|原速|原声|声音|有声音?)"
    "的?"
)
_ALL_BUT = Regex(
    rf"\A(?:只有?|就|仅|唯有|唯独)(?P<span>{_SPANS})(?:这段|那段)?{_AS_THEY_ARE}[,，]{_REST}{_ALL}(?P<deed>[^,，]+)\Z"
)
_NOT_TO_THE_END = Regex(
    r"(?:别|不要)(?:让|把)?(?P<what>音乐|配乐|bgm|logo|水印|歌)(?:一直)?(?:放|播|响|显示|留)(?:到底|到最后|到结尾|到完|完)(?:了)?[,，]"
    r"(?=.*(?P=what))"
)
_NOT_SO_SOON = Regex(
    r"(?:别|不要)(?:那么|这么|太)(?:早|快|晚)(?:就)?(?:消失|结束|出现|出来|没了?|不见)(?:了)?[,，]"
)
_NOT_THERE = Regex(
    r"(?:别|不要|不)(?:再)?(?:待|放|摆|搁|挂|在)(?:在)?(?:[左右][上下]角?|[左右上下中前后顶底][边面间部方]|最?[前后]面?|这儿|这里|那儿|那里)"
    r"(?:了)?[,，](?=(?:改|移|挪|放|换|搬)(?:到|在|去)?(?:画面|屏幕)?(?:的)?(?:最?[左右上下中前后底顶]|开头|结尾))"
)
_HEARD_AGAIN = Regex(
    rf"(?<=不要)[,，](?:从)?(?:后(?:面|半段|{_LONG})|之后|{_LONG}(?:以后|之后|后)|剩下的?|其余的?)(?:部分|时间)?"
    r"(?:再|才|开始)+(?:开始)?(?:响起?|放|播放?|出现|有|来)(?=[。.!！]*\Z)"
)
_SO_LONG_OF_IT = Regex(
    rf"(?:视频|片子|成片)?(?:总共|一共|全长|总长|总时长)(?:只)?(?:要|留|保留)(?P<d>{_LONG})(?:就够了?|就行|就好|就可以)?[,，]"
    r"从(?:头|开头|片头)(?:开始)?(?:算|数|截|取|留|起)"
)
_IN_SO_LONG = Regex(
    rf"(?:从|把|将)?(?P<a>{SECONDS}|{NUMBER}) ?[到至~—–-] ?(?P<b>{SECONDS})(?:这段|那段)?的?(?:视频|内容)?"
    r"(?P<way>快进|加速|快放|放慢|慢放|减速)(?:播放)?(?:(?:到|成|为)(?:只(?:有|占|用))?"
    r"|[,，](?:让|把|将)?(?:这段|那段|它)?(?:只|就|正好)(?:占|用|放|播|播放|剩|有|要)+)"
    rf"(?P<d>{_LONG})(?:放完|播完|长|就好|就行|以内)?"
)
_KINDS = "(?:标题|字幕|logo|水印|音乐|音效|人名条|旁白)"
_BESIDE = Regex(rf"(?<=[a-z\u4e00-\u9fff])(?={_KINDS}{{1,2}}(?:都|全|统统|通通|一起))")
_IS_A_KIND = Regex(rf"{_KINDS}\Z")


def said_plainly(text: str, draft: Draft) -> str:
    """A Chinese text with marks in plainer words."""
    for turn in (
        _in_seconds,
        _side_by_side,
        said_more_plainly,
        without_the_rest,
        _paced,
        _put_plainly,
    ):
        text = turn(text, draft)
    return text


def _in_seconds(text: str, _: Draft) -> str:
    return _MINUTES.sub(_seconds, text)


def _seconds(found: Match[str]) -> str:
    if found["half"]:
        return "30秒"
    rest = 30 if found["h"] else number(found["s"]) if found["s"] else 0
    return f"{60 * number(found['m']) + rest}秒"


def _side_by_side(text: str, _: Draft) -> str:
    """ "标题字幕都去掉" as "标题和字幕都去掉"."""
    at = [one.start() for one in _BESIDE.finditer(text) if _IS_A_KIND.search(text[: one.start()])]
    for i in reversed(at):
        text = f"{text[:i]}和{text[i:]}"
    return text


_TURNS: tuple[tuple[Regex, str | Callable[[Match[str]], str]], ...] = (
    (_LISTED, lambda m: f"{_AND.sub('、', m['spans'])}都{_DEED[m['deed'][0]]}{m['end']}"),
    (
        _BOTH_ENDS,
        lambda m: (
            f"只留前{m['kept']}和最后{m['kept']}" if m["kept"] else f"剪掉前{m['cut']}和最后{m['cut']}"
        ),
    ),
    (_ONWARDS, lambda m: _from_to(m["a"] or m["b"], m["d"])),
    (_NOT_CUT, ""),
    (_ALL_BUT, lambda m: f"除了{m['span']},其他都{m['deed']}"),
    (_NOT_TO_THE_END, ""),
    (_NOT_SO_SOON, ""),
    (_NOT_THERE, ""),
    (_HEARD_AGAIN, ""),
    (_SO_LONG_OF_IT, lambda m: f"只留前{m['d']}"),
)  # fmt: skip


def _put_plainly(text: str, _: Draft) -> str:
    for known, plain in _TURNS:
        text = known.sub(plain, text)
    return text


def _from_to(start: str, long: str) -> str:
    since = ms(start)
    return f"{since / 1_000:g}到{(since + ms(long)) / 1_000:g}秒"


def _paced(text: str, draft: Draft) -> str:
    """ "10到40秒加速到10秒", at the speed at which that lasts so long."""
    return _IN_SO_LONG.sub(_at_a_pace, text) if {*draft.there.speeds} <= {1.0} else text


def _at_a_pace(found: Match[str]) -> str:
    """ "10到40秒快进，让这段只占10秒" at the speed at which it lasts so long."""
    start, end, long = (ms(found[key]) for key in ("a", "b", "d"))
    if not 0 <= start < end or long <= 0:
        return found[0]
    faster = found["way"] in ("快进", "加速", "快放")
    pace = (end - start) / long
    if pace == 1 or (pace > 1) != faster or round(pace, 3) != pace:
        return found[0]
    return f"{start / 1_000:g}到{end / 1_000:g}秒{pace:g}倍速"


_USUAL = (
    "(?:都|就|还是|全|仍然|依然|继续|照样|则|要)*(?:保持|维持|恢复|用|按)?(?:"
    "正常(?:出声|播放|速度|倍速|有声|显示|放|播|声音|音量|颜色|彩色|画面|就行|就好|就可以|即可)*"
    "|照常(?:播放|出声|放|播)?|照旧|原样|原来的(?:样子|颜色|速度|声音|音量)|彩色|原色|原速(?:播放)?|原声|有声音?|出声"
    "|不变|不动|别动|不用动|不要动|别管)(?:的)?(?:吧|就行|就好|即可)?"
)
_AS_USUAL = Regex(
    rf"(?P<lead>\A|[,，;；。])(?:但|而|不过)?(?P<where>{_REST}|前面|后面|中间|两头|两边|前后)(?:的)?(?:部分|时间)?"
    rf"{_USUAL}(?P<end>[,，;；。.!！]|\Z)"
)
_LAYERS = Regex(
    marked("标题|字幕|logo|音乐|配乐|水印|旁白|配音|文字|人名|画中画|音效|歌|<:text>|<:file>"),
    re.I | FLAGS,
)
_AT_THE_START = Regex("前(?!面)|开头|片头|头[0-9一二两三四五六七八九十]")
_AT_THE_END = Regex("后(?!面)|结尾|片尾|末尾|尾")
_FROM_TO = Regex(rf"{SPAN}", FLAGS)


def without_the_rest(text: str, draft: Draft) -> str:
    """ "前半分钟静音，后面正常出声" without what says that the rest is as it is."""
    there = draft.there
    plain = not any(there.looks) and {*there.speeds} <= {1.0} and {*there.levels} <= {1.0}
    found = _AS_USUAL.search(text)
    if found is None or not plain or len(_AS_USUAL.findall(text)) > 1:
        return text
    end = found["end"] if found["lead"] else ""
    left = text[: found.start()] + end + text[found.end() :]
    first, last = bool(_AT_THE_START.search(left)), bool(_AT_THE_END.search(left))
    amid = bool(_FROM_TO.search(left))
    where = found["where"][:2]
    fits = {
        "前面": last and not first, "后面": first and not last, "中间": first and last,
        "两头": not first and not last, "两边": not first and not last, "前后": not first and not last,
    }.get(where, True)  # fmt: skip
    return left if fits and amid and not _LAYERS.search(left) else text
