"""What the second reader knows of Chinese."""

import re
from fractions import Fraction
from re import Match

from mock_server.agent.values.numbers import NUMBER, clock_ms, number
from mock_server.agent.values.placeholders import index
from mock_server.agent.values.ranges import Middle, Portion, Range
from mock_server.agent.word_by_word.parts import Lexicon

_N = NUMBER
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?![0-9:])"
_SECONDS = rf"(?:{_CLOCK}|第? ?{_N} ?秒钟?)"
_BARE = rf"(?:{_CLOCK}|第? ?{_N} ?(?:秒钟?)?)"
_LONG = rf"{_N} ?秒钟?"
_FRONT = "(?:视频|片子|全片)?(?:的)?(?:最?前面?|开头|片头|最开始|头)(?:的|那)?"
_BACK = "(?:视频|片子|全片)?(?:的)?(?:最后面?|结尾|片尾|末尾|后面?|尾巴)(?:的|那)?"
_SHARES = {
    "一半": 2, "半段": 2, "半": 2, "二分之一": 2, "三分之一": 3, "四分之一": 4, "五分之一": 5,
    "六分之一": 6,
    "十分之一": 10,
}  # fmt: skip
_SHARE = f"(?P<share>{'|'.join(sorted(_SHARES, key=len, reverse=True))})"
_WHOLE_PERCENT = rf"(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?)"
_PERCENT = rf"(?P<p>{_N} ?%|百分之{_N}|[一二三四五六七八九两0-9]成半?|0?\.[0-9]{{1,3}}(?![0-9]))"
_DIGIT = {
    "一": 0,
    "二": 1,
    "两": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
}
_COLORS = {
    "红": "red", "黄": "yellow", "蓝": "blue", "绿": "green", "白": "white", "黑": "black", "橙": "orange",
    "橘": "orange", "粉": "pink", "粉红": "pink", "紫": "purple", "金": "gold", "灰": "gray", "青": "cyan",
}  # fmt: skip
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


def ms(told: str) -> int:
    """A time in milliseconds: "5秒", "第五秒", "1:05"."""
    plain = re.sub(r"\A第|秒钟?\Z|\s", "", told.strip())
    return clock_ms(plain) if ":" in plain else round(1_000 * float(number(plain)))


def _range(match: Match[str]) -> Range:
    return Range(ms(match["a"]), ms(match["b"]))


def _portion(match: Match[str]) -> Portion:
    of = _SHARES[match["share"]]
    if re.search("[后尾]", match["end"]):
        return Portion(1 - Fraction(1, of), Fraction(1))
    if match["end"][0] == "中":
        part = (1 - Fraction(1, of)) / 2
        return Portion(part, part + Fraction(1, of))
    return Portion(Fraction(0), Fraction(1, of))


def _share(told: str) -> float:
    """A level, 0-2: "30%", "百分之三十", "三成", "0.3"."""
    told = told.replace(" ", "")
    if "成" in told:
        whole, _, half = told.partition("成")
        return round(float(number(whole)) / 10 + (0.05 if half else 0), 6)
    if told.startswith("百分之"):
        return round(float(number(told.removeprefix("百分之"))) / 100, 6)
    return round(float(number(told.rstrip("%"))) / (100 if told.endswith("%") else 1), 6)


def _mark(match: Match[str]) -> int:
    return index(match[1])


def _bit(match: Match[str]) -> str | None:
    """Whether it is a bit more: 大一点."""
    return "bit" if re.search("[点些]|稍", match[0]) else None


def _factor(match: Match[str]) -> Fraction:
    return Fraction(str(float(number(match["x"]))))


_NOUNS = {
    "title": "(?:大|主)?标题(?:文字)?",
    "caption": "(?:条)?字幕",
    "lower-third": "人名条|名字条|姓名条",
    "overlay": "logo|标志|水印|台标|画中画",
    "music": "(?:背景)?(?:音乐|歌曲|歌)|配乐|bgm|背景乐|曲子",
    "voiceover": "旁白|配音|画外音",
    "text": "文字|文本|(?:上面)?的?字",
    "own": (
        "原声|人声|(?:视频|原片|片子|画面)(?:的)?(?:原声|声音|音量)|说话声|讲话声|我的声音|原片声音"
    ),
    "sound of it": "声音",
    "whole video": "(?:整个|整段|全部|全)(?:视频|片子|影片|画面)|全片|整片|整段",
    "video": "视频|片子|影片|画面|原片|主视频",
    "clip": "(?:个)?(?:段|片段|镜头)(?:视频|片段)?",
    "everything": "所有(?:的)?(?:东西|内容)?|全部(?:的)?(?:东西|内容)?|一切",
    "zoom": "(?:推近|放大)效果",
    "blur": "模糊效果",
    "transition": "转场|过渡|叠化|交叉淡化|交叉溶解|溶解",
    "fadein": "淡入(?:效果)?|渐入",
    "fadeout": "淡出(?:效果)?|渐出",
    "look": "滤镜|色调|调色|调子|颜色效果|风格",
    "less noise": "降噪效果",
    "steadiness": "防抖效果",
    "evenness": "均衡效果",
    "duck": "(?:人声)?(?:闪避|自动压低|压低)(?:效果)?",
    "speed": "(?:播放)?速度",
    "volume": "音量",
    "size": "大小|尺寸|字号|字体大小",
    "opacity": "不透明度",
    "color": "颜色",
    "rest": "(?:其他|其它|其余|别的|剩下|余下|另外)(?:的)?(?:部分|地方|内容|时间|东西|都)?",
}

_ENTRIES: list[tuple[str, str, object]] = [
    # --- what says nothing
    ("",
        r"请|麻烦(?:你|您)?(?:了)?|帮(?:我|忙)|给我|把|将|给|一下(?:子)?|吧|了|的|呢|啊|呀|哦|嗯|谢谢"
        r"|地|好的|(?:可以|能(?:不能|否)?)(?:帮我)?(?![,，。;；!！]|\Z)|我(?:想|要|希望|想要|需要)|让它"
        r"|让|都|再(?=大|小|快|慢|高|低|响|轻|稍|把|给|将|加|淡|剪|删|倒)|就|要(?=把|将|给|加|改|剪|删"
        r"|调|放|移|挪|静|淡|倒|变|换|设|在|从)|(?:这|那)(?:个|条|首|张)?(?=大?标题|字幕|logo|背景|音乐"
        r"|人名|歌|视频|片子|水印|旁白|配音|音效)|一(?:个|条|首|张|行)|个|条|首|张|只需要|直接|单独"
        r"|整体|慢慢|最好|得",
        None,
    ),
    ("shown", r"显示|出现|展示|播放", None),
    ("also", r"也", None),
    ("stop", r"[。.!;；！]+", None),
    ("comma", r"[,，、]", None),
    ("and", r"和|跟|与|以及|并且?|同时|另外|还有|而且", None),
    ("then", r"然后|之后再|接着|最后再", None),
    # --- values
    ("text", r"<text>", _mark),
    ("file", r"<file>", _mark),
    ("range",
        rf"(?:从|在)?(?P<a>{_BARE}) ?(?:到|至|-|~|—|–) ?(?P<b>{_SECONDS})(?:之间|这(?:一)?段"
        rf"|那(?:一)?段|期间|为止|的?时候)?(?:的|里)?",
        _range,
    ),
    ("range",
        rf"(?:从|在)?{_FRONT} ?(?P<d>{_LONG})(?:钟)?(?:里|内|的)?",
        lambda m: Range(0, ms(m["d"])),
    ),
    ("range",
        rf"(?:从|在)?{_BACK} ?(?P<d>{_LONG})(?:钟)?(?:里|内|的)?",
        lambda m: Range(-ms(m["d"]), None),
    ),
    ("range", rf"(?:正)?中间(?:的|那)? ?(?P<d>{_LONG})", lambda m: Middle(ms(m["d"]))),
    ("range", rf"(?P<end>最?前面?|开头|后面?|最后面?|结尾|中间)(?:的)?{_SHARE}(?:的)?", _portion),
    ("range",
        rf"(?:从)?(?P<a>{_SECONDS})(?:之后|以后|往后|后面?)(?:的)?(?:部分|内容|全部|所有)?",
        lambda m: Range(ms(m["a"]), None),
    ),
    ("range",
        rf"(?P<a>{_SECONDS})(?:之前|以前|前面?)(?:的)?(?:部分|内容|全部|所有)?",
        lambda m: Range(0, ms(m["a"])),
    ),
    ("from",
        rf"(?:从|自)(?P<a>{_SECONDS})(?:起|开始)?(?:(?:一直)?到(?:视频)?(?:结束|结尾|最后|片尾|末尾))?"
        rf"|(?P<b>{_SECONDS})(?:起|开始)(?:(?:一直)?到(?:视频)?(?:结束|结尾|最后|片尾|末尾))?"
        rf"|(?P<c>{_SECONDS})到(?:视频)?(?:结束|结尾|最后|片尾|末尾)",
        lambda m: ms(m["a"] or m["b"] or m["c"]),
    ),
    ("until",
        rf"(?:一直)?(?:持续|显示|保留|播|放|延长|响)?(?:到|至)(?P<a>{_SECONDS})(?:为止|结束|消失|停)",
        lambda m: ms(m["a"]),
    ),
    ("at",
        rf"在(?:视频)?(?:的)?(?P<a>{_SECONDS})(?:处|时|的?时候|的?地方|的?位置)?|(?P<b>{_SECONDS})(?:处"
        rf"|时|的?时候|的?地方|的?位置)|(?P<c>第 ?{_N} ?秒)",
        lambda m: ms(m["a"] or m["b"] or m["c"]),
    ),
    ("totime", rf"到(?P<a>{_SECONDS})(?:处|的?位置)?", lambda m: ms(m["a"])),
    ("long",
        rf"(?:持续|显示|时长|停留)?(?:为|是)?(?P<d>{_LONG})(?:时长|长)?",
        lambda m: ms(m["d"]),
    ),
    ("whole",
        r"(?:全程|从头到尾|自始至终|始终|一直(?!到))(?:都)?(?:在|显示|出现|播放|放|保留)?",
        None,
    ),
    ("atstart",
        r"(?:在|到|放|移|挪|插|接|加)*(?:视频|片子)?的?(?:最前面?|开头|片头|最开始)(?:去|来|处|的?位置)?",
        None,
    ),
    ("atend",
        r"(?:在|到|放|移|挪|插|接|加)*(?:视频|片子)?的?(?:最后面?|结尾|片尾|末尾)(?:去|来|处|的?位置)?"
        r"|接(?:上|在后面|到后面)?|后面(?:再)?接(?:上|着)?",
        None,
    ),
    ("untilend", r"(?:一直)?(?:持续|显示|保留|延长)?到(?:视频)?(?:结束|结尾|最后|片尾)", None),
    ("shift",
        rf"(?:往后|向后)?(?:推迟|延后|晚|后移|往后移|往后挪|往后推|挪后|移后) ?(?P<d>{_LONG})(?:出现"
        rf"|开始|出来|显示)?",
        lambda m: ms(m["d"]),
    ),
    ("shift",
        rf"(?:往前|向前)?(?:提前|提早|早|前移|往前移|往前挪|挪前|移前) ?(?P<d>{_LONG})(?:出现|开始|出来"
        rf"|显示)?",
        lambda m: -ms(m["d"]),
    ),
    ("longer", rf"(?:延长|多显示|多停留|多放|加长) ?(?P<d>{_LONG})", lambda m: ms(m["d"])),
    ("longer", rf"(?:缩短|少显示|少放) ?(?P<d>{_LONG})", lambda m: -ms(m["d"])),
    ("place",
        r"(?:到|在|放|移到|挪到|摆|放在|放到)*(?:画面|屏幕|视频)?的?(?:最|正)?(?P<k>左上|右上|左下"
        r"|右下)(?:角|方)?(?:去|来|位置|显示)?",
        lambda m: _PLACES[m["k"]],
    ),
    ("place",
        r"(?:到|在|放|移到|挪到|摆|放在|放到)*(?:画面|屏幕|视频)?的?(?:最|正)?(?P<k>上|顶|下|底|左|右"
        r"|中)(?:方|面|部|侧|边|间|央)(?:去|来|位置|显示)?",
        lambda m: _PLACES[m["k"]],
    ),
    ("place", r"居中(?:显示)?", "center"),
    ("color",
        rf"(?P<k>{'|'.join(sorted(_COLORS, key=len, reverse=True))})(?:色|字)(?:的|字)?",
        lambda m: _COLORS[m["k"]],
    ),
    ("lookname",
        rf"(?P<k>{'|'.join(sorted(_LOOKS, key=len, reverse=True))})(?:色)?(?:的)?(?:色?调(?:色)?|风格?"
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
        rf"|是)?{_PERCENT.replace('?P<p>', '?P<q>')}|{_PERCENT.replace('?P<p>', '?P<r>')}(?:的)?音量",
        lambda m: _share(m["p"] or m["q"] or m["r"]),
    ),
    ("amount", rf"{_WHOLE_PERCENT}", lambda m: _share(m["p"])),
    ("decimal", r"(?P<p>0?\.[0-9]{1,3})(?![0-9])", lambda m: _share(m["p"])),
    ("scale",
        rf"(?:宽度?|大小|尺寸)(?:占)?(?:到|成|为|是|在)?(?:画面的)?{_PERCENT}",
        lambda m: _share(m["p"]),
    ),
    ("opaque",
        rf"不透明度(?:到|成|为|是|在|调到|改成|设为|降到)?{_PERCENT}",
        lambda m: _share(m["p"]),
    ),
    ("opaque", r"半透明", 0.5),
    ("points",
        r"(?:字号|大小|尺寸|字体)(?:到|成|为|是|改成|调到|设为)?(?P<n>[1-9][0-9]{1,2})(?![0-9.%])(?:号)?",
        lambda m: int(m["n"]),
    ),
    ("half", r"(?:减|降低?|调低|小)(?:了)?一?半|减半", None),
    ("factor",
        rf"(?:用|以|按|到|成|为)?(?P<x>{_N}) ?倍(?:的)?(?:速度?|播放|快放)(?:播放|放)?",
        _factor,
    ),
    ("factor",
        r"(?:用|以|按|到|成|为)?(?:一半(?:的)?速度?|半速|半倍速)(?:播放|放)?",
        Fraction(1, 2),
    ),
    ("factor", r"慢动作(?:播放)?", Fraction(1, 2)),
    ("factor",
        r"(?:恢复|回到?|用|以|成|到)*(?:正常|原来的?|原)(?:的)?(?:播放)?速度?(?:播放|放)?",
        Fraction(1),
    ),
    ("ratio",
        r"(?:成|为)?(?P<w>16|9|1|4|5|3|21)[:：](?P<h>9|16|1|5|4|3)(?![0-9])(?:的)?(?:画面|比例|画幅)?",
        lambda m: (int(m["w"]), int(m["h"])),
    ),
    ("ratio", r"(?:成|为)?竖(?:屏|版)", (9, 16)),
    ("ratio", r"(?:成|为)?横(?:屏|版)", (16, 9)),
    ("ratio", r"(?:成|为)?(?:正)?方形", (1, 1)),
    ("degrees", r"(?:顺时针)?(?:旋转|转) ?(?P<deg>90|180|270) ?度", lambda m: int(m["deg"])),
    ("degrees", r"逆时针(?:旋转|转) ?90 ?度", 270),
    ("join", r"闪黑|黑场(?:过渡)?", "dip-black"),
    ("join", r"闪白|白场(?:过渡)?", "dip-white"),
    ("total",
        rf"(?:到)?总(?:长|时长)(?:度)?(?:正好|刚好)?(?:为|是|到|成)?(?P<d>{_LONG})",
        lambda m: ms(m["d"]),
    ),
    ("between",
        r"(?:在)?(?:两|2)(?:段|个)(?:视频|片段|镜头)?(?:之)?(?:间|中间)|(?:两段)?中间",
        None,
    ),
    # --- which one
    ("nth",
        r"第(?P<k>[一二三四五1-5])(?![0-9一二三四五六七八九十]| ?秒)(?:个|条|首|张|句|行)?",
        lambda m: _DIGIT[m["k"]],
    ),
    ("nth", r"(?:最后)(?:一|那)(?:个|条|首|张|句)", -1),
    ("nth", r"最后一(?=段)", -1),
    ("both", r"(?:这|那)?两(?:个|条|首|张|段(?:视频)?)(?:都)?|二者|两者|它们俩|它们(?:都)?", None),
    ("every", r"所有|全部|每(?:一)?(?:个|条|段)", None),
    ("it", r"它|其(?!他|它|余)|这个|那个|这首|那首|这条|那条", None),
    # --- what is to become of it
    ("remove",
        r"删(?:掉|除|了)?|去(?:掉|除)|不要了|移除|拿掉|撤掉|取消|关掉|关闭|去了|不需要(?:了)?"
        r"|没(?:有)?必要",
        None,
    ),
    ("cut", r"(?:剪|砍|切)(?:掉|去|了)|剪|裁剪掉", None),
    ("", r"不过|但(?:是)?|可是", None),
    ("only", r"(?:只|就|仅)(?:在|给|把|让|是|有|改|调|显示|加|出现)?", None),
    ("all but", r"(?:只|就|仅)(?:保留|留(?:下)?|要(?:保留)?)(?:视频)?(?:的)?", None),
    ("keep", r"(?:可以|要|没问题|挺好|很好)(?=[,，。;；!！]|\Z)", None),
    ("keep",
        r"保留|留着|(?:保持)?(?:不变|不动|别动|不要动|不用动|别碰|照旧|原样|不改|别改|别管)|保持(?:原样"
        r"|不变)?|继续",
        None,
    ),
    ("mute", r"静音|消音|去声|关声音|不要声音", None),
    ("unmute",
        r"(?:恢复|打开|放开|还原)(?:原声|声音)|取消静音|(?:原声|声音)(?:恢复|打开|放开|放出来)",
        None,
    ),
    ("add",
        r"(?:添)?加(?:上|个|一个|一条|一句|一段|一首|入)?|打上|打|写(?:上|着)?|放(?:上|个|一个|一张|首"
        r"|一首)?|配(?:上|个|首|一首|一段)?|来(?:一?段|一?首|一?个|点)|叠加|播放|用",
        None,
    ),
    ("insert", r"插入|插", None),
    ("make", r"调|设|弄|做|处理|变|搞", None),
    ("change", r"(?:改|换|变|调|设|做|弄)(?:成|为|作|置为|定为)?", None),
    ("move", rf"(?:改|调|换)(?=到{_SECONDS})", None),
    ("move", r"(?:移|挪|移动|挪动|搬)", None),
    ("fadein", r"淡入|渐入", None),
    ("fadeout", r"淡出|渐出", None),
    ("from black", r"(?:从)?(?:黑场|黑屏|黑)(?:淡入|渐入)|渐亮", None),
    ("to black", r"(?:淡出|渐隐|渐变)(?:到|成)黑(?:场|屏)?|渐黑|画面渐黑", None),
    ("faster", r"加速|加快|快进|快(?:一点|一些|点|些)|提速", _bit),
    ("slower", r"放慢|减速|慢放|慢(?:一点|一些|点|些)|减慢", _bit),
    ("louder",
        r"(?:放|调|开)?大声(?:一点|一些|点|些)?|响(?:一点|一些|点|些)|(?:调|开)响(?:一点|点)?",
        _bit,
    ),
    ("quieter", r"(?:放|调)?(?:小声|轻)(?:一点|一些|点|些)?|小(?:声)(?:点|一点)", _bit),
    ("grow",
        r"(?:再|调|变|放|改|稍微)*大(?:一点|一些|点|些)?|放大|调高|提高|上调|提升|增加|加大|高(?:一点|点)",
        _bit,
    ),
    ("shrink",
        r"(?:再|调|变|缩|改|稍微)*小(?:一点|一些|点|些)?|缩小|调低|降低|下调|降|减小|低(?:一点|点)|压低",
        _bit,
    ),
    ("freeze", r"定格(?:画面)?|停住|停留", None),
    ("frame", r"最后一帧(?:画面)?", None),
    ("reverse", r"倒放|倒着(?:放|播)|反向播放|反着放", None),
    ("rotate", r"旋转", None),
    ("denoise", r"降噪|去噪(?:音)?|去(?:除|掉)?(?:背景)?(?:噪音|杂音|噪声)|消除?噪(?:音)?", None),
    ("stabilize", r"防抖|增稳|稳定(?:画面|一下)?|去抖", None),
    ("normalize", r"(?:音量|响度)(?:均衡|统一|标准化)|均衡音量|统一音量", None),
    ("ducks",
        r"(?:说话|讲话|有人声|人声)(?:的)?(?:时|时候)?(?:自动)?(?:压低|变小|降低)(?:音乐)?|自动压低|闪避",
        None,
    ),
    ("swap",
        r"(?:互换|对调|交换|调换)(?:一下)?(?:位置|顺序)?|(?:顺序|位置)(?:互换|对调|调换|换一下)",
        None,
    ),
    ("zoom in", r"推近|(?:往|向)(?:画面)?(?:中间|中央|中心)推近|画面放大", None),
    ("blur it", r"(?:整个画面)?模糊|打码", None),
    ("replace", r"替换|换掉", None),
    ("with", r"用|换成|改用|代替", None),
    ("to", r"到|在|成|为|上|里|内|从|处|进", None),
    ("under", r"(?:当|做|作为?)(?:成)?背景(?:音乐)?|(?:当|做|作)配乐", None),
    ("auto", r"自动(?:加|添加|生成|加上)?", None),
    ("dont", r"不要", None),
    ("not", r"别|不用|不|没有?|不是|无", None),
]  # fmt: skip
for _role, _nouns in _NOUNS.items():
    _ENTRIES.append(("noun", _nouns, _role))

CHINESE = Lexicon(_ENTRIES, "")
