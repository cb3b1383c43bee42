"""Whole turns of phrase in the words of an order: "his name is spelled so", "keep it where it is, but
…", "we will need a logo later, but for now …". Said of a message before its values are read."""

import re
from collections.abc import Sequence

from mock_server.agent.values.placeholders import pattern
from mock_server.agent.values.rules import Replacement, Rules, plainly
from mock_server.agent.wording.shown import TEXTS, Shown

_COLOR = (
    "(?:red|blue|green|yellow|white|black|orange|purple|pink|gr[ae]y|gold|cyan|brown|teal|magenta)"
)
_COLOR_ZH = "(?:[红蓝绿黄白黑橙紫粉灰金青棕]色?)"
_TIME = r"(?:[0-9.]+|[a-z]+(?:[ -][a-z]+)?) ?(?:seconds?|secs?|s)\b"
_AT = rf"(?:{_TIME}|[0-9]+(?::[0-9]{{2}}){{1,2}})"
_TIME_ZH = "(?:半|[0-9.]+|[一二两三四五六七八九十]+) ?秒钟?"
_TEXT_ZH = "(?:标题|字幕|人名条|文字)"
_END = r"(?=[ ,.!]*(?:\n|\Z))"
_END_ZH = r"(?=[ ,。.!]*(?:\n|\Z))"
_PART = (
    rf"(?:the (?:first|last|second|middle|final) (?:{_TIME}|half|third|quarter)"
    rf"|(?:[0-9.]+|{_AT})(?: to | and | ?- ?)(?:{_AT}|[0-9.]+))"
)
_PART_ZH = (
    f"(?:最?[前后]{_TIME_ZH}|[前后]半段|(?:第?[0-9.]+ ?秒?|[0-9]+:[0-9]{{2}}) ?[到至-] ?(?:第?[0-9.]+ ?秒"
    "|[0-9]+:[0-9]{2}))"
)
_DOES = "(?:mute|silence|reverse|speed|slow|play|blur|make|turn|put|show|set)"
_DOES_ZH = (
    "(?:声音|原声|音量|静音|消音|加速|放慢|慢放|快放|倒放|变成|调成|改成|黑白"
    "|[0-9.一二两三四五半]+倍)"
)
_DO_NOT_CUT = (
    r"\A ?(?:please )?(?:don't|do not) (?:cut|delete|remove|trim|drop)(?: out)?"
    rf" (?:the (?:pause|part|section|stretch|bit|piece|time) )?((?:from |between )?{_PART})"
)
_DO_NOT_CUT_ZH = (
    rf"\A ?(?:请)?(?:不要|别|不用|先别|无需|不必)[剪删去裁](?:掉|除)?({_PART_ZH})(?:那段|的部分"
    "|的内容)?"
)
_THAT_ZH = "(?:(?:[那这]一?段|它|[那这](?:一)?部分)的?)"


def _is_of_it(found: re.Match[str]) -> bool:
    """Whether what is done behind "don't cut 5 to 8 s" is done to that: "just …", "mute it"; "make it
    sepia" may be meant of the video."""
    turned = bool(found[2] or found[6]) or found[4].lower() != "it"
    return turned or found[3].lower() not in ("make", "turn", "put", "show", "set")


_WAYS = {"sliding": "slide", "wiping": "wipe", "pushing": "push"}
_VERBS = {"rotated": "rotate", "muted": "mute", "removed": "remove", "reversed": "reverse"}
_RULES: Rules[Replacement] = Rules(
    (
        # --- a word with the sound of "do not"
        (r"\A ?个别(?:地方|部分|段落|镜头|片段)(?:有点|太|比较)[^,。;:]{1,4}[:,]", ""),
        # --- where it ends
        (rf"\b(stop|end)(s?)( it| them)? after (?={_AT})", r"\1\2\3 at "),
        # --- how it fades, beside a transition
        (
            r"(\b(?:cross-?fade|dissolve|wipe|transition)\b[^,.;]{0,40}?),?(?: and| then"
            r"|,)+ (?:then )?(?:add )?"
            r"(?:an? )?fad(?:e|ing)[- ]?out(?: at the (?:very )?end)?(?: of it)?"
            rf"{_END}",
            r"\1, and fade out the video at the end",
        ),
        (
            r"(\b(?:cross-?fade|dissolve|wipe|transition)\b[^,.;]{0,40}?),?(?: and| then"
            r"|,)+ (?:then )?(?:add )?"
            rf"(?:an? )?fad(?:e|ing) to black(?: at the (?:very )?end)?{_END}",
            r"\1, and fade out the video to black at the end",
        ),
        (
            rf"((?:叠化|淡化|溶解|转场|过渡)[^,。;]{{0,8}},?)(?:并且|并|再|且)?(?:在)?(?:结尾|片尾"
            rf"|末尾)(?:处)?淡出{_END_ZH}",
            r"\1,视频在结尾淡出",
        ),
        (
            rf"(用(?:叠化|淡化|溶解)接上 ?<:file> ?),?(?:并且|并|再|且)?(?:在)?(?:结尾|片尾"
            rf"|末尾)(?:处)?淡出{_END_ZH}",
            r"\1,视频在结尾淡出",
        ),
        (
            r"\A[ ,]*(?:please )?fade (in|out) (?:the )?(<:file>) ((?:in|at) the [a-z -]{3,20}?) over"
            rf" ({_TIME}){_END}",
            r"add \2 \3, fading \1 over \4",
        ),
        # --- how each of two texts looks
        (
            rf"(<:text> (?:gets |has |on )?an? {_COLOR} (background|outline),? (?:and"
            rf"|but) <:text> (?:gets |has |on"
            rf" )?an? {_COLOR}) one\b",
            r"\1 \2",
        ),
        # --- what a text reads
        (
            r"\bthere(?:'s| is) an? (?:spelling )?(?:typo|mistake|error) in the ([a-z -]+?)[:;,.] (?:it"
            r"|that|this)"
            r" should (?:be|read|say|be (?:spelled|spelt|written)) (<:text>)(?: ?,? with [^,.;]*)?",
            r"change the \1 to \2",
        ),
        (
            r"\b(?:his|her|my|their|the|your) (?:name|surname|word) is (?:spelled|spelt"
            r"|written) (<:text>) ?,?"
            r" (?:and )?not (?:as )?(<:text>)"
            r"(?: ?[,;.] (?:so )?(?:please )?(?:correct|fix|change|update) (?:the [a-z -]+|it|that|this))?",
            r"change \2 to \1",
        ),
        (
            rf"(?:{_TEXT_ZH}|名字|名)(?:写|打|拼|弄|搞)错了?,(?:应该)?(?:不是|不叫) ?(<:text>) ?,?(?:是"
            rf"|应该是|而是|叫|应为) ?(<:text>)",
            r"把\1改成\2",
        ),
        (
            r"\b((?:change|replace)\b[^,.;]*?|[^,.;]*\bshould (?:read|say)\b[^,.;]*?),?"
            rf" (?:but )?in the same (?:spot|place|position|style|look|colou?r){_END}",
            r"\1",
        ),
        (
            r"\b((?:move|shift|have|put)\b[^,.;]*?),? (?:but )?without changing"
            r" (?:how long it (?:stays|lasts|is shown|is up)|its (?:length|duration|look|style))"
            rf"{_END}",
            r"\1",
        ),
        (rf"(\binstead),? for the same (?={_TIME})", r"\1 for "),
        (r",(?:上面|上头|内容)?(?:写着|写上|写|显示|是|为)(?=姓名 ?<:text>)", ","),
        (
            rf",? (?:and )?with ({_TIME}) fades? (?:at|on) (?:both|either|each) (?:ends?"
            rf"|sides?)(?: of it)?{_END}",
            r", fading in and out over \1",
        ),
        (
            rf",? (?:and )?with (?:an? )?([0-9.]+)[- ]seconds? fades? (?:at|on) (?:both|either"
            rf"|each) (?:ends?|sides?){_END}",
            r", fading in and out over \1 seconds",
        ),
        # --- how a text looks
        (
            rf"\b(?:change|turn|switch) (the [a-z -]+?)(?:'s colou?r"
            rf"| colou?r)? from {_COLOR} to (?={_COLOR}\b)",
            r"make \1 ",
        ),
        (rf"({_TEXT_ZH})的?颜色(?:从|由){_COLOR_ZH}(?:改|换|变)(?:成|为)?(?={_COLOR_ZH})", r"\1颜色改成"),
        (rf"\bmake (?:its|the) (?:letters|lettering|type) (?=(?:a (?:bit|little) )?(?:smaller|bigger"
        rf"|larger){_END})",
            "make the text "),
        (rf"({_TEXT_ZH})的?(?:字号|字体|字)(?:有点|实在)?太[大小]了?,(?:请)?(?:把它|再)?"
            r"(缩小|调小|改小|放大|调大|改大|小|大)"
            r"(?:一?(?:点|些))?", lambda found: f"{found[1]}{'大' if '大' in found[2] else '小'}一点"),
        # --- when it is shown
        (rf"\bhave (it|the [a-z-]+) (?:appear|show up|start|come(?: in| up)?) ({_TIME} (?:later|earlier"
        rf"|sooner))(?=[ .!]*(?:\n|\Z))",
            r"move \1 \2"),
        (rf"让(它|{_TEXT_ZH}|音乐)(提前|提早|推迟|延后|推后|晚|早)({_TIME_ZH})(?:出现|显示|开始)",
            r"把\1\2\3"),
        (r"\b(?:keep|leave) (the [a-z-]+|it) where it is,? but (show|display|keep) it only (?=during|for"
        r"|from)",
            r"\2 \1 only "),
        (r"\bto the opposite corner,? (?:(?:that is|meaning|so|i\.e\.),? )?(?:to )?(?=the (?:top|bottom"
        r"|upper|lower))",
            "to "),
        (rf"(<:file>)只放在?([^,。;]{{1,8}}){_END_ZH}", r"在\2放\1"),
        (r"\b(for the (?:first|second|last) half(?: of the (?:video|clip))?) only\b", r"\1"),
        (rf"(, )(?=(?:whole|entire|full) (?:video|clip|time|length){_END})", r", for the "),
        # --- from where, and of what
        (
            r"\b(?:take|trim|cut|remove|delete|drop|lop|chop|shave)"
            rf" (the (?:first|last|opening|final) {_TIME}) (?:off|from) (?:the |its )?(?:very )?"
            rf"(?:beginning|start|front|end)(?: of the (?:video|clip))?{_END}",
            r"cut \1",
        ),
        (
            rf"\A ?(?:starting|beginning|from) (?:(?:at|from) )?({_AT})(?: on(?:wards)?)?, (cut|remove"
            rf"|delete|take out|drop)"
            rf" ({_TIME}){_END}",
            r"\2 \3 starting at \1",
        ),
        (
            rf"从第?({_TIME_ZH})处?(?:开始|起),([剪删裁去]掉?|删除)(?={_TIME_ZH}{_END_ZH})",
            r"从\1开始\2",
        ),
        (
            rf"从第?({_TIME_ZH})(?:处)?(?:开始|起)?(?:往)?后面?的?(?:所有|全部)?(?:内容|部分|画面)?"
            rf"(?:都|全|全部)*(?:不要了?,?(?:都|全部)?)?(?:删掉|剪掉|去掉|删除){_END_ZH}",
            r"删掉\1之后的部分",
        ),
        (
            rf"\A ?(?:视频)?(?:从|在)?第?({_TIME_ZH})处?(?:开始|起|结束)?,(?:往|之)?后面?的?(?:所有"
            rf"|内容|部分|画面)*"
            rf"(?:都|全部?|就)*不要了?{_END_ZH}",
            r"删掉\1之后的部分",
        ),
        (r"\binsert (<:file>) before (?=<:file>)", r"put \1 before "),
        (
            rf"\bturn (the [a-z]+|it) upside down(?:,? i\.e\.)?,? (?:by )?rotat(?:e|ing) (?:it"
            rf"|the [a-z]+)(?: by)? 180"
            rf" degrees{_END}",
            r"rotate \1 by 180 degrees",
        ),
        (r"(?<=调)([大小])声(?=一?[点些])", r"\1"),
        (
            rf"(?:把)?转场的?(?:时长|长度|时间)(?:改[为成到]|设为|调[到为]|变成)(?={_TIME_ZH}{_END_ZH})",
            "转场改成",
        ),
        (rf"(?<=9:16)(竖屏|竖版)?,准备发[^,，。;；0-9]{{1,6}}{_END_ZH}", r"\1"),
        (r"\bshift (the [a-z -]{3,16}) so (?:that )?it (?:starts|begins) (?=at )", r"move \1 to start "),
        (
            r"\A ?(?:请|麻烦|帮我|给我)*(?:完成|执行|做|进行|按)(?:一下)?(?:以下|下列"
            r"|下面)的?(?:这?几[个项件]?)?"
            r"(?:操作|步骤|编辑|修改|事情?|任务|改动|剪辑)(?:操作|来做|进行|处理|执行)?[:：,]",
            "",
        ),
        (
            r"\A ?(?:please )?(?:do|carry out|make|perform|apply|complete) the following(?: (?:edits?"
            r"|steps?|changes|things"
            r"|tasks|operations))?(?: for me| please| to (?:it|the video))?: ?",
            "",
        ),
        (
            r"(\b(?:slow|fast|speed|double|half|[0-9.]+x)\b[^.;,]*\b(?:from|between|for) [^.;,]*?),?"
            rf" (?:and )?then (?:back to )?(?:the )?normal(?: speed)?(?: again)?{_END}",
            r"\1",
        ),
        (
            r"([到至-] ?[0-9.]+ ?秒[^,。;]*(?:慢动作|慢放|加速|快放|倍速)[^,。;]*)"
            rf",(?:然后|之后|再)(?:恢复|回到)(?:正常|原来的?)?(?:速度|原速){_END_ZH}",
            r"\1",
        ),
        # --- how the picture begins, stands still, is divided
        (
            rf"(?:视频)?(?:开场|开头|片头)(?:用|花|以)?({_TIME_ZH})(?:内|的时间)?(?:从|由)黑(?:画面"
            rf"|屏幕?|场|色)?"
            r"(?:慢慢|渐渐|逐渐|缓缓)?(?:渐显|渐?亮起?来?|淡入|渐入|显现|显示出来)(?:画面)?",
            r"视频开头从黑场淡入\1",
        ),
        (rf"(淡[入出]),(?:用时|历时|耗时|持续)(?={_TIME_ZH}{_END_ZH})", r"\1,时长"),
        (
            rf"(\bfor {_TIME}),? (?:before (?:the (?:video|clip) (?:continues|goes on|carries on|plays on"
            rf"|resumes)"
            r"|(?:continuing|going on|carrying on|resuming)(?: with the video)?)"
            rf"|(?:and )?then let (?:the video|it) (?:continue|go on|carry on|play on|resume)){_END}",
            r"\1, then go on with the video",
        ),
        (
            r"(\b(?:split|cut|divide|slice)\b[^,.;]*? at [^,.;]*?),? (?:but |and )?(?:keep(?:ing)?"
            r"|leav(?:e|ing)|retain(?:ing)?)"
            rf" (?:both|all|everything)(?: the)?(?: (?:pieces|parts|halves|sides|sections"
            rf"|of it))?(?: in place| there)?{_END}",
            r"\1 without removing anything",
        ),
        (
            r",? (?:and |then )*(?:pull|move|slide|bring|shift|push) (?:the rest|what follows"
            r"|everything after(?: it)?)"
            rf" (?:forwards?|up|together|in|left)(?: to (?:fill|close) the gap)?{_END}",
            " and close the gap",
        ),
        (
            r"\bsplit the screen horizontally (?=with <:text|file> (?:on top|above|at the top))",
            "split the screen ",
        ),
        (r"\beach in its own half\b", "each filling its half"),
        (r"\bkeeping the first (?:one|clip)'s (?:audio|sound)\b", "with the sound of the first one"),
        (r"\bkeep the (?:whole|entire|full) video (?:enlarged|magnified|zoomed in|zoomed) (?:to"
        r"|at) ([0-9.]+ ?%)",
            r"zoom in to \1 over the whole video"),
        (r"\b(?:get rid of|empty|clear|wipe) (?:all of )?the (?:whole |entire |full )?timeline (?=except"
        r"|apart from|but for)",
            "delete everything on the timeline "),
        (
            r"\beach (sliding|wiping|pushing) (left|right|up|down) into the next (?:over|in"
            r"|within) ([0-9.]+ ?(?:seconds?|s))",
            lambda found: f"each overlapping the next in a {_WAYS[found[1].lower()]}-{found[2]}"
            f" of {found[3]}",
        ),
        # --- in which order, and how long
        (r"(?<=[,，])(?:先后)?(?:顺序|次序)(?:保持)?不[变动](?=[:：])", "顺序如下"),
        (r"\beach of (?:them|these|those|the two|the clips) (?=fill|tak|occup|cover)", "each "),
        (r",? (?:cut|trimmed|limited|shortened) to the (shorter(?: one| clip)?)'s (length|duration)\b",
            r", for the \2 of the \1"),
        (
            r"((?:去掉|剪掉|删掉|删除)[^,。;]{2,14},(?:再|然后)把?)静音剩下的(?:部分)?",
            r"\1静音整个视频",
        ),
        # --- a frame that is held
        (r"\bfor ([a-z]+|[0-9.]+) more (?=seconds?\b)", r"for another \1 "),
        (rf"(最后一帧|最后的?画面|结尾画面)(?:再)?多?(?:停留|停|保持)(?={_TIME_ZH}{_END_ZH})", r"\1定格"),
        (r"\b(for|over) a second\b(?= between\b| at the\b)", r"\1 1 second"),
        (r"(?<=seconds) total\b|(?<=minutes) total\b", " in total"),
        # --- what is taken away
        (
            r"\btake the ((?:fade|filter|effect|look|title|logo|transition|zoom|lower third"
            r"|caption)[a-z ]*?) off"
            rf"(?: again)?{_END}",
            r"remove the \1",
        ),
        (
            r"\A ?(?:i|we) (?:don't|do not|no longer) (?:need|want|like) (the [a-z -]+?)(?: any ?more"
            r"| any longer)?"
            rf"[,;.] (?:so )?(?:please )?(?:(?:take|cut|throw) (?:it|that) out|(?:remove|delete"
            rf"|drop) (?:it|that)){_END}",
            r"remove \1",
        ),
        (r"\beverything (?:else )?(?:that )?(?:i|we)(?:'ve| have)? added(?= (?:except|but|apart))",
            "everything"),
        (
            r"除了(音乐|标题|字幕|标志|logo),?我(?:加|添加)的(?:其他)?(?:东西|内容)?(?:全部|都|全)+",
            r"除了\1,其他的都",
        ),
        (r"(?<=[删剪去切]掉)(?:开头|最前面)的?(?=[二三四五]分之一|一半)", "前"),
        (r"(?<=[删剪去切]掉)(?:结尾|末尾|最后面?)的?(?=[二三四五]分之一|一半)", "后"),
        (r"\A ?前半段(?:保持)?不[变动],(?=后半段)|\A ?后半段(?:保持)?不[变动],(?=前半段)", ""),
        (
            r"\A ?(?:什么都|哪里都)?(?:不用|不必|不需要|不要)(?:剪|动)(?:任何)?(?:内容|东西)?"
            r",只要?(?=[把将])",
            "",
        ),
        # --- not one thing with a part, but another
        (
            rf"{_DO_NOT_CUT}[;,.] (but |just |only |simply |rather |instead,? )*({_DOES})"
            r"(?: (it|them|that|this)(?: part| section| bit)?(?: up| down)?)"
            rf"((?: (?:black and white|(?!and\b|or\b)[^ ,.;]+)){{0,5}}?)( instead)?{_END}",
            lambda found: f"{found[3]} {found[1]}{found[5]}" if _is_of_it(found) else found[0],
        ),
        (
            rf"{_DO_NOT_CUT_ZH}[,;。 ]+(?:(?:而是|只要?|只需|直接|改为|改成)(?:把|将)?{_THAT_ZH}?"
            rf"|(?:把|将)?{_THAT_ZH}|(?=静音|消音|倒放))"
            rf"(?=({_DOES_ZH})[^,。;0-9]{{0,8}}(?:[0-9.]+ ?[倍%][^,。;0-9]{{0,4}})?{_END_ZH})",
            lambda found: f"把{found[1]}{'的' if found[2] in ('声音', '原声', '音量') else ''}",
        ),
        # --- nor is the sound meant of that part
        (
            rf"({_DO_NOT_CUT}),(?= (?:set|turn|bring|lower|raise|change) (?:up |down )?the (?:volume"
            r"|sound)\b)",
            r"\1.",
        ),
        (rf"({_DO_NOT_CUT_ZH}),(?=(?:把|将)?(?:声音|音量))", r"\1。"),
        # --- what comes later, before what comes now
        (
            r"\A ?(?:we|i|you)(?:'ll| will| may| might) (?:need|want|add|do|choose"
            r"|pick) [^,.;]*\blater[,;.]? but"
            r" (?:for now|right now|first),? (?:please |just |only )*",
            "",
        ),
        (
            r"\A ?(?:i am|i'm|we are|we're) not sure about [^,;.]*?,? so (?:leave|skip) (?:them|it"
            r"|that)[;,.]"
            r" (?=what i )",
            "",
        ),
        (r"\A ?what i (?:do |really )?want is (the [a-z]+) (rotated|muted|removed|reversed)\b",
            lambda found: f"{_VERBS[found[2].lower()]} {found[1]}"),
        (
            r"\A ?[^,。;]{1,8}(?:以后|之后|回头|稍后|晚点|后面)再(?:加|说|弄|做|定|改|处理"
            r"|选),?;?(?:但)?(?:现在|目前|这次)?先(?=[把将删剪])",
            "",
        ),
        (
            r"\A ?[^,。;]{1,6}我?还没(?:有)?(?:想好|定好?|决定|选好)(?:,(?:先|暂时)(?:不"
            r"|别)[^,。;]{0,3})?[,;。]+(?:现在)?先(?=[把将删剪])",
            "",
        ),
        (r"\A ?(?:sepia|warm|cool|vintage|noir|vivid|black and white) was"
            r" (?:a bad idea|not a good idea|a mistake)"
            r"[,;.] (?:so )?(?=make it )", ""),
    )
)  # fmt: skip
_OTHER_ONE = pattern(r"\b(the first) one ([^,.;]*?) and the other(?: one)?(?= [a-z]+[ .!]*\Z)")


# What is said of a thing that is not there yet can only be of a new one.
_OF_NEW_TEXT = pattern(
    r"\b(?:have|let|make) the (title|caption|subtitle|heading|lower[- ]third) (<:text>)"
    r" (?:(fade in)|appear|show(?: up)?|be shown|come up|stand)\b(?=.*[0-9])"
)
_OF_NEW_PICTURE = pattern(
    r"\bkeep (the (?:picture|image|logo) <:text|file>)(?: on screen)? (?=.*\b(?:corner|left|right)\b)"
)


def whole_turns(text: str, shown: Sequence[Shown]) -> str:
    """`text` in other words; of two texts on the timeline "the other" is the second."""
    there = {one.role for one in shown}
    if there.isdisjoint(TEXTS):
        text = _OF_NEW_TEXT.sub(
            lambda m: f"add the {m[1]} {m[2]}{', fading in' if m[3] else ''}", text
        )
    text = text if "overlay" in there else _OF_NEW_PICTURE.sub(r"show \1 ", text)
    if "other" in text and sum(one.role in TEXTS for one in shown) == 2:
        text = _OTHER_ONE.sub(r"\1 one \2 and the second one", text)
    return _RULES.apply(text, plainly)
