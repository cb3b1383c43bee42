"""The values that are told in Chinese: places, colours, levels."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import index
from mock_server.agent.word_by_word.chinese_times import TIMES

_N = NUMBER
_WHOLE_PERCENT = rf"(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?)"
_PERCENT = rf"(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?|0?\.[0-9]{{1,3}}(?![0-9]))"
_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black", "橙": "orange",
    "橘": "orange", "粉": "pink", "粉红": "pink", "紫": "purple", "金": "gold", "灰": "gray", "青": "cyan",
}  # fmt: skip
_COLOR = "|".join(sorted(_COLORS, key=len, reverse=True))
_LOOKS = {
    "暖": "warm", "冷": "cool", "黑白": "black and white", "复古": "vintage", "怀旧": "vintage",
    "鲜艳": "vivid", "电影感": "cinematic", "电影": "cinematic", "棕褐": "sepia",
}  # fmt: skip
_STYLES = {
    "爵士": "jazz", "钢琴": "piano", "摇滚": "rock", "轻快": "upbeat", "欢快": "upbeat", "舒缓": "calm",
    "平静": "calm", "古典": "classical", "电子": "electronic", "民谣": "acoustic",
}  # fmt: skip
_PLACES = {
    "左上": "top-left", "右上": "top-right", "左下": "bottom-left", "右下": "bottom-right", "上": "top",
    "顶": "top", "下": "bottom", "底": "bottom", "左": "left", "右": "right", "中": "center",
}  # fmt: skip


def _share(told: str) -> float:
    """A level, 0-2: "30%", "百分之三十", "三成", "0.3"."""
    told = told.replace(" ", "")
    if "成" in told:
        whole, _, half = told.partition("成")
        return round(float(number(whole)) / 10 + (0.05 if half else 0), 6)
    if told.startswith("百分之"):
        return round(float(number(told.removeprefix("百分之"))) / 100, 6)
    return round(float(number(told.rstrip("%"))) / (100 if told.endswith("%") else 1), 6)


def _discount(told: str) -> float:
    """A share as shops tell it: "七折", "七五折", "对折"."""
    if told == "对":
        return 0.5
    whole = number(told)
    return float(whole) / (10 if whole < 10 else 100)


def _mark(match: Match[str]) -> int:
    return index(match[1])


def _factor(match: Match[str]) -> Fraction:
    return Fraction(str(float(number(match["x"]))))


VALUES: list[tuple[str, str, object]] = [
    ("text", r"<text>", _mark),
    ("times",
        rf"(?:调|设)?(?:缩小?|放大|大小|尺寸|字号)+(?:调|改|缩|放大?)*(?:到|成|为|至)(?:现在|目前|当前)的?"
        rf"(?:(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?)|(?P<x>{_N}) ?倍"
        r"|(?P<half>一半|二分之一))(?:大小|大)?",
        lambda m: _share(m["p"]) if m["p"] else 0.5 if m["half"] else float(number(m["x"])),
    ),
    ("times", r"翻(?:一)?[倍番]|加倍|(?:延|加)长一倍|(?:提高|增加|调高)一倍", 2.0),
    ("times", rf"打(?:个)?(?P<p>对|{NUMBER})折", lambda m: _discount(m["p"])),
    ("times",
        rf"(?:到|成|为|是|用|改|调|设|缩小?|放大?|大小|尺寸|字号)*(?:原来|原先)的"
        rf"(?:(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?)"
        rf"|(?P<x>{_N}) ?倍|(?P<half>一半|二分之一))(?!速)(?:大小|大)?",
        lambda m: _share(m["p"]) if m["p"] else 0.5 if m["half"] else float(number(m["x"])),
    ),
    ("scaled", rf"(?:到|成|为)(?P<x>{_N}) ?倍(?!速|的?慢|的?快)", lambda m: float(number(m["x"]))),
    ("backing",
        rf"(?P<k>{_COLOR})色?(?:的)?(?:底色?|背景色?)",
        lambda m: _COLORS[m["k"]],
    ),
    ("outline",
        rf"(?:描|勾|镶|加)(?:上|个|了|一?[圈层道])*(?P<k>{_COLOR})色?(?:的)?(?:描边|轮廓|边)(?![框缘])",
        lambda m: _COLORS[m["k"]],
    ),
    ("outline",
        rf"描边(?:的)?(?:颜色)?(?:用|改|换|调|设)?(?:成|为|用|是)?(?P<k>{_COLOR})色?|(?P<j>{_COLOR})色?的?描边",
        lambda m: _COLORS[m["k"] or m["j"]],
    ),
    ("file", r"<file>", _mark),
    ("nth",
        r"(?:正)?(?:中间|当中)(?:的)?(?:这|那)?(?:一)?(?:个|条|首|张|句)"
        r"|(?:正)?(?:中间|当中)的(?=标题|字幕|别|不|保|留|都|全|也|就|[,，。;；!！]|\Z)",
        "middle",
    ),
    *TIMES,
    ("place",
        r"(?:到|在|放|移到|挪到|摆|放在|放到)*(?:画面|屏幕|视频)?的?(?:最|正)?(?P<k>左上|右上|左下"
        r"|右下)(?:角|方|面)?(?:的)?(?:去|来|位置|显示|那边|吧)?",
        lambda m: _PLACES[m["k"]],
    ),
    ("place",
        r"(?:到|在|放|移到|挪到|摆|放在|放到)*(?:画面|屏幕|视频)?的?(?:最|正)?(?P<k>上|顶|下|底|左"
        r"|右"
        r"|中)(?:方|面|部|侧|边|间|央)(?:的)?(?:去|来|位置|显示)?",
        lambda m: _PLACES[m["k"]],
    ),
    ("place", r"居中(?:显示)?", "center"),
    ("color",
        rf"(?P<k>{_COLOR})(?:色|字)(?:的|字)?",
        lambda m: _COLORS[m["k"]],
    ),
    ("color",
        rf"(?<=[改变成换用])(?P<k>{_COLOR})"
        r"(?=[,，、。;；!]|\Z|吧|了|放|移)",
        lambda m: _COLORS[m["k"]],
    ),
    ("lookname",
        rf"(?P<k>{'|'.join(sorted(_LOOKS, key=len, reverse=True))})(?:色)?(?:的)?(?:色?调(?:色)?"
        rf"|风格?"
        rf"|滤镜|效果|感|一点|一些|点|些)?",
        lambda m: _LOOKS[m["k"]],
    ),
    ("lookname", r"(?:颜色|画面|色彩)?(?:更)?鲜艳(?:一点|一些|点)?", "vivid"),
    ("lookname", r"sepia", "sepia"),
    ("style", rf"(?P<k>{'|'.join(_STYLES)})(?:的)?(?:音乐|乐|曲|曲子)?", lambda m: _STYLES[m["k"]]),
    ("style",
        r"(?:jazz|lo-?fi|piano|rock|upbeat|calm|techno|pop)(?:音乐)?",
        lambda m: {"lofi": "lo-fi"}.get(re.sub("音乐", "", m[0].lower()), re.sub("音乐", "", m[0].lower())),
    ),
    ("level",
        rf"(?:的)?(?:音量)?(?:到|成|为|是|在)(?:原来的)?{_PERCENT}(?:音量)?|音量(?:为"
        rf"|是)?{_PERCENT.replace('?P<p>', '?P<q>')}"
        rf"|{_PERCENT.replace('?P<p>', '?P<r>')}(?:的)?音量",
        lambda m: _share(m["p"] or m["q"] or m["r"]),
    ),
    ("amount", rf"{_WHOLE_PERCENT}", lambda m: _share(m["p"])),
    ("decimal", r"(?P<p>0?\.[0-9]{1,3})(?![0-9])", lambda m: _share(m["p"])),
    ("scale",
        rf"(?:宽度?|大小|尺寸)(?:占)?(?:[改调设换缩放变]*[到成为]|是|在)?(?:画面的)?{_PERCENT}",
        lambda m: _share(m["p"]),
    ),
    ("opaque",
        rf"不透明度(?:到|成|为|是|在|调到|改成|设为|降到)?{_PERCENT}",
        lambda m: _share(m["p"]),
    ),
    ("opaque", r"半透明|一半(?:的)?不透明度", 0.5),
    ("points",
        r"(?:字号|大小|尺寸|字体)(?:到|成|为|是|改成|调到"
        r"|设为)?(?P<n>[1-9][0-9]{1,2})(?![0-9.%])(?:号)?",
        lambda m: int(m["n"]),
    ),
    ("half", r"(?:减|降低?|调低|小)(?:了)?一?半|减半", None),
    ("factor",
        rf"(?:用|以|按|到|成|为)?(?P<x>{_N}) ?倍(?:的)?(?:速度?|慢速|快放|慢放|播放"
        rf"|慢动作)(?:来)?(?:播放|播|放)?(?:地)?(?:过掉|带过|过一遍|跑完|快进|过)?(?:去)?",
        _factor,
    ),
    ("factor",
        r"(?:用|以|按|到|成|为)?(?:一半(?:的)?速度?|原来?的?一半速度|原速的?一半|半速"
        r"|半倍速)(?:播放|放)?",
        Fraction(1, 2),
    ),
    ("factor", r"慢动作(?:播放)?", Fraction(1, 2)),
    ("factor",
        r"(?:恢复|回到?|用|以|成|到)*(?:正常|原来的?|原)(?:的)?(?:播放)?速度?(?:播放|放)?",
        Fraction(1),
    ),
    ("ratio",
        r"(?:成|为)?(?P<w>16|9|1|4|5|3|21)[:：](?P<h>9|16|1|5|4|3)(?![0-9])(?:的)?(?:画面|比例"
        r"|画幅)?",
        lambda m: (int(m["w"]), int(m["h"])),
    ),
    ("ratio",
        r"(?:成|为)?竖(?:屏|版)(?:的)?(?:9[:：]16)?(?:的)?(?:画面|比例|视频)?|(?:成"
        r"|为)?9[:：]16(?:的)?竖(?:屏|版)(?:画面|比例|视频)?",
        (9, 16),
    ),
    ("ratio",
        r"(?:成|为)?横(?:屏|版)(?:的)?(?:16[:：]9)?(?:的)?(?:画面|比例|视频)?|(?:成"
        r"|为)?16[:：]9(?:的)?横(?:屏|版)(?:画面|比例|视频)?",
        (16, 9),
    ),
    ("ratio",
        r"(?:成|为)?(?:正方形?|方形)(?:的)?(?:画面|比例|视频)?(?:1[:：]1)?|(?:成"
        r"|为)?1[:：]1(?:的)?(?:正)?方形(?:画面|比例|视频)?",
        (1, 1),
    ),
    ("degrees",
        r"(?:向右|往右|顺时针(?:方向)?)?(?:旋转|转) ?(?P<deg>90|180|270|九十|一百八十|一百八"
        r"|二百七十) ?度|顺时针 ?90 ?度",
        lambda m: int(number(m["deg"] or "90")),
    ),
    ("degrees", r"(?<=不是)逆时针(?:方向)?", 270),
    ("degrees", r"(?<=不是)顺时针(?:方向)?", 90),
    ("fill",
        r"(?:(?:别|不要)(?:留|有|出)?黑边(?:了)?[,，])?(?:黑边|空白|两边|上下|空的地方|背景|空出来的(?:地方|部分)?)?(?:都)?"
        r"(?:用|拿|做)?(?:画面)?模糊(?:的)?(?:背景|画面)?(?:来)?(?:填充?|补|铺)(?:满|上|掉|黑边|背景|空白|两边|上下)*",
        "blur",
    ),
    ("degrees", r"(?:向左|往左|逆时针(?:方向)?)(?:旋转|转)? ?(?:90|九十) ?度", 270),
    ("join", r"闪黑|黑场(?:过渡)?", "dip-black"),
    ("join", r"闪白|白场(?:过渡)?", "dip-white"),
    ("between",
        r"(?:在)?(?:两|2)(?:段|个)(?:视频|片段|镜头)?(?:之)?(?:间|中间)|(?:两段)?中间",
        None,
    ),
]  # fmt: skip
