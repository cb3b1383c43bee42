"""Chinese slips of the pen: a character of the same sound, or of the same shape, in a word of an edit."""

import re
from functools import cache

from mock_server.agent import lexicon
from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.placeholders import MARK, Values
from mock_server.agent.values.rules import Rules, plainly

# What is typed for one another.
_ALIKE = (
    "音因阴英应", "题提体替踢", "幕目木慕墓暮", "频品贫平", "屏平评凭萍频", "视试示是事室",
    "放方房防访", "旋悬选璇",
    "转传砖赚", "竖书树属", "横衡恒", "白百佰拜", "乐月越悦", "淡但蛋谈", "出初处除储",
    "静净竟境敬", "剪减检简捡",
    "掉调吊钓", "删山珊", "除初处储", "速素诉", "量良", "画话化划花", "定订丁", "噪躁燥造糟",
    "降将讲", "角脚搅",
    "底低地抵", "字自子宇", "裁才材财", "模磨摸", "糊胡湖", "拼品", "印影应引", "透头", "明名",
    "缩索", "快块筷",
    "慢漫曼", "倒到导道捣", "播拨波博", "居据举局", "旁傍", "背被倍贝", "配赔佩", "贴帖", "徽微",
    "抖斗陡", "恢灰回",
    "复付覆富", "撤彻策", "销消削", "留流", "结接", "尾未位伟", "始使", "滤虑", "古谷", "循寻巡",
    "环还", "叠蝶跌",
    "片篇偏", "觉决爵", "添天填", "动懂", "置致制", "标表彪", "针真珍", "钟中终", "面棉", "全圈",
)  # fmt: skip
_LONGEST = 4  # characters of a word that a slip is looked for in
# Where what is typed is a word, too.
_RULES = Rules(
    (
        (r"(?<![0-9秒从直回拉开升降])到(?=放(?![大到在置]|<))", "倒"),
        (r"去(?:调|吊)(?=[ ,。!]|\Z|[0-9一二两三四五六七八九十前后最开结]|了)", "去掉"),
        (r"音[两亮](?=调|降|升|设|改|到|变|大|小|[0-9])", "音量"),
        (r"自(?=幕)", "字"),
    )
)


@cache
def _others() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in _ALIKE:
        for one in group:
            found[one] = found.get(one, "") + group.replace(one, "")
    return found


@cache
def _words() -> frozenset[str]:
    """Every Chinese word of an order, of two characters or more."""
    rows = (
        phrases for kind, _, phrases in lexicon.rows() if kind not in ("", "not", "doubt", "cond")
    )
    found = re.findall("[\u4e00-\u9fff]+", "|".join(rows))
    return frozenset(one for one in found if 2 <= len(one) <= _LONGEST)


def rewritten(text: str) -> str:
    """A message in which values are marked, without such slips."""
    text = _RULES.apply(text, plainly)
    plain = MARK.sub(lambda match: " " * len(match[0]), text)
    said = tokens(plain, Values())
    inside = {at for one in said for at in range(one.at + 1, one.at + len(one.words))}
    for one in said:
        if not one.readings and one.words in _others():
            text = _cured(text, one.at, inside)
    return text


def _cured(text: str, at: int, inside: set[int]) -> str:
    """The text with the one word that a strange character may stand in; other words are whole, which
    have a character at the places `inside`."""
    for length in range(_LONGEST, 1, -1):
        found = {
            (start, word)
            for start in range(max(0, at - length + 1), at + 1)
            for other in _others()[text[at]]
            if (word := text[start:at] + other + text[at + 1 : start + length]) in _words()
            and inside.isdisjoint((start, start + length))
        }
        if len(found) == 1:
            start, word = found.pop()
            return text[:start] + word + text[start + length :]
    return text
