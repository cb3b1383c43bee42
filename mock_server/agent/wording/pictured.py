"""Orders about the picture and its clips in other words: how much of it goes, how fast it is, what is
around it. Said of a sentence whose ranges are marked."""

from mock_server.agent.values.placeholders import UNREADABLE
from mock_server.agent.values.rules import Replacement, Rules, plainly

_END = r"(?=[ .!]*\Z)"
_SIDE = r"(upper|top|lower|bottom|left|right)(?:[- ]hand)?"
_PICTURE = r"(?:image|picture|frame|video|shot)"
_REST = r"(?:the rest|all the rest|everything else|all else|whatever else there is|anything else)"
_DROPPED = r"(?:bin|remove|delete|throw (?:away|out)|discard|scrap|drop|lose|cut|toss|get rid of)"
_BARS = (
    r"(?:the )?(?:bars?|borders?|letterbox(?:ing)?|pillarbox(?:ing)?|empty space|margins?|padding)"
)
_BARS_ZH = "(?:边框|黑边|边条|留白|空白处?|空余处?|两侧|上下|四周|边缘|填充条|黑条)"
_RANGES = r"<:range>(?:(?:,|,? and|,? plus) <:range>)*"
_SIDES = {"upper": "top", "lower": "bottom"}
_RULES: Rules[Replacement] = Rules(
    (
        # --- put up, which is no level
        (
            r"\b(put) (?:the|my|our|that) (?:picture|photo(?:graph)?|image)(?: i(?:'ve"
            r"| have)? uploaded)? up\b"
            r"|\b(put) up (?:the|my|our|that) (?:picture|photo(?:graph)?|image)(?: i(?:'ve"
            r"| have)? uploaded)?"
            r"(?=[ ,.!]|\Z)",
            lambda found: f"{found[1] or found[2]} up the photo",
        ),
        (r"\bturn (?:the|my|our) (?:picture|photo|image) (?:up|down)\b(?! by)", UNREADABLE),
        # --- how much of it goes
        (
            rf"\b(?:take|cut|trim|chop|shave|slice|crop) (?:away "
            rf"|off )?(<:percent>) of the {_PICTURE} (?:away |off )?"
            rf"(?:at|from|on|along) the {_SIDE}(?: edge| side| border)?(?: of it)?{_END}",
            lambda found: _cropped(found[1], found[2]),
        ),
        (
            rf"\bcrop (?:away|off|out) the {_SIDE}(?:most)? (<:percent>)(?: of the {_PICTURE})?{_END}",
            lambda found: _cropped(found[2], found[1]),
        ),
        (
            rf"\b(?:take|cut|trim|chop|shave|slice|crop|remove) (?:an? (<:percent>) strip"
            rf"|an? strip of (<:percent>)) (?:away )?"
            rf"(?:off|from|at|along) (?:of )?the {_SIDE}(?: edge| side"
            rf"| border)?(?: of the {_PICTURE})?{_END}",
            lambda found: _cropped(found[1] or found[2], found[3]),
        ),
        (r"(<:percent>),以(?:其|它的?)中心为准", r"\1,以画面中心为准"),
        # --- where
        (
            r",? (?:with (?:the |its )?(?:focus|focal|anchor|pivot|cent(?:er|re)|zoom)(?:[ -](?:point"
            r"|cent(?:er|re)))?"
            r"(?: (?:set|placed|located|lying|being|fixed|is))*"
            r"|(?:focus(?:s?ed|s?ing)|anchored|pivoting|cent(?:er|r)ing|homing in|closing in|targeting"
            r"|targeted))"
            r"(?: (?:at|on|around|in))?(?: a (?:point|spot))? (?=<:spot>)",
            ", ",
        ),
        (
            rf"\ban (area|region|part|patch|section) (?:of )?(?:half|a quarter(?: of)?|a third(?: of)?"
            rf"|a fifth(?: of)?)"
            rf" (?:of )?(?:the )?(?:size of the {_PICTURE}|{_PICTURE}(?:'s)? size) ?\( ?(<:percent>) ?\)",
            r"a \1 \2 of the frame size",
        ),
        # --- how fast
        (
            r"\b(?:up |down )?to (<:factor>) (?:of )?(?:its |the )?(?:normal|usual|original|ordinary"
            r"|regular|standard)?"
            r" ?(?:speed|rate|pace|tempo|velocity)\b",
            r"to \1 speed",
        ),
        (
            r"(<:range>)(?:这一?段)?(?:以|做|用|进行|采用|使用)?线性变速(?:的方式)?(?:播放"
            r"|处理)?,?(?:播放)?(?:速度|倍速|倍率)?"
            r"(?:由|从)(<:factor>)(?:速)?(?:逐渐|慢慢|渐渐)?(?:变化|变|过渡|升|提升|提高|上升|增加|加速"
            r"|加|降|下降|减)?"
            r"[到至为成](<:factor>)(?:速)?(?=[ .!]*\Z)",
            r"\1速度从\2线性变到\3",
        ),
        # --- only this
        (
            rf"\b(?:cut|trim|pare|whittle|narrow|strip|reduce|boil|shorten|limit"
            rf"|restrict) the timeline (?:down |back )?to"
            rf" (?:only |just )?({_RANGES})(?: only| alone)?"
            rf"(?:,? (?:and )?(?:then )?{_DROPPED}(?:ing)? {_REST})?{_END}",
            r"keep only \1 of the timeline",
        ),
        (
            r"(?:把|将)?时间线(?:内容)?(?:缩减|精简|压缩|裁剪|剪|缩短|裁)(?:成|为|到|至|得只剩)(?:只剩"
            r"|只有)?"
            r"(<:range>(?:[、,和与跟以及]+<:range>)*)(?:这[几两]段|的部分)?"
            r"(?:,?(?:其他|其余|别的|剩下)(?:的|部分|内容)*(?:都|全|全部)*(?:不要|删掉|剪掉|去掉|不留"
            r"|删除)了?)?(?=[ .!]*\Z)",
            r"只保留时间线上\1的部分",
        ),
        # --- to black, and from it
        (
            rf"\b(?:let|have|make) (<:range>)(?: of (?:the|this) {_PICTURE})? (?:gradually "
            rf"|slowly )?(?:dissolve|fade|go|turn"
            rf"|darken|sink|melt|dim)(?: out| away| down)? (?:to|into) black{_END}",
            r"fade the video out to black over \1",
        ),
        (
            rf"\b(?:bring|ease|fade|let) the {_PICTURE} (?:come )?(?:in|up) from black with a fade"
            rf"(?: (?:of|over) (<:time|range>)| (<:range>))?{_END}",
            lambda found: "fade the video in from black"
            + (f" over {found[1] or found[2]}" if found[1] or found[2] else ""),
        ),
        (
            rf"\b(?:take|bring|ease|fade|let) the {_PICTURE} (?:go )?(?:out"
            rf"|down) to black with a fade{_END}",
            "fade the video out to black",
        ),
        # --- what is around it
        (
            rf",? (?:and )?(?:with )?{_BARS} (?:is |are |being |to be |should be )?(?:colou?red|in"
            rf"|filled with|of|tinted)"
            r"(?: the)?(?: colou?r)? ?(<:text|color>)",
            r", the bars in the color \1",
        ),
        (
            rf"(?<=,){_BARS_ZH}(?:部分)?(?:都)?(?:用|填充|填上?|填以|为|是|设为|使用|采用|换成|以|颜色"
            rf"|色)* ?(<:text|color>)"
            rf"(?:这个|的)?(?:色|颜色)?(?:来)?(?:填充|填补|填满)?{_END}",
            r"黑边颜色\1",
        ),
        (
            rf"(?:用|以|颜色) ?(<:text|color>) ?(?:这个|的)?(?:色|颜色)?(?:来)?的?(?:填充|填补|填满|作为?"
            rf"|做)?的?{_BARS_ZH}"
            r"(?:部分|颜色)?(?=[,.]|\Z)",
            r"黑边颜色\1",
        ),
        (r"(背景音乐)(音量<:percent|level>)(?=,)", r"\1,\2"),
        # --- one clip into the next
        (r"\b(?:at|on|to|over) the (<:time>)[ -]cut\b", r"on the cut at \1 "),
        (r"\btransition (?:that|which) (?:lasts|takes|runs)(?: for)? (?=<:time>)", "transition of "),
        (r"\b(an?) transition of the ([a-z]+(?:-[a-z]+)*) (?:kind|type|sort)\b", r"\1 \2 transition"),
        (
            r"\buse an? ([a-z]+(?:-[a-z]+)+) (?:as|for) (?:the|its) transition,? (<:time>)(?: long)?",
            r"put a \1 transition of \2",
        ),
        (
            r"(?:把|将|用)?(?:一个)?(?:持续|时长|长度?)?为?(<:time>)的([^,。]{1,6}转场)"
            r"(?:放[到在]|加[到在]|用[到在]|应用[到在]|衔接|接在)(<:time>)处?的?(?:剪切|剪辑|剪接"
            r"|切)(?:点|处)[上处]?",
            r"在\3处的剪切点添加\1的\2",
        ),
        (
            r"用(?:一个|一段)?(<:time>)的([^,。]{1,6}?)(?:过渡|转场)(?:效果)?(?:来)?(?:衔接|连接"
            r"|接起)(<:time>)处?的?"
            r"(?:剪切|剪辑|剪接|切)(?:点|处)",
            r"在\3处的剪切点添加\1的\2转场",
        ),
        (
            r"(?:给|于|在|为)?第?(<:time>)(?:处|时|位置)?的?(?:剪切|剪辑|剪接|切)(?:点|处)(?:处|上"
            r"|位置)?(?=[^,]*转场)",
            r"在\1处的剪切点",
        ),
        (r"(转场),(?:时?长|持续)(?:为)?(?=<:time>)", r"\1,时长"),
        (r"\b(overlapping (?:the next|the following)(?: one| clip)?|overlapping) by (<:time>) (?:in|with"
        r"|through|using) an?"
            r" ([a-z]+(?:-[a-z]+)?)\b", r"\1 in a \3 of \2"),
        (
            r"(?:让|使|把|将)?(?:以下|下列)片段(上下|左右)(?:拼放|拼接|拼在一起|并列|并排|拼合)(?:显示"
            r"|展示|播放)?(?=:)",
            lambda found: f"将以下片段{found[1]}{'排列' if found[1] == '上下' else '并排'}显示",
        ),
        (
            r"(上下|左右)(?:拼放|拼接|拼在一起|并列|拼合|拼)(?:显示|展示|播放)?(?=以下|下列|下面|这)",
            lambda found: f"{found[1]}{'排列' if found[1] == '上下' else '并排'}显示",
        ),
        (
            r"声音(?:用|取|使用|采用|保留|以)(第一个|首个)(?:片段|视频|素材)?的(?:为准)?(?=[,.]|\Z)",
            r"使用\1片段的声音",
        ),
        (
            r"\b(with an? <:time>[ -][a-z]+(?:-[a-z]+)?) (?:overlap|transition overlap"
            r"|overlapping transition)"
            r" (?:between|of|for|on) (?:each(?: (?:and|with|to) the next(?: one)?| pair| of them| clip)?"
            r"|them"
            r"|every (?:pair|two)|neighbou?rs|the clips)",
            r"\1 overlapping between each pair",
        ),
        (
            r"\b(?:crossing|going|passing|blending|moving|changing) (?:from (?:one|each)(?: clip)? (?:to"
            r"|into) the next|over)"
            r" (?=with an? <:time>)",
            "each overlapping the next ",
        ),
    )
)  # fmt: skip


def pictured(text: str) -> str:
    """`text` in the words of the frames."""
    return _RULES.apply(text, plainly)


def _cropped(much: str, side: str) -> str:
    return f"crop {much} off the {_SIDES.get(side.lower(), side)}"
