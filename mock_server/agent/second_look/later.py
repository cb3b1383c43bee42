"""What is not to be done now: "once the client has approved, …", "the boss wants …, I disagree"."""

import re

from mock_server.agent.second_look.edit import Edit
from mock_server.agent.second_look.words import words
from mock_server.agent.values.lazily import Regex

_OTHERS = (
    r"(?:clients?|customers?|boss|director|producer|manager|agency|colleagues?|team|lawyers?|sponsors?"
    r"|marketing|legal|everyone|everybody)"
)
_SOMEBODY = r"(?:someone|somebody|people|he|she|we|they|i|you)"
_AGREES = (
    r"(?:approv\w*|agree\w*|confirm\w*|sign\w*|check\w*|repl\w+|answer\w*|giv\w+|tell\w*|send\w*|sent"
    r"|get|gets|got"
    r"|receiv\w*|lik(?:es|ed)|paid|pays|has|have|had|decid\w*|upload\w*|am back|are back|is back"
    r"|call\w*|ok\w*)"
)
_AT = r"(?:once|when(?:ever)?|as soon as|after|until|unless|if|the moment|in case|provided)"
# An event beside the video, as a time for what is asked.
_AWAITED = words(
    rf"\b{_AT} (?:the |my |our |your |his |her )?(?:\w+ )?{_OTHERS}\b"
    r"(?! (?:appears?|speaks?|talks?|enters?|leaves?|walks?|comes? (?:in|on)|starts? (?:to )?(?:talk"
    r"|speak)\w*)\b)",
    rf"\b{_AT} {_SOMEBODY}(?:'ve|'s|'m)? {_AGREES}\b(?! (?:time|a (?:minute|moment|chance))\b)",
)
_LAYER = (
    "标题|字幕|音乐|歌|旁白|配音|人名条|logo|水印|视频|画面|片头|开头|片段|第|声音"
    "|[0-9一二三四五六七八九十两几半]"
)
_AWAITED_CHINESE = words(
    rf"(?:\A|[,，。；;])[ ]?(?:先|要|还是)?等到?(?!等|一[下会]|比|于|他说完|她说完"
    rf"|{_LAYER})[^。；;]*?[再才就]",
    "(?:等|等到|待)(?:[^,，。]{0,4})(?:音乐|配乐|字幕|声音|素材|标题|视频)[^,，。]{0,4}"
    "(?:修好|改好|做好|弄好|买好|选好|定了|定下来|到了|发来|翻译好|确认)",
    "(?:\\A|[,，。；;])[^,，。；;0-9]{0,6}等到?[^,，。；;0-9]{0,6}(?:做|弄|画|设计|剪|改|修|选|买"
    "|拍|录|定)?(?:好|妥|定)了?"
    "(?:之后|以后)?[再才]",
    "(?:\\A|[,，。；;])[^,，。；;0-9]{0,6}(?:定了|定稿|定好|做好|弄好|画好|设计好|写好|录好)(?:了"
    "|之后|以后)*[再才]",
    "(?:客户|顾客|老板|甲方|领导|导演|同事|团队|对方|大家|上司|法务|编辑|审核|审批|用户)[^,，。；;]{0,8}?"
    "(?:之后|以后|后|了|的话)[,，]?[ ]?[再才就]",
    "(?:我|收到|拿到|有了|确认|定稿|通过)[^,，。；;]{0,10}?(?:之后|以后)[,，]?[ ]?再",
    "(?:客户|顾客|老板|甲方|领导|导演|同事|团队|对方|上司|法务|审核|审批)[^,，。；;]{0,8}?(?:之后|以后"
    "|后)[,，]",
)


def _does_what_is_awaited(plain: str, _: Edit) -> bool:
    """ "After the client signs off, mute the video"; "等客户确认以后，再剪掉最后十秒"."""
    return bool(_AWAITED.search(plain) or _AWAITED_CHINESE.search(plain))


_ANOTHER_TIME = words(
    r"\b(?:in|on|for|at) (?:the |our |my |that |a )?(?:last|previous|earlier|former|other|old)"
    r" (?:project|video|episode|edit|version|job|one|film)\b[^,.;]*,? (?:we|i|they|he|she|you)\b",
    r"\b(?:we|i|they|he|she) (?:always|usually|normally|often|never(?! (?:wanted|asked for)\b)"
    r"|sometimes|typically)\b",
    r"\b(?:normally|usually|typically|sometimes|as a rule),? (?:we|i|they|he|she)\b",
    "(?:我们|我|他们|大家)(?:一般|通常|平时|经常|总是|以前|曾经|之前)",
    "(?:上个|上一个|上一期|上期|之前的|以前的|别的)(?:项目|视频|片子|版本)[^,，。]*(?:我们|我|他们|大家"
    "|是)",
)


_DECLINED = words(
    r"\b(?:unnecessary|not necessary|disagree|(?:don't|do not) (?:agree|think so)|i'm against"
    r"|not convinced)\b",
    r"\bi (?:said no|told (?:him|her|them) no|refused|declined|rejected|objected|didn't (?:agree|accept)"
    r"|(?:turned|shot) (?:it|that|him|her|them) down)\b",
    "没有?必要(?![留保])|不(?:赞成|同意|认同)|反对|多此一举|否决|[没不](?:有)?(?:答应|理他|理她|采纳"
    "|接受)|拒绝",
)


def _does_what_is_declined(plain: str, _: Edit) -> bool:
    """ "老板说要把原声去掉，我觉得没有必要"."""
    return bool(_DECLINED.search(plain))


_DID = (
    r"(?:cut|muted|sped|slowed|rotated|deleted|removed|added|put|lowered|raised|reversed|doubled|halved"
    r"|cropped|trimmed|moved|made|changed|turned|set|split|faded|blurred|appended|inserted|shortened"
    r"|swapped|replaced|kept|placed)"
)
# What somebody has done, and nothing else: "you cut the first 5 seconds", "你剪掉了前5秒".
_NARRATED = Regex(
    r"[ ,]*(?:you|i|we|it|he|she|they)(?:'ve|'d| have| had)?(?: (?:just|already|also|only|accidentally"
    r"|even))*"
    rf" {_DID}\b[^,;.]*[ .!]*\Z"
    rf"|[ ,]*[^,;.]{{1,40}} got {_DID}\b[^,;.]*[ .!]*\Z"
    r"|[ ,，]*(?:你|系统|它)(?:刚才?|刚刚|已经?|又|还)*(?:在[^,，。把]{1,10}|[^,，。把帮给]{0,4}?)"
    r"(?:剪|删|去|加|放|调|改|换|移|静音|裁|配|接)(?:掉|到|成|好|完)?了[^,，。]+[ 。!！]*\Z"
    r"|[ ,，]*(?:你|系统)[^,，。帮给]{0,6}把[^,，。]*[成到为][^,，。]*了[ 。.!！]*\Z",
    re.IGNORECASE,
)


def _does_what_was_told(plain: str, _: Edit) -> bool:
    """ "in the last project we slowed everything down"; "we always add a logo"; "you muted it"."""
    return bool(_ANOTHER_TIME.search(plain) or _NARRATED.match(plain))


CHECKS = (_does_what_was_told, _does_what_is_declined, _does_what_is_awaited)
