"""Chinese as it is written: traditional characters, slips, verbs in two pieces, figures in words."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN

# Characters that only the traditional spelling has, of the words that an edit is told in.
_SIMPLIFIED = str.maketrans(
    "刪後靜將標題紅圖視頻聲開頭結從黃藍綠轉換變調暫動畫幀聽個為對讓給這裡裏邊點長鐘過還沒無關"
    "閉圓樂應顯現進讀寫語識別態處間與條當線並網質頁剛時總縮減幾兩種類體顏圍邏輯單雙層項順鏡鍵"
    "屬輸擇錯誤數據設計內際響輕擴壓復製貼錄業幫請說話麼嗎謝來導麥風張講師萬歲號碼級寬豎橫僅倉"
    "義員運筆銀銳濾鮮艷飽傳統電懷舊稱註詞獨願歡見觀雜訊",
    "删后静将标题红图视频声开头结从黄蓝绿转换变调暂动画帧听个为对让给这里里边点长钟过还没无关"
    "闭圆乐应显现进读写语识别态处间与条当线并网质页刚时总缩减几两种类体颜围逻辑单双层项顺镜键"
    "属输择错误数据设计内际响轻扩压复制贴录业帮请说话么吗谢来导麦风张讲师万岁号码级宽竖横仅仓"
    "义员运笔银锐滤鲜艳饱传统电怀旧称注词独愿欢见观杂讯",
)
_SHAPES = "(?<![0-9])(?:9比16|16比9|1比1|4比5|5比4|4比3|3比4|21比9|2比3|3比2)(?![0-9])"
_RATIO = Regex(_SHAPES)
_SHAPED = Regex(
    "画面|画幅|画布|比例|[竖横宽]|屏|改成|变成|转成|做成|裁|尺寸|版|方形|\\A[0-9比 ]+\\Z"
)
_RATIO_WORDS = {
    "九比十六": "9:16",
    "十六比九": "16:9",
    "一比一": "1:1",
    "四比三": "4:3",
    "三比四": "3:4",
}
_SPELLED_RATIO = Regex("|".join(_RATIO_WORDS))
_SHARES = {"五分之一": "20%", "五分之二": "40%", "五分之三": "60%", "五分之四": "80%",
           "十分之一": "10%", "二分之一": "50%", "百分之百": "100%"}  # fmt: skip
_SHARE = Regex("|".join(_SHARES))
_N = r"[0-9]{1,4}(?:\.[0-9]+)?"
_SPELLINGS = tuple(
    (Regex(source, re.I), plain)
    for source, plain in (
        (r"降(?:一下|下|个|一降|点)噪音?|降降噪|去(?:一下|下|个)噪音?", "降噪"),
        (r"(?<![0-9一二三四五])半速", "0.5倍速"),
        (r"视屏", "视频"),
        (
            r"(?<!区)分别(?=[在于从][0-9]|(?:加|添|插|放)[^,，。]{0,12}(?:[,，。]|$))(?![^,，。]*[和、与及])",
            "",
        ),
        (r"轻音乐", "lo-fi音乐"),
        (r"子幕", "字幕"),
        (r"(?:减|剪)(?:掉|调)(?!色)", "剪掉"),
        (r"删调", "删掉"),
        (r"静(?:一下|下|个|一静)音", "静音"),
        (r"消(?:一下|下|个)音", "消音"),
        (r"(?<=[秒钟])整(?=[ ,.!。就]|\Z)", ""),
        (r"延(?=到)", "延长"),
        (r",(?:只|仅)(?:针对|对|限于?)(?:画面|视频)(?:本身)?(?=[ .!。]*\Z)", ""),
        (r"不要(?=淡(?![出入化]))", "别"),
        # as it is dictated
        (
            r"\A ?(?:(?:嗯+|呃+|额|那个|就是说?|然后呢?)[, ]*)+"
            r"(?=[把帮给前后第请剪删加配0-9]|麻烦|最后|静音|去掉)",
            "",
        ),
        (
            r"(?<=[^ ,])谢谢[啊你您了哈]*(?=当时|因为|那里|那边|顺便|然后|再|另外|这段|那段|里面|这里)",
            ",谢谢,",
        ),
        (
            r"(?<=[,、;])((?:整个视频|全片|整体|视频|画面)?)(?=(?:[0-9.]+|[一二两三四五半]) ?倍速)",
            r"\1速度",
        ),
        (r"防(?:一下|下|个)抖", "防抖"),
        (r"(加|减|变|调)(?:一下|下|个)速", r"\1速"),
        (rf"(?<![0-9.:])({_N})、({_N})(?:、({_N}))?(和|、)({_N}) ?秒", r"\1秒、\2秒、\3秒\4\5秒"),
        (rf"(?<![0-9.:])({_N})(和|、)({_N}) ?秒(?!钟?[到至-])", r"\1秒\2\3秒"),
    )
)


_AT_A_DISCOUNT = Regex("打([1-9一二三四五六七八九])([1-9一二三四五六七八九])?折(?!扣)")
_DIGITS = "一二三四五六七八九"
_ANOTHER = Regex("另外[一那]([个条段首张])")


def simplified(text: str) -> str:
    """`text` in simplified characters, as far as an edit is told in them."""
    if not HAN.search(text):
        return text
    return _ANOTHER.sub(r"另一\1", text.translate(_SIMPLIFIED))


def spelled_plainly(text: str) -> str:
    """A sentence before its values are marked: verbs in one piece, ratios and shares as figures."""
    if not HAN.search(text):
        return text
    if "比" in text and _SHAPED.search(text):
        text = _RATIO.sub(lambda match: match[0].replace("比", ":"), text)
        text = _SPELLED_RATIO.sub(lambda match: _RATIO_WORDS[match[0]], text)
    text = _SHARE.sub(lambda match: _SHARES[match[0]], text)
    text = _AT_A_DISCOUNT.sub(_less, text)
    for turn, plain in _SPELLINGS:
        text = turn.sub(plain, text)
    return text.replace("、秒", "")


def _less(match: re.Match[str]) -> str:
    """How much less 打八折 makes it."""
    tens, ones = (int(_DIGITS.find(one) + 1 or one) for one in (match[1], match[2] or "0"))
    return f"降低{100 - 10 * tens - ones}%"
