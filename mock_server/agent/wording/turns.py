"""Turns of phrase said as the lexicon knows them, once times and ranges are marked."""

from mock_server.agent.values.rules import Rules, plainly

# What somebody has no more use for is to go.
_NOUN = (
    r"(?:the|my|our|that|those|this|any) (?:background )?(?:music|song|title|text|captions?"
    r"|subtitles?|logo|watermark|voice-?over|narration|sound effects?|ding|whoosh|bell|applause|<:range>"
    r"|(?:first|second|third|last|final|opening|closing) (?:half|third|quarter))|<:range>"
)
_SPEAKS_OF_IT = (
    r"[^,:;]*\b(?:music|song|titles?|captions?|subtitles?|logo|text|voice-?over|do|don't|not|never|keep"
    r"|leave|but"
    r"|except|only|if|when|unless|until|before|after|add|make|cut|mute|speed|slow|first|last)\b"
)
_ORDERS_ZH = (
    "[^,]*(?:黑白|静音|消音|倒放|[加减变]速|[快慢]放|放慢|复古|怀旧|[暖冷]色|降噪|防抖|模糊|打码|淡[入出]"
    "|旋转|裁|定格|放大|缩小|音量|剪|删|去掉)"
)
_SPEAKS_OF_IT_ZH = (
    r"[^,;]*(?:音乐|标题|字幕|水印|logo|旁白|音效|文字|画面|声音|原声"
    r"|别|不|如果|要是|除|只|加|剪|删|放|把|掉)"
)
_TURNED = Rules(
    (source, plain)
    for source, plain in (
        (
            r"\A[ ,]*i (?:wonder(?:ed)?|(?:was|am|'m) (?:just )?wondering) if (?:you|we) (?:could|can)\b,?",
            "could you",
        ),
        (
            r"\bcould (?:be|do with being) (?=(?:(?:a|bit|touch|tad|little|lot|much|slightly) ){0,2}"
            r"[a-z]+er\b)",
            "should be ",
        ),
        (
            rf"\A[ ,]*(?:(?:i|we) (?:really |just |also )?(?:don't|do not|no longer)"
            rf"(?: think (?:i|we))? (?:need|want) )({_NOUN})"
            rf"(?: any ?more| any longer| at all| really| in (?:it|there|the video|my video))*"
            rf"(?:,? (?:so |please |just )*(?:get rid of|remove|cut|delete|drop|lose) (?:it|that|them))?"
            r"(?=[ ,.!?]*\Z)",
            lambda match: "remove " + match[1].replace("any ", "the "),
        ),
        (
            r"(?<=[^ ,]),? ?(?:but |and )?(?:please )?(?:don't|do not|without|never|not)"
            r" crop(?:ping)?(?: off)? (?:anything|any of it|it|the (?:picture|sides|edges|video))"
            r"(?: off| out)?(?=[ ,.!?]*\Z|,)",
            "",
        ),
        (
            r"\A[ ,]*(?:instead of|rather than) [a-z]+ing (?:the )?(<:range>),? ([a-z][^,]*?)"
            r"\b(?:it|them|that)\b",
            r"\2\1",
        ),
        (
            r"\A[ ,]*(?:instead of|rather than) [a-z]+ing (the [a-z]+)\b[^,]*, ([a-z][^,]*?)"
            r"\b(?:it|them|that)\b",
            r"\2\1",
        ),
        (
            r"\b(?:the|my|that|this) (?!music|title|logo|song|text|caption)[a-z]+(?: [a-z]+)?"
            r" \( ?(<:range>) ?\)",
            r"\1",
        ),
        (
            r"\b(?:cut|take) the (?:middle|part|bit|piece|section|middle part) out ?[:,]? (<:range>)",
            r"cut \1",
        ),
        (
            r",? ?(?:instead of|rather than|not) (?:in |at )?(?:the )?(?:top|bottom|upper|lower)"
            r"[- ](?:left|right)(?: corner)?(?=[ ,.!?]*\Z)",
            "",
        ),
        (
            r"\b(the (?:logo|title|music|caption|watermark|text)) (?:is|are|'s) only"
            r" (?:needed|there|visible|shown|wanted)\b",
            r"show \1 only",
        ),
        (
            r"\b(put|add|place|play|show) (<:file>) (?:right )?(?:after|behind)"
            r" (?:it|this(?: clip| video| one)?|(?:the|my) (?:main |first )?(?:video|clip|talk))"
            r"(?=[ ,.!?]*\Z|,? with )",
            r"append \2 at the end",
        ),
        (
            rf"\A(?!{_SPEAKS_OF_IT})[^,:;\ue010-\ue01f]{{0,30}}?(?:from |between |at |in )?(<:range>)"
            rf"(?!{_SPEAKS_OF_IT})[^,:;\ue010-\ue01f]{{0,30}}[,:] ?(?:so |please |just )*"
            r"(cut|remove|delete|kill|drop|lose|mute|silence|trim) (?:it|that|them|those)(?: out| off)?"
            r"(?=[ ,.!?]*\Z)",
            r"\2 \1",
        ),
        (
            rf"\A(<:range>)(?!{_SPEAKS_OF_IT_ZH})(?!{_ORDERS_ZH})[^,;\ue010-\ue01f]{{2,14}},"
            r"(?:就|请|帮我|把它)?(静音|剪掉|删掉|去掉|剪了|掐了|消音|慢放|黑白)(?=[ ,.!?]*\Z)",
            r"\1\2",
        ),
        (
            r"等[^,;\ue010-\ue01f]{1,14}?,?(?:你|您|我们|咱们)?(?:再|才)(?=把|将|剪|删|加|静|去|做|切"
            r"|关)",
            "如果",
        ),
        (r"\bno (?:more )?(?:colou?r effects?|filters?|colou?r looks?)\b", "remove the filter"),
        (r",停(?:留)?(?=<:time>)", ",持续"),
        (
            r"\bi (?:want|need|would like) to hear the (?:original |own )?(sound|audio) again\b",
            r"unmute the \1",
        ),
    )
)


def turned(text: str) -> str:
    """A marked sentence in plainer words."""
    return _TURNED.apply(text, plainly)
