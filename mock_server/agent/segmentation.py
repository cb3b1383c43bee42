"""Find where one instruction ends and the next starts, in both languages."""

from mock_server.agent.placeholders import ANY, pattern

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
_START = (
    rf"(?:please |also |now |finally |lastly |first )*(?:(?:{_ENGLISH_STARTER})\b"
    rf"|{_CHINESE_STARTER})"
)
STARTER = pattern(rf" ?{_START}")
# These words alone start no instruction: "… and close the gaps: 0 s to 3 s" goes on.
NO_START = pattern(
    r" ?(?:remove|delete|cut|drop|discard) (?:the (?:rest|others?)|everything else|all else)"
)
# "On the timeline, …", "At the cut at 4 s, …": what it is about follows.
LEAD = pattern(
    r" ?(?:please )?(?:on|at|in|for|during|from|between|over|within|with|before|now|first|so)\b"
    r"(?!.*\b(?:add|put|insert|place|remove|delete|make|set|change|mute|show|play|keep|trim)\b)[^,]{0,80}"
    r"|(?:在|于|对于?|从)(?!.*(?:加|删|剪|放|设|改|调|插|拆|切|定格|静音|保留|叠))[^,]{0,40}"
)
HARD_BREAK = pattern(
    r"[\n;。]+|[.!](?= |\n|\Z)|(?<=\?)(?= |\n|\Z)"
    rf"|,? (?:(?:and )?then|after that|next),?(?= {_START})"
    r"|,? ?(?:然后|接着|随后|之后再|,再)[,:]?|并且|同时"
)
NUMBERING = pattern(
    r"(?:\A|\n) ?(?:step )?\(?[0-9]{1,3}(?:[.):](?= |[^0-9 ])|、) ?"
    r"|(?<=[.;!?。]) ?\(?[0-9]{1,2}[.)] (?=[a-z\u4e00-\u9fff])|(?:\A|\n) ?[-*•] "
    r"|(?:\A|\n) ?第[一二三四五六七八九十]步[:,]? ?|(?<=[.;,]) ?step [0-9]{1,3}: ?"
)
SOFT_BREAK = pattern(r" ?, ?(?:and |also |并|再|也)?| and (?:also )?| & |并且?")

# A piece that only describes, and asks for nothing.
REMARK = pattern(
    r" ?(?:the (?:duration|length|rest|order|structure|other)|everything|nothing|what follows|all other"
    r"|it (?:has|had|is now|was|currently)|currently|now it)\b"
    r"|(?:总?时长|其他|其余|其它|剩下|别的|后面的?|后续|之后的|现在|目前|当前)"
)
UNQUOTED_TEXT = pattern(
    r"(\b(?:saying|that says|which says|that reads|which reads|with the words|called|titled"
    r"|with the text)|(?:写着|内容是|内容为|文字是|文字为|标题是|叫做))"
    rf":? ?([^{ANY}\n.;,，。: ][^{ANY}\n.;,，。]{{0,120}}?)"
    r"(?=\Z|[.;,，。\n]| (?:from|at|for|in the|on the|between|during|with)\b)"
)
