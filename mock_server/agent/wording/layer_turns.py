"""Plain ways to ask for a text, a sound or a picture, said as the frames know them."""

from mock_server.agent.values.rules import Rules, plainly

_SCREEN = r"(?:screen|frame|picture|video|image|shot)"
_TEXT = (
    r"(?:titles?|headlines?|headings?|captions?|subtitles?|texts?|lower[- ]thirds?"
    r"|name (?:tags?|straps?|bars?))"
)
_NAMED = r"(?:lower[- ]thirds?|name[- ](?:tag|bar|strap|plate)s?)"
_SOUND = (
    r"(?:background )?(?:music|songs?|soundtracks?|tunes?|bgm|jazz|beats|voice-?overs?|narration)"
)
_PICTURE = r"(?:logos?|watermarks?|overlays?|stickers?|photos?)"
_LAYER = rf"(?:{_TEXT}|{_SOUND}|{_PICTURE})"
_THE = rf"(?:the|my|our|this|that) (?:(?:first|second|third|last) )?{_LAYER}(?: ?<:text>)?"
_SEVERAL = r"(?:[a-z-]+ ){0,3}?"
_PLACES = r"(?:top|bottom|left|right|upper|lower|cent(?:er|re)|middle)"
_SHOULD = r"(?:should|must|has to|needs to|is to|ought to)"

_RULES: tuple[tuple[str, str], ...] = (
    # --- asked for: "can the title be red?", "I'd like some music", "give it a title"
    (
        rf"\A[ ,]*(?:can|could) ({_THE}) (?:please |maybe |perhaps |possibly )*(?=[a-z])"
        r"(?!(?:be |get )?(?:too|removed|deleted|muted|cut)\b)([^?]+?)\??(?=[ .!]*\Z)",
        r"\1 should \2",
    ),
    (
        r"\A[ ,]*(?:please )?(?:(?:i|we)(?:'d| would)? (?:really )?(?:like|love|want|need)(?: to (?:have"
        r"|get|see|hear))?|(?:can|could|may) (?:i|we|you) (?:please )?(?:get|have)(?: me)?)"
        rf"(?= (?:an? |some |another ){_SEVERAL}{_LAYER}\b| background music| music\b)",
        "add",
    ),
    (
        rf"\b(?:give|gives) (?:it|this|the (?:whole )?(?:video|clip|film|footage))"
        rf"(?= (?:an? |some |the )?{_SEVERAL}{_LAYER}\b)(?! the [a-z]+'s)",
        "add",
    ),
    (
        r"\A[ ,]*(?:can you |could you |please )*(?:caption|subtitle|transcribe) (?:it|this|that)"
        r"(?: for me)?(?=[ .!?]*\Z)",
        "add captions",
    ),
    (
        r"\A[ ,]*(?:turn (?:the )?(captions|subtitles) on|(captions|subtitles) (?:on|for the whole (?:thing"
        r"|video))(?: please)?)(?=[ .!]*\Z)",
        "add captions",
    ),
    (
        r"\A[ ,]*(?:i|we) (?:really )?(?:don't|do not) (?:want|need|like) (?:any |an? )?((?:background )?"
        r"(?:music|captions|subtitles|titles?|logos?|watermarks?))(?: any ?more| at all| in (?:it|this))?"
        r"(?=[ .!]*\Z)",
        r"remove the \1",
    ),
    (
        r"\b(?:make|let|have) (<:file>) (?:appear|show(?: up)?|come up|pop up|be (?:shown|visible))\b",
        r"show \1",
    ),
    (
        r"\A[ ,]*(?:make |let |have )?the (?:picture|image|clip) (<:text>|<:file>)"
        r" (?:should |must |is to )?(?:appear|sit|lie|be"
        r" (?:overlaid|shown|displayed|superimposed|laid over the video))",
        r"overlay \1",
    ),
    (
        r"\b(?:end|finish|close|conclude)(?: it| the video)? (?:with|on) "
        r"(?=(?:an? )?(?:newly |freshly |new )*generated\b)",
        "at the end add ",
    ),
    (
        rf"\b({_THE}) (?:should|must) only (?:be (?:there|visible|shown|seen|on|on screen)|show|appear|run"
        r"|play|stay)(?: up)?(?= (?:for|from|between|during|at|in)\b| <:range>)",
        r"show \1 only",
    ),
    (
        r"\b(?:have|let|make) (?:a|the|some) voice (?:say|read|speak) (?=<:text>)"
        r"|\ba voice (?:should|must|says?)(?: say)? (?=<:text>)",
        "add a voice-over ",
    ),
    (rf"\bmake (an? |another )(?={_SEVERAL}(?:title|caption|lower[- ]third|text)\b)", r"add \1"),
    (
        r"\b(?:end|finish|close)(?: it| the video)? with (?:an? |the )(title|text|end card|closing title)"
        r"(?: card)? ?(<:text>)",
        r"add a \1 \2 at the end",
    ),
    (
        r"\b(show|put|add|display|write) (?:the|my|our|his|her|their) (?:price|address|location|place|score"
        r"|topic|question|quote|message|website|e-?mail|number|link|handle|code|offer|discount|answer|step"
        r"|year|time|city) (?=<:text>)",
        r"\1 the text ",
    ),
    (r"\A[ ,]*(?:now |and )*one more[,:]? (?=<:text>)", "add another "),
    (rf"\b(?:have|get|want|need) ({_THE}) (?:to )?(?=fade (?:in|out)\b)", r"let \1 "),
    # --- where
    (
        rf"\b(?:(?:right|all the way|way|just) )?(?:up|down|over|near|close|right)(?: (?:up|down|over))?"
        rf"(?: (?:at|to|in|into|on))? the (very )?(?={_PLACES}\b)"
        rf"(?!(?:top|bottom|middle|cent(?:er|re)) of the (?!{_SCREEN})|middle(?! of))",
        "at the ",
    ),
    # --- how long
    (
        rf"\b(?:keep|leave|hold(?! the (?:music|song))) ({_THE}|<:text>|it(?= up\b)) ?"
        r"(?:up|on screen|on|visible|there|showing|in place)?"
        r"(?: on (?:the )?screen)? (?=for\b|to <:time>|<:range>)",
        r"keep \1 on screen ",
    ),
    (rf"\bshorten ({_THE}) by (<:time>)", r"make \1 \2 shorter"),
    (
        rf"(?:\blet |\bhave |\bmake )?({_THE}) (?:{_SHOULD} )?(?:stay|run|play|last|remain|be (?:there"
        r"|visible|on|shown|on screen|up))(?: up| on| on screen| visible| there)?"
        r" (?=(?:for )?(?:the )?(?:whole|entire|full)\b|throughout|all the time|from start)",
        r"keep \1 on screen ",
    ),
    (
        r"(?:,|\bthat|\bwhich) (?:stays|remains|is)(?: up| on| on screen| visible| there)? (?=(?:for )?the"
        r" (?:whole|entire|full)\b|throughout|all the time)",
        " ",
    ),
    (
        r"\A[ ,]*(?:and )?with (an? (?:<:time> )?fade[- ](?:in|out)(?: and (?:fade[- ])?out)?)"
        r"(?: please)?(?=[ .!]*\Z)",
        r"give it \1",
    ),
    (
        r"\b(?:take|get) (the (?:(?:audio |sound )?fades?(?:[- ](?:in|out))?|background|outline|shadow"
        r"|ducking)) off(?: of)?(?= the\b| my\b| it\b|[ .!]*\Z)",
        r"remove \1 from",
    ),
    (r"\bremove the (fades?(?:[- ](?:in|out))?) from(?=[ .!]*\Z)", r"remove the \1"),
    (
        r"\A[ ,]*((?:the|my|our) (?:background )?(?:music|song|title|caption|logo|video|picture)) (?:should"
        r" not|shouldn't|must not|mustn't) fade (in|out)(?: any ?more| at all)?(?=[ .!]*\Z)",
        r"remove the fade \2 from \1",
    ),
    (
        r"\A(?:背景)?(音乐|配乐|标题|字幕|logo|画面|视频)(?:的?(?:结尾|最后|开头))?(?:就|先)?(?:不要|别|不用|不)再?"
        r"(淡[入出])了?(?:吧)?(?=[ .!。]*\Z)",
        r"去掉\1的\2",
    ),
    # --- how it looks
    (r"\bthe words(?! ?[:,]? ?<:text>)", "the text"),
    (
        r"\b(?:put|add|set|place|use) (?:an? )?([a-z]+(?: [a-z]+)?) (?:background|box|bar|strip|panel"
        rf"|backdrop) (?:behind|under|underneath|around|to|for|on) ({_THE}|it\b)",
        r"give \2 a \1 background",
    ),
    (
        rf"\b(?:scale|resize|size|bring|take|get) (the {_PICTURE})(?: (?:down|up))?(?: in size)?"
        r" to (<:percent>)",
        r"scale \1 to \2",
    ),
    (
        r"\b(?:reduce|lower|decrease|raise|increase|bring down|bring up|turn down|drop) the opacity of "
        rf"({_THE})(?: down| up)? to ",
        r"set the opacity of \1 to ",
    ),
    # --- what is read
    (r"\b(change|set|correct|fix|update) the name to (?=<:text>)", r"\1 the name tag to "),
    (
        rf"(\b{_NAMED}\b.*<:text>) ?,? ?(?:(?:and|with) )?(?:underneath|below|under it|beneath|below it)"
        r"(?: it)?[ :]*(?=<:text>)",
        r"\1 role ",
    ),
    (
        rf"(\b{_NAMED}\b[^\ue010]*<:text>)(?: on top| above)? ?,? ?(?:and|with) (<:text>) ?"
        r"(?:(?:underneath|below|beneath|under) (?:it|that|him|her)\b|underneath|below|beneath"
        r"|in the second line"
        r"|on the second line|as (?:the |a |her |his )?(?:role"
        r"|title|job|second line|subtitle))",
        r"\1 role \2 ",
    ),
    (
        r"\b(?:add|put) (?:the (?:role|title|job|job title|position) )?(<:text>) (?:to|in|into|as (?:the )?"
        r"(?:role|job title|second line) (?:to|in|of)) the (lower[- ]third|name tag|name strap)",
        r"change the role of the \2 to \1",
    ),
    (
        r"\b(change|replace|set|update|swap|edit|correct|fix) the text (?=(?:to|with|by|for|so) )"
        r"(?! ?<:text> (?:to|with|by))",
        r"\1 the wording ",
    ),
    (r"\binstead of (<:text>) ?,? ?(?:write|put|use|say|show) (<:text>)", r"change \1 to \2"),
    (r"\b(?:it|that) should (?:say|read|be) (<:text>) ?(?:,? not|instead of) (<:text>)",
     r"change \2 to \1"),
    (rf"\b(?:have|let|make) ({_THE}) (?:to )?(?:say|read)\b", r"\1 should say"),
)  # fmt: skip
_TURNS = Rules(_RULES)


def layer_turns(text: str) -> str:
    """A marked sentence in which these turns are said as the lexicon knows them."""
    return _TURNS.apply(text, plainly)
