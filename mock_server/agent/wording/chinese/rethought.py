"""Chinese orders thought over in mid-sentence: "先静音，算了，音量调到一半", "静音？不，是倒放"."""

import re

from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Rules, plainly

_VERB = (
    "(?:把|剪|删|静音|加速|减速|倒放|慢放|快放|黑白|去掉|音量|声音|速度|改|换|调|只|降噪|旋转|转|"
    "防抖|竖屏|横屏|放慢|加快)"
)
_LAYER = "(?:字幕|标题|音乐|配乐|背景音乐|logo|水印|旁白|人名条|贴纸|特效|滤镜|转场|音效)"
_NOT = "(?:也|再|都|还|就|先|请)*(?:别|不要|不用|无需|不需要|不必)(?:再)?"
_PUTS = "(?:加|放|配|打|上|做|弄|用)(?:任何|什么|上|个)*"
_COLOR = "(?:[红黄蓝绿白黑橙粉紫金灰]色?)"
_ENDS = r"(?=[ .!。]*\Z)"
_SIDE = "(?:[左右][上下]角|[左右上下顶底][边面部侧方端]|中间|中央|正中|居中)"
_PERCENT = "(?:[0-9.]{1,6}%|百分之[0-9一二三四五六七八九十百]{1,6}|[一二三四五六七八九]成)"
_TIMES = "(?:[0-9.一二两三四五六七八九十半]{1,6}倍速?)"
_SECONDS = "(?:[0-9.一二两三四五六七八九十半]{1,6}秒钟?)"
_DENIED = r",(?:而|并)?不是(?:放在|移到|调到|改成|在|到|放|用)?"
_CLOSES = r"(?=[ ,.!。]*(?:\Z|,))"
_RULES = Rules[str](
    (
        # given up, or given up for something else
        (
            rf"\A[^。]*?,(?:还是)?算了(?:不要|不加|不弄|不剪|不用|别加)了?,(?:只|就|改|还是"
            rf"|把)*(?=[^,。]{{3,}}{_ENDS})",
            "",
        ),
        (rf"\A与其[^,。]*,(?:还|倒)?不如(?:就|直接)?(?=[^,。]*(?:[0-9前后全整]|{_LAYER}|最后))", ""),
        # another colour
        (
            rf"\A([^红黄蓝绿白黑橙粉紫金灰]*)(?:{_COLOR})((?:的)?[^红黄蓝绿白黑橙粉紫金灰]*?)"
                rf"[,。] ?(?:等等|等一下|不对|哦不|啊不)[,。 ]*(?:颜色)?(?:改成|换成|改为|用|改|"
                rf"要|应该是|是)({_COLOR})(?:吧|的)?{_ENDS}",
            r"\1\3\2",
        ),
        # asked and answered
        (
            rf"\A([^,。?]{{0,12}}?)(?:是不是|要不要|该不该|需不需要)(?:应该|该|要|得|可以)?("
                rf"[^,。?]{{2,8}}?)\?[ ,]*(?=\2)([^,。?]{{2,12}}?)(?:吧|了|好了|就行)*{_ENDS}",
            r"\1\3",
        ),
        (rf"\A({_LAYER}|声音|原声|音量)是不是(?:有点|太)(?:大|小|吵|响|轻|大声|小声)了?\?[ ,]*"
            rf"(?:那就|就)?(?=[调小大降升])", r"\1"),
        (rf"(?<=[^,。]),? ?(?:嗯|呃|唉|哎)?,?算了[,。 ]+(?:还是|那就|就|改成?)?(?={_VERB})", ",不对,"),
        (
            r"\A[^,。?\ue010-\ue01f]{2,12}\? ?(?:不是|不|哦不|不对|不不|没有)[,!。. ]+(?:应该"
                r"是|是|我是说|我说的是|我的意思是)*[,:]?"
            r"(?=[^,。?]{3,})",
            "",
        ),
        (r",(?:而)?不是(?:放|在|到|加|用|改|要|从|放在|剪|删)+[^,。\ue010-\ue01f]{0,8}(?=[ .!。]*\Z)", ""),
        # a value that is not wanted, behind the one that is
        *(
            (rf"({value}[^,。]{{0,3}}){_DENIED}{value}[^,。不是]{{0,3}}{_CLOSES}", r"\1")
            for value in (_SIDE, _PERCENT, _COLOR, _TIMES)
        ),
        (
            rf"(?<=[改移设调推挪][到成至])(第?{_SECONDS}){_DENIED}第?{_SECONDS}{_CLOSES}"
            rf"|(?<=从)(第?{_SECONDS}(?:开始)?){_DENIED}(?:从)?第?{_SECONDS}(?:开始)?{_CLOSES}",
            r"\1\2",
        ),
        # what is not to be added, beside what is wanted
        (
            rf"\A(?:(?:{_NOT}{_PUTS}({_LAYER})|({_LAYER}){_NOT}{_PUTS})(?:了)?,)+(?:只要|只|直接|就"
            rf"|把它|帮我|只需要?)*"
            r"(?=[^,。]{2,})(?![^。]*(?:\1|\2))",
            "",
        ),
        # one part, not all of it
        (
            r"\A(?:不要|别|不用)(倒放|静音|加速|慢放|快放|减速|降噪|黑白)(?:整个视频|全部|全片|整段"
            r"|整个)(?:视频)?,(?:而是|就|请)?只(?:要|需要)?(?:倒放|静音|加速|慢放|快放|减速|降噪)?",
            r"\1",
        ),
        (
            r"\A(?:我)?(?:只|就|请)?改(?:一下)?([^,。]{2,14}?的?(?:颜色|字号|位置|大小|音量|文字|内容"
            r"|字体)),(?:改成|换成|变成|用|改为|放)",
            r"把\1改成",
        ),
    )
)  # fmt: skip


_UNWANTED = Regex(
    r"\A(.+?)[,、;。] ?(?:哦|啊|呃|对了|,)*([^,、;。]{2,8}?)(?:就|还是|的话|那个)*(?:不用了|"
    r"免了|算了|不要了|不加了|先不要了?)(?:吧)?[ .!。]*\Z"
)
_DELIMITER = Regex("([,、;。])")
_LOOSE = Regex(r"[ 再]*(?:[0-9从到在放字]|[左右上下顶底]|音量|不透明|红|白|黄|蓝|黑)")


def _without_unwanted(text: str) -> str:
    """A list without the one order that its last words give up: "转90度，静音，旋转就不用了"."""
    found = _UNWANTED.match(text)
    if found is None or re.search("别|不要|没", found[1]):
        return text
    key = "转" if found[2] in ("旋转", "转") else found[2]
    pieces = _DELIMITER.split(found[1])
    at = [i for i, piece in enumerate(pieces) if key in piece]
    if (
        len(at) != 1
        or len(pieces) < 3
        or (at[0] + 2 < len(pieces) and _LOOSE.match(pieces[at[0] + 2]))
    ):
        return text
    del pieces[max(0, at[0] - 1) : at[0] + (1 if at[0] else 2)]
    return "".join(pieces)


def thought_over(text: str) -> str:
    """A Chinese message in which texts and files are marked, with what is meant at last."""
    return _RULES.apply(_without_unwanted(text), plainly) if HAN.search(text) else text
