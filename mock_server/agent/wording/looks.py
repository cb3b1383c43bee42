"""How a text looks, said in other words: "in "navy" letters", "use "Inter" as the font", "描边采用…"."""

import re
from functools import partial

from mock_server.agent.lexicon.tokens import phrases
from mock_server.agent.values.fonts import is_font
from mock_server.agent.values.lazily import Regex
from mock_server.agent.values.placeholders import HAN, MARK, Values, index, kind_of, marks, pattern
from mock_server.agent.values.rules import Replacement, Rules, plainly

_VALUE = r"(?:<:text|color>|[0-9]+(?![0-9.:]))"
_LOOK = (
    r"(?:font |text |type )?size|(?:(?:text|font|background|outline|letter|stroke) )?colou?r"
    r"|background(?! (?:music|track|song))|backdrop|outline|stroke"
    r"|font|typeface|style"
)
_LETTERS = r"(?:text|letters|lettering|type|print|writing|characters|words)"
_ZH_COLOR = "(?:(?:文字|字体|字|背景|底|描边|轮廓|边框)的?)?颜色|背景色|底色|描边色|字色|文字色"
_ZH_LOOK = (
    f"(?:{_ZH_COLOR}|(?:文字)?(?:字体|字型|字形|字号|样式)|(?:字体|文字|字的?)大小|背景(?!音|乐)"
    "|描边|轮廓|边框|勾边)"
)

# "In "navy"": only what is quoted tells whether it is a colour, a font or a style.
_UNNAMED = pattern(
    rf"\b(?<!lined )(?<!edged )(?<!dered )(?<!yled )(?<!matted )(?P<the_lead>(?:(?:the |its "
    rf"|with )?{_LETTERS} (?=in |colou?red )|(?P<of_it>(?:make|colou?r|style|set|put) (?:it"
    rf"|the {_LETTERS}) "
    rf"|\A ?use |(?<=[.;] )use |it (?:should be |must be |is )))?(?:in (?:an? |the )?|using "
    rf"|colou?red (?:in )?"
    rf"|tinted |(?P<of_back>(?:on|against|over|atop) (?:an? |the )?)|(?:set|printed|written"
    rf"|rendered|shown|lettered|typeset|drawn) (?:in )?|with (?={_VALUE} ?{_LETTERS}\b))?)"
    rf" ?(?P<the_value><:text>)(?: ?-?colou?red)?(?: {_LETTERS}\b(?! ?<:text>)| for the {_LETTERS}\b)?"
    r"(?! ?(?:as|for|used|behind|below|under|font|typeface|style|styling|formatting"
    r"|colou?r)\b)(?!,? and <:text>)",
)
_USED_AS = pattern(
    rf"(?P<the_start>\A ?|[.;] )?\b(?:with|using|use|and) (?P<the_value>{_VALUE}) ?(?:being "
    rf"|used |set )?(?:as|for)"
    rf" (?:the |its |an? )?(?P<the_look>{_LOOK})\b"
)
_SECONDS = r"[0-9.]+ ?(?:s|secs?|seconds?)"
_ENGLISH = Rules(
    (
        (
            r"\A ?(?:please )?(?:bring up|pop up|present|provide|generate|let there be|call up)"
            r"(?= [^,.\ue010]{0,30}\b(?:title|heading|headline|header|captions?|subtitles?"
            r"|lower[- ]third|name[a-z -]*)\b)",
            "add",
        ),
        (
            rf"\b(use|with|using) ({_VALUE}) behind (?:it|the {_LETTERS})\b",
            r"\1 \2 as the background",
        ),
        (r"\bnot in (?:<:text|color>|[a-z]+) ?,? but (?:rather |instead )?in ", "in "),
        # Said of what stands before, in a sentence of its own.
        (
            rf"(?<=[.;,d] )(?:set|make) (?:its|the) ({_LOOK}) (?:to |as )?({_VALUE})",
            r"its \1 is \2",
        ),
        (
            rf"(?<=[.;] )(?:its|the) ({_LOOK}) (?:should|must) be (?:in )?({_VALUE})",
            r"its \1 is \2",
        ),
        (
            r"\b(?:beginning|opening|starting|appearing|ending|closing|finishing|disappearing) "
            r"(?=with (?:an? )?[0-9.a-z -]{0,14}?fade)",
            "",
        ),
        (rf"\bit takes ({_SECONDS}) to fade (in|out)\b", r"it fades \2 over \1"),
        (
            rf"\b(?:that takes|which takes|taking) ({_SECONDS}) to fade (in|out)\b",
            r"fading \2 over \1",
        ),
        (r",? (?:and )?(?:which|so (?:that )?it) (?=fades? (?:in|out)\b)", " that "),
        (r"\b(?:that|which) has (?=an? )", "with "),
        (r"(?<=[.;] )it (?:has|needs|gets|should have|must have|casts) (?=an? )", "give it "),
        (r"(?<=[.;] )it (?:goes|sits|stands|belongs) (?=(?:at|in) the )", "put it "),
        (
            r"\b(with an? [0-9.]+[- ](?:seconds?|s) fade[- ]in) at (?:the|its) (?:start|beginning)(?! of)",
            r"\1",
        ),
        (
            r"\b((?:with|and) an? [0-9.]+[- ](?:seconds?|s) fade[- ]out) at (?:the|its) end(?! of)",
            r"\1",
        ),
        (
            rf"\bboth fading in and (?:then )?(?:fading )?out (?:over|for) ({_SECONDS})",
            r"fading in and out over \1",
        ),
        (rf"\bfading in and then out over ({_SECONDS}) each\b", r"fading in and out over \1"),
        (
            rf"\b(?:with )?(?:the |its )?{_LETTERS} (?:at|of|in|set (?:at|in)) (?=(?:font |text "
            rf"|type )?size [0-9])",
            "at ",
        ),
        (
            rf"\b(?:rendered|displayed|shown|printed|written|presented|given|set) (?=in (?:the "
            rf"|an? )?(?:{_LOOK})\b)",
            "",
        ),
        (r"\b(style(?: ?<:text>)?) applied\b", r"\1"),
        (r"(?<=, )(<:text>) in (colou?r|style)\b(?! ?<:text>)", r"in \2 \1"),
        (
            r"\A[ ,]*(?:let|have) (an? (?:title|heading|headline|caption"
            r"|subtitle)[^,;]{0,30} <:text>) fade (in|out)\b",
            r"add \1, fading \2",
        ),
        (
            r"\b(?:shown|displayed|visible|present|on screen|on display|in view|held|timed|on"
            r"|for the time) "
            r"(?=(?:from|between) [0-9])",
            "",
        ),
        (
            r",? (?:and )?keep(?:ing)? it (?:there|up|visible|in view"
            r"|on (?:the )?screen) (?=(?:from|for|between|until) )",
            " ",
        ),
        (
            r"(\bname <:text>,? (?:and )?(?:with )?)(?:the|his|her) (?:job )?title (?=<:text>)",
            r"\1the role ",
        ),
        (
            rf"\b(?:against|over|atop|on|in) (an? "
            rf"|the )?(?={_VALUE}(?: ?-?colou?red)? (?:background|backdrop|box)\b"
            r"(?! (?:music|track|song|audio|sound|score)\b))",
            r"with \1",
        ),
        (r"\b(?:against|over|atop|on) (an? |the )(?=(?:background|backdrop|box)\b)", r"with \1"),
        (
            r"\b(background|backdrop|box|outline|border|shadow|color"
            r"|style)(?: and)? with (?=an? <:text> ?(?:outline"
            r"|border|stroke|background|box|backdrop)\b)",
            r"\1, with ",
        ),
        (r"\b([0-9]{1,3})(?: ?pt| points?)? in size\b", r"at font size \1"),
        (r"\b(?:backed (?:by|with|in)|set against) (?=<:text|color>)", "with the background "),
        (r"(<:text|color>) ?-?colou?red (?=(?:background|outline|backdrop|box)\b)", r"\1 "),
        (
            r"\b(fad(?:ing|es?) (?:in|out)) (?:gradually|gently|slowly|smoothly) (?=over|for|in|within)",
            r"\1 ",
        ),
        (
            r"\b(?:gradually|gently|slowly|smoothly) (fad(?:ing|es?) (?:in|out)) (?=over|for|in|within)",
            r"\1 ",
        ),
        (
            r"\b(fade[- ](?:in|out))(?: time| length| duration)?(?: (?:that )?(?:takes|taking"
            r"|lasts|lasting)| set to"
            r"| (?:time|length|duration) of| should (?:take|last)) (?=[0-9.]+ ?s)",
            r"\1 of ",
        ),
        (
            r"\b(?:a )?(?:fade[- ]in (?:and|&) (?:a )?fade[- ]out|fades in and out)(?: times?| lengths?)?,?"
            r" (?:both |each )?(?:of |lasting |last |is |are )?(?:both |each )?([0-9.]+) ?(?:s"
            r"|sec|seconds?)\b"
            r"(?: (?:each|long))?",
            r"fade-in of \1 seconds and fade-out of \1 seconds",
        ),
        (
            r"\bfades? of ([0-9.]+) ?(?:s|seconds?) in and out\b",
            r"fade-in of \1 seconds and fade-out of \1 seconds",
        ),
        (r"\bboth (?:its |the |a )?(?=fade-in of [0-9.]+ seconds and)", ""),
    )
)
_ZH_UNNAMED = pattern(
    rf"(?P<the_lead>(?:文字|字)的?(?:是|为|设为|呈|用|使用|采用)?|用|使用|采用"
    rf"|以) ?(?P<the_value><:text>) ?(?:色(?!调)|颜色|风格(?=[,。;\n]|\Z))?"
    rf"(?! ?(?:作|做|当|为|这|字样|的?{_ZH_LOOK}|风格|的|底))"
)
_ZH_SECONDS = r"((?:[0-9.]+|[一二两三四五半]) ?秒半?)"
_ZH_LABEL = "(?:姓名|名字|职位|头衔|职务|身份)"
_ADDS = Regex("\\A[^别不没勿]*\ue010[^别不没勿]*\\Z")
_CHINESE: Rules[Replacement] = Rules(
    (
        (r"(?:字号|字体|文字|字)(?:大小)?(?:为|是|用)? ?([0-9]+) ?号字?", r"字号为\1"),
        (
            r"((?:标题|字幕|人名条)[,:])(?:上面?|的)?(?:文字|内容|文案|文本)?(?:写[上着]?|用|填"
            r"|设为|定为)(?= ?<:text>)",
            r"\1内容为",
        ),
        (rf"(?:用|以)? ?(<:text>) ?(?:作为?|做|为) ?({_ZH_LABEL})", r"\2\1"),
        (rf"({_ZH_LABEL})栏?(?:填|写|用|设为|定为)(?= ?<:text>)", r"\1"),
        (
            r"([0-9.]+秒)(?:处)?(?:进|入|进场|入场|出现),?(?:到|在)?([0-9.]+秒)(?:处)?(?:出|退|离场|退场|消失)(?=[,。;\n]|\Z)",
            r"\1到\2",
        ),
        (r"(?:显示|出现|播放)?时间(?:设置?|定)为(?=[0-9从第])", "时间为"),
        (
            r"(?<=,)在?第?([0-9.]+)秒?[到至]第?([0-9.]+)秒(?:之?间)?(?:出现|显示|播放)(?=[,。\n]|\Z)",
            r"\1秒到\2秒显示",
        ),
        (
            r"(?<=,)(?:放置?在|放到|摆在|安放在|放)(?=(?:画面|屏幕)?的?(?:正?中[间央心]?央?|[左右]?[上下][角方部面边端]"
            r"|顶[部端]|底[部端]|最[上下][面方])(?:[,。;\n]|\Z))",
            lambda m: "位于" if _ADDS.search(m.string, 0, m.start()) else m[0],
        ),
        (rf"(?<=淡入)[,、]?并[以用]({_ZH_SECONDS}淡出)", r",用\1"),
        (
            rf"(?:用|以|使用|采用) ?({_VALUE}) ?(?:作为?|做|当作?|为) ?(?:它的|其|文字的?)?({_ZH_LOOK})",
            r"\2为\1",
        ),
        (
            rf"(?:并)?(?:使用|采用|选用|套用|用|以|有|带|配) ?(<:text"
            rf"|color>) ?(?:色(?!调))?的?({_ZH_LOOK}|色(?!调))(?!为)",
            r"\2\1",
        ),
        (rf"(?:使用|采用|选用|用|以) ?({_ZH_LOOK})(?= ?{_VALUE})", r"\1"),
        (
            rf"({_ZH_LOOK}) ?(?:就)?(?:选用?|取|采用|使用|用|定为|设置?为|填|写|名) ?({_VALUE}) ?色?",
            r"\1为\2",
        ),
        (
            rf"淡入[、,和与及跟以]*淡出的?(?:时间|时长)?(?:均|皆|都|各|分别|各自)+(?:为|是|用"
            rf"|持续)?{_ZH_SECONDS}(?! ?[和与、及][0-9])"
            rf"|(?<![头尾端])(?:各|分别|均|都)用?{_ZH_SECONDS}淡入[、,和与及]*淡出",
            lambda m: f"淡入{m[1] or m[2]},淡出{m[1] or m[2]}",
        ),
        (
            rf"(淡[入出])(?:的)?(?:时间|时长|效果)?(?:设为|定为|为|需要?|用时?|过程|动画|过渡){_ZH_SECONDS}",
            r"\1\2",
        ),
        (rf"(?:在|经过?|历时|配|有){_ZH_SECONDS}(?:内|里)?的?(淡[入出])", r"用\1\2"),
    )
)
_CHANGED = Regex(
    r"\b(?:replace|change|rename|retitle|reword|swap|instead|typo)|改|换|替|错", re.IGNORECASE
)
_HEX = Regex(r"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


def looks_named(text: str, values: Values) -> str:
    """A message in which each value of a look stands behind the name of the look."""
    quoted = any(look_of(str(values.items[i])) for i in marks(text, "text"))
    if HAN.search(text):
        text = _CHINESE.apply(text, plainly)
        return _ZH_UNNAMED.sub(partial(_named, values, _ZH), text) if quoted else text
    text = _ENGLISH.apply(text, plainly)
    if " as " in text or " for " in text:
        text = _USED_AS.sub(partial(_used, values), text)
    if not quoted:
        return text
    return _UNNAMED.sub(partial(_named, values, _EN), _ALONE.sub(partial(_listed, values), text))


def _listed(values: Values, match: re.Match[str]) -> str:
    """A quoted look that stands alone between commas: "a title 'Sale', "bold", in red"."""
    look = look_of(str(values.items[index(match[1])]))
    before = [
        one for one in MARK.finditer(match.string, 0, match.start()) if kind_of(one[1]) == "text"
    ]
    told = any(look_of(str(values.items[index(one[2])])) is None for one in before)
    if not (look and told) or _NAMES.search(match.string) or _CHANGED.search(match.string):
        return match[0]
    return f", {look} {match[0].lstrip(', ')}"


_ALONE = pattern(r", ?<text>(?= ?,| ?[.\n]| ?\Z)")
_NAMES = Regex(r"\b(?:lower|name|captions|subtitles|titles|voice)", re.IGNORECASE)


def _used(values: Values, match: re.Match[str]) -> str:
    if match["the_start"] is not None:
        return f"{match['the_start']}its {match['the_look']} is {match['the_value']}"
    return f"with {match['the_look']} {match['the_value']}"


_EN = {"color": "color", "font": "font", "style": "style"}
_ZH = {"color": "颜色", "font": "字体", "style": "样式"}


def _named(values: Values, names: dict[str, str], match: re.Match[str]) -> str:
    mark = MARK.fullmatch(match["the_value"])
    look = mark and look_of(str(values.items[index(mark[2])]))
    if (
        not look
        or not match["the_lead"]
        or _CHANGED.search(match.string)
        or not _has_words(match, values)
    ):
        return match[0]
    if names is _EN and match["of_back"]:
        return f"with background color {match['the_value']} " if look == "color" else match[0]
    if names is _ZH:
        return f"{names[look]} {match['the_value']} "
    return f"{'its ' if match['of_it'] else 'in '}{names[look]} {match['the_value']} "


def _has_words(match: re.Match[str], values: Values) -> bool:
    """Whether what is to be read stands before the value, or behind it where it can be nothing else."""
    texts = [one for one in MARK.finditer(match.string) if kind_of(one[1]) == "text"]
    if any(one.start() < match.start() for one in texts):
        return True
    behind = [str(values.items[index(one[2])]) for one in texts if one.start() >= match.end()]
    return any(look_of(said) is None for said in behind)


def look_of(said: str) -> str | None:
    """Whether a quoted value is a colour, a font or a style; None for what may be a text."""
    known = phrases().get(said.lower(), {})
    if _HEX.fullmatch(said) or "color" in known:
        return "color"
    return "font" if is_font(said) else "style" if "style" in known else None
