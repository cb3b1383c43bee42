"""Decide which pieces of a message only continue the piece before them."""

from mock_server.agent.placeholders import ANY, pattern

LONGEST = 3_000

_LAYER_WORDS = (
    r"\btitles?\b|\bcaptions?\b|\bsubtitles?\b|\blower[- ]?thirds?\b|\btext\b|\bmusic\b|\bsoundtrack"
    r"|\bbgm\b|\bsong\b|voice[- ]?over|narration|sound effects?|\boverlays?\b|\blogo\b|watermark"
    r"|picture[- ]in[- ]picture|标题|字幕|人名条|名条|字条|文字"
    r"|音乐|配乐|旁白|配音|音效|叠加|贴图|水印|画中画"
)
_LAYER = pattern(_LAYER_WORDS)
_LOWER_THIRD = pattern(r"lower[- ]?third")

_PAUSES = pattern(r"\bpauses?\b|\bsilen(?:ces?|t)\b|dead air|停顿|静默|无声|空白|沉默|冷场|气口")
# "Keep 0.2 s at either side" after a sentence about pauses.
_MARGIN = pattern(
    r" ?(?:please |but |and )*(?:keep|leave|leaving|keeping|with|preserve|retain) <time>"
    r"|(?:并|请)*(?:在)?(?:每|两|各|前后)?[^\ue000]{0,10}(?:保留|留下?)[^\ue000]{0,6}<time>"
    r"|(?:consider|treat|use|take|count)\b.{0,60}<level>|.{0,40}(?:threshold|阈值|门限)"
)

# A piece that names a second thing of the kind that the verb before it is about.
_ANOTHER = pattern(
    r" ?(?:(?:the|an?|another|some) )?(?:background )?(titles?|captions?|lower[- ]thirds?|music"
    r"|overlays?|sound effects?|voice-?overs?) <:text>"
)
# "… and add it at the end" belongs to whatever stands before.
_AND_IT = pattern(
    r" ?(?:please )?(?:(?:add|append|insert|attach|put|place) (?:it|them)\b"
    r"|(?:remove|delete|drop|take out) (?:it|them|that one|one of (?:them|these|the two)|the other)\b"
    r"|(?:fix|correct|repair|change|adjust|do|move|make|update) (?:it|this|that|so)\W*\Z)"
    r"|(?:请)?(?:修正|改正|更正|移动)(?:它|一下)?\W*\Z"
)
# "fit the picture into it" after a change of shape.
_FILLING = pattern(
    r" ?(?:please )?(?:and )?(?:(?:the )?(?:pictures?|clips?|footage|content)\b.{0,60}?)?"
    r"\b(?:get|have|fill|fit|fitted|blur\w*|crop\w*|letterbox\w*|scale|keep)\b[^<]{0,80}?"
    r"\b(?:frame|picture|canvas|screen|background|it|video|bars|image)\b|[^\ue000]{0,12}(?:铺满|填满|填充|适应|模糊|黑边|裁满)"
)
_SHAPE = pattern(r"<ratio|size>|\bvertical\b|\bsquare\b|\bportrait\b|竖屏|横屏|方形")
# A piece that speaks of what the piece before has named.
_BELONGS = pattern(
    r" ?(?:please |also )?(?:set|place|put|show|display|position|play|let|have|make|move|keep|lower"
    r"|duck|start|style|give|align|fade|render|use|run|hold|apply)"
    r" (?:it|its|them|their|this|that|the (?:volume|level|position|colou?r|font|size|opacity|style))\b"
    r"(?! ?(?:faster|slower|vertical|black|reverse))"
    r"| ?(?:and )?(?:it|they) <range>"
    r"| ?(?:and )?(?:it|they|its \w+|this one)(?: \w+)?? "
    r"(?:is|are|should|must|needs?|has to|fades?|lasts?"
    r"|starts?|ends?|plays?|runs?|appears?|sits?|stays?|stands?|goes)\b(?!.{0,80}\b(?:now|currently)\b)"
    r"|(?:并|再|请)*(?:把|将|让|使)?(?:它|其|该|音量|位置|颜色|字号|字体|样式)|设置(?:音量|位置|颜色)"
)
# A piece without any verb: values, and the words that name them.
_LABEL = (
    r"(?:at|with|in|using|from|for|over|to|on|and|the|of|a|its|by|is|text|content|words|volume|level"
    r"|position|style|colou?r|size|font|fad(?:e|es|ing)[- ](?:in|out)|duration|opacity|scale|range"
    r"|time|start(?:s|ing)?|end(?:s|ing)?|cue|name|role|voice|mood|second|first|line|says?|top|bottom"
    r"|left|right|cent(?:er|re|ered)|corner|middle|as|full|screen|s|each|"
    r"时间|内容|文字|音量|位于(?:[顶底]部|中央|[左右]侧|[左右][上下]角)|位置|样式|颜色|字号|字体|淡入|淡出|时长|从|到|在|为|是|于|持续|姓名|职位|第|条)"
)
_CONTINUES = pattern(
    rf"[ ,:()\[\]>=-]*+(?:(?:{_LABEL}(?![a-z])|[{ANY}][\ue020-\ue029]+\ue000)[ ,:()\[\]>=-]*+)++"
)
_ADDS = ((_MARGIN, _PAUSES), (_FILLING, _SHAPE))


def continues(piece: str, before: str) -> bool:
    """Whether `piece` adds to what `before` asks for."""
    head = piece[:LONGEST]
    if _CONTINUES.fullmatch(head) or _AND_IT.match(head):
        return True
    if any(then.match(head) and first.search(before, 0, LONGEST) for then, first in _ADDS):
        return True
    return bool(
        _BELONGS.match(head) and _LAYER.search(before, 0, LONGEST) and not _LAYER.search(head)
    )


def another(sentence: str, at: int) -> bool:
    """Whether a second title, … starts there; the "title" of a lower-third is a person's."""
    match = _ANOTHER.match(sentence, at)
    if match is None:
        return False
    return not (match[1].lower().startswith("title") and _LOWER_THIRD.search(sentence, 0, at))
