"""Chinese orders thought over in mid-sentence: "先静音，算了，音量调到一半", "静音？不，是倒放"."""

from mock_server.agent.values.placeholders import HAN
from mock_server.agent.values.rules import Rules, plainly

_VERB = (
    "(?:把|剪|删|静音|加速|减速|倒放|慢放|快放|黑白|去掉|音量|声音|速度|改|换|调|只|降噪|旋转|转|"
    "防抖|竖屏|横屏|放慢|加快)"
)
_LAYER = "(?:字幕|标题|音乐|配乐|背景音乐|logo|水印|旁白|人名条|贴纸|特效|滤镜|转场|音效)"
_NOT = "(?:也|再|都|还|就|先|请)*(?:别|不要|不用|无需|不需要|不必)(?:再)?"
_PUTS = "(?:加|放|配|打|上|做|弄|用)(?:任何|什么|上|个)*"
_OWN = rf"(?!{_LAYER}|\ue010)"
_RULES = Rules[str](
    (
        (rf"(?<=[^,。]),? ?(?:嗯|呃|唉|哎)?,?算了[,。 ]+(?:还是|那就|就|改成?)?(?={_VERB})", ",不对,"),
        (rf"(?<=[^,。]),? ?(?:啊不|哦不|不是|不对|不不)[,。 ]+(?:应该)?是(?={_VERB})", ",不对,"),
        (
            r"\A[^,。?\ue010-\ue01f]{2,12}\? ?(?:不是|不|哦不|不对|不不|没有)[,!。. ]+(?:应该"
                r"是|是|我是说|我说的是|我的意思是)*[,:]?"
            r"(?=[^,。?]{3,})",
            "",
        ),
        (r",(?:而)?不是(?:放|在|到|加|用|改|要|从|放在|剪|删)+[^,。\ue010-\ue01f]{0,8}(?=[ .!。]*\Z)", ""),
        # what is not to be added, beside what is wanted
        (
            rf"\A(?:{_NOT}{_PUTS}({_LAYER})(?:了)?,)+(?:只要|只|直接|就|把它|帮我|只需要?)*(?=[^,。]{{2,}})(?![^。]*\1)",
            "",
        ),
        (
            rf"(?<=[^,。]),{_NOT}{_PUTS}({_LAYER})(?:了|啊|哈)?(?=[ .!。]*\Z)",
            "",
        ),
        # one part, not all of it
        (
            r"\A(?:不要|别|不用)(倒放|静音|加速|慢放|快放|减速|降噪|黑白)(?:整个视频|全部|全片|整段|整个)(?:视频)?,(?:而是|就|请)?只(?:要|需要)?(?:倒放|静音|加速|慢放|快放|减速|降噪)?",
            r"\1",
        ),
        (
            r"\A(?:我)?(?:只|就|请)?改(?:一下)?([^,。]{2,14}?的?(?:颜色|字号|位置|大小|音量|文字|内容|字体)),(?:改成|换成|变成|用|改为|放)",
            r"把\1改成",
        ),
    )
)  # fmt: skip


def thought_over(text: str) -> str:
    """A Chinese message in which texts and files are marked, with what is meant at last."""
    return _RULES.apply(text, plainly) if HAN.search(text) else text
