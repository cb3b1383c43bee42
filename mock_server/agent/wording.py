"""How instructions are strung together, in both languages: breaks, starts, back-references."""

from mock_server.agent.marks import ANY, pattern

_LAYER_WORDS = (
    r"\btitles?\b|\bcaptions?\b|\bsubtitles?\b|\blower[- ]?thirds?\b|\btext\b|\bmusic\b|\bsoundtrack"
    r"|\bbgm\b|\bsong\b|voice[- ]?over|narration|sound effects?|\boverlays?\b|\blogo\b|watermark"
    r"|picture[- ]in[- ]picture|标题|字幕|人名条|名条|字条|文字"
    r"|音乐|配乐|旁白|配音|音效|叠加|贴图|水印|画中画"
)
LAYER = pattern(_LAYER_WORDS)
LOWER_THIRD = pattern(r"lower[- ]?third")

PAUSES = pattern(r"\bpauses?\b|\bsilen(?:ces?|t)\b|dead air|停顿|静默|无声|空白|沉默|冷场|气口")
# "Keep 0.2 s at either side" after a sentence about pauses.
MARGIN = pattern(
    r" ?(?:please |but |and )*(?:keep|leave|leaving|keeping|with|preserve|retain) <time>"
    r"|(?:并|请)*(?:在)?(?:每|两|各|前后)?[^\ue000]{0,10}(?:保留|留下?)[^\ue000]{0,6}<time>"
    r"|(?:consider|treat|use|take|count)\b.{0,60}<level>|.{0,40}(?:threshold|阈值|门限)"
)

HARD_BREAK = pattern(
    r"[\n;。]+|[.!](?= |\n|\Z)|(?<=\?)(?= |\n|\Z)|,? (?:and )?then,? |,? ?after that,? |,? ?next, "
    r"|,? ?(?:然后|接着|随后|之后再|,再)[,:]?|并且|同时"
)
NUMBERING = pattern(
    r"(?:\A|\n) ?(?:step )?\(?[0-9]{1,3}(?:[.):](?= |[^0-9 ])|、) ?"
    r"|(?<=[.;!?。]) ?\(?[0-9]{1,2}[.)] (?=[a-z\u4e00-\u9fff])|(?:\A|\n) ?[-*•] "
    r"|(?:\A|\n) ?第[一二三四五六七八九十]步[:,]? ?|(?<=[.;,]) ?step [0-9]{1,3}: ?"
)
SOFT_BREAK = pattern(r" ?, ?(?:and |also |并|再|也)?| and (?:also )?| & |并且?")

_ENGLISH_STARTER = (
    r"add|put|insert|place|cut|remove|delete|trim|drop|strip|erase|get rid|take out|make|set|change"
    r"|move|speed|slow|reverse|rotate|crop|split|freeze|join|merge|concatenate|combine|generate"
    r"|create|mute|silence|denoise|normali[sz]e|stabili[sz]e|overlay|apply|give|turn|lower the"
    r"|raise|increase|decrease|reduce|replace|rename|convert|export|play|fade the|fade it|keep only"
    r"|keep just|keep the|keep everything|leave (?=[a-z])|show|write|use|boost|duck|shift|extend|shorten"
    r"|superimpose|title|do not|don't|display|clean|level|even out|shrink|resize|reframe|append"
)
_CHINESE_STARTER = (
    r"把|将|给|添加|加上|加入|加一|加个|加背景|加字幕|加标题|加音|删|去掉|去除|移除|剪|裁|截|插入|设置"
    r"|静音|倒放|反转|旋转|拆分|分割|定格|拼接|合并|连接|生成|降噪|稳定|调整|调高|调低|调大|调小|提高"
    r"|降低|放慢|加快|加速|减速|替换|更改|改成|改为|导出|只保留|保留|叠加|配上|配一|用|让|使|不要|别|请"
)
STARTER = pattern(
    rf" ?(?:please |also |now |finally |lastly |first )*(?:(?:{_ENGLISH_STARTER})\b"
    rf"|{_CHINESE_STARTER})"
)
# A piece that tells what stays or what is, and asks for nothing.
REMARK = pattern(
    r" ?(?:the (?:duration|length|rest|order|structure|other)|everything|nothing|what follows|all other"
    r"|it (?:has|had|is now|was|currently)|currently|now it)\b"
    r"|(?:总?时长|其他|其余|其它|剩下|别的|后面的?|后续|之后的|现在|目前|当前)"
)
# A piece that names a second thing of the kind that the verb before it is about.
ANOTHER = pattern(
    r" ?(?:(?:the|an?|another|some) )?(?:background )?(titles?|captions?|lower[- ]thirds?|music"
    r"|overlays?|sound effects?|voice-?overs?) <:text>"
)
# "… and add it at the end" belongs to whatever stands before.
AND_IT = pattern(
    r" ?(?:please )?(?:(?:add|append|insert|attach|put|place) (?:it|them)\b"
    r"|(?:fix|correct|repair|change|adjust|do|move|make|update) (?:it|this|that|so)\W*\Z)"
    r"|(?:请)?(?:修正|改正|更正|移动)(?:它|一下)?\W*\Z"
)
# "fit the picture into it" after a change of shape.
FILLING = pattern(
    r" ?(?:please )?(?:and )?(?:fill|fit|blur|crop|letterbox|scale|keep)\b[^<]{0,80}?"
    r"\b(?:frame|picture|canvas|screen|background|it|video|bars|image)\b|[^\ue000]{0,12}(?:铺满|填满|填充|适应|模糊|黑边|裁满)"
)
SHAPE = pattern(r"<ratio|size>|\bvertical\b|\bsquare\b|\bportrait\b|竖屏|横屏|方形")
# A piece that speaks of what the piece before has named.
BELONGS = pattern(
    r" ?(?:please |also )?(?:set|place|put|show|display|position|play|let|have|make|move|keep|lower"
    r"|duck|start|style|give|align|fade|render|use|run|hold|apply)"
    r" (?:it|its|them|their|this|that|the (?:volume|level|position|colou?r|font|size|opacity|style))\b"
    r"(?! ?(?:faster|slower|vertical|black|reverse))"
    r"| ?(?:and )?(?:it|they|its \w+|this one)(?: \w+)?? (?:is|are|should|must|needs?|has to|fades?|lasts?"
    r"|starts?|ends?|plays?|runs?|appears?|sits?|stays?|stands?|goes)\b(?!.{0,80}\b(?:now|currently)\b)"
    r"|(?:并|再|请)*(?:把|将|让|使)?(?:它|其|该|音量|位置|颜色|字号|字体|样式)|设置(?:音量|位置|颜色)"
)
# A piece without any verb: values, and the words that name them.
_LABEL = (
    r"(?:at|with|in|using|from|for|over|to|on|and|the|of|a|its|by|is|text|content|words|volume|level"
    r"|position|style|colou?r|size|font|fad(?:e|es|ing)[- ](?:in|out)|duration|opacity|scale|range"
    r"|time|start(?:s|ing)?|end(?:s|ing)?|cue|name|role|voice|mood|second|first|line|says?|top|bottom"
    r"|left|right|cent(?:er|re|ered)|corner|middle|as|full|screen|s|each|"
    r"时间|内容|文字|音量|位置|样式|颜色|字号|字体|淡入|淡出|时长|从|到|在|为|是|于|持续|姓名|职位|第|条)"
)
CONTINUES = pattern(
    rf"[ ,:()\[\]>=-]*+(?:(?:{_LABEL}(?![a-z])|[{ANY}][\ue020-\ue029]+\ue000)[ ,:()\[\]>=-]*+)++"
)
UNQUOTED_TEXT = pattern(
    r"(\b(?:saying|that says|which says|that reads|which reads|with the words|called|titled"
    r"|with the text)|(?:写着|内容是|内容为|文字是|文字为|标题是|叫做))"
    rf":? ?([^{ANY}\n.;,，。: ][^{ANY}\n.;,，。]{{0,120}}?)"
    r"(?=\Z|[.;,，。\n]| (?:from|at|for|in the|on the|between|during|with)\b)"
)
