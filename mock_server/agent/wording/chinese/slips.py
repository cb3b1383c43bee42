"""Chinese slips of the pen: a character of the same sound, or of the same shape, in a word of an edit."""

import re
from functools import cache

from mock_server.agent import lexicon
from mock_server.agent.lexicon.tokens import tokens
from mock_server.agent.values.placeholders import MARK, Values
from mock_server.agent.values.rules import Rules, plainly

# What is typed for one another.
_ALIKE = (
    "音因阴英应引印银", "题提体替踢", "幕目木慕墓暮", "频屏品贫拼平评凭萍", "视试示是事室", "放方房防访",
    "旋悬选璇", "转传砖专赚", "竖树书数束属输", "横衡恒", "黑嘿", "白百佰拜", "乐月越悦岳",
    "淡但蛋谈旦", "出初处除储触",
    "入如人汝", "静净竟境敬镜经精", "剪减检简件捡见", "掉调吊钓", "删山珊扇闪", "速素诉苏宿",
    "量两亮良辆", "画话化划花",
    "定订丁顶锭", "噪躁燥造糟早", "降将讲奖酱", "角脚交搅", "底低地抵", "秒妙渺苗", "字自子宇", "加家佳嘉",
    "裁才材财彩", "模磨摸", "糊胡湖", "割个各", "拼频品", "转砖传", "场厂长", "印影应", "透头",
    "明名", "缩索", "快块筷",
    "慢漫曼", "倒到导道捣", "播拨波博", "居据举局", "左做作坐", "右又有友", "上尚", "下夏", "旁傍",
    "半办伴", "背被倍贝",
    "景影", "配赔佩", "字母", "贴帖", "徽微", "抖斗陡", "声生身升", "恢灰回", "复付覆富", "撤彻策",
    "销消削", "保报宝",
    "留流刘", "开凯", "结接节", "尾未位伟", "始使", "滤绿虑", "镜静境", "复付", "古谷", "暖软",
    "冷泠", "色涩", "红洪",
    "蓝篮", "黄皇", "循寻巡", "环还", "叠蝶跌", "截节", "段断", "片偏篇", "封峰", "爵决觉绝",
    "士是", "钢刚", "琴情",
    "添天填", "移以", "动懂", "置致制", "换还唤", "标表彪", "针真珍", "钟中终", "面棉", "全圈", "整正",
)  # fmt: skip
_LONGEST = 4  # characters of a word that a slip is looked for in
# Where what is typed is a word, too.
_RULES = Rules(
    (
        (r"(?<![0-9秒从直回拉开升降])到(?=放(?![大到在置]|<))", "倒"),
        (r"删(?:出|初|处)(?!现)", "删除"),
        (r"去(?:调|吊)(?=[ ,。!]|\Z|[0-9一二两三四五六七八九十前后最开结]|了)", "去掉"),
        (r"(?<=[剪删裁切拿])(?:调|吊)(?!整|高|低|大|小|色|到|成|为)", "掉"),
        (r"(?<=音量|声音|速度|字号|大小)掉(?=[到成为至])", "调"),
        (r"掉(?=(?:大|小|高|低|快|慢|响|轻)(?:一?点|一?些|到))", "调"),
        (r"剪辑掉", "剪掉"),
        (r"自(?=幕)", "字"),
        (
            r"(?<![正现存实])在(?=加(?!速)[个一上段首张]|来[一个段首]|把|[小大快慢高低]一?点|旋转[0-9]"
            r"|剪掉|删掉|删除|调[大小高低])",
            "再",
        ),
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
    strange = [
        one.at for one in tokens(plain, Values()) if not one.readings and one.words in _others()
    ]
    for at in strange:
        text = _cured(text, at)
    return text


def _cured(text: str, at: int) -> str:
    """The text with the one word that a strange character may stand in."""
    for length in range(_LONGEST, 1, -1):
        found = {
            (start, word)
            for start in range(max(0, at - length + 1), at + 1)
            for other in _others()[text[at]]
            if (word := text[start:at] + other + text[at + 1 : start + length]) in _words()
        }
        if len(found) == 1:
            start, word = found.pop()
            return text[:start] + word + text[start + length :]
    return text
