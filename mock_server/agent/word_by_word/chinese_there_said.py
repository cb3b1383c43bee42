"""Chinese orders that are said at length, said plainly: "10到20秒放慢一半，也就是0.5倍速",
"手动加三条字幕：2到4秒“甲”，10到13秒“乙”", "剩下的全部加速到2倍"."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import FLAGS, marked
from mock_server.agent.word_by_word.chinese_there_parts import END, LONG, STOP, Turn
from mock_server.agent.word_by_word.chinese_there_plain import as_
from mock_server.agent.word_by_word.chinese_times import SECONDS, ms
from mock_server.agent.wording.named_by_draft import There

_SPAN = rf"(?:从|在)?(?P<a>{SECONDS}|{NUMBER}) ?[到至~—–-] ?(?P<b>{SECONDS})"
_ANY_SPAN = rf"(?:从|在)?(?:{SECONDS}|{NUMBER}) ?[到至~—–-] ?{SECONDS}"
_TAKE = "(?:剪|删|砍|切|去)(?:掉|除|了)?"


def _same_pace(found: Match[str], _: There) -> str | None:
    """ "放慢一半，也就是0.5倍速": one thing said twice."""
    slow = found["way"] in ("放慢", "减速", "慢放", "慢")
    pace = Fraction(1, 2) if "半" in found["x"] else Fraction(number(found["x"]))
    first = Fraction(1, 2) if slow else Fraction(3, 2) if found["by"] == "一半" else Fraction(2)
    if slow and found["by"] == "一倍":
        return None
    return f"{float(pace):g}倍速" if pace == first else None


_GONE = Regex(rf"{_TAKE}|只?保留|只留|不要")
_MORE_THAN_CUT = Regex(
    "标题|字幕|logo|音乐|配乐|旁白|音效|静音|倍|快|慢|原声|淡|转场|不要(?![了吧。]|$)", 2
)


def _what_is_left(found: Match[str], there: There) -> str | None:
    """ "剩下的全部加速到2倍" behind a cut."""
    cut = there.last and _GONE.search(there.last) and not _MORE_THAN_CUT.search(there.last)
    return "整个视频" if cut else None


def _as_much(found: Match[str], there: There) -> str | None:
    """ "结尾也剪掉同样的长度" behind "开头剪掉6秒"."""
    last = _OFF_AN_EDGE.fullmatch(there.last.strip())
    if last is None:
        return None
    start = (last["a"] or last["b"]) in ("开头", "片头", "前", "前面", "最前面")
    if start != (found["edge"] in ("结尾", "片尾", "后面", "末尾")):
        return None
    return f"剪掉{'最后' if start else '前'}{ms(last['d']) / 1_000:g}秒"


_EDGES = "开头|片头|最前面|前面|前|结尾|片尾|最后面|最后|末尾|后面|后"
_OFF_AN_EDGE = Regex(
    rf"(?:请|帮我|把|先)*(?:(?P<a>{_EDGES})(?:的)?{_TAKE}|{_TAKE}(?P<b>{_EDGES})的?)(?P<d>{LONG})"
    rf"(?:{_TAKE})?{STOP}[。.!！]*"
)
_COUNTS = {"两": 2, "俩": 2, "二": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_ITEM = Regex(
    marked(rf"\s*(?P<span>{_ANY_SPAN})[:：,，]? ?(?:写|是|打)?(?P<text><:text>)\s*"), FLAGS
)


def _listed(found: Match[str], _: There) -> str | None:
    """ "加三条字幕：2到4秒“甲”，10到13秒“乙”，…" one by one."""
    items = [one for one in re.split("[,，;；、]", found["items"]) if one.strip()]
    told = [_ITEM.fullmatch(one) for one in items]
    if not all(told) or len(told) != _COUNTS[found["n"]]:
        return None
    return "，".join(f"{one['span']}加{found['what']}{one['text']}" for one in told if one)


def _both_ends(found: Match[str], there: There) -> str | None:
    start, end = ms(found["a"]), ms(found["b"])
    inside = 0 < start < end < 1_000 * there.seconds
    return f"剪掉{start / 1_000:g}到{end / 1_000:g}秒" if inside else None


def _two_kept(found: Match[str], _: There) -> str | None:
    """ "我要两段：5到15秒，还有40到48秒", in that order."""
    a, b, c, d = (ms(found[key]) / 1_000 for key in "abcd")
    return f"只留{a:g}到{b:g}秒和{c:g}到{d:g}秒" if a < b < c < d else None


def _cut_to(found: Match[str], there: There) -> str | None:
    """ "我要40秒的成片，多出来的从前面剪"."""
    more = there.seconds - ms(found["d"]) / 1_000
    first = found["edge"][0] in "前开"
    return f"剪掉{'前' if first else '最后'}{more:g}秒" if more > 0 else None


def _cut_off_the_last(found: Match[str], there: There) -> str | None:
    """ "总长改成50秒，从b.mp4的尾巴上剪", where that is the last clip."""
    long = ms(found["d"]) / 1_000
    named = (found["file"] or "").strip()
    last = there.clips[-1] if there.clips else ""
    fits = not named or (last == named and there.starts[-1] < long)
    return f"剪掉{long:g}到{there.seconds:g}秒" if fits and 0 < long < there.seconds else None


def _halves(found: Match[str], _: There) -> str | None:
    return f"只保留{found['one']}半段" if found["one"] != found["other"] else None


def _black_at_the_end(found: Match[str], there: There) -> str | None:
    """ "结尾再加个3秒的淡出到黑": the picture's."""
    return f"画面淡出{ms(found['d']) / 1_000:g}秒"


def _two_looks(found: Match[str], _: There) -> str | None:
    """ "0到10秒既要静音也要黑白"."""
    if found["one"] == found["other"]:
        return None
    return f"{found['span']}{found['one']}；{found['span']}{found['other']}"


def _at_the_very_end(found: Match[str], there: There) -> str | None:
    """ "这个标题应该在最后3秒"."""
    role = {"标题": "title", "字幕": "caption", "人名条": "lower-third"}[found["what"]]
    start = there.seconds - ms(found["d"]) / 1_000
    if [*there.roles].count(role) != 1 or start <= 0:
        return None
    return f"{found['what']}移到{start:g}到{there.seconds:g}秒"


def _song_for_speech(found: Match[str], there: There) -> str | None:
    """ "把原声整个换成song.mp3，音量100%"."""
    if "music" in there.roles:
        return None
    level = f"，音量{found['n']}" if found["n"] else ""
    return f"加背景音乐{found['file']}{level}，原声静音"


def _other_clip_out(found: Match[str], there: There) -> str | None:
    """ "我只要b.mp4那段，talk的整个拿掉", of the two that there are."""
    names = [*there.clips]
    kept, other = found["file"].strip(), f"{found['other']}.mp4"
    if len(names) != 2 or {*names} != {kept, other}:
        return None
    return f"删掉第{'一二'[names.index(other)]}段"


def _by_pace(found: Match[str], there: There) -> str | None:
    """ "片子压到30秒，内容别剪，靠加速"."""
    pace = there.seconds / (ms(found["d"]) / 1_000 or 1)
    fits = {*there.speeds} == {1.0} and pace > 1 and round(pace, 3) == pace
    return f"整个视频{pace:g}倍速" if fits else None


def _meant(found: Match[str], there: There) -> str | None:
    return None if there.last else found["yes"]


def _both_off(found: Match[str], _: There) -> str | None:
    return f"取消{found['one']}，取消{found['other']}" if found["one"] != found["other"] else None


_FILE = r"(?P<file> ?[a-z0-9_-]+\.(?:mp3|wav|m4a))"
_CLIP = r"(?P<file> ?[a-z0-9_-]+\.(?:mp4|mov|webm))"
_PACES = "放慢|减速|慢放|慢|加速|加快|快进|快"


SAID: tuple[Turn, ...] = (
    (
        Regex(
            rf"(?P<way>{_PACES})(?P<by>一半|一倍)(?:[,，](?:也)?(?:就是|即|等于|相当于)|[（(]"
            rf"(?:也?就是)?)(?:说)?"
            rf"(?P<x>{NUMBER}(?= ?倍)|一?半) ?倍?(?:的)?速度?[)）]?{END}"
        ),
        _same_pace,
    ),
    (
        Regex(
            r"\A(?:把|将)?(?:剩下|余下|留下)(?:来)?的?(?:部分|内容|视频|画面|片段)?"
            r"(?:就|再|给我|全部?|全都|都|整体|统统){0,6}(?=加速|放慢|快进|慢放|变快|变慢|调成|变成|改成|黑白|静音|倒放"
            r"|[0-9.一二两三四]+倍速)"
        ),
        _what_is_left,
    ),
    (
        Regex(
            rf"\A(?P<edge>开头|片头|前面|结尾|片尾|末尾|后面)也(?:给我|帮我)?{_TAKE}"
            rf"(?:(?:同样|一样|相同)(?:的)?(?:长度|时长|时间|秒数|长|多)|(?:这么|那么)(?:多"
            rf"|长)){STOP}[ 。.!！]*\Z"
        ),
        _as_much,
    ),
    (
        Regex(
            marked(
                r"\A(?:请|帮我)?(?:手动)?(?:加|打|上|放)(?:上)?(?P<n>[两俩二三四五2-5])(?:条|个|句"
                r"|段)(?P<what>字幕|标题)[:：,，]"
                r"(?P<items>[^。]*<:text>)(?= *[。.!！]*\Z)"
            ),
            FLAGS,
        ),
        _listed,
    ),
    (
        Regex(
            rf"\A(?:把|将)?{_SPAN}(?:中间|之间)?的?(?:部分|内容)?(?:都|全)?(?:不要了?|剪掉|删掉"
            rf"|去掉)[,，]只(?:留|要|保留)下?"
            rf"(?:头和尾|头尾|首尾|两头|开头和结尾){STOP}(?=[ 。.!！]*\Z)"
        ),
        _both_ends,
    ),
    (
        Regex(
            rf"\A我?(?:只|就)?(?:想|只)?要(?:这)?(?:两|2)段[:：,，]{_SPAN}(?:[,，、]?(?:还有|和|跟"
            rf"|以及)|[,，、])"
            rf"{_SPAN.replace('?P<a>', '?P<c>').replace('?P<b>', '?P<d>')}(?:[,，](?:直接)?(?:拼|接"
            rf"|连|合)(?:在)?(?:一起|起来))?{STOP}(?=[ 。.!！]*\Z)"
        ),
        _two_kept,
    ),
    (
        Regex(
            rf"\A(?:我)?(?:想)?要(?:一个)?(?P<d>{LONG})的(?:成片|片子|视频)[,，](?:多出来|多余"
            rf"|超出)的(?:部分)?"
            rf"(?:都)?从(?P<edge>最?前面|开头|最?后面|结尾)(?:开始)?{_TAKE}(?=[ 。.!！]*\Z)"
        ),
        _cut_to,
    ),
    (
        Regex(
            rf"\A(?:视频|片子)?(?:总长|总时长|时长)(?:度)?(?:改|控制|压|剪|缩短)*(?:成|到|在|为)"
            rf"(?P<d>{LONG})[,，](?:都)?从"
            rf"{_CLIP}?的?(?:尾巴|末尾|结尾|后面|最后)(?:上|处|开始)?{_TAKE}(?=[ 。.!！]*\Z)",
            2,
        ),
        _cut_off_the_last,
    ),
    (
        Regex(
            r"\A(?:只)?(?:保留|留)(?P<one>[前后])半段(?:就够了?|就行|就好)?[,，]"
            r"(?P<other>[前后])半段(?:都|全)?"
            r"(?:砍掉|剪掉|不要了?|删掉|去掉)(?=[ 。.!！]*\Z)"
        ),
        _halves,
    ),
    (
        Regex(
            rf"\A除了?(?P<span>{_ANY_SPAN})(?:这|那)一?小?段(?:以外|之外|外)?[,，]"
            rf"(?:剩下|其他|其它|其余|别)的?(?:部分|内容)?(?:全部?|都)*(?:保留|留着|留下|不动)"
            rf"(?=[ 。.!！]*\Z)"
        ),
        as_(r"剪掉\g<span>"),
    ),
    (
        Regex(
            rf"(?<![^,，;；。])(?:请|给|再)*(?:整(?:条|个|部|段)|全)?(?:的)?(?:片子"
            rf"|视频)?的?(?:结尾|片尾|末尾|最后)"
            rf"(?:处)?的?(?:再|也|还|给我)*(?:加|来|做)?(?:上)?(?:个|一个)?"
            rf"(?P<d>{LONG})(?:的)?(?:淡出到黑(?:场|屏)?|淡黑|渐黑|黑场淡出){END}"
        ),
        _black_at_the_end,
    ),
    (
        Regex(
            rf"(?P<span>{_ANY_SPAN})(?:这段|那段)?既要?(?P<one>静音|黑白|倒放|模糊|复古"
            rf"|慢放)[,，]?(?:又|也|还)要?"
            rf"(?P<other>静音|黑白|倒放|模糊|复古){END}"
        ),
        _two_looks,
    ),
    (
        Regex(
            r"\A(?:放错(?:位置|地方|时间)了?[,，])?(?:这个|那个)?(?P<what>标题|字幕|人名条)应该"
            r"(?:是)?(?:放|出现)?在最后"
            rf"(?P<d>{LONG})(?:才对)?{END}"
        ),
        _at_the_very_end,
    ),
    (
        Regex(
            rf"\A(?:把|将)?(?:视频)?(?:的)?(?:原声|原来的声音)(?:整个|全部?|都)*(?:换|替换)(?:成"
            rf"|为){_FILE}(?:[,，]音量(?P<n>{NUMBER} ?%))?"
            r"(?=[ 。.!！]*\Z)",
            2,
        ),
        _song_for_speech,
    ),
    (
        Regex(
            r"\A我(?:说|指|要)的不是(?P<no>[^,，。;；]{2,14})[,，](?:而)?是(?P<yes>[^,，。;；]+)"
            r"(?=[ 。.!！]*\Z)"
        ),
        _meant,
    ),
    (
        Regex(
            r"(?P<one>降噪|防抖|倒放|音量均衡)(?:和|跟|与|、)(?P<other>降噪|防抖|倒放|音量均衡)"
            r"(?:效果)?(?:都|全)?(?:给我)?"
            rf"(?:取消|去掉|关掉|不要了?|关了){END}"
        ),
        _both_off,
    ),
    (
        Regex(
            rf"\A我?(?:只|就)要{_CLIP}的?(?:那|这)一?段[,，](?P<other>[a-z0-9_-]+?)"
            rf"(?:\.mp4)?的?(?:那段|那一段)?(?:整个|全部?|都)*"
            r"(?:拿掉|删掉|去掉|不要了?)(?=[ 。.!！]*\Z)",
            2,
        ),
        _other_clip_out,
    ),
    (
        Regex(
            rf"\A(?:把|将)?(?:整条|整个|整段)?(?:的)?(?:片子|视频)(?:给我)?压缩?(?:到|成)"
            rf"(?P<d>{LONG})[,，]内容(?:一点|一秒)?(?:都|也)?(?:别|不要|不能|不)剪[,，]"
            r"(?:只)?(?:靠|用)(?:加速|快进|快放)(?:来)?(?:实现|完成|凑)?(?=[ 。.!！]*\Z)"
        ),
        _by_pace,
    ),
)  # fmt: skip
