"""Orders that somebody has to agree to first, or that do not fit what is said in front of them; and what
unsettles the orders beside it.

"先问一下客户，剪掉前5秒", "the music is too long, cut 5-10 s"; "speed it up. Nah, leave the speed".
"""

import re
from collections.abc import Sequence

from mock_server.agent.values.lazily import Regex

_AWAITS = Regex(
    r"[^,]*(?:[等待先][^,]{0,6}(?:问|确认|同意|批准|决定|回复|商量|点头|审|看过|通过)"
    r"|(?:没|没有|未|不)(?:确认|同意|批准|决定|回复|定|想好|点头|商量|审|答应|松口)(?:好|下来|过)?(?=[,吧呢]))"
    r"[^,]*,"
    r"|[^,]*\b(?:(?:has|have|is|are|am|'m|did)(?: not|n't)(?: yet| really| quite)? (?:decided?|approved?"
    r"|confirmed?|agreed?|signed off|sure|certain|convinced|answered|made up|replied|happy with"
    r"|seen (?:it|this))|(?:let me|i'll|i will|i have to|i need to|we should|first) (?:ask|check with"
    r"|wait)|wait(?:ing)? (?:for|until|on) (?:my|the|our|his|her|them|him)"
    r"|still (?:thinking|deciding|waiting|unsure))\b[^,]*,",
    re.IGNORECASE,
)
_MAY_AWAIT = Regex("[等待先没未不]|n't |not |wait|still|ask|check", re.IGNORECASE)


def awaits(text: str) -> bool:
    """Whether somebody has to agree first, in front of what is ordered behind a comma."""
    return bool(_MAY_AWAIT.search(text) and _AWAITS.match(text))


_LAYER = (
    r"(?:music|song|soundtrack|titles?|captions?|subtitles?|logo|watermark|lower[- ]third|voice-?over"
    r"|narration|overlay|音乐|歌|标题|字幕|水印|人名条|旁白|配音|贴图)"
)
# What is too long is a layer, and what is to be cut the video.
_TOO_LONG = Regex(
    rf"[^,]*{_LAYER}(?:(?! but |但)[^,])*(?:\b(?:too|so|very|quite) long\b|[太过]长|有点长)[^,]*, ?"
    rf"(?![^,]*(?:{_LAYER}|\b(?:it|them|its|that|those)\b|[它其]))"
    r"[^,]{0,12}?(?:\b(?:cut|trim|chop|remove|delete|take|drop|lose)\b|剪|删|裁|去掉|砍)",
    re.IGNORECASE,
)
# What is good is not cut: "only 10-20 s is good, cut it".
_PRAISES = Regex(
    r"(?![^,]*(?:\b(?:not|no|never|hardly|nothing|too)\b|n't\b|不好|不重要|不精彩|不喜欢|不够|不是|没意思))"
    r"[^,]*(?:\b(?:great|good|fine|perfect|important|best|brilliant|lovely|awesome|amazing|funny|useful"
    r"|usable)\b|精彩|不错|[很最挺太]好|好看|好听|重要|完美|没问题|[很最太]棒|喜欢)[^,]*, ?"
    r"(?:(?:so |please |then |just )*(?:cut|remove|delete|mute|drop|lose|trim|ditch|kill|silence)"
    r" (?:out |off )?(?:it|that|them|this|those)(?: out| off)?(?: please)?"
    r"|[请就都全把将它给我]*(?:剪|删|去|扔|静音|消音|不要)(?:掉|除|了|吧|它)*)[ .!]*\Z",
    re.IGNORECASE,
)


_DEEDS = "(?:剪|删|静音|消音|去|裁|切|加速?|换|改|调|配|关|移|挪|放慢|倒放|撤)"
_WE = "(?:我们?|咱们?|他们?|她们?)(?:自己|刚[才刚]?|[昨今前]天|早上|上次|之前|已经?|早就?|都|也|就|全)*"
# "我把前5秒剪了", "前5秒我剪了": it is done; "与其静音，不如剪掉": of what?
_TOLD_AS_DONE = Regex(
    rf" ?(?:[^,]{{0,12}}[^帮给替让叫请跟和为要想由,])?{_WE}(?:把|将)[^,]{{1,24}}"
    rf"{_DEEDS}(?:掉|好|完|过|[成为到][^,]*)?了"
    rf"| ?{_WE}{_DEEDS}(?:掉|好|完|过)?了(?!一下)"
    rf"|[^,]{{1,12}}[^帮给替让叫请跟和为要想由,]{_WE}{_DEEDS}(?:掉|好|完|过)?了(?=,|[ .!]*\Z)"
    rf"| ?你们?(?:刚[才刚]?|已经?|都|又)*(?:把|将)[^,]*{_DEEDS}[掉好完过]了(?=,|[ .!]*\Z)"
    r"| ?与其"
)


def withheld(text: str) -> bool:
    """Whether what is ordered in a marked sentence is not certain for what stands in front of it."""
    if ("了" in text or "与其" in text) and _TOLD_AS_DONE.match(text):
        return True
    if "," not in text:
        return False
    return awaits(text) or bool(_TOO_LONG.match(text) or _PRAISES.match(text))


_UNSETTLES = Regex(
    r"\bnah\b|\bnever ?mind\b|\bforget (?:it|that|about|the|this)\b|\bon (?:second thoughts?|reflection)\b"
    r"|\b(?:rather|better|maybe|perhaps|prefer|preferably|probably) not\b"
    r"|\b(?:scrap|scratch|cancel|skip) (?:the|that|this|it)\b|\bafter all\b|\bchanged my mind\b"
    r"|\bactually\b.*\b(?:no|not|don't|leave|skip|keep|skipping)\b"
    r"|\b(?:leave|keep) (?:the |my )?[a-z -]+ (?:out|off|away)\b"
    r"|\A\W*or\b|\bthough\W*\Z"
    r"|算了|要不(?!要)|不用了|作废|还是[别不]|先不|反悔|后悔",
    re.IGNORECASE,
)
_KEEPS_THE_SHAPE = Regex(
    r"\b(?:keep|leave|stay|remain)(?:s|ing)?\b.*(?:[0-9] ?: ?[0-9]|\b(?:horizontal|vertical|landscape"
    r"|portrait|square|wide|aspect|ratio|format|shape)\b)"
    r"|(?:保持|保留|还是|维持).*(?:[0-9] ?: ?[0-9]|比例|画幅|[横竖]屏|方形|[横竖]版)",
    re.IGNORECASE,
)


def keeps_the_shape(words: str) -> bool:
    """Whether words that were not understood want the picture's shape as it is: "keep it 16:9"."""
    return bool(_KEEPS_THE_SHAPE.search(words))


_KEEPS_THE_LENGTH = Regex(
    r"(?:(?<![幕题乐印白外余他条的])|(?<=视频的)|(?<=片子的))(?:总时?长|时长|总长度|视频长度|长度)"
    r"(?:都|也|还|要|得|必须|仍|仍然|还是|给我|请)*(?:保持|维持|不变|不动|不能变|不许变|别变|不要变|照旧|一样)"
    r"|\b(?:keep(?:ing)?|leav(?:e|ing)) (?:the|its) (?:total |overall )?(?:length|duration|runtime)\b"
    r"|\b(?:the|its|same|total|overall) (?:total |overall )?(?:length|duration|runtime)"
    r" (?:must |should |has to )?(?:stays?|remains?|not change|unchanged|the same)",
    re.IGNORECASE,
)


def keeps_the_length(sentences: Sequence[str]) -> bool:
    """Whether the video is to be as long as it is, beside what makes it longer or shorter."""
    return any(map(_KEEPS_THE_LENGTH.search, sentences))


_QUOTED = Regex("“[^”]*”")


def unsettles(words: str) -> bool:
    """Whether words that were not understood may take back what is understood beside them."""
    said = _QUOTED.sub("", words)
    return bool(_UNSETTLES.search(said)) or awaits(f"{said},")


_GIVES_UP = Regex(
    r"\b(?:never ?mind|forget(?: about)?|scrap|scratch|skip) (?:the|that|this|my)\b", re.IGNORECASE
)


def gives_up(words: str) -> bool:
    """Whether what is named in words behind an order is not wanted after all."""
    return bool(_GIVES_UP.search(words))
