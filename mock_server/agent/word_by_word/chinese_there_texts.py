"""Chinese texts told without quotes, and a text put right: "开头三秒加个标题：周末去哪儿",
"打错字了，是探店不是探殿", "2秒到7秒加个人名条，王小明，产品经理"."""

import re
from re import Match

from mock_server.agent.values.lazily import Regex
from mock_server.agent.word_by_word.chinese import CHINESE
from mock_server.agent.word_by_word.chinese_there_parts import Turn
from mock_server.agent.wording.named_by_draft import NAMES_ZH, There

_TOLD = "[^\ue000-\ue0ff,，。.;；:：、!！“”\"'「」『』()（）\n]"
_DESCRIBES = Regex(
    r"[0-9%]|[一二两三四五六七八九十半几]秒|[红黄蓝绿白黑橙橘粉紫金灰青]色|字(?:体|号)"
    r"|[大小长短粗细]一?[点些]|加粗|斜体|左[上下边侧]|右[上下边侧]"
    r"|[上下]面|[上下中]方|顶部|底部|居中|中间|全程|一直|淡[入出]|放[在到大]|位置|内容|写[着上成]"
    r"|还是|同[样上]|一样|随便|你|改成|换成|加[个上]|删|剪|不要|别"
    r"|标题|字幕|音乐|logo|视频|显示|出现|待定|空白?着",
    2,
)
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢"
    "姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧"
)
_NAME = (
    f"[小老阿]?[{_SURNAMES}](?:(?![改放加用在到要和的是不也都左右色底])[\u4e00-\u9fff]){{1,3}}"
    "|[A-Z][a-z]+(?: [A-Z][a-z]+)?"
)
_SOMEBODY = Regex(rf"[小老阿]?[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_WORKER = Regex(".*[员师家长人者手理监工生编演]")
_JOB = "(?:(?![改放加用在到要和的是不也都上下左右为把给就换第])[\u4e00-\u9fff]){2,8}"
_BAR = r"(?:加|打|放|来|上|出)(?:个|一个|上|一条)*(?:人名条|名字条|姓名条)"


def _is_text(told: str) -> bool:
    plain = told.strip()
    return bool(plain) and not _DESCRIBES.search(plain) and CHINESE.parts(plain) is None


def _quoted(found: Match[str], _: There) -> str | None:
    """ "加个标题：周末去哪儿"."""
    return f"{found['lead']}“{found['told'].strip()}”" if _is_text(found["told"]) else None


def _name_and_job(found: Match[str], _: There) -> str | None:
    """ "加个人名条，王小明，产品经理"."""
    name, job = found["name"], found["job"]
    if not all(map(_is_text, (name, job))) or name == job or "底" in job:
        return None
    if _SOMEBODY.fullmatch(job) and not _WORKER.fullmatch(job):
        return None  # another name
    return f"{found['lead']}“{name}”，下面写“{job}”"


def _line_below(found: Match[str], _: There) -> str | None:
    return f"{found['lead']}，下面写“{found['job']}”" if _is_text(found["job"]) else None


TEXTS: tuple[Turn, ...] = (
    (
        Regex(
            rf"(?P<lead>(?:加|打|放|写|来|上|做|出)(?:上|个|一个|一条|一行|条|行|一段){{0,3}}"
            rf"(?:[红黄蓝绿白黑]色的?)?(?:大)?(?:标题|字幕))[:：] ?"
            rf"(?P<told>{_TOLD}{{2,16}})(?=[ 。.!！]*\Z|[,，](?!{_TOLD}*\Z)|[,，](?:停|白|红|黄|放"
            rf"|持续|显示|居中|[0-9]))"
        ),
        _quoted,
    ),
    (
        Regex(
            rf"(?P<lead>{_BAR})[,，:：] ?(?:名字|姓名)?(?:是|叫|写)?(?P<name>{_NAME})[,，、/ ]+"
            rf"(?:职位|头衔|职务)?(?:是|写)?"
            rf"(?P<job>{_JOB})(?=[ 。.!！]*\Z|[,，](?:放(?:在)?(?:画面)?[左右上下底]|从?第?[0-9]))"
        ),
        _name_and_job,
    ),
    (
        Regex(
            rf"(?P<lead>{_BAR}[^。]*?)[,，](?:下面|底下|下方)(?:一行|的|小字|再)*(?:写|标|是)(?:上"
            rf"|着)?(?P<job>{_JOB})(?=[ 。.!！]*\Z)"
        ),
        _line_below,
    ),
)  # fmt: skip
_WORD = "[^,，。;；:：!！?？“”\"'「」『』 不]"
_SORRY = (
    "(?:(?:哎呀?|啊|哦|不好意思|抱歉|等等)[,，。 ]*)?"
    "(?:(?:标题|字幕|名字|人名条?)?(?:里)?(?:有)?(?:打错字|写错字|打错|写错|错字|错别字|字(?:打"
    "|写)?错|拼错)了?[,，。 ]*"
    "(?:(?:标题|字幕|名字|人名)(?:应该)?)?|(?:标题|字幕|名字|人名)(?:应该)?)"
)
_STAYS = (
    r"(?:[,，](?:职位|职务|头衔|颜色|位置|时间|大小|其他|其它|别的|其余)(?:的|都)*(?:别动|不变|不动"
    r"|不用动|不改|别改|保持不变|不用改))?"
    r"(?:吧|了|啊|才对)*[ 。.!！]*"
)
_RIGHT_FIRST = Regex(
    rf"{_SORRY}(?:应该)?是(?P<right>{_WORD}{{1,16}})[,，]?(?:而)?不是(?P<wrong>{_WORD}{{1,16}}){_STAYS}"
)
_WRONG_FIRST = Regex(
    rf"{_SORRY}不是(?P<wrong>{_WORD}{{1,16}})[,，](?:而|应该)?是(?P<right>{_WORD}{{1,16}}){_STAYS}"
)
_NOUNS = {
    "名字": ("lower-third",),
    "人名": ("lower-third",),
    "标题": ("title",),
    "字幕": ("caption",),
}


def put_right(message: str, there: There) -> str:
    """ "名字是Anna不是Ann" as the order to write the text that it is of anew; empty where it is none."""
    found = _RIGHT_FIRST.fullmatch(message.strip()) or _WRONG_FIRST.fullmatch(message.strip())
    if found is None:
        return ""
    wrong, right = found["wrong"].rstrip("了吧啊"), found["right"]
    lead = message.strip()[: found.start("wrong")]
    roles = next((roles for noun, roles in _NOUNS.items() if noun in lead), ())
    at = [i for i, one in enumerate(there.texts) if _times(wrong, one)]
    if len(at) != 1 or wrong == right or _times(wrong, there.texts[at[0]]) != 1:
        return ""
    i = at[0]
    role = there.roles[i]
    if (roles and role not in roles) or role not in NAMES_ZH or "“" in there.texts[i]:
        return ""
    if CHINESE.parts(right) is not None and "错" not in lead:
        return ""  # a text, or how it is to look?
    fresh = _anew(wrong, right, there.texts[i])
    if len(wrong) < 2 and there.texts[i] != wrong and not re.search("错|名字|人名", lead):
        return ""
    return f"把{NAMES_ZH[role]}“{there.texts[i]}”改成“{fresh}”"


def _edged(word: str) -> str:
    edge = r"\b" if word.isascii() else ""
    return f"{edge}{re.escape(word)}{edge}"


def _times(word: str, text: str) -> int:
    return len(re.findall(_edged(word), text))


def _anew(wrong: str, right: str, text: str) -> str:
    return re.sub(_edged(wrong), lambda _: right, text)
