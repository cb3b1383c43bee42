"""What is no order for this video, or not yet: hearsay, another video, a condition nobody can check, a
question, and what is taken back behind an order."""

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

# Words of what was, will be or may be, and of what others say.
_UNSETTLED = words(
    r"\b(?:unless(?! there)|tomorrow|next (?:week|time|month)|last time|later on|someday|eventually"
    r"|in theory|hypothetically"
    r"|would happen|suppose|supposing|imagine|whether|thinking|considering|perhaps|unsure|told|asked"
    r"|used to|(?<!you )(?<!i )wrote"
    r"|(?:should|shall) (?:i|we)|do you think|remind|translate|how (?:do|does|would|to)"
    r"|from (?:to|until)|(?:for|in|with) (?:my|our|the|another|other|his|her) (?:next |other )?(?:videos?"
    r"|films?|projects?|episodes?)(?<! the video)(?<! the film)|(?:the )?next (?:video|film|episode"
    r"|project))\b"
    r"|\b(?:haven|hasn|hadn)'t\b",
    "除非(?![^,，]*有)|下周|明天|昨天|上次|改天|将来|告诉|提醒|翻译|什么意思|为什么|该不该|也许|好像"
    "|考虑|打算|想过|说过",
    "让我|叫我|(?:(?:下一?|另一?|上一)[条个支部]|别的|其他|以后的)(?:视频|片子|作品|项目)|以为"
    "|本来(?!的[声音])|差点|从[到至]",
)
_ASKS = Regex(r"(?:[?？]|吗|呢)[\s。.!！)）]*\Z")
_REQUESTS = words(
    r"\b(?:can|could|would|will|may|might|shall|why|mind|please|pls|any chance|possible"
    r"|how about|what about|ok|okay|right|got it|understood|maybe|let's|let us)\b|\bcan't\b|\bwon't\b",
    r"能|可以|可不可以|行[吗么不]|好[吗么不]|麻烦|帮|怎么样|如何|明白|要不|不如",
)
# "Can you reverse a clip?" asks what there is.
_IN_GENERAL = words(
    r"\bat all\W*\Z",
    r"\b(?:can|could|do) you \w+(?: up| down| in| out)? (?:an?|any) (?:clip|video|song|film)\W*\Z",
    r"\A\W*(?:can|could|do|are) you (?:do|support|handle|able to do) [a-z -]{3,24}\W*\Z",
    "\\A[ ,，]*(?:请问)?(?:你|您|这里|这个)?们?(?:能|会|可以|支持)(?:做|支持|处理"
    "|搞)[^把给帮一成个这那0-9,，]{2,6}[吗么不呢][ ?？。!！]*\\Z",
)


def asks(message: str, plain: str) -> bool:
    """Whether a message asks, thinks about it or tells of it, and orders nothing."""
    asked = _ASKS.search(plain)
    if _UNSETTLED.search(plain) or (asked and not _REQUESTS.search(message)):
        return True
    return bool(asked and _IN_GENERAL.search(plain))


_WORK = "(?:视频|片子?|项目|频道|版本?|广告|电影|电视剧|作品|初稿|稿|播客|集|vlog|演示|短片|直播)"
_ANOTHER = words(
    f"\\A[ ,，]*(?:在|到)(?!不|保|没有音乐|没有人|这|本|此|整|当前|原[视片]|主|视频|画面|片[头尾]"
    f"|第)[^,，。0-9 ]{{1,12}}{_WORK}(?:的?版本)?(?:里面?|中|上)",
    "(?:下|上|另)一?(?:(?:个|条|支|部)(?:视频|片子|项目|作品|系列|vlog|短片)|[集期季])",
    "(?:别的|其他|以后的?每?|之后的?每?)一?(?:个|条|支|部)?(?:视频|片子|项目|作品|系列|vlog|集|期|季)",
    "\\A[ ,，]*下一?[条支部个][,，]",
)
_IF = words(
    "(?:假[使如若]|倘[使若])(?![^,，。]*有(?!人))|一旦|视[^,，。]{1,8}而定|取决于"
    "|直到[^,，。]*[,，]?[才再]|只有[^,，。]*[,，]?才",
    "(?:运气好|顺利|方便|有空|有时间|来得及)的?话?[,，]",
    "在(?!不|保)[^,，。0-9]{1,10}(?:前提|情况|条件)下",
    "\\A[ ,，]*(?:有人(?![说讲])|[观听]众|客户|粉丝|老板|导演|甲方|网友|大家|有空"
    "|[他她我你]们?)[^,，。;；0-9]{0,8}(?:的)?时候?[,，]",
)
_LAYER = "标题|字幕|音乐|歌|旁白|配音|人名条|logo|水印|画面|片头|片尾|开头|片段|声音|转场|音效|滤镜"
_EDITS = (
    "剪|删|裁|加|切|拆|分|倒放|静音|速|调|改|做|弄|处理|播|结束|消失|出现"
    "|之|以|然|最|随|今|往|背|前|黑白|淡|放|转"
)
_AFTER = words(
    f"\\A[ ,，]*(?!(?:[^,，。]*(?:{_LAYER}|{_EDITS})))[^,，。;；0-9 ]{{2,8}}后[,，]",
    "\\A[ ,，]*[^,，。;；0-9]{0,4}(?:过审|审核|签好|签完|校对|装修|过年|发布|上线"
    "|到期)[^,，。;；0-9]{0,3}后[,，]",
    "\\A[ ,，]*等(?!等|一下|会儿?)(?![^,，。]*(?:消失|出现|结束|[播放停响说念]完?"
    "|显示))[^,，。;；0-9]{2,10}[,，]",
    "过(?:一)?会儿?(?:再|后)|回头再|晚点再",
    "先(?:听[我他她]|开个?会|[让给][我他她客导老]|请[^,，。]*[看谈]|找[^,，。]*[谈聊问]|得到|问|看看"
    "|想[一想]|[和跟][^,，。]*(?:谈|聊|商量"
    "))[^,，。]*[,，]?再",
)
_SAID = words(
    "\\A[ ,，]*(?!我[,，说]|听我|我是|再|这么|话|也就|简单|具体|比如|应该"
    "|不)[^,，。;；0-9]{1,10}(?:[说讲称喊]|写道|唱道|言道|问道|说道)[,，]",
    # What somebody wants, and nobody has ordered: what follows behind a comma may be the order.
    "\\A[ ,，]*(?:我的?|我们的?)?(?:老板|客户|领导|导演|甲方|同事|经理|朋友|他们?|她们?)(?:刚才?|又"
    "|还)?(?:说|讲|要求|希望|想要?)"
    "[^,，。;；]*[ 。.!！]*\\Z",
    r"\A\W*(?:the |my |our )?(?:boss|client|customer|director|manager|producer|colleague|friend|he|she"
    r"|they)"
    r" (?:says?|said|wants?|wanted|asks?|asked|suggests?|suggested|thinks?)\b[^,.;]*[ .!]*\Z",
    "常言道|俗话说|传说|传言|(?<!根)据说|听说(?!写)|谣言",
)
_TAKEN_BACK = words(
    "[,，。;；!！] ?[^,，。]*(?:使不得|拉倒|没门|哪有|荒唐|可笑|才不|可不[敢想会]|发错|发给别人"
    "|不是(?:给|发给|对)你|取消了|开玩笑|逗你"
    "|说着玩)",
    "\\A(?![^,，。]*(?:太|去掉|取消|恢复|撤|不要"
    "|删))[^,，。;；!！]*[,，。;；!！] ?还是[^,，。]*(?:原来的|原位|原样|之前的|以前的)",
)


def _is_no_order_for_it(plain: str, edit: Edit) -> bool:
    """ "在同事的项目里，把标题删掉"; "假使太吵，就静音"; "老师常说，剪掉前5秒"; "静音，我发错窗口了"."""
    said = (_ANOTHER, _IF, _AFTER, _SAID, _TAKEN_BACK)
    return bool(edit.values) and any(one.search(plain) for one in said)


CHECKS = (_is_no_order_for_it,)
