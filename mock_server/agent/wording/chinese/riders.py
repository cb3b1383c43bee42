"""A Chinese order, and what is said behind it of the thing that it puts in: "结尾接上b.mp4，但它要静音",
"右上角放logo，前5秒不放"; with what is ruled out beside an order, or thought better of."""

from collections.abc import Callable
from re import Match

from mock_server.agent.values.numbers import NUMBER, number
from mock_server.agent.values.placeholders import Values
from mock_server.agent.values.rules import Rules, with_values
from mock_server.agent.wording.chinese.plain_words import LONG, SEC
from mock_server.agent.wording.riders import is_clip

Said = str | Callable[[Values, Match[str]], str]

_N = NUMBER
_STOP = r"(?:吧|了|就行|就好|就可以|好了)*(?=[ .!。!]*\Z)"
_CORNER = "(?:左上角?|右上角?|左下角?|右下角?|顶部|底部|中间|正中间|左边|右边)"
_LAST = "(?:最?后面|最后|结尾处?|末尾|片尾|尾部)"
_FIRST = "(?:最?前面|开头|片头|最开头)"
_ADD = "(?:接上?|加上?|放上?|拼上?|插入|插播|放入|加入|插上?|追加)"
_PUT = (
    rf"\A(?:请)?(?:(?:在|到)?(?:视频)?的?(?:(?P<last>{_LAST})|(?P<first>{_FIRST})|(?P<at>{SEC})"
    rf"(?:处|的地方|那里|的位置|的时候)?)(?:再)?{_ADD}(?P<file><:file>)"
    rf"|(?:把|将)?(?P<other><:file>){_ADD}(?:在|到)?(?:视频)?的?(?:(?P<behind>{_LAST})|(?P<front>{_FIRST})"
    rf"|(?P<there>{SEC})处?))"
)
_BUT = r"[,，](?:但是?|不过|只是|而且?|并且?|同时)?(?:请|要)?(?:把|将|给|让)?(?:它|这段|那段|这个片段)?的?"
_MUST = "(?:要|得|是|必须|请|需要|应该?|保持|调成|变成|改成|设为|用|以|播放)*"
_LOOK = "(?:黑白|复古|怀旧)"
_SKIP = "(?:跳过|略过|不要|不放|不播|去掉|省掉|剪掉|别放|不用)"
_SONG = "(?:歌曲?|这首歌|音乐|它|曲子)"
_OFF = "(?:不要|不用|不加|别加|别用|不是|不需要)"
_JOINT = "(?:叠化|交叉溶解|交叉淡化|溶解|闪白|闪黑|擦除|划像|滑动|淡入淡出)"
_SHOWN = "(?:标题|字幕|音乐|背景音乐|配乐|logo|水印|旁白|转场|滤镜|特效)"
_AGAIN = "(?:还是|应该是|改成|改为|换成|要|用|是|来)?"


def _clip(values: Values, match: Match[str]) -> str:
    file = match["file"] or match["other"]
    if not is_clip(file, values):
        return match[0]
    how = "静音"
    if match["back"]:
        how = "倒放"
    elif match["look"]:
        how = f"调成{match['look']}"
    elif match["speed"]:
        how = match["speed"]
    return f"{_put_in(match)}。{file} {how}"


def _start_of_clip(values: Values, match: Match[str]) -> str:
    file = match["file"] or match["other"]
    if not is_clip(file, values):
        return match[0]
    if at := match["at"] or match["there"]:
        return f"在{at}插入{file}的前{match['long']}"
    front = match["first"] or match["front"]
    return f"{file}的前{match['long']}放到{'开头' if front else '结尾'}"


def _end_of_clip(values: Values, match: Match[str]) -> str:
    file = match["file"] or match["other"]
    return (
        f"{_put_in(match)}。{file}只保留最后{match['long']}" if is_clip(file, values) else match[0]
    )


def _without_an_edge(values: Values, match: Match[str]) -> str:
    file = match["file"] or match["other"]
    if not is_clip(file, values):
        return match[0]
    edge = "前" if match["edge"][-1] in "前面头" else "最后"
    return f"{_put_in(match)}。去掉{file}的{edge}{match['long']}"


def _put_in(match: Match[str]) -> str:
    file = match["file"] or match["other"]
    if at := match["at"] or match["there"]:
        return f"在{at}插入{file}"
    return f"把{file}{'放在最前面' if match['first'] or match['front'] else '接到结尾'}"


def _sized(_: Values, match: Match[str]) -> str:
    return f"大小{int(match[1].ljust(2, '0'))}%"


def _share(_: Values, match: Match[str]) -> str:
    """ "音量只要原来的四分之一"."""
    left = float(number(match[2]) / number(match[1])) * 100
    return f"音量降低{100 - left:g}%" if 0 < left < 100 else match[0]


def _level(_: Values, match: Match[str]) -> str:
    return f"{match[1]}音量调到{round(float(match[2]) * 100)}%"


_VALUES = (
    rf"(?:{_N})倍速?", rf"(?:{_N})秒钟?", r"[0-9.]{1,6}%", rf"(?:{_N})度",
    "(?:红|黄|蓝|绿|白|黑|橙|粉|紫|灰)色", "(?:爵士|摇滚|流行|古典|钢琴|电子)乐?",
    "(?:左上|右上|左下|右下)角?",
)  # fmt: skip

_RULES: Rules[Said] = Rules(
    (
        # --- thought better of
        *(
            (
                rf"({one})([^,。;0-9二两三四五六七八九十]{{0,4}}),?(?:(?:等等|等一下|哦不|啊不|噢不"
                rf"|不对|不不?(?=[,!。])|呃|额|错了"
                rf"|说错了)[,!。]?)+"
                rf"{_AGAIN}({one}){_STOP}",
                lambda _, match: f"{match[3]}{match[2]}",
            )
            for one in _VALUES
        ),
        # --- a clip put in
        (
            rf"{_PUT}{_BUT}(?:声音)?{_MUST}(?:(?P<muted>静音|消音|关掉|没有?声音|无声|不要声音|不出声)"
            rf"|(?P<back>倒放|倒着放|反着放)|(?P<look>{_LOOK})(?:的|色)?|(?P<speed>(?:{_N})倍速"
            rf"|半速)(?:播放)?)(?:的|掉)?"
            rf"{_STOP}",
            _clip,
        ),
        (rf"{_PUT}[,，](?:但是?|不过)?(?:只|就)(?:要|放|用|取|播|播放|保留|留)(?:它|其|这段)?的?"
         rf"(?:最?前面?|开头)的?(?P<long>{LONG}){_STOP}", _start_of_clip),
        (rf"{_PUT}[,，](?:但是?|不过)?(?:只|就)(?:要|放|用|取|播|播放|保留|留)(?:它|其|这段)?的?"
         rf"(?:最后|结尾|末尾|后面?)的?(?P<long>{LONG}){_STOP}", _end_of_clip),
        (
            rf"{_PUT}[,，](?:但是?|不过)?(?:把)?(?:它|其|这段)的?(?P<edge>最?前面?|开头|最后|结尾|末尾"
            rf"|后面?)的?"
            rf"(?P<long>{LONG}){_SKIP}(?:掉)?{_STOP}",
            _without_an_edge,
        ),
        (
            rf"{_PUT}[,，](?:但是?|不过)?(?:跳过|略过|不要|不放|别放)(?:它|其|这段)的?(?P<edge>最?前面?"
            rf"|开头|最后|结尾|末尾|后面?)的?"
            rf"(?P<long>{LONG}){_STOP}",
            _without_an_edge,
        ),
        (rf"(<:file>(?:接|放|插|排|加)(?:在|到)(?:{_LAST}|{_FIRST})),(?:而)?不(?:是|要)(?:接|放|插|排"
        rf"|加)?(?:在|到)?"
         rf"(?:{_LAST}|{_FIRST}){_STOP}", r"\1"),
        # --- a picture as a clip
        (
            rf"\A(?:在)?(?:视频)?(?:的)?{_LAST}(?:把|用|将)?(<:file>)(?:单独)?(?:作为|当作?"
            rf"|做成?)(?:单独的?)?"
            rf"(?:一段|一个|一张)?(?:单独的?)?(?:画面|片段|镜头|图片)?,?(?:放|显示|停留?|持续"
            rf"|播放?)({LONG}){_STOP}",
            r"片尾放\1 \2",
        ),
        (
            rf"\A(?:在)?(?:视频)?(?:的)?{_FIRST}(?:把|用|将)?(<:file>)(?:单独)?(?:作为|当作?"
            rf"|做成?)(?:单独的?)?"
            rf"(?:一段|一个|一张)?(?:单独的?)?(?:画面|片段|镜头|图片)?,?(?:放|显示|停留?|持续"
            rf"|播放?)({LONG}){_STOP}",
            r"\1排到开头,持续\2",
        ),
        # --- a picture that lies on top
        (rf"缩放(?:到|至|为|成|比例|比例为)?0?\.([0-9]{{1,2}})倍?(?=[,。]|{_STOP})", _sized),
        (rf"\A((?:{_CORNER}(?:放|加|显示)logo|logo放?(?:在|到)?{_CORNER})),(?:但是?|不过)?(?:最?前面?"
        rf"|开头)({LONG})"
         rf"(?:先|里|内|就)?(?:不放|不要(?:放|显示|出现)?|不显示|不出现|别放|别显示"
         rf"|不用){_STOP}", r"\1,从\2到结尾"),
        (rf"\A((?:{_CORNER}(?:放|加|显示)logo|logo放?(?:在|到)?{_CORNER})),(?:但是?|不过)?(?:到"
        rf"|第)?({LONG})(?:之后|以后|后|处)"
         rf"(?:就)?(?:不要|不放|不显示|消失|去掉|撤掉|拿掉|没){_STOP}", r"\1,0到\2"),
        # --- music
        (rf"(<:file>[^,。]*),(?:但是?|不过)?(?:把)?{_SONG}的?(?:最?前面?"
        rf"|开头)的?({LONG}){_SKIP}(?:掉)?{_STOP}",
         r"\1,从歌曲的\2开始播放"),
        (r"\A(<:file>)(?:铺满|贯穿|覆盖|放满)(?:整个视频|全片|全程),(?=从歌曲的)", r"加\1,"),
        # --- how loud
        (rf"(?:音量|声音)(?:只要|降到|降低到|调到|变成|减到|调成|降为|变为|只留)(?:原来|现在|原先|当前"
        rf"|之前)的?({_N})分之({_N})"
         rf"{_STOP}", _share),
        (rf"(人声|原声|说话声)(?:调|降|升|提|改|设)?(?:到|成|为)(0?\.[0-9]{{1,2}})(?=[,。]"
        rf"|{_STOP})", _level),
        # --- what is ruled out
        (rf"\A(?:不是|不要|别)(?:把声音|声音|音量)?(?:调|放|弄|降)(?:小|低)(?:一点|点)?(?:声音?"
        rf"|音量)?,(?:而)?"
         rf"(?:是|要|直接)(?:要|把声音|把它|全部|彻底)?(静音){_STOP}", r"\1"),
        (rf"\A(?:光|只|仅|单单?)(?:是|有|靠)?(半速|(?:{_N})倍速|静音|黑白|倒放|降噪|防抖)(?:还"
        rf"|可)?(?:不够|不行|不满意),"
         rf"(?:还|也|再)(?:要|得|请|需要)?(?:加上?)?(倒放|静音|(?:变|调成)?黑白|降噪|防抖|半速"
         rf"|(?:{_N})倍速){_STOP}", r"\1,\2"),
        (rf"\A(?:把)?((?:最?前面?|最后|开头|结尾)的?{LONG})(?:的?(?:内容|画面))?(?:不要|别|不用)(?:保留"
        rf"|留着?)"
         rf"{_STOP}", r"剪掉\1"),
        (rf"\A(?:请)?(?:不要|别|不用)(?:保留|留着?)((?:最?前面?|最后|开头"
        rf"|结尾)的?{LONG}){_STOP}", r"剪掉\1"),
        (rf"(?<=[^,。]),(?:不加|别加|不用加|不配)(?:自动)?({_SHOWN})(?=,(?!{_SHOWN}[,。]|{_SHOWN}{_STOP}))"
         r"(?![^。]*\1)", ""),
        (rf"((?:之间|中间|处|接缝)),?{_OFF}(?:{LONG}的?)?({_JOINT}),(?:而是|要|用|改用|换成|加"
        rf"|来)+(?=(?:{LONG})的?(?!\2){_JOINT}{_STOP})", r"\1加"),
        (
            rf"\A(颜色|色调|滤镜|黑白|复古|怀旧|静音|倒放|旋转)(?:撤回|撤销|撤掉|取消|去掉|不要)(?:吧"
            rf"|了)?,(?!\1)"
            r"(?:静音|音乐|标题|logo|速度|倒放|颜色|滤镜|旋转|字幕)(?:就|还|要|都|继续)*(?:留着?|保留"
            r"|不动|别动|不变|保持)"
            rf"{_STOP}",
            r"取消\1",
        ),
        (rf"\A(?:两个|都|全部|它们)(?:都)?(?:保留|留着?),(?:但是?|不过)?(?:就|只|请)?(?=(?:把"
        rf"|将)?[^,。]*(?:移|挪|放)到[^,。]*{_STOP})",
         ""),
    )
)  # fmt: skip


def without_riders_zh(text: str, values: Values) -> str:
    """A marked message in which what is said behind an order is said in it."""
    return _RULES.apply(text, with_values(values))
