"""What a Chinese message says not to do beside what it orders, and what is to"
" stay: "别变速", "字幕先不加"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import pattern
from mock_server.agent.wording.chinese.clause_subjects import Talk
from mock_server.agent.wording.chinese.clause_words import LEVEL
from mock_server.agent.wording.chinese.plain_words import LONG

# What is not to be done beside what is ordered, with what no order may then do.
_FORBIDS: tuple[tuple[Regex, str], ...] = tuple(
    (pattern(source), deed)
    for source, deed in (
        (r"(?:别|不要|不用|不许)(?:变速|加速|调速|改速度)", "倍速|速度|恢复原速"),
        (
            r"(?:中间|之间|两段之间)?(?:别|不要|不用|不加)(?:加)?(?:任何)?转场|(?:直接)?硬切|(?:就)?直接切",
            "转场|交叉|过渡",
        ),
        (
            r"(?:先)?(?:别|不要|不用|不)(?:急着)?(?:再)?加(?:背景)?音乐|音乐(?:也)?先(?:不加|别加|不要"
            r"|不放)",
            "音乐",
        ),
        (
            r"(?:先)?(?:别|不要|不用|不)(?:急着)?(?:再)?加字幕|字幕(?:也)?先(?:不加|别加|不要)",
            "字幕",
        ),
        (
            r"(?:先)?(?:别|不要|不用|不)(?:急着)?(?:再)?加标题|标题(?:也)?先(?:不加|别加|不要)",
            "标题",
        ),
        (r"[^,]{0,4}(?:停帧|定格)(?:那|这)?(?:事儿?|个)?(?:先)?(?:别|不)(?:弄|做|加|要)", "定格"),
        (r"(?:别|不要|不用)(?:加)?阴影", "阴影"),
        (r"(?:别|不要)(?:加)?(?:别的|其他|任何)(?:特效|效果)", "模糊|放大|滤镜"),
        (r"(?:顶上|底下|顶部|底部|左边|右边|左右|上下)(?:都)?(?:不裁|别裁|不用裁)", ""),
        (
            r"(?:中间|其余|其他)(?:的)?(?:那?段|部分)?(?:"
            + LONG
            + r"|半分钟)?(?:不调色?|不做处理|不处理|不动|不变|别动)",
            r"\A(?:调成|视频|改成|恢复|取消|画面|降噪|防抖)",
        ),
        (r"(?:我的片子|视频|原片)(?:别|不|不要)(?:调色|静音|动)", "视频|原声|调成"),
        (r"(?:原片|原声)别静音", "原声|视频静音"),
        (r"(?:职[位务]|头衔|副标题)(?:没错|不变|不动|不用改|没写错)", "职位改成"),
        (r"从头(?:开始)?(?:放|播)?", ""),
        (r"字(?:本身)?(?:不|别|不要|不用)淡", "标题.*淡"),
        (r"降噪(?:也)?(?:留着|保留|不变|不动)", "取消降噪"),
        (r"防抖(?:也)?(?:留着|保留|不变|不动)", "取消防抖"),
        (r"阴影(?:也)?(?:留着|保留|不变)", "阴影"),
        (
            r"(?:前后两段|另外两段)(?:都)?保持原声|(?:原片|主片|原声)(?:别静|照常出声|别静音)",
            "视频静音|原声",
        ),
        (r"后一段(?:保持)?彩色(?:不变)?", "第二段调成"),
        (r"前一段(?:保持)?彩色(?:不变)?", "第一段调成"),
        (
            rf"音量(?:维持|保持)(?:在)?{LEVEL}|音量(?:照样|照旧|不变|一样|保持不变)",
            "音量|声一点|静音",
        ),
        (r"(?:显示)?(?:时长|长度)(?:照旧|不变|一样|也不变)", "延长|缩短|改到|显示到"),
        (
            r"(?:时间|位置)(?:都)?(?:一样|照旧)|(?:范围和音量)(?:都)?(?:照旧|不变)",
            "移到|改到|推迟|提前",
        ),
        (r"结束(?:的)?时间(?:也)?不变", "标题移|字幕移|移到"),
        (r"其余的?(?:<:file>|b)?不用", ""),
        (r"(?:就)?一声", ""),
        (r"(?:旁白|标题|字幕|音乐)(?:的)?(?:后面|之后)", ""),
        (r"标题(?:的)?(?:文字|颜色)(?:都)?不变|标题不用改颜色", "标题改成"),
        (r"(?:字幕|标题)的时间(?:不跟着变|不变)", ""),
        (r"(?:爵士乐|音乐)(?:的)?音量不变", "音乐音量|音乐.声"),
        (r"(?:剩下的)?画面?(?:左右|上下)都不裁", ""),
        (r"不是减(?:半|0?\.[0-9]+|[0-9]+%)", ""),
        (r"不是叠(?:在上面|加)|(?:不要|别)叠在上面", "画中画|角"),
        (
            r"就一声|就这样|别的都?照旧|其他都?照旧|其余都?照旧|然后(?:接着|继续)(?:播|放"
            r"|播放)?(?:正片)?|继续播放?",
            "",
        ),
        (r"(?:接着|接|放|播放?)(?:我的)?(?:正片|片子|视频)", ""),
    )
)


def forbidden(clause: str, talk: Talk) -> str | None:
    """What no order may do where a clause says so; nothing for a clause that says something else, or
    forbids what there is, which is then to go."""
    if _is_there(clause, talk):
        return None
    return next((deed for source, deed in _FORBIDS if source.fullmatch(clause)), None)


def kept(clause: str, talk: Talk) -> bool:
    """Whether a clause says of something that is not there that it is not to be: "画面不要淡出"."""
    found = re.fullmatch("画面(?:也)?(?:不要|别|不用|不)淡([入出]?)", clause)
    if not found:
        return False
    ways = ("in", "out") if not found[1] else ("in",) if found[1] == "入" else ("out",)
    if any(f"clip {way}" in talk.there.fades or f"video {way}" in talk.there.fades for way in ways):
        return False
    talk.unfaded += [("画面", f"淡{found[1]}")]
    return True


def _is_there(clause: str, talk: Talk) -> bool:
    """Whether there is what a clause forbids, which is then to go: a transition, a clip without colours."""
    if "转场" in clause or "切" in clause:
        return bool(talk.there.joins)
    return "彩色" in clause and "black and white" in talk.there.looks
