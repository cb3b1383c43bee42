"""What is on the timeline made longer, shorter, stronger in Chinese: "转场短一点", "模糊再多延续4秒"."""

from fractions import Fraction
from re import Match

from mock_server.agent.frames.phrasing import STEPS
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.word_by_word.chinese_there_parts import LONG, Turn
from mock_server.agent.word_by_word.chinese_times import ms
from mock_server.agent.wording.named_by_draft import There

_BIT = "(?:一?点|一?些)儿?"
_END = r"(?=(?:吧|了|就行|就好|谢谢)*[ 。.!！]*\Z|[,，;；。])"
_MORE = "(?:再|更|还要|要|稍微|稍|弄|调|改|做|变|拉|给我|得|缩|加|延|减|放)*"
_TOO = "(?:(?:有点|有些)?太?(?:[长短快慢久急])了?[,，])?"
_GONE = "(?:拿|去|删|剪|撤|移)(?:掉|除|走|了)|取消(?:掉|了)?|不要了?"
_FIRST = r"\A(?:请|帮我|麻烦|把|将)*"  # times are those of the draft as it is
_HELD = "(?:这个|那个|这段|那段)?定格(?:的)?(?:画面|效果)?(?:的)?(?:那一?段|这一?段|部分)?"
_NOTHING_ELSE = "(?![,，;；。](?:改|换|变|用|要))"
_MILDER, _STRONGER = 0.7, 1.4
_FADERS = {
    "音乐": "music", "歌": "music", "配乐": "music", "画面": "clip", "视频": "clip", "标题": "title",
    "字幕": "caption", "logo": "overlay", "水印": "overlay", "旁白": "voiceover",
}  # fmt: skip


def _frozen(there: There) -> tuple[float, float] | None:
    """From when to when the one frozen frame is there."""
    found = [i for i, one in enumerate(there.frozen) if one]
    if len(found) != 1:
        return None
    i = found[0]
    return there.starts[i], [*there.starts[1:], there.seconds][i]


def _cut(there: There, start: float, end: float) -> str | None:
    """That stretch as what is cut, where no layer is within it."""
    inside = any(a >= start - 0.001 and b <= end + 0.001 for a, b in there.spans)
    return None if inside or not start < end else f"剪掉{start:g}到{end:g}秒"


def _unfrozen(_: Match[str], there: There) -> str | None:
    """ "定格那段拿掉"."""
    span = _frozen(there)
    return _cut(there, *span) if span else None


def _frozen_for(found: Match[str], there: There) -> str | None:
    """ "定格缩短到两秒", "定格缩短两秒", "定格短一点"."""
    span = _frozen(there)
    if span is None:
        return None
    start, end = span
    told = found.groupdict()
    if told["to"]:
        left = ms(told["to"]) / 1_000
    elif told["by"]:
        left = end - start - ms(told["by"]) / 1_000
    else:
        left = round((end - start) * _MILDER, 1)
    return _cut(there, start + left, end) if 0 < left < end - start else None


def _joined_for(found: Match[str], there: There) -> str | None:
    """ "转场短一点", of the one there is."""
    if len(there.join_lengths) != 1:
        return None
    times = _MILDER if found["way"] in "短快" else _STRONGER
    return f"转场改成{round(there.join_lengths[0] * times, 1):g}秒"


def _faded_for(found: Match[str], there: There) -> str | None:
    """ "音乐淡出的时间再长一点"."""
    way = "in" if found["fade"] in ("淡入", "渐入") else "out"
    told = zip(there.fades, there.fade_lengths, strict=True)
    alike = [(one, long) for one, long in told if one.endswith(f" {way}")]
    if role := _FADERS.get((found["what"] or "").lower()):
        alike = [one for one in alike if one[0] == f"{role} {way}"]
    if len(alike) != 1:
        return None
    named = alike[0][0].rpartition(" ")[0]
    if named != "clip" and [*there.roles].count(named) != 1:
        return None
    what = found["what"] or {"clip": "画面", "music": "音乐"}.get(named, "")
    if found["by"]:
        long = alike[0][1] + (1 if found["more"] else -1) * ms(found["by"]) / 1_000
    else:
        times = Fraction(3, 2) if found["way"] in "长久慢" else Fraction(2, 3)
        long = round(float(Fraction(str(alike[0][1])) * times), 1)
    return f"{what}{'淡入' if way == 'in' else '淡出'}改成{long:g}秒" if what and long > 0 else None


def _effect(there: There, words: str) -> int | None:
    name = "blur" if words in ("模糊", "打码", "马赛克") else "zoom"
    found = [i for i, one in enumerate(there.names) if (there.roles[i], one) == ("effect", name)]
    return found[0] if len(found) == 1 else None


def _lasts(found: Match[str], there: There) -> str | None:
    """ "模糊再多延续4秒"."""
    i = _effect(there, found["what"])
    if i is None:
        return None
    start, end = there.spans[i]
    until = end + (-1 if found["less"] else 1) * ms(found["d"]) / 1_000
    if not start < until <= there.seconds:
        return None
    name = "模糊" if there.names[i] == "blur" else "推近"
    return f"{name}效果持续到{until:g}秒"


def _zoomed(found: Match[str], there: There) -> str | None:
    """ "放大得再明显一点"."""
    i = _effect(there, "推近")
    if i is None or len(there.zooms) <= i or not there.zooms[i] > 1:
        return None
    times = 1.5 if found["more"] else 0.5
    return f"推近效果改到{round(1 + (there.zooms[i] - 1) * times, 2):g}倍"


_PACED = Regex("[快慢速倍]")


def _slower_yet(found: Match[str], there: There) -> str | None:
    """ "再慢点" behind "50到60秒慢放"."""
    paced = [i for i, one in enumerate(there.speeds) if one != 1]
    if len(there.speeds) < 2 or len(paced) != 1 or not _PACED.search(there.last):
        return None
    if found["too"] == found["way"]:
        return None
    i = paced[0]
    start, end = there.starts[i], [*there.starts[1:], there.seconds][i]
    step = STEPS["slower" if found["way"] == "慢" else "faster"][True]
    return f"{start:g}到{end:g}秒改成{round(there.speeds[i] * step, 3):g}倍速"


def _pace_so_far(found: Match[str], there: There) -> str | None:
    """ "速度比现在快50%"."""
    share = found["n"].strip()
    if {*there.speeds} != {1.0}:
        return None
    if share in ("一半", "一倍"):
        by = Fraction(1, 2) if share == "一半" else Fraction(1)
    elif share.endswith("成"):
        by = Fraction(number(share[:-1])) / 10
    else:
        by = Fraction(number(share.rstrip("%").removeprefix("百分之"))) / 100
    pace = 1 + by if found["way"] == "快" else 1 - by
    return f"整个视频{float(pace):g}倍速" if pace > 0 else None


def _still_fast(_: Match[str], there: There) -> str | None:
    """ "稍微慢一点，但还是要比原速快", of a video that is fast."""
    paces = {*there.speeds}
    pace = round(next(iter(paces)) * 0.8, 2) if len(paces) == 1 else 0
    return f"整个视频改成{pace:g}倍速" if pace > 1 else None


LENGTHS: tuple[Turn, ...] = (
    (Regex(rf"{_FIRST}{_HELD}(?:给我|都|也|就)?(?:{_GONE}){_END}{_NOTHING_ELSE}"), _unfrozen),
    (Regex(rf"{_FIRST}(?:{_GONE})掉?{_HELD}{_END}{_NOTHING_ELSE}"), _unfrozen),
    (
        Regex(
            rf"{_FIRST}{_HELD}(?:那里|那儿)?(?:的?(?:停留)?(?:时间|时长|长度))?"
            rf"(?:停?得?(?:有点|有些)?太?[长久]了?[,，])?"
            rf"(?:再|给我)*(?:(?:缩|减|剪|改|调)短?(?:到|成|为|至)(?P<to>{LONG})"
            rf"|(?:缩短|减少|少停|短)(?P<by>{LONG})|(?:稍微|弄|调|缩)*短{_BIT}){_END}"
        ),
        _frozen_for,
    ),
    (
        Regex(rf"(?:转场|过渡|叠化)(?:效果)?的?(?:时间|时长|速度)?{_TOO}{_MORE}(?P<way>[长短快慢]){_BIT}{_END}"),
        _joined_for,
    ),
    (
        Regex(
            rf"(?P<what>音乐|歌|配乐|画面|视频|标题|字幕|logo|水印|旁白)?的?(?P<fade>淡[入出]"
            rf"|渐[入出黑])(?:效果)?的?"
            rf"(?:时间|时长|过程|速度)?{_TOO}(?:{_MORE}(?P<way>[长短久快慢]){_BIT}"
            rf"|(?:再|要|给我)*(?:(?P<more>多|长|延长|加长)|(?P<less>短|少|缩短))(?P<by>{LONG})){_END}",
            2,
        ),
        _faded_for,
    ),
    (
        Regex(
            rf"{_FIRST}(?P<what>模糊|推近|打码)(?:效果|处理)?的?(?:时间|时长)?(?:再|要|往后|给我)*"
            rf"(?:(?P<more>多(?:延续|持续|停留|留|放|来|保持|维持)?|延长|延续多|加长)|(?P<less>少(?:放"
            rf"|留)?|缩短|减少))"
            rf"(?P<d>{LONG})(?:[,，](?:开始|起始)(?:的)?(?:时间|时刻|点)?(?:不变|不动|照旧|别动))?{_END}"
        ),
        _lasts,
    ),
    (
        Regex(
            rf"(?:画面)?(?:放大|推近|拉近)(?:得|的?(?:效果|幅度|程度|力度|倍数)){_MORE}"
            rf"(?:(?P<more>明显|厉害|大|强烈?|狠|夸张)|(?:小|弱|轻|柔和)){_BIT}{_END}"
        ),
        _zoomed,
    ),
    (
        Regex(
            rf"\A[ ,，]*(?:(?:还是)?(?:有点|有些)?太?(?P<too>[慢快])了?[,，](?:再|要|稍微|还是|调|放)*"
            rf"|(?:再|还要|更|还是|稍微|还可以)+)(?P<way>[慢快]){_BIT}{_END}(?![,，;；。]\S)"
        ),
        _slower_yet,
    ),
    (
        Regex(
            rf"(?:整个|整段|全片)?(?:的)?(?:视频|片子)?的?(?:播放)?速度(?:要|得|调|改|给我|成)*比"
            rf"(?:现在|原来|原速|目前)"
            rf"(?P<way>[快慢])(?P<n>{NUMBER} ?%|百分之{NUMBER}|[一二两三四五六七八九]成|一半|"
            rf"(?<=快)一倍){_END}"
        ),
        _pace_so_far,
    ),
    (
        Regex(
            r"\A(?:现在)?(?:有点|有些|太)快了?[,，](?:稍微|再)?(?:调|放)?慢一?[点些](?:吧)?[,，]"
            r"(?:但|不过)?"
            r"(?:还是|仍然|也)?(?:要|得)?比原(?:速|来)快(?:就行)?[ 。.!！]*\Z"
        ),
        _still_fast,
    ),
)  # fmt: skip
