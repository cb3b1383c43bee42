"""What a Chinese message says is seen, or heard, at a time, beside what is to be done then."""

import re
from fractions import Fraction

from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.chinese import CHINESE
from mock_server.agent.word_by_word.chinese_times import SPAN
from mock_server.agent.word_by_word.parts import Lexicon, kinds
from mock_server.agent.word_by_word.told import VERBS

_SPANS = rf"(?:(?:{SPAN})(?:(?:[、,，和跟]|还有|以及)+(?=[0-9第一二三四五六七八九十]))?)+"
_SIGHT = r"[a-zA-Z\u4e00-\u9fff]{1,14}?"
_PLACE = (
    r"(?:的)?(?:(?:那|这)(?:一)?(?:段|部分|块|里|儿|会儿|截|处|个镜头|个画面)"
    r"|的(?:地方|时候|部分|片段|镜头|画面))"
)
_THERE = Regex(
    r"(?:(?:这|那)(?:里|儿|(?:一)?(?:段|部分|块|截|处)|(?:[两俩几三2-3])(?:个)?(?:段|处|部分|地方))"
    r"|(?:都|全|统统|通通)(?=都|全))(?:视频|画面|内容)?(?=\S)"
)
_ORDERS = Regex(
    r"[0-9<>“”\"%?？]|[零一二两三四五六七八九十半](?:秒|倍|成|折)|外|以内|之内|说剪|要|请|想|只|仅|就|除|也|还|再|或|吗|呢"
    r"|如果|的话|应该|可能|也许|希望|最好|不(?:用|是|对|必|能|许|准|该|如|变|动|删|剪)|别|没(?:问题|必要|事)|无需|保"
    r"|删|剪|砍|掐|裁|切(?:掉|开|成|断|去)|去掉|去除|留|加(?![载油班热盐水料糖醋葱])|放(?!学|松|屁)|改|(?<!交)换|调|移|挪"
    r"|静音|消音|哔(?:掉|一|声|了)|打哔|马赛克|倒放|速|快进|慢放|慢动作|变|淡|渐|模糊|打码|定格|旋转|翻转|降噪|去噪|防抖|滤镜|色|黑白|复古|音量"
    r"|标题|字|人名|logo|水印|标志|台标|画中画|音效|音乐|配乐|歌|曲|bgm|旁白|配音|画外音|原声|人声|转场|过渡"
    r"|片头|片尾|开头|结尾|前|后|中间|左|右|上面|下面|其|它|剩|余|另|处理|效果|撤|恢复|取消|好(?:看|听|的|$)",
    re.IGNORECASE,
)
_PRAISE = Regex("精彩|重要|关键|高潮|亮点|漂亮|喜欢|经典")
_SLOW, _FAST = Regex("慢|拖|长|久|磨"), Regex("快|急|短")
_OWN_TIME = {
    "range", "at", "from", "until", "totime", "before end", "halfway", "rest", "except", "not", "keep",
    "only", "all but", "shift", "longer", "total", "undo", "unmute", "whole", "both", "it", "nth",
    "unclear",
}  # fmt: skip
_OF_THE_VIDEO = {
    "video",
    "whole video",
    "own",
    "sound of it",
    "speed",
    "volume",
    "look",
    "clip",
    "color",
}
_LED = Regex(
    rf"(?P<lead>(?:把|将|从|在)?)(?P<span>{_SPANS})(?P<sight>{_SIGHT})(?P<end>[,，:：]+)(?P<deed>.+)"
)
_AMID = Regex(
    rf"(?P<lead>(?:把|将|从|在)?)(?P<span>{_SPANS})(?P<sight>{_SIGHT}){_PLACE}(?P<deed>[^的].*)"
)
_NAMED = Regex(
    rf"(?P<lead>(?:把|将|从|在|(?:我)?(?:只|就|仅)(?:要|留下?|保留))?)(?P<sight>{_SIGHT}){_PLACE}"
    rf"(?P<slow>(?:要|用|来个?|做成?|改成?)?慢动作|(?:要|得)?(?:快进|加速))?"
    rf"[,，:：(（]*(?:大概|大约|就是|也就是|即|是|在)?(?P<span>{_SPANS})[)）]?(?P<deed>.*)"
)
_AT_AN_EDGE = Regex(
    rf"(?P<lead>(?:把)?)(?P<edge>开头|片头|一开始|开场|结尾|片尾|末尾|最后)(?P<sight>{_SIGHT})(?:了)?(?:有)?"
    r"(?P<long>[0-9.]+ ?秒钟?|[零一二两三四五六七八九十半]+秒钟?)(?P<end>[,，:：]+)(?P<deed>.+)"
)


def without_sights(text: str, lexicon: Lexicon = CHINESE) -> str:
    """A text with marks, of which each sentence has its time but not what is seen then."""
    sentences = re.split(r"(?<=[。！!;；\n])", text)
    return "".join(_plain(one, lexicon) for one in sentences)


def _plain(sentence: str, lexicon: Lexicon) -> str:
    if lexicon.parts(sentence) is not None:
        return sentence
    for form in (_NAMED, _LED, _AMID, _AT_AN_EDGE):
        found = form.fullmatch(sentence.strip())
        if found is None:
            continue
        said = found.groupdict()
        deed = _THERE.sub("", (said["deed"] or "").lstrip(",，:： "), count=1)
        sight = re.sub("^(?:全都?|都|一直)(?:是|在)", "", said["sight"])
        if (
            sight.startswith("半")
            or _PRAISE.search(sight)
            or _ORDERS.search(sight)
            or not _fits(sight, said.get("slow") or "", deed, said["lead"], lexicon)
        ):
            continue
        if form is _AT_AN_EDGE:
            span = f"{'最后' if said['edge'] in ('结尾', '片尾', '末尾', '最后') else '前'}{said['long']}"
        else:
            span = said["span"].strip(",，")
        return f"{said['lead']}{span}{deed or said.get('slow') or ''}"
    return sentence


def _fits(sight: str, slow: str, deed: str, lead: str, lexicon: Lexicon) -> bool:
    """Whether what is to be done can be so of that time, and of no other."""
    parts = lexicon.parts(deed) if deed else []
    if parts is None:
        return False
    own = kinds(parts)
    keeps = bool(re.search("[只就仅]", lead))
    if keeps:
        return not slow and own <= {"stop", "comma"}
    if own <= {"dont", "stop"} and "dont" in own:
        return True
    nouns = {str(one.value) for one in parts if one.kind == "noun"}
    if nouns - _OF_THE_VIDEO and not own & {"text", "file", "style"}:
        return False
    if own & {*_OWN_TIME, "dont"} or not (own & (VERBS | {"factor", "lookname", "level"}) or slow):
        return False
    factors = [
        one.value for one in parts if one.kind == "factor" and isinstance(one.value, Fraction)
    ]
    return not (
        (_SLOW.search(sight) and ("slower" in own or any(one < 1 for one in factors)))
        or (_FAST.search(sight) and ("faster" in own or any(one > 1 for one in factors)))
        or ("慢" in slow and any(one >= 1 for one in factors))
        or (slow and "慢" not in slow and any(one <= 1 for one in factors))
    )
